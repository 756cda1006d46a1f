//! Reads the files of one configuration: the nearest, those that it extends, and what the command line sets over them.

use super::args::Color;
use super::config::{mistakes, source};
use super::{Error, input};
use crate::article::Problem;
use crate::config::file::{self, Known, Stack};
use crate::config::{Config, TopicPack};
use crate::report::counted;
use crate::rules::{self, FAMILIES};
use crate::source::{Format, Source};
use std::path::{Path, PathBuf};

/// More files than these that extend one another are a mistake.
const DEPTH_MAX: usize = 10;
/// How what the command line sets is called.
const FLAG: &str = "--set";

/// The texts of one configuration with their folders.
#[derive(Debug)]
pub(super) struct Layers {
    /// The files, the weakest first, then what the command line sets.
    pub sources: Vec<Source>,
    /// Each file without links.
    paths: Vec<PathBuf>,
    /// The folder of each file.
    folders: Vec<PathBuf>,
    /// The folder that the patterns of each file are relative to: for a link the one that holds the link.
    bases: Vec<PathBuf>,
    /// The folders whose files may be shown; see [`homes`].
    homes: Vec<PathBuf>,
    names: Vec<&'static str>,
    color: Color,
}

impl Layers {
    /// The configuration in the file at `path`, if there is one, under what is `set`.
    pub(super) fn read(path: Option<&Path>, set: &[String], color: Color) -> Result<Self, Error> {
        let families = FAMILIES.iter().map(|family| family.name);
        let mut layers = Self {
            sources: Vec::new(),
            paths: Vec::new(),
            folders: Vec::new(),
            bases: Vec::new(),
            homes: path.map(homes).unwrap_or_default(),
            names: rules::all().map(|rule| rule.name).chain(families).collect(),
            color,
        };
        if let Some(path) = path {
            let file = source(path)?;
            layers.add(path, file, &mut Vec::new(), &mut Vec::new())?;
        }
        let flags = set.iter();
        layers
            .sources
            .extend(flags.map(|line| Source::new(FLAG, line.as_str(), Format::Markdown)));
        Ok(layers)
    }

    /// Adds the files that the one at `path` extends, then itself. `chain` are the files on the way to it, `seen` all.
    fn add(
        &mut self,
        path: &Path,
        file: Source,
        chain: &mut Vec<PathBuf>,
        seen: &mut Vec<PathBuf>,
    ) -> Result<(), Error> {
        let base = link_folder(path);
        let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
        let entries = file::extends(file.text());
        let entries = entries.map_err(|problems| self.mistakes(&path, &file, &problems))?;
        chain.push(path.clone());
        seen.push(path.clone());
        for entry in entries {
            let told = |message: String, help: &str| {
                let problem = Problem {
                    message,
                    help: Some(help.to_owned()),
                    span: entry.span,
                };
                self.mistakes(&path, &file, &[problem])
            };
            if entry.value.contains("://") {
                let message = format!("{} is no file on this computer", entry.value);
                return Err(told(
                    message,
                    "facetdoc never uses the network; keep a copy and name its path",
                ));
            }
            let named = folder.join(&entry.value);
            let below = named.canonicalize().unwrap_or_else(|_| named.clone());
            let text = source(&below).map_err(|error| {
                told(
                    error.to_string(),
                    "paths are relative to the folder of this file",
                )
            })?;
            if chain.contains(&below) {
                let message = format!("{} extends itself: {}", text.name(), ring(chain, &below));
                return Err(told(message, "take one of these entries out"));
            }
            if chain.len() > DEPTH_MAX {
                let message = format!("more than {DEPTH_MAX} files extend one another");
                return Err(told(message, "let fewer files build on one another"));
            }
            // A file that two others extend counts once, below both.
            if !seen.contains(&below) {
                self.add(&named, text, chain, seen)?;
            }
        }
        chain.pop();
        self.sources.push(file);
        self.folders.push(folder);
        self.bases.push(base);
        self.paths.push(path);
        Ok(())
    }

