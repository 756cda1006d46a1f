//! Temperatures that the reader's thermometer does not show.

use crate::config::profile::Temperature;
use crate::facts::{Quantity, QuantityKind, Unit};
use crate::rules::prelude::*;

rule! {
    /// A body temperature is given without its scale, or only in the scale that readers here do not use.
    ///
    /// ## Why it matters
    /// A thermometer may show either. A reader whose thermometer shows 101 cannot tell what "a fever over 38" asks of them.
    ///
    /// One scale is enough if it is that of the readers: Fahrenheit under the profile `us`, Celsius under `nhs`, either under
    /// `neutral`; `temperature` under `[standards]` in `facetdoc.toml` changes that. Where neither the article nor the
    /// configuration names a region or profile, the rule does not guess.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Flu
    ///
    /// Call your doctor if you have a fever over 38.
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// region: US
    /// ---
    /// # Flu
    ///
    /// Call your doctor if you have a fever over 38 °C.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Flu
    ///
    /// Call your doctor if you have a fever over 38 °C (100.4 °F). Bend your knees to 90 degrees. Some have a fever for 38 hours.
    /// ```
    ///
    /// ```markdown,pass
    /// ---
    /// region: GB
    /// ---
    /// # Flu
    ///
    /// Call 111 if you have a temperature over 38C.
    /// ```
    ///
    /// ```markdown,pass
    /// # Flu
    ///
    /// Call 111 if you have a temperature over 38C.
    /// ```
    RULE {
        name: "temperature-unit", severity: Info, since: "0.1.0",
        standard: "NHS temperature",
        summary: "a temperature lacks its scale or is only in a foreign one",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() != "en" {
        return;
    }
    foreign(cx, findings);
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

/// Temperatures in the scale that the profile's readers do not use, with none of theirs in the sentence.
fn foreign(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if !names_region(cx) {
        return;
    }
    let (own, other, name) = match cx.settings.profile.temperature {
        Temperature::Fahrenheit => (Unit::Fahrenheit, Unit::Celsius, "Fahrenheit"),
        Temperature::Celsius => (Unit::Celsius, Unit::Fahrenheit, "Celsius"),
        Temperature::Either => return,
    };
    let has_own = |sentence: usize| {
        let mut beside = cx.facts.quantities_of(sentence);
        beside.any(|one| one.unit == own)
    };
    let found = cx.facts.quantities().iter();
    let mut alone = found.filter(|one| one.unit == other && !has_own(one.sentence));
    let Some(first) = alone.next() else {
        return;
    };
    let text = cx.article.source.slice(first.span);
    let finding = findings.report(first.span, format!("\"{text}\" is not given in {name}"));
    finding.help(format!(
        "Readers here have thermometers that show {name}: add it, as in \"100.4°F (38°C)\"."
    ));
    for again in alone {
        finding.label(again.span, "nor is this");
    }
}

/// Whether the article or the team says for which country it is, or under which profile; else it is only guessed.
fn names_region(cx: &Context<'_>) -> bool {
    let (meta, config) = (&cx.article.meta, &cx.settings.config);
    let tag = meta.lang.as_ref().map(|lang| lang.value.as_str());
    let in_tag = tag
        .or(config.lang.as_deref())
        .is_some_and(|tag| tag.contains('-'));
    in_tag || meta.region.is_some() || config.region.is_some() || config.profile.is_some()
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
