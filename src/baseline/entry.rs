//! One known finding as it stands in the file.

use super::Identity;
use crate::source::{PartOf, sha256};
use serde::{Deserialize, Serialize};

/// Longer texts are cut in the file, and told apart by a hash.
const TEXT_MAX: usize = 240;
/// What is kept of a text that is cut.
const TEXT_KEPT: usize = 160;

/// One known finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The rule's name.
    pub rule: String,
    /// The headings above it, with ` > ` between them.
    pub section: String,
    /// The words that it is about.
    pub text: String,
    /// The words of the other places that it compares with.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub with: String,
    /// What is missed, of a finding at the title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// Which of several that are alike, from 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub nth: usize,
}

impl From<&Identity> for Entry {
    fn from(identity: &Identity) -> Self {
        Self {
            rule: identity.rule.clone(),
            section: identity.section.join(" > "),
            text: cut(&identity.text),
            with: cut(&identity.with),
            about: identity.about.clone(),
            nth: identity.nth,
        }
    }
}

fn cut(text: &str) -> String {
    if text.len() <= TEXT_MAX {
        return text.to_owned();
    }
    let mut end = TEXT_KEPT;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let hash = sha256(text);
    format!(
        "{}… #{}",
        text.part(..end).trim_end(),
        hash.get(..12).unwrap_or_default()
    )
}

fn one() -> usize {
    1
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands the field over by reference"
)]
fn is_one(number: &usize) -> bool {
    *number == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_and_still_told_apart() {
        let (a, b) = ("ñ ".repeat(200) + "a", "ñ ".repeat(200) + "b");
        assert!(cut(&a).len() < TEXT_MAX);
        assert_ne!(cut(&a), cut(&b));
        assert_eq!(cut("short"), "short");
    }
}
