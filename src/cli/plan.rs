//! Which files an export writes, settled before any is written.

use super::Error;
use super::args::ExportArgs;
use super::input::{Input, Inputs, Origin, displayed};
use crate::report::Failure;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A format that can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// The article tree as JSON.
    Json,
    /// The handout as plain text.
    Text,
    /// The handout as PDF.
    Pdf,
}

impl Target {
    const ALL: &'static [Target] = &[Self::Json, Self::Text, Self::Pdf];

    /// The ending of its files, with the dot.
    fn ending(self) -> &'static str {
        match self {
            Self::Json => ".json",
            Self::Text => ".txt",
            Self::Pdf => ".pdf",
        }
    }
}

/// Where the result of an export goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// A folder, under names made from those of the articles.
    Folder(PathBuf),
    /// This file.
    File(PathBuf),
    /// Standard output.
    Stdout,
}

/// What is exported and where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    /// The formats, in the order of [`Target::ALL`].
    pub targets: Vec<Target>,
    /// Where to.
    pub place: Place,
}

impl Plan {
    /// The plan that `args` ask for; options that contradict each other or would do nothing are refused.
    pub(super) fn new(args: &ExportArgs) -> Result<Self, Error> {
        let chosen = |target: &Target| match target {
            Target::Json => args.json,
            Target::Text => args.text,
            Target::Pdf => args.pdf,
        };
        let mut targets: Vec<Target> = Target::ALL.iter().copied().filter(chosen).collect();
        let place = match &args.output {
            None => Place::Folder(args.output_dir.clone()),
            Some(_) if args.all || targets.len() != 1 => return Err(Error::SeveralOutputs),
            Some(path) if path.as_os_str() == "-" => Place::Stdout,
            Some(path) => Place::File(path.clone()),
        };
        if args.all || targets.is_empty() {
            targets = Target::ALL.to_vec();
        }
        if args.paper.is_some() && !targets.contains(&Target::Pdf) {
            return Err(Error::PaperWithoutPdf);
        }
        if let Some(option) = args.text_args.first_given()
            && !targets.contains(&Target::Text)
        {
            return Err(Error::TextOptionWithoutText(option));
        }
        if let Some(option) = args.text_args.idle_in_a_message() {
            return Err(Error::IdleInMessage(option));
        }
        Ok(Self { targets, place })
    }

    /// The folder that holds results and therefore no articles.
    pub(super) fn folder(&self) -> Option<&Path> {
        match &self.place {
            Place::Folder(folder) => Some(folder),
            Place::File(_) | Place::Stdout => None,
        }
    }

    /// The file that `target` of `input` is written to; `None` for standard output.
    pub(super) fn file(&self, input: &Input, target: Target) -> Option<PathBuf> {
        match &self.place {
            Place::Folder(folder) => {
                let mut path = folder.join(&input.stem).into_os_string();
                path.push(target.ending());
                Some(path.into())
            }
            Place::File(path) => Some(path.clone()),
            Place::Stdout => None,
        }
    }

    /// Everything that keeps the plan from being carried out on `inputs`: files that two articles would write, and
    /// articles that would be overwritten.
    pub(super) fn conflicts(&self, inputs: &Inputs) -> Result<Vec<Failure>, Error> {
        let single = matches!(self.place, Place::File(_) | Place::Stdout);
        if single && inputs.found.len() + inputs.failures.len() > 1 {
            return Err(Error::SeveralOutputs);
        }
        let articles: BTreeSet<PathBuf> = inputs.found.iter().filter_map(canonical).collect();
        let mut writers: BTreeMap<String, &str> = BTreeMap::new();
        let mut conflicts = Vec::new();
        for input in &inputs.found {
            for path in self.targets.iter().filter_map(|one| self.file(input, *one)) {
                let file = displayed(&path);
                // Some file systems do not tell a.pdf from A.pdf, and exports travel.
                let other = writers.entry(file.to_lowercase()).or_insert(&input.name);
                if *other != input.name {
                    let message = format!("both {other} and {} would write this file", input.name);
                    conflicts.push(Failure { file, message });
                } else if path
                    .canonicalize()
                    .is_ok_and(|path| articles.contains(&path))
                {
                    let message = "this is an article; its handouts need another folder".to_owned();
                    conflicts.push(Failure { file, message });
                }
            }
        }
        Ok(conflicts)
    }
}

fn canonical(input: &Input) -> Option<PathBuf> {
    match &input.origin {
        Origin::File(path) => path.canonicalize().ok(),
        Origin::Stdin => None,
    }
}
