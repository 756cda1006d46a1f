//! Folders that files are written into.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The folder of the file at `path`.
pub(super) fn of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Makes the folder at `path` and those above it that are missing, so that a power cut does not take them back.
pub(in crate::cli) fn create(path: &Path) -> io::Result<()> {
    let missing: Vec<&Path> = path
        .ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
        .collect();
    fs::create_dir_all(path)?;
    sync(missing)
}

/// Has the system write down which files the folders of `files` hold: with that a rename outlives a power cut.
pub(in crate::cli) fn sync<'a>(files: impl IntoIterator<Item = &'a Path>) -> io::Result<()> {
    let folders: BTreeSet<PathBuf> = files
        .into_iter()
        .map(|file| of(&file.canonicalize().unwrap_or_else(|_| file.to_path_buf())).to_path_buf())
        .collect();
    // Elsewhere a folder cannot be opened as a file, and the rename itself is written down.
    if !cfg!(unix) {
        return Ok(());
    }
    for folder in folders {
        match File::open(&folder).and_then(|folder| folder.sync_all()) {
            // A folder of devices, or one that may be written and not read; some file systems know no such thing.
            Err(error)
                if !matches!(
                    error.kind(),
                    ErrorKind::InvalidInput
                        | ErrorKind::Unsupported
                        | ErrorKind::PermissionDenied
                        | ErrorKind::NotFound
                ) =>
            {
                return Err(error);
            }
            _ => {}
        }
    }
    Ok(())
}

/// Refuses a file at `path`, below `root`, that a link would take out of `root`.
///
/// The names below an output folder come from articles and the folder may come from a repository: neither may choose a file
/// elsewhere. `root` itself may be a link.
pub(in crate::cli) fn check_inside(root: &Path, path: &Path) -> io::Result<()> {
    let Ok(home) = root.canonicalize() else {
        // Not there yet, so nothing below it leads anywhere.
        return Ok(());
    };
    let mut below = path
        .ancestors()
        .take_while(|part| part.starts_with(root) && *part != root);
    let nearest = below.find_map(|part| part.canonicalize().ok());
    match nearest {
        Some(place) if !place.starts_with(&home) => Err(io::Error::other(
            "a link leads from there out of the output folder; take the link away, or name that file with -o",
        )),
        _ => Ok(()),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn links_out_of_the_output_folder_are_refused_and_others_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        create(&out.join("in")).unwrap();
        fs::write(folder.path().join("own"), "own").unwrap();
        symlink("../own", out.join("a.txt")).unwrap();
        symlink("..", out.join("up")).unwrap();
        symlink("in", out.join("same")).unwrap();
        let root = folder.path().join("root");
        symlink("out", &root).unwrap();
        for root in [&out, &root] {
            for (file, is_fine) in [
                ("a.txt", false),
                ("up/b.txt", false),
                ("up/new/b.txt", false),
                ("same/b.txt", true),
                ("in/b.txt", true),
                ("new/b.txt", true),
            ] {
                let checked = check_inside(root, &root.join(file));
                assert_eq!(checked.is_ok(), is_fine, "{file}");
            }
        }
    }
}
