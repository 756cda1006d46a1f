//! How `facetdoc.toml` is written. Text in, configuration out: no file is read here.

mod clinic;
mod export;
mod globs;
mod kinds;
mod labels;
mod stack;
pub(super) mod standards;
mod tree;
mod words;

pub use globs::Files;
pub use stack::{Override, Stack, Written};
pub use tree::ADDING;

use super::faults::Faults;
use super::table::{self, Table};
use super::{Config, Level, Limits, Profile};
use crate::article::{Kind, Located, Problem, Role};
use crate::lexicon::{Patterns, disclaimer};
use crate::source::Span;

/// The names that a configuration may use and that are known elsewhere.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The rules and families.
    pub rules: &'a [&'a str],
}

/// A configuration as its file gives it.
#[derive(Debug, Clone)]
pub struct ConfigFile {
    /// What it sets, without its topic packs.
    pub config: Config,
    /// The paths of its topic packs, relative to its folder.
    pub packs: Vec<Located<String>>,
}

impl ConfigFile {
    /// Reads a configuration written in TOML, as it is for articles that no override is about; the mistakes by place.
    pub fn parse(text: &str, known: Known<'_>) -> Result<Self, Vec<Problem>> {
        let stack = Stack::new(&[text], &[])?;
        let problems = stack.problems(known);
        if problems.is_empty() {
            stack.config(&[], known)
        } else {
            Err(problems)
        }
    }
}

/// The files that the configuration `text` extends, as paths relative to its folder, the weakest first.
pub fn extends(text: &str) -> Result<Vec<Located<String>>, Vec<Problem>> {
    let root = table::parse(text).map_err(|problem| vec![problem])?;
    let faults = Faults::default();
    let files = Table::whole(&root, &faults).one_or_more("extends");
    let problems = faults.into_problems();
    if problems.is_empty() {
        Ok(files)
    } else {
        Err(problems)
    }
}

/// The topic packs that the configuration `text` names, for some files or for all, as paths relative to its folder; none
/// where it is no TOML.
pub fn packs(text: &str) -> Vec<String> {
    let Ok(root) = table::parse(text) else {
        return Vec::new();
    };
    let faults = Faults::default();
    let mut whole = Table::whole(&root, &faults);
    let mut packs = whole.plain_texts("packs");
    for mut row in whole.tables("overrides") {
        packs.extend(row.plain_texts("packs"));
    }
    packs
}

/// The files that the configuration `text` leaves out of the search of a folder; none where it is no TOML.
pub fn excluded(text: &str) -> Files {
    let Ok(root) = table::parse(text) else {
        return Files::default();
    };
    let faults = Faults::default();
    let patterns = Table::whole(&root, &faults).texts("exclude");
    Files::new(&patterns, &faults)
}

/// The files that `patterns` of the command line match, else why one of them cannot be used.
pub fn files(patterns: &[String]) -> Result<Files, String> {
    let faults = Faults::default();
    let located = patterns.iter().map(|pattern| Located {
        value: pattern.clone(),
        span: Span::empty(0),
    });
    let files = Files::new(&located.collect::<Vec<_>>(), &faults);
    match faults.into_problems().into_iter().next() {
        None => Ok(files),
        Some(problem) => Err(problem.help.unwrap_or(problem.message)),
    }
}

/// `KEY=VALUE` of the command line as a line of TOML; a value that is no TOML is a text. Else why it cannot be.
pub fn assignment(text: &str) -> Result<String, String> {
    let (key, value) = text
        .split_once('=')
        .ok_or("a setting is written KEY=VALUE, such as region=GB or limits.sentence-words=30")?;
    let (key, value) = (key.trim(), value.trim());
    let top = key.split('.').next().unwrap_or("");
    if ["extends", "overrides"].contains(&top) {
        return Err(format!("{top} belongs in a file, facetdoc.toml"));
    }
    if top == "exclude" {
        return Err("on the command line, that is said with --exclude GLOB".to_owned());
    }
    let quoted = serde_json::Value::from(value).to_string();
    [value, &quoted]
        .iter()
        .map(|value| format!("{key} = {value}"))
        .find(|line| !line.contains('\n') && table::parse(line).is_ok())
        .ok_or_else(|| format!("\"{key}\" is no key of facetdoc.toml"))
}

fn read(mut whole: Table<'_>, known: Known<'_>) -> ConfigFile {
    let mut config = Config {
        profile: whole.one_meant(
            "profile",
            Profile::NAMES,
            Profile::from_name,
            Profile::meant_by,
        ),
        kinds: kinds::kinds(&mut whole),
        region: region(&mut whole),
        lang: lang(&mut whole),
        organisations: whole.plain_texts("organisations"),
        limits: limits(&mut whole),
        word_lists: words::word_lists(&mut whole),
        labels: labels::labels(&mut whole),
        clinic: clinic::clinic(&mut whole),
        export: export::export(&mut whole),
        ..Config::default()
    };
    config.kind = kind(&mut whole, &config);
    if let Some(table) = whole.table("standards") {
        config.standards = standards::standards(table);
    }
    if let Some(table) = whole.table("headings") {
        config.headings = headings(table);
    }
    if let Some(table) = whole.table("rules") {
        levels(table, known.rules, &mut config);
    }
    for name in whole.texts("ignore") {
        if known.rules.contains(&name.value.as_str()) {
            config.levels.insert(name.value, Level::Off);
        } else {
            whole.faults.unknown(&name, "rule or family", known.rules);
        }
    }
    if let Some(table) = whole.table("disclaimers") {
        disclaimers(table, &mut config);
    }
    config.disclaimer_elements = elements(&mut whole);
    if let Some(table) = whole.table("review-months") {
        review_months(table, &mut config);
    }
    let packs = whole.texts("packs");
    let exclude = whole.texts("exclude");
    // Used where folders are searched; the mistakes in it are told with all others.
    Files::new(&exclude, whole.faults);
    // Read before the files are laid over one another.
    whole.may_have("extends");
    whole.may_have("overrides");
    whole.done();
    ConfigFile { config, packs }
}

