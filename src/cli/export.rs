//! `facetdoc export`

use super::args::{Color, ExportArgs};
use super::config::Configs;
use super::input::{Input, Inputs, displayed};
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
use crate::handout;
use crate::report::{self, Failure, Flagged, Run};
use crate::rules::Context;
use crate::source::Source;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What became of one article.
enum Made {
    /// Its files, and what is to be said of them.
    Files(Vec<(PathBuf, Written)>, Remarks),
    /// The one result that standard output gets, and what is to be said of it.
    Output(Vec<u8>, Remarks),
    /// No file, because of these findings.
    Refused(Flagged),
}

/// What is to be said of handouts that were made.
#[derive(Debug, Clone, Copy, Default)]
struct Remarks {
    /// The number of errors in spite of which they were made.
    errors: usize,
    /// How long the text message is.
    message: Option<text::Message>,
}

pub(super) fn run(args: &ExportArgs) -> Result<Outcome, Error> {
    let plan = Plan::new(args)?;
    let today = today::today(&args.today)?;
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
        let rendered = self
            .render(&cx, errors > 0)
            .map_err(|error| failure(&article.source, &error))?;
        self.write(rendered, errors)
    }

    /// Every format, before any is written.
    fn render(&self, cx: &Context<'_>, draft: bool) -> Result<Vec<(Target, Vec<u8>)>, ExportError> {
        let options = handout::Options {
            draft,
            ..handout::Options::default()
        };
        let handout = handout::build(cx, &options);
        let pdf_options = self.args.pdf_options();
        let render = |target: &Target| {
            let bytes = match target {
                Target::Json => json::to_json(cx).into_bytes(),
                Target::Text => {
                    let handout = handout::build(cx, &self.args.text_args.handout(&options));
                    text::to_text(&handout, &self.args.text_args.options())?.into_bytes()
                }
                Target::Pdf => pdf::to_pdf(&handout, &pdf_options)?,
            };
            Ok((*target, bytes))
        };
        self.plan.targets.iter().map(render).collect()
    }

    fn write(&self, rendered: Vec<(Target, Vec<u8>)>, errors: usize) -> Result<Made, Failure> {
        let mut files = Vec::new();
        let mut remarks = Remarks {
            errors,
            ..Remarks::default()
        };
        for (target, bytes) in rendered {
            if target == Target::Text && self.args.text_args.is_message() {
                remarks.message = std::str::from_utf8(&bytes).ok().and_then(text::message);
            }
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
        }
        | ExportError::Unwritable {
            span: Some(span),
            character,
            ..
        } => {
            let place = source.position(place_of(*character, source.slice(*span), span.start()));
            format!("{}:{}:{}", source.name(), place.line, place.column)
        }
        ExportError::MissingGlyph { span: None, .. }
        | ExportError::Unwritable { span: None, .. }
        | ExportError::TooLong { .. }
        | ExportError::NoRedFlags
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
            remark(name, remarks);
            Ok(Outcome::Clean)
        }
        Ok(Made::Output(bytes, remarks)) => {
            terminal::print_result(|out| out.write_all(&bytes))?;
            remark(name, remarks);
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

fn remark(name: &str, remarks: Remarks) {
    if let Some(text::Message { septets, parts }) = remarks.message {
        terminal::note(&format!(
            "{name}: the text message takes {} of the text-message alphabet, sent in {}",
            report::counted(septets, "character"),
            report::counted(parts, "part")
        ));
    }
    if remarks.errors > 0 {
        terminal::note(&format!(
            "{name}: marked as a draft, because it has {}",
            report::counted(remarks.errors, "error")
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
