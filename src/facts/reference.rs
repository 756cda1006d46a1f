//! The entries of an article's list of references.

use super::Facts;
use crate::article::{Block, BlockKind, List, PlaceKind, Prose, ProseBuilder, Role};
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::lexicon::token::folded;
use crate::source::Span;
use std::collections::BTreeSet;

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Its number: the one written before it, else its place in its list from 1.
    pub number: u32,
    /// Whether the reader sees that number.
    pub is_numbered: bool,
    /// The entry.
    pub span: Span,
    /// Its text in lower case without accents.
    pub text: String,
    /// The years in it, in order; those of addresses and ranges of pages are left out.
    pub years: Vec<i32>,
    /// The addresses it links to or spells out.
    pub urls: Vec<String>,
    /// What else it tells.
    pub parts: Parts,
}

/// What an entry tells besides its years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a part that an entry has or lacks"
)]
pub struct Parts {
    /// A title.
    pub title: bool,
    /// A publisher, journal or body that stands behind it.
    pub publisher: bool,
    /// A DOI.
    pub doi: bool,
    /// A number of `PubMed`.
    pub pmid: bool,
}

impl Reference {
    /// Whether a reader can find the work: by a DOI, a number of `PubMed`, an address or its publisher.
    pub fn can_be_found(&self) -> bool {
        self.parts.doi || self.parts.pmid || !self.urls.is_empty() || self.parts.publisher
    }
}

impl Facts<'_> {
    /// The entries of the references, in reading order. A labelled line ("Sources: NHS, NICE") has none.
    pub fn references(&self) -> &[Reference] {
        self.references.get_or_init(|| references(self))
    }

    /// Every year that the references, the front matter's sources and the footnotes that cite give, with its place.
    pub fn source_years(&self) -> Vec<(i32, Span)> {
        let entries = self.references().iter();
        let mut years: Vec<(i32, Span)> = entries
            .flat_map(|entry| entry.years.iter().map(|year| (*year, entry.span)))
            .collect();
        for source in &self.article.meta.sources {
            years.extend(
                years_in(&source.value)
                    .into_iter()
                    .map(|year| (year, source.span)),
            );
        }
        for note in &self.article.footnotes {
            if !self.is_in_role(Role::References, note.span) {
                continue;
            }
            for prose in note.blocks.iter().flat_map(Block::proses) {
                years.extend(
                    years_in(prose.1.text())
                        .into_iter()
                        .map(|year| (year, note.span)),
                );
            }
        }
        years
    }
}

fn references(facts: &Facts<'_>) -> Vec<Reference> {
    let article = facts.article;
    let all: Vec<&Block> = article.blocks().map(|(_, block)| block).collect();
    let mut found: Vec<Reference> = Vec::new();
    let mut known = Span::default();
    for place in article.places(Role::References) {
        let is_list = match place.kind {
            PlaceKind::Section | PlaceKind::List => true,
            // A run of citations, but not a line with a label.
            PlaceKind::Paragraph => place.title.is_none(),
            PlaceKind::FrontMatter => false,
        };
        // A list inside a section of references is read with it.
        if known.overlaps(place.span) || !is_list {
            continue;
        }
        known = place.span;
        let first = all.partition_point(|block| block.span.start() < place.span.start());
        let blocks = all.iter().skip(first);
        let blocks = blocks.take_while(|block| block.span.start() < place.span.end());
        let blocks: Vec<&Block> = blocks.copied().collect();
        let lists: Vec<&List> = blocks.iter().filter_map(|block| list(block)).collect();
        let mut number = 0;
        if lists.is_empty() {
            for block in blocks {
                if let BlockKind::Paragraph(prose) = &block.kind {
                    lines(facts, prose, &mut number, &mut found);
                }
            }
        }
        for list in lists {
            items(facts, list, &mut number, &mut found);
        }
    }
    found
}

fn list(block: &Block) -> Option<&List> {
    match &block.kind {
        BlockKind::List(list) => Some(list),
        _ => None,
    }
}

fn items(facts: &Facts<'_>, list: &List, number: &mut u32, found: &mut Vec<Reference>) {
    if let Some(start) = list.start {
        *number = u32::try_from(start).unwrap_or(1).saturating_sub(1);
    }
    for (item, jump) in list.items.iter().zip(list.jumps()) {
        *number = jump
            .and_then(|jump| u32::try_from(jump).ok())
            .unwrap_or(number.saturating_add(1));
        let proses: Vec<&Prose> = item
            .blocks
            .iter()
            .flat_map(Block::proses)
            .map(|(_, prose)| prose)
            .collect();
        let mut entry = entry(facts, &proses, item.span, *number);
        entry.is_numbered |= list.start.is_some();
        *number = entry.number;
        found.push(entry);
    }
}

