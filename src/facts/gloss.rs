//! Whether the place where a hard word stands also says what it means.
//!
//! Glosses are found by form: brackets, a dash, a clause set off by a comma, "is a", "called", or the plain words in the
//! same sentence. Whether a gloss is right is not judged.

use super::Facts;
use super::term::is_marked;
use crate::article::{MarkKind, ProseKind, TextKind};
use crate::lexicon::Tokens;
use crate::source::PartOf;
use std::ops::Range;

/// A gloss stands within so many bytes of its word.
const REACH: usize = 240;
/// The plain words for it stand within so many words.
const NEAR: usize = 30;

impl Facts<'_> {
    /// Whether the words `words` of a sentence are explained there or in the sentence right after; `plain` is what the word
    /// means, "" where that is not known.
    pub fn is_explained(&self, sentence: usize, words: &Range<usize>, plain: &str) -> bool {
        let (Some(within), Some(tokens)) =
            (self.sentences.get(sentence), self.tokens.get(sentence))
        else {
            return false;
        };
        // A cell that holds nothing else is explained by its row.
        let is_entry =
            within.within.kind == TextKind::In(ProseKind::Cell) && words.len() == tokens.len();
        if is_entry || within.within.kind == TextKind::In(ProseKind::Term) || asks_what(tokens) {
            return true;
        }
        let place = tokens.place(words.clone());
        let text = within.text();
        let (Some(before), Some(after)) = (text.get(..place.start), text.get(place.end..)) else {
            return false;
        };
        let before = before.part(before.ceil_char_boundary(before.len().saturating_sub(REACH))..);
        let after = after.part(..after.floor_char_boundary(REACH));
        let range = within.range.start + place.start..within.range.start + place.end;
        let is_link = |kind: &MarkKind| matches!(kind, MarkKind::Link { .. });
        let is_linked = is_marked(within.within.prose, &range, is_link);
        is_linked
            || is_glossed_after(after, tokens.word(words.end.saturating_sub(1)))
            || says_what_it_is(tokens, words.end)
            || is_name_for_what_stands_before(before, tokens, words.start)
            || has_plain_words(tokens, words, plain)
            || self.is_told_next(sentence)
    }

    /// "You may have an ablation. This uses heat ...": the next sentence of the same text goes on about it.
    fn is_told_next(&self, sentence: usize) -> bool {
        let same_text = |index: usize| {
            let prose = |index: usize| self.sentences.get(index).map(|s| s.within.prose.whole());
            prose(index) == prose(sentence)
        };
        let next = sentence + 1;
        let Some(tokens) = self.tokens.get(next).filter(|_| same_text(next)) else {
            return false;
        };
        let opens = matches!(tokens.word(0), "this" | "these" | "it" | "they" | "that");
        opens
            && (matches!(
                tokens.word(1),
                "means" | "mean" | "involves" | "involve" | "uses" | "happens" | "refers"
            ) || (matches!(tokens.word(1), "is" | "are")
                && matches!(
                    tokens.word(2),
                    "a" | "an" | "the" | "when" | "where" | "also" | "called" | "known"
                )))
    }
}

/// "What is a facet joint?"
fn asks_what(tokens: &Tokens) -> bool {
    tokens.word(0) == "what"
        && matches!(
            tokens.word(1),
            "is" | "are" | "was" | "does" | "do" | "causes"
        )
}

/// What follows the word, whose last word is `head`, opens a gloss.
fn is_glossed_after(after: &str, head: &str) -> bool {
    let rest = after.trim_start();
    let is_dash = |rest: &str| {
        let spaced = rest.strip_prefix('-').filter(|rest| rest.starts_with(' '));
        rest.starts_with(['–', '—', ':', '=']) || spaced.is_some()
    };
    if is_dash(rest) && !after.starts_with('-') {
        return true;
    }
    if let Some(clause) = rest.strip_prefix(',') {
        return opens_apposition(clause, head);
    }
    // "percutaneous coronary intervention, also known as ..."
    let clause = rest.get(..rest.floor_char_boundary(48)).unwrap_or(rest);
    if clause.contains(", also called") || clause.contains(", also known as") {
        return true;
    }
    // "thoracic extension exercises (bending ...)": the bracket may follow the noun.
    let reach = rest.floor_char_boundary(24);
    let near = rest.get(..reach).unwrap_or(rest);
    let open = near.find('(').filter(|open| {
        let between = near.get(..*open).unwrap_or("");
        !between.contains([',', '.', ';', ')'])
    });
    open.and_then(|open| rest.get(open + 1..))
        .is_some_and(|inside| has_gloss_words(inside.split(')').next().unwrap_or(inside)))
}

