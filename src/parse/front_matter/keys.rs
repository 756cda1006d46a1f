//! The keys of front matter, by all the names that they go by.

use super::values;
use super::yaml::{self, Fault, Key, Node, Value};
use crate::article::{Meta, Problem};
use crate::source::Span;
use std::collections::BTreeSet;

/// Reads keys into [`Meta`] and notes what is wrong with them.
pub(super) struct Reader<'s> {
    text: &'s str,
    /// What was read.
    pub(super) meta: Meta,
    /// What is wrong.
    pub(super) problems: Vec<Problem>,
    seen: BTreeSet<String>,
}

impl<'s> Reader<'s> {
    /// A reader of the front matter at `whole` of `text`.
    pub(super) fn new(text: &'s str, whole: Span) -> Self {
        Self {
            text,
            meta: Meta {
                span: Some(whole),
                ..Meta::default()
            },
            problems: Vec::new(),
            seen: BTreeSet::new(),
        }
    }

    /// Reads each key by itself where the whole cannot be read.
    pub(super) fn salvage(&mut self, keys: &[Span], fault: &Fault, values_max: usize) {
        let before = self.problems.len();
        for key in keys {
            match yaml::read(self.text, *key, values_max) {
                Ok(Node {
                    value: Value::Map(map),
                    ..
                }) => self.entries(map),
                Ok(_) => {}
                Err(fault) => self.broken(&fault),
            }
        }
        if self.problems.len() == before {
            self.broken(fault);
        }
    }

    fn broken(&mut self, fault: &Fault) {
        let line = self.text.get(fault.span.range()).unwrap_or("");
        let help = if fault.message.contains("mapping values") {
            let value = line.split_once(':').map_or("", |(_, value)| value.trim());
            format!("put quotes around text with a colon in it: \"{value}\"")
        } else {
            "put quotes around text with signs in it, and indent lists under their key".to_owned()
        };
        self.problem(
            format!("the front matter is not valid YAML: {}", fault.message),
            help,
            fault.span,
        );
    }

    pub(super) fn problem(&mut self, message: String, help: impl Into<String>, span: Span) {
        self.problems.push(Problem {
            message,
            help: Some(help.into()),
            span,
        });
    }

    /// Reads every key of a map.
    pub(super) fn entries(&mut self, map: Vec<(Key, Node)>) {
        for (key, node) in map {
            let name = canonical(&key.name);
            if !self.seen.insert(name.clone()) {
                self.problem(
                    format!("`{}` is given twice", key.name),
                    "keep one of the two; the first is used",
                    key.span,
                );
            } else if node.value != Value::Null || name == "packs" {
                self.entry(&name, &key, &node);
            }
        }
    }

    /// Reads one key. One that facetdoc does not know is kept.
    fn entry(&mut self, name: &str, key: &Key, node: &Node) {
        match name {
            "title" => self.meta.title = self.one(key, node),
            "id" => self.meta.id = self.one(key, node),
            "description" => self.meta.description = self.one(key, node),
            "lang" => self.meta.lang = self.lang(key, node),
            "kind" => self.meta.kind = self.kind(key, node),
            "region" => self.meta.region = self.region(key, node),
            "audience" => self.meta.audience = self.many(key, node),
            "authors" => self.meta.authors = self.people(key, node),
            "reviewers" => self.meta.reviewers = self.people(key, node),
            "published" => self.meta.published = self.date(key, node),
            "reviewed" => self.meta.reviewed = self.date(key, node),
            "next_review" => self.meta.next_review = self.date(key, node),
            "version" => self.meta.version = self.one(key, node),
            "packs" => self.meta.packs = Some(self.many(key, node)),
            "roles" => self.meta.roles = self.roles(key, node),
            "contact" => self.meta.contact = values::lines(node),
            "clinic" => {
                self.meta.clinic = self.clinic(key, node);
                // Other programs find it among the keys that are kept.
                self.meta.other.push((key.name.clone(), node.json()));
            }
            "funding" => self.meta.funding = self.one(key, node),
            "disclosure" => self.meta.disclosure = self.one(key, node),
            "disclaimer" => self.meta.disclaimer = self.one(key, node),
            "canonical_url" => self.meta.canonical_url = self.one(key, node),
            "sources" => self.meta.sources = self.people(key, node),
            "allow" => self.meta.allow = values::allowances(node),
            _ => self.meta.other.push((key.name.clone(), node.json())),
        }
    }
}

