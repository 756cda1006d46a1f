//! The handout's words as the rules on handouts compare them with the article.

use super::{Handout, article_words};
use crate::facts::printed::{Printed, plain};

/// What stands on the paper of `handout`.
pub fn printed(handout: &Handout) -> Printed {
    Printed {
        text: plain(&article_words(handout).join(" ")),
        has_review_date: handout.footer.reviewed.is_some(),
    }
}
