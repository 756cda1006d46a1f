//! `facetdoc export` as scripts see it: which files are written, which are left alone, and when nothing is written.

use crate::program::{BAD, GOOD, export, files, folder, notes};
use std::fs;

#[test]
fn a_good_article_gives_its_handouts_and_a_second_run_changes_nothing() {
    let folder = folder(&[("elbow.md", GOOD)]);
    let first = export(&folder, &["elbow.md", "--text", "--pdf"]);
    assert_eq!(
        notes(&first),
        "wrote exports/elbow.txt\nwrote exports/elbow.pdf\n"
    );
    assert_eq!(first.status.code(), Some(0));
    assert!(first.stdout.is_empty());
    let time = |name: &str| {
        let path = folder.path().join("exports").join(name);
        fs::metadata(path).unwrap().modified().unwrap()
    };
    let before = (time("elbow.txt"), time("elbow.pdf"));
    let second = export(&folder, &["elbow.md", "--text", "--pdf"]);
    assert_eq!(
        notes(&second),
        "unchanged exports/elbow.txt\nunchanged exports/elbow.pdf\n"
    );
    assert_eq!(before, (time("elbow.txt"), time("elbow.pdf")));
    assert_eq!(files(&folder, "exports"), ["elbow.pdf", "elbow.txt"]);
}

#[test]
fn without_a_format_the_usual_three_are_written_and_all_means_five() {
    let folder = folder(&[("elbow.md", GOOD)]);
    assert_eq!(export(&folder, &["elbow.md"]).status.code(), Some(0));
    let usual = ["elbow.json", "elbow.pdf", "elbow.txt"];
    assert_eq!(files(&folder, "exports"), usual);
    assert_eq!(
        export(&folder, &["--all", "--output-dir", "out", "elbow.md"])
            .status
            .code(),
        Some(0)
    );
    let all = [
        "elbow.html",
        "elbow.json",
        "elbow.jsonld",
        "elbow.pdf",
        "elbow.txt",
    ];
    assert_eq!(files(&folder, "out"), all);
}

#[test]
fn an_article_with_errors_is_refused_and_the_others_are_written() {
    let folder = folder(&[("bad.md", BAD), ("elbow.md", GOOD)]);
    let output = export(&folder, &["bad.md", "elbow.md", "--text"]);
    assert_eq!(output.status.code(), Some(1));
    let notes = notes(&output);
    assert!(notes.contains("error[red-flags-missing]"), "{notes}");
    assert!(
        notes.contains("bad.md: no handout, because it has "),
        "{notes}"
    );
    assert!(notes.ends_with("wrote exports/elbow.txt\n"), "{notes}");
    assert_eq!(files(&folder, "exports"), ["elbow.txt"]);
}

#[test]
fn force_writes_a_draft_and_succeeds_and_marks_good_articles_not() {
    let folder = folder(&[("bad.md", BAD), ("elbow.md", GOOD)]);
    let output = export(&folder, &["--force", "--text", "bad.md", "elbow.md"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(notes(&output).contains("bad.md: marked as a draft, because it has "));
    let is_draft = |name: &str| {
        let path = folder.path().join("exports").join(name);
        fs::read_to_string(path).unwrap().contains("DRAFT")
    };
    assert!(is_draft("bad.txt"));
    assert!(!is_draft("elbow.txt"));
}

#[test]
fn folders_below_a_named_folder_are_kept() {
    let folder = folder(&[
        ("in/a/elbow.md", GOOD),
        ("in/knee.md", GOOD),
        ("far/hip.md", GOOD),
    ]);
    let output = export(
        &folder,
        &["in", "far/hip.md", "--text", "--output-dir", "out/here"],
    );
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        files(&folder, "out/here"),
        ["a/elbow.txt", "hip.txt", "knee.txt"]
    );
}

#[test]
fn handouts_in_the_output_folder_are_not_read_as_articles() {
    let folder = folder(&[("elbow.md", GOOD)]);
    for _ in 0..2 {
        assert_eq!(export(&folder, &[".", "--text"]).status.code(), Some(0));
    }
    assert_eq!(files(&folder, "exports"), ["elbow.txt"]);
}

#[test]
fn two_articles_for_one_file_are_an_error_before_anything_is_written() {
    let folder = folder(&[
        ("elbow.md", GOOD),
        ("elbow.txt", GOOD),
        ("x/Elbow.md", GOOD),
        ("hip.md", GOOD),
    ]);
    let output = export(
        &folder,
        &["hip.md", "elbow.md", "elbow.txt", "x/Elbow.md", "--pdf"],
    );
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        notes(&output),
        "error: exports/elbow.pdf: both elbow.md and elbow.txt would write this file\n\
         error: exports/Elbow.pdf: both elbow.md and x/Elbow.md would write this file\n\
         nothing was written\n"
    );
    assert_eq!(files(&folder, "exports"), [""; 0]);
}

#[test]
fn an_article_is_never_overwritten() {
    let folder = folder(&[("elbow.txt", GOOD)]);
    for args in [
        ["elbow.txt", "--text", "--output-dir", "."].as_slice(),
        &["elbow.txt", "--text", "-o", "./elbow.txt"],
    ] {
        let output = export(&folder, args);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            notes(&output).contains("this is an article"),
            "{}",
            notes(&output)
        );
    }
    assert_eq!(
        fs::read_to_string(folder.path().join("elbow.txt")).unwrap(),
        GOOD
    );
}

