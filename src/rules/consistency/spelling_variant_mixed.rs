//! One word in two spellings.

use crate::facts::TermUse;
use crate::lexicon::lists::{List, Row};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use crate::rules::wording::{self, Group};
use std::cmp::Reverse;

rule! {
    /// The same word is spelt in two ways, or "self care" lacks its hyphen before a noun.
    ///
    /// ## Why it matters
    /// Two spellings look careless and hide the word from a search. Readers who learn a word here should find it again
    /// elsewhere.
    ///
    /// The pairs are the rows of `src/lexicon/lists/spelling.tsv`, British against American spelling among them. The form
    /// that is used most is kept; of two that are used alike, the one that comes first. Quotations, names and references are
    /// left alone. "Follow up" as a verb is no variant of the noun.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// The tumour is small. A tumour can press on a nerve. Most tumours are harmless, but the tumor must be checked.
    /// ```
    ///
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Start with self care. Good self care techniques take minutes.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Start with self-care. Good self-care techniques take minutes. Follow up with your doctor; a follow-up visit is short.
    /// ```
    ///
    /// ```markdown,pass
    /// # Care centres
    ///
    /// The centre is open. Go to the Johnson Center first. He said “the center”.
    ///
    /// ## References
    /// 1. Pain center guideline, 2020.
    /// ```
    RULE {
        name: "spelling-variant-mixed", severity: Info, since: "0.1.0",
        standard: "house style; NHS A to Z of health writing",
        summary: "one word is spelt in two ways",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let groups = wording::groups(cx, List::Spelling, |term| {
        let text = cx.facts.text_of_term(term);
        term.row.spelling(text).is_some()
    });
    for group in &groups {
        report(cx, findings, group);
    }
}

/// Which of its row's spellings a use is.
fn form(cx: &Context<'_>, term: &TermUse<'_>) -> usize {
    term.row.spelling(cx.facts.text_of_term(term)).unwrap_or(0)
}

fn report(cx: &Context<'_>, findings: &mut Findings<'_>, group: &Group<'_>) {
    let forms: Vec<usize> = group.uses.iter().map(|term| form(cx, term)).collect();
    let first_of = |form: usize| forms.iter().position(|other| *other == form);
    let used = (0..group.row.forms.len()).filter(|form| first_of(*form).is_some());
    let commonest = used.max_by_key(|form| {
        let count = forms.iter().filter(|other| *other == form).count();
        (count, Reverse(first_of(*form)))
    });
    let lacks_hyphen = group.uses.iter().any(|term| is_open_before_noun(cx, term));
    let kept = if lacks_hyphen { Some(0) } else { commonest };
    let Some(kept) = kept else {
        return;
    };
    let odd: Vec<&TermUse<'_>> = group
        .uses
        .iter()
        .zip(&forms)
        .filter(|(_, form)| **form != kept)
        .map(|(term, _)| term)
        .collect();
    let Some((first, rest)) = odd.split_first() else {
        return;
    };
    let text = cx.facts.text_of_term(first);
    let other = group
        .uses
        .iter()
        .zip(&forms)
        .find(|(_, form)| **form == kept);
    let message = match other {
        Some((other, _)) => {
            let other = cx.facts.text_of_term(other);
            format!("both \"{text}\" and \"{other}\" are used")
        }
        None => format!("\"{text}\" lacks its hyphen"),
    };
    let finding = findings.report(cx.facts.span_of_term(first), message);
    for term in rest {
        let text = cx.facts.text_of_term(term);
        finding.label(cx.facts.span_of_term(term), format!("\"{text}\" again"));
    }
    if let Some((other, _)) = other {
        let text = cx.facts.text_of_term(other);
        finding.label(cx.facts.span_of_term(other), format!("\"{text}\" here"));
    }
    let edits: Option<Vec<Edit>> = odd.iter().map(|term| edit(cx, term, kept)).collect();
    let Some(edits) = edits.filter(|_| group.row.swap) else {
        finding.help("Choose one spelling and keep to it; readers and search engines take them for two words.");
        return;
    };
    let is_grave = odd
        .iter()
        .any(|term| cx.facts.is_in_roles(term.sentence, &[Role::RedFlags]));
    let title = edits.first().map_or_else(String::new, |edit| {
        format!("write \"{}\" everywhere", edit.text)
    });
    finding
        .help("Keep to one spelling; readers and search engines take them for two words.")
        .fix(Fix {
            title,
            edits,
            safety: if is_grave {
                Safety::NeedsReview
            } else {
                Safety::KeepsMeaning
            },
        });
}

/// "self care techniques"
fn is_open_before_noun(cx: &Context<'_>, term: &TermUse<'_>) -> bool {
    let hits = cx.facts.hits_in(Table::OpenCompound, term.sentence);
    form(cx, term) != 0 && hits.iter().any(|hit| hit.words.start == term.words.start)
}

/// The use in the spelling `kept`, with its capital.
fn edit(cx: &Context<'_>, term: &TermUse<'_>, kept: usize) -> Option<Edit> {
    let text = cx.facts.text_of_term(term);
    let span = cx.facts.span_of_term(term);
    let spelt = respelt(term.row, text, kept)?;
    (cx.article.source.slice(span) == text).then_some(Edit { span, text: spelt })
}

/// `text`, in one of the spellings of `row`, in the spelling `kept`.
fn respelt(row: &Row, text: &str, kept: usize) -> Option<String> {
    let from = row.forms.get(row.spelling(text)?)?;
    let to = row.forms.get(kept)?;
    let spelt = match (from.strip_suffix('*'), to.strip_suffix('*')) {
        (Some(from), Some(to)) => format!("{to}{}", text.get(from.len()..)?),
        _ => to.to_string(),
    };
    let first = text.chars().next()?;
    if !first.is_uppercase() {
        return Some(spelt);
    }
    let mut chars = spelt.chars();
    let capital = chars.next()?.to_uppercase();
    Some(capital.chain(chars).collect())
}
