//! What `import` takes.

use clap::Args;
use std::path::PathBuf;

/// `facetdoc import`
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// A web page (.html, .htm) or pasted text (.txt), or - for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// The name of standard input, whose ending tells what it is
    #[arg(long, value_name = "NAME")]
    pub stdin_filename: Option<String>,

    /// Write to this file [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Refuse files of more than this many bytes
    #[arg(long, value_name = "N", default_value_t = 5_000_000,
          value_parser = clap::value_parser!(u64).range(1..=1_000_000_000))]
    pub max_bytes: u64,
}
