//! Terms that the article explains: which term, where, and other names that it gives for them.

use super::Facts;
use super::words::stem;
use crate::article::{Block, BlockKind, ProseKind, Role, TextKind};
use crate::lexicon::Tokens;
use crate::lexicon::stop_words::is_stop_word;
use crate::source::{PartOf, Span};
use std::ops::Range;

/// A term with the place that explains it.
#[derive(Debug, Clone)]
pub struct Definition {
    /// The sentence.
    pub sentence: usize,
    /// The words of the term, without an article.
    pub words: Range<usize>,
    /// The place of the term.
    pub span: Span,
    /// The stems of the term.
    pub stems: Vec<String>,
    /// How it is explained.
    pub form: Form,
}

/// How a term is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// "T is a ... that ...", "T are ... that ...", "T means ...".
    Sentence,
    /// "T (plain words)".
    GlossBehind,
    /// "plain words (T)".
    TermBehind,
    /// "T, which is ...", "T, a ... that ...", "T – a ...".
    Apposition,
    /// "also called T", "known as T", "or T,": another name of what stands before.
    OtherName,
    /// The term of a definition list or of a glossary's row.
    Listed,
}

/// Brackets with more bytes hold more than an explanation.
const LONGEST_GLOSS: usize = 300;

/// The most words of a term.
const LONGEST: usize = 5;

/// Parts that explain nothing.
const IGNORED: &[Role] = &[
    Role::References,
    Role::Resources,
    Role::Disclaimer,
    Role::Authorship,
];

/// Every definition, in reading order.
pub(super) fn definitions(facts: &Facts<'_>) -> Vec<Definition> {
    let rows = glossary_terms(facts);
    let mut found = Vec::new();
    for index in 0..facts.sentences.len() {
        let sentence = facts.sentence(index);
        let kind = match sentence.within.kind {
            TextKind::Title | TextKind::Heading => continue,
            TextKind::In(kind) => kind,
        };
        if facts.is_in_roles(index, IGNORED) {
            continue;
        }
        let tokens = facts.tokens_of(index);
        if kind == ProseKind::Term || rows.binary_search(&sentence.span()).is_ok() {
            let words = 0..tokens.len().min(LONGEST);
            found.extend(definition(facts, index, words, Form::Listed));
        } else if matches!(
            kind,
            ProseKind::Paragraph | ProseKind::Item | ProseKind::Cell
        ) {
            in_sentence(facts, index, &mut found);
        }
    }
    found
}

/// The first cells of tables whose first header says "word" or "term".
fn glossary_terms(facts: &Facts<'_>) -> Vec<Span> {
    let mut terms = Vec::new();
    for (_, block) in facts.article.blocks() {
        let mut visit = |block: &Block| {
            let BlockKind::Table(table) = &block.kind else {
                return;
            };
            let head = table
                .header
                .first()
                .map_or(String::new(), |cell| cell.text().trim().to_lowercase());
            if [
                "word",
                "term",
                "medical word",
                "medical term",
                "abbreviation",
            ]
            .contains(&head.as_str())
            {
                terms.extend(
                    table
                        .rows
                        .iter()
                        .filter_map(|row| row.first())
                        .map(|cell| cell.trimmed().whole()),
                );
            }
        };
        block.walk(&mut visit);
    }
    terms.sort_unstable();
    terms
}

fn in_sentence(facts: &Facts<'_>, index: usize, found: &mut Vec<Definition>) {
    let text = facts.sentence(index).text();
    let tokens = facts.tokens_of(index);
    if let Some(words) = subject(text, tokens) {
        found.extend(definition(facts, index, words, Form::Sentence));
    }
    for at in 1..tokens.len() {
        let gap = tokens.gap_before(text, at);
        let word = tokens.word(at);
        let is_space = gap == " ";
        if !is_space && gap.contains('(') {
            found.extend(brackets(facts, index, at));
        } else if !is_space
            && gap.starts_with(',')
            && (word == "which" && matches!(tokens.word(at + 1), "is" | "are")
                || stands_beside(text, tokens, at))
        {
            let words = term_before(text, tokens, at);
            found.extend(words.and_then(|words| definition(facts, index, words, Form::Apposition)));
        } else if names_again(tokens, at) {
            let words = term_after(text, tokens, at + 1);
            found.extend(words.and_then(|words| definition(facts, index, words, Form::OtherName)));
        }
    }
}

