//! Experts without a name.

use super::shared::{self, APART};
use crate::facts::resource::resource;
use crate::lexicon::phrasebook::Hit;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// "Experts say", "doctors agree", "it is known that": somebody says so, but the reader is not told who.
    ///
    /// ## Why it matters
    /// Nameless experts cannot be asked or checked. Often they stand for the writer's own view.
    ///
    /// A citation, a link or the name of a body in the sentence settles it. All places are in one finding.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Experts agree that walking is good for you.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// The American Spine Society advises walking. Experts agree that rest does not help ([guideline](https://example.org/1)).
    /// ```
    ///
    /// Doubt is no claim, and what the reader's own doctor says needs no name:
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Experts do not agree on this. Your doctor may recommend a scan. Some people say that heat helps them.
    /// ```
    RULE {
        name: "vague-attribution", severity: Info, since: "0.1.0",
        standard: "JAMA attribution",
        summary: "unnamed experts are cited",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    if !facts.has_words() {
        return;
    }
    let mut places: Vec<(Span, &str)> = Vec::new();
    let is_owned = |hit: &Hit| {
        let before = hit.words.start.checked_sub(1);
        let word = before.map(|before| facts.tokens_of(hit.sentence).word(before));
        word.is_some_and(|word| {
            ["your", "our", "the", "his", "her", "their", "su", "sus"].contains(&word)
        })
    };
    let hits = facts.hits(Table::VagueAttribution);
    for hits in hits.chunk_by(|one, other| one.sentence == other.sentence) {
        let Some(hit) = hits.iter().find(|hit| !is_owned(hit)) else {
            continue;
        };
        let index = hit.sentence;
        let Some(sentence) = facts.sentences.get(index) else {
            continue;
        };
        let text = sentence.text();
        let settled = facts.is_cited(index)
            || shared::names_source(text)
            || facts.is_in_roles(index, APART)
            || facts
                .tokens
                .get(index)
                .is_some_and(|tokens| resource(text, tokens).is_some());
        if !settled && !text.ends_with('?') {
            places.push((
                facts.span_of(index, hit.words.clone()),
                facts.text_of(index, hit.words.clone()),
            ));
        }
    }
    let Some(((span, phrase), rest)) = places.split_first() else {
        return;
    };
    let finding = findings.report(*span, format!("\"{phrase}\": who says this?"));
    finding.help("Readers cannot ask nameless people. Name the body or the study, or say it as what it is: your own advice.");
    for (span, phrase) in rest {
        finding.label(*span, format!("who says \"{phrase}\"?"));
    }
}
