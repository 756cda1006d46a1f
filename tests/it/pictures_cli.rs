//! Where `facetdoc export` takes pictures from, and where it does not.

use crate::pictures::base64;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const DRAWING: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><path d="M0 0h90v60z"/></svg>"#;

/// A folder `site` with an article that shows `picture`, and pictures in and beside it.
fn site(picture: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for name in ["site/img/knee.svg", "site/my knee.svg", "other/knee.svg"] {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, DRAWING).unwrap();
    }
    fs::write(root.join("site/bad.png"), "no picture").unwrap();
    let article = format!("# Knee\n\nText.\n\n![A knee]({picture})\n");
    fs::write(root.join("site/knee.md"), article).unwrap();
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .current_dir(folder)
        .args(["export", "--force", "--pdf", "--today", "2026-01-15"])
        .args(args)
        .output()
        .unwrap()
}

fn export(folder: &TempDir, more: &[&str]) -> Output {
    let mut args = vec!["site/knee.md", "-o", "knee.pdf"];
    args.extend(more);
    run(folder.path(), &args)
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Whether the PDF shows a drawing.
fn shows(folder: &TempDir) -> bool {
    let bytes = fs::read(folder.path().join("knee.pdf")).unwrap();
    let document = lopdf::Document::load_mem(&bytes).unwrap();
    document.objects.values().any(|object| {
        let subtype = object
            .as_stream()
            .and_then(|stream| stream.dict.get(b"Subtype"));
        subtype.and_then(lopdf::Object::as_name).ok() == Some(b"Form")
    })
}

#[test]
fn pictures_in_the_folder_of_the_article_are_shown() {
    let data = format!("data:image/svg+xml;base64,{}", base64(DRAWING.as_bytes()));
    for picture in [
        "img/knee.svg",
        "./img/../img/knee.svg?v=2",
        "my%20knee.svg",
        "<my knee.svg>",
        &data,
    ] {
        let folder = site(picture);
        let output = export(&folder, &[]);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{picture}: {}",
            told(&output)
        );
        assert!(shows(&folder), "{picture}");
    }
}

