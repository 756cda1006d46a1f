//! A clinician's sign-off: it holds for one text of the pack and no other.

use crate::source::{Span, sha256};

/// Who has signed a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignOff {
    /// The clinician's name.
    pub name: String,
    /// The role, such as "consultant physiotherapist".
    pub role: String,
    /// The day, as written.
    pub date: String,
    /// The hash of the text that was signed, as written.
    pub hash: String,
    /// Where the hash stands in the pack.
    pub span: Span,
}

/// The SHA-256 of a pack's `text` without its sign-off, as 64 hexadecimal digits.
///
/// The sign-off is the lines from `[sign_off]` up to the next table. Line ends and blank lines at the end do not count,
/// so that signing or a checkout on another system changes nothing.
pub(super) fn hash(text: &str) -> String {
    sha256(unsigned(text).join("\n"))
}

impl super::TopicPack {
    /// What a sign-off of a pack with this `text` has as its hash: the SHA-256 of the text without the sign-off, as 64
    /// hexadecimal digits.
    pub fn hash(text: &str) -> String {
        hash(text)
    }
}

/// The lines that are signed.
fn unsigned(text: &str) -> Vec<&str> {
    let mut within = false;
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines() {
        if line.starts_with('[') {
            within = line.trim_end().starts_with("[sign_off]");
        }
        if !within {
            lines.push(line.trim_end());
        }
    }
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_off_and_line_ends_do_not_change_the_hash_and_a_word_does() {
        let plain = "[pack]\nid = \"a\"\n\n[applies]\nx = 1\n";
        let signed =
            "[pack]\nid = \"a\"\n\n[applies]\nx = 1\n\n[sign_off]\nname = \"B\"\nhash = \"0\"\n";
        let first = "[sign_off]\nname = \"B\"\n[pack]\nid = \"a\"\n\n[applies]\nx = 1\n";
        assert_eq!(hash(plain), hash(signed));
        assert_eq!(hash(plain), hash(first));
        assert_eq!(hash(plain), hash(&plain.replace('\n', "\r\n")));
        assert_ne!(hash(plain), hash(&plain.replace('1', "2")));
        assert_eq!(hash(plain).len(), 64);
    }
}
