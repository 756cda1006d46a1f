//! Introductions that announce what does not come.

use crate::facts::promise::Promise;
use crate::facts::words::{ContentWords, FixedWords, Stem, stem};
use crate::rules::prelude::*;
use crate::source::PartOf;

rule! {
    /// The introduction announces a part that the article does not have.
    ///
    /// ## Why it matters
    /// Readers who were told that a page covers surgery look for it, and stop trusting the page when it does not come.
    ///
    /// A sentence such as "This page explains the causes, exercises and surgery" is held against the headings, the parts that
    /// they play and the text: each thing that it names needs a heading with its words or its meaning, or two sentences that
    /// speak of it. "Conservative treatments" is not met by "Professional treatments". Parts that every article has need not be
    /// announced.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Knee pain
    ///
    /// This page explains the causes, exercises that help, and surgery.
    ///
    /// ## Causes
    ///
    /// Wear and old injuries.
    ///
    /// ## Exercises
    ///
    /// Straighten your knee. Hold for 5 seconds.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Knee pain
    ///
    /// This page explains the causes, exercises that help, and surgery.
    ///
    /// ## What causes it
    ///
    /// Wear and old injuries.
    ///
    /// ## Exercises
    ///
    /// Straighten your knee. Hold for 5 seconds.
    ///
    /// ## Operations
    ///
    /// A surgeon can replace the joint.
    /// ```
    ///
    /// A part may be headed in other words than it was announced in:
    /// ```markdown,pass
    /// # Heartburn
    ///
    /// This page explains what causes heartburn, how to ease it, and when to see a doctor.
    ///
    /// ## Why you get it
    ///
    /// Acid rises from the stomach.
    ///
    /// ## Easing your symptoms
    ///
    /// Eat small meals.
    ///
    /// ## When to get help
    ///
    /// See a doctor if it lasts more than 3 weeks.
    /// ```
    RULE {
        name: "intro-promise-unmet", severity: Warning, since: "0.1.0",
        standard: "DISCERN 1-2; EQIP items 1-2",
        summary: "the introduction announces a part that is not there",
    }
}

/// Words that name no subject.
static EMPTY: FixedWords = FixedWords::new(
    "what how when key main common important indicator information detail detailed simple practical basic different various type kind way sign \
    possible potential typical early available effective helpful best expect know thing tip idea advice option overview role use explain learn more step evidence \
    summary happen help guide point fact article page your you their them it work use doctor affect cover general",
);

/// Parts by the words that announce them.
const MEANINGS: &[(&str, &[Role])] = &[
    ("cause reason why risk trigger factor", &[Role::Causes]),
    (
        "symptom sign feel notice",
        &[Role::Symptoms, Role::RedFlags],
    ),
    ("diagnosis diagnosed diagnose test", &[Role::Diagnosis]),
    (
        "treatment treat treated therapy manage management care",
        &[Role::Treatment, Role::SelfCare, Role::Medicines],
    ),
    ("surgery operation surgical procedure", &[Role::Procedure]),
    ("medicine medication drug", &[Role::Medicines]),
    ("exercise stretch", &[Role::Exercises]),
    ("prevention prevent avoid", &[Role::Prevention]),
    ("complication risk side effect", &[Role::Risks]),
    ("recovery recover aftercare after", &[Role::Aftercare]),
    ("prepare preparation before", &[Role::Preparation]),
    (
        "help doctor care emergency red flag warning see seek",
        &[Role::RedFlags],
    ),
    ("home self lifestyle habit relief", &[Role::SelfCare]),
    ("question faq", &[Role::Faq]),
    ("anatomy", &[Role::Anatomy]),
];

/// Words that mean the same in headings.
const SAME: &[&[&str]] = &[
    &["surgery", "operation", "surgical", "surgeon"],
    &["food", "diet", "eating", "eat", "nutrition"],
    &["work", "job"],
    &["medicine", "drug", "medication", "tablet"],
    &["exercise", "stretch", "activity", "movement"],
];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let promises = cx.facts.promises();
    if promises.is_empty() || cx.facts.base_lang() != "en" || cx.article.sections().len() < 2 {
        return;
    }
    let headings = headings(cx);
    let empty = EMPTY.of("en");
    let unmet: Vec<&Promise> = promises
        .iter()
        .filter(|promise| !is_met(cx, promise, &headings, empty))
        .collect();
    let Some((first, rest)) = unmet.split_first() else {
        return;
    };
    let words = cx.facts.text_of(first.sentence, first.words.clone());
    let finding = findings.report(
        first.span,
        format!("the introduction announces \"{words}\", and no part has that name"),
    );
    finding.help("Readers look for what they were told would come. Add the part, use the words of its heading here, or take it out.");
    for promise in rest {
        finding.label(promise.span, "announced, and not there either");
    }
}

