//! Findings for people: by what matters, each with its line and what to do, and a summary.

use super::order::Block;
use super::page::Page;
use super::tally::{Tally, is_long, shown};
use super::wrap::wrapped;
use super::{Run, counted, defused};
use crate::article::Problem;
use crate::diagnostic::Severity;
use crate::rules::Group;
use crate::source::Source;
use anstyle::Style;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// How the report is set.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The columns that lines may take.
    pub width: usize,
    /// Whether to colour the report, by ANSI escapes.
    pub colour: bool,
    /// Whether to show matters of style, too.
    pub all: bool,
    /// Show findings of this severity or above only, and no summary.
    pub only_from: Option<Severity>,
}

impl Options {
    /// Whether findings of `severity` are shown.
    pub(super) fn shows(&self, severity: Severity) -> bool {
        (severity > Severity::Info || self.all)
            && self.only_from.is_none_or(|least| severity >= least)
    }
}

const HEADING: Style = Style::new().bold().underline();

/// Writes the findings of `run`, then the summary, unless only what fails is wanted.
pub fn write(run: &Run, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    safely(out, |out| write_all(run, options, out))
}

/// Writes what `write` makes, with commands to CI runners taken apart: an article must not give any.
fn safely(
    out: &mut dyn Write,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut made = Vec::new();
    write(&mut made)?;
    out.write_all(defused(&String::from_utf8_lossy(&made)).as_bytes())
}

fn write_all(run: &Run, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    write_every(run, options, out)?;
    // With nothing read there is nothing to sum up; the failures were told.
    if options.only_from.is_some() || run.checked == 0 {
        return Ok(());
    }
    let tally = Tally::of(run, options);
    let hints = [
        Some(end(run, &tally, options)),
        order(&tally),
        fixed(run),
        to_fix(&tally),
    ];
    for hint in hints.into_iter().flatten() {
        for line in wrapped(&hint, options.width, "", "") {
            writeln!(out, "{line}")?;
        }
    }
    if let Some((_, rule)) = tally.example {
        writeln!(out, "To learn about a rule: facetdoc explain {rule}")?;
    }
    Ok(())
}

/// Writes the findings of `run` and nothing else.
pub fn write_findings(run: &Run, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    safely(out, |out| write_every(run, options, out))
}

fn write_every(run: &Run, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    for file in &run.flagged {
        let blocks = shown(file, options);
        let is_long = is_long(&blocks);
        let page = Page {
            source: &file.source,
            options,
            is_brief: is_long,
        };
        let mut known = BTreeSet::new();
        if !is_long {
            for block in &blocks {
                page.write_block(block, &mut known, out)?;
            }
            continue;
        }
        write_overview(&page, &blocks, out)?;
        for part in blocks.chunk_by(|a, b| a.group == b.group) {
            let Some(group) = part.first().map(|block| block.group) else {
                continue;
            };
            let title = format!("{} ({})", group.title().to_uppercase(), number(part, group));
            writeln!(out, "{}\n", page.paint(HEADING, &title))?;
            for block in part {
                page.write_block(block, &mut known, out)?;
            }
        }
    }
    Ok(())
}

/// Writes the mistakes in a file that is no article, such as a configuration.
pub fn write_problems(
    source: &Source,
    problems: &[Problem],
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let page = Page {
        source,
        options,
        is_brief: false,
    };
    safely(out, |out| {
        let mut written = problems.iter();
        written.try_for_each(|problem| page.write_problem(problem, out))
    })
}

fn number(blocks: &[Block<'_>], group: Group) -> usize {
    let of = blocks.iter().filter(|block| block.group == group);
    of.map(Block::len).sum()
}

/// The article's name, then a line for each group with the number of its findings.
fn write_overview(page: &Page<'_>, blocks: &[Block<'_>], out: &mut dyn Write) -> io::Result<()> {
    let name = super::visible(page.source.name());
    writeln!(out, "{}", page.paint(HEADING, &name))?;
    for group in Group::ALL {
        let number = number(blocks, *group);
        if number > 0 {
            writeln!(out, "{number:>5}  {}", group.title())?;
        }
    }
    writeln!(out)
}

/// For whoever sees the end of a long report first: what stands where.
fn order(tally: &Tally) -> Option<String> {
    if !tally.is_long {
        return None;
    }
    let parts = tally
        .groups
        .iter()
        .map(|(group, number)| format!("{} ({number})", group.title().to_lowercase()));
    let parts: Vec<String> = parts.collect();
    Some(format!("read from the top: {}", parts.join(", ")))
}

/// `fixed 3 faults in 2 articles`.
fn fixed(run: &Run) -> Option<String> {
    let fixes = run.fixes.as_ref()?;
    let made: usize = fixes.iter().map(|mended| mended.made.len()).sum();
    if made == 0 {
        return Some("nothing was fixed".to_owned());
    }
    let articles = counted(fixes.len(), "article");
    Some(format!("fixed {} in {articles}", counted(made, "fault")))
}

/// How many of the findings facetdoc can mend, where the edits were not tried the most that it can, matters of style that are not shown among them.
fn to_fix(tally: &Tally) -> Option<String> {
    let review_hint = "--fix --suggestions, for you to look at";
    let up_to = if tally.is_untried { "up to " } else { "" };
    match tally.fixes {
        (0, 0) => None,
        (safe, 0) => Some(format!("{up_to}{safe} can be fixed with --fix")),
        (0, review) => Some(format!("{up_to}{review} can be fixed with {review_hint}")),
        (safe, review) => Some(format!(
            "{up_to}{safe} can be fixed with --fix, {up_to}{review} more with {review_hint}"
        )),
    }
}

/// `2 errors, 3 warnings in 1 of 4 articles`, with what is not shown.
pub(super) fn summary(run: &Run, options: &Options) -> String {
    end(run, &Tally::of(run, options), options)
}

fn end(run: &Run, tally: &Tally, options: &Options) -> String {
    let counts = tally.counts;
    let mut found = vec![
        counted(counts.error, "error"),
        counted(counts.warning, "warning"),
    ];
    if options.all {
        found.push(format!("{} info", counts.info));
    }
    let articles = match (tally.articles, run.checked) {
        (0, checked) => format!("in {}", counted(checked, "article")),
        (shown, checked) => format!("in {shown} of {}", counted(checked, "article")),
    };
    let mut parts = vec![format!("{} {articles}", found.join(", "))];
    if counts.info > 0 && !options.all {
        parts.push(format!("{} info not shown (see --all)", counts.info));
    }
    if let Some(known) = run.hidden.known {
        parts.push(format!("{known} known to the baseline not shown"));
    }
    if let Some(unchanged) = run.hidden.unchanged {
        parts.push(format!("{unchanged} on unchanged lines not shown"));
    }
    if !run.failures.is_empty() {
        let files = counted(run.failures.len(), "file");
        parts.push(format!("{files} could not be checked"));
    }
    parts.join("; ")
}
