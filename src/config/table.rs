//! A TOML table, read key by key, so that every mistake is told at its place with what may have been meant.

use super::faults::Faults;
use crate::article::{Located, Problem};
use crate::lexicon::{Patterns, nearest, pattern};
use crate::source::Span;
use std::fmt::Display;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

type Value<'t> = Spanned<DeValue<'t>>;

/// Options of the command line that users of other linters look for in the file.
const OPTIONS: &[&str] = &[
    "all",
    "baseline",
    "changed",
    "color",
    "fail-on",
    "format",
    "jobs",
    "max-warnings",
    "quiet",
    "report",
    "select",
    "statistics",
    "today",
];

/// What `text` holds; a mistake of TOML itself is one problem.
pub(super) fn parse(text: &str) -> Result<Spanned<DeTable<'_>>, Problem> {
    DeTable::parse(text).map_err(|error| Problem {
        message: error.message().trim().replace('\n', ", "),
        help: Some("this is not TOML: texts stand in quotes, lists in [ ]".to_owned()),
        span: error.span().map_or(Span::empty(0), span),
    })
}

fn span(range: Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

/// A table that is being read. Each key that it may have is asked for once; the others are unknown.
#[derive(Debug)]
pub(super) struct Table<'t> {
    /// What it is called in messages, such as `limits`; "" for the whole file.
    name: String,
    entries: &'t DeTable<'t>,
    /// Where it stands.
    pub span: Span,
    asked: Vec<String>,
    /// Where mistakes go.
    pub faults: &'t Faults,
}

impl<'t> Table<'t> {
    /// The whole of a file.
    pub(super) fn whole(root: &'t Spanned<DeTable<'t>>, faults: &'t Faults) -> Self {
        Self::over(root.get_ref(), faults)
    }

    /// The whole of several files.
    pub(super) fn over(entries: &'t DeTable<'t>, faults: &'t Faults) -> Self {
        Self {
            name: String::new(),
            entries,
            span: Span::empty(0),
            asked: Vec::new(),
            faults,
        }
    }

