//! Words addressed to facetdoc: the front matter and its comments.

use super::{Context, Family, Findings};
use crate::article::Problem;

pub mod allowance_unknown_rule;
pub mod allowance_unused;
pub mod allowance_without_reason;
pub mod comment_invalid;
pub mod front_matter_invalid;
mod language_partly_checked;

const NAME: &str = "meta";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Style,
    error_group: super::Group::Style,
    name: NAME,
    title: "Words addressed to facetdoc",
    rules: &[
        &front_matter_invalid::RULE,
        &comment_invalid::RULE,
        &allowance_without_reason::RULE,
        &allowance_unknown_rule::RULE,
        &allowance_unused::RULE,
        &language_partly_checked::RULE,
    ],
};

/// Whether `problem` is in a comment in the text; else it is in the front matter.
fn is_in_comment(cx: &Context<'_>, problem: &Problem) -> bool {
    cx.article.source.slice(problem.span).starts_with("<!--")
}

/// Reports what the parser met.
fn report(problem: &Problem, findings: &mut Findings<'_>) {
    let found = findings.report(problem.span, problem.message.clone());
    if let Some(help) = &problem.help {
        found.help(help.clone());
    }
}
