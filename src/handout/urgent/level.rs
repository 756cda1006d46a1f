//! How urgent a box is: by what its words say, or by the number that they name.

use super::{BoxLevel, Finder, is_list};
use crate::article::{Block, BlockKind, Section};
use crate::config::Region;
use crate::facts::Urgency;
use crate::lexicon::Tokens;
use crate::rules::Context;
use crate::source::Span;

impl Finder<'_, '_> {
    /// The level of a section that is one box. Where its heading says how fast, words on what to do outside of opening hours
    /// make it no more urgent.
    pub(super) fn level_of(&self, section: &Section) -> BoxLevel {
        let heading = section.heading.as_ref();
        let own = heading.and_then(|heading| (self.urgency)(heading.whole()));
        let mut later = section.blocks.iter().skip_while(|block| !is_list(block));
        let is_lasting =
            |block: &Block| self.is_of_hours(block) || (self.urgency)(block.span) <= own;
        match own {
            Some(own) if section.children.is_empty() && later.all(is_lasting) => level(own),
            _ => self.level(section.span),
        }
    }

    /// The level of a list with the paragraph that leads to it. What the lead says counts, not what the heading says of
    /// another list; a number to call in an emergency among the items does.
    pub(super) fn level_of_led(&self, list: &[Block], span: Span) -> BoxLevel {
        let lead = list.first().and_then(|lead| (self.urgency)(lead.span));
        match lead {
            Some(lead) if !list.iter().skip(1).any(|block| (self.calls)(block.span)) => level(lead),
            _ => self.level(span),
        }
    }

    /// Whether a paragraph says what to do while a place is closed: "Outside office hours, go to ...".
    fn is_of_hours(&self, block: &Block) -> bool {
        matches!(&block.kind, BlockKind::Paragraph(prose) if self.advice.is_of_hours(&Tokens::of(prose.text())))
    }

    /// The level of what stands in `span`. Words that facetdoc does not know, those of another language say, make no level: a
    /// lower one than the author's would be a danger. A number to call in an emergency does.
    pub(super) fn level(&self, span: Span) -> BoxLevel {
        match (self.urgency)(span) {
            Some(urgency) => level(urgency),
            None if (self.calls)(span) => BoxLevel::Emergency,
            None => BoxLevel::Unknown,
        }
    }
}

pub(super) fn level(urgency: Urgency) -> BoxLevel {
    match urgency {
        Urgency::Emergency => BoxLevel::Emergency,
        Urgency::Urgent | Urgency::Soon => BoxLevel::Urgent,
        Urgency::Routine | Urgency::SelfCare => BoxLevel::Advice,
    }
}

/// Whether a number to call in an emergency stands in `span`: that of the region, or one that most phones put through.
pub(super) fn calls(cx: &Context<'_>, span: Span) -> bool {
    let own = cx.settings.region.emergency_number;
    let is_number = |word: &str| Region::is_wide_number(word) || own == Some(word);
    let mut sentences = cx.facts.sentences_in(span);
    sentences.any(|index| {
        let tokens = cx.facts.tokens_of(index);
        // A longer number may hold these digits as one of its groups.
        let is_group = |at: usize| {
            let word = tokens.word(at);
            word.starts_with(|ch: char| ch.is_ascii_digit()) && !is_number(word)
        };
        let mut numbers = (0..tokens.len()).filter(|at| is_number(tokens.word(*at)));
        numbers.any(|at| !at.checked_sub(1).is_some_and(is_group) && !is_group(at + 1))
    })
}

#[cfg(test)]
mod tests {
    use super::calls;
    use crate::config::Settings;
    use crate::facts::Facts;
    use crate::parse;
    use crate::rules::Context;
    use crate::source::{Format, Source};

    #[test]
    fn a_number_is_one_to_call_whatever_stands_beside_it_but_digits() {
        for (text, wanted) in [
            ("Ring 112.", true),
            ("Ring 911/112.", true),
            ("Ring 911-112 or 999.", true),
            ("Ring 0800 999 1110.", false),
            ("Ring 555-911.", false),
            ("Ring us.", false),
        ] {
            let article = format!("# A\n\n{text}\n");
            let article = parse::article(Source::new("a.md", &article, Format::Markdown));
            let settings = Settings::of(&article);
            let facts = Facts::find(&article, &settings);
            let cx = Context {
                article: &article,
                facts: &facts,
                settings: &settings,
                today: None,
            };
            assert_eq!(calls(&cx, article.root.span), wanted, "{text}");
        }
    }
}
