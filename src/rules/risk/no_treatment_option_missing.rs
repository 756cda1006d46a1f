//! Procedures that nobody is told they may refuse.

use super::alternatives_missing;
use super::shared::{procedure, says};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// An article about a procedure does not say what happens without it.
    ///
    /// ## Why it matters
    /// Not having it is always an option. To weigh it, a reader must know whether the trouble is likely to pass, stay or get
    /// worse.
    ///
    /// "If you decide not to have it", "without treatment", "it often gets better by itself" all count. Where no other option
    /// is named at all, `alternatives-missing` asks for this too.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block for back pain
    ///
    /// A nerve block can relieve pain. It can cause bruising. Exercise can be used instead of a block.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block for back pain
    ///
    /// A nerve block can relieve pain. If you choose not to have it, the pain often eases within 3 months.
    /// ```
    ///
    /// In Spanish:
    /// ```markdown,pass
    /// ---
    /// lang: es
    /// ---
    /// # Operación de hernia
    ///
    /// La operación cierra el hueco. Si no se opera, la hernia suele crecer poco a poco.
    /// ```
    RULE {
        name: "no-treatment-option-missing", severity: Info, since: "0.1.0",
        standard: "DISCERN 12",
        summary: "does not say what happens without the procedure",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(name) = procedure(cx) else {
        return;
    };
    if says(cx, Table::NoTreatment, None) || alternatives_missing::is_reported(cx) {
        return;
    }
    findings
        .report(cx.article.title_span(), format!("does not say what happens without {name}"))
        .help("Not having it is an option too. Say what is likely to happen then: \"If you choose not to have it, ...\".");
}
