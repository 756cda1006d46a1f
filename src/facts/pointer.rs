//! Places of the text that send the reader to another part of the article: "see Table 2", "the list below".

use super::Facts;
use crate::article::{MarkKind, ProseKind, Role, TextKind};
use crate::lexicon::Tokens;
use crate::source::bytes::has_byte;
use crate::source::{PartOf, Span};
use std::ops::Range;

/// A pointer to another part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer {
    /// The sentence.
    pub sentence: usize,
    /// The words that name the target.
    pub span: Span,
    /// What is pointed at.
    pub target: Target,
}

/// What a pointer points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// "Table 2", "Box 1", "Appendix A": the kind in lower case and its label.
    Labelled {
        /// `table`, `figure`, `box`, ...
        kind: &'static str,
        /// The number or letter.
        label: String,
    },
    /// "the table below", "the picture above".
    Near {
        /// `table`, `figure`, `list`, ...
        kind: &'static str,
        /// Whether it is said to come after.
        is_below: bool,
    },
    /// A section by its name, as written.
    Section(String),
}

/// Words for things that can be pointed at, and the kind that each is.
fn kind(word: &str) -> Option<&'static str> {
    Some(match word {
        "table" | "tables" => "table",
        "figure" | "fig" | "figures" | "image" | "picture" | "diagram" | "photo"
        | "illustration" | "drawing" => "figure",
        "box" => "box",
        "appendix" => "appendix",
        "page" => "page",
        "step" => "step",
        "chart" | "graph" => "chart",
        "video" => "video",
        "section" => "section",
        "list" | "checklist" => "list",
        _ => return None,
    })
}

/// Every pointer, in reading order.
pub(super) fn pointers(facts: &Facts<'_>) -> Vec<Pointer> {
    let mut found = Vec::new();
    for index in 0..facts.sentences.len() {
        let is_text = match facts.sentence(index).within.kind {
            TextKind::Title | TextKind::Heading => false,
            TextKind::In(kind) => matches!(
                kind,
                ProseKind::Paragraph | ProseKind::Item | ProseKind::Cell
            ),
        };
        if !is_text {
            continue;
        }
        let before = found.len();
        in_sentence(facts, index, &mut found);
        if found.len() > before && facts.is_in_roles(index, &[Role::References, Role::Resources]) {
            found.truncate(before);
        }
    }
    found
}

fn in_sentence(facts: &Facts<'_>, index: usize, found: &mut Vec<Pointer>) {
    let text = facts.sentence(index).text();
    let tokens = facts.tokens_of(index);
    for at in 0..tokens.len() {
        let Some(kind) = kind(tokens.word(at)) else {
            continue;
        };
        let pointer = labelled(tokens, at, kind)
            .or_else(|| named(text, tokens, at, kind))
            .or_else(|| near(tokens, at, kind));
        let Some((words, target)) = pointer else {
            continue;
        };
        let span = facts.span_of(index, words.clone());
        if !is_linked(facts, index, &words) && !is_elsewhere(tokens, words.end) {
            found.push(Pointer {
                sentence: index,
                span,
                target,
            });
        }
    }
    found.extend(quoted(facts, index));
}

/// "see Table 2", "go back to step 9", "(Figure 1)".
fn labelled(tokens: &Tokens, at: usize, kind: &'static str) -> Option<(Range<usize>, Target)> {
    let label = tokens.word(at + 1);
    let is_number = label.len() <= 2 && label.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = kind == "appendix" && label.len() == 1;
    if label.is_empty() || !(is_number || is_letter) || matches!(kind, "list" | "video" | "section")
    {
        return None;
    }
    let points = (at.saturating_sub(3)..at).any(|before| is_lead(tokens.word(before)));
    // "Page 3 of 5", "table 2 hours", "step 1 of the ladder".
    let counts = matches!(
        tokens.word(at + 2),
        "of" | "hours" | "days" | "minutes" | "weeks" | "times"
    );
    (points && !counts).then(|| {
        (
            at..at + 2,
            Target::Labelled {
                kind,
                label: label.to_owned(),
            },
        )
    })
}

fn is_lead(word: &str) -> bool {
    matches!(
        word,
        "see"
            | "refer"
            | "in"
            | "shown"
            | "repeat"
            | "back"
            | "to"
            | "from"
            | "turn"
            | "on"
            | "follow"
            | "read"
            | "check"
            | "described"
            | "listed"
    )
}

/// "the section on sleep below", "section called Sleep": what it is said to be about.
fn named(
    text: &str,
    tokens: &Tokens,
    at: usize,
    kind: &'static str,
) -> Option<(Range<usize>, Target)> {
    if kind != "section"
        || !(at.saturating_sub(4)..at)
            .any(|before| matches!(tokens.word(before), "see" | "read" | "refer" | "check"))
    {
        return None;
    }
    let lead = tokens.word(at + 1);
    if !matches!(lead, "on" | "about" | "called" | "titled" | "headed") {
        return None;
    }
    let start = at + 2;
    let mut end = start;
    while end < tokens.len() && end - start < 6 {
        let gap = tokens.gap_before(text, end);
        if gap.contains([',', '.', ';', ')', '(', ':'])
            || matches!(
                tokens.word(end),
                "below" | "above" | "for" | "if" | "of" | "in" | "to"
            ) && end > start
        {
            break;
        }
        end += 1;
    }
    let place = tokens.place(start..end);
    let name = text.get(place)?.to_owned();
    // "the section on asthma of our site" is not here.
    let is_here = !matches!(tokens.word(end), "of" | "in");
    (end > start && is_here).then_some((start..end, Target::Section(name)))
}

