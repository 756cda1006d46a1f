//! The parts of the facts by their index.
//!
//! An index comes from the facts that it is asked of, so each of these finds what it is asked for. An index from elsewhere
//! is a bug: tests and fuzzing meet it as a panic, a user gets a part that says nothing.

use super::{Binding, ConceptUse, Counsel, Facts, Mention, Sense, Sentence};
use crate::article::{Article, Prose, Text, TextKind};
use crate::lexicon::advice::Frame;
use crate::lexicon::{Tokens, Urgency};
use crate::source::Span;
use std::sync::LazyLock;

static NO_PROSE: LazyLock<Prose> = LazyLock::new(Prose::default);

static NO_TOKENS: LazyLock<Tokens> = LazyLock::new(Tokens::default);

static NO_COUNSEL: LazyLock<Counsel> = LazyLock::new(|| Counsel {
    sentence: usize::MAX,
    frame: Frame {
        words: 0..0,
        scope: 0..0,
        level: Urgency::SelfCare,
        least: Urgency::SelfCare,
        level_words: None,
        has_service: false,
        is_weak: true,
        is_conditional: false,
    },
    span: Span::default(),
    word: Span::default(),
});

static NO_MENTION: LazyLock<Mention> = LazyLock::new(|| Mention {
    sentence: usize::MAX,
    words: 0..0,
    span: Span::default(),
    is_red_flag: false,
    sense: Sense::Plain,
    qualifier: String::new(),
});

impl<'a> Facts<'a> {
    /// The sentence with this index.
    pub fn sentence(&self, index: usize) -> &Sentence<'a> {
        let found = self.sentences.get(index);
        debug_assert!(found.is_some(), "no sentence {index}");
        found.unwrap_or(&self.no_sentence)
    }

    /// The words of the sentence with this index.
    pub fn tokens_of(&self, index: usize) -> &'a Tokens {
        let found = self.tokens.get(index);
        debug_assert!(found.is_some(), "no sentence {index}");
        found.unwrap_or(&NO_TOKENS)
    }

    /// Where the section stands that holds the sentence with this index, its own text and not that of its parts.
    pub fn section_of(&self, index: usize) -> Span {
        self.sentence(index).within.section.span
    }

    /// The advice with this index.
    pub fn counsel(&self, index: usize) -> &Counsel {
        let found = self.counsels().get(index);
        debug_assert!(found.is_some(), "no advice {index}");
        found.unwrap_or(&NO_COUNSEL)
    }
}

impl ConceptUse {
    /// The mention that one of the concept's bindings ties to advice.
    pub fn bound(&self, binding: &Binding) -> &Mention {
        let found = self.mentions.get(binding.mention);
        debug_assert!(found.is_some(), "no mention {}", binding.mention);
        found.unwrap_or(&NO_MENTION)
    }
}

/// A sentence without words.
pub(super) fn no_sentence(article: &Article) -> Sentence<'_> {
    let within = Text {
        kind: TextKind::Title,
        prose: &NO_PROSE,
        section: &article.root,
        block: None,
    };
    Sentence::new(within, 0..0)
}
