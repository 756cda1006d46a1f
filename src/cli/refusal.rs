//! What the system said when it refused a file, in words without its numbers and without names of temporary files.

use std::error::Error;
use std::io::{self, ErrorKind};

/// Why the system refused, in lower case.
pub(super) fn refusal(error: &io::Error) -> String {
    let error = cause(error);
    let known = match error.kind() {
        ErrorKind::NotFound => "there is no such folder",
        ErrorKind::PermissionDenied => "permission denied; allow it, for the file and its folder",
        ErrorKind::IsADirectory => "it is a folder; name a file",
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            "a part of its path is a file; move it away or name another folder"
        }
        ErrorKind::StorageFull => "no space left on the device; make room and run facetdoc again",
        ErrorKind::QuotaExceeded => "the disk quota is used up; make room and run facetdoc again",
        ErrorKind::FileTooLarge => "the system allows no file of that size; raise its limit",
        ErrorKind::ReadOnlyFilesystem => "the file system is read-only; name a folder elsewhere",
        _ => return without_number(&error.to_string()),
    };
    known.to_owned()
}

/// The system's own error inside one that names a path.
fn cause(error: &io::Error) -> &io::Error {
    error
        .get_ref()
        .and_then(Error::source)
        .and_then(|source| source.downcast_ref::<io::Error>())
        .map_or(error, cause)
}

fn without_number(message: &str) -> String {
    let words = message
        .split_once(" (os error ")
        .map_or(message, |(words, _)| words);
    words.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_names_no_temporary_file_and_no_number() {
        let folder = tempfile::tempdir().unwrap();
        let missing = tempfile::Builder::new()
            .tempfile_in(folder.path().join("none"))
            .unwrap_err();
        assert_eq!(refusal(&missing), "there is no such folder");
        assert_eq!(
            refusal(&io::Error::from(ErrorKind::PermissionDenied)),
            "permission denied; allow it, for the file and its folder"
        );
        assert_eq!(
            without_number("Too many open files (os error 24)"),
            "too many open files"
        );
    }
}
