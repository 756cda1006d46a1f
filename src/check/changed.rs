//! Which findings a change of some lines is answerable for.

use crate::diagnostic::Diagnostic;
use crate::rules;
use crate::source::Span;

/// Whether `finding` is on one of the `changed` places; of rules that compare places, whether one of its other places is.
pub fn is_on(finding: &Diagnostic, changed: &[Span]) -> bool {
    if touches(changed, finding.span) {
        return true;
    }
    rules::compares_places(finding.rule)
        && finding
            .labels
            .iter()
            .any(|label| touches(changed, label.span))
}

fn touches(changed: &[Span], span: Span) -> bool {
    changed
        .iter()
        .any(|place| place.overlaps(span) || (span.is_empty() && place.contains(span)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Label;

    fn finding(rule: &str, span: Span, other: Span) -> Diagnostic {
        let rule = rules::find(rule).unwrap();
        Diagnostic {
            rule,
            severity: rule.severity,
            message: String::new(),
            span,
            labels: vec![Label {
                span: other,
                message: String::new(),
            }],
            help: None,
            fix: None,
        }
    }

    #[test]
    fn the_other_place_counts_where_rules_compare() {
        let (here, there) = (Span::new(10, 20), Span::new(50, 60));
        let conflict = finding("urgency-conflict", here, there);
        let style = finding("heading-ampersand", here, there);
        for found in [&conflict, &style] {
            assert!(is_on(found, &[Span::new(0, 11)]));
            assert!(!is_on(found, &[Span::new(20, 50)]));
            assert!(!is_on(found, &[]));
        }
        assert!(is_on(&conflict, &[Span::new(55, 56)]));
        assert!(!is_on(&style, &[Span::new(55, 56)]));
    }

    #[test]
    fn a_finding_of_no_width_is_on_the_line_that_holds_it() {
        let found = finding("heading-ampersand", Span::empty(10), Span::empty(0));
        assert!(is_on(&found, &[Span::new(5, 10)]));
        assert!(is_on(&found, &[Span::new(10, 15)]));
        assert!(!is_on(&found, &[Span::new(11, 15)]));
    }
}
