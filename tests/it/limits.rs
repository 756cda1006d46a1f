//! What an article may hold: one over a limit is refused with the limit's name, its line and how to raise it, and another
//! article is not.

use crate::pictures::base64;
use crate::program::{GOOD, folder};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn run(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .current_dir(folder)
        .args(args)
        .args(["--today", "2026-01-15"])
        .output()
        .unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Texts that are just over a limit of 30, with the line at which they are and what is said.
fn over() -> Vec<(&'static str, String, &'static str)> {
    let sections: Vec<String> = (1..=31)
        .map(|at| format!("## Part {at}\n\nWords.\n"))
        .collect();
    let links: Vec<String> = (1..=31)
        .map(|at| format!("- [Page {at}](https://example.org/{at})"))
        .collect();
    let row = "| a | b | c |\n";
    vec![
        (
            "sections-max",
            format!("# Title\n\n{}", sections.join("\n")),
            "line 123: more than 30 sections; sections-max under [limits]",
        ),
        (
            "links-max",
            format!("# Title\n\n{}\n", links.join("\n")),
            "line 33: more than 30 links; links-max under [limits]",
        ),
        (
            "table-cells-max",
            format!("# Title\n\n{row}|---|---|---|\n{}", row.repeat(10)),
            "line 14: more than 30 table cells; table-cells-max under [limits]",
        ),
        (
            "nesting-max",
            format!("# Title\n\nText.\n\n{} deep\n", ">".repeat(31)),
            "line 5: lists or quotes more than 30 deep in each other; nesting-max under [limits]",
        ),
    ]
}

#[test]
fn too_many_signs_of_markup_are_refused_before_they_are_read() {
    let text = format!("# Title\n\n{}", "**a** *b* \n".repeat(40));
    let folder = folder(&[("good.md", GOOD), ("over.md", &text)]);
    let refused = run(
        folder.path(),
        &["check", ".", "--set", "limits.markup-max=200"],
    );
    let message = told(&refused);
    assert_eq!(refused.status.code(), Some(2), "{message}");
    let expected =
        "over.md: line 31: more than 200 signs of markup and line ends; markup-max under [limits]";
    assert!(message.contains(expected), "{message}");
    assert!(!message.contains("good.md: line"), "{message}");
    let raised = run(
        folder.path(),
        &["check", "over.md", "--set", "limits.markup-max=300"],
    );
    assert_ne!(raised.status.code(), Some(2), "{}", told(&raised));
}

#[test]
fn an_article_over_a_limit_is_refused_and_the_others_are_done() {
    for (name, text, expected) in over() {
        let folder = folder(&[("good.md", GOOD), ("over.md", &text)]);
        let limit = |most: usize| format!("limits.{name}={most}");
        for command in ["check", "export"] {
            let refused = run(folder.path(), &[command, ".", "--set", &limit(30)]);
            let message = told(&refused);
            assert_eq!(refused.status.code(), Some(2), "{name}: {message}");
            assert!(
                message.contains(&format!("over.md: {expected}")),
                "{message}"
            );
            assert!(
                message.contains(&format!("--set limits.{name}=N")),
                "{message}"
            );
            assert!(!message.contains("good.md: line"), "{message}");
        }
        assert!(folder.path().join("exports/good.txt").exists());
        assert!(!folder.path().join("exports/over.txt").exists());
        // One more and it may pass.
        let raised = run(folder.path(), &["check", "over.md", "--set", &limit(33)]);
        assert!(!told(&raised).contains("[limits]"), "{}", told(&raised));
        assert_ne!(raised.status.code(), Some(2), "{}", told(&raised));
    }
}

#[test]
fn a_low_limit_on_nesting_holds_too() {
    for text in [
        "> > > a",
        "- a\n  - b\n    - c",
        "> [!NOTE]\n> > - a",
        "- > 1. a",
    ] {
        let folder = folder(&[("a.md", &format!("# Title\n\n{text}\n"))]);
        let checked = |most: usize| {
            let set = format!("limits.nesting-max={most}");
            run(folder.path(), &["check", "a.md", "--set", &set])
                .status
                .code()
        };
        assert_eq!(checked(2), Some(2), "{text}");
        assert_ne!(checked(3), Some(2), "{text}");
    }
}

#[test]
fn what_lies_deeper_than_the_tree_goes_is_counted_to_the_last() {
    for text in [">".repeat(40), "- ".repeat(40), "> - ".repeat(20)] {
        let folder = folder(&[("a.md", &format!("# Title\n\n{text} a\n"))]);
        let checked = |most: usize| {
            let set = format!("limits.nesting-max={most}");
            run(folder.path(), &["check", "a.md", "--set", &set])
                .status
                .code()
        };
        assert_eq!(checked(39), Some(2), "{text}");
        assert_ne!(checked(40), Some(2), "{text}");
    }
}

#[test]
fn a_configuration_sets_limits_like_all_others() {
    let (_, text, expected) = over().remove(0);
    let folder = folder(&[
        ("over.md", text.as_str()),
        ("facetdoc.toml", "[limits]\nsections-max = 30\n"),
    ]);
    let refused = run(folder.path(), &["check", "over.md"]);
    assert!(told(&refused).contains(expected), "{}", told(&refused));
    fs::write(
        folder.path().join("facetdoc.toml"),
        "[limits]\nsection-max = 30\n",
    )
    .unwrap();
    let unknown = run(folder.path(), &["check", "over.md"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(
        told(&unknown).contains("did you mean sections-max"),
        "{}",
        told(&unknown)
    );
}

#[test]
fn front_matter_of_too_many_values_is_told_with_the_limit() {
    let keys: Vec<String> = (0..40).map(|at| format!("  - word {at}\n")).collect();
    let text = format!(
        "---\naudience:\n{}---\n\n# Title\n\nWords.\n",
        keys.concat()
    );
    let folder = folder(&[("a.md", text.as_str())]);
    let set = |most: usize| format!("limits.front-matter-values-max={most}");
    let checked = |most: usize| {
        let output = run(
            folder.path(),
            &["check", "a.md", "--all", "--set", &set(most)],
        );
        let report = String::from_utf8(output.stdout).unwrap();
        report.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let refused = checked(30);
    assert!(refused.contains("more than 30 values"), "{refused}");
    assert!(
        refused.contains("front-matter-values-max under [limits]"),
        "{refused}"
    );
    assert!(!checked(100).contains("values"), "{}", checked(100));
}

#[test]
fn a_picture_of_too_many_pixels_and_a_pdf_of_too_many_pages_are_refused() {
    let photo = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures/photo.jpg");
    let photo = base64(&fs::read(photo).unwrap());
    let picture = format!("{GOOD}\n![A hand](data:image/jpeg;base64,{photo})\n");
    let long = GOOD.replace(
        "## Questions",
        &format!(
            "## More\n\n{}\n\n## Questions",
            "Some words on it. ".repeat(2_000)
        ),
    );
    let folder = folder(&[("picture.md", picture.as_str()), ("long.md", long.as_str())]);
    let export = |name: &str, limit: &str| {
        let args = ["export", "--force", "--pdf", name, "--set", limit];
        let output = run(folder.path(), &args);
        (output.status.code(), told(&output))
    };
    let (code, message) = export("picture.md", "limits.image-pixels-max=10");
    assert_eq!(code, Some(2), "{message}");
    assert!(
        message.contains("image-pixels-max under [limits]"),
        "{message}"
    );
    let (code, message) = export("picture.md", "limits.image-pixels-max=100000000");
    assert_eq!(code, Some(0), "{message}");
    let (code, message) = export("long.md", "limits.pages-max=3");
    assert_eq!(code, Some(2), "{message}");
    assert!(
        message.contains("more than 3 pages; pages-max under [limits]"),
        "{message}"
    );
    let (code, message) = export("long.md", "limits.pages-max=300");
    assert_eq!(code, Some(0), "{message}");
}

#[test]
fn a_file_that_is_too_large_is_refused_with_the_flag_that_allows_it() {
    let folder = folder(&[("a.md", GOOD)]);
    let refused = run(folder.path(), &["check", "a.md", "--max-bytes", "100"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(told(&refused).contains("larger than 100 bytes; --max-bytes allows more"));
}
