//! What people and programs are shown: findings, the outline, reading figures, the rules and their manuals.
//!
//! Everything here writes to a given place and knows of no terminal; `cli` says how wide and how colourful it may be.
//! Lines and columns are made here, from the spans of the findings.

mod excerpt;
mod order;
mod page;
mod path;
mod tally;
mod visible;
mod wrap;
mod xml;

pub mod answer;
pub mod checkstyle;
pub mod concise;
pub mod diff;
mod fold;
pub mod github;
pub mod gitlab;
pub mod html;
pub mod json;
pub mod junit;
pub mod manual;
pub mod outline;
pub mod outline_json;
pub mod rdjsonl;
pub mod rules;
pub mod sarif;
pub mod settings;
pub mod statistics;
pub mod stats;
pub mod step_summary;
pub mod text;

pub use tally::Tally;
pub use visible::{defused, visible};

use crate::article::Article;
use crate::baseline::{Identity, identities};
use crate::diagnostic::{Diagnostic, Severity};
use crate::fix::Made;
use crate::source::Source;

/// What one run of `check` found.
#[derive(Debug, Default)]
pub struct Run {
    /// The number of articles that were checked.
    pub checked: usize,
    /// The articles without findings, in the order in which they were given.
    pub clean: Vec<String>,
    /// The articles with findings, in the order in which they were given; those that were told are let go.
    pub flagged: Vec<Flagged>,
    /// What was told already of articles that are no longer held; `None` where all are.
    pub told: Option<Tally>,
    /// The files that could not be checked, in the order in which they were given.
    pub failures: Vec<Failure>,
    /// What was mended in each article that was changed; `None` where nothing was to be mended.
    pub fixes: Option<Vec<Mended>>,
    /// What was found and is left out.
    pub hidden: Hidden,
    /// The articles with findings as their readers see them, in the order in which they were given; for the HTML report.
    pub pages: Vec<html::Page>,
    /// The articles that some rules cannot read, where no finding that is shown says so.
    pub partly: Vec<Partly>,
    /// How the run ended, and what that depends on.
    pub end: End,
    /// The folder that relative paths start from, with `/` between folders; "" where none is known.
    pub root: String,
}

/// An article that some rules cannot read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partly {
    /// Its displayed path.
    pub file: String,
    /// Its language.
    pub lang: String,
    /// How many rules cannot read it.
    pub silent: usize,
}

/// The number of findings that were found and are left out; `None` where nothing of the kind was asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Those that the baseline knows.
    pub known: Option<usize>,
    /// Those on lines that did not change.
    pub unchanged: Option<usize>,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct End {
    /// The exit status, where it is known.
    pub status: Option<u8>,
    /// The least severe finding that fails; `None` if none does.
    pub fails_from: Option<Severity>,
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
    /// What tells each finding from all others of the article, in the order of the findings; none if nobody asks.
    pub identities: Vec<Identity>,
    /// How many findings can be mended by edits that keep the meaning, and by those to be looked at; `None` where the edits
    /// were not tried.
    pub fixable: Option<(usize, usize)>,
}

impl Flagged {
    /// `article` with all that was found in it.
    pub fn new(article: Article, findings: Vec<Diagnostic>) -> Self {
        Self {
            identities: Vec::new(),
            fixable: None,
            source: article.source,
            findings,
        }
    }

    /// The same with what tells each finding from the others, for a baseline and for reports that are compared.
    pub fn with_identities(article: Article, findings: Vec<Diagnostic>) -> Self {
        Self {
            identities: identities(&article, &findings),
            ..Self::new(article, findings)
        }
    }

    /// The findings that a report shows; matters of style only if it shows `all`.
    fn shown(&self, all: bool) -> impl Iterator<Item = &Diagnostic> {
        let findings = self.findings.iter();
        findings.filter(move |finding| all || finding.severity > Severity::Info)
    }

    /// The same, each with its identity.
    fn identified(&self, all: bool) -> impl Iterator<Item = (&Diagnostic, &Identity)> {
        debug_assert_eq!(self.findings.len(), self.identities.len());
        let pairs = self.findings.iter().zip(&self.identities);
        pairs.filter(move |(finding, _)| all || finding.severity > Severity::Info)
    }
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
    /// Every finding that is held, in the order of the report.
    pub fn findings(&self) -> impl Iterator<Item = &Diagnostic> {
        self.flagged.iter().flat_map(|file| &file.findings)
    }

    /// The number of findings of each severity.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::of(self.findings());
        if let Some(told) = &self.told {
            counts.add(told.counts);
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

impl Counts {
    /// Adds `others`.
    pub fn add(&mut self, others: Self) {
        self.error += others.error;
        self.warning += others.warning;
        self.info += others.info;
    }

    /// Whether there is a finding of severity `least` or above.
    pub fn any_from(&self, least: Severity) -> bool {
        match least {
            Severity::Error => self.error > 0,
            Severity::Warning => self.error + self.warning > 0,
            Severity::Info => self.error + self.warning + self.info > 0,
        }
    }

    /// The number of `findings` of each severity.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Diagnostic>) -> Self {
        let mut counts = Self::default();
        for finding in findings {
            match finding.severity {
                Severity::Error => counts.error += 1,
                Severity::Warning => counts.warning += 1,
                Severity::Info => counts.info += 1,
            }
        }
        counts
    }
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
