//! An article that is there when folders are searched, and gone when it is read.
#![cfg(unix)]

use crate::program::{GOOD, files, folder};
use std::fs;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// Runs a command on a pipe and on a folder, and takes an article out of the folder in between.
///
/// No clock is needed: the pipe can be opened for writing only once the program reads it, and then it has searched the folder;
/// with one worker it reads nothing of the folder before the pipe is closed.
fn run_while_one_vanishes(folder: &TempDir, args: &[&str]) -> Output {
    let pipe = folder.path().join("first.md");
    let made = Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    let child = Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .current_dir(folder.path())
        .args(args)
        .args(["--jobs", "1", "--today", "2026-01-15", "first.md", "in"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut writer = fs::OpenOptions::new().write(true).open(&pipe).unwrap();
    fs::remove_file(folder.path().join("in/b.md")).unwrap();
    std::io::Write::write_all(&mut writer, GOOD.as_bytes()).unwrap();
    drop(writer);
    child.wait_with_output().unwrap()
}

fn site() -> TempDir {
    folder(&[("in/a.md", GOOD), ("in/b.md", GOOD), ("in/c.md", GOOD)])
}

#[test]
fn a_check_tells_the_file_that_vanished_and_checks_the_others() {
    let folder = site();
    let output = run_while_one_vanishes(&folder, &["check", "--format", "json"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert_eq!(
        told, "error: in/b.md: there is no such file or folder\n",
        "{told}"
    );
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["errors"][0]["file"], "in/b.md");
    assert_eq!(report["files"], 4, "the vanished one is counted");
}

#[test]
fn an_export_tells_the_file_that_vanished_and_writes_the_others() {
    let folder = site();
    let output = run_while_one_vanishes(&folder, &["export", "--text"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(
        told.contains("error: in/b.md: there is no such file"),
        "{told}"
    );
    assert_eq!(files(&folder, "exports"), ["a.txt", "c.txt", "first.txt"]);
}
