//! Endings by which a medical word shows itself.

/// Endings of folded words, plural too, with what they say.
const ENDINGS: &[(&str, &str)] = &[
    ("itis", "an inflammation, a swelling and soreness"),
    ("osis", "a disease or a state"),
    ("ectomy", "an operation to take something out"),
    ("ectomies", "operations to take something out"),
    ("opathy", "a disease"),
    ("opathies", "diseases"),
    ("algia", "a pain"),
];

/// A shorter word is an everyday one ("doses", "noses").
const SHORTEST: usize = 8;

/// What the ending of a folded word says, if it is a medical one.
pub fn meaning(word: &str) -> Option<&'static str> {
    if word.len() < SHORTEST {
        return None;
    }
    ENDINGS
        .iter()
        .find(|(ending, _)| word.ends_with(ending))
        .map(|(_, meaning)| *meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medical_words_show_themselves() {
        for word in ["costochondritis", "kyphosis", "discectomy", "neuralgia"] {
            assert!(meaning(word).is_some(), "{word}");
        }
        for word in ["doses", "noses", "britis", "walk", ""] {
            assert!(meaning(word).is_none(), "{word}");
        }
    }
}
