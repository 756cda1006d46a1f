//! The texts of one configuration as one: a file over those that it extends, overrides over both, flags over all.
//!
//! A place is a span in all texts laid end to end, so that the same code reads one file and many; [`Stack::place`] tells
//! which text it is in.

use super::globs::Files;
use super::{ConfigFile, Known, tree};
use crate::article::{Located, Problem};
use crate::config::faults::Faults;
use crate::config::table::{self, Table};
use crate::source::Span;
use serde_json::Value;
use toml::de::{DeTable, DeValue};

/// Keys that have a meaning only at the top of a file.
const TOP_ONLY: &[(&str, &str)] = &[
    ("extends", "extends is for a whole file"),
    ("overrides", "an override cannot hold another"),
    (
        "exclude",
        "exclude is for the whole file; name the files there",
    ),
    (
        "kinds",
        "kinds are for the whole file; an override chooses one with `kind`",
    ),
];

/// The texts of one configuration.
#[derive(Debug)]
pub struct Stack<'t> {
    /// Where each text starts, files first, then flags.
    starts: Vec<usize>,
    /// What each file sets for all articles, the weakest first.
    files: Vec<DeTable<'t>>,
    overrides: Vec<Override<'t>>,
    flags: Vec<DeTable<'t>>,
}

/// What a configuration sets for some files.
#[derive(Debug)]
pub struct Override<'t> {
    /// Which files.
    pub files: Files,
    /// Where the patterns stand.
    pub span: Span,
    table: DeTable<'t>,
}

/// A key that is set.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// Its path, such as `limits.sentence-words`.
    pub key: String,
    /// Its value.
    pub value: Value,
    /// Where it is set; a list to which several files add has a place for each item.
    pub places: Vec<Span>,
}

impl<'t> Stack<'t> {
    /// The configuration of `files`, each over those before it, and of `flags` over all; the mistakes that keep it from
    /// being put together. Others are found by [`Stack::problems`].
    pub fn new(files: &[&'t str], flags: &[&'t str]) -> Result<Self, Vec<Problem>> {
        let faults = Faults::default();
        let mut stack = Self {
            starts: Vec::new(),
            files: Vec::new(),
            overrides: Vec::new(),
            flags: Vec::new(),
        };
        let mut start = 0;
        for (index, text) in files.iter().chain(flags).enumerate() {
            stack.starts.push(start);
            match table::parse(text) {
                Ok(table) => {
                    let table = tree::moved(table.into_inner(), start);
                    if index < files.len() {
                        stack.add_file(table, &faults);
                    } else {
                        stack.flags.push(table);
                    }
                }
                Err(problem) => {
                    let span = problem.span.range();
                    let span = Span::new(span.start + start, span.end + start);
                    faults.add(span, problem.message, problem.help);
                }
            }
            // One byte between texts, so that the end of one is not the start of the next.
            start += text.len() + 1;
        }
        let problems = faults.into_problems();
        if problems.is_empty() {
            Ok(stack)
        } else {
            Err(problems)
        }
    }

    fn add_file(&mut self, mut table: DeTable<'t>, faults: &Faults) {
        let mut whole = Table::over(&table, faults);
        whole.one_or_more("extends");
        let rows = whole.tables("overrides").into_iter();
        let files: Vec<(Files, Span)> = rows.map(|row| override_files(row, faults)).collect();
        table.remove("extends");
        let overrides = table.remove("overrides").map(toml::Spanned::into_inner);
        if let Some(DeValue::Array(list)) = overrides {
            let tables = list.into_iter().filter_map(|item| match item.into_inner() {
                DeValue::Table(table) => Some(table),
                _ => None,
            });
            for ((files, span), mut table) in files.into_iter().zip(tables) {
                table.remove("files");
                self.overrides.push(Override { files, span, table });
            }
        }
        self.files.push(table);
    }

    /// The text that `span` is in, by its place among the files and flags, and the span there.
    pub fn place(&self, span: Span) -> (usize, Span) {
        let text = self.starts.partition_point(|start| *start <= span.start());
        let text = text.saturating_sub(1);
        let start = self.starts.get(text).copied().unwrap_or(0);
        (
            text,
            Span::new(
                span.start().saturating_sub(start),
                span.end().saturating_sub(start),
            ),
        )
    }

