//! Emergency numbers of another country.

mod numbers;
mod unknown;
mod unnamed;

use self::numbers::{Number, numbers};
use self::unknown::unknown;
use self::unnamed::unnamed;
use crate::config::Region;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::collections::BTreeMap;

rule! {
    #[doc = include_str!("manual.md")]
    RULE { name: "emergency-number-region", severity: Error, since: "0.1.0",
        standard: "NHS care cards; ITU-T E.161.1 and national numbering plans",
        summary: "an emergency number of another country" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let regions = regions(cx);
    let numbers = numbers(cx, &regions);
    let mut foreign: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    if is_declared(cx) {
        for number in &numbers {
            if regions
                .iter()
                .all(|region| region.answers(&number.digits) == Some(false))
            {
                foreign.entry(&number.digits).or_default().push(number.span);
            }
        }
        for (digits, spans) in foreign {
            wrong(cx, findings, digits, &spans);
        }
    } else {
        mixed(findings, &numbers);
    }
    unknown(cx, &regions, findings);
    unnamed(cx, findings);
}

/// The article's region and those that its front matter adds.
fn regions(cx: &Context<'_>) -> Vec<Region> {
    let mut regions = vec![cx.settings.region.clone()];
    let listed = cx
        .article
        .meta
        .other
        .iter()
        .filter(|(key, _)| key == "regions");
    for code in listed.filter_map(|(_, value)| value.as_array()).flatten() {
        regions.extend(code.as_str().map(Region::from_code));
    }
    regions
}

/// Whether somebody said which region the article is for: US is also what is taken where nobody did.
fn is_declared(cx: &Context<'_>) -> bool {
    let names_region = |lang: &str| lang.split(['-', '_']).skip(1).any(|part| part.len() == 2);
    let meta = &cx.article.meta;
    let configured = cx.settings.config.region.is_some();
    configured
        || meta.region.is_some()
        || names_region(&cx.settings.lang)
        || cx.settings.region.code != "US"
}

/// Whether a sentence, its heading or the line that leads to its list speaks of other countries.
fn is_elsewhere(cx: &Context<'_>, sentence: usize) -> bool {
    let told = |index: usize| !cx.facts.hits_in(Table::Elsewhere, index).is_empty();
    let Some(within) = cx.facts.sentences.get(sentence) else {
        return false;
    };
    let heading = within.within.section.heading.as_ref();
    let mut headings = heading
        .into_iter()
        .flat_map(|heading| cx.facts.sentences_in(heading.whole()));
    let mut leads = cx
        .facts
        .lists_around(within.span())
        .filter_map(|list| list.lead);
    told(sentence) || headings.any(told) || leads.any(told)
}

fn wrong(cx: &Context<'_>, findings: &mut Findings<'_>, digits: &str, spans: &[Span]) {
    let Some((first, rest)) = spans.split_first() else {
        return;
    };
    let region = &cx.settings.region;
    let Some(own) = region.emergency_number else {
        return;
    };
    let finding = findings
        .report(*first, format!("\"{digits}\" does not reach help in the article's region, {}", region.code))
        .help(format!(
            "Readers there call {own} in an emergency. If this is for another country, say which; if the article is for several, list them in the front matter as regions:."
        ));
    for span in rest {
        finding.label(*span, "here too");
    }
    if !matches!(digits, "111" | "988") {
        let edits = spans
            .iter()
            .map(|span| Edit {
                span: *span,
                text: own.to_owned(),
            })
            .collect();
        finding.fix(Fix {
            title: format!("use {own}"),
            edits,
            safety: Safety::NeedsReview,
        });
    }
}

/// Numbers of several countries in an article that names no region: the rarest is the odd one.
fn mixed(findings: &mut Findings<'_>, numbers: &[Number]) {
    let mut places: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for number in numbers {
        if matches!(number.digits.as_str(), "911" | "999" | "000") {
            places.entry(&number.digits).or_default().push(number.span);
        }
    }
    let odd = places
        .iter()
        .min_by_key(|(_, spans)| (spans.len(), std::cmp::Reverse(spans.first().copied())));
    let usual = places
        .iter()
        .max_by_key(|(_, spans)| (spans.len(), std::cmp::Reverse(spans.first().copied())));
    let (Some((odd, spans)), Some((usual, others))) = (odd, usual) else {
        return;
    };
    let (Some(span), Some(other)) = (spans.first(), others.first()) else {
        return;
    };
    if odd != usual {
        findings
            .report(*span, format!("\"{odd}\" and \"{usual}\" are emergency numbers of different countries"))
            .severity(Severity::Warning)
            .label(*other, format!("\"{usual}\" here"))
            .help("Keep the one of your readers' country, and say in the front matter which it is (region: US). If readers of both use the page, say which number is for whom.");
    }
}
