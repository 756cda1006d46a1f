//! What commands take that can run again by themselves.

use clap::Args;

/// Whether to run again.
#[derive(Debug, Args)]
pub struct WatchArgs {
    /// Run again whenever an article, a picture beside it, facetdoc.toml or a topic pack changes; Ctrl-C stops
    #[arg(long)]
    pub watch: bool,
}
