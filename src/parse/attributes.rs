//! Notes to other tools inside running text: `{.class}`, `{#id}`, `*[GP]: general practitioner`; and `^raised^` text.

use super::draft::Draft;
use crate::article::MarkKind;
use crate::source::{PartOf, Span};
use std::collections::BTreeSet;
use std::ops::Range;

/// The longest text between carets that is read as raised: `10^9^`, `1^st^`.
const LONGEST_RAISED: usize = 12;

/// Takes attribute lists out of `draft`: those at the end of a line, and those right behind a link, an image or other
/// marked text. Gives the last `#id` among those at its very end. Lists in double braces are text to be filled in.
pub(super) fn remove(draft: &mut Draft, source: &str) -> Option<String> {
    if !draft.text().contains('{') {
        return None;
    }
    let mut id = None;
    let mut cuts: Vec<Range<usize>> = Vec::new();
    let surroundings = Surroundings::of(draft);
    for line in draft.lines() {
        let mut notes = Vec::new();
        let mut from = line.start;
        while let Some(offset) = draft.text().part(from..line.end).find('{') {
            let start = from + offset;
            from = start + 1;
            if let Some((length, found)) = list(draft.text().part(start..line.end)) {
                notes.push((start..start + length, found));
                from = start + length;
            }
        }
        // From the last one back, so that each sees what is left of the line behind it.
        let mut end = line.end;
        let mut line_cuts = Vec::new();
        for (range, found) in notes.into_iter().rev() {
            let ends_line = draft.text().part(range.end..end).trim().is_empty();
            let written = draft.source_of(range.start).and_then(|at| source.get(at..));
            // An escaped brace was meant to be read.
            let is_note = written.is_some_and(|written| written.starts_with('{'))
                && (ends_line || surroundings.ends.contains(&range.start))
                && !surroundings.is_code(range.start);
            if !is_note {
                continue;
            }
            if ends_line {
                end = range.start;
                if line.end == draft.len() {
                    id = id.or(found);
                }
            }
            line_cuts.push(range);
        }
        let left = draft.text().part(line.start..end).trim().is_empty();
        if left && !line_cuts.is_empty() {
            cuts.push(draft.with_break(line));
        } else {
            cuts.extend(line_cuts);
        }
    }
    draft.remove_all(cuts);
    id
}

/// Where marks end and where code is.
struct Surroundings {
    ends: BTreeSet<usize>,
    code: Vec<Range<usize>>,
}

impl Surroundings {
    fn of(draft: &Draft) -> Self {
        let code = draft
            .marks()
            .iter()
            .filter(|mark| mark.kind == MarkKind::Code);
        let mut code: Vec<_> = code.map(|mark| mark.range.clone()).collect();
        code.sort_by_key(|range| range.start);
        Self {
            ends: draft.marks().iter().map(|mark| mark.range.end).collect(),
            code,
        }
    }

    fn is_code(&self, at: usize) -> bool {
        let index = self.code.partition_point(|range| range.end <= at);
        self.code
            .get(index)
            .is_some_and(|range| range.contains(&at))
    }
}

/// The length of the attribute list at the start of `text`, and the id in it.
fn list(text: &str) -> Option<(usize, Option<String>)> {
    let body = text.strip_prefix('{')?;
    let end = body.find(['{', '}', '\n'])?;
    if !body.part(end..).starts_with('}') {
        return None;
    }
    let inside = body
        .part(..end)
        .strip_prefix(':')
        .unwrap_or(body.part(..end));
    let mut id = None;
    let mut rest = inside.trim();
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let length = attribute(rest)?;
        if let Some(name) = rest.part(..length).strip_prefix('#') {
            id = Some(name.to_owned());
        }
        rest = rest.part(length..).trim_start();
    }
    Some((end + 2, id))
}

/// The length of `.class`, `#id` or `key=value` at the start of `text`.
fn attribute(text: &str) -> Option<usize> {
    let name = |text: &str| {
        text.find(|ch: char| !(ch.is_alphanumeric() || matches!(ch, '-' | '_' | ':' | '.')))
            .unwrap_or(text.len())
    };
    let sign = text.starts_with(['.', '#']);
    let length = usize::from(sign) + name(text.part(usize::from(sign)..));
    let after = text.part(length..);
    if sign {
        let ends = after.is_empty() || after.starts_with([' ', '.', '#']);
        return (length > 1 && ends).then_some(length);
    }
    let value = after.strip_prefix('=').filter(|_| length > 0)?;
    let quoted = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => value.part(1..).find(quote).map(|end| end + 2)?,
        _ => value.find(' ').unwrap_or(value.len()),
    };
    Some(length + 1 + quoted)
}

