//! The command line as scripts see it: exit codes, both streams, and what is read; the cases are in `tests/cmd`.

use std::io::Write;
use std::process::{Command, Stdio};

fn facetdoc(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_facetdoc"));
    command.args(args);
    command
}

#[test]
fn commands_do_what_their_cases_say() {
    trycmd::TestCases::new().case("tests/cmd/*.toml");
}

#[test]
fn a_closed_pipe_is_success() {
    let mut child = facetdoc(&["check", "-", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The reader goes away before anything is written.
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    stdin
        .write_all(b"<!-- facetdoc-role: nonsense -->\n\nWords.\n")
        .unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn completions_and_the_man_page_name_every_command() {
    let commands = [
        "check",
        "export",
        "outline",
        "rules",
        "explain",
        "completions",
        "man",
    ];
    for args in [
        ["completions", "bash"].as_slice(),
        &["completions", "zsh"],
        &["completions", "fish"],
        &["completions", "powershell"],
        &["completions", "elvish"],
        &["man"],
    ] {
        let output = facetdoc(args).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        let text = String::from_utf8(output.stdout).unwrap().to_lowercase();
        for command in commands {
            assert!(text.contains(command), "{args:?} lacks {command}");
        }
    }
}
