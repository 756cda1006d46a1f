//! References that the text never cites.

use crate::facts::citation::Cited;
use crate::facts::reference::Reference;
use crate::rules::prelude::*;
use std::collections::BTreeSet;

rule! {
    /// A numbered reference that no number in the text leads to, though others are cited.
    ///
    /// ## Why it matters
    /// A reader cannot tell what the source is for. Often a sentence lost its number, or the source is left from an older
    /// version of the text.
    ///
    /// A list without any citation in the text is a list of sources, which is fine in a leaflet; nothing is said of it. A
    /// source that the text links to, or cites by name and year, is cited.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Walking helps [1].
    ///
    /// ## References
    /// 1. Lee A. Walking and the back. Example Journal. 2024.
    /// 2. Ruiz B. Rest and the back. Example Journal. 2023.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Walking helps [1]. [Rest does not](https://example.org/rest).
    ///
    /// ## References
    /// 1. Lee A. Walking and the back. Example Journal. 2024.
    /// 2. Ruiz B. Rest and the back. Example Journal. 2023. https://example.org/rest
    /// ```
    ///
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Walking helps.
    ///
    /// ## Sources
    /// 1. Lee A. Walking and the back. Example Journal. 2024.
    /// ```
    RULE {
        name: "reference-uncited", severity: Info, since: "0.1.0",
        standard: "AMA style",
        summary: "a reference is never cited in the text",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let entries = cx.facts.references();
    let citations = cx.facts.citations();
    let cited: BTreeSet<u32> = citations
        .iter()
        .filter_map(|citation| match citation.cited {
            Cited::Number(number) => Some(number),
            Cited::Footnote(_) | Cited::AuthorYear { .. } => None,
        })
        .collect();
    let is_cited = |entry: &&Reference| cited.contains(&entry.number);
    let numbered = entries.iter().all(|entry| entry.is_numbered);
    if !numbered || !entries.iter().any(|entry| is_cited(&entry)) {
        return;
    }
    let linked = linked(cx);
    let names: BTreeSet<(&str, i32)> = citations
        .iter()
        .filter_map(|citation| match &citation.cited {
            Cited::AuthorYear { name, year } => Some((name.as_str(), *year)),
            Cited::Number(_) | Cited::Footnote(_) => None,
        })
        .collect();
    let by_name = |entry: &Reference| {
        let words = entry.text.split(|char: char| !char.is_alphanumeric());
        let mut pairs = words.flat_map(|word| entry.years.iter().map(move |year| (word, *year)));
        !names.is_empty() && pairs.any(|pair| names.contains(&pair))
    };
    let mut uncited = entries.iter().filter(|entry| {
        !is_cited(entry)
            && !by_name(entry)
            && !entry.urls.iter().any(|url| linked.contains(url.as_str()))
    });
    let Some(first) = uncited.next() else {
        return;
    };
    let finding = findings.report(
        first.span,
        format!("reference {} is never cited", first.number),
    );
    finding.help("Readers cannot tell what it is for. Put its number where the text rests on it, or move it to a list of further reading.");
    for entry in uncited {
        finding.label(entry.span, format!("nor is {}", entry.number));
    }
}

/// The addresses that the text outside the references links to.
fn linked<'a>(cx: &Context<'a>) -> BTreeSet<&'a str> {
    let texts = cx.facts.texts.iter();
    texts
        .filter(|text| !cx.facts.is_in_role(Role::References, text.prose.whole()))
        .flat_map(|text| text.prose.links().map(|(_, url)| url).collect::<Vec<_>>())
        .collect()
}
