//! Finds the articles that are asked for.

use super::args::{ConfigArgs, InputArgs};
use super::excluded::Excluded;
use super::read::{self, ReadError};
use super::{Error, file_list, terminal};
use crate::report::{Failure, counted};
use crate::source::Source;
use ignore::WalkBuilder;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

/// Where articles are looked for when nothing is said.
pub(super) const DEFAULT_FOLDER: &str = "source";
/// The endings of files that are read.
pub(super) const ENDINGS: &[&str] = &["md", "markdown", "txt"];
/// The endings of files that are read where they are named: folders hold pages that are no articles.
const NAMED_ENDINGS: &[&str] = &["html", "htm"];
/// Where handouts go if nothing else is said.
pub(super) const EXPORTS_FOLDER: &str = "exports";
/// Links that are named one by one.
const LINKS_NAMED_MAX: usize = 10;
/// How standard input is called where it has no name.
const STDIN_NAME: &str = "<stdin>";

/// An article to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Input {
    /// The name under which it is reported.
    pub name: String,
    /// Where its handouts go below the output folder, without an ending.
    pub stem: PathBuf,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where an article comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Origin {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

/// The articles that were found, and what was asked for but is not there.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    /// Each article once, in the order asked for; those of a folder by path.
    pub found: Vec<Input>,
    /// Paths that cannot be read.
    pub failures: Vec<Failure>,
    /// Links called like articles that the search of a folder met.
    pub links: Vec<PathBuf>,
}

impl Inputs {
    /// What `args` ask for. Folders of handouts, `exports` and `output_dir`, are searched only when they are named; of what a
    /// folder holds, files that the configuration of `config` or the command line excludes are left out.
    pub(super) fn find(
        args: &InputArgs,
        config: &ConfigArgs,
        output_dir: Option<&Path>,
    ) -> Result<Self, Error> {
        let mut inputs = Self::default();
        let mut excluded = Excluded::new(config, &args.exclude);
        let paths = asked_for(args)?;
        let asks_for_stdin = paths.iter().any(|path| is_stdin(path));
        if args.stdin_filename.is_some() && !asks_for_stdin {
            return Err(Error::StdinFilenameAlone);
        }
        let handouts: Vec<PathBuf> = output_dir
            .into_iter()
            .chain([Path::new(EXPORTS_FOLDER)])
            .filter_map(|folder| folder.canonicalize().ok())
            .collect();
        for path in &paths {
            if is_stdin(path) {
                inputs.found.push(stdin_input(args));
            } else {
                inputs.add(path, &handouts, &mut excluded);
            }
        }
        inputs.keep_first_of_each();
        inputs.tell_links();
        Ok(inputs)
    }

    fn add(&mut self, path: &Path, handouts: &[PathBuf], excluded: &mut Excluded<'_>) {
        match path.metadata() {
            Ok(meta) if meta.is_dir() => self.add_folder(path, handouts, excluded),
            Ok(_) if has_ending(path, ENDINGS) || has_ending(path, NAMED_ENDINGS) => {
                self.found.push(file_input(path, None));
            }
            Ok(_) => self.fail(path, &ReadError::WrongEnding),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.fail(path, &ReadError::Missing);
            }
            Err(error) => self.fail(path, &ReadError::Open(error)),
        }
    }

    fn add_folder(&mut self, folder: &Path, handouts: &[PathBuf], excluded: &mut Excluded<'_>) {
        let handouts = handouts.to_vec();
        let walk = WalkBuilder::new(folder)
            .require_git(false)
            .filter_entry(move |entry| entry.depth() == 0 || !is_one_of(entry, &handouts))
            .build();
        let mut files = Vec::new();
        let failures = self.failures.len();
        for entry in walk {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                    files.push(entry.into_path());
                }
                Ok(entry) if entry.path_is_symlink() && has_ending(entry.path(), ENDINGS) => {
                    self.links.push(entry.into_path());
                }
                Ok(_) => {}
                Err(error) => {
                    let place = place_of(&error).unwrap_or(folder).to_path_buf();
                    self.fail(&place, &ReadError::Walk(error));
                }
            }
        }
        let has_pages = files.iter().any(|file| has_ending(file, NAMED_ENDINGS));
        files.retain(|file| has_ending(file, ENDINGS));
        let is_empty = files.is_empty();
        files.retain(|file| !excluded.has(file));
        self.links.retain(|link| !excluded.has(link));
        files.sort();
        if files.is_empty() && self.failures.len() == failures {
            let error = if is_empty {
                ReadError::NothingInside { has_pages }
            } else {
                ReadError::AllExcluded
            };
            self.fail(folder, &error);
        }
        self.found
            .extend(files.iter().map(|file| file_input(file, Some(folder))));
    }

    fn fail(&mut self, path: &Path, error: &ReadError) {
        self.failures.push(Failure {
            file: displayed(path),
            message: error.to_string(),
        });
    }

    /// Tells which links a search passed over: it follows none, for one may lead anywhere. A link to an article that is read
    /// by its own name misses nothing.
    fn tell_links(&self) {
        if self.links.is_empty() {
            return;
        }
        let places = self.found.iter().filter_map(|input| match &input.origin {
            Origin::File(path) => path.canonicalize().ok(),
            Origin::Stdin => None,
        });
        let read: BTreeSet<PathBuf> = places.collect();
        let is_read = |link: &Path| link.canonicalize().is_ok_and(|place| read.contains(&place));
        let passed: BTreeSet<&PathBuf> = self.links.iter().filter(|link| !is_read(link)).collect();
        for link in passed.iter().take(LINKS_NAMED_MAX) {
            let name = displayed(link);
            terminal::note(&format!(
                "{name}: not read, for it is a link; name it to have it read"
            ));
        }
        if passed.len() > LINKS_NAMED_MAX {
            let more = passed.len() - LINKS_NAMED_MAX;
            terminal::note(&format!("{} not read either", counted(more, "more link")));
        }
    }

    /// Keeps the first of several paths to one file.
    fn keep_first_of_each(&mut self) {
        let mut seen = BTreeSet::new();
        self.found.retain(|input| {
            seen.insert(match &input.origin {
                Origin::File(path) => Some(path.canonicalize().unwrap_or_else(|_| path.clone())),
                Origin::Stdin => None,
            })
        });
    }
}

