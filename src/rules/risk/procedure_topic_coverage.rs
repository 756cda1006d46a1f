//! Topics that a procedure leaflet is expected to cover.

use super::shared::procedure;
use crate::config::pack::{Reference, Required, Topic, TopicPack};
use crate::lexicon::number_words;
use crate::rules::prelude::*;

rule! {
    /// A leaflet about a procedure leaves out topics that leaflets on it cover.
    ///
    /// ## Why it matters
    /// Somebody who takes a blood thinner, is pregnant or plans to drive home has to know before the day. What a leaflet
    /// leaves out, readers take as not important.
    ///
    /// A topic pack lists the topics, after the leaflets of several hospitals. The rule only asks that a topic is there,
    /// anywhere in the article; clinics differ over blood thinners, fasting and sedation, and it never judges the advice.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// packs: [medial-branch-block-procedure]
    /// ---
    /// # Medial branch block
    ///
    /// A medial branch block is an injection that shows where your pain comes from.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// packs: [medial-branch-block-procedure]
    /// ---
    /// # Medial branch block
    ///
    /// A medial branch block is a test. It helps to find out if these joints cause your pain. Relief lasts 4 to 8 hours.
    /// Some people get no relief. You can choose not to have it.
    ///
    /// ## Before
    /// - Tell the clinic if you take a blood thinner. Do not stop any of your medicines unless your doctor agrees.
    /// - Tell the nurse what you are allergic to.
    /// - Call before you come if you have an infection or could be pregnant.
    ///
    /// ## On the day
    /// You lie face down. X-ray pictures guide the doctor.
    ///
    /// ## After
    /// - Do not drive for the rest of the day. You can go back to work the next day.
    /// - Side effects are a bruise and soreness.
    /// - Call the clinic the same day if the skin where the needle went in is red or hot. Phone the clinic on 555-0100.
    /// ```
    RULE { name: "procedure-topic-coverage", severity: Warning, since: "0.1.0",
        standard: "EQIP-36; the hospital leaflets in the topic pack",
        summary: "a procedure leaflet leaves out topics that leaflets on it cover" }
}

/// Parts in which a topic is not told to the reader.
const IGNORED: &[Role] = &[Role::References, Role::Resources];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for pack in &cx.settings.packs {
        let topics: Vec<&Topic> = { pack.topics.iter() }
            .filter(|topic| !has_own_rule(cx, topic))
            .collect();
        let missing: Vec<&Topic> = { topics.iter().copied() }
            .filter(|topic| !is_covered(cx, topic))
            .collect();
        if missing.iter().any(|topic| topic.required == Required::Must) {
            report(cx, findings, (pack, topics.len()), &missing);
        }
    }
}

/// Whether a sentence covers the topic, with a number where one is needed.
fn is_covered(cx: &Context<'_>, topic: &Topic) -> bool {
    let mut sentences = cx.facts.tokens.iter().enumerate();
    sentences.any(|(sentence, tokens)| {
        topic.is_in(tokens)
            && (!topic.needs_number || tokens.words().any(is_number))
            && !cx.facts.is_in_roles(sentence, IGNORED)
    })
}

fn is_number(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
        || word == "half"
        || number_words::value(word).is_some()
}

/// Topics that a rule of their own asks for in an article on a procedure: the topic, the rule, its family.
const OWN_RULE: &[(&str, &str, &str)] = &[
    ("risks-and-side-effects", "risks-missing", "risk"),
    (
        "alternatives-including-doing-nothing",
        "alternatives-missing",
        "risk",
    ),
    (
        "after-when-to-call",
        "aftercare-red-flags-missing",
        "red-flags",
    ),
];

/// Whether another rule that is on asks for the topic.
fn has_own_rule(cx: &Context<'_>, topic: &Topic) -> bool {
    let own = OWN_RULE.iter().find(|(id, _, _)| topic.id == *id);
    own.is_some_and(|(_, rule, family)| cx.settings.is_on(rule, family)) && procedure(cx).is_some()
}

fn report(
    cx: &Context<'_>,
    findings: &mut Findings<'_>,
    (pack, all): (&TopicPack, usize),
    missing: &[&Topic],
) {
    let names = |required: Required| -> Vec<String> {
        let topics = missing.iter().filter(|topic| topic.required == required);
        let name = |topic: &&Topic| {
            let number = if topic.needs_number {
                " (with a number)"
            } else {
                ""
            };
            format!("{}{number}", topic.label)
        };
        topics.map(name).collect()
    };
    let must = names(Required::Must);
    let message = format!(
        "the leaflet covers {} of {all} topics; missing: {}",
        all.saturating_sub(missing.len()),
        must.join(", ")
    );
    let should = names(Required::Should);
    let also = if should.is_empty() {
        String::new()
    } else {
        format!(" Good to have: {}.", should.join(", "))
    };
    let mut sources: Vec<&str> = pack.sources.iter().map(Reference::short).collect();
    sources.truncate(4);
    findings.report(cx.article.title_span(), message).help(format!(
        "Readers take what is left out as not important. A sentence on each is enough.{also} Topics after: {}.",
        sources.join("; ")
    ));
}
