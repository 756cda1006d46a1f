//! How `check` reports, and which findings count.

use clap::{Args, ValueEnum};
use std::path::PathBuf;
use std::str::FromStr;

/// The reports of a run.
#[derive(Debug, Args)]
#[command(next_help_heading = "Reports")]
pub struct ReportArgs {
    /// How to show the findings
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,

    /// Write a report to a file, too; can be given several times, as --report sarif=findings.sarif
    ///
    /// The formats are those of --format. A folder that is missing is made. A file is written whole or not at all.
    #[arg(long = "report", value_name = "FORMAT=FILE")]
    pub reports: Vec<ReportFile>,

    /// Also show how often each rule was broken
    ///
    /// After a report for people it stands at the end, else on standard error.
    #[arg(long, conflicts_with = "diff")]
    pub statistics: bool,

    /// Show only the findings that fail (see --fail-on and --max-warnings), and no summary
    ///
    /// With --fail-on never, errors. Reports for programs are not changed.
    #[arg(short, long, conflicts_with = "diff")]
    pub quiet: bool,
}

/// Which findings of old articles count.
#[derive(Debug, Args)]
#[command(next_help_heading = "Old articles")]
pub struct AdoptArgs {
    /// Leave out the findings that this file knows, and count them in the summary
    ///
    /// A finding is known by its rule, the headings above it and its words, never by its line: text can move. A sentence
    /// that is changed gives a new finding. Entries that match nothing any more are told on standard error.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,

    /// Write all findings to this file, to be left out with --baseline from then on
    ///
    /// Entries of articles and rules that this run does not look at are kept.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "fix", "diff", "changed"])]
    pub write_baseline: Option<PathBuf>,

    /// Take the entries that match nothing any more out of the file of --baseline
    #[arg(long, requires = "baseline", conflicts_with_all = ["fix", "diff", "changed"])]
    pub prune_baseline: bool,

    /// Only findings on lines that git says changed since a revision, or compared with such a line [default: HEAD]
    ///
    /// Changed is what differs between the revision and the files as they are; files that git does not know are changed
    /// as a whole. What an article lacks, and places that no longer agree, are told if the change is the cause.
    #[arg(long, value_name = "REV", num_args = 0..=1, require_equals = true, default_missing_value = "HEAD",
          conflicts_with_all = ["fix", "diff"])]
    pub changed: Option<String>,

    /// Fail if there are more warnings than this, too
    #[arg(long, value_name = "N")]
    pub max_warnings: Option<usize>,
}

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people: the lines with a mark under each place
    Text,
    /// A line for each finding: file:line:column: severity[rule] message
    Concise,
    /// One JSON document, with every finding
    Json,
    /// A JSON object a line, with every finding
    Jsonl,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// GitHub workflow commands, and a table on the job's summary page
    Github,
    /// GitLab code quality
    Gitlab,
    /// JUnit test report
    Junit,
    /// Checkstyle
    Checkstyle,
    /// reviewdog diagnostics, a JSON object a line
    Rdjsonl,
    /// A page for reviewers: the articles as readers see them, with the findings in place
    Html,
}

impl CheckFormat {
    /// Whether it is made for people to read as it comes.
    pub fn is_for_people(self) -> bool {
        match self {
            Self::Text | Self::Concise => true,
            Self::Json
            | Self::Jsonl
            | Self::Sarif
            | Self::Github
            | Self::Gitlab
            | Self::Junit
            | Self::Checkstyle
            | Self::Rdjsonl
            | Self::Html => false,
        }
    }
}

/// A report to be written to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportFile {
    /// How.
    pub format: CheckFormat,
    /// Where.
    pub path: PathBuf,
}

impl FromStr for ReportFile {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let Some((name, path)) = text.split_once('=') else {
            return Err("write it as FORMAT=FILE, like sarif=findings.sarif".to_owned());
        };
        let Ok(format) = CheckFormat::from_str(name, false) else {
            let names: Vec<String> = CheckFormat::value_variants()
                .iter()
                .filter_map(CheckFormat::to_possible_value)
                .map(|value| value.get_name().to_owned())
                .collect();
            return Err(format!(
                "there is no format called '{name}'; the formats are {}",
                names.join(", ")
            ));
        };
        match path {
            "" => Err("the file is missing after =".to_owned()),
            "-" => Err(format!(
                "standard output takes the report of --format; use --format {name}"
            )),
            path => Ok(Self {
                format,
                path: PathBuf::from(path),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_names_its_format_and_its_file() {
        assert_eq!(
            "junit=a=b.xml".parse(),
            Ok(ReportFile {
                format: CheckFormat::Junit,
                path: PathBuf::from("a=b.xml"),
            })
        );
        for (text, word) in [
            ("out.sarif", "FORMAT=FILE"),
            ("sariff=a", "the formats are text, concise"),
            ("json=", "missing"),
            ("json=-", "--format json"),
        ] {
            let error = text.parse::<ReportFile>().unwrap_err();
            assert!(error.contains(word), "{error}");
        }
    }
}
