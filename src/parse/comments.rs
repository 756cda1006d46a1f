//! Comments addressed to facetdoc: `facetdoc-role: NAME` and `facetdoc-allow RULE: reason`.

use crate::article::{Allowance, Problem, Role, Section};
use crate::lexicon::nearest;
use crate::source::Span;
use std::collections::BTreeMap;

/// An HTML comment with what stands after it.
#[derive(Debug, Clone)]
pub(super) struct Note {
    /// Its text.
    pub(super) text: String,
    /// The comment.
    pub(super) span: Span,
    /// The next block or heading, or the block that the comment stands in; `None` where nothing follows.
    pub(super) target: Option<Span>,
}

/// What the comments say.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Roles with the heading or block that plays them.
    pub(super) roles: Vec<(Role, Span)>,
    /// Rules that are silenced.
    pub(super) allowances: Vec<Allowance>,
    /// Comments that cannot be read.
    pub(super) problems: Vec<Problem>,
}

/// Reads `comments`. An allowance before a heading holds for its whole section, before the `title` for the whole article.
pub(super) fn read(comments: Vec<Note>, title: Option<Span>, root: &Section) -> Notes {
    let mut sections = Vec::new();
    root.collect(&mut sections);
    let headed = sections
        .into_iter()
        .filter(|section| section.heading.is_some());
    let sections: BTreeMap<usize, Span> = headed
        .map(|section| (section.span.start(), section.span))
        .collect();
    let mut notes = Notes::default();
    for comment in comments {
        let text = comment.text.trim();
        let Some(order) = text.strip_prefix("facetdoc-") else {
            continue;
        };
        if let Some(rest) = order.strip_prefix("allow") {
            let (rule, reason) = rest.split_once(':').unwrap_or((rest, ""));
            let target = comment.target.unwrap_or(comment.span);
            let section = sections.get(&target.start());
            notes.allowances.push(Allowance {
                rule: rule.trim().to_owned(),
                reason: reason.trim().to_owned(),
                span: comment.span,
                scope: (title != Some(target)).then(|| *section.unwrap_or(&target)),
            });
        } else if let Some(name) = order.strip_prefix("role") {
            let name = name.trim_start_matches(':').trim();
            match (Role::from_name(name), comment.target) {
                (Some(role), Some(target)) => notes.roles.push((role, target)),
                (Some(_), None) => notes.problems.push(Problem {
                    message: "this comment gives a role to nothing".to_owned(),
                    help: Some("put it before a heading, a paragraph or a list".to_owned()),
                    span: comment.span,
                }),
                (None, _) => notes.problems.push(unknown_role(name, comment.span)),
            }
        } else {
            notes.problems.push(unknown_order(order, comment.span));
        }
    }
    notes
}

/// The problem that `name` is no role.
pub(super) fn unknown_role(name: &str, span: Span) -> Problem {
    let names: Vec<_> = Role::ALL.iter().map(|role| role.name()).collect();
    let help = match nearest(name, names.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the roles are {}", names.join(", ")),
    };
    Problem {
        message: format!("there is no role called `{name}`"),
        help: Some(help),
        span,
    }
}

fn unknown_order(order: &str, span: Span) -> Problem {
    let name: String = order
        .chars()
        .take_while(|ch| ch.is_alphanumeric() || *ch == '-')
        .collect();
    Problem {
        message: format!("there is no comment called `facetdoc-{name}`"),
        help: Some("write `facetdoc-role: ROLE` or `facetdoc-allow RULE: reason`".to_owned()),
        span,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(text: &str) -> Note {
        Note {
            text: text.to_owned(),
            span: Span::new(0, 5),
            target: Some(Span::new(6, 9)),
        }
    }

    #[test]
    fn orders_are_read_and_other_comments_are_left_alone() {
        let comments = vec![
            note(" facetdoc-role: red_flags "),
            note(" facetdoc-allow sentence-too-long: quoted law "),
            note("facetdoc-allow sentence-too-long"),
            note(" a note to editors "),
        ];
        let notes = read(comments, None, &Section::default());
        assert_eq!(notes.roles, [(Role::RedFlags, Span::new(6, 9))]);
        let allowed: Vec<_> = notes
            .allowances
            .iter()
            .map(|allowance| {
                (
                    allowance.rule.as_str(),
                    allowance.reason.as_str(),
                    allowance.scope,
                )
            })
            .collect();
        let scope = Some(Span::new(6, 9));
        assert_eq!(
            allowed,
            [
                ("sentence-too-long", "quoted law", scope),
                ("sentence-too-long", "", scope),
            ]
        );
        assert_eq!(notes.problems, []);
    }

    #[test]
    fn a_wrong_word_is_a_problem_with_the_nearest_right_one() {
        let notes = read(
            vec![note("facetdoc-role: red-flag"), note("facetdoc-rule: x")],
            None,
            &Section::default(),
        );
        assert_eq!(
            notes.problems[0].message,
            "there is no role called `red-flag`"
        );
        assert_eq!(
            notes.problems[0].help.as_deref(),
            Some("did you mean `red-flags`?")
        );
        assert_eq!(
            notes.problems[1].message,
            "there is no comment called `facetdoc-rule`"
        );
    }
}
