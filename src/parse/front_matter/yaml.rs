//! YAML values with the place of each.

use crate::article::how_to_raise;
use crate::source::{PartOf, Span};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::budget::BudgetBreach;
use serde_saphyr::options::DuplicateKeyPolicy;
use serde_saphyr::{Location, Options, Spanned, UserMessageFormatter};
use std::fmt;

/// Deeper than anyone nests by hand, and shallow enough for any stack.
const DEEPEST: usize = 32;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    /// The value.
    pub(super) value: Value,
    /// Its source: for a list or a map from its first entry to its last.
    pub(super) span: Span,
}

/// A YAML value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Nothing after the colon, or `null`.
    Null,
    /// `true` or `false`, as written.
    Bool(bool, String),
    /// A number, as written.
    Number(serde_json::Number, String),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map, in the order written; a key may occur twice.
    Map(Vec<(Key, Node)>),
}

/// A map's key and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Key {
    /// The key.
    pub(super) name: String,
    /// Its source.
    pub(super) span: Span,
}

/// Why text is no YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// What is wrong, in lower case.
    pub(super) message: String,
    /// Where, as near as is known.
    pub(super) span: Span,
}

impl Node {
    /// The value as text, if it is one; numbers and truth values are read as they are written.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) | Value::Number(_, text) | Value::Bool(_, text) => Some(text.trim()),
            Value::Null | Value::List(_) | Value::Map(_) => None,
        }
    }

    /// The value as JSON.
    pub(super) fn json(&self) -> serde_json::Value {
        match &self.value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(truth, _) => serde_json::Value::Bool(*truth),
            Value::Number(number, _) => serde_json::Value::Number(number.clone()),
            Value::Text(text) => serde_json::Value::String(text.clone()),
            Value::List(list) => list.iter().map(Node::json).collect(),
            Value::Map(map) => serde_json::Value::Object(
                map.iter()
                    .map(|(key, node)| (key.name.clone(), node.json()))
                    .collect(),
            ),
        }
    }
}

/// Reads `area` of `source`, which has `values_max` values at most; aliases count each time they are used, so that a few
/// lines cannot grow without end.
pub(super) fn read(source: &str, area: Span, values_max: usize) -> Result<Node, Fault> {
    let text = source.get(area.range()).unwrap_or("");
    let read: Result<Spanned<Plain>, _> =
        serde_saphyr::from_str_with_options(text, options(values_max));
    let place = Place {
        source,
        start: area.start(),
    };
    match read {
        Ok(plain) => Ok(place.node(plain)),
        Err(error) => {
            let message = match error.without_snippet() {
                serde_saphyr::Error::Budget {
                    breach: BudgetBreach::Nodes { .. },
                    ..
                } => too_many(values_max),
                error => error.render_with_formatter(&UserMessageFormatter),
            };
            let message = message
                .split(" at line ")
                .next()
                .unwrap_or("")
                .trim()
                .to_owned();
            let at = error
                .location()
                .map_or(Span::empty(area.start()), |at| place.span(at));
            Err(Fault {
                message,
                span: line_around(source, at, area),
            })
        }
    }
}

fn too_many(values_max: usize) -> String {
    let raise = how_to_raise("front-matter-values-max");
    format!("it has more than {values_max} values; {raise}")
}

fn options(values_max: usize) -> Options {
    serde_saphyr::options! {
        // `no` is Norwegian.
        strict_booleans: true,
        with_snippet: false,
        // Told to the writer, with the place of the second.
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        budget: serde_saphyr::budget! { max_nodes: values_max, max_depth: DEEPEST },
    }
}

/// The line of `source` that holds `at`, without white space around it.
fn line_around(source: &str, at: Span, area: Span) -> Span {
    let at = crate::parse::lines::floor(source, at.start().clamp(area.start(), area.end()));
    let start = source
        .part(area.start()..at)
        .rfind('\n')
        .map_or(area.start(), |end| area.start() + end + 1);
    let end = source
        .part(at..area.end())
        .find('\n')
        .map_or(area.end(), |end| at + end);
    let line = source.part(start..end);
    let from = start + (line.len() - line.trim_start().len());
    Span::new(from, from + line.trim().len())
}

struct Place<'s> {
    source: &'s str,
    start: usize,
}

