//! Questions that ask for questions: "Still have questions? Call us." They are no part of the FAQ.

use crate::lexicon::constant::built;
use crate::lexicon::{Patterns, Tokens};
use std::sync::LazyLock;

static INVITATIONS: LazyLock<Patterns> = LazyLock::new(|| {
    built(Patterns::new([
        "^?do ?if ?you ?still have|got ?any ?more ?other ?further ?a ?unanswered questions|question|concerns",
        "^?any ?more ?other ?further questions$",
        "^?still have|got questions",
        "^?didn't ?did ?you ?not find _3 answer|looking",
        "^?todavia ?aun tiene|tienes ?mas ?alguna ?otra ?otras pregunta|preguntas|duda|dudas",
        "^alguna|mas|otra|otras pregunta|preguntas|duda|dudas$",
    ]))
});

/// Whether a question or heading asks whether the reader has questions: "Any other questions?".
pub(in crate::parse) fn is_invitation(text: &str) -> bool {
    text.trim_end().ends_with('?') && INVITATIONS.is_match(&Tokens::of(text))
}
