//! What a rule found: a fault in an article with its places and what to do about it.

mod fix;

pub use fix::{Edit, Fix, Safety};

use crate::rules::Rule;
use crate::source::Span;

/// How much a fault matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Style.
    Info,
    /// Fails a named standard.
    Warning,
    /// Can hurt a reader, or breaks a promise of the article.
    Error,
}

impl Severity {
    /// The name used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One finding.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How much it matters here.
    pub severity: Severity,
    /// What is wrong here, in one sentence without a full stop.
    pub message: String,
    /// The smallest place that shows it.
    pub span: Span,
    /// Every other place that it compares with, in the order in which a reader should look at them.
    pub labels: Vec<Label>,
    /// What to do.
    pub help: Option<String>,
    /// An edit that would mend it.
    pub fix: Option<Fix>,
}

/// Another place that a finding speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is there.
    pub message: String,
}

impl Diagnostic {
    /// Gives the finding a severity other than its rule's.
    pub fn severity(&mut self, severity: Severity) -> &mut Self {
        self.severity = severity;
        self
    }

    /// Adds another place.
    pub fn label(&mut self, span: Span, message: impl Into<String>) -> &mut Self {
        self.labels.push(Label {
            span,
            message: message.into(),
        });
        self
    }

    /// Says what to do; nothing where `help` is empty.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into()).filter(|help| !help.trim().is_empty());
        self
    }

    /// Offers an edit.
    pub fn fix(&mut self, fix: Fix) -> &mut Self {
        self.fix = Some(fix);
        self
    }
}
