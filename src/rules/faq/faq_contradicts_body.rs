//! An answer that calms where the article sends for help.

use super::{opposite, polarity, states};
use crate::article::FaqPair;
use crate::facts::{ConceptUse, Urgency};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// An answer of the FAQ reassures about a sign that the article treats as urgent.
    ///
    /// ## Why it matters
    /// Many readers go straight to their question. If the answer says "rest at home" and the red flags say "call 911",
    /// the reader who only saw the answer waits.
    ///
    /// Answers that do send readers for help, but at another speed, are `urgency-conflict`'s to find, and numbers are
    /// `number-conflict`'s. A yes or no is weighed too: yes to preventing what the article only makes less likely, yes to a
    /// cure where it speaks of relief, no to pain where it tells of a sting. Those are warnings, unless the article says
    /// the plain opposite. What patients ask most is compared in many wordings: whether it spreads, whether it runs in
    /// families, whether one is awake, whether stitches dissolve.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Head injury
    ///
    /// ## When to get help
    ///
    /// Call 911 now if you have:
    ///
    /// - repeated vomiting
    /// - a seizure after the injury
    ///
    /// ## FAQ
    ///
    /// ### Is repeated vomiting serious?
    ///
    /// There is nothing to worry about. Rest at home and drink water.
    /// ```
    ///
    /// A yes that promises too much:
    /// ```markdown,flag
    /// # Knee pain in runners
    ///
    /// ## Prevention
    ///
    /// Strong thighs can reduce the risk of knee pain in runners.
    ///
    /// ## FAQ
    ///
    /// ### Can runners prevent knee pain?
    ///
    /// Yes, through training and rest, runners can reduce risk.
    /// ```
    ///
    /// ```markdown,flag
    /// # Skin biopsy
    ///
    /// ## The procedure
    ///
    /// The needle stings for a few seconds.
    ///
    /// ## FAQ
    ///
    /// ### Is the biopsy painful?
    ///
    /// No. You will be fine.
    /// ```
    ///
    /// A short sentence that says the opposite of the same subject:
    /// ```markdown,flag
    /// # Bed bugs
    ///
    /// Bed bugs are small insects. They cannot fly or jump.
    ///
    /// ## FAQ
    ///
    /// ### Can bed bugs jump?
    ///
    /// Yes. They jump from bed to bed.
    /// ```
    ///
    /// The opposite in other words:
    /// ```markdown,flag
    /// # Hernia repair
    ///
    /// ## The wound
    ///
    /// The stitches lie under the skin and dissolve.
    ///
    /// ## FAQ
    ///
    /// ### What about my stitches?
    ///
    /// A nurse will take them out after ten days.
    /// ```
    ///
    /// A plain yes or no to what is told elsewhere:
    /// ```markdown,flag
    /// # Psoriasis
    ///
    /// Psoriasis often starts young. It runs in families.
    ///
    /// ## FAQ
    ///
    /// ### Does psoriasis run in families?
    ///
    /// No, it does not.
    /// ```
    ///
    /// ```markdown,flag
    /// # Sore throat
    ///
    /// Lozenges do not help.
    ///
    /// ## FAQ
    ///
    /// ### Do lozenges help?
    ///
    /// Yes. Take as many as you like.
    /// ```
    ///
    /// A no to the question whether to get help:
    /// ```markdown,flag
    /// # Plaster cast
    ///
    /// ## When to get help
    ///
    /// Call 911 if:
    ///
    /// - your toes turn white
    /// - you faint
    ///
    /// ## FAQ
    ///
    /// ### Should I call 911 if my toes turn white?
    ///
    /// No.
    /// ```
    ///
    /// So is a yes to the question whether it is nothing, or an answer that tells only what to do at home:
    /// ```markdown,flag
    /// # Plaster cast
    ///
    /// ## When to get help
    ///
    /// Call 911 if:
    ///
    /// - your toes turn white
    /// - you faint
    ///
    /// ## FAQ
    ///
    /// ### Is it normal for my toes to turn white?
    ///
    /// Yes. Most people see it on the first evening.
    /// ```
    ///
    /// ```markdown,flag
    /// # Plaster cast
    ///
    /// ## When to get help
    ///
    /// Call 911 if:
    ///
    /// - your toes turn white
    /// - you faint
    ///
    /// ## FAQ
    ///
    /// ### What should I do if my toes turn white?
    ///
    /// Lie down and put your foot up.
    /// ```
    ///
    /// "Is it normal?" does not say that it is:
    /// ```markdown,flag
    /// # Varicose vein surgery
    ///
    /// ## When to get help
    ///
    /// Call 911 if:
    ///
    /// - your calf swells
    /// - you faint
    ///
    /// ## FAQ
    ///
    /// ### Is it normal that my calf swells?
    ///
    /// You do not need to see a nurse.
    /// ```
    ///
    /// ## Better
    /// What holds for some, or until then, is no opposite:
    /// ```markdown,pass
    /// # Hernia repair
    ///
    /// ## The wound
    ///
    /// Some stitches dissolve. You are awake if you choose so.
    ///
    /// ## FAQ
    ///
    /// ### What about my stitches?
    ///
    /// A nurse will take them out after ten days.
    ///
    /// ### Will I be asleep?
    ///
    /// You are asleep during the operation.
    /// ```
    ///
    /// ```markdown,pass
    /// # Skin biopsy
    ///
    /// ## The procedure
    ///
    /// The needle stings for a few seconds.
    ///
    /// ## FAQ
    ///
    /// ### Is the biopsy painful?
    ///
    /// No, but the needle stings for a few seconds.
    ///
    /// ### Can I prevent a scar?
    ///
    /// Not always. You can lower your chance by keeping the wound moist.
    ///
    /// ### Can I prevent an infection of the wound?
    ///
    /// Yes, usually. Wash your hands before you touch the wound.
    /// ```
    ///
    /// ```markdown,pass
    /// # Head injury
    ///
    /// ## When to get help
    ///
    /// Call 911 now if you have:
    ///
    /// - repeated vomiting
    /// - a seizure after the injury
    ///
    /// ## FAQ
    ///
    /// ### Is repeated vomiting serious?
    ///
    /// Yes. Call 911 now.
    ///
    /// ### Is a small bump serious?
    ///
    /// There is usually nothing to worry about. Rest at home.
    /// ```
    ///
    /// What is asked of a milder sign, or points to the red flags, calms nobody:
    /// ```markdown,pass
    /// # Plaster cast
    ///
    /// ## When to get help
    ///
    /// Call 911 if:
    ///
    /// - your toes turn white
    /// - you faint
    /// - your fever is over 40 °C
    ///
    /// ## FAQ
    ///
    /// ### Is it normal for my toes to swell?
    ///
    /// Yes. Put your foot up.
    ///
    /// ### What should I do if my toes turn white?
    ///
    /// Lie down, and see the list of warning signs above.
    ///
    /// ### What should I do about a fever?
    ///
    /// Rest and drink water.
    /// ```
    ///
    /// ```markdown,pass
    /// # Bed bugs
    ///
    /// Bed bugs are small insects. They cannot fly. They do not jump. You cannot see their eggs well. They can spread if you
    /// travel.
    ///
    /// ## FAQ
    ///
    /// ### Can bed bugs jump?
    ///
    /// No. They crawl.
    ///
    /// ### Can they fly from house to house?
    ///
    /// No. They travel in bags.
    ///
    /// ### Can bed bugs spread?
    ///
    /// Yes. They travel in bags.
    /// ```
    RULE { name: "faq-contradicts-body", severity: Error, since: "0.1.0",
        standard: "PEMAT 10; NHS care cards",
        summary: "an answer contradicts the article" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    polarity::check(cx, findings);
    let reported = opposite::check(cx, findings);
    states::check(cx, findings, &reported);
    for pair in &cx.article.faq {
        if let Some((calm, concepts)) = calmed(cx, pair) {
            for concept in concepts {
                report(cx, findings, concept, calm);
            }
        }
    }
}

