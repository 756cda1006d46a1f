//! `facetdoc export`

use super::args::{Color, ExportArgs};
use super::config::Configs;
use super::input::{Input, Inputs, displayed};
use super::pictures::Folders;
use super::plan::{Plan, Target};
use super::refusal::refusal;
use super::write::{Written, write_file};
use super::{Error, Outcome, articles, terminal, today};
use crate::article::{Article, Date};
use crate::check;
use crate::config::Config;
use crate::diagnostic::Severity;
use crate::export::{ExportError, json, pdf, text};
use crate::facts::Facts;
use crate::handout::{self, Handout};
use crate::report::{self, Failure, Flagged, Run};
use crate::rules::Context;
use crate::source::Source;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What became of one article.
enum Made {
    /// Its files.
    Files(Vec<(PathBuf, Written)>, Remarks),
    /// The one result that standard output gets.
    Output(Vec<u8>, Remarks),
    /// No file, because of these findings.
    Refused(Flagged),
}

/// What is said of handouts that were made.
struct Remarks {
    /// The number of errors in spite of which they were made.
    errors: usize,
    /// What is not in them.
    notes: Vec<String>,
}

pub(super) fn run(args: &ExportArgs) -> Result<Outcome, Error> {
    let plan = Plan::new(args)?;
    let today = today::today(&args.today)?;
    let folders = Folders::new(&args.pictures.pictures_from)?;
    let inputs = Inputs::find(&args.input, plan.folder())?;
    let conflicts = plan.conflicts(&inputs)?;
    if !conflicts.is_empty() {
        for conflict in conflicts {
            terminal::complain(&format!("{}: {}", conflict.file, conflict.message));
        }
        terminal::note("nothing was written");
        return Ok(Outcome::Failed);
    }
    let configs = Configs::load(&args.config, &inputs, args.color.color)?;
    let done = articles::each(inputs, &args.input, |input, article| {
        let article = configs.of(input).read(article);
        let job = Job {
            config: configs.of(input),
            args,
            plan: &plan,
            folders: &folders,
            input,
        };
        (input.name.clone(), job.export(&article, today))
    });
    let mut outcome = if done.failures.is_empty() {
        Outcome::Clean
    } else {
        Outcome::Failed
    };
    for (name, made) in done.results {
        outcome = outcome.max(tell(&name, made, args.color.color)?);
    }
    Ok(outcome)
}

/// One article on its way into files.
struct Job<'a> {
    config: &'a Arc<Config>,
    args: &'a ExportArgs,
    plan: &'a Plan,
    folders: &'a Folders,
    input: &'a Input,
}

impl Job<'_> {
    fn export(&self, article: &Article, today: Date) -> Result<Made, Failure> {
        let settings = self.config.settings(article);
        let facts = Facts::find(article, &settings);
        let cx = Context {
            article,
            facts: &facts,
            settings: &settings,
            today: Some(today),
        };
        facts.set_printed(handout::printed(&handout::build(
            &cx,
            &handout::Options::default(),
        )));
        let findings = check::run(&cx);
        let errors = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .count();
        if errors > 0 && !self.args.force {
            return Ok(Made::Refused(Flagged {
                source: article.source.clone(),
                findings,
            }));
        }
        let draft = errors > 0;
        let mut handout = handout::build(&cx, &handout::Options { draft });
        let mut notes = Vec::new();
        if self.plan.targets.iter().any(|one| one.shows_pictures()) {
            let fetched = self.folders.fetch(&handout, &article.source, self.input)?;
            handout.pictures = fetched.pictures;
            notes = fetched.notes;
        }
        let rendered = self
            .render(&cx, &handout)
            .map_err(|error| failure(&article.source, &error))?;
        self.write(rendered, Remarks { errors, notes })
    }

    /// Every format, before any is written.
    fn render(
        &self,
        cx: &Context<'_>,
        handout: &Handout,
    ) -> Result<Vec<(Target, Vec<u8>)>, ExportError> {
        let pdf_options = self.args.pdf_options();
        let text_options = text::Options::default();
        let render = |target: &Target| {
            let bytes = match target {
                Target::Json => json::to_json(cx).into_bytes(),
                Target::Text => text::to_text(handout, &text_options).into_bytes(),
                Target::Pdf => pdf::to_pdf(handout, &pdf_options)?,
            };
            Ok((*target, bytes))
        };
        self.plan.targets.iter().map(render).collect()
    }

    fn write(&self, rendered: Vec<(Target, Vec<u8>)>, remarks: Remarks) -> Result<Made, Failure> {
        let mut files = Vec::new();
        for (target, bytes) in rendered {
            let Some(path) = self.plan.file(self.input, target) else {
                return Ok(Made::Output(bytes, remarks));
            };
            let written = self.write_one(&path, &bytes).map_err(|error| Failure {
                file: displayed(&path),
                message: format!("cannot be written: {}", refusal(&error)),
            })?;
            files.push((path, written));
        }
        Ok(Made::Files(files, remarks))
    }

    fn write_one(&self, path: &Path, bytes: &[u8]) -> io::Result<Written> {
        if self.plan.folder().is_some()
            && let Some(parent) = path.parent()
        {
            fs::create_dir_all(parent)?;
        }
        write_file(path, bytes)
    }
}

/// Why the handouts of an article cannot be made, with the place where it is known.
fn failure(source: &Source, error: &ExportError) -> Failure {
    let file = match error {
        ExportError::MissingGlyph {
            span: Some(span),
            character,
        } => {
            let place = source.position(place_of(*character, source.slice(*span), span.start()));
            format!("{}:{}:{}", source.name(), place.line, place.column)
        }
        ExportError::Picture {
            span: Some(span), ..
        } => {
            let place = source.position(span.start());
            format!("{}:{}:{}", source.name(), place.line, place.column)
        }
        ExportError::MissingGlyph { span: None, .. }
        | ExportError::Picture { span: None, .. }
        | ExportError::Pdf(_) => source.name().to_owned(),
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
fn tell(name: &str, made: Result<Made, Failure>, color: Color) -> Result<Outcome, Error> {
    match made {
        Ok(Made::Files(files, remarks)) => {
            for (path, written) in files {
                let done = match written {
                    Written::New => "wrote",
                    Written::Unchanged => "unchanged",
                };
                terminal::note(&format!("{done} {}", displayed(&path)));
            }
            tell_remarks(name, &remarks);
            Ok(Outcome::Clean)
        }
        Ok(Made::Output(bytes, remarks)) => {
            terminal::print_result(|out| out.write_all(&bytes))?;
            tell_remarks(name, &remarks);
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

fn tell_remarks(name: &str, remarks: &Remarks) {
    for note in &remarks.notes {
        terminal::note(note);
    }
    let errors = remarks.errors;
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
