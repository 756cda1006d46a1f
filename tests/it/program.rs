//! The program as a script runs it: in a folder of its own, with what it says.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// An article without errors.
pub const GOOD: &str = "\
---
reviewed: 2026-01-10
---

# Tennis elbow

Tennis elbow is pain at the outside of the elbow. It comes from repeated movements of the wrist and the hand.

## When to get help

Call 911 or go to the emergency room now if:

- the arm is bent out of shape after a fall
- the hand is cold, pale or numb

## Questions

### How long does it last?

Most people get better within six to twelve months.

## Disclaimer

This article gives general information. It does not replace the advice of your own doctor, and it does not make you a
patient of ours. Ask your doctor before you change a treatment. Do not put off getting help because of what you read
here. In an emergency, call 911.
";

/// An article with errors.
pub const BAD: &str = "# Tennis elbow\n\nRest the arm.\n";

/// A folder that holds these files.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Exports in the folder.
pub fn export(folder: &TempDir, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .current_dir(folder.path())
        .args(["export", "--today", "2026-01-15"])
        .args(args)
        .output()
        .unwrap()
}

/// What was said on standard error.
pub fn notes(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Runs the program in `folder`; gives its exit code and both streams.
pub fn run(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_facetdoc"));
    let Output {
        status,
        stdout,
        stderr,
    } = command.current_dir(folder).args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stdout), text(stderr))
}

/// Every file below `folder/name`, with `/` between folders, in order.
pub fn files(folder: &TempDir, name: &str) -> Vec<String> {
    fn collect(root: &Path, at: &Path, into: &mut Vec<String>) {
        for entry in fs::read_dir(at).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(root, &path, into);
            } else {
                let path = path.strip_prefix(root).unwrap();
                into.push(path.to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    let root = folder.path().join(name);
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    found.sort();
    found
}