impl Place<'_> {
    fn span(&self, location: Location) -> Span {
        let span = location.span();
        let Some(offset) = span.byte_offset() else {
            return Span::empty(self.at_line(location));
        };
        let bound = |byte: u64| usize::try_from(byte).unwrap_or(usize::MAX);
        let length = bound(span.byte_len().unwrap_or(0));
        let start = self
            .start
            .saturating_add(bound(offset))
            .min(self.source.len());
        Span::new(start, start.saturating_add(length).min(self.source.len()))
    }

    /// The start of a location's line: faults in the syntax come without bytes.
    fn at_line(&self, location: Location) -> usize {
        let line = usize::try_from(location.line().saturating_sub(1)).unwrap_or(usize::MAX);
        let rest = self.source.part(self.start..);
        let before: usize = rest.split_inclusive('\n').take(line).map(str::len).sum();
        self.start + before
    }

    /// The span of a scalar, without quotes where its text stands between them as it is.
    fn scalar(&self, location: Location, text: &str) -> Span {
        let span = self.span(location);
        let written = self.source.get(span.range()).unwrap_or("");
        let quotes = written.len().checked_sub(2) == Some(text.len());
        if quotes && written.get(1..written.len() - 1) == Some(text) {
            return Span::new(span.start() + 1, span.end() - 1);
        }
        Span::new(span.start(), span.start() + written.trim_end().len())
    }

    fn node(&self, plain: Spanned<Plain>) -> Node {
        let place = self.span(plain.referenced);
        let written = self.source.get(place.range()).unwrap_or("").to_owned();
        let (value, span) = match plain.value {
            Plain::Null => (Value::Null, place),
            Plain::Bool(truth) => (Value::Bool(truth, written), place),
            Plain::Number(number) => (Value::Number(number, written), place),
            Plain::Text(text) => {
                let span = self.scalar(plain.referenced, &text);
                (Value::Text(text), span)
            }
            Plain::List(list) => {
                let list: Vec<Node> = list.into_iter().map(|item| self.node(item)).collect();
                let span = cover(list.iter().map(|item| item.span), place);
                (Value::List(list), span)
            }
            Plain::Map(map) => {
                let map: Vec<(Key, Node)> = map
                    .into_iter()
                    .map(|(key, value)| {
                        let span = self.scalar(key.referenced, &key.value);
                        let name = key.value;
                        (Key { name, span }, self.node(value))
                    })
                    .collect();
                let spans = map.iter().flat_map(|(key, value)| [key.span, value.span]);
                let span = cover(spans, place);
                (Value::Map(map), span)
            }
        };
        Node { value, span }
    }
}

/// The span over all that are not empty.
fn cover(spans: impl Iterator<Item = Span>, none: Span) -> Span {
    spans
        .filter(|span| !span.is_empty())
        .reduce(Span::cover)
        .unwrap_or(none)
}

/// A value as serde hands it out.
enum Plain {
    Null,
    Bool(bool),
    Number(serde_json::Number),
    Text(String),
    List(Vec<Spanned<Plain>>),
    Map(Vec<(Spanned<String>, Spanned<Plain>)>),
}

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PlainVisitor)
    }
}

struct PlainVisitor;

impl<'de> Visitor<'de> for PlainVisitor {
    type Value = Plain;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Plain, E> {
        Ok(Plain::Null)
    }

    fn visit_none<E>(self) -> Result<Plain, E> {
        Ok(Plain::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Plain, E> {
        Ok(Plain::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Plain, E> {
        Ok(Plain::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Plain, E> {
        Ok(Plain::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Plain, E> {
        let number = serde_json::Number::from_f64(value);
        Ok(number.map_or(Plain::Null, Plain::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Plain, E> {
        Ok(Plain::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Plain, E> {
        Ok(Plain::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Plain, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = access.next_element()? {
            list.push(item);
        }
        Ok(Plain::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Plain, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = access.next_entry()? {
            map.push(entry);
        }
        Ok(Plain::Map(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(source: &str) -> Vec<(Key, Node)> {
        match read(source, Span::new(0, source.len()), 1_000)
            .unwrap()
            .value
        {
            Value::Map(map) => map,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_value_stands_where_its_span_says() {
        let source =
            "título: 'Señora López'\r\nversion: 1.10\r\nlang: no\r\nlist:\r\n  - é\r\n  - ü x\r\n";
        let entries = entries(source);
        let shown: Vec<_> = entries
            .iter()
            .map(|(key, node)| (&source[key.span.range()], &source[node.span.range()]))
            .collect();
        assert_eq!(shown[0], ("título", "Señora López"));
        assert_eq!(shown[1], ("version", "1.10"));
        assert_eq!(entries[1].1.text(), Some("1.10"));
        assert_eq!(entries[2].1.value, Value::Text("no".to_owned()));
        assert_eq!(shown[3], ("list", "é\r\n  - ü x"));
    }

    #[test]
    fn a_fault_is_on_its_line() {
        for (source, line) in [
            ("a: 1\ntitle: Back: what\nb: 2\n", "title: Back: what"),
            ("a: 1\nb: \"open\n", "b: \"open"),
        ] {
            let fault = read(source, Span::new(0, source.len()), 1_000).unwrap_err();
            assert_eq!(&source[fault.span.range()], line);
            assert!(!fault.message.contains("line"), "{}", fault.message);
        }
    }

    #[test]
    fn aliases_cannot_blow_up() {
        let mut source = "a: &a [x,x,x,x,x,x,x,x,x,x]\n".to_owned();
        for (name, before) in ["b", "c", "d", "e", "f", "g"]
            .iter()
            .zip(["a", "b", "c", "d", "e", "f"])
        {
            let uses = vec![format!("*{before}"); 10].join(",");
            source = format!("{source}{name}: &{name} [{uses}]\n");
        }
        assert!(read(&source, Span::new(0, source.len()), 1_000).is_err());
    }
}
