//! One reader, called many names.

use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::collections::BTreeMap;

rule! {
    /// The reader is called by three names or more: you, patients, individuals, runners.
    ///
    /// ## Why it matters
    /// Advice to "patients" or "individuals" sounds as if it were for someone else.
    ///
    /// "People" does not count: it is the plain word for others. Names count where they are told what to do or what may happen
    /// to them. Parts for professionals, sources and credits are left out.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain in runners
    ///
    /// Runners should rest. Patients need advice. You can use heat.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain in runners
    ///
    /// Rest from running if you are in pain. You can use heat. Most people get well, and many patients are seen each year.
    /// ```
    RULE {
        name: "audience-drift", severity: Info, since: "0.1.0",
        standard: "PEMAT 21; NHS content guide: people or patients",
        summary: "the reader is called by three names or more",
    }
}

/// From so many names on, readers wonder who is meant.
const KINDS: usize = 3;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.facts.base_lang() != "en" {
        return;
    }
    let mut kinds: BTreeMap<String, Span> = BTreeMap::new();
    for hit in cx.facts.hits(Table::ReaderNames) {
        let Some(tokens) = cx.facts.tokens.get(hit.sentence) else {
            continue;
        };
        let is_text = matches!(cx.facts.sentence(hit.sentence).within.kind, TextKind::In(_));
        let name = tokens.word(hit.words.end.saturating_sub(1));
        let ignored = [
            Role::References,
            Role::Resources,
            Role::Authorship,
            Role::Disclaimer,
        ];
        if is_text
            && is_addressed(tokens.word(hit.words.end))
            && !kinds.contains_key(name)
            && !cx.facts.is_in_roles(hit.sentence, &ignored)
        {
            kinds.insert(
                name.to_owned(),
                cx.facts.span_of(hit.sentence, hit.words.clone()),
            );
        }
    }
    if kinds.len() + 1 < KINDS {
        return;
    }
    kinds.extend(you(cx).map(|span| ("you".to_owned(), span)));
    if kinds.len() < KINDS {
        return;
    }
    let mut places: Vec<(Span, &String)> = kinds.iter().map(|(name, span)| (*span, name)).collect();
    places.sort_unstable();
    let names: Vec<&str> = places.iter().map(|(_, name)| name.as_str()).collect();
    let finding = findings.report(
        cx.article.title_span(),
        format!("the reader is called {}", names.join(", ")),
    );
    finding.help("Readers take advice to \"patients\" or \"individuals\" as meant for others. Say \"you\" throughout.");
    for (span, name) in &places {
        finding.label(*span, format!("\"{name}\""));
    }
}

/// The first "you" or "your" of the text.
fn you(cx: &Context<'_>) -> Option<Span> {
    let mut texts = (0..cx.facts.sentences.len())
        .filter(|index| matches!(cx.facts.sentence(*index).within.kind, TextKind::In(_)));
    texts.find_map(|index| {
        let at = cx
            .facts
            .tokens_of(index)
            .words()
            .position(|word| matches!(word, "you" | "your"))?;
        Some(cx.facts.span_of(index, at..at + 1))
    })
}

/// Whether the word after a name tells its bearer something: "patients should", "runners may".
fn is_addressed(next: &str) -> bool {
    matches!(
        next,
        "should"
            | "tolerating"
            | "taking"
            | "having"
            | "undergoing"
            | "recovering"
            | "must"
            | "can"
            | "may"
            | "need"
            | "needs"
            | "who"
            | "with"
            | "experiencing"
            | "often"
            | "might"
            | "will"
            | "are"
            | "have"
            | "could"
    )
}
