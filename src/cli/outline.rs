//! `facetdoc outline`

use super::args::{OutlineArgs, ReportFormat};
use super::input::Inputs;
use super::{Error, Outcome, articles, terminal};
use crate::report::outline_json::{self, Outline};
use crate::report::{self, Failure};

pub(super) fn run(args: &OutlineArgs) -> Result<Outcome, Error> {
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

fn show_text(inputs: Inputs, args: &OutlineArgs) -> Result<Vec<Failure>, Error> {
    let done = articles::each(inputs, &args.input, |_, article| {
        report::outline::text(&article)
    });
    terminal::print_result(|out| {
        out.write_all(report::defused(&done.results.join("\n")).as_bytes())
    })?;
    Ok(done.failures)
}

fn show_json(inputs: Inputs, args: &OutlineArgs) -> Result<Vec<Failure>, Error> {
    let done = articles::each(inputs, &args.input, |_, article| Outline::of(&article));
    terminal::print_result(|out| outline_json::write(&done.results, &done.failures, out))?;
    Ok(done.failures)
}
