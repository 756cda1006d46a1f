//! What holds for every edit that a rule offers, and for the text after fixing.

use crate::made_up::written;
use facetdoc::article::{Article, Role};
use facetdoc::check;
use facetdoc::diagnostic::{Diagnostic, Fix, Safety, Severity};
use facetdoc::fix::{self, Fixed, Wanted};
use facetdoc::parse;
use facetdoc::rules::{self, Expectation};
use facetdoc::source::{Format, Source};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::BTreeMap;

fn parsed(text: &str, format: Format) -> Article {
    parse::article(Source::new("example.md", text, format))
}

fn findings(text: &str, format: Format) -> Vec<Diagnostic> {
    check::check(&parsed(text, format), None)
}

fn fixed(text: &str, format: Format, wanted: Wanted) -> Fixed {
    let check = |article: &Article| check::check(article, None);
    fix::fix(parsed(text, format), wanted, &|_| true, &check)
}

/// `text` with the edits of `fix` made.
fn edited(text: &str, fix: &Fix) -> String {
    let mut edits = fix.edits.clone();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
    let mut text = text.to_owned();
    let mut before = text.len();
    for edit in edits {
        assert!(edit.span.end() <= before, "edits overlap: {fix:?}");
        before = edit.span.start();
        text.replace_range(edit.span.range(), &edit.text);
    }
    text
}

/// Every example of a manual, with either kind of line end.
fn examples(wanted: &[Expectation]) -> Vec<(&'static str, String, Format)> {
    let mut found = Vec::new();
    for rule in rules::all() {
        for example in rules::examples(rule.manual) {
            if !wanted.contains(&example.expect) {
                continue;
            }
            let format = if example.pasted {
                Format::Pasted
            } else {
                Format::Markdown
            };
            found.push((rule.name, example.text.replace('\n', "\r\n"), format));
            found.push((rule.name, example.text, format));
        }
    }
    found
}

#[test]
fn suffering_from_gives_way_only_where_the_sentence_stays_whole() {
    for (line, mended) in [
        (
            "Runners suffering from back pain can rest.",
            "Runners with back pain can rest.",
        ),
        ("Suffering from it is hard.", "Suffering from it is hard."),
        (
            "They were suffering from it.",
            "They were suffering from it.",
        ),
        (
            "She keeps suffering from it.",
            "She keeps suffering from it.",
        ),
    ] {
        let text = format!("# Back pain\n\n{line}\n");
        let found = findings(&text, Format::Markdown);
        assert!(
            found
                .iter()
                .any(|finding| finding.rule.name == "stigmatizing-term"),
            "{line}"
        );
        let after = fixed(&text, Format::Markdown, Wanted::Suggestions).article;
        assert!(
            after.source.text().contains(mended),
            "{}",
            after.source.text()
        );
    }
}

#[test]
fn headings_get_small_letters_from_end_to_end() {
    let text = "# Sore throat\n\nYou can call us about your child. Stay in bed and drink tea.\n\n## Caring For Your Child\n\nCall if it lasts.\n\n## What you can drink\n\nTea.\n\n## How long it lasts\n\nA week.\n";
    let after = fixed(text, Format::Markdown, Wanted::KeepsMeaning).article;
    let after = after.source.text();
    assert!(after.contains("\n## Caring for your child\n"), "{after}");
}

#[test]
fn a_fix_mends_what_it_is_offered_for() {
    let mut tried = 0;
    for (rule, text, format) in examples(&[Expectation::Flag]) {
        let found = findings(&text, format);
        let of_rule = found.iter().find(|finding| finding.rule.name == rule);
        let Some(fix) = of_rule.and_then(|finding| finding.fix.as_ref()) else {
            continue;
        };
        tried += 1;
        let mended = edited(&text, fix);
        let mut left = findings(&mended, format);
        assert!(
            left.iter().all(|finding| finding.rule.name != rule),
            "{rule} is still there in\n{mended}"
        );
        left.retain(|finding| !found.iter().any(|old| old.rule.name == finding.rule.name));
        assert!(
            fix.safety == Safety::NeedsReview || left.is_empty(),
            "{rule} brings {left:?} in\n{mended}"
        );
        assert!(
            !text.contains("\r\n") || !mended.replace("\r\n", "").contains('\n'),
            "{rule} mixes line ends in\n{mended:?}"
        );
    }
    assert!(tried > 0, "no example has a fix");
}

/// The number of findings of each rule and severity.
fn counts(findings: &[Diagnostic]) -> BTreeMap<(&'static str, Severity), usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        let key = (finding.rule.name, finding.severity);
        *counts.entry(key).or_default() += 1;
    }
    counts
}

/// The digits of a text, which stand for its doses, numbers, ages and times.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// What a text says in its red flags, line by line without the space at their ends.
fn red_flags(article: &Article) -> Vec<String> {
    let places = article.places(Role::RedFlags);
    let texts = places.map(|place| article.source.slice(place.span).trim().to_owned());
    texts.collect()
}

