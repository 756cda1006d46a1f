//! Workflow commands, which GitHub shows as annotations beside the changed lines, then the report for the log.
//!
//! GitHub shows 10 errors, 10 warnings and 10 notices of a step and drops the others without a word, so that the severest
//! come first and what is left out is told.

use super::path::relative;
use super::text::Options;
use super::{Run, concise, counted, defused, visible};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Source;
use std::io::{self, Write};

/// Annotations of one kind that GitHub shows of a step.
const SHOWN_MAX: usize = 10;

/// Writes the annotations, then every finding on a line and the summary.
pub fn write(run: &Run, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut hidden = 0;
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        let commands = commands(run, options, severity);
        // One notice is kept for what is left out.
        let room = SHOWN_MAX - usize::from(severity == Severity::Info);
        for command in commands.iter().take(room) {
            writeln!(out, "{command}")?;
        }
        hidden += commands.len().saturating_sub(room);
    }
    if hidden > 0 {
        writeln!(
            out,
            "::notice title=facetdoc::{} without an annotation, because GitHub shows {SHOWN_MAX} of a kind; \
             the log of this step has them all",
            counted(hidden, "more finding")
        )?;
    }
    concise::write(run, options, out)
}

/// The commands for what is of `severity`; an article that could not be checked comes before all errors.
fn commands(run: &Run, options: &Options, severity: Severity) -> Vec<String> {
    let is_error = severity == Severity::Error;
    let failures = run.failures.iter().filter(|_| is_error).map(|failure| {
        format!(
            "::error file={},title=facetdoc::{}",
            property(&relative(run, &failure.file)),
            data(&failure.message)
        )
    });
    let found = of(run, options, severity).map(|(source, finding)| command(run, source, finding));
    failures.chain(found).collect()
}

fn of<'a>(
    run: &'a Run,
    options: &Options,
    severity: Severity,
) -> impl Iterator<Item = (&'a Source, &'a Diagnostic)> {
    let is_shown = options.shows(severity);
    let files = run.flagged.iter().filter(move |_| is_shown);
    files.flat_map(move |file| {
        let findings = file.findings.iter();
        let of_this = findings.filter(move |finding| finding.severity == severity);
        of_this.map(|finding| (&file.source, finding))
    })
}

fn command(run: &Run, source: &Source, finding: &Diagnostic) -> String {
    let kind = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let start = source.position(finding.span.start());
    let end = source.position(finding.span.end());
    // Columns mean something on one line only.
    let columns = if start.line == end.line {
        format!(",col={},endColumn={}", start.column, end.column)
    } else {
        String::new()
    };
    let help = finding.help.as_deref().map(|help| format!("\n{help}"));
    let message = format!("{}{}", finding.message, help.unwrap_or_default());
    format!(
        "::{kind} file={},line={},endLine={}{columns},title={}::{}",
        property(&relative(run, source.name())),
        start.line,
        end.line,
        property(finding.rule.name),
        data(&message)
    )
}

/// The message of a command: one line that ends nowhere early.
fn data(text: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|line| defused(&visible(line)).into_owned())
        .collect();
    let text = lines.join("\n").replace('%', "%25").replace('\r', "%0D");
    text.replace('\n', "%0A")
}

/// The value of a property of a command.
fn property(text: &str) -> String {
    data(&visible(text)).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_the_text_ends_a_command() {
        assert_eq!(data("50% ::x\r\ny\rz"), "50%25 ::x%0Ay<U+000D>z");
        assert_eq!(data("##[x]"), "##<U+005B>x]");
        assert_eq!(property("a:b,c\nd%"), "a%3Ab%2Cc<U+000A>d%25");
    }
}
