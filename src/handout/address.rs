//! The address of an article as a code that phones read.

use super::links::{printable, web_address};
use crate::article::Meta;
use crate::source::Span;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::{self, Write};

/// The largest code that a phone reads well where it is 25 mm wide: 61 modules, each 0.4 mm.
const MOST_VERSION: u8 = 11;

/// An address with its code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// As it is printed.
    pub(super) shown: String,
    /// Where the article gives it.
    pub(super) span: Span,
    /// The rows of the code's modules, dark ones `true`.
    pub(super) modules: Vec<Vec<bool>>,
}

/// Why an article's address cannot be printed as a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressError {
    /// The article gives no address.
    Missing,
    /// It is no web address.
    NotOfTheWeb(Span),
    /// It is too long for a code that phones read.
    TooLong(Span),
}

impl Address {
    /// The address at which the article is published. Level Q: a quarter of the code may be creased or copied badly.
    pub fn of(meta: &Meta) -> Result<Self, AddressError> {
        let given = meta.canonical_url.as_ref().ok_or(AddressError::Missing)?;
        let shown = printable(&given.value);
        let web = web_address(&shown).filter(|(_, host, _)| host.is_ascii());
        if web.is_none() {
            return Err(AddressError::NotOfTheWeb(given.span));
        }
        let segments = QrSegment::make_segments(&encoded(&shown));
        let versions = (Version::MIN, Version::new(MOST_VERSION));
        let level = QrCodeEcc::Quartile;
        let code =
            QrCode::encode_segments_advanced(&segments, level, versions.0, versions.1, None, false)
                .map_err(|_| AddressError::TooLong(given.span))?;
        let modules = (0..code.size())
            .map(|y| (0..code.size()).map(|x| code.get_module(x, y)).collect())
            .collect();
        Ok(Self {
            shown,
            span: given.span,
            modules,
        })
    }
}

impl AddressError {
    /// Where the article gives the address.
    pub fn span(self) -> Option<Span> {
        match self {
            Self::Missing => None,
            Self::NotOfTheWeb(span) | Self::TooLong(span) => Some(span),
        }
    }
}

impl fmt::Display for AddressError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => out.write_str(
                "a QR code needs the article's address: put canonical_url into its front matter, or leave out --qr",
            ),
            Self::NotOfTheWeb(_) => out.write_str(
                "canonical_url is no web address; a QR code needs one such as https://example.org/back-pain",
            ),
            Self::TooLong(_) => out.write_str(
                "canonical_url is too long for a QR code that a phone can read; give it a shorter address",
            ),
        }
    }
}

impl std::error::Error for AddressError {}

/// The address as phones expect it: in ASCII, everything else percent-encoded.
fn encoded(url: &str) -> String {
    let mut encoded = String::new();
    for byte in url.bytes() {
        if byte.is_ascii() {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Located;

    fn of(url: &str) -> Result<Address, AddressError> {
        Address::of(&Meta {
            canonical_url: Some(Located {
                value: url.to_owned(),
                span: Span::new(3, 9),
            }),
            ..Meta::default()
        })
    }

    #[test]
    fn only_web_addresses_of_some_length_have_a_code() {
        let good = of("https://example.org/back-pain").unwrap();
        assert_eq!(good.modules.len(), 29);
        assert_eq!(Address::of(&Meta::default()), Err(AddressError::Missing));
        for (url, error) in [
            ("back-pain", AddressError::NotOfTheWeb(Span::new(3, 9))),
            (
                "mailto:a@example.org",
                AddressError::NotOfTheWeb(Span::new(3, 9)),
            ),
            (
                "https://spaß.example/",
                AddressError::NotOfTheWeb(Span::new(3, 9)),
            ),
        ] {
            assert_eq!(of(url), Err(error), "{url}");
        }
        let long = |count| of(&format!("https://example.org/{}", "a".repeat(count)));
        assert_eq!(long(157).unwrap().modules.len(), 61);
        assert_eq!(long(158), Err(AddressError::TooLong(Span::new(3, 9))));
        assert_eq!(
            encoded("https://example.org/niño"),
            "https://example.org/ni%C3%B1o"
        );
    }
}
