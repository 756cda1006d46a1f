//! First lines of red flags that do not open with an action.

use super::places;
use crate::facts::ListUse;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// A list of warning signs does not open with one clear action that ends in "if:".
    ///
    /// ## Why it matters
    /// On NHS pages a reader knows the card by its first line: who to call, then the signs. "Certain symptoms warrant prompt
    /// medical attention" hides the action, and three services in one line leave the reader to choose.
    ///
    /// The rule follows the NHS style and speaks only where the profile asks for care cards (`nhs`, the profile of articles
    /// for Great Britain). The line may be the sentence before the
    /// list or its heading.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// region: GB
    /// ---
    /// # Hives
    ///
    /// ## When to get help
    ///
    /// Certain symptoms warrant prompt medical attention from your GP, including:
    ///
    /// - swelling around the eyes
    /// - a fever
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// region: GB
    /// ---
    /// # Hives
    ///
    /// ## Call 999 or go to A&E if:
    ///
    /// - your throat swells
    /// - you cannot breathe
    ///
    /// ## When to get help
    ///
    /// See a GP if you have:
    ///
    /// - swelling around the eyes
    /// - a fever
    /// ```
    RULE { name: "care-card-heading", severity: Info, since: "0.1.0",
        standard: "NHS care cards",
        summary: "warning signs that do not open with one action" }
}

/// A line that names more services leaves the reader to choose.
const SERVICES: usize = 2;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if !follows_nhs_style(cx) {
        return;
    }
    let parts = places::parts(cx);
    let lists = parts.iter().flat_map(|place| places::lists(cx, place));
    let mut faults = lists.filter_map(|list| fault(cx, list));
    let Some((span, message)) = faults.next() else {
        return;
    };
    let finding = findings
        .report(span, message)
        .help("Start with what to do and end with \"if:\", such as \"Call 999 or go to A&E if:\" or \"See a GP if:\", and name one service or two.");
    for (span, _) in faults {
        finding.label(span, "so does this line");
    }
}

/// Whether the article is held to the NHS style.
fn follows_nhs_style(cx: &Context<'_>) -> bool {
    cx.settings.profile.care_cards && cx.article.base_lang() == "en"
}

/// The line that governs a list, where it is no action or names too many services.
fn fault(cx: &Context<'_>, list: &ListUse) -> Option<(Span, &'static str)> {
    let advises = |index: &usize| cx.facts.counsels_of(*index).next().is_some();
    let lead = list.lead.filter(advises);
    let line = lead.or(list.heading.filter(advises))?;
    let opens = |index: usize| !cx.facts.hits_in(Table::CareCard, index).is_empty();
    let is_card = opens(line) || list.heading.is_some_and(opens);
    let sentence = cx.facts.sentences.get(line)?;
    let tokens = cx.facts.tokens.get(line)?;
    if !is_card {
        return Some((
            sentence.span(),
            "the line over these signs does not open with what to do",
        ));
    }
    let services = cx.facts.advice.services_in(tokens);
    (services > SERVICES).then(|| {
        (
            sentence.span(),
            "the line over these signs leaves the reader to choose among more than two services",
        )
    })
}
