//! Breaks sentences into lines.

use super::visible::visible;
use textwrap::core::{Word, display_width};
use textwrap::wrap_algorithms::wrap_first_fit;

/// `text` in lines of at most `width` columns, the first after `first`, the others after `rest`.
///
/// Words are never cut, so that an address can still be copied: one that is too long sticks out. Line breaks of the
/// text are spaces here, and steering characters are made visible.
pub(super) fn wrapped(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    let text = visible(&text);
    let words: Vec<Word<'_>> = text.split_inclusive(' ').map(Word::from).collect();
    let widths = [first, rest].map(|indent| width.saturating_sub(display_width(indent)) as f64);
    let lines = wrap_first_fit(&words, &widths).into_iter().enumerate();
    let lines = lines.map(|(number, line)| {
        let mut written = String::from(if number == 0 { first } else { rest });
        for (index, word) in line.iter().enumerate() {
            written.push_str(word);
            if index + 1 < line.len() {
                written.push_str(word.whitespace);
            }
        }
        written
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_indent_and_addresses_stay_whole() {
        let lines = wrapped(
            "see\nhttps://example.org/a-very-long-address now or later",
            20,
            "= ",
            "  ",
        );
        let wanted = [
            "= see",
            "  https://example.org/a-very-long-address",
            "  now or later",
        ];
        assert_eq!(lines, wanted);
    }
}
