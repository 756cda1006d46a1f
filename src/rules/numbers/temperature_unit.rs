//! Temperatures without a scale.

use crate::facts::{Quantity, QuantityKind, Unit};
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
    let mut bare = found
        .filter(|found| found.kind == QuantityKind::Temperature && found.unit == Unit::Degree)
        .map(|found| (found.span, scale(found)));
    let Some((first, named)) = bare.next() else {
        return;
    };
    let source = &cx.article.source;
    let text = source.slice(first);
    let finding = findings
        .report(
            first,
            format!("\"{text}\" does not say Celsius or Fahrenheit"),
        )
        .help(format!(
            "Add the unit, it seems to be {named}: the reader's thermometer may show the other."
        ));
    let mut edits = vec![unit(text, first, named)];
    for (span, named) in bare {
        finding.label(span, "nor does this");
        edits.push(unit(source.slice(span), span, named));
    }
    finding.fix(Fix {
        title: "add the unit".to_owned(),
        edits,
        safety: Safety::NeedsReview,
    });
}

/// The scale that a body temperature must be of.
fn scale(found: &Quantity) -> &'static str {
    if found.high < 50.0 {
        "Celsius"
    } else {
        "Fahrenheit"
    }
}

/// The edit that adds the unit to a temperature.
fn unit(text: &str, span: Span, named: &str) -> Edit {
    let letter = named.get(..1).unwrap_or("");
    let text = if text.ends_with("degrees") {
        format!(" {named}")
    } else if text.ends_with(['°', 'º']) {
        letter.to_owned()
    } else {
        format!(" °{letter}")
    };
    Edit {
        span: Span::empty(span.end()),
        text,
    }
}
