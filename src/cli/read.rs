//! Reads an article and tells what it is written in.

use super::refusal::refusal;
use crate::source::{Format, Source};
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Why an article cannot be read.
#[derive(Debug)]
pub(super) enum ReadError {
    /// The system refuses.
    Open(io::Error),
    /// There is nothing of that name.
    Missing,
    /// A folder without articles, and whether it has web pages.
    NothingInside { has_pages: bool },
    /// A folder whose articles are all excluded.
    AllExcluded,
    /// A file of another kind, by its name.
    WrongEnding,
    /// More bytes than allowed.
    TooLarge { limit: u64 },
    /// No text: it holds a NUL.
    Binary { byte: usize, line: usize },
    /// Text in another encoding.
    NotUtf8 { byte: usize, line: usize },
    /// Text that starts with the byte order mark of UTF-16.
    Utf16,
    /// A folder that cannot be searched.
    Walk(ignore::Error),
}

impl fmt::Display for ReadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open(error) => write!(out, "cannot be read: {}", refusal(error)),
            Self::Missing => write!(out, "there is no such file or folder"),
            Self::NothingInside { has_pages } => {
                let reads =
                    "nothing to read in this folder: facetdoc reads .md, .markdown and .txt";
                if *has_pages {
                    write!(out, "{reads}, and .html files that are named one by one")
                } else {
                    out.write_str(reads)
                }
            }
            Self::AllExcluded => out.write_str(
                "nothing to read in this folder: exclude in facetdoc.toml or --exclude leaves out every article",
            ),
            Self::WrongEnding => write!(
                out,
                "not read: facetdoc reads .md, .markdown, .txt and .html"
            ),
            Self::TooLarge { limit } => {
                write!(out, "larger than {limit} bytes; --max-bytes allows more")
            }
            Self::Binary { byte, line } => write!(
                out,
                "not text: a NUL at byte {byte} (line {line}); export it as text or Markdown first"
            ),
            Self::NotUtf8 { byte, line } => write!(
                out,
                "not UTF-8 at byte {byte} (line {line}); save it with the encoding UTF-8"
            ),
            Self::Utf16 => write!(
                out,
                "not UTF-8 at byte 0 (line 1), it looks like UTF-16; save it with the encoding UTF-8"
            ),
            Self::Walk(error) => match error.io_error() {
                Some(error) => write!(out, "cannot be searched: {}", refusal(error)),
                None => write!(out, "cannot be searched: {error}"),
            },
        }
    }
}

/// The article in the file at `path`, called `name`; one of more than `limit` bytes is refused.
pub(super) fn file(path: &Path, name: &str, limit: u64) -> Result<Source, ReadError> {
    let file = File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => ReadError::Missing,
        _ => ReadError::Open(error),
    })?;
    source(name, read_at_most(file, limit)?)
}

/// The article in standard input, called `name`; one of more than `limit` bytes is refused.
pub(super) fn stdin(name: &str, limit: u64) -> Result<Source, ReadError> {
    source(name, read_at_most(io::stdin().lock(), limit)?)
}

fn source(name: &str, bytes: Vec<u8>) -> Result<Source, ReadError> {
    Ok(of_text(name, text(bytes)?))
}

/// A text as the article called `name`, whose ending says how it is written.
pub(super) fn of_text(name: &str, text: String) -> Source {
    let format = Format::of(name, &text);
    Source::new(name, text, format)
}

/// Everything that `reader` gives, of a file that is no article; more than `limit` bytes are refused.
pub(super) fn at_most(reader: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    match read_at_most(reader, limit) {
        Ok(bytes) => Ok(bytes),
        Err(ReadError::Open(error)) => Err(error),
        Err(_) => Err(io::Error::other(format!(
            "it has more than {limit} bytes, which is too much for such a file"
        ))),
    }
}

fn read_at_most(reader: impl Read, limit: u64) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    reader
        .take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(ReadError::Open)?;
    if bytes.len() as u64 > limit {
        return Err(ReadError::TooLarge { limit });
    }
    Ok(bytes)
}

fn text(bytes: Vec<u8>) -> Result<String, ReadError> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(ReadError::Utf16);
    }
    if let Some(byte) = bytes.iter().position(|byte| *byte == 0) {
        let line = line_of(&bytes, byte);
        return Err(ReadError::Binary { byte, line });
    }
    String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        let line = line_of(error.as_bytes(), byte);
        ReadError::NotUtf8 { byte, line }
    })
}

fn line_of(bytes: &[u8], at: usize) -> usize {
    1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_says_where() {
        let cases: [(&[u8], &str); 4] = [
            (
                b"a\nb\n\xe9t\xe9",
                "not UTF-8 at byte 4 (line 3); save it with the encoding UTF-8",
            ),
            (
                b"\x89PNG\n\0",
                "not text: a NUL at byte 5 (line 2); export it as text or Markdown first",
            ),
            (
                b"\xff\xfea\0",
                "not UTF-8 at byte 0 (line 1), it looks like UTF-16; save it with the encoding UTF-8",
            ),
            (
                b"cut \xe2\x82",
                "not UTF-8 at byte 4 (line 1); save it with the encoding UTF-8",
            ),
        ];
        for (bytes, message) in cases {
            assert_eq!(text(bytes.to_vec()).unwrap_err().to_string(), message);
        }
    }

    #[test]
    fn a_file_of_exactly_the_limit_is_read() {
        assert_eq!(read_at_most(&b"12345"[..], 5).unwrap(), b"12345");
        let error = read_at_most(&b"123456"[..], 5).unwrap_err();
        assert_eq!(
            error.to_string(),
            "larger than 5 bytes; --max-bytes allows more"
        );
    }
}
