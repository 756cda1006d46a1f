//! Breaks sentences into lines.

use super::visible::visible;
use textwrap::{Options, WordSeparator, WordSplitter};

/// `text` in lines of at most `width` columns, the first after `first`, the others after `rest`.
///
/// Words are never cut, so that an address can still be copied: one that is too long sticks out. Line breaks of the
/// text are spaces here, and steering characters are made visible.
pub(super) fn wrapped(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let words = words.join(" ");
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    textwrap::wrap(&visible(&words), options)
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect()
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
