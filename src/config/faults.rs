//! The mistakes of a file that is no article, with the nearest right names.

use crate::article::{Located, Problem};
use crate::lexicon::nearest;
use crate::source::Span;
use std::cell::RefCell;

/// More names than these are not listed in a message.
const MANY: usize = 60;

/// The mistakes found so far.
#[derive(Debug, Default)]
pub(super) struct Faults(RefCell<Vec<Problem>>);

impl Faults {
    pub(super) fn add(&self, span: Span, message: impl Into<String>, help: Option<String>) {
        self.0.borrow_mut().push(Problem {
            message: message.into(),
            help,
            span,
        });
    }

    /// Says that nothing is called `name`, and what is.
    pub(super) fn unknown(&self, name: &Located<String>, what: &str, known: &[&str]) {
        let help = match nearest(&name.value, known.iter().copied()) {
            Some(near) => format!("did you mean {near}?"),
            None if known.is_empty() => format!("there is no {what} here"),
            None if known.len() > MANY => {
                format!("there is nothing like it among {} names", known.len())
            }
            None => format!("there are: {}", known.join(", ")),
        };
        let message = format!("there is no {what} called {}", name.value);
        self.add(name.span, message, Some(help));
    }

    /// Says that `name` is no key, but an option of the command line.
    pub(super) fn option(&self, name: &Located<String>) {
        let message = format!("there is no key called {}", name.value);
        let help = format!(
            "it is about a whole run, not about an article; say --{} on the command line",
            name.value
        );
        self.add(name.span, message, Some(help));
    }

    /// Says that nothing is called `name`, without a list of the many that there are.
    pub(super) fn unknown_among_many(&self, name: &Located<String>, what: &str, known: &[&str]) {
        let near = nearest(&name.value, known.iter().copied());
        let message = format!("there is no {what} called {}", name.value);
        self.add(
            name.span,
            message,
            near.map(|near| format!("did you mean {near}?")),
        );
    }

    /// Whether there is none so far.
    pub(super) fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// The mistakes by place, each once: a key may be read in two ways.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.0.into_inner();
        problems.sort_by_key(|problem| problem.span);
        problems.dedup_by(|a, b| a.span == b.span && a.message == b.message);
        problems
    }
}
