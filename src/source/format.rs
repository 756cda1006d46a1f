//! How an article is written, and how its name tells.

use std::path::Path;

/// How a source is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// `CommonMark` with the GitHub extensions.
    Markdown,
    /// Text pasted from a page or an editor, without markup.
    Pasted,
    /// A web page.
    Html,
}

impl Format {
    /// The name used in exports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Pasted => "text",
            Self::Html => "html",
        }
    }

    /// How `text` under `name` is written: Markdown, unless the name ends in `.html` or `.htm`, or in `.txt` and no line is a
    /// heading with `#`, or one alone among rows with tabs and bullets of a page, without other marks of Markdown.
    pub fn of(name: &str, text: &str) -> Self {
        let ending = Path::new(name).extension().unwrap_or_default();
        if ["html", "htm"]
            .iter()
            .any(|html| ending.eq_ignore_ascii_case(html))
        {
            return Self::Html;
        }
        let is_txt = Path::new(name)
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("txt"));
        if is_txt && !is_plainly_markdown(text) {
            Self::Pasted
        } else {
            Self::Markdown
        }
    }
}

/// Whether a text has headings with `#`. One alone makes no Markdown of rows with tabs and bullets of a page, which would be lost.
fn is_plainly_markdown(text: &str) -> bool {
    let mut headings = text.lines().filter(|line| heading_mark(line).is_some());
    let is_pasted = || text.lines().any(is_of_page) && !text.lines().any(has_mark);
    headings.next().is_some() && (headings.next().is_some() || !is_pasted())
}

/// Whether a line is a row with tabs, or an item as pages draw it.
fn is_of_page(line: &str) -> bool {
    line.trim().contains('\t') || line.trim_start().starts_with(['•', '◦', '▪', '●'])
}

/// The bytes of the one to six `#` at the start of a line, with the spaces after them, that make a heading of its words; a
/// line with tabs is a row of a table, in which `#` is the number.
pub(crate) fn heading_mark(line: &str) -> Option<usize> {
    let rest = line.trim_start_matches('#');
    let marks = line.len() - rest.len();
    let words = rest.trim_start_matches(' ');
    let is_heading = (1..=6).contains(&marks)
        && words.len() < rest.len()
        && !words.trim().is_empty()
        && !words.trim_end().contains('\t');
    is_heading.then_some(line.len() - words.len())
}

/// Whether a line holds what is written in Markdown only: a link, strong words, a fence, a row of a table.
fn has_mark(line: &str) -> bool {
    let start = line.trim_start();
    let is_strong = line.split("**").nth(2).is_some();
    is_strong
        || line.contains("](")
        || start.starts_with("```")
        || start.starts_with("|--")
        || start.starts_with("| -")
        || start.starts_with("- [ ] ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_text_with_markdown_headings_is_markdown() {
        let cases = [
            ("a.md", "words", Format::Markdown),
            ("a.html", "# words", Format::Html),
            ("a.HTM", "words", Format::Html),
            ("<stdin>", "words", Format::Markdown),
            ("a.txt", "words\n#1 choice\n#hash", Format::Pasted),
            ("a.TXT", "words", Format::Pasted),
            ("a.txt", "# Title\nwords", Format::Markdown),
            ("a.txt", "# Title\nwords\n\n## Part", Format::Markdown),
            ("a.txt", "words\n\n###### Deep", Format::Markdown),
            ("a.txt", "# Title\n**strong** words", Format::Markdown),
            ("a.txt", "# Title\n[a](https://a.org)", Format::Markdown),
            ("a.txt", "# Title\n\n• one\n• two", Format::Pasted),
            ("a.txt", "# Title\n\nDay\tDose\n1\t5 mg", Format::Pasted),
            ("a.txt", "# \tDose\n# 1\t5 mg\n# 2\t9 mg", Format::Pasted),
            ("a.txt", "####### seven", Format::Pasted),
        ];
        for (name, text, format) in cases {
            assert_eq!(Format::of(name, text), format, "{name} {text:?}");
        }
    }
}
