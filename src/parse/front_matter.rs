//! Front matter: the YAML between `---` lines at the very start.
//!
//! A mistake in one key is a problem at its place and leaves the other keys readable. What only looks like front matter,
//! a rule between two paragraphs, is text.

use super::comments::unknown_role;
use super::yaml::{self, Fault, Key, Node, Value};
use crate::article::{Allowance, Date, Kind, Located, Meta, Problem, Role};
use crate::lexicon::nearest;
use crate::source::Span;
use std::collections::BTreeSet;

/// What was read before the body.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    /// What it says.
    pub(super) meta: Meta,
    /// What is wrong with it.
    pub(super) problems: Vec<Problem>,
    /// The first byte after it.
    pub(super) body: usize,
}

/// Reads the front matter of `text`, which starts at byte `start`.
pub(super) fn read(text: &str, start: usize) -> FrontMatter {
    let none = FrontMatter {
        body: start,
        ..FrontMatter::default()
    };
    let Some((yaml, whole, body)) = fenced(text, start) else {
        return none;
    };
    let entries = match yaml::read(text, yaml) {
        Ok(Node {
            value: Value::Map(map),
            ..
        }) => Ok(map),
        Ok(Node {
            value: Value::Null, ..
        }) if text[yaml.range()].trim().is_empty() => Ok(Vec::new()),
        Ok(_) => return none,
        Err(fault) => Err(fault),
    };
    let mut reader = Reader {
        text,
        meta: Meta {
            span: Some(whole),
            ..Meta::default()
        },
        problems: Vec::new(),
        seen: BTreeSet::new(),
    };
    match entries {
        Ok(map) => reader.entries(map),
        Err(fault) => {
            let keys = top_keys(text, yaml);
            if keys
                .first()
                .is_none_or(|first| !text[yaml.start()..first.start()].trim().is_empty())
            {
                return none;
            }
            reader.salvage(&keys, &fault);
        }
    }
    FrontMatter {
        meta: reader.meta,
        problems: reader.problems,
        body,
    }
}

/// The YAML between the fences, the whole with its fences, and the first byte after it.
fn fenced(text: &str, start: usize) -> Option<(Span, Span, usize)> {
    let mut lines = text[start..].split_inclusive('\n').scan(start, |at, line| {
        let from = *at;
        *at += line.len();
        Some((from, line))
    });
    let (_, first) = lines.next()?;
    if first.trim_end() != "---" || !first.ends_with('\n') {
        return None;
    }
    let inside = start + first.len();
    let (at, line) = lines.find(|(_, line)| matches!(line.trim_end(), "---" | "..."))?;
    let whole = Span::new(start, at + line.trim_end().len());
    Some((Span::new(inside, at), whole, at + line.len()))
}

