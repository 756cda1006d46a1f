//! Sections with a promise in their heading and nothing below it.

use crate::article::{Text, TextKind};
use crate::facts::Facts;
use crate::facts::images;
use crate::facts::placeholder::is_only_placeholders;
use crate::facts::spans::SpanSet;
use crate::facts::words::{ContentWords, FixedWords};
use crate::lexicon::lead::ends_open;
use crate::lexicon::sentence;
use crate::lexicon::{Tokens, advice};
use crate::rules::prelude::*;
use crate::source::Format;
use std::collections::BTreeMap;

rule! {
    /// A heading promises a part of the article, and what follows is nothing.
    ///
    /// ## Why it matters
    /// A reader who opens "Risks" and finds nothing there may think that there are none.
    ///
    /// Parts that the kind of document requires count as empty below eight words too, if they are no list, table or
    /// picture and give no link or number. Every part with a known role counts as empty if it has no words at all, only
    /// placeholders, or one sentence that says no more than its heading.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Hip injection
    ///
    /// ## Frequently asked questions
    ///
    /// ## Aftercare
    /// Rest for the day and keep the plaster dry until the next morning.
    /// ```
    ///
    /// ```markdown,flag
    /// # Hip injection
    ///
    /// ## Risks of a hip injection
    /// This section is about the risks of a hip injection.
    /// ```
    ///
    /// ```markdown,flag
    /// # Hip injection
    ///
    /// ## Side effects
    /// TBD
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Hip injection
    ///
    /// ## Frequently asked questions
    /// ### Will it hurt?
    /// It may sting for a few seconds.
    /// ```
    ///
    /// What stands in a section below it counts, and so does a list:
    /// ```markdown,pass
    /// # Hip injection
    ///
    /// ## When to get help
    /// ### Call the clinic if you have:
    /// - fever
    /// - chills
    ///
    /// ## Contact
    /// Call 555-0100.
    /// ```
    ///
    /// Pasted text tells no levels; what comes next may be the parts:
    /// ```text,pass
    /// Foot warts
    ///
    /// Warts are small lumps on the skin.
    ///
    /// How to treat
    ///
    /// Sticky tape
    ///
    /// Keep the wart covered for 6 days, then soak it and rub it down.
    ///
    /// Cold spray
    ///
    /// A nurse freezes the wart every 2 weeks.
    /// ```
    ///
    /// Nor does it tell that "Do" and "Don't" are labels, or which lines are the rows of a table:
    /// ```text,pass
    /// Head lice
    ///
    /// Lice are small insects that live in the hair.
    ///
    /// What you can do yourself
    ///
    /// Do
    ///
    /// comb wet hair with a fine comb
    /// check everyone at home
    ///
    /// Don't
    ///
    /// share brushes
    /// keep your child off school
    ///
    /// Medicines
    ///
    /// Medicine
    /// Adults
    /// Children
    ///
    /// Dimeticone lotion
    /// 2 times, 7 days apart
    /// 2 times, 7 days apart
    ///
    /// Malathion liquid
    /// 1 time, for 12 hours
    /// Not under 6 months
    /// ```
    RULE {
        name: "required-section-empty", severity: Error, since: "0.1.0",
        standard: "EQIP \"coverage of previously defined subjects\"; PEMAT 9",
        summary: "a section is present but has no content",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut reported: Option<Span> = None;
    for (section, empty) in empty_sections(cx) {
        // The parts of an empty section are empty for the same reason.
        if reported.is_some_and(|outer| outer.contains(section.span)) {
            continue;
        }
        reported = Some(section.span);
        report(section, empty, findings);
    }
}

fn report(section: &Section, empty: Empty, findings: &mut Findings<'_>) {
    let Some(heading) = &section.heading else {
        return;
    };
    let title = section.title();
    let message = match empty {
        Empty::FewWords { words, .. } => {
            let plural = if words == 1 { "" } else { "s" };
            format!("section \"{title}\" is present but has only {words} word{plural}")
        }
        Empty::NoWords | Empty::Placeholders(_) | Empty::Repetition(_) => {
            format!("section \"{title}\" is present but has no content")
        }
    };
    let finding = findings.report(heading.whole(), message);
    finding.help("A reader who comes here for an answer finds none. Write what the heading promises, or take the heading out.");
    match empty {
        Empty::NoWords => {}
        Empty::FewWords { span, .. } => {
            finding.label(span, "this is all that it says");
        }
        Empty::Placeholders(span) => {
            finding.label(span, "only a placeholder is here");
        }
        Empty::Repetition(span) => {
            finding.label(span, "this says no more than the heading");
        }
    }
}

/// Why a section counts as empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Empty {
    /// There is nothing to read or see.
    NoWords,
    /// Only placeholders are there.
    Placeholders(Span),
    /// One sentence is there, and it has only the heading's words.
    Repetition(Span),
    /// Too few words to say what a required part has to.
    FewWords { words: usize, span: Span },
}

/// The sections with a role that count as empty, in reading order.
pub(super) fn empty_sections<'a>(cx: &Context<'a>) -> Vec<(&'a Section, Empty)> {
    let contents = Contents::new(cx.facts);
    let mut roles: BTreeMap<Span, Vec<Role>> = BTreeMap::new();
    let places = cx
        .article
        .roles
        .iter()
        .filter(|place| place.kind == PlaceKind::Section);
    for place in places {
        roles.entry(place.span).or_default().push(place.role);
    }
    let mut empty = Vec::new();
    for section in cx.article.sections() {
        if let Some(own) = roles.get(&section.span)
            && let Some(why) = emptiness(cx, &contents, section, own)
            && !(why == Empty::NoWords && is_flat_head(cx, &contents, section, &roles))
        {
            empty.push((section, why));
        }
    }
    empty
}

