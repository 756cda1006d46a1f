//! What a pack must have before a team relies on it: examples of both kinds that come out right, and a sign-off of this text.

use super::{Example, TopicPack, signature};
use crate::article::Problem;
use crate::lexicon::Tokens;
use crate::source::Span;

/// The gaps of `pack`, whose text is `text`, by place.
pub(super) fn gaps(pack: &TopicPack, text: &str) -> Vec<Problem> {
    let mut gaps = Gaps(Vec::new());
    for concept in &pack.concepts {
        let found = |text: &str| concept.find(&Tokens::of(text)).is_some();
        gaps.examples(&concept.id, concept.span, &concept.tests, found);
    }
    for topic in &pack.topics {
        let found = |text: &str| topic.is_in(&Tokens::of(text));
        gaps.examples(&topic.id, topic.span, &topic.tests, found);
    }
    for claim in &pack.claims {
        let found = |text: &str| claim.find(&Tokens::of(text)).is_some();
        gaps.examples(&claim.id, claim.span, &claim.tests, found);
    }
    let applies = &pack.applies;
    gaps.misjudged("applies", &applies.tests, |text| {
        applies.to(&Tokens::of(text))
    });
    if let Some(by) = pack.sign_off.as_ref().filter(|_| !pack.is_signed) {
        let hash = signature::hash(text);
        gaps.0.push(Problem {
            message: format!("{} has signed another text than this one", by.name),
            help: Some(format!(
                "Have the changes read and signed. The hash of this text is {hash}"
            )),
            span: by.span,
        });
    }
    gaps.0.sort_by_key(|gap| gap.span);
    gaps.0
}

struct Gaps(Vec<Problem>);

impl Gaps {
    fn examples(&mut self, id: &str, span: Span, tests: &[Example], found: impl Fn(&str) -> bool) {
        for (wanted, kind) in [(true, "is found"), (false, "must not be found")] {
            if !tests.iter().any(|test| test.expect == wanted) {
                self.0.push(Problem {
                    message: format!("{id} has no example of a text in which it {kind}"),
                    help: Some(format!(
                        "Add to its `test`: {{ text = \"...\", expect = {wanted} }}"
                    )),
                    span,
                });
            }
        }
        self.misjudged(id, tests, found);
    }

    fn misjudged(&mut self, id: &str, tests: &[Example], found: impl Fn(&str) -> bool) {
        let wrong = tests.iter().filter(|test| found(&test.text) != test.expect);
        for test in wrong {
            let message = if test.expect {
                format!("{id} is not found in this example")
            } else {
                format!("{id} is found in this example, which says that it is not")
            };
            self.0.push(Problem {
                message,
                help: Some("Change its patterns or not_patterns, or the example.".to_owned()),
                span: test.span,
            });
        }
    }
}
