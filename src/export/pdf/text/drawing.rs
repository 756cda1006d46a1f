//! How single characters are drawn: by others that the fonts have, by nothing, or by nothing but with an effect on their
//! neighbours.

use super::{BREAK, NO_BREAK_SPACE};
use crate::export::pdf::direction::{is_joined, is_right_to_left};

/// How a character of the handout is drawn.
pub(super) enum Drawing {
    /// By this character.
    As(char),
    /// By a hyphen that no line breaks after.
    UnbreakableHyphen,
    /// By four spaces, only the first of which stands for it.
    Tab,
    /// By the end of the line.
    NewLine,
    /// Not at all.
    Nothing,
    /// Not at all, but a line may break here.
    Break,
}

/// How `character` is drawn.
pub(super) fn drawing(character: char) -> Drawing {
    match character {
        '\n' | '\u{2028}' | '\u{2029}' => Drawing::NewLine,
        '\t' => Drawing::Tab,
        // Atkinson Hyperlegible Next has no micro sign; the Greek letter is the same shape.
        '\u{B5}' => Drawing::As('\u{3BC}'),
        '\u{A0}' | '\u{2007}' | '\u{202F}' => Drawing::As(NO_BREAK_SPACE),
        '\u{2010}' => Drawing::As('-'),
        '\u{2011}' => Drawing::UnbreakableHyphen,
        BREAK => Drawing::Break,
        _ if character.is_whitespace() && character != '\r' => Drawing::As(' '),
        _ if character.is_control() || is_ignorable(character) => Drawing::Nothing,
        _ => Drawing::As(character),
    }
}

/// Which marks that draw nothing themselves change how a paragraph is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// None of them.
    Plain,
    /// Those that join letters or keep them apart.
    Joined,
    /// Those too that say which way the words run.
    Bidi,
}

impl Script {
    /// The marks that `source` can hold.
    pub(super) fn of(source: &str) -> Self {
        if source.is_ascii() {
            return Self::Plain;
        }
        if source.chars().any(is_right_to_left) {
            Self::Bidi
        } else if source.chars().any(is_joined) {
            Self::Joined
        } else {
            Self::Plain
        }
    }

    /// Whether the layout has to know of this character, which draws nothing.
    pub(super) fn heeds(self, character: char) -> bool {
        let joins = matches!(character, '\u{200C}' | '\u{200D}');
        match self {
            Self::Plain => false,
            Self::Joined => joins,
            Self::Bidi => joins || steers(character),
        }
    }
}

/// Whether a character says which way the words around it run (UAX 9).
fn steers(character: char) -> bool {
    matches!(
        character,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    )
}

/// Whether a text draws nothing by design.
pub fn is_invisible(text: &str) -> bool {
    text.chars()
        .all(|character| is_ignorable(character) || character == BREAK)
}

/// Characters that draw nothing by design: soft hyphen, joiners, direction marks, variation selectors, byte order mark.
fn is_ignorable(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200C}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}
