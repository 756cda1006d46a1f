//! The files that the search of a folder leaves out: those of `exclude` in a configuration, and of `--exclude`.

use super::args::ConfigArgs;
use super::input::displayed;
use super::{config, layers};
use crate::config::file::{self, Files};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Patterns with the folder that they are relative to, which has no links in it.
type Patterns = Vec<(PathBuf, Files)>;

/// What is left out, with the configurations that were looked at for it.
#[derive(Debug)]
pub(super) struct Excluded<'a> {
    args: &'a ConfigArgs,
    typed: Patterns,
    by_folder: BTreeMap<PathBuf, Option<PathBuf>>,
    by_file: BTreeMap<PathBuf, Patterns>,
}

impl<'a> Excluded<'a> {
    /// What the configurations of `args` and the patterns `typed` leave out.
    pub(super) fn new(args: &'a ConfigArgs, typed: &[String]) -> Self {
        let here = Path::new(".").canonicalize().unwrap_or_default();
        // Each was tried when it was read.
        let typed = file::files(typed).unwrap_or_default();
        Self {
            args,
            typed: vec![(here, typed)],
            by_folder: BTreeMap::new(),
            by_file: BTreeMap::new(),
        }
    }

    /// Whether the file at `path` is left out. A configuration with mistakes leaves out what it can; it is told elsewhere.
    pub(super) fn has(&mut self, path: &Path) -> bool {
        let folder = path.parent().filter(|one| !one.as_os_str().is_empty());
        let folder = folder.unwrap_or_else(|| Path::new("."));
        let folder = folder.canonicalize();
        let (Ok(folder), Some(name)) = (folder, path.file_name()) else {
            return false;
        };
        let whole = folder.join(name);
        let args = self.args;
        let found = self.by_folder.entry(folder);
        let found = found.or_insert_with_key(|folder| config::file_for(args, folder));
        let of_file = found.clone().map(|file| {
            let read = self.by_file.entry(file);
            read.or_insert_with_key(|file| layers::excluded(file))
        });
        let of_file = of_file.map_or(&[][..], |patterns| patterns.as_slice());
        let mut patterns = self.typed.iter().chain(of_file);
        patterns.any(|(folder, files)| {
            let below = whole.strip_prefix(folder);
            below.is_ok_and(|below| files.has(&displayed(below)))
        })
    }
}
