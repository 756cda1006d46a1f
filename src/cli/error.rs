//! Why a command could not do its work at all; what went wrong with one file is a `Failure` and does not stop the rest.

use super::refusal::refusal;
use crate::article::Problem;
use crate::report::Failure;
use crate::source::Source;
use std::fmt;
use std::io;

/// A command that stopped.
#[derive(Debug)]
pub enum Error {
    /// `explain` was asked for a rule that does not exist.
    UnknownRule {
        /// The name as typed.
        name: String,
        /// The name that may have been meant.
        nearest: Option<&'static str>,
    },
    /// `--stdin-filename` without `-`.
    StdinFilenameAlone,
    /// `man` was asked for a command that does not exist.
    UnknownCommand(String),
    /// Standard input named as an article and as a list.
    StdinTwice,
    /// `--watch` with standard input.
    WatchStdin,
    /// Files cannot be watched, for this reason.
    Watch(String),
    /// A list of articles cannot be used.
    FileList {
        /// Its path.
        file: String,
        /// Why.
        why: String,
    },
    /// `-o` for more than one result.
    SeveralOutputs,
    /// `--lines` without `-o`.
    LinesWithoutOutput,
    /// A format, as typed, that is no answer to a record.
    NoJson(&'static str),
    /// A record of files where standard output has the result.
    RecordWithoutFiles,
    /// A record that would take the place of another file.
    RecordInTheWay {
        /// The record's path.
        file: String,
        /// What else is or would be there.
        other: &'static str,
    },
    /// `--suggestions` without `--fix` or `--diff`.
    SuggestionsAlone,
    /// A report asked for where standard output has the fixed text or the diff.
    TwoResults,
    /// An option, as typed, that a text message has no use for.
    IdleInMessage(&'static str),
    /// An option about formats that are not made.
    OptionWithoutFormat {
        /// The option.
        option: &'static str,
        /// What it is about: "the PDF".
        about: &'static str,
    },
    /// `--booklet` in large print.
    LargePrintBooklet,
    /// `--booklet` where the PDF goes to standard output.
    BookletToStdout,
    /// `SOURCE_DATE_EPOCH` is not a number of seconds.
    SourceDateEpoch(String),
    /// A configuration, pack or font cannot be read.
    Unreadable {
        /// Its path.
        file: String,
        /// Why.
        why: String,
    },
    /// A configuration or pack has mistakes, which were shown.
    Mistakes {
        /// Its path.
        file: String,
        /// How many: "2 mistakes".
        count: String,
        /// The file and the mistakes in it.
        shown: Box<(Source, Vec<Problem>)>,
    },
    /// A file that would be overwritten.
    Exists(String),
    /// `new` cannot make what it was asked for, for this reason.
    NewArticle(String),
    /// A file of facetdoc's own cannot be written.
    Unwritable {
        /// Its path.
        file: String,
        /// Why.
        why: String,
    },
    /// A report would overwrite something else of the run.
    TargetTaken {
        /// Its path.
        file: String,
        /// What stands there.
        by: &'static str,
    },
    /// What git was asked for cannot be had.
    Git(String),
    /// Standard output or standard error could not be written.
    Write(io::Error),
}

impl Error {
    /// What it says of a file, for reports: each mistake with its line, or all of it.
    pub(super) fn failures(&self) -> Vec<Failure> {
        let failure = |file: &str, message: String| Failure {
            file: file.to_owned(),
            message,
        };
        match self {
            Self::Mistakes { file, shown, .. } => {
                let (source, problems) = &**shown;
                let told = problems.iter().map(|problem| {
                    let line = source.line(problem.span.start());
                    let help = problem.help.iter().map(|help| format!("; {help}"));
                    let help: String = help.collect();
                    failure(file, format!("line {line}: {}{help}", problem.message))
                });
                told.collect()
            }
            Self::Unreadable { file, why } => vec![failure(file, why.clone())],
            other => vec![failure("facetdoc", other.to_string())],
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownRule {
                name,
                nearest: Some(nearest),
            } => write!(
                out,
                "there is no rule called '{name}'; did you mean '{nearest}'?"
            ),
            Self::UnknownRule {
                name,
                nearest: None,
            } => write!(
                out,
                "there is no rule called '{name}'; see 'facetdoc rules'"
            ),
            Self::StdinFilenameAlone => out
                .write_str("--stdin-filename names standard input; add - to the paths to read it"),
            Self::UnknownCommand(name) => write!(
                out,
                "there is no command called '{name}'; see 'facetdoc help'"
            ),
            Self::StdinTwice => out.write_str(
                "standard input is either an article or the list of --files-from, not both",
            ),
            Self::WatchStdin => out.write_str(
                "--watch needs files that can change; standard input is read once",
            ),
            Self::Watch(why) => write!(out, "files cannot be watched: {why}"),
            Self::FileList { file, why } => write!(out, "--files-from {file}: {why}"),
            Self::SeveralOutputs => out.write_str(
                "-o takes one article and one format, such as --pdf; --json --lines takes more articles",
            ),
            Self::LinesWithoutOutput => out.write_str(
                "--lines puts the articles of these paths into one file; name it with -o FILE, or use -o - for standard output",
            ),
            Self::NoJson(option) => write!(
                out,
                "without a path, --lines answers each line of standard input with JSON; leave out {option}"
            ),
            Self::RecordWithoutFiles => out.write_str(
                "--manifest and --depfile tell what became of files; on standard output there is none",
            ),
            Self::RecordInTheWay { file, other } => {
                write!(out, "{file}: this is {other}; the manifest and the depfile need names of their own")
            }
            Self::SuggestionsAlone => {
                out.write_str("--suggestions says what --fix or --diff does; add one of them")
            }
            Self::TwoResults => out.write_str(
                "--diff and the fixed text of standard input take the place of --format; use --report FORMAT=FILE",
            ),
            Self::OptionWithoutFormat { option, about } => {
                write!(
                    out,
                    "{option} is about {about}, which is not among the formats"
                )
            }
            Self::IdleInMessage(option) => write!(
                out,
                "{option} does nothing to a text message, which holds only the red flags; leave it out"
            ),
            Self::LargePrintBooklet => out.write_str(
                "a booklet has small type and cannot be in large print; leave out --booklet or --large-print",
            ),
            Self::BookletToStdout => out.write_str(
                "--booklet writes a second file beside the PDF, so that the PDF needs a file, too: -o FILE",
            ),
            Self::SourceDateEpoch(value) => write!(
                out,
                "SOURCE_DATE_EPOCH is {value:?}; it must be a number of seconds since 1970"
            ),
            Self::Unreadable { file, why } => write!(out, "{file}: {why}"),
            Self::Mistakes { file, count, .. } => {
                write!(out, "{file} cannot be used because of {count}")
            }
            Self::Exists(file) => {
                write!(out, "{file} is there already; --force writes over it")
            }
            Self::NewArticle(why) => out.write_str(why),
            Self::Unwritable { file, why } => write!(out, "{file}: cannot be written: {why}"),
            Self::TargetTaken { file, by } => {
                write!(out, "--report cannot write to {file}: it is {by}; name another file")
            }
            Self::Git(why) => write!(out, "--changed: {why}"),
            Self::Write(error) => write!(out, "cannot write the result: {}", refusal(error)),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Write(error) => Some(error),
            Self::UnknownRule { .. }
            | Self::StdinFilenameAlone
            | Self::UnknownCommand(_)
            | Self::StdinTwice
            | Self::WatchStdin
            | Self::Watch(_)
            | Self::FileList { .. }
            | Self::SeveralOutputs
            | Self::LinesWithoutOutput
            | Self::NoJson(_)
            | Self::RecordWithoutFiles
            | Self::RecordInTheWay { .. }
            | Self::SuggestionsAlone
            | Self::TwoResults
            | Self::IdleInMessage(_)
            | Self::OptionWithoutFormat { .. }
            | Self::LargePrintBooklet
            | Self::BookletToStdout
            | Self::Unreadable { .. }
            | Self::Mistakes { .. }
            | Self::Exists(_)
            | Self::NewArticle(_)
            | Self::Unwritable { .. }
            | Self::TargetTaken { .. }
            | Self::Git(_)
            | Self::SourceDateEpoch(_) => None,
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}
