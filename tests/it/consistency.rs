//! Articles that agree or disagree with themselves: made up, with what an editor would say of them.
//!
//! `consistency.txt` holds the articles, each after a line with its format and the findings wanted, or "nothing".

use crate::cases::{Case, cases};
use facetdoc::article::Date;
use facetdoc::check;
use facetdoc::parse;
use facetdoc::source::Source;

/// The rules that hold one part of an article against another; the others are not looked at here.
const RULES: &[&str] = &[
    "abbreviation-redefined",
    "abbreviation-undefined",
    "advice-conflict",
    "audience-drift",
    "body-region-mismatch",
    "cross-reference-broken",
    "definition-after-use",
    "faq-contradicts-body",
    "intro-promise-unmet",
    "list-count-mismatch",
    "metadata-mismatch",
    "new-term-in-conclusion",
    "number-conflict",
    "promise-of-cause-vs-prevention",
    "red-flag-term-undefined",
    "references-missing",
    "term-drift",
    "title-promise-unmet",
];

/// What is found in an article, as "rule line", with the messages.
fn found(case: &Case<'_>) -> (Vec<String>, Vec<String>) {
    let article = parse::article(Source::new("article", case.text, case.format));
    let findings = check::check(&article, Date::from_ymd(2026, 11, 24));
    let findings = findings
        .iter()
        .filter(|finding| RULES.contains(&finding.rule.name));
    let mut places = Vec::new();
    let mut messages = Vec::new();
    for finding in findings {
        let line = article.source.position(finding.span.start()).line;
        places.push(format!("{} {line}", finding.rule.name));
        messages.push(format!(
            "{line}: {}: {}",
            finding.rule.name, finding.message
        ));
    }
    places.sort();
    (places, messages)
}

#[test]
fn parts_that_disagree_are_found_and_consistent_articles_are_left_alone() {
    let cases = cases(include_str!("consistency.txt"));
    assert!(cases.len() > 30, "{} articles", cases.len());
    let mut faults = Vec::new();
    for case in &cases {
        let (places, messages) = found(case);
        if places != case.wanted {
            let wanted = case.wanted.join(", ");
            let messages = messages.join("\n    ");
            faults.push(format!(
                "wanted [{wanted}], found\n    {messages}\n  in\n{}",
                case.text
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}
