//! `check --lines` and `export --json --lines`: a record a line on standard input, an answer a line.

use crate::program::{BAD, GOOD, folder, run};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use tempfile::TempDir;

const CHECK: &[&str] = &["check", "--lines", "--today", "2026-01-15"];
const EXPORT: &[&str] = &["export", "--json", "--lines", "--today", "2026-01-15"];

fn start(folder: &TempDir, args: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_facetdoc"));
    let command = command.current_dir(folder.path()).args(args);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// What the program gives for `input`.
fn output(folder: &TempDir, args: &[&str], input: &[u8]) -> Output {
    let mut child = start(folder, args);
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    output
}

/// The exit code, the answers, and what was told.
fn answered(folder: &TempDir, args: &[&str], lines: &[String]) -> (i32, Vec<Value>, String) {
    let output = output(folder, args, (lines.join("\n") + "\n").as_bytes());
    let text = String::from_utf8(output.stdout).unwrap();
    let answers = text.lines().map(|line| serde_json::from_str(line).unwrap());
    let told = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), answers.collect(), told)
}

fn record(id: impl Into<Value>, text: &str) -> String {
    json!({ "id": id.into(), "text": text }).to_string()
}

#[test]
fn findings_are_those_of_a_check_of_the_files() {
    let files = [
        ("in/a.md", GOOD),
        ("in/b.md", BAD),
        ("in/c.txt", "Knee\n\nRest it.\n"),
    ];
    let folder = folder(&files);
    let lines: Vec<String> = files
        .iter()
        .map(|(name, text)| record(*name, text))
        .collect();
    let (code, answers, told) = answered(&folder, CHECK, &lines);
    assert_eq!((code, told.as_str()), (1, ""));
    let ids: Vec<&Value> = answers.iter().map(|answer| &answer["id"]).collect();
    assert_eq!(ids, ["in/a.md", "in/b.md", "in/c.txt"]);
    let whole = ["check", "in", "--format", "json", "--today", "2026-01-15"];
    let (_, whole, _) = run(folder.path(), &whole);
    let whole: Value = serde_json::from_str(&whole).unwrap();
    let findings: Vec<&Value> = answers
        .iter()
        .flat_map(|one| one["findings"].as_array().unwrap())
        .collect();
    assert!(findings.len() > 3);
    assert_eq!(json!(findings), whole["findings"]);
    for (severity, count) in whole["summary"].as_object().unwrap() {
        let sum: u64 = answers
            .iter()
            .map(|one| one["summary"][severity].as_u64().unwrap())
            .sum();
        assert_eq!(Some(sum), count.as_u64(), "{severity}");
    }
}

#[test]
fn articles_are_those_of_an_export_of_the_files() {
    let folder = folder(&[("a.md", GOOD), ("b.md", BAD)]);
    let lines = [record("a.md", GOOD), record("b.md", BAD)];
    let (code, answers, _) = answered(&folder, EXPORT, &lines);
    assert_eq!(code, 1);
    let (_, file, _) = run(
        folder.path(),
        &[
            "export",
            "a.md",
            "--json",
            "-o",
            "-",
            "--today",
            "2026-01-15",
        ],
    );
    let file: Value = serde_json::from_str(&file).unwrap();
    assert_eq!(answers[0], json!({ "id": "a.md", "article": file }));
    let error = answers[1]["error"].as_str().unwrap();
    assert!(error.starts_with("not exported because of "), "{error}");
    assert!(
        answers[1]["findings"]
            .as_array()
            .is_some_and(|all| !all.is_empty())
    );
    assert_eq!(answers[1]["article"], Value::Null);
    let forced = [EXPORT, &["--force", "--with-findings"]].concat();
    let (code, answers, _) = answered(&folder, &forced, &lines);
    assert_eq!(code, 0);
    assert_eq!(answers[1]["article"]["draft"], true);
    assert!(answers[1]["article"]["findings"].is_array());
}

#[test]
fn a_bad_record_is_answered_with_its_error_and_ends_nothing() {
    let folder = folder(&[]);
    let lines = [
        record(1, GOOD),
        "no JSON \u{1b}[31m".to_owned(),
        String::new(),
        json!({ "id": "x", "text": 7 }).to_string(),
        json!({ "id": "deep", "text": "> ".repeat(500) + "end" }).to_string(),
        record(2, GOOD),
    ];
    for args in [CHECK, EXPORT] {
        let (code, answers, told) = answered(&folder, args, &lines);
        assert_eq!((code, answers.len()), (2, 6), "{told}");
        let errors: Vec<Option<&str>> = answers.iter().map(|one| one["error"].as_str()).collect();
        assert!(errors[0].is_none() && errors[5].is_none());
        assert!(
            errors[1].unwrap().starts_with("no record (expected"),
            "{errors:?}"
        );
        assert_eq!(answers[1]["record"], "no JSON \u{1b}[31m");
        assert!(
            errors[2].unwrap().starts_with("no record (EOF"),
            "{errors:?}"
        );
        assert_eq!(answers[2]["id"], Value::Null);
        assert_eq!(errors[3], Some("\"text\" is not a string"));
        assert_eq!(answers[3]["id"], "x");
        assert!(errors[4].unwrap().contains("nesting-max"), "{errors:?}");
        assert_eq!(answers[5]["id"], 2);
        assert!(told.contains("error: <stdin>:2: no record"), "{told}");
        assert!(
            told.contains("error: <stdin>:4: \"text\" is not a string"),
            "{told}"
        );
    }
    let never = [CHECK, &["--fail-on", "never"]].concat();
    assert_eq!(answered(&folder, &never, &lines).0, 0);
}

