//! The JSON export keeps its published schema.

use crate::articles::{EVERY_BLOCK, all, made_up, with_context};
use facetdoc::export::json;
use serde_json::Value;
use std::path::Path;

fn exported(article: &facetdoc::article::Article) -> Value {
    let json = with_context(article, |cx| json::to_json(cx, &json::Options::default()));
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

/// Version 1.0.0 as it was published. It is never renewed: who reads 1.0.0 must be able to read every later 1.x.
#[test]
fn additions_stay_additions() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schema/article-1.0.0.json");
    let frozen = std::fs::read_to_string(path).expect("the frozen schema is there");
    let frozen: Value = serde_json::from_str(&frozen).expect("the schema is JSON");
    assert!(json::SCHEMA_VERSION.starts_with("1."));
    let validator = jsonschema::validator_for(&frozen).expect("the schema is one");
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
    let mut changed = exported(&made_up(EVERY_BLOCK));
    changed["stats"]["words"] = "many".into();
    assert!(!validator.is_valid(&changed), "a changed type is seen");
}

/// What every document of 1.0.0 had is still described, with the same type or names.
#[test]
fn no_key_of_the_first_schema_was_lost() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schema/article-1.0.0.json");
    let frozen = std::fs::read_to_string(path).expect("the frozen schema is there");
    let frozen: Value = serde_json::from_str(&frozen).expect("the schema is JSON");
    let current: Value = serde_json::from_str(&json::schema()).expect("the schema is JSON");
    let mut lost = Vec::new();
    let mut pairs = vec![(String::new(), &frozen, &current)];
    for (name, old) in frozen["$defs"].as_object().expect("definitions") {
        pairs.push((name.clone(), old, &current["$defs"][name]));
    }
    for (name, old, new) in pairs {
        for key in old["properties"]
            .as_object()
            .into_iter()
            .flat_map(|map| map.keys())
        {
            if new["properties"].get(key).is_none() {
                lost.push(format!("{name}/{key}"));
            }
        }
        for key in old["required"].as_array().into_iter().flatten() {
            if !new["required"]
                .as_array()
                .is_some_and(|new| new.contains(key))
            {
                lost.push(format!("{name}/{key} is not always there"));
            }
        }
    }
    assert_eq!(lost, [""; 0]);
}

#[test]
fn a_line_is_the_same_document() {
    let article = made_up(EVERY_BLOCK);
    let options = json::Options {
        draft: true,
        findings: Some(vec![serde_json::json!({"rule": "x"})]),
    };
    let line = with_context(&article, |cx| json::to_line(cx, &options));
    let whole = with_context(&article, |cx| json::to_json(cx, &options));
    assert_eq!(line.find('\n'), Some(line.len() - 1));
    let line: Value = serde_json::from_str(&line).expect("the line is JSON");
    assert_eq!(
        line,
        serde_json::from_str::<Value>(&whole).expect("the export is JSON")
    );
    assert_eq!(line["draft"], true);
    assert_eq!(line["findings"][0]["rule"], "x");
}

#[test]
fn ids_outlive_edits_of_title_and_text() {
    let before = exported(&made_up(
        "# T\n\n## What to do {#do}\n\na\n\n## Signs\n\nb\n\n## Signs\n\nc\n",
    ));
    let after = exported(&made_up(
        "# T\n\nNew.\n\n## What you can do {#do}\n\nx\n\na\n\n## Signs\n\nB\n\n## Signs\n\nc\n",
    ));
    for (at, id) in [(0, "do"), (1, "signs"), (2, "signs-2")] {
        assert_eq!(before["sections"][at]["id"], id);
        assert_eq!(after["sections"][at]["id"], id);
    }
    assert_eq!(before["sections"][2]["hash"], after["sections"][2]["hash"]);
    assert_ne!(before["sections"][1]["hash"], after["sections"][1]["hash"]);
}

#[test]
fn signs_name_the_concepts_of_topic_packs() {
    let text = "---\npacks: [low-back-pain-red-flags]\n---\n# Low back pain\n\n## When to get help\n\nCall 911 or go to the emergency room now if:\n\n- you cannot control your bladder or bowels\n- you like tea\n";
    let export = exported(&made_up(text));
    let signs = &export["red_flags"]["signs"];
    assert_eq!(signs[0]["urgency"], "emergency");
    assert_eq!(
        signs[0]["concepts"][0]["expected_urgency"], "emergency",
        "{signs}"
    );
    assert_eq!(signs[0]["concepts"][0]["pack"], "low-back-pain-red-flags");
    assert_eq!(signs[1]["concepts"], serde_json::json!([]));
}

