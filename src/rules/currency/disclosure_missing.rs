//! Articles that do not say who paid for them.

use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// Nothing says who paid for the article or whether its makers gain from what it recommends.
    ///
    /// ## Why it matters
    /// A page about an injection reads differently when the clinic that sells it wrote it. Readers can only allow for that
    /// if they know.
    ///
    /// `funding:` or `disclosure:` in the front matter counts, `none` too, and so does a sentence such as "We received no
    /// funding for this page".
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
    /// ---
    /// funding: none
    /// disclosure: none
    /// ---
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    ///
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks. The authors have no conflicts of interest.
    /// ```
    ///
    /// So does a sentence that says who did not pay:
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks. No drug company paid for this leaflet.
    /// ```
    RULE {
        name: "disclosure-missing", severity: Warning, since: "0.1.0",
        standard: "JAMA disclosure; HONcode 7-8; EQIP financing; NHS Standard for creating health content 1",
        summary: "the article does not say who paid for it or who gains",
    }
}

/// Other keys of the front matter that say it.
const KEYS: &[&str] = &[
    "conflict",
    "conflicts",
    "competinginterests",
    "coi",
    "sponsor",
    "sponsors",
    "fundedby",
];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let meta = &cx.article.meta;
    let is_key = |key: &str| {
        let key = key.to_lowercase().replace(['_', '-', ' '], "");
        KEYS.contains(&key.as_str())
            || key.starts_with("conflictsof")
            || key.starts_with("conflictof")
    };
    let stated = meta.funding.is_some()
        || meta.disclosure.is_some()
        || meta.other.iter().any(|(key, _)| is_key(key))
        || !cx.facts.hits(Table::Disclosure).is_empty();
    if stated || !cx.facts.has_words() {
        return;
    }
    findings
        .report(cx.article.title_span(), "no funding or conflict statement")
        .help("Say who paid for it and whether anybody gains: funding: and disclosure: in the front matter (none is an answer), or a sentence at the end.");
}
