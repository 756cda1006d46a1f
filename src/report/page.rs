//! One finding as a person sees it: what is wrong, the lines with a mark under each place, what to do.

use super::excerpt::{Excerpt, excerpt, shortened};
use super::order::Block;
use super::text::Options;
use super::wrap::wrapped;
use super::{counted, visible};
use crate::article::Problem;
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::source::{Source, Span};
use anstyle::{AnsiColor, Style};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Other places that are shown of one finding; JSON has them all.
const PLACES_MAX: usize = 24;
/// Further findings of one rule that are told on lines of their own.
const FURTHER_MAX: usize = 8;
/// Further findings after those that are listed by the words at their place; JSON has them all.
const LISTED_MAX: usize = 60;

const MESSAGE: Style = Style::new().bold();
const GUTTER: Style = AnsiColor::Blue.on_default().bold();
const HELP: Style = AnsiColor::Cyan.on_default().bold();

fn severity_style(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::Red.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default().bold(),
        Severity::Info => AnsiColor::Cyan.on_default().bold(),
    }
}

/// One article as it is reported on.
pub(super) struct Page<'a> {
    /// The article as it was read.
    pub source: &'a Source,
    /// How the report is set.
    pub options: &'a Options,
    /// Whether matters of style are told without their lines, so that a long report stays readable.
    pub is_brief: bool,
}

/// A place of a finding, with what is said of it.
struct Place<'a> {
    span: Span,
    message: Option<&'a str>,
    style: Style,
    mark: &'static str,
}

