//! An article as Markdown: what was read of a web page or of pasted text, written so that it is read back as the same.
//!
//! No word is lost. What is changed or was guessed on the way is told, each with its place.

mod blocks;
mod inline;
#[cfg(test)]
mod tests;
mod unwrap;

use crate::article::{Article, Date, Located, Meta, PromotionKind};
use crate::facts::placeholder;
use crate::source::Span;
use std::fmt::Write;

/// The Markdown of an article, and what a person should know of how it came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The Markdown, with a newline at the end.
    pub text: String,
    /// What was guessed, left out or changed, by position.
    pub remarks: Vec<Remark>,
}

/// Something that a person should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Where it stands in the source.
    pub span: Span,
    /// What it is, in lower case, without a full stop.
    pub message: String,
}

/// Writes `article` as Markdown.
pub fn to_markdown(article: &Article) -> Imported {
    let mut text = front_matter(article);
    let body = blocks::body(article);
    text.push_str(&body);
    // A terminal would obey control characters, and no reader sees them.
    text.retain(|ch| !ch.is_control() || ch.is_whitespace());
    if !text.ends_with('\n') {
        text.push('\n');
    }
    Imported {
        text,
        remarks: remarks(article),
    }
}

/// The front matter of the source as it is, else what the page says of itself.
fn front_matter(article: &Article) -> String {
    let meta = &article.meta;
    if let Some(span) = meta.span {
        return format!("{}\n\n", article.source.slice(span).trim_end());
    }
    let lines = lines(meta, article.heading.is_none());
    if lines.is_empty() {
        return String::new();
    }
    format!("---\n{lines}---\n\n")
}

fn lines(meta: &Meta, with_title: bool) -> String {
    let mut lines = String::new();
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(lines, "{key}: {value}");
        }
    };
    let text = |value: &Option<Located<String>>| value.as_ref().map(|value| quoted(&value.value));
    let date = |value: &Option<Located<Date>>| value.as_ref().map(|date| date.value.to_iso());
    let list = |values: &[Located<String>]| {
        let quoted: Vec<String> = values.iter().map(|value| quoted(&value.value)).collect();
        (!quoted.is_empty()).then(|| format!("[{}]", quoted.join(", ")))
    };
    line("title", text(&meta.title).filter(|_| with_title));
    line("description", text(&meta.description));
    line("lang", text(&meta.lang));
    line("authors", list(&meta.authors));
    line("reviewers", list(&meta.reviewers));
    line("published", date(&meta.published));
    line("reviewed", date(&meta.reviewed));
    line("canonical_url", text(&meta.canonical_url));
    lines
}

/// A text as YAML: JSON is YAML.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn remarks(article: &Article) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut remark = |span: Span, message: String| remarks.push(Remark { span, message });
    for promotion in &article.promotions {
        let what = match promotion.kind {
            PromotionKind::Title => "read as the title",
            PromotionKind::Heading => "read as a heading",
            PromotionKind::ListItem => "read as a list item",
            PromotionKind::TableRow => "read as a row of a table",
            PromotionKind::Question => "read as a question",
        };
        let words = article.source.slice(promotion.span);
        remark(promotion.span, format!("{what}: {}", shown(words)));
    }
    for left in &article.left_out {
        let words = article.source.slice(left.span).len();
        debug_assert!(words > 0);
        let plural = if left.words == 1 { "word" } else { "words" };
        remark(
            left.span,
            format!("left out, {} {plural}: {}", left.words, left.what),
        );
    }
    for text in article.texts() {
        for (link, url) in text.prose.links() {
            if let Some(target) = unwrap::target(url) {
                remark(link.span, format!("link unwrapped: it leads to {target}"));
            }
        }
        signs(text.prose.text(), &mut |at, message| {
            remark(text.prose.span(at..at + 1), message);
        });
        if placeholder::is_only_placeholders(text.prose.text(), article.base_lang()) {
            let words = shown(text.prose.text());
            remark(
                text.prose.whole(),
                format!("a placeholder, kept: {words}; write what belongs there"),
            );
        }
    }
    remarks.sort_by(|one, other| (one.span, &one.message).cmp(&(other.span, &other.message)));
    remarks
}

/// Tells the first of each sign in `text` that an editor does not see.
fn signs(text: &str, tell: &mut dyn FnMut(usize, String)) {
    for (sign, what) in [
        ('\u{a0}', "no-break space"),
        ('\u{ad}', "soft hyphen"),
        ('\u{200b}', "zero-width space"),
        ('\u{feff}', "byte order mark"),
    ] {
        let count = text.matches(sign).count();
        if let Some(at) = text.find(sign) {
            let does = if sign == '\u{a0}' {
                "kept after a number, else made a space"
            } else {
                "taken out"
            };
            let times = if count == 1 {
                String::new()
            } else {
                format!(", {count} times in this text")
            };
            tell(at, format!("{what} {does}{times}"));
        }
    }
}

/// Some words on one line.
fn shown(text: &str) -> String {
    let line = crate::handout::one_line(text);
    let short: String = line.chars().take(60).collect();
    let more = if short.len() < line.len() { "…" } else { "" };
    format!("\"{short}{more}\"")
}
