//! How PDF writes texts, addresses and lengths.

use std::fmt::Write;

/// Text outside of what is drawn: UTF-16 with a byte order mark.
pub fn utf16(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xFE, 0xFF];
    for unit in text.encode_utf16() {
        bytes.extend(unit.to_be_bytes());
    }
    bytes
}

/// An address in ASCII, as the URI action asks: everything else is percent-encoded.
pub fn ascii_address(url: &str) -> String {
    let mut address = String::new();
    for byte in url.bytes() {
        if byte.is_ascii_graphic() {
            address.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

/// To hundredths of a point: finer than any printer, and short in the file.
pub fn rounded(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_ascii_and_keep_what_is_encoded() {
        for (url, written) in [
            (
                "https://example.org/a%20b?c=d#e",
                "https://example.org/a%20b?c=d#e",
            ),
            (
                "https://example.org/niño sano",
                "https://example.org/ni%C3%B1o%20sano",
            ),
        ] {
            assert_eq!(ascii_address(url), written);
        }
    }
}
