//! The article as versioned JSON: its tree of sections with text and HTML, roles, questions and links.
//!
//! Keys are always there (`null`, not missing) and in one order; the same article gives the same bytes. The published
//! schema, `src/export/schema.json`, is made from the types that are written.

mod blocks;
mod convert;
mod html;
mod model;
mod names;
mod reading;
mod references;
mod signs;

pub(super) use convert::question_ids;
pub(super) use html::blocks as blocks_as_html;
pub(super) use references::reference_texts;

use crate::rules::Context;
use serde_json::Value;
use std::fmt::Write;

/// The address under which the schema is known.
pub const SCHEMA_ID: &str = "https://facetdoc.example/schema/article-1.json";

/// The version of the shape: a new key is a minor step, a changed or lost one a major step.
pub const SCHEMA_VERSION: &str = "1.2.0";

/// What the JSON says besides the article.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Options {
    /// Whether the article failed its check.
    pub draft: bool,
    /// What the check found, as its own report has it; `None` where that is not wanted.
    pub findings: Option<Vec<Value>>,
}

/// The article as JSON, with a newline at the end.
pub fn to_json(cx: &Context<'_>, options: &Options) -> String {
    let article = convert::article(cx, options);
    let json = written(serde_json::to_string_pretty(&article));
    printable(&json) + "\n"
}

/// The same on one line, with a newline at the end.
pub fn to_line(cx: &Context<'_>, options: &Options) -> String {
    let article = convert::article(cx, options);
    let json = written(serde_json::to_string(&article));
    printable(&json) + "\n"
}

/// The JSON Schema of [`to_json`], with a newline at the end.
pub fn schema() -> String {
    let generator = schemars::generate::SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator();
    let mut schema = generator.into_root_schema_for::<model::Article>();
    schema.insert("$id".to_owned(), SCHEMA_ID.into());
    written(serde_json::to_string_pretty(&schema)) + "\n"
}

/// What was written of one of the models.
#[expect(
    clippy::expect_used,
    reason = "the models are made of strings, numbers, lists and objects with strings as keys, all of which JSON has"
)]
pub(super) fn written(json: serde_json::Result<String>) -> String {
    json.expect("JSON has all that the models are made of")
}

/// `json` with the control characters escaped that JSON allows but a terminal would obey.
pub(super) fn printable(json: &str) -> String {
    let mut printable = String::with_capacity(json.len());
    for ch in json.chars() {
        if ch.is_control() && ch != '\n' {
            let _ = write!(printable, "\\u{:04x}", u32::from(ch));
        } else {
            printable.push(ch);
        }
    }
    printable
}
