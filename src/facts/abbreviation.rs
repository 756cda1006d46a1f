//! Abbreviations: where each is used, and where the article says what it stands for.

use super::Facts;
use super::words::stem;
use crate::article::{ProseKind, Role, TextKind};
use crate::lexicon::Tokens;
use crate::lexicon::capitals::{is_known, is_shouted as is_shouted_word};
use crate::lexicon::phrases::Table;
use crate::source::bytes::has_pair;
use crate::source::{PartOf, Span};
use std::collections::BTreeMap;
use std::ops::Range;

/// An abbreviation with every place that names it.
#[derive(Debug, Clone)]
pub struct Abbreviation {
    /// As it is written, without a plural `s`.
    pub text: String,
    /// Where it stands, in reading order, definitions included; the title is left out.
    pub uses: Vec<AbbreviationUse>,
    /// Where it is explained, in reading order.
    pub meanings: Vec<Meaning>,
}

/// One place that names an abbreviation.
#[derive(Debug, Clone, Copy)]
pub struct AbbreviationUse {
    /// The sentence.
    pub sentence: usize,
    /// The word of it.
    pub word: usize,
    /// The place.
    pub span: Span,
    /// Whether it stands in a heading.
    pub in_heading: bool,
}

/// What an article says of an abbreviation.
#[derive(Debug, Clone)]
pub struct Meaning {
    /// The sentence.
    pub sentence: usize,
    /// The words that it stands for, if its letters are theirs; `None` where it is only explained.
    pub expansion: Option<Range<usize>>,
    /// The abbreviation and what it stands for.
    pub span: Span,
    /// Whether it reads "expansion (ABBR)".
    pub is_bracketed: bool,
}

/// Parts in which abbreviations belong to names and titles of works.
const IGNORED: &[Role] = &[
    Role::References,
    Role::Resources,
    Role::Authorship,
    Role::Contact,
    Role::Disclaimer,
];

/// Longer runs of capitals are words that are shouted.
const LONGEST: usize = 6;

/// Every abbreviation of the article, in the order of its first use.
pub(super) fn abbreviations(facts: &Facts<'_>) -> Vec<Abbreviation> {
    let mut found: BTreeMap<String, Abbreviation> = BTreeMap::new();
    for index in 0..facts.sentences.len() {
        let sentence = facts.sentence(index);
        let is_text = match sentence.within.kind {
            TextKind::Title => false,
            TextKind::Heading => true,
            TextKind::In(kind) => {
                !matches!(kind, ProseKind::Code | ProseKind::Html | ProseKind::Alt)
            }
        };
        let text = sentence.text();
        if !is_text || !has_capitals(text) {
            continue;
        }
        let words: Vec<usize> = candidates(facts, index);
        let titled = sentence.within.kind == TextKind::Heading;
        let shouts = is_shouted(text) || titled && !text.contains(char::is_lowercase);
        if words.is_empty() || shouts || facts.is_in_roles(index, IGNORED) {
            continue;
        }
        for word in words {
            let name = name(facts.text_of(index, word..word + 1)).to_owned();
            let meaning = meaning(facts, index, word, &name);
            if meaning.is_none() && !found.contains_key(&name) && is_about_genes(facts, index) {
                continue;
            }
            let entry = found.entry(name.clone()).or_insert_with(|| Abbreviation {
                text: name.clone(),
                uses: Vec::new(),
                meanings: Vec::new(),
            });
            let in_heading = matches!(
                sentence.within.kind,
                TextKind::Heading | TextKind::In(ProseKind::Heading | ProseKind::Term)
            );
            entry.uses.push(AbbreviationUse {
                sentence: index,
                word,
                span: facts.span_of(index, word..word + 1),
                in_heading,
            });
            entry.meanings.extend(meaning);
        }
    }
    if !found.is_empty() {
        for word in in_small_letters(facts, &found) {
            found.remove(&word);
        }
    }
    let mut all: Vec<Abbreviation> = found.into_values().collect();
    all.sort_by_key(|one| one.uses.first().map(|at| (at.sentence, at.word)));
    all
}