#[test]
fn answers_hold_no_byte_that_a_terminal_obeys() {
    let folder = folder(&[]);
    let text = format!("# \u{1b}[2J ##[error]x \u{202e}\n\n{BAD}");
    for args in [CHECK, &[EXPORT, &["--force", "--with-findings"]].concat()] {
        let output = output(
            &folder,
            args,
            (record("\u{1b}]0;id\u{7}", &text) + "\n").as_bytes(),
        );
        let bytes = String::from_utf8(output.stdout).unwrap();
        assert!(!bytes.trim_end().contains(char::is_control), "{bytes:?}");
        let answer: Value = serde_json::from_str(&bytes).unwrap();
        assert_eq!(answer["id"], "\u{1b}]0;id\u{7}");
    }
}

#[test]
fn an_answer_comes_before_the_next_record_is_sent() {
    let folder = folder(&[]);
    let mut child = start(&folder, CHECK);
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    for number in 0..5 {
        writeln!(stdin, "{}", record(number, GOOD)).unwrap();
        let mut line = String::new();
        answers.read_line(&mut line).unwrap();
        let answer: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(answer["id"], number);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn many_records_are_answered_in_order_whoever_is_first() {
    let folder = folder(&[]);
    let lines: Vec<String> = (0..1500)
        .map(|number| record(number, if number % 7 == 0 { GOOD } else { "# Knee\n" }))
        .collect();
    let args = [CHECK, &["--jobs", "3", "--select", "disclaimer-missing"]].concat();
    let (_, answers, _) = answered(&folder, &args, &lines);
    let ids: Vec<u64> = answers
        .iter()
        .filter_map(|one| one["id"].as_u64())
        .collect();
    assert_eq!(ids, (0..1500).collect::<Vec<u64>>());
}

#[test]
fn a_text_over_the_limit_is_refused_however_it_is_escaped() {
    let folder = folder(&[]);
    let escaped = format!(r#"{{"id":"e","text":"{}"}}"#, "\\u0041".repeat(2000));
    let lines = [
        record("a", &"A".repeat(2001)),
        escaped,
        record("b", &"A".repeat(200_000)),
    ];
    let args = [CHECK, &["--max-bytes", "2000"]].concat();
    let (code, answers, _) = answered(&folder, &args, &lines);
    assert_eq!((code, answers.len()), (2, 3));
    let error = |index: usize| answers[index]["error"].as_str();
    assert_eq!(
        error(0),
        Some("larger than 2000 bytes; --max-bytes allows more")
    );
    assert_eq!(error(1), None);
    assert_eq!(
        (answers[2]["id"].clone(), error(2)),
        (Value::Null, error(0))
    );
}

#[test]
fn overrides_hold_for_the_record_with_the_path_as_id() {
    let config = "[[overrides]]\nfiles = \"es/**\"\nrules.disclaimer-missing = \"off\"\n";
    let folder = folder(&[("facetdoc.toml", config), ("es/a.md", BAD)]);
    let lines = [
        record("es/a.md", BAD),
        record("a.md", BAD),
        record("../es/a.md", BAD),
    ];
    let (_, answers, told) = answered(&folder, CHECK, &lines);
    assert_eq!(told, "");
    let misses = |answer: &Value| {
        answer["findings"]
            .to_string()
            .contains("\"disclaimer-missing\"")
    };
    assert_eq!(
        answers.iter().map(misses).collect::<Vec<_>>(),
        [false, true, true]
    );
}

#[test]
fn what_has_no_place_beside_records_is_refused() {
    let folder = folder(&[("a.md", GOOD), ("bad.toml", "region = 7")]);
    let cases: [(&[&str], &str); 9] = [
        (&["check", "--lines", "a.md"], "cannot be used with"),
        (
            &["check", "--lines", "--format", "json"],
            "cannot be used with",
        ),
        (&["check", "--lines", "--fix"], "cannot be used with"),
        (&["export", "--lines", "--pdf"], "leave out --pdf"),
        (&["export", "--lines", "--all"], "leave out --all"),
        (
            &["export", "--lines", "--output-dir", "out"],
            "cannot be used with",
        ),
        (
            &["export", "--lines", "--manifest", "m"],
            "on standard output there is none",
        ),
        (
            &["export", "--lines", "--large-print"],
            "--large-print is about the PDF",
        ),
        (&["check", "--lines", "--config", "bad.toml"], "bad.toml"),
    ];
    for (args, told) in cases {
        let output = output(&folder, args, b"");
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?} {said}");
        assert!(said.contains(told), "{args:?} {said}");
    }
}

#[test]
fn no_record_is_told_and_no_failure() {
    // An engine starts the program for a part of its data that may be empty.
    let (code, answers, told) = answered(&folder(&[]), CHECK, &[]);
    assert_eq!(
        (code, answers.len()),
        (2, 1),
        "an empty line is a bad record: {told}"
    );
    let output = output(&folder(&[]), CHECK, b"");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
    assert_eq!(output.stderr, b"there was no record to answer\n");
}

#[test]
fn a_reader_who_stops_early_ends_the_run_in_peace() {
    let folder = folder(&[]);
    let mut child = start(&folder, CHECK);
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = child.stdout.take().unwrap();
    writeln!(stdin, "{}", record(1, GOOD)).unwrap();
    answers.read_exact(&mut [0; 8]).unwrap();
    drop(answers);
    // Standard input stays open: the run must not wait for it.
    let _ = writeln!(stdin, "{}", record(2, GOOD));
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
