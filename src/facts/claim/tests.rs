//! What numbers are read to be about.

use super::*;
use crate::config::Settings;
use crate::parse;
use crate::source::{Format, Source};

/// The claims and asks of an article, each as "number: aspect, what it is about, for whom".
fn read(text: &str) -> (Vec<String>, Vec<String>) {
    let article = parse::article(Source::new("a.md", text, Format::Markdown));
    let facts = Facts::find(&article, &Settings::of(&article));
    let language = Language::of(&facts).expect("the language has words");
    let tell = |claim: &Claim<'_>| {
        let number = facts.quantity_text(claim.quantity);
        let (words, limits) = (claim.words.join(" "), claim.limits.join(" "));
        format!("{number}: {:?} [{words}] [{limits}]", claim.aspect)
    };
    let claims = claims(&language, &asked(&language))
        .iter()
        .map(tell)
        .collect();
    let asks = asked(&language)
        .iter()
        .map(|ask| tell(&ask.claim))
        .collect();
    (claims, asks)
}

#[test]
fn a_clause_says_what_its_number_is_about() {
    let cases = [
        (
            "The swelling goes down within 2 weeks.",
            "2 weeks: Ends [swell] []",
        ),
        (
            "Do not swim for 4 weeks after the operation.",
            "4 weeks: Waits [swim] []",
        ),
        ("You can swim after 4 weeks.", "4 weeks: Other [swim] []"),
        ("Wait a month before you swim.", "a month: Waits [swim] []"),
        (
            "In children the fever lasts 3 days.",
            "3 days: Lasts [fever] [child]",
        ),
        (
            "Stop warfarin 5 days before the test.",
            "5 days: Before [warfarin] []",
        ),
        (
            "Drops sting. They work after 10 minutes.",
            "10 minutes: Starts [eye drops sting] []",
        ),
        (
            "See a nurse if the pain lasts more than 3 days.",
            "3 days: Threshold [pain] []",
        ),
    ];
    for (text, wanted) in cases {
        // Another section has a number of every kind that is read, so that there is something to compare with.
        let (claims, _) = read(&format!(
            "# Eye surgery\n\n{text}\n\n## Nothing\n\nNever mind 9 weeks.\n"
        ));
        let claims = claims.first().cloned().unwrap_or_default();
        assert_eq!(claims, wanted, "{text}");
    }
}

#[test]
fn a_question_says_what_its_answer_is_about() {
    let cases = [
        (
            "How long does it take?",
            "About 2 hours.",
            "2 hours: Lasts [] []",
        ),
        (
            "How long is the recovery?",
            "3 weeks.",
            "3 weeks: Ends [] []",
        ),
        (
            "When can I swim?",
            "After 4 weeks.",
            "4 weeks: Waits [swim] []",
        ),
        (
            "How common are tears?",
            "Tears happen in 1 in 50 people.",
            "1 in 50: Happens [tear] []",
        ),
        ("Does it hurt?", "For 2 days.", ""),
        (
            "How long does it take?",
            "2 hours, or 3 hours with sedation.",
            "",
        ),
    ];
    for (question, answer, wanted) in cases {
        let (_, asks) = read(&format!(
            "# Eye surgery\n\n## FAQ\n\n### {question}\n\n{answer}\n"
        ));
        assert_eq!(asks.concat(), wanted, "{question} {answer}");
    }
}
