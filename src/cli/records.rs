//! The records of an export that are asked for: a manifest and a depfile, written whatever became of the articles.

use super::args::{ConfigArgs, DataArgs};
use super::depfile::{Rule, depfile};
use super::input::{Inputs, Origin, displayed};
use super::journal::Journal;
use super::plan::Plan;
use super::refusal::refusal;
use super::write::write_file;
use super::{Error, Outcome, config, terminal};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

/// The records to write.
#[derive(Debug)]
pub(super) struct Records<'a> {
    manifest: Option<&'a Path>,
    depfile: Option<&'a Path>,
    /// What the depfile says.
    rules: Vec<Rule>,
}

impl<'a> Records<'a> {
    /// The records that `args` ask for, unless they would take the place of another file.
    pub(super) fn new(
        args: &'a DataArgs,
        config_args: &ConfigArgs,
        plan: &Plan,
        inputs: &Inputs,
    ) -> Result<Self, Error> {
        let records = Self {
            manifest: args.manifest.as_deref(),
            depfile: args.depfile.as_deref(),
            rules: args
                .depfile
                .as_ref()
                .map_or_else(Vec::new, |_| rules(config_args, plan, inputs)),
        };
        records.check(plan, inputs)?;
        Ok(records)
    }

    fn check(&self, plan: &Plan, inputs: &Inputs) -> Result<(), Error> {
        let in_the_way = |path: &Path, other: &'static str| Error::RecordInTheWay {
            file: displayed(path),
            other,
        };
        let mut exports = BTreeSet::new();
        let mut articles = BTreeSet::new();
        for input in &inputs.found {
            let files = plan.targets.iter().filter_map(|one| plan.file(input, *one));
            exports.extend(files.map(|file| place(&file)));
            if let Origin::File(path) = &input.origin {
                articles.insert(place(path));
            }
        }
        for path in [self.manifest, self.depfile].into_iter().flatten() {
            if articles.contains(&place(path)) {
                return Err(in_the_way(path, "an article"));
            }
            if exports.contains(&place(path)) {
                return Err(in_the_way(path, "a file of the export"));
            }
        }
        match (self.manifest, self.depfile) {
            (Some(one), Some(other)) if place(one) == place(other) => {
                Err(in_the_way(one, "the manifest and the depfile"))
            }
            _ => Ok(()),
        }
    }

    /// Writes the records; what fails is told on standard error.
    pub(super) fn write(&self, journal: &Journal) -> Outcome {
        let mut outcome = Outcome::Clean;
        if let Some(path) = self.manifest {
            outcome = outcome.max(write_one(path, Ok(journal.manifest())));
        }
        if let Some(path) = self.depfile {
            outcome = outcome.max(write_one(path, depfile(&self.rules)));
        }
        outcome
    }
}

fn write_one(path: &Path, text: io::Result<String>) -> Outcome {
    let written = text.and_then(|text| write_file(path, text.as_bytes()));
    let Err(error) = written else {
        return Outcome::Clean;
    };
    let file = displayed(path);
    terminal::complain(&format!("{file}: cannot be written: {}", refusal(&error)));
    Outcome::Failed
}

/// A rule for the files of each article, those of standard input left out; with `--lines`, one rule for the one file.
fn rules(config_args: &ConfigArgs, plan: &Plan, inputs: &Inputs) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for input in &inputs.found {
        let Origin::File(article) = &input.origin else {
            continue;
        };
        let targets: Vec<PathBuf> = plan
            .targets
            .iter()
            .filter_map(|target| plan.file(input, *target))
            .collect();
        let mut sources = vec![article.clone()];
        sources.extend(config::files(config_args, input));
        match rules.first_mut() {
            Some(rule) if plan.lines => rule.sources.extend(sources),
            _ => rules.push(Rule { targets, sources }),
        }
    }
    for rule in &mut rules {
        let mut known = BTreeSet::new();
        rule.sources.retain(|source| known.insert(source.clone()));
    }
    rules
}

/// Where a file is or would be.
fn place(path: &Path) -> PathBuf {
    if let Ok(whole) = path.canonicalize() {
        return whole;
    }
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    match (folder.canonicalize(), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_path_buf(),
    }
}
