//! The phrase patterns of topic packs and word tables.
//!
//! A pattern is a row of elements parted by spaces. `word` is that word, `stem*` any word that begins so, `a|b` either;
//! `n't` is any word that ends so; `#` is a number, `*` any one word. `?word` may be absent. `_3` stands for none to three words of any
//! kind. A trailing `$` on the last element asks for the end of the text, a leading `^` on the first for its start.
//! Patterns see one sentence, heading or list item at a time and are matched without regard to case or accents.

mod search;
mod word;

use super::token::Tokens;
use search::Search;
use smallvec::SmallVec;
use std::fmt;
use std::ops::{Range, RangeInclusive};
pub(super) use word::{Literal, Opening, Word};

/// A compiled pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    elements: SmallVec<[Element; 6]>,
    /// The words of all elements, one element's after the other's.
    words: Vec<Word>,
    /// Beginnings of words: a text that has none of the first, or none of the second, has no match. Of the elements that
    /// must be there, they are the two with the fewest beginnings; all bits where there is none.
    needs: [u128; 2],
    at_start: bool,
    at_end: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Element {
    /// One of these words of the pattern.
    Word {
        first: usize,
        end: usize,
        optional: bool,
    },
    Gap(usize),
}

/// Why a pattern can't be compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PatternError {
    /// Nothing but gaps, optional words and `*`: it would match everywhere.
    MatchesAnything,
    /// `_` without a number.
    BadGap,
    /// An empty alternative or a lone `?`.
    EmptyWord,
    /// More elements than [`ELEMENTS_MAX`], or gaps of more than [`GAPS_MAX`] words together.
    TooLong,
}

/// The most elements of a pattern. With [`GAPS_MAX`] it bounds the work on each word of a text, whoever wrote the pattern.
const ELEMENTS_MAX: usize = 64;
/// The most words that all gaps of a pattern can stand for together.
const GAPS_MAX: usize = 100;

impl fmt::Display for PatternError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::MatchesAnything => "the pattern needs at least one word that must be there",
            Self::BadGap => "a gap is written _ with a number, as in _3",
            Self::EmptyWord => "a word of the pattern is empty",
            Self::TooLong => {
                "the pattern is too long: it has 64 words and gaps at most, and its gaps stand for 100 words together at most"
            }
        })
    }
}

impl std::error::Error for PatternError {}

impl Pattern {
    /// Compiles `pattern`.
    pub fn new(pattern: &str) -> Result<Self, PatternError> {
        let mut text = pattern.trim();
        let at_start = text.starts_with('^');
        text = text.trim_start_matches('^');
        let at_end = text.ends_with('$');
        text = text.trim_end_matches('$');
        let mut elements = SmallVec::new();
        let mut words = Vec::new();
        for written in text.split_whitespace() {
            elements.push(element(written, &mut words)?);
        }
        let gaps = elements.iter().map(|element| match element {
            Element::Gap(most) => *most,
            Element::Word { .. } => 0,
        });
        if elements.len() > ELEMENTS_MAX || gaps.fold(0, usize::saturating_add) > GAPS_MAX {
            return Err(PatternError::TooLong);
        }
        let must = elements.iter().filter_map(|element| match element {
            Element::Word {
                first,
                end,
                optional: false,
            } => words.get(*first..*end),
            _ => None,
        });
        let mut needs = None;
        let mut tells = false;
        for any in must {
            tells |= !any.contains(&Word::Any);
            let [few, more] = needs.unwrap_or([u128::MAX; 2]);
            let these = beginnings(any);
            needs = Some(if these.count_ones() < few.count_ones() {
                [these, few]
            } else if these.count_ones() < more.count_ones() {
                [few, these]
            } else {
                [few, more]
            });
        }
        let needs = needs
            .filter(|_| tells)
            .ok_or(PatternError::MatchesAnything)?;
        Ok(Self {
            elements,
            words,
            needs,
            at_start,
            at_end,
        })
    }

    /// The first match in `tokens` at or after word `from`: the range of its words.
    pub fn find_from(&self, tokens: &Tokens, from: usize) -> Option<Range<usize>> {
        let last = if self.at_start { 1 } else { tokens.len() };
        if !self.may_match(tokens) {
            return None;
        }
        (from..last.min(tokens.len()))
            .find_map(|start| self.match_at(tokens, start).map(|end| start..end))
    }

