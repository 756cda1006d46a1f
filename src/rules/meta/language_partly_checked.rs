//! Articles in a language that some rules cannot read.

use crate::rules;
use crate::rules::prelude::*;

rule! {
    /// The article is in a language that not every rule can read.
    ///
    /// ## Why it matters
    /// An article that passes seems to be well. In Spanish, the rules about plain language and many about words and numbers
    /// say nothing; in other languages, none that reads words does, and the parts of the article are hardly known. Whoever
    /// reads the report should know how much of it was checked. It is said once for each article, as a note.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// lang: es
    /// ---
    /// # Dolor de rodilla
    ///
    /// Descanse y ponga hielo.
    /// ```
    ///
    /// ## Better
    /// Nothing needs to be done. English articles are read by every rule:
    /// ```markdown,pass
    /// ---
    /// lang: en
    /// ---
    /// # Knee pain
    ///
    /// Rest and use ice.
    /// ```
    RULE { name: "language-partly-checked", severity: Info, since: "0.1.0",
        standard: "",
        summary: "some rules cannot read the article's language" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let lang = cx.article.base_lang();
    if lang == "en" {
        return;
    }
    let span = match &cx.article.meta.lang {
        Some(lang) => lang.span,
        None => cx.article.title_span(),
    };
    let silent = rules::unread_rules(lang);
    let all = rules::all().count();
    let message = if lang == "es" {
        format!(
            "the article is in Spanish: {silent} of {all} rules need English and did not look at it"
        )
    } else {
        format!(
            "the article is in a language without word lists: {silent} of {all} rules cannot read it, and others may find nothing"
        )
    };
    findings
        .report(span, message)
        .help("Rules about its structure, dates, links and images work in any language. Have somebody read the rest.");
}
