//! Where links lead, and the numbered notes that print their addresses.

use super::Labels;
use super::LinkNotes;
use crate::source::{PartOf, Span};
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

/// Where a link leads as far as paper can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    /// An address with its scheme, or `#anchor` inside the handout.
    pub(super) url: String,
    /// What is said of it after its words, if anything needs to be.
    pub(super) note: Option<Note>,
}

/// What is said after the words of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Note {
    /// The number under which its address is printed.
    Number(usize),
    /// Its address.
    Address(String),
}

/// Numbers the links of one handout, in the order in which they are met.
#[derive(Debug, Default)]
pub(super) struct Targets<'a> {
    /// The article's own address, against which relative links are read.
    base: Option<&'a str>,
    /// The anchors of the handout.
    anchors: BTreeSet<&'a str>,
    /// What is said of links.
    notes: LinkNotes,
    /// How many numbers in brackets the article has typed itself, up to the highest: those of its citations.
    typed: usize,
    /// The addresses with a note and where each first stands; a note's number is its place here behind `typed`.
    urls: Vec<(String, Span)>,
    /// The number of each.
    numbers: HashMap<String, usize>,
}

impl<'a> Targets<'a> {
    /// No note yet; `base` is the address at which the article is published, and `typed` the highest number in brackets of
    /// its own.
    pub(super) fn new(
        base: Option<&'a str>,
        anchors: BTreeSet<&'a str>,
        notes: LinkNotes,
        typed: usize,
    ) -> Self {
        let base = base.filter(|base| web_address(base).is_some());
        Self {
            base,
            anchors,
            typed: match notes {
                LinkNotes::Numbered => typed,
                // These notes look like no citation.
                LinkNotes::Named | LinkNotes::Inline | LinkNotes::Omitted => 0,
            },
            notes,
            urls: Vec::new(),
            numbers: HashMap::new(),
        }
    }

    /// Where `url`, shown as `words` by the link at `span`, leads; `None` where paper cannot say.
    pub(super) fn target(&mut self, url: &str, words: &str, span: Span) -> Option<Target> {
        let url = printable(url);
        if let Some(anchor) = url.strip_prefix('#') {
            let known = self.anchors.contains(anchor);
            return known.then_some(Target { url, note: None });
        }
        let url = match scheme(&url).as_deref() {
            Some("http" | "https" | "mailto" | "tel") => url,
            Some(_) => return None,
            None => join(self.base?, &url),
        };
        let note = if shows(words, &url) {
            None
        } else {
            match self.notes {
                LinkNotes::Numbered | LinkNotes::Named => {
                    Some(Note::Number(self.number(&url, span)))
                }
                LinkNotes::Inline => Some(Note::Address(url.clone())),
                LinkNotes::Omitted => None,
            }
        };
        Some(Target { url, note })
    }

    /// The address to which a picture leads, where it is printed below the picture: that of a page on the web, unless links
    /// are only named, or left out.
    pub(super) fn address_of_picture(&self, url: &str) -> Option<String> {
        let url = printable(url);
        let is_web = matches!(scheme(&url).as_deref(), Some("http" | "https"));
        let is_printed = matches!(self.notes, LinkNotes::Numbered | LinkNotes::Inline);
        (is_web && is_printed).then_some(url)
    }

    /// The addresses with a note, in the order of their numbers, each with its number and where it stands in the source.
    pub(super) fn notes(&self) -> impl Iterator<Item = (usize, &str, Span)> {
        let numbered = self.urls.iter().zip(self.typed + 1..);
        numbered.map(|((url, span), number)| (number, url.as_str(), *span))
    }

    /// The note on link `number` as it stands after the link's words.
    pub(super) fn call(&self, labels: &Labels, number: usize) -> String {
        match self.notes {
            LinkNotes::Named => {
                let name = lower_first(&labels.link_number(number));
                format!("({})", name.replace(' ', "\u{a0}"))
            }
            LinkNotes::Numbered | LinkNotes::Inline | LinkNotes::Omitted => format!("[{number}]"),
        }
    }

