//! Writes files whole or not at all, so that neither a full disk, a kill nor a power cut leaves half of one.
//!
//! What a rename cannot keep is lost on purpose: a second name of the file (a hard link) keeps the old content, and access
//! lists beyond owner, group and mode are those of a new file.

mod folder;
mod leftovers;
mod owner;
mod temporary;

pub(super) use folder::{check_inside, create, sync};
pub(super) use leftovers::sweep;

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// It has new content.
    New,
    /// It had this content; it was not touched and keeps its time.
    Unchanged,
}

/// Puts `bytes` into the file at `path`, once what runs before this one left beside it is swept away; when it returns, not even
/// a power cut takes them back.
///
/// What is no plain file (a device, a pipe) is written to as it is; through a link, the file that it names is written. A link
/// that leads nowhere and a file that may not be written are refused.
pub(super) fn write_file(path: &Path, bytes: &[u8]) -> io::Result<Written> {
    sweep([path]);
    let written = put(path, bytes)?;
    sync([path])?;
    Ok(written)
}

/// [`write_file`] for one of many files: whoever calls it sweeps before the first, and syncs after the last of a folder.
pub(super) fn put(path: &Path, bytes: &[u8]) -> io::Result<Written> {
    let (path, before) = target(path)?;
    match before {
        Some(meta) if !meta.is_file() => {
            return fs::write(&path, bytes).map(|()| Written::New);
        }
        Some(_) if fs::read(&path)? == bytes => return Ok(Written::Unchanged),
        before => temporary::replace(&path, bytes, before.as_ref())?,
    }
    Ok(Written::New)
}

/// Puts `bytes` into the file at `path` if `before` is still what it holds: an author may have saved it meanwhile.
///
/// As with [`put`], the caller sweeps and syncs.
pub(super) fn put_over(path: &Path, before: &[u8], bytes: &[u8]) -> io::Result<()> {
    let (path, meta) = target(path)?;
    if fs::read(&path)? != before {
        return Err(io::Error::other(
            "it was changed while facetdoc was at work, and is left as it is; run facetdoc again",
        ));
    }
    temporary::replace(&path, bytes, meta.as_ref())
}

/// The file that `path` leads to, and what is known of it if it is there.
fn target(path: &Path) -> io::Result<(PathBuf, Option<Metadata>)> {
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    match fs::metadata(&whole) {
        Ok(meta) if meta.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(meta) if meta.is_file() && meta.permissions().readonly() => Err(io::Error::other(
            "it is marked as read-only; allow writing to it, or name another file",
        )),
        Ok(meta) => Ok((whole, Some(meta))),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Err(_) if path.is_symlink() => Err(io::Error::other(
            "it is a link to a file that is not there; mend the link or take it away",
        )),
        Err(_) => Ok((whole, None)),
    }
}

/// Where a file is or would be: two paths that lead to one file have one place.
pub(super) fn place(path: &Path) -> PathBuf {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_the_same_content_is_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        assert_eq!(write_file(&path, b"one").unwrap(), Written::New);
        let time = fs::metadata(&path).unwrap().modified().unwrap();
        assert_eq!(write_file(&path, b"one").unwrap(), Written::Unchanged);
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), time);
        assert_eq!(write_file(&path, b"two").unwrap(), Written::New);
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_are_those_of_the_file_before_or_of_any_new_file() {
        use std::fs::Permissions;
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let plain = folder.path().join("plain");
        fs::write(&plain, b"").unwrap();
        let path = folder.path().join("a.txt");
        write_file(&path, b"one").unwrap();
        assert_eq!(mode(&path), mode(&plain));
        fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
        write_file(&path, b"two").unwrap();
        assert_eq!(mode(&path), 0o640);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_a_device_a_device() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        let link = folder.path().join("link.txt");
        fs::write(&path, b"one").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        write_file(&link, b"two").unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(
            write_file(Path::new("/dev/null"), b"x").unwrap(),
            Written::New
        );
    }

    #[test]
    fn a_folder_in_the_place_of_the_file_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let error = write_file(folder.path(), b"x").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::IsADirectory);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link.txt");
        std::os::unix::fs::symlink("nowhere", &link).unwrap();
        assert!(write_file(&link, b"x").is_err());
        assert!(link.is_symlink());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_read_only_file_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, b"one").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert!(write_file(&path, b"two").is_err());
        assert_eq!(fs::read(&path).unwrap(), b"one");
    }

    #[test]
    fn what_an_author_saved_meanwhile_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        fs::write(&path, b"saved").unwrap();
        let error = put_over(&path, b"read", b"mended").unwrap_err();
        assert!(error.to_string().contains("was changed"), "{error}");
        assert_eq!(fs::read(&path).unwrap(), b"saved");
        put_over(&path, b"saved", b"mended").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"mended");
    }
}
