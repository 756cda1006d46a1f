//! `facetdoc.toml` and topic packs as teams use them: found, read, obeyed, and refused where they are wrong.

use crate::program::{folder, run};
use std::fs;
use std::path::Path;

/// The rules that the JSON report names, in its order.
fn rules(folder: &Path, args: &[&str]) -> Vec<String> {
    let all = [&["check", "--format", "json", "--fail-on", "never"], args].concat();
    let (code, report, told) = run(folder, &all);
    assert_eq!(code, 0, "{told}");
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .map(|finding| finding["rule"].as_str().unwrap().to_owned())
        .collect()
}

const SOUP: &str = "# Linsensuppe\n\n## Zubereitung\n\nAlles kochen.\n\n## Zutaten\n\n- Linsen\n";

/// A publisher of recipes: no disclaimer, no warning signs, parts and headings of its own.
const RECIPES: &str = r#"
kind = "rezept"
lang = "de"
region = "DE"

[kinds.rezept]
ordered = true
[[kinds.rezept.part]]
name = "zutaten"
headings = ["zutaten", "was sie brauchen"]
min-items = 2
[[kinds.rezept.part]]
name = "zubereitung"
headings = ["zubereitung"]
[[kinds.rezept.part]]
name = "nährwert"
headings = ["nahrwert*", "nährwert*"]
"#;

#[test]
fn a_publisher_of_recipes_has_its_own_parts_in_its_own_language_and_nothing_of_medicine() {
    let folder = folder(&[("facetdoc.toml", RECIPES), ("a/b/suppe.md", SOUP)]);
    let found = rules(folder.path(), &["a"]);
    let structure = [
        "missing-required-section",
        "section-out-of-order",
        "section-size",
    ];
    for rule in structure {
        assert!(found.iter().any(|name| name == rule), "{rule}: {found:?}");
    }
    for rule in &found {
        let rule = facetdoc::rules::find(rule).unwrap();
        assert!(!facetdoc::rules::speaks_of_health(rule), "{found:?}");
    }
    let (_, text, _) = run(folder.path(), &["check", "a"]);
    assert!(text.contains("\"nährwert\" not found"), "{text}");
    assert!(
        text.contains("\"zutaten\" comes after \"zubereitung\""),
        "{text}"
    );
    assert!(text.contains("\"zutaten\" has 1 list item"), "{text}");
}

