//! Links whose words do not say where they lead.

use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// A link called "click here", "read more" or "this page".
    ///
    /// ## Why it matters
    /// People who listen to a page jump from link to link. "Here, here, more" tells them nothing. On paper such words lead
    /// nowhere at all.
    ///
    /// All such links are in one finding.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// For stretches [click here](https://example.org/stretch). [Read more](https://example.org/more) about walking.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Try the [stretches for the lower back](https://example.org/stretch). Read more in [Here comes the sun: walking outdoors](https://example.org/more).
    /// ```
    RULE {
        name: "link-text-generic", severity: Warning, since: "0.1.0",
        standard: "WCAG 2.4.4; NHS links",
        summary: "the words of a link do not say where it leads",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut links: Vec<(Span, &str)> = Vec::new();
    for text in cx.facts.texts.iter().copied() {
        for (mark, _) in text.prose.links() {
            let words = text
                .prose
                .text()
                .get(mark.range.clone())
                .unwrap_or("")
                .trim();
            if !words.is_empty() && words.len() < 60 {
                links.push((text.prose.span(mark.range.clone()), words));
            }
        }
    }
    if links.is_empty() {
        return;
    }
    let tokens: Vec<Tokens> = links.iter().map(|(_, words)| Tokens::of(words)).collect();
    let hits = cx.facts.book().find(&tokens);
    let mut generic: Vec<usize> = hits
        .of(Table::LinkGeneric.index())
        .iter()
        .map(|hit| hit.sentence)
        .collect();
    generic.dedup();
    let mut generic = generic.into_iter().filter_map(|index| links.get(index));
    let Some((span, words)) = generic.next() else {
        return;
    };
    let finding = findings.report(*span, format!("link text \"{words}\" makes no sense alone"));
    finding.help("Readers who listen to the page hear only these words. Link the words that name what is there: \"stretches for the lower back\".");
    for (span, words) in generic {
        finding.label(*span, format!("nor does \"{words}\""));
    }
}
