//! An article as a line of JSON, as programs hand over many: `{"id": "elbow", "text": "# Tennis elbow…", "format": "markdown"}`.

use super::{Format, Source};
use serde_json::{Map, Value};
use std::fmt;

/// As much of a line that is no record is shown, in characters: enough to find it again.
const SHOWN_CHARS: usize = 80;

/// An article with the id that its answer bears.
#[derive(Debug)]
pub struct Record {
    /// What tells it from the others.
    pub id: Id,
    /// The article, called by its id.
    pub source: Source,
}

/// The id of a record: a JSON string or whole number, which its answer repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Id(Value);

/// A line that is no record that can be worked on.
#[derive(Debug, PartialEq, Eq)]
pub struct BadRecord {
    /// The id, where the line has one.
    pub id: Option<Id>,
    /// What is wrong, and what to do.
    pub message: String,
    /// The start of a line without an id.
    pub start: Option<String>,
}

impl Record {
    /// The record in `line`, whose text may take at most `bytes_max` bytes.
    ///
    /// `id` and `text` are required; `format` is `markdown`, `text` (pasted, as from a .txt file) or `html`; without it the
    /// id decides as the name of a file would. Other members are left alone.
    pub fn read(line: &[u8], bytes_max: u64) -> Result<Self, BadRecord> {
        let bad = |message: String| BadRecord {
            id: None,
            message,
            start: Some(start(line)),
        };
        let mut members: Map<String, Value> = match serde_json::from_slice(line) {
            Ok(Value::Object(members)) => members,
            Ok(_) => return Err(bad(not_an_object("it is another value"))),
            Err(error) => return Err(bad(not_an_object(&told(&error)))),
        };
        let id = match members.remove("id") {
            Some(id) if Id::is_one(&id) => Id(id),
            Some(_) => {
                return Err(bad(
                    "\"id\" is neither a string nor a whole number".to_owned()
                ));
            }
            None => return Err(bad("the record has no \"id\"".to_owned())),
        };
        let bad = |message: &str| BadRecord {
            id: Some(id.clone()),
            message: message.to_owned(),
            start: None,
        };
        let text = match members.remove("text") {
            Some(Value::String(text)) => text,
            Some(_) => return Err(bad("\"text\" is not a string")),
            None => return Err(bad("the record has no \"text\"")),
        };
        if text.len() as u64 > bytes_max {
            return Err(bad(&too_large(bytes_max)));
        }
        if text.contains('\0') {
            return Err(bad("not text: it holds a NUL"));
        }
        let name = id.to_string();
        let format = match members.get("format").and_then(Value::as_str) {
            None if members.get("format").is_none_or(Value::is_null) => Format::of(&name, &text),
            Some("markdown") => Format::Markdown,
            Some("text") => Format::of("pasted.txt", &text),
            Some("html") => Format::Html,
            _ => return Err(bad("\"format\" is none of markdown, text and html")),
        };
        let source = Source::new(name, text, format);
        Ok(Self { id, source })
    }
}

impl BadRecord {
    /// What is told of a line so long that its text must be larger than `bytes_max`; it begins with `line`.
    pub fn too_long(line: &[u8], bytes_max: u64) -> Self {
        Self {
            id: None,
            message: too_large(bytes_max),
            start: Some(start(line)),
        }
    }

    /// What is told of a record whose article cannot be worked on.
    pub fn refused(id: Id, message: String) -> Self {
        Self {
            id: Some(id),
            message,
            start: None,
        }
    }
}

impl Id {
    fn is_one(value: &Value) -> bool {
        value.is_string() || value.is_i64() || value.is_u64()
    }

    /// The id as JSON has it.
    pub fn value(&self) -> &Value {
        &self.0
    }
}

/// The id as the name of an article: without quotes.
impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_str() {
            Some(text) => out.write_str(text),
            None => write!(out, "{}", self.0),
        }
    }
}

fn too_large(bytes_max: u64) -> String {
    format!("larger than {bytes_max} bytes; --max-bytes allows more")
}

fn not_an_object(why: &str) -> String {
    format!(
        "no record ({why}); each line is an object like {{\"id\": \"a\", \"text\": \"# Title\"}}"
    )
}

