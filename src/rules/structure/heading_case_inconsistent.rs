//! Headings that use capitals in different ways.

use super::letter_case::{Case, CasedWord, Usage, case, cased_words, large, small};
use crate::article::{ProseKind, TextKind};
use crate::rules::prelude::*;
use std::collections::BTreeMap;

rule! {
    /// Some headings with a capital on every word and others without, or a little word written both ways.
    ///
    /// ## Why it matters
    /// Readers take the look of a heading as a sign of its rank. Two looks on one level are two levels to them.
    ///
    /// What most headings do is right; where it is a draw, sentence case is, as the NHS writes. Names and acronyms are left
    /// out: a word counts as a name unless the text also writes it small and never writes it large within a sentence. Not
    /// compared are questions, headings that end with a colon, the last part of a heading after a colon, and the title,
    /// but for its little words ("to" there and "To" in a heading).
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Some causes of pain and ways of relief at home.
    ///
    /// ## Common causes
    /// Long runs.
    ///
    /// ## Signs to watch for
    /// Stiff joints.
    ///
    /// ## Relief at Home
    /// Heat and rest.
    /// ```
    ///
    /// ```markdown,flag
    /// # When to See a Doctor About Your Back
    ///
    /// Seek care if your doctor says so, and see about it.
    ///
    /// ## Relief
    /// Heat and rest.
    ///
    /// ## When To Seek Care
    /// When it hurts.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # When to See a Doctor About Your Back
    ///
    /// Some causes of pain and ways of relief at home, with advice on runs and the McKenzie method of Robin McKenzie.
    ///
    /// ## Common causes
    /// Long runs.
    ///
    /// ## The McKenzie Method
    /// Stretching.
    ///
    /// ## MRI of the back
    /// Pictures.
    ///
    /// ## Exercises: Relief at home
    /// Heat and rest. The McKenzie Method is taught in class.
    /// ```
    RULE {
        name: "heading-case-inconsistent", severity: Warning, since: "0.1.0",
        standard: "NHS content guide, Formatting (sentence case headings)",
        summary: "headings use capitals in different ways",
    }
}

/// A heading with the words that tell its case.
struct Heading<'a> {
    prose: &'a Prose,
    words: Vec<CasedWord<'a>>,
    is_title: bool,
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if !matches!(cx.article.base_lang(), "en" | "es") {
        return;
    }
    let headings = headings(cx.article);
    let seems_mixed = headings.iter().any(|heading| heading.has(true))
        && headings
            .iter()
            .any(|heading| !heading.is_title && heading.has(false));
    if seems_mixed {
        styles(cx, &headings, findings);
    }
    little_words(&headings, findings);
}

impl Heading<'_> {
    /// Whether a word that matters starts large, or small.
    fn has(&self, capital: bool) -> bool {
        let mut major = self.words.iter().filter(|word| !word.is_minor);
        major.any(|word| word.is_capital == capital)
    }
}

fn headings(article: &Article) -> Vec<Heading<'_>> {
    let title = article.heading.iter().map(|prose| (prose, true));
    let sections = article.sections().into_iter();
    let others = sections.filter_map(|section| Some((section.heading.as_ref()?, false)));
    title
        .chain(others)
        .filter(|(prose, _)| !prose.text().trim_end().ends_with(['?', ':']))
        .map(|(prose, is_title)| Heading {
            prose,
            words: cased_words(prose),
            is_title,
        })
        .collect()
}

/// Reports the headings, the title left out, that are not written as most of them are.
fn styles(cx: &Context<'_>, headings: &[Heading<'_>], findings: &mut Findings<'_>) {
    let texts = &cx.facts.texts;
    let running = texts.iter().filter(|text| {
        matches!(
            text.kind,
            TextKind::In(ProseKind::Paragraph | ProseKind::Item | ProseKind::Cell)
        )
    });
    let usage = Usage::of(running.map(|text| text.prose));
    let of = |wanted: Case| -> Vec<&Heading<'_>> {
        let others = headings.iter().filter(|heading| !heading.is_title);
        others
            .filter(|heading| case(&heading.words, |word| usage.is_common(word)) == wanted)
            .collect()
    };
    let (titles, sentences) = (of(Case::Title), of(Case::Sentence));
    if titles.len() + sentences.len() < 3 {
        return;
    }
    let most_are_titles = titles.len() > sentences.len();
    let (odd, usual) = if most_are_titles {
        (sentences, titles)
    } else {
        (titles, sentences)
    };
    let Some(example) = usual.first() else { return };
    // Headings of red flags are fixed on request only; they must not hold back the others.
    let (in_red_flags, others): (Vec<_>, Vec<_>) = odd
        .into_iter()
        .partition(|heading| cx.facts.is_in_role(Role::RedFlags, heading.prose.whole()));
    for odd in [others, in_red_flags] {
        report_style(&odd, example, most_are_titles, &usage, findings);
    }
}