/// The entries of a paragraph: one, or one a line where its lines are numbered.
fn lines(facts: &Facts<'_>, prose: &Prose, number: &mut u32, found: &mut Vec<Reference>) {
    let text = prose.text();
    let is_run =
        text.lines().count() > 1 && text.lines().all(|line| written_number(line).is_some());
    let mut from = 0;
    let parts: Vec<&str> = if is_run {
        text.split('\n').collect()
    } else {
        vec![text]
    };
    for part in parts {
        let line = prose.slice(from..from + part.len());
        from += part.len() + 1;
        // "This leaflet was written from:" introduces; it is no entry.
        if line.is_blank() || line.text().trim_end().ends_with(':') {
            continue;
        }
        *number = number.saturating_add(1);
        let entry = entry(facts, &[&line], line.whole(), *number);
        *number = entry.number;
        found.push(entry);
    }
}

fn entry(facts: &Facts<'_>, proses: &[&Prose], span: Span, number: u32) -> Reference {
    let mut builder = ProseBuilder::new(span);
    let mut urls = Vec::new();
    let mut linked_words = 0;
    for prose in proses {
        if !builder.is_empty() {
            builder.push_verbatim(" ", span.start());
        }
        builder.push_verbatim(prose.text(), span.start());
        for (mark, url) in prose.links() {
            urls.push(url.to_owned());
            let words = prose.text().get(mark.range.clone()).unwrap_or("");
            if !words.contains("://") {
                linked_words = linked_words.max(words.split_whitespace().count());
            }
        }
    }
    let text = builder.text();
    let written = written_number(text);
    urls.extend(spelt_urls(text));
    once(&mut urls);
    let lower = folded(text);
    let has_pubmed = urls.iter().any(|url| url.contains("pubmed"));
    let tokens = Tokens::of(&without_urls(text));
    let hits = facts.book().find(std::slice::from_ref(&tokens));
    let names_publisher = [Table::Publisher, Table::Journal]
        .iter()
        .any(|table| !hits.of(table.index()).is_empty());
    let letters = tokens
        .words()
        .filter(|word| word.chars().any(char::is_alphabetic) && *word != "doi" && *word != "pmid")
        .count();
    Reference {
        number: written.unwrap_or(number),
        is_numbered: written.is_some(),
        span,
        years: years_in(text),
        parts: Parts {
            title: linked_words >= 2 || letters >= TITLE_WORDS || segments(text) >= 2,
            publisher: names_publisher || segments(text) >= 3,
            doi: lower.contains("10.")
                && (lower.contains("doi") || urls.iter().any(|url| url.contains("doi.org"))),
            pmid: lower.contains("pmid") || lower.contains("pmcid") || has_pubmed,
        },
        text: lower,
        urls,
    }
}

/// An entry with fewer words has no title: "NICE guideline NG59".
const TITLE_WORDS: usize = 4;

/// The parts of a citation that a full stop parts: authors, title, journal.
fn segments(text: &str) -> usize {
    text.split(". ")
        .filter(|part| part.chars().filter(|char| char.is_alphabetic()).count() > 3)
        .count()
}

/// The number written before an entry: `[3] ...`, `3. ...`, `3) ...`.
fn written_number(text: &str) -> Option<u32> {
    let text = text.trim_start();
    let bracketed = text.strip_prefix('[');
    let rest = bracketed.unwrap_or(text);
    let digits = rest.len()
        - rest
            .trim_start_matches(|char: char| char.is_ascii_digit())
            .len();
    let number = rest.get(..digits)?.parse().ok()?;
    let after = rest.get(digits..)?;
    let closes = match bracketed {
        Some(_) => after.starts_with(']'),
        None => (after.starts_with(". ") || after.starts_with(") ")) && digits <= 3,
    };
    closes.then_some(number)
}

/// Leaves each address once, the first time: most readers of Markdown and pasted text make a link of one that is spelt out.
fn once(urls: &mut Vec<String>) {
    let mut known = BTreeSet::new();
    urls.retain(|url| {
        let bare = url
            .trim_start_matches("https://")
            .trim_start_matches("http://");
        known.insert(bare.trim_end_matches('/').to_owned())
    });
}

