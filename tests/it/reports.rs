//! What the reports say and how they are set: every format over the same findings.

use facetdoc::diagnostic::{Diagnostic, Edit, Fix, Label, Safety, Severity};
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
    Flagged {
        source: Source::new(name, text, Format::Markdown),
        findings,
    }
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
        label(text, "See a doctor soon", "\"soon\", by the words before the list"),
        label(
            text,
            "the arm is weak or cold",
            "\"at once\" here, in the middle of a long paragraph about what most people can expect",
        ),
    ];
    found.help = Some("Choose the urgency that the guideline gives and use it in every place.".to_owned());
    found
}

fn run() -> Run {
    let text = article();
    let mut end = finding("allowance-unused", &text, "ñandú, 日本 and\nan end", "two lines, wide letters");
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
            flagged("source/shoulder.md", &text, vec![conflict(&text), style, end]),
            flagged(
                "b.md",
                crlf,
                vec![finding("allowance-unused", crlf, "words", "after CRLF and a byte order mark")],
            ),
        ],
        failures: vec![Failure {
            file: "c.md".to_owned(),
            message: "not UTF-8 at byte 17 (line 3)".to_owned(),
        }],
    }
}

fn as_text(run: &Run, width: usize, colour: bool, all: bool) -> String {
    let mut out = Vec::new();
    let options = text::Options { width, colour, all };
    text::write(run, &options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn show() {
    println!("{}", as_text(&run(), 80, false, true));
    println!("{}", as_text(&run(), 50, false, false));
    let mut out = Vec::new();
    report::json::write(&run(), &mut out).unwrap();
    println!("{}", String::from_utf8(out).unwrap());
}