impl Input {
    /// The file at `path`.
    pub(super) fn file(path: &Path) -> Self {
        file_input(path, None)
    }

    /// Whether it is a file, or standard input under a name.
    pub(super) fn has_name(&self) -> bool {
        self.name != STDIN_NAME
    }

    /// Reads the article; one of more than `max_bytes` is refused.
    pub(super) fn read(&self, max_bytes: u64) -> Result<Source, Failure> {
        let source = match &self.origin {
            Origin::File(path) => read::file(path, &self.name, max_bytes),
            Origin::Stdin => read::stdin(&self.name, max_bytes),
        };
        source.map_err(|error| Failure {
            file: self.name.clone(),
            message: error.to_string(),
        })
    }
}

/// The file or folder that could not be searched, where the error knows it.
fn place_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            place_of(err)
        }
        _ => None,
    }
}

/// Whether `entry` is a folder among `folders`, which are canonical.
fn is_one_of(entry: &ignore::DirEntry, folders: &[PathBuf]) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_dir())
        && entry
            .path()
            .canonicalize()
            .is_ok_and(|path| folders.contains(&path))
}

/// The files and folders that `args` name: those typed, then those of a list; the default folder where none is.
pub(super) fn asked_for(args: &InputArgs) -> Result<Vec<PathBuf>, Error> {
    let mut paths = args.paths.clone();
    if let Some(list) = &args.files_from {
        if is_stdin(list) && paths.iter().any(|path| is_stdin(path)) {
            return Err(Error::StdinTwice);
        }
        paths.extend(file_list::read(list, args.allow_empty)?);
    } else if paths.is_empty() {
        paths.push(default_folder());
    }
    Ok(paths)
}

impl InputArgs {
    /// Whether standard input is read: as an article or as a list.
    pub(super) fn reads_stdin(&self) -> bool {
        self.paths
            .iter()
            .chain(&self.files_from)
            .any(|path| is_stdin(path))
    }
}

fn default_folder() -> PathBuf {
    let source = PathBuf::from(DEFAULT_FOLDER);
    if source.is_dir() {
        source
    } else {
        PathBuf::from(".")
    }
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn stdin_input(args: &InputArgs) -> Input {
    let name = args.stdin_filename.as_deref();
    let stem = name.and_then(|name| Path::new(name).file_stem());
    Input {
        name: name.unwrap_or(STDIN_NAME).to_owned(),
        stem: stem.map_or_else(|| PathBuf::from("stdin"), PathBuf::from),
        origin: Origin::Stdin,
    }
}

fn file_input(path: &Path, folder: Option<&Path>) -> Input {
    let below = folder.and_then(|folder| path.strip_prefix(folder).ok());
    let stem = match below {
        Some(below) => below.with_extension(""),
        None => PathBuf::from(path.file_stem().unwrap_or_default()),
    };
    Input {
        name: displayed(path),
        stem,
        origin: Origin::File(path.to_path_buf()),
    }
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}

/// The path as reports show it: with `/` between folders and without a leading `./`.
pub(super) fn displayed(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text = if cfg!(windows) {
        text.replace('\\', "/")
    } else {
        text.into_owned()
    };
    match text.strip_prefix("./") {
        Some(rest) if !rest.is_empty() => rest.to_owned(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handouts_mirror_folders_below_a_named_folder_only() {
        let cases = [
            ("a/b/c.d.md", Some("a"), "b/c.d"),
            ("a/b/c.md", None, "c"),
            ("./c.md", Some("."), "c"),
        ];
        for (path, folder, stem) in cases {
            let input = file_input(Path::new(path), folder.map(Path::new));
            assert_eq!(input.stem, Path::new(stem));
        }
    }

    #[test]
    fn displayed_paths_are_as_given() {
        for (path, shown) in [
            ("./a/b.md", "a/b.md"),
            ("../a.md", "../a.md"),
            (".", "."),
            ("./", "./"),
        ] {
            assert_eq!(displayed(Path::new(path)), shown);
        }
    }
}
