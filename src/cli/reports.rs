//! The reports of a check: one on standard output, others in files.

use super::args::{CheckArgs, CheckFormat};
use super::input::{Inputs, Origin, displayed};
use super::write::place;
use super::{Error, Outcome, refusal, terminal, write};
use crate::diagnostic::Severity;
use crate::report::text::Options;
use crate::report::{
    self, Partly, Run, checkstyle, concise, github, gitlab, html, json, junit, rdjsonl, sarif,
    statistics, step_summary, text,
};
use crate::rules;
use std::collections::BTreeMap;
use std::env;
use std::fs::OpenOptions;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// The columns of a text report in a file.
const FILE_WIDTH: usize = 100;
/// Where GitHub reads the summary page of a job.
const STEP_SUMMARY: &str = "GITHUB_STEP_SUMMARY";

/// The folder that the run started in, with `/` between folders; "" where the system does not tell.
pub(super) fn root() -> String {
    env::current_dir().map_or_else(|_| String::new(), |folder| displayed(&folder))
}

/// Refuses reports that would overwrite each other, an article, or the baseline.
pub(super) fn check_targets(args: &CheckArgs, inputs: &Inputs) -> Result<(), Error> {
    let mut taken: BTreeMap<PathBuf, &'static str> = BTreeMap::new();
    for input in &inputs.found {
        if let Origin::File(path) = &input.origin {
            taken.insert(place(path), "one of the articles");
        }
    }
    let baselines = [&args.adopt.baseline, &args.adopt.write_baseline];
    for path in baselines.into_iter().flatten() {
        if let Some(by) = taken.insert(place(path), "the baseline") {
            return Err(taken_error(path, by));
        }
    }
    for report in &args.report.reports {
        if let Some(by) = taken.insert(place(&report.path), "another report") {
            return Err(taken_error(&report.path, by));
        }
    }
    Ok(())
}

fn taken_error(path: &Path, by: &'static str) -> Error {
    Error::TargetTaken {
        file: path.display().to_string(),
        by,
    }
}

/// Writes every report of `run`; the files first, so that a reader who stops early costs none of them.
///
/// The report of `--format` goes to standard output; if that `is_taken`, a text report goes to standard error.
pub(super) fn show(run: &Run, args: &CheckArgs, is_taken: bool) -> Result<Outcome, Error> {
    let outcome = write_files(run, args)?;
    if is_taken {
        terminal::print_aside(args.color.color, args.shows_style(), |options, out| {
            text::write(run, &with_quiet(args, options), out)
        })?;
    } else {
        print(run, args)?;
    }
    if args.report.statistics && (is_taken || !args.report.format.is_for_people()) {
        tell_statistics(run)?;
    }
    Ok(outcome)
}

/// Whether the report on each article can be written as soon as it is there, so that no finding is held longer: where only
/// standard output has a report, of a form that goes on from article to article, and nobody watches the bar beside it.
pub(super) fn can_tell_at_once(args: &CheckArgs) -> bool {
    let report = &args.report;
    let goes_on = match report.format {
        CheckFormat::Text | CheckFormat::Concise | CheckFormat::Jsonl => true,
        // A document that is begun must be ended, whatever becomes of the baseline.
        CheckFormat::Json => args.adopt.write_baseline.is_none(),
        CheckFormat::Sarif
        | CheckFormat::Github
        | CheckFormat::Gitlab
        | CheckFormat::Junit
        | CheckFormat::Checkstyle
        | CheckFormat::Rdjsonl
        | CheckFormat::Html => false,
    };
    goes_on && report.reports.is_empty() && !report.statistics && !io::stdout().is_terminal()
}

/// Writes the findings that `run`, on so many `files`, holds on standard output, where they can be told at once, and lets
/// them go.
pub(super) fn tell(run: &mut Run, args: &CheckArgs, files: usize) -> io::Result<()> {
    if run.flagged.is_empty() {
        return Ok(());
    }
    let options = with_quiet(args, &file_options(args));
    match args.report.format {
        CheckFormat::Jsonl => terminal::print_result(|out| json::write_lines(run, out))?,
        CheckFormat::Json => terminal::print_result(|out| {
            if run.told.is_none() {
                json::begin(files, out)?;
            }
            json::go_on(run, out)
        })?,
        format => terminal::print(args.color.color, args.shows_style(), |options, out| {
            let options = with_quiet(args, options);
            if format == CheckFormat::Concise {
                concise::write_findings(run, &options, out)
            } else {
                text::write_findings(run, &options, out)
            }
        })?,
    }
    let told = run.told.get_or_insert_default();
    for file in run.flagged.drain(..) {
        told.add(&file, &options);
    }
    Ok(())
}

