//! `facetdoc export`

use super::args::{Color, ExportArgs};
use super::config::Configs;
use super::input::{Input, Inputs, displayed};
use super::journal::Journal;
use super::pictures::Folders;
use super::plan::{Place, Plan, Target, Wanted};
use super::records::Records;
use super::refusal::refusal;
use super::watch::{self, Watched};
use super::write::{Written, write_file};
use super::{Error, Outcome, articles, fonts, terminal, today};
use crate::article::{Article, Date};
use crate::check;
use crate::config::Config;
use crate::diagnostic::Severity;
use crate::export::condensed::condensed;
use crate::export::pdf::Fonts;
use crate::export::{ExportError, html, json, jsonld, pdf, text};
use crate::facts::Facts;
use crate::handout::{self, Address, Handout, Part, PartId, Pictures, ShortForm};
use crate::report::{self, Failure, Flagged, Run};
use crate::rules::Context;
use crate::source::{Source, Span};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A handout of more pages than this is told: few people read on.
const MANY_PAGES: usize = 4;

/// What became of one article.
enum Made {
    /// What was made of it.
    Handouts(Handouts),
    /// No file, because of these findings.
    Refused(Flagged),
}

/// What was made of an article.
struct Handouts {
    /// The files.
    files: Vec<(PathBuf, Written)>,
    /// What standard output gets.
    output: Option<Vec<u8>>,
    /// The number of errors in spite of which they were made.
    errors: usize,
    /// What is told of them.
    notes: Vec<String>,
}

/// Files before they are written, with what is told of them.
struct Rendered {
    files: Vec<(Target, Vec<u8>)>,
    notes: Vec<String>,
}

pub(super) fn run(args: &ExportArgs) -> Result<Outcome, Error> {
    if !args.watch.watch {
        return once(args);
    }
    let records = args.data.manifest.iter().chain(&args.data.depfile);
    let watched = Watched {
        input: &args.input,
        config: &args.config,
        output_dir: Some(&args.output_dir),
        written: args.output.iter().chain(records).cloned().collect(),
    };
    watch::run(&watched, || once(args))
}

fn once(args: &ExportArgs) -> Result<Outcome, Error> {
    let plan = Plan::new(args)?;
    plan.check_typed(args)?;
    let fonts = fonts::read(&args.font.fonts)?;
    let today = today::today(&args.today)?;
    let folders = Folders::new(&args.pictures.pictures_from)?;
    let inputs = Inputs::find(&args.input, plan.folder())?;
    let configs = Configs::load(&args.config, &inputs, args.color.color);
    let files = |input: &Input| {
        let configs = configs.as_ref().ok();
        plan.files(args, configs.map(|configs| &**configs.of(input)), input)
    };
    let records = Records::new(args, &inputs, files)?;
    let journal = Journal::new(&inputs, files, args.data.manifest.is_some());
    let work = Work {
        args,
        plan: &plan,
        journal: &journal,
        fonts: &fonts,
        folders: &folders,
    };
    let outcome = configs.and_then(|configs| export(&work, inputs, &configs, today));
    if let Err(error) = &outcome {
        journal.stopped(&error.to_string());
    }
    let recorded = records.write(&journal);
    Ok(outcome?.max(recorded))
}

