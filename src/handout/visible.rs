//! Text without control characters: they are no words, and a terminal or a printer would obey them.

use std::borrow::Cow;

/// `text` with control characters left out, except `\n`; tabs and other white space among them become a space.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unwanted) {
        return Cow::Borrowed(text);
    }
    text.replace("\r\n", "\n")
        .chars()
        .filter_map(|ch| match ch {
            ch if !is_unwanted(ch) => Some(ch),
            ch if ch.is_whitespace() => Some(' '),
            _ => None,
        })
        .collect()
}

/// `text` as one line of visible characters, with single spaces and none at the ends.
pub(crate) fn one_line(text: &str) -> String {
    let text = visible(text);
    let words: Vec<&str> = text
        .split(is_plain_space)
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// Spaces that may be merged; a no-break space is the author's and stays.
fn is_plain_space(ch: char) -> bool {
    ch == ' ' || ch == '\n'
}

/// C0 but the newline, delete, C1, the two separators that some programs take for a newline, and the marks that turn the
/// order of letters round: handouts run from left to right, and a dose must read the same on paper and on a screen.
fn is_unwanted(ch: char) -> bool {
    (ch.is_control() && ch != '\n')
        || matches!(ch, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_dropped_and_odd_spaces_become_spaces() {
        for (text, expected) in [
            ("plain\nlines", "plain\nlines"),
            ("a\u{1b}[31mred\u{7}", "a[31mred"),
            ("tab\tstop\r\nnext\rline", "tab stop\nnext line"),
            ("c1\u{9b}31m del\u{7f} nel\u{85}end", "c131m del nel end"),
            ("2\u{a0}mg \u{ad}soft", "2\u{a0}mg \u{ad}soft"),
            (
                "take \u{202e}05\u{202c} mg \u{2067}x\u{2069}",
                "take 05 mg x",
            ),
        ] {
            assert_eq!(visible(text), expected);
        }
    }

    #[test]
    fn one_line_keeps_no_break_spaces() {
        assert_eq!(one_line("  take\n 2\u{a0}mg  now "), "take 2\u{a0}mg now");
    }
}