fn tell_statistics(run: &Run) -> io::Result<()> {
    let mut made = Vec::new();
    statistics::write(run, &mut made)?;
    for line in String::from_utf8_lossy(&made).lines() {
        terminal::note(line);
    }
    Ok(())
}

/// Writes the reports that go to files.
pub(super) fn write_files(run: &Run, args: &CheckArgs) -> Result<Outcome, Error> {
    let mut outcome = Outcome::Clean;
    for report in &args.report.reports {
        let mut made = Vec::new();
        make(run, report.format, &file_options(args), &mut made)?;
        if let Err(error) = write_report(&report.path, &made) {
            let refused = refusal::refusal(&error);
            terminal::complain(&format!(
                "{}: cannot be written: {refused}",
                report.path.display()
            ));
            outcome = Outcome::Failed;
        }
    }
    let formats = args.report.reports.iter().map(|report| report.format);
    let mut formats = formats.chain([args.report.format]);
    if formats.any(|format| format == CheckFormat::Github) {
        outcome = outcome.max(append_summary(run, args));
    }
    Ok(outcome)
}

/// Prints the report of `--format`.
fn print(run: &Run, args: &CheckArgs) -> io::Result<()> {
    let format = args.report.format;
    if !format.is_for_people() {
        return terminal::print_result(|out| make(run, format, &file_options(args), out));
    }
    terminal::print(args.color.color, args.shows_style(), |options, out| {
        let options = with_quiet(args, options);
        make(run, format, &options, out)?;
        if args.report.statistics {
            writeln!(out)?;
            statistics::write(run, out)?;
        }
        Ok(())
    })
}

fn with_quiet(args: &CheckArgs, options: &Options) -> Options {
    Options {
        only_from: args.report.quiet.then(|| least_failing(args)),
        ..*options
    }
}

/// The least severe finding that can make the run fail; errors where none can.
fn least_failing(args: &CheckArgs) -> Severity {
    let failing = args.fail_on.severity().unwrap_or(Severity::Error);
    match args.adopt.max_warnings {
        Some(_) => failing.min(Severity::Warning),
        None => failing,
    }
}

/// How a report in a file, or one for programs, is set.
fn file_options(args: &CheckArgs) -> Options {
    Options {
        width: FILE_WIDTH,
        colour: false,
        all: args.shows_style(),
        only_from: None,
    }
}

fn make(run: &Run, format: CheckFormat, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    match format {
        CheckFormat::Text => text::write(run, options, out),
        CheckFormat::Concise => concise::write(run, options, out),
        CheckFormat::Json => json::write(run, out),
        CheckFormat::Jsonl => json::write_lines(run, out),
        CheckFormat::Sarif => sarif::write(run, options.all, out),
        CheckFormat::Github => github::write(run, options, out),
        CheckFormat::Gitlab => gitlab::write(run, options.all, out),
        CheckFormat::Junit => junit::write(run, options.all, out),
        CheckFormat::Checkstyle => checkstyle::write(run, options.all, out),
        CheckFormat::Rdjsonl => rdjsonl::write(run, options.all, out),
        CheckFormat::Html => html::write(run, options.all, out),
    }
}

fn write_report(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        write::create(folder)?;
    }
    write::write_file(path, bytes).map(|_| ())
}

/// Adds a table to the summary page of a GitHub job, where there is one.
fn append_summary(run: &Run, args: &CheckArgs) -> Outcome {
    let Some(path) = env::var_os(STEP_SUMMARY).filter(|path| !path.is_empty()) else {
        return Outcome::Clean;
    };
    let page = step_summary::markdown(run, &file_options(args));
    let file = OpenOptions::new().append(true).create(true).open(&path);
    let written = file.and_then(|mut file| file.write_all(page.as_bytes()));
    match written {
        Ok(()) => Outcome::Clean,
        Err(error) => {
            terminal::complain(&format!(
                "{STEP_SUMMARY}: {}: cannot be written: {}",
                Path::new(&path).display(),
                refusal::refusal(&error)
            ));
            Outcome::Failed
        }
    }
}

/// Tells which articles some rules cannot read.
pub(super) fn tell_partly(partly: &[Partly]) {
    let Some(first) = partly.first() else {
        return;
    };
    let Partly { file, lang, silent } = first;
    let more = match partly.len() - 1 {
        0 => String::new(),
        number => format!(" and {}", report::counted(number, "more article")),
    };
    let all = rules::all().count();
    terminal::note(&format!(
        "{silent} of {all} rules cannot read {file} (language {lang}){more}; --all says more"
    ));
}

/// Tells that there are more warnings than `--max-warnings` allows.
pub(super) fn tell_warnings(warnings: usize, most: usize) {
    let are = if warnings == 1 { "is" } else { "are" };
    terminal::note(&format!(
        "{} {are} more than --max-warnings {most} allows",
        report::counted(warnings, "warning")
    ));
}
