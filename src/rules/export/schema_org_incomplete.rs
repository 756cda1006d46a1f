//! Front matter that leaves gaps in what search engines are told.

use crate::rules::prelude::*;

rule! {
    /// The article is made for the web, but lacks what its schema.org data is made of.
    ///
    /// ## Why it matters
    /// Search engines and assistants show who a page is for and what it is about. Without these data they guess.
    ///
    /// The data are made by facetdoc; this rule looks at what only the article can give. The day of the review, the reviewer
    /// and the language have rules of their own. An article whose front matter names no author, date, title or address is no
    /// web page yet and is left alone.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// lang: en
    /// published: 2026-01-03
    /// ---
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// lang: en
    /// published: 2026-01-03
    /// kind: condition
    /// audience: patients
    /// ---
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    RULE {
        name: "schema-org-incomplete", severity: Info, since: "0.1.0",
        standard: "schema.org",
        summary: "the front matter lacks what schema.org data are made of",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let meta = &cx.article.meta;
    let is_page = meta.title.is_some()
        || meta.published.is_some()
        || meta.reviewed.is_some()
        || meta.canonical_url.is_some()
        || meta.description.is_some()
        || !meta.authors.is_empty()
        || !meta.reviewers.is_empty();
    let Some(front) = meta.span.filter(|_| is_page) else {
        return;
    };
    let fields = [
        (cx.article.title().is_none(), "name (title:)"),
        (meta.audience.is_empty(), "medicalAudience (audience:)"),
        (meta.kind.is_none(), "about (kind:)"),
    ];
    let lacking: Vec<&str> = fields
        .into_iter()
        .filter_map(|(lacks, field)| lacks.then_some(field))
        .collect();
    if lacking.is_empty() {
        return;
    }
    let line = cx
        .article
        .source
        .slice(front)
        .lines()
        .next()
        .unwrap_or("")
        .len();
    let place = Span::new(front.start(), front.start() + line);
    findings
        .report(place, format!("JSON-LD lacks {}", lacking.join(", ")))
        .help("Search engines show the page better when they know who it is for and what it is about. Add these keys to the front matter.");
}