/// The words by which an answer calms, and the signs that its question names; `None` where it sends for help or does not calm.
fn calmed<'f>(cx: &Context<'f>, pair: &FaqPair) -> Option<(Span, Vec<&'f ConceptUse>)> {
    let answer = pair.answer_span()?;
    if cx.facts.counsels_in(answer).next().is_some() {
        return None;
    }
    let question = pair.question.whole();
    let calm = cx.facts.sentences_in(answer).find_map(|index| {
        let words = cx.facts.advice.is_calm(cx.facts.tokens_of(index))?;
        Some(cx.facts.span_of(index, words))
    });
    let calm = calm
        .or_else(|| refused(cx, question, answer))
        .or_else(|| confirmed(cx, question, answer));
    let left_alone = || left_alone(cx, question, answer);
    let (calm, is_told) = match calm {
        Some(calm) => (calm, true),
        None => (left_alone()?, false),
    };
    let asked = cx.facts.concepts_at(question, |mention| {
        question.overlaps(mention.span) && mention.qualifier.is_empty()
    });
    let concepts = asked.into_iter();
    let concepts = { concepts }
        .filter_map(|concept| cx.facts.concepts().get(concept))
        .filter(|concept| is_told || is_emergency_as_such(cx, concept));
    Some((calm, concepts.collect()))
}

/// Whether the article calls a sign an emergency without a word that narrows it, such as a number.
fn is_emergency_as_such(cx: &Context<'_>, concept: &ConceptUse) -> bool {
    concept.bindings.iter().any(|binding| {
        let mention = concept.mentions.get(binding.mention);
        cx.facts.counsel(binding.counsel).level() == Urgency::Emergency
            && mention.is_some_and(|mention| mention.qualifier.is_empty())
    })
}

