//! Articles that leave the reader alone at their end.

use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// Nothing tells the reader where to find more help: no organisation, no helpline, no page of another body.
    ///
    /// ## Why it matters
    /// Readers whose question is left open search on their own, and may find something worse.
    ///
    /// A part such as "More help", a link to another site, or words such as "helpline", "charity" and "find out more" count.
    /// The list of references does not: it says where the text comes from.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    ///
    /// ## More help
    /// The spine charity's helpline: 555-0100.
    /// ```
    ///
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks. See the [stretches](https://example.org/stretch) of the spine society.
    /// ```
    RULE {
        name: "further-help-missing", severity: Info, since: "0.1.0",
        standard: "DISCERN 7; EQIP",
        summary: "the article names no further help",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let (article, facts) = (cx.article, cx.facts);
    let apart = [Role::References, Role::Disclaimer, Role::Authorship];
    let said = article.has_role(Role::Resources)
        || article.has_role(Role::Contact)
        || !article.meta.contact.is_empty()
        || facts
            .hits(Table::FurtherHelp)
            .iter()
            .any(|hit| !facts.is_in_roles(hit.sentence, &apart))
        || leads_out(cx);
    if said || !facts.has_words() {
        return;
    }
    findings
        .report(article.title_span(), "no further support listed")
        .help("Readers with an open question search on their own. Add a section \"More help\" with an organisation, a helpline or an official page.");
}

/// Whether the text outside the references links to another page.
fn leads_out(cx: &Context<'_>) -> bool {
    cx.facts.texts.iter().any(|text| {
        let mut links = text.prose.links();
        links.any(|(_, url)| !url.starts_with('#'))
            && !cx.facts.is_in_role(Role::References, text.prose.whole())
    })
}
