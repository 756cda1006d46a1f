//! What `config`, `init` and `new` take.

use super::{ConfigArgs, ReportFormat};
use clap::Args;
use std::path::PathBuf;

/// `facetdoc config`
#[derive(Debug, Args)]
pub struct SettingsArgs {
    /// The article, or the folder of articles [default: this folder]
    #[arg(value_name = "PATH")]
    pub path: Option<PathBuf>,

    /// Which configuration.
    #[command(flatten)]
    pub config: ConfigArgs,

    /// How to show the settings
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,

    /// Show every limit, too, those with facetdoc's own number included; the JSON always has them
    #[arg(long)]
    pub all: bool,

    /// Print the JSON Schema of facetdoc.toml, for editors
    #[arg(long, conflicts_with_all = ["path", "config", "isolated", "set", "format", "all"])]
    pub schema: bool,
}

/// `facetdoc init`
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The folder for facetdoc.toml [default: this folder]
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,

    /// Write over a facetdoc.toml that is there
    #[arg(long)]
    pub force: bool,
}

/// `facetdoc new`
#[derive(Debug, Args)]
pub struct NewArgs {
    /// The title of the article
    #[arg(value_name = "TITLE")]
    pub title: String,

    /// The kind of article: condition, procedure, medicine, exercise, article or a kind of your own [default: what
    /// facetdoc.toml says, else article]
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,

    /// The region whose emergency number and services are named, as two letters [default: what facetdoc.toml says, else
    /// US]
    #[arg(long, value_name = "CODE")]
    pub region: Option<String>,

    /// The language, such as en or es [default: what facetdoc.toml says, else en]
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,

    /// Write to this file, or to standard output for - [default: the title as a file name, in the folder source where
    /// there is one]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Which configuration.
    #[command(flatten)]
    pub config: ConfigArgs,

    /// Write over a file that is there
    #[arg(long)]
    pub force: bool,
}
