//! Articles that talk about patients and never to the reader.

use crate::facts::readability::Counts;
use crate::rules::prelude::*;
use crate::rules::red_flags::places::is_aside;

rule! {
    /// The advice is not addressed to the reader: no "you", no "your", hardly an order.
    ///
    /// ## Why it matters
    /// "Patients may benefit from rest" is read as being about somebody else. "Rest for two days" is read as advice.
    ///
    /// What counts are sentences with "you" or "your" and orders ("Call", "Do not drive"). The rule looks at the sections
    /// that give advice (self-care, exercises, prevention, preparation, aftercare, medicines, warning signs): if fewer than 1
    /// sentence in 5 there speaks to the reader, it says so once and shows those sections. It also speaks up where a whole
    /// article never says "you" and has no order. Articles for professionals are left alone.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Neck pain
    ///
    /// Neck pain is common in office workers.
    ///
    /// ## Self-care
    ///
    /// Patients can benefit from short breaks. Heat may reduce pain. Gentle movement supports recovery. Long periods of
    /// sitting are best avoided. Pillows that are too high can add to the strain.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Neck pain
    ///
    /// Neck pain is common if you work at a desk.
    ///
    /// ## Self-care
    ///
    /// Take short breaks. Heat may reduce the pain. Move your neck gently. Do not sit for long. A pillow that is too high can
    /// add to the strain.
    /// ```
    ///
    /// For professionals:
    /// ```markdown,pass
    /// ---
    /// audience: clinicians
    /// ---
    /// # Neck pain
    ///
    /// ## Self-care
    ///
    /// Patients can benefit from short breaks. Heat may reduce pain. Gentle movement supports recovery. Long periods of
    /// sitting are best avoided. Pillows that are too high can add to the strain.
    /// ```
    RULE {
        name: "no-direct-address", severity: Warning, since: "0.1.0",
        standard: "PEMAT 21; MedlinePlus; NHS content guide",
        summary: "the advice is not addressed to the reader",
    }
}

const ADVICE: &[Role] = &[
    Role::SelfCare,
    Role::Exercises,
    Role::Prevention,
    Role::Preparation,
    Role::Aftercare,
    Role::Medicines,
    Role::RedFlags,
];

/// With fewer sentences there is too little to judge.
const ADVICE_MIN: usize = 4;
const ARTICLE_MIN: usize = 10;

/// Words that name professionals as the readers.
const PROFESSIONALS: &[&str] = &[
    "clinician",
    "clinicians",
    "professional",
    "professionals",
    "providers",
    "doctors",
    "nurses",
    "staff",
];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let audience = &cx.article.meta.audience;
    let for_professionals = audience.iter().any(|who| {
        let words = crate::lexicon::Tokens::of(&who.value);
        words.words().any(|word| PROFESSIONALS.contains(&word))
    });
    if cx.article.base_lang() != "en" || for_professionals {
        return;
    }
    if !in_advice(cx, findings) {
        in_article(cx, findings);
    }
}

/// Sentences, and those of them that speak to the reader.
fn spoken(cx: &Context<'_>, indices: impl Iterator<Item = usize>) -> (usize, usize) {
    let reading = cx.facts.readability();
    let (mut all, mut direct) = (0, 0);
    for index in indices {
        let address = cx.facts.addresses().get(index).copied().unwrap_or_default();
        let is_sentence = reading.sentence(index).is_some_and(|one| one.is_complete);
        if is_sentence || address.is_direct() {
            all += 1;
            direct += usize::from(address.is_direct());
        }
    }
    (all, direct)
}

fn in_advice(cx: &Context<'_>, findings: &mut Findings<'_>) -> bool {
    let mut places = cx.outermost(ADVICE);
    places.retain(|place| !is_aside(place));
    let counted = places
        .iter()
        .map(|place| (place.span, spoken(cx, cx.facts.sentences_in(place.span))));
    let counted: Vec<(Span, (usize, usize))> = counted.collect();
    let all: usize = counted.iter().map(|(_, (all, _))| all).sum();
    let direct: usize = counted.iter().map(|(_, (_, direct))| direct).sum();
    let limit = cx.settings.limits.reading.addressed;
    if all < ADVICE_MIN || direct as f64 >= limit * all as f64 {
        return false;
    }
    let silent = counted
        .iter()
        .filter(|(_, (all, direct))| *all > 0 && (*direct as f64) < limit * *all as f64);
    let mut silent = silent.map(|(span, _)| start(cx, *span));
    let Some(first) = silent.next() else {
        return false;
    };
    let finding = findings
        .report(
            first,
            match direct {
                0 => format!("none of {all} sentences of advice speaks to the reader"),
                1 => format!("only 1 of {all} sentences of advice speaks to the reader"),
                direct => format!("only {direct} of {all} sentences of advice speak to the reader"),
            },
        )
        .help(HELP);
    for span in silent {
        finding.label(span, "nor does this section");
    }
    true
}

const HELP: &str = "Advice about \"patients\" or \"runners\" sounds as if it were for someone else. Say \"you\" and begin with the action: \"Rest for two days\".";

/// The first sentence or heading in `span`.
fn start(cx: &Context<'_>, span: Span) -> Span {
    let first = cx.facts.sentences_in(span).next();
    let sentence = first.and_then(|first| cx.facts.sentences.get(first));
    sentence.map_or(span, crate::facts::Sentence::span)
}

fn in_article(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Counts { sentences, .. } = cx.facts.readability().total();
    let says_nothing = !cx
        .facts
        .addresses()
        .iter()
        .any(crate::facts::Address::is_direct);
    if sentences >= ARTICLE_MIN && says_nothing {
        findings
            .report(
                cx.article.title_span(),
                "the article never speaks to the reader as \"you\"",
            )
            .help(HELP);
    }
}
