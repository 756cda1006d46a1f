//! Articles that rest on evidence and name none.

use super::shared;
use crate::facts::{Facts, QuantityKind};
use crate::lexicon::constant::regex;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use regex::Regex;
use std::sync::LazyLock;

rule! {
    /// The article claims evidence, gives figures or tells of a procedure or medicine, and lists no sources.
    ///
    /// ## Why it matters
    /// Readers, and the clinician who reviews the article next year, cannot tell where "studies show" and "1 in 10" come
    /// from.
    ///
    /// Sources in a section of their own, in a labelled paragraph, in footnotes or in the front matter (`sources:`) count. A
    /// figure whose sentence links to its source, or whose paragraph names it, is no reason.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain: an evidence summary
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    ///
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// About 1 in 10 people have a bruise for some days.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain: an evidence summary
    ///
    /// Most back pain gets better in a few weeks.
    ///
    /// ## Sources
    /// 1. The spine society's guideline on low back pain, 2024.
    /// ```
    ///
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// About 1 in 10 people have a bruise ([spine society, 2024](https://example.org/blocks)).
    /// ```
    ///
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// According to the spine society, about 1 in 10 people have a bruise.
    /// ```
    ///
    /// Not every number is a figure about people:
    /// ```markdown,pass
    /// # Skin care after a block
    ///
    /// Wipe the skin with 70% alcohol. The nurse looks for evidence of infection. Use a cream with 1% hydrocortisone.
    /// If both parents carry the gene, each child has a 1 in 4 chance of the illness.
    /// ```
    ///
    /// Citations are references under any heading:
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// About 1 in 10 people have a bruise for some days.
    ///
    /// ## How we know this
    ///
    /// Royal Society of Pain Care. Audit of nerve blocks in four hospitals. J Pain Care. 2021;12:44-51. <https://doi.org/10.1000/jpc.2021>
    /// ```
    RULE {
        name: "references-missing", severity: Error, since: "0.1.0",
        standard: "JAMA attribution; EQIP bibliography; HONcode 4",
        summary: "the article rests on evidence and lists no references",
    }
}

/// Whether this rule reports the article and is on, so that figures and claims without a source are told of already.
pub(super) fn is_reported(cx: &Context<'_>) -> bool {
    cx.settings.is_on("references-missing", "evidence") && reason(cx).is_some()
}

/// Where the article asks for references that it lacks, and why.
fn reason(cx: &Context<'_>) -> Option<(Span, String)> {
    if shared::has_sources(cx.article) {
        return None;
    }
    claim(cx).or_else(|| figure(cx)).or_else(|| kind(cx))
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some((span, reason)) = reason(cx) else {
        return;
    };
    findings
        .report(span, format!("no references, although the article {reason}"))
        .help("Readers cannot see what this rests on. Add a section \"Sources\" with the guideline, review or leaflet that it was written from, or list them in the front matter under sources:.");
}

/// Words of the title or the introduction that claim evidence.
fn claim(cx: &Context<'_>) -> Option<(Span, String)> {
    let (sentence, words) = shared::self_claim(cx)?;
    let phrase = cx.facts.text_of(sentence, words.clone());
    let span = cx.facts.span_of(sentence, words);
    Some((span, format!("calls itself \"{phrase}\"")))
}

static SHARE: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\b\d+(?:[.,]\d+)?\s?(?:%|percent\b|per cent\b|por ciento\b)"));

/// A share counts as a figure about people where its sentence has one of these words.
static PEOPLE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:people|patients?|adults|children|babies|women|men|girls|boys|runners|athletes|cases|pregnancies|population|americans|those|everyone|chance|risk|likely|likelihood|effective|survive|survival|personas|pacientes|adultos|niños|mujeres|hombres|casos|población|riesgo|probabilidad|eficaz)\b",
    )
});

