//! `facetdoc check --lines`

use super::super::args::CheckArgs;
use super::super::{Error, Outcome, reports, today};
use super::{Answer, answer_all};
use crate::check::{self, Selection};
use crate::parse;
use crate::report::Counts;
use crate::report::answer;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Answers each record with what is found in it.
pub(in super::super) fn check(args: &CheckArgs) -> Result<Outcome, Error> {
    let today = today::today(&args.today)?;
    let selection = Selection {
        select: args.select.clone(),
        ignore: args.ignore.clone(),
    };
    let fails_from = args.fail_on.severity();
    let warnings = AtomicUsize::new(0);
    let outcome = answer_all(
        &args.input,
        &args.config,
        args.color.color,
        |id, article, config| {
            let article = parse::named(article, |article| config.headed(article));
            let settings = config.settings(&article);
            let findings = check::check_selected(&article, &settings, Some(today), &selection);
            let counts = Counts::of(&findings);
            warnings.fetch_add(counts.warning, Ordering::Relaxed);
            let fails = fails_from.is_some_and(|least| counts.any_from(least));
            Answer {
                line: answer::checked(id, &article.source, &findings),
                outcome: if fails {
                    Outcome::Findings
                } else {
                    Outcome::Clean
                },
            }
        },
    )?;
    let warnings = warnings.into_inner();
    let is_over = args.adopt.max_warnings.filter(|most| warnings > *most);
    if let Some(most) = is_over {
        reports::tell_warnings(warnings, most);
        return Ok(outcome.max(Outcome::Findings));
    }
    // The answers tell what was wrong; an engine that stops at any other status asks for this.
    Ok(fails_from.map_or(Outcome::Clean, |_| outcome))
}
