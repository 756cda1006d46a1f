//! Character references: `&amp;`, `&#233;`, `&#x27;`.

use crate::source::PartOf;
use html5gum::{Token, Tokenizer};

/// The longest name in the HTML standard has 32 letters.
const LONGEST: usize = 40;

/// The text that the character reference at the start of `source` stands for, and its length; only those that end with
/// a semicolon count, as in Markdown.
pub(super) fn decode(source: &str) -> Option<(String, usize)> {
    let body = source.strip_prefix('&')?;
    let end = body.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = body.get(..end)?;
    let length = end + 2;
    let decoded = match name.strip_prefix('#') {
        Some(number) => numeric(number)?.to_string(),
        None => named(name, source.part(..length))?,
    };
    Some((decoded, length))
}

fn numeric(number: &str) -> Option<char> {
    let (digits, radix, longest) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16, 6),
        None => (number, 10, 7),
    };
    if digits.is_empty() || digits.len() > longest || !digits.chars().all(|ch| ch.is_digit(radix)) {
        return None;
    }
    let code = u32::from_str_radix(digits, radix).ok()?;
    match code {
        0 => Some(char::REPLACEMENT_CHARACTER),
        code => Some(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)),
    }
}

fn named(name: &str, reference: &str) -> Option<String> {
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    if name == "semi" {
        return Some(";".to_owned());
    }
    let mut decoded = String::new();
    for Ok(token) in Tokenizer::new(reference) {
        if let Token::String(text) = token {
            decoded.push_str(&String::from_utf8_lossy(&text));
        }
    }
    // An unknown name stays as it is, or only its start is known; both leave the semicolon.
    (!decoded.ends_with(';')).then_some(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_names_and_numbers_and_leaves_the_rest() {
        for (source, expected) in [
            ("&amp;x", Some(("&", 5))),
            ("&#x27;", Some(("'", 6))),
            ("&#233;", Some(("é", 6))),
            ("&eacute;", Some(("é", 8))),
            ("&#0;", Some(("\u{fffd}", 4))),
            ("&semi;", Some((";", 6))),
            ("&amp", None),
            ("&nosuchname;", None),
            ("& ;", None),
            ("&;", None),
            ("&#;", None),
            ("&#xzz;", None),
        ] {
            let decoded = decode(source);
            let decoded = decoded
                .as_ref()
                .map(|(text, length)| (text.as_str(), *length));
            assert_eq!(decoded, expected, "{source}");
        }
    }
}
