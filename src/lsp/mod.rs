//! The editor's server: findings, edits, manuals and the section tree as the Language Server Protocol wants them.
//!
//! Nothing here touches a file, a stream or a clock. [`Server`] takes messages and gives messages; what it must know of the
//! world outside it asks of a [`World`]; [`frame`] parts a stream into messages, [`Queue`] keeps those that wait.
//! Lines and columns are made here, as the editor counts them.

mod actions;
mod allow;
mod analysis;
mod client;
mod document;
mod faults;
mod findings;
mod folding;
mod hover;
mod place;
mod queue;
mod server;
mod symbols;
mod uri;

pub mod frame;

pub use analysis::Check;
pub use queue::{Queue, Step};
pub use server::{End, Server};

use crate::article::{Date, Problem};
use crate::config::Config;
use crate::source::Source;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the server asks of the world outside.
pub trait World {
    /// The configuration of an article at `path`; of one that is no file yet, for `None`.
    fn config(&mut self, path: Option<&Path>) -> Configured;

    /// Forgets every configuration that was read: a file has changed.
    fn forget(&mut self);

    /// The text of an editor as an article called `name`, whose ending says how it is written.
    fn source(&self, name: &str, text: &str) -> Source;

    /// The day that review dates are compared with.
    fn today(&self) -> Date;
}

/// A configuration as far as it can be used.
#[derive(Debug, Clone)]
pub struct Configured {
    /// The configuration; the default one where there is a fault.
    pub config: Arc<Config>,
    /// Why the team's own cannot be used.
    pub fault: Option<Fault>,
}

/// Why a configuration cannot be used.
#[derive(Debug, Clone)]
pub struct Fault {
    /// In one line.
    pub message: String,
    /// The file and the mistakes in it, where it could be read.
    pub mistakes: Option<(PathBuf, Source, Vec<Problem>)>,
}
