//! Advice to get help that does not say where.

use super::places;
use crate::facts::{Counsel, ListUse, Urgency};
use crate::rules::prelude::*;

rule! {
    /// The reader is told to get help, but not from whom.
    ///
    /// ## Why it matters
    /// "Seek medical attention" leaves a person in pain to find out whom to call. A number, a place or a person is needed:
    /// the emergency number, the emergency room, a doctor, the clinic's phone.
    ///
    /// A service in the section's heading, or in the sentence right after the list, counts. Every place that lacks one is
    /// shown in one finding.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Burns
    ///
    /// ## When to get help
    ///
    /// These burns warrant prompt medical attention:
    ///
    /// - burns larger than your hand
    /// - burns on the face
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Burns
    ///
    /// ## When to get help
    ///
    /// Go to the emergency room or call 911 for:
    ///
    /// - burns larger than your hand
    /// - burns on the face
    /// ```
    ///
    /// The service may come after the list:
    /// ```markdown,pass
    /// # Burns
    ///
    /// ## When to get help
    ///
    /// Get medical help now if you have:
    ///
    /// - burns larger than your hand
    /// - burns on the face
    ///
    /// For any of these, call 911.
    /// ```
    /// It need not say what it is for:
    /// ```markdown,pass
    /// # Poisoning
    ///
    /// ## When to get help
    ///
    /// Get emergency help if the person:
    ///
    /// - cannot be woken
    /// - has a seizure
    ///
    /// Call 911 and stay with them.
    /// ```
    ///
    /// What makes an illness likely is no advice:
    /// ```markdown,pass
    /// # Gallstones
    ///
    /// Stones form when bile is too thick. You are more likely to get them if you:
    ///
    /// - are over 40
    /// - lose weight very fast
    /// ```
    ///
    /// Whom a treatment suits is something to tell before it, not a reason to get help:
    /// ```markdown,pass
    /// # The contraceptive implant
    ///
    /// ## Is it suitable for me?
    ///
    /// Most people can have one. Tell us if you:
    ///
    /// - have had breast cancer
    /// - have liver disease
    /// - may be pregnant
    /// ```
    ///
    /// ```markdown,pass
    /// # Having a tooth out
    ///
    /// ## Risks
    ///
    /// You feel pushing, but no pain. Tell us at once if it hurts, and we will stop.
    ///
    /// ## When to get help
    ///
    /// Go to your nearest urgent treatment centre now if the bleeding does not stop. Ask a podiatrist straight away if a toe turns blue.
    /// ```
    ///
    /// ```markdown,pass
    /// ---
    /// lang: es
    /// ---
    /// # Ojo rojo
    ///
    /// ## Cuándo pedir ayuda
    ///
    /// Quítese las gafas y consulte a un oftalmólogo el mismo día si:
    ///
    /// - le duele el ojo
    /// - ve borroso
    /// ```
    RULE { name: "red-flag-no-service", severity: Error, since: "0.1.0",
        standard: "NHS care cards (one clear call to action); CDC CCI 14",
        summary: "says to get help but not where" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut unserved: Vec<&Counsel> = Vec::new();
    for place in places::outermost(cx) {
        unserved.extend(in_place(cx, place));
    }
    unserved.extend(in_answers(cx));
    unserved.sort_by_key(|counsel| counsel.span);
    unserved.dedup_by_key(|counsel| counsel.span);
    let Some((first, rest)) = unserved.split_first() else {
        return;
    };
    let region = &cx.settings.region;
    let number = region
        .emergency_number
        .map_or_else(String::new, |number| format!(" or call {number}"));
    let help = format!(
        "Name the place, the person or the number: \"go to {}{number}\", \"call your doctor today\". Readers in trouble should not have to look it up.",
        region.emergency_place
    );
    let words = cx.article.source.slice(first.span);
    let finding = findings
        .report(
            first.span,
            format!("\"{words}\" does not say where to go or whom to call"),
        )
        .help(help);
    for counsel in rest {
        let words = cx.article.source.slice(counsel.span);
        finding.label(counsel.span, format!("nor does \"{words}\""));
    }
}

/// The advice of a place that names no service, unless what governs its list names one.
fn in_place<'a>(cx: &Context<'a>, place: &RolePlace) -> Vec<&'a Counsel> {
    if places::is_aside(place) {
        let here = cx.facts.counsels_in(place.span);
        return here
            .filter(|counsel| counsel.level() >= Urgency::Urgent && !names_service(cx, counsel))
            .collect();
    }
    let lists = places::lists(cx, place);
    if lists.is_empty() {
        let counsels: Vec<&Counsel> = cx.facts.counsels_in(place.span).collect();
        return if counsels.iter().any(|counsel| names_service(cx, counsel)) {
            Vec::new()
        } else {
            counsels
        };
    }
    let mut unserved = Vec::new();
    for list in lists {
        let governing = places::governing(cx, list);
        if !is_served_after(cx, place, list)
            && !governing.is_empty()
            && !governing.iter().any(|counsel| names_service(cx, counsel))
            && !heading_names_service(cx, place)
        {
            unserved.extend(governing);
        }
    }
    unserved
}

/// Whether the sentence right after the list points back at it or sets no condition, and names a service.
fn is_served_after(cx: &Context<'_>, place: &RolePlace, list: &ListUse) -> bool {
    let next = cx
        .facts
        .sentences_in(place.span)
        .find(|index| cx.facts.sentence(*index).span().start() >= list.span.end());
    let plain = |index: usize| {
        let mut counsels = cx.facts.counsels_of(index);
        counsels.any(|(_, counsel)| !counsel.frame.is_conditional && counsel.frame.has_service)
    };
    let pointing = list.after.is_some_and(|index| {
        let tokens = cx.facts.tokens_of(index);
        cx.facts.advice.has_service(tokens, &(0..tokens.len()))
    });
    pointing || next.is_some_and(plain)
}

fn names_service(cx: &Context<'_>, counsel: &Counsel) -> bool {
    let tokens = cx.facts.tokens_of(counsel.sentence);
    counsel.frame.has_service || cx.facts.advice.has_service(tokens, &(0..tokens.len()))
}

fn heading_names_service(cx: &Context<'_>, place: &RolePlace) -> bool {
    let title = crate::lexicon::Tokens::of(place.title.as_deref().unwrap_or(""));
    cx.facts.advice.has_service(&title, &(0..title.len()))
}

/// Urgent advice in answers of the FAQ, where the whole answer names no service.
fn in_answers<'a>(cx: &Context<'a>) -> Vec<&'a Counsel> {
    let mut unserved = Vec::new();
    for pair in &cx.article.faq {
        let Some(span) = pair.answer_span() else {
            continue;
        };
        let counsels: Vec<&Counsel> = cx
            .facts
            .counsels_in(span)
            .filter(|counsel| counsel.level() >= Urgency::Soon)
            .collect();
        if !counsels.iter().any(|counsel| names_service(cx, counsel))
            && !answer_names_service(cx, span)
        {
            unserved.extend(counsels);
        }
    }
    unserved
}

fn answer_names_service(cx: &Context<'_>, span: Span) -> bool {
    let mut sentences = cx.facts.sentences_in(span);
    sentences.any(|index| {
        let tokens = cx.facts.tokens_of(index);
        cx.facts.advice.has_service(tokens, &(0..tokens.len()))
    })
}
