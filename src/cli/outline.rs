//! `facetdoc outline`

use super::args::{Color, OutlineArgs, ReportFormat};
use super::config::Configs;
use super::input::Inputs;
use super::{Error, Outcome, articles, terminal};
use crate::parse;
use crate::report::outline_json::{self, Outline};
use crate::report::{self, Failure};

pub(super) fn run(args: &OutlineArgs) -> Result<Outcome, Error> {
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

fn show_text(inputs: Inputs, configs: &Configs, args: &OutlineArgs) -> Result<Vec<Failure>, Error> {
    let done = articles::each(inputs, &args.input, configs, |input, article| {
        let config = configs.of(input);
        let article = parse::named(article, |article| config.headed(article));
        report::outline::text(&article, config.own_kind(&article).as_deref())
    });
    terminal::print_result(|out| {
        out.write_all(report::defused(&done.results.join("\n")).as_bytes())
    })?;
    Ok(done.failures)
}

fn show_json(inputs: Inputs, configs: &Configs, args: &OutlineArgs) -> Result<Vec<Failure>, Error> {
    let done = articles::each(inputs, &args.input, configs, |input, article| {
        let config = configs.of(input);
        let article = parse::named(article, |article| config.headed(article));
        Outline::of(&article, config.own_kind(&article).as_deref())
    });
    terminal::print_result(|out| outline_json::write(&done.results, &done.failures, out))?;
    Ok(done.failures)
}
