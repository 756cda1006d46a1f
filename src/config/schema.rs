//! The published JSON Schema of `facetdoc.toml`, by which editors complete keys and mark mistakes.
//!
//! The types here are only what the schema is made from; `file` reads. A test keeps the two alike, key by key.

use super::export::FORMATS;
use super::{Labels, Level, Limits, Paper, Profile};
use crate::article::{Kind, Role};
use crate::lexicon::disclaimer;
use crate::lexicon::lists::List;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The name under which the schema is known. Nothing is served there: editors read the file that `facetdoc init` writes.
const ID: &str = "https://facetdoc.example/schema/facetdoc-toml-1.json";

/// The keys that must be there, each in its table.
const NEEDED: &[&str] = &["files", "name", "term"];

/// The schema, with a newline at the end. `rules` are the rules and families, each with what it is about.
pub fn schema(rules: &[(&str, &str)]) -> String {
    let generator = schemars::generate::SchemaSettings::draft07()
        .with(|settings| settings.inline_subschemas = true)
        .into_generator();
    let schema = generator.into_root_schema_for::<File>();
    let mut schema = Value::from(schema);
    plain(&mut schema);
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("$id".to_owned(), ID.into());
    }
    let own_levels: Map<String, Value> = rules.iter().map(level).collect();
    let names: Vec<&str> = rules.iter().map(|(name, _)| *name).collect();
    let table = schema.pointer_mut("/properties/rules");
    if let Some(table) = table.and_then(Value::as_object_mut) {
        table.insert("properties".to_owned(), own_levels.into());
        table.insert("additionalProperties".to_owned(), false.into());
    }
    let items = schema.pointer_mut("/properties/ignore/items");
    if let Some(items) = items.and_then(Value::as_object_mut) {
        items.insert("enum".to_owned(), names.into());
    }
    let of_override = "/properties/overrides/items/properties";
    let keys = schema
        .pointer_mut(of_override)
        .and_then(Value::as_object_mut);
    // What may stand in an override is what may stand at the top.
    for (name, value) in keys.into_iter().flatten() {
        if name != "files" {
            *value = serde_json::json!({ "$ref": format!("#/properties/{name}") });
        }
    }
    format!("{schema:#}\n")
}

fn level((name, summary): &(&str, &str)) -> (String, Value) {
    let level = serde_json::json!({
        "description": summary, "type": "string", "enum": Level::NAMES,
    });
    ((*name).to_owned(), level)
}

/// Takes out what does not hold for TOML: `null`, the formats of Rust's numbers, and keys that only the types need.
fn plain(value: &mut Value) {
    match value {
        Value::Object(map) => {
            let types = map.get("type").and_then(Value::as_array);
            let one = types.filter(|types| types.iter().any(|one| *one == "null"));
            let one = one.and_then(|types| types.iter().find(|one| **one != "null").cloned());
            if let Some(one) = one {
                map.insert("type".to_owned(), one);
            }
            if let Some(Value::Array(needed)) = map.get_mut("required") {
                needed.retain(|key| NEEDED.iter().any(|needed| key == needed));
            }
            if map
                .get("required")
                .is_some_and(|needed| needed.as_array().is_some_and(Vec::is_empty))
            {
                map.remove("required");
            }
            if map.get("type").is_some_and(Value::is_string) {
                map.remove("format");
            }
            if map.get("default").is_some_and(Value::is_null) {
                map.remove("default");
            }
            map.values_mut().for_each(plain);
        }
        Value::Array(list) => list.iter_mut().for_each(plain),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// How facetdoc checks the articles in this folder and the folders in it.
#[derive(JsonSchema)]
#[schemars(
    title = "facetdoc.toml",
    rename_all = "kebab-case",
    deny_unknown_fields
)]
#[expect(dead_code, reason = "the fields are read by the schema alone")]
struct File {
    /// Other configurations that this one builds on: a path, or a list of paths, relative to this file. What stands here
    /// is stronger.
    #[schemars(schema_with = "one_or_more")]
    extends: Option<()>,
    /// Files that the search of a folder leaves out, as .gitignore has them: "exports/" for a folder, "*.txt" for names in
    /// any folder. Relative to this file.
    exclude: Option<Vec<String>>,
    /// Kinds of document of your own, by name.
    kinds: Option<BTreeMap<String, OwnKind>>,
    /// What holds for some files only. Where several are about a file, the later is stronger.
    overrides: Option<Vec<Override>>,
    #[schemars(flatten)]
    settings: Settings,
}

/// What holds for some files only.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(dead_code, reason = "the fields are read by the schema alone")]
struct Override {
    /// Which files: "procedures/**" for a folder, "*.txt" for names in any folder. Relative to this file.
    #[schemars(schema_with = "one_or_more_needed")]
    files: (),
    #[schemars(flatten)]
    settings: Settings,
}

