//! What `lsp` takes.

use super::{ConfigArgs, TodayArgs};
use clap::Args;
use std::path::PathBuf;

/// `facetdoc lsp`
#[derive(Debug, Args)]
pub struct LspArgs {
    /// Which configuration.
    #[command(flatten)]
    pub config: ConfigArgs,

    /// Write the manual of each rule into this folder, and link findings to it
    ///
    /// An editor that shows links opens the manual from the name of the rule. An address of your own, set in the editor as
    /// the option manualUrl, is stronger: https://example.org/rules#{rule}
    #[arg(long, value_name = "DIR")]
    pub manuals: Option<PathBuf>,

    /// The day.
    #[command(flatten)]
    pub today: TodayArgs,

    /// Speak over standard input and output; there is no other way, but some editors add this
    #[arg(long, hide = true)]
    pub stdio: bool,
}
