//! Procedures without warning signs for afterwards.

use crate::facts::{ListUse, Urgency};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::collections::BTreeSet;

rule! {
    /// An article about a procedure does not say which signs after it need help.
    ///
    /// ## Why it matters
    /// An infection or a bleed shows when the reader is at home and alone with it. Warning signs of the illness before the
    /// procedure do not help them then.
    ///
    /// The rule looks for at least two signs of trouble afterwards (fever, redness or pus, bleeding, weakness that does not
    /// wear off, a bad headache, an allergic reaction and the like) tied to advice. The kind `procedure` is an error; where
    /// only the title names a procedure it is an error if the article also has a part on the procedure itself, else a
    /// warning. A scan needs none of this unless a dye is injected.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// kind: procedure
    /// ---
    /// # Facet joint injection
    ///
    /// ## The procedure
    ///
    /// You lie on your front. The injection takes 10 minutes.
    ///
    /// ## When to get help
    ///
    /// Call 911 if you have back pain and:
    ///
    /// - you cannot hold your urine
    /// - your legs get weak
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// kind: procedure
    /// ---
    /// # Facet joint injection
    ///
    /// ## The procedure
    ///
    /// You lie on your front. The injection takes 10 minutes.
    ///
    /// ## When to get help after the injection
    ///
    /// Call the clinic today if:
    ///
    /// - you have a fever
    /// - the skin is red and hot
    ///
    /// Call 911 if your legs stay weak after 24 hours.
    /// ```
    ///
    /// In running text:
    /// ```markdown,pass
    /// # Skin biopsy
    ///
    /// ## After the biopsy
    ///
    /// Call us if the wound bleeds, or if it gets red and sore.
    /// ```
    ///
    /// ```markdown,pass
    /// # Cataract surgery
    ///
    /// ## Call the eye clinic at once if:
    ///
    /// - your sight gets worse
    /// - the pain gets worse
    /// ```
    ///
    /// ```markdown,pass
    /// # Skin biopsy
    ///
    /// ## Problems
    ///
    /// Call the surgeon's office the same day if you have a fever or are sick.
    /// ```
    ///
    /// A title with "heart block" or "after knee surgery" names no procedure:
    /// ```markdown,pass
    /// # Heart block
    ///
    /// The signals between the chambers of the heart are slow.
    /// ```
    RULE { name: "aftercare-red-flags-missing", severity: Error, since: "0.1.0",
        standard: "EQIP-36 (alert signs, how complications are handled); GSTT, HEY and UW Health leaflets",
        summary: "no warning signs for after the procedure" }
}

/// How many signs make up warning signs.
const SIGNS: usize = 2;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let is_kind = cx.settings.kind == Kind::Procedure;
    let has_part = [Role::Procedure, Role::Preparation, Role::Aftercare]
        .iter()
        .any(|role| cx.article.has_role(*role));
    if !is_kind && !is_procedure_title(cx) {
        return;
    }
    let listed = cx.facts.lists().iter().any(|list| list_warns(cx, list));
    if listed || prose_warns(cx) {
        return;
    }
    let finding = findings
        .report(cx.article.title_span(), "no warning signs for after the procedure, when the reader is at home")
        .help("Say what to look for afterwards, how fast to act and whom to call: \"After the injection, call us the same day on (number) if you have a fever or the skin is red and hot. Call (emergency number) if your legs get weak.\"");
    if !is_kind && !has_part {
        finding.severity(Severity::Warning);
    }
}

/// Whether the title names a procedure, and no other words make it something else.
fn is_procedure_title(cx: &Context<'_>) -> bool {
    let Some(heading) = &cx.article.heading else {
        return false;
    };
    let is_about = matches!(cx.settings.kind, Kind::Article | Kind::Procedure);
    let mut indices = cx.facts.sentences_in(heading.whole());
    let has = |index: usize, table: Table| !cx.facts.hits_in(table, index).is_empty();
    is_about
        && indices
            .any(|index| has(index, Table::ProcedureTitle) && !has(index, Table::ProcedureTitleNot))
}