/// ", small joints located at", ", a gland that": up to four words and what they do.
fn stands_beside(text: &str, tokens: &Tokens, at: usize) -> bool {
    if tokens.word(at).ends_with("ing") {
        return false;
    }
    let start = at + usize::from(matches!(tokens.word(at), "a" | "an"));
    let end = (start + 1..start + 6)
        .find(|end| matches!(tokens.word(*end), "that" | "located" | "which" | "found"));
    end.is_some_and(|end| {
        (start..end).all(|word| {
            !is_stop_word(tokens.word(word), "en")
                && (word == at || tokens.gap_before(text, word).trim().is_empty())
        }) && tokens.gap_before(text, end).trim().is_empty()
    })
}

/// "also called", "known as", "called", "or" after a comma: the index of their last word.
fn names_again(tokens: &Tokens, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    match tokens.word(at) {
        "called" | "termed" => true,
        "as" => matches!(before, "known"),
        _ => false,
    }
}

/// The subject of a sentence that explains it: "T is a ... that", "T means", "T are small joints that".
fn subject(text: &str, tokens: &Tokens) -> Option<Range<usize>> {
    let start = usize::from(matches!(tokens.word(0), "the" | "a" | "an" | "your"));
    let verb = (start + 1..(start + LONGEST + 1).min(tokens.len()))
        .find(|at| matches!(tokens.word(*at), "is" | "are" | "means" | "mean"))?;
    if (start..=verb).any(|at| {
        at > start
            && !tokens
                .gap_before(text, at)
                .chars()
                .all(|c| c == ' ' || c == '-')
    }) {
        return None;
    }
    let next = tokens.word(verb + 1);
    let within = |words: &[&str]| {
        (verb + 2..(verb + 12).min(tokens.len())).any(|at| words.contains(&tokens.word(at)))
    };
    let explains = match tokens.word(verb) {
        "means" | "mean" => true,
        "is" => {
            matches!(next, "a" | "an" | "the" | "when" | "where" | "any")
                && !matches!(
                    tokens.word(verb + 2),
                    "good"
                        | "great"
                        | "useful"
                        | "safe"
                        | "key"
                        | "best"
                        | "better"
                        | "common"
                        | "first"
                        | "most"
                        | "main"
                        | "leading"
                        | "result"
                        | "sign"
                )
                && (next == "when"
                    || within(&[
                        "that", "which", "where", "when", "who", "in", "of", "caused", "used",
                        "between", "around",
                    ]))
        }
        _ => within(&["that", "which", "who"]) && !is_stop_word(next, "en"),
    };
    explains
        .then_some(start..verb)
        .filter(|words| is_term(tokens, words))
}

/// What brackets that open before word `at` explain: the term before them, or the term inside them.
fn brackets(facts: &Facts<'_>, index: usize, at: usize) -> Option<Definition> {
    let text = facts.sentence(index).text();
    let tokens = facts.tokens_of(index);
    let open = tokens.place(at..at + 1).start;
    let behind = text.get(open..)?;
    let near = behind.part(..behind.floor_char_boundary(LONGEST_GLOSS));
    let close = near.find(')').map(|length| open + length)?;
    let inside = at..tokens.index_at(close);
    let first = tokens.word(at);
    if matches!(
        first,
        "see"
            | "for"
            | "such"
            | "eg"
            | "e"
            | "i"
            | "if"
            | "about"
            | "or"
            | "and"
            | "including"
            | "usually"
            | "up"
            | "not"
            | "in"
            | "at"
            | "on"
            | "from"
            | "with"
            | "like"
            | "especially"
            | "less"
            | "more"
            | "over"
            | "under"
    ) || inside
        .clone()
        .any(|word| tokens.word(word).bytes().any(|byte| byte.is_ascii_digit()))
    {
        return None;
    }
    if matches!(first, "also" | "called" | "known" | "sometimes") {
        return None;
    }
    let says_what = matches!(first, "a" | "an" | "the" | "when" | "any")
        || inside
            .clone()
            .any(|word| matches!(tokens.word(word), "that" | "which" | "who"));
    let gloss = inside.len() >= 2
        && says_what
        && !matches!(first, "they" | "it" | "this" | "you" | "as" | "which");
    if gloss {
        let words = term_before(text, tokens, at)?;
        return definition(facts, index, words, Form::GlossBehind);
    }
    if inside.len() <= 3 && is_term(tokens, &inside) {
        return definition(facts, index, inside, Form::TermBehind);
    }
    None
}

