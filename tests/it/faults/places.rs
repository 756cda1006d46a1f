//! Places where a file cannot or must not be written, for every command that writes one.
#![cfg(unix)]

use crate::program::{GOOD, folder, run};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use tempfile::TempDir;

/// Commands that write the file `OUT`.
const COMMANDS: &[&str] = &[
    "check elbow.md --report json=OUT",
    "check elbow.md --report html=OUT",
    "check elbow.md --write-baseline OUT",
    "export elbow.md --text -o OUT",
    "export elbow.md --pdf -o OUT",
    "export elbow.md --lines -o OUT",
    "export elbow.md --text --manifest OUT",
    "export elbow.md --text --depfile OUT",
    "import page.html -o OUT",
    "new Elbow --force -o OUT",
];

/// What stands in a file that is written over; every command can read it, as a baseline, too.
const OLD: &str = "{\"schema_version\": \"1.0.0\", \"articles\": {}}\n";

fn site() -> TempDir {
    folder(&[
        ("elbow.md", GOOD),
        (
            "page.html",
            "<html><body><h1>Elbow</h1><p>Rest it.</p></body></html>",
        ),
    ])
}

fn outcome(folder: &Path, command: &str, out: &str) -> (i32, String) {
    let command = command.replace("OUT", out);
    let args: Vec<&str> = command.split(' ').collect();
    let (code, _, told) = run(folder, &args);
    (code, told)
}

/// Hidden files in the folder: nothing half-written may stay.
fn hidden(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with('.')).collect()
}

#[test]
fn a_folder_where_a_file_should_be_is_a_failure_that_leaves_it_alone() {
    for command in COMMANDS {
        let folder = site();
        let place = folder.path().join("out.json");
        fs::create_dir(&place).unwrap();
        let (code, told) = outcome(folder.path(), command, "out.json");
        assert_eq!(code, 2, "{command}: {told}");
        assert!(
            told.contains("it is a folder; name a file"),
            "{command}: {told}"
        );
        assert!(
            place.is_dir() && hidden(folder.path()).is_empty(),
            "{command}"
        );
    }
}

#[test]
fn a_file_where_a_folder_should_be_is_a_failure_that_leaves_it_alone() {
    for command in COMMANDS {
        let folder = site();
        fs::write(folder.path().join("out"), OLD).unwrap();
        let (code, told) = outcome(folder.path(), command, "out/file.json");
        assert_eq!(code, 2, "{command}: {told}");
        assert!(
            told.contains("a part of its path is a file"),
            "{command}: {told}"
        );
        assert_eq!(fs::read_to_string(folder.path().join("out")).unwrap(), OLD);
    }
}

#[test]
fn a_file_marked_as_read_only_is_not_written_over() {
    for command in COMMANDS {
        let folder = site();
        let place = folder.path().join("out.json");
        fs::write(&place, OLD).unwrap();
        fs::set_permissions(&place, fs::Permissions::from_mode(0o444)).unwrap();
        let (code, told) = outcome(folder.path(), command, "out.json");
        assert_eq!(code, 2, "{command}: {told}");
        assert!(
            told.contains("marked as read-only; allow writing"),
            "{command}: {told}"
        );
        assert_eq!(fs::read_to_string(&place).unwrap(), OLD, "{command}");
        assert!(hidden(folder.path()).is_empty(), "{command}");
    }
}

#[test]
fn a_link_that_leads_nowhere_is_not_replaced() {
    for command in COMMANDS {
        let folder = site();
        let place = folder.path().join("out.json");
        symlink("nowhere/out.json", &place).unwrap();
        let (code, told) = outcome(folder.path(), command, "out.json");
        assert_eq!(code, 2, "{command}: {told}");
        assert!(
            told.contains("link to a file that is not there; mend"),
            "{command}: {told}"
        );
        assert!(place.is_symlink(), "{command}");
    }
}

#[test]
fn a_file_that_is_written_over_keeps_its_rights_and_its_links() {
    for command in COMMANDS {
        let folder = site();
        let place = folder.path().join("real.json");
        fs::write(&place, OLD).unwrap();
        fs::set_permissions(&place, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("real.json", folder.path().join("out.json")).unwrap();
        let (code, told) = outcome(folder.path(), command, "out.json");
        assert!(code < 2, "{command}: {told}");
        assert!(folder.path().join("out.json").is_symlink(), "{command}");
        assert_ne!(
            fs::read_to_string(&place).unwrap_or_default(),
            OLD,
            "{command}"
        );
        let mode = fs::metadata(&place).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640, "{command}");
        assert!(hidden(folder.path()).is_empty(), "{command}");
    }
}

