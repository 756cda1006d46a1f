//! Guidelines that were replaced.

use crate::config::{Successor, successor};
use crate::lexicon::phrasebook::Hit;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::collections::BTreeMap;

rule! {
    /// The article names a guideline that another has replaced.
    ///
    /// ## Why it matters
    /// The newer guideline may advise against what the older one advised. A reader who looks the old one up finds a note
    /// that it was withdrawn, and doubts the rest.
    ///
    /// The rule knows clinical guidelines of NICE that were replaced as a whole (`CG88` by `NG59`); each address can be
    /// made of the id: <https://www.nice.org.uk/guidance/ng59>. A sentence that says itself that the guideline was
    /// replaced, updated or is an older one is left alone.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Low back pain
    ///
    /// Exercise is the first thing to try.
    ///
    /// ## References
    ///
    /// 1. National Institute for Health and Care Excellence. Low back pain. Clinical guideline CG88.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Low back pain
    ///
    /// Exercise is the first thing to try.
    ///
    /// ## References
    ///
    /// 1. National Institute for Health and Care Excellence. Low back pain and sciatica in over 16s. NG59, 2016.
    /// ```
    ///
    /// ```markdown,pass
    /// # Low back pain
    ///
    /// NG59 replaced CG88 in 2016.
    ///
    /// The CG95 guideline on chest pain still holds.
    /// ```
    RULE { name: "superseded-guideline", severity: Warning, since: "0.1.0",
        standard: "PIF TICK 4; NHS Standard for creating health content 2",
        summary: "a guideline is named that another has replaced" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut by_id: BTreeMap<String, (&Successor, Vec<Span>)> = BTreeMap::new();
    for hit in cx.facts.hits(Table::GuidelineId) {
        let knows = cx.facts.hits_in(Table::GuidelineReplaced, hit.sentence);
        let Some((number, span)) = named(cx, hit).filter(|_| knows.is_empty()) else {
            continue;
        };
        if let Some(successor) = successor(&number) {
            let entry = by_id.entry(format!("CG{number}"));
            entry.or_insert((successor, Vec::new())).1.push(span);
        }
    }
    for (id, (successor, spans)) in by_id {
        let Some((first, others)) = spans.split_first() else {
            continue;
        };
        let (new, year) = (&successor.by, successor.year);
        let message = format!("{id} was replaced by {new} in {year}");
        let finding = findings.report(*first, message);
        for other in others {
            finding.label(*other, "here too");
        }
        finding
            .help(format!(
                "Readers who look it up find a guideline that no longer holds. Read {new} on {} ({}), check that the article still agrees with it, and cite it instead.",
                successor.about,
                successor.url()
            ))
            .fix(Fix {
                title: format!("name {new} instead"),
                edits: spans
                    .iter()
                    .map(|span| Edit {
                        span: *span,
                        text: new.clone(),
                    })
                    .collect(),
                safety: Safety::NeedsReview,
            });
    }
}

/// The number of the guideline that a hit names, and the words for it: "CG88", "CG 88", "NICE clinical guideline 88".
fn named(cx: &Context<'_>, hit: &Hit) -> Option<(String, Span)> {
    let tokens = cx.facts.tokens.get(hit.sentence)?;
    let first = tokens.word(hit.words.start);
    let (number, words) = match first.strip_prefix("cg") {
        Some("") => {
            let after = hit.words.start + 1;
            (tokens.word(after).to_owned(), hit.words.start..after + 1)
        }
        Some(number) => (number.to_owned(), hit.words.clone()),
        None => {
            let last = hit.words.end.checked_sub(1)?;
            (tokens.word(last).to_owned(), hit.words.clone())
        }
    };
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let text = cx.facts.text_of(hit.sentence, words.clone());
    let is_id = text.starts_with("CG") || text.starts_with("NICE");
    (is_number && is_id).then(|| (number, cx.facts.span_of(hit.sentence, words)))
}
