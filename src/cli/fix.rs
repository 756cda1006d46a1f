//! `facetdoc check --fix` and `--diff`

use super::args::{CheckArgs, ReportFormat};
use super::config::Configs;
use super::input::{Input, Inputs, Origin};
use super::{Error, Outcome, articles, check, refusal, terminal, write};
use crate::article::{Article, Date};
use crate::diagnostic::Diagnostic;
use crate::fix::{self, Wanted};
use crate::report::{self, Failure, Flagged, Mended, Run, counted};
use crate::source::Source;

/// An article after the work on it.
struct Done {
    /// The article as it was read, with its findings; `None` where there are none.
    before: Option<Flagged>,
    /// The article as it is, or would be.
    after: Source,
    /// What is wrong with that.
    findings: Vec<Diagnostic>,
    /// What was mended.
    mended: Option<Mended>,
    is_stdin: bool,
    failure: Option<Failure>,
}

/// Mends the articles, or shows how with `--diff`.
pub(super) fn run(
    args: &CheckArgs,
    configs: &Configs,
    today: Date,
    inputs: Inputs,
) -> Result<Outcome, Error> {
    let prints = args.diff || inputs.found.iter().any(is_stdin);
    if prints && args.format == ReportFormat::Json {
        return Err(Error::TwoResults);
    }
    let done = articles::each(inputs, &args.input, |input, article| {
        let check = |article: &Article| {
            let article = configs.of(input).read(article.clone());
            check::findings(configs, input, &article, today)
        };
        mend(args, &check, input, article)
    });
    let failures = done.failures;
    if args.diff {
        show_diff(args, &done.results)?;
        return Ok(outcome_of_diff(args, done.results, failures));
    }
    for text in done.results.iter().filter(|done| done.is_stdin) {
        terminal::print_result(|out| out.write_all(text.after.text().as_bytes()))?;
    }
    let run = after(done.results, failures);
    if prints {
        terminal::print_aside(args.color.color, args.all, |options, out| {
            report::text::write(&run, options, out)
        })?;
    } else {
        check::show(&run, args)?;
    }
    Ok(check::outcome(&run, args.fail_on))
}

fn is_stdin(input: &Input) -> bool {
    match input.origin {
        Origin::Stdin => true,
        Origin::File(_) => false,
    }
}

fn mend(
    args: &CheckArgs,
    check: &dyn Fn(&Article) -> Vec<Diagnostic>,
    input: &Input,
    article: Article,
) -> Done {
    let wanted = if args.suggestions {
        Wanted::Suggestions
    } else {
        Wanted::KeepsMeaning
    };
    let selection = check::selection(args);
    let source = article.source.clone();
    let found = check(&article);
    let fixed = fix::fix(article, wanted, &|rule| selection.keeps(rule), check);
    let mended = (!fixed.made.is_empty()).then(|| Mended {
        file: source.name().to_owned(),
        made: fixed.made,
    });
    let after = fixed.article.source;
    let keeps = |mut findings: Vec<Diagnostic>| {
        findings.retain(|finding| selection.keeps(finding.rule));
        findings
    };
    let failure = match &input.origin {
        Origin::File(path) if !args.diff && mended.is_some() => {
            write::write_file(path, after.text().as_bytes()).err()
        }
        Origin::File(_) | Origin::Stdin => None,
    };
    Done {
        before: flagged(source, keeps(found)),
        findings: keeps(fixed.findings),
        after,
        mended,
        is_stdin: is_stdin(input),
        failure: failure.map(|error| Failure {
            file: input.name.clone(),
            message: format!("cannot be written: {}", refusal::refusal(&error)),
        }),
    }
}

fn flagged(source: Source, findings: Vec<Diagnostic>) -> Option<Flagged> {
    (!findings.is_empty()).then_some(Flagged { source, findings })
}

/// The report on the articles as they are after fixing.
fn after(results: Vec<Done>, mut failures: Vec<Failure>) -> Run {
    let mut run = Run {
        fixes: Some(Vec::new()),
        ..Run::default()
    };
    for done in results {
        if let Some(failure) = done.failure {
            terminal::complain(&format!("{}: {}", failure.file, failure.message));
            failures.push(failure);
            continue;
        }
        run.checked += 1;
        run.flagged.extend(flagged(done.after, done.findings));
        if let Some(fixes) = &mut run.fixes {
            fixes.extend(done.mended);
        }
    }
    run.failures = failures;
    run
}

fn show_diff(args: &CheckArgs, results: &[Done]) -> Result<(), Error> {
    let mut faults = 0;
    let mut articles = 0;
    terminal::print_diff(args.color.color, |options, out| {
        for done in results {
            let (Some(mended), Some(before)) = (&done.mended, &done.before) else {
                continue;
            };
            faults += mended.made.len();
            articles += 1;
            report::diff::write(&before.source, done.after.text(), options, out)?;
        }
        Ok(())
    })?;
    let what = if faults == 0 {
        "nothing to fix".to_owned()
    } else {
        format!(
            "{} in {} would be fixed; nothing was written",
            counted(faults, "fault"),
            counted(articles, "article")
        )
    };
    terminal::note(&what);
    Ok(())
}

/// Nothing was written: the articles have the findings that they had.
fn outcome_of_diff(args: &CheckArgs, results: Vec<Done>, failures: Vec<Failure>) -> Outcome {
    let run = Run {
        checked: results.len(),
        flagged: results.into_iter().filter_map(|done| done.before).collect(),
        failures,
        fixes: None,
    };
    check::outcome(&run, args.fail_on)
}