/// The found words that also stand in small letters: "SALT" beside "salt" is a word that is shouted.
fn in_small_letters(facts: &Facts<'_>, found: &BTreeMap<String, Abbreviation>) -> Vec<String> {
    let names = found.keys().filter(|name| name.len() > 2);
    let mut wanted: Vec<(String, &String)> = names
        .map(|name| (name.to_ascii_lowercase(), name))
        .collect();
    wanted.sort_unstable();
    let mut small = Vec::new();
    for (index, tokens) in facts.tokens.iter().enumerate() {
        for (at, word) in tokens.words().enumerate() {
            let Ok(place) = wanted.binary_search_by(|(known, _)| known.as_str().cmp(word)) else {
                continue;
            };
            if facts
                .text_of(index, at..at + 1)
                .chars()
                .all(|c| !c.is_uppercase())
            {
                small.extend(wanted.get(place).map(|(_, name)| (*name).clone()));
            }
        }
    }
    small
}

/// Two capitals side by side or one after a small letter: cheap, and true of every abbreviation.
fn has_capitals(text: &str) -> bool {
    has_pair(text, |one, next| {
        one.is_ascii_alphanumeric() && next.is_ascii_uppercase()
    })
}

/// The words of a sentence that look like abbreviations and are none that every reader knows.
fn candidates(facts: &Facts<'_>, index: usize) -> Vec<usize> {
    let tokens = facts.tokens_of(index);
    let text = facts.sentence(index).text();
    let known = |at: usize| {
        let word = tokens.word(at);
        let is_name = word == "gi" && tokens.word(at + 1) == "bill";
        let one = word.strip_suffix('s').unwrap_or(word);
        is_name || is_known(word) || is_known(one) || is_shouted_word(word)
    };
    (0..tokens.len())
        .filter(|word| {
            let place = tokens.place(*word..*word + 1);
            text.get(place.clone()).is_some_and(is_abbreviation)
                && !is_joined(text, &place)
                && !is_state(text, tokens, *word)
                && !is_of_name(text, tokens, *word)
                && !known(*word)
        })
        .collect()
}

/// Whether a word has the shape of an abbreviation: `RFA`, `HbA1c`, `eGFR`, `NSAIDs`; not `McKenzie`, `II`, `BRCA1`, `mL`.
fn is_abbreviation(word: &str) -> bool {
    let word = name(word);
    if !word.is_ascii() || word.len() < 2 || !word.bytes().all(|byte| byte.is_ascii_alphanumeric())
    {
        return false;
    }
    let count = |wanted: fn(&u8) -> bool| word.bytes().filter(wanted).count();
    let capitals = count(u8::is_ascii_uppercase);
    let small = count(u8::is_ascii_lowercase);
    let digits = count(u8::is_ascii_digit);
    if capitals < 2 || capitals + small > LONGEST || small > capitals {
        return false;
    }
    // II, IIA.
    let number = word
        .strip_suffix(['A', 'B', 'C'])
        .filter(|number| number.len() > 1);
    let of_number = |word: &str| word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    let is_roman = of_number(word) || number.is_some_and(of_number);
    // Genes, codes and forms: BRCA1, CYP2D6.
    let is_code = small == 0 && digits > 0;
    !is_roman && !is_code
}

/// The abbreviation without the `s` of its plural and without `'s`.
fn name(word: &str) -> &str {
    let word = word
        .strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .unwrap_or(word);
    match word.strip_suffix('s') {
        Some(stem) if stem.ends_with(|last: char| last.is_ascii_uppercase()) => stem,
        _ => word,
    }
}

