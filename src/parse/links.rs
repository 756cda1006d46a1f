//! The parts of a link that are not its text: its target, and definitions of targets.

use crate::source::PartOf;

/// The number of lines at the start of `text` that are link definitions: `[label]: target "title"`.
pub(super) fn definition_lines(text: &str) -> usize {
    let mut rest = text;
    let mut lines = 0;
    while let Some(length) = definition(rest) {
        lines += rest.part(..length).matches('\n').count();
        rest = rest.part(length..).trim_start_matches([' ', '\t', '>']);
    }
    lines
}

/// The length of the link definition at the start of `text`, its line ending included.
fn definition(text: &str) -> Option<usize> {
    let label = bracketed(text)?;
    let colon = text.part(label..).strip_prefix(':')?;
    let mut at = text.len() - skip_space(colon).len();
    at += destination(text.part(at..)).filter(|length| *length > 0)?;
    let ends = |at: usize| {
        let rest = text.part(at..).trim_start_matches([' ', '\t']);
        let newline = rest
            .strip_prefix("\r\n")
            .or_else(|| rest.strip_prefix('\n'))?;
        Some(text.len() - newline.len())
    };
    let titled = || {
        let after = skip_space(text.part(at..));
        let start = text.len() - after.len();
        let length = title(after).filter(|_| start > at)?;
        ends(start + length)
    };
    titled().or_else(|| ends(at))
}

/// The length of what closes a link's text at the start of `text`: `](target "title")`, `][label]`, `[]` or `]`.
pub(super) fn tail(text: &str) -> usize {
    let Some(after) = text.strip_prefix(']') else {
        return 0;
    };
    match after.as_bytes().first() {
        Some(b'(') => target(after).map_or(1, |length| length + 1),
        Some(b'[') => bracketed(after).map_or(1, |length| length + 1),
        _ => 1,
    }
}

fn target(text: &str) -> Option<usize> {
    let mut rest = skip_space(text.strip_prefix('(')?);
    rest = rest.part(destination(rest)?..);
    let titled = skip_space(rest);
    if titled.len() < rest.len()
        && let Some(length) = title(titled)
    {
        rest = titled.part(length..);
    }
    let closed = skip_space(rest).strip_prefix(')')?;
    Some(text.len() - closed.len())
}

/// Skips white space, line breaks, and the markers of quotes after them.
fn skip_space(text: &str) -> &str {
    let rest = text.trim_start_matches([' ', '\t']);
    match rest
        .strip_prefix("\r\n")
        .or_else(|| rest.strip_prefix('\n'))
    {
        Some(next) => next.trim_start_matches([' ', '\t', '>']),
        None => rest,
    }
}

fn bracketed(text: &str) -> Option<usize> {
    let body = text.strip_prefix('[')?;
    let end = unescaped(body, |byte| matches!(byte, b'[' | b']'))?;
    body.part(end..).starts_with(']').then_some(end + 2)
}

fn destination(text: &str) -> Option<usize> {
    if let Some(body) = text.strip_prefix('<') {
        let end = unescaped(body, |byte| matches!(byte, b'<' | b'>' | b'\n'))?;
        return body.part(end..).starts_with('>').then_some(end + 2);
    }
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(at),
            b')' => depth -= 1,
            0..=b' ' | 0x7f => return Some(at),
            _ => {}
        }
    }
    Some(text.len())
}

fn title(text: &str) -> Option<usize> {
    let closer = match text.as_bytes().first()? {
        b'"' => b'"',
        b'\'' => b'\'',
        b'(' => b')',
        _ => return None,
    };
    let end = unescaped(text.part(1..), |byte| byte == closer)?;
    Some(end + 2)
}

/// Where the first byte stands that is wanted and not escaped.
fn unescaped(text: &str, wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|byte| {
        let found = !escaped && wanted(byte);
        escaped = !escaped && byte == b'\\';
        found
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_end_where_the_link_ends() {
        for (text, expected) in [
            ("](a) b", "](a)"),
            ("](a \"t (x)\") b", "](a \"t (x)\")"),
            ("](<a b>\n> 't') b", "](<a b>\n> 't')"),
            ("](a(b)c)d", "](a(b)c)"),
            ("][label] b", "][label]"),
            ("][] b", "][]"),
            ("] b", "]"),
            ("](not closed", "]"),
            ("b", ""),
        ] {
            assert_eq!(&text[..tail(text)], expected, "{text}");
        }
    }

    #[test]
    fn definitions_are_counted_by_lines() {
        for (text, expected) in [
            ("[a]: b\nc", 1),
            ("[a]:\n  b\n  'title'\n[c]: <d e>\ntext", 4),
            ("[a]: b 'c' d\ntext", 0),
            ("[a]: b\n'c' d\ntext", 1),
            ("[a](b)\nc", 0),
            ("[a]: b", 0),
            ("text", 0),
        ] {
            assert_eq!(definition_lines(text), expected, "{text}");
        }
    }
}
