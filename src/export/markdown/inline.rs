//! Running text as Markdown: what would be markup is escaped, marks become markup that is read back as the same.

use super::unwrap;
use crate::article::{Mark, MarkKind, Prose};
use std::borrow::Cow;

/// Where a text stands, for what means something there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a paragraph.
    Lines,
    /// In a heading, which has one line.
    Heading,
    /// In a line of its own.
    Line,
    /// In a cell of a table.
    Cell,
}

/// `prose` as Markdown.
pub(super) fn inline(prose: &Prose, place: Place) -> String {
    let prose = prose.trimmed();
    let mut out = String::new();
    let mut open: Vec<(usize, &Mark, String)> = Vec::new();
    let pieces = prose.pieces();
    for (index, piece) in pieces.iter().enumerate() {
        // Marks that end here or are not in this piece are closed, with those that were opened after them.
        let stays = open
            .iter()
            .zip(&piece.marks)
            .take_while(|((index, ..), (other, _))| index == other)
            .count();
        for (_, mark, closing) in open.drain(stays..).rev() {
            close(&mut out, mark, &closing);
        }
        let before = out.chars().next_back();
        for (number, mark) in piece.marks.iter().skip(stays) {
            let is_inner_link = matches!(mark.kind, MarkKind::Link { .. })
                && open.iter().any(|(_, _, closing)| closing.starts_with("]("));
            let (opening, closing) = if is_inner_link {
                (String::new(), String::new())
            } else {
                markup(&prose, mark, before, piece.text)
            };
            out.push_str(&opening);
            open.push((*number, mark, closing));
        }
        let is_code = open
            .iter()
            .any(|(_, mark, closing)| mark.kind == MarkKind::Code && closing.ends_with('`'));
        let in_link = open.iter().any(|(_, _, closing)| closing.starts_with("]("));
        let starts_line = index == 0 || out.ends_with('\n');
        if is_code {
            out.push_str(&piece.text.replace('\n', " "));
        } else {
            let line = Line {
                starts: starts_line,
                in_link,
            };
            out.push_str(&escaped(&clean(piece.text), place, line));
        }
    }
    for (_, mark, closing) in open.drain(..).rev() {
        close(&mut out, mark, &closing);
    }
    out
}

fn close(out: &mut String, mark: &Mark, closing: &str) {
    let space = if mark.kind == MarkKind::Code {
        String::new()
    } else {
        out.split_off(without_space(out).len())
    };
    out.push_str(closing);
    out.push_str(&space);
}

/// `text` without spaces and line ends at its end: before the end of a mark they would keep it from being read as one.
fn without_space(text: &str) -> &str {
    let mut kept = text;
    loop {
        let shorter = kept.strip_suffix("\\\n").unwrap_or(kept);
        let shorter = shorter.trim_end_matches([' ', '\u{a0}']);
        if shorter.len() == kept.len() {
            return kept;
        }
        kept = shorter;
    }
}

