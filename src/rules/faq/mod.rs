//! Questions and answers.

mod faq_contradicts_body;
mod faq_duplicate_question;
mod faq_question_mark;
mod faq_safety_question_missing;
mod faq_unanswered;

use super::Family;

const NAME: &str = "faq";

/// The family.
pub const FAMILY: Family = Family {
    group: super::Group::Parts,
    error_group: super::Group::Parts,
    name: NAME,
    title: "Questions and answers",
    rules: &[
        &faq_question_mark::RULE,
        &faq_unanswered::RULE,
        &faq_duplicate_question::RULE,
        &faq_contradicts_body::RULE,
        &faq_safety_question_missing::RULE,
    ],
};