#[test]
fn a_glyph_that_the_fonts_lack_stops_every_file_of_the_article_and_no_other() {
    let snowman = GOOD.replace("Most people", "Most \u{2603} people");
    let folder = folder(&[("cold.md", &snowman), ("elbow.md", GOOD)]);
    let output = export(&folder, &["cold.md", "elbow.md", "--text", "--pdf"]);
    assert_eq!(output.status.code(), Some(2));
    let notes = notes(&output);
    let wanted = "error: cold.md:20:6: no font has the character '\u{2603}' (U+2603)";
    assert!(notes.starts_with(wanted), "{notes}");
    assert_eq!(files(&folder, "exports"), ["elbow.pdf", "elbow.txt"]);
}

#[test]
fn a_missing_glyph_in_a_paragraph_of_crlf_lines_is_told_with_its_own_line() {
    let snowman = GOOD
        .replace(
            "Most people",
            "Most people &amp; others,\nand \u{2603} people",
        )
        .replace('\n', "\r\n");
    let folder = folder(&[("cold.md", &snowman)]);
    let notes = notes(&export(&folder, &["cold.md", "--pdf"]));
    assert!(notes.starts_with("error: cold.md:21:5: no font"), "{notes}");
}

#[test]
fn a_file_in_a_folder_that_does_not_exist_is_refused_without_the_name_of_a_temporary_file() {
    let folder = folder(&[("elbow.md", GOOD)]);
    let output = export(&folder, &["elbow.md", "--text", "-o", "none/elbow.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        notes(&output),
        "error: none/elbow.txt: cannot be written: there is no such folder\n"
    );
}

#[test]
fn one_result_goes_to_a_file_or_to_standard_output() {
    let folder = folder(&[("elbow.md", GOOD)]);
    let output = export(&folder, &["elbow.md", "--text", "-o", "-"]);
    assert_eq!(
        (output.status.code(), notes(&output).as_str()),
        (Some(0), "")
    );
    let text = output.stdout;
    assert!(String::from_utf8_lossy(&text).contains("Tennis elbow"));
    let output = export(&folder, &["elbow.md", "--text", "-o", "mine.text"]);
    assert_eq!(notes(&output), "wrote mine.text\n");
    assert_eq!(fs::read(folder.path().join("mine.text")).unwrap(), text);
    assert_eq!(files(&folder, "."), ["elbow.md", "mine.text"]);
}

#[test]
fn a_refused_article_leaves_standard_output_empty() {
    let folder = folder(&[("bad.md", BAD)]);
    let output = export(&folder, &["bad.md", "--pdf", "-o", "-"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
}

#[test]
fn a_failed_write_is_told_and_leaves_nothing_behind() {
    let folder = folder(&[
        ("elbow.md", GOOD),
        ("exports", "a file where the folder should be"),
    ]);
    let output = export(&folder, &["elbow.md", "--text"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(notes(&output).starts_with(
        "error: exports/elbow.txt: cannot be written: a part of its path is a file; move it away or name another folder\n"
    ));
    assert_eq!(files(&folder, "."), ["elbow.md", "exports"]);
}

#[test]
fn the_number_of_jobs_changes_no_byte() {
    let articles: Vec<(String, String)> = (0..12)
        .map(|n| {
            (
                format!("in/{n:02}.md"),
                GOOD.replace("elbow", &format!("elbow {n}")),
            )
        })
        .collect();
    let articles: Vec<(&str, &str)> = articles
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let folder = folder(&articles);
    let one = export(
        &folder,
        &[
            "in",
            "--text",
            "--pdf",
            "--output-dir",
            "one",
            "--jobs",
            "1",
        ],
    );
    let many = export(
        &folder,
        &[
            "in",
            "--text",
            "--pdf",
            "--output-dir",
            "two",
            "--jobs",
            "5",
        ],
    );
    assert_eq!(notes(&one), notes(&many).replace("two/", "one/"));
    let names = files(&folder, "one");
    assert_eq!(names.len(), 24);
    for name in names {
        let read = |at: &str| fs::read(folder.path().join(at).join(&name)).unwrap();
        assert_eq!(read("one"), read("two"), "{name}");
    }
}

#[test]
fn the_language_that_a_handout_is_marked_with_is_told_where_no_one_declared_it() {
    let german = "# Husten\n\nDer Husten geht meist von selbst weg. Trinken Sie viel, und bleiben Sie nicht im Bett.\n";
    let folder = folder(&[("husten.md", german)]);
    let output = export(&folder, &["husten.md", "--html", "--force"]);
    let told = notes(&output);
    for line in [
        "husten.md: no language is declared; it reads as German and is marked as \"de\"\n",
        "husten.md: there are no labels in \"de\", so they are in English, and nothing is set in a box as urgent: say under \
         roles: which heading tells when to get help\n",
    ] {
        assert_eq!(told.matches(line).count(), 1, "{told}");
    }
    let page = fs::read_to_string(folder.path().join("exports/husten.html")).unwrap();
    assert!(page.contains("<html lang=\"de\""), "{page}");
    assert!(page.contains("<span lang=\"en\">DRAFT"), "{page}");

    let folder = self::folder(&[(
        "tos.md",
        "# Tos\n\nLa tos suele irse sola en unos días. Beba mucha agua y no fume.\n",
    )]);
    let output = export(&folder, &["tos.md", "--html", "--force"]);
    assert!(notes(&output).contains("it reads as Spanish and is marked as \"es\""));
    let page = fs::read_to_string(folder.path().join("exports/tos.html")).unwrap();
    assert!(
        page.contains("<html lang=\"es\"") && page.contains("BORRADOR"),
        "{page}"
    );
}
