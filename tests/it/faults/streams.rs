//! Standard output that is closed or full, in every command and format.

use crate::program::{BAD, GOOD, folder};
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Every way to print something; `bad.md` has errors, `mendable.md` lacks a question mark, `page.html` is a web page.
const COMMANDS: &[&str] = &[
    "check bad.md",
    "check bad.md --format concise",
    "check bad.md --format json",
    "check bad.md --format jsonl",
    "check bad.md --format sarif",
    "check bad.md --format github",
    "check bad.md --format gitlab",
    "check bad.md --format junit",
    "check bad.md --format checkstyle",
    "check bad.md --format rdjsonl",
    "check bad.md --format html",
    "check bad.md --statistics",
    "check --diff mendable.md",
    "check --fix -",
    "export elbow.md --text -o -",
    "export elbow.md --pdf -o -",
    "export elbow.md --json -o -",
    "export elbow.md --html -o -",
    "export elbow.md --jsonld -o -",
    "export elbow.md --lines -o -",
    "import page.html",
    "outline elbow.md",
    "outline elbow.md --format json",
    "stats elbow.md",
    "stats elbow.md --format json",
    "rules",
    "rules --format json",
    "explain urgency-conflict",
    "config elbow.md",
    "config elbow.md --format json",
    "config --schema",
    "completions bash",
    "completions zsh",
    "man",
    "--help",
    "check --help",
    "--version",
];

fn site() -> tempfile::TempDir {
    folder(&[
        ("elbow.md", GOOD),
        ("bad.md", BAD),
        (
            "mendable.md",
            &GOOD.replace("does it last?", "does it last"),
        ),
        (
            "page.html",
            "<html><body><h1>Elbow</h1><p>Rest it.</p></body></html>",
        ),
    ])
}

fn run(folder: &Path, args: &[&str], stdout: impl Into<Stdio>) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .current_dir(folder)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(stdout)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Whoever reads no standard input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(BAD.as_bytes());
    child.wait_with_output().unwrap()
}

fn words(command: &str) -> Vec<&str> {
    command.split(' ').collect()
}

#[test]
fn a_reader_that_has_gone_is_no_failure_in_any_command_and_format() {
    let folder = site();
    for command in COMMANDS {
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let output = run(folder.path(), &words(command), writer);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{command}: {told}");
        assert!(!told.contains("error"), "{command}: {told}");
        assert!(!told.contains("panic"), "{command}: {told}");
    }
}

#[test]
fn reports_in_files_are_whole_though_the_reader_of_standard_output_has_gone() {
    let folder = site();
    let (reader, writer) = io::pipe().unwrap();
    drop(reader);
    let args = "check bad.md --report json=a.json --report sarif=b.sarif";
    assert_eq!(
        run(folder.path(), &words(args), writer).status.code(),
        Some(0)
    );
    for name in ["a.json", "b.sarif"] {
        let text = fs::read_to_string(folder.path().join(name)).unwrap();
        serde_json::from_str::<serde_json::Value>(&text).expect("the report is whole");
    }
}

#[test]
fn an_editor_that_closed_its_ends_leaves_no_server_behind() {
    let folder = site();
    let (reader, writer) = io::pipe().unwrap();
    drop(reader);
    let output = run(folder.path(), &["lsp"], writer);
    let told = String::from_utf8(output.stderr).unwrap();
    // What it was sent is an article, no message, and could not be read.
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(!told.contains("panic"), "{told}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_under_standard_output_is_a_failure_that_says_what_to_do() {
    let folder = site();
    for command in COMMANDS {
        let full = fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap();
        let output = run(folder.path(), &words(command), full);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{command}: {told}");
        let wanted =
            "error: cannot write the result: no space left on the device; make room and run";
        assert!(told.contains(wanted), "{command}: {told}");
    }
}
