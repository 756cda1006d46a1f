//! Characters without a shape, where they part or hide words.

use crate::rules::prelude::*;
use crate::source::bytes::has_byte;

rule! {
    /// A character that nobody sees parts a word or a number, or hides text.
    ///
    /// ## Why it matters
    /// A word with an invisible character inside looks whole, and is not: searches miss it, a screen reader spells it, and no check
    /// knows it as an emergency or a dose. Control characters and the invisible tags can carry text that only a program sees.
    ///
    /// Joiners between letters of scripts that need them, joined emoji, flags, and soft hyphens in languages other than English and
    /// Spanish are left alone.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Stroke
    ///
    /// Call 9&#x200b;11 if one side of the face droops.
    /// ```
    ///
    /// ```markdown,flag
    /// # Stroke
    ///
    /// This is an emer&shy;gency.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Stroke
    ///
    /// Call 911 if one side of the face droops. This is an emergency.
    ///
    /// A family 👨‍👩‍👧 may help; so may a &#x200b; between words.
    /// ```
    RULE {
        name: "invisible-character", severity: Warning, since: "0.1.0",
        standard: "Unicode TR 36; WCAG 1.3.1",
        summary: "an invisible character parts a word or hides text",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let has_plain_hyphens = cx.article.base_lang() != "other";
    let mut places: Vec<(Span, char)> = Vec::new();
    let mut is_grave = false;
    for text in cx.facts.texts.iter().copied() {
        let prose = text.prose;
        let text = prose.text();
        let is_control_byte = |byte| matches!(byte, 0..=8 | 0x0e..=0x1f | 0x7f);
        if text.is_ascii() && !has_byte(text, is_control_byte) {
            continue;
        }
        let mut before = '\0';
        for (at, ch) in text.char_indices() {
            let after = text.get(at + ch.len_utf8()..).unwrap_or("");
            if hides(ch, before, after, has_plain_hyphens) {
                let span = prose.span(at..at + ch.len_utf8());
                let is_number = before.is_numeric() && after.starts_with(char::is_numeric);
                is_grave |= is_number || cx.facts.is_in_role(Role::RedFlags, span);
                places.push((span, ch));
            }
            // Several in a row part the same word.
            if !is_parting(ch) {
                before = ch;
            }
        }
    }
    let Some(((first, character), rest)) = places.split_first() else {
        return;
    };
    let what = if is_control(*character) || is_tag(*character) {
        "a character that nobody sees is in the text"
    } else {
        "a character that nobody sees parts this word"
    };
    let finding = findings
        .report(*first, format!("{what}: U+{:04X}", u32::from(*character)))
        .help("Take it out: the word looks whole, but searches, screen readers and checks do not know it.");
    if is_grave {
        finding.severity(Severity::Error);
    }
    for (span, character) in rest {
        finding.label(*span, format!("U+{:04X} here", u32::from(*character)));
    }
    finding.fix(Fix {
        title: "take the invisible characters out".to_owned(),
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

/// Whether `ch` between `before` and `after` hides something.
fn hides(ch: char, before: char, after: &str, has_plain_hyphens: bool) -> bool {
    if is_control(ch) || (is_tag(ch) && !is_flag(before)) {
        return true;
    }
    let next = after
        .chars()
        .find(|next| !is_parting(*next))
        .unwrap_or('\0');
    match ch {
        '\u{ad}' => has_plain_hyphens && is_plain(before) && is_plain(next),
        _ => is_parting(ch) && is_plain(before) && is_plain(next),
    }
}

/// Without a shape of its own, between letters.
fn is_parting(ch: char) -> bool {
    matches!(ch, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{34f}' | '\u{180e}'
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}

/// A letter or digit of a script whose letters need no joiners.
fn is_plain(ch: char) -> bool {
    ch.is_alphanumeric() && ch < '\u{530}'
}

/// A control character that is no white space.
fn is_control(ch: char) -> bool {
    ch.is_control() && !ch.is_whitespace()
}

/// The invisible copies of ASCII.
fn is_tag(ch: char) -> bool {
    matches!(ch, '\u{e0000}'..='\u{e007f}')
}

/// The black flag, which tags make that of England, Scotland or Wales, or another tag behind it.
fn is_flag(before: char) -> bool {
    before == '\u{1f3f4}' || is_tag(before)
}