/// What opens and closes a mark.
fn markup(prose: &Prose, mark: &Mark, before: Option<char>, text: &str) -> (String, String) {
    let words = prose.text().get(mark.range.clone()).unwrap_or("");
    let after = prose
        .text()
        .get(mark.range.end..)
        .and_then(|rest| rest.chars().next());
    let sides = |sign: &str, tag: &str| {
        if stands_free(before, words, after) {
            (sign.to_owned(), sign.to_owned())
        } else {
            (format!("<{tag}>"), format!("</{tag}>"))
        }
    };
    match &mark.kind {
        MarkKind::Strong => sides("**", "strong"),
        MarkKind::Emphasis => sides("*", "em"),
        MarkKind::Strikethrough => ("<del>".to_owned(), "</del>".to_owned()),
        MarkKind::Superscript => ("<sup>".to_owned(), "</sup>".to_owned()),
        MarkKind::Subscript => ("<sub>".to_owned(), "</sub>".to_owned()),
        // Nothing inside backticks is markup, and backticks side by side are one sign.
        MarkKind::Code
            if has_marks(prose, mark) || meets_code(prose, mark) || words.contains("*[") =>
        {
            ("<code>".to_owned(), "</code>".to_owned())
        }
        MarkKind::Code => {
            let longest = words.split(|ch| ch != '`').map(str::len).max().unwrap_or(0);
            let fence = "`".repeat(longest + 1);
            let pad = if text.starts_with('`') || text.ends_with('`') {
                " "
            } else {
                ""
            };
            (format!("{fence}{pad}"), format!("{pad}{fence}"))
        }
        MarkKind::Link { url, title } => {
            let url = unwrap::target(url).map_or(Cow::Borrowed(url.as_str()), Cow::Owned);
            if words == url && is_plain_address(&url) {
                return (String::new(), String::new());
            }
            (
                "[".to_owned(),
                format!("]({}{})", address(&url), title_of(title.as_deref())),
            )
        }
        MarkKind::Image { url } => ("![".to_owned(), format!("]({})", address(url))),
        MarkKind::Footnote { .. } => (String::new(), String::new()),
    }
}

/// Whether some of the text of `mark` has other marks.
fn has_marks(prose: &Prose, mark: &Mark) -> bool {
    let touches =
        |other: &Mark| other.range.start < mark.range.end && mark.range.start < other.range.end;
    let mut others = prose.marks().iter().filter(|other| *other != mark);
    others.any(touches)
}

/// Whether other code begins right where `mark` ends, or ends where it begins.
fn meets_code(prose: &Prose, mark: &Mark) -> bool {
    let meets =
        |other: &Mark| other.range.end == mark.range.start || other.range.start == mark.range.end;
    let mut others = prose.marks().iter().filter(|other| *other != mark);
    others.any(|other| other.kind == MarkKind::Code && meets(other))
}

/// Whether signs around `words` are read as the marks of them, whatever letters stand beside.
fn stands_free(before: Option<char>, words: &str, after: Option<char>) -> bool {
    let is_word = |ch: Option<char>| ch.is_some_and(char::is_alphanumeric);
    let is_free = |ch: Option<char>| {
        ch.is_none_or(|ch| ch.is_whitespace() || ch == '(' || ch == ',' || ch == '.' || ch == ':')
    };
    is_free(before)
        && is_free(after)
        && is_word(words.chars().next())
        && is_word(words.chars().next_back())
}

fn is_plain_address(url: &str) -> bool {
    let web = url.starts_with("https://") || url.starts_with("http://");
    web && url
        .chars()
        .all(|ch| ch.is_ascii_graphic() && !matches!(ch, '<' | '>' | '\\' | '&'))
}

/// A target as it stands in brackets.
pub(super) fn address(url: &str) -> String {
    let mut out = String::from("<");
    for ch in url.trim().chars() {
        match ch {
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '&' => out.push_str("&amp;"),
            ch if ch.is_control() => {}
            ch => out.push(ch),
        }
    }
    let is_simple = out
        .chars()
        .skip(1)
        .all(|ch| ch.is_ascii_graphic() && !matches!(ch, '(' | ')'))
        && out.len() > 1;
    if is_simple {
        return out.split_off(1);
    }
    out + ">"
}

/// A title with the space before it.
pub(super) fn title_of(title: Option<&str>) -> String {
    let title = title.map(str::trim).filter(|title| !title.is_empty());
    title.map_or_else(String::new, |title| {
        let words: Vec<&str> = title.split_whitespace().collect();
        let title = words
            .join(" ")
            .replace('\\', "\\\\")
            .replace('"', "\\\"")
            .replace('&', "&amp;");
        format!(" \"{title}\"")
    })
}

/// `text` without what an editor does not see; a no-break space after a number stays, for it keeps a dose together.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::new();
    for ch in text.chars() {
        match ch {
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            '\u{a0}' if !out.ends_with(|ch: char| ch.is_ascii_digit()) => out.push(' '),
            ch => out.push(ch),
        }
    }
    out
}

