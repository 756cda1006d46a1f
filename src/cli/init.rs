//! `facetdoc init`: a `facetdoc.toml` to start from, and its schema for editors.

use super::args::InitArgs;
use super::config::NAME;
use super::input::displayed;
use super::refusal::refusal;
use super::write::{self, Written, write_file};
use super::{Error, Outcome, settings, terminal};
use crate::template;
use std::fs;
use std::path::{Path, PathBuf};

/// What the schema beside a `facetdoc.toml` is called; the first line of the template names it.
const SCHEMA_NAME: &str = "facetdoc.schema.json";

pub(super) fn run(args: &InitArgs) -> Result<Outcome, Error> {
    let folder = args.dir.clone().unwrap_or_else(|| PathBuf::from("."));
    let files = [
        (folder.join(NAME), template::CONFIGURATION.to_owned()),
        (folder.join(SCHEMA_NAME), settings::schema()),
    ];
    if !args.force {
        let other = files.iter().find(|(path, text)| is_other(path, text));
        if let Some((path, _)) = other {
            return Err(Error::Exists(displayed(path)));
        }
    }
    if !folder.is_dir() {
        write::create(&folder).map_err(|error| unwritten(&folder, &error))?;
    }
    for (path, text) in &files {
        tell(path, write_new(path, text)?);
    }
    terminal::note("nothing is set yet: take the # away before what you want to change");
    Ok(Outcome::Clean)
}

/// Whether something else than `text` is at `path`.
fn is_other(path: &Path, text: &str) -> bool {
    path.symlink_metadata().is_ok() && fs::read(path).map_or(true, |there| there != text.as_bytes())
}

/// Writes `text` to the file at `path`.
pub(super) fn write_new(path: &Path, text: &str) -> Result<Written, Error> {
    write_file(path, text.as_bytes()).map_err(|error| unwritten(path, &error))
}

/// The error that `path` could not be written.
pub(super) fn unwritten(path: &Path, error: &std::io::Error) -> Error {
    Error::Unreadable {
        file: displayed(path),
        why: format!("cannot be written: {}", refusal(error)),
    }
}

/// Tells what became of the file at `path`.
pub(super) fn tell(path: &Path, written: Written) {
    let done = match written {
        Written::New => "wrote",
        Written::Unchanged => "unchanged",
    };
    terminal::note(&format!("{done} {}", displayed(path)));
}
