//! Which places of red flags go to the front of the handout.

use crate::article::{Article, Block, FaqPair, PlaceKind, Role, RolePlace, Section};
use crate::facts::Urgency;
use crate::source::{PartOf, Span};

/// The highest urgency of the advice in a span.
pub(super) type UrgencyIn<'f> = &'f dyn Fn(Span) -> Option<Urgency>;

/// What goes to the front.
#[derive(Debug, Clone, Copy)]
pub(super) enum What<'a> {
    /// A section with its heading and all below it.
    Section(&'a Section),
    /// Blocks of a section that stays.
    Blocks(&'a [Block]),
}

/// A place of red flags with what it stands for in the tree.
#[derive(Debug, Clone, Copy)]
struct Target<'a> {
    kind: PlaceKind,
    span: Span,
    what: What<'a>,
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
        let count = section
            .blocks
            .part(first..)
            .iter()
            .take_while(|block| touches(block));
        Some(What::Blocks(
            section.blocks.part(first..first + count.count()),
        ))
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

/// What goes to the front: sections and lists of red flags. Those in answers of the FAQ stay there unless they are more
/// urgent than all others. A paragraph goes to the front only if there is nothing else, and then only the most urgent.
pub(super) fn chosen<'a>(article: &'a Article, urgency: UrgencyIn<'_>) -> Vec<What<'a>> {
    let targets = targets(article);
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
fn asks(section: &Section, pair: &FaqPair) -> bool {
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
