//! `[standards]`: what a team does otherwise than its profile, and the names of these choices.

use crate::config::profile::{
    Ampersand, Profile, QuestionHeadings, Standards, Temperature, UnitSpacing,
};
use crate::config::table::Table;
use serde_json::Value;

/// The last year of a university: a higher grade asks for nothing.
const GRADE_MOST: f64 = 20.0;

const UNIT_SPACING: &[(&str, UnitSpacing)] = &[
    ("spaced", UnitSpacing::Spaced),
    ("joined", UnitSpacing::Joined),
    ("consistent", UnitSpacing::Consistent),
];
const QUESTION_HEADINGS: &[(&str, QuestionHeadings)] = &[
    ("welcome", QuestionHeadings::Welcome),
    ("discouraged", QuestionHeadings::Discouraged),
    ("free", QuestionHeadings::Free),
];
const TEMPERATURE: &[(&str, Temperature)] = &[
    ("fahrenheit", Temperature::Fahrenheit),
    ("celsius", Temperature::Celsius),
    ("either", Temperature::Either),
];
const AMPERSAND: &[(&str, Ampersand)] =
    &[("avoided", Ampersand::Avoided), ("free", Ampersand::Free)];

pub(super) fn standards(mut row: Table<'_>) -> Standards {
    let grade = row.json("grade-max");
    let grade_max = grade.as_ref().and_then(|grade| grade.value.as_f64());
    let grades = 1.0..=GRADE_MOST;
    if let Some(grade) = grade.filter(|_| !grade_max.is_some_and(|grade| grades.contains(&grade))) {
        let message = format!("grade-max is a school grade such as 8, from 1 to {GRADE_MOST}");
        row.fault(grade.span, message);
    }
    let standards = Standards {
        unit_spacing: choice(&mut row, "unit-spacing", UNIT_SPACING),
        question_headings: choice(&mut row, "question-headings", QUESTION_HEADINGS),
        temperature: choice(&mut row, "temperature", TEMPERATURE),
        ampersand: choice(&mut row, "ampersand", AMPERSAND),
        grade_max,
        list_items_max: row.count("list-items-max", 1),
        requires_faq: row.flag("requires-faq"),
        requires_disclaimer: row.flag("requires-disclaimer"),
        care_cards: row.flag("care-cards"),
    };
    row.done();
    standards
}

fn choice<T: Copy>(row: &mut Table<'_>, key: &str, choices: &[(&str, T)]) -> Option<T> {
    let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
    row.one_of(key, &names, |name| {
        let found = choices.iter().find(|(known, _)| *known == name);
        found.map(|(_, choice)| *choice)
    })
}

/// The choices of `profile` by the names that they have here; `null` where it asks for nothing.
pub(in crate::config) fn choices(profile: &Profile) -> Vec<(&'static str, Value)> {
    vec![
        ("unit-spacing", name(UNIT_SPACING, profile.unit_spacing)),
        (
            "question-headings",
            name(QUESTION_HEADINGS, profile.question_headings),
        ),
        ("temperature", name(TEMPERATURE, profile.temperature)),
        ("ampersand", name(AMPERSAND, profile.ampersand)),
        ("grade-max", profile.grade_max.into()),
        ("list-items-max", profile.list_items_max.into()),
        ("requires-faq", profile.requires_faq.into()),
        ("requires-disclaimer", profile.requires_disclaimer.into()),
        ("care-cards", profile.care_cards.into()),
    ]
}

fn name<T: Copy + PartialEq>(choices: &[(&'static str, T)], chosen: T) -> Value {
    let found = choices.iter().find(|(_, choice)| *choice == chosen);
    found.map_or(Value::Null, |(name, _)| (*name).into())
}
