//! Links that lead nowhere once they are on paper.

use crate::rules::prelude::*;

rule! {
    /// A link whose target the printed handout cannot show.
    ///
    /// ## Why it matters
    /// On paper there is nothing to click. A reader who holds "see the exercises" in the hand has no way to them.
    ///
    /// The handout prints the address of every web page, mail box and telephone, so those are never lost. What is lost are
    /// links to a page of the same site (`/exercises`) where the front matter gives no `canonical_url:`, and links that only a
    /// browser can follow. All are in one finding. A link to a place in the article that is not there is reported by
    /// `cross-reference-broken`.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// See the [exercises](/exercises).
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// canonical_url: https://example.org/back-pain
    /// ---
    /// # Back pain
    ///
    /// See the [exercises](/exercises), [when to get help](#when-to-get-help) or [call us](tel:5550100).
    ///
    /// ## When to get help
    /// Call 911 if you cannot walk.
    /// ```
    RULE {
        name: "print-link-invisible", severity: Info, since: "0.1.0",
        standard: "handout usability",
        summary: "the target of a link is lost in print",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let article = cx.article;
    let has_address = article.meta.canonical_url.is_some();
    let mut lost: Vec<(Span, &str)> = Vec::new();
    for text in &cx.facts.texts {
        for (mark, url) in text.prose.links() {
            if is_lost(url, has_address) {
                lost.push((text.prose.span(mark.range.clone()), url));
            }
        }
    }
    let Some(((span, url), rest)) = lost.split_first() else {
        return;
    };
    let count = match rest.len() {
        0 => String::new(),
        more => format!(" (and {more} more)"),
    };
    let finding = findings.report(*span, format!("\"{url}\" will be lost in print{count}"));
    finding.help("Readers of the handout cannot follow it. Write the whole address, or put canonical_url: and the article's own address into the front matter.");
    for (span, url) in rest {
        finding.label(*span, format!("\"{url}\""));
    }
}

fn is_lost(url: &str, has_address: bool) -> bool {
    let url = url.trim();
    if url.starts_with('#') {
        return false;
    }
    let scheme = url
        .split_once(':')
        .map(|(scheme, _)| scheme.to_lowercase())
        .filter(|scheme| {
            scheme
                .chars()
                .all(|char| char.is_ascii_alphanumeric() || matches!(char, '+' | '-' | '.'))
        });
    match scheme.as_deref() {
        Some("http" | "https" | "mailto" | "tel" | "sms") => false,
        Some(_) => true,
        None => !has_address,
    }
}
