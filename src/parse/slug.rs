//! Anchors made from headings.

use crate::article::slug;
use std::collections::{BTreeMap, BTreeSet};

/// Gives out anchors, each once.
#[derive(Debug, Default)]
pub(super) struct Slugs {
    given: BTreeSet<String>,
    /// How often each was asked for.
    asked: BTreeMap<String, usize>,
    sections: usize,
}

impl Slugs {
    /// The anchor of the next section: `id` where the heading has one, else the heading's slug, else `section-N`. One that
    /// was given before gets `-2`, `-3`, ...
    pub(super) fn next(&mut self, heading: &str, id: Option<&str>) -> String {
        self.sections += 1;
        let base = match id {
            Some(id) => id.to_owned(),
            None => Some(slug(heading))
                .filter(|slug| !slug.is_empty())
                .unwrap_or_else(|| format!("section-{}", self.sections)),
        };
        let asked = self.asked.entry(base.clone()).or_default();
        let mut anchor = base.clone();
        loop {
            *asked += 1;
            if *asked > 1 {
                anchor = format!("{base}-{asked}");
            }
            if self.given.insert(anchor.clone()) {
                break;
            }
        }
        anchor
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_ascii_and_unique() {
        let mut slugs = Slugs::default();
        for (heading, id, expected) in [
            ("When To Seek Care", None, "when-to-seek-care"),
            ("When to seek care", None, "when-to-seek-care-2"),
            ("Cuándo pedir ayuda", None, "cuando-pedir-ayuda"),
            ("Causes & symptoms", None, "causes-symptoms"),
            ("Go to A&E or call 999 if:", None, "go-to-ae-or-call-999-if"),
            ("Σύμπτωμα", None, "section-6"),
            ("Why", Some("why"), "why"),
            ("why", None, "why-2"),
            ("?", None, "section-9"),
        ] {
            assert_eq!(slugs.next(heading, id), expected);
        }
    }
}
