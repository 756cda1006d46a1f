//! What would make the PDF handout hard to use for readers with disabilities.

use crate::rules::prelude::*;

rule! {
    /// The article lacks something that an accessible PDF needs, or has a table too wide for its page.
    ///
    /// ## Why it matters
    /// A screen reader announces a PDF by its title, and reads a table cell by cell. A table of many columns shrinks them
    /// until words break, and cannot be enlarged on paper.
    ///
    /// The handout itself is always tagged, with its language, its headings, its lists and the text of its images, in type of
    /// 12 points and more; facetdoc's own tests see to that. This rule looks at what only the article can give and no other
    /// rule asks for: a title, and tables of at most six columns. Images without text are found by `image-alt-missing`, an
    /// undeclared language by `language-undeclared`, tables without headers by `table-headers-missing`.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Pain diary
    ///
    /// | Day | Morning | Noon | Evening | Night | Tablets | Walks |
    /// |---|---|---|---|---|---|---|
    /// | Monday | 2 | 3 | 4 | 2 | 1 | 2 |
    /// ```
    ///
    /// ```markdown,flag
    /// Most back pain gets better in a few weeks.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Pain diary
    ///
    /// | Day | Pain (0 to 10) | What I did |
    /// |---|---|---|
    /// | Monday | 2 | A short walk |
    /// ```
    RULE {
        name: "handout-pdf-accessible", severity: Warning, since: "0.1.0",
        standard: "WCAG 2.1 AA via HHS 504 (45 CFR 84); NHS PDFs; CDC Simply Put",
        summary: "the PDF handout would lack a title or hold a table too wide for its page",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.title().is_none() && !cx.facts.sentences.is_empty() {
        findings
            .report(cx.article.title_span(), "handout PDF lacks a title")
            .help("Readers who listen hear the title first. Start the article with a heading (# Back pain), or put title: into the front matter.");
    }
    let limit = cx.settings.limits.table_columns;
    for (_, block) in cx.article.blocks() {
        block.walk(&mut |block| {
            if let BlockKind::Table(table) = &block.kind
                && table.header.len() > limit
            {
                let place = table.header.first().map_or(block.span, Prose::whole);
                let place = if place.is_empty() { block.span } else { place };
                let message = format!("this table of {} columns is too wide for a printed page", table.header.len());
                findings
                    .report(place, message)
                    .help("Narrow columns break words, and readers lose the row. Split the table, or turn its rows into columns.");
            }
        });
    }
}
