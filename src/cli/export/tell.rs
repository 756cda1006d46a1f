//! What is told of an export.

use super::super::args::Color;
use super::super::input::displayed;
use super::super::write::Written;
use super::super::{Error, Outcome, terminal};
use super::Made;
use crate::article::Article;
use crate::export::{ExportError, shown_target};
use crate::handout::{self, Handout};
use crate::report::{self, Failure, Flagged, Run};
use crate::source::{Source, Span};
use std::path::Path;

/// Why the handouts of an article cannot be made, with the place where it is known.
pub(super) fn failure(source: &Source, error: &ExportError) -> Failure {
    let at = match error {
        ExportError::MissingGlyph {
            span, character, ..
        }
        | ExportError::Unwritable {
            span, character, ..
        } => span.map(|span| place_of(*character, source.slice(span), span.start())),
        ExportError::NoCode(error) => error.span().map(Span::start),
        ExportError::TableTooWide { span, .. } | ExportError::Picture { span, .. } => {
            span.map(Span::start)
        }
        ExportError::WarningSignLost { span } => Some(span.start()),
        ExportError::TooLongForASheet { .. }
        | ExportError::TooLong { .. }
        | ExportError::NoRedFlags
        | ExportError::TooManyPages { .. }
        | ExportError::Pdf(_) => None,
    };
    let file = match at.map(|at| source.position(at)) {
        Some(place) => format!("{}:{}:{}", source.name(), place.line, place.column),
        None => source.name().to_owned(),
    };
    Failure {
        file,
        message: format!("{error}; nothing was written for this article"),
    }
}

/// The byte of `character` in `text`, which starts at byte `start`: a run of words that holds an entity or the end of a
/// CRLF line is known only as a whole. An entity for the character itself is found by the start of the run.
fn place_of(character: char, text: &str, start: usize) -> usize {
    start + text.find(character).unwrap_or(0)
}

/// Tells what became of the article called `name`.
pub(super) fn tell(
    name: &str,
    made: Result<Made, Failure>,
    color: Color,
) -> Result<Outcome, Error> {
    match made {
        Ok(Made::Handouts(made)) => {
            for (path, written) in made.files {
                tell_written(&path, written);
            }
            if let Some(bytes) = made.output {
                terminal::print_result(|out| out.write_all(&bytes))?;
            }
            for note in made.notes {
                terminal::note(&format!("{name}: {note}"));
            }
            tell_draft(name, made.errors);
            Ok(Outcome::Clean)
        }
        Ok(Made::Refused(flagged)) => {
            refuse(name, flagged, color)?;
            Ok(Outcome::Findings)
        }
        Err(failure) => {
            terminal::complain(&format!("{}: {}", failure.file, failure.message));
            Ok(Outcome::Failed)
        }
    }
}

/// Names the pictures and films that the handout does not show, in one line.
pub(super) fn not_drawn(article: &Article, handout: &Handout) -> Option<String> {
    let left_out = handout::left_out(article, handout);
    if left_out.is_empty() {
        return None;
    }
    let named = left_out.iter().map(|(url, span)| {
        let line = article.source.line(span.start());
        if url.is_empty() {
            format!("line {line}")
        } else {
            format!("{} (line {line})", shown_target(url))
        }
    });
    let named: Vec<String> = named.take(NAMED).collect();
    let more = match left_out.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    Some(format!(
        "not shown, for they stand in a sentence, a heading or a table, or are no pictures: {}{more}",
        named.join(", ")
    ))
}

/// So many pictures are named.
const NAMED: usize = 10;

pub(super) fn tell_written(path: &Path, written: Written) {
    let done = match written {
        Written::New => "wrote",
        Written::Unchanged => "unchanged",
    };
    terminal::note(&format!("{done} {}", displayed(path)));
}

fn tell_draft(name: &str, errors: usize) {
    if errors > 0 {
        terminal::note(&format!(
            "{name}: marked as a draft, because it has {}",
            report::counted(errors, "error")
        ));
    }
}

fn refuse(name: &str, flagged: Flagged, color: Color) -> Result<(), Error> {
    let run = Run {
        checked: 1,
        flagged: vec![flagged],
        ..Run::default()
    };
    terminal::print_aside(color, false, |options, out| {
        report::text::write_findings(&run, options, out)
    })?;
    terminal::note(&format!(
        "{name}: no handout, because it has {}; --force makes a draft all the same",
        report::counted(run.counts().error, "error")
    ));
    Ok(())
}