/// "..., a narrow gap", "..., small joints at the back": a clause after a comma that says what something is.
fn opens_apposition(clause: &str, head: &str) -> bool {
    let clause = clause.split([',', '.', ';']).next().unwrap_or(clause);
    let tokens = Tokens::of(clause);
    let opens = matches!(
        tokens.word(0),
        "a" | "an" | "which" | "also" | "meaning" | "called" | "known" | "where" | "when" | "i"
    ) || (tokens.word(0) == "or" && tokens.len() <= 6)
        || (tokens.word(0) == "the" && tokens.len() > 3);
    let tells = tokens.word(1) == "which" && matches!(tokens.word(0), "in" | "of" | "by" | "for");
    opens || tells || tokens.words().any(|word| word == head)
}

/// Whether a bracket holds plain words, not only an abbreviation, a number or a source.
fn has_gloss_words(inside: &str) -> bool {
    let first = inside.split_whitespace().next().unwrap_or("");
    let points_away = [
        "see",
        "fig",
        "figure",
        "table",
        "such",
        "for",
        "including",
        "e.g.",
    ];
    let is_word = |word: &&str| {
        word.chars().filter(|c| c.is_alphabetic()).count() >= 3
            && word.starts_with(|c: char| c.is_lowercase())
    };
    !points_away.contains(&first.to_lowercase().as_str())
        && inside.split_whitespace().any(|word| is_word(&word))
}

/// Words for what kind of thing something is: "arrhythmias are changes in the heartbeat".
fn is_kind(word: &str) -> bool {
    matches!(
        word,
        "bleeding"
            | "changes"
            | "conditions"
            | "damage"
            | "diseases"
            | "drugs"
            | "lumps"
            | "medicines"
            | "narrowing"
            | "pain"
            | "problems"
            | "swelling"
            | "tears"
            | "tests"
    )
}

/// "Facet joints are small joints that ...": a verb at word `at` that opens a definition.
fn says_what_it_is(tokens: &Tokens, at: usize) -> bool {
    // "Foraminal stenosis pain is a ...": the noun may come first.
    let verb = (at..at + 2).find(|index| {
        matches!(
            tokens.word(*index),
            "is" | "are" | "means" | "mean" | "refers" | "refer" | "describes" | "involves"
        )
    });
    let is_when = |index: usize| {
        matches!(
            tokens.word(index),
            "happens" | "happen" | "occurs" | "occur" | "develops" | "develop" | "starts"
        ) && tokens.word(index + 1) == "when"
    };
    let Some(verb) = verb else {
        return (at..at + 2).any(is_when);
    };
    if !matches!(tokens.word(verb), "is" | "are") {
        return true;
    }
    let skip = usize::from(matches!(
        tokens.word(verb + 1),
        "usually" | "often" | "also" | "just" | "simply"
    ));
    let next = verb + 1 + skip;
    let opens = matches!(
        tokens.word(next),
        "a" | "an" | "when" | "where" | "what" | "any" | "one" | "called" | "another"
    ) || (tokens.word(next) == "the"
        && (next + 1..next + 4)
            .any(|index| matches!(tokens.word(index), "name" | "term" | "word")));
    let is_told = |index: usize| {
        matches!(
            tokens.word(index),
            "that" | "which" | "where" | "when" | "used" | "located" | "between" | "called"
        )
    };
    opens || is_kind(tokens.word(next)) || (next + 1..next + 7).any(is_told)
}

/// "narrowing (foraminal stenosis)", "a clot, or thrombosis", "called thrombosis".
fn is_name_for_what_stands_before(before: &str, tokens: &Tokens, at: usize) -> bool {
    const NAMING: &[&str] = &[
        "a",
        "also",
        "an",
        "as",
        "called",
        "doctors",
        "call",
        "it",
        "known",
        "medical",
        "medically",
        "name",
        "officially",
        "or",
        "sometimes",
        "technically",
        "term",
        "the",
        "this",
        "termed",
    ];
    if let Some(open) = before
        .rfind('(')
        .filter(|open| !before.part(*open..).contains(')'))
    {
        let inside = Tokens::of(before.get(open + 1..).unwrap_or(""));
        let outside = before.get(..open).unwrap_or("");
        // "(allergic rhinitis)": a word or two of the name may stand before the term.
        let is_name = inside.len() <= 2 || inside.words().all(|word| NAMING.contains(&word));
        let points_away = ["such", "for", "including", "like", "e", "see", "eg"];
        if is_name && !points_away.contains(&inside.word(0)) && has_gloss_words(outside) {
            return true;
        }
    }
    let is_article = |index: usize| matches!(tokens.word(index), "a" | "an" | "the");
    let back = |index: usize| index.checked_sub(1);
    let Some(mut last) = back(at) else {
        return false;
    };
    if is_article(last) {
        let Some(earlier) = back(last) else {
            return false;
        };
        last = earlier;
    }
    let earlier = back(last).map_or("", |index| tokens.word(index));
    let is_category = |index: usize| {
        matches!(
            tokens.word(index),
            "condition" | "disease" | "disorder" | "illness" | "infection"
        )
    };
    let small = [
        "or", "and", "with", "of", "from", "by", "like", "as", "than", "to", "in", "such", "for",
        "is", "are",
    ];
    if is_category(last)
        || (!small.contains(&tokens.word(last)) && back(last).is_some_and(is_category))
    {
        return true;
    }
    match tokens.word(last) {
        "called" | "termed" | "named" => true,
        "as" => matches!(earlier, "known" | "to"),
        "or" => before.trim_end().ends_with(", or") || before.trim_end().ends_with(", or a"),
        "is" | "name" | "term" => matches!(earlier, "name" | "term" | "medical"),
        // "This is called neutropenic sepsis", "called white coat hypertension": words of the name may stand before the term.
        word => {
            let is_called = |word: &str| matches!(word, "called" | "termed");
            let is_second = || {
                let before = last.checked_sub(2).map_or("", |index| tokens.word(index));
                !small.contains(&earlier) && is_called(before)
            };
            !small.contains(&word) && (is_called(earlier) || is_second())
        }
    }
}

