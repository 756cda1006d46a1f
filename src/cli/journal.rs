//! What became of each file of an export: kept while the work goes on, told as a manifest.

use super::input::{Input, Inputs, displayed};
use super::plan::Target;
use super::write::Written;
use crate::report::Failure;
use crate::source::sha256;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What became of a file, or that there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Status {
    /// It has new content.
    Written,
    /// It had this content already.
    Unchanged,
    /// It was not made because of findings.
    Refused,
    /// It could not be made, or not be written.
    Failed,
}

/// A line of the manifest; every key is always there.
#[derive(Debug, Clone, Serialize)]
struct Entry {
    /// The article as it was named.
    source: String,
    /// The hash of its text; `null` where it could not be read.
    source_sha256: Option<String>,
    /// The format; `null` where nothing is known but the name of the article.
    format: Option<&'static str>,
    /// The file.
    file: Option<String>,
    /// The hash of what was made; with `--lines`, of the article's line.
    sha256: Option<String>,
    /// The size of that.
    bytes: Option<usize>,
    /// What became of it.
    status: Status,
    /// Why it was refused or failed.
    reason: Option<String>,
}

/// The files that an export is to write, in order, with what became of each so far.
#[derive(Debug)]
pub(super) struct Journal {
    /// Whether anybody asks for it; hashes cost time.
    is_kept: bool,
    entries: Mutex<Vec<Entry>>,
}

impl Journal {
    /// Every file that is to be made of `inputs`, none of them written; `files` gives those of an article, `is_kept` tells
    /// whether it is worth the work.
    pub(super) fn new(
        inputs: &Inputs,
        files: impl Fn(&Input) -> Vec<(Target, PathBuf)>,
        is_kept: bool,
    ) -> Self {
        let mut entries = Vec::new();
        for failure in &inputs.failures {
            entries.push(entry(&failure.file, None, None, &failure.message));
        }
        for input in &inputs.found {
            for (target, file) in files(input) {
                entries.push(entry(&input.name, Some(target), Some(&file), "not reached"));
            }
        }
        Self {
            is_kept,
            entries: Mutex::new(entries),
        }
    }

    /// Notes the text of an article that was read.
    pub(super) fn read(&self, name: &str, text: &str) {
        if self.is_kept {
            let hash = sha256(text);
            self.change(name, None, |entry| entry.source_sha256 = Some(hash.clone()));
        }
    }

    /// Notes what was made for a file, and what became of the file.
    pub(super) fn wrote(&self, name: &str, target: Target, bytes: &[u8], written: Written) {
        if !self.is_kept {
            return;
        }
        let hash = sha256(bytes);
        self.change(name, Some(target), |entry| {
            entry.sha256 = Some(hash.clone());
            entry.bytes = Some(bytes.len());
            entry.reason = None;
            entry.status = match written {
                Written::New => Status::Written,
                Written::Unchanged => Status::Unchanged,
            };
        });
    }

    /// Notes that an article gets no file because of `reason`.
    pub(super) fn refused(&self, name: &str, reason: &str) {
        self.change(name, None, |entry| {
            entry.status = Status::Refused;
            entry.reason = Some(reason.to_owned());
        });
    }

    /// Notes that the files of an article that are not written cannot be made or written.
    pub(super) fn failed(&self, name: &str, reason: &str) {
        self.change(name, None, |entry| {
            if !matches!(entry.status, Status::Written | Status::Unchanged) {
                fail(entry, reason);
            }
        });
    }

    /// Notes articles that could not be read or worked on.
    pub(super) fn failures(&self, failures: &[Failure]) {
        for failure in failures {
            self.failed(&failure.file, &failure.message);
        }
    }

    /// Notes that no file is there after all, because of `reason`.
    pub(super) fn stopped(&self, reason: &str) {
        for entry in self.lock().iter_mut() {
            if entry.format.is_some() && entry.status != Status::Refused {
                fail(entry, reason);
            }
        }
    }

    /// Notes that what was made went into one file, and what became of that.
    pub(super) fn gathered(&self, written: Written) {
        for entry in self.lock().iter_mut() {
            if written == Written::Unchanged && entry.status == Status::Written {
                entry.status = Status::Unchanged;
            }
        }
    }

    /// A JSON object a line, in the order of the articles.
    #[expect(
        clippy::expect_used,
        reason = "an entry is made of strings and numbers, which JSON has"
    )]
    pub(super) fn manifest(&self) -> String {
        let mut manifest = String::new();
        for entry in self.lock().iter() {
            manifest.push_str(&serde_json::to_string(entry).expect("keys are strings"));
            manifest.push('\n');
        }
        manifest
    }

    fn change(&self, name: &str, target: Option<Target>, change: impl Fn(&mut Entry)) {
        let format = target.map(Target::name);
        for entry in self.lock().iter_mut() {
            if entry.source == name && (format.is_none() || entry.format == format) {
                change(entry);
            }
        }
    }

    /// A worker that panicked left whole entries behind.
    fn lock(&self) -> MutexGuard<'_, Vec<Entry>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn entry(source: &str, target: Option<Target>, file: Option<&Path>, reason: &str) -> Entry {
    Entry {
        source: source.to_owned(),
        source_sha256: None,
        format: target.map(Target::name),
        file: file.map(displayed),
        sha256: None,
        bytes: None,
        status: Status::Failed,
        reason: Some(reason.to_owned()),
    }
}

fn fail(entry: &mut Entry, reason: &str) {
    entry.sha256 = None;
    entry.bytes = None;
    entry.status = Status::Failed;
    entry.reason = Some(reason.to_owned());
}
