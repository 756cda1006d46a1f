//! Options that several commands take.

use crate::article::Date;
use clap::{Args, ValueEnum};
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Which articles to read, and how.
#[derive(Debug, Args)]
pub struct InputArgs {
    /// Articles, folders of articles, or - for standard input [default: the folder source, else this folder]
    ///
    /// Files that end in .md, .markdown or .txt are read, and web pages (.html, .htm) that you name one by one. A folder is searched with all folders in it, without hidden
    /// files, what .gitignore leaves out, and the folder exports.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// Also read the articles that this file names, one a line or parted by NUL; - is standard input
    ///
    /// So other programs say what to read, such as what changed:
    /// git diff --name-only --diff-filter=d -z -- '*.md' | facetdoc check --files-from - --allow-empty
    #[arg(long, value_name = "FILE")]
    pub files_from: Option<PathBuf>,

    /// With --files-from: a list that names no file is no failure
    #[arg(long, requires = "files_from")]
    pub allow_empty: bool,

    /// Leave out files that a folder holds, as a line of .gitignore would: 'exports/', '*.txt'; can be given several times
    ///
    /// The names are relative to this folder. Files that you name one by one are read. In facetdoc.toml: exclude.
    #[arg(long, value_name = "GLOB", value_parser = glob)]
    pub exclude: Vec<String>,

    /// The name under which standard input is reported; ending in .txt, it is read as pasted text, in .html as a web page
    #[arg(long, value_name = "NAME")]
    pub stdin_filename: Option<String>,

    /// Refuse files of more than this many bytes
    #[arg(long, value_name = "N", default_value_t = 5_000_000,
          value_parser = clap::value_parser!(u64).range(1..=1_000_000_000))]
    pub max_bytes: u64,

    /// Articles to work on at the same time [default: as many as there are processors]
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub jobs: Option<NonZeroUsize>,
}

fn jobs(text: &str) -> Result<NonZeroUsize, String> {
    let jobs = text.parse();
    jobs.map_err(|_| "write a whole number of 1 or more".to_owned())
}

fn glob(text: &str) -> Result<String, String> {
    crate::config::file::files(&[text.to_owned()]).map(|_| text.to_owned())
}

/// When to colour.
#[derive(Debug, Args)]
pub struct ColorArgs {
    /// When to use colours
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub color: Color,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR says otherwise
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The day of the check.
#[derive(Debug, Args)]
pub struct TodayArgs {
    /// The day that review dates are compared with [default: SOURCE_DATE_EPOCH, else today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<Date>,
}

fn day(text: &str) -> Result<Date, String> {
    Date::from_iso(text)
        .filter(|date| date.day.is_some() && date.to_iso() == text)
        .ok_or_else(|| "a day that exists is written like 2026-11-23".to_owned())
}

/// Which configuration.
#[derive(Debug, Args)]
pub struct ConfigArgs {
    /// Use this configuration for every article [default: facetdoc.toml in the article's folder or one above it]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,

    /// Use no configuration
    #[arg(long, conflicts_with = "config")]
    pub isolated: bool,

    /// Set one thing as facetdoc.toml would, and over it: region=GB, limits.sentence-words=30
    #[arg(long, value_name = "KEY=VALUE", value_parser = assignment)]
    pub set: Vec<String>,
}

fn assignment(text: &str) -> Result<String, String> {
    crate::config::file::assignment(text)
}

/// How findings and outlines are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people
    Text,
    /// For programs
    Json,
}
