//! One thing, several names.

use super::names::{self, Entity, Place};
use super::pack_names;
use crate::rules::prelude::*;

rule! {
    /// One thing has several names.
    ///
    /// ## Why it matters
    /// A clinician knows that a reliever and a rescue inhaler are one thing. A reader who holds two prescriptions does not.
    ///
    /// Compared are the names of what the title is about ("carpal tunnel release", "carpal tunnel decompression"), of a part
    /// of it ("facet medial branches", "medial branch nerves"), and a table of things with two common names, such as blood sugar
    /// and blood glucose. Where a topic pack applies, the names in it are compared instead of the title's. Plurals, hyphens and articles make no other name. A sentence that gives both names ("also called
    /// ...") settles the matter. Three names for the person to ask (doctor, physician, healthcare provider) are a remark.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Carpal tunnel release
    ///
    /// Carpal tunnel release takes 20 minutes.
    ///
    /// ## Afterwards
    ///
    /// Carpal tunnel decompression leaves a small scar.
    /// ```
    ///
    /// ```markdown,flag
    /// # Diabetes
    ///
    /// Check your blood sugar each morning. Write your blood sugar down.
    ///
    /// ## Meals
    ///
    /// Sweet drinks raise your blood glucose. Keep your blood glucose steady.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Carpal tunnel release
    ///
    /// Carpal tunnel release (also called carpal tunnel decompression) treats carpal tunnel syndrome.
    ///
    /// ## Afterwards
    ///
    /// Carpal tunnel releases leave a small scar. Check your blood sugar (blood glucose).
    /// ```
    RULE {
        name: "term-drift", severity: Warning, since: "0.1.0",
        standard: "plainlanguage.gov: use the same terms consistently; PEMAT 3",
        summary: "one thing has several names",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.facts.base_lang() != "en" {
        return;
    }
    let mut entities = pack_names::of_packs(cx).unwrap_or_else(|| names::of_title(cx));
    entities.extend(names::of_tables(cx));
    for entity in &entities {
        report(cx, entity, findings);
    }
}

fn report(cx: &Context<'_>, entity: &Entity, findings: &mut Findings<'_>) {
    let Some(preferred) = entity.preferred() else {
        return;
    };
    let mut others: Vec<Place> = entity
        .variants
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != preferred)
        .flat_map(|(_, places)| places.iter().copied())
        .collect();
    others.sort_unstable();
    let (Some(first), Some(kept)) = (
        others.first(),
        entity
            .variants
            .get(preferred)
            .and_then(|places| places.first()),
    ) else {
        return;
    };
    let text = |span: Span| {
        cx.article
            .source
            .slice(span)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let (variant, name) = (text(first.span), text(kept.span).to_lowercase());
    let finding = findings.report(
        first.span,
        format!("\"{variant}\" is called \"{name}\" elsewhere"),
    );
    finding.label(kept.span, "the other name");
    for other in others.iter().skip(1).take(4) {
        finding.label(other.span, format!("\"{}\"", text(other.span)));
    }
    finding.help("Readers cannot tell whether two names mean one thing. Use one name throughout, and give the other once, as in \"(also called ...)\".");
    finding.severity(entity.severity);
    if let Some(fix) = renamed(cx, &others, &name) {
        finding.fix(fix);
    }
}

/// Puts `name` in every place of `others`, if all are in the same number and in text as it stands.
fn renamed(cx: &Context<'_>, others: &[Place], name: &str) -> Option<Fix> {
    let mut edits = Vec::new();
    for place in others {
        let written = cx.article.source.slice(place.span);
        let is_plain = written
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'));
        if !is_plain || written.ends_with('s') != name.ends_with('s') {
            return None;
        }
        let mut letters = name.chars();
        let initial = letters.next()?;
        let text = if written.starts_with(char::is_uppercase) {
            initial.to_uppercase().chain(letters).collect()
        } else {
            name.to_owned()
        };
        edits.push(Edit {
            span: place.span,
            text,
        });
    }
    Some(Fix {
        title: format!("say \"{name}\""),
        edits,
        safety: Safety::NeedsReview,
    })
}
