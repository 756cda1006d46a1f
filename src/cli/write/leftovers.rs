//! Temporary files of runs that were killed: the next run that writes into their folder takes them away.

use super::{folder, temporary};
use std::collections::BTreeSet;
use std::fs::{self, DirEntry, File};
use std::path::Path;

/// Takes away what killed runs left in the folders of `files`; what another run is writing is left alone.
///
/// What cannot be taken away stays: it is hidden, and no command reads it.
pub(in crate::cli) fn sweep<'a>(files: impl IntoIterator<Item = &'a Path>) {
    let folders: BTreeSet<&Path> = files.into_iter().map(folder::of).collect();
    for folder in folders {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if is_leftover(&entry) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Whether `entry` is a temporary file whose run is no more: the lock of a process ends with it.
fn is_leftover(entry: &DirEntry) -> bool {
    let is_ours = entry.file_name().to_str().is_some_and(temporary::is_name);
    let is_file = || entry.file_type().is_ok_and(|kind| kind.is_file());
    let is_free = || File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok());
    // Elsewhere a lock would keep the run that holds it from renaming its file.
    cfg!(unix) && is_ours && is_file() && is_free()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn leftovers_go_and_what_is_being_written_or_not_ours_stays() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| {
            let path = folder.path().join(name);
            fs::write(&path, "half").unwrap();
            path
        };
        let left = file(".facetdoc-AAAAAAAA.tmp");
        let busy = file(".facetdoc-BBBBBBBB.tmp");
        let own = [file(".facetdoc-config"), file("a.txt.tmp")];
        let link = folder.path().join(".facetdoc-CCCCCCCC.tmp");
        std::os::unix::fs::symlink("a.txt.tmp", &link).unwrap();
        let lock = File::open(&busy).unwrap();
        lock.try_lock().unwrap();
        sweep([folder.path().join("a.pdf").as_path()]);
        assert!(!left.exists());
        assert!(busy.exists() && link.exists() && own.iter().all(|path| path.exists()));
        drop(lock);
        sweep([folder.path().join("a.pdf").as_path()]);
        assert!(!busy.exists());
    }
}
