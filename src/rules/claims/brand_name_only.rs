//! Brand names without the name of the drug.

use crate::lexicon::Tokens;
use crate::lexicon::lists::List;
use crate::rules::prelude::*;
use crate::rules::wording;
use std::collections::BTreeSet;

rule! {
    /// A medicine goes by its brand name and the drug is never named.
    ///
    /// ## Why it matters
    /// Brands differ by country and one drug has many. A reader who takes two brands of the same drug takes a double dose.
    ///
    /// The names are the rows of `src/lexicon/lists/brands.tsv`, with a capital as printed. The article passes when it names
    /// the drug anywhere.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Before the block
    ///
    /// Tell us if you take Plavix. Do not stop Plavix by yourself.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Before the block
    ///
    /// Tell us if you take clopidogrel (Plavix). Do not stop Plavix by yourself.
    /// ```
    ///
    /// ```markdown,pass
    /// # Words that only look like a brand
    ///
    /// A mobic wind blew. Soma is a word for body.
    /// ```
    RULE {
        name: "brand-name-only", severity: Info, since: "0.1.0",
        standard: "NHS medicines style; AMA",
        summary: "a brand name stands without the name of the drug",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let groups = wording::groups(cx, List::Brands, |term| {
        let text = cx.facts.text_of_term(term);
        term.row.spelling(text).is_some()
    });
    if groups.is_empty() {
        return;
    }
    let words: BTreeSet<&str> = cx.facts.tokens.iter().flat_map(Tokens::words).collect();
    for group in &groups {
        let row = group.row;
        let generic = Tokens::of(&row.plain);
        let is_named = generic
            .words()
            .filter(|word| word.len() > 4)
            .any(|word| words.iter().any(|used| used.contains(word)));
        if is_named {
            continue;
        }
        let finding = wording::report(cx, findings, group, |text| {
            format!("\"{text}\" is a brand; the drug is not named")
        });
        if let Some(finding) = finding {
            finding.help(format!(
                "Readers may know it, or take it, by another name. Add the generic name: {}.",
                row.plain
            ));
        }
    }
}