#[test]
fn what_a_killed_run_left_behind_is_taken_away_by_the_next() {
    for command in COMMANDS {
        let folder = site();
        let left = folder.path().join(".facetdoc-Ab12Cd34.tmp");
        fs::write(&left, "half").unwrap();
        let (code, told) = outcome(folder.path(), command, "out.json");
        assert!(code < 2, "{command}: {told}");
        assert!(!left.exists(), "{command}");
    }
}

/// An article with a question mark that `--fix` adds.
fn mendable() -> String {
    GOOD.replace("does it last?", "does it last")
}

#[test]
fn a_fix_keeps_rights_and_links_of_the_article_and_leaves_a_protected_one_alone() {
    let folder = folder(&[("real.md", &mendable())]);
    let article = folder.path().join("real.md");
    let mode = || fs::metadata(&article).unwrap().permissions().mode() & 0o777;
    symlink("real.md", folder.path().join("link.md")).unwrap();
    fs::set_permissions(&article, fs::Permissions::from_mode(0o400)).unwrap();
    let (code, _, told) = run(folder.path(), &["check", "--fix", "link.md"]);
    assert_eq!(code, 2, "{told}");
    assert!(
        told.contains("link.md: cannot be written: it is marked as read-only"),
        "{told}"
    );
    assert_eq!(fs::read_to_string(&article).unwrap(), mendable());
    fs::set_permissions(&article, fs::Permissions::from_mode(0o600)).unwrap();
    let (code, _, told) = run(folder.path(), &["check", "--fix", "link.md"]);
    assert_eq!(code, 0, "{told}");
    assert_eq!(fs::read_to_string(&article).unwrap(), GOOD);
    assert!(folder.path().join("link.md").is_symlink());
    assert_eq!(mode(), 0o600);
}

#[test]
fn an_init_in_the_place_of_a_folder_leaves_it_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("facetdoc.toml")).unwrap();
    let (code, _, told) = run(folder.path(), &["init", "--force"]);
    assert_eq!(code, 2, "{told}");
    assert!(
        told.contains("facetdoc.toml: cannot be written: it is a folder"),
        "{told}"
    );
}

#[test]
fn a_link_in_the_output_folder_leads_no_handout_out_of_it() {
    let folder = folder(&[
        ("in/elbow.md", GOOD),
        ("in/sub/knee.md", GOOD),
        ("own", "mine"),
    ]);
    fs::create_dir(folder.path().join("exports")).unwrap();
    symlink("../own", folder.path().join("exports/elbow.txt")).unwrap();
    symlink("..", folder.path().join("exports/sub")).unwrap();
    let (code, _, told) = run(folder.path(), &["export", "--text", "in"]);
    assert_eq!(code, 2, "{told}");
    for name in ["exports/elbow.txt", "exports/sub/knee.txt"] {
        let wanted = format!("error: {name}: cannot be written: a link leads from there out");
        assert!(told.contains(&wanted), "{told}");
    }
    assert_eq!(
        fs::read_to_string(folder.path().join("own")).unwrap(),
        "mine"
    );
    assert!(!folder.path().join("knee.txt").exists());
}

#[test]
fn a_configuration_that_cannot_be_read_stops_the_work_with_its_name() {
    for (why, text) in [
        ("not UTF-8", Some("# \u{ff}")),
        ("not text: a NUL", Some("a\0")),
        ("there is no such file", None),
    ] {
        let folder = site();
        let path = folder.path().join("facetdoc.toml");
        match text {
            // Latin-1, so that ÿ is a byte that UTF-8 never has.
            Some(text) => {
                let bytes = text.chars().map(|ch| u8::try_from(ch).unwrap());
                fs::write(path, bytes.collect::<Vec<u8>>()).unwrap();
            }
            None => symlink("nowhere", path).unwrap(),
        }
        for command in [
            "check elbow.md",
            "export elbow.md --text",
            "config elbow.md",
        ] {
            let (code, told) = outcome(folder.path(), command, "");
            assert_eq!(code, 2, "{command}: {told}");
            assert!(
                told.contains("facetdoc.toml: ") && told.contains(why),
                "{told}"
            );
            assert!(!folder.path().join("exports").exists(), "{command}");
        }
    }
}
