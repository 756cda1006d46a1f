//! `--watch`: runs again when a file changes that the run depends on.

mod scope;

use super::args::{ConfigArgs, InputArgs};
use super::input::{self, displayed};
use super::{Error, Outcome, config, terminal};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use scope::{Scope, Seen};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

/// So long nothing must happen before the next run: an editor that saves changes several files.
const QUIET: Duration = Duration::from_millis(150);

/// What a run reads and writes.
#[derive(Debug)]
pub(super) struct Watched<'a> {
    /// Which articles.
    pub input: &'a InputArgs,
    /// Which configuration.
    pub config: &'a ConfigArgs,
    /// A folder that it writes to.
    pub output_dir: Option<&'a Path>,
    /// Files that it writes.
    pub written: Vec<PathBuf>,
}

/// What comes while the next run is waited for.
enum News {
    /// Something happened to a file.
    Event(notify::Result<Event>),
    /// The user wants to stop.
    Stop,
}

/// Does `once` now and after every change, until the user stops it.
pub(super) fn run(
    watched: &Watched<'_>,
    once: impl Fn() -> Result<Outcome, Error>,
) -> Result<Outcome, Error> {
    if watched.input.reads_stdin() {
        return Err(Error::WatchStdin);
    }
    let (sender, news) = mpsc::channel();
    let stop = sender.clone();
    // Where another handler is there already, Ctrl-C ends the program in its own way.
    let _ = ctrlc::set_handler(move || {
        let _ = stop.send(News::Stop);
    });
    let eyes = notify::recommended_watcher(move |event| {
        let _ = sender.send(News::Event(event));
    });
    let mut eyes = eyes.map_err(|error| unwatched(&error))?;
    let mut places = BTreeSet::new();
    let mut seen = Seen::default();
    loop {
        let scope = scope_of(watched);
        watch_more(&mut eyes, &scope, &mut places)?;
        match once() {
            Ok(_) => {}
            Err(Error::Write(error)) => return Err(Error::Write(error)),
            // A mistake in a configuration, say, which the next change may mend.
            Err(error) => terminal::complain(&error.to_string()),
        }
        terminal::note("waiting for changes; Ctrl-C stops");
        let Some(changed) = wait(&news, &scope, &mut seen) else {
            return Ok(Outcome::Clean);
        };
        terminal::clear()?;
        terminal::note(&scope::header(&changed));
    }
}

fn unwatched(error: &notify::Error) -> Error {
    Error::Watch(error.to_string())
}

/// The files that changed, once it is quiet again; `None` where the user stops.
fn wait(news: &Receiver<News>, scope: &Scope, seen: &mut Seen) -> Option<BTreeSet<String>> {
    let mut changed = BTreeSet::new();
    loop {
        let next = if changed.is_empty() {
            news.recv().ok()?
        } else {
            match news.recv_timeout(QUIET) {
                Ok(next) => next,
                Err(_) => return Some(changed),
            }
        };
        match next {
            News::Stop => return None,
            News::Event(Ok(event)) if !matches!(event.kind, EventKind::Access(_)) => {
                let paths = event.paths.iter().filter(|path| scope.concerns(path));
                for path in paths {
                    if seen.is_news(path, fs::read(path).ok().as_deref()) {
                        changed.insert(config::shown(path));
                    }
                }
            }
            News::Event(Ok(_)) => {}
            News::Event(Err(error)) => terminal::complain(&unwatched(&error).to_string()),
        }
    }
}

/// What the run depends on as the files are now.
fn scope_of(watched: &Watched<'_>) -> Scope {
    let mut scope = Scope {
        config_name: config::NAME,
        articles: input::ENDINGS,
        written: watched.written.iter().map(|path| whole(path)).collect(),
        ..Scope::default()
    };
    let outputs = [Path::new(input::EXPORTS_FOLDER)].into_iter();
    let outputs = outputs.chain(watched.output_dir);
    scope.outputs = outputs.map(whole).collect();
    let list = watched.input.files_from.as_ref();
    scope.files.extend(list.map(|list| whole(list)));
    let mut configs: BTreeSet<PathBuf> = watched.config.config.iter().cloned().collect();
    // A list that cannot be read is told by the run.
    for path in input::asked_for(watched.input).unwrap_or_default() {
        let path = whole(&path);
        let is_folder = path.is_dir();
        let folder = if is_folder {
            Some(path.as_path())
        } else {
            path.parent()
        };
        if let Some(folder) = folder
            && !watched.config.isolated
            && watched.config.config.is_none()
        {
            configs.extend(config::nearest(folder));
        }
        if is_folder {
            scope.folders.push(path);
        } else {
            scope.beside.extend(path.parent().map(Path::to_path_buf));
            scope.files.insert(path);
        }
    }
    for config in configs {
        add_config(&config, &mut scope.files);
    }
    scope
}

/// Adds the configuration at `path` with the files that it names: topic packs, and configurations that it extends.
fn add_config(path: &Path, files: &mut BTreeSet<PathBuf>) {
    let path = whole(path);
    if !files.insert(path.clone()) {
        return;
    }
    let text = fs::read_to_string(&path).unwrap_or_default();
    let Ok(table) = text.parse::<toml::Table>() else {
        return;
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    for name in named(&table, "packs") {
        files.insert(whole(&folder.join(name)));
    }
    for name in named(&table, "extends") {
        add_config(&folder.join(name), files);
    }
}

/// The strings under `key`: one, or a list.
fn named<'a>(table: &'a toml::Table, key: &str) -> Vec<&'a str> {
    match table.get(key) {
        Some(toml::Value::String(name)) => vec![name],
        Some(toml::Value::Array(names)) => names.iter().filter_map(toml::Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The path without links and dots, as far as it is there.
fn whole(path: &Path) -> PathBuf {
    if let Ok(whole) = path.canonicalize() {
        return whole;
    }
    let parent = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    match (parent.canonicalize(), path.file_name()) {
        (Ok(parent), Some(name)) => parent.join(name),
        _ => path.to_path_buf(),
    }
}

/// Watches what is not watched yet. For single files it is their folder: a file that is replaced would be lost.
fn watch_more(
    watcher: &mut RecommendedWatcher,
    scope: &Scope,
    places: &mut BTreeSet<(PathBuf, bool)>,
) -> Result<(), Error> {
    let folders = scope.folders.iter().map(|folder| (folder.clone(), true));
    let parents = scope.files.iter().filter_map(|file| file.parent());
    let parents = parents.map(|folder| (folder.to_path_buf(), false));
    for (folder, is_deep) in folders.chain(parents) {
        let is_inside = scope.folders.iter().any(|root| folder.starts_with(root));
        if !is_deep && is_inside || !folder.is_dir() || !places.insert((folder.clone(), is_deep)) {
            continue;
        }
        let mode = if is_deep {
            RecursiveMode::Recursive
        } else {
            RecursiveMode::NonRecursive
        };
        watcher
            .watch(&folder, mode)
            .map_err(|error| Error::Watch(format!("{}: {error}", displayed(&folder))))?;
    }
    Ok(())
}
