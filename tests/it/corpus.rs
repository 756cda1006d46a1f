//! Laws of parsing, over every article and torture file at hand.

use facetdoc::article::{Article, MarkKind, Prose};
use facetdoc::parse;
use facetdoc::source::{Format, Source, Span};
use std::fs;
use std::path::{Path, PathBuf};

#[expect(clippy::print_stdout, reason = "a skipped test says so")]
fn shared() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: no {} here", path.display());
    None
}

/// The text files below `folder`, in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let wanted = path
                .extension()
                .is_some_and(|ext| ext == "md" || ext == "txt");
            if path.is_dir() {
                folders.push(path);
            } else if wanted {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> Article {
    let bytes = fs::read(path).expect("a listed file can be read");
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    parse::article(Source::new(name, text, Format::Markdown))
}

/// The words of `prose` that do not stand in the source where it says.
pub fn misplaced(source: &Source, prose: &Prose) -> Vec<String> {
    let mut misplaced = Vec::new();
    for (range, word) in prose.words() {
        let calls = prose.marks().iter().any(|mark| {
            matches!(mark.kind, MarkKind::Footnote { .. })
                && mark.range.start < range.end
                && range.start < mark.range.end
        });
        if calls {
            continue;
        }
        let there = source.slice(prose.span(range.clone()));
        let coded = there.contains(['&', '\\', '\0']);
        let plain = word.chars().all(char::is_alphanumeric) && !coded;
        if plain && there != word && !is_split(source, prose, range.start, word) {
            let (word, there) = (cut(word), cut(there));
            misplaced.push(format!("`{word}` is said to be at `{there}`"));
        }
    }
    misplaced
}

/// Whether each letter of `word` is where it should be: markup inside a word parts them.
fn is_split(source: &Source, prose: &Prose, start: usize, word: &str) -> bool {
    word.char_indices().all(|(at, ch)| {
        let from = start + at;
        source
            .slice(prose.span(from..from + ch.len_utf8()))
            .chars()
            .eq([ch])
    })
}

fn cut(text: &str) -> String {
    text.chars().take(60).collect()
}

/// The spans of an article that leave its source or split a character.
pub fn broken_spans(article: &Article) -> Vec<Span> {
    let mut spans = Vec::new();
    for text in article.texts() {
        spans.push(text.prose.whole());
        spans.extend(text.prose.words().map(|(range, _)| text.prose.span(range)));
        spans.extend(text.prose.marks().iter().map(|mark| mark.span));
    }
    for section in article.all_sections() {
        spans.push(section.span);
        for block in &section.blocks {
            block.walk(&mut |block| spans.push(block.span));
        }
    }
    spans.extend(article.problems.iter().map(|problem| problem.span));
    let text = article.source.text();
    spans.retain(|span| text.get(span.range()).is_none());
    spans
}

fn check(folder: &str, least: usize) {
    let Some(shared) = shared() else {
        return;
    };
    let mut faults = Vec::new();
    let files = files(&shared.join(folder));
    assert!(files.len() >= least, "{} files", files.len());
    for path in &files {
        let article = read(path);
        for text in article.texts() {
            let misplaced = misplaced(&article.source, text.prose);
            faults.extend(
                misplaced
                    .into_iter()
                    .map(|word| format!("{}: {word}", path.display())),
            );
        }
        for span in broken_spans(&article) {
            faults.push(format!("{}: {span:?}", path.display()));
        }
    }
    assert!(
        faults.is_empty(),
        "{}\n{}",
        faults.len(),
        faults[..faults.len().min(40)].join("\n")
    );
}

#[test]
fn every_word_of_the_articles_stands_where_its_span_says() {
    check("corpus/articles", 100);
}

#[test]
fn every_word_of_the_torture_files_stands_where_its_span_says() {
    check("corpus/torture", 100);
}