    /// What stands before address `number` in the list.
    pub(super) fn marker(&self, labels: &Labels, number: usize) -> String {
        match self.notes {
            LinkNotes::Named => format!("{}:", labels.link_number(number)),
            LinkNotes::Numbered | LinkNotes::Inline | LinkNotes::Omitted => format!("[{number}]"),
        }
    }

    fn number(&mut self, url: &str, span: Span) -> usize {
        if let Some(number) = self.numbers.get(url) {
            return *number;
        }
        self.urls.push((url.to_owned(), span));
        let number = self.typed + self.urls.len();
        self.numbers.insert(url.to_owned(), number);
        number
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_lowercase);
    first.chain(chars).collect()
}

/// The scheme of `url` in small letters, if it has one. Control characters and white space, which browsers skip, are
/// skipped.
pub(crate) fn scheme(url: &str) -> Option<String> {
    let skipped = |ch: &char| !ch.is_control() && !ch.is_whitespace();
    let url: String = url.chars().filter(skipped).collect();
    let (scheme, _) = url.split_once(':')?;
    let starts = scheme.starts_with(|ch: char| ch.is_ascii_alphabetic());
    let good = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '+' | '-' | '.');
    (starts && scheme.chars().all(good)).then(|| scheme.to_ascii_lowercase())
}

/// `url` on one line without gaps: white space is percent-encoded, control characters are left out.
pub(super) fn printable(url: &str) -> String {
    let mut printable = String::new();
    for ch in url.trim().chars().filter(|ch| !ch.is_control()) {
        if ch.is_whitespace() {
            let mut bytes = [0; 4];
            for byte in ch.encode_utf8(&mut bytes).bytes() {
                let _ = write!(printable, "%{byte:02X}");
            }
        } else {
            printable.push(ch);
        }
    }
    printable
}

/// What is printed of an address: all of it, but for mail and telephone without the scheme.
pub(super) fn shown(url: &str) -> &str {
    match scheme(url).as_deref() {
        Some("mailto") => {
            let address = after_scheme(url);
            address.split_once('?').map_or(address, |(to, _)| to)
        }
        Some("tel") => after_scheme(url),
        _ => url,
    }
}

/// Whether the words of a link already show its address.
fn shows(words: &str, url: &str) -> bool {
    let words = words.trim();
    match scheme(url).as_deref() {
        Some("mailto") => words.to_lowercase().contains(&shown(url).to_lowercase()),
        Some("tel") => shows_number(&digits(words), &digits(after_scheme(url))),
        _ => bare(words) == bare(url),
    }
}

/// Whether `written` is `dialled`, or is it without the country's code: `020 7946 0000` for `+442079460000`.
fn shows_number(written: &str, dialled: &str) -> bool {
    let national = written.trim_start_matches('0');
    written == dialled || (national.len() >= 5 && dialled.ends_with(national))
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn after_scheme(url: &str) -> &str {
    url.split_once(':').map_or(url, |(_, rest)| rest)
}

/// A web address without what people leave out when they write one: scheme, `www.`, a last slash.
fn bare(url: &str) -> &str {
    let rest = match scheme(url).as_deref() {
        Some("http" | "https") => after_scheme(url).trim_start_matches('/'),
        _ => url,
    };
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.strip_suffix('/').unwrap_or(rest)
}

/// The parts of a web address that relative ones are joined to: scheme, host, path.
pub(super) fn web_address(url: &str) -> Option<(&str, &str, &str)> {
    let (scheme, rest) = url.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
        return None;
    }
    let rest = rest.split(['?', '#']).next().unwrap_or(rest);
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    (!host.is_empty()).then_some((scheme, host, path))
}

/// The relative `url` read against `base`, as RFC 3986 section 5.2 says.
fn join(base: &str, url: &str) -> String {
    let Some((scheme, host, path)) = web_address(base) else {
        return url.to_owned();
    };
    if url.starts_with("//") {
        return format!("{scheme}:{url}");
    }
    if url.is_empty() || url.starts_with('?') {
        return format!("{scheme}://{host}{path}{url}");
    }
    let folder = if url.starts_with('/') {
        ""
    } else {
        path.rfind('/').map_or("/", |last| path.part(..=last))
    };
    let (target, rest) = url.split_at(url.find(['?', '#']).unwrap_or(url.len()));
    let whole = without_dots(&format!("{folder}{target}"));
    format!("{scheme}://{host}{whole}{rest}")
}

