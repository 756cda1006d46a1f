//! `facetdoc export`

mod language;
mod render;
mod tell;

use super::args::ExportArgs;
use super::config::Configs;
use super::input::{Input, Inputs, displayed};
use super::journal::Journal;
use super::pictures::Folders;
use super::plan::{Place, Plan, Wanted};
use super::records::Records;
use super::refusal::refusal;
use super::watch::{self, Watched};
use super::write::{self, Written, write_file};
use super::{Error, Outcome, articles, fonts, lines, terminal, today};
use crate::article::{Article, Date};
use crate::check;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::export::json;
use crate::export::pdf::Fonts;
use crate::facts::Facts;
use crate::handout::{self, Handout, Pictures};
use crate::parse;
use crate::report::{self, Failure, Flagged};
use crate::rules::Context;
use render::Rendered;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tell::{failure, tell, tell_written};

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

pub(super) fn run(args: &ExportArgs) -> Result<Outcome, Error> {
    if args.reads_records() {
        return lines::export(args);
    }
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
    let inputs = Inputs::find(&args.input, &args.config, plan.folder())?;
    let configs = Configs::load(&args.config, &inputs, args.color.color);
    let files = |input: &Input| {
        let configs = configs.as_ref().ok();
        plan.files(args, configs.map(|configs| &**configs.of(input)), input)
    };
    let records = Records::new(args, &inputs, files)?;
    let journal = Journal::new(&inputs, files, args.data.manifest.is_some());
    let planned: Vec<_> = inputs.found.iter().flat_map(files).collect();
    write::sweep(planned.iter().map(|(_, file)| file.as_path()));
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
    let done = articles::each(inputs, &args.input, configs, |input, article| {
        let article = parse::named(article, |article| configs.of(input).headed(article));
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

/// The plain handout of an article, and what the check finds in the article and in what its handout prints.
pub(super) fn judge(cx: &Context<'_>) -> (Handout, Vec<Diagnostic>) {
    let whole = handout::build(cx, &handout::Options::default());
    cx.facts.set_printed(handout::printed(&whole));
    (whole, check::run(cx))
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
        let (whole, findings) = judge(&cx);
        let errors = report::Counts::of(&findings).error;
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
            let most = settings.limits.size.image_pixels_max;
            pictures = fetched.pictures.within(most);
            notes = fetched.notes;
            notes.extend(tell::not_drawn(article, &whole));
        }
        let mut rendered = self
            .render(&cx, &json_options, pictures)
            .map_err(|error| failure(&article.source, &error))?;
        let has_handout = self.wanted.targets.iter().any(|one| one.is_handout());
        notes.extend(language::notes(&cx, has_handout));
        rendered.notes.splice(0..0, notes);
        self.write(rendered, errors)
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
        let paths = made.files.iter().map(|(path, _)| path.as_path());
        write::sync(paths).map_err(|error| Failure {
            file: name.clone(),
            message: format!("its handouts may be lost: {}", refusal(&error)),
        })?;
        Ok(Made::Handouts(made))
    }

    fn write_one(&self, path: &Path, bytes: &[u8]) -> io::Result<Written> {
        if let (Some(root), Some(parent)) = (self.work.plan.folder(), path.parent()) {
            write::check_inside(root, path)?;
            write::create(parent)?;
        }
        write::put(path, bytes)
    }
}
