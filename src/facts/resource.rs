//! Guides, videos and tip sheets that a sentence offers by name.

use crate::lexicon::{Tokens, WordTable, words};
use crate::source::PartOf;
use crate::source::bytes::count;
use std::ops::Range;

/// Nouns for something to read, watch or use.
const CUES: &WordTable = words![
    "article",
    "articles",
    "booklet",
    "brochure",
    "checklist",
    "course",
    "factsheet",
    "guide",
    "guides",
    "handout",
    "leaflet",
    "pamphlet",
    "podcast",
    "resource",
    "resources",
    "tips",
    "tool",
    "toolkit",
    "video",
    "videos",
    "webinar",
    "workbook",
    "worksheet",
    "articulo",
    "folleto",
    "guia",
    "guias",
    "recurso",
    "recursos",
    "consejos",
];

/// Words that lead the reader there; `such as` and `more in` are looked for apart.
const LEADS: &WordTable = words![
    "browse",
    "check",
    "consult",
    "download",
    "explore",
    "exploring",
    "like",
    "read",
    "reading",
    "refer",
    "review",
    "reviewing",
    "see",
    "view",
    "visit",
    "visiting",
    "watch",
    "watching",
    "consulte",
    "descargue",
    "lea",
    "revise",
    "vea",
    "visite",
    "como",
];

/// A name that ends in one of these is somewhere to go or somebody to ask.
const PLACES: &WordTable = words![
    "agency",
    "association",
    "center",
    "centers",
    "centre",
    "centres",
    "clinic",
    "college",
    "council",
    "department",
    "foundation",
    "group",
    "hospital",
    "hotline",
    "institute",
    "library",
    "line",
    "network",
    "office",
    "organization",
    "organisation",
    "program",
    "programme",
    "service",
    "services",
    "society",
    "team",
    "trust",
    "university",
    "centro",
    "clinica",
    "fundacion",
    "instituto",
    "servicio",
    "sociedad",
];

/// How many words may stand between the lead and the name, and between the name and its noun.
const REACH: usize = 6;
/// A shorter name in capitals may be any proper noun.
const NAME_WORDS: usize = 3;

/// Small words inside a name in capitals.
const JOINTS: &WordTable = words![
    "a", "an", "and", "for", "from", "in", "of", "on", "the", "to", "with", "your", "de", "del",
    "el", "la", "las", "los", "para", "y", "en", "con", "su",
];

/// The name of a resource that `text`, one sentence, sends its reader to: its bytes in the text.
/// `tokens` are its words.
pub fn resource(text: &str, tokens: &Tokens) -> Option<Range<usize>> {
    names(text, tokens)
        .into_iter()
        .find(|name| is_led_to(tokens, name.start))
        .map(|name| with_opening_quote(text, tokens.place(name)))
        .or_else(|| expert_tips(text, tokens))
}

/// A name that takes in the end of a quotation takes in its start.
fn with_opening_quote(text: &str, name: Range<usize>) -> Range<usize> {
    let before = text.part(..name.start);
    for (open, close) in [('“', '”'), ('"', '"'), ('‘', '’'), ('«', '»')] {
        if before.ends_with(open) && text.part(name.clone()).contains(close) {
            return name.start - open.len_utf8()..name.end;
        }
    }
    name
}

/// Runs of words in capitals that a cue belongs to, as ranges of words.
fn names(text: &str, tokens: &Tokens) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // A name has two capitals at least.
    if text.is_ascii() && count(text, |byte| byte.is_ascii_uppercase()) < 2 {
        return found;
    }
    let mut at = 0;
    while at < tokens.len() {
        let end = title_case_end(text, tokens, at);
        if end == at {
            at += 1;
            continue;
        }
        found.extend(name(tokens, at..end));
        at = end;
    }
    found
}

