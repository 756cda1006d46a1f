//! Questions and answers.

mod faq_answer_off_topic;
mod faq_answer_too_long;
pub(super) mod faq_contradicts_body;
mod faq_duplicate_question;
mod faq_new_information;
mod faq_polar_unanswered;
mod faq_question_mark;
mod faq_safety_question_missing;
mod faq_unanswered;
mod faq_voice_mixed;
mod opposite;
mod polarity;
mod states;

use super::Family;
use crate::article::Role;

/// Parts that say nothing about the question.
const ELSEWHERE: &[Role] = &[
    Role::Faq,
    Role::Disclaimer,
    Role::References,
    Role::Resources,
];

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
        &faq_polar_unanswered::RULE,
        &faq_new_information::RULE,
        &faq_answer_off_topic::RULE,
        &faq_voice_mixed::RULE,
        &faq_answer_too_long::RULE,
    ],
};
