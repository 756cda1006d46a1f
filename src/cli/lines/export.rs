//! `facetdoc export --json --lines` on records

use super::super::args::ExportArgs;
use super::super::export::judge;
use super::super::plan::Plan;
use super::super::{Error, Outcome, today};
use super::{Answer, answer_all};
use crate::export::json;
use crate::facts::Facts;
use crate::parse;
use crate::report::{Counts, answer, counted, json as report};
use crate::rules::Context;

/// Answers each record with its article as JSON; one with errors is refused, unless `--force` marks it as a draft.
pub(in super::super) fn export(args: &ExportArgs) -> Result<Outcome, Error> {
    if args.watch.watch {
        return Err(Error::WatchStdin);
    }
    if args.input.stdin_filename.is_some() {
        return Err(Error::StdinFilenameAlone);
    }
    Plan::of_records(args)?;
    let today = today::today(&args.today)?;
    answer_all(
        &args.input,
        &args.config,
        args.color.color,
        |id, article, config| {
            let article = parse::named(article, |article| config.headed(article));
            let settings = config.settings(&article);
            let facts = Facts::find(&article, &settings);
            let cx = Context {
                article: &article,
                facts: &facts,
                settings: &settings,
                today: Some(today),
            };
            let (_, findings) = judge(&cx);
            let errors = Counts::of(&findings).error;
            if errors > 0 && !args.force {
                let error = format!(
                    "not exported because of {}; --force exports it as a draft",
                    counted(errors, "error")
                );
                return Answer {
                    line: answer::refused(id, &error, &article.source, &findings),
                    outcome: Outcome::Findings,
                };
            }
            let shown = args.data.with_findings;
            let options = json::Options {
                draft: errors > 0,
                findings: shown.then(|| report::findings_of(&article.source, &findings)),
            };
            Answer {
                line: answer::exported(id, &json::to_line(&cx, &options)),
                outcome: Outcome::Clean,
            }
        },
    )
}
