//! What is read as a stance, and what is not.

use super::*;
use crate::config::Settings;
use crate::parse;
use crate::source::{Format, Source};

/// The stances of an article with `text`: the sign of each, the stems that are no known things, the limits, the time.
fn told(text: &str) -> Vec<String> {
    let text = format!("# Zed\n\n## One\n\n{text}\n");
    let article = parse::article(Source::new("a.md", text, Format::Markdown));
    let facts = Facts::find(&article, &Settings::of(&article));
    let keys = |keys: &[Key]| {
        let name = |key: &Key| match key {
            Key::Thing(_) => "*".to_owned(),
            Key::Stem(stem) => stem.to_string(),
        };
        keys.iter().map(name).collect::<Vec<_>>().join(" ")
    };
    let tell = |stance: &Stance| {
        let window = match stance.window {
            Some(Window::For(hours)) => format!(" for {hours}"),
            Some(Window::After(hours)) => format!(" after {hours}"),
            None => String::new(),
        };
        let (words, limits) = (keys(&stance.words), keys(&stance.limits));
        format!("{:?} {words} [{limits}]{window}", stance.force)
    };
    facts.stances().iter().map(tell).collect()
}

#[test]
fn the_words_of_a_clause_tell_how_it_stands_to_what_is_left() {
    let cases: &[(&str, &[&str])] = &[
        ("Swimming should be avoided.", &["MustNot * []"]),
        ("Swimming is fine.", &["May * []"]),
        (
            "Baths are off limits for 2 weeks.",
            &["MustNot * [] for 336"],
        ),
        ("It is safe to fly.", &["May * []"]),
        ("It is not dangerous to fly.", &["May * []"]),
        ("Swimming is not harmful.", &["May * []"]),
        ("Swimming is no longer off limits.", &["May * []"]),
        ("Swimming is not recommended.", &["MustNot * []"]),
        ("It is not safe to fly.", &["MustNot * []"]),
        ("It is best not to fly.", &["MustNot * []"]),
        ("There is no need to avoid alcohol.", &["May * []"]),
        ("We advise against alcohol.", &["MustNot * []"]),
        ("You do not need a sling.", &["NeedNot * []"]),
        ("The sling is not needed.", &["NeedNot * []"]),
        ("Never stop taking warfarin.", &["Must * []"]),
        (
            "Keep out of swimming pools for a fortnight.",
            &["MustNot * [] for 336"],
        ),
        ("Keep your child off school.", &["MustNot * []"]),
        (
            "You can get behind the wheel after a week.",
            &["May * [] after 168"],
        ),
        ("Cut grapefruit out of your diet.", &["MustNot * []"]),
        ("You may feel tired.", &[]),
        ("It is not clear whether diet helps.", &[]),
        (
            "Do not take ibuprofen if you have an ulcer.",
            &["MustNot * [ulcer]"],
        ),
        (
            "You can take loperamide even if your stools are bloody.",
            &["May * []"],
        ),
        ("Swimming does no harm.", &["May * []"]),
        ("A swim won't hurt.", &["May * []"]),
        ("Swimming is regarded as a safe choice.", &["May * []"]),
        (
            "Neither soap nor perfume should be used.",
            &["MustNot * []", "MustNot * []"],
        ),
        ("Have no coffee.", &["MustNot * []"]),
        (
            "Do not take ibuprofen in pregnancy: it is not safe.",
            &["MustNot * * []", "MustNot * [*]"],
        ),
        ("You cannot feel the implant working.", &[]),
        (
            "Good choices for today:\n\n- milk\n- toast",
            &["May * []", "May * []"],
        ),
        (
            "Good choices are:\n\n- milk\n- toast",
            &["May * []", "May * []"],
        ),
        (
            "You can have:\n\n- milk\n- toast",
            &["May * []", "May * []"],
        ),
        ("Common triggers are:\n\n- milk\n- coffee", &[]),
        ("Do not work for 2 weeks.", &["MustNot * [] for 336"]),
        ("They help, but do not work for two of us.", &[]),
        ("You may have:\n\n- coffee", &[]),
        (
            "As soon as you feel well you can drive.",
            &["May * [] after 0"],
        ),
        (
            "Metformin must not be taken by anybody who is pregnant.",
            &["MustNot * [*]"],
        ),
        ("Your GP may:\n\n- burst the stye", &[]),
        (
            "Do not swim for 2 weeks after the operation.",
            &["MustNot * [] for 336"],
        ),
        (
            "Go back to swimming a fortnight after the operation.",
            &["Must * [] after 336"],
        ),
        (
            "For the first 6 weeks:\n\n- do not swim\n- avoid alcohol",
            &["MustNot * [] for 1008", "MustNot * [] for 1008"],
        ),
    ];
    for (text, wanted) in cases {
        assert_eq!(told(text), *wanted, "{text}");
    }
}

#[test]
fn an_answer_stands_to_what_its_question_asks() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("Can I have a beer?", "Best avoided.", &["MustNot * []"]),
        (
            "Can I swim?",
            "Yes, after 2 weeks.",
            &["May * [] after 336"],
        ),
        ("Do I need to wear a sling?", "No.", &["NeedNot * []"]),
        ("Can I drive?", "Not yet.", &[]),
        (
            "When can I drive?",
            "Please do not drive for a week.",
            &["MustNot * [] for 168"],
        ),
        ("What is a sling?", "A band for the arm.", &[]),
    ];
    for (question, answer, wanted) in cases {
        let text = format!("Rest.\n\n## FAQ\n\n### {question}\n\n{answer}");
        let found: Vec<String> = { told(&text).into_iter() }
            .filter(|told| told.contains('*'))
            .collect();
        assert_eq!(found, *wanted, "{question} {answer}");
    }
}
