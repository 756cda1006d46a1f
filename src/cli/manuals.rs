//! The manuals of the rules as files, which an editor opens from the name of a rule.

use super::Error;
use super::init::{unwritten, write_new};
use super::write;
use crate::report::manual;
use crate::rules;
use std::path::{Path, PathBuf};

/// Writes a file for each rule into `folder`, which is made if it is missing; the folder without links.
pub(super) fn write(folder: &Path) -> Result<PathBuf, Error> {
    write::create(folder).map_err(|error| unwritten(folder, &error))?;
    for rule in rules::all() {
        let path = folder.join(rule.name).with_extension("md");
        write_new(&path, &manual::page(rule))?;
    }
    folder
        .canonicalize()
        .map_err(|error| unwritten(folder, &error))
}