/// The stems of each heading and question.
fn headings(cx: &Context<'_>) -> Vec<ContentWords> {
    let sections = cx.article.sections();
    let titles = sections.iter().map(|section| section.title());
    let questions = cx.article.faq.iter().map(|pair| pair.question.text());
    titles
        .chain(questions)
        .map(|text| ContentWords::of(text, "en"))
        .collect()
}

fn is_met(
    cx: &Context<'_>,
    promise: &Promise,
    headings: &[ContentWords],
    empty: &ContentWords,
) -> bool {
    let all = ContentWords::of(
        cx.facts.text_of(promise.sentence, promise.words.clone()),
        "en",
    );
    let title = ContentWords::of(cx.article.title().unwrap_or(""), "en");
    let known = |stem: &&Stem| !empty.contains(stem) && !title.contains(stem);
    let telling: Vec<&Stem> = all.in_order().iter().filter(known).collect();
    let first = cx
        .facts
        .tokens_of(promise.sentence)
        .word(promise.words.start);
    if telling.is_empty() || has_when(cx, promise) || asks_alike(cx, first) {
        return true;
    }
    let in_heading = telling
        .iter()
        .all(|stem| headings.iter().any(|heading| has(heading, stem)));
    in_heading || by_role(cx, &telling) || is_told(cx, promise, &telling)
}

/// "When to see a doctor": every article says it.
fn has_when(cx: &Context<'_>, promise: &Promise) -> bool {
    let tokens = cx.facts.tokens_of(promise.sentence);
    promise.words.clone().any(|at| tokens.word(at) == "when")
}

/// "Why it is done": a heading that opens with the same question word.
fn asks_alike(cx: &Context<'_>, first: &str) -> bool {
    let opens = |title: &str| title.to_lowercase().starts_with(first);
    match first {
        "why" => {
            cx.article.has_role(Role::Causes)
                || cx
                    .article
                    .sections()
                    .iter()
                    .any(|section| opens(section.title()))
        }
        "how" | "who" | "where" => cx
            .article
            .sections()
            .iter()
            .any(|section| opens(section.title())),
        _ => false,
    }
}

fn has(heading: &ContentWords, wanted: &str) -> bool {
    let near = |stem: &Stem| {
        stem == wanted
            || (wanted.len() >= 5 && stem.starts_with(wanted.part(..wanted.floor_char_boundary(5))))
    };
    let same = SAME
        .iter()
        .find(|group| group.iter().any(|word| stem(word, "en") == wanted));
    heading.different().iter().any(near)
        || same.is_some_and(|group| group.iter().any(|word| heading.contains(&stem(word, "en"))))
}

/// Whether the part that its last word announces is there, and no adjective of its own tells it from that part's heading.
fn by_role(cx: &Context<'_>, telling: &[&Stem]) -> bool {
    let Some((head, adjectives)) = telling.split_last() else {
        return false;
    };
    let roles = MEANINGS
        .iter()
        .filter(|(words, _)| ContentWords::of(words, "en").contains(head));
    let mut places = roles
        .flat_map(|(_, roles)| roles.iter())
        .flat_map(|role| cx.article.places(*role));
    places.any(|place| {
        let title = ContentWords::of(place.title.as_deref().unwrap_or(""), "en");
        let other = title.different().iter().filter(|stem| stem != head);
        adjectives.is_empty()
            || adjectives.iter().any(|stem| title.contains(stem))
            || (other.count() == 0)
    })
}

/// Whether two other sentences have all its words.
fn is_told(cx: &Context<'_>, promise: &Promise, telling: &[&Stem]) -> bool {
    let tells = |index: &usize| {
        let tokens = cx.facts.tokens_of(*index);
        telling.iter().all(|wanted| {
            tokens.words().any(|word| {
                word.starts_with(wanted.part(..wanted.floor_char_boundary(4)))
                    && stem(word, "en") == **wanted
            })
        })
    };
    let others = (0..cx.facts.sentences.len()).filter(|index| {
        *index != promise.sentence
            && !cx
                .facts
                .is_in_roles(*index, &[Role::References, Role::Resources])
    });
    others.filter(tells).take(2).count() == 2
}
