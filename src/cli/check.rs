//! `facetdoc check`

use super::args::{CheckArgs, FailOn, ReportFormat};
use super::config::Configs;
use super::input::{Input, Inputs};
use super::{Error, Outcome, articles, fix, terminal, today};
use crate::article::{Article, Date};
use crate::check::{self, Selection};
use crate::diagnostic::Diagnostic;
use crate::report::{self, Flagged, Run};

pub(super) fn run(args: &CheckArgs) -> Result<Outcome, Error> {
    if args.suggestions && !args.fix && !args.diff {
        return Err(Error::SuggestionsAlone);
    }
    let today = today::today(&args.today)?;
    let inputs = Inputs::find(&args.input, None)?;
    let configs = Configs::load(&args.config, &inputs, args.color.color)?;
    if args.fix || args.diff {
        return fix::run(args, &configs, today, inputs);
    }
    let selection = selection(args);
    let done = articles::each(inputs, &args.input, |input, article| {
        let article = configs.of(input).read(article);
        let mut findings = findings(&configs, input, &article, today);
        findings.retain(|finding| selection.keeps(finding.rule));
        // An article without findings is let go.
        (!findings.is_empty()).then_some(Flagged {
            source: article.source,
            findings,
        })
    });
    let run = Run {
        checked: done.results.len(),
        flagged: done.results.into_iter().flatten().collect(),
        failures: done.failures,
        fixes: None,
    };
    show(&run, args)?;
    Ok(outcome(&run, args.fail_on))
}

pub(super) fn selection(args: &CheckArgs) -> Selection {
    Selection {
        select: args.select.clone(),
        ignore: args.ignore.clone(),
    }
}

/// Every finding in `article`, of rules that are not selected, too.
pub(super) fn findings(
    configs: &Configs,
    input: &Input,
    article: &Article,
    today: Date,
) -> Vec<Diagnostic> {
    let settings = configs.of(input).settings(article);
    check::check_with(article, &settings, Some(today))
}

pub(super) fn show(run: &Run, args: &CheckArgs) -> Result<(), Error> {
    match args.format {
        ReportFormat::Json => terminal::print_result(|out| report::json::write(run, out))?,
        // With nothing read there is nothing to sum up; the failures were told.
        ReportFormat::Text if run.checked == 0 => {}
        ReportFormat::Text => terminal::print(args.color.color, args.all, |options, out| {
            report::text::write(run, options, out)
        })?,
    }
    Ok(())
}

pub(super) fn outcome(run: &Run, fail_on: FailOn) -> Outcome {
    if !run.failures.is_empty() {
        return Outcome::Failed;
    }
    let fails = fail_on
        .severity()
        .is_some_and(|least| run.findings().any(|finding| finding.severity >= least));
    if fails {
        Outcome::Findings
    } else {
        Outcome::Clean
    }
}
