//! Emergencies that are made to wait.

use crate::facts::{Mention, Urgency};
use crate::lexicon::Patterns;
use crate::lexicon::constant::built;
use crate::rules::prelude::*;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

rule! {
    /// Red flags and lasting symptoms share one piece of advice, as if red flags could wait to see whether they last.
    ///
    /// ## Why it matters
    /// "See a doctor if symptoms persist or you notice red flags" puts an emergency and a nuisance in one line. Readers
    /// take the slower advice for both.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Headache
    ///
    /// ## Conclusion
    ///
    /// Persistent symptoms or warning signs should prompt a visit to see your doctor.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Headache
    ///
    /// ## Conclusion
    ///
    /// If you have a warning sign, call 911 now. If the pain lasts more than 2 weeks, see your doctor.
    /// ```
    ///
    /// Each with advice of its own may share a sentence:
    /// ```markdown,pass
    /// # Headache
    ///
    /// See your doctor if the headache persists, but call 911 if you notice any warning signs.
    /// ```
    RULE { name: "red-flag-conditional-persistence", severity: Error, since: "0.1.0",
        standard: "NHS care cards: one card per level; pack tiers",
        summary: "red flags share advice with symptoms that last" }
}

static LASTING: LazyLock<BTreeMap<&str, Patterns>> = LazyLock::new(|| {
    let compile = |patterns: &[&'static str]| built(Patterns::new(patterns.iter().copied()));
    BTreeMap::from([
        (
            "en",
            compile(&[
                "persist*",
                "continue|continues|continuing|continued",
                "ongoing",
                "lasts|lasting",
                "linger*",
                "n't|not go away|improve|resolve",
                "despite _3 treatment|care|management",
            ]),
        ),
        (
            "es",
            compile(&[
                "persist*",
                "continua|continuan|continuos",
                "dura|duran",
                "no mejora|mejoran|desaparece|desaparecen",
                "a pesar del|de _2 tratamiento",
            ]),
        ),
    ])
});

/// The words that may stand between the lasting symptom and the red flag.
const REACH: usize = 7;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let lasting = LASTING
        .get(cx.article.base_lang())
        .or_else(|| LASTING.get("en"));
    for counsel in cx.facts.counsels() {
        let tokens = cx.facts.tokens_of(counsel.sentence);
        let sentence = cx.facts.sentence(counsel.sentence);
        let scope = &counsel.frame.scope;
        let Some(waiting) =
            lasting.and_then(|patterns| patterns.find_in(tokens, scope.clone()).next())
        else {
            continue;
        };
        let Some(flag) = red_flag(cx, counsel.sentence, &counsel.frame.scope, &waiting) else {
            continue;
        };
        let between = if waiting.end <= flag.start {
            waiting.end..flag.start
        } else {
            flag.end..waiting.start
        };
        let joined = between
            .clone()
            .any(|index| matches!(tokens.word(index), "or" | "and" | "o" | "y"));
        if !joined || between.len() > REACH || counsel.level() >= Urgency::Urgent {
            continue;
        }
        let place = |words: Range<usize>| {
            let range = tokens.place(words);
            sentence
                .within
                .prose
                .span(sentence.range.start + range.start..sentence.range.start + range.end)
        };
        let (waits, flagged) = (place(waiting.clone()), place(flag.clone()));
        let words = (
            cx.article.source.slice(waits),
            cx.article.source.slice(flagged),
        );
        findings
            .report(waits.cover(flagged), format!("\"{}\" and \"{}\" share one piece of advice; red flags must not wait to see what lasts", words.0, words.1))
            .help("Give the emergency its own sentence with its own advice (\"If you get a red flag, call 911 now.\") and lasting symptoms another, with a number of days or weeks.");
    }
}

/// The red flag that shares the advice: a collective word, or a concept that guidelines or the article call an emergency.
fn red_flag(
    cx: &Context<'_>,
    sentence: usize,
    scope: &Range<usize>,
    waiting: &Range<usize>,
) -> Option<Range<usize>> {
    let tokens = cx.facts.tokens_of(sentence);
    let collective = cx
        .facts
        .advice
        .collective(tokens)
        .filter(|words| scope.contains(&words.start));
    let apart = |mention: &&Mention| {
        mention.words.end <= waiting.start || mention.words.start >= waiting.end
    };
    let concept = || {
        let urgent = cx
            .facts
            .concepts()
            .iter()
            .filter(|concept| concept.expected() == Some(Urgency::Emergency));
        let mut mentions = urgent
            .flat_map(|concept| &concept.mentions)
            .filter(|mention| mention.sentence == sentence && scope.contains(&mention.words.start));
        mentions.find(apart).map(|mention| mention.words.clone())
    };
    collective.or_else(concept)
}
