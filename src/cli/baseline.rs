//! The file of known findings: reads it, writes it, and tells which of its entries match nothing any more.

use super::args::CheckArgs;
use super::examine::Entries;
use super::input::{Input, Origin};
use super::{Error, terminal, write};
use crate::baseline::{Baseline, Entry};
use crate::check::Selection;
use crate::report::counted;
use crate::rules;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

/// Entries without a match that are named.
const NAMED_MAX: usize = 10;

/// A larger file is no baseline: a million findings have about as many bytes.
const BYTES_MAX: u64 = 200_000_000;

/// The known findings of a run, and what becomes of their file.
#[derive(Debug)]
pub(super) struct Known {
    /// The file as it was typed.
    path: PathBuf,
    /// The file's folder, which the names of articles are relative to.
    folder: PathBuf,
    baseline: Baseline,
    task: Task,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Task {
    /// Findings that it knows are left out.
    Read,
    /// So they are, and entries without a match are taken out.
    Prune,
    /// Every finding becomes known.
    Write,
}

impl Known {
    /// What `args` ask for.
    pub(super) fn load(args: &CheckArgs) -> Result<Option<Self>, Error> {
        let adopt = &args.adopt;
        let (path, task) = match (&adopt.baseline, &adopt.write_baseline) {
            (Some(path), _) if adopt.prune_baseline => (path, Task::Prune),
            (Some(path), _) => (path, Task::Read),
            (None, Some(path)) => (path, Task::Write),
            (None, None) => return Ok(None),
        };
        if task == Task::Write {
            check_target(path)?;
        }
        let baseline = match read(path) {
            Ok(text) => {
                Baseline::parse(&text).map_err(|error| unreadable(path, &error.to_string()))?
            }
            Err(error) if error.kind() == ErrorKind::NotFound && task == Task::Write => {
                Baseline::default()
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let why = "there is no such file; make it with --write-baseline";
                return Err(unreadable(path, why));
            }
            Err(error) if error.kind() == ErrorKind::InvalidData => {
                return Err(unreadable(path, "not a baseline: it is not UTF-8"));
            }
            Err(error) => return Err(unreadable(path, &super::refusal::refusal(&error))),
        };
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or_else(|| Path::new("."));
        Ok(Some(Self {
            path: path.clone(),
            folder: folder
                .canonicalize()
                .unwrap_or_else(|_| folder.to_path_buf()),
            baseline,
            task,
        }))
    }

    /// The name of an article in the file: its path from the file's folder, wherever facetdoc is run.
    pub(super) fn name_of(&self, input: &Input) -> String {
        match &input.origin {
            Origin::File(path) => {
                let path = path.canonicalize().unwrap_or_else(|_| path.clone());
                from(&self.folder, &path)
            }
            Origin::Stdin => input.name.clone(),
        }
    }

    /// Whether a finding of the article of that name is left out.
    pub(super) fn knows(&self, article: &str, entry: &Entry) -> bool {
        self.task == Task::Write || self.baseline.knows(article, entry)
    }

    /// Does to the file what is asked for, once all articles were looked at; `found` has every finding in them.
    pub(super) fn settle(
        &self,
        found: Entries,
        selection: &Selection,
        quiet: bool,
    ) -> Result<(), Error> {
        let is_looked_at = |article: &str, entry: &Entry| {
            let selected = rules::find(&entry.rule).is_none_or(|rule| selection.keeps(rule));
            if found.contains_key(article) {
                selected
            } else {
                !self.folder.join(article).exists()
            }
        };
        let mut kept = Baseline::default();
        let mut stale: Vec<(&str, &Entry)> = Vec::new();
        for (article, entries) in &self.baseline.articles {
            let here = found.get(article);
            for entry in entries {
                if here.is_some_and(|here| here.contains(entry)) || !is_looked_at(article, entry) {
                    let known = kept.articles.entry(article.clone()).or_default();
                    known.insert(entry.clone());
                } else {
                    stale.push((article, entry));
                }
            }
        }
        match self.task {
            Task::Read => {
                if !quiet {
                    self.tell_stale(&stale);
                }
                Ok(())
            }
            Task::Prune => {
                self.write(&kept)?;
                self.tell(&format!("{} taken out", counted_entries(stale.len())));
                Ok(())
            }
            Task::Write => {
                let number: usize = found.values().map(BTreeSet::len).sum();
                let articles = found.values().filter(|entries| !entries.is_empty()).count();
                for (article, entries) in found {
                    kept.articles.entry(article).or_default().extend(entries);
                }
                self.write(&kept)?;
                self.tell(&format!(
                    "{} in {} written; leave them out with --baseline",
                    counted(number, "finding"),
                    counted(articles, "article")
                ));
                Ok(())
            }
        }
    }

    fn tell_stale(&self, stale: &[(&str, &Entry)]) {
        if stale.is_empty() {
            return;
        }
        let match_word = if stale.len() == 1 { "matches" } else { "match" };
        self.tell(&format!(
            "{} {match_word} nothing any more; --prune-baseline takes them out",
            counted_entries(stale.len())
        ));
        for (article, entry) in stale.iter().take(NAMED_MAX) {
            terminal::note(&format!("  {article}: {}: {}", entry.rule, entry.text));
        }
        if stale.len() > NAMED_MAX {
            terminal::note(&format!("  and {} more", stale.len() - NAMED_MAX));
        }
    }

    fn tell(&self, what: &str) {
        terminal::note(&format!("{}: {what}", self.path.display()));
    }

    fn write(&self, baseline: &Baseline) -> Result<(), Error> {
        write::write_file(&self.path, baseline.to_json().as_bytes())
            .map(|_| ())
            .map_err(|error| Error::Unwritable {
                file: self.path.display().to_string(),
                why: super::refusal::refusal(&error),
            })
    }
}

/// Refuses what no baseline can be kept in.
fn check_target(path: &Path) -> Result<(), Error> {
    if path.as_os_str() == "-" {
        let why = "a baseline is read and written again, so that it needs a file: --write-baseline known.json";
        return Err(unreadable(path, why));
    }
    let is_other = fs::metadata(path).is_ok_and(|meta| !meta.is_file() && !meta.is_dir());
    if is_other {
        return Err(unreadable(path, "no plain file; a baseline needs one"));
    }
    Ok(())
}

/// The text of the file at `path`.
fn read(path: &Path) -> io::Result<String> {
    let bytes = super::read::at_most(File::open(path)?, BYTES_MAX)?;
    String::from_utf8(bytes).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))
}

fn counted_entries(number: usize) -> String {
    match number {
        1 => "1 entry".to_owned(),
        number => format!("{number} entries"),
    }
}

fn unreadable(path: &Path, why: &str) -> Error {
    Error::Unreadable {
        file: path.display().to_string(),
        why: why.to_owned(),
    }
}

/// The way from `folder` to `path`, both without links, with `/` between folders.
fn from(folder: &Path, path: &Path) -> String {
    let folder: Vec<Component<'_>> = folder.components().collect();
    let path: Vec<Component<'_>> = path.components().collect();
    let shared = folder.iter().zip(&path).take_while(|(a, b)| a == b).count();
    let up = folder.iter().skip(shared).map(|_| "..".to_owned());
    let down = path
        .iter()
        .skip(shared)
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_relative_to_the_folder_of_the_file() {
        for (path, name) in [
            ("/a/b/c.md", "c.md"),
            ("/a/b/d/c.md", "d/c.md"),
            ("/a/c.md", "../c.md"),
            ("/x/c.md", "../../x/c.md"),
        ] {
            assert_eq!(from(Path::new("/a/b"), Path::new(path)), name);
        }
    }
}
