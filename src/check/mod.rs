//! Runs the rules on an article and puts their findings in order.

mod allowances;
pub mod changed;
mod literal;
mod safety;
mod select;
mod unread;

pub use select::{Selection, Selector, UnknownName};

use crate::article::{Article, Date};
use crate::config::Settings;
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;
use crate::rules::meta::allowance_unused;
use crate::rules::{self, Context, Findings, Rule};

/// Every finding in `article` without a configuration, by position, then by rule.
pub fn check(article: &Article, today: Option<Date>) -> Vec<Diagnostic> {
    check_with(article, &Settings::of(article), today)
}

/// Every finding in `article` with these settings, by position, then by rule.
pub fn check_with(article: &Article, settings: &Settings, today: Option<Date>) -> Vec<Diagnostic> {
    check_selected(article, settings, today, &Selection::default())
}

/// The findings of [`check_with`] that `selection` keeps.
pub fn check_selected(
    article: &Article,
    settings: &Settings,
    today: Option<Date>,
    selection: &Selection,
) -> Vec<Diagnostic> {
    let facts = Facts::find(article, settings);
    let cx = Context {
        article,
        facts: &facts,
        settings,
        today,
    };
    run_selected(&cx, selection)
}

/// Every finding of every rule in `cx`, by position, then by rule; allowances and then the configured levels are applied.
///
/// A fix that changes red flags, or a dose, number, age or time, is marked for review whatever its rule says.
pub fn run(cx: &Context<'_>) -> Vec<Diagnostic> {
    run_selected(cx, &Selection::default())
}

/// The findings of [`run`] that `selection` keeps.
fn run_selected(cx: &Context<'_>, selection: &Selection) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let lang = cx.article.base_lang();
    // An allowance must not be called unused because its rule was left out.
    let tells_unused = selection.keeps(&allowance_unused::RULE);
    let is_allowed = |rule: &Rule| {
        let mut allowances = cx.article.every_allowance();
        tells_unused && allowances.any(|allowance| allowance.rule == rule.name)
    };
    let is_wanted = |rule: &&Rule| {
        rules::reads(rule, lang)
            && rules::is_asked(rule, cx.settings)
            && (selection.keeps(rule) || is_allowed(rule))
    };
    for rule in rules::all().filter(is_wanted) {
        (rule.check)(cx, &mut Findings::new(rule, &mut findings));
    }
    allowances::apply(cx.article, &mut findings);
    findings.retain(|finding| selection.keeps(finding.rule));
    unread::soften(cx.article, &mut findings);
    select::apply_levels(&cx.settings.config, &mut findings);
    literal::keep(cx.article, &mut findings);
    safety::mark(cx.article, &mut findings);
    findings
        .sort_by(|a, b| (a.span, a.rule.name, &a.message).cmp(&(b.span, b.rule.name, &b.message)));
    findings
}
