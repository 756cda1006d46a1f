//! The settings of an article and where each comes from, as text and JSON.

use super::visible;
use super::visible::escaped_json;
use serde::Serialize;
use serde_json::Value;
use std::io::{self, Write};

/// The version of the JSON: a new key is a minor step, a changed or lost one a major step.
const SCHEMA_VERSION: &str = "1.0.0";
/// The columns of the keys; longer ones push their values aside.
const KEY_WIDTH: usize = 29;
/// The columns of the values, likewise.
const VALUE_WIDTH: usize = 24;
/// Longer values are cut in text; the JSON has them whole.
const VALUE_MAX: usize = 60;

/// The settings of an article or folder.
#[derive(Debug, Clone, Serialize)]
pub struct Shown {
    /// The article or folder.
    pub file: String,
    /// The files of the configuration, the strongest first.
    pub configuration: Vec<String>,
    /// What is set for some files only, the weakest first.
    pub overrides: Vec<ShownOverride>,
    /// The settings.
    pub settings: Vec<ShownSetting>,
    /// The parts that the kind requires; where one of several is enough, they stand together.
    pub required_parts: Vec<Vec<String>>,
    /// The topic packs that the article is checked against.
    pub topic_packs: Vec<String>,
}

/// What is set for some files only.
#[derive(Debug, Clone, Serialize)]
pub struct ShownOverride {
    /// The patterns of the files.
    pub files: Vec<String>,
    /// Where they stand.
    pub place: Place,
    /// Whether it is about the article.
    pub applies: bool,
}

/// A setting.
#[derive(Debug, Clone, Serialize)]
pub struct ShownSetting {
    /// Its key in `facetdoc.toml`.
    pub key: String,
    /// Its value; `null` where nothing is asked.
    pub value: Value,
    /// Where the value comes from.
    pub source: Source,
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Source {
    /// What it comes from.
    pub kind: SourceKind,
    /// In words: `facetdoc.toml:3`, `profile nhs`, `default`.
    pub text: String,
    /// The places, for front matter and files.
    pub places: Vec<Place>,
}

/// What a value comes from, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// The article's front matter.
    FrontMatter,
    /// The command line.
    Flag,
    /// A configuration.
    File,
    /// The profile.
    Profile,
    /// The region.
    Region,
    /// The language.
    Lang,
    /// The words of the article.
    Words,
    /// facetdoc itself.
    Default,
}

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file, as a person would write its path.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

impl Place {
    /// `facetdoc.toml:3`
    pub fn text(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }
}

#[derive(Serialize)]
struct Report<'a> {
    schema_version: &'static str,
    tool: Tool,
    #[serde(flatten)]
    shown: &'a Shown,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

/// Writes the settings as JSON.
pub fn write_json(shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    let report = Report {
        schema_version: SCHEMA_VERSION,
        tool: Tool {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        },
        shown,
    };
    let json = serde_json::to_string_pretty(&report)?;
    writeln!(out, "{}", escaped_json(&json))
}

/// Writes the settings as text; those that have facetdoc's own number only with `all`.
pub fn write_text(shown: &Shown, all: bool, out: &mut dyn Write) -> io::Result<()> {
    let mut lines = vec![format!("settings of {}", shown.file)];
    lines.push(match shown.configuration.split_first() {
        None => "no facetdoc.toml".to_owned(),
        Some((first, [])) => format!("from {first}"),
        Some((first, below)) => format!("from {first}, which extends {}", below.join(", ")),
    });
    for one in &shown.overrides {
        let applies = if one.applies {
            "applies"
        } else {
            "does not apply"
        };
        let (place, files) = (one.place.text(), one.files.join(", "));
        lines.push(format!("override {place} ({files}) {applies}"));
    }
    lines.push(String::new());
    let is_left_out = |setting: &&ShownSetting| {
        !all && setting.source.kind == SourceKind::Default && setting.key.starts_with("limits.")
    };
    let settings = shown.settings.iter();
    for setting in settings.clone().filter(|one| !is_left_out(one)) {
        let value = brief(&setting.value);
        let (key, source) = (&setting.key, &setting.source.text);
        lines.push(format!("{key:KEY_WIDTH$}  {value:VALUE_WIDTH$}  {source}"));
    }
    let left_out = settings.filter(is_left_out).count();
    lines.push(String::new());
    let parts: Vec<String> = shown
        .required_parts
        .iter()
        .map(|any| any.join(" or "))
        .collect();
    let some = |list: &[String]| match list {
        [] => "none".to_owned(),
        list => list.join(", "),
    };
    lines.push(format!("required parts: {}", some(&parts)));
    lines.push(format!("topic packs: {}", some(&shown.topic_packs)));
    if left_out > 0 {
        lines.push(format!(
            "{left_out} limits have their default; --all shows them"
        ));
    }
    lines
        .iter()
        .try_for_each(|line| writeln!(out, "{}", visible(line).trim_end()))
}

/// The value as facetdoc.toml would have it, cut if it is long.
fn brief(value: &Value) -> String {
    let text = match value {
        Value::Null => "no target".to_owned(),
        value => value.to_string(),
    };
    if text.chars().count() <= VALUE_MAX {
        return text;
    }
    let cut: String = text.chars().take(VALUE_MAX - 1).collect();
    cut + "…"
}
