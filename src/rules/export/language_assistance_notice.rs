//! Handouts of US providers without the notice that help in other languages is free.

use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// A handout of a US covered entity has no notice that interpreters and translations are free.
    ///
    /// ## Why it matters
    /// Readers with little English may not know that they can ask for help. US law asks covered entities to attach the notice
    /// to papers on consent and aftercare, among others.
    ///
    /// Only articles whose front matter says `us_covered_entity: true` are looked at, and of those only procedures and
    /// articles with a part on preparation or aftercare. Which papers need the notice is for a lawyer to say.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// kind: procedure
    /// us_covered_entity: true
    /// ---
    /// # Nerve block
    ///
    /// You lie face down on a table.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// kind: procedure
    /// us_covered_entity: true
    /// ---
    /// # Nerve block
    ///
    /// You lie face down on a table. Free language assistance services are available: call 555-0100.
    /// ```
    ///
    /// ```markdown,pass
    /// ---
    /// kind: procedure
    /// ---
    /// # Nerve block
    ///
    /// You lie face down on a table.
    /// ```
    RULE {
        name: "language-assistance-notice", severity: Info, since: "0.1.0",
        standard: "45 CFR 92.11",
        summary: "the notice of free language help is not attached",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let (article, facts) = (cx.article, cx.facts);
    let is_key = |key: &str| key.to_lowercase().replace(['_', '-', ' '], "") == "uscoveredentity";
    let covered = article.meta.other.iter().any(|(key, value)| {
        is_key(key) && (value.as_bool() == Some(true) || value.as_str() == Some("true"))
    });
    let is_kind = cx.settings.kind == Kind::Procedure
        || article.has_role(Role::Aftercare)
        || article.has_role(Role::Preparation);
    if !covered || !is_kind || !facts.has_words() || !facts.hits(Table::LanguageNotice).is_empty() {
        return;
    }
    findings
        .report(article.title_span(), "Section 1557 notice of availability not attached")
        .help("Readers may not know that help in their language is free. Add the notice as a last section, with the number to call, in the languages of your state.");
}