/// So many sections of no known role behind an empty heading of pasted text are its parts.
const FLAT_PARTS: usize = 2;

/// Whether a heading of pasted text, which tells no levels, stands above its parts: sections with words whose headings name
/// no part of an article.
fn is_flat_head(
    cx: &Context<'_>,
    contents: &Contents<'_>,
    section: &Section,
    roles: &BTreeMap<Span, Vec<Role>>,
) -> bool {
    let after = cx.article.sections().into_iter();
    let mut after = after.skip_while(|other| other.span != section.span).skip(1);
    let is_part = |other: &Section| {
        let is_said = contents
            .texts_in(other)
            .iter()
            .any(|text| !is_heading(text));
        other.level == section.level && !roles.contains_key(&other.span) && is_said
    };
    cx.article.source.format() == Format::Pasted
        && (0..FLAT_PARTS).all(|_| after.next().is_some_and(is_part))
}

fn is_heading(text: &Text<'_>) -> bool {
    matches!(text.kind, TextKind::Title | TextKind::Heading)
}

/// What an article holds, by position.
struct Contents<'a> {
    lang: &'static str,
    texts: Vec<Text<'a>>,
    images: SpanSet,
    pairs: SpanSet,
}

impl<'a> Contents<'a> {
    fn new(facts: &Facts<'a>) -> Self {
        let article = facts.article;
        let mut texts = facts.texts.clone();
        texts.retain(|text| !text.prose.is_blank());
        texts.sort_by_key(|text| text.prose.whole());
        Self {
            lang: article.base_lang(),
            texts,
            images: images::images(article, &facts.texts)
                .iter()
                .map(|image| image.span)
                .collect(),
            pairs: article.faq.iter().map(|pair| pair.span).collect(),
        }
    }

    /// What a reader reads below the section's heading, headings of its parts included.
    fn texts_in(&self, section: &Section) -> &[Text<'a>] {
        let start = section
            .heading
            .as_ref()
            .map_or(section.span.start(), |heading| heading.whole().end());
        let first = self
            .texts
            .partition_point(|text| text.prose.whole().start() < start);
        let last = self
            .texts
            .partition_point(|text| text.prose.whole().start() < section.span.end());
        self.texts.get(first..last).unwrap_or(&[])
    }
}

fn emptiness(
    cx: &Context<'_>,
    contents: &Contents<'_>,
    section: &Section,
    roles: &[Role],
) -> Option<Empty> {
    let texts = contents.texts_in(section);
    let (Some(first), Some(last)) = (texts.first(), texts.last()) else {
        let is_seen = contents.images.has_within(section.span);
        return (!is_seen && !is_complete_heading(section, contents.lang))
            .then_some(Empty::NoWords);
    };
    let span = first.prose.whole().cover(last.prose.whole());
    if texts
        .iter()
        .all(|text| is_only_placeholders(text.prose.text(), contents.lang))
    {
        return Some(Empty::Placeholders(span));
    }
    if has_matter(contents, section, texts) {
        return None;
    }
    if texts.len() == 1 && repeats(cx, contents.lang, section, first.prose.text()) {
        return Some(Empty::Repetition(span));
    }
    let words = texts.iter().map(|text| text.prose.word_count()).sum();
    let is_required = cx
        .settings
        .requirements
        .iter()
        .any(|requirement| requirement.any.iter().any(|role| roles.contains(role)));
    let says_enough = || {
        roles.contains(&Role::Disclaimer)
            && cx
                .facts
                .disclaimer()
                .is_some_and(|disclaimer| disclaimer.says_something())
    };
    (is_required && words < cx.settings.limits.section_words_min && !says_enough())
        .then_some(Empty::FewWords { words, span })
}

/// Whether something is there that says a lot in a few words: a list, a table, a picture, a question, a link, a number.
fn has_matter(contents: &Contents<'_>, section: &Section, texts: &[Text<'_>]) -> bool {
    let is_set_out = |text: &Text<'_>| {
        matches!(
            text.kind,
            TextKind::In(ProseKind::Item | ProseKind::Cell | ProseKind::Term)
        )
    };
    contents.images.has_within(section.span)
        || contents.pairs.has_within(section.span)
        || texts.iter().any(|text| {
            is_set_out(text)
                || text.prose.links().next().is_some()
                || text.prose.text().bytes().any(|byte| byte.is_ascii_digit())
        })
}

/// Words by which a section speaks of itself.
static SELF_WORDS: FixedWords = FixedWords::new(
    "section page article leaflet part information describe explain cover following here below sección página artículo apartado información describe explica siguiente",
);

/// Whether `body` is one sentence that has hardly a content word more than the heading.
fn repeats(cx: &Context<'_>, lang: &str, section: &Section, body: &str) -> bool {
    if sentence::split(body).len() != 1 {
        return false;
    }
    let heading = ContentWords::of(section.title(), lang);
    let own = SELF_WORDS.of(lang);
    let body = ContentWords::of(body, lang);
    let body = ContentWords::from_stems(
        body.in_order()
            .iter()
            .filter(|stem| !own.contains(stem))
            .cloned(),
    );
    !heading.is_empty()
        && (body.is_empty() || body.share_in(&heading) >= cx.settings.limits.heading_overlap)
}

/// Whether the heading says all by itself: "Call 911 if you cannot breathe".
fn is_complete_heading(section: &Section, lang: &str) -> bool {
    let title = section.title();
    let leads_on = ends_open(title);
    let frames = advice::advice(lang).frames(title, &Tokens::of(title));
    !leads_on && frames.iter().any(|frame| frame.is_conditional)
}
