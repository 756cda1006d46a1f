//! What `export` takes about fonts.

use clap::Args;
use std::path::PathBuf;

/// `--font`
#[derive(Debug, Args)]
pub struct FontArgs {
    /// Take letters that the PDF's own fonts lack from this font; can be given several times
    ///
    /// The PDF has fonts for the Latin, Greek and Cyrillic scripts. For Arabic, Hebrew, Chinese, Japanese and others, name
    /// a font file (.ttf, .otf, or .ttc, of which the first font is taken), and its bold one too if you have it. Its licence
    /// must allow to put it into documents.
    #[arg(long = "font", value_name = "FILE")]
    pub fonts: Vec<PathBuf>,
}
