//! `facetdoc stats`

use super::args::{ReportFormat, StatsArgs};
use super::input::Inputs;
use super::{Error, Outcome, articles, terminal};
use crate::article::Article;
use crate::config::Settings;
use crate::facts::Facts;
use crate::report::Failure;
use crate::report::stats::json::StatsEntry;
use crate::report::stats::{self, Stats};

pub(super) fn run(args: &StatsArgs) -> Result<Outcome, Error> {
    let inputs = Inputs::find(&args.input, None)?;
    let failures = match args.format {
        ReportFormat::Text => show_text(inputs, args)?,
        ReportFormat::Json => show_json(inputs, args)?,
    };
    Ok(if failures.is_empty() {
        Outcome::Clean
    } else {
        Outcome::Failed
    })
}

fn show_text(inputs: Inputs, args: &StatsArgs) -> Result<Vec<Failure>, Error> {
    let done = articles::each(inputs, &args.input, |_, article| {
        with_stats(&article, args, stats::text)
    });
    terminal::print_result(|out| out.write_all(done.results.join("\n").as_bytes()))?;
    Ok(done.failures)
}

fn show_json(inputs: Inputs, args: &StatsArgs) -> Result<Vec<Failure>, Error> {
    let done = articles::each(inputs, &args.input, |_, article| {
        with_stats(&article, args, StatsEntry::of)
    });
    terminal::print_result(|out| stats::json::write(&done.results, &done.failures, out))?;
    Ok(done.failures)
}

fn with_stats<R>(article: &Article, args: &StatsArgs, show: impl Fn(&Stats<'_>) -> R) -> R {
    let settings = Settings::of(article);
    let facts = Facts::find(article, &settings);
    let mut stats = Stats::of(&facts, &settings.limits.reading);
    if args.worst_first {
        stats.sort_worst_first();
    }
    show(&stats)
}
