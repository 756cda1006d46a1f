//! `facetdoc export`

use super::args::{Color, ExportArgs};
use super::config::Configs;
use super::input::{Input, Inputs, displayed};
use super::journal::Journal;
use super::plan::{Place, Plan, Target};
use super::refusal::refusal;
use super::write::{Written, write_file};
use super::{Error, Outcome, articles, records, terminal, today};
use crate::article::{Article, Date};
use crate::check;
use crate::config::Config;
use crate::diagnostic::Severity;
use crate::export::{ExportError, html, json, jsonld, pdf, text};
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
    /// Its files, and the number of errors in spite of which they were made.
    Files(Vec<(PathBuf, Written)>, usize),
    /// The one result that standard output gets, and the number of errors.
    Output(Vec<u8>, usize),
    /// No file, because of these findings.
    Refused(Flagged),
}

pub(super) fn run(args: &ExportArgs) -> Result<Outcome, Error> {
    let plan = Plan::new(args)?;
    let today = today::today(&args.today)?;
    let inputs = Inputs::find(&args.input, plan.folder())?;
    let records = records::Records::new(&args.data, &args.config, &plan, &inputs)?;
    let journal = Journal::new(&plan, &inputs, args.data.manifest.is_some());
    let outcome = export(args, &plan, inputs, today, &journal);
    if let Err(error) = &outcome {
        journal.stopped(&error.to_string());
    }
    let recorded = records.write(&journal);
    Ok(outcome?.max(recorded))
}

/// Exports every article; `journal` is told what becomes of each file.
fn export(
    args: &ExportArgs,
    plan: &Plan,
    inputs: Inputs,
    today: Date,
    journal: &Journal,
) -> Result<Outcome, Error> {
    let conflicts = plan.conflicts(&inputs)?;
    if !conflicts.is_empty() {
        for conflict in conflicts {
            let told = format!("{}: {}", conflict.file, conflict.message);
            journal.stopped(&told);
            terminal::complain(&told);
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
            plan,
            journal,
            input,
        };
        (input.name.clone(), job.export(&article, today))
    });
    let mut outcome = if done.failures.is_empty() {
        Outcome::Clean
    } else {
        Outcome::Failed
    };
    journal.failures(&done.failures);
    let mut lines = Vec::new();
    for (name, made) in done.results {
        if let Err(failure) = &made {
            journal.failed(&name, &format!("{}: {}", failure.file, failure.message));
        }
        let made = made.map(|made| gather(made, plan, &mut lines));
        outcome = outcome.max(tell(&name, made, args.color.color)?);
    }
    if let (true, Place::File(path)) = (plan.lines, &plan.place) {
        outcome = outcome.max(write_lines(path, &lines, journal));
    }
    Ok(outcome)
}

/// Puts what was made into `lines` where all articles go into one file.
fn gather(made: Made, plan: &Plan, lines: &mut Vec<u8>) -> Made {
    match made {
        Made::Output(line, errors) if plan.lines && plan.place != Place::Stdout => {
            lines.extend(line);
            Made::Files(Vec::new(), errors)
        }
        made => made,
    }
}

/// Writes the one file of `--lines` and tells what became of it.
fn write_lines(path: &Path, lines: &[u8], journal: &Journal) -> Outcome {
    match write_file(path, lines) {
        Ok(written) => {
            journal.gathered(written);
            tell_written(path, written);
            Outcome::Clean
        }
        Err(error) => {
            let told = format!(
                "{}: cannot be written: {}",
                displayed(path),
                refusal(&error)
            );
            journal.stopped(&told);
            terminal::complain(&told);
            Outcome::Failed
        }
    }
}

/// One article on its way into files.
struct Job<'a> {
    config: &'a Arc<Config>,
    args: &'a ExportArgs,
    plan: &'a Plan,
    journal: &'a Journal,
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
        self.journal.read(&self.input.name, article.source.text());
        if errors > 0 && !self.args.force {
            self.journal
                .refused(&self.input.name, &report::counted(errors, "error"));
            return Ok(Made::Refused(Flagged {
                source: article.source.clone(),
                findings,
            }));
        }
        let json_options = json::Options {
            draft: errors > 0,
            findings: self
                .args
                .data
                .with_findings
                .then(|| report::json::findings_of(&article.source, &findings)),
        };
        let rendered = self
            .render(&cx, &json_options)
            .map_err(|error| failure(&article.source, &error))?;
        self.write(rendered, errors)
    }

    /// Every format, before any is written.
    fn render(
        &self,
        cx: &Context<'_>,
        json_options: &json::Options,
    ) -> Result<Vec<(Target, Vec<u8>)>, ExportError> {
        let draft = json_options.draft;
        let handout = handout::build(cx, &handout::Options { draft });
        let pdf_options = self.args.pdf_options();
        let text_options = text::Options::default();
        let render = |target: &Target| {
            let bytes = match target {
                Target::Json if self.plan.lines => json::to_line(cx, json_options).into_bytes(),
                Target::Json => json::to_json(cx, json_options).into_bytes(),
                Target::Text => text::to_text(&handout, &text_options).into_bytes(),
                Target::Pdf => pdf::to_pdf(&handout, &pdf_options)?,
                Target::Html => html::to_html(&handout).into_bytes(),
                Target::Jsonld => jsonld::to_jsonld(cx, draft).into_bytes(),
            };
            Ok((*target, bytes))
        };
        self.plan.targets.iter().map(render).collect()
    }

    fn write(&self, rendered: Vec<(Target, Vec<u8>)>, errors: usize) -> Result<Made, Failure> {
        let mut files = Vec::new();
        let name = &self.input.name;
        for (target, bytes) in rendered {
            let path = self.plan.file(self.input, target);
            let Some(path) = path.filter(|_| !self.plan.lines) else {
                self.journal.wrote(name, target, &bytes, Written::New);
                return Ok(Made::Output(bytes, errors));
            };
            let written = self.write_one(&path, &bytes).map_err(|error| Failure {
                file: displayed(&path),
                message: format!("cannot be written: {}", refusal(&error)),
            })?;
            self.journal.wrote(name, target, &bytes, written);
            files.push((path, written));
        }
        Ok(Made::Files(files, errors))
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
        ExportError::MissingGlyph { span: None, .. } | ExportError::Pdf(_) => {
            source.name().to_owned()
        }
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
        Ok(Made::Files(files, errors)) => {
            for (path, written) in files {
                tell_written(&path, written);
            }
            tell_draft(name, errors);
            Ok(Outcome::Clean)
        }
        Ok(Made::Output(bytes, errors)) => {
            terminal::print_result(|out| out.write_all(&bytes))?;
            tell_draft(name, errors);
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

fn tell_written(path: &Path, written: Written) {
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
