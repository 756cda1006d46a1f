//! `facetdoc stats`

use super::args::{Color, ReportFormat, StatsArgs};
use super::config::Configs;
use super::input::{Input, Inputs};
use super::{Error, Outcome, articles, terminal};
use crate::article::Article;
use crate::facts::Facts;
use crate::parse;
use crate::report::stats::json::StatsEntry;
use crate::report::stats::{self, Stats};
use crate::report::{Failure, defused};

pub(super) fn run(args: &StatsArgs) -> Result<Outcome, Error> {
    let inputs = Inputs::find(&args.input, &args.config, None)?;
    let configs = Configs::load(&args.config, &inputs, Color::Auto)?;
    let failures = match args.format {
        ReportFormat::Text => show_text(inputs, &configs, args)?,
        ReportFormat::Json => show_json(inputs, &configs, args)?,
    };
    Ok(if failures.is_empty() {
        Outcome::Clean
    } else {
        Outcome::Failed
    })
}

fn show_text(inputs: Inputs, configs: &Configs, args: &StatsArgs) -> Result<Vec<Failure>, Error> {
    let done = articles::each(inputs, &args.input, configs, |input, article| {
        let article = parse::named(article, |article| configs.of(input).headed(article));
        measured(input, &article, configs, args, stats::text)
    });
    terminal::print_result(|out| out.write_all(defused(&done.results.join("\n")).as_bytes()))?;
    Ok(done.failures)
}

fn show_json(inputs: Inputs, configs: &Configs, args: &StatsArgs) -> Result<Vec<Failure>, Error> {
    let done = articles::each(inputs, &args.input, configs, |input, article| {
        let article = parse::named(article, |article| configs.of(input).headed(article));
        measured(input, &article, configs, args, StatsEntry::of)
    });
    terminal::print_result(|out| stats::json::write(&done.results, &done.failures, out))?;
    Ok(done.failures)
}

/// What `show` makes of the figures of an article.
fn measured<R>(
    input: &Input,
    article: &Article,
    configs: &Configs,
    args: &StatsArgs,
    show: impl Fn(&Stats<'_>) -> R,
) -> R {
    let settings = configs.of(input).settings(article);
    let facts = Facts::find(article, &settings);
    let mut stats = Stats::of(&facts, &settings);
    if args.worst_first {
        stats.sort_worst_first();
    }
    show(&stats)
}