/// What the JSON reader says, with a column only: each record is a line.
fn told(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or(&text);
    match error.column() {
        0 => what.to_owned(),
        column => format!("{what}, at byte {column}"),
    }
}

fn start(line: &[u8]) -> String {
    let text = String::from_utf8_lossy(line.get(..SHOWN_CHARS * 4).unwrap_or(line));
    text.trim().chars().take(SHOWN_CHARS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Record, BadRecord> {
        Record::read(line.as_bytes(), 100)
    }

    #[test]
    fn a_record_is_an_article_called_by_its_id() {
        let cases = [
            (
                r##"{"id":"a.md","text":"# Knee"}"##,
                "a.md",
                Format::Markdown,
            ),
            (
                r#"{"id":7,"text":"Knee","other":[1]}"#,
                "7",
                Format::Markdown,
            ),
            (r#"{"id":"a.txt","text":"Knee"}"#, "a.txt", Format::Pasted),
            (
                r##"{"id":"a.txt","text":"# Knee\n\n## Care"}"##,
                "a.txt",
                Format::Markdown,
            ),
            (
                r#"{"id":"a","text":"Knee","format":"text"}"#,
                "a",
                Format::Pasted,
            ),
            (
                r#"{"id":"a","text":"Knee","format":null}"#,
                "a",
                Format::Markdown,
            ),
            (
                r#"{"id":"","text":"<p>","format":"html"}"#,
                "",
                Format::Html,
            ),
        ];
        for (line, name, format) in cases {
            let record = read(line).unwrap();
            assert_eq!(record.source.name(), name, "{line}");
            assert_eq!(record.source.format(), format, "{line}");
        }
        assert_eq!(
            read(r#"{"id":7,"text":""}"#).unwrap().id.value(),
            &Value::from(7)
        );
    }

    #[test]
    fn what_is_no_record_says_why() {
        let long = format!(r#"{{"id":1,"text":"{}"}}"#, "x".repeat(101));
        let cases = [
            (
                "",
                false,
                "no record (EOF while parsing a value); each line",
            ),
            ("{\"id\":1,", false, "no record (EOF while parsing"),
            ("[1]", false, "no record (it is another value)"),
            (
                "{\"id\":1} {",
                false,
                "no record (trailing characters, at byte 10)",
            ),
            (r#"{"text":"a"}"#, false, "the record has no \"id\""),
            (r#"{"id":1.5,"text":"a"}"#, false, "\"id\" is neither"),
            (r#"{"id":null,"text":"a"}"#, false, "\"id\" is neither"),
            (r#"{"id":1}"#, true, "the record has no \"text\""),
            (r#"{"id":1,"text":null}"#, true, "\"text\" is not a string"),
            (r#"{"id":1,"text":"a\u0000"}"#, true, "not text"),
            (
                r#"{"id":1,"text":"a","format":"pdf"}"#,
                true,
                "\"format\" is none",
            ),
            (
                r#"{"id":1,"text":"a","format":3}"#,
                true,
                "\"format\" is none",
            ),
            (&long, true, "larger than 100 bytes; --max-bytes"),
        ];
        for (line, has_id, message) in cases {
            let bad = read(line).unwrap_err();
            assert!(bad.message.starts_with(message), "{line}: {}", bad.message);
            assert_eq!(
                (bad.id.is_some(), bad.start.is_none()),
                (has_id, has_id),
                "{line}"
            );
        }
    }

    #[test]
    fn a_line_in_another_encoding_or_with_half_a_surrogate_is_no_record() {
        assert!(Record::read(b"{\"id\":\"\xe9\",\"text\":\"\"}", 100).is_err());
        assert!(read(r#"{"id":"\ud800","text":""}"#).is_err());
        let bad = Record::read(&[b'x'; 5000], 100).unwrap_err();
        assert_eq!(bad.start, Some("x".repeat(SHOWN_CHARS)));
    }

    #[test]
    fn deep_nesting_is_refused_without_recursion_to_the_end() {
        let line = format!(r#"{{"id":1,"text":"","x":{}"#, "[".repeat(100_000));
        assert!(read(&line).unwrap_err().message.contains("recursion limit"));
    }
}
