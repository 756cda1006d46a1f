//! What the reports say and how they are set: every format over the same findings.

use facetdoc::diagnostic::{Diagnostic, Edit, Fix, Label, Safety, Severity};
use facetdoc::parse;
use facetdoc::report::{self, Failure, Flagged, Run, text};
use facetdoc::rules;
use facetdoc::source::{Format, Source, Span};

/// A finding of `rule` at the first place of `at` in `text`.
fn finding(rule: &str, text: &str, at: &str, message: &str) -> Diagnostic {
    let rule = rules::find(rule).unwrap();
    Diagnostic {
        rule,
        severity: rule.severity,
        message: message.to_owned(),
        span: span(text, at),
        labels: Vec::new(),
        help: None,
        fix: None,
    }
}

fn span(text: &str, at: &str) -> Span {
    let start = text.find(at).unwrap();
    Span::new(start, start + at.len())
}

fn label(text: &str, at: &str, message: &str) -> Label {
    Label {
        span: span(text, at),
        message: message.to_owned(),
    }
}

fn flagged(name: &str, text: &str, findings: Vec<Diagnostic>) -> Flagged {
    let article = parse::article(Source::new(name, text, Format::Markdown));
    Flagged::with_identities(article, findings)
}

/// An article of a few lines, a paragraph of 1,100 characters among them.
fn article() -> String {
    let filler = "Most people with a stiff shoulder get better with time and gentle movement. ";
    format!(
        "# Stiff shoulder\n\nSee a doctor soon if:\n\n- the arm is weak or numb\n- it hurts at night\n\n{}\
         Go to the emergency department at once if the arm is weak or cold. {}\n\nA ñandú, 日本 and\n\
         an end.\n",
        filler.repeat(7),
        filler.repeat(6)
    )
}

fn conflict(text: &str) -> Diagnostic {
    let mut found = finding(
        "front-matter-invalid",
        text,
        "the arm is weak or numb",
        "\"weak arm\" is given two urgencies: a reader does not know whether to wait or to go at once",
    );
    found.labels = vec![
        label(
            text,
            "See a doctor soon",
            "\"soon\", by the words before the list",
        ),
        label(
            text,
            "the arm is weak or cold",
            "\"at once\" here, in the middle of a long paragraph about what most people can expect",
        ),
    ];
    found.help =
        Some("Choose the urgency that the guideline gives and use it in every place.".to_owned());
    found
}

fn run() -> Run {
    let text = article();
    let mut end = finding(
        "allowance-unused",
        &text,
        "ñandú, 日本 and\nan end",
        "two lines, wide letters",
    );
    end.fix = Some(Fix {
        title: "take it out".to_owned(),
        edits: vec![Edit {
            span: span(&text, "an end"),
            text: String::new(),
        }],
        safety: Safety::NeedsReview,
    });
    let mut style = finding("allowance-unused", &text, "stiff", "a matter of style");
    style.severity = Severity::Info;
    let crlf = "\u{feff}# One\r\n\r\nTwo words\r\n";
    Run {
        checked: 4,
        flagged: vec![
            flagged(
                "source/shoulder.md",
                &text,
                vec![conflict(&text), style, end],
            ),
            flagged(
                "b.md",
                crlf,
                vec![finding(
                    "allowance-unused",
                    crlf,
                    "words",
                    "after CRLF and a byte order mark",
                )],
            ),
        ],
        failures: vec![Failure {
            file: "c.md".to_owned(),
            message: "not UTF-8 at byte 17 (line 3)".to_owned(),
        }],
        ..Run::default()
    }
}

