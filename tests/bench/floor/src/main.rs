//! Reads every file of a folder, or the one file named, parses it with comrak and walks over every node; on all cores.
//!
//!     floor PATH

use comrak::{Arena, Options, parse_document};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, io, thread};

/// The stack that facetdoc gives each worker, too.
const STACK_BYTES: usize = 64 * 1024 * 1024;

fn main() -> io::Result<()> {
    let path = env::args_os().nth(1).expect("a file or a folder is named");
    let files = files(Path::new(&path))?;
    let next = AtomicUsize::new(0);
    let nodes = AtomicUsize::new(0);
    let work = || {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let text = fs::read_to_string(file).expect("the file holds text");
            nodes.fetch_add(count(&text), Ordering::Relaxed);
        }
    };
    let cores = thread::available_parallelism()?.get().min(files.len());
    thread::scope(|scope| {
        for _ in 0..cores {
            let worker = thread::Builder::new().stack_size(STACK_BYTES);
            worker
                .spawn_scoped(scope, work)
                .expect("the system has a thread");
        }
    });
    println!("{} files, {} nodes", files.len(), nodes.into_inner());
    Ok(())
}

fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path)?;
    let mut files: Vec<PathBuf> = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<_>>()?;
    files.sort();
    Ok(files)
}

/// The number of nodes, with the extensions that facetdoc uses.
fn count(text: &str) -> usize {
    let mut options = Options::default();
    let extension = &mut options.extension;
    extension.table = true;
    extension.strikethrough = true;
    extension.autolink = true;
    extension.tasklist = true;
    extension.footnotes = true;
    extension.description_lists = true;
    extension.ofm_callouts = true;
    extension.front_matter_delimiter = Some("---".to_owned());
    options.parse.leave_footnote_definitions = true;
    parse_document(&Arena::new(), text, &options)
        .descendants()
        .count()
}
