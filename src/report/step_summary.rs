//! A table in Markdown for the summary page of a GitHub job.

use super::path::relative;
use super::text::{self, Options};
use super::{Flagged, Run, defused, one_line};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::PartOf;
use std::cmp::Reverse;
use std::fmt::Write;

/// Rows of a table; GitHub refuses a summary of more than 1 MiB.
const ROWS_MAX: usize = 100;
/// Bytes of one cell, before it is escaped.
const CELL_MAX: usize = 400;

/// What is added to the summary page: how many findings each article has, then the severest findings.
pub fn markdown(run: &Run, options: &Options) -> String {
    let mut page = format!("## facetdoc\n\n{}\n", escaped(&text::summary(run, options)));
    let mut findings: Vec<(&Flagged, &Diagnostic)> = Vec::new();
    for file in &run.flagged {
        findings.extend(
            file.findings
                .iter()
                .filter(|finding| options.shows(finding.severity))
                .map(|finding| (file, finding)),
        );
    }
    findings.sort_by_key(|(_, finding)| Reverse(finding.severity));
    if findings.is_empty() {
        return page;
    }
    push_articles(run, options, &mut page);
    page.push_str("\n| | Where | What | Rule |\n|---|---|---|---|\n");
    for (file, finding) in findings.iter().take(ROWS_MAX) {
        let place = file.source.position(finding.span.start());
        // Writing to a string cannot fail.
        let _ = writeln!(
            page,
            "| {} | {}:{} | {} | {} |",
            finding.severity.name(),
            escaped(&relative(run, file.source.name())),
            place.line,
            escaped(&finding.message),
            escaped(finding.rule.name)
        );
    }
    if findings.len() > ROWS_MAX {
        let _ = writeln!(page, "\n{} more are in the log.", findings.len() - ROWS_MAX);
    }
    page
}

fn push_articles(run: &Run, options: &Options, page: &mut String) {
    let info = options.shows(Severity::Info);
    page.push_str(if info {
        "\n| Article | Errors | Warnings | Info |\n|---|--:|--:|--:|\n"
    } else {
        "\n| Article | Errors | Warnings |\n|---|--:|--:|\n"
    });
    for file in run.flagged.iter().take(ROWS_MAX) {
        let count = |severity: Severity| {
            let findings = file.findings.iter();
            findings.filter(|found| found.severity == severity).count()
        };
        let _ = write!(
            page,
            "| {} | {} | {} |",
            escaped(&relative(run, file.source.name())),
            count(Severity::Error),
            count(Severity::Warning)
        );
        if info {
            let _ = write!(page, " {} |", count(Severity::Info));
        }
        page.push('\n');
    }
    if run.flagged.len() > ROWS_MAX {
        let _ = writeln!(
            page,
            "\n{} more articles have findings.",
            run.flagged.len() - ROWS_MAX
        );
    }
}

/// `text` in one line in which nothing is markup: `CommonMark` takes a backslash before any ASCII punctuation.
fn escaped(text: &str) -> String {
    let line = one_line(text);
    let line = defused(&line);
    let mut end = line.len().min(CELL_MAX);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let mut escaped = String::with_capacity(end + 16);
    for character in line.part(..end).chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            // A table takes no other way of writing it.
            '|' => escaped.push_str("&#124;"),
            // These mean nothing inside a line of a table.
            '.' | ',' | ';' | '?' | '"' | '\'' | '(' | ')' | '/' | '-' | '+' | '=' => {
                escaped.push(character);
            }
            other => {
                if other.is_ascii_punctuation() {
                    escaped.push('\\');
                }
                escaped.push(other);
            }
        }
    }
    if end < line.len() {
        escaped.push('…');
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_text_is_markup() {
        assert_eq!(
            escaped("a|b <img> *c* [d](e) `f` https://g\nh & \\ @i #1"),
            "a&#124;b &lt;img\\> \\*c\\* \\[d\\](e) \\`f\\` https\\://g h &amp; \\\\ \\@i \\#1"
        );
        assert!(escaped(&"ñ".repeat(1000)).ends_with("ñ…"));
    }
}