/// A run of capitals as a name: with its own cue, or with the one right behind or just before it.
fn name(tokens: &Tokens, run: Range<usize>) -> Option<Range<usize>> {
    // A sentence's first word has a capital anyway: "See the ...", "Explore Core Strength Guide".
    let opening = usize::from(LEADS.has(tokens.word(run.start)));
    let start = (run.start + opening..run.end)
        .find(|index| opening == 0 || !JOINTS.has(tokens.word(*index)))?;
    let behind = run.end;
    let is_cue = |index: usize| CUES.has(tokens.word(index));
    if run
        .end
        .checked_sub(1)
        .is_some_and(|last| PLACES.has(tokens.word(last)))
    {
        return None;
    }
    let has_own = (start..run.end).any(is_cue);
    let end = if has_own || !is_cue(behind) {
        run.end
    } else {
        behind + 1
    };
    let cue_before = (start.saturating_sub(REACH)..start)
        .any(|index| is_cue(index) && !is_instrument(tokens.word(index)));
    (end.saturating_sub(start) >= NAME_WORDS && (has_own || end > run.end || cue_before))
        .then_some(start..end)
}

/// "Tools such as the Oswestry Disability Index": what clinicians measure with.
fn is_instrument(cue: &str) -> bool {
    matches!(
        cue,
        "tool" | "toolkit" | "course" | "use" | "consejos" | "tips"
    )
}

/// The end of the run of capitalised words that starts at word `at`; `at` if there is none.
fn title_case_end(text: &str, tokens: &Tokens, at: usize) -> usize {
    let is_capital = |index: usize| {
        let place = tokens.place(index..index + 1);
        text.part(place)
            .chars()
            .next()
            .is_some_and(char::is_uppercase)
    };
    let joined = |index: usize| {
        let gap = tokens.place(index - 1..index).end..tokens.place(index..index + 1).start;
        text.part(gap)
            .chars()
            .all(|c| matches!(c, ' ' | '-' | '’' | '\'' | ':' | '&' | '\u{a0}'))
    };
    if !is_capital(at) {
        return at;
    }
    let mut end = at + 1;
    let mut next = end;
    while next < tokens.len() && joined(next) {
        if is_capital(next) {
            end = next + 1;
        } else if !JOINTS.has(tokens.word(next)) {
            break;
        }
        next += 1;
    }
    end
}

/// Whether a lead stands so close before word `at` that it leads there.
fn is_led_to(tokens: &Tokens, at: usize) -> bool {
    let from = at.saturating_sub(REACH);
    (from..at).any(|index| {
        let word = tokens.word(index);
        LEADS.has(word)
            || (word == "such" && tokens.word(index + 1) == "as")
            || (word == "available" && tokens.word(index + 1) == "in")
    })
}

/// "posture and ergonomics expert tips" after a lead, with the words that say on what.
fn expert_tips(text: &str, tokens: &Tokens) -> Option<Range<usize>> {
    let tips = (1..tokens.len())
        .find(|index| tokens.word(*index) == "tips" && tokens.word(index - 1) == "expert")?;
    let lead = (tips.saturating_sub(REACH + 1)..tips)
        .rev()
        .find(|index| LEADS.has(tokens.word(*index)))?;
    let small =
        |word: &str| ["our", "the", "these", "some", "this", "out", "more", "with"].contains(&word);
    let start = (lead + 1..tips).find(|index| !small(tokens.word(*index)))?;
    let place = tokens.place(start..tips + 1);
    (!text.part(place.clone()).contains([',', ';', ':'])).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_found_at_its_smallest() {
        let cases = [
            (
                "It helps, and resources such as the Essential Handbook Guide to Core Training offer more.",
                Some("Essential Handbook Guide to Core Training"),
            ),
            (
                "Explore further resources like the Living With Joint Pain guide for more.",
                Some("Living With Joint Pain guide"),
            ),
            (
                "Consider reviewing sleep and posture expert tips for more.",
                Some("sleep and posture expert tips"),
            ),
            (
                "Watch the Safe Lifting At Work video before you start.",
                Some("Safe Lifting At Work video"),
            ),
            (
                "See our “Living With Joint Pain” leaflet for more.",
                Some("“Living With Joint Pain” leaflet"),
            ),
            ("Visit the Community Resource and Referral Center.", None),
            ("Read Healthy Feet For Runners, a free leaflet.", None),
            (
                "Lea la guía Espalda Sana Para Todos antes de empezar.",
                Some("Espalda Sana Para Todos"),
            ),
            ("Resources such as yoga can help.", None),
            ("See the National Health Service for help.", None),
            ("Expert tips help many runners.", None),
            ("Your doctor may use the Oswestry Disability Index.", None),
        ];
        for (text, expected) in cases {
            assert_eq!(
                resource(text, &Tokens::of(text)).map(|range| &text[range]),
                expected,
                "{text}"
            );
        }
    }
}
