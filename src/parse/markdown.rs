//! Reads Markdown: `CommonMark` with the GitHub extensions, definition lists, callouts and footnotes.

use super::blocks::Blocks;
use super::comments;
use super::front_matter;
use super::lines::Lines;
use super::quotes::Quotes;
use super::sections;
use crate::article::{
    Allowance, Footnote, LeftOut, Meta, Problem, Promotion, Prose, Role, Section,
};
use crate::source::{PartOf, Source, Span};
use comrak::{Arena, Options, parse_document};

/// What a source says of itself, before its parts are judged.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// The front matter.
    pub(super) meta: Meta,
    /// The visible title.
    pub(super) heading: Option<Prose>,
    /// The sections.
    pub(super) root: Section,
    /// The footnotes that are called, by number.
    pub(super) footnotes: Vec<Footnote>,
    /// Mistakes in front matter and comments.
    pub(super) problems: Vec<Problem>,
    /// Rules silenced by comments.
    pub(super) allowances: Vec<Allowance>,
    /// Roles given by comments, each with the heading or block that it is given to.
    pub(super) explicit_roles: Vec<(Role, Span)>,
    /// Lines of pasted text that were read as structure.
    pub(super) promotions: Vec<Promotion>,
    /// Parts of a web page that are not the article.
    pub(super) left_out: Vec<LeftOut>,
    /// See [`Article::deepest`](crate::article::Article::deepest).
    pub(super) deepest: Option<(usize, Span)>,
}

/// Reads `source` as Markdown. Nothing is refused: what is no markup is text.
pub(super) fn tree(source: &Source, values_max: usize) -> Tree {
    let text = source.text();
    let front = front_matter::read(text, source.body_start(), values_max);
    let lines = Lines::new(text, front.body);
    let body = text.part(front.body..);
    let quotes = Quotes::of(front.meta.lang.as_ref(), body);
    let arena = Arena::new();
    let document = parse_document(&arena, body, &options(body));
    let read = Blocks::new(&lines, quotes, document).document(document);
    let (title, root) = sections::tree(read.parts);
    let notes = comments::read(read.comments, title.as_ref().map(|title| title.span), &root);
    let mut problems = front.problems;
    problems.extend(notes.problems);
    Tree {
        meta: front.meta,
        heading: title.map(|title| title.prose),
        root,
        footnotes: read.footnotes,
        problems,
        allowances: notes.allowances,
        explicit_roles: notes.roles,
        promotions: Vec::new(),
        left_out: Vec::new(),
        deepest: read.deepest,
    }
}

pub(super) fn options(body: &str) -> Options<'static> {
    let mut options = Options::default();
    let extension = &mut options.extension;
    extension.table = true;
    extension.strikethrough = true;
    extension.autolink = true;
    extension.tasklist = true;
    extension.footnotes = true;
    extension.description_lists = true;
    extension.ofm_callouts = true;
    extension.block_directive = has_paired_directives(body);
    // Definitions stay where they are written: one that is never called is still text.
    options.parse.leave_footnote_definitions = true;
    options
}

/// Whether every `:::` fence is closed: one that is not would swallow the rest of the article.
fn has_paired_directives(body: &str) -> bool {
    let mut open = 0_usize;
    let mut paired = false;
    for line in body.lines() {
        let Some(rest) = line.trim_start().strip_prefix(":::") else {
            continue;
        };
        if rest.trim_matches([':', ' ', '\t']).is_empty() {
            let Some(less) = open.checked_sub(1) else {
                return false;
            };
            open = less;
            paired = true;
        } else {
            open += 1;
        }
    }
    paired && open == 0
}