/// The run of words before word `end` that may be a term: back to a stop word or punctuation, three at most.
fn term_before(text: &str, tokens: &Tokens, end: usize) -> Option<Range<usize>> {
    let mut start = end;
    while start > 0 && end - start < 3 && !is_stop_word(tokens.word(start - 1), "en") {
        start -= 1;
        if tokens
            .gap_before(text, start)
            .contains([',', ';', ':', '(', ')', '"'])
        {
            break;
        }
    }
    Some(start..end).filter(|words| is_term(tokens, words))
}

/// The run of words from word `start` on that may be a term.
fn term_after(text: &str, tokens: &Tokens, start: usize) -> Option<Range<usize>> {
    let start = start + usize::from(matches!(tokens.word(start), "a" | "an" | "the"));
    let mut end = start;
    while end < tokens.len() && end - start < 4 && !is_stop_word(tokens.word(end), "en") {
        let gap = tokens.gap_before(text, end);
        if end > start && !gap.chars().all(|c| c == ' ' || c == '-') {
            break;
        }
        end += 1;
    }
    Some(start..end).filter(|words| is_term(tokens, words))
}

/// Whether words can be a term: not empty, not too long, with a word that has a meaning of its own.
fn is_term(tokens: &Tokens, words: &Range<usize>) -> bool {
    let mut content = words
        .clone()
        .map(|at| tokens.word(at))
        .filter(|word| !is_stop_word(word, "en"));
    !words.is_empty()
        && words.len() <= LONGEST
        && content.any(|word| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

fn definition(
    facts: &Facts<'_>,
    sentence: usize,
    words: Range<usize>,
    form: Form,
) -> Option<Definition> {
    let tokens = facts.tokens.get(sentence)?;
    let stems: Vec<String> = words
        .clone()
        .map(|at| stem(tokens.word(at), facts.lang))
        .collect();
    (!stems.is_empty()).then(|| Definition {
        sentence,
        span: facts.span_of(sentence, words.clone()),
        words,
        stems,
        form,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    fn terms(text: &str) -> Vec<(String, Form)> {
        let article = parse::article(Source::new(
            "a.md",
            format!("# A\n\n{text}\n"),
            Format::Markdown,
        ));
        let facts = Facts::find(&article, &Settings::of(&article));
        let tell = |one: &Definition| {
            (
                facts.text_of(one.sentence, one.words.clone()).to_owned(),
                one.form,
            )
        };
        facts.definitions().iter().map(tell).collect()
    }

    #[test]
    fn each_way_to_explain_is_known() {
        let cases = [
            (
                "The amygdala is a small part of the brain that warns you.",
                "amygdala",
                Form::Sentence,
            ),
            (
                "Facet joints are small joints that link the bones.",
                "Facet joints",
                Form::Sentence,
            ),
            (
                "Stenosis means that a vessel is narrow.",
                "Stenosis",
                Form::Sentence,
            ),
            (
                "You may need anticoagulants (medicines that stop clots).",
                "anticoagulants",
                Form::GlossBehind,
            ),
            (
                "Your kneecap (patella) may move.",
                "patella",
                Form::TermBehind,
            ),
            (
                "The test shows the amygdala, which is a part of the brain.",
                "amygdala",
                Form::Apposition,
            ),
            (
                "It is also called plantar fasciitis.",
                "plantar fasciitis",
                Form::OtherName,
            ),
            (
                "| Term | Meaning |\n|---|---|\n| Emollient | A cream |",
                "Emollient",
                Form::Listed,
            ),
        ];
        for (text, term, form) in cases {
            assert_eq!(terms(text), [(term.to_owned(), form)], "{text}");
        }
    }

    #[test]
    fn what_explains_nothing_is_left_out() {
        for text in [
            "Side effects are common.",
            "It is a good day.",
            "Walk (for example to work).",
            "See a doctor (in the next 2 days).",
        ] {
            assert_eq!(terms(text), [], "{text}");
        }
    }
}