/// Part of an address, a name with a stop or slash, a longer code, or how a word is said: `U.S.`, `www.NIH.gov`, `T/NK`,
/// `IL-2`, `em-fi-SE-ma`.
fn is_joined(text: &str, place: &Range<usize>) -> bool {
    let mut back = text.part(..place.start).chars().rev();
    let (before, further) = (back.next(), back.next());
    let mut after = text.part(place.end..).chars();
    let (next, then) = (after.next(), after.next());
    matches!(before, Some('.' | '/' | '@' | '_' | '#' | '&'))
        || matches!(next, Some('/' | '@' | '_' | '&'))
        || (next == Some('.') && then.is_some_and(char::is_alphanumeric))
        || (before == Some('-') && further.is_some_and(char::is_alphanumeric))
        || (next == Some('-') && then.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()))
        || (next == Some('-') && before == Some('('))
}

/// `, MD 20892`: a state or a degree after a comma.
fn is_state(text: &str, tokens: &Tokens, word: usize) -> bool {
    let place = tokens.place(word..word + 1);
    place.len() == 2
        && tokens.gap_before(text, word).trim() == ","
        && text
            .part(place.end..)
            .trim_start()
            .chars()
            .next()
            .is_none_or(|next| next.is_ascii_digit() || next.is_ascii_punctuation())
}

/// `Premium DS Logon`, `1 NOHIC Way`: between a capital or a number and another capital, the letters are part of a name.
fn is_of_name(text: &str, tokens: &Tokens, word: usize) -> bool {
    let opens = |at: usize, wanted: fn(char) -> bool| {
        let place = tokens.place(at..at + 1);
        let mut chars = text.get(place).unwrap_or("").chars();
        chars.next().is_some_and(wanted) && chars.next().is_some_and(char::is_lowercase)
    };
    let is_near = |at: usize| {
        !tokens
            .gap_before(text, at)
            .contains(['.', ',', ';', ':', '(', ')'])
    };
    let Some(before) = word.checked_sub(1) else {
        return false;
    };
    let number = |at: usize| tokens.word(at).bytes().all(|byte| byte.is_ascii_digit());
    word + 1 < tokens.len()
        && is_near(word)
        && is_near(word + 1)
        && (before > 0 && opens(before, char::is_uppercase) || number(before))
        && opens(word + 1, char::is_uppercase)
}

/// Names of genes and proteins look like abbreviations.
fn is_about_genes(facts: &Facts<'_>, index: usize) -> bool {
    !facts.hits_in(Table::GeneWords, index).is_empty()
}

/// Whether most letters of `text` are capitals.
fn is_shouted(text: &str) -> bool {
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let small = text.chars().filter(|c| c.is_lowercase()).count();
    capitals > small && text.split_whitespace().count() > 2
}