/// A path from the root with its `.` and `..` carried out.
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let last = parts.len().saturating_sub(1);
    for (index, part) in parts.into_iter().enumerate() {
        if part == ".." {
            kept.pop();
        }
        match part {
            "." | ".." if index == last => kept.push(""),
            "." | ".." => {}
            part => kept.push(part),
        }
    }
    format!("/{}", kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notes(base: Option<&'static str>) -> Targets<'static> {
        Targets::new(base, BTreeSet::from(["help"]), LinkNotes::Numbered, 0)
    }

    #[test]
    fn numbers_go_on_behind_those_that_the_article_has_typed() {
        for (how, number) in [(LinkNotes::Numbered, 3), (LinkNotes::Named, 1)] {
            let mut notes = Targets::new(None, BTreeSet::new(), how, 2);
            let target = notes.target("https://example.org/a", "a", Span::default());
            assert_eq!(target.unwrap().note, Some(Note::Number(number)));
            let listed: Vec<usize> = notes.notes().map(|(number, ..)| number).collect();
            assert_eq!(listed, [number]);
        }
    }

    #[test]
    fn each_address_is_numbered_once_unless_its_words_show_it() {
        let mut notes = notes(None);
        let cases = [
            ("https://example.org/a", "our guide", Some(1)),
            ("https://example.org/b", "another", Some(2)),
            ("https://example.org/a", "the guide again", Some(1)),
            ("https://www.example.org/", "example.org", None),
            ("https://example.org/a", "https://example.org/a", None),
            ("mailto:help@example.org", "help@example.org", None),
            ("mailto:help@example.org?subject=Hi", "write to us", Some(3)),
            ("tel:+442079460000", "call 020 7946 0000", None),
            ("tel:999", "999", None),
            ("tel:+15550100", "the helpline", Some(4)),
            ("#help", "below", None),
        ];
        for (url, words, note) in cases {
            let target = notes.target(url, words, Span::default()).unwrap();
            assert_eq!(target.note, note.map(Note::Number), "{words} -> {url}");
        }
        let printed: Vec<&str> = notes.notes().map(|(_, url, _)| shown(url)).collect();
        assert_eq!(
            printed,
            [
                "https://example.org/a",
                "https://example.org/b",
                "help@example.org",
                "+15550100"
            ]
        );
    }

    #[test]
    fn links_that_paper_cannot_follow_are_none() {
        let mut notes = notes(None);
        for url in [
            "#nowhere",
            "/conditions/back-pain",
            "next.html",
            "javascript:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,x",
        ] {
            assert_eq!(notes.target(url, "words", Span::default()), None, "{url}");
        }
    }

    #[test]
    fn relative_links_are_joined_to_the_articles_address() {
        let mut notes = notes(Some("https://example.org/leaflets/back/pain?x=1"));
        for (url, whole) in [
            ("/a", "https://example.org/a"),
            ("b", "https://example.org/leaflets/back/b"),
            ("../c/./d?q#f", "https://example.org/leaflets/c/d?q#f"),
            ("../../../../e/", "https://example.org/e/"),
            ("..", "https://example.org/leaflets/"),
            ("//other.org/f", "https://other.org/f"),
            ("?g", "https://example.org/leaflets/back/pain?g"),
        ] {
            assert_eq!(
                notes.target(url, "words", Span::default()).unwrap().url,
                whole
            );
        }
    }

    #[test]
    fn an_address_never_has_a_gap() {
        let url = "https://example.org/a b\u{a0}c\u{1b}";
        let target = notes(None).target(url, "x", Span::default());
        assert_eq!(target.unwrap().url, "https://example.org/a%20b%C2%A0c");
    }
}
