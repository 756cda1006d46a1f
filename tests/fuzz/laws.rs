//! What the targets have in common: how bytes become an article, and what must hold for every one.

use facetdoc::article::{Article, Date};
use facetdoc::config::Settings;
use facetdoc::diagnostic::Diagnostic;
use facetdoc::facts::Facts;
use facetdoc::parse;
use facetdoc::rules::Context;
use facetdoc::source::{Format, Source, Span};

/// The day of every run.
pub const TODAY: &str = "2026-11-23";

/// The article in `bytes`: Markdown, pasted text after a first line `text`, a web page after a first line `html`.
pub fn article(bytes: &[u8]) -> Article {
    let text = String::from_utf8_lossy(bytes);
    let (name, text, format) = if let Some(rest) = text.strip_prefix("text\n") {
        ("fuzz.txt", rest, Format::Pasted)
    } else if let Some(rest) = text.strip_prefix("html\n") {
        ("fuzz.html", rest, Format::Html)
    } else {
        ("fuzz.md", &*text, Format::Markdown)
    };
    parse::article(Source::new(name, text, format))
}

pub fn today() -> Date {
    Date::from_iso(TODAY).expect("a day")
}

/// Calls `see` with everything that rules and exports look at.
pub fn with_context<T>(article: &Article, see: impl FnOnce(&Context<'_>) -> T) -> T {
    let settings = Settings::of(article);
    let facts = Facts::find(article, &settings);
    see(&Context {
        article,
        facts: &facts,
        settings: &settings,
        today: Some(today()),
    })
}

/// A span lies in the text, between characters.
pub fn assert_span(text: &str, span: Span, what: &str) {
    assert!(
        text.get(span.range()).is_some(),
        "{what}: {span:?} is no part of a text of {} bytes",
        text.len()
    );
}

/// Every span of the article lies in its source; sections lie in their parents, in order.
pub fn assert_tree(article: &Article) {
    let text = article.source.text();
    for section in article.all_sections() {
        assert_span(text, section.span, "section");
        let mut at = section.span.start();
        for child in &section.children {
            assert!(
                at <= child.span.start() && child.span.end() <= section.span.end(),
                "a section outside its parent"
            );
            at = child.span.end();
        }
    }
    for (_, block) in article.blocks() {
        assert_span(text, block.span, "block");
    }
    for prose in article.texts() {
        assert_span(text, prose.prose.whole(), "prose");
        for mark in prose.prose.marks() {
            assert_span(text, mark.span, "mark");
            assert!(
                prose.prose.text().get(mark.range.clone()).is_some(),
                "a mark outside its prose"
            );
        }
    }
    for pair in &article.faq {
        assert_span(text, pair.span, "question");
    }
    for place in &article.roles {
        assert_span(text, place.span, "role");
    }
    for problem in &article.problems {
        assert_span(text, problem.span, "problem");
    }
}

/// Findings and their edits lie in the text; edits of one fix do not overlap; the findings are in order.
pub fn assert_findings(article: &Article, findings: &[Diagnostic]) {
    let text = article.source.text();
    assert!(
        findings.is_sorted_by_key(|finding| finding.span),
        "findings out of order"
    );
    for finding in findings {
        let name = finding.rule.name;
        assert_span(text, finding.span, name);
        assert!(!finding.message.trim().is_empty(), "{name}: no message");
        for label in &finding.labels {
            assert_span(text, label.span, name);
        }
        for edit in finding.fix.iter().flat_map(|fix| &fix.edits) {
            assert_span(text, edit.span, name);
        }
    }
}
