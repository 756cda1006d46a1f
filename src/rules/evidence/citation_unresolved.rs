//! Citations that lead nowhere.

use crate::facts::citation::{Citation, Cited};
use crate::facts::reference::Reference;
use crate::lexicon::token::folded;
use crate::rules::prelude::*;
use std::collections::BTreeSet;

rule! {
    /// A citation in the text has no entry among the references.
    ///
    /// ## Why it matters
    /// The number promises a source. A reader who looks for it finds none, or a wrong one, and trusts the rest less.
    ///
    /// Numbers in brackets, raised numbers (where there is a list of sources) and footnotes are compared; "(Lee, 2020)" is
    /// compared with the names and years of the entries, and a mismatch is a warning, since a name can be written in many
    /// ways. Gaps in the numbers of the list itself are left alone.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Walking helps [1]. Rest does not [7].
    ///
    /// ## References
    /// 1. Lee A. Walking and the back. Example Journal. 2024.
    /// ```
    ///
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Walking helps.[^lee]
    /// ```
    ///
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Walking helps (Ruiz et al., 2019).
    ///
    /// ## References
    /// - Lee A. Walking and the back. Example Journal. 2024.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Walking helps [1]. Rest does not (NICE, 2016). Most people know this (March 2020).
    ///
    /// ## References
    /// 1. Lee A. Walking and the back. Example Journal. 2024.
    /// 2. National Institute for Health and Care Excellence. Low back pain. 2016.
    /// ```
    ///
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Walking helps [1].
    ///
    /// ## Where this comes from
    /// 1. Lee A. Walking and the back. Example Journal. 2024.
    /// ```
    ///
    /// A raised number may be a power, and brackets may hold a scale:
    /// ```markdown,pass
    /// # Scales
    ///
    /// Rate your pain [0-10]. The room has 12 m².
    /// ```
    RULE {
        name: "citation-unresolved", severity: Error, since: "0.1.0",
        standard: "JAMA attribution",
        summary: "a citation has no entry among the references",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let article = cx.article;
    let citations = cx.facts.citations();
    if citations.is_empty() {
        return;
    }
    let entries = cx.facts.references();
    let sources: Vec<String> = article
        .meta
        .sources
        .iter()
        .map(|source| folded(&source.value))
        .collect();
    let numbers: BTreeSet<u32> = entries.iter().map(|entry| entry.number).collect();
    // More is no article; comparing every name with every entry would take too long.
    let is_large = citations.len().saturating_mul(entries.len()) > 1_000_000;
    let mut lost: Vec<(&Citation, String)> = Vec::new();
    for citation in citations {
        match &citation.cited {
            Cited::Number(number)
                if !has_number(cx, &numbers, sources.len(), citation, *number) =>
            {
                lost.push((citation, format!("[{number}]")));
            }
            Cited::Footnote(label)
                if !entries
                    .iter()
                    .any(|entry| entry.is_numbered && entry.number.to_string() == *label) =>
            {
                lost.push((citation, format!("[^{label}]")));
            }
            Cited::AuthorYear { name, year } if !is_large => {
                named(entries, &sources, citation, name, *year, findings);
            }
            Cited::Number(_) | Cited::Footnote(_) | Cited::AuthorYear { .. } => {}
        }
    }
    let Some(((first, written), rest)) = lost.split_first() else {
        return;
    };
    let finding = findings.report(first.span, format!("citation {written} has no entry"));
    finding.help("Readers who look for this source find none. Add the entry to the list of references, or mend the number.");
    for (citation, written) in rest {
        finding.label(citation.span, format!("nor has {written}"));
    }
    if let Some(last) = entries.last() {
        finding.label(
            last.span,
            format!("the list ends with number {}", last.number),
        );
    }
}

fn has_number(
    cx: &Context<'_>,
    numbers: &BTreeSet<u32>,
    sources: usize,
    citation: &Citation,
    number: u32,
) -> bool {
    if numbers.is_empty() && sources == 0 {
        // Raised numbers may be anything where nothing is listed; a list that is a line of text has no numbers.
        let raised = !cx
            .article
            .source
            .slice(citation.span)
            .starts_with(['[', '\\']);
        return raised || cx.article.has_role(Role::References);
    }
    let listed = numbers.contains(&number);
    let counted = usize::try_from(number).is_ok_and(|number| number <= sources);
    listed || counted
}

/// Reports "(Lee, 2020)" where entries are there, and none has the name, or none with the name has the year.
fn named(
    entries: &[Reference],
    sources: &[String],
    citation: &Citation,
    name: &str,
    year: i32,
    findings: &mut Findings<'_>,
) {
    let in_sources = sources.iter().any(|source| is_by(source, name));
    if in_sources || !entries.iter().any(|entry| !entry.years.is_empty()) {
        return;
    }
    let by_name: Vec<&Reference> = entries
        .iter()
        .filter(|entry| is_by(&entry.text, name))
        .collect();
    let help = "Readers who look for this source do not find it. Add the entry to the list of references, or mend the name or the year.";
    if by_name
        .iter()
        .any(|entry| entry.years.is_empty() || entry.years.contains(&year))
    {
        return;
    }
    let finding = findings.report(
        citation.span,
        format!("this citation of {year} has no entry"),
    );
    finding.severity(Severity::Warning).help(help);
    for entry in by_name.iter().take(1) {
        finding.label(entry.span, "the entry of that name has another year");
    }
}

/// Whether an entry has the name among its words, or the letters of a short name among the first letters of its words.
fn is_by(entry: &str, name: &str) -> bool {
    let name = folded(name);
    if entry.contains(&name) {
        return true;
    }
    if name.chars().count() > 6 {
        return false;
    }
    let words = entry.split(|char: char| !char.is_alphanumeric());
    let mut initials = words.filter_map(|word| word.chars().next());
    name.chars()
        .all(|letter| initials.any(|initial| initial == letter))
}