/// What the words around the abbreviation at `word` say of it.
fn meaning(facts: &Facts<'_>, index: usize, word: usize, name: &str) -> Option<Meaning> {
    let tokens = facts.tokens_of(index);
    let text = facts.sentence(index).text();
    let before = tokens.gap_before(text, word);
    let place = tokens.place(word..word + 1);
    let rest = text.get(place.end..).unwrap_or("");
    // What explains it stands near.
    let rest = rest.part(..rest.floor_char_boundary(300));
    let found =
        |words: Range<usize>, expansion: Option<Range<usize>>, is_bracketed: bool| Meaning {
            sentence: index,
            span: facts.span_of(index, words),
            expansion,
            is_bracketed,
        };
    let ends_clause = rest
        .trim_start()
        .starts_with([')', ',', ';', ']', '/', '.', '-', '–', '—'])
        || rest.is_empty();
    if before.contains(['(', '[']) {
        let expansion = expansion_before(tokens, word, name);
        let start = expansion.as_ref().map_or(word, |words| words.start);
        let closes_soon = rest.find(')').is_some_and(|at| at < 12);
        if ends_clause || closes_soon || matches!(tokens.word(word + 1), "or" | "for") {
            return Some(found(start..word + 1, expansion, true));
        }
    }
    if names_behind(rest) {
        return Some(found(word..word + 1, None, false));
    }
    let opens = rest.trim_start();
    if opens.starts_with(['(', '[']) {
        let close = opens
            .find([')', ']'])
            .map(|at| place.end + (rest.len() - opens.len()) + at);
        let inside = word + 1..close.map_or(tokens.len(), |at| tokens.index_at(at));
        // "NSAIDs (ibuprofen, naproxen)" names some, "VO2 (3)" counts.
        let says = inside.clone().any(|at| {
            tokens
                .word(at)
                .bytes()
                .all(|byte| byte.is_ascii_alphabetic())
        });
        if says {
            let expansion = spells(tokens, &inside, name).then(|| inside.clone());
            return Some(found(word..inside.end.max(word + 1), expansion, false));
        }
    }
    if links_back(tokens, word)
        || before.trim() == ","
        || matches!(before.trim(), "–" | "—" | "-" | "/")
    {
        let end = (0..word)
            .rev()
            .find(|at| !is_link(tokens.word(*at)))
            .map_or(0, |at| at + 1);
        if let Some(expansion) = expansion_before(tokens, end, name) {
            return Some(found(expansion.start..word + 1, Some(expansion), false));
        }
        if links_back(tokens, word) && tokens.word(word.saturating_sub(1)) != "or" {
            return Some(found(word..word + 1, None, false));
        }
    }
    if let Some(expansion) = listed(text, tokens, word, name) {
        let span = expansion.start.min(word)..expansion.end.max(word + 1);
        return Some(found(span, Some(expansion), false));
    }
    let after = word + 1..(word + 2 + 2 * name.len()).min(tokens.len());
    let told = match (tokens.word(word + 1), tokens.word(word + 2)) {
        ("means" | "or", _) => Some(word + 2),
        ("stands", "for") | ("is" | "are", "a" | "an" | "the" | "when" | "any" | "short") => {
            Some(word + 3)
        }
        _ if matches!(
            rest.trim_start().chars().next(),
            Some(',' | ':' | '–' | '—' | '=' | ']')
        ) =>
        {
            Some(word + 1)
        }
        _ => None,
    }?;
    let starts = tokens.word(told) == "or" || tokens.word(told) == "the";
    let told = told + usize::from(starts);
    let words = told..(told + name.len() + 2).min(tokens.len());
    let is_said = matches!(tokens.word(word + 1), "stands" | "means" | "or" | "is");
    let expansion = (told + 1..=words.end).map(|end| told..end).find(|words| {
        spells(tokens, words, name) && (is_said || are_initials(tokens, words, name))
    });
    let explains = matches!(tokens.word(word + 1), "stands" | "means" | "is" | "are")
        || before.trim_start().starts_with("*[");
    (expansion.is_some() || explains && !after.is_empty()).then(|| {
        found(
            word..expansion.as_ref().map_or(word + 1, |words| words.end),
            expansion,
            false,
        )
    })
}

/// "The MMR jab protects against measles, mumps and rubella": a list of the sentence that has a word for each letter.
fn listed(text: &str, tokens: &Tokens, word: usize, name: &str) -> Option<Range<usize>> {
    if name.len() < 3 {
        return None;
    }
    let first = name.bytes().next()?.to_ascii_lowercase();
    let starts = (0..tokens.len()).filter(|at| tokens.word(*at).bytes().next() == Some(first));
    let lists = starts.map(|at| at..(at + name.len() + 1).min(tokens.len()));
    let mut lists = lists.filter(|list| {
        let joins = |at: usize| tokens.word(at) == "and";
        !list.contains(&word)
            && list.len() == name.len() + 1
            && joins(list.end - 2)
            && tokens.gap_before(text, list.start + 1).contains(',')
    });
    lists.find(|list| are_initials(tokens, list, name))
}

