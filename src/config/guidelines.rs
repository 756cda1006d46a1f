//! Guidelines that were replaced by others.

use crate::lexicon::constant::built;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The guideline that stands in the place of another.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Successor {
    /// Its id, such as `NG59`.
    pub by: String,
    /// When it was published.
    pub year: usize,
    /// What both are about.
    pub about: String,
}

static TABLE: LazyLock<BTreeMap<String, BTreeMap<String, Successor>>> =
    LazyLock::new(|| built(toml::from_str(include_str!("guidelines.toml"))));

/// What replaced the clinical guideline of NICE with this number: `88` for CG88.
pub fn successor(number: &str) -> Option<&'static Successor> {
    TABLE.get("cg")?.get(number)
}

impl Successor {
    /// The address of its own page.
    pub fn url(&self) -> String {
        format!(
            "https://www.nice.org.uk/guidance/{}",
            self.by.to_lowercase()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_successor_is_a_later_guideline() {
        for successor in TABLE.values().flat_map(BTreeMap::values) {
            assert!(successor.by.starts_with("NG"), "{successor:?}");
            assert!((2015..=2026).contains(&successor.year), "{successor:?}");
        }
        assert_eq!(successor("88").unwrap().by, "NG59");
        assert_eq!(successor("95"), None);
    }
}
