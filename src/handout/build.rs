//! From an article to its handout: what is on the paper, in which order.

use super::in_place::Boxes;
use super::links::Targets;
use super::places::What;
use super::short::ShortForm;
use super::urgent::{Moved, Urgent, urgent};
use super::{
    BoxLevel, Callout, Content, Footer, Handout, Item, Labels, Options, Paper, RedFlags, Run,
};
use super::{closing, id};
use crate::article::{Block, Prose, Section};
use crate::facts::citation;
use crate::rules::Context;
use crate::source::{PartOf, sha256};
use std::collections::BTreeSet;

/// The deepest level of a heading.
const DEEPEST: u8 = 6;

/// Builds the handout of an article; `options` are what the person who exports chose.
///
/// The article's words are those of its text, each once, in its order; only what says when to get help goes to the front.
pub fn build(cx: &Context<'_>, options: &Options) -> Handout {
    let article = cx.article;
    let meta = &article.meta;
    let labels = cx.settings.labels();
    let title = id::title(article);
    let date = meta.reviewed.as_ref().or(meta.published.as_ref());
    let footer = Footer {
        title: closing::short_title(cx, &title),
        ..closing::footer(cx, labels)
    };
    Handout {
        id: id::id(article),
        lang: cx.settings.lang.clone(),
        labels_in_english: cx.settings.lacks_labels(),
        draft: options.draft.then(|| labels.draft.to_string()),
        items: items(cx, &title, options),
        footer,
        title,
        date: date.map(|date| date.value),
        authors: closing::names(&meta.authors),
        paper: if cx.settings.region.letter_paper {
            Paper::Letter
        } else {
            Paper::A4
        },
        source_sha256: sha256(article.source.text()),
        pictures: options.pictures.clone(),
    }
}

fn items(cx: &Context<'_>, title: &str, options: &Options) -> Vec<Item> {
    let root = &cx.article.root;
    let urgent = urgent(cx);
    let in_place = options.red_flags == RedFlags::InPlace;
    let moved = if in_place {
        Moved::default()
    } else {
        Moved::of(&urgent)
    };
    let mut builder = Builder::new(cx, moved, options);
    let mut items = Vec::new();
    if options.draft {
        let draft = builder.labels.draft.as_ref();
        items.push(Item::Paragraph(vec![closing::strong(draft)]));
    }
    if options.content == Content::RedFlags {
        items.extend(builder.help_only(&urgent));
        return items;
    }
    if options.name_date {
        items.push(builder.name_and_date());
    }
    items.push(builder.title(title));
    if in_place {
        items.extend(builder.short_notice());
        items.extend(builder.in_place(root, &Boxes::of(&urgent)));
    } else {
        items.extend(builder.all_urgent(&urgent));
        items.extend(builder.short_notice());
        items.extend(builder.kept(&root.blocks, 1));
        items.extend(builder.sections(&root.children, 2));
    }
    items.extend(builder.writing(options));
    items.extend(builder.closing(options.code.as_ref()));
    without_idle_rules(items)
}

/// Builds the items of one handout.
#[derive(Debug)]
pub(super) struct Builder<'a> {
    pub(super) cx: Context<'a>,
    pub(super) labels: &'a Labels,
    pub(super) links: Targets<'a>,
    /// The numbers of the footnotes that were called.
    pub(super) called: BTreeSet<usize>,
    pub(super) short: Option<&'a ShortForm>,
    moved: Moved<'a>,
}

impl<'a> Builder<'a> {
    fn new(cx: &Context<'a>, moved: Moved<'a>, options: &'a Options) -> Self {
        let base = cx.article.meta.canonical_url.as_ref();
        let sections = cx.article.sections();
        let anchors: BTreeSet<&str> = sections.iter().map(|one| one.id.as_str()).collect();
        let base = base.map(|base| base.value.as_str());
        let typed = citation::highest_typed(cx.article);
        Self {
            cx: *cx,
            labels: cx.settings.labels(),
            links: Targets::new(base, anchors, options.links, typed),
            called: BTreeSet::new(),
            short: options.short.as_ref(),
            moved,
        }
    }

    fn title(&mut self, title: &str) -> Item {
        let article = self.cx.article;
        let runs = match (&article.heading, &article.meta.title) {
            (Some(heading), _) if !heading.is_blank() => self.runs(heading),
            (_, Some(given)) => vec![Run {
                span: Some(given.span),
                ..Run::plain(title)
            }],
            (_, None) => vec![Run::plain(title)],
        };
        Item::Heading {
            level: 1,
            runs,
            id: String::new(),
        }
    }