/// The pieces of `yaml` that start with a key at the left margin.
fn top_keys(text: &str, yaml: Span) -> Vec<Span> {
    let mut starts = Vec::new();
    let mut at = yaml.start();
    for line in text[yaml.range()].split_inclusive('\n') {
        let name = line.split(':').next().unwrap_or("");
        let is_name = |ch: char| ch.is_alphanumeric() || matches!(ch, '_' | '-' | ' ' | '"' | '\'');
        let is_key = line.contains(':') && name.chars().all(is_name);
        if is_key && !name.starts_with([' ', '-']) && !name.is_empty() {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([yaml.end()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| Span::new(*start, end))
        .collect()
}

struct Reader<'s> {
    text: &'s str,
    meta: Meta,
    problems: Vec<Problem>,
    seen: BTreeSet<String>,
}

impl Reader<'_> {
    /// Reads each key by itself where the whole cannot be read.
    fn salvage(&mut self, keys: &[Span], fault: &Fault) {
        let before = self.problems.len();
        for key in keys {
            match yaml::read(self.text, *key) {
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

    fn problem(&mut self, message: String, help: impl Into<String>, span: Span) {
        self.problems.push(Problem {
            message,
            help: Some(help.into()),
            span,
        });
    }

    fn entries(&mut self, map: Vec<(Key, Node)>) {
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
            "lang" => {
                self.meta.lang = self
                    .one(key, node)
                    .map(|lang| changed(lang, |tag| tag.replace('_', "-")))
            }
            "kind" => self.meta.kind = self.kind(key, node),
            "region" => {
                self.meta.region = self
                    .one(key, node)
                    .map(|region| changed(region, |code| code.to_uppercase()))
            }
            "audience" => self.meta.audience = self.many(key, node),
            "authors" => self.meta.authors = self.people(key, node),
            "reviewers" => self.meta.reviewers = self.people(key, node),
            "published" => self.meta.published = self.date(key, node),
            "reviewed" => self.meta.reviewed = self.date(key, node),
            "next_review" => self.meta.next_review = self.date(key, node),
            "version" => self.meta.version = self.one(key, node),
            "packs" => self.meta.packs = Some(self.many(key, node)),
            "roles" => self.meta.roles = self.roles(key, node),
            "contact" => self.meta.contact = lines(node),
            "funding" => self.meta.funding = self.one(key, node),
            "disclosure" => self.meta.disclosure = self.one(key, node),
            "disclaimer" => self.meta.disclaimer = self.one(key, node),
            "canonical_url" => self.meta.canonical_url = self.one(key, node),
            "sources" => self.meta.sources = self.people(key, node),
            "allow" => self.meta.allow = self.allowances(key, node),
            _ => self.meta.other.push((key.name.clone(), node.json())),
        }
    }

    fn one(&mut self, key: &Key, node: &Node) -> Option<Located<String>> {
        if let Some(text) = node.text() {
            return Some(located(text, node.span));
        }
        // A list of one or a map of one says as much as its value.
        match &node.value {
            Value::List(list) if list.len() == 1 => self.one(key, list.first()?),
            Value::Map(map) if map.len() == 1 => self.one(key, &map.first()?.1),
            Value::List(list) if list.is_empty() => None,
            _ => {
                let message = format!("`{}` should be one text", key.name);
                self.problem(
                    message,
                    format!("write it on one line: `{}: ...`", key.name),
                    node.span,
                );
                None
            }
        }
    }

    fn many(&mut self, key: &Key, node: &Node) -> Vec<Located<String>> {
        let mut texts = Vec::new();
        let nodes = match &node.value {
            Value::List(list) => list.iter().collect(),
            Value::Null => Vec::new(),
            _ => vec![node],
        };
        for node in nodes {
            match node.text() {
                Some(text) => texts.push(located(text, node.span)),
                None => {
                    let message = format!("`{}` should be a text or a list of texts", key.name);
                    self.problem(
                        message,
                        format!("write `{}: [one, two]`", key.name),
                        node.span,
                    );
                }
            }
        }
        texts
    }

    /// Texts that may be written as maps, such as a name and a qualification: their values are joined by commas.
    fn people(&mut self, key: &Key, node: &Node) -> Vec<Located<String>> {
        let nodes: Vec<&Node> = match &node.value {
            Value::List(list) => list.iter().collect(),
            _ => vec![node],
        };
        let mut people = Vec::new();
        for node in nodes {
            match &node.value {
                Value::Map(map) => {
                    let values: Vec<&str> =
                        map.iter().filter_map(|(_, value)| value.text()).collect();
                    people.push(located(&values.join(", "), node.span));
                }
                _ => people.extend(self.many(key, node)),
            }
        }
        people
    }

    fn date(&mut self, key: &Key, node: &Node) -> Option<Located<Date>> {
        let text = self.one(key, node)?;
        let Some(value) = Date::from_iso(&text.value) else {
            let message = format!("`{}: {}` is not a date", key.name, text.value);
            self.problem(
                message,
                "write the year, month and day as 2026-11-23",
                text.span,
            );
            return None;
        };
        Some(Located {
            value,
            span: text.span,
        })
    }

    fn kind(&mut self, key: &Key, node: &Node) -> Option<Located<Kind>> {
        let text = self.one(key, node)?;
        if let Some(value) = Kind::from_name(&text.value) {
            return Some(Located {
                value,
                span: text.span,
            });
        }
        let names: Vec<_> = Kind::ALL.iter().map(|kind| kind.name()).collect();
        let help = match nearest(&text.value, names.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the kinds are {}", names.join(", ")),
        };
        self.problem(
            format!("there is no kind called `{}`", text.value),
            help,
            text.span,
        );
        None
    }

    fn roles(&mut self, key: &Key, node: &Node) -> Vec<(Located<String>, Role)> {
        let Value::Map(map) = &node.value else {
            let message = format!("`{}` should be a map from headings to roles", key.name);
            self.problem(
                message,
                "write `heading: role` on lines below it",
                node.span,
            );
            return Vec::new();
        };
        let mut roles = Vec::new();
        for (heading, role) in map {
            let name = role.text().unwrap_or("");
            match Role::from_name(name) {
                Some(role) => roles.push((located(&heading.name, heading.span), role)),
                None => self.problems.push(unknown_role(name, role.span)),
            }
        }
        roles
    }

    fn allowances(&mut self, key: &Key, node: &Node) -> Vec<Allowance> {
        match &node.value {
            Value::Map(map) => map
                .iter()
                .map(|(rule, reason)| Allowance {
                    rule: rule.name.trim().to_owned(),
                    reason: reason.text().unwrap_or("").to_owned(),
                    span: if reason.span.is_empty() {
                        rule.span
                    } else {
                        rule.span.cover(reason.span)
                    },
                    scope: None,
                })
                .collect(),
            Value::List(list) => list
                .iter()
                .flat_map(|node| self.allowances(key, node))
                .collect(),
            _ => match node.text() {
                Some(text) => {
                    let (rule, reason) = text.split_once(':').unwrap_or((text, ""));
                    vec![Allowance {
                        rule: rule.trim().to_owned(),
                        reason: reason.trim().to_owned(),
                        span: node.span,
                        scope: None,
                    }]
                }
                None => Vec::new(),
            },
        }
    }
}

/// The lines of contact details: a text's lines, a list's entries, or a map's as `Key: value`.
fn lines(node: &Node) -> Vec<Located<String>> {
    match &node.value {
        Value::Null => Vec::new(),
        Value::List(list) => list.iter().flat_map(lines).collect(),
        Value::Map(map) => map
            .iter()
            .flat_map(|(key, value)| {
                let name = key.name.replace('_', " ");
                let mut letters = name.chars();
                let first = letters.next().into_iter().flat_map(char::to_uppercase);
                let label: String = first.chain(letters).collect();
                lines(value)
                    .into_iter()
                    .map(move |line| changed(line, |text| format!("{label}: {text}")))
            })
            .collect(),
        Value::Bool(..) | Value::Number(..) | Value::Text(_) => {
            let text = node.text().unwrap_or("");
            let rows = text.lines().map(str::trim).filter(|line| !line.is_empty());
            rows.map(|line| located(line, node.span)).collect()
        }
    }
}

fn located(text: &str, span: Span) -> Located<String> {
    Located {
        value: text.to_owned(),
        span,
    }
}

fn changed(text: Located<String>, change: impl Fn(&str) -> String) -> Located<String> {
    Located {
        value: change(&text.value),
        span: text.span,
    }
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
    use super::*;

    fn meta(yaml: &str) -> (Meta, Vec<Problem>) {
        let text = format!("---\n{yaml}---\nBody.\n");
        let read = read(&text, 0);
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

    #[test]
    fn contact_may_be_text_list_or_map() {
        for (yaml, expected) in [
            ("contact: call 555\n", vec!["call 555"]),
            ("contact: [a, b]\n", vec!["a", "b"]),
            ("contact: |\n  a\n  b\n", vec!["a", "b"]),
            (
                "contact:\n  phone: 555 0100\n  after_hours: 555 0101\n",
                vec!["Phone: 555 0100", "After hours: 555 0101"],
            ),
        ] {
            let (meta, _) = meta(yaml);
            let lines: Vec<_> = meta
                .contact
                .iter()
                .map(|line| line.value.as_str())
                .collect();
            assert_eq!(lines, expected, "{yaml}");
        }
    }

    #[test]
    fn roles_and_allowances_are_read_in_every_form() {
        let (meta, problems) = meta(
            "roles:\n  Going home: aftercare\nallow:\n  - faq-missing: a leaflet\n  - review-date-missing\n",
        );
        assert_eq!(problems, []);
        assert_eq!(meta.roles[0].0.value, "Going home");
        assert_eq!(meta.roles[0].1, Role::Aftercare);
        let allowed: Vec<_> = meta
            .allow
            .iter()
            .map(|allow| (allow.rule.as_str(), allow.reason.as_str()))
            .collect();
        assert_eq!(
            allowed,
            [("faq-missing", "a leaflet"), ("review-date-missing", "")]
        );
    }

    #[test]
    fn a_mistake_is_a_problem_at_its_place_and_the_rest_is_read() {
        for (line, message, at) in [
            (
                "reviewed: 03/04/2026",
                "`reviewed: 03/04/2026` is not a date",
                "03/04/2026",
            ),
            (
                "kind: conditon",
                "there is no kind called `conditon`",
                "conditon",
            ),
            ("title: [a, b]", "`title` should be one text", "a, b"),
            (
                "roles:\n  Going home: after-care",
                "there is no role called `after-care`",
                "after-care",
            ),
            ("lang: en\nlang: es", "`lang` is given twice", "lang"),
            (
                "title: Knee: what helps",
                "the front matter is not valid YAML: mapping values are not allowed in this context",
                "title: Knee: what helps",
            ),
        ] {
            let text = format!("---\nversion: 7\n{line}\nauthor: Ana\n---\n");
            let read = read(&text, 0);
            assert_eq!(read.problems.len(), 1, "{line}: {:?}", read.problems);
            let problem = &read.problems[0];
            assert_eq!(problem.message, message);
            assert_eq!(&text[problem.span.range()], at);
            assert_eq!(read.meta.authors.len(), 1, "{line}");
            assert_eq!(
                read.meta.version.map(|version| version.value).as_deref(),
                Some("7")
            );
        }
    }

    #[test]
    fn what_is_not_front_matter_is_text() {
        for text in [
            "---\n\nA rule opens this article.\n\n---\n",
            "---\ntitle: never closed\n",
            "---\n- a\n- b\n---\n",
            "--- \n# Heading: of text\n---\nx",
            "text\n---\na: b\n---\n",
            "+++\ntitle = 'toml'\n+++\n",
            "---",
            "",
        ] {
            let read = read(text, 0);
            assert_eq!(read.body, 0, "{text}");
            assert_eq!(read.problems, []);
        }
    }

    #[test]
    fn fences_and_line_ends_of_all_kinds() {
        for text in [
            "---\r\ntitle: Señal\r\n---\r\nx",
            "--- \ntitle: Señal\n...\nx",
            "---\ntitle: Señal\n---\nx",
        ] {
            let read = read(text, 0);
            let title = read.meta.title.unwrap();
            assert_eq!(&text[title.span.range()], "Señal");
            assert_eq!(&text[read.body..], "x");
        }
    }
}
