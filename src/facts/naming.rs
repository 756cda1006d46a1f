//! The words by which a sign that an article tells may be named elsewhere in it.

use super::candidate::MIN_WORDS;
use super::own::MAX_WORDS;
use super::words::ContentWords;
use super::{about, synonym};
use crate::lexicon::Tokens;
use crate::source::PartOf;
use std::ops::Range;

/// The sets of content words by which a sign may be named.
pub(super) fn ways(text: &str, lang: &str, neutral: &ContentWords) -> Vec<ContentWords> {
    let mut ways = vec![ContentWords::of_sign(text, lang)];
    ways.extend(sides(text, lang));
    for way in alternatives(text) {
        let words = ContentWords::of_sign(&way, lang);
        if words.len() >= MIN_WORDS {
            ways.push(words);
        }
    }
    if let Some(way) = without_even(text) {
        ways.push(ContentWords::of_sign(way, lang));
    }
    ways.extend(spread(text, lang));
    let bare = |way: &ContentWords| {
        let stems = way.in_order().iter().filter(|stem| !neutral.contains(stem));
        ContentWords::from_stems(stems.cloned())
    };
    let bare: Vec<ContentWords> = ways.iter().map(bare).collect();
    ways.extend(bare.into_iter().filter(|way| way.len() >= MIN_WORDS));
    ways.retain(|way| !way.is_empty() && way.len() <= MAX_WORDS);
    ways
}

/// "Numbness or weakness in the legs": the whole with only one side of the "or".
fn alternatives(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let or = words
        .iter()
        .position(|word| matches!(*word, "or" | "o" | "u"));
    let Some(at) = or.filter(|at| *at > 0 && at + 1 < words.len()) else {
        return Vec::new();
    };
    let without =
        |left: usize, right: usize| [words.part(..left), words.part(right..)].concat().join(" ");
    vec![without(at, at + 2), without(at - 1, at + 1)]
}

/// "Flashes of light or many new floaters", "a stiff neck, a bad headache or a rash": each part of an "or" by itself, if
/// nothing after it can be meant of the others.
fn sides(text: &str, lang: &str) -> Vec<ContentWords> {
    let tokens = Tokens::of(text);
    let has_or = (1..tokens.len()).any(|at| matches!(tokens.word(at), "or" | "o" | "u"));
    let is_joined = tokens.words().any(|word| matches!(word, "and" | "y"));
    let parts = about::parts(text, &tokens, &(0..tokens.len()));
    let Some((_, others)) = parts.split_first().filter(|_| has_or && !is_joined) else {
        return Vec::new();
    };
    if others.iter().any(|part| narrows(&tokens, part)) {
        return Vec::new();
    }
    let of = |words: &Range<usize>| {
        let place = tokens.place(words.clone());
        ContentWords::of_sign(text.get(place).unwrap_or(""), lang)
    };
    let tells = |side: &ContentWords| {
        let telling = side
            .different()
            .iter()
            .any(|stem| synonym::is_telling(stem));
        side.len() >= MIN_WORDS || telling
    };
    let mut sides: Vec<ContentWords> = parts.iter().map(of).collect();
    let each = of_each(&tokens, &parts).into_iter();
    sides.extend(each.map(|way| ContentWords::of_sign(&way, lang)));
    sides.retain(tells);
    // Pus is a sign wherever it is and however it shows.
    let pus = sides.iter().any(|side| side.contains("pus"));
    sides.extend(pus.then(|| ContentWords::of_sign("pus", lang)));
    sides
}

/// Whether a part of a sign goes on with what may be meant of the parts before it, too: "in the legs".
pub(super) fn narrows(tokens: &Tokens, part: &Range<usize>) -> bool {
    let goes_on = |at: usize| NARROWING.contains(&tokens.word(at));
    !VERBS.contains(&tokens.word(part.start)) && part.clone().any(goes_on)
}

/// "Swelling of the face, lips or tongue": the swelling of each.
fn of_each(tokens: &Tokens, parts: &[Range<usize>]) -> Vec<String> {
    let Some((first, others)) = parts.split_first() else {
        return Vec::new();
    };
    let is_of = |at: &usize| matches!(tokens.word(*at), "of" | "de");
    let Some(of) = first.clone().find(is_of).filter(|of| *of > first.start) else {
        return Vec::new();
    };
    let what: Vec<&str> = tokens.words_of(first.start..of).collect();
    let what = what.join(" ");
    let single = others.iter().filter(|part| part.len() == 1);
    single
        .map(|part| format!("{what} {}", tokens.word(part.start)))
        .collect()
}

/// Words that open what narrows both sides of an "or": "pain or swelling that lasts more than 3 days".
const NARROWING: &[&str] = &[
    "after", "around", "at", "below", "during", "for", "from", "in", "lasting", "near", "on",
    "over", "that", "under", "when", "which", "while", "with", "without", "con", "de", "en",
    "durante", "desde", "despues", "por", "que",
];

/// Words after "or" that begin a statement of its own: "you taste pus or have a bad taste that does not go away".
const VERBS: &[&str] = &[
    "are", "cannot", "feel", "feels", "has", "have", "is", "looks", "smells", "you", "your",
    "tiene", "esta",
];

/// "A noise with each breath, even at rest", "voices that others do not hear": the sign without what tells nothing more.
fn without_even(text: &str) -> Option<&str> {
    let widens = [
        ", even ",
        ", incluso ",
        ", aunque ",
        " that other ",
        " that others ",
        " that nobody ",
    ];
    let at = widens.iter().filter_map(|words| text.find(words)).min()?;
    text.get(..at)
}

/// "Your foot is cold, numb or blue": the first word that tells with each of the parts that follow, where whose it is opens
/// the sign.
fn spread(text: &str, lang: &str) -> Vec<ContentWords> {
    let tokens = Tokens::of(text);
    let opens = matches!(
        tokens.word(0),
        "your" | "the" | "their" | "su" | "el" | "la"
    );
    let parts = about::parts(text, &tokens, &(0..tokens.len()));
    if !opens || parts.len() < 2 || tokens.words().any(|word| matches!(word, "and" | "y")) {
        return Vec::new();
    }
    let content = |words: &Range<usize>| {
        let place = tokens.place(words.clone());
        ContentWords::of_sign(text.get(place).unwrap_or(""), lang)
    };
    let mut parts = parts.iter().map(content);
    let first = parts
        .next()
        .unwrap_or_else(|| ContentWords::of_sign("", lang));
    let Some(whose) = first.in_order().first().cloned() else {
        return Vec::new();
    };
    let with = |part: ContentWords| {
        let stems = part.in_order().iter().cloned();
        ContentWords::from_stems(std::iter::once(whose.clone()).chain(stems))
    };
    let mut ways: Vec<ContentWords> = parts.map(with).collect();
    ways.push(first);
    ways.retain(|way| way.len() >= MIN_WORDS);
    ways
}
