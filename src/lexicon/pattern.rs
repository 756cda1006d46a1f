//! The phrase patterns of topic packs and word tables.
//!
//! A pattern is a row of elements parted by spaces. `word` is that word, `stem*` any word that begins so, `a|b` either;
//! `n't` is any word that ends so; `#` is a number, `*` any one word. `?word` may be absent. `_3` stands for none to three words of any
//! kind. A trailing `$` on the last element asks for the end of the text, a leading `^` on the first for its start.
//! Patterns see one sentence, heading or list item at a time and are matched without regard to case or accents.

use super::token::{self, Tokens, folded};
use std::fmt;
use std::ops::{Range, RangeInclusive};

/// A compiled pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    elements: Vec<Element>,
    /// For each element that must be there, the beginnings of its words: a text without any of them has no match.
    needs: Vec<u128>,
    at_start: bool,
    at_end: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Element {
    Word { any: Vec<Word>, optional: bool },
    Gap(usize),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Word {
    Exact(Literal),
    Prefix(Literal),
    Negated,
    Number,
    Any,
}

/// A word or the start of one, with its keys; see [`token::key`].
#[derive(Debug, Clone, PartialEq, Eq)]
struct Literal {
    text: String,
    key: u64,
    /// The key of the word with "'s" behind it.
    owner: u64,
    /// The bits of `key` that the text fills.
    filled: u64,
}

/// Why a pattern can't be compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PatternError {
    /// Nothing but gaps and optional words: it would match everywhere.
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
        let elements = text
            .split_whitespace()
            .map(element)
            .collect::<Result<Vec<_>, _>>()?;
        let gaps = elements.iter().map(|element| match element {
            Element::Gap(most) => *most,
            Element::Word { .. } => 0,
        });
        if elements.len() > ELEMENTS_MAX || gaps.fold(0, usize::saturating_add) > GAPS_MAX {
            return Err(PatternError::TooLong);
        }
        let needed = |element: &Element| {
            matches!(
                element,
                Element::Word {
                    optional: false,
                    ..
                }
            )
        };
        if !elements.iter().any(needed) {
            return Err(PatternError::MatchesAnything);
        }
        let mut needs: Vec<u128> = elements.iter().filter_map(Element::beginnings).collect();
        needs.sort_unstable_by_key(|needed| needed.count_ones());
        Ok(Self {
            elements,
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

    /// What a match may start with, one by one.
    pub(super) fn openings(&self) -> Vec<Opening> {
        let mut openings = Vec::new();
        for element in &self.elements {
            match element {
                Element::Gap(_) => openings.push(Opening::Anything),
                Element::Word { any, optional } => {
                    openings.extend(any.iter().flat_map(Word::openings));
                    if !optional {
                        break;
                    }
                }
            }
        }
        openings
    }

    /// The element by which matches are looked for first: of those that must be there and are plain words, the one whose
    /// shortest word is longest. `None` where every such element takes numbers, negations or any word.
    pub(super) fn anchor(&self) -> Option<Anchor> {
        let (mut least, mut most) = (0, 0);
        let mut best: Option<(usize, &[Word], RangeInclusive<usize>)> = None;
        for element in &self.elements {
            match element {
                Element::Gap(words) => most += words,
                Element::Word { any, optional } => {
                    let lengths = any.iter().map(Word::needle_len);
                    let shortest = lengths.reduce(|one, other| Some(one?.min(other?)));
                    if let Some(shortest) = shortest.flatten().filter(|_| !optional)
                        && best.as_ref().is_none_or(|(length, ..)| shortest > *length)
                    {
                        best = Some((shortest, any, least..=most));
                    }
                    least += usize::from(!optional);
                    most += 1;
                }
            }
        }
        let (_, any, before) = best?;
        let needles = any.iter().map(Word::needle).collect::<Option<_>>()?;
        Some(Anchor { needles, before })
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
    pub(super) fn may_match(&self, tokens: &Tokens) -> bool {
        let there = tokens.beginnings();
        self.needs.iter().all(|needed| needed & there != 0)
    }

    /// The beginnings of words of which a text with a match has at least one; all bits where nothing is known.
    pub(super) fn needed(&self) -> u128 {
        self.needs.first().copied().unwrap_or(u128::MAX)
    }

    /// The end of the shortest match that starts at word `start`.
    pub fn match_at(&self, tokens: &Tokens, start: usize) -> Option<usize> {
        if self.at_start && start != 0 {
            return None;
        }
        Search::new(&self.elements, tokens, start, self.at_end).from(0, start)
    }
}

fn element(text: &str) -> Result<Element, PatternError> {
    if let Some(gap) = text.strip_prefix('_') {
        return gap
            .parse()
            .map(Element::Gap)
            .map_err(|_| PatternError::BadGap);
    }
    let (text, optional) = text
        .strip_prefix('?')
        .map_or((text, false), |rest| (rest, true));
    let any = text.split('|').map(word).collect::<Result<Vec<_>, _>>()?;
    Ok(Element::Word { any, optional })
}

fn word(text: &str) -> Result<Word, PatternError> {
    let mut text = folded(text);
    match text.as_str() {
        "#" => Ok(Word::Number),
        "n't" => Ok(Word::Negated),
        "*" => Ok(Word::Any),
        "" => Err(PatternError::EmptyWord),
        _ if text.ends_with('*') => {
            text.pop();
            Ok(Word::Prefix(Literal::new(text)))
        }
        _ => Ok(Word::Exact(Literal::new(text))),
    }
}

/// The search for one match. Where a pattern can go on in many ways, it remembers which led nowhere, so that no pattern
/// takes more steps at a word than it has elements times the words that it can span.
struct Search<'a> {
    elements: &'a [Element],
    tokens: &'a Tokens,
    start: usize,
    at_end: bool,
    /// How often a choice led nowhere.
    failures: usize,
    /// The choices that led nowhere, an element and how far it was from the start; empty until that is worth the room.
    dead: Vec<bool>,
}

/// So many choices may lead nowhere before they are remembered; few patterns have as many.
const FAILURES_FORGOTTEN: usize = 256;
/// The words that a pattern can span, and one.
const REACH: usize = ELEMENTS_MAX + GAPS_MAX + 1;

impl<'a> Search<'a> {
    fn new(elements: &'a [Element], tokens: &'a Tokens, start: usize, at_end: bool) -> Self {
        Self {
            elements,
            tokens,
            start,
            at_end,
            failures: 0,
            dead: Vec::new(),
        }
    }

    /// The end of the match of the elements from `index` on that begins at word `at`.
    fn from(&mut self, index: usize, at: usize) -> Option<usize> {
        let Some(first) = self.elements.get(index) else {
            return (!self.at_end || at == self.tokens.len()).then_some(at);
        };
        match first {
            Element::Gap(most) => {
                if self.is_dead(index, at) {
                    return None;
                }
                let found = (0..=*most)
                    .take_while(|skip| at + skip <= self.tokens.len())
                    .find_map(|skip| self.from(index + 1, at + skip));
                self.kept(found, index, at)
            }
            Element::Word { any, optional } => {
                if *optional && self.is_dead(index, at) {
                    return None;
                }
                let here =
                    at < self.tokens.len() && any.iter().any(|word| word.matches(self.tokens, at));
                let taken = if here {
                    self.from(index + 1, at + 1)
                } else {
                    None
                };
                if !*optional || taken.is_some() {
                    return taken;
                }
                let found = self.from(index + 1, at);
                self.kept(found, index, at)
            }
        }
    }

    fn is_dead(&self, index: usize, at: usize) -> bool {
        let place = index * REACH + (at - self.start);
        self.dead.get(place).is_some_and(|dead| *dead)
    }

    /// `found`, noted if it is nothing.
    fn kept(&mut self, found: Option<usize>, index: usize, at: usize) -> Option<usize> {
        if found.is_some() {
            return found;
        }
        self.failures += 1;
        if self.failures == FAILURES_FORGOTTEN {
            self.dead = vec![false; self.elements.len() * REACH];
        }
        if let Some(dead) = self.dead.get_mut(index * REACH + (at - self.start)) {
            *dead = true;
        }
        None
    }
}

/// What a match may start with.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// A word that begins as all words of this mark do; see [`Tokens::mark`].
    Mark(u16),
    /// Any word.
    Anything,
}

/// A word that a pattern cannot match without.
#[derive(Debug)]
pub(super) struct Anchor {
    /// What to look for in [`Tokens::spaced`]: ` word ` or, for the start of a word, ` stem`.
    pub(super) needles: Vec<String>,
    /// How many words of a match may stand before it.
    pub(super) before: RangeInclusive<usize>,
}

impl Literal {
    fn new(text: String) -> Self {
        let bits = 8 * text.len().min(token::KEY_BYTES);
        let empty = u32::try_from(64 - bits).unwrap_or(0);
        Self {
            key: token::key(&text),
            owner: token::key_of_owner(&text),
            text,
            filled: u64::MAX.checked_shl(empty).unwrap_or(0),
        }
    }

    fn is(&self, tokens: &Tokens, at: usize) -> bool {
        let key = tokens.key(at);
        if key == self.key && self.text.len() < token::KEY_BYTES {
            return true;
        }
        (key == self.key || key == self.owner) && {
            let word = tokens.word(at);
            word == self.text || word.strip_suffix("'s") == Some(self.text.as_str())
        }
    }

    fn starts(&self, tokens: &Tokens, at: usize) -> bool {
        tokens.key(at) & self.filled == self.key
            && (self.text.len() <= token::KEY_BYTES
                || tokens.word(at).starts_with(self.text.as_str()))
    }
}

impl Element {
    /// The beginnings of the words that the element takes; `None` where it may be absent or takes words of any beginning.
    fn beginnings(&self) -> Option<u128> {
        let Self::Word {
            any,
            optional: false,
        } = self
        else {
            return None;
        };
        any.iter()
            .try_fold(0, |all, word| Some(all | word.beginnings()?))
    }
}

impl Word {
    fn beginnings(&self) -> Option<u128> {
        match self {
            // With "'s" behind it, a short word begins otherwise.
            Self::Exact(word) => Some(token::beginning(word.key) | token::beginning(word.owner)),
            Self::Prefix(stem) if stem.text.len() >= 3 => Some(token::beginning(stem.key)),
            Self::Prefix(_) | Self::Negated | Self::Number | Self::Any => None,
        }
    }

    /// The length of [`needle`](Self::needle).
    fn needle_len(&self) -> Option<usize> {
        match self {
            Self::Exact(word) => Some(word.text.len() + 2),
            Self::Prefix(stem) => Some(stem.text.len() + 1),
            Self::Negated | Self::Number | Self::Any => None,
        }
    }

    fn needle(&self) -> Option<String> {
        match self {
            Self::Exact(word) => Some([" ", &word.text, " "].concat()),
            Self::Prefix(stem) => Some([" ", &stem.text].concat()),
            Self::Negated | Self::Number | Self::Any => None,
        }
    }

    fn openings(&self) -> Vec<Opening> {
        match self {
            Self::Exact(word) => {
                let marks = [token::mark(word.key), token::mark(word.owner)];
                marks.into_iter().map(Opening::Mark).collect()
            }
            Self::Prefix(stem) if stem.text.len() >= 3 || token::starts_with_digit(stem.key) => {
                vec![Opening::Mark(token::mark(stem.key))]
            }
            Self::Number => vec![Opening::Mark(token::DIGITS)],
            Self::Prefix(_) | Self::Negated | Self::Any => vec![Opening::Anything],
        }
    }

    fn matches(&self, tokens: &Tokens, at: usize) -> bool {
        match self {
            Self::Exact(word) => word.is(tokens, at),
            Self::Prefix(stem) => stem.starts(tokens, at),
            Self::Any => true,
            Self::Negated => tokens.word(at).ends_with("n't"),
            // A word starts with a letter or digit, never with a stop.
            Self::Number => {
                token::starts_with_digit(tokens.key(at))
                    && tokens
                        .word(at)
                        .bytes()
                        .all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',')
            }
        }
    }
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
                Search::new(&pattern.elements, &Tokens::of(&match_in), 0, false)
                    .from(0, 0)
                    .is_none()
            );
            assert!(pattern.find(&Tokens::of(&match_in)).is_some());
        }
    }

    #[test]
    fn patterns_that_match_anything_are_refused() {
        for bad in ["", "_3", "?a", "_x b", "a||b"] {
            assert!(Pattern::new(bad).is_err(), "{bad:?}");
        }
    }
}
