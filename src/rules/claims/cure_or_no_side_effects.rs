//! Claims to cure, and to have no side effects.

use crate::lexicon::lists::List;
use crate::rules::prelude::*;
use crate::rules::wording;

rule! {
    /// A treatment is said to cure what has no cure, or to have no side effects, no risk or no pain.
    ///
    /// ## Why it matters
    /// Such claims are how false cures are sold; regulators act on them. A reader who believes one may stop a treatment that
    /// works, or not call when something goes wrong.
    ///
    /// The phrases are the rows of `src/lexicon/lists/cures.tsv`. Those that can be true of some treatment ("the procedure is
    /// painless", "carries no risk", "breakthrough treatment") are a warning. What is negated, asked, hedged ("most people
    /// have no side effects"), reported ("no side effects were reported") or warned of ("beware of a miracle cure") passes.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// It is a painless injection.
    /// ```
    ///
    /// ```markdown,flag
    /// # Herbs
    ///
    /// This herb cures arthritis.
    /// ```
    ///
    /// ```markdown,flag
    /// # Gel
    ///
    /// The gel has no side effects.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// The injection may sting. Is it a painless injection? It does not cure arthritis. No treatment is risk-free.
    /// ```
    ///
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// No side effects were reported in the first week. Most people have no side effects. Few drugs have no side effects.
    /// If you have no side effects, keep taking the tablets. Beware of miracle cures. The lump is painless. An ultrasound
    /// scan is painless. Breakthrough pain can be treated. You have no risk factors.
    /// ```
    ///
    /// That nothing is free of harm is no claim:
    /// ```markdown,pass
    /// # Tablets
    ///
    /// No tablet is free of side effects. None of these medicines is free from side effects.
    /// ```
    RULE {
        name: "cure-or-no-side-effects", severity: Error, since: "0.1.0",
        standard: "FTC Health Products Compliance Guidance 2022; FDA health fraud",
        summary: "a claim to cure, or to have no side effects",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let groups = wording::groups(cx, List::Cures, |term| {
        !wording::is_question(cx, term.sentence)
    });
    wording::report_each(cx, findings, groups, |text, _| {
        format!("\"{text}\" is a claim that regulators act on")
    });
}
