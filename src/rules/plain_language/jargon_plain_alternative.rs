//! Hard words that have a plain one.

use crate::article::TextKind;
use crate::lexicon::lists::List;
use crate::lexicon::phrases::Table as PhraseTable;
use crate::rules::prelude::*;
use crate::rules::wording::{self, Group};
use std::collections::BTreeMap;

rule! {
    /// A hard word stands where a plain one would do.
    ///
    /// ## Why it matters
    /// Every hard word costs some readers the sentence. "Ease" says what "alleviate" says and everybody knows it.
    ///
    /// The words are the rows of level 1 and 2 in `src/lexicon/lists/jargon.tsv`; verbs are found in every tense, nouns in
    /// the plural. All uses of a word are one finding. Where the plain word can take its place, an edit is offered, in the
    /// same tense and number; never when one of the uses stands in the red flags. Headings, quotations, names and references
    /// are left alone, and so is a medical word that is explained where it stands. A team adds and removes words in
    /// `facetdoc.toml`.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Heat alleviates the pain. A warm bath may alleviate it too.
    /// ```
    ///
    /// ```markdown,flag
    /// # Back pain
    ///
    /// An incision is made over the joint.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Heat eases the pain. A warm bath may ease it too.
    /// ```
    ///
    /// Fixed names keep their words, and a word that is explained has done its work:
    /// ```markdown,pass
    /// # Blood cancer
    ///
    /// Acute lymphoblastic leukaemia starts in the bone marrow. A small cut (incision) is made. The nurse said “it may
    /// exacerbate the pain”. Ask the Chronic Pain Clinic.
    /// ```
    /// So has one that was explained before:
    /// ```markdown,pass
    /// # Skin care
    ///
    /// Pressure can lead to an ulcer (an open sore).
    ///
    /// Keep the ulcer clean and dry.
    /// ```
    /// "Red flag" has a rule of its own, `red-flag-term-undefined`:
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Ask your doctor about red flags.
    /// ```
    RULE {
        name: "jargon-plain-alternative", severity: Info, since: "0.1.0",
        standard: "PEMAT 3; CDC Everyday Words; plainlanguage.gov; NHS A to Z",
        summary: "a hard word has a plain one",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let groups = wording::groups(cx, List::Jargon, |term| {
        let kind = cx.facts.sentences.get(term.sentence).map(|s| s.within.kind);
        let is_short = matches!(
            kind,
            Some(
                TextKind::Title
                    | TextKind::Heading
                    | TextKind::In(ProseKind::Heading | ProseKind::Alt | ProseKind::Term)
            )
        );
        let is_told = || {
            term.row.level == 2
                && cx
                    .facts
                    .is_explained(term.sentence, &term.words, &term.row.plain)
        };
        // "Red flag" has a rule of its own, red-flag-term-undefined.
        let is_red_flag = || {
            let hits = cx
                .facts
                .hits_in(PhraseTable::RedFlagTerm, term.sentence)
                .iter();
            let mut over = hits.filter(|hit| hit.words.contains(&term.words.start));
            over.next().is_some()
        };
        matches!(term.row.level, 1 | 2) && !is_short && !is_told() && !is_red_flag()
    });
    let told = told(cx);
    for mut group in groups {
        let first = told.get(&*group.row.term);
        group
            .uses
            .retain(|term| first.is_none_or(|first| term.sentence <= *first));
        report(cx, findings, &group);
    }
}

/// The first sentence that explains each medical word, by the word: from there on the reader knows it.
fn told<'f>(cx: &Context<'f>) -> BTreeMap<&'f str, usize> {
    let explained = wording::groups(cx, List::Jargon, |term| {
        let facts = cx.facts;
        term.row.level == 2 && facts.is_explained(term.sentence, &term.words, &term.row.plain)
    });
    let first = |group: &Group<'f>| Some((&*group.row.term, group.uses.first()?.sentence));
    explained.iter().filter_map(first).collect()
}

fn report(cx: &Context<'_>, findings: &mut Findings<'_>, group: &Group<'_>) {
    let is_grave = group
        .uses
        .iter()
        .any(|term| cx.facts.is_in_roles(term.sentence, &[Role::RedFlags]));
    let edits = wording::edits(cx, group).filter(|_| !is_grave);
    let row = group.row;
    let finding = wording::report(cx, findings, group, |text| {
        if row.plain.is_empty() {
            format!("\"{text}\" is a hard word")
        } else {
            format!("\"{text}\" is a hard word; plainer: {}", row.plain)
        }
    });
    let Some(finding) = finding else {
        return;
    };
    finding.help(wording::advice(row));
    if let Some(edits) = edits {
        finding.fix(Fix {
            title: format!("say \"{}\"", row.plain),
            edits,
            safety: Safety::NeedsReview,
        });
    }
}