/// The "yes" of an answer to the question whether a sign is nothing: "Is chest pain normal? Yes."
fn confirmed(cx: &Context<'_>, question: Span, answer: Span) -> Option<Span> {
    let facts = cx.facts;
    let first = facts.sentences_in(answer).next()?;
    let tokens = facts.tokens_of(first);
    let is_yes = facts.yes_or_no(first) == Some(true);
    // "Yes, a little is normal": of another sign.
    let is_mild = tokens.words().any(|word| {
        matches!(
            word,
            "mild" | "slight" | "little" | "small" | "some" | "minor" | "leve" | "poco" | "algo"
        )
    });
    (is_yes && !is_mild && asks(cx, question, Table::AsksNormal))
        .then(|| facts.span_of(first, 0..1))
}

/// The first sentence of an answer that tells what to do at home, and nowhere to get help, to the question what to do.
fn left_alone(cx: &Context<'_>, question: Span, answer: Span) -> Option<Span> {
    if !asks(cx, question, Table::AsksWhatToDo) {
        return None;
    }
    let facts = cx.facts;
    let leads_on = |index: usize| {
        let tokens = facts.tokens_of(index);
        let all = 0..tokens.len();
        facts.advice.level_in(tokens, all.clone()).is_some()
            || facts.advice.has_service(tokens, &all)
            || facts.advice.collective(tokens).is_some()
            || tokens.words().any(|word| {
                matches!(
                    word,
                    "above" | "below" | "section" | "page" | "list" | "arriba" | "abajo"
                )
            })
    };
    let cares = |index: usize| !facts.hits_in(Table::SelfCare, index).is_empty();
    let mut sentences = facts.sentences_in(answer);
    let is_left = !facts.sentences_in(answer).any(leads_on);
    let first = sentences.find(|index| cares(*index))?;
    is_left.then(|| facts.sentence(first).span())
}

/// Whether a question has a phrase of `table`.
fn asks(cx: &Context<'_>, question: Span, table: Table) -> bool {
    let mut sentences = cx.facts.sentences_in(question);
    sentences.any(|index| !cx.facts.hits_in(table, index).is_empty())
}

/// The "no" of an answer to the question whether to get help: "Should I call 911 if my lips turn blue? No."
fn refused(cx: &Context<'_>, question: Span, answer: Span) -> Option<Span> {
    let facts = cx.facts;
    let first = facts.sentences_in(answer).next()?;
    // "No hace falta."
    let denies = || facts.base_lang() == "es" && facts.tokens_of(first).word(0) == "no";
    let is_no = facts.yes_or_no(first) == Some(false) || denies();
    let mut asked = facts.sentences_in(question);
    let asks = asks(cx, question, Table::AsksGrave)
        || asked.any(|index| {
            let tokens = facts.tokens_of(index);
            let all = 0..tokens.len();
            facts.advice.level_in(tokens, all.clone()).is_some()
                || facts.advice.has_service(tokens, &all)
        });
    (is_no && asks).then(|| facts.span_of(first, 0..1))
}

/// Whether the answer that holds `span` is reported here, so that another rule need not.
pub(in crate::rules) fn is_reported(cx: &Context<'_>, span: Span) -> bool {
    let pair = cx.facts.answered_pair(span);
    let calmed = pair.and_then(|pair| calmed(cx, pair));
    let is_urgent = |concept: &&ConceptUse| {
        let mut counsels =
            { concept.bindings.iter() }.map(|binding| cx.facts.counsel(binding.counsel));
        counsels.any(|counsel| counsel.level() >= Urgency::Urgent)
    };
    cx.settings.is_on(RULE.name, super::NAME)
        && calmed.is_some_and(|(_, concepts)| concepts.iter().any(is_urgent))
}

fn report(cx: &Context<'_>, findings: &mut Findings<'_>, concept: &ConceptUse, calm: Span) {
    let urgent = concept
        .bindings
        .iter()
        .map(|binding| cx.facts.counsel(binding.counsel))
        .max_by_key(|counsel| counsel.level());
    let Some(counsel) = urgent.filter(|counsel| counsel.level() >= Urgency::Urgent) else {
        return;
    };
    let words = cx.article.source.slice(calm);
    findings
        .report(
            calm,
            format!(
                "the answer says \"{words}\", but elsewhere \"{}\" gets \"{}\" ({})",
                concept.label,
                cx.article.source.slice(counsel.word),
                counsel.level().name()
            ),
        )
        .label(
            counsel.word,
            format!(
                "{} here: {}",
                counsel.level().name(),
                counsel.level().meaning()
            ),
        )
        .help("Give the same advice in the answer as in the red flags, first thing.");
}
