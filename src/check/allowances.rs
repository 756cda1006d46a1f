//! Silences the findings that an article allows.

use crate::article::{Allowance, Article};
use crate::diagnostic::Diagnostic;
use crate::rules::meta::allowance_unused;
use crate::rules::{self, Findings};
use crate::source::Span;

/// Takes the allowed findings out of `findings` and reports the allowances that silenced none.
///
/// A finding is where its own span is: an allowance beside one of the other places that it compares with does not
/// silence it.
pub(super) fn apply(article: &Article, findings: &mut Vec<Diagnostic>) {
    let allowances: Vec<&Allowance> = article.every_allowance().collect();
    let mut used = vec![false; allowances.len()];
    findings.retain(|finding| {
        let mut silenced = false;
        for (allowance, used) in allowances.iter().zip(&mut used) {
            if silences(allowance, finding) {
                *used = true;
                silenced = true;
            }
        }
        !silenced
    });
    let mut unused = Findings::new(&allowance_unused::RULE, findings);
    for (allowance, used) in allowances.into_iter().zip(used) {
        // An unknown name has a finding of its own.
        if !used && rules::find(&allowance.rule).is_some() {
            allowance_unused::report(allowance, &mut unused);
        }
    }
}

fn silences(allowance: &Allowance, finding: &Diagnostic) -> bool {
    allowance.rule == finding.rule.name
        && allowance
            .scope
            .is_none_or(|scope| touches(scope, finding.span))
}

/// Whether the two share a byte, or the empty `span` lies within `scope`.
fn touches(scope: Span, span: Span) -> bool {
    scope.overlaps(span) || scope.contains(span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Problem;
    use crate::check;
    use crate::source::{Format, Source};

    fn problem(start: usize, end: usize) -> Problem {
        Problem {
            message: "wrong".to_owned(),
            help: None,
            span: Span::new(start, end),
        }
    }

    fn allowance(scope: Option<Span>) -> Allowance {
        Allowance {
            rule: "front-matter-invalid".to_owned(),
            reason: "a test".to_owned(),
            span: Span::new(0, 1),
            scope,
        }
    }

    /// The names and starts of the `meta` findings with these problems and allowances.
    fn found(problems: Vec<Problem>, allowances: Vec<Allowance>) -> Vec<(&'static str, usize)> {
        let text = "x".repeat(100);
        let mut article = crate::parse::article(Source::new("a.md", text, Format::Markdown));
        article.problems = problems;
        article.allowances = allowances;
        check::check(&article, None)
            .iter()
            .filter(|finding| finding.rule.family == "meta")
            .map(|finding| (finding.rule.name, finding.span.start()))
            .collect()
    }

    #[test]
    fn an_allowance_silences_its_rule_where_it_stands_and_nowhere_else() {
        let problems = vec![problem(10, 20), problem(50, 60)];
        let kept = found(problems, vec![allowance(Some(Span::new(15, 30)))]);
        assert_eq!(kept, [("front-matter-invalid", 50)]);
    }

    #[test]
    fn an_allowance_of_the_front_matter_silences_the_whole_article() {
        let problems = vec![problem(10, 20), problem(50, 60)];
        assert_eq!(found(problems, vec![allowance(None)]), []);
    }

    #[test]
    fn a_finding_of_no_width_is_silenced_at_both_ends_of_the_scope() {
        for at in [15, 30] {
            let allowances = vec![allowance(Some(Span::new(15, 30)))];
            assert_eq!(found(vec![problem(at, at)], allowances), [], "at {at}");
        }
    }

    #[test]
    fn an_allowance_that_silences_nothing_is_found() {
        let kept = found(Vec::new(), vec![allowance(None)]);
        assert_eq!(kept, [("allowance-unused", 0)]);
    }

    #[test]
    fn an_unknown_rule_is_one_finding_and_not_also_unused() {
        let unknown = Allowance {
            rule: "no-such-rule".to_owned(),
            ..allowance(None)
        };
        let kept = found(Vec::new(), vec![unknown]);
        assert_eq!(kept, [("allowance-unknown-rule", 0)]);
    }

    #[test]
    fn an_allowance_without_a_reason_still_silences() {
        let silent = Allowance {
            reason: " ".to_owned(),
            ..allowance(None)
        };
        let kept = found(vec![problem(10, 20)], vec![silent]);
        assert_eq!(kept, [("allowance-without-reason", 0)]);
    }
}