/// "ACE inhibitors (tablets that ...)": the name goes on for a word, and is explained then.
fn names_behind(rest: &str) -> bool {
    let Some((between, _)) = rest.split_once('(') else {
        return false;
    };
    let words = between.split_whitespace().count();
    (1..=2).contains(&words)
        && between.len() < 30
        && between
            .chars()
            .all(|c| c.is_alphabetic() || c == ' ' || c == '-')
}

fn is_link(word: &str) -> bool {
    matches!(
        word,
        "or" | "called"
            | "known"
            | "as"
            | "abbreviated"
            | "simply"
            | "just"
            | "also"
            | "sometimes"
            | "often"
            | "shortened"
            | "to"
            | "the"
            | "an"
            | "a"
            | "termed"
            | "named"
    )
}

/// "called RFA", "known as RFA", "or RFA".
fn links_back(tokens: &Tokens, word: usize) -> bool {
    let before = |back: usize| word.checked_sub(back).map_or("", |at| tokens.word(at));
    let last = if matches!(before(1), "the" | "an" | "a") {
        2
    } else {
        1
    };
    matches!(
        before(last),
        "called" | "or" | "abbreviated" | "termed" | "named"
    ) || (before(last) == "as" && matches!(before(last + 1), "known" | "abbreviated"))
        || (before(last) == "to" && before(last + 1) == "shortened")
}

/// The words right before word `end` that the letters of `name` are the first ones of, or stand in.
///
/// Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", 2003: letters are
/// matched from the right, and the first must start a word.
fn expansion_before(tokens: &Tokens, end: usize, name: &str) -> Option<Range<usize>> {
    let letters: Vec<u8> = name.bytes().map(|byte| byte.to_ascii_lowercase()).collect();
    let most = (letters.len() + 5).min(letters.len() * 2);
    let mut left = letters.as_slice();
    for word in (end.saturating_sub(most)..end).rev() {
        let bytes = tokens.word(word).as_bytes();
        let mut at = bytes.len();
        while let [earlier @ .., wanted] = left {
            let place = bytes.part(..at).iter().rposition(|byte| byte == wanted);
            // The first letter of the abbreviation starts a word.
            let place = if earlier.is_empty() {
                place.filter(|_| bytes.first() == Some(wanted)).map(|_| 0)
            } else {
                place
            };
            let Some(place) = place else { break };
            at = place;
            left = earlier;
        }
        if left.is_empty() {
            return Some(word..end);
        }
    }
    None
}

/// Whether the letters of `name` are those of `words`: in their order, or most words start with one of the same number.
fn spells(tokens: &Tokens, words: &Range<usize>, name: &str) -> bool {
    let letters: Vec<u8> = name
        .bytes()
        .map(|byte| byte.to_ascii_lowercase())
        .filter(u8::is_ascii_lowercase)
        .collect();
    if words.len() < 2
        && name.len() > 2
        && letters
            .first()
            .is_none_or(|first| !tokens.word(words.start).starts_with(char::from(*first)))
    {
        return false;
    }
    let all = expansion_before(tokens, words.end, name)
        .is_some_and(|found| found.start >= words.start && found.start <= words.start + 1);
    let first = |at: usize| tokens.word(at).bytes().next();
    let heads = words
        .clone()
        .zip(&letters)
        .filter(|(at, letter)| first(*at) == Some(**letter))
        .count();
    all || (words.len() == letters.len()
        && first(words.start) == letters.first().copied()
        && heads * 2 >= letters.len())
}

/// Whether each letter of `name` is the first of a word, small words aside.
fn are_initials(tokens: &Tokens, words: &Range<usize>, name: &str) -> bool {
    let telling = words
        .clone()
        .map(|at| tokens.word(at))
        .filter(|word| !matches!(*word, "of" | "and" | "the" | "for" | "in" | "to"));
    telling
        .filter_map(|word| word.bytes().next())
        .eq(name.bytes().map(|byte| byte.to_ascii_lowercase()))
}

