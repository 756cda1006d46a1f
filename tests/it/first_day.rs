//! A team's first day with facetdoc, as the script `tests/first-day` tells it.

use std::path::Path;
use std::process::Command;

#[test]
fn a_team_adopts_facetdoc_on_old_articles_in_a_day() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new("bash")
        .arg(root.join("tests/first-day"))
        .env("FACETDOC", env!("CARGO_BIN_EXE_facetdoc"))
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}\n{wrong}");
    assert!(told.ends_with("first day: done\n"), "{told}\n{wrong}");
}
