//! Advice to see someone that the part on when to get help leaves out.

use crate::facts::words::{ContentWords, FixedWords, Stem};
use crate::facts::{Counsel, Urgency};
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use crate::rules::red_flags::places;
use std::collections::BTreeSet;

rule! {
    /// Advice to see a doctor stands in the middle of the article, and the part on when to get help does not repeat it.
    ///
    /// ## Why it matters
    /// Readers look for "when to get help" and take it for complete. "If the pain lasts, see a doctor" in the part on
    /// treatment is read by those who are being treated already.
    ///
    /// Advice counts as repeated when the part names half of its condition's words, one of the same signs, or, for "if it
    /// lasts" and the like, any time or lasting symptom. Urgent advice is `red-flag-outside-section`'s to find. Answers,
    /// disclaimers, and preparing for or following a treatment ("tell your doctor before ...") are left alone.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Shin splints
    ///
    /// ## Treatment
    ///
    /// Ice and rest help. If the pain persists despite rest, see your doctor.
    ///
    /// ## When to get help
    ///
    /// Call your doctor today if:
    ///
    /// - your foot is numb
    /// - the calf is hot and swollen
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Shin splints
    ///
    /// ## Treatment
    ///
    /// Ice and rest help. If the pain persists despite rest, see your doctor.
    ///
    /// ## When to get help
    ///
    /// Call your doctor today if:
    ///
    /// - your foot is numb
    /// - the calf is hot and swollen
    ///
    /// See your doctor if it still hurts after 3 weeks of rest.
    /// ```
    ///
    /// A part on emergencies alone is not where a reader looks for it:
    /// ```markdown,pass
    /// # Hives
    ///
    /// ## When to call 911
    ///
    /// - your tongue swells
    /// - you cannot breathe well
    ///
    /// ## What helps
    ///
    /// Cool the skin. Speak to your doctor if you keep getting hives.
    /// ```
    ///
    /// Errands are no symptoms:
    /// ```markdown,pass
    /// # Methotrexate
    ///
    /// ## When to get help
    ///
    /// Call the clinic today if you have a sore throat and a fever.
    ///
    /// ## Blood tests
    ///
    /// You need a blood test every few weeks. Contact the clinic if you miss one.
    /// ```
    RULE { name: "care-advice-outside-section", severity: Warning, since: "0.1.0",
        standard: "PEMAT 10; CDC CCI 9",
        summary: "advice to see someone is not repeated in the part on when to get help" }
}

/// Parts whose advice is for readers who are in treatment already, or who asked.
const ELSEWHERE: &[Role] = &[
    Role::Disclaimer,
    Role::Faq,
    Role::Preparation,
    Role::Procedure,
    Role::Aftercare,
    Role::Risks,
    Role::Medicines,
    Role::Exercises,
    Role::Contact,
    Role::Resources,
];

/// The words of a condition that say only that it goes on.
static LASTING: FixedWords = FixedWords::new(
    "last persist continue improve better worse get still symptom pain treatment despite care home week \
    day month longer conservative management self have feel go away help work need question concern worry problem",
);

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let parts = places::parts(cx);
    let mut sections = parts
        .iter()
        .filter(|place| place.kind == PlaceKind::Section);
    let Some(main) = sections.find(|place| !is_of_emergencies(place)) else {
        return;
    };
    let listed = Listed::of(cx, &parts);
    let inside = |span: Span| parts.iter().any(|place| place.span.contains(span));
    let alone = cx.facts.counsels().iter().filter(|counsel| {
        !inside(counsel.span) && is_care_advice(cx, counsel) && !listed.has(cx, counsel)
    });
    let mut alone =
        alone.filter_map(|counsel| Some(cx.facts.sentences.get(counsel.sentence)?.span()));
    let Some(first) = alone.next() else {
        return;
    };
    let title = main.title.as_deref().unwrap_or("When to get help");
    let finding = findings
        .report(first, format!("this advice to see someone is not repeated under \"{title}\""))
        .label(places::head(cx, main), "readers look for it here")
        .help("Add it there, with a time where there is one (\"See your doctor if it still hurts after 6 weeks\"). It may stay here too.");
    for span in alone {
        finding.label(span, "nor is this");
    }
}

