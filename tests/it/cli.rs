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
        "stats",
        "rules",
        "explain",
        "pack",
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

/// What `check` prints of an article with an error, with these arguments and environment.
fn checked(args: &[&str], environment: &[(&str, &str)]) -> String {
    let mut child = facetdoc(&["check", "-", "--select", "meta"])
        .args(args)
        .envs(environment.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin
        .write_all(b"<!-- facetdoc-role: nonsense -->\n\nWords.\n")
        .unwrap();
    drop(stdin);
    String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
}

#[test]
fn colours_are_for_terminals_unless_they_are_asked_for() {
    let escape = '\u{1b}';
    assert!(!checked(&[], &[]).contains(escape));
    assert!(!checked(&["--color", "never"], &[]).contains(escape));
    assert!(checked(&["--color", "always"], &[]).contains(escape));
    // What is typed for this run wins over what the environment says for all.
    assert!(checked(&["--color", "always"], &[("NO_COLOR", "1")]).contains(escape));
}

#[test]
fn deep_nesting_is_refused_by_name_and_read_where_the_limit_is_raised() {
    let folder = tempfile::tempdir().unwrap();
    let quotes = ">".repeat(20_000);
    let lists: String = (0..500).map(|depth| "  ".repeat(depth) + "- x\n").collect();
    for (name, text) in [("quotes.md", quotes), ("lists.md", lists)] {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        for command in ["check", "outline"] {
            let path = path.to_str().unwrap();
            let refused = facetdoc(&[command, path]).output().unwrap();
            assert_eq!(refused.status.code(), Some(2), "{command} {name}");
            let told = String::from_utf8(refused.stderr).unwrap();
            assert!(told.contains("more than 100 deep in each other; nesting-max"));
            let more = [
                command,
                path,
                "--isolated",
                "--set",
                "limits.nesting-max=20000",
            ];
            let status = facetdoc(&more).output().unwrap().status;
            assert!(matches!(status.code(), Some(0 | 1)), "{command} {name}");
        }
    }
}

#[test]
fn handouts_are_no_articles_unless_they_are_named() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("exports")).unwrap();
    for name in ["knee.md", "exports/knee.txt"] {
        std::fs::write(folder.path().join(name), "Rest the knee.\n").unwrap();
    }
    let names = |args: &[&str]| {
        let output = facetdoc(args).current_dir(folder.path()).output().unwrap();
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let files = json["files"].as_array().unwrap();
        let names = files.iter().map(|file| file["file"].as_str().unwrap());
        names.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(names(&["outline", "--format", "json"]), ["knee.md"]);
    assert_eq!(
        names(&["outline", "--format", "json", "exports"]),
        ["exports/knee.txt"]
    );
}
