//! `--files-from`: the articles that another program names.

use super::Error;
use super::read::ReadError;
use super::refusal::refusal;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

/// A larger file is no list of paths: it has room for half a million.
const BYTES_MAX: u64 = 50_000_000;

/// The paths in the list at `path`, or in standard input for `-`, in their order.
///
/// A list without any is refused unless it `may_be_empty`. Where the list has a NUL, NUL parts the paths, as after `git diff -z`; else each line is one.
pub(super) fn read(path: &Path, may_be_empty: bool) -> Result<Vec<PathBuf>, Error> {
    let bytes = if path.as_os_str() == "-" {
        super::read::at_most(io::stdin().lock(), BYTES_MAX)
    } else {
        File::open(path).and_then(|file| super::read::at_most(file, BYTES_MAX))
    };
    let told = |why: String| Error::FileList {
        file: path.display().to_string(),
        why,
    };
    let bytes = bytes.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => told(ReadError::Missing.to_string()),
        _ => told(format!("cannot be read: {}", refusal(&error))),
    })?;
    let paths = paths(&bytes).map_err(told)?;
    if paths.is_empty() && !may_be_empty {
        let why = "this list names no file; with --allow-empty that is no failure";
        return Err(told(why.to_owned()));
    }
    Ok(paths)
}

fn paths(bytes: &[u8]) -> Result<Vec<PathBuf>, String> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mark = if bytes.contains(&0) { 0 } else { b'\n' };
    let entries = bytes.split(|byte| *byte == mark).map(|entry| match mark {
        0 => entry,
        _ => entry.strip_suffix(b"\r").unwrap_or(entry),
    });
    entries
        .filter(|entry| !entry.is_empty())
        .map(path)
        .map(|path| {
            // In a list, - is a file of that name.
            path.map(|path| {
                if path.as_os_str() == "-" {
                    Path::new(".").join(path)
                } else {
                    path
                }
            })
        })
        .collect()
}

#[cfg(unix)]
#[expect(
    clippy::unnecessary_wraps,
    reason = "other systems have names that are text"
)]
fn path(entry: &[u8]) -> Result<PathBuf, String> {
    use std::os::unix::ffi::OsStrExt;
    Ok(PathBuf::from(std::ffi::OsStr::from_bytes(entry)))
}

#[cfg(not(unix))]
fn path(entry: &[u8]) -> Result<PathBuf, String> {
    let text = std::str::from_utf8(entry);
    let text = text.map_err(|_| "not UTF-8; save it with the encoding UTF-8".to_owned())?;
    Ok(PathBuf::from(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_or_nuls_part_the_paths() {
        let cases: [(&[u8], &[&str]); 7] = [
            (b"a.md\nb c.md\n", &["a.md", "b c.md"]),
            (b"a.md\r\n\r\nb.md", &["a.md", "b.md"]),
            (b"a.md\0b\nc.md\0", &["a.md", "b\nc.md"]),
            (b"\xef\xbb\xbfa.md", &["a.md"]),
            (b"", &[]),
            (b"\n\n", &[]),
            (b"-\n", &["./-"]),
        ];
        for (bytes, wanted) in cases {
            let wanted: Vec<PathBuf> = wanted.iter().map(PathBuf::from).collect();
            assert_eq!(paths(bytes).unwrap(), wanted, "{bytes:?}");
        }
    }
}