fn report_style(
    odd: &[&Heading<'_>],
    example: &Heading<'_>,
    most_are_titles: bool,
    usage: &Usage<'_>,
    findings: &mut Findings<'_>,
) {
    let Some((first, others)) = odd.split_first() else {
        return;
    };
    let (how, title) = if most_are_titles {
        (
            "has small letters where most headings have capitals",
            "write it with capitals",
        )
    } else {
        (
            "has capitals where most headings have small letters",
            "write it with small letters",
        )
    };
    let finding = findings.report(first.prose.trimmed().whole(), format!("this heading {how}"));
    finding.help("Readers take two looks for two ranks. Write all headings in one way; small letters, as in a sentence, are the easiest to read.");
    for other in others {
        finding.label(other.prose.trimmed().whole(), "this one, too");
    }
    finding.label(
        example.prose.trimmed().whole(),
        "most are written like this",
    );
    let words = odd
        .iter()
        .flat_map(|heading| heading.words.iter().map(move |word| (heading.prose, word)))
        // Titles leave little words small; sentences write them small always.
        .filter(|(_, word)| {
            word.is_capital != most_are_titles && !(word.is_minor && most_are_titles)
        });
    let edits: Option<Vec<Edit>> = words
        .map(|(prose, word)| {
            if most_are_titles {
                edit(prose, word, large(word.text))
            } else if word.is_minor || usage.is_common(word.text) {
                edit(prose, word, small(word.text))
            } else {
                // A name, as far as the text tells.
                None
            }
        })
        .collect();
    if let Some(edits) = edits {
        finding.fix(Fix {
            title: title.to_owned(),
            edits,
            safety: Safety::KeepsMeaning,
        });
    }
}

/// Replaces a word that stands in the source as it is.
fn edit(prose: &Prose, word: &CasedWord<'_>, text: String) -> Option<Edit> {
    let span = prose.span(word.range.clone());
    (span.len() == word.text.len()).then_some(Edit { span, text })
}

/// The ways in which a little word is written in headings of capitals.
#[derive(Default)]
struct Written<'a> {
    large: Vec<(&'a Prose, &'a CasedWord<'a>)>,
    small: Vec<(&'a Prose, &'a CasedWord<'a>)>,
}

/// Reports little words that headings of capitals write in both ways.
fn little_words(headings: &[Heading<'_>], findings: &mut Findings<'_>) {
    let mut written: BTreeMap<String, Written<'_>> = BTreeMap::new();
    for heading in headings.iter().filter(|heading| !heading.has(false)) {
        let Some((_, inner)) = heading.words.split_last() else {
            continue;
        };
        for word in inner.iter().filter(|word| word.is_minor) {
            let written = written.entry(word.text.to_lowercase()).or_default();
            let ways = if word.is_capital {
                &mut written.large
            } else {
                &mut written.small
            };
            ways.push((heading.prose, word));
        }
    }
    let mixed = written
        .into_values()
        .filter(|written| !written.large.is_empty() && !written.small.is_empty());
    for written in mixed {
        let small_wins = written.small.len() >= written.large.len();
        let (odd, usual) = if small_wins {
            (written.large, written.small)
        } else {
            (written.small, written.large)
        };
        report_little(&odd, &usual, small_wins, findings);
    }
}

fn report_little(
    odd: &[(&Prose, &CasedWord<'_>)],
    usual: &[(&Prose, &CasedWord<'_>)],
    small_wins: bool,
    findings: &mut Findings<'_>,
) {
    let (Some((prose, word)), Some((like, usual))) = (odd.first(), usual.first()) else {
        return;
    };
    let finding = findings.report(
        prose.span(word.range.clone()),
        format!(
            "\"{}\" here, \"{}\" in another heading",
            word.text, usual.text
        ),
    );
    finding.help("Write the little words of headings in one way.");
    for (prose, word) in odd.iter().skip(1) {
        finding.label(prose.span(word.range.clone()), "here, too");
    }
    finding.label(like.span(usual.range.clone()), "written like this here");
    let edits: Option<Vec<Edit>> = odd
        .iter()
        .map(|(prose, word)| {
            let text = if small_wins {
                small(word.text)
            } else {
                large(word.text)
            };
            edit(prose, word, text)
        })
        .collect();
    if let Some(edits) = edits {
        finding.fix(Fix {
            title: format!("write \"{}\"", usual.text),
            edits,
            safety: Safety::KeepsMeaning,
        });
    }
}