    /// The first match in `tokens`.
    pub fn find(&self, tokens: &Tokens) -> Option<Range<usize>> {
        self.find_from(tokens, 0)
    }

    /// Tells `each` what a match may start with.
    pub(super) fn openings(&self, mut each: impl FnMut(Opening)) {
        for element in &self.elements {
            match element {
                Element::Gap(_) => each(Opening::Anything),
                Element::Word { optional, .. } => {
                    for word in self.any(element) {
                        word.openings(&mut each);
                    }
                    if !optional {
                        break;
                    }
                }
            }
        }
    }

    /// The words of an element, any of which it takes.
    #[inline]
    fn any(&self, element: &Element) -> &[Word] {
        let of = match element {
            Element::Word { first, end, .. } => self.words.get(*first..*end),
            Element::Gap(_) => None,
        };
        of.unwrap_or_default()
    }

    /// Whether a word of `element` takes word `at`.
    #[inline]
    fn takes(&self, element: &Element, tokens: &Tokens, at: usize) -> bool {
        let key = tokens.key(at);
        let mut any = self.any(element).iter();
        any.any(|word| word.matches(key, tokens, at))
    }

    /// The element by which matches are looked for first: of those that must be there and are plain words, the one whose
    /// shortest word is longest. `None` where every such element takes numbers, negations or any word.
    pub(super) fn anchor(&self) -> Option<Anchor<'_>> {
        let (mut least, mut most) = (0, 0);
        let mut best: Option<(usize, Anchor<'_>)> = None;
        for element in &self.elements {
            match element {
                Element::Gap(words) => most += words,
                Element::Word { optional, .. } => {
                    let any = self.any(element);
                    let weights = any.iter().map(Word::weight);
                    let lightest = weights.reduce(|one, other| Some(one?.min(other?)));
                    if let Some(weight) = lightest.flatten().filter(|_| !optional)
                        && best.as_ref().is_none_or(|(best, _)| weight > *best)
                    {
                        let before = least..=most;
                        best = Some((weight, Anchor { any, before }));
                    }
                    least += usize::from(!optional);
                    most += 1;
                }
            }
        }
        best.map(|(_, anchor)| anchor)
    }

    /// How many words a match may have.
    pub(super) fn longest(&self) -> usize {
        let words = self.elements.iter().map(|element| match element {
            Element::Gap(most) => *most,
            Element::Word { .. } => 1,
        });
        words.sum()
    }

    /// Whether the pattern matches somewhere in `tokens`.
    pub fn is_match(&self, tokens: &Tokens) -> bool {
        self.find(tokens).is_some()
    }

    /// Whether `tokens` has words that begin as those do which a match needs. Quick; a yes may be wrong, a no never is.
    #[inline]
    pub(super) fn may_match(&self, tokens: &Tokens) -> bool {
        let there = tokens.beginnings();
        self.needs.iter().all(|needed| needed & there != 0)
    }

    /// The beginnings of words of which a text with a match has at least one; all bits where nothing is known.
    pub(super) fn needed(&self) -> u128 {
        let [fewest, _] = self.needs;
        fewest
    }

    /// The end of the shortest match that starts at word `start`.
    #[inline]
    pub fn match_at(&self, tokens: &Tokens, start: usize) -> Option<usize> {
        match self.elements.first() {
            Some(
                first @ Element::Word {
                    optional: false, ..
                },
            ) => (start < tokens.len() && self.takes(first, tokens, start))
                .then(|| self.match_behind(tokens, start))
                .flatten(),
            _ if self.at_start && start != 0 => None,
            _ => Search::new(self, tokens, start).from(0, start),
        }
    }

    /// The end of the shortest match that starts at word `start`, which the first element takes and must take.
    #[inline]
    pub(super) fn match_behind(&self, tokens: &Tokens, start: usize) -> Option<usize> {
        if self.at_start && start != 0 {
            return None;
        }
        Search::new(self, tokens, start).from(1, start + 1)
    }

