//! Runs the rules on an article and puts their findings in order.

mod allowances;
pub mod changed;
mod literal;
mod safety;
mod select;

pub use select::{Selection, Selector, UnknownName};

use crate::article::{Article, Date};
use crate::config::Settings;
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;
use crate::rules::{self, Context, Findings};

/// Every finding in `article` without a configuration, by position, then by rule.
pub fn check(article: &Article, today: Option<Date>) -> Vec<Diagnostic> {
    check_with(article, &Settings::of(article), today)
}

/// Every finding in `article` with these settings, by position, then by rule.
pub fn check_with(article: &Article, settings: &Settings, today: Option<Date>) -> Vec<Diagnostic> {
    let facts = Facts::find(article, settings);
    let cx = Context {
        article,
        facts: &facts,
        settings,
        today,
    };
    run(&cx)
}

/// Every finding of every rule in `cx`, by position, then by rule; allowances and then the configured levels are applied.
///
/// A fix that changes red flags, or a dose, number, age or time, is marked for review whatever its rule says.
/// All rules run whatever is selected later, so that an allowance is never called unused because its rule was left out.
pub fn run(cx: &Context<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let is_english = cx.article.base_lang() == "en";
    for rule in rules::all().filter(|rule| is_english || !rules::needs_english(rule)) {
        (rule.check)(cx, &mut Findings::new(rule, &mut findings));
    }
    allowances::apply(cx.article, &mut findings);
    select::apply_levels(&cx.settings.config, &mut findings);
    literal::keep(cx.article, &mut findings);
    safety::mark(cx.article, &mut findings);
    findings
        .sort_by(|a, b| (a.span, a.rule.name, &a.message).cmp(&(b.span, b.rule.name, &b.message)));
    findings
}
