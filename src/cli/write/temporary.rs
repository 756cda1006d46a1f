//! A new content in a temporary file beside the old one, then a rename.

use super::owner;
use std::fs::{File, Metadata};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// How the names of temporary files begin: hidden, so that no walk takes them for articles.
const START: &str = ".facetdoc-";
/// How they end.
const END: &str = ".tmp";
/// The letters and digits between.
const LETTERS: usize = 8;
/// A sweep may take a file in the instant before it is locked; more often than this in a row it does not.
const TRIES: usize = 4;

/// Puts `bytes` in the place of the file at `path`, which has the rights and the owner of `before` where there was one.
pub(super) fn replace(path: &Path, bytes: &[u8], before: Option<&Metadata>) -> io::Result<()> {
    let mut tries = 1;
    loop {
        match replace_once(path, bytes, before) {
            Err(error) if error.kind() == ErrorKind::NotFound && tries < TRIES => tries += 1,
            done => return done,
        }
    }
}

fn replace_once(path: &Path, bytes: &[u8], before: Option<&Metadata>) -> io::Result<()> {
    let mut file = new_beside(path)?;
    file.write_all(bytes)?;
    if let Some(before) = before {
        owner::keep(file.as_file(), before);
        file.as_file().set_permissions(before.permissions())?;
    }
    // Before the rename: else a power cut could leave the new name with nothing in it.
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

fn new_beside(path: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(START).suffix(END).rand_bytes(LETTERS);
    // A temporary file is its owner's only; a handout is a file like any other, as far as the umask lets it.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let file = builder.tempfile_in(super::folder::of(path))?;
    lock(file.as_file());
    Ok(file)
}

/// Locks a temporary file for as long as its run lives; where a file system knows no locks, nothing is swept either.
fn lock(file: &File) {
    if cfg!(unix) {
        let _ = file.try_lock();
    }
}

/// Whether temporary files have names like this, and nothing else has.
pub(super) fn is_name(name: &str) -> bool {
    let middle = name
        .strip_prefix(START)
        .and_then(|rest| rest.strip_suffix(END));
    middle.is_some_and(|middle| {
        middle.len() == LETTERS && middle.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn temporary_files_are_known_by_their_names() {
        let folder = tempfile::tempdir().unwrap();
        let file = new_beside(&folder.path().join("a.txt")).unwrap();
        assert!(is_name(file.path().file_name().unwrap().to_str().unwrap()));
        for other in [
            ".facetdoc-config",
            ".facetdoc-.tmp",
            ".facetdoc-a/b12345.tmp",
            "a.txt",
        ] {
            assert!(!is_name(other), "{other}");
        }
    }
}
