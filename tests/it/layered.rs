//! A configuration of several files: what extends what, what holds for some files, what flags set, and where it all comes from.

use crate::program::{folder, run};
use std::fs;
use std::path::Path;
use std::process::Command;

/// A setting of an article with the words that say where it comes from.
fn setting(folder: &Path, args: &[&str], key: &str) -> (serde_json::Value, String) {
    let all = [&["config", "--format", "json"], args].concat();
    let (code, out, told) = run(folder, &all);
    assert_eq!(code, 0, "{told}");
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    let settings = report["settings"].as_array().unwrap();
    let found = settings.iter().find(|setting| setting["key"] == key);
    let found = found.unwrap_or_else(|| panic!("{key} in {out}"));
    let text = found["source"]["text"].as_str().unwrap();
    (found["value"].clone(), text.to_owned())
}

const BASE: &str = "region = \"GB\"\nignore = [\"faq\", \"evidence\"]\n[limits]\nsentence-words = 30\nanswer-words-max = 90\n";
const TEAM: &str = "extends = \"../base.toml\"\nignore = [\"currency\"]\n[rules]\nfaq = \"info\"\n[limits]\nsentence-words = 20\n\n[[overrides]]\nfiles = [\"procedures/**\"]\nkind = \"procedure\"\nlimits.sentence-words = 15\n\n[[overrides]]\nfiles = \"*.txt\"\nlang = \"es\"\n";

