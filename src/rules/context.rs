//! All that a rule may look at.

use crate::article::{Article, Date};
use crate::config::Settings;
use crate::facts::Facts;

/// One article with what is known about it.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The article.
    pub article: &'a Article,
    /// What was found in it.
    pub facts: &'a Facts<'a>,
    /// What is asked of it.
    pub settings: &'a Settings,
    /// The day that review dates are compared with, if one is known.
    pub today: Option<Date>,
}
