//! What a team met on its first days with facetdoc, each named after what went wrong.

use crate::program::{BAD, GOOD, folder, run};
use std::io::Write;
use std::process::{Command, Stdio};

/// An article with one matter of style and nothing else, where only these rules are asked.
const INFO_ONLY: [&str; 3] = ["check", "--select", "language-partly-checked"];
const SPANISH: &str = "---\nlang: es\n---\n\n# Rodilla\n\nDescanse la rodilla.\n";

#[test]
fn what_fails_is_shown_in_every_report() {
    let folder = folder(&[("a.md", SPANISH)]);
    for format in [
        "text",
        "concise",
        "github",
        "junit",
        "gitlab",
        "sarif",
        "checkstyle",
        "rdjsonl",
        "html",
    ] {
        let args = [
            &INFO_ONLY[..],
            &["--fail-on", "info", "--format", format, "a.md"],
        ]
        .concat();
        let (code, out, told) = run(folder.path(), &args);
        assert_eq!(code, 1, "{format}: {told}");
        assert!(out.contains("language-partly-checked"), "{format}: {out}");
    }
    let args = [&INFO_ONLY[..], &["--fail-on", "info", "-q", "a.md"]].concat();
    assert!(
        run(folder.path(), &args)
            .1
            .contains("info[language-partly-checked]")
    );
}

#[test]
fn too_many_warnings_are_failures_of_a_test_report() {
    let folder = folder(&[("a.md", "# Knee\n\nRest the knee.\n")]);
    let args = [
        "check",
        "--select",
        "language-undeclared",
        "--max-warnings",
        "0",
        "--format",
        "junit",
        "a.md",
    ];
    let (code, out, told) = run(folder.path(), &args);
    assert_eq!(code, 1);
    assert!(out.contains("failures=\"1\""), "{out}");
    assert!(
        told.contains("1 warning is more than --max-warnings 0 allows"),
        "{told}"
    );
}

#[test]
fn an_edit_that_is_not_made_is_not_promised() {
    let text = "---\ntitle: Sore back\nlang: en\nregion: US\nreviewed: 2026-10-01\n---\n\n# Sore back\n\nThis is about a sore back. Take 1 mg of the medicine once a day.\n\n## Frequently asked questions\n\n### What is it?\n\nIt is a sore back that most people get once in their life. Take 5 mg twice a day.\n\n## Medical Disclaimer\n\nThis page is for general information only.\n";
    let folder = folder(&[("a.md", text), ("b.md", BAD)]);
    for name in ["a.md", "b.md"] {
        let check = ["check", "--today", "2026-10-02", "--fail-on", "never"];
        let (_, out, _) = run(folder.path(), &[&check[..], &[name]].concat());
        let (_, _, told) = run(
            folder.path(),
            &[&check[..], &["--diff", "--suggestions", name]].concat(),
        );
        assert_eq!(
            out.contains("can be fixed"),
            !told.contains("nothing to fix"),
            "{name}: {out}\n{told}"
        );
    }
}

#[test]
fn a_configuration_that_cannot_be_used_is_told_in_the_reports() {
    let folder = folder(&[("a.md", GOOD), ("facetdoc.toml", "\nprofil = \"us\"\n")]);
    let (code, out, told) = run(
        folder.path(),
        &[
            "check",
            "--format",
            "github",
            "--report",
            "sarif=x.sarif",
            "a.md",
        ],
    );
    assert_eq!(code, 2);
    let wanted = "::error file=facetdoc.toml,title=facetdoc::line 2: there is no key called profil; did you mean profile?";
    assert!(out.contains(wanted), "{out}");
    assert!(
        told.contains("cannot be used because of 1 mistake"),
        "{told}"
    );
    let sarif = std::fs::read_to_string(folder.path().join("x.sarif")).unwrap();
    assert!(sarif.contains("no key called profil"), "{sarif}");
    let (code, out, _) = run(folder.path(), &["check", "--format", "json", "a.md"]);
    assert_eq!(code, 2);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["errors"][0]["file"], "facetdoc.toml");
    assert_eq!(run(folder.path(), &["check", "a.md"]).1, "");
}