#[test]
fn each_sign_has_the_level_of_what_leads_to_its_list() {
    let text = "# Fever\n\n## When to get help\n\nCall 911 if:\n\n- you faint\n\nCall your doctor the same day if:\n\n- your ear hurts\n- your chest hurts: call 911\n";
    let export = exported(&made_up(text));
    let signs = export["red_flags"]["signs"].as_array().expect("signs");
    let levels: Vec<_> = signs.iter().map(|sign| &sign["urgency"]).collect();
    assert_eq!(levels, ["emergency", "urgent", "emergency"]);
}

#[test]
fn of_two_places_that_are_as_urgent_the_one_with_the_list_is_told() {
    let text = "# Diabetes\n\n## Low sugar\n\nCall 911 if the person passes out.\n\n## When to get help\n\nGo to the emergency room if:\n\n- you are confused\n- you breathe fast\n";
    let export = exported(&made_up(text));
    assert_eq!(export["red_flags"]["section"], "when-to-get-help");
    assert_eq!(export["red_flags"]["items"][0], "you are confused");
}

#[test]
fn text_spells_out_what_its_marks_say() {
    let text =
        "# T\n\n## Dose\n\nOld ~~5 mg~~ 10 mg. 10^3^ cells. Kills 5[^a] people.\n\n[^a]: x\n";
    let export = exported(&made_up(text));
    let block = &export["sections"][0]["blocks"][0];
    let expected = "Old [struck out: 5 mg] 10 mg. 10³ cells. Kills 5 [note 1] people.";
    assert_eq!(block["text"], expected);
    assert_eq!(block["words"], 10);
}

#[test]
fn pictures_have_captions_and_columns_their_alignment() {
    let text = "# T\n\n![A knee](a.png)\n\n*How a knee bends.*\n\n![A foot](b.png \"A foot at rest\")\n\n![A hip](c.png)\n\n| Day | Dose | Note |\n|:--|--:|---|\n| 1 | 5 mg | |\n";
    let export = exported(&made_up(text));
    let blocks = &export["blocks"];
    assert_eq!(blocks[0]["caption"], "How a knee bends.");
    assert_eq!(blocks[2]["caption"], "A foot at rest");
    assert_eq!(blocks[3]["caption"], Value::Null);
    let alignments = serde_json::json!(["left", "right", null]);
    assert_eq!(blocks[4]["alignments"], alignments);
}

#[test]
fn readability_and_references_are_told() {
    let text = "# T\n\nRest your knee for two days. Then walk a little more each day.\n\n## References\n\n1. NHS. Knee pain. 2024. <https://www.nhs.uk/knee>\n2. Lee A. Knees. BMJ 2020.\n";
    let export = exported(&made_up(text));
    assert_eq!(export["readability"]["sentences"], 2);
    assert!(export["readability"]["smog"].is_number());
    assert_eq!(export["references"][0]["number"], 1);
    assert_eq!(
        export["references"][0]["urls"][0],
        "https://www.nhs.uk/knee"
    );
    assert_eq!(
        export["references"][0]["urls"].as_array().map(Vec::len),
        Some(1)
    );
    assert_eq!(export["references"][1]["text"], "Lee A. Knees. BMJ 2020.");
    let spanish = exported(&made_up(
        "---\nlang: es\n---\n# T\n\nDescanse la rodilla.\n",
    ));
    assert_eq!(spanish["readability"], Value::Null);
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
        ("/schema_version", "1.2.0".into()),
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
        (
            "/red_flags/signs/0/html",
            "your foot is <strong>cold</strong> or blue".into(),
        ),
        ("/red_flags/signs/0/urgency", "emergency".into()),
        ("/red_flags/places/2/signs/0/urgency", "routine".into()),
        ("/draft", false.into()),
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
    let json = with_context(&article, |cx| json::to_json(cx, &json::Options::default()));
    assert!(!json.chars().any(|ch| ch.is_control() && ch != '\n'));
}
