//! Checkstyle's report, which many tools read.

use super::path::relative;
use super::xml::escaped;
use super::{Run, one_line};
use std::io::{self, Write};

/// Writes the findings, matters of style only with `all`; columns count code points.
pub fn write(run: &Run, all: bool, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<checkstyle version=\"4.3\">")?;
    for file in &run.flagged {
        writeln!(
            out,
            "  <file name=\"{}\">",
            escaped(&relative(run, file.source.name()))
        )?;
        for finding in file.shown(all) {
            let place = file.source.position(finding.span.start());
            writeln!(
                out,
                "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"facetdoc.{}\"/>",
                place.line,
                place.column,
                finding.severity.name(),
                escaped(&one_line(&finding.message)),
                finding.rule.name
            )?;
        }
        writeln!(out, "  </file>")?;
    }
    for failure in &run.failures {
        writeln!(
            out,
            "  <file name=\"{}\">\n    <error line=\"1\" severity=\"error\" message=\"{}\" source=\"facetdoc\"/>\n  </file>",
            escaped(&relative(run, &failure.file)),
            escaped(&one_line(&failure.message))
        )?;
    }
    writeln!(out, "</checkstyle>")
}
