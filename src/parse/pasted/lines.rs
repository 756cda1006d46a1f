//! The lines of a pasted text, in groups parted by blank lines; what a line is for is told elsewhere.

use super::orders::{self, Order};
use super::quoted;
use crate::article::Role;
use crate::lexicon::constant::regex;
use crate::parse::roles::headings::{self, HeadingWords};
use crate::source::{PartOf, Span, heading_mark, line_end};
use regex::Regex;
use std::cell::OnceCell;
use std::sync::LazyLock;

static BULLET: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"^(?:(?:[•·◦▪▸‣●○■□☐►▶➢➤❖◆✦✓✔☑§–—*+-]|[\u{f000}-\u{f0ff}])[\s\u{a0}]+|o(?:\t|[ \u{a0}]{2,})[\s\u{a0}]*)\S",
    )
});
static NUMBER: LazyLock<Regex> = LazyLock::new(|| regex(r"^(\d{1,3})[.)][\s\u{a0}]+\S"));
/// A line drawn under a heading or between two parts.
static DRAWN: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(?:-{3,}|={3,}|\*{3,}|~{3,}|—{3,}|─{3,})$"));

/// Lines between blank lines; each line without white space at its ends.
pub(super) type Group<'s> = Vec<Line<'s>>;

/// A line with what its first characters show.
#[derive(Debug)]
pub(super) struct Line<'s> {
    pub(super) text: &'s str,
    pub(super) span: Span,
    /// The width of the white space before it; a tab counts four.
    pub(super) indent: usize,
    /// The tabs before it.
    pub(super) tabs: usize,
    pub(super) marker: Option<Marker>,
    /// Whether a `#` before it, which is no part of it, says that it is a heading.
    pub(super) is_marked: bool,
    /// Whether it is drawn under a heading or between two parts.
    pub(super) is_drawn: bool,
    /// What it is by the lines around it.
    pub(super) look: Look,
    roles: OnceCell<Vec<Role>>,
}

/// What a line is by the lines around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// That is to be seen.
    Open,
    /// An item without a bullet.
    Item,
    /// The first cell of a row of a table without tabs.
    RowHead,
    /// Another cell of such a row.
    Cell,
}

/// The bullet or number before an item.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marker {
    pub(super) number: Option<u64>,
    /// The bytes of the marker with the space after it.
    pub(super) width: usize,
}

impl<'s> Line<'s> {
    /// `text`, which stands at `span` after `blank`.
    fn new(text: &'s str, span: Span, blank: &str) -> Self {
        if let Some(mark) = heading_mark(text) {
            return Self {
                marker: None,
                is_marked: true,
                ..Self::new(
                    text.part(mark..),
                    Span::new(span.start() + mark, span.end()),
                    blank,
                )
            };
        }
        let widths = blank.chars().map(|char| if char == '\t' { 4 } else { 1 });
        Self {
            text,
            span,
            indent: widths.sum(),
            tabs: blank.matches('\t').count(),
            marker: marker(text),
            is_marked: false,
            is_drawn: DRAWN.is_match(text),
            look: Look::Open,
            roles: OnceCell::new(),
        }
    }

    /// The roles that the line names as a heading; they are looked up once, always with the same words.
    pub(super) fn roles(&self, words: &HeadingWords) -> &[Role] {
        self.roles
            .get_or_init(|| words.roles(&headings::tokens(self.text)))
    }

    /// Whether it holds a tab, which parts two cells.
    pub(super) fn has_tab(&self) -> bool {
        self.text.contains('\t')
    }

    /// The small letter that the line starts with, as "a." or "b)" before a step.
    pub(super) fn letter(&self) -> Option<char> {
        let mut chars = self.text.chars();
        let letter = chars.next().filter(char::is_ascii_lowercase)?;
        let is_sign = matches!(chars.next(), Some('.' | ')'));
        (is_sign && chars.next().is_some_and(char::is_whitespace)).then_some(letter)
    }

    /// Whether the line starts with a number.
    pub(super) fn is_numbered(&self) -> bool {
        self.marker.is_some_and(|marker| marker.number.is_some())
    }

    /// The line's sign as an item: its first character, `0` for every number.
    pub(super) fn glyph(&self) -> char {
        if self.look == Look::Item {
            return '•';
        }
        let first = self.text.chars().next().unwrap_or('-');
        if first.is_ascii_digit() { '0' } else { first }
    }
}

/// The groups of `text` from byte `start` on without `orders`; none is empty. A line that holds nothing but such a comment
/// parts two groups as a blank one does: it speaks of what follows. A heading with a `#` is a group by itself.
pub(super) fn groups<'s>(text: &'s str, start: usize, orders: &[Order]) -> Vec<Group<'s>> {
    let mut groups = vec![Group::new()];
    let mut at = start;
    let body = text.get(start..).unwrap_or("");
    let lines: Vec<&str> = body.split_inclusive(line_end(text)).collect();
    let mut quoted = quoted::runs(&lines).into_iter().flatten().peekable();
    for (number, raw) in lines.into_iter().enumerate() {
        let mark = quoted.next_if_eq(&number).map_or(0, |_| quoted::mark(raw));
        let line = Span::new(at + mark, at + raw.len());
        at += raw.len();
        let left = orders::left(line, orders);
        if left
            .iter()
            .all(|part| text.part(part.range()).trim().is_empty())
        {
            groups.push(Group::new());
        }
        for part in left {
            let raw = text.part(part.range());
            let words = raw.trim();
            if words.is_empty() {
                continue;
            }
            let blank = raw.len() - raw.trim_start().len();
            let start = part.start() + blank;
            let span = Span::new(start, start + words.len());
            let line = Line::new(words, span, raw.part(..blank));
            if line.is_marked {
                groups.extend([vec![line], Group::new()]);
            } else if let Some(group) = groups.last_mut() {
                group.push(line);
            }
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

fn marker(text: &str) -> Option<Marker> {
    if let Some(found) = NUMBER.captures(text) {
        let number = found.get(1)?.as_str().parse().ok()?;
        return Some(Marker {
            number: Some(number),
            width: found.get(0)?.end() - last_char(found.get(0)?.as_str()),
        });
    }
    let found = BULLET.find(text)?;
    Some(Marker {
        number: None,
        width: found.end() - last_char(found.as_str()),
    })
}

fn last_char(text: &str) -> usize {
    text.chars().next_back().map_or(0, char::len_utf8)
}