impl Page<'_> {
    /// Writes a block: its first finding, and its others in the same way if they are errors, else in a line or two each.
    ///
    /// In a brief report a place that is among `known` is not shown again: much that an article lacks is missed at its title.
    pub(super) fn write_block(
        &self,
        block: &Block<'_>,
        known: &mut BTreeSet<Span>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let first = block.first;
        let is_new = known.insert(first.span) || !first.labels.is_empty();
        let shows_lines = match first.severity {
            Severity::Error => true,
            Severity::Warning => is_new || !self.is_brief,
            Severity::Info => !self.is_brief,
        };
        let is_short = first.severity < Severity::Error;
        let further: &[&Diagnostic] = if is_short { &block.others } else { &[] };
        let gutter = self.write_finding(first, first.help.as_deref(), shows_lines, out)?;
        self.write_further(first, further, gutter, out)?;
        writeln!(out)?;
        if !is_short {
            for other in &block.others {
                let help = other.help.as_deref().filter(|_| other.help != first.help);
                self.write_finding(other, help, true, out)?;
                writeln!(out)?;
            }
        }
        Ok(())
    }

    /// Writes a finding with or without the lines of its places; the columns of its line numbers.
    fn write_finding(
        &self,
        finding: &Diagnostic,
        help: Option<&str>,
        shows_lines: bool,
        out: &mut dyn Write,
    ) -> io::Result<usize> {
        let most = if shows_lines { PLACES_MAX } else { 0 };
        let shown = finding.labels.len().min(most);
        let (labels, hidden) = finding.labels.split_at(shown);
        let places = places(finding, labels);
        let gutter = self.gutter(&places);
        let tag = format!("{}[{}]", finding.severity.name(), finding.rule.name);
        self.write_title(&tag, finding.severity, &finding.message, out)?;
        self.write_origin(finding.span, gutter, out)?;
        let more = if shows_lines {
            self.write_places(&places, gutter, out)?;
            self.more_places(hidden)
        } else {
            self.lines_of(hidden)
        };
        if let Some(more) = more {
            self.write_note("also", &more, gutter, out)?;
        }
        if let Some(help) = help {
            self.write_note("help", help, gutter, out)?;
        }
        Ok(gutter)
    }

    /// `   = also: line 28: ...`, a note for each further finding.
    fn write_further(
        &self,
        first: &Diagnostic,
        further: &[&Diagnostic],
        gutter: usize,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let (told, named) = further.split_at(further.len().min(FURTHER_MAX));
        for other in told {
            self.write_note("also", &self.in_short(first, other, gutter), gutter, out)?;
        }
        if named.is_empty() {
            return Ok(());
        }
        let (listed, hidden) = named.split_at(named.len().min(LISTED_MAX));
        let words: Vec<String> = listed.iter().map(|other| self.in_a_word(other)).collect();
        let mut more = format!("{} more: {}", named.len(), words.join(", "));
        if !hidden.is_empty() {
            more.push_str(", and others; --format json has them all");
        }
        self.write_note("also", &more, gutter, out)
    }

    /// `"words at the place" (28)`, with the line.
    fn in_a_word(&self, finding: &Diagnostic) -> String {
        let line = self.source.line(finding.span.start());
        let words = self.source.slice(finding.span).lines().next().unwrap_or("");
        format!("\"{}\" ({line})", shortened(words.trim(), 0))
    }

    /// The lines on which `spans` start, in order, each once.
    fn lines(&self, spans: impl Iterator<Item = Span>) -> Vec<usize> {
        let mut lines: Vec<usize> = spans.map(|span| self.source.line(span.start())).collect();
        lines.sort_unstable();
        lines.dedup();
        lines
    }

    /// The lines of places that are named only.
    fn lines_of(&self, labels: &[Label]) -> Option<String> {
        let lines = self.lines(labels.iter().map(|label| label.span));
        (!lines.is_empty()).then(|| on_lines(&lines))
    }

    /// The line of a finding with its message, or with the words at its place where the message is that of `first`.
    fn in_short(&self, first: &Diagnostic, other: &Diagnostic, gutter: usize) -> String {
        let line = self.source.line(other.span.start());
        let mut others = self.lines(other.labels.iter().map(|label| label.span));
        others.retain(|labelled| *labelled != line);
        let compare = if others.is_empty() {
            String::new()
        } else {
            format!(" (see {})", on_lines(&others))
        };
        if other.message != first.message {
            return format!("line {line}: {}{compare}", other.message);
        }
        let lead = format!(" = also: line {line}: \"\"{compare}").len();
        let room = self.options.width.saturating_sub(lead + gutter);
        let words = self.source.slice(other.span).lines().next().unwrap_or("");
        format!(
            "line {line}: \"{}\"{compare}",
            shortened(words.trim(), room)
        )
    }

    /// A mistake in a file that is no article: `error: message`, with its place.
    pub(super) fn write_problem(&self, problem: &Problem, out: &mut dyn Write) -> io::Result<()> {
        let places = [Place {
            span: problem.span,
            message: None,
            style: severity_style(Severity::Error),
            mark: "^",
        }];
        let gutter = self.gutter(&places);
        self.write_title("error", Severity::Error, &problem.message, out)?;
        self.write_origin(problem.span, gutter, out)?;
        self.write_places(&places, gutter, out)?;
        if let Some(help) = &problem.help {
            self.write_note("help", help, gutter, out)?;
        }
        writeln!(out)
    }

    /// `error[rule]: message`.
    fn write_title(
        &self,
        tag: &str,
        severity: Severity,
        message: &str,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let text = format!("{tag}: {message}");
        let mut lines = wrapped(&text, self.options.width, "", "    ").into_iter();
        // The tag holds no space, so that it is never broken.
        let first = lines.next().unwrap_or_default();
        let rest = first.strip_prefix(tag).unwrap_or(&first);
        let tag = self.paint(severity_style(severity), tag);
        writeln!(out, "{tag}{}", self.paint(MESSAGE, rest))?;
        for line in lines {
            writeln!(out, "{}", self.paint(MESSAGE, &line))?;
        }
        Ok(())
    }

    /// `  --> file:line:column`.
    fn write_origin(&self, span: Span, gutter: usize, out: &mut dyn Write) -> io::Result<()> {
        let place = self.source.position(span.start());
        let name = visible(self.source.name());
        let arrow = self.paint(GUTTER, &format!("{:gutter$}-->", ""));
        writeln!(out, "{arrow} {name}:{}:{}", place.line, place.column)
    }

    fn write_places(
        &self,
        places: &[Place<'_>],
        gutter: usize,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let bar = self.paint(GUTTER, &format!("{:gutter$} |", ""));
        writeln!(out, "{bar}")?;
        let mut before: Option<usize> = None;
        for place in places {
            let shown = excerpt(self.source, place.span, self.text_width(gutter));
            if before.is_some_and(|line| shown.line > line + 1) {
                writeln!(out, "{}", self.paint(GUTTER, "..."))?;
            }
            before = Some(shown.line);
            let number = self.paint(GUTTER, &format!("{:>gutter$} |", shown.line));
            writeln!(out, "{number} {}", shown.text.trim_end())?;
            for line in self.mark_lines(place, &shown, gutter) {
                writeln!(out, "{bar} {}", self.paint(place.style, &line))?;
            }
        }
        Ok(())
    }

    /// The line of carets under an excerpt with what is said of the place: beside it where that fits, else below.
    fn mark_lines(&self, place: &Place<'_>, shown: &Excerpt, gutter: usize) -> Vec<String> {
        let width = self.text_width(gutter);
        let carets = " ".repeat(shown.before) + &place.mark.repeat(shown.marked);
        let message = match (place.message, shown.last_line) {
            (Some(message), Some(last)) => format!("{message} (to line {last})"),
            (Some(message), None) => message.to_owned(),
            (None, Some(last)) => format!("to line {last}"),
            (None, None) => return vec![carets],
        };
        let beside = wrapped(&message, usize::MAX, &format!("{carets} "), "");
        if let [line] = beside.as_slice()
            && textwrap::core::display_width(line) <= width
        {
            return beside;
        }
        let indent = " ".repeat(shown.before.min(width / 2));
        let mut lines = vec![carets];
        lines.extend(wrapped(&message, width, &indent, &indent));
        lines
    }

    /// `   = help: ...`.
    fn write_note(
        &self,
        label: &str,
        text: &str,
        gutter: usize,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let lead = format!("{:gutter$} = {label}: ", "");
        let indent = " ".repeat(lead.len());
        let lines = wrapped(text, self.options.width, &lead, &indent);
        for (index, line) in lines.iter().enumerate() {
            match line.strip_prefix(&lead).filter(|_| index == 0) {
                Some(rest) => writeln!(out, "{}{rest}", self.paint(HELP, &lead))?,
                None => writeln!(out, "{line}")?,
            }
        }
        Ok(())
    }

    /// The lines of places that are not shown.
    fn more_places(&self, hidden: &[Label]) -> Option<String> {
        let last = hidden.last()?;
        let first = hidden.first()?;
        Some(format!(
            "{} between line {} and line {}; --format json has them all",
            counted(hidden.len(), "more place"),
            self.source.line(first.span.start()),
            self.source.line(last.span.start())
        ))
    }

    /// The digits of the highest line number.
    fn gutter(&self, places: &[Place<'_>]) -> usize {
        let lines = places
            .iter()
            .map(|place| self.source.line(place.span.start()));
        lines.max().unwrap_or(1).to_string().len()
    }

    /// The columns that are left for text beside the line numbers.
    fn text_width(&self, gutter: usize) -> usize {
        self.options.width.saturating_sub(gutter + 3).max(20)
    }

    pub(super) fn paint(&self, style: Style, text: &str) -> String {
        if self.options.colour && !text.is_empty() {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }
}

/// The finding's own place and `labels`, by position; what is said of the finding's own place stands with it.
fn places<'a>(finding: &'a Diagnostic, labels: &'a [Label]) -> Vec<Place<'a>> {
    let own = labels.iter().find(|label| label.span == finding.span);
    let mut places = vec![Place {
        span: finding.span,
        message: own.and_then(said),
        style: severity_style(finding.severity),
        mark: "^",
    }];
    let others = labels.iter().filter(|label| own != Some(*label));
    places.extend(others.map(|label| Place {
        span: label.span,
        message: said(label),
        style: GUTTER,
        mark: "-",
    }));
    places.sort_by_key(|place| place.span);
    places
}

/// `line 3`, `lines 3, 5 and 9`.
fn on_lines(lines: &[usize]) -> String {
    let named: Vec<String> = lines.iter().map(usize::to_string).collect();
    match named.split_last() {
        Some((last, [])) => format!("line {last}"),
        Some((last, before)) => format!("lines {} and {last}", before.join(", ")),
        None => String::new(),
    }
}

fn said(label: &Label) -> Option<&str> {
    Some(label.message.as_str()).filter(|text| !text.is_empty())
}