/// Whether a part is for emergencies alone: one headed "Call 911 if" has no room for "see your doctor if it lasts".
fn is_of_emergencies(place: &RolePlace) -> bool {
    let title = Tokens::of(place.title.as_deref().unwrap_or(""));
    let mut words = title.words();
    words.any(|word| matches!(word, "911" | "999" | "112" | "a&e" | "emergency"))
}

/// Whether advice below urgent tells readers on a condition to see someone.
fn is_care_advice(cx: &Context<'_>, counsel: &Counsel) -> bool {
    counsel.frame.is_conditional
        && counsel.level() < Urgency::Urgent
        && !speaks_of_red_flags(cx, counsel.sentence)
        && (!counsel.frame.is_weak || lasts(cx, counsel.sentence) && !is_told(cx, counsel))
        && cx.facts.hits_in(Table::Errand, counsel.sentence).is_empty()
        && !cx.facts.is_in_roles(counsel.sentence, ELSEWHERE)
}

/// Whether a sentence speaks of "red flags": other rules weigh that.
fn speaks_of_red_flags(cx: &Context<'_>, sentence: usize) -> bool {
    let tokens = cx.facts.tokens.get(sentence);
    tokens.is_some_and(|tokens| cx.facts.advice.collective(tokens).is_some())
}

/// Whether advice is to tell or ask somebody whom the reader sees anyway.
fn is_told(cx: &Context<'_>, counsel: &Counsel) -> bool {
    let act = cx.facts.text_of(
        counsel.sentence,
        counsel.frame.words.start..counsel.frame.words.start + 1,
    );
    ["tell", "ask", "let", "informe", "avise", "pregunte"]
        .iter()
        .any(|word| act.eq_ignore_ascii_case(word))
}

/// What the parts on when to get help say.
struct Listed {
    words: ContentWords,
    /// The concepts that they name, by index.
    concepts: BTreeSet<usize>,
    lasts: bool,
    /// The words that say only that something lasts.
    lasting: &'static ContentWords,
}

impl Listed {
    fn of(cx: &Context<'_>, parts: &[&RolePlace]) -> Self {
        let lang = cx.article.base_lang();
        let sentences: Vec<usize> = parts
            .iter()
            .flat_map(|place| cx.facts.sentences_in(place.span))
            .collect();
        let words = sentences
            .iter()
            .flat_map(|index| cx.facts.tokens_of(*index).words());
        let lasts = sentences.iter().any(|index| lasts(cx, *index));
        Self {
            words: ContentWords::of_words(words, lang),
            lasts,
            concepts: sentences
                .iter()
                .flat_map(|index| cx.facts.mentions_of(*index))
                .map(|(concept, _)| concept)
                .collect(),
            lasting: LASTING.of(lang),
        }
    }

    fn has(&self, cx: &Context<'_>, counsel: &Counsel) -> bool {
        let lang = cx.article.base_lang();
        let about = cx.facts.about(counsel);
        let words =
            ContentWords::of_words(cx.facts.tokens_of(counsel.sentence).words_of(about), lang);
        let telling: Vec<&Stem> = words
            .different()
            .iter()
            .filter(|stem| !self.lasting.contains(stem))
            .collect();
        let shared = telling
            .iter()
            .filter(|stem| self.words.contains(stem))
            .count();
        if lasts(cx, counsel.sentence) {
            return self.lasts;
        }
        telling.is_empty()
            || shared * 2 >= telling.len()
            || self.names_the_same(cx, counsel.sentence)
    }

    fn names_the_same(&self, cx: &Context<'_>, sentence: usize) -> bool {
        let mut named = cx.facts.mentions_of(sentence);
        named.any(|(concept, _)| self.concepts.contains(&concept))
    }
}

/// Whether a sentence speaks of something that lasts, comes back or gets worse.
fn lasts(cx: &Context<'_>, sentence: usize) -> bool {
    let hits = |table: Table| !cx.facts.hits_in(table, sentence).is_empty();
    hits(Table::Persistence) || hits(Table::Lasting)
}
