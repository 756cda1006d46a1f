//! Which rules' findings are wanted, and how much they matter: the one place that knows.

use crate::config::{Config, Level};
use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::{self, FAMILIES, Rule};
use std::fmt;
use std::str::FromStr;

/// A rule, or a family that stands for all of its rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selector {
    /// The rule of this name.
    Rule(&'static str),
    /// The family of this name.
    Family(&'static str),
}

impl Selector {
    fn covers(self, rule: &Rule) -> bool {
        match self {
            Self::Rule(name) => rule.name == name,
            Self::Family(name) => rule.family == name,
        }
    }
}

/// A name that neither a rule nor a family has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnknownName {
    /// No name at all, as behind a last comma.
    Empty,
    /// Another name, with the one that may have been meant.
    Other(Option<&'static str>),
}

impl fmt::Display for UnknownName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unknown = "no rule and no family has this name";
        match self {
            Self::Empty => write!(out, "a name is missing before or behind a comma"),
            Self::Other(Some(name)) => write!(out, "{unknown}; did you mean '{name}'?"),
            Self::Other(None) => write!(out, "{unknown}; see 'facetdoc rules'"),
        }
    }
}

impl std::error::Error for UnknownName {}

impl FromStr for Selector {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        let name = name.trim();
        if name.is_empty() {
            return Err(UnknownName::Empty);
        }
        if let Some(family) = FAMILIES.iter().find(|family| family.name == name) {
            return Ok(Self::Family(family.name));
        }
        if let Some(rule) = rules::find(name) {
            return Ok(Self::Rule(rule.name));
        }
        let families = FAMILIES.iter().map(|family| family.name);
        let names = rules::all().map(|rule| rule.name).chain(families);
        Err(UnknownName::Other(rules::nearest(name, names)))
    }
}

/// The rules whose findings are wanted.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Only these; empty means all.
    pub select: Vec<Selector>,
    /// Not these, even if they are selected.
    pub ignore: Vec<Selector>,
}

impl Selection {
    /// Whether findings of `rule` are wanted.
    pub fn keeps(&self, rule: &Rule) -> bool {
        let selected = self.select.is_empty() || self.select.iter().any(|one| one.covers(rule));
        selected && !self.ignore.iter().any(|one| one.covers(rule))
    }
}

/// Gives the findings the severities that the configuration asks for, and leaves out what it turns off.
pub(super) fn apply_levels(config: &Config, findings: &mut Vec<Diagnostic>) {
    if config.levels.is_empty() {
        return;
    }
    findings.retain_mut(|finding| {
        let severity = match config.level(finding.rule.name, finding.rule.family) {
            None => finding.severity,
            Some(Level::Off) => return false,
            Some(Level::Info) => Severity::Info,
            Some(Level::Warning) => Severity::Warning,
            Some(Level::Error) => Severity::Error,
        };
        finding.severity(severity);
        true
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(select: &[&str], ignore: &[&str]) -> Vec<&'static str> {
        let parse = |names: &[&str]| names.iter().map(|name| name.parse().unwrap()).collect();
        let selection = Selection {
            select: parse(select),
            ignore: parse(ignore),
        };
        rules::all()
            .filter(|rule| rule.family == "meta" && selection.keeps(rule))
            .map(|rule| rule.name)
            .collect()
    }

    #[test]
    fn ignoring_wins_over_selecting() {
        let all = [
            "front-matter-invalid",
            "comment-invalid",
            "allowance-without-reason",
            "allowance-unknown-rule",
            "allowance-unused",
            "language-partly-checked",
        ];
        assert_eq!(kept(&[], &[]), all);
        let rest = [&all[..4], &all[5..]].concat();
        assert_eq!(kept(&["meta"], &["allowance-unused"]), rest);
        assert_eq!(kept(&["allowance-unused"], &[]), all[4..5]);
        assert_eq!(kept(&["allowance-unused"], &["meta"]), [""; 0]);
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_nearest_one() {
        let unknown = "allowance_unusd".parse::<Selector>().unwrap_err();
        assert_eq!(unknown, UnknownName::Other(Some("allowance-unused")));
        assert!(
            unknown
                .to_string()
                .ends_with("did you mean 'allowance-unused'?")
        );
        let unknown = "quux".parse::<Selector>().unwrap_err();
        assert!(unknown.to_string().ends_with("see 'facetdoc rules'"));
    }
}
