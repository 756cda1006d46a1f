//! What `man` takes.

use clap::Args;
use std::path::PathBuf;

/// `facetdoc man`
#[derive(Debug, Args)]
pub struct ManArgs {
    /// The command whose page is printed [default: one page with all of them]
    #[arg(value_name = "COMMAND")]
    pub command: Vec<String>,

    /// Write a page for facetdoc and for each command into this folder
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    pub output_dir: Option<PathBuf>,
}
