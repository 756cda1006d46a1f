//! What `export` takes.

use super::text::TextArgs;
use super::{
    ColorArgs, ConfigArgs, DataArgs, FontArgs, HandoutArgs, InputArgs, PictureArgs, TodayArgs,
    WatchArgs,
};
use clap::Args;
use std::path::PathBuf;

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

    /// Data.
    #[command(flatten)]
    pub data: DataArgs,

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

    /// Fonts.
    #[command(flatten)]
    pub font: FontArgs,

    /// Colours.
    #[command(flatten)]
    pub color: ColorArgs,

    /// The day.
    #[command(flatten)]
    pub today: TodayArgs,

    /// Whether to run again.
    #[command(flatten)]
    pub watch: WatchArgs,

    /// How the handout looks.
    #[command(flatten)]
    pub look: HandoutArgs,

    /// Where pictures may come from.
    #[command(flatten)]
    pub pictures: PictureArgs,

    /// About the plain text.
    #[command(flatten)]
    pub text_args: TextArgs,
}

impl ExportArgs {
    /// Whether standard input has articles as JSON lines.
    pub(in super::super) fn reads_records(&self) -> bool {
        let input = &self.input;
        let names_articles = !input.paths.is_empty() || input.files_from.is_some();
        self.data.lines && self.output.is_none() && !names_articles
    }
}
