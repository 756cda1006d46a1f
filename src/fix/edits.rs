//! Edits put into a text: which can be made together, and the text with them.

use crate::diagnostic::{Edit, Fix};
use crate::source::{Source, Span};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The places that fixes change, so that no two fixes touch each other.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// The end of each place by its start; no two of them touch, but for those of one fix.
    taken: BTreeMap<usize, usize>,
}

impl Plan {
    /// Takes in `fix` if its edits can be made and touch no edit of a fix that was taken in before.
    pub(super) fn add(&mut self, source: &Source, fix: &Fix) -> bool {
        let spans: Vec<Span> = fix.edits.iter().map(|edit| edit.span).collect();
        let is_free = !spans.is_empty()
            && fix.edits.iter().all(|edit| can_be_made(source, edit))
            && spans.iter().all(|span| !self.touches(*span))
            && are_apart(&spans);
        if is_free {
            let places = spans.iter().map(|span| (span.start(), span.end()));
            self.taken.extend(places);
        }
        is_free
    }

    /// Whether `span` overlaps a place or stands beside it; an insertion touches what it stands at.
    fn touches(&self, span: Span) -> bool {
        let before = self.taken.range(..=span.end()).next_back();
        before.is_some_and(|(_, end)| *end >= span.start())
    }
}

/// Whether no two of the edits of one fix overlap or start at one place.
fn are_apart(spans: &[Span]) -> bool {
    let mut spans = spans.to_vec();
    spans.sort_unstable();
    spans
        .array_windows()
        .all(|[one, next]| one.end() <= next.start() && one.start() < next.start())
}

fn can_be_made(source: &Source, edit: &Edit) -> bool {
    edit.span.start() >= source.body_start() && source.text().get(edit.span.range()).is_some()
}

/// The text of `source` with the edits of `fixes`; `None` if they overlap.
pub(super) fn apply<'f>(source: &Source, fixes: impl Iterator<Item = &'f Fix>) -> Option<String> {
    let mut edits: Vec<&Edit> = fixes.flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| edit.span);
    let text = source.text();
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for edit in edits {
        out.push_str(text.get(at..edit.span.start())?);
        out.push_str(&with_line_ends(&edit.text, source.line_end()));
        at = edit.span.end();
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

/// `text` with the line ends of the file.
fn with_line_ends<'t>(text: &'t str, line_end: &str) -> Cow<'t, str> {
    if line_end == "\n" || !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace('\n', line_end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Safety;
    use crate::source::Format;

    fn fix(edits: &[(usize, usize, &str)]) -> Fix {
        let edits = edits.iter().map(|(start, end, text)| Edit {
            span: Span::new(*start, *end),
            text: (*text).to_owned(),
        });
        Fix {
            title: "mend it".to_owned(),
            edits: edits.collect(),
            safety: Safety::KeepsMeaning,
        }
    }

    #[test]
    fn fixes_that_touch_wait_for_the_next_pass() {
        let source = Source::new("a.md", "one two three", Format::Markdown);
        let mut plan = Plan::default();
        assert!(plan.add(&source, &fix(&[(0, 3, "1")])));
        assert!(!plan.add(&source, &fix(&[(2, 5, "x")])), "overlap");
        assert!(!plan.add(&source, &fix(&[(3, 3, "x")])), "side by side");
        assert!(plan.add(&source, &fix(&[(8, 13, "3")])));
        assert!(!plan.add(&source, &fix(&[])), "nothing to do");
    }

    #[test]
    fn edits_that_cannot_be_made_are_left_out() {
        let source = Source::new("a.md", "\u{feff}ñandú", Format::Markdown);
        for edits in [
            &[(0, 3, "")][..],
            &[(4, 5, "n")],
            &[(9, 99, "")],
            &[(3, 5, "n"), (3, 5, "m")],
            &[(5, 5, "a"), (5, 5, "b")],
        ] {
            assert!(!Plan::default().add(&source, &fix(edits)), "{edits:?}");
        }
        assert!(Plan::default().add(&source, &fix(&[(3, 5, "n")])));
    }

    #[test]
    fn the_rest_of_the_file_stays_as_it_is() {
        let source = Source::new("a.md", "\u{feff}one\r\ntwo\n", Format::Markdown);
        let made = fix(&[(3, 6, "1\n2"), (8, 11, "")]);
        assert_eq!(
            apply(&source, std::iter::once(&made)).unwrap(),
            "\u{feff}1\r\n2\r\n\n"
        );
    }
}