    /// The overrides, the weakest first.
    pub fn overrides(&self) -> &[Override<'t>] {
        &self.overrides
    }

    /// Every mistake, by place: those of each file over the weaker ones, of each override, and of the flags.
    pub fn problems(&self, known: Known<'_>) -> Vec<Problem> {
        let mut problems = Vec::new();
        for files in 1..=self.files.len() {
            problems.extend(read(&self.laid(files, &[], false), known).1);
        }
        for applying in 0..self.overrides.len() {
            problems.extend(read(&self.laid(self.files.len(), &[applying], false), known).1);
        }
        problems.extend(read(&self.laid(self.files.len(), &[], true), known).1);
        problems.sort_by(|a, b| (a.span, &a.message).cmp(&(b.span, &b.message)));
        problems.dedup();
        problems
    }

    /// What it sets where the overrides `applying` apply, given by their places in [`Stack::overrides`]; the mistakes, if
    /// there are any.
    pub fn config(&self, applying: &[usize], known: Known<'_>) -> Result<ConfigFile, Vec<Problem>> {
        let (file, problems) = read(&self.laid(self.files.len(), applying, true), known);
        if problems.is_empty() {
            Ok(file)
        } else {
            Err(problems)
        }
    }

    /// Every key that is set where the overrides `applying` apply, by its path.
    pub fn written(&self, applying: &[usize]) -> Vec<Written> {
        let mut written = Vec::new();
        let table = self.laid(self.files.len(), applying, true);
        leaves(&table, &[], &mut written);
        written.sort_by(|a, b| a.key.cmp(&b.key));
        written
    }

    /// The first `files` files, the overrides `applying`, and the flags, laid over one another.
    fn laid(&self, files: usize, applying: &[usize], with_flags: bool) -> DeTable<'t> {
        let mut laid = DeTable::new();
        let files = self.files.iter().take(files);
        let overrides = applying
            .iter()
            .filter_map(|index| self.overrides.get(*index));
        let flags = self.flags.iter().filter(|_| with_flags);
        for table in files.chain(overrides.map(|one| &one.table)).chain(flags) {
            tree::lay(&mut laid, table);
        }
        laid
    }
}

/// The files that an override is about, and where they are named.
fn override_files(mut row: Table<'_>, faults: &Faults) -> (Files, Span) {
    for key in row.keys() {
        if let Some((_, why)) = TOP_ONLY.iter().find(|(name, _)| *name == key.value) {
            let message = format!("{} cannot be set for some files only", key.value);
            faults.add(key.span, message, Some((*why).to_owned()));
        }
    }
    let span = row.place("files");
    if !row.has("files") {
        let help = "say which files it is about: files = [\"procedures/**\"]";
        let message = "overrides.files is missing".to_owned();
        faults.add(span, message, Some(help.to_owned()));
        return (Files::default(), span);
    }
    let patterns: Vec<Located<String>> = row.one_or_more("files");
    if patterns.is_empty() && faults.is_empty() {
        row.fault(span, "overrides.files is empty");
    }
    (Files::new(&patterns, faults), span)
}

fn read(table: &DeTable<'_>, known: Known<'_>) -> (ConfigFile, Vec<Problem>) {
    let faults = Faults::default();
    let file = super::read(Table::over(table, &faults), known);
    (file, faults.into_problems())
}

fn leaves(table: &DeTable<'_>, path: &[&str], written: &mut Vec<Written>) {
    for (key, value) in table {
        let name: &str = key.get_ref();
        let path = [path, &[name]].concat();
        let span = |range: std::ops::Range<usize>| Span::new(range.start, range.end);
        let places = match value.get_ref() {
            DeValue::Table(inner) => {
                leaves(inner, &path, written);
                continue;
            }
            DeValue::Array(list) if tree::is_adding(&path) && !list.is_empty() => {
                list.iter().map(|item| span(item.span())).collect()
            }
            _ => vec![span(key.span())],
        };
        written.push(Written {
            key: path.join("."),
            value: tree::json(value.get_ref()),
            places,
        });
    }
}
