//! Finds and reads the configuration of each article.

use super::args::{Color, ConfigArgs};
use super::input::{Input, Inputs, Origin, displayed};
use super::layers::{self, Layers};
use super::read;
use super::{Error, terminal};
use crate::article::Problem;
use crate::config::Config;
use crate::report::{counted, text};
use crate::source::Source;
use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The name of a configuration.
pub(super) const NAME: &str = "facetdoc.toml";
/// A larger file is no configuration.
const MAX_BYTES: u64 = 10_000_000;

/// The configurations of the articles of a run.
#[derive(Debug)]
pub(super) struct Configs {
    /// By the path of the article as it was given; `None` is standard input.
    by_article: BTreeMap<Option<PathBuf>, Arc<Config>>,
    /// The one for all others.
    other: Arc<Config>,
}

impl Configs {
    /// The configurations that `args` ask for; the mistakes in them are told on standard error.
    pub(super) fn load(args: &ConfigArgs, inputs: &Inputs, color: Color) -> Result<Self, Error> {
        let mut files: BTreeMap<Option<PathBuf>, Vec<&Input>> = BTreeMap::new();
        let mut folders: BTreeMap<PathBuf, Option<PathBuf>> = BTreeMap::new();
        for input in &inputs.found {
            let folder = folder(input);
            let found = folders.entry(folder);
            let file = found.or_insert_with_key(|folder| file_for(args, folder));
            files.entry(file.clone()).or_default().push(input);
        }
        // A file that is named is read even where there is no article.
        if files.is_empty() {
            files.insert(args.config.clone(), Vec::new());
        }
        let mut configs = Self {
            by_article: BTreeMap::new(),
            other: Arc::new(Config::default()),
        };
        for (file, inputs) in files {
            let layers = Layers::read(file.as_deref(), &args.set, color)?;
            if !layers.sources.is_empty() {
                configs.add(&layers, &inputs)?;
            }
        }
        Ok(configs)
    }

    /// Adds the configuration of `layers` for `inputs`, once for each set of overrides that applies.
    fn add(&mut self, layers: &Layers, inputs: &[&Input]) -> Result<(), Error> {
        let stack = layers.stack()?;
        let mut made: BTreeMap<Vec<usize>, Arc<Config>> = BTreeMap::new();
        // Even without an article, what a file names is looked for.
        made.insert(Vec::new(), Arc::new(layers.config(&stack, &[])?));
        for input in inputs {
            let applying = layers.applying(&stack, whole_path(input).as_deref());
            let config = match made.get(&applying) {
                Some(config) => Arc::clone(config),
                None => Arc::new(layers.config(&stack, &applying)?),
            };
            self.by_article.insert(key(input), Arc::clone(&config));
            made.insert(applying, config);
        }
        Ok(())
    }

    /// The configuration of an article.
    pub(super) fn of(&self, input: &Input) -> &Arc<Config> {
        if self.by_article.is_empty() {
            return &self.other;
        }
        self.by_article.get(&key(input)).unwrap_or(&self.other)
    }
}

/// The configuration that an article in `folder` has.
pub(super) fn file_for(args: &ConfigArgs, folder: &Path) -> Option<PathBuf> {
    match &args.config {
        Some(file) => Some(file.clone()),
        None if args.isolated => None,
        None => nearest(folder),
    }
}

/// The files that the configuration of an article rests on and the packs that they name, as a person would write them from
/// here.
pub(super) fn files(args: &ConfigArgs, input: &Input) -> Vec<PathBuf> {
    let file = file_for(args, &folder(input));
    let files = file.iter().flat_map(|file| layers::files(file));
    files.map(|file| PathBuf::from(shown(&file))).collect()
}

fn key(input: &Input) -> Option<PathBuf> {
    match &input.origin {
        Origin::File(path) => Some(path.clone()),
        Origin::Stdin => None,
    }
}

/// Where an article is, or would be by the name that standard input was given.
fn named_path(input: &Input) -> Option<PathBuf> {
    match &input.origin {
        Origin::File(path) => Some(path.clone()),
        Origin::Stdin => input.has_name().then(|| PathBuf::from(&input.name)),
    }
}

/// The folder of an article without links and dots; that of standard input without a name is the working directory.
pub(super) fn folder(input: &Input) -> PathBuf {
    let path = named_path(input);
    let folder = path.and_then(|path| path.parent().map(Path::to_path_buf));
    let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| PathBuf::from("."));
    folder.canonicalize().unwrap_or(folder)
}

/// The path of an article without links and dots; `None` for standard input without a name.
pub(super) fn whole_path(input: &Input) -> Option<PathBuf> {
    let path = named_path(input)?;
    Some(folder(input).join(path.file_name()?))
}

/// The configuration in `folder` or in the nearest folder above it.
pub(super) fn nearest(folder: &Path) -> Option<PathBuf> {
    let paths = folder.ancestors().map(|folder| folder.join(NAME));
    // A link that leads nowhere was meant to be one; passing over it would check by other settings in silence.
    let is_broken = |path: &PathBuf| path.is_symlink() && !path.exists();
    paths
        .into_iter()
        .find(|path| path.is_file() || is_broken(path))
}

/// The path as a person would write it from here.
pub(super) fn shown(path: &Path) -> String {
    let here = env::current_dir().and_then(|here| here.canonicalize());
    let below = here.ok().and_then(|here| path.strip_prefix(here).ok());
    displayed(below.unwrap_or(path))
}

/// The file at `path`, which is no article.
pub(super) fn source(path: &Path) -> Result<Source, Error> {
    let name = shown(path);
    read::file(path, &name, MAX_BYTES).map_err(|error| Error::Unreadable {
        file: name,
        why: error.to_string(),
    })
}

/// Shows the mistakes in a file, and stops.
pub(super) fn mistakes(source: &Source, problems: &[Problem], color: Color) -> Error {
    let shown = terminal::print_aside(color, true, |options, out| {
        text::write_problems(source, problems, options, out)
    });
    match shown {
        Ok(()) => Error::Mistakes {
            file: source.name().to_owned(),
            count: counted(problems.len(), "mistake"),
            shown: Box::new((source.clone(), problems.to_vec())),
        },
        Err(error) => error.into(),
    }
}
