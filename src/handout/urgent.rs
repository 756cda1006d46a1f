//! What goes to the front of the handout: the places that say when to get help, the most urgent first.

use super::BoxLevel;
use super::places::{UrgencyIn, What, chosen};
use crate::article::{Block, BlockKind, Section};
use crate::config::Region;
use crate::facts::Urgency;
use crate::lexicon::Tokens;
use crate::lexicon::advice::{self, Advice};
use crate::rules::Context;
use crate::source::{PartOf, Span};
use std::cmp::Reverse;

/// Something that goes to the front.
#[derive(Debug, Clone)]
pub(super) struct Urgent<'a> {
    /// Its words.
    pub(super) what: What<'a>,
    /// The level of the box around its own words, those of the tiers left out; `None` where they stand before the boxes of
    /// the tiers without one.
    pub(super) own: Option<BoxLevel>,
    /// The highest level in it.
    level: BoxLevel,
    /// Places inside it with boxes of their own, the most urgent first.
    pub(super) tiers: Vec<Urgent<'a>>,
    /// The blocks that come after those boxes: what is said last may be said of all.
    pub(super) rest: &'a [Block],
}

/// What is shown at the front and therefore not again in its place.
#[derive(Debug, Default)]
pub(super) struct Moved<'a> {
    sections: Vec<&'a Section>,
    blocks: Vec<&'a Block>,
}

impl<'a> Moved<'a> {
    /// All that is in `urgent`.
    pub(super) fn of(urgent: &[Urgent<'a>]) -> Self {
        let mut moved = Self::default();
        moved.add(urgent);
        moved
    }

    fn add(&mut self, urgent: &[Urgent<'a>]) {
        for one in urgent {
            match one.what {
                What::Section(section) => self.sections.push(section),
                What::Blocks(blocks) => self.blocks.extend(blocks.iter().chain(one.rest)),
            }
            self.add(&one.tiers);
        }
    }

    /// Whether the section is at the front.
    pub(super) fn has_section(&self, section: &Section) -> bool {
        self.sections
            .iter()
            .any(|moved| std::ptr::eq(*moved, section))
    }

    /// Whether the block is in a box apart from the rest of its section.
    pub(super) fn has_block(&self, block: &Block) -> bool {
        self.blocks.iter().any(|moved| std::ptr::eq(*moved, block))
    }
}

/// What goes to the front of the handout of `cx`, the most urgent first: sections and lists of red flags. Those in answers of the FAQ stay there
/// unless they are more urgent than all others. A paragraph goes to the front only if there is nothing else, and then only
/// the most urgent.
pub(super) fn urgent<'a>(cx: &Context<'a>) -> Vec<Urgent<'a>> {
    let article = cx.article;
    let urgency = |span| cx.facts.urgency_in(span);
    let chosen = chosen(article, &urgency);
    let finder = Finder {
        advice: advice::advice(article.base_lang()),
        urgency: &urgency,
        calls: &|span| calls(cx, span),
        chosen: &chosen,
    };
    let mut urgent = finder.below(&article.root);
    sort(&mut urgent);
    urgent
}

fn sort(urgent: &mut [Urgent<'_>]) {
    urgent.sort_by_key(|one| Reverse(one.level));
}

/// Finds what was chosen in the tree.
struct Finder<'f, 'a> {
    advice: &'static Advice,
    urgency: UrgencyIn<'f>,
    /// Whether an emergency number stands in a span.
    calls: &'f dyn Fn(Span) -> bool,
    chosen: &'f [What<'a>],
}

