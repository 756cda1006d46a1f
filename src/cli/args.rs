//! What can be typed. The doc comments are the help, the man page and the completions.

#![expect(
    clippy::doc_markdown,
    reason = "the help is plain text; backticks would be shown"
)]

use crate::article::Date;
use crate::check::Selector;
use crate::diagnostic::Severity;
use crate::handout::Paper;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Checks health articles for patients and makes handouts of them
///
/// facetdoc reads an article as its editor writes it (Markdown, or text pasted from a web page), finds what could harm or
/// mislead a reader, and turns the article into a handout: JSON, plain text and an accessible PDF.
///
/// It changes an article only where you ask for it, with check --fix, and never uses the network.
#[derive(Debug, Parser)]
#[command(
    name = "facetdoc",
    version,
    after_help = "Examples:
  facetdoc check article.md       what is wrong with this article?
  facetdoc export article.md      make its handouts, in the folder exports
  facetdoc check                  check every article in the folder source",
    after_long_help = "Examples:
  facetdoc check article.md       what is wrong with this article?
  facetdoc export article.md      make its handouts, in the folder exports
  facetdoc check                  check every article in the folder source

Exit status:
  0  the work is done and nothing is wrong
  1  something is wrong with an article (see --fail-on), or an export was refused for that reason
  2  the work could not be done: a file that cannot be read, a wrong option, a failed write

Environment:
  NO_COLOR           no colours, whatever its value
  SOURCE_DATE_EPOCH  the day of the check in seconds since 1970, where --today is not given"
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Find what is wrong with articles
    ///
    /// Each finding names the rule, shows the line with a mark under the place, and says what to do. The most serious come
    /// first. Nothing is changed, unless --fix is given.
    #[command(after_help = "Examples:
  facetdoc check article.md
  facetdoc check articles/ --fail-on warning
  facetdoc check --select red-flags,urgency-conflict article.md
  facetdoc check --format json articles/ > findings.json
  facetdoc check --diff article.md
  facetdoc check - < article.md")]
    Check(CheckArgs),

    /// Check articles, then make handouts of them
    ///
    /// An article with errors gets no handout: its findings are shown instead. --force makes one all the same and marks
    /// every page as a draft. Without --json, --text, --pdf or --all, all three are made.
    ///
    /// A handout is named after its article (asthma.md gives asthma.pdf); folders below a folder that you name are
    /// kept. A file that would not change is left as it is.
    #[command(after_help = "Examples:
  facetdoc export article.md
  facetdoc export articles/ --pdf --output-dir handouts
  facetdoc export article.md --pdf -o leaflet.pdf
  facetdoc export article.md --text -o -")]
    Export(ExportArgs),

    /// Show how an article was understood: its sections, what each is for, its questions
    ///
    /// Use it when a finding surprises you: it shows which lines count as the warning signs, the disclaimer or the
    /// questions, and which lines of pasted text were read as headings and list items.
    #[command(after_help = "Examples:
  facetdoc outline article.md
  facetdoc outline pasted.txt --format json")]
    Outline(OutlineArgs),

    /// Measure how hard articles are to read: a row a section, and what to change first
    ///
    /// Grades are school grades: SMOG and Flesch-Kincaid, counted on complete sentences only. They tell where to look, not
    /// whether a text is clear. The sentences and words that cost the grade most are listed with their lines.
    #[command(after_help = "Examples:
  facetdoc stats article.md
  facetdoc stats --worst-first article.md
  facetdoc stats articles/ --format json")]
    Stats(StatsArgs),

    /// List every rule, a line each
    #[command(after_help = "Examples:
  facetdoc rules
  facetdoc rules --format json")]
    Rules(RulesArgs),

    /// Print the manual of a rule: why it matters, what it flags, what is better
    #[command(after_help = "Example:
  facetdoc explain urgency-conflict")]
    Explain(ExplainArgs),

    /// Work on topic packs: what articles on a topic are expected to say
    #[command(subcommand)]
    Pack(PackCommand),

    /// Print completions for a shell
    #[command(after_help = "Examples:
  facetdoc completions bash > ~/.local/share/bash-completion/completions/facetdoc
  facetdoc completions fish > ~/.config/fish/completions/facetdoc.fish")]
    Completions(CompletionsArgs),

    /// Print the manual page
    #[command(after_help = "Example:
  facetdoc man > facetdoc.1")]
    Man,
}

/// Which articles to read, and how.
#[derive(Debug, Args)]
pub struct InputArgs {
    /// Articles, folders of articles, or - for standard input [default: the folder source, else this folder]
    ///
    /// Files that end in .md, .markdown or .txt are read. A folder is searched with all folders in it, without hidden
    /// files, what .gitignore leaves out, and the folder exports.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// The name under which standard input is reported; ending in .txt, it is read as pasted text
    #[arg(long, value_name = "NAME")]
    pub stdin_filename: Option<String>,

