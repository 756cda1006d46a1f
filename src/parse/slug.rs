//! Anchors made from headings.

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

/// The slug of `text` as GitHub makes it, in ASCII: small letters and digits, a hyphen for each space, accents taken off,
/// anything else left out. Empty where a letter has no ASCII form.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for ch in text.trim().chars().flat_map(char::to_lowercase) {
        match ch {
            'a'..='z' | '0'..='9' | '-' | '_' => slug.push(ch),
            ch if ch.is_whitespace() && slug.ends_with('-') => {}
            ch if ch.is_whitespace() => slug.push('-'),
            ch if ch.is_alphabetic() => match unaccented(ch) {
                Some(plain) => slug.push_str(plain),
                None => return String::new(),
            },
            _ => {}
        }
    }
    slug.trim_matches('-').to_owned()
}

/// The small Latin letters with marks, by the letters that stand for them.
const LATIN: &[(&str, &str)] = &[
    ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặª"),
    ("ae", "æ"),
    ("c", "çćĉċč"),
    ("d", "ďđð"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
    ("g", "ĝğġģ"),
    ("h", "ĥħ"),
    ("i", "ìíîïĩīĭįıịỉ"),
    ("j", "ĵ"),
    ("k", "ķ"),
    ("l", "ĺļľŀł"),
    ("n", "ñńņňŉŋ"),
    ("o", "òóôõöøōŏőơọỏốồổỗộớờởỡợº"),
    ("oe", "œ"),
    ("r", "ŕŗř"),
    ("s", "śŝşšș"),
    ("ss", "ß"),
    ("t", "ţťŧț"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưụủứừửữự"),
    ("w", "ŵ"),
    ("y", "ýÿŷỳỵỷỹ"),
    ("z", "źżž"),
];

fn unaccented(letter: char) -> Option<&'static str> {
    let found = LATIN.iter().find(|(_, letters)| letters.contains(letter))?;
    Some(found.0)
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
