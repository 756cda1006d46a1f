//! `facetdoc rules` and `facetdoc explain`

use super::args::{ExplainArgs, ReportFormat, RulesArgs};
use super::{Error, Outcome, terminal};
use crate::report;
use crate::rules;

pub(super) fn rules(args: &RulesArgs) -> Result<Outcome, Error> {
    let width = terminal::output_width();
    terminal::print_result(|out| match args.format {
        ReportFormat::Text => report::rules::write(width, out),
        ReportFormat::Json => report::rules::write_json(out),
    })?;
    Ok(Outcome::Clean)
}

pub(super) fn explain(args: &ExplainArgs) -> Result<Outcome, Error> {
    let rule = rules::find(args.rule.trim()).ok_or_else(|| Error::Usage(unknown(&args.rule)))?;
    let width = terminal::output_width();
    terminal::print_result(|out| report::manual::write(rule, width, out))?;
    Ok(Outcome::Clean)
}

fn unknown(name: &str) -> String {
    let nearest = rules::nearest(name, rules::all().map(|rule| rule.name));
    match nearest {
        Some(nearest) => format!("there is no rule called '{name}'; did you mean '{nearest}'?"),
        None => format!("there is no rule called '{name}'; see 'facetdoc rules'"),
    }
}
