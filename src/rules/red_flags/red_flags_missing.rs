//! An article that never says when to get help.

use super::places;
use crate::lexicon::Urgency;
use crate::rules::prelude::*;

rule! {
    /// The article has no part that says when to get help.
    ///
    /// ## Why it matters
    /// Most people who read a health article look for one thing: is this serious, and what do I do now? Without that part
    /// a reader with an emergency is told nothing.
    ///
    /// A headed section, a labelled paragraph or a list counts, and so does a sentence that sends readers with several
    /// named symptoms, or urgently, for help. Where all there is is a passing "see your doctor if it lasts", the finding is a
    /// warning.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Shin splints
    ///
    /// Shin splints are pain along the shin bone. Rest and ice help. See a doctor if the pain lasts.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Shin splints
    ///
    /// Shin splints are pain along the shin bone. Rest and ice help.
    ///
    /// ## When to get help
    ///
    /// Call your doctor today if:
    ///
    /// - you cannot put weight on the leg
    /// - the calf is hot and swollen
    /// ```
    ///
    /// Advice in running text is enough when it is urgent:
    /// ```markdown,pass
    /// # Nosebleeds
    ///
    /// Most nosebleeds stop within 10 minutes. Go to the emergency room if the bleeding does not stop after 20 minutes.
    /// ```
    ///
    /// So is advice for everybody:
    /// ```markdown,pass
    /// # Snake bite
    ///
    /// Call 911 for every snake bite. Do not wait until you feel ill.
    /// ```
    RULE { name: "red-flags-missing", severity: Error, since: "0.1.0",
        standard: "EQIP-36 (alert signs); PEMAT 20; NHS care cards",
        summary: "no part of the article says when to get help" }
}

/// Whether the article lacks red flags that its kind requires.
pub(super) fn are_missing(cx: &Context<'_>) -> bool {
    let required = cx
        .settings
        .requirements
        .iter()
        .any(|requirement| requirement.any.contains(&Role::RedFlags));
    required
        && places::parts(cx).is_empty()
        && !places::outermost(cx)
            .into_iter()
            .any(|place| suffices(cx, place))
        && !is_told_at_once(cx)
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if !are_missing(cx) {
        return;
    }
    let help = match cx.settings.region.emergency_number {
        Some(number) => format!(
            "Add a section such as \"When to get help\" that says what to look for, how fast to act and whom to call ({number} in an emergency)."
        ),
        None => "Add a section such as \"When to get help\" that says what to look for, how fast to act and whom to call.".to_owned(),
    };
    let asides = places::outermost(cx);
    let mut counsels = cx.facts.counsels().iter();
    let partly = counsels.any(|counsel| !counsel.frame.is_weak);
    let message = if partly {
        "readers are sent for help only in running text, without saying what is serious and how fast to act"
    } else {
        "nothing in this article tells readers when to get help"
    };
    let finding = findings.report(cx.article.title_span(), message).help(help);
    if partly {
        finding.severity(Severity::Warning);
    }
    for place in asides {
        finding.label(
            advice(cx, place),
            "this is the advice that readers have to find",
        );
    }
}

/// Whether some advice sends every reader for emergency help at once, on no condition: "Call 000 for every snake bite."
fn is_told_at_once(cx: &Context<'_>) -> bool {
    let mut counsels = cx.facts.counsels().iter();
    counsels.any(|counsel| {
        counsel.level() == Urgency::Emergency
            && counsel.frame.has_service
            && counsel.frame.words.start == 0
    })
}

/// The first sentence of a place that gives advice.
fn advice(cx: &Context<'_>, place: &RolePlace) -> Span {
    let counsel = cx.facts.counsels_in(place.span).next();
    counsel.map_or_else(
        || places::head(cx, place),
        |counsel| cx.facts.sentence(counsel.sentence).span(),
    )
}

/// Whether advice in running text is as good as a part of its own: urgent, or for several symptoms.
fn suffices(cx: &Context<'_>, place: &RolePlace) -> bool {
    let urgent = cx
        .facts
        .counsels_in(place.span)
        .any(|counsel| counsel.level() >= Urgency::Urgent);
    let named = cx.facts.concepts().iter().filter(|concept| {
        concept
            .bindings
            .iter()
            .any(|binding| place.span.contains(concept.bound(binding).span))
    });
    urgent || named.count() >= 2
}
