//! Which way words run: by the language of the handout, and by their own letters.

/// The way that words run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// As Latin.
    #[default]
    LeftToRight,
    /// As Arabic and Hebrew.
    RightToLeft,
}

/// Languages that are written from right to left unless their tag names another script.
const RIGHT_TO_LEFT: &[&str] = &[
    "ar", "arc", "arz", "ary", "apc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "mzn", "nqo",
    "pnb", "prs", "ps", "rhg", "sd", "syr", "ug", "ur", "yi",
];

/// Scripts that are written from right to left.
const SCRIPTS: &[&str] = &[
    "adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa",
];

impl Direction {
    /// The direction of pages in this language, a BCP 47 tag.
    pub fn of_language(tag: &str) -> Self {
        let mut parts = tag.split(['-', '_']).map(str::to_ascii_lowercase);
        let language = parts.next().unwrap_or_default();
        let script = parts
            .find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
        let runs_back = match script {
            Some(script) => SCRIPTS.contains(&script.as_str()),
            None => RIGHT_TO_LEFT.contains(&language.as_str()),
        };
        if runs_back {
            Self::RightToLeft
        } else {
            Self::LeftToRight
        }
    }

    /// The direction of a paragraph on a page of this direction: that of its first letter. A paragraph that only begins with
    /// a foreign name or a few foreign words runs as the page does.
    pub fn of_text(self, text: &str) -> Self {
        let runs_back = match self {
            Self::LeftToRight => begins_right_to_left(text) && is_mostly_right_to_left(text),
            Self::RightToLeft => {
                let mut letters = text
                    .chars()
                    .filter(|letter| letter.is_alphabetic())
                    .peekable();
                letters.peek().is_none() || letters.any(is_right_to_left)
            }
        };
        if runs_back {
            Self::RightToLeft
        } else {
            Self::LeftToRight
        }
    }
}

fn begins_right_to_left(text: &str) -> bool {
    let first = text.chars().find(|letter| letter.is_alphabetic());
    first.is_some_and(is_right_to_left)
}

/// On a page that runs from left to right, one word in so many may run as the page does in a paragraph that runs back: the
/// name of a medicine. More of them make it a paragraph of the page.
const WORDS_THAT_RUN_BACK: usize = 5;

fn is_mostly_right_to_left(text: &str) -> bool {
    let words = text.split(|ch: char| !ch.is_alphabetic() && !is_right_to_left(ch));
    let words = words.filter(|word| !word.is_empty());
    let (back, along): (Vec<&str>, Vec<&str>) =
        words.partition(|word| word.starts_with(is_right_to_left));
    back.len() >= along.len() * WORDS_THAT_RUN_BACK
}

/// Whether a character belongs to a script that runs from right to left (the blocks that Unicode sets aside for them).
pub fn is_right_to_left(character: char) -> bool {
    matches!(
        character,
        '\u{590}'..='\u{8FF}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}

/// Whether joiners beside a character change its shape: it belongs to one of the scripts of the Near East, India or
/// South-East Asia.
pub fn is_joined(character: char) -> bool {
    is_right_to_left(character)
        || matches!(character, '\u{900}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{A840}'..='\u{AAFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{LeftToRight, RightToLeft};

    #[test]
    fn a_page_runs_as_its_language_does_or_as_the_script_that_its_tag_names() {
        for (tag, direction) in [
            ("en-US", LeftToRight),
            ("ar", RightToLeft),
            ("ar-EG", RightToLeft),
            ("he_IL", RightToLeft),
            ("fa-AF", RightToLeft),
            ("ar-Latn", LeftToRight),
            ("ku-Arab-IQ", RightToLeft),
            ("ku", LeftToRight),
            ("zh-Hant", LeftToRight),
            ("", LeftToRight),
        ] {
            assert_eq!(Direction::of_language(tag), direction, "{tag}");
        }
    }

    #[test]
    fn a_paragraph_runs_as_its_first_letter_unless_the_page_runs_back() {
        for (page, text, direction) in [
            (LeftToRight, "Take two", LeftToRight),
            (LeftToRight, "שלום Take", LeftToRight),
            (LeftToRight, "שלום and תודה", LeftToRight),
            (LeftToRight, "שלום, תודה", RightToLeft),
            (
                LeftToRight,
                "אספירין (Aspirin) הוא תרופה נגד כאב",
                RightToLeft,
            ),
            (LeftToRight, "Take שלום", LeftToRight),
            (LeftToRight, "12 (!)", LeftToRight),
            (RightToLeft, "Aspirin הוא תרופה", RightToLeft),
            (RightToLeft, "https://example.org/a", LeftToRight),
            (RightToLeft, "12", RightToLeft),
        ] {
            assert_eq!(page.of_text(text), direction, "{text}");
        }
    }
}
