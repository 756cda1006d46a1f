//! Articles that do not begin with what matters to the reader.

use crate::facts::words::ContentWords;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// The opening tells the reader neither what to do nor what to expect.
    ///
    /// ## Why it matters
    /// Many readers read only the first lines. If these define terms, the message is lost: what this means for you, what
    /// you can do, when to get help.
    ///
    /// The opening is what stands before the first heading, and the first section. One sentence there that speaks to the
    /// reader ("you", "your" or an order), key points, or the warning signs satisfy this. So does a `main_message:` in
    /// the front matter whose words the opening has. Articles of fewer than ten sentences are all opening.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Carpal tunnel release
    ///
    /// ## Introduction
    ///
    /// Carpal tunnel release is an operation on the wrist. The ligament over the nerve is divided. The procedure was first
    /// described in the last century.
    ///
    /// ## Anatomy
    ///
    /// The tunnel is formed by bones. The nerve runs through it. Tendons run beside it.
    ///
    /// ## Recovery
    ///
    /// Keep your hand up. Move your fingers. Stitches stay in for ten days. Most people drive after two weeks.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Carpal tunnel release
    ///
    /// ## Introduction
    ///
    /// This operation can stop the tingling in your hand. You go home the same day. Plan two weeks without driving.
    ///
    /// ## Anatomy
    ///
    /// The tunnel is formed by bones. The nerve runs through it. Tendons run beside it.
    ///
    /// ## Recovery
    ///
    /// Keep your hand up. Move your fingers. Stitches stay in for ten days. Most people drive after two weeks.
    /// ```
    ///
    /// What to expect is a message, too:
    /// ```markdown,pass
    /// # Tennis elbow
    ///
    /// ## Overview
    ///
    /// Tennis elbow is pain on the outside of the elbow. It comes from overuse of the forearm. Most people get better
    /// within a year.
    ///
    /// ## Causes
    ///
    /// Painting can cause it. Tennis can cause it. Typing can cause it.
    ///
    /// ## Treatment
    ///
    /// Rest comes first. Exercises help. Painkillers ease it. A splint may help.
    /// ```
    RULE {
        name: "main-message-not-first", severity: Warning, since: "0.1.0",
        standard: "CDC CCI 1, 2 and 10; PEMAT 1",
        summary: "the opening has no message for the reader",
    }
}

/// A shorter article is all opening.
const SENTENCES_MIN: usize = 10;

/// The share of the words of `main_message:` that the opening must have; the rule catalogue's own number.
const OVERLAP: f64 = 0.5;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let article = cx.article;
    let sentences = cx.facts.readability().total().sentences;
    if article.base_lang() != "en" || sentences < SENTENCES_MIN {
        return;
    }
    let first = article
        .root
        .children
        .iter()
        .find(|section| section.word_count() > 0);
    let Some(end) = first.map(|section| section.span.end()) else {
        return;
    };
    let opening: Vec<usize> = (0..cx.facts.sentences.len())
        .filter(|index| {
            cx.facts
                .sentences
                .get(*index)
                .is_some_and(|one| one.span().end() <= end)
        })
        .collect();
    let speaks = |index: &usize| {
        cx.facts
            .addresses()
            .get(*index)
            .is_some_and(crate::facts::Address::is_direct)
    };
    let expects = |index: &usize| !cx.facts.hits_in(Table::Outlook, *index).is_empty();
    let is_key = article.roles.iter().any(|place| {
        matches!(place.role, Role::Summary | Role::RedFlags)
            && place.kind != PlaceKind::FrontMatter
            && place.span.start() < end
    });
    if opening.iter().any(|index| speaks(index) || expects(index))
        || is_key
        || has_main_message(cx, &opening)
    {
        return;
    }
    let at = opening.iter().find(|index| {
        cx.facts
            .readability()
            .sentence(**index)
            .is_some_and(|one| one.is_complete)
    });
    let sentence = at.and_then(|index| cx.facts.sentences.get(*index));
    let span = sentence.map_or_else(|| article.title_span(), crate::facts::Sentence::span);
    findings
        .report(span, "the opening says nothing to the reader: no \"you\", no advice")
        .help("Many read only the first lines. Begin with what this means for the reader, what to do, and when to get help.");
}

fn has_main_message(cx: &Context<'_>, opening: &[usize]) -> bool {
    let mut other = cx.article.meta.other.iter();
    let message = other.find(|(key, _)| key == "main_message");
    let Some(message) = message.and_then(|(_, value)| value.as_str()) else {
        return false;
    };
    let lang = cx.article.base_lang();
    let stems = opening.iter().flat_map(|index| {
        let text = cx
            .facts
            .sentences
            .get(*index)
            .map_or("", crate::facts::Sentence::text);
        ContentWords::of(text, lang).in_order().to_vec()
    });
    ContentWords::of(message, lang).share_in(&ContentWords::from_stems(stems)) >= OVERLAP
}
