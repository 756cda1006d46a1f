//! Files that are made from the code are up to date; `FACETDOC_UPDATE=1 cargo test` renews them.

use std::fs;
use std::path::Path;

/// Compares the file at `path` with what it should hold, or writes it when asked to.
fn is_current(path: &str, wanted: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("FACETDOC_UPDATE").is_some() {
        fs::write(&file, wanted).unwrap();
        return;
    }
    let there = fs::read_to_string(&file).unwrap_or_default();
    let there = there.replace("\r\n", "\n");
    if there != wanted {
        let same = there.lines().zip(wanted.lines());
        let same = same.take_while(|(there, wanted)| there == wanted).count();
        panic!(
            "{path} is not up to date from line {} on; FACETDOC_UPDATE=1 cargo test renews it",
            same + 1
        );
    }
}

#[test]
fn the_rule_manual_is_current() {
    is_current(
        "src/rules/README.md",
        &facetdoc::report::manual::all_manuals(),
    );
}

#[test]
fn the_schema_of_the_configuration_is_current() {
    let schema = std::process::Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .args(["config", "--schema"])
        .output()
        .unwrap();
    assert!(schema.status.success());
    is_current(
        "src/config/facetdoc.schema.json",
        &String::from_utf8(schema.stdout).unwrap(),
    );
}
