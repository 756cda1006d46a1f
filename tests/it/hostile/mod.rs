//! Texts, names and settings by somebody who means harm: none of them acts. SECURITY.md says which test shows which promise.

mod characters;
mod names;
mod pages;
mod paths;
mod pictures;
mod settings;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

/// The Rust files below `folder`.
fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

#[test]
fn every_test_that_a_promise_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let promises = fs::read_to_string(root.join("SECURITY.md")).unwrap();
    let mut files = Vec::new();
    sources(&root.join("tests/it"), &mut files);
    let texts: Vec<String> = files
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let mut named = 0;
    for code in promises.split('`').skip(1).step_by(2) {
        let is_test = ["hostile::", "faults::", "pipelines::", "…"]
            .iter()
            .any(|start| code.starts_with(start));
        let name = code
            .rsplit("::")
            .next()
            .unwrap_or(code)
            .trim_start_matches('…');
        // A module stands for all of its tests.
        if is_test && name.contains('_') {
            named += 1;
            let line = format!("fn {name}(");
            assert!(
                texts.iter().any(|text| text.contains(&line)),
                "{code} is in no test"
            );
        }
    }
    assert!(named > 20, "{named} tests are named");
}
