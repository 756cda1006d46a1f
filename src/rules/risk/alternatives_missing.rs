//! Procedures without another way.

use super::shared::{procedure, says};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// An article about a procedure names no other option.
    ///
    /// ## Why it matters
    /// A choice needs two things to choose from. Readers who learn of one way only do not know that they may ask for another.
    ///
    /// An article is about a procedure where its kind or its title says so. A heading such as "Other options" counts, and so
    /// does a sentence with "instead of", "other treatments" or "you can choose not to". How the options compare is left to
    /// the reviewer.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block for back pain
    ///
    /// A nerve block can relieve pain. It can cause bruising.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block for back pain
    ///
    /// A nerve block can relieve pain. It can cause bruising.
    ///
    /// ## Other options
    /// Exercise has fewer risks, but takes longer to help.
    /// ```
    ///
    /// Readers who have had it have chosen already:
    /// ```markdown,pass
    /// # After your nerve block
    ///
    /// Rest for a day. A bruise is common.
    /// ```
    ///
    /// ```markdown,pass
    /// # Exercises after a hip replacement
    ///
    /// A hip replacement can relieve pain. Bend your knee ten times a day.
    /// ```
    ///
    /// "Your choices are" names them, and so does a sentence on what other tests there are:
    /// ```markdown,pass
    /// # Nerve block for back pain
    ///
    /// A nerve block can relieve pain. It can cause bruising. Your main choices are a block, exercise and tablets.
    /// ```
    ///
    /// ```markdown,pass
    /// # Cataract surgery
    ///
    /// You can wait until glare troubles you. New glasses may help for a time. Surgery can cause bleeding in the eye.
    /// ```
    RULE {
        name: "alternatives-missing", severity: Warning, since: "0.1.0",
        standard: "DISCERN 14; EQIP alternatives",
        summary: "no alternatives to a procedure are named",
    }
}

/// Whether this rule reports the article and is on.
pub(super) fn is_reported(cx: &Context<'_>) -> bool {
    cx.settings.is_on("alternatives-missing", "risk") && missing_for(cx).is_some()
}

/// The procedure that no other option is named to.
fn missing_for<'a>(cx: &Context<'a>) -> Option<&'a str> {
    let name = procedure(cx)?;
    let said = cx.article.has_role(Role::Alternatives)
        || says(cx, Table::Alternative, Some(Table::AlternativeNot));
    (!said).then_some(name)
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(name) = missing_for(cx) else {
        return;
    };
    findings
        .report(cx.article.title_span(), format!("no alternatives to {name}"))
        .help("Readers cannot choose from one thing. Add a section \"Other options\" that says how they compare: what they do better, what worse, and what happens without any.");
}
