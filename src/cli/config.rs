//! Finds and reads the configuration of each article.

use super::args::{Color, ConfigArgs};
use super::input::{Input, Inputs, Origin, displayed};
use super::read;
use super::{Error, terminal};
use crate::article::{Located, Problem};
use crate::config::file::{ConfigFile, Known};
use crate::config::{Config, TopicPack};
use crate::report::{counted, text};
use crate::rules::{self, FAMILIES};
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
    /// By the folder of the article.
    by_folder: BTreeMap<PathBuf, Arc<Config>>,
    /// The one for all others.
    other: Arc<Config>,
}

impl Configs {
    /// The configurations that `args` ask for; the mistakes in them are told on standard error.
    pub(super) fn load(args: &ConfigArgs, inputs: &Inputs, color: Color) -> Result<Self, Error> {
        let mut loader = Loader {
            color,
            read: BTreeMap::new(),
        };
        let mut configs = Self {
            by_folder: BTreeMap::new(),
            other: Arc::new(Config::default()),
        };
        if let Some(path) = &args.config {
            configs.other = loader.config(path)?;
        } else if !args.isolated {
            for input in &inputs.found {
                let folder = folder(input);
                if !configs.by_folder.contains_key(&folder)
                    && let Some(path) = nearest(&folder)
                {
                    let config = loader.config(&path)?;
                    configs.by_folder.insert(folder, config);
                }
            }
        }
        Ok(configs)
    }

    /// The configuration of an article.
    pub(super) fn of(&self, input: &Input) -> &Arc<Config> {
        if self.by_folder.is_empty() {
            return &self.other;
        }
        self.by_folder.get(&folder(input)).unwrap_or(&self.other)
    }
}

/// The configuration of an article and the packs that it names, as a person would write them from here; only the
/// configuration where it cannot be read.
pub(super) fn files(args: &ConfigArgs, input: &Input) -> Vec<PathBuf> {
    let file = match &args.config {
        Some(file) => Some(file.clone()),
        None if args.isolated => None,
        None => nearest(&folder(input)),
    };
    let Some(path) = file else {
        return Vec::new();
    };
    let mut files = vec![PathBuf::from(shown(&path))];
    if let Ok(source) = source(&path)
        && let Ok(file) = ConfigFile::parse(source.text(), Known { rules: &names() })
    {
        let folder = path.parent().unwrap_or_else(|| Path::new(""));
        let packs = file.packs.iter().map(|pack| folder.join(&pack.value));
        files.extend(packs.map(|pack| PathBuf::from(shown(&pack))));
    }
    files
}

/// The names that a configuration may use for rules and families.
fn names() -> Vec<&'static str> {
    let families = FAMILIES.iter().map(|family| family.name);
    rules::all().map(|rule| rule.name).chain(families).collect()
}

/// The folder of an article without links and dots; that of standard input is the working directory.
fn folder(input: &Input) -> PathBuf {
    let folder = match &input.origin {
        Origin::File(path) => path.parent().map(Path::to_path_buf),
        Origin::Stdin => None,
    };
    let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| PathBuf::from("."));
    folder.canonicalize().unwrap_or(folder)
}

/// The configuration in `folder` or in the nearest folder above it.
pub(super) fn nearest(folder: &Path) -> Option<PathBuf> {
    let paths = folder.ancestors().map(|folder| folder.join(NAME));
    paths.into_iter().find(|path| path.is_file())
}

/// The path as a person would write it from here.
pub(super) fn shown(path: &Path) -> String {
    let here = env::current_dir().and_then(|here| here.canonicalize());
    let below = here.ok().and_then(|here| path.strip_prefix(here).ok());
    displayed(below.unwrap_or(path))
}

/// Reads each configuration once.
struct Loader {
    color: Color,
    read: BTreeMap<PathBuf, Arc<Config>>,
}

impl Loader {
    fn config(&mut self, path: &Path) -> Result<Arc<Config>, Error> {
        if let Some(config) = self.read.get(path) {
            return Ok(Arc::clone(config));
        }
        let source = source(path)?;
        let names = names();
        let known = Known { rules: &names };
        let mut file = ConfigFile::parse(source.text(), known)
            .map_err(|problems| mistakes(&source, &problems, self.color))?;
        let folder = path.parent().unwrap_or_else(|| Path::new(""));
        for name in &file.packs {
            let pack = self.pack(&source, folder, name)?;
            file.config.packs.push(pack);
        }
        let config = Arc::new(file.config);
        self.read.insert(path.to_path_buf(), Arc::clone(&config));
        Ok(config)
    }

    /// A pack lives as long as the program: findings of every article point at it.
    fn pack(
        &self,
        config: &Source,
        folder: &Path,
        name: &Located<String>,
    ) -> Result<&'static TopicPack, Error> {
        let told = |message: String| {
            let problem = Problem {
                message,
                help: Some("paths are relative to the folder of this file".to_owned()),
                span: name.span,
            };
            mistakes(config, &[problem], self.color)
        };
        let path = folder.join(&name.value);
        let source = source(&path).map_err(|error| told(error.to_string()))?;
        match TopicPack::parse(source.text()) {
            Ok(pack) => Ok(Box::leak(Box::new(pack))),
            Err(problems) => Err(mistakes(&source, &problems, self.color)),
        }
    }
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
