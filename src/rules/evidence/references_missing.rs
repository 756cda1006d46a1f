//! Articles that rest on evidence and name none.

use super::shared;
use crate::lexicon::Tokens;
use crate::lexicon::constant::regex;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use crate::source::PartOf;
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

static RATIO: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:(\d+|one|two|three)\s(?:in|in every|out of|out of every)\s(\d[\d,]*|ten|five|four|three)|(\d+|una?|dos|tres)\sde\scada\s(\d[\d.]*|diez|cinco|cuatro|tres))\b",
    )
});

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
    let sentences = cx.facts.sentences.iter().zip(cx.facts.tokens);
    sentences
        .enumerate()
        .find_map(|(index, (sentence, tokens))| {
            let text = sentence.text();
            let ratio = may_have_ratio(tokens).then(|| ratio(text)).flatten();
            let found = ratio.or_else(|| share(text))?;
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

/// Whether two words of a sentence begin as every match of [`RATIO`] does.
fn may_have_ratio(tokens: &Tokens) -> bool {
    let words = tokens.words().zip(tokens.words().skip(1));
    let mut near = words.filter(|(_, next)| matches!(*next, "in" | "out" | "de"));
    near.any(|(word, _)| {
        word.ends_with(|last: char| last.is_ascii_digit())
            || matches!(
                word,
                "one" | "two" | "three" | "un" | "una" | "dos" | "tres"
            )
    })
}

/// "1 in 10", but not "1 in 2019" or "1 in 4 hours".
fn ratio(text: &str) -> Option<std::ops::Range<usize>> {
    const UNITS: &[&str] = &[
        "hour", "minute", "day", "week", "month", "year", "ml", "mg", "hora", "minuto", "día",
        "semana", "mes", "año",
    ];
    RATIO.captures_iter(text).find_map(|found| {
        let whole = found.get(0)?;
        let rest = text.part(whole.end()..).trim_start();
        let rest = rest.part(..rest.floor_char_boundary(12)).to_lowercase();
        let number = |group: usize| {
            found
                .get(group)
                .and_then(|digits| digits.as_str().replace([',', '.'], "").parse::<u32>().ok())
        };
        let (part, all) = (number(1).or(number(3)), number(2).or(number(4)));
        let is_year = all.is_some_and(|all| (1900..2100).contains(&all))
            && !text.part(whole.range()).contains([',', '.']);
        let is_share = !matches!((part, all), (Some(part), Some(all)) if part >= all);
        (!is_year && is_share && !UNITS.iter().any(|unit| rest.starts_with(unit)))
            .then(|| whole.range())
    })
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

    #[test]
    fn figures_about_people_are_told_from_other_numbers() {
        for text in [
            "It helps 1 in 10 people.",
            "One in ten runners has it.",
            "3 out of 100 get worse.",
            "Una de cada diez personas lo tiene.",
            "It affects 1 in 2,000 babies.",
        ] {
            assert!(ratio(text).is_some(), "{text}");
            assert!(may_have_ratio(&Tokens::of(text)), "{text}");
        }
        for text in [
            "Take 1 in 4 hours.",
            "Phase 3 in 2019 began.",
            "A 3 in 1 vaccine",
            "All 5 out of 5 stars",
        ] {
            assert!(ratio(text).is_none(), "{text}");
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
