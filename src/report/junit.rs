//! `JUnit`'s test report: an article is a suite, a rule that it breaks a test, and an article without findings one that passes.

use super::path::relative;
use super::xml::{escaped, escaped_lines};
use super::{Failure, Flagged, Run};
use crate::diagnostic::Diagnostic;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes the report, matters of style only with `all`.
///
/// A test fails if a finding of its rule fails the run; findings that do not are told in its output.
pub fn write(run: &Run, all: bool, out: &mut dyn Write) -> io::Result<()> {
    let suites: Vec<Suite<'_>> = run
        .flagged
        .iter()
        .map(|file| Suite::of(run, file, all))
        .collect();
    let tests: usize = suites.iter().map(|suite| suite.cases.len().max(1)).sum();
    let failures: usize = suites.iter().map(Suite::failures).sum();
    let errors = run.failures.len();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<testsuites name=\"facetdoc\" tests=\"{}\" failures=\"{failures}\" errors=\"{errors}\" time=\"0\">",
        tests + run.clean.len() + errors
    )?;
    for suite in &suites {
        suite.write(out)?;
    }
    for name in &run.clean {
        write_clean(&relative(run, name), out)?;
    }
    for failure in &run.failures {
        write_failure(run, failure, out)?;
    }
    writeln!(out, "</testsuites>")
}

/// An article with the rules that it breaks.
struct Suite<'a> {
    file: &'a Flagged,
    name: String,
    cases: Vec<Case<'a>>,
}

/// A rule with its findings in one article, the severest first; never none.
struct Case<'a> {
    findings: Vec<&'a Diagnostic>,
    fails: bool,
}

impl<'a> Suite<'a> {
    fn of(run: &Run, file: &'a Flagged, all: bool) -> Self {
        let mut by_rule: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
        for finding in file.shown(all) {
            by_rule.entry(finding.rule.name).or_default().push(finding);
        }
        let fails = |finding: &Diagnostic| {
            let from = run.end.fails_from;
            from.is_some_and(|least| finding.severity >= least)
        };
        let cases = by_rule.into_values().map(|mut findings| {
            findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
            Case {
                fails: findings.iter().any(|finding| fails(finding)),
                findings,
            }
        });
        let mut suite = Self {
            file,
            name: escaped(&relative(run, file.source.name())),
            cases: cases.collect(),
        };
        let first = |case: &Case<'_>| case.findings.iter().map(|found| found.span).min();
        suite.cases.sort_by_key(first);
        suite
    }

    fn failures(&self) -> usize {
        self.cases.iter().filter(|case| case.fails).count()
    }

    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.cases.is_empty() {
            return write_clean_named(&self.name, out);
        }
        write_suite(&self.name, self.cases.len(), self.failures(), 0, out)?;
        for case in &self.cases {
            self.write_case(case, out)?;
        }
        writeln!(out, "  </testsuite>")
    }

    fn write_case(&self, case: &Case<'_>, out: &mut dyn Write) -> io::Result<()> {
        let Some(first) = case.findings.first() else {
            return Ok(());
        };
        let name = &self.name;
        writeln!(
            out,
            "    <testcase name=\"{}\" classname=\"{name}\" file=\"{name}\" line=\"{}\" time=\"0\">",
            first.rule.name,
            self.file.source.line(first.span.start())
        )?;
        let told: Vec<String> = case.findings.iter().map(|found| self.told(found)).collect();
        let told = told.join("\n");
        if case.fails {
            let others = match case.findings.len() {
                1 => String::new(),
                number => format!(" (and {} more)", number - 1),
            };
            let message = format!("{}{others}", first.message);
            writeln!(
                out,
                "      <failure type=\"{}\" message=\"{}\">{told}</failure>",
                first.severity.name(),
                escaped(&super::one_line(&message))
            )?;
        } else {
            writeln!(out, "      <system-out>{told}</system-out>")?;
        }
        writeln!(out, "    </testcase>")
    }

    /// A finding in full: its place, what is wrong, the other places, what to do.
    fn told(&self, finding: &Diagnostic) -> String {
        let source = &self.file.source;
        let place = source.position(finding.span.start());
        let mut told = format!(
            "{}:{}:{}: {}: {}",
            self.name,
            place.line,
            place.column,
            finding.severity.name(),
            escaped_lines(&finding.message)
        );
        for label in &finding.labels {
            let line = source.line(label.span.start());
            told.push_str("\n  line ");
            told.push_str(&line.to_string());
            told.push_str(": ");
            told.push_str(&escaped_lines(&label.message));
        }
        if let Some(help) = &finding.help {
            told.push_str("\n  ");
            told.push_str(&escaped_lines(help));
        }
        told
    }
}

fn write_suite(
    name: &str,
    tests: usize,
    failures: usize,
    errors: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(
        out,
        "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" time=\"0\">"
    )
}

fn write_clean(name: &str, out: &mut dyn Write) -> io::Result<()> {
    write_clean_named(&escaped(name), out)
}

fn write_clean_named(name: &str, out: &mut dyn Write) -> io::Result<()> {
    write_suite(name, 1, 0, 0, out)?;
    writeln!(
        out,
        "    <testcase name=\"no findings\" classname=\"{name}\" file=\"{name}\" time=\"0\"/>"
    )?;
    writeln!(out, "  </testsuite>")
}

fn write_failure(run: &Run, failure: &Failure, out: &mut dyn Write) -> io::Result<()> {
    let name = escaped(&relative(run, &failure.file));
    let message = escaped(&super::one_line(&failure.message));
    write_suite(&name, 1, 0, 1, out)?;
    writeln!(
        out,
        "    <testcase name=\"can be checked\" classname=\"{name}\" file=\"{name}\" time=\"0\">\n      \
         <error type=\"failure\" message=\"{message}\"/>\n    </testcase>\n  </testsuite>"
    )
}