    fn all_urgent(&mut self, urgent: &[Urgent<'a>]) -> Vec<Item> {
        let mut items = Vec::new();
        for one in urgent {
            items.extend(self.urgent(one, 2));
        }
        items
    }

    /// When to get help and nothing else but where to read the rest.
    fn help_only(&mut self, urgent: &[Urgent<'a>]) -> Vec<Item> {
        let mut items = self.all_urgent(urgent);
        items.extend(self.link_list());
        items.extend(self.published_at());
        items
    }

    /// A place that goes to the front, in its box, then the boxes of its tiers; `level` is that of its heading.
    fn urgent(&mut self, urgent: &Urgent<'a>, level: u8) -> Vec<Item> {
        let section = match urgent.what {
            What::Section(section) => section,
            What::Blocks(blocks) => {
                let at = level.saturating_sub(1);
                let own = self.slice(blocks, at);
                let mut items = self.framed(urgent.own, own);
                items.extend(self.tiers(urgent, at));
                return items;
            }
        };
        let (mut own, at) = self.heading(section, level);
        let first = section.blocks.len() - urgent.rest.len().min(section.blocks.len());
        own.extend(self.kept(section.blocks.part(..first), at));
        if urgent.tiers.is_empty() {
            own.extend(self.sections(&section.children, deeper(at)));
            return self.framed(urgent.own, own);
        }
        let mut items = self.framed(urgent.own, own);
        items.extend(self.tiers(urgent, at));
        items.extend(self.sections(&section.children, deeper(at)));
        items
    }

    /// The boxes of the tiers of `urgent`, which stand below a heading of `level`, and what comes after them.
    fn tiers(&mut self, urgent: &Urgent<'a>, level: u8) -> Vec<Item> {
        let mut items = Vec::new();
        for tier in &urgent.tiers {
            items.extend(self.urgent(tier, deeper(level)));
        }
        items.extend(self.slice(urgent.rest, level));
        items
    }

    pub(super) fn framed(&self, level: Option<BoxLevel>, items: Vec<Item>) -> Vec<Item> {
        let Some(level) = level.filter(|_| !items.is_empty()) else {
            return items;
        };
        let label = self.labels.level(level);
        vec![Item::Box(Callout {
            level,
            label: label.to_owned(),
            continued: self.labels.continued(label),
            items,
        })]
    }

    /// The heading of `section` and the level at which its words then stand; a blank heading opens no level.
    pub(super) fn heading(&mut self, section: &Section, level: u8) -> (Vec<Item>, u8) {
        let runs = section.heading.as_ref().map(|heading| self.runs(heading));
        match runs.filter(|runs| !runs.is_empty()) {
            None => (Vec::new(), level.saturating_sub(1)),
            Some(runs) => {
                let id = section.id.clone();
                (vec![Item::Heading { level, runs, id }], level)
            }
        }
    }

    /// The blocks that are not at the front, under a heading of `level`.
    pub(super) fn kept(&mut self, blocks: &'a [Block], level: u8) -> Vec<Item> {
        let is_kept = |block: &&Block| {
            let short = self.short;
            !self.moved.has_block(block) && !short.is_some_and(|one| one.leaves_out_block(block))
        };
        let kept = blocks.iter().filter(is_kept);
        let kept: Vec<&Block> = kept.collect();
        self.blocks(&kept, level)
    }

    /// The sections that are not at the front, their headings at `level`.
    fn sections(&mut self, sections: &'a [Section], level: u8) -> Vec<Item> {
        let mut items = Vec::new();
        for section in sections {
            if !self.moved.has_section(section) && !self.leaves_out(section) {
                items.extend(self.section(section, level));
            }
        }
        items
    }

    pub(super) fn section(&mut self, section: &'a Section, level: u8) -> Vec<Item> {
        if let Some(heading) = &section.heading
            && self.is_question(section)
        {
            return vec![Item::Question {
                level,
                question: self.runs(heading),
                id: section.id.clone(),
                answer: self.kept(&section.blocks, level),
            }];
        }
        let (mut items, at) = self.heading(section, level);
        items.extend(self.kept(&section.blocks, at));
        items.extend(self.sections(&section.children, deeper(at)));
        items
    }

    pub(super) fn leaves_out(&self, section: &Section) -> bool {
        self.short.is_some_and(|short| short.leaves_out(section))
    }

    pub(super) fn is_question(&self, section: &Section) -> bool {
        let asks = |heading: &Prose| !self.cx.facts.pairs_asked_in(heading.whole()).is_empty();
        section.children.is_empty() && section.heading.as_ref().is_some_and(asks)
    }
}

/// The level below `level`.
pub(super) fn deeper(level: u8) -> u8 {
    level.saturating_add(1).min(DEEPEST)
}

/// `items` without lines that part nothing: at the start, at the end and one after another.
fn without_idle_rules(items: Vec<Item>) -> Vec<Item> {
    let mut kept: Vec<Item> = Vec::new();
    for item in items {
        let idle = matches!(kept.last(), None | Some(Item::Rule));
        if item != Item::Rule || !idle {
            kept.push(item);
        }
    }
    if kept.last() == Some(&Item::Rule) {
        kept.pop();
    }
    kept
}