    /// Shows the mistakes in the file at `path`, unless it lies outside of the project: a configuration from a stranger may
    /// name any file of this computer, and what is in it must not get into a report or the log of a pipeline.
    fn mistakes(&self, path: &Path, file: &Source, problems: &[Problem]) -> Error {
        let is_outside =
            path.is_absolute() && !self.homes.iter().any(|home| path.starts_with(home));
        if !is_outside {
            return mistakes(file, problems, self.color);
        }
        Error::Unreadable {
            file: file.name().to_owned(),
            why: format!(
                "it cannot be used because of {}, not shown as the file is outside of this project; name it with --config to see",
                counted(problems.len(), "mistake")
            ),
        }
    }

    fn known(&self) -> Known<'_> {
        Known { rules: &self.names }
    }

    /// The texts as one configuration; all mistakes in them are told.
    pub(super) fn stack(&self) -> Result<Stack<'_>, Error> {
        let texts: Vec<&str> = self.sources.iter().map(Source::text).collect();
        let (files, flags) = texts.split_at(self.folders.len());
        let stack = Stack::new(files, flags).map_err(|problems| self.tell(&problems))?;
        let problems = stack.problems(self.known());
        if problems.is_empty() {
            Ok(stack)
        } else {
            Err(self.tell(&problems))
        }
    }

    /// Shows mistakes, each with its file, and stops.
    fn tell(&self, problems: &[Problem]) -> Error {
        let mut starts = vec![0];
        for source in &self.sources {
            starts.push(starts.last().copied().unwrap_or(0) + source.text().len() + 1);
        }
        let mut last = None;
        for (index, (source, ends)) in self.sources.iter().zip(starts.windows(2)).enumerate() {
            let &[start, end] = ends else { continue };
            let here = |problem: &&Problem| (start..end).contains(&problem.span.start());
            let here: Vec<Problem> = problems
                .iter()
                .filter(here)
                .map(|one| moved(one, start))
                .collect();
            if !here.is_empty() {
                if let Some(earlier) = &last {
                    super::terminal::complain(&Error::to_string(earlier));
                }
                // The name stands in the folder; what the command line sets has none.
                let path = self
                    .paths
                    .get(index)
                    .map_or(Path::new(""), PathBuf::as_path);
                last = Some(self.mistakes(path, source, &here));
            }
        }
        last.unwrap_or_else(|| Error::Unreadable {
            file: FLAG.to_owned(),
            why: "it cannot be used".to_owned(),
        })
    }

    /// The overrides of `stack` that are about the article at `path`, which is whole and without links.
    pub(super) fn applying(&self, stack: &Stack<'_>, path: Option<&Path>) -> Vec<usize> {
        let Some(path) = path else {
            return Vec::new();
        };
        let overrides = stack.overrides().iter().enumerate();
        let applies = |span| {
            let (text, _) = stack.place(span);
            let base = self.bases.get(text)?;
            Some(input::displayed(path.strip_prefix(base).ok()?))
        };
        overrides
            .filter(|(_, one)| applies(one.span).is_some_and(|path| one.files.has(&path)))
            .map(|(index, _)| index)
            .collect()
    }

    /// What `stack`, made of these texts, sets where the overrides `applying` apply.
    pub(super) fn config(&self, stack: &Stack<'_>, applying: &[usize]) -> Result<Config, Error> {
        let file = stack.config(applying, self.known());
        let mut file = file.map_err(|problems| self.tell(&problems))?;
        for name in &file.packs {
            let (text, span) = stack.place(name.span);
            let here = PathBuf::new();
            let folder = self.folders.get(text).unwrap_or(&here);
            let pack = self.pack(text, span, &folder.join(&name.value))?;
            file.config.packs.push(pack);
        }
        if let Some(logo) = file
            .config
            .clinic
            .as_mut()
            .and_then(|one| one.logo.as_mut())
        {
            let (text, span) = stack.place(logo.span);
            // What the command line sets is relative to where it is typed.
            let typed = || PathBuf::from(".");
            logo.folder = Some(self.folders.get(text).cloned().unwrap_or_else(typed));
            logo.span = span;
        }
        Ok(file.config)
    }

    /// The pack in the file at `path`, which is named in the text `text` at `span`.
    ///
    /// A pack lives as long as the program: findings of every article point at it.
    fn pack(
        &self,
        text: usize,
        span: crate::source::Span,
        path: &Path,
    ) -> Result<&'static TopicPack, Error> {
        let file = source(path).map_err(|error| {
            let problem = Problem {
                message: error.to_string(),
                help: Some("paths are relative to the folder of this file".to_owned()),
                span,
            };
            match self.sources.get(text) {
                Some(source) => {
                    let named_in = self.paths.get(text).map_or(Path::new(""), PathBuf::as_path);
                    self.mistakes(named_in, source, &[problem])
                }
                None => error,
            }
        })?;
        match TopicPack::parse(file.text()) {
            Ok(pack) => Ok(Box::leak(Box::new(pack))),
            Err(problems) => {
                let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
                Err(self.mistakes(&path, &file, &problems))
            }
        }
    }

    /// Whether the text with this number is what the command line sets, no file.
    pub(super) fn is_flag(&self, text: usize) -> bool {
        text >= self.folders.len()
    }
}

