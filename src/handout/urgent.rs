//! What goes to the front of the handout: the places that say when to get help, the most urgent first.

use super::BoxLevel;
use crate::article::{Article, Block, BlockKind, FaqPair, PlaceKind, Role, RolePlace, Section};
use crate::facts::Urgency;
use crate::source::Span;
use std::cmp::Reverse;

/// The highest urgency of the advice in a span.
pub(super) type UrgencyIn<'f> = &'f dyn Fn(Span) -> Option<Urgency>;

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
}

/// What goes to the front.
#[derive(Debug, Clone, Copy)]
pub(super) enum What<'a> {
    /// A section with its heading and all below it.
    Section(&'a Section),
    /// Blocks of a section that stays.
    Blocks(&'a [Block]),
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
                What::Blocks(blocks) => self.blocks.extend(blocks),
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

/// A place of red flags with what it stands for in the tree.
#[derive(Debug, Clone, Copy)]
struct Target<'a> {
    kind: PlaceKind,
    span: Span,
    what: What<'a>,
}

/// What goes to the front, the most urgent first: sections and lists of red flags. Those in answers of the FAQ stay there
/// unless they are more urgent than all others. A paragraph goes to the front only if there is nothing else, and then only
/// the most urgent.
pub(super) fn urgent<'a>(article: &'a Article, urgency: UrgencyIn<'_>) -> Vec<Urgent<'a>> {
    let chosen = choose(article, &targets(article), urgency);
    let finder = Finder {
        urgency,
        chosen: &chosen,
    };
    let mut urgent = finder.below(&article.root);
    sort(&mut urgent);
    urgent
}

fn sort(urgent: &mut [Urgent<'_>]) {
    urgent.sort_by_key(|one| Reverse(one.level));
}

/// Every place of red flags that stands in the tree, by position.
fn targets(article: &Article) -> Vec<Target<'_>> {
    let mut targets: Vec<Target<'_>> = Vec::new();
    for place in article.places(Role::RedFlags) {
        let Some(what) = find(article, place) else {
            continue;
        };
        if !targets.iter().any(|known| same(&known.what, &what)) {
            targets.push(Target {
                kind: place.kind,
                span: place.span,
                what,
            });
        }
    }
    targets
}

/// What `place` stands for in the tree; `None` for one in the front matter.
fn find<'a>(article: &'a Article, place: &RolePlace) -> Option<What<'a>> {
    if place.kind == PlaceKind::FrontMatter {
        return None;
    }
    let sections = article.all_sections();
    if place.kind == PlaceKind::Section {
        let starts_here =
            |section: &&&Section| section.level > 0 && section.span.start() == place.span.start();
        if let Some(section) = sections.iter().find(starts_here) {
            return Some(What::Section(section));
        }
    }
    sections.iter().find_map(|section| {
        let touches = |block: &Block| block.span.overlaps(place.span);
        let first = section.blocks.iter().position(touches)?;
        let count = section.blocks[first..]
            .iter()
            .take_while(|block| touches(block));
        Some(What::Blocks(&section.blocks[first..first + count.count()]))
    })
}

fn same(one: &What<'_>, other: &What<'_>) -> bool {
    match (one, other) {
        (What::Section(one), What::Section(other)) => std::ptr::eq(*one, *other),
        (What::Blocks(one), What::Blocks(other)) => one
            .iter()
            .any(|block| other.iter().any(|known| std::ptr::eq(block, known))),
        (What::Section(_), What::Blocks(_)) | (What::Blocks(_), What::Section(_)) => false,
    }
}

