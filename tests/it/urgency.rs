//! Which sign gets which urgency where: made-up articles and what an editor would say of them.
//!
//! `urgency.txt` and `urgency_more.txt` hold the articles, each after a line with its format and the findings wanted, or
//! "nothing".

use crate::cases::{Case, cases};
use facetdoc::check;
use facetdoc::parse;
use facetdoc::source::Source;

/// The rules of `urgency_more.txt`, whose articles were written before a look at what is found in them.
const MORE_RULES: &[&str] = &[
    "aftercare-red-flags-missing",
    "care-advice-outside-section",
    "care-card-heading",
    "disclaimer-body-conflict",
    "disclaimer-duplicated",
    "emergency-link-out",
    "emergency-number-region",
    "faq-answer-off-topic",
    "faq-new-information",
    "faq-polar-unanswered",
    "faq-voice-mixed",
    "red-flag-copy-drift",
    "red-flag-event-not-symptom",
    "red-flag-outside-section",
];

/// The rules that weigh how fast readers are sent for help; the others are not looked at here.
const RULES: &[&str] = &[
    "faq-contradicts-body",
    "red-flag-conditional-persistence",
    "red-flag-no-service",
    "red-flag-tiers-mixed",
    "red-flag-without-action",
    "red-flags-missing",
    "urgency-below-guideline",
    "urgency-conflict",
];

/// What is found in an article, as "rule line", with the messages.
fn found(case: &Case<'_>, rules: &[&[&str]]) -> (Vec<String>, Vec<String>) {
    let article = parse::article(Source::new("article", case.text, case.format));
    let findings = check::check(&article, None);
    let findings = findings
        .iter()
        .filter(|finding| rules.iter().any(|rules| rules.contains(&finding.rule.name)));
    let mut places = Vec::new();
    let mut messages = Vec::new();
    for finding in findings {
        let line = article.source.position(finding.span.start()).line;
        places.push(format!("{} {line}", finding.rule.name));
        messages.push(format!("{line}: {}", finding.message));
    }
    places.sort();
    (places, messages)
}

#[test]
fn contradictions_are_found_and_consistent_articles_are_left_alone() {
    judge(include_str!("urgency.txt"), 100, &[RULES]);
}

#[test]
fn red_flags_disclaimers_and_answers_are_judged_as_an_editor_would() {
    judge(include_str!("urgency_more.txt"), 145, &[RULES, MORE_RULES]);
}

fn judge(all: &'static str, least: usize, rules: &[&[&str]]) {
    let cases = cases(all);
    assert!(cases.len() > least, "{} articles", cases.len());
    let mut faults = Vec::new();
    for case in &cases {
        let (places, messages) = found(case, rules);
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
