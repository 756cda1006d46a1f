//! Warning signs that come without an instruction.

use super::places;
use crate::article::{ProseKind, TextKind};
use crate::facts::Counsel;
use crate::lexicon::Lead;
use crate::rules::prelude::*;

rule! {
    /// Warning signs are listed, but the reader is not told what to do about them.
    ///
    /// ## Why it matters
    /// A frightened reader looks for one line: call, go, or wait. A list of warning signs alone leaves that to them.
    ///
    /// The instruction may stand in the item, in the line that leads to the list, in the heading above it or in a sentence
    /// after it that points back ("These signs need ...").
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Migraine
    ///
    /// ## Red flags
    ///
    /// Red flags include:
    ///
    /// - a sudden, very bad headache
    /// - slurred speech
    /// ```
    ///
    /// "After surgery" says when, and is nobody to call:
    /// ```markdown,flag
    /// # Bunion operation
    ///
    /// ## When to get help after surgery
    ///
    /// Watch out for:
    ///
    /// - fever
    /// - toes that turn blue
    /// ```
    ///
    /// What leads to the next list says nothing of this one:
    /// ```markdown,flag
    /// # Bunion operation
    ///
    /// ## When to get help
    ///
    /// You may notice:
    ///
    /// - toes that turn blue
    /// - a leg that swells
    ///
    /// Call your surgeon today if:
    ///
    /// - you have a fever
    /// ```
    ///
    /// A heading that calls for the next list is one, too:
    /// ```markdown,flag
    /// # Stomach bug
    ///
    /// ## When to get help
    ///
    /// ### Watch out if your child:
    ///
    /// - is hard to wake
    ///
    /// ### See a doctor today if your child:
    ///
    /// - has a dry mouth
    /// ```
    ///
    /// A call whose signs got lost:
    /// ```markdown,flag
    /// # Bunion operation
    ///
    /// ## When to get help
    ///
    /// Call 911 now if:
    ///
    /// Call your surgeon today if:
    ///
    /// - you have a fever
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Migraine
    ///
    /// ## Red flags
    ///
    /// Call 911 now if you have:
    ///
    /// - a sudden, very bad headache
    /// - slurred speech
    /// ```
    ///
    /// A heading can be the instruction:
    /// ```markdown,pass
    /// # Sprains
    ///
    /// ## See a doctor if:
    ///
    /// - you cannot stand on the foot
    /// - it is numb
    /// ```
    ///
    /// Whom to turn to is no warning sign, and a heading that says where to find help tells none:
    /// ```markdown,pass
    /// # Living with epilepsy
    ///
    /// ## When to get help
    ///
    /// Call 999 if a seizure lasts longer than 5 minutes.
    ///
    /// ## Where to find more help
    ///
    /// - Epilepsy helpline: 0800 555 0142
    /// - Our nurses: 020 7946 0177
    /// ```
    /// A question in a part called "Questions you may have" is answered by its call:
    /// ```markdown,pass
    /// # Bunion operation
    ///
    /// ## When to get help
    ///
    /// Call 911 if you cannot breathe.
    ///
    /// ## Questions you may have
    ///
    /// ### When should I call if I am still at home?
    ///
    /// Call straight away if your toes turn blue.
    /// ```
    ///
    /// ```markdown,pass
    /// ---
    /// lang: es
    /// ---
    /// # Juanetes
    ///
    /// ## Cuándo pedir ayuda
    ///
    /// Llame a la planta o a su centro de salud el mismo día si:
    ///
    /// - tiene fiebre
    /// - los dedos se ponen azules
    /// ```
    ///
    /// ```markdown,pass
    /// # Sore eyes
    ///
    /// ## When to get help
    ///
    /// Go to the eye casualty department, or to A&E if it is closed, straight away if:
    ///
    /// - your sight goes
    /// - your eye was cut
    ///
    /// Phone the triage line the same day if:
    ///
    /// - light hurts
    /// - you wear lenses
    ///
    /// See an optometrist this week if:
    ///
    /// - your eyelids stick together
    /// - the eye itches
    /// ```
    RULE { name: "red-flag-without-action", severity: Error, since: "0.1.0",
        standard: "PEMAT 20; CDC CCI 5, 12, 14",
        summary: "warning signs that do not say what to do" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for place in places::parts(cx) {
        let lists = places::lists(cx, place);
        if cx.facts.sentences_in(place.span).nth(1).is_none() {
            continue; // a heading alone names no sign
        }
        let fault = if lists.is_empty() {
            (cx.facts.counsels_in(place.span).next().is_none()).then(|| places::head(cx, place))
        } else {
            let bare = lists.iter().find(|list| {
                places::governing(cx, list).is_empty()
                    && cx.facts.counsels_in(list.span).next().is_none()
            });
            bare.filter(|_| !has_advice_for_all(cx, place))
                .map(|list| lead(cx, place, list.span))
        };
        if let Some(span) = fault {
            findings
                .report(span, "these warning signs do not tell the reader what to do")
                .help(format!(
                    "Say what to do, how fast and where, right before the signs: \"{} now if you have:\" or \"See your doctor today if:\".",
                    call(cx)
                ));
        }
        for index in cx.facts.sentences_in(place.span) {
            if leads_nowhere(cx, index) {
                findings
                    .report(cx.facts.sentence(index).span(), "this call to get help leads to no warning signs")
                    .help("The list behind it got lost: write the signs below it, or take the line out.");
            }
        }
    }
}

/// How readers of the article's region get help at once.
fn call(cx: &Context<'_>) -> String {
    let number = cx.settings.region.emergency_number;
    number.map_or_else(
        || "Call for help".to_owned(),
        |number| format!("Call {number}"),
    )
}

/// Whether a sentence tells the reader to get help "if:", and neither itself nor a list or table behind it says when.
fn leads_nowhere(cx: &Context<'_>, index: usize) -> bool {
    let facts = cx.facts;
    let is_paragraph = |index: usize| {
        let sentence = facts.sentences.get(index);
        sentence.is_none_or(|sentence| {
            matches!(
                sentence.within.kind,
                TextKind::Heading | TextKind::In(ProseKind::Paragraph)
            )
        })
    };
    facts.sentence(index).within.kind == TextKind::In(ProseKind::Paragraph)
        && facts.sentence(index).text().trim_end().ends_with(':')
        && is_paragraph(index + 1)
        // "Call 911 if you have:" ends before it names anything.
        && facts.lead(index) == Lead::Condition
        && facts.counsels_of(index).next().is_some()
        && !facts.lists().iter().any(|list| list.lead == Some(index))
}

/// Whether a paragraph of the place, outside its lists, gives advice: then no list of it is left alone.
fn has_advice_for_all(cx: &Context<'_>, place: &RolePlace) -> bool {
    let lists = places::lists(cx, place);
    // What leads to one list says nothing of another.
    let is_of_list = |counsel: &Counsel| {
        lists.iter().any(|list| {
            list.span.contains(counsel.span)
                || [list.lead, list.heading].contains(&Some(counsel.sentence))
                    && counsel.frame.is_conditional
        })
    };
    let mut counsels = cx.facts.counsels_in(place.span);
    counsels.any(|counsel| !is_of_list(counsel))
}

/// The sentence right before the list, if the place has one there; else the place's head.
fn lead(cx: &Context<'_>, place: &RolePlace, list: Span) -> Span {
    let before = cx
        .facts
        .sentences_in(place.span)
        .take_while(|index| cx.facts.sentence(*index).span().end() <= list.start())
        .last();
    before.map_or_else(
        || places::head(cx, place),
        |index| cx.facts.sentence(index).span(),
    )
}