#[test]
fn the_outline_names_the_parts_of_a_kind_of_ones_own() {
    let folder = folder(&[("facetdoc.toml", RECIPES), ("suppe.md", SOUP)]);
    let (_, text, _) = run(folder.path(), &["outline", "suppe.md"]);
    for line in [
        "zubereitung: section \"Zubereitung\", by the team's kind",
        "zutaten: section \"Zutaten\", by the team's kind",
    ] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
    let (_, json, _) = run(folder.path(), &["outline", "--format", "json", "suppe.md"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let parts = json["files"][0]["parts"].as_array().unwrap();
    assert_eq!(
        (parts[1]["part"].as_str(), parts[1]["line"].as_u64()),
        (Some("zutaten"), Some(7))
    );
}

#[test]
fn a_kind_with_nothing_of_medicine_gets_such_a_rule_back_by_its_level_or_by_a_part_of_medicine() {
    let asked = |config: &str| {
        let folder = folder(&[("facetdoc.toml", config), ("suppe.md", SOUP)]);
        let found = rules(folder.path(), &["suppe.md"]);
        ["review-date-missing", "reviewer-missing"]
            .map(|rule| found.iter().any(|name| name == rule))
    };
    let lang = |config: &str| config.replace("\"de\"", "\"en\"");
    let recipes = lang(RECIPES);
    assert_eq!(asked(&recipes), [false, false]);
    assert_eq!(
        asked(&format!(
            "{recipes}[rules]\nreview-date-missing = \"info\"\n"
        )),
        [true, false]
    );
    assert_eq!(
        asked(&format!(
            "{recipes}[rules]\nreview-date-missing = \"off\"\n"
        )),
        [false, false]
    );
    let with_signs = format!("{recipes}[[kinds.rezept.part]]\nname = \"red-flags\"\n");
    assert_eq!(asked(&with_signs), [true, true]);
    let extended = recipes.replace("[kinds.rezept]", "[kinds.rezept]\nextends = \"article\"");
    assert_eq!(asked(&extended), [true, true]);
}

#[test]
fn the_nearest_file_above_an_article_counts_and_isolated_leaves_it_out() {
    let off = "ignore = [\"disclaimer-missing\"]\n";
    let folder = folder(&[
        ("facetdoc.toml", "[rules]\ndisclaimer-missing = \"info\"\n"),
        ("one/facetdoc.toml", off),
        ("one/deep/a.md", "# A\n"),
        ("two/b.md", "# B\n"),
        ("other.toml", off),
    ]);
    let has = |args: &[&str]| {
        let found = rules(folder.path(), args);
        found
            .iter()
            .filter(|name| *name == "disclaimer-missing")
            .count()
    };
    assert_eq!(has(&["one"]), 0);
    assert_eq!(has(&["two"]), 1);
    assert_eq!(has(&["one", "two"]), 1);
    assert_eq!(has(&["one", "two", "--isolated"]), 2);
    assert_eq!(has(&["one", "two", "--config", "other.toml"]), 0);
}

#[test]
fn a_mistake_in_a_configuration_stops_everything_at_its_place() {
    let folder = folder(&[
        (
            "facetdoc.toml",
            "# ours\n[rules]\nurgency-conflct = \"off\"\n",
        ),
        ("a.md", "# A\n"),
    ]);
    let (code, out, told) = run(folder.path(), &["check", "a.md"]);
    assert_eq!((code, out.as_str()), (2, ""));
    for part in [
        "error: there is no rule or family called urgency-conflct",
        " --> facetdoc.toml:3:1",
        "3 | urgency-conflct = \"off\"",
        "  | ^^^^^^^^^^^^^^^",
        "did you mean urgency-conflict?",
    ] {
        assert!(told.contains(part), "{part} in\n{told}");
    }
    assert_eq!(run(folder.path(), &["export", "a.md"]).0, 2);
    assert!(!folder.path().join("exports").exists());
    let (code, _, told) = run(folder.path(), &["check", "a.md", "--config", "none.toml"]);
    assert_eq!(code, 2);
    assert!(told.contains("none.toml: "), "{told}");
}

const PACK: &str = r#"[pack]
schema = "facetdoc.topic-pack/1"
id = "knee"
version = "1.0.0"
language = "en"

[applies]
title_any = ["knee*"]

[[source]]
id = "TRUST"
publisher = "Example Trust"
title = "Example Trust: knee pain"
year = 2025
url = "https://example.org/knee"

[[concept]]
id = "locked-knee"
label = "A knee that locks"
category = "mechanical"
required = "must"
urgency = "urgent"
patterns = ["lock|locks|locked _3 knee", "knee _3 lock|locks|locked"]
plain = "your knee locks"
sources = ["TRUST"]
test = [
  { text = "Your knee locks", expect = true },
  { text = "Lock the door", expect = false },
]
"#;

#[test]
fn a_team_brings_its_own_pack() {
    let article = "# Knee pain\n\n## When to get help\n\nMake an appointment with your doctor if your knee locks.\n";
    let folder = folder(&[
        ("facetdoc.toml", "packs = [\"packs/knee.toml\"]\n"),
        ("packs/knee.toml", PACK),
        ("articles/knee.md", article),
    ]);
    let found = rules(folder.path(), &["articles"]);
    assert!(
        found.contains(&"urgency-below-guideline".to_owned()),
        "{found:?}"
    );
    let (code, told, _) = run(folder.path(), &["pack", "check", "packs/knee.toml"]);
    assert_eq!(code, 0);
    let (held, hash) = told.split_once(" (the hash to sign is ").unwrap();
    assert_eq!(
        held,
        "packs/knee.toml: knee 1.0.0, 1 sign, 1 source, 1 source not verified yet, no sign-off yet"
    );
    let hash = hash.trim_end().trim_end_matches(')');
    let signed = format!(
        "{PACK}\n[sign_off]\nname = \"A. Nurse\"\nrole = \"nurse\"\ndate = \"2026-11-01\"\nhash = \"{hash}\"\n"
    );
    fs::write(folder.path().join("packs/knee.toml"), signed).unwrap();
    let (_, told, _) = run(folder.path(), &["pack", "check", "packs/knee.toml"]);
    assert!(
        told.ends_with("signed by A. Nurse, nurse (2026-11-01)\n"),
        "{told}"
    );
    fs::write(
        folder.path().join("packs/knee.toml"),
        PACK.replace("\"TRUST\"]", "\"TRUTS\"]"),
    )
    .unwrap();
    let (code, _, told) = run(folder.path(), &["check", "articles"]);
    assert_eq!(code, 2);
    assert!(
        told.contains("there is no source called TRUTS") && told.contains("packs/knee.toml:25:"),
        "{told}"
    );
}

#[test]
fn a_pack_that_can_never_work_is_refused_at_its_place() {
    let pack = PACK.replace("language = \"en\"", "language = \"EN\"");
    let pack = pack.replace("\"knee _3 lock", "\"knee-cap\", \"knee _3 lock");
    let folder = folder(&[("knee.toml", pack.as_str())]);
    let (code, _, told) = run(folder.path(), &["pack", "check", "knee.toml"]);
    assert_eq!(code, 2);
    for told_there in [
        "knee.toml:5:12",
        "did you mean en?",
        "knee.toml:23:",
        "\"knee-cap\"",
        "^^^",
    ] {
        assert!(told.contains(told_there), "{told_there}: {told}");
    }
}

#[test]
fn a_sign_off_holds_for_the_text_that_was_signed_and_no_other() {
    let signed = |hash: &str| {
        format!(
            "{PACK}\n[sign_off]\nname = \"Dr Ada Ruiz\"\nrole = \"GP\"\ndate = \"2026-11-01\"\nhash = \"{hash}\"\n"
        )
    };
    let folder = folder(&[("knee.toml", signed("0").as_str())]);
    let (code, _, told) = run(folder.path(), &["pack", "check", "knee.toml"]);
    assert_eq!(code, 2);
    let told: String = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        told.contains("Dr Ada Ruiz has signed another text than this one"),
        "{told}"
    );
    let hash = told.split("The hash of this text is ").nth(1).unwrap();
    let hash = hash.split_whitespace().next().unwrap();
    fs::write(folder.path().join("knee.toml"), signed(hash)).unwrap();
    let (code, told, _) = run(folder.path(), &["pack", "check", "knee.toml"]);
    assert_eq!(code, 0);
    assert!(
        told.contains("signed by Dr Ada Ruiz, GP (2026-11-01)"),
        "{told}"
    );
    let changed = signed(hash).replace("\"urgent\"", "\"soon\"");
    fs::write(folder.path().join("knee.toml"), changed).unwrap();
    assert_eq!(run(folder.path(), &["pack", "check", "knee.toml"]).0, 2);
}

#[test]
fn the_manual_of_a_clinical_rule_names_its_sources() {
    let folder = folder(&[]);
    let (code, manual, _) = run(folder.path(), &["explain", "red-flag-coverage"]);
    assert_eq!(code, 0);
    for part in [
        "SOURCES",
        "https://doi.org/10.1016/j.jacr.2021.08.002",
        "American College of Radiology",
    ] {
        assert!(manual.contains(part), "{part} in\n{manual}");
    }
}

#[test]
fn a_team_adds_words_to_a_list_and_takes_others_out() {
    let words = "[words.promotional]\nadd = [{ term = \"gold standard care\", note = \"ours\" }]\nremove = [\"state of the art\"]\n";
    let article = "# Knee pain\n\nWe offer gold standard care with state of the art machines.\n";
    let folder = folder(&[("facetdoc.toml", words), ("a.md", article)]);
    let told = |args: &[&str]| {
        let all = [&["check", "a.md", "--all", "--fail-on", "never"], args].concat();
        run(folder.path(), &all).1
    };
    assert!(told(&[]).contains("gold standard care\""), "{}", told(&[]));
    assert!(!told(&[]).contains("state of the art\""), "{}", told(&[]));
    assert!(
        told(&["--isolated"]).contains("state of the art\""),
        "{}",
        told(&["--isolated"])
    );
}

#[test]
fn headings_of_the_team_name_roles_in_any_language() {
    let german = "# Knie\n\n## Wann zum Arzt\n\nGehen Sie zum Arzt, wenn das Knie blockiert.\n\n## Fragen\n\n### Darf ich laufen?\n\nJa, laufen Sie.\n";
    let config = "lang = \"de\"\nregion = \"DE\"\n[headings]\nred-flags = [\"wann zum arzt\"]\n";
    let folder = folder(&[("facetdoc.toml", config), ("knie.md", german)]);
    let missing = |args: &[&str]| {
        let found = rules(folder.path(), args);
        found.iter().any(|name| name == "red-flags-missing")
    };
    assert!(missing(&["knie.md", "--isolated"]));
    assert!(!missing(&["knie.md"]));
}

#[test]
fn an_option_in_the_file_is_sent_to_the_command_line_where_it_is() {
    let (code, help, _) = run(Path::new("."), &["check", "--help"]);
    assert_eq!(code, 0);
    for option in ["fail-on", "max-warnings", "select", "format", "changed"] {
        assert!(help.contains(&format!("--{option}")), "{option}");
        let text = format!("{option} = \"x\"\n");
        let folder = folder(&[("facetdoc.toml", &text), ("a.md", "# A\n")]);
        let (code, _, told) = run(folder.path(), &["check", "a.md"]);
        assert_eq!(code, 2, "{told}");
        assert!(told.contains(&format!("say --{option} on")), "{told}");
    }
}