/// Shares of something other than people: strengths, doses, insurance.
static NO_FIGURE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:rating|rated|disabled|disability|cost|costs|pay|pays|paid|coinsurance|copay|coverage|benefits?|tax|solution|cream|ointment|gel|saline|alcohol|bleach|concentration|strength|oxygen|humidity|diet|calories|daily value|hba1c|a1c)\b",
    )
});

/// The first figure about people whose sentence does not say where it comes from.
fn figure(cx: &Context<'_>) -> Option<(Span, String)> {
    let mut sentences = cx.facts.sentences.iter().enumerate();
    sentences.find_map(|(index, sentence)| {
        let text = sentence.text();
        let found = ratio(cx.facts, index).or_else(|| share(text))?;
        let is_inherited = !cx.facts.hits_in(Table::FigureInherited, index).is_empty();
        let is_named = || shared::paragraph_names_source(cx.facts, index);
        if is_inherited || cx.facts.carries_source(index) || is_named() {
            return None;
        }
        let words = text.get(found.clone())?;
        let start = sentence.range.start;
        let span = sentence
            .within
            .prose
            .span(start + found.start..start + found.end);
        Some((span, format!("gives a figure (\"{words}\")")))
    })
}

fn share(text: &str) -> Option<std::ops::Range<usize>> {
    // The expressions take long to compile: they are asked where a text has a part of every match.
    if !["%", "cent", "CENT", "Cent", "cient", "CIENT", "Cient"]
        .iter()
        .any(|part| text.contains(part))
    {
        return None;
    }
    let found = SHARE.find(text)?;
    (PEOPLE.is_match(text) && !NO_FIGURE.is_match(text)).then(|| found.range())
}

/// "1 in 10", "nine out of ten", by its bytes in the sentence; not "1 in 2019" or "1 in 4 hours".
fn ratio(facts: &Facts<'_>, index: usize) -> Option<std::ops::Range<usize>> {
    let mut all = facts.quantities_of(index);
    let found = all.find(|found| found.kind == QuantityKind::Ratio)?;
    Some(facts.tokens_of(index).place(found.words.clone()))
}

fn kind(cx: &Context<'_>) -> Option<(Span, String)> {
    let kind = cx.settings.kind;
    // No words of the article ask for references: what is absent is told at the title.
    let place = cx.article.title_span();
    matches!(kind, Kind::Procedure | Kind::Medicine)
        .then(|| (place, format!("is about a {}", kind.name())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    /// Whether one sentence in this language has a ratio.
    fn has_ratio(text: &str, lang: &str) -> bool {
        let source = Source::new(
            "a.md",
            format!("---\nlang: {lang}\n---\n\n{text}\n"),
            Format::Markdown,
        );
        let article = parse::article(source);
        let facts = Facts::find(&article, &Settings::of(&article));
        (0..facts.sentences.len()).any(|index| ratio(&facts, index).is_some())
    }

    #[test]
    fn figures_about_people_are_told_from_other_numbers() {
        for text in [
            "It helps 1 in 10 people.",
            "One in ten runners has it.",
            "Nine in ten get better.",
            "3 out of 100 get worse.",
            "It affects 1 in 2,000 babies.",
            "It affects about 1 in 2000 babies.",
            "One in 2000 people has it.",
        ] {
            assert!(has_ratio(text, "en"), "{text}");
        }
        assert!(has_ratio("Una de cada diez personas lo tiene.", "es"));
        for text in [
            "Take 1 in 4 hours.",
            "Phase 3 in 2019 began.",
            "Phase 1 in 2000 began.",
            "There were two outbreaks, one in 2000 and one in 2019.",
            "A 3 in 1 vaccine",
            "All 5 out of 5 stars",
        ] {
            assert!(!has_ratio(text, "en"), "{text}");
        }
        assert!(share("About 20% of people have it.").is_some());
        assert!(share("El 20 por ciento de los pacientes mejora.").is_some());
        for text in [
            "Use a 1% cream.",
            "Your oxygen is below 92%.",
            "You pay 20% of the cost for those tests.",
            "Give it 100%.",
        ] {
            assert!(share(text).is_none(), "{text}");
        }
    }
}
