//! What the rules about single words share: the uses of a word list, those of one row together.

use super::{Context, Findings};
use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::facts::TermUse;
use crate::lexicon::lists::{List, Row};
use std::collections::BTreeMap;

/// All uses of one row, in reading order, never none.
#[derive(Debug)]
pub(super) struct Group<'f> {
    /// The row.
    pub(super) row: &'f Row,
    /// Its uses.
    pub(super) uses: Vec<TermUse<'f>>,
}

/// The uses of `list` that are the article's own words and that `keep` keeps, by row, in the order of their first use.
///
/// The lists are English; an article in another language has none.
pub(super) fn groups<'f>(
    cx: &Context<'f>,
    list: List,
    keep: impl Fn(&TermUse<'_>) -> bool,
) -> Vec<Group<'f>> {
    let facts = cx.facts;
    if cx.article.base_lang() != "en" {
        return Vec::new();
    }
    let mut groups: Vec<Group<'f>> = Vec::new();
    let mut by_term: BTreeMap<&str, usize> = BTreeMap::new();
    for term in facts.terms(list) {
        if !keep(&term) || !facts.is_own_wording(term.sentence, &term.words) {
            continue;
        }
        let index = *by_term.entry(&term.row.term).or_insert(groups.len());
        match groups.get_mut(index) {
            Some(group) => group.uses.push(term),
            None => groups.push(Group {
                row: term.row,
                uses: vec![term],
            }),
        }
    }
    groups
}

/// The severity that a row's level stands for.
pub(super) fn severity(row: &Row) -> Severity {
    match row.level {
        0 | 1 => Severity::Info,
        2 => Severity::Warning,
        _ => Severity::Error,
    }
}

/// Reports a group at its first use, the others as labels; `message` gets the word as it stands there.
pub(super) fn report<'f, 'd>(
    cx: &Context<'_>,
    findings: &'d mut Findings<'_>,
    group: &Group<'f>,
    message: impl FnOnce(&str) -> String,
) -> Option<&'d mut Diagnostic> {
    let (first, rest) = group.uses.split_first()?;
    let text = cx.facts.text_of_term(first);
    let finding = findings.report(cx.facts.span_of_term(first), message(text));
    for other in rest {
        let text = cx.facts.text_of_term(other);
        finding.label(cx.facts.span_of_term(other), format!("\"{text}\" again"));
    }
    Some(finding)
}

/// Reports every group with its row's severity; `message` gets the words as they stand and the row.
pub(super) fn report_all(
    cx: &Context<'_>,
    findings: &mut Findings<'_>,
    groups: &[Group<'_>],
    message: impl Fn(&str, &Row) -> String,
) {
    for group in groups {
        let row = group.row;
        let Some(finding) = report(cx, findings, group, |text| message(text, row)) else {
            continue;
        };
        finding.severity(severity(row)).help(advice(row));
        if let Some(edits) = edits(cx, group) {
            let title = format!("write \"{}\"", row.plain);
            finding.fix(crate::diagnostic::Fix {
                title,
                edits,
                safety: crate::diagnostic::Safety::NeedsReview,
            });
        }
    }
}

/// Why the row is there and what to write, as help.
pub(super) fn advice(row: &Row) -> String {
    let note = sentence(&row.note);
    if row.plain.is_empty() {
        return note;
    }
    format!("{note} Better: {}.", row.plain)
}

/// `text` with a capital and a full stop; "" stays empty.
fn sentence(text: &str) -> String {
    let mut text = capitalised(text.trim());
    if !text.is_empty() && !text.ends_with(['.', '!', '?']) {
        text.push('.');
    }
    text
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// The edits that put the plain form in the place of every use of a group, with its form, capital and article; `None` where
/// one of them cannot be made.
pub(super) fn edits(cx: &Context<'_>, group: &Group<'_>) -> Option<Vec<Edit>> {
    group.uses.iter().map(|term| edit(cx, term)).collect()
}

fn edit(cx: &Context<'_>, term: &TermUse<'_>) -> Option<Edit> {
    let tokens = cx.facts.tokens.get(term.sentence)?;
    let text = cx.facts.text_of_term(term);
    let mut plain = term.row.replacement(tokens, &term.words)?;
    let first = text.chars().next()?;
    let is_shouted = text.chars().filter(|c| c.is_alphabetic()).count() > 1
        && !text.chars().any(char::is_lowercase);
    if is_shouted {
        return None;
    }
    let mut words = term.words.clone();
    let before = words.start.checked_sub(1);
    let article = before.filter(|index| matches!(tokens.word(*index), "a" | "an"));
    if let Some(index) = article {
        let is_vowel = plain.starts_with(['a', 'e', 'i', 'o', 'u']);
        let small = if is_vowel { "an" } else { "a" };
        plain = format!("{small} {plain}");
        words.start = index;
        let written = cx.facts.text_of(term.sentence, index..index + 1);
        if written.starts_with(char::is_uppercase) {
            plain = capitalised(&plain);
        }
    } else if first.is_uppercase() {
        plain = capitalised(&plain);
    }
    let span = cx.facts.span_of(term.sentence, words.clone());
    let is_verbatim = cx.article.source.slice(span) == cx.facts.text_of(term.sentence, words);
    is_verbatim.then_some(Edit { span, text: plain })
}

/// Whether the sentence asks: a claim in a question claims nothing.
pub(super) fn is_question(cx: &Context<'_>, sentence: usize) -> bool {
    let text = cx.facts.sentences.get(sentence).map(|s| s.text());
    text.is_some_and(|text| text.trim_end().ends_with('?'))
}
