//! Breaks sentences into lines.

use super::visible::visible;
use textwrap::core::display_width;

/// `text` in lines of at most `width` columns, the first after `first`, the others after `rest`.
///
/// Words are never cut, so that an address can still be copied: one that is too long sticks out. Line breaks of the
/// text are spaces here, and steering characters are made visible.
pub(super) fn wrapped(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::from(first);
    let mut indent = first;
    let mut columns = columns_of(first);
    for word in text.split_whitespace().map(visible) {
        let more = columns_of(&word);
        if line.len() > indent.len() {
            if columns + 1 + more > width.max(columns_of(indent)) {
                lines.push(std::mem::replace(&mut line, String::from(rest)));
                indent = rest;
                columns = columns_of(rest);
            } else {
                line.push(' ');
                columns += 1;
            }
        }
        line.push_str(&word);
        columns += more;
    }
    lines.push(line);
    lines
}

/// The columns that `text` takes.
fn columns_of(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        display_width(text)
    }
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
