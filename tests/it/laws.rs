//! What holds for the handout of every article.

use crate::articles::{made_up, with_context};
use crate::html_page;
use facetdoc::article::{Article, BlockKind, MarkKind, Prose};
use facetdoc::export::{html, text};
use facetdoc::handout::{self, Handout, Item, article_words, words};
use facetdoc::parse;
use facetdoc::source::{Format, Source};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use unicode_width::UnicodeWidthStr;

/// The words that a reader of the article sees, footnotes' numbers left out.
fn expected_words(article: &Article) -> Vec<String> {
    let texts = article.texts();
    let texts = texts.iter().map(|text| without_calls(article, text.prose));
    let text: Vec<String> = texts.collect();
    text.join("\n")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

fn without_calls(article: &Article, prose: &Prose) -> String {
    let mut text = String::new();
    for piece in prose.pieces() {
        let is_call = piece.marks.iter().any(|(_, mark)| {
            matches!(&mark.kind, MarkKind::Footnote { label }
                if article.footnotes.iter().any(|note| note.label == *label))
        });
        if !is_call {
            let reorders =
                |ch: char| matches!(ch, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            let is_text = |ch: &char| (!ch.is_control() || ch.is_whitespace()) && !reorders(*ch);
            text.extend(piece.text.chars().filter(is_text));
        }
    }
    text
}

fn counted(words: Vec<String>) -> BTreeMap<String, i64> {
    let mut counted = BTreeMap::new();
    for word in words {
        let lowered = word.chars().map(lowered).collect();
        *counted.entry(lowered).or_insert(0) += 1;
    }
    counted
}

/// Raised digits as the author wrote them.
fn lowered(ch: char) -> char {
    match ch {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴' => '4',
        '⁵' => '5',
        '⁶' => '6',
        '⁷' => '7',
        '⁸' => '8',
        '⁹' => '9',
        '⁺' => '+',
        '⁻' | '−' | '–' => '-',
        other => other,
    }
}

/// Words lost, and words doubled that the front matter does not hold.
fn differences(article: &Article, handout: &Handout) -> Vec<(String, i64)> {
    let meta = article
        .meta
        .span
        .map_or("", |span| article.source.slice(span));
    let mut counts = counted(article_words(handout));
    for (word, count) in counted(expected_words(article)) {
        *counts.entry(word).or_insert(0) -= count;
    }
    let titles = titles(article);
    let from_meta =
        |word: &str| meta.contains(word) || word.parse::<u32>().is_ok() || titles.contains(word);
    counts
        .into_iter()
        .filter(|(word, count)| *count < 0 || (*count > 0 && !from_meta(word)))
        .collect()
}

/// The titles of pictures, which may be captions.
fn titles(article: &Article) -> String {
    let mut titles = String::new();
    for (_, block) in article.blocks() {
        block.walk(&mut |block| {
            if let BlockKind::Image(image) = &block.kind {
                let title = image.title.iter().flat_map(|title| title.chars());
                titles.extend(title.map(lowered));
                titles.push('\n');
            }
        });
    }
    titles
}

fn skips_a_level(items: &[Item], at: &mut u8) -> bool {
    items.iter().any(|item| match item {
        Item::Heading { level, .. } => {
            let skips = *level > *at + 1;
            *at = *level;
            skips
        }
        Item::Question { level, answer, .. } => {
            let skips = *level > *at + 1;
            *at = *level;
            skips || skips_a_level(answer, at)
        }
        Item::Box(callout) => skips_a_level(&callout.items, at),
        Item::Quote(items) => skips_a_level(items, at),
        Item::List(list) => list.items.iter().any(|item| skips_a_level(&item.items, at)),
        Item::Definitions(definitions) => definitions
            .iter()
            .any(|(_, details)| skips_a_level(details, at)),
        Item::Paragraph(_)
        | Item::Table(_)
        | Item::Figure(_)
        | Item::Code(_)
        | Item::Links(_)
        | Item::Fields(_)
        | Item::Lines(_)
        | Item::Code2d(_)
        | Item::Logo(_)
        | Item::Rule => false,
    })
}

/// Where two texts part. Lines break inside what has no spaces, such as Chinese; there only the letters count.
fn first_difference(one: &[String], other: &[String]) -> Option<(String, String)> {
    let is_wide = |word: &String| word.width() > word.chars().count();
    if one.iter().chain(other).any(is_wide) {
        let (one, other) = (one.concat(), other.concat());
        return (one != other).then(|| (one.chars().take(60).collect(), String::new()));
    }
    let longest = one.len().max(other.len());
    let word = |words: &[String], at| words.get(at).cloned().unwrap_or_default();
    (0..longest)
        .map(|at| (word(one, at), word(other, at)))
        .find(|(one, other)| one != other)
}

fn assert_laws(article: &Article) {
    let handout = with_context(article, |cx| {
        handout::build(cx, &handout::Options::default())
    });
    let name = article.source.name();
    assert_eq!(differences(article, &handout), [], "{name}");
    for width in [72, 0] {
        let options = text::Options {
            width,
            ..text::Options::default()
        };
        let set = text::words(&handout, &options).unwrap();
        let parted = first_difference(&set, &words(&handout));
        assert_eq!(parted, None, "{name} at {width}");
        let text = text::to_text(&handout, &options).unwrap();
        assert!(
            !text.chars().any(|ch| ch.is_control() && ch != '\n'),
            "{name}"
        );
    }
    assert!(!skips_a_level(&handout.items, &mut 0), "{name}");
    let page = html_page::read(&html::to_html(&handout).unwrap());
    assert_eq!(page.faults, [""; 0], "{name}");
    let parted = first_difference(&page.words, &words(&handout));
    assert_eq!(parted, None, "{name} as a web page");
}

/// Every file below `folder`, in order.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

#[test]
#[expect(clippy::print_stdout, reason = "a skipped test says so")]
fn real_articles_lose_and_double_no_word() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !shared.is_dir() {
        println!("skipped: no {} here", shared.display());
        return;
    }
    for (folder, format) in [
        ("corpus/articles", Format::Markdown),
        ("corpus/torture", Format::Markdown),
        ("seed", Format::Pasted),
    ] {
        for path in files(&shared.join(folder)) {
            // The giants among the torture files are for parsing; they would only take time here.
            let text = std::fs::read_to_string(&path).ok();
            if let Some(text) = text.filter(|text| text.len() < 50_000) {
                let name = path.display().to_string();
                assert_laws(&parse::article(Source::new(name, text, format)));
            }
        }
    }
}

/// A block of Markdown in one of the layouts that articles use.
pub fn block() -> impl Strategy<Value = String> {
    let words = "[a-z]{1,9}( [a-z]{1,9}){0,12}";
    prop_oneof![
        words.prop_map(|text| format!("{text}.")),
        words.prop_map(|text| format!("- {text}\n- two **{text}**\n  - nested {text}")),
        words.prop_map(|text| format!("3. {text}\n4. [ ] {text}")),
        words.prop_map(|text| format!("> [!WARNING]\n> {text}")),
        words.prop_map(|text| format!("> {text}\n> > {text}")),
        words.prop_map(|text| format!("| a | {text} |\n|---|---:|\n| {text} | 2 mg |")),
        words.prop_map(|text| format!("See [{text}](https://example.org/{}).", text.len())),
        words.prop_map(|text| format!(
            "Cells: 10<sup>9</sup>/L{text} and ~~{text}~~ H<sub>2</sub>O."
        )),
        words.prop_map(|text| format!("{text}[^n] more.\n\n[^n]: Note on {text}.")),
        words.prop_map(|text| format!("**Q: What is {text}?**\nA: It is {text}.")),
        words.prop_map(|text| format!("Call 999 if you have:\n\n- {text}\n- sudden {text}")),
        words.prop_map(|text| format!("See a GP if {text} does not get better.")),
        words.prop_map(|text| format!(
            "<details><summary>{text}?</summary>\n\n{text}\n\n</details>"
        )),
        words.prop_map(|text| format!("{text}\n\n: means {text}")),
        words.prop_map(|text| format!("![{text}](picture.png)")),
        words.prop_map(|text| format!("![{text}](picture.png \"Title {text}\")\n*{text}*\nmore")),
        words.prop_map(|text| format!("![{text}](picture.png)\n\n*{text}*")),
        words.prop_map(|text| format!("- ![](picture.png)\n- press ![{text}](picture.png) now")),
        words.prop_map(|text| format!("    code {text}\n      more")),
        Just("---".to_owned()),
        Just("Take \u{1b}[31m2\u{a0}mg\u{7} of a\u{9b}b.".to_owned()),
    ]
}

/// A heading, of a section with a role or of any.
pub fn heading() -> impl Strategy<Value = String> {
    let title = prop_oneof![
        Just("When to get help".to_owned()),
        Just("Call 999 if:".to_owned()),
        Just("See a GP if:".to_owned()),
        Just("Symptoms".to_owned()),
        Just("FAQ".to_owned()),
        Just("Disclaimer".to_owned()),
        "[A-Z][a-z]{2,8}( [a-z]{2,8}){0,3}[?]?",
    ];
    (1..5_usize, title).prop_map(|(level, title)| format!("{} {title}", "#".repeat(level)))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 256,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_article_loses_and_doubles_no_word(
        parts in prop::collection::vec(prop_oneof![2 => block(), 1 => heading()], 0..14)
    ) {
        assert_laws(&made_up(&parts.join("\n\n")));
    }
}