/// The names of the kinds, built in and the team's.
fn kind_names(config: &Config) -> Vec<&str> {
    let own = config.kinds.iter().map(|kind| kind.name.as_str());
    Kind::ALL
        .iter()
        .map(|kind| kind.name())
        .chain(own)
        .collect()
}

fn kind(whole: &mut Table<'_>, config: &Config) -> Option<String> {
    let names = kind_names(config);
    whole.one_of("kind", &names, |name| {
        let name = name.trim().to_lowercase();
        names.contains(&name.as_str()).then_some(name)
    })
}

fn region(whole: &mut Table<'_>) -> Option<String> {
    let code = whole.text("region")?;
    if code.value.len() == 2 && code.value.chars().all(|ch| ch.is_ascii_alphabetic()) {
        return Some(code.value.to_uppercase());
    }
    whole.fault(code.span, "region is two letters, such as US or GB");
    None
}

fn lang(whole: &mut Table<'_>) -> Option<String> {
    let tag = whole.text("lang")?;
    if is_language(&tag.value) {
        return Some(tag.value);
    }
    whole.fault(tag.span, "lang is a language code, such as en, en-GB or es");
    None
}

/// Whether `tag` is made as a BCP 47 tag is.
fn is_language(tag: &str) -> bool {
    let base = tag.split('-').next().unwrap_or("");
    let fine = tag.split('-').all(|part| {
        (1..=8).contains(&part.len()) && part.chars().all(|ch| ch.is_ascii_alphanumeric())
    });
    fine && matches!(base.len(), 2 | 3)
}

/// The limits, each checked by itself.
fn limits(whole: &mut Table<'_>) -> Limits {
    let mut limits = Limits::default();
    let Some(mut table) = whole.table("limits") else {
        return limits;
    };
    for name in Limits::names() {
        let Some(value) = table.json(&name) else {
            continue;
        };
        let bounds = limits.bounds(&name);
        let is_allowed = value
            .value
            .as_f64()
            .is_some_and(|number| bounds.contains(&number));
        if let Some(changed) = limits.with(&name, value.value)
            && is_allowed
        {
            limits = changed;
            continue;
        }
        let (least, most) = bounds.into_inner();
        let kind = if limits.is_whole(&name) {
            "a whole number"
        } else {
            "a number"
        };
        let message = format!("limits.{name} must be {kind} from {least} to {most}");
        table.fault(value.span, message);
    }
    table.done();
    limits
}

/// `[headings]`: roles with patterns of the headings that name them.
fn headings(mut table: Table<'_>) -> Vec<(Role, Patterns)> {
    let mut headings = Vec::new();
    for role in Role::ALL {
        if table.has(role.name()) {
            headings.push((*role, table.headings(role.name())));
        } else {
            table.may_have(role.name());
        }
    }
    table.done();
    headings
}

fn levels(mut table: Table<'_>, rules: &[&str], config: &mut Config) {
    for name in table.keys() {
        if !rules.contains(&name.value.as_str()) {
            table.faults.unknown(&name, "rule or family", rules);
            continue;
        }
        if let Some(level) = table.one_of(&name.value, Level::NAMES, Level::from_name) {
            config.levels.insert(name.value, level);
        }
    }
}

fn disclaimers(mut table: Table<'_>, config: &mut Config) {
    for id in table.keys() {
        let text = table.needed(&id.value);
        config.disclaimers.insert(id.value, text.value);
    }
}

fn elements(whole: &mut Table<'_>) -> Option<Vec<String>> {
    if !whole.has("disclaimer-elements") {
        whole.may_have("disclaimer-elements");
        return None;
    }
    let mut elements = Vec::new();
    for name in whole.texts("disclaimer-elements") {
        if disclaimer::ELEMENTS.contains(&name.value.as_str()) {
            elements.push(name.value);
        } else {
            let what = "element of a disclaimer";
            whole.faults.unknown(&name, what, disclaimer::ELEMENTS);
        }
    }
    Some(elements)
}

fn review_months(mut table: Table<'_>, config: &mut Config) {
    let names: Vec<String> = kind_names(config).into_iter().map(str::to_owned).collect();
    for name in names {
        if let Some(months) = table.count(&name, 1) {
            config.review_months.insert(name, months);
        }
    }
    table.done();
}

#[cfg(test)]
mod tests;
