//! Whether sentences speak to the reader: "you", "your", or an order.

use super::Facts;
use crate::lexicon::verbs;

/// How a sentence speaks to its reader.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Address {
    /// It has "you", "your" or a form of them.
    pub says_you: bool,
    /// The index of the word with which an order begins: "Call", "do not".
    pub order: Option<usize>,
}

impl Address {
    /// Whether the reader is spoken to at all.
    pub fn is_direct(&self) -> bool {
        self.says_you || self.order.is_some()
    }
}

/// How each English sentence speaks to its reader, by its index.
pub(super) fn addresses(facts: &Facts<'_>) -> Vec<Address> {
    let sentences = facts.sentences.iter().zip(facts.tokens);
    let address = sentences.map(|(sentence, tokens)| Address {
        says_you: tokens.words().any(is_you),
        order: verbs::order(sentence.text(), tokens),
    });
    address.collect()
}

fn is_you(word: &str) -> bool {
    word.starts_with("you")
        && matches!(
            word,
            "you"
                | "your"
                | "yours"
                | "yourself"
                | "yourselves"
                | "you're"
                | "you've"
                | "you'll"
                | "you'd"
        )
}

#[cfg(test)]
mod tests {
    use crate::config::Settings;
    use crate::facts::Facts;
    use crate::parse;
    use crate::source::{Format, Source};

    #[test]
    fn sentences_speak_to_readers_with_you_or_with_an_order() {
        let text = "# A\n\nYou may feel sore. Young people heal fast. Rest your leg. It’s what you’ll need. Exercise helps.\n";
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let facts = Facts::find(&article, &Settings::of(&article));
        let direct: Vec<bool> = facts
            .addresses()
            .iter()
            .map(super::Address::is_direct)
            .collect();
        assert_eq!(direct, [false, true, false, true, true, false]);
    }
}
