//! One line of a source, cut to fit, with the columns of the place that a finding speaks of.

use super::visible::push_visible;
use crate::source::{PartOf, Source, Span};
use unicode_width::UnicodeWidthChar;

/// What stands for text that was cut off; one column wide.
const CUT: char = '…';

/// A line, or the part of a long line around a place, as it is shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The 1-based line.
    pub line: usize,
    /// The text, steering characters made visible.
    pub text: String,
    /// The columns before the place.
    pub before: usize,
    /// The columns of the place, at least 1.
    pub marked: usize,
    /// The last line of a place that goes on for more than this line.
    pub last_line: Option<usize>,
}

/// The line on which `span` starts, in at most `width` columns.
///
/// Only text near the place is looked at, so that a very long line costs no more than a short one.
pub(super) fn excerpt(source: &Source, span: Span, width: usize) -> Excerpt {
    let (line, last_line) = source.line_range(span);
    let (start, end) = line_bounds(source, line);
    let from = span.start().clamp(start, end);
    let to = span.end().clamp(from, end);
    let text = |from: usize, to: usize| source.text().get(from..to).unwrap_or("");
    let marked = text(from, to).trim_end();
    let window = window(
        text(start, from),
        marked,
        text(from + marked.len(), end),
        width,
    );
    Excerpt {
        line,
        before: columns(&window.before),
        marked: columns(&window.marked).max(1),
        text: [window.before, window.marked, window.after].concat(),
        last_line: (last_line > line).then_some(last_line),
    }
}

/// The start of `text` in at most `room` columns, but never less than a few words.
pub(super) fn shortened(text: &str, room: usize) -> String {
    cut_right(text, room.max(20))
}

/// The first byte of `line` that is shown, and the byte after its last.
fn line_bounds(source: &Source, line: usize) -> (usize, usize) {
    let lines = source.lines();
    let mut start = lines.start(line).unwrap_or(source.text().len());
    if line == 1 {
        start = start.max(source.body_start());
    }
    let end = lines.start(line + 1).unwrap_or(source.text().len());
    let text = source.text().get(start..end).unwrap_or("");
    (start, start + text.trim_end_matches(['\r', '\n']).len())
}

/// The three parts of a line that are shown.
struct Window {
    before: String,
    marked: String,
    after: String,
}

/// Cuts a line around `marked` so that all that is left fits into `width` columns, at spaces where it can.
fn window(before: &str, marked: &str, after: &str, width: usize) -> Window {
    // Room for the sign that something stands before the place.
    let sign = usize::from(!before.trim().is_empty());
    let shown = prefix(marked, width.saturating_sub(sign));
    if shown.len() < marked.len() {
        let room = width.saturating_sub(2);
        return Window {
            before: if before.trim().is_empty() {
                String::new()
            } else {
                CUT.to_string()
            },
            marked: format!("{}{CUT}", visible(prefix(marked, room))),
            after: String::new(),
        };
    }
    let room = width.saturating_sub(columns(marked));
    // Half the room on each side, more where the other side needs less.
    let right = columns(prefix(after, room));
    let left = (room / 2).max(room.saturating_sub(right));
    let left = columns(suffix(before, left)).max(sign);
    Window {
        before: cut_left(before, left),
        marked: visible(marked),
        after: cut_right(after, room.saturating_sub(left)),
    }
}

/// The end of `text` in at most `room` columns, from a word's start where that loses little.
fn cut_left(text: &str, room: usize) -> String {
    if suffix(text, room).len() == text.len() {
        return visible(text);
    }
    if room == 0 {
        return String::new();
    }
    let kept = suffix(text, room - 1);
    let whole = kept.find(' ').map_or(kept, |space| kept.part(space..));
    let kept = if kept.len() - whole.len() > 20 {
        kept
    } else {
        whole
    };
    format!("{CUT}{}", visible(kept))
}

/// The start of `text` in at most `room` columns, to a word's end where that loses little.
fn cut_right(text: &str, room: usize) -> String {
    if prefix(text, room).len() == text.len() {
        return visible(text);
    }
    if room == 0 {
        return String::new();
    }
    let kept = prefix(text, room - 1);
    let whole = kept.rfind(' ').map_or(kept, |space| kept.part(..=space));
    let kept = if kept.len() - whole.len() > 20 {
        kept
    } else {
        whole
    };
    format!("{}{CUT}", visible(kept))
}

