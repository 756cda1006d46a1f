//! Reads the fonts that `--font` names, before any article is.

use super::Error;
use super::input::displayed;
use super::refusal::refusal;
use crate::export::pdf::{FontFile, Fonts};
use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A larger file is no font: those with all Chinese characters have about 20 million bytes.
const BYTES_MAX: u64 = 100_000_000;

/// The fonts in these files.
pub(super) fn read(paths: &[PathBuf]) -> Result<Fonts, Error> {
    let files = paths.iter().map(|path| font(path));
    Ok(Fonts::new(files.collect::<Result<_, _>>()?))
}

fn font(path: &Path) -> Result<FontFile, Error> {
    let unreadable = |why: String| Error::Unreadable {
        file: displayed(path),
        why,
    };
    let bytes = File::open(path).and_then(|file| super::read::at_most(file, BYTES_MAX));
    let bytes = bytes.map_err(|error| {
        unreadable(match error.kind() {
            ErrorKind::NotFound => "there is no such file (named by --font)".to_owned(),
            _ => refusal(&error),
        })
    })?;
    FontFile::read(&bytes).map_err(|fault| unreadable(fault.to_string()))
}
