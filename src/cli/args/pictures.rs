//! Where pictures may come from.

use super::About;
use clap::Args;
use std::path::PathBuf;

/// Where pictures may come from.
#[derive(Debug, Args)]
pub struct PictureArgs {
    /// Take pictures from this folder, too, and from those in it [default: only from the article's own]
    ///
    /// A picture whose address starts with / is then looked for in this folder as well. Can be given several times.
    /// Pictures on the web are never fetched: their text stands in their place.
    #[arg(long, value_name = "DIR")]
    pub pictures_from: Vec<PathBuf>,
}

impl PictureArgs {
    /// The options that were given, each with what it is about.
    pub fn given(&self) -> Vec<(&'static str, About)> {
        if self.pictures_from.is_empty() {
            return Vec::new();
        }
        vec![("--pictures-from", About::Pictures)]
    }
}
