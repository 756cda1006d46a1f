//! What goes to the front of the handout: the places that say when to get help, the most urgent first.

mod led;
mod level;

use super::BoxLevel;
use super::places::{UrgencyIn, What, chosen};
use crate::article::{Block, BlockKind, Section};
use crate::lexicon::advice::{self, Advice};
use crate::rules::Context;
use crate::source::{PartOf, Span};
use level::calls;
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
