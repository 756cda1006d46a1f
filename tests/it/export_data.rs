//! `facetdoc export` for other programs: web pages, JSON Lines, the manifest, the depfile.

use crate::program::{BAD, GOOD, export, folder, notes};
use serde_json::Value;
use std::fs;
use std::process::Command;
use tempfile::TempDir;

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

/// The JSON objects of a file, one a line.
fn objects(text: &str) -> Vec<Value> {
    let lines = text.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The values of `keys` in each line of the manifest.
fn told(manifest: &[Value], keys: &[&str]) -> Vec<String> {
    let of = |entry: &Value| {
        let values = keys
            .iter()
            .map(|key| entry[key].to_string().replace('"', ""));
        values.collect::<Vec<_>>().join(" ")
    };
    manifest.iter().map(of).collect()
}

#[test]
fn all_makes_five_files() {
    let folder = folder(&[("elbow.md", GOOD)]);
    let output = export(&folder, &["elbow.md", "--all"]);
    assert_eq!(
        notes(&output),
        "wrote exports/elbow.json\nwrote exports/elbow.txt\nwrote exports/elbow.pdf\n\
         wrote exports/elbow.html\nwrote exports/elbow.jsonld\n"
    );
    assert!(read(&folder, "exports/elbow.html").starts_with("<!DOCTYPE html>\n<html lang=\"en\""));
    assert!(read(&folder, "exports/elbow.jsonld").contains("\"MedicalWebPage\""));
}

#[test]
fn a_draft_is_marked_in_every_format() {
    let folder = folder(&[("bad.md", BAD)]);
    let output = export(
        &folder,
        &["bad.md", "--force", "--html", "--json", "--jsonld"],
    );
    assert_eq!(output.status.code(), Some(0), "{}", notes(&output));
    let html = read(&folder, "exports/bad.html");
    assert!(
        html.contains("<title>DRAFT: failed content review: Tennis elbow</title>"),
        "{html}"
    );
    assert!(html.contains("<p class=\"draft\"><strong>DRAFT: failed content review</strong></p>"));
    let json: Value = serde_json::from_str(&read(&folder, "exports/bad.json")).unwrap();
    assert_eq!(json["draft"], true);
    assert!(read(&folder, "exports/bad.jsonld").contains("\"creativeWorkStatus\": \"Draft\""));
}

#[test]
fn findings_in_the_json_are_those_of_check() {
    let folder = folder(&[("bad.md", BAD)]);
    export(&folder, &["bad.md", "--force", "--json", "--with-findings"]);
    let json: Value = serde_json::from_str(&read(&folder, "exports/bad.json")).unwrap();
    let checked = Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .current_dir(folder.path())
        .args([
            "check",
            "--today",
            "2026-01-15",
            "--format",
            "json",
            "bad.md",
        ])
        .output()
        .unwrap();
    let checked: Value = serde_json::from_slice(&checked.stdout).unwrap();
    assert!(
        checked["findings"]
            .as_array()
            .is_some_and(|found| !found.is_empty())
    );
    // A finding about the handout weighs more where one is made.
    let without_severity = |document: &Value| {
        let mut findings = document["findings"].clone();
        for finding in findings.as_array_mut().unwrap() {
            let severity = finding.as_object_mut().unwrap().remove("severity");
            assert!(severity.is_some_and(|severity| severity.is_string()));
        }
        findings
    };
    assert_eq!(without_severity(&json), without_severity(&checked));
}

#[test]
fn lines_are_one_article_each_in_one_file_or_on_standard_output() {
    let folder = folder(&[("in/a.md", GOOD), ("in/b.md", BAD), ("in/c/a.md", GOOD)]);
    let output = export(&folder, &["in", "--lines", "-o", "all.jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        notes(&output).ends_with("wrote all.jsonl\n"),
        "{}",
        notes(&output)
    );
    let text = read(&folder, "all.jsonl");
    let paths = told(&objects(&text), &["draft"]).len();
    assert_eq!(paths, 2);
    let sources: Vec<String> = objects(&text)
        .iter()
        .map(|one| one["source"]["path"].to_string())
        .collect();
    assert_eq!(sources, ["\"in/a.md\"", "\"in/c/a.md\""]);
    let printed = export(&folder, &["in", "--json", "--lines", "-o", "-"]);
    assert_eq!(printed.stdout, text.as_bytes());
    let again = export(&folder, &["in", "--lines", "-o", "all.jsonl"]);
    assert!(
        notes(&again).ends_with("unchanged all.jsonl\n"),
        "{}",
        notes(&again)
    );
}

#[test]
fn options_that_would_do_nothing_are_refused() {
    let folder = folder(&[("elbow.md", GOOD)]);
    for (args, told) in [
        (
            ["elbow.md", "--lines"].as_slice(),
            "--lines puts the articles of these paths into one file",
        ),
        (
            &["--pdf", "--lines", "-o", "x"],
            "--lines is about the JSON",
        ),
        (
            &["--pdf", "--with-findings"],
            "--with-findings is about the JSON",
        ),
        (
            &["--pdf", "-o", "-", "--manifest", "m"],
            "--manifest and --depfile tell",
        ),
        (
            &["--lines", "-o", "-", "--depfile", "m"],
            "--manifest and --depfile tell",
        ),
        (&["--manifest", "elbow.md"], "elbow.md: this is an article"),
        (
            &[
                "--depfile",
                "./exports/elbow.json",
                "--output-dir",
                "exports",
            ],
            "this is a file of the export",
        ),
        (
            &["--manifest", "m", "--depfile", "./m"],
            "m: this is the manifest and the depfile",
        ),
    ] {
        fs::create_dir_all(folder.path().join("exports")).unwrap();
        let output = export(&folder, &[&["elbow.md"], args].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(
            notes(&output).contains(told),
            "{args:?}: {}",
            notes(&output)
        );
        assert_eq!(read(&folder, "elbow.md"), GOOD);
        assert!(!folder.path().join("m").exists());
    }
}

#[test]
fn the_manifest_tells_what_became_of_every_file() {
    let snowman = GOOD.replace("Most people", "Most \u{2603} people");
    let folder = folder(&[("bad.md", BAD), ("cold.md", &snowman), ("elbow.md", GOOD)]);
    let args = [
        "bad.md",
        "cold.md",
        "gone.md",
        "elbow.md",
        "--text",
        "--pdf",
        "--manifest",
        "out.jsonl",
    ];
    assert_eq!(export(&folder, &args).status.code(), Some(2));
    let manifest = objects(&read(&folder, "out.jsonl"));
    assert_eq!(
        told(&manifest, &["source", "format", "file", "status"]),
        [
            "gone.md null null failed",
            "bad.md text exports/bad.txt refused",
            "bad.md pdf exports/bad.pdf refused",
            "cold.md text exports/cold.txt failed",
            "cold.md pdf exports/cold.pdf failed",
            "elbow.md text exports/elbow.txt written",
            "elbow.md pdf exports/elbow.pdf written",
        ]
    );
    assert_eq!(manifest[0]["reason"], "there is no such file or folder");
    assert!(
        manifest[1]["reason"].as_str().unwrap().ends_with("errors"),
        "{}",
        manifest[1]
    );
    assert!(
        manifest[3]["reason"]
            .as_str()
            .unwrap()
            .contains("no font has"),
        "{}",
        manifest[3]
    );
    assert_eq!(manifest[5]["reason"], Value::Null);
    let bytes = fs::read(folder.path().join("exports/elbow.pdf")).unwrap();
    assert_eq!(manifest[6]["bytes"], bytes.len());
    assert_eq!(manifest[6]["sha256"], facetdoc::source::sha256(&bytes));
    assert_eq!(manifest[6]["source_sha256"], facetdoc::source::sha256(GOOD));
    assert_eq!(manifest[1]["source_sha256"], facetdoc::source::sha256(BAD));
    assert_eq!(manifest[1]["sha256"], Value::Null);
    export(&folder, &args);
    let manifest = objects(&read(&folder, "out.jsonl"));
    assert_eq!(
        told(&manifest[5..], &["status"]),
        ["unchanged", "unchanged"]
    );
}

#[test]
fn the_manifest_is_there_when_nothing_could_be_written() {
    let folder = folder(&[
        ("a.md", GOOD),
        ("x/a.md", GOOD),
        ("facetdoc.toml", "kinds = 3\n"),
    ]);
    export(
        &folder,
        &["a.md", "x/a.md", "--pdf", "--isolated", "--manifest", "m"],
    );
    let manifest = objects(&read(&folder, "m"));
    assert_eq!(told(&manifest, &["status"]), ["failed", "failed"]);
    assert!(
        manifest[0]["reason"]
            .as_str()
            .unwrap()
            .contains("both a.md and x/a.md would write")
    );
    assert_eq!(
        export(&folder, &["a.md", "--pdf", "--manifest", "m"])
            .status
            .code(),
        Some(2)
    );
    let manifest = objects(&read(&folder, "m"));
    assert!(
        manifest[0]["reason"]
            .as_str()
            .unwrap()
            .contains("cannot be used"),
        "{}",
        manifest[0]
    );
    fs::write(folder.path().join("exports"), "in the way").unwrap();
    export(
        &folder,
        &["a.md", "--pdf", "--text", "--isolated", "--manifest", "m"],
    );
    let manifest = objects(&read(&folder, "m"));
    assert_eq!(told(&manifest, &["status"]), ["failed", "failed"]);
    assert!(
        manifest[0]["reason"]
            .as_str()
            .unwrap()
            .contains("cannot be written"),
        "{}",
        manifest[0]
    );
}

#[test]
fn the_manifest_of_lines_has_the_hash_of_each_line() {
    let folder = folder(&[("a.md", GOOD), ("b.md", BAD)]);
    export(
        &folder,
        &[
            "a.md",
            "b.md",
            "--lines",
            "-o",
            "all.jsonl",
            "--manifest",
            "m",
        ],
    );
    let manifest = objects(&read(&folder, "m"));
    assert_eq!(
        told(&manifest, &["source", "file", "status"]),
        ["a.md all.jsonl written", "b.md all.jsonl refused"]
    );
    let line = read(&folder, "all.jsonl");
    assert_eq!(manifest[0]["sha256"], facetdoc::source::sha256(line));
}

#[test]
fn the_depfile_names_articles_configuration_and_packs_also_on_failure() {
    let pack = include_str!("../../src/config/packs/low-back-pain-red-flags.toml")
        .replace("id = \"low-back-pain-red-flags\"", "id = \"our-back-pain\"");
    let folder = folder(&[
        ("facetdoc.toml", "packs = [\"my pack.toml\"]\n"),
        ("my pack.toml", &pack),
        ("#1 $elbow: 20%.md", GOOD),
        ("bad.md", BAD),
    ]);
    let output = export(
        &folder,
        &[
            "#1 $elbow: 20%.md",
            "bad.md",
            "--pdf",
            "--text",
            "--depfile",
            "deps.mk",
        ],
    );
    assert_eq!(output.status.code(), Some(1), "{}", notes(&output));
    assert_eq!(
        read(&folder, "deps.mk"),
        "exports/\\#1\\ $$elbow\\:\\ 20\\%.txt exports/\\#1\\ $$elbow\\:\\ 20\\%.pdf: \
         \\#1\\ $$elbow\\:\\ 20%.md facetdoc.toml my\\ pack.toml\n\
         exports/bad.txt exports/bad.pdf: bad.md facetdoc.toml my\\ pack.toml\n"
    );
}

/// GNU make itself reads the names; without it there is nothing to ask.
#[cfg(unix)]
#[test]
#[expect(clippy::print_stdout, reason = "a skipped test says so")]
fn make_reads_the_depfile() {
    let name = "#1 $elbow: 20%.md";
    let folder = folder(&[(name, GOOD)]);
    export(&folder, &[name, "--text", "--depfile", "deps.mk"]);
    let make = |folder: &TempDir| {
        let made = Command::new("make")
            .current_dir(folder.path())
            .args(["--question", "-f", "deps.mk"])
            .arg("exports/#1 $elbow: 20%.txt")
            .output();
        made.ok().and_then(|made| made.status.code())
    };
    let Some(code) = make(&folder) else {
        println!("skipped: make is not installed");
        return;
    };
    assert_eq!(code, 0, "the file is newer than its article");
    fs::remove_file(folder.path().join(name)).unwrap();
    assert_eq!(make(&folder), Some(2), "make misses the article");
}
