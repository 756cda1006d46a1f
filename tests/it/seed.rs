//! The article that facetdoc was asked for: what it must find there, line by line.

use facetdoc::article::Article;
use facetdoc::check;
use facetdoc::diagnostic::Diagnostic;
use facetdoc::parse;
use facetdoc::report::{Flagged, Run, text};
use facetdoc::source::{Format, Source, Span};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The article with its findings; `None`, said aloud, where it is not at hand.
#[expect(clippy::print_stdout, reason = "a skipped test says so")]
fn seed() -> Option<(Article, Vec<Diagnostic>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seed");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    let Some(path) = files.first() else {
        println!("skipped: no article in {}", folder.display());
        return None;
    };
    let text = fs::read_to_string(path).expect("a listed file can be read");
    let article = parse::article(Source::new("seed.txt", text, Format::Pasted));
    let findings = check::check(&article, None);
    Some((article, findings))
}

fn line(article: &Article, span: Span) -> usize {
    article.source.position(span.start()).line
}

fn of<'d>(findings: &'d [Diagnostic], rule: &str) -> Vec<&'d Diagnostic> {
    let of = findings.iter().filter(|found| found.rule.name == rule);
    of.collect()
}

#[test]
fn weak_legs_get_four_urgencies_and_the_other_signs_three() {
    let Some((article, findings)) = seed() else {
        return;
    };
    let told: Vec<(usize, Vec<(usize, &str)>)> = of(&findings, "urgency-conflict")
        .into_iter()
        .map(|found| {
            let labels = found.labels.iter();
            let labels =
                labels.map(|label| (line(&article, label.span), article.source.slice(label.span)));
            (line(&article, found.span), labels.collect())
        })
        .collect();
    let shared = [(59, "prompt"), (66, "urgent"), (72, "consultation")];
    let legs = [&shared[..], &[(96, "immediate")]].concat();
    assert_eq!(told, [(61, legs), (62, shared.to_vec())]);
}

#[test]
fn every_fault_that_was_named_is_found_at_its_line() {
    let Some((article, findings)) = seed() else {
        return;
    };
    let lines = |rule: &str| -> Vec<usize> {
        let of = of(&findings, rule);
        of.iter().map(|found| line(&article, found.span)).collect()
    };
    assert_eq!(lines("placeholder-text"), [3]);
    assert_eq!(lines("resource-named-without-link"), [37, 43, 72]);
    assert_eq!(lines("disclaimer-not-a-section"), [74]);
    assert_eq!(lines("red-flag-no-service"), [59]);
    assert_eq!(lines("red-flag-conditional-persistence"), [72]);
    assert_eq!(lines("red-flag-event-not-symptom"), [63]);
    assert_eq!(lines("aftercare-red-flags-missing"), [1]);
    assert_eq!(lines("care-advice-outside-section"), [47]);
    assert_eq!(lines("faq-contradicts-body"), [84]);
    assert_eq!(lines("faq-polar-unanswered"), [92]);
    assert_eq!(lines("faq-voice-mixed"), [82]);
    let placeholder = of(&findings, "placeholder-text");
    assert!(
        placeholder
            .iter()
            .all(|found| found.message.contains("\"image text\""))
    );
    let between = of(&findings, "disclaimer-not-a-section");
    assert!(between.iter().all(|found| {
        found.message.contains("\"Conclusion\"") && found.message.contains("\"FAQ\"")
    }));
}

#[test]
fn the_missing_red_flags_are_told_by_category() {
    let Some((article, findings)) = seed() else {
        return;
    };
    let missing = of(&findings, "red-flag-coverage");
    let categories: BTreeSet<&str> = missing
        .iter()
        .filter_map(|found| found.message.split(" sign").next())
        .collect();
    let wanted = [
        "cauda equina",
        "fracture",
        "infection",
        "neurological",
        "other serious",
    ];
    assert_eq!(categories, BTreeSet::from(wanted));
    assert!(missing.iter().all(|found| line(&article, found.span) == 57));
    let gaps = of(&findings, "red-flag-category-gap");
    let gaps: Vec<&str> = gaps.iter().map(|found| found.message.as_str()).collect();
    assert_eq!(gaps, ["the red flags name nothing about: malignancy"]);
}

/// The rules of the families that a patient's safety rests on.
const SAFETY: &[&str] = &["red-flags", "disclaimer", "faq"];

#[test]
fn more_than_sixty_faults_are_told_each_at_its_line_and_safety_comes_first() {
    let Some((article, findings)) = seed() else {
        return;
    };
    // Hard words alone are no faults; two findings of one rule at one line count once.
    let told = findings
        .iter()
        .filter(|found| found.rule.name != "jargon-plain-alternative");
    let places: BTreeSet<(usize, &str)> = told
        .map(|found| (line(&article, found.span), found.rule.name))
        .collect();
    assert!(places.len() >= 60, "{} places", places.len());
    let run = Run {
        checked: 1,
        flagged: vec![Flagged::with_identities(article, findings)],
        ..Run::default()
    };
    let mut report = Vec::new();
    let options = text::Options {
        width: 80,
        colour: false,
        all: true,
        only_from: None,
    };
    text::write(&run, &options, &mut report).unwrap();
    let report = String::from_utf8(report).unwrap();
    let first = report.lines().find_map(|line| line.split_once('['));
    let rule = first.and_then(|(_, rest)| rest.split_once(']')).unwrap().0;
    let family = facetdoc::rules::find(rule).unwrap().family;
    let is_safety = SAFETY.contains(&family) || rule == "urgency-conflict";
    assert!(is_safety, "the report opens with {rule}");
}
