//! Procedures and medicines without a word on what can go wrong.

use crate::facts::Facts;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// An operation, an injection or a medicine is told of with its benefits, and no risk or side effect is named.
    ///
    /// ## Why it matters
    /// Readers decide about their own body. Those who learn only what a block is good for cannot decide, and do not know what
    /// to watch for afterwards.
    ///
    /// For the kinds `procedure` and `medicine` a part on risks is required, under a heading or a label ("Side effects: ...");
    /// without one this is an error. A part that names no concrete harm ("there are risks") is a warning. For every other
    /// kind it is a warning too, where the title names the procedure and the text says what it is good for, or where the part
    /// on treatment praises the same procedure twice. A harm must be one of the treatment: "reduces the risk of pain" is none.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// kind: medicine
    /// ---
    /// # Ibuprofen
    ///
    /// ## How to take it
    /// Take the tablets with food. They ease pain.
    /// ```
    ///
    /// ```markdown,flag
    /// # Nerve block for back pain
    ///
    /// A nerve block can relieve pain. It reduces the risk of a new flare.
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// kind: procedure
    /// ---
    /// # Nerve block for back pain
    ///
    /// ## Risks
    /// Every procedure has its risks, and this one is no exception. Please ask your doctor about all of them.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// kind: medicine
    /// ---
    /// # Ibuprofen
    ///
    /// ## How to take it
    /// Take the tablets with food. They ease pain.
    ///
    /// ## Side effects
    /// Heartburn is common. Bleeding in the stomach is rare.
    /// ```
    ///
    /// ```markdown,pass
    /// # Nerve block for back pain
    ///
    /// A nerve block can relieve pain. It can cause bruising.
    /// ```
    ///
    /// An article about something else need not list the risks of every treatment that it mentions:
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Back pain gets better with time. Surgery rarely helps.
    /// ```
    RULE {
        name: "risks-missing", severity: Error, since: "0.1.0",
        standard: "DISCERN 11; EQIP qualitative risks; CDC CCI 19; FTC",
        summary: "a treatment is described without its risks",
    }
}

const HELP: &str = "Readers cannot decide without knowing what can go wrong. Add a section \"Risks and side effects\": what is common, what is rare, and how often each happens.";

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let is_required = cx
        .settings
        .requirements
        .iter()
        .any(|requirement| requirement.any.contains(&Role::Risks));
    let places: Vec<&RolePlace> = cx.article.places(Role::Risks).collect();
    match (is_required, places.first()) {
        (true, None) => missing(cx, findings),
        (true, Some(place)) => vague(cx, place, findings),
        (false, Some(_)) => {}
        (false, None) => praised(cx, findings),
    }
}

/// A required part that is not there.
fn missing(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let known = cx.facts.intervention();
    let name = known
        .and_then(|known| known.name.clone())
        .unwrap_or_else(|| format!("a {}", cx.settings.kind.name()));
    let finding = findings.report(
        cx.article.title_span(),
        format!("no part on risks or side effects, although the article is about {name}"),
    );
    finding.help(format!("{HELP} If the article has it under other words, write <!-- facetdoc-role: risks --> above that heading."));
    if let Some(kind) = &cx.article.meta.kind {
        finding.label(kind.span, "the kind of document is set here");
    }
    for index in cx.facts.harms().into_iter().take(3) {
        finding.label(span(cx.facts, index), "a harm is named in passing here");
    }
}

/// A required part that names no harm.
fn vague(cx: &Context<'_>, place: &RolePlace, findings: &mut Findings<'_>) {
    let words: usize = cx
        .article
        .blocks_in(place.span)
        .map(Block::word_count)
        .sum();
    let is_empty = words < cx.settings.limits.section_words_min;
    if is_empty || !cx.facts.has_words() || !cx.facts.harms().is_empty() {
        return;
    }
    let first = cx.article.blocks_in(place.span).next();
    findings
        .report(first.map_or(place.span, |block| block.span), "the part on risks names no harm")
        .severity(Severity::Warning)
        .help("\"There are risks\" does not help a reader to decide. Name them: a bruise, an infection, a bad reaction to the medicine, and how often each happens.");
}

/// A procedure that is praised in an article of another kind.
fn praised(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    if !facts.has_words() {
        return;
    }
    let titled = facts
        .intervention()
        .and_then(|known| Some((known.name.clone()?, known.span)));
    let benefits = facts.benefits();
    let found = match titled {
        Some(titled) => benefits.first().map(|first| (titled, vec![*first])),
        None => twice(cx, &benefits),
    };
    let Some(((name, place), praise)) = found else {
        return;
    };
    if !facts.harms().is_empty() {
        return;
    }
    let finding = findings.report(
        place,
        format!("\"{name}\" is described with benefits but no risks or side effects"),
    );
    finding.severity(Severity::Warning).help(HELP);
    for index in praise {
        let benefit = span(facts, index);
        if !benefit.overlaps(place) {
            finding.label(benefit, "what it is good for");
        }
    }
}

/// A named procedure that the part on treatment praises twice: its name and place, and both sentences.
fn twice(cx: &Context<'_>, benefits: &[usize]) -> Option<((String, Span), Vec<usize>)> {
    let facts = cx.facts;
    let mut seen: Vec<(String, Span, usize)> = Vec::new();
    for index in benefits {
        if !facts.is_in_roles(*index, &[Role::Treatment, Role::Procedure]) {
            continue;
        }
        let Some(hit) = facts.hits_in(Table::Intervention, *index).first() else {
            continue;
        };
        let words = facts.text_of(*index, hit.words.clone()).to_lowercase();
        let name = words.trim_end_matches('s').to_owned();
        if ["procedure", "operation", "surgery", "surgerie"].contains(&name.as_str()) {
            continue;
        }
        if let Some((_, place, first)) = seen.iter().find(|(known, ..)| *known == name) {
            return Some(((words, *place), vec![*first, *index]));
        }
        seen.push((name, facts.span_of(*index, hit.words.clone()), *index));
    }
    None
}

fn span(facts: &Facts<'_>, index: usize) -> Span {
    facts
        .sentences
        .get(index)
        .map(crate::facts::Sentence::span)
        .unwrap_or_default()
}
