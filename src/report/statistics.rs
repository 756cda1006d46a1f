//! How often each rule was broken.

use super::{Run, counted};
use crate::diagnostic::Severity;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// Writes a line for each rule and severity: how many findings, in how many articles; the commonest first.
pub fn write(run: &Run, out: &mut dyn Write) -> io::Result<()> {
    let mut counts: BTreeMap<(&str, Severity), (usize, BTreeSet<usize>)> = BTreeMap::new();
    for (index, file) in run.flagged.iter().enumerate() {
        for finding in &file.findings {
            let (number, articles) = counts
                .entry((finding.rule.name, finding.severity))
                .or_default();
            *number += 1;
            articles.insert(index);
        }
    }
    let mut rows: Vec<_> = counts.into_iter().collect();
    rows.sort_by_key(|((name, severity), (number, _))| {
        (Reverse(*number), Reverse(*severity), *name)
    });
    let digits = rows
        .first()
        .map_or(1, |(_, (number, _))| number.to_string().len());
    let width = rows
        .iter()
        .map(|((name, _), _)| name.len())
        .max()
        .unwrap_or(0);
    if rows.is_empty() {
        return writeln!(out, "no rule was broken");
    }
    for ((name, severity), (number, articles)) in rows {
        let articles = counted(articles.len(), "article");
        writeln!(
            out,
            "{number:>digits$}  {:7}  {name:width$}  in {articles}",
            severity.name()
        )?;
    }
    Ok(())
}