#[test]
fn a_picture_elsewhere_needs_leave() {
    let folder = site("../other/knee.svg");
    let output = export(&folder, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        told(&output),
        "error: site/knee.md:5:1: the picture \"../other/knee.svg\" is outside of the article's folder; --pictures-from DIR \
         takes pictures from DIR, too; nothing was written for this article\n"
    );
    assert!(!folder.path().join("knee.pdf").exists());
    let output = export(&folder, &["--pictures-from", "other"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(shows(&folder));

    let folder = site("/knee.svg");
    assert_eq!(export(&folder, &[]).status.code(), Some(2));
    let output = export(&folder, &["--pictures-from", "other"]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(shows(&folder));
}

#[test]
fn an_absolute_path_out_of_the_folder_is_refused() {
    let folder = site("x");
    let outside = folder.path().join("other/knee.svg");
    let article = format!("# Knee\n\n![A knee]({})\n", outside.display());
    fs::write(folder.path().join("site/knee.md"), article).unwrap();
    let output = export(&folder, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        told(&output).contains("is outside of the article's folder"),
        "{}",
        told(&output)
    );
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_refused() {
    let folder = site("link.svg");
    std::os::unix::fs::symlink("../other/knee.svg", folder.path().join("site/link.svg")).unwrap();
    let output = export(&folder, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        told(&output).contains("is outside of the article's folder"),
        "{}",
        told(&output)
    );
}

#[test]
fn all_pictures_that_are_missing_are_told_at_once() {
    let folder = site("img/knee.svg");
    let pictures = (1..=12).map(|number| format!("![x](p{number}.png)\n\n"));
    let article = format!("# Knee\n\nText.\n\n{}", pictures.collect::<String>());
    fs::write(folder.path().join("site/knee.md"), article).unwrap();
    let output = export(&folder, &[]);
    assert_eq!(output.status.code(), Some(2));
    let told = told(&output);
    assert!(
        told.starts_with("error: site/knee.md:5:1: the picture \"p1.png\" is not there"),
        "{told}"
    );
    assert!(told.contains("; line 7: the picture \"p2.png\""), "{told}");
    assert!(!told.contains("p11.png"), "{told}");
    assert!(
        told.ends_with("; and 2 more; nothing was written for this article\n"),
        "{told}"
    );
}

#[test]
fn a_picture_that_is_missing_or_no_picture_is_told_with_its_place() {
    for (picture, reason) in [
        (
            "img/kne.svg",
            "the picture \"img/kne.svg\" is not there: there is no file site/img/kne.svg; put it there or mend the path",
        ),
        (
            "bad.png",
            "the picture \"bad.png\" is not a PNG, JPEG or SVG file",
        ),
        ("img", "the picture \"img\" is no file"),
        (
            "file:///etc/passwd",
            "the picture \"file:///etc/passwd\" is named by an address of one computer",
        ),
        (
            "data:image/png;base64,AAAA",
            "the picture \"data:image/png;base6…\" is not a PNG, JPEG or SVG file",
        ),
    ] {
        let folder = site(picture);
        let output = export(&folder, &[]);
        assert_eq!(output.status.code(), Some(2), "{picture}");
        let start = format!("error: site/knee.md:5:1: {reason}");
        assert!(told(&output).starts_with(&start), "{}", told(&output));
        assert!(!folder.path().join("knee.pdf").exists());
    }
}

#[test]
fn a_picture_on_the_web_stands_as_its_text_with_a_note() {
    for picture in ["https://example.org/knee.png", "//example.org/knee.png"] {
        let folder = site(picture);
        let output = export(&folder, &[]);
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        let note = format!(
            "site/knee.md: line 5: the picture \"{picture}\" is on the web, which facetdoc never asks; its text stands in its place"
        );
        assert!(told(&output).contains(&note), "{}", told(&output));
        assert!(!shows(&folder));
    }
}

#[test]
fn text_and_json_need_no_picture() {
    let folder = site("gone.png");
    let output = Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .current_dir(folder.path())
        .args(["export", "--force", "--text", "--json", "site/knee.md"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let text = fs::read_to_string(folder.path().join("exports/knee.txt")).unwrap();
    assert!(text.contains("Picture: A knee\n"), "{text}");
}

#[test]
fn standard_input_takes_pictures_from_this_folder() {
    let folder = site("img/knee.svg");
    let article = fs::File::open(folder.path().join("site/knee.md")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .current_dir(folder.path().join("site"))
        .args(["export", "--force", "--pdf", "-o", "../knee.pdf", "-"])
        .stdin(Stdio::from(article))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(shows(&folder));
}

#[test]
fn the_option_is_refused_where_it_would_do_nothing() {
    let folder = site("img/knee.svg");
    for (args, reason) in [
        (
            ["--pictures-from", "none"],
            "error: none: there is no such folder\n",
        ),
        (
            ["--pictures-from", "site/knee.md"],
            "error: site/knee.md: it is no folder to take pictures from\n",
        ),
    ] {
        let output = export(&folder, &args);
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(told(&output), reason);
    }
    let output = Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .current_dir(folder.path())
        .args([
            "export",
            "--text",
            "--pictures-from",
            "other",
            "site/knee.md",
        ])
        .output()
        .unwrap();
    assert_eq!(
        told(&output),
        "error: --pictures-from is about the PDF or the web page, which is not among the formats\n"
    );
}

/// Writes a configuration with a clinic into the folder of the site.
fn with_clinic(folder: &TempDir, more: &str) {
    let config = format!("[clinic]\nname = \"Knee Clinic\"\n{more}");
    fs::write(folder.path().join("site/facetdoc.toml"), config).unwrap();
}

#[test]
fn the_logo_of_a_clinic_is_a_picture_with_an_alternative() {
    let folder = site("https://example.org/knee.svg");
    with_clinic(
        &folder,
        "logo = \"img/knee.svg\"\nlogo-alt = \"A knee, the sign of Knee Clinic\"\n",
    );
    let output = export(&folder, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(shows(&folder));
    let page = run(
        folder.path(),
        &["--html", "--text", "--output-dir", "out", "site/knee.md"],
    );
    assert_eq!(page.status.code(), Some(0), "{}", told(&page));
    let page = fs::read_to_string(folder.path().join("out/knee.html")).unwrap();
    let logo = format!(
        "<p class=\"logo\"><img src=\"data:image/svg+xml;base64,{}\" alt=\"A knee, the sign of Knee Clinic\" width=\"90\" height=\"60\"></p>",
        base64(DRAWING.as_bytes())
    );
    assert!(page.contains(&logo), "{page}");
    let text = fs::read_to_string(folder.path().join("out/knee.txt")).unwrap();
    assert!(!text.contains("the sign of"), "{text}");
    assert!(text.contains("Knee Clinic"), "{text}");
}

#[test]
fn a_logo_that_cannot_be_had_is_told() {
    for (logo, code, reason) in [
        (
            "img/none.svg",
            2,
            "the clinic's logo \"img/none.svg\" is not there",
        ),
        (
            "../other/knee.svg",
            2,
            "the clinic's logo \"../other/knee.svg\" is outside of the configuration's folder",
        ),
        (
            "https://example.org/logo.png",
            0,
            "the clinic's logo \"https://example.org/logo.png\" is on the web, which facetdoc never asks; it is left out",
        ),
    ] {
        let folder = site("img/knee.svg");
        with_clinic(&folder, &format!("logo = \"{logo}\"\nlogo-alt = \"A\"\n"));
        let output = export(&folder, &[]);
        assert_eq!(output.status.code(), Some(code), "{}", told(&output));
        assert!(told(&output).contains(reason), "{}", told(&output));
    }
    let folder = site("img/knee.svg");
    with_clinic(&folder, "logo = \"img/knee.svg\"\n");
    let output = export(&folder, &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        told(&output).contains("a logo needs logo-alt"),
        "{}",
        told(&output)
    );
}

#[test]
fn a_web_page_holds_its_pictures() {
    let folder = site("img/knee.svg");
    let article = "# Knee\n\nText.\n\n![A knee](img/knee.svg)\n\n*The left knee*\n";
    fs::write(folder.path().join("site/knee.md"), article).unwrap();
    let args = ["--html", "--output-dir", "out", "site/knee.md"];
    let output = run(folder.path(), &args);
    // `--pdf` goes with it, from `run`.
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let page = fs::read_to_string(folder.path().join("out/knee.html")).unwrap();
    let figure = format!(
        "<figure><img src=\"data:image/svg+xml;base64,{}\" alt=\"A knee\" width=\"90\" height=\"60\">\n\
         <figcaption>The left knee</figcaption></figure>",
        base64(DRAWING.as_bytes())
    );
    assert!(page.contains(&figure), "{page}");
    assert!(!page.contains("Picture:"), "{page}");

    fs::write(
        folder.path().join("site/knee.md"),
        "# Knee\n\n![A knee](bad.png)\n",
    )
    .unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .current_dir(folder.path())
        .args(["export", "--force", "--html", "-o", "-", "site/knee.md"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        told(&output).contains("the picture \"bad.png\""),
        "{}",
        told(&output)
    );
}

#[test]
fn pictures_that_are_too_large_together_are_refused() {
    let folder = site("![A](p0.png)");
    let mut article = String::from("# Elbow\n\nRest it.\n");
    for number in 0..11 {
        let name = format!("p{number}.png");
        let file = fs::File::create(folder.path().join(&name)).unwrap();
        file.set_len(10 * 1024 * 1024).unwrap();
        article.push_str("\n![An arm](");
        article.push_str(&name);
        article.push_str(")\n");
    }
    fs::write(folder.path().join("many.md"), article).unwrap();
    let output = run(folder.path(), &["many.md"]);
    let told = told(&output);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(
        told.contains("many.md:25:1: the picture \"p10.png\" is more than the handout can hold: the files of its pictures"),
        "{told}"
    );
}

#[test]
fn pictures_and_films_that_are_not_shown_are_told_in_one_line() {
    let folder = site("img/knee.svg");
    let article = "# Knee\n\n![A knee](img/knee.svg)\n\n| Exercise |\n|---|\n| ![Bend](bend.png) |\n\n<video src=\"film.mp4\"></video>\n\n    <video src=\"code.mp4\">\n";
    fs::write(folder.path().join("site/knee.md"), article).unwrap();
    let output = export(&folder, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let told = told(&output);
    let lines: Vec<&str> = { told.lines() }
        .filter(|line| line.contains("not shown"))
        .collect();
    assert_eq!(
        lines,
        [
            "site/knee.md: not shown, for they stand in a sentence, a heading or a table, or are no pictures: \"bend.png\" \
          (line 7), \"film.mp4\" (line 9)"
        ]
    );
}
