//! The configuration of each record.

use super::super::Error;
use super::super::args::{Color, ConfigArgs};
use super::super::config::file_for;
use super::super::layers::Layers;
use crate::config::Config;
use crate::config::file::Stack;
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The texts of the configuration that holds in the working directory.
pub(super) fn layers(args: &ConfigArgs, color: Color) -> Result<Layers, Error> {
    let here = here();
    let file = file_for(args, &here);
    Layers::read(file.as_deref(), &args.set, color)
}

fn here() -> PathBuf {
    let here = PathBuf::from(".");
    here.canonicalize().unwrap_or(here)
}

/// The configurations of records: an id that is a path below the working directory has the overrides for that file.
#[derive(Debug)]
pub(super) struct ById<'a> {
    layers: &'a Layers,
    stack: &'a Stack<'a>,
    here: PathBuf,
    made: Mutex<BTreeMap<Vec<usize>, Arc<Config>>>,
}

impl<'a> ById<'a> {
    /// What `stack`, made of `layers`, sets; it is tried without an override, so that mistakes are told before any record.
    pub(super) fn new(layers: &'a Layers, stack: &'a Stack<'a>) -> Result<Self, Error> {
        let usual = if layers.sources.is_empty() {
            Config::default()
        } else {
            layers.config(stack, &[])?
        };
        Ok(Self {
            layers,
            stack,
            here: here(),
            made: Mutex::new(BTreeMap::from([(Vec::new(), Arc::new(usual))])),
        })
    }

    /// The configuration of the record called `name`.
    pub(super) fn of(&self, name: &str) -> Result<Arc<Config>, Error> {
        let path = Path::new(name);
        let is_below = path
            .components()
            .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        let path = is_below.then(|| self.here.join(path));
        let applying = self.layers.applying(self.stack, path.as_deref());
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(config) = made.get(&applying) {
            return Ok(Arc::clone(config));
        }
        let config = Arc::new(self.layers.config(self.stack, &applying)?);
        made.insert(applying, Arc::clone(&config));
        Ok(config)
    }
}
