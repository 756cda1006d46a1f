//! What `lsp` takes.

use super::{ConfigArgs, TodayArgs};
use clap::Args;

/// `facetdoc lsp`
#[derive(Debug, Args)]
pub struct LspArgs {
    /// Which configuration.
    #[command(flatten)]
    pub config: ConfigArgs,

    /// The day.
    #[command(flatten)]
    pub today: TodayArgs,

    /// Speak over standard input and output; there is no other way, but some editors add this
    #[arg(long, hide = true)]
    pub stdio: bool,
}