    /// Whether it is one word and no more, wherever that stands.
    pub(super) fn is_one_word(&self) -> bool {
        let is_anywhere = !self.at_start && !self.at_end;
        is_anywhere && self.elements.len() == 1
    }
}

/// Reads one element; its words go behind `words`.
fn element(text: &str, words: &mut Vec<Word>) -> Result<Element, PatternError> {
    if let Some(gap) = text.strip_prefix('_') {
        return gap
            .parse()
            .map(Element::Gap)
            .map_err(|_| PatternError::BadGap);
    }
    let (text, optional) = text
        .strip_prefix('?')
        .map_or((text, false), |rest| (rest, true));
    let first = words.len();
    word::any(text, words)?;
    Ok(Element::Word {
        first,
        end: words.len(),
        optional,
    })
}

/// The first word of `pattern` that no text can have, as it is written there: a text is parted at hyphens, and its words have
/// no marks around them.
pub fn unheard_of(pattern: &str) -> Option<&str> {
    let pattern = pattern.trim();
    let pattern = pattern.trim_start_matches('^').trim_end_matches('$');
    let elements = pattern.split_whitespace();
    let words = elements.filter(|element| !element.starts_with('_'));
    let mut words =
        words.flat_map(|element| element.strip_prefix('?').unwrap_or(element).split('|'));
    words.find(|word| !word::is_heard_of(word))
}

/// `pattern` with the words that a text has in the place of those that no text can have: "e-mail" is "e mail" there, "(easy)"
/// is "easy", and "&" is nothing. So what is copied from a text as it stands is found in it.
pub fn taken_apart(pattern: &str) -> String {
    between_edges(pattern, |element| {
        let gap = element.strip_prefix('_').unwrap_or("");
        let is_gap = !gap.is_empty() && gap.bytes().all(|byte| byte.is_ascii_digit());
        let (sign, any) = match element.strip_prefix('?') {
            Some(rest) => ("?", rest),
            None => ("", element),
        };
        if is_gap || any.split('|').all(word::is_heard_of) {
            return element.to_owned();
        }
        let alternatives: Vec<String> = any.split('|').map(words_of).collect();
        let are_single = alternatives.iter().all(|words| !words.contains(' '));
        let wanted = alternatives.iter().filter(|words| !words.is_empty());
        let wanted: Vec<&str> = wanted.map(String::as_str).collect();
        let words = wanted.join(if are_single { "|" } else { " " });
        let words = words.split_whitespace().map(|word| [sign, word].concat());
        words.collect::<Vec<_>>().join(" ")
    })
}

/// The words of `text` as a pattern in which no sign but those for the edges means anything: "Cook | bake" is "cook bake".
pub fn verbatim(text: &str) -> String {
    between_edges(text, |element| {
        let tokens = Tokens::of(element);
        tokens.words().collect::<Vec<_>>().join(" ")
    })
}

/// The elements of `pattern` as `change` makes them, with the signs for its edges.
fn between_edges(pattern: &str, change: impl Fn(&str) -> String) -> String {
    let text = pattern.trim();
    let start = if text.starts_with('^') { "^" } else { "" };
    let end = if text.ends_with('$') { "$" } else { "" };
    let text = text.trim_start_matches('^').trim_end_matches('$');
    let elements = text.split_whitespace().map(change);
    let elements: Vec<String> = elements.filter(|element| !element.is_empty()).collect();
    format!("{start}{}{end}", elements.join(" "))
}

/// The words of one alternative, parted by spaces; a last `*` is kept.
fn words_of(text: &str) -> String {
    let tokens = Tokens::of(text);
    let words = tokens.words().collect::<Vec<_>>().join(" ");
    let is_stem = text.ends_with('*') && !words.is_empty();
    if is_stem { words + "*" } else { words }
}

/// The beginnings of the words that any of `words` takes; all bits where they may begin in any way.
fn beginnings(words: &[Word]) -> u128 {
    let all = words
        .iter()
        .try_fold(0, |all, word| Some(all | word.beginnings()?));
    all.unwrap_or(u128::MAX)
}

