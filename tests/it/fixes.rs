//! What holds for every edit that a rule offers: it mends what it is offered for, and one that keeps the meaning breaks
//! nothing else.

use facetdoc::check;
use facetdoc::diagnostic::{Diagnostic, Fix, Safety};
use facetdoc::parse;
use facetdoc::rules::{self, Expectation};
use facetdoc::source::{Format, Source};

fn findings(text: &str, format: Format) -> Vec<Diagnostic> {
    let article = parse::article(Source::new("example.md", text, format));
    check::check(&article, None)
}

/// `text` with the edits of `fix` made.
fn fixed(text: &str, fix: &Fix) -> String {
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

#[test]
fn a_fix_mends_what_it_is_offered_for() {
    let mut tried = 0;
    for rule in rules::all() {
        let flagged = rules::examples(rule.manual)
            .into_iter()
            .filter(|example| example.expect == Expectation::Flag);
        for example in flagged {
            let format = if example.pasted {
                Format::Pasted
            } else {
                Format::Markdown
            };
            for text in [example.text.clone(), example.text.replace('\n', "\r\n")] {
                let found = findings(&text, format);
                let Some(fix) = found
                    .iter()
                    .find(|finding| finding.rule.name == rule.name)
                    .and_then(|finding| finding.fix.as_ref())
                else {
                    continue;
                };
                tried += 1;
                let mended = fixed(&text, fix);
                let mut left = findings(&mended, format);
                assert!(
                    left.iter().all(|finding| finding.rule.name != rule.name),
                    "{} is still there in\n{mended}",
                    rule.name
                );
                left.retain(|finding| !found.iter().any(|old| old.rule.name == finding.rule.name));
                assert!(
                    fix.safety == Safety::NeedsReview || left.is_empty(),
                    "{} brings {left:?} in\n{mended}",
                    rule.name
                );
                assert!(
                    !text.contains("\r\n") || !mended.replace("\r\n", "").contains('\n'),
                    "{} mixes line ends in\n{mended:?}",
                    rule.name
                );
            }
        }
    }
    assert!(tried > 0, "no example has a fix");
}