/// The longest start of `text` that takes at most `room` columns.
fn prefix(text: &str, room: usize) -> &str {
    let mut used = 0;
    for (at, character) in text.char_indices() {
        used += width_of(character);
        if used > room {
            return text.part(..at);
        }
    }
    text
}

/// The longest end of `text` that takes at most `room` columns.
fn suffix(text: &str, room: usize) -> &str {
    let mut used = 0;
    for (at, character) in text.char_indices().rev() {
        used += width_of(character);
        if used > room {
            return text.part(at + character.len_utf8()..);
        }
    }
    text
}

/// The columns that `text` takes when it is shown.
fn columns(text: &str) -> usize {
    text.chars().map(width_of).sum()
}

/// The columns that a character takes when it is shown.
fn width_of(character: char) -> usize {
    if character.is_ascii_graphic() || character == ' ' {
        return 1;
    }
    let mut shown = String::new();
    push_visible(character, &mut shown);
    shown.chars().map(|c| c.width().unwrap_or(0)).sum()
}

fn visible(text: &str) -> String {
    super::visible(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Format;

    /// The excerpt around `place` in `text`, its text and the line of carets under it.
    fn shown(text: &str, place: &str, width: usize) -> (String, String) {
        let source = Source::new("a.md", text, Format::Markdown);
        let start = text.find(place).unwrap();
        let excerpt = excerpt(&source, Span::new(start, start + place.len()), width);
        assert!(columns(&excerpt.text) <= width, "{excerpt:?}");
        let carets = " ".repeat(excerpt.before) + &"^".repeat(excerpt.marked);
        (excerpt.text, carets)
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let (text, carets) = shown("one\r\ntwo words\r\nthree", "words", 40);
        assert_eq!(text, "two words");
        assert_eq!(carets, "    ^^^^^");
    }

    #[test]
    fn a_long_line_is_cut_at_words_on_both_sides() {
        let line = format!(
            "{}see a doctor{}",
            "well and good ".repeat(60),
            " or so".repeat(60)
        );
        let (text, carets) = shown(&line, "see a doctor", 60);
        assert_eq!(
            text,
            "… good well and good see a doctor or so or so or so or …"
        );
        assert_eq!(carets, format!("{}^^^^^^^^^^^^", " ".repeat(21)));
    }

    #[test]
    fn the_end_of_a_long_line_has_its_words_before_it() {
        let line = format!("{}the end", "well and good ".repeat(60));
        let (text, carets) = shown(&line, "the end", 40);
        assert_eq!(text, "… well and good well and good the end");
        assert_eq!(carets.trim(), "^^^^^^^");
    }

    #[test]
    fn a_place_that_is_longer_than_the_width_is_shown_from_its_start() {
        let line = format!("Then {}", "a very long sentence ".repeat(40));
        let (text, carets) = shown(&line, line.trim_start_matches("Then ").trim_end(), 30);
        assert_eq!(text, "…a very long sentence a very …");
        assert_eq!(carets, format!(" {}", "^".repeat(29)));
    }

    #[test]
    fn what_stands_before_a_place_as_wide_as_the_line_leaves_a_sign() {
        for (place, wanted) in [
            ("0123456789", "- 0123456789"),
            ("0123456789a", "…0123456789a"),
            ("0123456789ab", "…0123456789…"),
        ] {
            let (text, _) = shown(&format!("- {place}"), place, 12);
            assert_eq!(text, wanted);
        }
    }

    #[test]
    fn wide_and_steering_characters_keep_the_carets_in_place() {
        let (text, carets) = shown("日本\u{202e} hot", "hot", 40);
        assert_eq!(text, "日本<U+202E> hot");
        assert_eq!(carets, format!("{}^^^", " ".repeat(4 + 8 + 1)));
    }

    #[test]
    fn a_place_of_several_lines_names_its_last() {
        let source = Source::new("a.md", "one\ntwo\nthree\n", Format::Markdown);
        let found = excerpt(&source, Span::new(4, 13), 40);
        assert_eq!((found.line, found.last_line), (2, Some(3)));
        assert_eq!(found.text, "two");
    }

    #[test]
    fn an_empty_place_at_the_end_of_the_text_has_one_caret() {
        let source = Source::new("a.md", "", Format::Markdown);
        let found = excerpt(&source, Span::empty(0), 40);
        assert_eq!((found.line, found.before, found.marked), (1, 0, 1));
    }
}