/// What can be set for all files or for some.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
#[expect(dead_code, reason = "the fields are read by the schema alone")]
struct Settings {
    /// The standards to follow where they disagree; without it, by the region: US gives us, GB nhs, others neutral.
    #[schemars(schema_with = "profiles")]
    profile: Option<()>,
    /// The kind of articles that name none: article, condition, procedure, medicine, exercise or one of `kinds`.
    #[schemars(schema_with = "kinds")]
    kind: Option<()>,
    /// The region of articles that name none: two letters, such as US or GB.
    #[schemars(regex(pattern = r"^[A-Za-z]{2}$"))]
    region: Option<String>,
    /// The language of articles that name none: a code such as en, en-GB or es.
    #[schemars(regex(pattern = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"))]
    lang: Option<String>,
    /// Rules and families that are left out. A level in `rules` of a stronger file brings one back.
    ignore: Option<Vec<String>>,
    /// How much rules and families matter: off, info, warning or error. A rule's own level counts more than its family's.
    rules: Option<BTreeMap<String, String>>,
    /// Topic packs of your own, as paths relative to this file.
    packs: Option<Vec<String>>,
    /// Organisations that may be named as authors.
    organisations: Option<Vec<String>>,
    /// Numbers that you may argue about.
    limits: Option<Limits>,
    /// What you do otherwise than your profile.
    standards: Option<Standards>,
    /// What you add to a word list and take out of it, by the list's name.
    #[schemars(schema_with = "words")]
    words: Option<()>,
    /// Words that are no jargon for your readers.
    jargon_exclude: Option<Vec<String>>,
    /// Headings that name a role, in any language, by role.
    #[schemars(schema_with = "headings")]
    headings: Option<()>,
    /// The disclaimers that may be used, by a name of your own.
    disclaimers: Option<BTreeMap<String, String>>,
    /// What a disclaimer must say; without it, everything in this list.
    #[schemars(schema_with = "elements")]
    disclaimer_elements: Option<()>,
    /// The age in months from which a review is too old, by kind.
    #[schemars(schema_with = "review_months")]
    review_months: Option<()>,
    /// Who gives the handouts away; printed at their end.
    clinic: Option<Clinic>,
    /// Which handouts are made, and how, where the command line says nothing else.
    export: Option<Export>,
    /// The words of facetdoc's own on paper, by language. English and Spanish keep what is not given.
    #[schemars(schema_with = "labels")]
    labels: Option<()>,
}

/// Who gives the handouts away.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(dead_code, reason = "the fields are read by the schema alone")]
struct Clinic {
    /// The name.
    name: String,
    /// The telephone number.
    phone: Option<String>,
    /// The address: a text with lines, or a list of lines.
    #[schemars(schema_with = "one_or_more")]
    address: Option<()>,
    /// The logo: a PNG, JPEG or SVG, relative to the folder of this file.
    logo: Option<String>,
    /// What a screen reader says of the logo; needed where there is one.
    logo_alt: Option<String>,
}

/// Which handouts are made, and how.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(dead_code, reason = "the fields are read by the schema alone")]
struct Export {
    /// The formats.
    #[schemars(schema_with = "formats")]
    formats: Option<()>,
    /// The paper; without it, by the article's region.
    #[schemars(schema_with = "papers")]
    paper: Option<()>,
    /// Whether the PDF is set in large print.
    large_print: Option<bool>,
    /// How many ruled lines there are for the patient's questions.
    #[schemars(range(min = 1, max = 40))]
    questions: Option<usize>,
    /// Whether there are ruled lines for notes.
    notes: Option<bool>,
    /// Whether there are lines for the patient's name and the date.
    name_date: Option<bool>,
    /// Whether there are lines on which patients say what they have understood.
    teach_back: Option<bool>,
    /// Whether the article's address is printed as a code, too.
    qr: Option<bool>,
    /// Whether a booklet is made beside the PDF.
    booklet: Option<bool>,
    /// Whether the handout is a short form of one sheet.
    condensed: Option<bool>,
}

/// What you do otherwise than your profile.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(dead_code, reason = "the fields are read by the schema alone")]
struct Standards {
    /// "10 mg" (spaced), "10mg" (joined), or either but one throughout (consistent).
    #[schemars(extend("enum" = ["spaced", "joined", "consistent"]))]
    unit_spacing: Option<String>,
    /// Whether headings may be questions.
    #[schemars(extend("enum" = ["welcome", "discouraged", "free"]))]
    question_headings: Option<String>,
    /// How temperatures are written.
    #[schemars(extend("enum" = ["fahrenheit", "celsius", "either"]))]
    temperature: Option<String>,
    /// Whether headings may have an ampersand.
    #[schemars(extend("enum" = ["avoided", "free"]))]
    ampersand: Option<String>,
    /// The highest school grade that the text may need.
    #[schemars(extend("exclusiveMinimum" = 0))]
    grade_max: Option<f64>,
    /// The most items of a list.
    #[schemars(range(min = 1))]
    list_items_max: Option<usize>,
    /// Whether every kind needs questions and answers.
    requires_faq: Option<bool>,
    /// Whether every kind needs a disclaimer.
    requires_disclaimer: Option<bool>,
    /// Whether warning signs stand on care cards, headed by a call to action that ends in "if:".
    care_cards: Option<bool>,
}

