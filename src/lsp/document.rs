//! A text that is open in the editor.

use super::analysis::Analysis;
use super::place::{Encoding, Lines};
use lsp_types::{TextDocumentContentChangeEvent, Uri};

/// An open text with what is known of it.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) uri: Uri,
    /// Its language as the editor calls it.
    pub(super) language: String,
    pub(super) version: i32,
    pub(super) text: String,
    pub(super) lines: Lines,
    /// What was found in this text; `None` after a change.
    pub(super) analysis: Option<Analysis>,
}

impl Document {
    pub(super) fn new(
        uri: Uri,
        language: String,
        version: i32,
        text: String,
        encoding: Encoding,
    ) -> Self {
        Self {
            lines: Lines::new(&text, encoding),
            uri,
            language,
            version,
            text,
            analysis: None,
        }
    }

    /// Makes the changes, each in the text that the one before has left.
    pub(super) fn change(
        &mut self,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) {
        for change in changes {
            match change.range {
                None => self.text = change.text,
                Some(range) => {
                    let span = self.lines.span(&self.text, range);
                    self.text.replace_range(span.range(), &change.text);
                }
            }
            self.lines = Lines::new(&self.text, encoding);
        }
        self.version = version;
        self.analysis = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lsp_types::{Position, Range};
    use proptest::prelude::*;
    use std::str::FromStr;

    fn open(text: &str, encoding: Encoding) -> Document {
        let uri = Uri::from_str("file:///a.md").unwrap();
        Document::new(uri, String::new(), 1, text.to_owned(), encoding)
    }

    proptest! {
        /// Whatever is typed where, in whatever encoding: the text is the one that plain replacing gives.
        #[test]
        fn edits_by_lines_and_characters_are_edits_by_bytes(
            text in "[ab é😀\r\n]{0,20}",
            edits in prop::collection::vec((0_usize..20, 0_usize..20, "[xü🙂\n\r]{0,3}"), 1..5),
        ) {
            for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                let mut document = open(&text, encoding);
                let mut wanted = text.clone();
                for (one, other, new) in &edits {
                    let floor = |at: usize| {
                        let bounds = (0..=at.min(wanted.len())).rev();
                        let is_place = |at: &usize| {
                            // Inside a CRLF there is no place that an editor could name.
                            wanted.is_char_boundary(*at) && !(wanted[..*at].ends_with('\r') && wanted[*at..].starts_with('\n'))
                        };
                        bounds.into_iter().find(is_place).unwrap()
                    };
                    let (start, end) = (floor(*one.min(other)), floor(*one.max(other)));
                    let range = Range::new(
                        document.lines.position(&wanted, start),
                        document.lines.position(&wanted, end),
                    );
                    wanted.replace_range(start..end, new);
                    let change = TextDocumentContentChangeEvent {
                        range: Some(range),
                        range_length: None,
                        text: new.clone(),
                    };
                    document.change(2, vec![change], encoding);
                    prop_assert_eq!(&document.text, &wanted);
                }
            }
        }
    }

    #[test]
    fn changes_build_on_each_other_and_a_whole_text_replaces_all() {
        let mut document = open("one two\n", Encoding::Utf16);
        let edit = |from: (u32, u32), to: (u32, u32), text: &str| TextDocumentContentChangeEvent {
            range: Some(Range::new(
                Position::new(from.0, from.1),
                Position::new(to.0, to.1),
            )),
            range_length: None,
            text: text.to_owned(),
        };
        let changes = vec![edit((0, 0), (0, 3), "😀"), edit((0, 2), (0, 3), "-")];
        document.change(2, changes, Encoding::Utf16);
        assert_eq!(document.text, "😀-two\n");
        let whole = TextDocumentContentChangeEvent {
            range: None,
            range_length: None,
            text: "new".to_owned(),
        };
        let changes = vec![whole, edit((9, 9), (9, 9), "er")];
        document.change(3, changes, Encoding::Utf16);
        assert_eq!((document.text.as_str(), document.version), ("newer", 3));
    }
}
