//! Findings for people: what is wrong, the line with a mark under the place, what to do, and a summary.

use super::excerpt::{Excerpt, excerpt};
use super::wrap::wrapped;
use super::{Run, counted, visible};
use crate::article::Problem;
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::source::{Source, Span};
use anstyle::{AnsiColor, Style};
use std::cmp::Reverse;
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
}

/// Other places that are shown of one finding; JSON has them all.
const PLACES_MAX: usize = 24;

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

/// Writes the findings of `run`, then the summary.
pub fn write(run: &Run, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    write_findings(run, options, out)?;
    for line in wrapped(&summary(run, options), options.width, "", "") {
        writeln!(out, "{line}")?;
    }
    // Of equally severe findings the first.
    let shown = run.findings().filter(|finding| is_shown(finding, options));
    if let Some(example) = shown.min_by_key(|finding| Reverse(finding.severity)) {
        writeln!(
            out,
            "To learn about a rule: facetdoc explain {}",
            example.rule.name
        )?;
    }
    Ok(())
}

/// Writes the findings of `run` and nothing else.
pub fn write_findings(run: &Run, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    for file in &run.flagged {
        for finding in &file.findings {
            if is_shown(finding, options) {
                let page = Page {
                    source: &file.source,
                    options,
                };
                page.write_finding(finding, out)?;
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
    let page = Page { source, options };
    let mut written = problems.iter();
    written.try_for_each(|problem| page.write_problem(problem, out))
}

fn is_shown(finding: &Diagnostic, options: &Options) -> bool {
    finding.severity > Severity::Info || options.all
}

/// `2 errors, 3 warnings in 1 of 4 articles`.
fn summary(run: &Run, options: &Options) -> String {
    let counts = run.counts();
    let shown = run
        .flagged
        .iter()
        .filter(|file| file.findings.iter().any(|one| is_shown(one, options)))
        .count();
    let mut found = vec![
        counted(counts.error, "error"),
        counted(counts.warning, "warning"),
    ];
    if options.all {
        found.push(format!("{} info", counts.info));
    }
    let articles = match (shown, run.checked) {
        (0, checked) => format!("in {}", counted(checked, "article")),
        (shown, checked) => format!("in {shown} of {}", counted(checked, "article")),
    };
    let mut parts = vec![format!("{} {articles}", found.join(", "))];
    if counts.info > 0 && !options.all {
        parts.push(format!("{} info not shown (see --all)", counts.info));
    }
    if !run.failures.is_empty() {
        let files = counted(run.failures.len(), "file");
        parts.push(format!("{files} could not be checked"));
    }
    parts.join("; ")
}

/// One article as it is reported on.
struct Page<'a> {
    source: &'a Source,
    options: &'a Options,
}

/// A place of a finding, with what is said of it.
struct Place<'a> {
    span: Span,
    message: Option<&'a str>,
    style: Style,
    mark: &'static str,
}

impl Page<'_> {
    fn write_finding(&self, finding: &Diagnostic, out: &mut dyn Write) -> io::Result<()> {
        let shown = finding.labels.len().min(PLACES_MAX);
        let (labels, hidden) = finding.labels.split_at(shown);
        let places = places(finding, labels);
        let gutter = self.gutter(&places);
        let tag = format!("{}[{}]", finding.severity.name(), finding.rule.name);
        self.write_title(&tag, finding.severity, &finding.message, out)?;
        self.write_origin(finding.span, gutter, out)?;
        self.write_places(&places, gutter, out)?;
        if let Some(more) = self.more_places(hidden) {
            self.write_note("also", &more, gutter, out)?;
        }
        if let Some(help) = &finding.help {
            self.write_note("help", help, gutter, out)?;
        }
        writeln!(out)
    }

    /// A mistake in a file that is no article: `error: message`, with its place.
    fn write_problem(&self, problem: &Problem, out: &mut dyn Write) -> io::Result<()> {
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

    fn paint(&self, style: Style, text: &str) -> String {
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

fn said(label: &Label) -> Option<&str> {
    Some(label.message.as_str()).filter(|text| !text.is_empty())
}
