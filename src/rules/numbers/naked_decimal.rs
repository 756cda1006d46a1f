//! Decimal points with no digit before them.

use crate::facts::{Quantity, QuantityKind};
use crate::rules::prelude::*;

rule! {
    /// A dose or a share starts with its decimal point: ".5 mg".
    ///
    /// ## Why it matters
    /// Where the point is overlooked, ".5 mg" is read as 5 mg: ten times the dose.
    ///
    /// Numbers of versions and sections have no unit and are left alone.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Sleep tablets
    ///
    /// Start with .5 mg half an hour before bed.
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// lang: es
    /// ---
    ///
    /// # Pastillas para dormir
    ///
    /// Tome ,5 mg antes de acostarse.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Sleep tablets
    ///
    /// Start with 0.5 mg half an hour before bed. The cream has 0.1% of it. See section .5 of the leaflet.
    /// ```
    RULE {
        name: "naked-decimal", severity: Error, since: "0.1.0",
        standard: "ISMP list of error-prone abbreviations 2021; Joint Commission Do Not Use list; NHS numbers",
        summary: "a decimal point has no digit before it and can be read as ten times as much",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    for found in facts.quantities().iter().filter(|found| counts(found)) {
        for word in found.words.clone() {
            let Some(mark) = facts.naked_decimal_mark(found.sentence, word) else {
                continue;
            };
            let digits = facts.span_of(found.sentence, word..word + 1);
            let point = Span::new(digits.start().saturating_sub(1), digits.start());
            if !cx.article.source.slice(point).starts_with(mark) {
                continue;
            }
            let text = facts.text_of(found.sentence, word..word + 1);
            findings
                .report(
                    point.cover(found.span),
                    format!(
                        "\"{mark}{text}\" can be read as {}, ten times as much or more",
                        text.trim_start_matches('0')
                    ),
                )
                .help(format!(
                    "Write 0{mark}{text}: a {} by itself is easily missed.",
                    if mark == '.' { "point" } else { "comma" }
                ))
                .fix(Fix {
                    title: "put a zero before the point".to_owned(),
                    edits: vec![Edit {
                        span: Span::empty(point.start()),
                        text: "0".to_owned(),
                    }],
                    safety: Safety::NeedsReview,
                });
        }
    }
}

fn counts(found: &Quantity) -> bool {
    found.unit.is_dose() || matches!(found.kind, QuantityKind::Percentage | QuantityKind::Lab)
}
