//! Parts of a team's own kind that do not come in its order.

use crate::facts::parts::{PartPlace, parts};
use crate::rules::prelude::*;

rule! {
    /// A part does not stand where the team's kind of document has it.
    ///
    /// ## Why it matters
    /// Readers who know one document of a kind look for a part where the others have it. In steps that are followed one
    /// by one, the wrong order can spoil the result.
    ///
    /// The rule speaks only of kinds that a team defines in `facetdoc.toml` and marks as `ordered`. The order is that of
    /// the list of parts; parts that are not there, and sections that are no part, do not count.
    ///
    /// ## Flagged
    /// ```toml,config
    /// [kinds.recipe]
    /// ordered = true
    /// [[kinds.recipe.part]]
    /// name = "ingredients"
    /// headings = ["ingredients", "zutaten"]
    /// [[kinds.recipe.part]]
    /// name = "method"
    /// headings = ["method", "zubereitung"]
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// kind: recipe
    /// ---
    /// # Lentil soup
    ///
    /// ## Method
    /// Boil everything for half an hour.
    ///
    /// ## Ingredients
    /// - lentils
    /// - water
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// kind: recipe
    /// ---
    /// # Linsensuppe
    ///
    /// ## Zutaten
    /// - Linsen
    /// - Wasser
    ///
    /// ## Geschichte
    /// Linsen gehören zu den ältesten Feldfrüchten.
    ///
    /// ## Zubereitung
    /// Alles eine halbe Stunde kochen.
    /// ```
    RULE { name: "section-out-of-order", severity: Warning, since: "0.1.0",
        standard: "the team's own kind of document",
        summary: "a part does not stand where the team's kind of document has it" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(kind) = cx.settings.own_kind.as_deref().filter(|kind| kind.ordered) else {
        return;
    };
    let mut seen = vec![false; kind.parts.len()];
    let mut highest: Option<PartPlace<'_>> = None;
    let mut late: Vec<(PartPlace<'_>, PartPlace<'_>)> = Vec::new();
    for place in parts(cx.article, kind) {
        let is_first = seen
            .get_mut(place.index)
            .is_some_and(|seen| !std::mem::replace(seen, true));
        match highest {
            _ if !is_first => {}
            Some(before) if place.index < before.index => late.push((place, before)),
            _ => highest = Some(place),
        }
    }
    let Some(((place, before), others)) = late.split_first() else {
        return;
    };
    let (name, other) = (&place.part.name, &before.part.name);
    let message = format!(
        "\"{name}\" comes after \"{other}\"; in the kind \"{}\" it comes before",
        kind.name
    );
    let order: Vec<&str> = kind.parts.iter().map(|part| part.name.as_str()).collect();
    let finding = findings.report(place.head, message);
    finding.label(before.head, format!("\"{other}\" is here"));
    for (place, before) in others {
        let message = format!(
            "\"{}\" also comes before \"{}\"",
            place.part.name, before.part.name
        );
        finding.label(place.head, message);
    }
    finding.help(format!(
        "Readers look for it where other documents of this kind have it. Move it; the order is: {}.",
        order.join(", ")
    ));
}