/// The targets that go to the front.
fn choose<'a>(
    article: &'a Article,
    targets: &[Target<'a>],
    urgency: UrgencyIn<'_>,
) -> Vec<What<'a>> {
    let is_paragraph = |target: &Target<'a>| target.kind == PlaceKind::Paragraph;
    let only_paragraphs = targets.iter().all(is_paragraph);
    let places: Vec<&Target<'a>> = targets
        .iter()
        .filter(|target| only_paragraphs || !is_paragraph(target))
        .collect();
    let in_faq = |target: &Target<'a>| answers(&article.faq, target);
    let outside = places.iter().filter(|one| !in_faq(one));
    let highest = outside.map(|one| urgency(one.span)).max();
    let is_chosen = |target: &Target<'a>| {
        let urgency = Some(urgency(target.span));
        match (only_paragraphs, in_faq(target)) {
            (true, in_faq) => !in_faq && urgency == highest,
            (false, in_faq) => !in_faq || urgency > highest,
        }
    };
    let chosen = places.into_iter().filter(|target| is_chosen(target));
    chosen.map(|target| widened(article, target)).collect()
}

/// Whether the target is a question of the FAQ or stands in an answer.
fn answers(faq: &[FaqPair], target: &Target<'_>) -> bool {
    faq.iter().any(|pair| match target.what {
        What::Section(section) => pair.span.contains(section.span) || asks(section, pair),
        What::Blocks(blocks) => blocks.iter().any(|block| block.span.overlaps(pair.span)),
    })
}

/// Whether the heading of `section` is the question of `pair`.
pub(super) fn asks(section: &Section, pair: &FaqPair) -> bool {
    let question = pair.question.whole();
    section
        .heading
        .as_ref()
        .is_some_and(|heading| !question.is_empty() && heading.whole().contains(question))
}

/// The target, or if it stands in the answer of a headed question, the question with all of its answer: an answer is not
/// torn from its question.
fn widened<'a>(article: &'a Article, target: &Target<'a>) -> What<'a> {
    let What::Blocks(_) = target.what else {
        return target.what;
    };
    let headed = article.sections().into_iter().find(|section| {
        let holds = section.span.contains(target.span);
        holds && article.faq.iter().any(|pair| asks(section, pair))
    });
    headed.map_or(target.what, What::Section)
}

/// Finds what was chosen in the tree.
struct Finder<'f, 'a> {
    urgency: UrgencyIn<'f>,
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
        for child in &section.children {
            tiers.extend(self.below(child));
        }
        if !tiers.is_empty() {
            tiers.extend(self.lesser_tiers(section));
        }
        if tiers.is_empty() {
            return single(What::Section(section), self.level(section.span));
        }
        let own: Vec<&Block> = section
            .blocks
            .iter()
            .filter(|block| !tiers.iter().any(|tier| holds(tier, block)))
            .collect();
        let urgency = own
            .iter()
            .map(|block| (self.urgency)(block.span))
            .max()
            .flatten();
        let advises = urgency.is_some() || own.iter().any(|block| is_list(block));
        group(section, advises.then(|| level(urgency)), tiers)
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
                let span = blocks.iter().map(|block| block.span).reduce(Span::cover);
                lists.push(single(*what, self.level(span.unwrap_or_default())));
            }
        }
        lists
    }

    fn level(&self, span: Span) -> BoxLevel {
        level((self.urgency)(span))
    }
}

fn level(urgency: Option<Urgency>) -> BoxLevel {
    match urgency {
        Some(Urgency::Emergency) => BoxLevel::Emergency,
        Some(Urgency::Urgent | Urgency::Soon) => BoxLevel::Urgent,
        Some(Urgency::Routine | Urgency::SelfCare) | None => BoxLevel::Advice,
    }
}

/// One box.
fn single(what: What<'_>, level: BoxLevel) -> Urgent<'_> {
    Urgent {
        what,
        own: Some(level),
        level,
        tiers: Vec::new(),
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
            level,
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
        level: highest.unwrap_or(BoxLevel::Advice),
        tiers,
    }
}

fn holds(urgent: &Urgent<'_>, block: &Block) -> bool {
    match urgent.what {
        What::Blocks(blocks) => among(blocks, block),
        What::Section(_) => false,
    }
}

fn among(blocks: &[Block], block: &Block) -> bool {
    blocks.iter().any(|known| std::ptr::eq(known, block))
}

fn is_list(block: &Block) -> bool {
    matches!(block.kind, BlockKind::List(_))
}
