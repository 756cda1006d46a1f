//! `facetdoc check`

use super::args::CheckArgs;
use super::baseline::Known;
use super::changed::Changed;
use super::config::Configs;
use super::examine::{Entries, Examiner};
use super::input::{Input, Inputs};
use super::watch::{self, Watched};
use super::{Error, Outcome, articles, fix, lines, reports, terminal, today};
use crate::diagnostic::Severity;
use crate::parse;
use crate::report::{End, Run};
use std::io;

/// With more articles than these, trying each edit would cost more than the check; the report then says "up to".
const TRIED_MAX: usize = 20;

pub(super) fn run(args: &CheckArgs) -> Result<Outcome, Error> {
    if args.lines {
        return lines::check(args);
    }
    if !args.watch.watch {
        return once(args);
    }
    let baselines = [&args.adopt.baseline, &args.adopt.write_baseline];
    let reports = args.report.reports.iter().map(|report| &report.path);
    let watched = Watched {
        input: &args.input,
        config: &args.config,
        output_dir: None,
        written: baselines
            .into_iter()
            .flatten()
            .chain(reports)
            .cloned()
            .collect(),
    };
    watch::run(&watched, || once(args))
}

fn once(args: &CheckArgs) -> Result<Outcome, Error> {
    if args.suggestions && !args.fix && !args.diff {
        return Err(Error::SuggestionsAlone);
    }
    let today = today::today(&args.today)?;
    let mut inputs = Inputs::find(&args.input, &args.config, None)?;
    reports::check_targets(args, &inputs)?;
    let configs = Configs::load(&args.config, &inputs, args.color.color);
    let (configs, known) = match configs.and_then(|configs| Ok((configs, Known::load(args)?))) {
        Ok(read) => read,
        Err(error) => return unread(args, &error),
    };
    let changed = match &args.adopt.changed {
        Some(revision) => Some(Changed::find(revision, &mut inputs)?),
        None => None,
    };
    let mut examiner = Examiner::new(args, &configs, today, known, changed);
    examiner.tries_fixes &= inputs.found.len() <= TRIED_MAX;
    if args.fix || args.diff {
        return fix::run(args, &examiner, inputs);
    }
    let examine = |input: &Input, article| {
        let article = parse::named(article, |article| configs.of(input).headed(article));
        let findings = examiner.selected(input, &article);
        examiner.examined(input, article, findings)
    };
    let (mut run, mut entries) = examiner.start();
    let files = inputs.found.len() + inputs.failures.len();
    let tells_at_once = reports::can_tell_at_once(args);
    let tell = |examined| -> io::Result<()> {
        Examiner::add(&mut run, &mut entries, examined);
        if tells_at_once {
            reports::tell(&mut run, args, files)?;
        }
        Ok(())
    };
    run.failures = articles::each_told(inputs, &args.input, &configs, examine, tell)?;
    if let Some(changed) = &examiner.changed
        && run.checked == 0
        && run.failures.is_empty()
        && !args.report.quiet
    {
        terminal::note(&format!(
            "no article has changed since {}",
            changed.revision
        ));
    }
    finish(args, &examiner, run, entries, false)
}

/// Tells of a configuration or a baseline that cannot be used: on standard error, and in the reports, so that whoever reads
/// only those sees that nothing was checked.
fn unread(args: &CheckArgs, error: &Error) -> Result<Outcome, Error> {
    terminal::complain(&error.to_string());
    let run = Run {
        failures: error.failures(),
        root: reports::root(),
        end: End {
            status: Some(Outcome::Failed.status()),
            fails_from: args.fail_on.severity(),
        },
        ..Run::default()
    };
    let is_for_people = args.report.format.is_for_people() || args.fix || args.diff;
    if is_for_people {
        reports::write_files(&run, args)?;
    } else {
        reports::show(&run, args, false)?;
    }
    Ok(Outcome::Failed)
}

/// Settles the baseline and writes the reports of `run`; standard output may be taken by something else.
pub(super) fn finish(
    args: &CheckArgs,
    examiner: &Examiner<'_>,
    mut run: Run,
    entries: Entries,
    is_taken: bool,
) -> Result<Outcome, Error> {
    let outcome = settled(args, examiner, &mut run, entries)?;
    let written = reports::show(&run, args, is_taken)?;
    if args.report.format.is_for_people() && !args.report.quiet {
        reports::tell_partly(&run.partly);
    }
    if let Some(most) = args.adopt.max_warnings
        && run.counts().warning > most
    {
        reports::tell_warnings(run.counts().warning, most);
    }
    Ok(outcome.max(written))
}

/// Settles the baseline and says in `run` how it ends.
pub(super) fn settled(
    args: &CheckArgs,
    examiner: &Examiner<'_>,
    run: &mut Run,
    entries: Entries,
) -> Result<Outcome, Error> {
    if let Some(known) = &examiner.known {
        known.settle(entries, &examiner.selection, args.report.quiet)?;
    }
    let outcome = outcome(run, args);
    let fails_from = args.fail_on.severity();
    // Too many warnings: each of them fails.
    let fails_from = match fails_from {
        Some(Severity::Info) => fails_from,
        _ if is_over(run, args) => Some(Severity::Warning),
        _ => fails_from,
    };
    run.end = End {
        status: Some(outcome.status()),
        fails_from,
    };
    Ok(outcome)
}

/// How a run with these findings ends.
fn outcome(run: &Run, args: &CheckArgs) -> Outcome {
    if !run.failures.is_empty() {
        return Outcome::Failed;
    }
    let counts = run.counts();
    let fails = args
        .fail_on
        .severity()
        .is_some_and(|least| counts.any_from(least));
    if fails || is_over(run, args) {
        Outcome::Findings
    } else {
        Outcome::Clean
    }
}

/// Whether there are more warnings than `--max-warnings` allows.
fn is_over(run: &Run, args: &CheckArgs) -> bool {
    let most = args.adopt.max_warnings;
    most.is_some_and(|most| run.counts().warning > most)
}
