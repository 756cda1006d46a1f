//! Names of files with line breaks, escapes and signs of other languages, in every report and record.
#![cfg(unix)]

use crate::program::{BAD, GOOD, folder, run};
use serde_json::Value;
use std::fs;
use tempfile::TempDir;

/// Names that git and file systems allow.
const NAMES: &[&str] = &[
    "new\nline.md",
    "\u{1b}[31mred.md",
    "::error::x.md",
    "##[error]y.md",
    "a, title=b%0A,line=1.md",
    "quote\"<script>&'.md",
    "turn\u{202e}dm.md",
    "-rf.md",
    "--help.md",
    "$(touch owned);`touch owned`.md",
    "a;b=c.md",
];

fn site(text: &str) -> TempDir {
    let files: Vec<(String, &str)> = NAMES
        .iter()
        .map(|name| (format!("in/{name}"), text))
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (name.as_str(), *text))
        .collect();
    folder(&files)
}

fn is_steering(ch: char) -> bool {
    (ch.is_control() && ch != '\n') || ch == '\u{202e}'
}

#[test]
fn every_report_names_a_file_without_being_steered_by_its_name() {
    let folder = site(BAD);
    for format in [
        "text",
        "concise",
        "json",
        "jsonl",
        "sarif",
        "github",
        "gitlab",
        "junit",
        "checkstyle",
        "rdjsonl",
        "html",
    ] {
        let (code, out, told) = run(folder.path(), &["check", "--all", "--format", format, "in"]);
        assert_eq!(code, 1, "{format}: {told}");
        assert!(!out.contains(is_steering), "{format}: {out:?}");
        let is_markup = matches!(format, "html" | "junit" | "checkstyle");
        assert!(!is_markup || !out.contains("\"<script>&"), "{format}");
        for line in out.lines() {
            let line = line.trim_start();
            assert!(!line.starts_with("::error::x"), "{format}: {line}");
            assert!(!line.contains("##[error]"), "{format}: {line}");
            assert!(
                !line.starts_with("line.md"),
                "{format}: a name was broken: {line}"
            );
            if format == "github" && line.starts_with("::") {
                let (properties, _) = line[2..].split_once("::").unwrap();
                assert!(properties.matches("title=").count() <= 1, "{line}");
                assert!(properties.matches(",line=").count() <= 1, "{line}");
            }
        }
        match format {
            "json" | "sarif" | "gitlab" => {
                serde_json::from_str::<Value>(&out).expect(format);
            }
            "jsonl" | "rdjsonl" => {
                for line in out.lines() {
                    serde_json::from_str::<Value>(line).expect(format);
                }
            }
            "junit" | "checkstyle" => {
                roxmltree::Document::parse(&out).expect(format);
            }
            _ => {}
        }
    }
}

#[test]
fn the_json_report_keeps_each_name_letter_by_letter() {
    let folder = site(BAD);
    let (_, out, _) = run(folder.path(), &["check", "--format", "json", "in"]);
    let report: Value = serde_json::from_str(&out).unwrap();
    let findings = report["findings"].as_array().unwrap();
    for name in NAMES {
        let name = format!("in/{name}");
        assert!(findings.iter().any(|one| one["file"] == *name), "{name:?}");
    }
}

#[test]
fn the_manifest_has_a_line_a_file_whatever_the_names() {
    let folder = site(GOOD);
    let (code, _, told) = run(
        folder.path(),
        &["export", "--text", "--manifest", "m.jsonl", "in"],
    );
    assert_eq!(code, 0, "{told}");
    assert!(!told.contains(is_steering), "{told:?}");
    let manifest = fs::read_to_string(folder.path().join("m.jsonl")).unwrap();
    let lines: Vec<Value> = manifest
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), NAMES.len());
    for name in NAMES {
        let source = format!("in/{name}");
        let line = lines.iter().find(|line| line["source"] == *source).unwrap();
        assert!(
            folder.path().join(line["file"].as_str().unwrap()).is_file(),
            "{line}"
        );
    }
    assert!(!folder.path().join("owned").exists());
}

#[test]
fn a_depfile_names_no_file_that_make_would_read_as_something_else() {
    for name in NAMES {
        let folder = folder(&[(&format!("in/{name}"), GOOD)]);
        let (code, _, told) = run(folder.path(), &["export", "--text", "--depfile", "d", "in"]);
        let depfile = fs::read_to_string(folder.path().join("d"));
        if name.contains(|ch: char| ch.is_control() || ch == ';' || ch == '=') {
            assert_eq!(code, 2, "{name:?}: {told}");
            assert!(
                told.contains("make cannot read") && depfile.is_err(),
                "{name:?}: {told}"
            );
        } else {
            assert_eq!(code, 0, "{name:?}: {told}");
            let depfile = depfile.unwrap();
            assert_eq!(depfile.lines().count(), 1, "{depfile}");
            assert!(!depfile.replace("$$", "").contains('$'), "{depfile}");
        }
    }
}

#[test]
fn a_name_that_looks_like_an_option_is_a_file() {
    let folder = folder(&[
        ("list", "-rf.md\n--help.md\n"),
        ("-rf.md", GOOD),
        ("--help.md", GOOD),
    ]);
    let (code, out, told) = run(
        folder.path(),
        &["check", "--format", "json", "--files-from", "list"],
    );
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &report["files"]), (0, &Value::from(2)), "{told}");
}
