//! Breaks the long lines of an example so that they fit on a terminal and still are the same example.
//!
//! Only text and list items are broken, where Markdown has a space for a line end. Headings, tables, front matter and
//! whatever would become something else at the start of a line stay as they are.

use super::wrap::wrapped;

/// The lines of an example in at most `width` columns, as far as that leaves its meaning.
pub(super) fn folded(lines: &[&str], width: usize) -> Vec<String> {
    let mut out = Vec::new();
    let mut fence: Option<&str> = None;
    let mut rest = lines;
    while let Some((line, after)) = rest.split_first() {
        rest = after;
        let is_first = out.is_empty();
        let mark = ["```", "~~~", "---"].into_iter().find(|mark| {
            line.starts_with(mark) && (*mark != "---" || is_first || fence == Some(mark))
        });
        let within = fence.is_some() || mark.is_some();
        fence = match (fence, mark) {
            (Some(open), Some(mark)) if open == mark => None,
            (None, mark) => mark,
            (open, _) => open,
        };
        if within || line.chars().count() <= width {
            out.push((*line).to_owned());
            continue;
        }
        // A paragraph of long lines is broken as a whole; else every second line would be short.
        let more = rest.iter().take_while(|next| goes_on(next)).count();
        let (joined, after) = rest.split_at_checked(more).unwrap_or((&[], rest));
        let whole = std::iter::once(line).chain(joined).copied();
        let whole: Vec<&str> = whole.collect();
        match broken(&whole.join(" "), width) {
            Some(lines) => {
                out.extend(lines);
                rest = after;
            }
            None => out.push((*line).to_owned()),
        }
    }
    out
}

/// Whether a line goes on with the paragraph before it, whatever that is.
fn goes_on(line: &str) -> bool {
    let is_label = line
        .split_once(':')
        .is_some_and(|(label, _)| label.split(' ').count() <= 3);
    line.starts_with(|first: char| first.is_alphabetic()) && !is_label && !is_mark(line)
}

/// A line in several; `None` where a line end would change what it is.
fn broken(line: &str, width: usize) -> Option<Vec<String>> {
    let indent = line.len() - line.trim_start().len();
    let (space, text) = line.split_at_checked(indent)?;
    let head = item_mark(text);
    let is_text =
        text.starts_with(|first: char| first.is_alphanumeric() || "“\"'(*_[<¿¡".contains(first));
    if head == 0 && (!is_text || text.starts_with("[^") || text.starts_with("<!--")) {
        return None;
    }
    let (mark, text) = text.split_at_checked(head)?;
    let first = format!("{space}{mark}");
    let rest = " ".repeat(first.chars().count());
    let lines = wrapped(text, width, &first, &rest);
    let (_, following) = lines.split_first()?;
    let is_whole = lines
        .iter()
        .map(|line| line.trim())
        .collect::<Vec<_>>()
        .join(" ")
        == line.trim();
    let is_safe = following.iter().all(|line| !is_mark(line.trim_start()));
    (is_whole && is_safe).then_some(lines)
}

/// Whether a line would start something of its own: a list item, a heading, a quotation, a table, a rule.
fn is_mark(line: &str) -> bool {
    item_mark(line) > 0
        || line.starts_with(['#', '>', '|', '=', '+', '-', '•', '·', '◦', '–', ':', '<'])
        || line.starts_with("* ")
        || line.starts_with("Q:")
        || line.starts_with("A:")
}

/// The bytes of the mark that makes a list item of `line`, the space after it included; 0 where it is none.
fn item_mark(line: &str) -> usize {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = line.split_at_checked(digits).map_or("", |(_, after)| after);
    let marks: &[&str] = if digits > 0 {
        &[". ", ") "]
    } else {
        &["- ", "* ", "+ ", "• "]
    };
    let mark = marks.iter().find(|mark| after.starts_with(**mark));
    mark.map_or(0, |mark| digits + mark.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_items_are_broken_and_nothing_else_is() {
        let lines = [
            "# A heading that is longer than the line is wide",
            "",
            "Rest the leg for two days. Then walk a little",
            "more each day.",
            "",
            "- Put ice on the ankle for ten minutes",
            "10. Take one tablet with water in the evening",
            "| a table that is wide | and wider | than all |",
            "Take 5 mg or, if that does not help you, up to 12. Then stop.",
        ];
        let wanted = [
            "# A heading that is longer than the line is wide",
            "",
            "Rest the leg for two days.",
            "Then walk a little more each",
            "day.",
            "",
            "- Put ice on the ankle for",
            "  ten minutes",
            "10. Take one tablet with",
            "    water in the evening",
            "| a table that is wide | and wider | than all |",
            "Take 5 mg or, if that does",
            "not help you, up to 12. Then",
            "stop.",
        ];
        assert_eq!(folded(&lines, 28), wanted);
    }

    #[test]
    fn a_line_that_would_begin_with_a_mark_stays_whole() {
        for line in [
            "Take it as long as you need it - not longer",
            "Take one tablet, never more than 2. Stop then",
        ] {
            for width in 10..40 {
                let lines = folded(&[line], width);
                assert!(lines.iter().skip(1).all(|line| !is_mark(line)), "{lines:?}");
                assert_eq!(lines.join(" "), line);
            }
        }
    }
}
