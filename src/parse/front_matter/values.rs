//! The values of front matter: texts, dates, people, roles.

use super::keys::Reader;
use super::yaml::{Key, Node, Value};
use crate::article::{Allowance, Date, Kind, Located, Role};
use crate::parse::comments::unknown_role;
use crate::source::Span;

impl Reader<'_> {
    /// One text.
    pub(super) fn one(&mut self, key: &Key, node: &Node) -> Option<Located<String>> {
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

    /// A language tag, with `-` between its parts.
    pub(super) fn lang(&mut self, key: &Key, node: &Node) -> Option<Located<String>> {
        let text = self.one(key, node)?;
        let tag = text.value.replace('_', "-");
        let mut parts = tag.split('-');
        let is_letters = |part: &str| part.chars().all(|ch| ch.is_ascii_alphabetic());
        let is_language = |part: &str| matches!(part.len(), 2 | 3) && is_letters(part);
        let is_part = |part: &str| {
            (1..=8).contains(&part.len()) && part.chars().all(|ch| ch.is_ascii_alphanumeric())
        };
        if parts.next().is_some_and(is_language) && parts.all(is_part) {
            return Some(located(&tag, text.span));
        }
        let message = format!("`{}: {}` is not a language code", key.name, text.value);
        self.problem(message, "write a code such as en, en-GB or es", text.span);
        None
    }

    /// A region in capitals.
    pub(super) fn region(&mut self, key: &Key, node: &Node) -> Option<Located<String>> {
        let text = self.one(key, node)?;
        let code = text.value.trim();
        if code.len() == 2 && code.chars().all(|ch| ch.is_ascii_alphabetic()) {
            return Some(located(&code.to_uppercase(), text.span));
        }
        let message = format!("`{}: {}` is not a country code", key.name, text.value);
        self.problem(message, "write two letters, such as US or GB", text.span);
        None
    }

    /// Any number of texts.
    pub(super) fn many(&mut self, key: &Key, node: &Node) -> Vec<Located<String>> {
        let mut texts = Vec::new();
        let nodes = match &node.value {
            Value::List(list) => list.iter().collect(),
            Value::Null => Vec::new(),
            _ => vec![node],
        };
        for node in nodes {
            if let Some(text) = node.text() {
                texts.push(located(text, node.span));
                continue;
            }
            let message = format!("`{}` should be a text or a list of texts", key.name);
            let help = format!("write `{}: [one, two]`", key.name);
            self.problem(message, help, node.span);
        }
        texts
    }

    /// Texts that may be written as maps, such as a name and a qualification: their values are joined by commas.
    pub(super) fn people(&mut self, key: &Key, node: &Node) -> Vec<Located<String>> {
        let nodes: Vec<&Node> = match &node.value {
            Value::List(list) => list.iter().collect(),
            _ => vec![node],
        };
        let mut people: Vec<Located<String>> = Vec::new();
        for node in nodes {
            match &node.value {
                Value::Map(map) => {
                    let values: Vec<&str> =
                        map.iter().filter_map(|(_, value)| value.text()).collect();
                    people.push(located(&values.join(", "), node.span));
                }
                _ => {
                    for one in self.many(key, node) {
                        // "[Ana Ruiz, nurse]" is one person in YAML that has no quotes.
                        match people.last_mut() {
                            Some(last) if is_title(&one.value) => {
                                last.value = format!("{}, {}", last.value, one.value);
                                last.span = last.span.cover(one.span);
                            }
                            _ => people.push(one),
                        }
                    }
                }
            }
        }
        people
    }

    /// A day, a month or a year.
    pub(super) fn date(&mut self, key: &Key, node: &Node) -> Option<Located<Date>> {
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

    /// A kind of document.
    pub(super) fn kind(&mut self, key: &Key, node: &Node) -> Option<Located<Kind>> {
        let text = self.one(key, node)?;
        if let Some(value) = Kind::from_name(&text.value) {
            return Some(Located {
                value,
                span: text.span,
            });
        }
        // Whether a team has this kind is known to its configuration only.
        self.meta.other_kind = Some(text);
        None
    }

    /// Roles by heading.
    pub(super) fn roles(&mut self, key: &Key, node: &Node) -> Vec<(Located<String>, Role)> {
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
}

/// Rules that are silenced, with the reasons.
pub(super) fn allowances(node: &Node) -> Vec<Allowance> {
    let allowance = |rule: &str, reason: &str, span: Span| Allowance {
        rule: rule.trim().to_owned(),
        reason: reason.trim().to_owned(),
        span,
        scope: None,
    };
    match &node.value {
        Value::Null => Vec::new(),
        Value::List(list) => list.iter().flat_map(allowances).collect(),
        Value::Map(map) => {
            let entries = map.iter().map(|(rule, reason)| {
                let span = match reason.value {
                    Value::Null => rule.span,
                    _ => rule.span.cover(reason.span),
                };
                allowance(&rule.name, reason.text().unwrap_or(""), span)
            });
            entries.collect()
        }
        Value::Bool(..) | Value::Number(..) | Value::Text(_) => {
            let text = node.text().unwrap_or("");
            let (rule, reason) = text.split_once(':').unwrap_or((text, ""));
            vec![allowance(rule, reason, node.span)]
        }
    }
}

/// The lines of contact details: a text's lines, a list's entries, or a map's as `Key: value`.
pub(super) fn lines(node: &Node) -> Vec<Located<String>> {
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
                    .map(move |line| located(&format!("{label}: {}", line.value), line.span))
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

/// Whether a text is what somebody is, not a name: "nurse practitioner", "MD".
fn is_title(text: &str) -> bool {
    let mut letters = text.chars().filter(|ch| ch.is_alphabetic());
    let is_small = letters.clone().all(char::is_lowercase);
    is_small && letters.next().is_some()
        || text.len() <= 5 && !text.is_empty() && text.chars().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;
    use crate::article::{Meta, Problem};

    fn meta(yaml: &str) -> (Meta, Vec<Problem>) {
        let text = format!("---\n{yaml}---\nBody.\n");
        let read = read(&text, 0, 1_000);
        assert_eq!(&text[read.body..], "Body.\n");
        (read.meta, read.problems)
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
}
