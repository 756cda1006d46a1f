//! Links that lead through a counter to where they say.

/// Where a link of Google Docs or Gmail leads; `None` for other links.
pub(super) fn target(url: &str) -> Option<String> {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))?;
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let query = rest.strip_prefix("google.com/url?")?;
    let value = query.split('&').find_map(|part| {
        let (key, value) = part.split_once('=')?;
        matches!(key, "q" | "url").then_some(value)
    })?;
    let target = decoded(value)?;
    let is_address = ["http://", "https://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| target.starts_with(scheme));
    is_address.then_some(target)
}

/// `text` with its percent signs read; `None` if that gives no text.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| *first == b'%');
        let code = code.and_then(|code| std::str::from_utf8(code).ok());
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    let text = String::from_utf8(bytes).ok()?;
    (!text.chars().any(char::is_control)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_counter_is_taken_off() {
        for (url, expected) in [
            (
                "https://www.google.com/url?q=https://a.example/b?c%3D1&sa=D&ust=1",
                Some("https://a.example/b?c=1"),
            ),
            (
                "https://google.com/url?sa=t&url=https%3A%2F%2Fa.example%2F",
                Some("https://a.example/"),
            ),
            ("https://www.google.com/url?q=javascript:alert(1)", None),
            (
                "https://www.google.com/url?q=https://a.example/%0d%0a",
                None,
            ),
            ("https://www.google.com/maps?q=x", None),
            ("https://a.example/url?q=https://b.example", None),
        ] {
            assert_eq!(target(url).as_deref(), expected, "{url}");
        }
    }
}