/// The keys that facetdoc reads.
const KNOWN: &[&str] = &[
    "title",
    "id",
    "description",
    "lang",
    "kind",
    "region",
    "audience",
    "authors",
    "reviewers",
    "published",
    "reviewed",
    "next_review",
    "version",
    "packs",
    "roles",
    "contact",
    "clinic",
    "funding",
    "disclosure",
    "disclaimer",
    "canonical_url",
    "sources",
    "allow",
];

/// Whether facetdoc reads a key of this name.
pub(super) fn is_known(key: &str) -> bool {
    KNOWN.contains(&canonical(key).as_str())
}

/// The contract's name of a key: `lastReviewed`, `last-reviewed` and `last_reviewed` are `reviewed`.
fn canonical(key: &str) -> String {
    let mut name = String::new();
    let mut before = '_';
    for ch in key.trim().chars() {
        if ch.is_uppercase() && before.is_lowercase() {
            name.push('_');
        }
        match ch {
            '-' | ' ' => name.push('_'),
            ch => name.extend(ch.to_lowercase()),
        }
        before = ch;
    }
    let known = match name.as_str() {
        "language" => "lang",
        "author" => "authors",
        "reviewer" | "reviewed_by" => "reviewers",
        "last_reviewed" => "reviewed",
        "review_by" => "next_review",
        "canonical" => "canonical_url",
        "pack" => "packs",
        "disclosures" | "conflicts_of_interest" => "disclosure",
        "source" | "references" => "sources",
        _ => return name,
    };
    known.to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;
    use crate::article::{Kind, Located};

    fn meta(yaml: &str) -> (Meta, Vec<Problem>) {
        let text = format!("---\n{yaml}---\nBody.\n");
        let read = read(&text, 0, 1_000);
        assert_eq!(&text[read.body..], "Body.\n");
        (read.meta, read.problems)
    }

    #[test]
    fn all_names_of_a_key_are_read() {
        let (meta, problems) = meta(
            "title: Knee pain\nlanguage: en_GB\nkind: Condition\nregion: gb\nauthor: Ana\nreviewer: [Bo, Cy]\n\
             lastReviewed: 2026-01-02\nreview_by: \"2027\"\nversion: 1.10\ncanonicalUrl: https://a.example/b\nspoke: x\n",
        );
        assert_eq!(problems, []);
        let value = |text: &Option<Located<String>>| text.as_ref().map(|text| text.value.clone());
        assert_eq!(value(&meta.title).as_deref(), Some("Knee pain"));
        assert_eq!(value(&meta.lang).as_deref(), Some("en-GB"));
        assert_eq!(meta.kind.map(|kind| kind.value), Some(Kind::Condition));
        assert_eq!(value(&meta.region).as_deref(), Some("GB"));
        assert_eq!(meta.authors.len(), 1);
        assert_eq!(meta.reviewers.len(), 2);
        let (one, _) = super::tests::meta("title: A\nauthors: [Ana Ruiz, nurse, Bo Li, MD]\n");
        let names: Vec<String> = { one.authors.into_iter() }.map(|one| one.value).collect();
        assert_eq!(names, ["Ana Ruiz, nurse", "Bo Li, MD"]);
        assert_eq!(
            meta.reviewed.map(|date| date.value.to_iso()).as_deref(),
            Some("2026-01-02")
        );
        assert_eq!(
            meta.next_review.map(|date| date.value.to_iso()).as_deref(),
            Some("2027")
        );
        assert_eq!(value(&meta.version).as_deref(), Some("1.10"));
        assert_eq!(
            value(&meta.canonical_url).as_deref(),
            Some("https://a.example/b")
        );
        assert_eq!(meta.other, [("spoke".to_owned(), serde_json::json!("x"))]);
    }
}