/// The folders of the project that a configuration is part of: the repository that holds it, else its own folder; and the
/// folder in which facetdoc runs.
fn homes(path: &Path) -> Vec<PathBuf> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let folder = folder
        .canonicalize()
        .unwrap_or_else(|_| folder.to_path_buf());
    let repository = folder.ancestors().find(|one| one.join(".git").exists());
    let here = Path::new(".").canonicalize().ok();
    // The root of a file system is no project.
    let here = here.filter(|here| here.parent().is_some());
    let own = repository.unwrap_or(&folder).to_path_buf();
    here.into_iter().chain([own]).collect()
}

/// The configuration at `path`, the files that it extends and the packs that they name; what cannot be read is the end of
/// its branch.
pub(super) fn files(path: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut next = vec![path.to_path_buf()];
    while let Some(path) = next.pop() {
        if found.contains(&path) {
            continue;
        }
        found.push(path.clone());
        let Ok(text) = source(&path) else { continue };
        let folder = path.parent().unwrap_or(Path::new(""));
        let below = |name: &str| {
            let below = folder.join(name);
            below.canonicalize().unwrap_or(below)
        };
        found.extend(file::packs(text.text()).iter().map(|name| below(name)));
        let extended = file::extends(text.text()).unwrap_or_default();
        next.extend(extended.iter().map(|entry| below(&entry.value)));
    }
    found
}

/// What the configuration at `path` and the files that it extends leave out of the search of a folder, with the folder that
/// the patterns are relative to; what cannot be read is the end of its branch.
pub(super) fn excluded(path: &Path) -> Vec<(PathBuf, file::Files)> {
    let mut found = Vec::new();
    let mut seen = Vec::new();
    let mut next = vec![path.to_path_buf()];
    while let Some(path) = next.pop() {
        let whole = path.canonicalize().unwrap_or_else(|_| path.clone());
        if seen.contains(&whole) {
            continue;
        }
        let Ok(text) = source(&path) else { continue };
        found.push((link_folder(&path), file::excluded(text.text())));
        let folder = whole.parent().unwrap_or(Path::new("")).to_path_buf();
        let extended = file::extends(text.text()).unwrap_or_default();
        next.extend(extended.iter().map(|entry| folder.join(&entry.value)));
        seen.push(whole);
    }
    found
}

/// The folder in which the file at `path` stands, or the link that it is; no link leads to that folder itself.
fn link_folder(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|one| !one.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    folder
        .canonicalize()
        .unwrap_or_else(|_| folder.to_path_buf())
}

/// `problem` with its place moved to the front by `by` bytes.
fn moved(problem: &Problem, by: usize) -> Problem {
    let span = problem.span;
    Problem {
        span: crate::source::Span::new(
            span.start().saturating_sub(by),
            span.end().saturating_sub(by),
        ),
        ..problem.clone()
    }
}

/// `a.toml, b.toml, a.toml`: the files from `first` in `chain` on, and it again.
fn ring(chain: &[PathBuf], first: &Path) -> String {
    let ring = chain.iter().skip_while(|path| *path != first);
    let names = ring
        .map(PathBuf::as_path)
        .chain([first])
        .map(super::config::shown);
    names.collect::<Vec<_>>().join(", ")
}
