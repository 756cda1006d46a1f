//! The options of `export` about the look of handouts: what they write, and how impossible ones are refused.

use crate::program::{GOOD, export, files, folder, notes};

/// The article with an address.
fn with_address() -> String {
    GOOD.replacen(
        "---\n",
        "---\ncanonical_url: https://example.org/elbow\n",
        1,
    )
}

#[test]
fn an_option_that_would_do_nothing_or_cannot_be_is_refused() {
    let folder = folder(&[("elbow.md", GOOD)]);
    for (args, message) in [
        (
            ["--text", "--large-print"].as_slice(),
            "--large-print is about the PDF, which is not among the formats",
        ),
        (&["--text", "--qr"], "--qr is about the PDF"),
        (&["--json", "--booklet"], "--booklet is about the PDF"),
        (&["--json", "--notes"], "--notes is about the handout"),
        (&["--pdf", "--questions", "0"], "from 1 to 40, or none"),
        (&["--pdf", "--questions", "41"], "from 1 to 40, or none"),
        (
            &["--pdf", "--large-print", "--booklet"],
            "a booklet has small type and cannot be in large print",
        ),
        (
            &["--pdf", "--booklet", "-o", "-"],
            "--booklet writes a second file",
        ),
        (
            &["--pdf", "--text", "--qr"],
            "elbow.md: a QR code needs the article's address: put canonical_url into its front matter",
        ),
    ] {
        let output = export(&folder, &[&["elbow.md"], args].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(notes(&output).contains(message), "{}", notes(&output));
        assert_eq!(files(&folder, "exports"), [""; 0], "{args:?}");
    }
}

#[test]
fn an_address_that_is_none_is_told_with_its_line() {
    let text = GOOD.replacen("---\n", "---\ncanonical_url: elbow\n", 1);
    let folder = folder(&[("elbow.md", &text)]);
    let output = export(&folder, &["elbow.md", "--pdf", "--qr"]);
    let told = notes(&output);
    assert!(
        told.starts_with("error: elbow.md:2:16: canonical_url is no web address"),
        "{told}"
    );
}

#[test]
fn a_booklet_stands_beside_the_pdf() {
    let folder = folder(&[("elbow.md", &with_address())]);
    let output = export(&folder, &["elbow.md", "--pdf", "--booklet", "--qr"]);
    assert_eq!(
        notes(&output),
        "wrote exports/elbow.pdf\nwrote exports/elbow-booklet.pdf\n"
    );
    let output = export(
        &folder,
        &["elbow.md", "--pdf", "--booklet", "-o", "mine.pdf"],
    );
    assert_eq!(notes(&output), "wrote mine.pdf\nwrote mine-booklet.pdf\n");
}

#[test]
fn the_configuration_says_what_is_made_and_flags_are_over_it() {
    let config = "[export]\nformats = [\"text\"]\nquestions = 2\nname-date = true\n\n[clinic]\nname = \"Elbow Clinic\"\nphone = \"555-0100\"\n\n[labels.en]\nquestions = \"Questions for my nurse\"\n";
    let folder = folder(&[("elbow.md", GOOD), ("facetdoc.toml", config)]);
    let read = || std::fs::read_to_string(folder.path().join("exports/elbow.txt")).unwrap();
    assert_eq!(export(&folder, &["elbow.md"]).status.code(), Some(0));
    assert_eq!(files(&folder, "exports"), ["elbow.txt"]);
    for words in [
        "Name:",
        "Questions for my nurse",
        "Elbow Clinic\nPhone: 555-0100",
    ] {
        assert!(read().contains(words), "{words}: {}", read());
    }
    let args = ["elbow.md", "--questions", "none", "--name-date=false"];
    assert_eq!(export(&folder, &args).status.code(), Some(0));
    assert!(!read().contains("Name:") && !read().contains("nurse"));
    let args = ["elbow.md", "-o", "one.txt"];
    assert_eq!(notes(&export(&folder, &args)), "wrote one.txt\n");
    let refused = notes(&export(&folder, &["elbow.md", "--qr"]));
    assert!(refused.contains("--qr is about the PDF"), "{refused}");
}

#[test]
fn many_pages_and_what_is_left_out_are_told() {
    let filler = "Rest the arm when it hurts and move it when it does not. ".repeat(90);
    let sections: String = ["Anatomy", "Causes", "Symptoms"]
        .map(|title| format!("## {title}\n\n{filler}\n\n"))
        .concat();
    let long = GOOD.replace(
        "## When to get help",
        &format!("{sections}## When to get help"),
    );
    let folder = folder(&[("elbow.md", &long)]);
    let told = notes(&export(&folder, &["elbow.md", "--pdf", "--force"]));
    assert!(told.contains("elbow.md: the PDF has "), "{told}");
    let told = notes(&export(
        &folder,
        &["elbow.md", "--pdf", "--condensed", "--force"],
    ));
    assert!(
        told.contains("elbow.md: left out of the short form: \""),
        "{told}"
    );
    assert!(!told.contains("the PDF has "), "{told}");
}
