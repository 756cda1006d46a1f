//! The manual of a rule on a terminal, and all manuals as one Markdown file.

use super::fold::folded;
use super::wrap::wrapped;
use crate::rules::{FAMILIES, Reference, Rule, manual_lines, of_health, profiles, sources};
use crate::source::PartOf;
use std::fmt::Write as _;
use std::io::{self, Write};

/// What stands before every line of an example.
const INDENT: &str = "    ";

/// Writes the manual of `rule` as plain text.
pub fn write(rule: &Rule, width: usize, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "{} ({}, {})",
        rule.name,
        rule.severity.name(),
        rule.family
    )?;
    writeln!(out)?;
    let mut after_code = false;
    for part in parts(rule.manual) {
        // Two examples in a row would read as one.
        if after_code && matches!(part, Part::Code { .. }) {
            writeln!(out, "    --------\n")?;
        }
        after_code = matches!(part, Part::Code { .. });
        match part {
            Part::Heading(title) => writeln!(out, "{}", title.to_uppercase())?,
            Part::Paragraph(text) => write_lines(&wrapped(&text, width, "", ""), out)?,
            Part::Item(text) => write_lines(&wrapped(&text, width, "- ", "  "), out)?,
            Part::Code { info, lines } => {
                let lines = if info == "toml,config" {
                    let lines = lines.into_iter().map(str::to_owned);
                    std::iter::once("# facetdoc.toml".to_owned())
                        .chain(lines)
                        .collect()
                } else {
                    folded(&lines, width.saturating_sub(INDENT.len()))
                };
                for line in lines {
                    writeln!(out, "{}", format!("{INDENT}{line}").trim_end())?;
                }
                writeln!(out)?;
            }
        }
    }
    if !rule.standard.is_empty() {
        writeln!(out, "STANDARD")?;
        write_lines(&wrapped(rule.standard, width, "", ""), out)?;
    }
    let sources = sources(rule);
    if !sources.is_empty() {
        writeln!(out, "SOURCES")?;
        for source in sources {
            for line in wrapped(&cited(source), width, "- ", "  ") {
                writeln!(out, "{line}")?;
            }
        }
        writeln!(out)?;
    }
    writeln!(out, "Since version {}.", rule.since)
}

/// A source of a clinical rule; one that nobody has read against the rule's data yet says so.
fn cited(source: &Reference) -> String {
    let state = if source.verified {
        ""
    } else {
        " (not verified yet)"
    };
    format!("{source}{state}")
}

fn write_lines(lines: &[String], out: &mut dyn Write) -> io::Result<()> {
    for line in lines {
        writeln!(out, "{line}")?;
    }
    writeln!(out)
}

/// A piece of a manual.
enum Part<'a> {
    Heading(&'a str),
    Paragraph(String),
    Item(String),
    /// A fenced example; `info` is what the fence says of it.
    Code {
        info: &'a str,
        lines: Vec<&'a str>,
    },
}

/// The pieces of a manual: headings, paragraphs, list items and fenced examples are all that manuals use.
fn parts(manual: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut fence: Option<(&str, &str, Vec<&str>)> = None;
    let mut open = false;
    for line in manual_lines(manual) {
        if let Some((mark, info, mut lines)) = fence.take() {
            if line == mark {
                parts.push(Part::Code { info, lines });
            } else {
                lines.push(line);
                fence = Some((mark, info, lines));
            }
            continue;
        }
        let ticks = line.len() - line.trim_start_matches('`').len();
        if ticks >= 3 {
            fence = Some((line.part(..ticks), line.part(ticks..).trim(), Vec::new()));
            open = false;
        } else if let Some(title) = line.strip_prefix("## ") {
            parts.push(Part::Heading(title));
            open = false;
        } else if let Some(text) = line.strip_prefix("- ") {
            parts.push(Part::Item(text.to_owned()));
            open = true;
        } else if line.trim().is_empty() {
            open = false;
        } else {
            match parts.last_mut() {
                Some(Part::Paragraph(text) | Part::Item(text)) if open => {
                    text.push(' ');
                    text.push_str(line.trim());
                }
                _ => parts.push(Part::Paragraph(line.trim().to_owned())),
            }
            open = true;
        }
    }
    parts
}

/// All manuals as one Markdown file: `src/rules/README.md`.
pub fn all_manuals() -> String {
    let mut text = String::from(
        "<!-- Made from the rules' doc comments; FACETDOC_UPDATE=1 cargo test renews it. -->\n\n# Rules\n\n",
    );
    for family in FAMILIES {
        let _ = writeln!(text, "- {} (`{}`)", family.title, family.name);
        for rule in family.rules {
            let _ = writeln!(text, "  - [{0}](#{0}): {1}", rule.name, rule.summary);
        }
    }
    for family in FAMILIES {
        let _ = writeln!(text, "\n## {}", family.title);
        for rule in family.rules {
            push_manual(rule, &mut text);
        }
    }
    text.push_str(
        "\n## Profiles\n\nWhere standards disagree, a profile decides: `profile = \"nhs\"` in `facetdoc.toml`, else \
         `us` for the region US, `nhs` for GB, `neutral` for all others. `[standards]` in `facetdoc.toml` changes one of \
         them, by the key in brackets.\n\n",
    );
    text.push_str(&profiles());
    text.push_str("\n## Documents that have nothing to do with health\n\n");
    text.push_str(&of_health());
    text
}

/// The manual of `rule` in Markdown, without a title.
pub fn markdown(rule: &Rule) -> String {
    let lines: Vec<&str> = manual_lines(rule.manual).map(str::trim_end).collect();
    lines.join("\n")
}

/// The manual of `rule` with its name as title, in Markdown.
pub fn page(rule: &Rule) -> String {
    let mut text = String::new();
    push_manual(rule, &mut text);
    text.trim().to_owned() + "\n"
}

/// One rule's manual, its headings two levels down.
fn push_manual(rule: &Rule, text: &mut String) {
    let _ = writeln!(
        text,
        "\n### {}\n\nSeverity: {}. Since {}.",
        rule.name,
        rule.severity.name(),
        rule.since
    );
    if !rule.standard.is_empty() {
        let _ = writeln!(text, "\nStandard: {}", rule.standard);
    }
    text.push('\n');
    let mut fence: Option<&str> = None;
    for line in manual_lines(rule.manual).map(str::trim_end) {
        let ticks = line.part(..line.len() - line.trim_start_matches('`').len());
        match fence {
            Some(mark) if line == mark => fence = None,
            None if ticks.len() >= 3 => fence = Some(ticks),
            _ => {}
        }
        match line.strip_prefix("## ") {
            Some(title) if fence.is_none() => {
                let _ = writeln!(text, "#### {title}");
            }
            _ => {
                let _ = writeln!(text, "{line}");
            }
        }
    }
    let sources = sources(rule);
    if !sources.is_empty() {
        text.push_str("\n#### Sources\n\n");
        for source in sources {
            let _ = writeln!(text, "- {}", cited(source));
        }
    }
}