fn team() -> tempfile::TempDir {
    folder(&[
        ("base.toml", BASE),
        ("team/facetdoc.toml", TEAM),
        ("team/a.md", "# A\n"),
        ("team/procedures/b.md", "# B\n"),
        ("team/procedures/c.txt", "C\n"),
        ("team/d.md", "---\nkind: medicine\nregion: IE\n---\n# D\n"),
    ])
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn what_is_nearer_to_the_article_is_stronger_and_each_setting_tells_its_place() {
    let folder = team();
    let at = |args: &[&str], key: &str| setting(folder.path(), args, key);
    let cases: &[(&[&str], &str, serde_json::Value, &str)] = &[
        (&["team/a.md"], "kind", "article".into(), "default"),
        (&["team/a.md"], "region", "GB".into(), "base.toml:1"),
        (&["team/a.md"], "profile", "nhs".into(), "by the region GB"),
        (
            &["team/a.md"],
            "standards.list-items-max",
            6.into(),
            "profile nhs",
        ),
        (
            &["team/a.md"],
            "limits.sentence-words",
            20.into(),
            "team/facetdoc.toml:6",
        ),
        (
            &["team/a.md"],
            "limits.answer-words-max",
            90.into(),
            "base.toml:5",
        ),
        (
            &["team/a.md"],
            "limits.title-characters-max",
            65.into(),
            "default",
        ),
        (
            &["team/a.md"],
            "rules.faq",
            "info".into(),
            "team/facetdoc.toml:4",
        ),
        (
            &["team/a.md"],
            "ignore",
            serde_json::json!(["evidence", "currency"]),
            "base.toml:2, team/facetdoc.toml:2",
        ),
        (
            &["team/procedures/b.md"],
            "kind",
            "procedure".into(),
            "team/facetdoc.toml:10",
        ),
        (
            &["team/procedures/b.md"],
            "limits.sentence-words",
            15.into(),
            "team/facetdoc.toml:11",
        ),
        (&["team/procedures/b.md"], "lang", "en".into(), "default"),
        (
            &["team/procedures/c.txt"],
            "lang",
            "es".into(),
            "team/facetdoc.toml:15",
        ),
        (
            &["team/d.md"],
            "kind",
            "medicine".into(),
            "team/d.md:2 (front matter)",
        ),
        (
            &["team/d.md"],
            "region",
            "IE".into(),
            "team/d.md:3 (front matter)",
        ),
        (
            &["team"],
            "limits.sentence-words",
            20.into(),
            "team/facetdoc.toml:6",
        ),
        (
            &["team/a.md", "--isolated"],
            "region",
            "US".into(),
            "default",
        ),
        (
            &["team/procedures/b.md", "--set", "limits.sentence-words=40"],
            "limits.sentence-words",
            40.into(),
            "--set",
        ),
        (
            &["team/a.md", "--set", "profile=us"],
            "profile",
            "us".into(),
            "--set",
        ),
    ];
    for (args, key, value, place) in cases {
        let (found, told) = at(args, key);
        assert_eq!((&found, told.as_str()), (value, *place), "{args:?} {key}");
    }
    let (code, text, _) = run(folder.path(), &["config", "team/procedures/b.md"]);
    assert_eq!(code, 0);
    for part in [
        "from team/facetdoc.toml, which extends base.toml",
        "override team/facetdoc.toml:9 (procedures/**) applies",
        "override team/facetdoc.toml:14 (*.txt) does not apply",
        "required parts: procedure, preparation, aftercare, risks, red-flags",
        "limits have their default; --all shows them",
    ] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
}

#[test]
fn a_check_obeys_overrides_and_standard_input_takes_those_of_its_name() {
    let folder = team();
    let missing = |args: &[&str]| {
        let all = [&["check", "--format", "json", "--fail-on", "never"], args].concat();
        let (code, out, told) = run(folder.path(), &all);
        assert_eq!(code, 0, "{told}");
        out.contains("preparation")
    };
    assert!(missing(&["team/procedures/b.md"]));
    assert!(!missing(&["team/a.md"]));
    let stdin = |name: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_facetdoc"));
        let args = ["check", "-", "--format", "json", "--stdin-filename", name];
        let input = fs::File::open(folder.path().join("team/a.md")).unwrap();
        let output = command
            .current_dir(folder.path())
            .args(args)
            .stdin(input)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(stdin("team/procedures/new.md").contains("preparation"));
    assert!(!stdin("team/new.md").contains("preparation"));
}

#[test]
fn paths_in_a_file_that_is_extended_are_its_own() {
    let folder = folder(&[
        ("shared/base.toml", "extends = [\"deep/root.toml\"]\n"),
        ("shared/deep/root.toml", "packs = [\"packs/none.toml\"]\n"),
        (
            "team/facetdoc.toml",
            "\nextends = [\"../shared/base.toml\"]\n",
        ),
        ("team/a.md", "# A\n"),
    ]);
    let (code, _, told) = run(folder.path(), &["check", "team/a.md"]);
    assert_eq!(code, 2);
    for part in [
        "shared/deep/packs/none.toml",
        "--> shared/deep/root.toml:1:10",
    ] {
        assert!(told.contains(part), "{part} in\n{told}");
    }
}

#[test]
fn what_cannot_be_extended_is_told_at_the_entry() {
    let ring = |next: &str| format!("extends = [\"{next}\"]\n");
    let mut files = vec![
        ("ring/facetdoc.toml".to_owned(), ring("b.toml")),
        ("ring/b.toml".to_owned(), ring("facetdoc.toml")),
        (
            "web/facetdoc.toml".to_owned(),
            ring("https://example.org/base.toml"),
        ),
        ("none/facetdoc.toml".to_owned(), ring("nowhere.toml")),
        ("type/facetdoc.toml".to_owned(), "extends = 3\n".to_owned()),
        ("bad/facetdoc.toml".to_owned(), ring("b.toml")),
        (
            "bad/b.toml".to_owned(),
            "[rules]\nfaqs = \"off\"\n".to_owned(),
        ),
        ("flag/a.md".to_owned(), String::new()),
    ];
    for depth in 0..=11 {
        let name = if depth == 0 {
            "facetdoc".to_owned()
        } else {
            format!("f{depth}")
        };
        files.push((
            format!("deep/{name}.toml"),
            ring(&format!("f{}.toml", depth + 1)),
        ));
    }
    files.push(("deep/f12.toml".to_owned(), String::new()));
    for name in ["ring", "web", "none", "type", "bad", "deep"] {
        files.push((format!("{name}/a.md"), "# A\n".to_owned()));
    }
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let folder = folder(&files);
    let cases: &[(&[&str], &[&str])] = &[
        (
            &["ring/a.md"],
            &[
                "extends itself: ring/facetdoc.toml, ring/b.toml, ring/facetdoc.toml",
                "--> ring/b.toml:1:12",
            ],
        ),
        (
            &["web/a.md"],
            &[
                "is no file on this computer",
                "--> web/facetdoc.toml:1:12",
                "^^^",
            ],
        ),
        (
            &["none/a.md"],
            &["nowhere.toml: ", "--> none/facetdoc.toml:1:12"],
        ),
        (
            &["type/a.md"],
            &["extends is a number", "--> type/facetdoc.toml:1:11"],
        ),
        (
            &["bad/a.md"],
            &[
                "there is no rule or family called faqs",
                "--> bad/b.toml:2:1",
                "did you mean faq?",
            ],
        ),
        (
            &["deep/a.md"],
            &[
                "more than 10 files extend one another",
                "--> deep/f10.toml:1:12",
            ],
        ),
        (
            &["flag/a.md", "--set", "rules.faqs=off"],
            &["--> --set:1:7", "did you mean faq?"],
        ),
        (&["flag/a.md", "--set", "profile"], &["KEY=VALUE"]),
        (
            &["flag/a.md", "--set", "extends=a.toml"],
            &["extends belongs in a file"],
        ),
    ];
    for (args, parts) in cases {
        let (code, out, told) = run(folder.path(), &[&["check"], *args].concat());
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
        // Lines are folded at the width of the terminal.
        let told = told
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .replace(" = ", " ");
        for part in *parts {
            assert!(told.contains(part), "{part} in\n{told}");
        }
    }
}

#[test]
fn an_outline_reads_the_headings_of_the_team() {
    let folder = folder(&[
        (
            "facetdoc.toml",
            "[headings]\nred-flags = [\"listen to your back\"]\n",
        ),
        (
            "a.md",
            "# A\n\n## Listen to your back\n\nCall your doctor if it hurts.\n",
        ),
    ]);
    let has = |args: &[&str]| {
        let all = [&["outline", "--format", "json", "a.md"], args].concat();
        let (code, out, told) = run(folder.path(), &all);
        assert_eq!(code, 0, "{told}");
        let outline: serde_json::Value = serde_json::from_str(&out).unwrap();
        let mut roles = outline["files"][0]["roles"].as_array().unwrap().iter();
        roles.any(|role| role["role"] == "red-flags" && role["line"] == 3)
    };
    assert!(has(&[]));
    assert!(!has(&["--isolated"]));
}

#[test]
fn the_manual_names_the_lists_that_are_joined() {
    let manual =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/config/README.md"))
            .unwrap();
    let row = manual
        .lines()
        .find(|line| line.starts_with("| the lists"))
        .unwrap();
    let named: Vec<&str> = row.split('`').skip(1).step_by(2).collect();
    assert_eq!(named, facetdoc::config::file::ADDING);
}