#[test]
fn handouts_beside_the_articles_are_left_out_where_the_configuration_says_so() {
    let handout = "Knee\n====\n\nRest the knee.\n";
    let files = [
        ("in/a.md", GOOD),
        ("in/handouts/a.txt", handout),
        ("in/handouts/old/b.txt", handout),
    ];
    let names = |folder: &tempfile::TempDir, args: &[&str]| {
        let (_, out, _) = run(
            folder.path(),
            &[&["check", "--format", "json"], args].concat(),
        );
        let json: serde_json::Value = serde_json::from_str(&out).unwrap();
        json["files"].as_u64().unwrap()
    };
    let plain = folder(&files);
    assert_eq!(names(&plain, &["in"]), 3);
    assert_eq!(names(&plain, &["--exclude", "in/handouts/", "in"]), 1);
    assert_eq!(
        names(&plain, &["--exclude", "*.txt", "in", "in/handouts/a.txt"]),
        2
    );
    let with = folder(
        &[
            &files[..],
            &[("in/facetdoc.toml", "exclude = [\"handouts/**\"]\n")],
        ]
        .concat(),
    );
    assert_eq!(names(&with, &["in"]), 1);
    assert_eq!(names(&with, &["--isolated", "in"]), 3);
    let (code, _, told) = run(with.path(), &["check", "in/handouts"]);
    assert_eq!(code, 2);
    assert!(told.contains("leaves out every article"), "{told}");
    let (code, _, told) = run(with.path(), &["check", "--exclude", "/abs", "in"]);
    assert_eq!(code, 2);
    assert!(told.contains("stay below it"), "{told}");
}

#[cfg(unix)]
#[test]
fn links_that_a_search_passes_over_are_told_and_patterns_belong_to_the_folder_of_a_linked_configuration()
 {
    use std::os::unix::fs::symlink;
    let folder = folder(&[
        ("site/a.md", GOOD),
        ("site/sub/b.md", BAD),
        ("other/c.md", BAD),
        (
            "team/facetdoc.toml",
            "[[overrides]]\nfiles = [\"sub/**\"]\nignore = [\"structure\", \"red-flags\", \"disclaimer\", \"meta\", \"currency\"]\n",
        ),
    ]);
    let site = folder.path().join("site");
    symlink("../other/c.md", site.join("c.md")).unwrap();
    symlink("a.md", site.join("again.md")).unwrap();
    let (code, _, told) = run(folder.path(), &["check", "-q", "site"]);
    assert_eq!(code, 1);
    assert_eq!(
        told,
        "site/c.md: not read, for it is a link; name it to have it read\n"
    );
    symlink("../team/facetdoc.toml", site.join("facetdoc.toml")).unwrap();
    let (code, out, told) = run(folder.path(), &["check", "-q", "site"]);
    assert_eq!(code, 0, "{out}{told}");
}

