//! Questions and answers.

mod faq_contradicts_body;
mod faq_duplicate_question;
mod faq_question_mark;
mod faq_unanswered;

use super::{Family, Group};

const NAME: &str = "faq";

/// The family.
pub const FAMILY: Family = Family {
    name: NAME,
    title: "Questions and answers",
    group: Group::Parts,
    error_group: Group::Parts,
    rules: &[
        &faq_question_mark::RULE,
        &faq_unanswered::RULE,
        &faq_duplicate_question::RULE,
        &faq_contradicts_body::RULE,
    ],
};
