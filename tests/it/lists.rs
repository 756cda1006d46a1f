//! `--files-from`, `--watch` where it refuses, and the manual pages.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn facetdoc(folder: &Path, args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // A command that refuses does not read it.
    let _ = stdin.write_all(input);
    drop(stdin);
    child.wait_with_output().unwrap()
}

fn articles() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.md", "b c.md", "d.md"] {
        fs::write(folder.path().join(name), "# Knee\n\nRest the knee.\n").unwrap();
    }
    folder
}

/// The files that `outline` reads.
fn read(folder: &Path, args: &[&str], input: &[u8]) -> Vec<String> {
    let args = [&["outline", "--format", "json"], args].concat();
    let output = facetdoc(folder, &args, input);
    assert_eq!(output.status.code(), Some(0), "{args:?}");
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let files = json["files"].as_array().unwrap();
    let names = files.iter().map(|file| file["file"].as_str().unwrap());
    names.map(str::to_owned).collect()
}

#[test]
fn a_list_names_articles_line_by_line_or_parted_by_nul() {
    let folder = articles();
    let here = folder.path();
    let from = &["--files-from", "-"];
    assert_eq!(read(here, from, b"d.md\r\nb c.md\n"), ["d.md", "b c.md"]);
    assert_eq!(read(here, from, b"b c.md\0a.md\0"), ["b c.md", "a.md"]);
    fs::write(here.join("list"), "a.md\nd.md\n").unwrap();
    assert_eq!(read(here, &["--files-from", "list"], b""), ["a.md", "d.md"]);
    // With paths it is the union, each article once.
    let both = &["d.md", "--files-from", "list"];
    assert_eq!(read(here, both, b""), ["d.md", "a.md"]);
    let output = facetdoc(here, &["check", "--files-from", "list"], b"");
    assert_eq!(output.status.code(), Some(1));
    let output = facetdoc(here, &["stats", "--files-from", "list"], b"");
    assert_eq!(output.status.code(), Some(0));
    let export = ["export", "--force", "--text", "--files-from", "list"];
    assert_eq!(facetdoc(here, &export, b"").status.code(), Some(0));
    assert!(here.join("exports/d.txt").exists() && !here.join("exports/b c.txt").exists());
}

#[test]
fn a_list_that_cannot_be_read_whole_is_a_failure() {
    let folder = articles();
    let here = folder.path();
    for (args, input, wanted) in [
        (
            &["--files-from", "-"][..],
            "a.md\nno.md\n",
            "no.md: there is no such file",
        ),
        (&["--files-from", "-"], "-\n", "./-: there is no such file"),
        (
            &["--files-from", "-"],
            "",
            "--files-from -: this list names no file",
        ),
        (
            &["--files-from", "no"],
            "",
            "--files-from no: there is no such file",
        ),
        (&["-", "--files-from", "-"], "a.md", "not both"),
    ] {
        for command in ["check", "outline", "stats"] {
            let output = facetdoc(here, &[&[command], args].concat(), input.as_bytes());
            assert_eq!(output.status.code(), Some(2), "{command} {args:?}");
            let told = String::from_utf8(output.stderr).unwrap();
            let wanted = wanted.trim_start_matches("./");
            assert!(told.contains(wanted), "{command} {args:?}: {told}");
        }
    }
}

#[test]
fn what_is_read_once_cannot_be_watched() {
    let folder = articles();
    for args in [
        &["check", "--watch", "-"][..],
        &["export", "--watch", "--files-from", "-"],
    ] {
        let output = facetdoc(folder.path(), args, b"a.md");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("standard input is read once"), "{told}");
    }
}

#[test]
fn every_command_has_a_page_that_says_what_the_help_says() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let output = facetdoc(here, &["man", "--output-dir", "man1"], b"");
    assert_eq!(output.status.code(), Some(0));
    let help = facetdoc(here, &["--help"], b"");
    let help = String::from_utf8(help.stdout).unwrap();
    let commands = help.split("Commands:\n").nth(1).unwrap();
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let names = commands.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names: Vec<&str> = names
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(
        names.contains(&"lsp") && names.contains(&"check"),
        "{names:?}"
    );
    for name in names.iter().filter(|name| **name != "help") {
        let page = fs::read_to_string(here.join(format!("man1/facetdoc-{name}.1"))).unwrap();
        assert!(page.contains(&format!(".TH facetdoc-{name} 1")), "{name}");
        let printed = facetdoc(here, &["man", name], b"");
        assert_eq!(String::from_utf8(printed.stdout).unwrap(), page);
        // Every option of the help is on the page.
        let help = facetdoc(here, &[name, "--help"], b"");
        let help = String::from_utf8(help.stdout).unwrap();
        let options = help
            .split_whitespace()
            .filter(|word| word.starts_with("--"));
        let page = page.replace("\\-", "-");
        for option in options {
            let option: String = option
                .chars()
                .take_while(|c| c.is_ascii_lowercase() || *c == '-')
                .collect();
            assert!(page.contains(&option), "{name}: {option}");
        }
    }
    assert!(here.join("man1/facetdoc.1").exists());
    assert!(here.join("man1/facetdoc-pack-check.1").exists());
    let printed = facetdoc(here, &["man", "pack", "check"], b"");
    assert_eq!(printed.status.code(), Some(0));
    let unknown = facetdoc(here, &["man", "chek"], b"");
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn the_names_of_rules_complete_where_one_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let output = facetdoc(folder.path(), &["completions", shell], b"");
        let script = String::from_utf8(output.stdout).unwrap();
        let times = script.matches("urgency-conflict").count();
        // PowerShell completes no values of options, only what follows explain.
        let least = if shell == "powershell" { 1 } else { 3 };
        assert!(times >= least, "{shell}: {times}");
    }
}
