//! What an article's disclaimer says and what it leaves out.

use super::spans::SpanSet;
use crate::article::{Article, BlockKind, PlaceKind, Prose, ProseKind, Role, Text, TextKind};
use crate::lexicon::Tokens;
use crate::lexicon::disclaimer::{self, DisclaimerWords, Element};

/// The disclaimer of an article, wherever it stands.
#[derive(Debug)]
pub struct Disclaimer<'a> {
    /// Its paragraphs and items in reading order, its heading left out; never empty.
    pub proses: Vec<&'a Prose>,
    /// The elements that it lacks, in their order.
    pub lacking: Vec<&'static Element>,
    /// The words of the article's language.
    pub words: &'static DisclaimerWords,
}

impl<'a> Disclaimer<'a> {
    /// The disclaimer in the text of `article`, whose texts are `texts`; `None` where there is none, or none with words.
    pub(super) fn find(article: &'a Article, texts: &[Text<'a>]) -> Option<Self> {
        let proses = proses(article, texts);
        if proses.is_empty() {
            return None;
        }
        let words = disclaimer::words(article.base_lang());
        let sentences: Vec<&Tokens> = proses
            .iter()
            .filter_map(|prose| article.reading.sentences_of(prose))
            .flatten()
            .map(|(_, tokens)| tokens)
            .collect();
        let lacking = words
            .elements
            .iter()
            .filter(|element| !element.is_said_in(&sentences))
            .collect();
        Some(Self {
            proses,
            lacking,
            words,
        })
    }

    /// Whether it says at least one thing that a disclaimer is there to say.
    pub fn says_something(&self) -> bool {
        self.lacking.len() < self.words.elements.len()
    }
}

fn proses<'a>(article: &'a Article, texts: &[Text<'a>]) -> Vec<&'a Prose> {
    let places: SpanSet = article
        .places(Role::Disclaimer)
        .filter(|place| place.kind != PlaceKind::FrontMatter)
        .map(|place| place.span)
        .collect();
    let mut earlier: Option<(&Text<'_>, bool)> = None;
    let mut proses = Vec::new();
    for text in texts {
        let inside = places.contains(text.prose.whole());
        let goes_on = earlier.is_some_and(|(earlier, inside)| inside && follows(earlier, text));
        if is_read(text) && (inside || goes_on) {
            proses.push(text.prose);
        }
        earlier = Some((text, inside));
    }
    proses
}

fn is_read(text: &Text<'_>) -> bool {
    let read = match text.kind {
        TextKind::Title | TextKind::Heading => false,
        TextKind::In(kind) => !matches!(kind, ProseKind::Alt | ProseKind::Code),
    };
    read && !text.prose.is_blank()
}

/// Whether `later` is the paragraph right after a disclaimer that has no heading: it may go on in there.
fn follows(earlier: &Text<'_>, later: &Text<'_>) -> bool {
    let is_paragraph = |text: &Text<'_>| {
        text.block
            .is_some_and(|block| matches!(block.kind, BlockKind::Paragraph(_)))
    };
    earlier.section.span == later.section.span && is_paragraph(earlier) && is_paragraph(later)
}