/// Exports every article; `journal` is told what becomes of each file.
fn export(
    work: &Work<'_>,
    inputs: Inputs,
    configs: &Configs,
    today: Date,
) -> Result<Outcome, Error> {
    let Work {
        args,
        plan,
        journal,
        ..
    } = *work;
    let wanted = |input: &Input| plan.wanted(args, configs.of(input));
    let conflicts = plan.conflicts(&inputs, |input| Ok(wanted(input)?.targets))?;
    if !conflicts.is_empty() {
        for conflict in conflicts {
            let told = format!("{}: {}", conflict.file, conflict.message);
            journal.stopped(&told);
            terminal::complain(&told);
        }
        terminal::note("nothing was written");
        return Ok(Outcome::Failed);
    }
    let done = articles::each(inputs, &args.input, |input, article| {
        let article = configs.of(input).read(article);
        // Asked for every input already, when the plan was checked.
        let wanted = wanted(input).map_err(|error| Failure {
            file: input.name.clone(),
            message: error.to_string(),
        });
        let made = wanted.and_then(|wanted| {
            let job = Job {
                work,
                config: configs.of(input),
                wanted,
                input,
            };
            job.export(&article, today)
        });
        (input.name.clone(), made)
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
        Made::Handouts(mut made) if plan.lines && plan.place != Place::Stdout => {
            lines.extend(made.output.take().unwrap_or_default());
            Made::Handouts(made)
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

/// What all articles have in common.
struct Work<'a> {
    args: &'a ExportArgs,
    plan: &'a Plan,
    folders: &'a Folders,
    journal: &'a Journal,
    fonts: &'a Fonts,
}

/// One article on its way into files.
struct Job<'a> {
    work: &'a Work<'a>,
    config: &'a Arc<Config>,
    wanted: Wanted,
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
        let whole = handout::build(&cx, &handout::Options::default());
        facts.set_printed(handout::printed(&whole));
        let findings = check::run(&cx);
        let errors = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .count();
        self.work
            .journal
            .read(&self.input.name, article.source.text());
        if errors > 0 && !self.work.args.force {
            self.work
                .journal
                .refused(&self.input.name, &report::counted(errors, "error"));
            return Ok(Made::Refused(Flagged::new(article.clone(), findings)));
        }
        let with_findings = self.work.args.data.with_findings;
        let json_options = json::Options {
            draft: errors > 0,
            findings: with_findings.then(|| report::json::findings_of(&article.source, &findings)),
        };
        let mut notes = Vec::new();
        let mut pictures = Pictures::default();
        if self.wanted.targets.iter().any(|one| one.shows_pictures()) {
            let fetched = self
                .work
                .folders
                .fetch(&whole, &article.source, self.input)?;
            pictures = fetched.pictures;
            notes = fetched.notes;
        }
        let mut rendered = self
            .render(&cx, &json_options, pictures)
            .map_err(|error| failure(&article.source, &error))?;
        rendered.notes.splice(0..0, notes);
        self.write(rendered, errors)
    }

    /// Every format, before any is written.
    fn render(
        &self,
        cx: &Context<'_>,
        json_options: &json::Options,
        pictures: Pictures,
    ) -> Result<Rendered, ExportError> {
        let draft = json_options.draft;
        let pdf_options = self.pdf_options();
        let mut notes = Vec::new();
        let (handout, options) = self.handout(cx, draft, pictures, &pdf_options, &mut notes)?;
        let mut files = Vec::new();
        for target in &self.wanted.targets {
            let bytes = match target {
                Target::Json if self.work.plan.lines => {
                    json::to_line(cx, json_options).into_bytes()
                }
                Target::Json => json::to_json(cx, json_options).into_bytes(),
                Target::Text => {
                    let text = self.text(cx, &handout, &options)?;
                    notes.extend(self.message_length(&text));
                    text.into_bytes()
                }
                Target::Pdf => {
                    let pdf = pdf::made(&handout, &pdf_options)?;
                    notes.extend(many_pages(pdf.pages));
                    pdf.bytes
                }
                Target::Booklet => pdf::to_booklet(&handout, &pdf_options)?,
                Target::Html => html::to_html(&handout).into_bytes(),
                Target::Jsonld => jsonld::to_jsonld(cx, draft).into_bytes(),
            };
            files.push((*target, bytes));
        }
        Ok(Rendered { files, notes })
    }

    fn pdf_options(&self) -> pdf::Options {
        pdf::Options {
            paper: self.wanted.look.paper,
            large_print: self.wanted.look.large_print,
            fonts: self.work.fonts.clone(),
        }
    }

    /// The text: of `handout`, or of one with other words where the text alone has them.
    fn text(
        &self,
        cx: &Context<'_>,
        handout: &Handout,
        options: &handout::Options,
    ) -> Result<String, ExportError> {
        let args = &self.work.args.text_args;
        let own = args.handout(options);
        if own == *options {
            return text::to_text(handout, &args.options());
        }
        text::to_text(&handout::build(cx, &own), &args.options())
    }

    /// How long a text message is: each part is paid for.
    fn message_length(&self, text: &str) -> Option<String> {
        let message = text::message(text).filter(|_| self.work.args.text_args.is_message())?;
        let characters = report::counted(message.septets, "character");
        let parts = report::counted(message.parts, "part");
        Some(format!(
            "the text message takes {characters} of the text-message alphabet, sent in {parts}"
        ))
    }

    /// The handout that is wanted, and the options that it was built with; `notes` gets what a short form leaves out.
    fn handout(
        &self,
        cx: &Context<'_>,
        draft: bool,
        pictures: Pictures,
        pdf_options: &pdf::Options,
        notes: &mut Vec<String>,
    ) -> Result<(Handout, handout::Options), ExportError> {
        let look = &self.wanted.look;
        let is_handout = self.wanted.targets.iter().any(|one| one.is_handout());
        let code = if look.qr && is_handout {
            Some(Address::of(&cx.article.meta)?)
        } else {
            None
        };
        let options = handout::Options {
            draft,
            name_date: look.name_date,
            teach_back: look.teach_back,
            questions: look.questions.unwrap_or(0),
            notes: look.notes,
            code,
            pictures,
            ..handout::Options::default()
        };
        if !look.condensed || !is_handout {
            return Ok((handout::build(cx, &options), options));
        }
        let has_booklet = self.wanted.targets.contains(&Target::Booklet);
        let short = condensed(cx, &options, pdf_options, has_booklet)?;
        if short.left_out.is_empty() {
            notes.push("all of it fits on one sheet; nothing is left out".to_owned());
        } else {
            notes.push(format!(
                "left out of the short form: {}",
                listed(&short.left_out)
            ));
        }
        let left_out = &short.left_out;
        let options = handout::Options {
            short: (!left_out.is_empty()).then(|| ShortForm::without(left_out)),
            ..options
        };
        Ok((short.handout, options))
    }

    fn write(&self, rendered: Rendered, errors: usize) -> Result<Made, Failure> {
        let mut made = Handouts {
            files: Vec::new(),
            output: None,
            errors,
            notes: rendered.notes,
        };
        let name = &self.input.name;
        for (target, bytes) in rendered.files {
            let path = self.work.plan.file(self.input, target);
            let Some(path) = path.filter(|_| !self.work.plan.lines) else {
                self.work.journal.wrote(name, target, &bytes, Written::New);
                made.output = Some(bytes);
                continue;
            };
            let written = self.write_one(&path, &bytes).map_err(|error| Failure {
                file: displayed(&path),
                message: format!("cannot be written: {}", refusal(&error)),
            })?;
            self.work.journal.wrote(name, target, &bytes, written);
            made.files.push((path, written));
        }
        Ok(Made::Handouts(made))
    }

    fn write_one(&self, path: &Path, bytes: &[u8]) -> io::Result<Written> {
        if self.work.plan.folder().is_some()
            && let Some(parent) = path.parent()
        {
            fs::create_dir_all(parent)?;
        }
        write_file(path, bytes)
    }
}

fn many_pages(pages: usize) -> Option<String> {
    (pages > MANY_PAGES).then(|| {
        format!(
            "the PDF has {pages} pages; few people read more than {MANY_PAGES}, and --condensed fits the most important on one sheet"
        )
    })
}

/// Parts as a list in words.
fn listed(parts: &[Part]) -> String {
    let titles = parts.iter().map(|part| match part.id {
        PartId::Opening => "what stands before the first heading".to_owned(),
        PartId::Section(_) => format!("\"{}\"", part.title),
        PartId::Rest(_) => format!("most of \"{}\"", part.title),
    });
    titles.collect::<Vec<_>>().join(", ")
}

/// Why the handouts of an article cannot be made, with the place where it is known.
fn failure(source: &Source, error: &ExportError) -> Failure {
    let at = match error {
        ExportError::MissingGlyph { span, character }
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
fn tell(name: &str, made: Result<Made, Failure>, color: Color) -> Result<Outcome, Error> {
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
