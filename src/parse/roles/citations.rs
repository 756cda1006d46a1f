//! References that no heading names: footnotes, lists and runs of paragraphs that read as citations.

use super::Finder;
use crate::article::{Block, BlockKind, PlaceKind, Prose, Role, RoleSource, Section};
use crate::lexicon::constant::regex;
use crate::source::Span;
use crate::source::bytes::has_pair;
use regex::Regex;
use std::sync::LazyLock;

/// What only a citation has: a DOI, a number of `PubMed`, "2019;45(3)".
static CERTAIN: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\bdoi\s*[:.]?\s*(?:https?://\S*)?10\.|doi\.org/|\bPMC?ID\s*:?\s*\d|\bISBN\b|\b(?:19|20)\d\d(?: [A-Z][a-z]{2,8}\.?(?: \d{1,2})?)?\s*;\s*\d|\bet al\b",
    )
});
/// What goes with a year in a citation: an author with initials, a journal, a publisher, the day of a visit.
static CLUE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^[^\w]*(?:\d+[.\])]?\s*)?\p{Lu}[\p{L}'’-]+,? (?:\p{Lu}\.? ?){1,3}(?:[,.&(]|and\b|y\b)|\b(?:J|Am|Br|Eur|Int|Clin|Med|Rev|Ann|Arch) [A-Z]|\b(?:Journal|Lancet|BMJ|JAMA|Cochrane|Spine|Guideline|guideline|Press|Elsevier|Springer|Editorial|Revista|Rev\.|Accessed|accessed|Retrieved|Available (?:at|from)|Consultado|Disponible en)\b",
    )
});

/// What each match of [`CERTAIN`] holds that has no year in it.
const SIGNS: &[&str] = &["doi", "pmid", "pmcid", "isbn", "et al"];

/// Whether a text reads as one citation.
pub(super) fn is_citation(text: &str) -> bool {
    let has_year = has_year(text);
    let may_be_certain = || {
        let lower = text.to_ascii_lowercase();
        has_year && lower.contains(';') || SIGNS.iter().any(|sign| lower.contains(sign))
    };
    may_be_certain() && CERTAIN.is_match(text) || has_year && CLUE.is_match(text)
}

/// Whether a text has a year of the last century or this: four digits, no more digits or letters beside them.
fn has_year(text: &str) -> bool {
    let may_start = |one, next| matches!((one, next), (b'1', b'9') | (b'2', b'0'));
    if !has_pair(text, may_start) {
        return false;
    }
    let is_word = |char: char| char.is_alphanumeric() || char == '_';
    let starts = text.match_indices("19").chain(text.match_indices("20"));
    let mut years = starts.filter_map(|(at, _)| {
        let digits = text.as_bytes().get(at + 2..at + 4)?;
        let before = text.get(..at)?.chars().next_back();
        let after = text.get(at + 4..)?.chars().next();
        let alone = !before.is_some_and(is_word) && !after.is_some_and(is_word);
        Some(digits.iter().all(u8::is_ascii_digit) && alone)
    });
    years.any(|is_year| is_year)
}

/// Whether a section holds citations for the most part.
pub(super) fn fill(section: &Section) -> bool {
    let blocks = section.blocks.iter().flat_map(Block::proses);
    let (mut all, mut cited) = (0_usize, 0_usize);
    for (_, prose) in blocks {
        all += 1;
        cited += usize::from(is_citation(prose.text()));
    }
    cited > 0 && cited * 2 >= all
}

/// Finds the places of an article whose own section no heading calls references.
pub(super) fn find(finder: &mut Finder<'_>) {
    let article = finder.article;
    for section in article.all_sections() {
        lists(finder, &section.blocks);
        sections(finder, section);
        paragraphs(finder, &section.blocks);
    }
    footnotes(finder);
}

fn add(finder: &mut Finder<'_>, span: Span, kind: PlaceKind) {
    let known = finder.is_in(Role::References, span) || finder.is_in(Role::Resources, span);
    if !known && !finder.faq.contains(span) {
        finder.add(Role::References, span, kind, None, RoleSource::Content);
    }
}

