//! What the rules about single words share: the uses of a word list, those of one row together.

use super::{Context, Findings};
use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::facts::{Sentence, TermUse};
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
    if cx.facts.base_lang() != "en" {
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
pub(super) fn report<'d>(
    cx: &Context<'_>,
    findings: &'d mut Findings<'_>,
    group: &Group<'_>,
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

/// As [`report_all`], with every use a finding of its own: each claim needs its own answer.
pub(super) fn report_each(
    cx: &Context<'_>,
    findings: &mut Findings<'_>,
    groups: Vec<Group<'_>>,
    message: impl Fn(&str, &Row) -> String,
) {
    let alone = groups.into_iter().flat_map(|group| {
        let row = group.row;
        let uses = group.uses.into_iter();
        uses.map(move |term| Group {
            row,
            uses: vec![term],
        })
    });
    let alone: Vec<Group<'_>> = alone.collect();
    report_all(cx, findings, &alone, message);
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
pub(super) fn sentence(text: &str) -> String {
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
    plain = owning(plain, term, text);
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

/// `plain` with the "'s" that `text`, the use that it takes the place of, has at its end.
fn owning(plain: String, term: &TermUse<'_>, text: &str) -> String {
    let ending = ["'s", "’s"].into_iter().find(|end| text.ends_with(end));
    let is_own = term.row.forms.iter().any(|form| form.contains(['\'', '’']));
    match ending.filter(|_| !is_own) {
        None => plain,
        Some(ending) if plain.ends_with('s') => plain + ending.trim_end_matches('s'),
        Some(ending) => plain + ending,
    }
}

/// Whether the sentence asks: a claim in a question claims nothing.
pub(super) fn is_question(cx: &Context<'_>, sentence: usize) -> bool {
    let sentence = cx.facts.sentences.get(sentence);
    sentence.is_some_and(Sentence::is_question)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::facts::Facts;
    use crate::parse;
    use crate::source::{Format, Source};

    /// `text` with the plain forms of its hard words, where all uses of a word have one.
    fn in_plain_words(text: &str) -> String {
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let settings = Settings::of(&article);
        let facts = Facts::find(&article, &settings);
        let cx = Context {
            article: &article,
            facts: &facts,
            settings: &settings,
            today: None,
        };
        let groups = groups(&cx, List::Jargon, |term| term.row.level > 0);
        let mut edits: Vec<Edit> = groups
            .iter()
            .filter_map(|group| edits(&cx, group))
            .flatten()
            .collect();
        edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
        let mut plain = text.to_owned();
        for edit in edits {
            plain.replace_range(edit.span.range(), &edit.text);
        }
        plain
    }

    #[test]
    fn the_plain_word_takes_form_capital_and_article_of_the_hard_one() {
        for (hard, plain) in [
            ("An incision is made.", "A cut is made."),
            (
                "The physician's advice helps.",
                "The doctor's advice helps.",
            ),
            (
                "A physician’s note is needed.",
                "A doctor’s note is needed.",
            ),
            (
                "The physicians' advice helps.",
                "The doctors' advice helps.",
            ),
            ("Incisions are made.", "Cuts are made."),
            ("Alleviating pain takes time.", "Easing pain takes time."),
            (
                "It was administered in an accelerated way.",
                "It was given in a speeded up way.",
            ),
            (
                "Use an approximately *warm* pack.",
                "Use an about *warm* pack.",
            ),
            ("A recurring pain.", "A recurring pain."),
            ("DISCONTINUE it.", "DISCONTINUE it."),
            ("He wrote “utilize ice”.", "He wrote “utilize ice”."),
        ] {
            assert_eq!(in_plain_words(hard), plain);
        }
    }
}