/// Whether more than half of the plain words for it stand in the same sentence, not in the word itself.
fn has_plain_words(tokens: &Tokens, words: &Range<usize>, plain: &str) -> bool {
    let first = plain.split([',', ';', '(']).next().unwrap_or(plain);
    let wanted = Tokens::of(first);
    let is_content = |word: &&str| {
        word.len() > 3
            && !matches!(
                *word,
                "that"
                    | "with"
                    | "from"
                    | "when"
                    | "where"
                    | "your"
                    | "into"
                    | "around"
                    | "between"
                    | "very"
                    | "back"
            )
    };
    let (mut all, mut found) = (0, 0);
    for word in wanted.words().filter(is_content) {
        all += 1;
        let stem = word
            .get(..word.len().saturating_sub(3).clamp(4, 6))
            .unwrap_or(word);
        let is_there = (words.start.saturating_sub(NEAR)..tokens.len().min(words.end + NEAR))
            .filter(|index| !words.contains(index))
            .any(|index| tokens.word(index).starts_with(stem));
        found += usize::from(is_there);
    }
    found > 0 && (all == 1 || found * 2 > all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    fn is_explained(text: &str, term: &str, plain: &str) -> bool {
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let facts = Facts::find(&article, &Settings::of(&article));
        let wanted = Tokens::of(term);
        for (index, tokens) in facts.tokens.iter().enumerate() {
            for start in 0..tokens.len() {
                let words = start..start + wanted.len();
                let is_here =
                    (0..wanted.len()).all(|at| tokens.word(start + at) == wanted.word(at));
                if is_here && facts.is_explained(index, &words, plain) {
                    return true;
                }
            }
        }
        false
    }

    #[test]
    fn glosses_are_known_by_their_form() {
        for text in [
            "It is narrowing where nerves leave the spine (foraminal stenosis).",
            "Foraminal stenosis (a narrow gap) is common.",
            "Foraminal stenosis, a narrow gap for a nerve, is common.",
            "Foraminal stenosis – a narrow gap – is common.",
            "Foraminal stenosis is a narrow gap for a nerve.",
            "A narrow gap is called foraminal stenosis.",
            "A gap that is too small, or foraminal stenosis, is common.",
            "Doctors look for foraminal stenosis. This means a narrow gap.",
            "It may be a rare condition, foraminal stenosis.",
            "A nerve may be trapped (severe foraminal stenosis).",
            "## What is foraminal stenosis?",
            "Read about [foraminal stenosis](https://example.org).",
            "Foraminal stenosis means that a gap is narrow.",
            "Foraminal stenosis of the neck, also called a narrow gap, is common.",
            "Foraminal stenosis: a narrow gap.",
            "Foraminal stenosis is narrowing of a gap.",
            "Foraminal stenosis happens when a gap is narrow.",
            "They look for foraminal stenosis, in which a gap is narrow.",
            "| Word | Meaning |\n|---|---|\n| Foraminal stenosis | A narrow gap |",
        ] {
            assert!(is_explained(text, "foraminal stenosis", ""), "{text}");
        }
        for text in [
            "Scans rule out foraminal stenosis or disc pathology.",
            "Foraminal stenosis is common.",
            "Foraminal stenosis (FS) is common.",
            "Foraminal stenosis, discs and joints can hurt.",
            "Causes (such as foraminal stenosis) vary.",
            "Foraminal stenosis is treated with rest.",
        ] {
            assert!(!is_explained(text, "foraminal stenosis", ""), "{text}");
        }
        let text = "The hole is narrowed by foraminal stenosis.";
        assert!(is_explained(text, "foraminal stenosis", "narrowing"));
    }
}
