//! Paths that lead out of the folder of an article or a project: of pictures, logos, settings, packs, articles and handouts.
#![cfg(unix)]

use crate::program::{BAD, GOOD, folder, run};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use tempfile::TempDir;

/// What must not get out.
const SECRET: &str = "token = hunter2 = secret\n";
const DRAWING: &str =
    r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>"#;

/// A project `site` in a repository, and secrets beside it.
fn site(files: &[(&str, &str)]) -> TempDir {
    let secrets = [
        ("secret.toml", SECRET),
        ("secret.svg", DRAWING),
        ("site/.git/HEAD", "ref: x\n"),
    ];
    let files: Vec<(&str, &str)> = secrets.iter().chain(files).copied().collect();
    folder(&files)
}

/// Runs a command in the project; nothing of a secret may be told.
fn outcome(folder: &TempDir, args: &[&str]) -> (i32, String) {
    let (code, out, told) = run(&folder.path().join("site"), args);
    for shown in [&out, &told] {
        assert!(!shown.contains("hunter2"), "{args:?}: {shown}");
    }
    (code, told)
}

fn outside(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).display().to_string()
}

#[test]
fn a_picture_outside_of_the_folder_is_refused_however_it_is_named() {
    let folder = site(&[]);
    symlink("../secret.svg", folder.path().join("site/link.svg")).unwrap();
    symlink("..", folder.path().join("site/up")).unwrap();
    let absolute = outside(&folder, "secret.svg");
    let by_address = format!("file://{absolute}");
    let ways = [
        "../secret.svg",
        "%2e%2e/secret.svg",
        "..%2fsecret.svg",
        "..\\secret.svg",
        "x/../../secret.svg",
        "link.svg",
        "up/secret.svg",
        &absolute,
        &by_address,
    ];
    fs::create_dir(folder.path().join("site/x")).unwrap();
    for way in ways {
        // Angle brackets, so that a backslash is one.
        let way = way.replace('\\', "\\\\");
        let article = format!("{GOOD}\n## Picture\n\n![An elbow](<{way}>)\n");
        fs::write(folder.path().join("site/a.md"), article).unwrap();
        for format in ["--pdf", "--html"] {
            let (code, told) = outcome(&folder, &["export", "--force", format, "a.md"]);
            assert_eq!(code, 2, "{way}: {told}");
            let is_refused = told.contains("is outside of the article's folder")
                || told.contains("is named by an address of one computer");
            assert!(is_refused, "{way}: {told}");
        }
        assert!(!folder.path().join("site/exports").exists(), "{way}");
    }
}

#[test]
fn a_logo_outside_of_the_configurations_folder_is_refused() {
    let folder = site(&[("site/a.md", GOOD)]);
    symlink("../secret.svg", folder.path().join("site/link.svg")).unwrap();
    let absolute = outside(&folder, "secret.svg");
    for way in ["../secret.svg", "link.svg", &absolute] {
        let settings =
            format!("[clinic]\nname = \"Clinic\"\nlogo = \"{way}\"\nlogo-alt = \"Clinic\"\n");
        fs::write(folder.path().join("site/facetdoc.toml"), settings).unwrap();
        let (code, told) = outcome(&folder, &["export", "--pdf", "a.md"]);
        assert_eq!(code, 2, "{way}: {told}");
        assert!(
            told.contains("is outside of the configuration's folder"),
            "{way}: {told}"
        );
    }
}

#[test]
fn settings_and_packs_outside_of_the_project_are_not_shown() {
    for key in ["extends", "packs"] {
        let folder = site(&[("site/in/a.md", BAD)]);
        symlink("../../secret.toml", folder.path().join("site/in/link.toml")).unwrap();
        let absolute = outside(&folder, "secret.toml");
        for way in ["../../secret.toml", "link.toml", &absolute] {
            let settings = format!("{key} = [\"{way}\"]\n");
            fs::write(folder.path().join("site/in/facetdoc.toml"), settings).unwrap();
            for command in [
                &["check", "in"][..],
                &["export", "in"],
                &["config", "in"],
                &["config", "in/a.md"],
            ] {
                let (code, told) = outcome(&folder, command);
                assert_eq!(code, 2, "{way}: {told}");
                assert!(
                    told.contains("not shown as the file is outside of this project"),
                    "{way}: {told}"
                );
                assert!(!told.contains("token"), "{way}: {told}");
            }
        }
    }
}

#[test]
fn a_configuration_that_is_a_link_to_a_secret_is_not_shown() {
    let folder = site(&[("site/a.md", BAD)]);
    symlink("../secret.toml", folder.path().join("site/facetdoc.toml")).unwrap();
    let (code, told) = outcome(&folder, &["check", "a.md"]);
    assert_eq!(code, 2, "{told}");
    assert!(told.contains("outside of this project"), "{told}");
}

#[test]
fn mistakes_in_files_of_the_project_are_shown_wherever_they_lie_in_it() {
    let folder = site(&[
        ("site/house.toml", "colour = \"red\"\n"),
        ("site/in/facetdoc.toml", "extends = \"../house.toml\"\n"),
        ("site/in/a.md", BAD),
    ]);
    let (code, told) = outcome(&folder, &["check", "in"]);
    assert_eq!(code, 2, "{told}");
    assert!(told.contains("colour = \"red\""), "{told}");
}

#[test]
fn a_walk_follows_no_link_out_of_the_folder() {
    let folder = site(&[
        ("site/in/a.md", GOOD),
        ("private/b.md", BAD),
        ("private/c.md", BAD),
    ]);
    symlink("../../private", folder.path().join("site/in/link")).unwrap();
    symlink("../../private/b.md", folder.path().join("site/in/b.md")).unwrap();
    symlink("/dev/zero", folder.path().join("site/in/zero.md")).unwrap();
    let (code, told) = outcome(&folder, &["check", "--format", "concise", "in"]);
    assert_eq!(code, 0, "{told}");
}

#[test]
fn an_article_without_end_is_refused_at_the_limit() {
    let folder = site(&[]);
    symlink("/dev/zero", folder.path().join("site/zero.md")).unwrap();
    let (code, told) = outcome(&folder, &["check", "--max-bytes", "100000", "zero.md"]);
    assert_eq!(code, 2, "{told}");
    assert!(
        told.contains("larger than 100000 bytes; --max-bytes allows more"),
        "{told}"
    );
}

#[test]
fn an_export_writes_below_its_folder_only() {
    let folder = site(&[("site/in/a.md", GOOD), ("site/own.txt", "mine")]);
    let root = folder.path().join("site");
    let before = entries(&root);
    let (code, told) = outcome(
        &folder,
        &["export", "--text", "--output-dir", "out", "in/../in/../in"],
    );
    assert_eq!(code, 0, "{told}");
    let mut after = entries(&root);
    after.retain(|name| !before.contains(name));
    assert_eq!(after, ["out"]);
    assert_eq!(entries(&root.join("out")), ["a.txt"]);
    // The name that standard input is given is a name of the result, not a way to it.
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .current_dir(&root)
        .args([
            "export",
            "--text",
            "--output-dir",
            "out",
            "--stdin-filename",
            "../../escaped.md",
            "-",
        ])
        .stdin(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), GOOD.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(entries(&root.join("out")), ["a.txt", "escaped.txt"]);
}

fn entries(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = names
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