/// "the table below", "the picture above".
fn near(tokens: &Tokens, at: usize, kind: &'static str) -> Option<(Range<usize>, Target)> {
    let is_below = match tokens.word(at + 1) {
        "below" => true,
        "above" => false,
        _ => return None,
    };
    let is_bare = at
        .checked_sub(1)
        .is_some_and(|before| matches!(tokens.word(before), "the" | "this"));
    (is_bare && matches!(kind, "table" | "figure" | "chart" | "video" | "list"))
        .then_some((at..at + 2, Target::Near { kind, is_below }))
}

/// See "Looking after yourself" below; the section “Sleep”.
fn quoted(facts: &Facts<'_>, index: usize) -> Option<Pointer> {
    let text = facts.sentence(index).text();
    if !has_byte(text, |byte| byte == b'"' || byte == 0xe2) {
        return None;
    }
    let tokens = facts.tokens_of(index);
    let (open, close) = text.char_indices().find_map(|(at, char)| match char {
        '"' => Some((at, '"')),
        '“' => Some((at, '”')),
        _ => None,
    })?;
    let from = open + text.part(open..).chars().next()?.len_utf8();
    let to = from + text.part(from..).find(close)?;
    let words = tokens.within(from..to);
    let before = |back: usize| {
        words
            .start
            .checked_sub(back)
            .map_or("", |at| tokens.word(at))
    };
    let after = tokens.word(words.end);
    let sends = |word: &str| {
        matches!(
            word,
            "see" | "read" | "under" | "refer" | "check" | "in" | "to"
        )
    };
    let says_section = before(1) == "section"
        || after == "section"
        || (matches!(before(1), "called" | "titled" | "headed") && before(2) == "section");
    let is_near = matches!(after, "below" | "above") || tokens.word(words.end + 1) == "below";
    let leads = (1..=4).any(|back| sends(before(back)));
    let is_pointer =
        (says_section && leads) || (is_near && (1..=2).any(|back| sends(before(back))));
    if words.is_empty()
        || !is_pointer
        || is_linked(facts, index, &words)
        || is_elsewhere(tokens, words.end + usize::from(after == "section"))
    {
        return None;
    }
    Some(Pointer {
        sentence: index,
        span: facts.span_of(index, words),
        target: Target::Section(
            text.get(from..to)?
                .trim_end_matches(['.', ',', '?'])
                .to_owned(),
        ),
    })
}

/// "on page 3 of your booklet": the target is part of something else.
fn is_elsewhere(tokens: &Tokens, end: usize) -> bool {
    matches!(tokens.word(end), "of" | "in" | "on" | "from" | "at")
}

/// Whether a link covers one of the words.
fn is_linked(facts: &Facts<'_>, index: usize, words: &Range<usize>) -> bool {
    let Some(sentence) = facts.sentences.get(index) else {
        return false;
    };
    let place = facts.tokens_of(index).place(words.clone());
    let (from, to) = (
        sentence.range.start + place.start,
        sentence.range.start + place.end,
    );
    let mut marks = sentence.within.prose.marks().iter();
    marks.any(|mark| {
        matches!(mark.kind, MarkKind::Link { .. }) && mark.range.start < to && from < mark.range.end
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    fn targets(text: &str) -> Vec<String> {
        let article = parse::article(Source::new(
            "a.md",
            format!("# A\n\n{text}\n"),
            Format::Markdown,
        ));
        let facts = Facts::find(&article, &Settings::of(&article));
        let tell = |one: &Pointer| match &one.target {
            Target::Labelled { kind, label } => format!("{kind} {label}"),
            Target::Near { kind, is_below } => {
                format!("{kind} {}", if *is_below { "below" } else { "above" })
            }
            Target::Section(name) => name.clone(),
        };
        facts.pointers().iter().map(tell).collect()
    }

    #[test]
    fn pointers_are_told_from_other_words() {
        let cases: &[(&str, &[&str])] = &[
            ("See Table 2 for doses.", &["table 2"]),
            ("Doses are shown in figure 1.", &["figure 1"]),
            ("Repeat from step 3.", &["step 3"]),
            ("Use the table below.", &["table below"]),
            (
                "See “Looking after yourself” below.",
                &["Looking after yourself"],
            ),
            ("Read the section on sleep below.", &["sleep"]),
            ("See the section \"Sleep\".", &["Sleep"]),
            ("Lie on a table 2 hours a day.", &[]),
            ("See page 3 of your booklet.", &[]),
            ("See [Table 2](https://example.org).", &[]),
            ("She said \"I feel well\".", &[]),
            ("Put the arm above the table.", &[]),
        ];
        for (text, wanted) in cases {
            assert_eq!(&targets(text), wanted, "{text}");
        }
    }
}
