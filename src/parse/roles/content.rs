//! Roles by what is said: advice to get help, a disclaimer without a heading, a part that only prose tells of.

use super::{Finder, citations, credits};
use crate::article::{Block, BlockKind, PlaceKind, Prose, Role, RoleSource, Section};
use crate::lexicon::advice::Frame;
use crate::lexicon::constant::{built, held};
use crate::lexicon::lead::ends_open;
use crate::lexicon::sentence;
use crate::lexicon::{Patterns, Tokens, Urgency};
use crate::source::{PartOf, Span};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Rows {
    disclaimer: Vec<String>,
    disclaimer_not: Vec<String>,
    credit: Vec<String>,
    call: Vec<String>,
    no_symptom: Vec<String>,
    suits: Vec<String>,
    mixes: Vec<String>,
    opening: BTreeMap<String, Vec<String>>,
}

struct Table {
    disclaimer: Patterns,
    disclaimer_not: Patterns,
    credit: Patterns,
    /// Calls for help that only the readers of this clinic can follow: "Call us if ...".
    call: Patterns,
    /// Words of advice that is not about health: benefits, bookings.
    no_symptom: Patterns,
    /// Headings over whom a treatment suits and what it goes with: "tell us if" says there what to tell before it.
    suits: Patterns,
    /// Lead-ins of what a reader takes or has: "tell your pharmacist if you take:".
    mixes: Patterns,
    /// How a sentence opens that tells of a part.
    opening: Vec<(Role, Patterns)>,
}

static TABLES: LazyLock<BTreeMap<String, Table>> = LazyLock::new(|| {
    let compile = |patterns: &[String]| built(Patterns::new(patterns.iter().map(String::as_str)));
    let rows: BTreeMap<String, Rows> = built(toml::from_str(include_str!("content.toml")));
    let table = |rows: &Rows| Table {
        disclaimer: compile(&rows.disclaimer),
        disclaimer_not: compile(&rows.disclaimer_not),
        credit: compile(&rows.credit),
        call: compile(&rows.call),
        no_symptom: compile(&rows.no_symptom),
        suits: compile(&rows.suits),
        mixes: compile(&rows.mixes),
        opening: rows
            .opening
            .iter()
            .filter_map(|(name, patterns)| Some((Role::from_name(name)?, compile(patterns))))
            .collect(),
    };
    rows.iter()
        .map(|(lang, rows)| (lang.clone(), table(rows)))
        .collect()
});

fn table(lang: &str) -> &'static Table {
    held(TABLES.get(lang).or_else(|| TABLES.get("en")))
}

/// Whether a text says that it is no substitute for a clinician's advice.
pub(super) fn is_disclaimer(lang: &str, text: &str) -> bool {
    let mut sentences = sentence::split(text).into_iter();
    sentences.any(|range| disclaims(lang, &Tokens::of(text.part(range))))
}

fn disclaims(lang: &str, sentence: &Tokens) -> bool {
    let table = table(lang);
    table.disclaimer.is_match(sentence) && !table.disclaimer_not.is_match(sentence)
}

/// Whether a sentence opens by telling who wrote or reviewed the article, or when.
pub(super) fn opens_credit(lang: &str, sentence: &Tokens) -> bool {
    table(lang).credit.is_match(sentence)
}

/// Whether some prose of a section itself reads as a disclaimer.
pub(super) fn holds_disclaimer(finder: &Finder<'_>, section: &Section) -> bool {
    let mut proses = section.blocks.iter().flat_map(Block::proses);
    proses.any(|(_, prose)| has_disclaimer(finder, prose))
}

/// Whether a prose of the article says that it is no substitute for a clinician's advice.
fn has_disclaimer(finder: &Finder<'_>, prose: &Prose) -> bool {
    let mut sentences = finder.sentences(prose);
    sentences.any(|(_, tokens)| disclaims(finder.lang, tokens))
}

