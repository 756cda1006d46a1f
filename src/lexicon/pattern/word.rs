//! The words of patterns.

use crate::lexicon::token::{self, Tokens, folded};

use super::PatternError;

/// What a pattern asks of one word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::lexicon) enum Word {
    /// This word, with "'s" behind it or not.
    Exact(Literal),
    /// Any word that begins so.
    Prefix(Literal),
    /// Any word that ends in "n't".
    Negated,
    /// A number in digits.
    Number,
    /// Any word.
    Any,
}

/// A word or the start of one, with its keys; see [`token::key`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::lexicon) struct Literal {
    key: u64,
    /// The key of the word with "'s" behind it.
    owner: u64,
    /// The bits of `key` that the word fills.
    filled: u64,
    /// The bytes of the word.
    length: usize,
    /// The word; `None` for one that its key tells whole.
    long: Option<Box<str>>,
}

/// What a match may start with.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::lexicon) enum Opening {
    /// A word that has this mark; see [`Tokens::mark`].
    Mark(u16),
    /// Any word.
    Anything,
}

/// Whether a text can have a word that `text`, a word of a pattern, takes.
pub(super) fn is_heard_of(text: &str) -> bool {
    if matches!(text, "#" | "n't" | "*") {
        return true;
    }
    // A stem may end where the word cannot: "38.*".
    let whole = match text.strip_suffix('*') {
        Some(stem)
            if stem.ends_with(|last: char| last.is_ascii_digit() || matches!(last, '.' | ',')) =>
        {
            format!("{stem}0")
        }
        Some(stem) => format!("{stem}a"),
        None => text.to_owned(),
    };
    let tokens = Tokens::of(&whole);
    tokens.len() == 1 && tokens.word(0) == folded(&whole)
}

/// The words that one element of a pattern takes, any of them.
pub(super) fn any(text: &str, into: &mut Vec<Word>) -> Result<(), PatternError> {
    for word in text.split('|') {
        into.push(Word::of(word)?);
    }
    Ok(())
}

impl Literal {
    fn new(text: &str) -> Self {
        let bits = 8 * text.len().min(token::KEY_BYTES);
        let empty = u32::try_from(64 - bits).unwrap_or(0);
        Self {
            key: token::key(text),
            owner: token::key_of_owner(text),
            filled: u64::MAX.checked_shl(empty).unwrap_or(0),
            length: text.len(),
            long: (text.len() >= token::KEY_BYTES).then(|| text.into()),
        }
    }

    /// The keys that the word may have, with "'s" behind it and without; for a long one they are the same.
    #[inline]
    pub(in crate::lexicon) fn keys(&self) -> [u64; 2] {
        [self.key, self.owner]
    }

    /// The bits of its first key that it fills.
    pub(in crate::lexicon) fn filled(&self) -> u64 {
        self.filled
    }

    /// The number of its bytes.
    #[inline]
    pub(in crate::lexicon) fn len(&self) -> usize {
        self.length
    }

    /// Whether word `at`, which has this `key`, is this one, with "'s" behind it or not.
    #[inline]
    pub(in crate::lexicon) fn is(&self, key: u64, tokens: &Tokens, at: usize) -> bool {
        (key == self.key || key == self.owner) && self.is_whole(key, tokens.word(at))
    }

    /// Whether `word` is this one; `key` is its key and one of this one's.
    fn is_whole(&self, key: u64, word: &str) -> bool {
        match &self.long {
            Some(long) => word == &**long || word.strip_suffix("'s") == Some(long),
            // The key may end within the "'s".
            None => key == self.key || word.len() == self.length + 2 && word.ends_with("'s"),
        }
    }

    /// Whether word `at`, which has this `key`, begins so.
    #[inline]
    pub(in crate::lexicon) fn starts(&self, key: u64, tokens: &Tokens, at: usize) -> bool {
        key & self.filled == self.key
            && match &self.long {
                Some(long) if self.length > token::KEY_BYTES => {
                    tokens.word(at).starts_with(&**long)
                }
                _ => true,
            }
    }
}

impl Word {
    fn of(text: &str) -> Result<Self, PatternError> {
        let plain = text
            .bytes()
            .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        let folded = (!plain).then(|| folded(text));
        let text = folded.as_deref().unwrap_or(text);
        match text {
            "#" => Ok(Self::Number),
            "n't" => Ok(Self::Negated),
            "*" => Ok(Self::Any),
            "" => Err(PatternError::EmptyWord),
            _ => Ok(match text.strip_suffix('*') {
                Some(stem) => Self::Prefix(Literal::new(stem)),
                None => Self::Exact(Literal::new(text)),
            }),
        }
    }

    /// The beginnings of the words that it takes; `None` where they may begin in any way.
    pub(super) fn beginnings(&self) -> Option<u128> {
        match self {
            // With "'s" behind it, a short word begins otherwise.
            Self::Exact(word) => Some(token::beginning(word.key) | token::beginning(word.owner)),
            Self::Prefix(stem) if stem.length >= token::BEGINNING_BYTES => {
                Some(token::beginning(stem.key))
            }
            Self::Negated => Some(token::HAS_NEGATED),
            Self::Number => Some(token::HAS_NUMBER),
            Self::Prefix(_) | Self::Any => None,
        }
    }

    /// How telling it is, by its length; `None` for what is no plain word.
    pub(super) fn weight(&self) -> Option<usize> {
        match self {
            Self::Exact(word) => Some(word.length + 1),
            Self::Prefix(stem) => Some(stem.length),
            Self::Negated | Self::Number | Self::Any => None,
        }
    }

    /// Tells `each` what a match may start with that starts with it.
    pub(super) fn openings(&self, each: &mut impl FnMut(Opening)) {
        match self {
            Self::Exact(word) => {
                let [mark, of_owner] = word.keys().map(token::mark);
                each(Opening::Mark(mark));
                if of_owner != mark {
                    each(Opening::Mark(of_owner));
                }
            }
            Self::Prefix(stem)
                if stem.length >= token::BEGINNING_BYTES || token::starts_with_digit(stem.key) =>
            {
                each(Opening::Mark(token::mark(stem.key)));
            }
            Self::Number => each(Opening::Mark(token::DIGITS)),
            Self::Negated => each(Opening::Mark(token::NEGATED)),
            Self::Prefix(_) | Self::Any => each(Opening::Anything),
        }
    }

    /// Whether it takes word `at`, which has this `key`.
    #[inline]
    pub(super) fn matches(&self, key: u64, tokens: &Tokens, at: usize) -> bool {
        match self {
            Self::Exact(word) => word.is(key, tokens, at),
            Self::Prefix(stem) => stem.starts(key, tokens, at),
            Self::Any => true,
            Self::Negated => tokens.is_negated(at),
            // A word starts with a letter or digit, never with a stop.
            Self::Number => {
                token::starts_with_digit(key)
                    && tokens
                        .word(at)
                        .bytes()
                        .all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',')
            }
        }
    }
}
