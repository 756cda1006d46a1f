//! Nothing that a browser would show is lost: the words of comrak's own page against those of the tree.

use super::markdown::options;
use super::tags::{self, Token};
use super::{article, entity, front_matter};
use crate::source::{Format, Source};
use comrak::{Arena, format_html, parse_document};
use regex::Regex;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Larger files, which no person wrote as an article, only make the test slow.
const LARGEST: usize = 90_000;

/// Elements whose text is not shown.
const UNSEEN: &[&str] = &[
    "script", "style", "nav", "template", "head", "title", "iframe", "object",
];

/// Elements that part no words.
const INLINE: &[&str] = &[
    "a", "b", "code", "del", "em", "i", "span", "strong", "sub", "sup", "bab", "m",
];

/// The words of the page that comrak makes of `text`.
fn shown(text: &str) -> Vec<String> {
    let body = &text[front_matter::read(text, 0, 100).body..];
    let arena = Arena::new();
    let mut options = options(body);
    options.render.r#unsafe = true;
    let document = parse_document(&arena, body, &options);
    let mut html = String::new();
    format_html(document, &options, &mut html).expect("a string takes all that is written to it");
    let mut page = String::new();
    let mut unseen = 0_usize;
    for token in tags::tokens(&html) {
        match token {
            Token::Start(tag) if UNSEEN.contains(&tag.name.as_str()) => unseen += 1,
            Token::End(name, _) if UNSEEN.contains(&name.as_str()) => {
                unseen = unseen.saturating_sub(1);
            }
            Token::Start(tags::Start { name, .. }) | Token::End(name, _) => {
                if !INLINE.contains(&name.as_str()) {
                    page.push('\n');
                }
            }
            Token::Text(span) if unseen == 0 => page.push_str(&decoded(&html[span.range()])),
            Token::Text(_) | Token::Comment(..) => {}
        }
    }
    split(&without_notes(&page))
}

static ATTRIBUTES: LazyLock<Regex> = LazyLock::new(|| {
    let attribute = r#"([.#][\w-]+|[\w-]+=("[^"]*"|'[^']*'|[^\s{}]*))"#;
    Regex::new(&format!(r"\{{:?\s*({attribute}\s*)+\}}")).expect("a regex")
});

static ABBREVIATION: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?m)^\*\[[^\]]+\]:.*$").expect("a regex"));

/// Without the attributes and abbreviations that are notes to other tools.
fn without_notes(page: &str) -> String {
    let page = ATTRIBUTES.replace_all(page, " ");
    ABBREVIATION.replace_all(&page, " ").into_owned()
}

fn decoded(text: &str) -> String {
    let mut decoded = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let (piece, length) = entity::decode(rest).unwrap_or(("&".to_owned(), 1));
        decoded.push_str(&piece);
        rest = &rest[length..];
    }
    decoded + rest
}

fn split(text: &str) -> Vec<String> {
    let words = text.split(|ch: char| !ch.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words of the page, and those of them that are not in the tree.
fn lost(text: &str) -> (usize, Vec<String>) {
    let parsed = article(Source::new("a.md", text, Format::Markdown));
    let mut there: BTreeMap<String, usize> = BTreeMap::new();
    for text in parsed.texts() {
        let text = text.prose.text();
        // `1*500*2` is a product, though CommonMark makes 15002 of it.
        let products = text.split_whitespace().filter(|word| word.contains('*'));
        let products = products.flat_map(|word| split(&word.replace('*', "")));
        for word in split(text).into_iter().chain(products) {
            *there.entry(word).or_default() += 1;
        }
    }
    let mut lost = shown(text);
    let words = lost.len();
    lost.retain(|word| match there.get_mut(word) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    (words, lost)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|ext| ext == "md" || ext == "txt")
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
#[expect(clippy::print_stdout, reason = "a skipped test says so")]
fn no_word_that_a_page_shows_is_lost() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !shared.is_dir() {
        println!("skipped: no {} here", shared.display());
        return;
    }
    let mut faults = Vec::new();
    let mut words = 0;
    for folder in ["corpus/articles", "corpus/torture", "seed"] {
        for path in files(&shared.join(folder)) {
            let bytes = std::fs::read(&path).expect("a listed file can be read");
            if bytes.len() > LARGEST {
                continue;
            }
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let (shown, lost) = lost(&text);
            words += shown;
            if !lost.is_empty() {
                let some: Vec<_> = lost.iter().take(12).collect();
                faults.push(format!("{} {}: {some:?}", lost.len(), path.display()));
            }
        }
    }
    assert!(words > 100_000, "{words} words");
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
}