/// The addresses that the text spells out.
fn spelt_urls(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace().filter_map(|word| {
        let word = word.trim_matches(|char: char| {
            matches!(char, '(' | ')' | '<' | '>' | '.' | ',' | ';' | '[' | ']')
        });
        is_url(word).then(|| word.to_owned())
    })
}

fn is_url(word: &str) -> bool {
    word.contains("://")
        || word.starts_with("www.")
        || [".org", ".com", ".gov", ".uk", ".net", ".edu", ".int", ".es"]
            .iter()
            .any(|end| word.ends_with(end) || word.contains(&format!("{end}/")))
}

fn without_urls(text: &str) -> String {
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !is_url(word))
        .collect();
    words.join(" ")
}

/// The years in a text: four digits from 1900 to 2099 that no other digit, dash, colon or slash touches.
pub fn years_in(text: &str) -> Vec<i32> {
    let bytes = text.as_bytes();
    let touches = |byte: Option<&u8>| {
        byte.is_some_and(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'/' | b'.' | b'-' | b'_' | b'=')
        })
    };
    let mut years = Vec::new();
    let mut at = 0;
    while let Some(window) = bytes.get(at..at + 4) {
        if !matches!(window, [b'1', b'9', ..] | [b'2', b'0', ..]) {
            at += 1;
            continue;
        }
        let digits = window.iter().all(u8::is_ascii_digit);
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let after = bytes.get(at + 4);
        // "2020." ends a sentence and "2020:" a heading; "2020.12" and "2020:45" are numbers. "2020-03-04" is a date.
        let is_followed = match after {
            Some(b'.' | b':') => bytes.get(at + 5).is_some_and(u8::is_ascii_digit),
            Some(b'-') => {
                !bytes
                    .get(at + 5..at + 7)
                    .is_some_and(|month| month.iter().all(u8::is_ascii_digit))
                    || bytes.get(at + 7).is_some_and(u8::is_ascii_digit)
            }
            Some(byte) => byte.is_ascii_digit() || *byte == b'_',
            None => false,
        };
        let is_dated =
            before == Some(&b'/') && at >= 3 && bytes.get(at - 2).is_some_and(u8::is_ascii_digit);
        if digits && (!touches(before) || is_dated) && !is_followed {
            years.extend(
                text.get(at..at + 4)
                    .and_then(|year| year.parse::<i32>().ok()),
            );
        }
        at += 1;
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    #[test]
    fn years_are_told_from_pages_and_addresses() {
        let cases: &[(&str, &[i32])] = &[
            ("Spine J. 2021;14(2):2001-2010. doi:10.1000/2019.5", &[2021]),
            ("Guideline 59, 2016, updated 2020.", &[2016, 2020]),
            ("Read on 2026-03-04 and 3/4/2025", &[2026, 2025]),
            ("https://example.org/2019/x", &[]),
            ("Costs 12000 or 1999", &[1999]),
            ("J Pain 2019:45, 2020: a review", &[2020]),
        ];
        for (text, expected) in cases {
            assert_eq!(years_in(text), *expected, "{text}");
        }
    }

    fn entries(text: &str) -> Vec<Reference> {
        let source = Source::new(
            "a.md",
            format!("# T\n\n## References\n\n{text}\n"),
            Format::Markdown,
        );
        let article = parse::article(source);
        Facts::find(&article, &Settings::of(&article))
            .references()
            .to_vec()
    }

    #[test]
    fn entries_are_read_from_lists_and_paragraphs() {
        let listed =
            entries("3. Lee A. Walking and the back. Spine J. 2021;14:9.\n4. NICE guideline");
        assert_eq!(
            listed.iter().map(|entry| entry.number).collect::<Vec<_>>(),
            [3, 4]
        );
        assert!(listed[0].is_numbered && listed[0].parts.title && listed[0].can_be_found());
        assert!(!listed[1].parts.title && listed[1].years.is_empty());
        let written = entries(
            "We used:\n\n[1] Lee A. Walking. doi:10.1000/1\n\n[2] NHS. [Back pain today](https://example.org/back). 2020.",
        );
        assert_eq!(written.len(), 2);
        assert!(written[0].parts.doi);
        assert_eq!(written[1].urls, ["https://example.org/back"]);
        assert_eq!(written[1].number, 2);
    }
}
