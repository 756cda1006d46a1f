//! The JSON export keeps its published schema.

use crate::articles::{EVERY_BLOCK, all, made_up, with_context};
use facetdoc::export::json;
use serde_json::Value;
use std::path::Path;

fn exported(article: &facetdoc::article::Article) -> Value {
    let json = with_context(article, json::to_json);
    assert!(json.ends_with("}\n"));
    serde_json::from_str(&json).expect("the export is JSON")
}

/// The schema with unknown keys forbidden, so that a key without a description fails.
fn closed(mut schema: Value) -> Value {
    close(&mut schema);
    schema
}

fn close(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.values_mut().for_each(close);
            if map.get("type").is_some_and(|kind| kind == "object")
                && map.contains_key("properties")
                && !map.contains_key("const")
            {
                map.insert("unevaluatedProperties".to_owned(), Value::Bool(false));
            }
            if let Some(Value::Array(variants)) = map.get_mut("oneOf") {
                for variant in variants {
                    if let Value::Object(variant) = variant {
                        variant.remove("unevaluatedProperties");
                    }
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(close),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn the_published_schema_is_the_one_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/export/schema.json");
    if std::env::var_os("FACETDOC_UPDATE").is_some() {
        std::fs::write(&path, json::schema()).expect("the schema can be written");
    }
    let published = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        published == json::schema(),
        "src/export/schema.json is out of date: run the tests with FACETDOC_UPDATE=1"
    );
}

#[test]
fn every_export_keeps_the_schema() {
    let schema = closed(serde_json::from_str(&json::schema()).expect("the schema is JSON"));
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let mut articles = all();
    articles.extend(HANDMADE.iter().map(|text| made_up(text)));
    for article in articles {
        let export = exported(&article);
        let faults: Vec<String> = validator
            .iter_errors(&export)
            .map(|fault| format!("{}: {fault}", fault.instance_path()))
            .collect();
        assert_eq!(faults, [""; 0], "{}", article.source.text());
    }
}

#[test]
fn a_key_that_the_schema_does_not_know_is_a_fault() {
    let schema = closed(serde_json::from_str(&json::schema()).expect("the schema is JSON"));
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let mut export = exported(&made_up(EVERY_BLOCK));
    for pointer in ["/meta", "/sections/0/blocks/0", "/sections/0"] {
        let mut export = export.clone();
        let place = export.pointer_mut(pointer).and_then(Value::as_object_mut);
        place
            .expect("an object")
            .insert("surprise".to_owned(), 1.into());
        assert!(!validator.is_valid(&export), "{pointer}");
    }
    export.as_object_mut().expect("an object").remove("title");
    assert!(!validator.is_valid(&export));
}

const HANDMADE: &[&str] = &[
    "",
    "# Only a title\n",
    "No title, one paragraph.\n",
    "# T\n\n## A\n\n### B\n\n#### C\n\ntext\n\n## A\n",
    "# T\n\n## When to get help\n\nCall 999 if you cannot breathe.\n\n- one\n  - two\n",
    "# T\n\nTerm\n: what it means\n\n[a](javascript:x) [b](/b) \u{1b}[0m \u{9b}\n",
];

#[test]
fn the_export_holds_what_consumers_look_up() {
    let export = exported(&made_up(EVERY_BLOCK));
    for (pointer, expected) in [
        ("/$schema", json::SCHEMA_ID.into()),
        ("/schema_version", "1.0.0".into()),
        ("/id", "ankle-sprain".into()),
        ("/title", "Ankle sprain".into()),
        ("/lang", "en-GB".into()),
        ("/source/path", "source/made-up.md".into()),
        ("/source/format", "markdown".into()),
        ("/source/bytes", EVERY_BLOCK.len().into()),
        ("/generator/generated_at", Value::Null),
        ("/findings", Value::Null),
        ("/blocks/0/id", "b1".into()),
        ("/red_flags/section", "call-999-if".into()),
        ("/red_flags/urgency", "emergency".into()),
        ("/red_flags/items/1", "you cannot feel your toes".into()),
        ("/red_flags/places/2/urgency", "routine".into()),
        ("/sections/0/id", "when-to-get-help".into()),
        ("/sections/0/role", "red-flags".into()),
        ("/sections/0/sections/0/blocks/0/type", "list".into()),
        (
            "/sections/0/sections/0/blocks/0/items/0/html",
            "your foot is <strong>cold</strong> or blue".into(),
        ),
        (
            "/sections/1/blocks/1/items/1/items/0/text",
            "wrapped in a towel".into(),
        ),
        ("/faq/1/question", "Can I walk on it?".into()),
        (
            "/faq/1/answer_html",
            "<p>Yes, when it does not hurt.</p>".into(),
        ),
        ("/footnotes/0/blocks/0/id", "note-1/b1".into()),
    ] {
        assert_eq!(export.pointer(pointer), Some(&expected), "{pointer}");
    }
}

#[test]
fn a_block_keeps_its_hash_wherever_it_stands() {
    let one = exported(&made_up("# T\n\nSame words.\n\n## A\n\nOther.\n"));
    let other = exported(&made_up("# T\n\n## B\n\nNew.\n\nSame words.\n"));
    let hash = one.pointer("/blocks/0/hash");
    assert!(hash.is_some());
    assert_eq!(hash, other.pointer("/sections/0/blocks/1/hash"));
    assert_ne!(hash, other.pointer("/sections/0/blocks/0/hash"));
}

#[test]
fn no_control_character_reaches_a_terminal() {
    let article = made_up("# T\u{1b}\n\na\u{1b}[31m b\u{9b}c [d](https://example.org/\u{85})\n");
    let json = with_context(&article, json::to_json);
    assert!(!json.chars().any(|ch| ch.is_control() && ch != '\n'));
}