fn as_text(run: &Run, width: usize, colour: bool, all: bool) -> String {
    let mut out = Vec::new();
    let options = text::Options {
        width,
        colour,
        all,
        only_from: None,
    };
    text::write(run, &options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn the_text_report_reads_well_at_80_columns() {
    insta::assert_snapshot!(as_text(&run(), 80, false, true));
}

#[test]
fn the_text_report_reads_well_at_50_columns_and_hides_info() {
    insta::assert_snapshot!(as_text(&run(), 50, false, false));
}

/// An article with a fault of each kind, some of them several times.
fn long_run() -> Run {
    let text =
        "# Sore back\n\nCall us or wait. Heat & cold helps.\n\nAmbulate daily.\n\nUtilise heat.\n\n"
            .to_owned() + &"- ameliorate it\n".repeat(12);
    let mut findings = vec![
        finding("heading-ampersand", &text, "&", "\"&\" stands for \"and\""),
        finding("references-missing", &text, "Sore back", "no references"),
        finding(
            "list-without-lead-in",
            &text,
            "ameliorate",
            "no line leads to this list",
        ),
        finding(
            "red-flag-no-service",
            &text,
            "Call us",
            "\"Call us\" does not say where to go",
        ),
        finding(
            "disclaimer-missing",
            &text,
            "Sore back",
            "no medical disclaimer found",
        ),
    ];
    findings[0].labels = vec![label(&text, "wait", ""), label(&text, "daily", "")];
    findings[0].help = Some("Write \"and\".".to_owned());
    for (at, message) in [("Ambulate", "say \"walk\""), ("Utilise", "say \"use\"")] {
        let mut found = finding("list-too-long", &text, at, message);
        found.help = Some("Say it as you would to a neighbour.".to_owned());
        found.labels = vec![label(&text, "Heat", "compare")];
        findings.push(found);
    }
    let items = text.match_indices("ameliorate").skip(1);
    let again = items.map(|(start, item)| Diagnostic {
        span: Span::new(start, start + item.len()),
        ..findings[2].clone()
    });
    let again: Vec<Diagnostic> = again.collect();
    findings.extend(again);
    findings.sort_by_key(|found| found.span);
    Run {
        checked: 1,
        flagged: vec![flagged("back.md", &text, findings)],
        ..Run::default()
    }
}

#[test]
fn a_long_report_starts_with_safety_and_tells_repeated_findings_once() {
    insta::assert_snapshot!(as_text(&long_run(), 80, false, true));
}

#[test]
fn a_long_report_fits_narrow_terminals() {
    for width in [40, 50] {
        let text = as_text(&long_run(), width, false, true);
        for line in text.lines().filter(|line| !line.starts_with("To learn")) {
            let columns = unicode_width::UnicodeWidthStr::width(line);
            assert!(columns <= width, "{columns} columns: {line}");
        }
    }
}

#[test]
fn the_json_report_has_everything() {
    let mut out = Vec::new();
    report::json::write(&run(), &mut out).unwrap();
    insta::assert_snapshot!(String::from_utf8(out).unwrap());
}

#[test]
fn a_run_without_findings_is_one_line() {
    let run = Run {
        checked: 1,
        ..Run::default()
    };
    assert_eq!(
        as_text(&run, 80, false, false),
        "0 errors, 0 warnings in 1 article\n"
    );
}

#[test]
fn no_line_of_the_text_report_is_wider_than_asked() {
    for width in [40, 50, 80, 120] {
        // The last two lines are a summary and a command to copy.
        let text = as_text(&run(), width, false, true);
        for line in text.lines().filter(|line| !line.starts_with("To learn")) {
            let columns = unicode_width::UnicodeWidthStr::width(line);
            assert!(columns <= width, "{columns} columns: {line}");
        }
    }
}

#[test]
fn colours_change_no_word() {
    let coloured = as_text(&run(), 80, true, true);
    assert!(coloured.contains("\u{1b}["));
    let plain = anstream::adapter::strip_str(&coloured).to_string();
    assert_eq!(plain, as_text(&run(), 80, false, true));
}

#[test]
fn no_steering_character_of_an_article_reaches_the_terminal() {
    let text = "# A\u{1b}[2J\n\nTake\u{202e} two \u{9b}31m\u{7} pills\r now\u{2028}\u{0}\n";
    let mut found = finding(
        "comment-invalid",
        text,
        "pills",
        "a \u{1b}]0;x\u{7} \u{202e}message\u{2066}",
    );
    found.labels = vec![label(text, "two", "a \u{1b}[31mlabel\u{85}")];
    found.help = Some("some\u{1b}c\u{200f} help".to_owned());
    let run = Run {
        checked: 1,
        flagged: vec![flagged("bad\u{1b}[1m\u{202e}name\n.md", text, vec![found])],
        ..Run::default()
    };
    for width in [40, 80] {
        let shown = as_text(&run, width, false, true);
        let steering = |c: char| {
            (c.is_control() && c != '\n') || "\u{202e}\u{2066}\u{200f}\u{2028}".contains(c)
        };
        assert!(!shown.contains(steering), "{shown:?}");
    }
    let shown = as_text(&run, 80, false, true);
    for written in [
        "<U+001B>",
        "<U+202E>",
        "<U+009B>",
        "<U+0007>",
        "name<U+000A>.md",
    ] {
        assert!(shown.contains(written), "{written} in {shown}");
    }
}

#[test]
fn many_places_are_cut_short_in_text_and_not_in_json() {
    let text = "word\n".repeat(100);
    let mut found = finding(
        "comment-invalid",
        &text,
        "word",
        "the same word a hundred times",
    );
    found.labels = (1..100)
        .map(|line| Label {
            span: Span::new(line * 5, line * 5 + 4),
            message: String::new(),
        })
        .collect();
    let run = Run {
        checked: 1,
        flagged: vec![flagged("a.md", &text, vec![found])],
        ..Run::default()
    };
    let shown = as_text(&run, 80, false, false);
    assert!(shown.lines().count() < 60, "{shown}");
    assert!(
        shown.contains("75 more places between line 26 and line 100"),
        "{shown}"
    );
    let mut out = Vec::new();
    report::json::write(&run, &mut out).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(json["findings"][0]["related"].as_array().unwrap().len(), 99);
}