/// Takes out lines that explain an abbreviation to the site's generator: `*[GP]: general practitioner`. One whose star is
/// written as an entity is meant to be read.
pub(super) fn remove_abbreviations(draft: &mut Draft, source: &str) {
    if !draft.text().contains("*[") {
        return;
    }
    let mut lines = draft.lines();
    lines.retain(|line| {
        let text = draft.text().part(line.clone());
        let start = line.start + text.len() - text.trim_start().len();
        is_abbreviation(text) && is_written(draft, source, start, '*')
    });
    draft.remove_all(
        lines
            .into_iter()
            .map(|line| draft.with_break(line))
            .collect(),
    );
}

fn is_abbreviation(line: &str) -> bool {
    line.trim_start()
        .strip_prefix("*[")
        .and_then(|rest| rest.split_once(']'))
        .is_some_and(|(short, long)| !short.is_empty() && long.starts_with(':'))
}

/// Whether the sign at `at` of the text stands in the source as it is, not as an entity.
fn is_written(draft: &Draft, source: &str, at: usize, sign: char) -> bool {
    let written = draft.source_of(at).and_then(|at| source.get(at..));
    written.is_some_and(|written| written.starts_with(sign))
}

/// Marks text between carets as raised where it follows a letter or digit and holds no white space. A caret that is written
/// as an entity is meant to be read.
pub(super) fn superscripts(draft: &mut Draft, source: &str) {
    if !draft.text().contains('^') {
        return;
    }
    let surroundings = Surroundings::of(draft);
    let mut cuts: Vec<Range<usize>> = Vec::new();
    let mut raised = Vec::new();
    let mut from = 0;
    while let Some(offset) = draft.text().part(from..).find('^') {
        let start = from + offset;
        from = start + 1;
        let text = draft.text();
        let joined = text
            .part(..start)
            .chars()
            .next_back()
            .is_some_and(char::is_alphanumeric);
        let mut inside = text.part(from..).char_indices().take(LONGEST_RAISED + 1);
        let end = inside.find(|(_, ch)| *ch == '^' || ch.is_whitespace());
        let closed = end.filter(|(length, ch)| *length > 0 && *ch == '^');
        if let Some((length, _)) = closed
            && joined
            && !surroundings.is_code(start)
            && is_written(draft, source, start, '^')
        {
            let last = from + length;
            raised.push(from..last);
            cuts.extend([start..from, last..last + 1]);
            from = last + 1;
        }
    }
    for range in raised {
        let first = draft
            .source_of(range.start.saturating_sub(1))
            .unwrap_or_default();
        let last = draft.source_of(range.end).unwrap_or(first);
        draft.mark(range, MarkKind::Superscript, Span::new(first, last + 1));
    }
    draft.remove_all(cuts);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The draft of `source` with a break for each line end, links marked by `<` and `>`.
    fn draft(source: &str) -> Draft {
        let mut draft = Draft::default();
        for (number, line) in source.split('\n').enumerate() {
            let at = line.as_ptr() as usize - source.as_ptr() as usize;
            if number > 0 {
                draft.push_break(" ", Span::new(at - 1, at));
            }
            draft.push_verbatim(line, at);
        }
        draft
    }

    #[test]
    fn attributes_go_and_words_stay() {
        for (source, expected, id) in [
            ("Causes {#why}", "Causes ", Some("why")),
            ("Causes {: #why .x}", "Causes ", Some("why")),
            ("last item\n{.list--check}", "last item", None),
            ("{.intro}\nfirst line", "first line", None),
            ("a {rel=external}\nb", "a \nb", None),
            ("a {title=\"b c\"}", "a ", None),
            ("Take {{ dose }}", "Take {{ dose }}", None),
            ("a {name} b", "a {name} b", None),
            ("a {.5 mg} b", "a {.5 mg} b", None),
            ("in {.middle} of a line", "in {.middle} of a line", None),
            ("{not an=attribute}", "{not an=attribute}", None),
            ("a {}", "a {}", None),
        ] {
            let mut draft = draft(source);
            let found = remove(&mut draft, source);
            assert_eq!(draft.text(), expected.replace('\n', " "), "{source}");
            assert_eq!(found.as_deref(), id, "{source}");
        }
    }

    #[test]
    fn abbreviation_lines_go() {
        let source = "Go to A&E.\n*[A&E]: accident and emergency\n*[GP]: doctor\nGo now.";
        let mut draft = draft(source);
        remove_abbreviations(&mut draft, source);
        assert_eq!(draft.text(), "Go to A&E. Go now.");
    }

    #[test]
    fn carets_raise_only_what_they_close_on() {
        for (source, expected, marks) in [
            ("10^9^ cells", "109 cells", 1),
            ("10^9/L and 10^6/L", "10^9/L and 10^6/L", 0),
            ("2 ^ 3", "2 ^ 3", 0),
            ("1^st^ and 2^nd^", "1st and 2nd", 2),
        ] {
            let mut draft = draft(source);
            superscripts(&mut draft, source);
            assert_eq!(draft.text(), expected);
            assert_eq!(draft.marks().len(), marks, "{source}");
        }
    }
}