impl Meaning {
    /// Whether what it stands for has a word for each letter, so that it can be held against another.
    pub fn is_firm(&self, facts: &Facts<'_>, name: &str) -> bool {
        self.stems(facts)
            .is_some_and(|stems| stems.len() == name.len())
    }

    /// The stems of what it stands for, to compare with another; `None` where it is only explained.
    pub fn stems(&self, facts: &Facts<'_>) -> Option<Vec<String>> {
        let tokens = facts.tokens.get(self.sentence)?;
        let words = self.expansion.clone()?;
        let content = words.map(|at| tokens.word(at)).filter(|word| {
            !matches!(
                *word,
                "the" | "a" | "an" | "of" | "and" | "in" | "or" | "for"
            )
        });
        Some(content.map(|word| stem(word, facts.lang)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    fn found(text: &str) -> Vec<(String, usize, Vec<String>)> {
        let article = parse::article(Source::new(
            "a.md",
            format!("# A\n\n{text}\n"),
            Format::Markdown,
        ));
        let facts = Facts::find(&article, &Settings::of(&article));
        let tell = |one: &Abbreviation| {
            let expansion = |meaning: &Meaning| {
                let words = meaning.expansion.clone();
                words.map_or("explained".to_owned(), |words| {
                    facts.text_of(meaning.sentence, words).to_owned()
                })
            };
            (
                one.text.clone(),
                one.uses.len(),
                one.meanings.iter().map(expansion).collect(),
            )
        };
        facts.abbreviations().iter().map(tell).collect()
    }

    #[test]
    fn each_way_to_say_what_it_stands_for_is_known() {
        let cases: &[(&str, &str, &str)] = &[
            (
                "You may have radiofrequency ablation (RFA).",
                "RFA",
                "radiofrequency ablation",
            ),
            (
                "RFA (radiofrequency ablation) is next.",
                "RFA",
                "radiofrequency ablation",
            ),
            (
                "A deep vein thrombosis, or DVT, is a clot.",
                "DVT",
                "deep vein thrombosis",
            ),
            (
                "COPD stands for chronic obstructive pulmonary disease.",
                "COPD",
                "chronic obstructive pulmonary disease",
            ),
            (
                "Take a nonsteroidal anti-inflammatory drug (NSAID).",
                "NSAID",
                "nonsteroidal anti-inflammatory drug",
            ),
            (
                "NSAIDs (nonsteroidal anti-inflammatory drugs) help.",
                "NSAID",
                "nonsteroidal anti-inflammatory drugs",
            ),
            (
                "The estimated glomerular filtration rate (eGFR) drops.",
                "eGFR",
                "estimated glomerular filtration rate",
            ),
            (
                "Your HbA1c (long-term blood sugar) is high.",
                "HbA1c",
                "explained",
            ),
            ("A test called INR is done.", "INR", "explained"),
            ("INR is a blood test.", "INR", "explained"),
        ];
        for (text, name, meaning) in cases {
            assert_eq!(
                found(text),
                [((*name).to_owned(), 1, vec![(*meaning).to_owned()])],
                "{text}"
            );
        }
    }

    #[test]
    fn words_that_are_no_abbreviations_are_left_out() {
        for text in [
            "Dr McKenzie wrote in PubMed about type II and BRCA1.",
            "The NHS and your GP offer an MRI or CT scan.",
            "Do NOT stop. Write to Bethesda, MD 20892 or www.NIH.gov.",
            "DO NOT EAT BEFORE THE TEST",
            "Eat less SALT, since salt binds water.",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn an_abbreviation_without_a_meaning_has_none() {
        for text in [
            "RFA may follow.",
            "The doctor offers PR, a course.",
            "Ask about RFA or surgery.",
        ] {
            let found = found(text);
            assert!(
                found.len() == 1 && found[0].2.is_empty(),
                "{text}: {found:?}"
            );
        }
    }
}
