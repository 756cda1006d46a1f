//! Links that lead away from emergency advice.

use super::places;
use crate::facts::Urgency;
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use crate::source::Cover;

rule! {
    /// A link inside emergency advice leads to further reading.
    ///
    /// ## Why it matters
    /// A reader who should be calling for an ambulance follows the link and reads on. Links that help to reach a service (a
    /// phone number, a search for the nearest hospital, a crisis line) are right.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Low back pain
    ///
    /// ## When to get help
    ///
    /// Call 911 now if you have:
    ///
    /// - numbness between your legs ([read more about cauda equina](https://example.org/cauda-equina))
    /// - no control over your bladder
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Low back pain
    ///
    /// ## When to get help
    ///
    /// [Call 911](tel:911) or go to the [nearest emergency room](https://example.org/find) now if you have:
    ///
    /// - numbness between your legs
    /// - no control over your bladder
    ///
    /// ## More to read
    ///
    /// See a doctor if the pain lasts. Read more about [cauda equina](https://example.org/cauda-equina).
    /// ```
    RULE { name: "emergency-link-out", severity: Info, since: "0.1.0",
        standard: "NHS emergency care cards: avoid linking to more information",
        summary: "a link leads away from emergency advice" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let blocks = emergency_blocks(cx);
    let mut links: Vec<Span> = Vec::new();
    for text in cx.facts.texts.iter().copied() {
        for (mark, url) in text.prose.links() {
            let words = text.prose.text().get(mark.range.clone()).unwrap_or("");
            if blocks.contains(mark.span) && !reaches_service(cx, words, url) {
                links.push(mark.span);
            }
        }
    }
    let Some((first, rest)) = links.split_first() else {
        return;
    };
    let finding = findings
        .report(*first, "this link leads a reader away from emergency advice")
        .help("Take the link out here, or move it below the advice. What the reader has to do now needs no further reading.");
    for span in rest {
        finding.label(*span, "so does this one");
    }
}

/// The sentences that give emergency advice, and the lists that they govern.
fn emergency_blocks(cx: &Context<'_>) -> Cover {
    let is_emergency = |level: Urgency| level == Urgency::Emergency;
    let told = cx
        .facts
        .counsels()
        .iter()
        .filter(|counsel| is_emergency(counsel.level()));
    let sentences =
        told.filter_map(|counsel| Some(cx.facts.sentences.get(counsel.sentence)?.span()));
    let lists = cx.facts.lists().iter().filter(|list| {
        let governing = places::governing(cx, list);
        list.is_red_flags
            && governing
                .iter()
                .any(|counsel| is_emergency(counsel.level()))
    });
    sentences.chain(lists.map(|list| list.span)).collect()
}

/// Whether a link helps to reach a service: by its address or its words.
fn reaches_service(cx: &Context<'_>, words: &str, url: &str) -> bool {
    let book = cx.facts.book();
    let named = |text: &str| {
        let tokens = [Tokens::of(text)];
        !book
            .find(&tokens)
            .of(Table::ServiceFinder.index())
            .is_empty()
    };
    let call = ["tel:", "sms:", "mailto:", "#"]
        .iter()
        .any(|scheme| url.starts_with(scheme));
    call || named(words) || named(url)
}
