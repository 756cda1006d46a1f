//! What people and programs are shown: findings, the outline, reading figures, the rules and their manuals.
//!
//! Everything here writes to a given place and knows of no terminal; `cli` says how wide and how colourful it may be.
//! Lines and columns are made here, from the spans of the findings.

mod excerpt;
mod order;
mod page;
mod visible;
mod wrap;

pub mod diff;
pub mod json;
pub mod manual;
pub mod outline;
pub mod outline_json;
pub mod rules;
pub mod settings;
pub mod stats;
pub mod text;

pub use visible::visible;

use crate::diagnostic::{Diagnostic, Severity};
use crate::fix::Made;
use crate::source::Source;

/// What one run of `check` found.
#[derive(Debug, Default)]
pub struct Run {
    /// The number of articles that were checked.
    pub checked: usize,
    /// The articles with findings, in the order in which they were given.
    pub flagged: Vec<Flagged>,
    /// The files that could not be checked, in the order in which they were given.
    pub failures: Vec<Failure>,
    /// What was mended in each article that was changed; `None` where nothing was to be mended.
    pub fixes: Option<Vec<Mended>>,
}

/// What was mended in one article.
#[derive(Debug, Clone)]
pub struct Mended {
    /// The article's displayed path.
    pub file: String,
    /// The fixes, in the order in which they were made.
    pub made: Vec<Made>,
}

/// An article with its findings.
#[derive(Debug)]
pub struct Flagged {
    /// The article as it was read.
    pub source: Source,
    /// Its findings, by position, then by rule; never empty.
    pub findings: Vec<Diagnostic>,
}

/// A file that could not be read or checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Its displayed path.
    pub file: String,
    /// Why, in lower case, without a full stop.
    pub message: String,
}

impl Run {
    /// Every finding, in the order of the report.
    pub fn findings(&self) -> impl Iterator<Item = &Diagnostic> {
        self.flagged.iter().flat_map(|file| &file.findings)
    }

    /// The number of findings of each severity.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for finding in self.findings() {
            match finding.severity {
                Severity::Error => counts.error += 1,
                Severity::Warning => counts.warning += 1,
                Severity::Info => counts.info += 1,
            }
        }
        counts
    }
}

/// A number of findings of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Errors.
    pub error: usize,
    /// Warnings.
    pub warning: usize,
    /// Matters of style.
    pub info: usize,
}

/// `1 article`, `2 articles`.
pub fn counted(number: usize, word: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {word}{ending}")
}

/// `text` with single spaces, and what steers a terminal made visible.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    visible(&words.join(" ")).into_owned()
}
