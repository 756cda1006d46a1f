//! Treatments whose benefits drown their risks.

use super::shared::procedure;
use crate::facts::Sentence;
use crate::rules::prelude::*;

rule! {
    /// Far more sentences say what a treatment is good for than what can go wrong.
    ///
    /// ## Why it matters
    /// Readers weigh what they read most of. A risk in one line under ten lines of praise is not weighed at all.
    ///
    /// Sentences that name an operation, an injection or the like (or point back at one with "it") with something good are
    /// counted, and sentences, items and cells that name one of its harms. At least four benefits, and more than four for
    /// each risk, are out of balance. No risk at all is the matter of `risks-missing`.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block for back pain
    ///
    /// A nerve block can relieve pain. A nerve block helps you sleep. The injection improves your walking. The injection eases
    /// stiffness. The injection is effective. The injection can cause bruising.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block for back pain
    ///
    /// A nerve block can relieve pain. A nerve block helps you sleep. The injection improves your walking. The injection eases
    /// stiffness. The injection is effective.
    ///
    /// ## Risks
    /// - bruising is common
    /// - infection is rare
    /// ```
    RULE {
        name: "benefit-risk-imbalance", severity: Warning, since: "0.1.0",
        standard: "DISCERN 6, 10-11; CDC CCI 19",
        summary: "benefits are told of far more often than risks",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    if procedure(cx).is_none() {
        return;
    }
    let limits = &cx.settings.limits;
    let (benefits, harms) = (facts.benefits(), facts.harms());
    let (good, bad) = (benefits.len(), harms.len());
    if bad == 0
        || good < limits.benefits_min
        || good <= bad.saturating_mul(limits.benefits_per_risk)
    {
        return;
    }
    let span = |index: &usize| facts.sentences.get(*index).map(Sentence::span);
    let Some(place) = benefits.first().and_then(span) else {
        return;
    };
    let plural = if bad == 1 { "" } else { "s" };
    let finding = findings.report(
        place,
        format!("{good} benefit and {bad} risk statement{plural}"),
    );
    finding.help("Readers weigh what they read most of. Say what can go wrong beside what it is good for, and how often each happens.");
    for place in benefits.iter().skip(1).filter_map(span) {
        finding.label(place, "a benefit");
    }
    for place in harms.iter().filter_map(span) {
        finding.label(place, "a risk");
    }
}
