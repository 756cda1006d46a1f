//! Temperatures without a scale.

use crate::facts::{QuantityKind, Unit};
use crate::rules::prelude::*;

rule! {
    /// A body temperature is given without saying Celsius or Fahrenheit.
    ///
    /// ## Why it matters
    /// A thermometer may show either. A reader whose thermometer shows 101 cannot tell what "a fever over 38" asks of them.
    ///
    /// One scale is enough: the rule does not ask for both.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Flu
    ///
    /// Call your doctor if you have a fever over 38.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Flu
    ///
    /// Call your doctor if you have a fever over 38 °C (100.4 °F). Bend your knees to 90 degrees. Some have a fever for 38 hours.
    /// ```
    RULE {
        name: "temperature-unit", severity: Info, since: "0.1.0",
        standard: "NHS temperature",
        summary: "a temperature does not say Celsius or Fahrenheit",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() != "en" {
        return;
    }
    let found = cx.facts.quantities().iter();
    let mut bare =
        found.filter(|found| found.kind == QuantityKind::Temperature && found.unit == Unit::Degree);
    let Some(first) = bare.next() else {
        return;
    };
    let text = cx.facts.quantity_text(first);
    let (scale, name) = if first.high < 50.0 {
        ("C", "Celsius")
    } else {
        ("F", "Fahrenheit")
    };
    let unit = if text.ends_with("degrees") {
        format!(" {name}")
    } else if text.ends_with(['°', 'º']) {
        scale.to_owned()
    } else {
        format!(" °{scale}")
    };
    let finding = findings
        .report(
            first.span,
            format!("\"{text}\" does not say Celsius or Fahrenheit"),
        )
        .help(format!(
            "Add the unit, it seems to be {name}: the reader's thermometer may show the other."
        ));
    finding.fix(Fix {
        title: format!("add {name}"),
        edits: vec![Edit {
            span: Span::empty(first.span.end()),
            text: unit,
        }],
        safety: Safety::NeedsReview,
    });
    for found in bare {
        finding.label(found.span, "nor does this");
    }
}
