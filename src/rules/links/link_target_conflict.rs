//! Links of the same name that lead to different places.

use crate::lexicon::Tokens;
use crate::rules::prelude::*;
use std::collections::BTreeMap;

rule! {
    /// The same link text leads to two places.
    ///
    /// ## Why it matters
    /// Readers who listen to a list of links hear the same words twice, and cannot tell which one they have followed.
    ///
    /// Addresses that differ in a last slash, in `www.` or between http and https are one. Numbers of citations and links
    /// whose words say nothing (see `link-text-generic`) are left alone.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Read the [guide](https://example.org/walking) and the [guide](https://example.org/sleep).
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Read the [walking guide](https://example.org/walking) and the [sleep guide](https://example.org/sleep). The
    /// [walking guide](http://www.example.org/walking/) is new.
    /// ```
    RULE {
        name: "link-target-conflict", severity: Info, since: "0.1.0",
        standard: "WCAG 2.4.4, 3.2.4",
        summary: "one link text leads to two places",
    }
}

/// Words that `link-text-generic` speaks of.
const GENERIC: &[&str] = &[
    "here",
    "more",
    "read more",
    "learn more",
    "click here",
    "link",
    "this page",
    "aqui",
    "mas",
];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut links: BTreeMap<String, Vec<(String, Span)>> = BTreeMap::new();
    for text in cx.facts.texts.iter().copied() {
        if cx.facts.is_in_role(Role::References, text.prose.whole()) {
            continue;
        }
        for (mark, url) in text.prose.links() {
            let words = text.prose.text().get(mark.range.clone()).unwrap_or("");
            let words = Tokens::of(words).words().collect::<Vec<_>>().join(" ");
            let is_name = words.chars().filter(|char| char.is_alphabetic()).count() > 2;
            if is_name && !GENERIC.contains(&words.as_str()) {
                let target = (bare(url), text.prose.span(mark.range.clone()));
                links.entry(words).or_default().push(target);
            }
        }
    }
    let mut conflicts: Vec<(&str, Span, Span)> = Vec::new();
    for (words, targets) in &links {
        let Some((first, place)) = targets.first() else {
            continue;
        };
        if let Some((_, other)) = targets.iter().find(|(target, _)| target != first) {
            conflicts.push((words, *place, *other));
        }
    }
    conflicts.sort_by_key(|(_, place, _)| *place);
    for (words, place, other) in conflicts {
        findings
            .report(place, format!("\"{words}\" points to two places"))
            .label(other, "here it leads elsewhere")
            .help("Readers cannot tell the two apart. Give each link the name of what is there.");
    }
}

/// An address without what makes no other place of it.
fn bare(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.strip_suffix('/').unwrap_or(rest).to_lowercase()
}
