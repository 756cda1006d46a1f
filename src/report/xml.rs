//! Text inside XML.

use super::visible::{command_brackets, visible};

/// `text` as the content of an element or of a quoted attribute.
///
/// What steers a terminal is written out, as in every report, so that nothing is left which XML 1.0 forbids; line breaks
/// must be taken out or put in by whoever calls.
pub(super) fn escaped(text: &str) -> String {
    let text = visible(text);
    let mut brackets = command_brackets(&text).into_iter().peekable();
    // A line that starts so is a command to GitHub's runner.
    let colon = text
        .trim_start()
        .starts_with("::")
        .then(|| text.find(':'))
        .flatten();
    let mut escaped = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let is_command = brackets.next_if_eq(&at).is_some();
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            ':' if colon == Some(at) => escaped.push_str("&#58;"),
            '[' if is_command => escaped.push_str("&#91;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    escaped
}

/// The lines of `text`, each escaped, with line breaks between them.
pub(super) fn escaped_lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(escaped).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_text_is_markup() {
        assert_eq!(
            escaped("<a b=\"c\">&'\u{1b}\u{ffff}##["),
            "&lt;a b=&quot;c&quot;&gt;&amp;&#39;&lt;U+001B&gt;\u{fffd}##&#91;"
        );
        assert_eq!(escaped_lines("<\r\n>\n ::x::"), "&lt;\n&gt;\n &#58;:x::");
    }
}
