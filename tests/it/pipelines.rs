//! The hook, the GitHub Action and the workflows: they parse, what they call is there, and the action's step runs.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn yaml(path: &str) -> Value {
    let text = fs::read_to_string(root().join(path)).unwrap();
    serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every text under a key called `key`.
fn texts<'a>(value: &'a Value, key: &str, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(map) => {
            found.extend(map.get(key).and_then(Value::as_str));
            map.values().for_each(|value| texts(value, key, found));
        }
        Value::Array(list) => list.iter().for_each(|value| texts(value, key, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

const PIPELINES: &[&str] = &[
    "action.yml",
    ".github/workflows/ci.yml",
    ".github/workflows/release.yml",
];

#[test]
fn every_script_that_a_pipeline_runs_is_there_and_no_input_is_read_as_a_command() {
    for path in PIPELINES {
        let file = yaml(path);
        let mut commands = Vec::new();
        texts(&file, "run", &mut commands);
        assert!(!commands.is_empty(), "{path}");
        for command in commands {
            // Only what the workflow itself lists may stand in a script; the rest comes in variables.
            for (at, _) in command.match_indices("${{") {
                let rest = &command[at..];
                assert!(rest.starts_with("${{ matrix."), "{path}: {command}");
            }
            for word in command.split_whitespace() {
                let word = word
                    .trim_matches('"')
                    .trim_start_matches("$GITHUB_ACTION_PATH/");
                if word.starts_with(".ci/") {
                    assert!(root().join(word).is_file(), "{path}: {word}");
                }
            }
        }
    }
}

#[test]
fn other_peoples_actions_are_pinned_and_rights_are_few() {
    for path in &PIPELINES[1..] {
        let file = yaml(path);
        let mut used = Vec::new();
        texts(&file, "uses", &mut used);
        assert!(!used.is_empty(), "{path}");
        for action in used {
            let (_, commit) = action.split_once('@').unwrap();
            let is_commit = commit.len() == 40 && commit.chars().all(|ch| ch.is_ascii_hexdigit());
            assert!(is_commit, "{path}: {action}");
        }
        assert_eq!(
            file["permissions"],
            serde_json::json!({ "contents": "read" })
        );
    }
    let release = yaml(".github/workflows/release.yml");
    let targets = &release["jobs"]["build"]["strategy"]["matrix"]["include"];
    let targets = targets.to_string();
    for system in ["linux", "apple", "windows"] {
        assert!(targets.contains(system), "{system}");
    }
}

#[test]
fn the_hooks_call_a_command_that_is_there_on_files_that_are_read() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    for hook in hooks.as_array().unwrap() {
        let entry = hook["entry"].as_str().unwrap();
        let mut words = entry.split_whitespace();
        assert_eq!(words.next(), Some("facetdoc"));
        let help = facetdoc(
            root(),
            &[&words.collect::<Vec<_>>()[..], &["--help"]].concat(),
        );
        assert!(help.status.success(), "{entry}");
        let files = regex::Regex::new(hook["files"].as_str().unwrap()).unwrap();
        for (name, wanted) in [("a/b.md", true), ("b.txt", true), ("c.rst", false)] {
            assert_eq!(files.is_match(name), wanted, "{name}");
        }
    }
}

/// The block of code in the README that is about an editor.
fn setup<'a>(readme: &'a str, editor: &str) -> &'a str {
    let mark = format!("<!-- editor {editor} -->\n```");
    let block = readme.split(&mark).nth(1).unwrap();
    let (_, block) = block.split_once('\n').unwrap();
    block.split("```").next().unwrap()
}

#[test]
fn what_the_readme_has_editors_start_is_the_server() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let code: Value = serde_json::from_str(setup(&readme, "vscode")).unwrap();
    assert_eq!(code["glspc.server.command"], "facetdoc");
    assert_eq!(
        code["glspc.server.commandArguments"],
        serde_json::json!(["lsp"])
    );
    let helix: toml::Table = toml::from_str(setup(&readme, "helix")).unwrap();
    let server = &helix["language-server"]["facetdoc"];
    assert_eq!(server["command"].as_str(), Some("facetdoc"));
    assert_eq!(server["args"][0].as_str(), Some("lsp"));
    let manifest = fs::read_to_string(root().join("src/lsp/zed/extension.toml")).unwrap();
    let manifest: toml::Table = toml::from_str(&manifest).unwrap();
    assert!(manifest["language_servers"]["facetdoc"]["languages"].is_array());
    assert!(facetdoc(root(), &["lsp", "--help"]).status.success());
}

fn facetdoc(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_facetdoc"));
    command.current_dir(folder).args(args).output().unwrap()
}

/// Runs the step of the action in `folder`.
#[cfg(unix)]
fn step(folder: &Path, environment: &[(&str, &str)]) -> Output {
    Command::new("bash")
        .arg(root().join(".ci/check-articles"))
        .current_dir(folder)
        .envs(environment.iter().copied())
        .output()
        .unwrap()
}

/// A stand-in for facetdoc that prints its arguments, one a line.
#[cfg(unix)]
fn printer(folder: &Path) -> PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.join("printer");
    fs::write(&path, "#!/usr/bin/env bash\nprintf '%s\\n' \"$@\"\n").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

#[cfg(unix)]
#[test]
fn the_step_of_the_action_hands_on_what_it_is_told_word_for_word() {
    let folder = tempfile::tempdir().unwrap();
    let printer = printer(folder.path());
    let output = step(
        folder.path(),
        &[
            ("FACETDOC_BINARY", printer.to_str().unwrap()),
            ("FACETDOC_FAIL_ON", "warning"),
            ("FACETDOC_CONFIG", "our team.toml"),
            ("FACETDOC_ARGUMENTS", "--ignore\r\nfaq\n"),
            ("FACETDOC_PATHS", "my articles\n$(touch hacked)\n\n-x.md"),
        ],
    );
    let result = String::from_utf8(output.stdout).unwrap();
    let wanted = [
        "check",
        "--format",
        "github",
        "--fail-on",
        "warning",
        "--config",
        "our team.toml",
        "--ignore",
        "faq",
        "--",
        "my articles",
        "$(touch hacked)",
        "-x.md",
    ];
    assert_eq!(result.lines().collect::<Vec<_>>(), wanted);
    assert!(!folder.path().join("hacked").exists());
}

#[cfg(unix)]
#[test]
#[expect(clippy::print_stdout, reason = "a skipped test says so")]
fn the_step_of_the_action_annotates_and_fails_with_findings() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.md"), "# Knee\n\nRest the knee.\n").unwrap();
    let help = facetdoc(folder.path(), &["check", "--help"]).stdout;
    if !String::from_utf8(help).unwrap().contains("- github") {
        println!("skipped: this facetdoc has no --format github");
        return;
    }
    let binary = env!("CARGO_BIN_EXE_facetdoc");
    let output = step(folder.path(), &[("FACETDOC_BINARY", binary)]);
    assert_eq!(output.status.code(), Some(1));
    let result = String::from_utf8(output.stdout).unwrap();
    assert!(result.contains("::error file=a.md,line=1"), "{result}");
}