#[test]
fn a_list_that_names_nothing_is_allowed_where_that_is_said() {
    let folder = folder(&[("none.txt", "")]);
    assert_eq!(
        run(folder.path(), &["check", "--files-from", "none.txt"]).0,
        2
    );
    let allowed = ["--files-from", "none.txt", "--allow-empty"];
    for command in ["check", "export", "stats", "outline"] {
        let (code, _, told) = run(folder.path(), &[&[command], &allowed[..]].concat());
        assert_eq!((code, told.as_str()), (0, ""), "{command}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_has_no_end_is_refused() {
    let folder = folder(&[("a.md", GOOD)]);
    for (args, told_part) in [
        (
            &["check", "--write-baseline", "/dev/full", "a.md"][..],
            "no plain file",
        ),
        (&["check", "--write-baseline", "-", "a.md"], "needs a file"),
        (
            &["check", "--files-from", "/dev/zero"],
            "more than 50000000 bytes",
        ),
        (
            &["export", "--pdf", "--font", "/dev/zero", "a.md"],
            "more than 100000000 bytes",
        ),
    ] {
        let (code, _, told) = run(folder.path(), args);
        assert_eq!(code, 2, "{args:?}");
        assert!(told.contains(told_part), "{args:?}: {told}");
    }
    assert!(!folder.path().join("-").exists());
}

#[test]
fn an_editor_that_sends_nonsense_ends_the_server_with_2() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .arg("lsp")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(b"Content-Length: many\r\n\r\n{}")
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot be read"));
}

#[test]
fn the_report_says_that_some_rules_cannot_read_an_article() {
    let german = "---\nlang: de\n---\n\n# Knie\n\nRuhe.\n";
    let folder = folder(&[("de.md", german), ("en.md", GOOD), ("es.md", SPANISH)]);
    let check = ["check", "--fail-on", "never"];
    let told = |args: &[&str]| run(folder.path(), &[&check[..], args].concat()).2;
    let note = told(&["de.md", "en.md", "es.md"]);
    assert!(
        note.contains("rules cannot read de.md (language de) and 1 more article; --all"),
        "{note}"
    );
    for args in [
        &["--all", "de.md"][..],
        &["-q", "de.md"],
        &["en.md"],
        &["--format", "json", "de.md"],
    ] {
        assert_eq!(told(args), "", "{args:?}");
    }
}

#[test]
fn the_language_of_a_team_need_not_stand_in_every_article() {
    for (lang, text, wanted) in [
        (
            "es",
            "# Rodilla\n\nEl dolor de la rodilla es de los que se van con el reposo.\n",
            false,
        ),
        (
            "de",
            "# Knie\n\nDas Knie tut weh, wenn Sie in der Hocke sind. Ruhe hilft in der Regel.\n",
            false,
        ),
        (
            "es",
            "# Knee\n\nThe pain of the knee is one that goes with rest.\n",
            true,
        ),
        (
            "de",
            "# Knee\n\nThe pain of the knee is one that goes with rest.\n",
            true,
        ),
    ] {
        let settings = format!("lang = \"{lang}\"\n");
        let folder = folder(&[("a.md", text), ("facetdoc.toml", settings.as_str())]);
        let args = [
            "check",
            "--select",
            "language-undeclared",
            "--format",
            "concise",
            "a.md",
        ];
        assert_eq!(
            run(folder.path(), &args).1.contains("language-undeclared"),
            wanted,
            "{lang}: {text}"
        );
    }
}

#[test]
fn a_page_that_has_nothing_to_do_with_health_is_a_web_page() {
    let settings =
        "kind = \"recipe\"\n[kinds.recipe]\n[[kinds.recipe.part]]\nname = \"preparation\"\n";
    let text = "---\nlang: en\n---\n\n# Bread\n\n## Preparation\n\nMix the flour with the water and wait for an hour.\n";
    let folder = folder(&[("a.md", text), ("facetdoc.toml", settings)]);
    let (_, out, told) = run(
        folder.path(),
        &["export", "--jsonld", "--force", "-o", "-", "a.md"],
    );
    assert!(
        out.contains("\"WebPage\"") && !out.contains("aspect"),
        "{out}{told}"
    );
}

#[test]
fn a_word_without_an_explanation_has_no_empty_help() {
    let settings = "[words.jargon]\nadd = [{ term = \"zorb-blarg\" }]\n";
    let folder = folder(&[
        (
            "a.md",
            "---\nlang: en\n---\n\n# Test\n\nA zorb-blarg test.\n",
        ),
        ("facetdoc.toml", settings),
    ]);
    let (_, out, _) = run(
        folder.path(),
        &[
            "check",
            "--all",
            "--select",
            "jargon-plain-alternative",
            "a.md",
        ],
    );
    assert!(
        out.contains("\"zorb-blarg\" is a hard word") && !out.contains("help:"),
        "{out}"
    );
}
