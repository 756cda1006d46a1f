//! Configurations that want to take long: every pattern in them costs linear time, whatever it looks like.
//!
//! There is no setting that takes a regular expression. The patterns of words and the patterns of file names are the only ones.

use crate::program::{GOOD, folder, run};

/// Words in which a pattern of many gaps has more ways to fail than can be tried.
fn words() -> String {
    GOOD.replace(
        "Tennis elbow is",
        &format!("{}\n\nTennis elbow is", "a ".repeat(400)),
    )
}

/// Lines are folded at the width of the terminal.
fn is_told_too_long(told: &str) -> bool {
    let words: Vec<&str> = told.split_whitespace().collect();
    words.join(" ").contains("the pattern is too long")
}

#[test]
fn a_word_pattern_of_many_gaps_takes_no_time_or_is_refused() {
    for (gaps, is_fine) in [("a _3 ", true), ("a ?a ?a ", true), ("a _9 ", false)] {
        let term = gaps.repeat(20) + "zz";
        let settings = format!(
            "[words.jargon]\nadd = [{{ term = \"{term}\", prefer = \"x\", note = \"x\" }}]\n"
        );
        let folder = folder(&[("facetdoc.toml", &settings), ("a.md", &words())]);
        let (code, _, told) = run(folder.path(), &["check", "a.md"]);
        assert_eq!(code, if is_fine { 0 } else { 2 }, "{told}");
        assert!(is_fine || is_told_too_long(&told), "{told}");
    }
}

#[test]
fn a_pack_with_such_patterns_takes_no_time_or_is_refused() {
    let settings = "packs = [\"pack.toml\"]\n";
    for (gap, is_fine) in [("a _3 ", true), ("a _90 ", false)] {
        let pack = include_str!("../../../src/config/packs/general-emergencies.toml");
        let pack = pack.replace("id = \"general-emergencies\"", "id = \"hostile\"");
        let first = "patterns = [\n";
        assert!(pack.contains(first), "the pack has patterns");
        let more = format!("{first}  \"{}zz\",\n", gap.repeat(20));
        let hostile = pack.replacen(first, &more, 1);
        let folder = folder(&[
            ("facetdoc.toml", settings),
            ("pack.toml", &hostile),
            ("a.md", &words()),
        ]);
        let (code, _, told) = run(folder.path(), &["check", "a.md"]);
        assert_eq!(code, if is_fine { 0 } else { 2 }, "{told}");
        assert!(is_fine || is_told_too_long(&told), "{told}");
    }
}

#[test]
fn patterns_of_file_names_take_no_time() {
    let patterns = [
        "*a".repeat(60) + "b.md",
        "**/".repeat(60) + "zz.md",
        "{a,b,c,d}".repeat(500),
        "[a-z]*".repeat(200),
    ];
    for pattern in patterns {
        let settings = format!("[[overrides]]\nfiles = [\"{pattern}\"]\nignore = [\"faq\"]\n");
        let name = "a".repeat(100) + ".md";
        let folder = folder(&[("facetdoc.toml", &settings), (&name, GOOD)]);
        let (code, _, told) = run(folder.path(), &["check", &name]);
        let is_told = told.contains("cannot be used") || told.contains("too large");
        assert!(code == 0 || (code == 2 && is_told), "{code}: {told}");
    }
}

#[test]
fn a_configuration_of_many_megabytes_is_refused() {
    let large = "# comment\n".repeat(1_100_000);
    let folder = folder(&[("facetdoc.toml", &large), ("a.md", GOOD)]);
    let (code, _, told) = run(folder.path(), &["check", "a.md"]);
    assert_eq!(code, 2, "{told}");
    assert!(
        told.contains("facetdoc.toml: larger than 10000000 bytes"),
        "{told}"
    );
}