    fn at(&self, key: &str, value: &'t Value<'t>) -> Option<Table<'t>> {
        let Some(entries) = value.get_ref().as_table() else {
            self.wrong(key, value, "a table of keys");
            return None;
        };
        Some(Table {
            name: self.path(key),
            entries,
            span: span(value.span()),
            asked: Vec::new(),
            faults: self.faults,
        })
    }

    fn path(&self, key: &str) -> String {
        if self.name.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.name)
        }
    }

    fn value(&mut self, key: &str) -> Option<&'t Value<'t>> {
        self.asked.push(key.to_owned());
        self.entries.get(key)
    }

    fn wrong(&self, key: &str, value: &Value<'_>, wanted: &str) {
        let found = match value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let message = format!("{} is {found}; it must be {wanted}", self.path(key));
        self.faults.add(span(value.span()), message, None);
    }

    /// The keys, in the order of the file.
    pub(super) fn keys(&self) -> Vec<Located<String>> {
        let key = |key: &Spanned<_>| Located {
            value: AsRef::<str>::as_ref(key.get_ref()).to_owned(),
            span: span(key.span()),
        };
        let mut keys: Vec<Located<String>> = self.entries.keys().map(key).collect();
        keys.sort_by_key(|key| key.span);
        keys
    }

    /// Says that the table may have a key that is not read.
    pub(super) fn may_have(&mut self, key: &str) {
        self.asked.push(key.to_owned());
    }

    /// Whether the key is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Whether the key has a list.
    pub(super) fn is_list(&self, key: &str) -> bool {
        let value = self.entries.get(key);
        value.is_some_and(|value| value.get_ref().is_array())
    }

    /// Where the value of a key stands; the table's own place if it has none.
    pub(super) fn place(&self, key: &str) -> Span {
        let value = self.entries.get(key);
        value.map_or(self.span, |value| span(value.span()))
    }

    /// A text.
    pub(super) fn text(&mut self, key: &str) -> Option<Located<String>> {
        let value = self.value(key)?;
        let Some(text) = value.get_ref().as_str() else {
            self.wrong(key, value, "a text in quotes");
            return None;
        };
        Some(Located {
            value: text.to_owned(),
            span: span(value.span()),
        })
    }

    /// A text that must be there and say something.
    pub(super) fn needed(&mut self, key: &str) -> Located<String> {
        let missing = || Located {
            value: String::new(),
            span: self.span,
        };
        if !self.has(key) {
            let at = self.span;
            let message = format!("{} is missing", self.path(key));
            self.faults.add(at, message, None);
            let missing = missing();
            self.asked.push(key.to_owned());
            return missing;
        }
        let missing = missing();
        let text = self.text(key).unwrap_or(missing);
        if text.value.trim().is_empty()
            && self.entries.get(key).is_some_and(|v| v.get_ref().is_str())
        {
            let message = format!("{} is empty", self.path(key));
            self.faults.add(text.span, message, None);
        }
        text
    }

    /// Says in one mistake which `keys` are missing; `what` they are.
    pub(super) fn lacks(&self, what: &str, keys: &[String]) {
        let message = format!(
            "{} lacks {} {what} that facetdoc has in English and Spanish only: {}",
            self.name,
            keys.len(),
            keys.join(", ")
        );
        let help = "`facetdoc config --schema` has the English words of each; months is a list";
        self.faults.add(self.span, message, Some(help.to_owned()));
    }

    /// One of the values that `read` knows, all of which are called in `names`.
    pub(super) fn one_of<T>(
        &mut self,
        key: &str,
        names: &[&str],
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        self.one_meant(key, names, read, |_| None)
    }

    /// As [`one_of`](Self::one_of); `meant` knows what other names stand for.
    pub(super) fn one_meant<T>(
        &mut self,
        key: &str,
        names: &[&str],
        read: impl Fn(&str) -> Option<T>,
        meant: impl Fn(&str) -> Option<&'static str>,
    ) -> Option<T> {
        let text = self.text(key)?;
        let found = read(&text.value);
        if found.is_none() {
            let near = || nearest(&text.value, names.iter().copied());
            let help = match meant(&text.value).or_else(near) {
                Some(near) => format!("did you mean {near}?"),
                None => format!("it can be: {}", names.join(", ")),
            };
            let message = format!("{} cannot be \"{}\"", self.path(key), text.value);
            self.faults.add(text.span, message, Some(help));
        }
        found
    }

    /// A list of texts; empty if there is none.
    pub(super) fn texts(&mut self, key: &str) -> Vec<Located<String>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(key, value, "a list of texts");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in list {
            match item.get_ref().as_str() {
                Some(text) => texts.push(Located {
                    value: text.to_owned(),
                    span: span(item.span()),
                }),
                None => self.wrong(key, item, "a list of texts"),
            }
        }
        texts
    }

    /// A text, or a list of texts; empty if there is none.
    pub(super) fn one_or_more(&mut self, key: &str) -> Vec<Located<String>> {
        let is_text = |value: &Value<'_>| value.get_ref().is_str();
        if self.entries.get(key).is_some_and(is_text) {
            return self.text(key).into_iter().collect();
        }
        self.texts(key)
    }

    /// The values of a list of texts.
    pub(super) fn plain_texts(&mut self, key: &str) -> Vec<String> {
        let texts = self.texts(key).into_iter();
        texts.map(|text| text.value).collect()
    }

    /// A list of phrase patterns, compiled.
    pub(super) fn patterns(&mut self, key: &str) -> Patterns {
        let texts = self.texts(key);
        let mut good: Vec<&str> = Vec::new();
        for text in &texts {
            match Patterns::new([text.value.as_str()]) {
                Ok(_) => good.push(&text.value),
                Err((pattern, error)) => {
                    let message = format!("the pattern \"{pattern}\" cannot be used: {error}");
                    self.faults.add(text.span, message, None);
                }
            }
        }
        Patterns::new(good).unwrap_or_default()
    }

    /// A list of headings, compiled, each as a phrase pattern and as the words that stand in it: one that is copied from an
    /// article is found there, whatever signs it has.
    pub(super) fn headings(&mut self, key: &str) -> Patterns {
        let texts = self.texts(key);
        let mut good: Vec<String> = Vec::new();
        for text in &texts {
            let written = pattern::taken_apart(&text.value);
            match Patterns::new([written.as_str()]) {
                Ok(_) => {
                    let plain = pattern::verbatim(&text.value);
                    good.push(written);
                    good.extend(Patterns::new([plain.as_str()]).is_ok().then_some(plain));
                }
                Err((_, error)) => {
                    let message = format!("the pattern \"{}\" cannot be used: {error}", text.value);
                    self.faults.add(text.span, message, None);
                }
            }
        }
        Patterns::new(good.iter().map(String::as_str)).unwrap_or_default()
    }

    /// One phrase pattern, compiled.
    pub(super) fn pattern(&self, text: &Located<String>) -> Patterns {
        let compiled = Patterns::new([text.value.as_str()]);
        compiled.unwrap_or_else(|(pattern, error)| {
            let message = format!("the pattern \"{pattern}\" cannot be used: {error}");
            self.faults.add(text.span, message, None);
            Patterns::default()
        })
    }

    /// The ids of the tables in a list of tables.
    pub(super) fn ids(&self, key: &str) -> Vec<Located<String>> {
        let list = self
            .entries
            .get(key)
            .and_then(|list| list.get_ref().as_array());
        let ids = list
            .into_iter()
            .flat_map(|list| list.iter())
            .filter_map(|item| {
                let id = item.get_ref().as_table()?.get("id")?;
                Some(Located {
                    value: id.get_ref().as_str()?.to_owned(),
                    span: span(id.span()),
                })
            });
        ids.collect()
    }

    /// Whether something holds.
    pub(super) fn flag(&mut self, key: &str) -> Option<bool> {
        let value = self.value(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong(key, value, "true or false");
        }
        flag
    }

    /// A whole number of at least `least`.
    pub(super) fn count(&mut self, key: &str, least: usize) -> Option<usize> {
        let value = self.value(key)?;
        let number = value.get_ref().as_integer();
        let number = number.and_then(|number| {
            let digits = number.as_str().replace('_', "");
            usize::from_str_radix(&digits, number.radix()).ok()
        });
        let number = number.filter(|number| *number >= least);
        if number.is_none() {
            self.wrong(key, value, &format!("a whole number of at least {least}"));
        }
        number
    }

    /// The value of a key as JSON; `None` if there is none or it is no number, text, truth or list of them.
    pub(super) fn json(&mut self, key: &str) -> Option<Located<serde_json::Value>> {
        let value = self.value(key)?;
        let json = json(value.get_ref());
        if json.is_none() && matches!(value.get_ref(), DeValue::Integer(_) | DeValue::Float(_)) {
            let message = format!("{} is too large a number", self.path(key));
            self.faults.add(span(value.span()), message, None);
        } else if json.is_none() {
            self.wrong(key, value, "a number");
        }
        Some(Located {
            value: json?,
            span: span(value.span()),
        })
    }

    /// A table inside.
    pub(super) fn table(&mut self, key: &str) -> Option<Table<'t>> {
        let value = self.value(key)?;
        self.at(key, value)
    }

    /// A list of tables: `[[key]]`.
    pub(super) fn tables(&mut self, key: &str) -> Vec<Table<'t>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(key, value, "a list of tables");
            return Vec::new();
        };
        let tables = list.iter().filter_map(|item| self.at(key, item));
        tables.collect()
    }

    /// Says which keys are unknown: those that nothing asked for.
    pub(super) fn done(self) {
        let mut known: Vec<&str> = self.asked.iter().map(String::as_str).collect();
        // A key may be asked for in two ways.
        known.dedup();
        let what = if self.name.is_empty() {
            "key".to_owned()
        } else {
            format!("key in {}", self.name)
        };
        for key in self.keys() {
            if self.asked.contains(&key.value) {
                continue;
            }
            if self.name.is_empty() && OPTIONS.contains(&key.value.as_str()) {
                self.faults.option(&key);
            } else {
                self.faults.unknown(&key, &what, &known);
            }
        }
    }

    /// A mistake at `at`.
    pub(super) fn fault(&self, at: Span, message: impl Display) {
        self.faults.add(at, message.to_string(), None);
    }
}

/// `value` as JSON; `None` if it is or holds a table or a date.
pub(super) fn json(value: &DeValue<'_>) -> Option<serde_json::Value> {
    Some(match value {
        DeValue::String(text) => text.as_ref().into(),
        DeValue::Integer(number) => {
            let digits = number.as_str().replace('_', "");
            i64::from_str_radix(&digits, number.radix()).ok()?.into()
        }
        DeValue::Float(number) => number.as_str().replace('_', "").parse::<f64>().ok()?.into(),
        DeValue::Boolean(flag) => (*flag).into(),
        DeValue::Array(list) => {
            let items = list.iter().map(|item| json(item.get_ref()));
            items.collect::<Option<Vec<_>>>()?.into()
        }
        DeValue::Datetime(_) | DeValue::Table(_) => return None,
    })
}
