//! Makes characters visible that would steer a terminal instead of being shown by it.

use crate::source::PartOf;
use crate::source::bytes::{has_byte, has_pair};
use std::borrow::Cow;
use std::fmt::Write;

/// `text` with every steering character written out: ESC becomes `<U+001B>`.
///
/// Steering are control characters, line and paragraph separators, and the marks that reorder text in both directions,
/// with which a line can be made to read as something else. A tab becomes a space.
pub fn visible(text: &str) -> Cow<'_, str> {
    let is_plain = text.is_ascii() && !has_byte(text, |byte| byte.is_ascii_control());
    if is_plain || !text.chars().any(is_steering) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        push_visible(character, &mut shown);
    }
    Cow::Owned(shown)
}

/// Adds `character` to `shown` as [`visible`] shows it.
pub(super) fn push_visible(character: char, shown: &mut String) {
    if character == '\t' {
        shown.push(' ');
    } else if is_steering(character) {
        // Writing to a string cannot fail.
        let _ = write!(shown, "<U+{:04X}>", u32::from(character));
    } else {
        shown.push(character);
    }
}

/// Names of commands to CI runners have fewer letters.
const COMMAND_LETTERS: usize = 16;

/// Where `[` ends the name of what a CI runner takes for a command, wherever in a line it stands: `##[`, `##vso[`.
pub(super) fn command_brackets(text: &str) -> Vec<usize> {
    let ends = text.match_indices("##").filter_map(|(at, _)| {
        let name = text.get(at + 2..)?;
        let letters = name
            .bytes()
            .take(COMMAND_LETTERS)
            .take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'#')
            .count();
        let end = at + 2 + letters;
        text.get(end..)?.starts_with('[').then_some(end)
    });
    let mut ends: Vec<usize> = ends.collect();
    ends.dedup();
    ends
}

/// `text` with what CI runners would carry out made visible: `::` at the start of a line, and `##[` or `##vso[` in one.
pub fn defused(text: &str) -> Cow<'_, str> {
    // Few texts have either.
    let may_command = |one, next| matches!((one, next), (b':', b':') | (b'#', b'#'));
    if !has_pair(text, may_command) {
        return Cow::Borrowed(text);
    }
    let mut cuts: Vec<(usize, &str)> = command_brackets(text)
        .into_iter()
        .map(|at| (at, "<U+005B>"))
        .collect();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_start();
        if words.starts_with("::") {
            cuts.push((start + line.len() - words.len(), "<U+003A>"));
        }
        start += line.len();
    }
    if cuts.is_empty() {
        return Cow::Borrowed(text);
    }
    cuts.sort_unstable();
    let mut safe = String::with_capacity(text.len() + 8 * cuts.len());
    let mut at = 0;
    for (cut, written) in cuts {
        safe.push_str(text.part(at..cut));
        safe.push_str(written);
        at = cut + 1;
    }
    safe.push_str(text.part(at..));
    Cow::Owned(safe)
}

/// JSON with every steering character in its strings as an escape, which says the same, and with what CI runners take
/// for commands taken apart in the same way.
///
/// Outside strings JSON holds none but the newline, which stays.
pub(super) fn escaped_json(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    let mut brackets = command_brackets(json).into_iter().peekable();
    for (at, character) in json.char_indices() {
        let is_command = brackets.next_if_eq(&at).is_some();
        if !is_command && (character == '\n' || !is_steering(character)) {
            escaped.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            // Writing to a string cannot fail.
            let _ = write!(escaped, "\\u{unit:04x}");
        }
    }
    escaped
}

fn is_steering(character: char) -> bool {
    character.is_control()
        || matches!(character,
            // Arabic letter mark, the two direction marks, embeddings and overrides, isolates: Unicode UAX #9.
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            // Line and paragraph separator, and the deprecated format characters.
            | '\u{2028}' | '\u{2029}' | '\u{206a}'..='\u{206f}'
            // The byte order mark, interlinear annotation, and the invisible tags.
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_says_the_same_without_steering_characters() {
        let text = "a\u{7f}\u{9b}b\u{202e}c\u{e0041}\n\u{1b} ñ";
        let plain = serde_json::to_string_pretty(&[text]).unwrap();
        let escaped = escaped_json(&plain);
        assert!(
            !escaped.contains(|ch| ch != '\n' && is_steering(ch)),
            "{escaped}"
        );
        let read: Vec<String> = serde_json::from_str(&escaped).unwrap();
        assert_eq!(read, [text]);
    }

    #[test]
    fn commands_to_ci_runners_are_taken_apart() {
        let cases = [
            ("a ::b:: c", "a ::b:: c"),
            ("::error::x\n  ::y", "<U+003A>:error::x\n  <U+003A>:y"),
            ("1 | ##[add-mask]x", "1 | ##<U+005B>add-mask]x"),
            ("###[x ##vso[y", "###<U+005B>x ##vso<U+005B>y"),
            ("## Title [x]", "## Title [x]"),
            ("ñ##[", "ñ##<U+005B>"),
        ];
        for (text, safe) in cases {
            assert_eq!(defused(text), safe);
        }
        let json = serde_json::to_string(&["##[group] ñ"]).unwrap();
        let escaped = escaped_json(&json);
        assert_eq!(escaped, "[\"##\\u005bgroup] ñ\"]");
        let read: Vec<String> = serde_json::from_str(&escaped).unwrap();
        assert_eq!(read, ["##[group] ñ"]);
    }

    #[test]
    fn steering_characters_are_written_out_and_others_are_left_alone() {
        let cases = [
            ("plain, ñ, 日本", "plain, ñ, 日本"),
            ("a\tb", "a b"),
            ("red\u{1b}[31m", "red<U+001B>[31m"),
            ("\u{9b}31m", "<U+009B>31m"),
            ("a\u{202e}b\u{2066}", "a<U+202E>b<U+2066>"),
            ("a\r\nb\0", "a<U+000D><U+000A>b<U+0000>"),
            ("family \u{200d} joined", "family \u{200d} joined"),
        ];
        for (text, shown) in cases {
            assert_eq!(visible(text), shown);
        }
    }
}