/// The words of which a pattern cannot match without one.
#[derive(Debug)]
pub(super) struct Anchor<'a> {
    /// Plain words and stems.
    pub(super) any: &'a [Word],
    /// How many words of a match may stand before it.
    pub(super) before: RangeInclusive<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_words_stems_gaps_options_numbers_and_edges() {
        let cases = [
            (
                "numb*|tingl* _3 between _2 legs",
                "Tingling between the legs",
                true,
            ),
            ("numb* _1 legs", "numbness in both legs", false),
            ("low* back", "lower back", true),
            ("?severe headache", "headache", true),
            ("n't improv*", "it doesn’t improve", true),
            ("# in #", "about 1 in 100 people", true),
            ("# in #", "one in ten", false),
            ("^sources$", "Sources", true),
            ("^sources$", "Other sources", false),
            ("emergency$", "not an emergency", true),
            ("a&e", "Go to A&E", true),
            ("atencion", "Busque atención", true),
        ];
        for (pattern, text, expected) in cases {
            let pattern = Pattern::new(pattern).unwrap();
            assert_eq!(
                pattern.is_match(&Tokens::of(text)),
                expected,
                "{pattern:?} on {text:?}"
            );
        }
    }

    #[test]
    fn patterns_that_would_take_long_are_refused_or_take_no_time() {
        for long in [
            "a ".repeat(65),
            "a _60 b _41 c".to_owned(),
            format!("a _{} b", usize::MAX),
        ] {
            assert_eq!(Pattern::new(&long).unwrap_err(), PatternError::TooLong);
        }
        // Tried one by one, these would be more ways than there are atoms in a hand.
        let words = "a ".repeat(2000);
        for pattern in ["a _3 ".repeat(31) + "zz", "?a ".repeat(63) + "zz"] {
            let pattern = Pattern::new(&pattern).unwrap();
            assert!(!pattern.is_match(&Tokens::of(&words)));
            let match_in = format!("{words} zz");
            assert!(
                Search::new(&pattern, &Tokens::of(&match_in), 0)
                    .from(0, 0)
                    .is_none()
            );
            assert!(pattern.find(&Tokens::of(&match_in)).is_some());
        }
    }

    #[test]
    fn patterns_that_match_anything_are_refused() {
        for bad in [
            "", "_3", "?a", "_x b", "a||b", "*", "* _2 *", "^*$", "a|* ?b",
        ] {
            assert!(Pattern::new(bad).is_err(), "{bad:?}");
        }
        assert!(Pattern::new("a *").is_ok());
    }

    #[test]
    fn what_is_copied_from_a_text_is_taken_apart_as_the_text_is() {
        for (pattern, wanted, plain) in [
            ("Paso-a-paso", "paso a paso", "paso a paso"),
            ("¿Cómo se hace?", "como se hace", "como se hace"),
            ("Salt & pepper", "Salt pepper", "salt pepper"),
            ("Cook | bake", "Cook bake", "cook bake"),
            ("1. Steps", "1 Steps", "1 steps"),
            (
                "^low* back|spine _2 (old)$",
                "^low* back|spine _2 old$",
                "^low back spine 2 old$",
            ),
            ("?self-care* # *", "?self ?care* # *", "self care"),
            ("pain,|ache", "pain|ache", "pain ache"),
            ("What now ?", "What now", "what now"),
            ("_Important_", "important", "important"),
            ("🍲", "", ""),
        ] {
            assert_eq!(taken_apart(pattern), wanted, "{pattern}");
            assert_eq!(verbatim(pattern), plain, "{pattern}");
        }
    }

    #[test]
    fn words_that_no_text_has_are_told() {
        let cases = [
            ("x-ray pain", Some("x-ray")),
            ("worst (", Some("(")),
            ("worst headache!", Some("headache!")),
            ("^red flags:$", Some("flags:")),
            ("pain|ache,|sore", Some("ache,")),
            ("?self-care* tips", Some("self-care*")),
            ("^a&e|er$", None),
            ("can’t _2 #|38.5 stop*", None),
            ("Fieber n't * atención*", None),
        ];
        for (pattern, word) in cases {
            assert_eq!(unheard_of(pattern), word, "{pattern}");
        }
    }
}