/// A list all of whose items are citations.
fn lists(finder: &mut Finder<'_>, blocks: &[Block]) {
    for block in blocks {
        let BlockKind::List(list) = &block.kind else {
            continue;
        };
        let cited = list
            .items
            .iter()
            .filter_map(|item| item.prose())
            .filter(|prose| is_citation(prose.text()))
            .count();
        if cited > 0 && cited * 3 >= list.items.len() * 2 {
            add(finder, block.span, PlaceKind::List);
        }
    }
}

/// A headed section that holds nothing but citations, be it a single one: "Where our figures come from".
fn sections(finder: &mut Finder<'_>, section: &Section) {
    let blocks = &section.blocks;
    let cites = |block: &Block| match &block.kind {
        BlockKind::Paragraph(prose) => {
            is_citation(prose.text()) && !prose.has_more_words_than(ENTRY_WORDS)
        }
        _ => false,
    };
    if section.heading.is_some()
        && !blocks.is_empty()
        && section.children.is_empty()
        && blocks.iter().all(cites)
        && let Some(span) = blocks.iter().map(|block| block.span).reduce(Span::cover)
    {
        add(finder, span, PlaceKind::Paragraph);
    }
}

/// Two or more citations in a row.
fn paragraphs(finder: &mut Finder<'_>, blocks: &[Block]) {
    let mut run: Vec<Span> = Vec::new();
    let last = blocks.len();
    for index in 0..=last {
        match blocks.get(index).map(|block| (&block.kind, block.span)) {
            Some((BlockKind::Paragraph(prose), span)) if is_entry(prose) => run.push(span),
            _ => {
                if run.len() > 1
                    && let Some(span) = run.drain(..).reduce(Span::cover)
                {
                    add(finder, span, PlaceKind::Paragraph);
                }
                run.clear();
            }
        }
    }
}

/// The words of a citation: a paragraph that has more and cites is text.
const ENTRY_WORDS: usize = 60;

fn is_entry(prose: &Prose) -> bool {
    prose
        .text()
        .trim_start()
        .starts_with(|char: char| char.is_uppercase() || char.is_ascii_digit() || char == '[')
        && is_citation(prose.text())
        && !prose.has_more_words_than(ENTRY_WORDS)
        && CLUE.is_match(prose.text().trim_start_matches(['[', ' ']))
}

/// Footnotes that cite, those that stand together as one place.
fn footnotes(finder: &mut Finder<'_>) {
    let article = finder.article;
    let cites = |blocks: &[Block]| {
        let mut proses = blocks.iter().flat_map(Block::proses);
        proses.any(|(_, prose)| {
            is_citation(prose.text()) || has_year(prose.text()) || prose.links().next().is_some()
        })
    };
    let mut notes: Vec<Span> = article
        .footnotes
        .iter()
        .filter(|note| cites(&note.blocks))
        .map(|note| note.span)
        .collect();
    notes.sort();
    let mut places: Vec<Span> = Vec::new();
    for note in notes {
        match places.last_mut() {
            Some(last) if is_blank_between(article.source.text(), *last, note) => {
                *last = last.cover(note);
            }
            _ => places.push(note),
        }
    }
    for span in places {
        add(finder, span, PlaceKind::List);
    }
}

fn is_blank_between(text: &str, first: Span, second: Span) -> bool {
    text.get(first.end()..second.start())
        .is_none_or(|between| between.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citations_are_told_from_other_lines() {
        let cases = [
            (
                "Ruiz A, Bell T. Walking and the back. Spine J. 2021;14(2):9-15.",
                true,
            ),
            (
                "[3] Okafor, N. (2019). Load and tendons. Example Press.",
                true,
            ),
            ("Sleep in adults. doi:10.1000/abc.5", true),
            ("https://doi.org/10.1000/182", true),
            ("NICE. Low back pain: guideline NG59. 2016.", true),
            ("Walk for 20 minutes a day.", false),
            ("In 2020 we opened a new clinic.", false),
            ("Example Society guideline, 2020.", true),
            ("Pérez M. Dolor lumbar. Rev Esp Salud. 2018;3:1-4.", true),
        ];
        for (text, expected) in cases {
            assert_eq!(is_citation(text), expected, "{text}");
        }
    }
}
