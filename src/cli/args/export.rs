//! What `export` takes.

use super::text::TextArgs;
use super::{ColorArgs, ConfigArgs, InputArgs, TodayArgs};
use crate::export::pdf;
use crate::handout::Paper;
use clap::{Args, ValueEnum};
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

    /// About the plain text.
    #[command(flatten)]
    pub text_args: TextArgs,

    /// Colours.
    #[command(flatten)]
    pub color: ColorArgs,

    /// The day.
    #[command(flatten)]
    pub today: TodayArgs,
}

impl ExportArgs {
    /// How the PDF is set.
    pub fn pdf_options(&self) -> pdf::Options {
        pdf::Options {
            paper: self.paper.map(Into::into),
        }
    }
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