    /// Refuse files of more than this many bytes
    #[arg(long, value_name = "N", default_value_t = 10_000_000,
          value_parser = clap::value_parser!(u64).range(1..=1_000_000_000))]
    pub max_bytes: u64,

    /// Articles to work on at the same time [default: as many as there are processors]
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
}

/// When to colour.
#[derive(Debug, Args)]
pub struct ColorArgs {
    /// When to use colours
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub color: Color,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The day of the check.
#[derive(Debug, Args)]
pub struct TodayArgs {
    /// The day that review dates are compared with [default: SOURCE_DATE_EPOCH, else today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<Date>,
}

fn day(text: &str) -> Result<Date, String> {
    Date::from_iso(text)
        .filter(|date| date.day.is_some() && date.to_iso() == text)
        .ok_or_else(|| "a day that exists is written like 2026-11-23".to_owned())
}

/// Which configuration.
#[derive(Debug, Args)]
pub struct ConfigArgs {
    /// Use this configuration for every article [default: facetdoc.toml in the article's folder or one above it]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,

    /// Use no configuration
    #[arg(long, conflicts_with = "config")]
    pub isolated: bool,
}

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

    /// How to show the findings
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,

    /// The least severe finding that makes the exit status 1
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t = FailOn::Error)]
    pub fail_on: FailOn,

    /// Show only the findings of these rules or families, separated by commas
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub select: Vec<Selector>,

    /// Leave out the findings of these rules or families, separated by commas
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub ignore: Vec<Selector>,

    /// Show matters of style (info), too; the JSON report always has them
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

    /// Colours.
    #[command(flatten)]
    pub color: ColorArgs,

    /// The day.
    #[command(flatten)]
    pub today: TodayArgs,
}

/// How findings and outlines are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people
    Text,
    /// For programs
    Json,
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

/// `facetdoc export`
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the command line"
)]
pub struct ExportArgs {
    /// Which articles.
    #[command(flatten)]
    pub input: InputArgs,

    /// Which configuration.
    #[command(flatten)]
    pub config: ConfigArgs,

    /// Make the article as JSON, for other programs
    #[arg(long)]
    pub json: bool,

    /// Make the handout as plain text
    #[arg(long)]
    pub text: bool,

    /// Make the handout as PDF
    #[arg(long)]
    pub pdf: bool,

    /// Make every format
    #[arg(long)]
    pub all: bool,

    /// The folder for the handouts; it is made if it is missing
    #[arg(long, value_name = "DIR", default_value = "exports")]
    pub output_dir: PathBuf,

    /// Write to this file, or to standard output for -; takes one article and one format
    #[arg(short, long, value_name = "FILE", conflicts_with = "output_dir")]
    pub output: Option<PathBuf>,

    /// Make handouts of articles with errors, too, marked as drafts
    #[arg(long)]
    pub force: bool,

    /// The paper of the PDF [default: letter or A4, by the article's region]
    #[arg(long, value_enum)]
    pub paper: Option<PaperSize>,

    /// Colours.
    #[command(flatten)]
    pub color: ColorArgs,

    /// The day.
    #[command(flatten)]
    pub today: TodayArgs,
}

/// The paper of the PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PaperSize {
    /// 210 by 297 mm
    A4,
    /// 8.5 by 11 inches
    Letter,
}

impl From<PaperSize> for Paper {
    fn from(size: PaperSize) -> Self {
        match size {
            PaperSize::A4 => Self::A4,
            PaperSize::Letter => Self::Letter,
        }
    }
}

/// `facetdoc outline`
#[derive(Debug, Args)]
pub struct OutlineArgs {
    /// Which articles.
    #[command(flatten)]
    pub input: InputArgs,

    /// How to show the outline
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,
}

/// `facetdoc stats`
#[derive(Debug, Args)]
pub struct StatsArgs {
    /// Which articles.
    #[command(flatten)]
    pub input: InputArgs,

    /// Which configuration.
    #[command(flatten)]
    pub config: ConfigArgs,

    /// How to show the figures
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,

    /// Show the hardest sections first, not in reading order
    #[arg(long)]
    pub worst_first: bool,
}

/// `facetdoc rules`
#[derive(Debug, Args)]
pub struct RulesArgs {
    /// How to show the rules
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,
}

/// `facetdoc explain`
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The rule's name, as findings and facetdoc rules show it
    #[arg(value_name = "RULE")]
    pub rule: String,
}

/// `facetdoc completions`
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// `facetdoc pack`
#[derive(Debug, Subcommand)]
pub enum PackCommand {
    /// Find what is wrong with a topic pack of your own
    ///
    /// Each mistake is shown at its line: a wrong key, an unknown source, a pattern that would match everywhere, an
    /// example that is missing or does not come out as it says, a sign-off for another text.
    #[command(after_help = "Example:
  facetdoc pack check knee-pain.toml")]
    Check(PackCheckArgs),
}

/// `facetdoc pack check`
#[derive(Debug, Args)]
pub struct PackCheckArgs {
    /// The packs
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,

    /// Colours.
    #[command(flatten)]
    pub color: ColorArgs,
}