impl<'a> Finder<'_, 'a> {
    /// What goes to the front of `section` and all below it. A section of which nothing would stay goes as a whole.
    fn below(&self, section: &'a Section) -> Vec<Urgent<'a>> {
        if self.is_chosen(section) {
            return vec![self.whole(section)];
        }
        let lists = self.lists(section);
        let kept_block = section.blocks.iter().any(|block| {
            block.kind != BlockKind::Rule && !lists.iter().any(|list| holds(list, block))
        });
        let mut kept_child = false;
        let mut urgent = lists;
        for child in &section.children {
            let below = self.below(child);
            kept_child |= !below
                .iter()
                .any(|one| matches!(one.what, What::Section(moved) if std::ptr::eq(moved, child)));
            urgent.extend(below);
        }
        if kept_block || kept_child || urgent.is_empty() || section.heading.is_none() {
            return urgent;
        }
        vec![group(section, None, urgent)]
    }

    fn is_chosen(&self, section: &Section) -> bool {
        self.chosen
            .iter()
            .any(|what| matches!(what, What::Section(chosen) if std::ptr::eq(*chosen, section)))
    }

    /// A section of red flags with the tiers inside it. Its lists are tiers only if their urgency differs.
    fn whole(&self, section: &'a Section) -> Urgent<'a> {
        let mut tiers = self.lists(section);
        let levels: Vec<BoxLevel> = tiers.iter().map(|tier| tier.level).collect();
        if levels.iter().min() == levels.iter().max() {
            tiers.clear();
        }
        let mut rest: &[Block] = &[];
        if tiers.is_empty() && section.children.is_empty() {
            (tiers, rest) = self.led_lists(&section.blocks);
        }
        if tiers.is_empty() && section.children.is_empty() {
            (tiers, rest) = self.lists_behind(section);
        }
        for child in &section.children {
            tiers.extend(self.below(child));
        }
        if !tiers.is_empty() {
            tiers.extend(self.lesser_tiers(section));
        }
        if tiers.is_empty() {
            return single(What::Section(section), self.level_of(section));
        }
        let own: Vec<&Block> = section
            .blocks
            .iter()
            .filter(|block| !among(rest, block) && !tiers.iter().any(|tier| holds(tier, block)))
            .collect();
        let advises = |block: &&Block| (self.urgency)(block.span).is_some() || is_list(block);
        let level = own.iter().any(advises).then(|| {
            let levels = own.iter().map(|block| self.level(block.span));
            levels.max().unwrap_or(BoxLevel::Unknown)
        });
        Urgent {
            rest,
            ..group(section, level, tiers)
        }
    }

    /// The lists among `blocks`, each with the words that lead to it and those that follow, where there are at least two and
    /// their levels differ: "Call 999 if:" and "See a GP if:"; and what comes after the last.
    fn led_lists(&self, blocks: &'a [Block]) -> (Vec<Urgent<'a>>, &'a [Block]) {
        let (lists, rest) = self.led(blocks, None);
        let levels = || lists.iter().map(|list| list.level);
        let lowest = levels().min();
        if lowest == levels().max() || !rest.is_empty() && levels().next_back() != lowest {
            return (Vec::new(), &[]);
        }
        (lists, rest)
    }

    /// The lists of `section` behind its first, which the heading leads to, where one of them has another level than that:
    /// "Call 999 if:" is the heading, "See a GP if:" stands below its list.
    fn lists_behind(&self, section: &'a Section) -> (Vec<Urgent<'a>>, &'a [Block]) {
        let none: (_, &[Block]) = (Vec::new(), &[]);
        let heading = section.heading.as_ref();
        let own = heading.and_then(|heading| (self.urgency)(heading.whole()));
        let (Some(own), Some((first, others))) = (own.map(level), section.blocks.split_first())
        else {
            return none;
        };
        let (lists, rest) = self.led(others, Some(own));
        let is_next = lists.first().is_some_and(|list| {
            let next = others.first();
            next.is_some_and(|next| holds(list, next)) || !has_list(list)
        });
        let levels = || lists.iter().map(|list| list.level);
        let last_is_lowest = levels().next_back() == levels().min().map(|lowest| lowest.min(own));
        if !is_list(first)
            || !is_next
            || levels().all(|level| level == own)
            || !rest.is_empty() && !last_is_lowest
        {
            return none;
        }
        (lists, rest)
    }

    /// The lists among `blocks`, each with the words that lead to it and those that follow, then paragraphs that say by
    /// themselves when to get help more slowly, and what comes after the last. None where words might end up in a box of
    /// another level, or part from what they speak of: a list that no colon leads to, other advice between the lists or
    /// after them, a lead that points back. A list that is not known to be as urgent as another is no part of its box.
    /// `above` is the level of a list before `blocks`.
    fn led(&self, blocks: &'a [Block], above: Option<BoxLevel>) -> (Vec<Urgent<'a>>, &'a [Block]) {
        let none: (_, &[Block]) = (Vec::new(), &[]);
        let leads: Vec<usize> = (blocks.windows(2).enumerate())
            .filter(|(_, pair)| matches!(pair, [lead, list] if leads(lead) && is_list(list)))
            .map(|(at, _)| at)
            .collect();
        let behind = leads.last().map_or(0, |end| (end + 2).min(blocks.len()));
        let of_lead = |at: usize| {
            let list = blocks.part(at..(at + 2).min(blocks.len()));
            let span = list.iter().map(|block| block.span).reduce(Span::cover);
            self.level_of_led(list, span.unwrap_or_default())
        };
        let lowest = leads.iter().map(|at| of_lead(*at)).chain(above).min();
        let is_apart = |at: &usize| {
            let block = blocks.get(*at);
            lowest.is_some_and(|lowest| block.is_some_and(|block| self.is_apart(block, lowest)))
        };
        let apart: Vec<usize> = (behind..blocks.len()).filter(is_apart).collect();
        let starts = || leads.iter().chain(&apart).copied();
        let Some(start) = starts().next() else {
            return none;
        };
        let is_led = |at: usize| leads.contains(&at) || at > 0 && leads.contains(&(at - 1));
        let mut others = (start..blocks.len()).filter(|at| !is_led(*at) && !apart.contains(at));
        let others = others.any(|at| {
            blocks.get(at).is_some_and(|block| {
                let is_plain = matches!(block.kind, BlockKind::Paragraph(_));
                let is_last = at >= behind;
                is_list(block) || is_last && !is_plain || (self.urgency)(block.span).is_some()
            })
        });
        let mut later = leads.iter().skip(1).filter_map(|at| blocks.get(*at));
        if others || later.any(|lead| self.adds_on(lead)) {
            return none;
        }
        let end = apart.last().map_or(behind, |last| last + 1);
        let ends = starts().skip(1).chain([end]);
        let boxes = starts().zip(ends).map(|(start, end)| {
            let level = match blocks.get(start) {
                Some(block) if !leads.contains(&start) => self.level(block.span),
                _ => of_lead(start),
            };
            single(What::Blocks(blocks.part(start..end)), level)
        });
        (boxes.collect(), blocks.part(end..))
    }

    /// Whether a paragraph says by itself when to get help, not faster than at `lowest`: "Make an appointment if the cough
    /// lasts longer than 3 weeks." What speaks of the signs before it stays with them.
    fn is_apart(&self, block: &Block, lowest: BoxLevel) -> bool {
        let BlockKind::Paragraph(prose) = &block.kind else {
            return false;
        };
        let text = prose.text();
        let tokens = Tokens::of(text);
        let frames = self.advice.frames(text, &tokens);
        let is_own = frames.iter().all(|frame| frame.is_conditional) && !frames.is_empty();
        let pointer = |at: usize| is_pointer(tokens.word(at));
        let points = self.advice.points_back(&tokens)
            || self.advice.adds_on(&tokens)
            || self.advice.is_of_hours(&tokens)
            || (0..tokens.len()).any(|at| {
                let condition = self.advice.starts_condition(&tokens, at);
                condition.is_some_and(pointer) || is_doubt(tokens.word(at))
            });
        let urgency = (self.urgency)(block.span).map(level);
        is_own
            && !points
            && !leads(block)
            && !(self.calls)(block.span)
            && urgency.is_some_and(|level| level <= lowest)
    }

    /// Blocks that were chosen without their section: a box, or one for each level under the words before them.
    fn run(&self, blocks: &'a [Block]) -> Urgent<'a> {
        let span = blocks.iter().map(|block| block.span).reduce(Span::cover);
        let level = self.level(span.unwrap_or_default());
        let (mut tiers, rest) = self.led_lists(blocks);
        let first = blocks.iter().position(|block| {
            let mut tiers = tiers.iter();
            tiers.any(|tier| holds(tier, block))
        });
        let opening = blocks.part(..first.unwrap_or(0));
        let advises = |block: &Block| (self.urgency)(block.span).is_some();
        if tiers.is_empty() || opening.iter().any(advises) {
            return single(What::Blocks(blocks), level);
        }
        sort(&mut tiers);
        Urgent {
            what: What::Blocks(opening),
            own: None,
            level,
            tiers,
            rest,
        }
    }

    /// Whether a paragraph needs what stands before it.
    fn adds_on(&self, block: &Block) -> bool {
        matches!(&block.kind, BlockKind::Paragraph(prose) if self.advice.adds_on(&Tokens::of(prose.text())))
    }

    /// Beside tiers, a subsection that gives advice is a tier too, though it names no danger: "Make an appointment if".
    fn lesser_tiers(&self, section: &'a Section) -> Vec<Urgent<'a>> {
        let advises = |child: &&'a Section| {
            self.below(child).is_empty() && (self.urgency)(child.span).is_some()
        };
        let advising = section.children.iter().filter(advises);
        advising
            .map(|child| single(What::Section(child), self.level(child.span)))
            .collect()
    }

    /// The lists and paragraphs that were chosen among the blocks of `section`.
    fn lists(&self, section: &'a Section) -> Vec<Urgent<'a>> {
        let mut lists = Vec::new();
        for what in self.chosen {
            if let What::Blocks(blocks) = *what
                && section.blocks.iter().any(|block| among(blocks, block))
            {
                lists.push(self.run(blocks));
            }
        }
        lists
    }

    /// The level of a section that is one box. Where its heading says how fast, words on what to do outside of opening hours
    /// make it no more urgent.
    fn level_of(&self, section: &Section) -> BoxLevel {
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
    fn level_of_led(&self, list: &[Block], span: Span) -> BoxLevel {
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
    fn level(&self, span: Span) -> BoxLevel {
        match (self.urgency)(span) {
            Some(urgency) => level(urgency),
            None if (self.calls)(span) => BoxLevel::Emergency,
            None => BoxLevel::Unknown,
        }
    }
}

fn level(urgency: Urgency) -> BoxLevel {
    match urgency {
        Urgency::Emergency => BoxLevel::Emergency,
        Urgency::Urgent | Urgency::Soon => BoxLevel::Urgent,
        Urgency::Routine | Urgency::SelfCare => BoxLevel::Advice,
    }
}

/// Whether a number to call in an emergency stands in `span`: that of the region, or one that most phones put through.
fn calls(cx: &Context<'_>, span: Span) -> bool {
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

/// One box.
fn single(what: What<'_>, level: BoxLevel) -> Urgent<'_> {
    Urgent {
        what,
        own: Some(level),
        level,
        tiers: Vec::new(),
        rest: &[],
    }
}

/// A section before the boxes of its tiers; of a single list that has no tier but the section's only words, one box.
fn group<'a>(
    section: &'a Section,
    own: Option<BoxLevel>,
    mut tiers: Vec<Urgent<'a>>,
) -> Urgent<'a> {
    if let [
        Urgent {
            what: What::Blocks(_),
            own: Some(level),
            ..
        },
    ] = tiers[..]
        && own.is_none()
    {
        return single(What::Section(section), level);
    }
    sort(&mut tiers);
    let highest = tiers.iter().map(|tier| tier.level).max().max(own);
    Urgent {
        what: What::Section(section),
        own,
        level: highest.unwrap_or(BoxLevel::Unknown),
        tiers,
        rest: &[],
    }
}

fn holds(urgent: &Urgent<'_>, block: &Block) -> bool {
    let own = match urgent.what {
        What::Blocks(blocks) => among(blocks, block) || among(urgent.rest, block),
        What::Section(_) => false,
    };
    own || urgent.tiers.iter().any(|tier| holds(tier, block))
}

fn among(blocks: &[Block], block: &Block) -> bool {
    blocks.iter().any(|known| std::ptr::eq(known, block))
}

/// Whether a block is a paragraph that leads to what follows: it ends with a colon.
fn leads(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Paragraph(prose) if prose.text().trim_end().ends_with(':'))
}

fn is_list(block: &Block) -> bool {
    matches!(block.kind, BlockKind::List(_))
}

/// Whether there is a list among the blocks of a place.
fn has_list(urgent: &Urgent<'_>) -> bool {
    match urgent.what {
        What::Blocks(blocks) => blocks.iter().any(is_list),
        What::Section(_) => true,
    }
}

/// Whether a condition that opens with this word speaks of what was said before: "if they get worse".
fn is_pointer(word: &str) -> bool {
    matches!(
        word,
        "it" | "they"
            | "them"
            | "this"
            | "that"
            | "these"
            | "those"
            | "any"
            | "none"
            | "esto"
            | "eso"
            | "estos"
            | "estas"
            | "alguno"
            | "alguna"
            | "ninguno"
            | "ninguna"
    )
}

/// Whether a word tells of readers who do not know which list is theirs.
fn is_doubt(word: &str) -> bool {
    matches!(
        word,
        "sure" | "unsure" | "doubt" | "duda" | "dudas" | "seguro" | "segura"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::facts::Facts;
    use crate::parse;
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
