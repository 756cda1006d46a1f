//! Text pasted from a page: bare lines become headings, lists and paragraphs. Nothing is dropped.
//!
//! Such text has lost its markup but not its shape: blank lines part paragraphs, headings are short lines without a full
//! stop, bullets are characters. Every line that is read as structure is reported as a promotion. Here is the walk from
//! line to line; what a line is, the modules below tell.

mod bare;
mod headings;
mod lines;
mod lists;
mod looks;
mod numbered;
mod orders;
mod prose;
mod quoted;
mod tables;
mod wrapping;

use super::comments;
use super::front_matter;
use super::markdown::Tree;
use super::roles::headings::{self as heading_words, HeadingWords};
use super::sections::{self, Heading, Part};
use crate::article::language;
use crate::article::{Block, BlockKind, Promotion, PromotionKind, Prose};
use crate::source::{PartOf, Source, Span};
use lines::{Group, Line, Look};
use orders::Order;
use wrapping::Run;

/// A pasted text as headings and blocks.
#[derive(Debug, Default)]
struct Pasted {
    /// The title, if there is one, is a heading of level 1 and comes first.
    parts: Vec<Part>,
    promotions: Vec<Promotion>,
}

/// A bare line with more words is a paragraph.
const HEADING_WORDS: usize = 14;
/// A line with more characters may be the first of a paragraph broken at a column.
const SHORT_LINE: usize = 40;
/// A first line with more words is no title.
const TITLE_WORDS: usize = 30;

/// Reads a pasted source; front matter may stand before it.
pub(super) fn tree(source: &Source, values_max: usize) -> Tree {
    let front = front_matter::read(source.text(), source.body_start(), values_max);
    let guessed = language::guess(source.text().part(front.body..));
    let lang = front
        .meta
        .lang
        .as_ref()
        .map_or(guessed, |lang| language::base(&lang.value));
    let orders = orders::orders(source.text(), front.body);
    let pasted = read(source, front.body, lang, &orders);
    let notes = orders::notes(orders, source.text(), &pasted.parts);
    let (heading, root) = sections::tree(pasted.parts);
    let notes = comments::read(notes, heading.as_ref().map(|title| title.span), &root);
    let mut problems = front.problems;
    problems.extend(notes.problems);
    Tree {
        meta: front.meta,
        heading: heading.map(|heading| heading.prose),
        root,
        footnotes: Vec::new(),
        problems,
        allowances: notes.allowances,
        explicit_roles: notes.roles,
        promotions: pasted.promotions,
        deepest: None,
        left_out: Vec::new(),
    }
}

fn read(source: &Source, start: usize, base_lang: &str, orders: &[Order]) -> Pasted {
    let mut groups = lines::groups(source.text(), start, orders);
    let mut reader = Reader {
        source: source.text(),
        lang: base_lang,
        words: heading_words::words(base_lang),
        numbered: false,
        number: None,
        out: Pasted::default(),
        faq: false,
        references: false,
    };
    reader.mark_bare(&mut groups);
    reader.numbered = reader.has_numbered_headings(&groups);
    for (index, group) in groups.iter().enumerate() {
        let is_titled = index == 0 && reader.title(group);
        let rest = group.get(usize::from(is_titled)..).unwrap_or_default();
        reader.lines(rest, groups.get(index + 1));
    }
    reader.out
}

struct Reader<'s> {
    source: &'s str,
    lang: &'s str,
    words: &'static HeadingWords,
    /// Whether short numbered lines are headings in this text.
    numbered: bool,
    /// The number of the last heading of level 2: "1." or "1" before "1.1".
    number: Option<u64>,
    out: Pasted,
    faq: bool,
    references: bool,
}

impl Reader<'_> {
    fn title(&mut self, group: &Group<'_>) -> bool {
        let Some(line) = group.first() else {
            return false;
        };
        let text = line.text;
        let ends = text.ends_with(['.', ';', ',', ':']) && !text.ends_with("..");
        let heads_table = line.has_tab() && group.get(1).is_some_and(Line::has_tab);
        let is_text = ends
            || heads_table
            || line.marker.is_some()
            || text.split_whitespace().count() > TITLE_WORDS
            || !looks::starts_like_heading(text);
        if is_text && !line.is_marked {
            return false;
        }
        let prose = self.prose(&[line.span]);
        self.out.parts.push(Part::Heading(Heading {
            level: 1,
            prose,
            span: line.span,
            id: None,
        }));
        if !line.is_marked {
            self.promote(PromotionKind::Title, line.span);
        }
        true
    }

    /// Reads a group: runs of bullets, bare lines, drawn lines and paragraphs.
    fn lines(&mut self, group: &[Line<'_>], next: Option<&Group<'_>>) {
        let (mut at, mut run) = (0, Run::default());
        while let Some(line) = group.get(at) {
            let mut end = at + 1;
            if line.is_marked {
                self.heading(line);
            } else if line.is_drawn {
                self.rule(line.span);
            } else if self.is_numbered_heading(group, at, next) {
                self.heading(line);
            } else if line.marker.is_some() {
                end = self.list_end(group, at, next);
                self.list(group.part(at..end));
            } else if self.is_heading(group, at, next) {
                self.heading(line);
            } else if line.has_tab() {
                let rows = self.table(group.part(at..));
                end = at + rows.max(1);
                if rows == 0 {
                    self.paragraph(group.part(at..end));
                }
            } else {
                if at >= run.end {
                    run = self.run(group, at, next);
                }
                if line.look != Look::Cell && run.is_wrapped(group, at) {
                    end = run.end;
                }
                self.paragraph(group.part(at..end));
            }
            at = end;
        }
    }

    /// A line drawn under a heading is part of how it looks; elsewhere it parts two pieces of text.
    fn rule(&mut self, span: Span) {
        if !matches!(self.out.parts.last(), Some(Part::Heading(_))) {
            self.out.parts.push(Part::Block(Block {
                kind: BlockKind::Rule,
                span,
            }));
        }
    }

    fn paragraph(&mut self, lines: &[Line<'_>]) {
        let spans: Vec<Span> = lines.iter().map(|line| line.span).collect();
        let prose = self.prose(&spans);
        let span = prose.whole();
        self.out.parts.push(Part::Block(Block {
            kind: BlockKind::Paragraph(prose),
            span,
        }));
    }

    fn prose(&self, lines: &[Span]) -> Prose {
        prose::of(self.source, lines)
    }

    fn promote(&mut self, kind: PromotionKind, span: Span) {
        self.out.promotions.push(Promotion { kind, span });
    }
}