/// Whether a list that gives advice names signs of afterwards.
fn list_warns(cx: &Context<'_>, list: &ListUse) -> bool {
    let heads: Vec<usize> = [list.lead, list.heading, list.after]
        .into_iter()
        .flatten()
        .collect();
    let advised = heads
        .iter()
        .any(|index| cx.facts.counsels_of(*index).next().is_some())
        || cx.facts.counsels_in(list.span).next().is_some()
        || list.is_red_flags;
    let inside: Vec<usize> = cx.facts.sentences_in(list.span).collect();
    let section = inside
        .first()
        .and_then(|index| cx.facts.sentences.get(*index));
    let headings = section.and_then(|sentence| sentence.within.section.heading.as_ref());
    let headings = headings
        .into_iter()
        .flat_map(|heading| cx.facts.sentences_in(heading.whole()));
    let all: Vec<usize> = heads
        .into_iter()
        .chain(headings)
        .chain(inside.iter().copied())
        .collect();
    advised && signs(cx, &inside) >= SIGNS && is_afterwards(cx, &all)
}

/// Whether sentences of one section that give advice name signs of afterwards, several together.
fn prose_warns(cx: &Context<'_>) -> bool {
    let advised: BTreeSet<usize> = cx
        .facts
        .counsels()
        .iter()
        .filter(|counsel| counsel.frame.is_conditional || counsel.level() >= Urgency::Urgent)
        .map(|counsel| counsel.sentence)
        .collect();
    let advised: Vec<usize> = advised.into_iter().collect();
    let section = |index: &usize| cx.facts.section_of(*index);
    let mut sections = advised.chunk_by(|one, other| section(one) == section(other));
    sections.any(|near| {
        let headings = near
            .first()
            .map_or_else(Vec::new, |index| heading(cx, *index));
        let all: Vec<usize> = headings.into_iter().chain(near.iter().copied()).collect();
        signs(cx, near) >= SIGNS && is_afterwards(cx, &all)
    })
}

/// The sentences of the heading over a sentence.
fn heading(cx: &Context<'_>, sentence: usize) -> Vec<usize> {
    let heading = cx
        .facts
        .sentences
        .get(sentence)
        .and_then(|sentence| sentence.within.section.heading.as_ref());
    heading.map_or_else(Vec::new, |heading| {
        cx.facts.sentences_in(heading.whole()).collect()
    })
}

/// The number of different signs in some sentences.
fn signs(cx: &Context<'_>, sentences: &[usize]) -> usize {
    let hits = sentences
        .iter()
        .flat_map(|index| cx.facts.hits_in(Table::AfterSign, *index));
    let rows: BTreeSet<usize> = hits.map(|hit| hit.row).collect();
    rows.len()
}

/// Whether sentences speak of the time after a procedure or of those who did it, name red skin or a wound, or stand in a
/// part on aftercare.
fn is_afterwards(cx: &Context<'_>, sentences: &[usize]) -> bool {
    const PARTS: &[Role] = &[Role::Aftercare, Role::Risks];
    sentences.iter().any(|index| {
        let provider = || {
            let tokens = cx.facts.tokens_of(*index);
            let mut counsels = cx.facts.counsels_of(*index);
            counsels.any(|(_, counsel)| names_provider(tokens.words_of(counsel.words())))
        };
        let told = |table| !cx.facts.hits_in(table, *index).is_empty();
        cx.facts.is_in_roles(*index, PARTS)
            || told(Table::Afterwards)
            || provider()
            || told(Table::AfterSignSkin)
    })
}

/// Whether advice names those who did the procedure: "call us", "call the eye clinic".
fn names_provider<'w>(mut advice: impl Iterator<Item = &'w str>) -> bool {
    advice.any(|word| {
        matches!(
            word.trim_end_matches("'s"),
            "us" | "clinic" | "unit" | "ward" | "surgeon" | "clinica" | "cirujano"
        )
    })
}
