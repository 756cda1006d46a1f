//! `facetdoc check --fix` and `--diff`

use super::args::{CheckArgs, CheckFormat};
use super::articles::Done;
use super::examine::{Examined, Examiner};
use super::input::{Input, Inputs, Origin};
use super::{Error, Outcome, articles, check, refusal, reports, terminal, write};
use crate::article::Article;
use crate::diagnostic::{Diagnostic, Safety};
use crate::fix::{self, Wanted};
use crate::parse;
use crate::report::{self, Failure, Mended, counted};
use crate::source::Source;
use std::path::Path;

/// An article after the work on it.
struct Worked {
    /// The article as it was read.
    before: Source,
    /// The article as it is, or would be.
    after: Source,
    /// What is made of it: with `--diff` of the article as it was read, else of the mended one.
    examined: Examined,
    /// What was mended.
    mended: Option<Mended>,
    is_stdin: bool,
    failure: Option<Failure>,
}

/// Mends the articles, or shows how with `--diff`.
pub(super) fn run(
    args: &CheckArgs,
    examiner: &Examiner<'_>,
    inputs: Inputs,
) -> Result<Outcome, Error> {
    let prints = args.diff || inputs.found.iter().any(is_stdin);
    if prints && args.report.format != CheckFormat::Text {
        return Err(Error::TwoResults);
    }
    if !args.diff {
        write::sweep(inputs.found.iter().filter_map(file_of));
    }
    let mut done = articles::each(inputs, &args.input, examiner.configs, |input, article| {
        mend(args, examiner, input, article)
    });
    if args.diff {
        show_diff(args, &done.results)?;
        return finish_diff(args, examiner, done);
    }
    for text in done.results.iter().filter(|done| done.is_stdin) {
        terminal::print_result(|out| out.write_all(text.after.text().as_bytes()))?;
    }
    let mut fixes = Vec::new();
    let mut results = Vec::new();
    for worked in done.results {
        if let Some(failure) = worked.failure {
            terminal::complain(&format!("{}: {}", failure.file, failure.message));
            done.failures.push(failure);
            continue;
        }
        fixes.extend(worked.mended);
        results.push(worked.examined);
    }
    let (mut run, entries) = examiner.run(Done {
        results,
        failures: done.failures,
    });
    run.fixes = Some(fixes);
    check::finish(args, examiner, run, entries, prints)
}

fn is_stdin(input: &Input) -> bool {
    match input.origin {
        Origin::Stdin => true,
        Origin::File(_) => false,
    }
}

fn file_of(input: &Input) -> Option<&Path> {
    match &input.origin {
        Origin::File(path) => Some(path),
        Origin::Stdin => None,
    }
}

fn mend(args: &CheckArgs, examiner: &Examiner<'_>, input: &Input, article: Article) -> Worked {
    let wanted = if args.suggestions {
        Wanted::Suggestions
    } else {
        Wanted::KeepsMeaning
    };
    let config = examiner.configs.of(input);
    let check = |article: &Article| {
        let article = parse::named(article.clone(), |article| config.headed(article));
        examiner.findings(input, &article)
    };
    let before = article.clone();
    let selects = |rule: &_| examiner.selection.keeps(rule);
    let fixed = fix::fix(article, wanted, &selects, &check);
    let after = fixed.article.source.clone();
    let mended = (!fixed.made.is_empty()).then(|| Mended {
        file: before.source.name().to_owned(),
        made: fixed.made,
    });
    let failure = match &input.origin {
        Origin::File(path) if !args.diff && mended.is_some() => {
            let (read, mended) = (before.source.text(), after.text());
            let put = write::put_over(path, read.as_bytes(), mended.as_bytes());
            put.and_then(|()| write::sync([path.as_path()])).err()
        }
        Origin::File(_) | Origin::Stdin => None,
    };
    let source = before.source.clone();
    let result = if args.diff {
        let article = parse::named(before, |article| config.headed(article));
        let findings = examiner.findings(input, &article);
        examiner.examined(input, article, findings)
    } else {
        let article = parse::named(fixed.article, |article| config.headed(article));
        examiner.examined(input, article, fixed.findings)
    };
    Worked {
        before: source,
        after,
        examined: result,
        mended,
        is_stdin: is_stdin(input),
        failure: failure.map(|error| Failure {
            file: input.name.clone(),
            message: format!("cannot be written: {}", refusal::refusal(&error)),
        }),
    }
}

/// How many of `findings` in `article` can be mended: by edits that keep the meaning, and by those to be looked at. Each is
/// tried, as `--fix` would.
pub(super) fn fixable(
    examiner: &Examiner<'_>,
    input: &Input,
    article: &Article,
    findings: &[Diagnostic],
) -> (usize, usize) {
    let config = examiner.configs.of(input);
    let check = |article: &Article| {
        let article = parse::named(article.clone(), |article| config.headed(article));
        examiner.findings(input, &article)
    };
    let selects = |rule: &_| examiner.selection.keeps(rule);
    let made = |wanted, safety| {
        let offers = findings.iter().filter_map(|finding| finding.fix.as_ref());
        let offered = offers.filter(|fix| fix.safety == safety).count();
        if offered == 0 {
            return 0;
        }
        let made = fix::fix(article.clone(), wanted, &selects, &check).made;
        let made = made.iter().filter(|made| made.safety == safety).count();
        made.min(offered)
    };
    (
        made(Wanted::KeepsMeaning, Safety::KeepsMeaning),
        made(Wanted::Suggestions, Safety::NeedsReview),
    )
}

fn show_diff(args: &CheckArgs, results: &[Worked]) -> Result<(), Error> {
    let mut faults = 0;
    let mut articles = 0;
    terminal::print_diff(args.color.color, |options, out| {
        for done in results {
            let Some(mended) = &done.mended else {
                continue;
            };
            faults += mended.made.len();
            articles += 1;
            report::diff::write(&done.before, done.after.text(), options, out)?;
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
fn finish_diff(
    args: &CheckArgs,
    examiner: &Examiner<'_>,
    done: Done<Worked>,
) -> Result<Outcome, Error> {
    let results = done.results.into_iter().map(|worked| worked.examined);
    let (mut run, entries) = examiner.run(Done {
        results: results.collect(),
        failures: done.failures,
    });
    let outcome = check::settled(args, examiner, &mut run, entries)?;
    Ok(outcome.max(reports::write_files(&run, args)?))
}