/// `text` with a backslash before each sign that would be markup.
fn escaped(text: &str, place: Place, first: Line) -> String {
    let mut out = String::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push_str(match place {
                Place::Lines => "\\\n",
                Place::Heading | Place::Line => " ",
                Place::Cell => "<br>",
            });
        }
        let line = if index > 0 { line.trim_start() } else { line };
        let at = Line {
            starts: (first.starts || index > 0) && matches!(place, Place::Lines | Place::Line),
            ..first
        };
        push_line(&mut out, line, at);
    }
    out
}

/// Where a text stands in its line.
#[derive(Debug, Clone, Copy)]
struct Line {
    /// Whether it is the first in a line of a paragraph.
    starts: bool,
    /// Whether it is in the words of a link.
    in_link: bool,
}

/// The address at the start of `text`, if it must be set apart: it has signs that would be escaped, or more than a full stop
/// follows that would be read as a part of it.
fn bare_address(text: &str) -> Option<&str> {
    let ends = |ch: char| ch.is_whitespace() || "{}[]()<>`|^\\&".contains(ch) || !ch.is_ascii();
    let end = text.find(ends).unwrap_or(text.len());
    let marks: &[char] = &['.', ',', ';', ':', '!', '?', '\'', '"', '*', '_', '~'];
    let url = text.get(..end)?.trim_end_matches(marks);
    let rest = text.get(url.len()..)?.trim_start_matches(marks);
    let is_apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let is_address = is_plain_address(url) && !url.ends_with("//");
    (is_address && (!is_apart || url.contains(['*', '_', '~']))).then_some(url)
}

fn push_line(out: &mut String, line: &str, at_line: Line) {
    let at_start = at_line.starts;
    let number = line.len()
        - line
            .trim_start_matches(|ch: char| ch.is_ascii_digit())
            .len();
    let mut copied = 0;
    for (at, ch) in line.char_indices() {
        if at < copied {
            continue;
        }
        let names_scheme =
            at_line.in_link && line.get(at..).is_some_and(|rest| rest.starts_with("://"));
        let starts_word = !at_line.in_link
            && line
                .get(..at)
                .is_none_or(|before| before.is_empty() || before.ends_with([' ', '(']));
        if starts_word && let Some(url) = line.get(at..).and_then(bare_address) {
            out.push('<');
            out.push_str(url);
            out.push('>');
            copied = at + url.len();
            continue;
        }
        let is_first = at == 0 && at_start;
        let rest = line.get(at + ch.len_utf8()..).unwrap_or("");
        let next = rest.chars().next();
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        // What other tools read in braces and between carets is read before escapes are.
        let reference = match ch {
            '{' => Some("&#123;"),
            '^' => Some("&#94;"),
            '*' if next == Some('[') => Some("&#42;"),
            _ => None,
        };
        if let Some(reference) = reference {
            out.push_str(reference);
            continue;
        }
        let is_markup = match ch {
            '\\' | '`' | '*' | '<' | '~' | '[' | ']' | '|' => true,
            '_' => {
                !(before.is_some_and(char::is_alphanumeric)
                    && next.is_some_and(char::is_alphanumeric))
            }
            '&' => next.is_some_and(|next| next.is_ascii_alphanumeric() || next == '#'),
            '!' => next == Some('[') || next.is_none(),
            '#' => before.is_none_or(char::is_whitespace) || is_first,
            // An address in the words of a link would be a link of its own.
            ':' if names_scheme => true,
            '.' if at_line.in_link
                && line.get(..at).is_some_and(|before| before.ends_with("www")) =>
            {
                true
            }
            '@' if at_line.in_link => true,
            '>' | '=' | ':' | '-' | '+' => is_first,
            '.' | ')' => at_start && number > 0 && at == number,
            _ => false,
        };
        if is_markup {
            out.push('\\');
        }
        out.push(ch);
    }
}
