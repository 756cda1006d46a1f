//! Strings of nouns that a reader has to take apart.

use crate::article::{ProseKind, TextKind};
use crate::facts::readability::read_words;
use crate::lexicon::phrases::Table;
use crate::lexicon::stop_words::is_stop_word;
use crate::rules::prelude::*;

rule! {
    /// Four or more nouns and adjectives stand in a row before a general word such as "management" or "resources".
    ///
    /// ## Why it matters
    /// In "joint-related pain management resources" the reader learns only at the last word what it is about, and has to
    /// work out which word goes with which.
    ///
    /// The rule knows no grammar: it looks for a general noun ("management", "techniques", "program") right behind another,
    /// or behind a word in "-related" or "-based", in a run of at least four words without a small word between them.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// The clinic offers spine-related pain management resources.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// The clinic has leaflets and classes that help you to manage pain from your spine. Ask about the pain management
    /// program. Good sleep, stress control, exercise techniques and pain management help.
    /// ```
    RULE {
        name: "noun-string", severity: Info, since: "0.1.0",
        standard: "plainlanguage.gov (avoid noun strings)",
        summary: "four or more nouns in a row",
    }
}

const LEAST: usize = 4;

/// A sentence of more words is none that an editor wrote.
const LONGEST: usize = 200;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() != "en" {
        return;
    }
    let mut strings: Vec<(Span, usize)> = Vec::new();
    for hit in cx.facts.hits(Table::NounString) {
        let Some(sentence) = cx.facts.sentences.get(hit.sentence) else {
            continue;
        };
        let is_prose = matches!(
            sentence.within.kind,
            TextKind::In(ProseKind::Paragraph | ProseKind::Item | ProseKind::Html)
        );
        if let Some((start, count)) = before(cx, hit.sentence, hit.words.end).filter(|_| is_prose) {
            let span = cx.facts.span_of(hit.sentence, start..hit.words.end);
            if strings.last().is_none_or(|(last, _)| !last.overlaps(span)) {
                strings.push((span, count));
            }
        }
    }
    let mut strings = strings.into_iter();
    let Some((first, count)) = strings.next() else {
        return;
    };
    let words = cx.article.source.slice(first);
    let finding = findings
        .report(first, format!("\"{words}\" strings {count} nouns together"))
        .help("Readers learn only at the end what it is about. Take it apart with \"of\", \"for\" or a verb.");
    for (span, count) in strings {
        finding.label(span, format!("{count} more in a row"));
    }
}

/// Where the run of words that ends before token `end` starts, and its number of words, if it is long enough.
fn before(cx: &Context<'_>, index: usize, end: usize) -> Option<(usize, usize)> {
    let sentence = cx.facts.sentences.get(index)?;
    let tokens = cx.facts.tokens.get(index)?;
    if tokens.len() > LONGEST {
        return None;
    }
    let mut start = None;
    let mut count = 0;
    for word in read_words(sentence.text(), tokens) {
        if word.tokens.start >= end {
            break;
        }
        let text = tokens.word(word.tokens.start);
        let gap = tokens.gap_before(sentence.text(), word.tokens.start);
        let is_small = is_stop_word(text, "en") || is_no_noun(text);
        if is_small {
            (start, count) = (None, 0);
        } else if gap != " " || start.is_none() {
            (start, count) = (Some(word.tokens.start), 1);
        } else {
            count += 1;
        }
    }
    (count >= LEAST).then_some((start?, count))
}

/// Verbs, adverbs, numbers and the like.
fn is_no_noun(word: &str) -> bool {
    word.ends_with("ly")
        || word.ends_with("ing")
        || word.ends_with("ed")
        || word.ends_with("'s")
        || word.starts_with(|c: char| c.is_ascii_digit())
        || crate::lexicon::verbs::is_verb(word)
        || matches!(
            word,
            "not"
                | "no"
                | "without"
                | "before"
                | "after"
                | "until"
                | "while"
                | "since"
                | "against"
                | "under"
                | "between"
                | "through"
        )
}