/// A kind of document of your own.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(dead_code, reason = "the fields are read by the schema alone")]
struct OwnKind {
    /// The kind whose required parts it has, too; leave it out for documents that have nothing to do with health.
    #[schemars(schema_with = "built_in_kinds")]
    extends: Option<()>,
    /// Whether the parts come in this order.
    ordered: Option<bool>,
    /// The parts.
    part: Option<Vec<Part>>,
}

/// One part of a kind.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(dead_code, reason = "the fields are read by the schema alone")]
struct Part {
    /// A role of facetdoc such as red-flags, or a name of your own.
    name: String,
    /// Headings that name it; a name of your own needs some.
    headings: Option<Vec<String>>,
    /// Whether an article of the kind must have it; without this, it must.
    required: Option<bool>,
    /// The fewest list items, or pairs of question and answer.
    min_items: Option<usize>,
    /// The most of them.
    max_items: Option<usize>,
    /// The fewest words.
    min_words: Option<usize>,
    /// The most words.
    max_words: Option<usize>,
}

/// What you change in a word list.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(dead_code, reason = "the fields are read by the schema alone")]
struct WordList {
    /// Words that come in.
    add: Option<Vec<Word>>,
    /// Words that go out.
    remove: Option<Vec<String>>,
}

/// A word that comes in.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(dead_code, reason = "the fields are read by the schema alone")]
struct Word {
    /// The word, or a pattern such as `catheter*`.
    term: String,
    /// What to write instead.
    prefer: Option<String>,
    /// The same as `prefer`.
    plain: Option<String>,
    /// Why.
    note: Option<String>,
    /// How much it matters, where the list has levels.
    #[schemars(range(min = 0, max = 3))]
    level: Option<usize>,
}

fn names(names: &[&str]) -> Schema {
    json_schema!({ "type": "string", "enum": names })
}

fn profiles(_: &mut SchemaGenerator) -> Schema {
    names(Profile::NAMES)
}

fn kinds(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "examples": kind_names() })
}

fn built_in_kinds(_: &mut SchemaGenerator) -> Schema {
    names(&kind_names())
}

fn kind_names() -> Vec<&'static str> {
    Kind::ALL.iter().map(|kind| kind.name()).collect()
}

fn formats(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": { "type": "string", "enum": FORMATS }, "minItems": 1 })
}

fn papers(_: &mut SchemaGenerator) -> Schema {
    names(Paper::NAMES)
}

fn labels(_: &mut SchemaGenerator) -> Schema {
    let mut labels = Map::new();
    Labels::of("en").clone().each(|name, words| {
        let label = serde_json::json!({ "type": "string", "examples": [words] });
        labels.insert(name.to_owned(), label);
        None
    });
    let months = serde_json::json!({
        "type": "array", "items": { "type": "string" }, "minItems": 12, "maxItems": 12,
    });
    labels.insert("months".to_owned(), months);
    let language = serde_json::json!({
        "type": "object", "properties": labels, "additionalProperties": false,
    });
    json_schema!({ "type": "object", "additionalProperties": language })
}

fn one_or_more(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["string", "array"], "items": { "type": "string" } })
}

fn one_or_more_needed(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["string", "array"], "items": { "type": "string" }, "minItems": 1 })
}

fn elements(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": { "type": "string", "enum": disclaimer::ELEMENTS } })
}

fn words(generator: &mut SchemaGenerator) -> Schema {
    let list = generator.subschema_for::<WordList>();
    let lists = List::ALL.iter();
    let lists: Map<String, Value> = lists
        .map(|one| (one.name().to_owned(), Value::from(list.clone())))
        .collect();
    json_schema!({ "type": "object", "properties": lists, "additionalProperties": false })
}

fn headings(_: &mut SchemaGenerator) -> Schema {
    let list = serde_json::json!({ "type": "array", "items": { "type": "string" } });
    let roles = Role::ALL.iter();
    let roles: Map<String, Value> = roles
        .map(|role| (role.name().to_owned(), list.clone()))
        .collect();
    json_schema!({ "type": "object", "properties": roles, "additionalProperties": false })
}

fn review_months(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object", "additionalProperties": { "type": "integer", "minimum": 1 },
        "properties": kind_names().into_iter().map(|name| {
            (name.to_owned(), serde_json::json!({ "type": "integer", "minimum": 1 }))
        }).collect::<Map<String, Value>>(),
    })
}
