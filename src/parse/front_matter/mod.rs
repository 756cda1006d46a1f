//! Front matter: the YAML between `---` lines at the very start.
//!
//! A mistake in one key is a problem at its place and leaves the other keys readable. What only looks like front matter,
//! a rule between two paragraphs, is text.

mod clinic;
mod keys;
mod values;
mod yaml;

use crate::article::{Meta, Problem};
use crate::source::{PartOf, Span};
use keys::Reader;
use yaml::{Node, Value};

/// What was read before the body.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    /// What it says.
    pub(super) meta: Meta,
    /// What is wrong with it.
    pub(super) problems: Vec<Problem>,
    /// The first byte after it.
    pub(super) body: usize,
}

/// Reads the front matter of `text`, which starts at byte `start` and has `values_max` values at most.
pub(super) fn read(text: &str, start: usize, values_max: usize) -> FrontMatter {
    let none = FrontMatter {
        body: start,
        ..FrontMatter::default()
    };
    let Some((yaml, whole, body)) = fenced(text, start) else {
        return FrontMatter {
            problems: misplaced(text, start).into_iter().collect(),
            ..none
        };
    };
    let entries = match yaml::read(text, yaml, values_max) {
        Ok(Node {
            value: Value::Map(map),
            ..
        }) => Ok(map),
        Ok(Node {
            value: Value::Null, ..
        }) if text.part(yaml.range()).trim().is_empty() => Ok(Vec::new()),
        Ok(_) => return none,
        Err(fault) => Err(fault),
    };
    let mut reader = Reader::new(text, whole);
    match entries {
        Ok(map) => reader.entries(map),
        Err(fault) => {
            let keys = top_keys(text, yaml);
            if keys
                .first()
                .is_none_or(|first| !text.part(yaml.start()..first.start()).trim().is_empty())
            {
                return none;
            }
            reader.salvage(&keys, &fault, values_max);
        }
    }
    FrontMatter {
        meta: reader.meta,
        problems: reader.problems,
        body,
    }
}

/// The YAML between the fences, the whole with its fences, and the first byte after it.
fn fenced(text: &str, start: usize) -> Option<(Span, Span, usize)> {
    let mut lines = text
        .part(start..)
        .split_inclusive('\n')
        .scan(start, |at, line| {
            let from = *at;
            *at += line.len();
            Some((from, line))
        });
    let (_, first) = lines.next()?;
    if first.trim_end() != "---" || !first.ends_with('\n') {
        return None;
    }
    let inside = start + first.len();
    let (at, line) = lines.find(|(_, line)| matches!(line.trim_end(), "---" | "..."))?;
    let whole = Span::new(start, at + line.trim_end().len());
    Some((Span::new(inside, at), whole, at + line.len()))
}

/// What is meant as front matter, by its first key, but lacks its last line or does not stand on the first line.
fn misplaced(text: &str, start: usize) -> Option<Problem> {
    let blank = text.part(start..).len() - text.part(start..).trim_start().len();
    let rest = text.part(start + blank..);
    let (fence, inside) = rest.split_once('\n')?;
    let (key, _) = inside.lines().next()?.split_once(':')?;
    if fence.trim_end() != "---" || !keys::is_known(key) {
        return None;
    }
    let fence = Span::new(start + blank, start + blank + fence.trim_end().len());
    let (message, help) = if fenced(text, fence.start()).is_none() {
        (
            "the front matter has no end, so it is read as part of the article",
            "end it with a line of three hyphens: ---",
        )
    } else {
        (
            "the front matter does not start on the first line, so it is read as part of the article",
            "take out the empty lines above it",
        )
    };
    Some(Problem {
        message: message.to_owned(),
        help: Some(help.to_owned()),
        span: fence,
    })
}

/// The pieces of `yaml` that start with a key at the left margin.
fn top_keys(text: &str, yaml: Span) -> Vec<Span> {
    let mut starts = Vec::new();
    let mut at = yaml.start();
    for line in text.part(yaml.range()).split_inclusive('\n') {
        let name = line.split(':').next().unwrap_or("");
        let is_name = |ch: char| ch.is_alphanumeric() || matches!(ch, '_' | '-' | ' ' | '"' | '\'');
        let is_key = line.contains(':') && name.chars().all(is_name);
        if is_key && !name.starts_with([' ', '-']) && !name.is_empty() {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([yaml.end()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| Span::new(*start, end))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_a_problem_at_its_place_and_the_rest_is_read() {
        for (line, message, at) in [
            (
                "reviewed: 03/04/2026",
                "`reviewed: 03/04/2026` is not a date",
                "03/04/2026",
            ),
            ("title: [a, b]", "`title` should be one text", "a, b"),
            (
                "region: United States",
                "`region: United States` is not a country code",
                "United States",
            ),
            (
                "lang: spanish",
                "`lang: spanish` is not a language code",
                "spanish",
            ),
            (
                "roles:\n  Going home: after-care",
                "there is no role called `after-care`",
                "after-care",
            ),
            ("lang: en\nlang: es", "`lang` is given twice", "lang"),
            (
                "title: Knee: what helps",
                "the front matter is not valid YAML: mapping values are not allowed in this context",
                "title: Knee: what helps",
            ),
        ] {
            let text = format!("---\nversion: 7\n{line}\nauthor: Ana\n---\n");
            let read = read(&text, 0, 1_000);
            assert_eq!(read.problems.len(), 1, "{line}: {:?}", read.problems);
            let problem = &read.problems[0];
            assert_eq!(problem.message, message);
            assert_eq!(&text[problem.span.range()], at);
            assert_eq!(read.meta.authors.len(), 1, "{line}");
            assert_eq!(
                read.meta.version.map(|version| version.value).as_deref(),
                Some("7")
            );
        }
    }

    #[test]
    fn what_is_not_front_matter_is_text() {
        for text in [
            "---\n\nA rule opens this article.\n\n---\n",
            "---\nNote: a rule opens this article.\n",
            "---\n- a\n- b\n---\n",
            "--- \n# Heading: of text\n---\nx",
            "text\n---\na: b\n---\n",
            "+++\ntitle = 'toml'\n+++\n",
            "---",
            "",
        ] {
            let read = read(text, 0, 1_000);
            assert_eq!(read.body, 0, "{text}");
            assert_eq!(read.problems, []);
        }
    }

    #[test]
    fn front_matter_without_an_end_or_below_an_empty_line_is_told_and_left_in_the_text() {
        for (text, message, at) in [
            (
                "---\r\ntitle: never closed\r\n\r\n# Knee\r\n",
                "has no end",
                0,
            ),
            ("\n\n---\nlang: es\n---\n# Knee\n", "the first line", 2),
        ] {
            let read = read(text, 0, 1_000);
            assert_eq!(read.body, 0, "{text}");
            assert_eq!(read.problems.len(), 1, "{text}");
            assert!(read.problems[0].message.contains(message), "{text}");
            assert_eq!(read.problems[0].span, Span::new(at, at + 3), "{text}");
        }
    }

    #[test]
    fn fences_and_line_ends_of_all_kinds() {
        for text in [
            "---\r\ntitle: Señal\r\n---\r\nx",
            "--- \ntitle: Señal\n...\nx",
            "---\ntitle: Señal\n---\nx",
        ] {
            let read = read(text, 0, 1_000);
            let title = read.meta.title.unwrap();
            assert_eq!(&text[title.span.range()], "Señal");
            assert_eq!(&text[read.body..], "x");
        }
    }
}
