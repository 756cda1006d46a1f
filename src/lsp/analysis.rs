//! What was found in one state of a text.

use super::document::Document;
use super::{World, uri};
use crate::article::{Article, Date};
use crate::config::{Config, Settings};
use crate::diagnostic::Diagnostic;
use crate::parse;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// A larger text is not checked, as on the command line.
const MAX_BYTES: usize = 5_000_000;

/// What looks at an article: [`check_with`](crate::check::check_with).
pub type Check = fn(&Article, &Settings, Option<Date>) -> Vec<Diagnostic>;

/// What was found in a text.
#[derive(Debug)]
pub(super) enum Analysis {
    /// It was checked.
    Done(Box<Checked>),
    /// It could not be checked, for this reason.
    Failed(String),
}

/// A text that was checked.
#[derive(Debug)]
pub(super) struct Checked {
    pub(super) article: Article,
    pub(super) settings: Settings,
    /// By position, then by rule.
    pub(super) findings: Vec<Diagnostic>,
}

impl Analysis {
    /// Checks the text of `document`. A bug of facetdoc is a failure like any other.
    pub(super) fn of(
        document: &Document,
        config: &Arc<Config>,
        world: &dyn World,
        check: Check,
    ) -> Self {
        if document.text.len() > MAX_BYTES {
            return Self::Failed(format!("larger than {MAX_BYTES} bytes; not checked"));
        }
        let name = uri::name(&document.uri, &document.language);
        let today = world.today();
        let work = || {
            let source = world.source(&name, &document.text);
            let sizes = &config.limits.size;
            if let Some(excess) = sizes.excess_of_source(&source) {
                return Err(excess);
            }
            let article = parse::article_within(source, sizes.front_matter_values_max);
            if let Some(excess) = sizes.excess(&article) {
                return Err(excess);
            }
            let article = parse::named(article, |article| config.headed(article));
            let settings = config.settings(&article);
            let findings = check(&article, &settings, Some(today));
            Ok(Box::new(Checked {
                article,
                settings,
                findings,
            }))
        };
        match catch_unwind(AssertUnwindSafe(work)) {
            Ok(Ok(checked)) => Self::Done(checked),
            Ok(Err(excess)) => Self::Failed(format!("not checked: {excess}")),
            Err(panic) => Self::Failed(format!(
                "a bug in facetdoc stopped the work on this text ({}); please report it where you got facetdoc, with the text that shows it",
                said(panic.as_ref())
            )),
        }
    }

    pub(super) fn checked(&self) -> Option<&Checked> {
        match self {
            Self::Done(checked) => Some(checked),
            Self::Failed(_) => None,
        }
    }
}

/// What a panic said.
pub(super) fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("unknown cause")
}
