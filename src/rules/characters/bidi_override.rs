//! Marks that turn the order of letters round.

use crate::rules::prelude::*;
use crate::source::bytes::has_pair;

rule! {
    /// The article holds marks that show letters in another order than they are written.
    ///
    /// ## Why it matters
    /// A screen shows "05 mg" where the text says "50 mg", or hides half a sentence. Whoever reviews the article sees one text;
    /// screen readers, searches and this check read another. Nobody types such a mark by chance: it comes from a program, or from
    /// somebody who wants to mislead ("Trojan Source", CVE-2021-42574).
    ///
    /// Overrides are flagged in every language. Embeddings and isolates that run from right to left are flagged in a line
    /// without a letter of Arabic or Hebrew, where they can only do harm. The handout leaves all of them out. Places that a reader does not see,
    /// such as comments and the front matter, count as well.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Fever
    ///
    /// Take &#x202e;05&#x202c; mg in the evening.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Fever
    ///
    /// Take 50 mg in the evening. In Hebrew, &#x2067;רופא&#x2069; is a doctor.
    /// ```
    RULE {
        name: "bidi-override", severity: Error, since: "0.1.0",
        standard: "Unicode TR 36 and UTS 55; WCAG 1.3.2",
        summary: "marks show letters in another order than they are written",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let source = &cx.article.source;
    let mut places: Vec<(Span, char)> = Vec::new();
    // Every such mark starts with these two bytes.
    let may_turn = has_pair(source.text(), |one, next| one == 0xe2 && next | 1 == 0x81);
    if may_turn && source.text().contains(is_turning) {
        places.extend(
            turned(source.text()).map(|(range, ch)| (Span::new(range.start, range.end), ch)),
        );
    }
    // What is written as an entity.
    for text in cx.facts.texts.iter().copied() {
        let prose = text.prose;
        if prose.text().is_ascii() {
            continue;
        }
        let found = turned(prose.text()).map(|(range, ch)| (prose.span(range), ch));
        places.extend(found.filter(|(span, ch)| !source.slice(*span).contains(*ch)));
    }
    places.sort();
    places.dedup();
    let Some(((first, character), rest)) = places.split_first() else {
        return;
    };
    let finding = findings
        .report(
            *first,
            format!(
                "letters are shown in another order from here on: U+{:04X}, {}",
                u32::from(*character),
                name(*character)
            ),
        )
        .help("Take the mark out and read the sentence again: what was shown until then may not be what it says.");
    for (span, character) in rest {
        finding.label(*span, format!("{} here", name(*character)));
    }
    finding.fix(Fix {
        title: "take the marks out".to_owned(),
        edits: places
            .iter()
            .map(|(span, _)| Edit {
                span: *span,
                text: String::new(),
            })
            .collect(),
        safety: Safety::NeedsReview,
    });
}

/// The marks in `text` that turn an order round where it must not be.
fn turned(text: &str) -> impl Iterator<Item = (std::ops::Range<usize>, char)> {
    let mut end = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        end += line.len();
        (end - line.len(), line)
    });
    let in_line = |(start, line): (usize, &str)| {
        let mut found = line
            .char_indices()
            .filter(|(_, ch)| is_turning(*ch))
            .peekable();
        let may_turn = found.peek().is_some() && has_right_to_left(line);
        let found = found.filter(move |(_, ch)| is_override(*ch) || !may_turn);
        let found = found.map(move |(at, ch)| (start + at..start + at + ch.len_utf8(), ch));
        found.collect::<Vec<_>>()
    };
    lines.flat_map(in_line)
}

fn is_override(ch: char) -> bool {
    matches!(ch, '\u{202d}' | '\u{202e}')
}

/// An override, or an embedding or isolate that runs from right to left.
fn is_turning(ch: char) -> bool {
    is_override(ch) || matches!(ch, '\u{202b}' | '\u{2067}')
}

/// Whether there is a letter of a script that runs from right to left.
fn has_right_to_left(text: &str) -> bool {
    text.chars().any(|ch| {
        matches!(ch, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
    })
}

fn name(ch: char) -> &'static str {
    match ch {
        '\u{202d}' => "left-to-right override",
        '\u{202e}' => "right-to-left override",
        '\u{202b}' => "right-to-left embedding",
        _ => "right-to-left isolate",
    }
}
