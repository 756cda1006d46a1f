//! The file of known findings: JSON, sorted, a line for each word of an entry, so that a change reads well in a diff.

use super::Entry;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The version of the file's shape.
pub const SCHEMA_VERSION: &str = "1.0.0";

/// Known findings by the article that they are in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    /// The entries by the article's path, relative to the file's folder, with `/` between folders; never an empty set.
    pub articles: BTreeMap<String, BTreeSet<Entry>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    schema_version: String,
    articles: BTreeMap<String, BTreeSet<Entry>>,
}

/// Why a text is no file of known findings, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable(pub String);

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}

impl Baseline {
    /// The known findings in `text`.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        let document: Document = serde_json::from_str(text).map_err(|error| {
            Unreadable(format!(
                "not a baseline that facetdoc wrote ({error}); make a new one with --write-baseline"
            ))
        })?;
        let first = |version: &str| version.split('.').next().map(str::to_owned);
        if first(&document.schema_version) != first(SCHEMA_VERSION) {
            return Err(Unreadable(format!(
                "its schema_version is {:?} and this facetdoc reads {SCHEMA_VERSION:?}; make a new one with --write-baseline",
                document.schema_version
            )));
        }
        Ok(Self {
            articles: document.articles,
        })
    }

    /// The file's text, with a newline at the end.
    pub fn to_json(&self) -> String {
        let mut articles = self.articles.clone();
        articles.retain(|_, entries| !entries.is_empty());
        let document = Document {
            schema_version: SCHEMA_VERSION.to_owned(),
            articles,
        };
        // Maps with text for keys, and text: nothing that JSON cannot hold.
        let mut json = serde_json::to_string_pretty(&document).unwrap_or_default();
        json.push('\n');
        json
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.articles.values().map(BTreeSet::len).sum()
    }

    /// Whether it knows of no finding.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether a finding of `article` is known.
    pub fn knows(&self, article: &str, entry: &Entry) -> bool {
        let entries = self.articles.get(article);
        entries.is_some_and(|entries| entries.contains(entry))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(nth: usize) -> Entry {
        Entry {
            rule: "sentence-too-long".to_owned(),
            section: "Pain > At night".to_owned(),
            text: "Ünïcode \"quoted\"".to_owned(),
            with: String::new(),
            about: String::new(),
            nth,
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut baseline = Baseline::default();
        let entries = BTreeSet::from([entry(1), entry(2)]);
        baseline.articles.insert("a/b.md".to_owned(), entries);
        baseline
            .articles
            .insert("empty.md".to_owned(), BTreeSet::new());
        let json = baseline.to_json();
        baseline.articles.remove("empty.md");
        assert_eq!(Baseline::parse(&json), Ok(baseline.clone()));
        assert_eq!(json, baseline.to_json());
        assert!(baseline.knows("a/b.md", &entry(2)));
        assert!(!baseline.knows("a/b.md", &entry(3)));
        assert!(!baseline.knows("b.md", &entry(1)));
        assert!(!json.contains("\"line\""), "{json}");
    }

    #[test]
    fn other_files_are_refused_with_what_to_do() {
        for text in [
            "",
            "[]",
            "{\"schema_version\": \"1.0.0\"}",
            "{\"schema_version\": \"2.0.0\", \"articles\": {}}",
            "{\"schema_version\": \"1.0.0\", \"articles\": {}, \"more\": 1}",
        ] {
            let error = Baseline::parse(text).unwrap_err();
            assert!(error.to_string().contains("--write-baseline"), "{text}");
        }
    }
}
