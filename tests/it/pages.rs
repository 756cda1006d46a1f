//! Web pages as input, and their way to Markdown.

use crate::laws::{block, files, heading};
use facetdoc::article::{Article, BlockKind};
use facetdoc::export::markdown::to_markdown;
use facetdoc::parse;
use facetdoc::source::{Format, Source};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::path::Path;
use std::process::Command;

fn read(name: &str, text: &str, format: Format) -> Article {
    parse::article(Source::new(name, text, format))
}

fn page(name: &str) -> Article {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/pages");
    let text = std::fs::read_to_string(folder.join(name)).unwrap();
    read(name, &text, Format::Html)
}

/// The words of an article as they are compared: without what an import takes out.
fn words(article: &Article) -> Vec<String> {
    let texts = article.texts();
    let texts = texts.iter().map(|text| text.prose.text());
    let unseen = ['\u{ad}', '\u{200b}', '\u{feff}'];
    let is_unseen = |ch: char| unseen.contains(&ch) || (ch.is_control() && !ch.is_whitespace());
    let text = texts.collect::<Vec<_>>().join("\n").replace(is_unseen, "");
    text.split_whitespace().map(str::to_owned).collect()
}

fn assert_import_keeps_the_words(article: &Article) {
    let imported = to_markdown(article);
    let again = read("again.md", &imported.text, Format::Markdown);
    let (mut before, mut after) = (words(article), words(&again));
    // A heading of level 1 inside a list is the title when it stands free, and a title is told first.
    before.sort();
    after.sort();
    let same = before
        .iter()
        .zip(&after)
        .take_while(|(one, other)| one == other)
        .count();
    let at = |words: &[String]| {
        words
            .get(same.saturating_sub(2)..)
            .unwrap_or_default()
            .iter()
            .take(6)
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(at(&after), at(&before), "{}", article.source.name());
    assert_eq!(after.len(), before.len(), "{}", article.source.name());
}

/// Every place lies in the source, and what is verbatim is the source's own text.
fn assert_places(article: &Article) {
    for text in article.texts() {
        for (range, word) in text.prose.words() {
            let span = text.prose.span(range);
            let source = article.source.slice(span);
            assert!(
                source == word
                    || source.contains(['&', '<', '>', '\r', '\n'])
                    || source.contains(word),
                "{}: {word:?} is not {source:?}",
                article.source.name()
            );
        }
    }
}

#[test]
fn the_article_of_a_wordpress_page_is_read_and_nothing_around_it() {
    let article = page("wordpress.html");
    assert_places(&article);
    let said = words(&article).join(" ");
    assert_eq!(article.title(), Some("Tennis elbow"));
    for unsaid in [
        "cookies",
        "About us",
        "Share this",
        "thoughts",
        "Recent posts",
        "Copyright",
        "Skip",
        "never read",
    ] {
        assert!(!said.contains(unsaid), "{unsaid}: {said}");
    }
    for wanted in [
        "≥ 38",
        "An elbow & a hand",
        "Where it hurts",
        "six to twelve months",
        "Last updated",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
    let titles: Vec<&str> = article
        .sections()
        .iter()
        .map(|section| section.title())
        .collect();
    assert_eq!(
        titles,
        ["When to get help", "Questions", "How long does it last?"]
    );
    let meta = &article.meta;
    assert_eq!(
        meta.lang.as_ref().map(|lang| lang.value.as_str()),
        Some("en-US")
    );
    assert_eq!(
        meta.published.as_ref().unwrap().value.to_iso(),
        "2025-03-04"
    );
    assert_eq!(meta.reviewed.as_ref().unwrap().value.to_iso(), "2026-01-10");
    assert_eq!(meta.authors[0].value, "Ann Example");
    assert_eq!(article.source.slice(meta.reviewers[0].span), "Dr Bo Sample");
    let left: Vec<&str> = article.left_out.iter().map(|left| left.what).collect();
    for what in [
        "a skip link",
        "the head of the page",
        "a cookie notice",
        "share buttons",
        "comments",
        "the foot of the page",
    ] {
        assert!(left.contains(&what), "{what}: {left:?}");
    }
}

#[test]
fn pages_of_other_systems_are_read() {
    let article = page("drupal.html");
    assert_eq!(article.title(), Some("Sore throat"));
    let said = words(&article).join(" ");
    assert_eq!(
        said,
        "Sore throat A sore throat is often a cold. Self-care Drink water Rest at home Tonsils Two lumps at the back of the \
         throat Is it catching? Yes. Keep warm."
    );
    let article = page("google-docs.html");
    assert_eq!(article.title(), Some("Ankle sprain"));
    let imported = to_markdown(&article);
    assert_eq!(
        imported.text,
        "# Ankle sprain\n\nA sprain is a stretched ligament. See [the guide](https://clinic.example/ankle?a=1).\n\n\
         ## When to get help\n\n- Your foot is cold\n- You cannot stand\n\nimage text\n"
    );
    let told: Vec<&str> = imported
        .remarks
        .iter()
        .map(|remark| remark.message.as_str())
        .collect();
    assert_eq!(
        told,
        [
            "link unwrapped: it leads to https://clinic.example/ankle?a=1",
            "a placeholder, kept: \"image text\"; write what belongs there",
        ]
    );
    let article = page("word.html");
    assert_eq!(article.title(), Some("Hip pain"));
    let imported = to_markdown(&article).text;
    assert!(
        imported.contains("- you cannot move your leg\n- your leg is numb\n\nThat is all."),
        "{imported}"
    );
}

#[test]
fn broken_tags_are_read_as_browsers_read_them() {
    let article = page("broken.html");
    assert_places(&article);
    let said = words(&article).join(" ");
    for wanted in [
        "Unclosed bold both italic",
        "é &nosuch; a < b && c",
        "one two deep after",
        "cell other",
        "linked tail",
        "after the end",
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
    }
}

#[test]
fn every_page_keeps_its_words_on_the_way_to_markdown() {
    for name in [
        "wordpress.html",
        "drupal.html",
        "google-docs.html",
        "word.html",
        "broken.html",
    ] {
        assert_import_keeps_the_words(&page(name));
    }
}

#[test]
fn deep_and_large_pages_end_and_lose_no_text() {
    let deep = 10_000;
    for (name, text) in [
        (
            "div",
            format!("{}leaf{}", "<div>".repeat(deep), "</div>".repeat(deep)),
        ),
        (
            "never closed",
            "<div><blockquote><ul><li>".repeat(deep / 4) + "leaf",
        ),
        ("formatting", "<p><b><i>x".repeat(2_000) + "leaf"),
        ("tables", "<table><tr><td>".repeat(deep / 4) + "leaf"),
        ("font", "<font size=1><p>x".repeat(2_000) + "leaf"),
        ("a", "<a href=x>x".repeat(deep) + "leaf"),
        (
            "large",
            "<p>Some words of a page &amp; more.</p>\n".repeat(20_000) + "leaf",
        ),
    ] {
        let article = read(name, &text, Format::Html);
        assert!(
            words(&article)
                .last()
                .is_some_and(|word| word.ends_with("leaf")),
            "{name}"
        );
        assert!(!to_markdown(&article).text.is_empty());
    }
}

#[test]
fn only_words_of_a_page_are_edited() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("faq.html");
    let before = "<html lang=en><h1>Knees</h1><h2>FAQ</h2>\n<h3>How <em>long</em> does it last</h3><p>Weeks &amp; months.</p>\n\
        <h3>Is it safe</h3><p>Yes, take 1.0 mg &amp; rest.</p>";
    std::fs::write(&path, before).unwrap();
    let fixed = Command::new(env!("CARGO_BIN_EXE_facetdoc"))
        .args(["check", "--fix", "--suggestions", "--today", "2026-01-15"])
        .arg(&path)
        .output()
        .unwrap();
    assert!(matches!(fixed.status.code(), Some(0 | 1)), "{fixed:?}");
    let after = std::fs::read_to_string(&path).unwrap();
    assert!(after.contains("<h3>Is it safe?</h3>"), "{after}");
    let tags = |text: &str| text.matches(['<', '>', '&', ';']).count();
    assert_eq!(tags(before), tags(&after), "{after}");
    assert!(!after.contains("---") && !after.contains('#'), "{after}");
}

#[test]
fn pages_are_read_where_they_are_named_and_not_in_folders() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.html"), "<h1>Knees</h1><p>Rest.").unwrap();
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_facetdoc"));
        command
            .current_dir(folder.path())
            .args(args)
            .output()
            .unwrap()
    };
    assert_eq!(run(&["outline", "."]).status.code(), Some(2));
    let named = run(&["outline", "a.html"]);
    assert!(String::from_utf8_lossy(&named.stdout).starts_with("a.html: Knees"));
    let imported = run(&["import", "a.html"]);
    assert_eq!(
        String::from_utf8_lossy(&imported.stdout),
        "# Knees\n\nRest.\n"
    );
    assert_eq!(
        run(&["import", "a.html", "-o", "a.html"]).status.code(),
        Some(2)
    );
    assert_eq!(
        run(&["import", "a.html", "-o", "a.md"]).status.code(),
        Some(0)
    );
    assert_eq!(run(&["import", "a.md"]).status.code(), Some(2));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 192,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_markup_is_read_and_imported_without_a_lost_word(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<a href='https://a.example/b_c'>", "</a>", "<ul>", "<li>", "</ul>",
                "<table>", "<tr>", "<td>", "</table>", "<h2>", "</h2>", "<h1>", "<div>", "</div>", "<br>", "<blockquote>",
                "</blockquote>", "<details><summary>", "</summary>", "</details>", "<pre>", "</pre>", "<dl><dt>", "<dd>", "</dl>",
                "<code>", "</code>", "<sup>", "</sup>", "<img src=x alt='pic * ture'>", "<!-- note -->", "<hr>", "<ol start=7>",
                "words ", "*a* ", "_b_ ", "[c](d) ", "&amp;amp; ", "1. ", "- ", "# ", "> ", "a|b ", "`d` ", "~e~ ", "\\ ", "&lt;f&gt; ",
                "2\u{a0}mg ", "so\u{ad}ft ", "https://x.example/a_b*c ", ": ", "::: ", "www.x.example ", "=== ", "--- ", "{.g} ", "x^2^ ",
                "[^1] ", "me@x.example ", "![h](i) ", "\n\n", "+ ", "10) ", "| --- | ", "*[J]: k ", "[L]: m ",
            ]),
            0..24,
        )
    ) {
        let article = read("made-up.html", &parts.concat(), Format::Html);
        assert_places(&article);
        assert_import_keeps_the_words(&article);
    }

    #[test]
    fn pasted_text_is_imported_without_a_lost_word(
        parts in prop::collection::vec(prop_oneof![2 => block(), 1 => heading()], 0..10)
    ) {
        assert_import_keeps_the_words(&read("made-up.txt", &parts.join("\n\n"), Format::Pasted));
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "a skipped test says so")]
fn real_articles_are_imported_without_a_lost_word() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !shared.is_dir() {
        println!("skipped: no {} here", shared.display());
        return;
    }
    for (folder, format) in [
        ("seed", Format::Pasted),
        ("corpus/articles", Format::Pasted),
        ("corpus/torture", Format::Html),
    ] {
        for path in files(&shared.join(folder)) {
            let text = std::fs::read_to_string(&path).ok();
            if let Some(text) = text.filter(|text| text.len() < 30_000) {
                let article = read(&path.display().to_string(), &text, format);
                if folder == "corpus/torture" {
                    assert_places(&article);
                    assert!(!to_markdown(&article).text.is_empty());
                } else {
                    assert_import_keeps_the_words(&article);
                }
            }
        }
    }
}

#[test]
fn lists_keep_the_numbers_that_a_page_gives_them() {
    for (list, numbers) in [
        ("<ol start=5><li>a<li>b</ol>", vec![5, 6]),
        ("<ol><li>a<li value=5>b<li>c</ol>", vec![1, 5, 6]),
        ("<ol reversed><li>a<li>b<li>c</ol>", vec![3, 2, 1]),
        (
            "<ol reversed start=9><li>a<li value=4>b<li>c</ol>",
            vec![9, 4, 3],
        ),
        ("<ol><li value=x>a<li value=-2>b</ol>", vec![1, 2]),
        ("<ul><li value=5>a<li>b</ul>", vec![]),
    ] {
        let text = format!("<main><h1>Title</h1><p>Words.</p>{list}</main>");
        let article = read("a.html", &text, Format::Html);
        let blocks = article.sections().into_iter().chain([&article.root]);
        let mut lists = blocks
            .flat_map(|section| &section.blocks)
            .filter_map(|block| match &block.kind {
                BlockKind::List(list) => Some(list.numbers()),
                _ => None,
            });
        assert_eq!(lists.next(), Some(numbers), "{list}");
    }
}
