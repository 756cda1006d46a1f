//! What can be typed. The doc comments are the help, the man page and the completions.

#![expect(
    clippy::doc_markdown,
    reason = "the help is plain text; backticks would be shown"
)]

mod check;
mod data;
mod export;
mod font;
mod handout;
mod import;
mod lsp;
mod man;
mod pictures;
mod report;
mod setup;
mod shared;
mod text;
mod watch;

pub use check::{CheckArgs, FailOn};
pub use data::DataArgs;
pub use export::ExportArgs;
pub use font::FontArgs;
pub use handout::{About, HandoutArgs};
pub use import::ImportArgs;
pub use lsp::LspArgs;
pub use man::ManArgs;
pub use pictures::PictureArgs;
pub use report::{AdoptArgs, CheckFormat, ReportArgs, ReportFile};
pub use setup::{InitArgs, NewArgs, SettingsArgs};
pub use shared::{Color, ColorArgs, ConfigArgs, InputArgs, ReportFormat, TodayArgs};
pub use watch::WatchArgs;

use clap::{Args, Parser, Subcommand};
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
  NO_COLOR           no colours, unless it is empty
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
  facetdoc check articles/ --report html=review.html --report sarif=findings.sarif
  facetdoc check articles/ --write-baseline baseline.json
  facetdoc check articles/ --baseline baseline.json --changed=origin/main
  facetdoc check --diff article.md
  facetdoc check - < article.md
  facetdoc check --lines < records.jsonl > answers.jsonl")]
    Check(CheckArgs),

    /// Check articles, then make handouts of them
    ///
    /// An article with errors gets no handout: its findings are shown instead. --force makes one all the same and marks
    /// every page as a draft. Without a format, those that facetdoc.toml names are made, else JSON, text and PDF; --all makes
    /// a web page and schema.org data, too.
    ///
    /// A handout is named after its article (asthma.md gives asthma.pdf); folders below a folder that you name are
    /// kept. A file that would not change is left as it is.
    #[command(after_help = "Examples:
  facetdoc export article.md
  facetdoc export articles/ --pdf --output-dir handouts
  facetdoc export article.md --pdf -o leaflet.pdf
  facetdoc export article.md --pdf --condensed --questions 4
  facetdoc export article.md --text -o -
  facetdoc export article.md --text --text-profile sms -o -
  facetdoc export articles/ --json --lines -o articles.jsonl
  facetdoc export --json --lines < records.jsonl > answers.jsonl")]
    Export(ExportArgs),

    /// Write a web page or pasted text as clean Markdown
    ///
    /// The article of the page is kept; menus, banners, comments and forms are left out. What was left out, guessed or
    /// changed is told on standard error, each with its line, so that nothing is lost unseen.
    #[command(after_help = "Examples:
  facetdoc import page.html -o article.md
  facetdoc import pasted.txt > article.md
  curl https://example.org/page | facetdoc import - --stdin-filename page.html")]
    Import(ImportArgs),

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

    /// Write a facetdoc.toml to start from, with every setting explained
    ///
    /// Everything in it is commented out, so that it changes nothing until you take a # away. A file that is there is never
    /// overwritten without --force. The schema beside it lets editors complete and check the keys.
    #[command(after_help = "Examples:
  facetdoc init
  facetdoc init articles/")]
    Init(InitArgs),

    /// Write a new article from the template of its kind, with every part that it needs
    ///
    /// What is still to be written stands in square brackets, and facetdoc check names each place until it is replaced:
    /// nothing can be published by mistake.
    #[command(after_help = "Examples:
  facetdoc new \"Steroid injection in the knee\" --kind procedure --region GB
  facetdoc new \"Dolor de espalda\" --kind condition --lang es -o espalda.md")]
    New(NewArgs),

    /// Show the settings of an article and where each comes from
    ///
    /// Front matter is stronger than the command line (--set), which is stronger than facetdoc.toml, which is stronger than
    /// the profile and facetdoc's own defaults.
    #[command(after_help = "Examples:
  facetdoc config article.md
  facetdoc config articles/ --format json
  facetdoc config --schema > facetdoc.schema.json")]
    Config(SettingsArgs),

    /// Work on topic packs: what articles on a topic are expected to say
    #[command(subcommand)]
    Pack(PackCommand),

    /// Show findings in an editor while you write (a language server)
    ///
    /// Your editor starts it and speaks with it over standard input and output. It shows findings as you type, offers
    /// edits for those that can be mended and comments that silence a rule with a reason, and shows the manual of a rule and
    /// how hard a section is to read. The README tells how to set up VS Code, Neovim, Helix and Zed.
    #[command(after_help = "Example:
  facetdoc lsp                    for the settings of your editor, not to be typed")]
    Lsp(LspArgs),

    /// Print completions for a shell
    #[command(after_help = "Examples:
  facetdoc completions bash > ~/.local/share/bash-completion/completions/facetdoc
  facetdoc completions fish > ~/.config/fish/completions/facetdoc.fish")]
    Completions(CompletionsArgs),

    /// Print the manual pages
    #[command(after_help = "Examples:
  facetdoc man > facetdoc.1
  facetdoc man check > facetdoc-check.1
  facetdoc man --output-dir /usr/local/share/man/man1")]
    Man(ManArgs),
}

/// `facetdoc outline`
#[derive(Debug, Args)]
pub struct OutlineArgs {
    /// Which articles.
    #[command(flatten)]
    pub input: InputArgs,

    /// Which configuration.
    #[command(flatten)]
    pub config: ConfigArgs,

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
