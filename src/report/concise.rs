//! A line for each finding: for logs, `grep` and editors that jump to `file:line:column`.

use super::text::Options;
use super::{Run, defused, one_line, text, visible};
use std::io::{self, Write};

/// Writes `file:line:column: severity[rule] message` for each finding that is shown, by article, then by position.
pub fn write_findings(run: &Run, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    for file in &run.flagged {
        let name = visible(file.source.name());
        for finding in file
            .findings
            .iter()
            .filter(|finding| options.shows(finding.severity))
        {
            let place = file.source.position(finding.span.start());
            let line = format!(
                "{name}:{}:{}: {}[{}] {}",
                place.line,
                place.column,
                finding.severity.name(),
                finding.rule.name,
                one_line(&finding.message)
            );
            writeln!(out, "{}", defused(&line))?;
        }
    }
    Ok(())
}

/// Writes the findings, then the summary, unless only what fails is wanted.
pub fn write(run: &Run, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    write_findings(run, options, out)?;
    if options.only_from.is_some() || run.checked == 0 {
        return Ok(());
    }
    writeln!(out, "{}", text::summary(run, options))
}
