//! The records of an export that are asked for: a manifest and a depfile, written whatever became of the articles.

use super::args::{ConfigArgs, ExportArgs};
use super::depfile::{Rule, depfile};
use super::input::{Input, Inputs, Origin, displayed};
use super::journal::Journal;
use super::plan::Target;
use super::refusal::refusal;
use super::write::{place, write_file};
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

/// An article with the files that are to be made of it.
type Planned<'a> = (&'a Input, Vec<PathBuf>);

impl<'a> Records<'a> {
    /// The records that `args` ask for, unless they would take the place of another file; `files` gives those that are to
    /// be made of an article.
    pub(super) fn new(
        args: &'a ExportArgs,
        inputs: &Inputs,
        files: impl Fn(&Input) -> Vec<(Target, PathBuf)>,
    ) -> Result<Self, Error> {
        let mut records = Self {
            manifest: args.data.manifest.as_deref(),
            depfile: args.data.depfile.as_deref(),
            rules: Vec::new(),
        };
        let paths = |input| files(input).into_iter().map(|(_, file)| file).collect();
        let planned: Vec<Planned<'_>> = inputs.found.iter().map(|one| (one, paths(one))).collect();
        if records.depfile.is_some() {
            records.rules = rules(&args.config, &planned);
        }
        records.check(&planned)?;
        Ok(records)
    }

    fn check(&self, planned: &[Planned<'_>]) -> Result<(), Error> {
        let in_the_way = |path: &Path, other: &'static str| Error::RecordInTheWay {
            file: displayed(path),
            other,
        };
        let mut exports = BTreeSet::new();
        let mut articles = BTreeSet::new();
        for (input, files) in planned {
            exports.extend(files.iter().map(|file| place(file)));
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

/// A rule for the files of each article, those of standard input left out; articles that share a file share a rule.
fn rules(config_args: &ConfigArgs, planned: &[Planned<'_>]) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for (input, targets) in planned {
        let Origin::File(article) = &input.origin else {
            continue;
        };
        let mut sources = vec![article.clone()];
        sources.extend(config::files(config_args, input));
        match rules.last_mut() {
            Some(rule) if rule.targets == *targets => rule.sources.extend(sources),
            _ => rules.push(Rule {
                targets: targets.clone(),
                sources,
            }),
        }
    }
    for rule in &mut rules {
        let mut known = BTreeSet::new();
        rule.sources.retain(|source| known.insert(source.clone()));
    }
    rules
}
