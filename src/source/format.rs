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
    /// Markdown heading.
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
        if is_txt && !text.lines().any(is_heading) {
            Self::Pasted
        } else {
            Self::Markdown
        }
    }
}

/// One to six `#` at the start of the line, a space, then words.
fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    let marks = line.len() - rest.len();
    (1..=6).contains(&marks) && rest.starts_with(' ') && !rest.trim().is_empty()
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
            ("a.txt", "words\n\n###### Deep", Format::Markdown),
            ("a.txt", "####### seven", Format::Pasted),
        ];
        for (name, text, format) in cases {
            assert_eq!(Format::of(name, text), format, "{name} {text:?}");
        }
    }
}