/// Checks the laws of fixing on one text; the number of fixes that were made.
fn laws(text: &str, format: Format) -> usize {
    let before = parsed(text, format);
    let offers = check::check(&before, None);
    if offers.iter().all(|finding| finding.fix.is_none()) {
        return 0;
    }
    let found = counts(&offers);
    let mut made = 0;
    for wanted in [Wanted::KeepsMeaning, Wanted::Suggestions] {
        let once = fixed(text, format, wanted);
        made += once.made.len();
        let source = &once.article.source;
        if once.made.is_empty() {
            assert_eq!(source.text(), text, "nothing was fixed");
            continue;
        }
        let twice = fixed(source.text(), format, wanted);
        assert_eq!(
            twice.article.source.text(),
            source.text(),
            "fixed twice, from\n{text}"
        );
        assert!(twice.made.is_empty());
        assert_eq!(
            counts(&once.findings),
            counts(&findings(source.text(), format)),
            "what remains is what is found"
        );
        let worst = once.made.iter().map(|made| made.severity).max();
        for ((rule, severity), number) in counts(&once.findings) {
            let allowed = found.get(&(rule, severity)).copied().unwrap_or(0);
            assert!(
                number <= allowed || Some(severity) < worst,
                "{rule} came by fixing\n{text}\ninto\n{}",
                source.text()
            );
        }
        assert_eq!(
            text.starts_with('\u{feff}'),
            source.text().starts_with('\u{feff}')
        );
        if wanted == Wanted::KeepsMeaning {
            assert!(
                once.made
                    .iter()
                    .all(|made| made.safety == Safety::KeepsMeaning)
            );
            assert_eq!(digits(source.text()), digits(text), "numbers of\n{text}");
            assert_eq!(
                red_flags(&once.article),
                red_flags(&before),
                "red flags of\n{text}"
            );
        }
    }
    made
}

#[test]
fn fixing_keeps_its_laws_on_every_example() {
    let mut made = 0;
    for (_, text, format) in examples(&[Expectation::Flag, Expectation::Pass]) {
        let fixes = laws(&text, format);
        if fixes > 0 {
            made += fixes + laws(&format!("\u{feff}{text}"), format);
        }
    }
    assert!(made > 20, "only {made} fixes");
}

/// Lines of articles with faults that can be fixed, some in red flags or beside numbers.
const LINES: &[&str] = &[
    "# When to See a Doctor About Your Back",
    "## Causes & cures",
    "## Rest &amp; Sleep After 2 Weeks",
    "## When To Get Help",
    "### Too deep",
    "## FAQ",
    "## Conclusion",
    "### Is it safe",
    "### How long is 2 & 3 days",
    "**Q: Can I run**",
    "A: Yes, as soon as walking is easy for you.",
    "Most backs get better in 2 weeks. Take 5 mg & rest.",
    "Seek care about pain & rest, or see a doctor for it.",
    "Call 911 if you cannot move your legs & have a fever.",
    "- One thing to do & another",
    "- Take 10 mg twice a day.",
    "Medical disclaimer: This page is not a substitute for professional medical advice.",
    "> [!WARNING]\n> Go to A&E for heat & cold.",
    "<!-- facetdoc-allow heading-ampersand: a test -->",
    "## Weniger & mehr",
    "1. Walk & rest",
];

proptest! {
    // Each case is checked a dozen times.
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn fixing_keeps_its_laws_on_articles_with_faults(
        lines in prop::collection::vec(0..LINES.len(), 1..14),
        crlf: bool,
        pasted: bool,
    ) {
        let lines: Vec<&str> = lines.into_iter().map(|line| LINES[line]).collect();
        let mut text = lines.join("\n\n") + "\n";
        if pasted {
            text = text.replace(['#', '*'], "").replace("\n ", "\n");
        }
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        laws(&text, if pasted { Format::Pasted } else { Format::Markdown });
    }

    #[test]
    fn fixing_keeps_its_laws_on_made_up_articles(written in written()) {
        laws(&written.text, Format::Markdown);
    }
}

#[test]
fn a_fix_that_would_take_lines_out_of_the_red_flags_is_not_made() {
    let title = "When to See a Doctor About Your Back";
    let text = [
        title,
        "When To Get Help",
        "FAQ",
        "Q: Can I run",
        title,
        title,
    ]
    .join("\n\n");
    laws(&text, Format::Pasted);
    let once = fixed(&text, Format::Pasted, Wanted::KeepsMeaning);
    assert_eq!(
        red_flags(&once.article),
        red_flags(&parsed(&text, Format::Pasted))
    );
    assert_eq!(red_flags(&once.article).len(), 2);
}

#[test]
fn only_selected_rules_are_fixed() {
    let text = "# Sore back\n\n## Rest & sleep\nBoth help.\n\n## FAQ\n### Is it safe\nYes, it is safe for most people.\n";
    let check = |article: &Article| check::check(article, None);
    let fixed = fix::fix(
        parsed(text, Format::Markdown),
        Wanted::KeepsMeaning,
        &|rule| rule.name == "faq-question-mark",
        &check,
    );
    assert_eq!(
        fixed.article.source.text(),
        text.replace("safe\n", "safe?\n")
    );
}

#[test]
fn red_flags_are_changed_on_request_only() {
    let text = "# Sore back\n\n## Causes & cures\nRest.\n\n## When to get help & where\nCall 911 if you cannot move your legs.\n";
    let check = |article: &Article| check::check(article, None);
    for (wanted, expected) in [
        (Wanted::KeepsMeaning, text.replace("Causes &", "Causes and")),
        (Wanted::Suggestions, text.replace('&', "and")),
    ] {
        let selects = |rule: &rules::Rule| rule.name == "heading-ampersand";
        let fixed = fix::fix(parsed(text, Format::Markdown), wanted, &selects, &check);
        assert_eq!(fixed.article.source.text(), expected);
    }
}
