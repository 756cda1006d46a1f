//! Where a rule reports.

use super::Rule;
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// Collects the findings of one rule.
#[derive(Debug)]
pub struct Findings<'a> {
    rule: &'static Rule,
    into: &'a mut Vec<Diagnostic>,
}

impl<'a> Findings<'a> {
    /// Findings of `rule`, added to `into`.
    pub fn new(rule: &'static Rule, into: &'a mut Vec<Diagnostic>) -> Self {
        Self { rule, into }
    }

    /// Reports a fault at `span`; labels, help and a fix can be added to what comes back.
    pub fn report(&mut self, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.into.push_mut(Diagnostic {
            rule: self.rule,
            severity: self.rule.severity,
            message: message.into(),
            span,
            labels: Vec::new(),
            help: None,
            fix: None,
        })
    }
}
