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
    let name = args.rule.trim();
    let rule = rules::find(name).ok_or_else(|| Error::UnknownRule {
        name: name.to_owned(),
        nearest: rules::nearest(name, rules::all().map(|rule| rule.name)),
    })?;
    let width = terminal::output_width();
    terminal::print_result(|out| report::manual::write(rule, width, out))?;
    Ok(Outcome::Clean)
}
