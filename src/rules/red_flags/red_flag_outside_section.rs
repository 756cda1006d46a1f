//! Urgent advice that the part on when to get help leaves out.

use super::places;
use crate::facts::words::{ContentWords, FixedWords, Stem};
use crate::facts::{Binding, ConceptUse, Urgency, Via};
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::collections::BTreeMap;
use std::ops::Range;

rule! {
    /// A sign gets urgent advice somewhere in the article and is missing in its part on when to get help.
    ///
    /// ## Why it matters
    /// Readers who look for "when to get help" take that list for all there is. A sign that is only named in an answer or
    /// in the middle of a paragraph is not found by the reader who has it.
    ///
    /// Signs are those of topic packs and those that the article itself ties to urgent help; a sign that the list names in
    /// other words counts as named. Lists of warning signs for after a procedure may stand where the aftercare is. Signs
    /// with the same advice are one finding.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Migraine
    ///
    /// ## When to get help
    ///
    /// Call 911 if:
    ///
    /// - your speech is slurred
    /// - you have a seizure
    ///
    /// ## FAQ
    ///
    /// ### What does a stiff neck mean?
    ///
    /// If you have a stiff neck with fever, go to the emergency room now.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Migraine
    ///
    /// ## When to get help
    ///
    /// Call 911 if:
    ///
    /// - your speech is slurred
    /// - you have a fever and your neck is stiff
    ///
    /// ## FAQ
    ///
    /// ### What does a stiff neck mean?
    ///
    /// If you have a stiff neck with fever, go to the emergency room now.
    /// ```
    ///
    /// How often it happens is no sign of its own:
    /// ```markdown,pass
    /// # Gastroscopy
    ///
    /// ## When to get help
    ///
    /// Call 999 if you:
    ///
    /// - vomit blood
    /// - faint
    ///
    /// ## FAQ
    ///
    /// ### What if I see blood?
    ///
    /// If you vomit blood, even once, call 999 straight away.
    /// ```
    ///
    /// Signs of trouble after a procedure have a place of their own:
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// ## When to get help
    ///
    /// Call 911 if you lose control of your bladder.
    ///
    /// ## Aftercare
    ///
    /// Call the clinic today if:
    ///
    /// - the skin around the puncture is red and hot
    /// - pus comes out
    /// ```
    ///
    /// What to do until help comes is no sign, and a listed sign that lasts is the same sign:
    /// ```markdown,pass
    /// # Fits
    ///
    /// ## When to get help
    ///
    /// Call 999 if:
    ///
    /// - the person has a fit
    /// - they have chest pain
    ///
    /// ## Questions
    ///
    /// ### What can I do?
    ///
    /// If someone has a fit, move things out of the way, stay with them, and call 999. Call 999 if chest pain does not settle at once.
    /// Call 999 if someone has a fit, because a bleed in the head can look like this.
    /// ```
    RULE { name: "red-flag-outside-section", severity: Warning, since: "0.1.0",
        standard: "PEMAT 10; NHS care cards",
        summary: "a sign with urgent advice is missing in the part on when to get help" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let parts = places::parts(cx);
    let Some(main) = parts.iter().find(|place| place.kind == PlaceKind::Section) else {
        return;
    };
    let listed = listed_words(cx, &parts);
    let mut groups: BTreeMap<usize, Vec<&ConceptUse>> = BTreeMap::new();
    for concept in cx.facts.concepts() {
        let inside = |span: Span| {
            parts.iter().any(|place| place.span.contains(span))
                || cx.facts.lists_around(span).any(|list| list.is_red_flags)
        };
        let named = concept.mentions.iter().any(|mention| inside(mention.span));
        if named || is_listed(cx, concept, &listed) {
            continue;
        }
        let urgent = concept
            .bindings
            .iter()
            .find(|binding| is_urgent(cx, concept, binding));
        if let Some(binding) = urgent {
            groups.entry(binding.counsel).or_default().push(concept);
        }
    }
    let heading = main.title.as_deref().unwrap_or("When to get help");
    for (counsel, concepts) in groups {
        report(
            cx,
            findings,
            counsel,
            &concepts,
            (places::head(cx, main), heading),
        );
    }
}

fn is_urgent(cx: &Context<'_>, concept: &ConceptUse, binding: &Binding) -> bool {
    let Some(counsel) = cx.facts.counsels().get(binding.counsel) else {
        return false;
    };
    // "For support at any hour, call 988" names no sign.
    let names_sign =
        concept.known.is_some() || counsel.frame.is_conditional || binding.via != Via::Sentence;
    let mention = concept.mentions.get(binding.mention);
    binding.via != Via::Collective
        && counsel.level() >= Urgency::Urgent
        && !counsel.frame.is_weak
        && names_sign
        && mention.is_some_and(|mention| {
            mention.qualifier.is_empty() && !is_after_procedure(cx, mention.sentence)
        })
}

/// Whether a sentence, or its heading, speaks of the time after a procedure: its signs have a place of their own.
fn is_after_procedure(cx: &Context<'_>, sentence: usize) -> bool {
    let heading = cx
        .facts
        .sentences
        .get(sentence)
        .and_then(|sentence| sentence.within.section.heading.as_ref());
    let headings = heading
        .into_iter()
        .flat_map(|heading| cx.facts.sentences_in(heading.whole()));
    let near: Vec<usize> = headings.chain([sentence]).collect();
    let says = |table: Table| {
        near.iter()
            .any(|index| !cx.facts.hits_in(table, *index).is_empty())
    };
    says(Table::Afterwards) && says(Table::ProcedureTitle)
}

/// The content words of the parts, advice included.
fn listed_words(cx: &Context<'_>, parts: &[&RolePlace]) -> ContentWords {
    let lang = cx.article.base_lang();
    let indices = parts
        .iter()
        .flat_map(|place| cx.facts.sentences_in(place.span));
    let stems = indices.flat_map(|index| {
        let words = cx.facts.tokens_of(index).words();
        ContentWords::of_sign_in(words, lang).in_order().to_vec()
    });
    ContentWords::from_stems(stems)
}

/// Words that many signs share.
static SHARED: FixedWords = FixedWords::of_sign(
    "someone know think danger immediate crisis life pain have get come comes feel bad severe sudden suddenly very worse new call help symptom sign person people child baby \
    patient doctor emergency room hospital even once twice again second third time happen happens aunque sienta bien sola \
    vez segunda",
);

/// Whether the list names a sign of the article's own in other words: it has half of what makes the sign.
fn is_listed(cx: &Context<'_>, concept: &ConceptUse, listed: &ContentWords) -> bool {
    let is_of_topic = concept.known.is_some_and(|(pack, _)| pack.asks_coverage);
    if is_of_topic {
        return false;
    }
    let lang = cx.article.base_lang();
    let shared = SHARED.of(lang);
    let Some(first) = concept.mentions.first() else {
        return true;
    };
    let tokens = cx.facts.tokens_of(first.sentence);
    let sign = without_course(tokens, first.words.clone());
    let words = ContentWords::of_sign_in(tokens.words_of(sign), lang);
    let telling: Vec<&Stem> = words
        .different()
        .iter()
        .filter(|stem| !shared.contains(stem))
        .collect();
    let found = telling.iter().filter(|stem| listed.contains(stem)).count();
    telling.is_empty() || found * 2 >= telling.len()
}

/// `words` up to where they say how the sign goes on: "chest pain that does not go away at once".
fn without_course(tokens: &Tokens, words: Range<usize>) -> Range<usize> {
    let goes_on = |at: &usize| {
        let negated = match tokens.word(*at) {
            "do" | "does" | "did" => tokens.word(at + 1) == "not",
            word => matches!(word, "don't" | "doesn't" | "didn't"),
        };
        let verb = at + 1 + usize::from(!tokens.word(*at).ends_with("n't"));
        let goes = matches!(
            tokens.word(verb),
            "go" | "stop" | "settle" | "ease" | "improve" | "pass"
        );
        let aimed = tokens.word(verb) == "pass" && !tokens.word(verb + 1).is_empty();
        negated && goes && !aimed
    };
    let end = words.clone().skip(1).find(goes_on);
    words.start..end.unwrap_or(words.end)
}

fn report(
    cx: &Context<'_>,
    findings: &mut Findings<'_>,
    counsel: usize,
    concepts: &[&ConceptUse],
    main: (Span, &str),
) {
    let Some(counsel) = cx.facts.counsels().get(counsel) else {
        return;
    };
    let names: Vec<String> = concepts
        .iter()
        .map(|concept| format!("\"{}\"", concept.label))
        .collect();
    let mentions = concepts.iter().flat_map(|concept| &concept.mentions);
    let span = mentions
        .map(|mention| mention.span)
        .min()
        .unwrap_or(counsel.span);
    let (is, it) = if names.len() == 1 {
        ("gets", "is")
    } else {
        ("get", "are")
    };
    findings
        .report(
            span,
            format!(
                "{} {is} urgent advice (\"{}\") but {it} missing under \"{}\"",
                names.join(", "),
                cx.article.source.slice(counsel.span),
                main.1
            ),
        )
        .label(main.0, "readers look here and take the list for complete")
        .help("Add it to the list, with the same advice. Readers with this sign may never reach this place.");
}
