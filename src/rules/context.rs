//! All that a rule may look at.

use crate::article::{Article, Date, PlaceKind, Role, RolePlace};
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

impl<'a> Context<'a> {
    /// The places in the text that play one of `roles` and lie in no other such place, in reading order.
    pub fn outermost(&self, roles: &[Role]) -> Vec<&'a RolePlace> {
        let mut places: Vec<&RolePlace> = Vec::new();
        let mut reach = 0;
        for place in &self.article.roles {
            let is_wanted = roles.contains(&place.role) && place.kind != PlaceKind::FrontMatter;
            // Places stand in the order of their starts.
            if is_wanted && (places.is_empty() || place.span.end() > reach) {
                reach = place.span.end();
                places.push(place);
            }
        }
        places
    }
}