/// The parts in which advice to see someone is not a red flag of this article.
const NOT_RED_FLAGS: &[Role] = &[
    Role::RedFlags,
    Role::Disclaimer,
    Role::Faq,
    Role::References,
    Role::Resources,
    Role::Contact,
    Role::Authorship,
    Role::Preparation,
    Role::Procedure,
];

pub(super) fn find(finder: &mut Finder<'_>) {
    disclaimers(finder);
    citations::find(finder);
    credits::find(finder);
    let article = finder.article;
    for section in article.all_sections() {
        red_flags(finder, section);
    }
    openings(finder);
}

fn disclaimers(finder: &mut Finder<'_>) {
    let article = finder.article;
    for (_, block) in article.blocks() {
        let inside = finder.is_in(Role::Disclaimer, block.span);
        let texts = match &block.kind {
            BlockKind::Paragraph(prose) | BlockKind::Html(prose) => vec![prose],
            BlockKind::Quote(_) | BlockKind::Callout(_) => {
                block.proses().into_iter().map(|(_, prose)| prose).collect()
            }
            _ => Vec::new(),
        };
        if !inside
            && texts.iter().any(|prose| has_disclaimer(finder, prose))
            && !texts
                .iter()
                .all(|prose| citations::is_citation(prose.text()))
        {
            finder.add(
                Role::Disclaimer,
                block.span,
                PlaceKind::Paragraph,
                None,
                RoleSource::Content,
            );
        }
    }
}

fn red_flags(finder: &mut Finder<'_>, section: &Section) {
    let mut lead_in: Option<&Block> = None;
    let suits = table(finder.lang)
        .suits
        .is_match(&Tokens::of(section.title()));
    for block in &section.blocks {
        if !NOT_RED_FLAGS
            .iter()
            .any(|role| finder.is_in(*role, block.span))
            && !is_question(finder, block.span)
        {
            match &block.kind {
                BlockKind::Paragraph(prose) | BlockKind::Html(prose) => {
                    paragraph(finder, block.span, prose);
                }
                BlockKind::List(_) => list(finder, lead_in, block, suits),
                BlockKind::Quote(_) | BlockKind::Callout(_) => boxed(finder, block),
                _ => {}
            }
        }
        lead_in = matches!(block.kind, BlockKind::Paragraph(_)).then_some(block);
    }
}

fn is_question(finder: &Finder<'_>, span: Span) -> bool {
    finder.faq.contains(span)
}

fn paragraph(finder: &mut Finder<'_>, span: Span, prose: &Prose) {
    if !prose.text().trim_end().ends_with(':') && calls_for_help(finder, prose) {
        finder.add(
            Role::RedFlags,
            span,
            PlaceKind::Paragraph,
            None,
            RoleSource::Content,
        );
    }
}

fn boxed(finder: &mut Finder<'_>, block: &Block) {
    let proses = block.proses();
    if proses
        .iter()
        .any(|(_, prose)| calls_for_help(finder, prose))
    {
        finder.add(
            Role::RedFlags,
            block.span,
            PlaceKind::Paragraph,
            None,
            RoleSource::Content,
        );
    }
}

/// Adds a list of reasons to get help; `suits` where its heading asks whom a treatment suits.
fn list(finder: &mut Finder<'_>, lead_in: Option<&Block>, list: &Block, suits: bool) {
    let lead = lead_in.and_then(|block| match &block.kind {
        BlockKind::Paragraph(prose) => Some((block, prose)),
        _ => None,
    });
    if let Some((block, prose)) = lead
        && leads_to_help(finder, prose)
        && !(suits && only_tells(finder, prose))
    {
        finder.add(
            Role::RedFlags,
            block.span.cover(list.span),
            PlaceKind::List,
            None,
            RoleSource::Content,
        );
        return;
    }
    let proses = list.proses();
    let calling = proses
        .iter()
        .filter(|(_, prose)| calls_for_help(finder, prose))
        .count();
    if calling > 0 && calling * 2 >= proses.len() {
        finder.add(
            Role::RedFlags,
            list.span,
            PlaceKind::List,
            None,
            RoleSource::Content,
        );
    }
}

