//! What `check` takes.

use super::{AdoptArgs, ColorArgs, ConfigArgs, InputArgs, ReportArgs, TodayArgs, WatchArgs};
use crate::check::Selector;
use crate::diagnostic::Severity;
use clap::{Args, ValueEnum};

/// `facetdoc check`
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the command line"
)]
pub struct CheckArgs {
    /// Which articles.
    #[command(flatten)]
    pub input: InputArgs,

    /// Which configuration.
    #[command(flatten)]
    pub config: ConfigArgs,

    /// The least severe finding that makes the exit status 1
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t = FailOn::Error)]
    pub fail_on: FailOn,

    /// Show only the findings of these rules or families, separated by commas
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub select: Vec<Selector>,

    /// Leave out the findings of these rules or families, separated by commas
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub ignore: Vec<Selector>,

    /// Show matters of style (info), too; json and jsonl always have them, and so has every report with --fail-on info
    #[arg(long)]
    pub all: bool,

    /// Mend what can be mended without a change of meaning, then report the rest
    ///
    /// Red flags, doses, numbers, ages and times are never changed so. The text from standard input is printed.
    #[arg(long)]
    pub fix: bool,

    /// With --fix or --diff: also make the edits that a person must look at afterwards
    #[arg(long)]
    pub suggestions: bool,

    /// Show what --fix would change, and write nothing
    #[arg(long)]
    pub diff: bool,

    /// Answer JSON lines on standard input, each an article, with a JSON line of its findings
    ///
    /// A record is {"id": ..., "text": ...}, with "format": markdown, text or html where the id does not end like the name of
    /// such a file. Each is answered in order, with id, findings and summary; one that cannot be worked on with id and error,
    /// and the run goes on. The configuration is that of this folder; overrides for a file hold for the record with its path
    /// as id. With --fail-on never the exit status is 0, whatever the answers.
    #[arg(long, conflicts_with_all = ["paths", "files_from", "stdin_filename", "fix", "suggestions", "diff", "watch", "all",
          "format", "reports", "statistics", "quiet", "baseline", "write_baseline", "changed"])]
    pub lines: bool,

    /// Colours.
    #[command(flatten)]
    pub color: ColorArgs,

    /// The day.
    #[command(flatten)]
    pub today: TodayArgs,

    /// Whether to run again.
    #[command(flatten)]
    pub watch: WatchArgs,

    /// How to report.
    #[command(flatten)]
    pub report: ReportArgs,

    /// Which findings count.
    #[command(flatten)]
    pub adopt: AdoptArgs,
}

impl CheckArgs {
    /// Whether matters of style are shown: where somebody asks for them, and where they make the run fail.
    pub fn shows_style(&self) -> bool {
        self.all || self.fail_on == FailOn::Info
    }
}

/// From which severity on the exit status is 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Errors
    Error,
    /// Errors and warnings
    Warning,
    /// Any finding
    Info,
    /// No finding
    Never,
}

impl FailOn {
    /// The least severity that fails; `None` if none does.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Info => Some(Severity::Info),
            Self::Never => None,
        }
    }
}