/// Whether a prose asks its reader to get help on a condition: in a sentence, or as the lead-in of a list.
pub(super) fn asks_to_call(finder: &Finder<'_>, prose: &Prose) -> bool {
    calls_for_help(finder, prose) || leads_to_help(finder, prose)
}

/// Whether the last sentence of a paragraph is the lead-in of a list of reasons to get help.
fn leads_to_help(finder: &Finder<'_>, prose: &Prose) -> bool {
    let Some((last, tokens)) = finder.sentences(prose).last() else {
        return false;
    };
    let text = prose.text().part(last);
    if !ends_open(text) {
        return false;
    }
    let frames = finder.advice.frames(text, tokens);
    let table = table(finder.lang);
    let is_weak = |frame: &Frame| frame.is_weak && frame.level < Urgency::Soon;
    let mixes = table.mixes.is_match(tokens) && frames.iter().all(is_weak);
    !mixes
        && !table.no_symptom.is_match(tokens)
        && frames
            .iter()
            .any(|frame| frame.is_conditional || frame.level >= Urgency::Soon)
}

/// Whether all advice of a lead-in is to tell somebody something, without haste.
fn only_tells(finder: &Finder<'_>, prose: &Prose) -> bool {
    let last = finder.sentences(prose).last();
    last.is_none_or(|(last, tokens)| {
        let frames = finder.advice.frames(prose.text().part(last), tokens);
        frames
            .iter()
            .all(|frame| frame.is_weak && frame.level < Urgency::Soon)
    })
}

/// Whether some sentence tells the reader to get help on a condition.
fn calls_for_help(finder: &Finder<'_>, prose: &Prose) -> bool {
    let table = table(finder.lang);
    finder.sentences(prose).any(|(range, tokens)| {
        // A condition is looked for first: few sentences have one.
        let frames = || finder.advice.frames(prose.text().part(range), tokens);
        let calls = finder.advice.condition(tokens).is_some() && frames().iter().any(is_call);
        (calls || table.call.is_match(tokens))
            && !table.no_symptom.is_match(tokens)
            && !table.disclaimer.is_match(tokens)
    })
}

fn is_call(frame: &Frame) -> bool {
    frame.is_conditional && (!frame.is_weak || frame.level >= Urgency::Urgent)
}

/// Whether a place tells of something else: a disclaimer's "symptoms may ..." tells of no symptoms.
fn is_elsewhere(finder: &Finder<'_>, span: Span) -> bool {
    const ELSEWHERE: &[Role] = &[
        Role::Disclaimer,
        Role::References,
        Role::Authorship,
        Role::Risks,
        Role::Aftercare,
        Role::Procedure,
        Role::Alternatives,
    ];
    ELSEWHERE.iter().any(|role| finder.is_in(*role, span))
}

/// A part that no heading names is where the first sentence tells of it.
fn openings(finder: &mut Finder<'_>) {
    let article = finder.article;
    let table = table(finder.lang);
    for (role, patterns) in &table.opening {
        if finder.places.iter().any(|place| place.role == *role) {
            continue;
        }
        let told = article.blocks().find(|(_, block)| match &block.kind {
            BlockKind::Paragraph(_) if is_elsewhere(finder, block.span) => false,
            BlockKind::Paragraph(prose) => finder
                .sentences(prose)
                .any(|(_, tokens)| patterns.is_match(tokens)),
            _ => false,
        });
        if let Some((_, block)) = told
            && !is_question(finder, block.span)
        {
            finder.add(
                *role,
                block.span,
                PlaceKind::Paragraph,
                None,
                RoleSource::Content,
            );
        }
    }
}
