//! What is read as an instruction, and what is not.

use super::*;
use crate::config::Settings;
use crate::parse;
use crate::source::{Format, Source};

fn told(text: &str) -> Vec<String> {
    told_in(&format!("# A\n\n{text}\n"))
}

fn told_in(text: &str) -> Vec<String> {
    let article = parse::article(Source::new("a.md", text, Format::Markdown));
    let facts = Facts::find(&article, &Settings::of(&article));
    let tell = |one: &Instruction| {
        let sign = if one.is_positive { '+' } else { '-' };
        let what = match &one.deed {
            Deed::Act { action, object } => format!("{action} {}", object.join(" ")),
            Deed::Way { pair, object } => format!("{pair:?} {}", object.join(" ")),
        };
        format!("{sign}{} [{}]", what.trim(), one.condition.join(" "))
    };
    facts.instructions().iter().map(tell).collect()
}

#[test]
fn orders_bans_and_permissions_are_told_apart() {
    let cases: &[(&str, &[&str])] = &[
        ("Do not drive.", &["-driv []"]),
        ("You can drive the next day.", &["+driv [~later]"]),
        (
            "Avoid alcohol and caffeine.",
            &["-use alcohol []", "-use caffein []"],
        ),
        ("Drink water.", &["+use water []"]),
        ("Stop taking ibuprofen.", &["-use ibuprofen []"]),
        ("Do not stop your tablets.", &["+use tablet []"]),
        ("If you have a fever, drink water.", &["+use water [fever]"]),
        (
            "Do not take ibuprofen if you have ulcers.",
            &["-use ibuprofen [ulcer]"],
        ),
        ("Do not drive or swim.", &["-driv []", "-swim []"]),
        ("It is not safe to drive.", &["-driv []"]),
        ("Exercise can help.", &[]),
        (
            "Do not take more than 8 tablets.",
            &["-use mor [8 tablet ~much]"],
        ),
        (
            "Things to avoid:\n\n- alcohol\n- smoking",
            &["-use alcohol []", "-smok []"],
        ),
        ("You may be told to drive.", &[]),
        (
            "Do not take aspirin or naproxen if you have an ulcer.",
            &["-use aspirin [ulcer]", "-use naproxen [ulcer]"],
        ),
        (
            "Ibuprofen is a good choice for headaches.",
            &["+use ibuprofen [pain]"],
        ),
        (
            "Aspirin is not a safe option if you bleed.",
            &["-use aspirin [bleed]"],
        ),
        (
            "Drive or swim, but do not drink, smoke or fly.",
            &["+driv []", "+swim []", "-smok []", "-fly []"],
        ),
    ];
    for (text, wanted) in cases {
        assert_eq!(&told(text), wanted, "{text}");
    }
}

#[test]
fn spanish_orders_bans_and_permissions_are_told_apart() {
    let cases: &[(&str, &[&str])] = &[
        ("No conduzca durante 24 horas.", &["-conducir []"]),
        ("Puede conducir al día siguiente.", &["+conducir []"]),
        (
            "No dé aspirina ni ibuprofeno.",
            &["-use aspirin []", "-use ibuprofen []"],
        ),
        ("Evite el alcohol.", &["-use alcohol []"]),
        (
            "El paracetamol es una buena opción.",
            &["+use paracetamol []"],
        ),
        ("Tome aspirina si le duele.", &["+use aspirin [~duel]"]),
        ("No debe levantar peso.", &["-levantar pes []"]),
        ("Nada de alcohol.", &[]),
        ("Nade.", &["+nadar []"]),
        ("El dolor puede durar días.", &[]),
    ];
    for (text, wanted) in cases {
        let article = format!("---\nlang: es\n---\n\n# A\n\n{text}\n");
        assert_eq!(told_in(&article), *wanted, "{text}");
    }
}

#[test]
fn a_length_of_time_is_read_in_words_ranges_and_parts() {
    let cases: &[(&str, &[Option<Window>])] = &[
        ("Do not swim for five days.", &[Some(Window::For(120))]),
        ("Do not swim for seven days.", &[Some(Window::For(168))]),
        ("Do not swim for a week.", &[Some(Window::For(168))]),
        ("Do not swim for 4 to 6 weeks.", &[Some(Window::For(1008))]),
        ("Do not drive for 2.5 hours.", &[Some(Window::For(3))]),
        ("Drive after 12 hours.", &[Some(Window::After(12))]),
        ("Do not swim for a few days.", &[None]),
        ("Do not drive for a bet.", &[None]),
    ];
    for (text, wanted) in cases {
        let text = format!("# A\n\n{text}\n");
        let article = parse::article(Source::new("a.md", &text, Format::Markdown));
        let facts = Facts::find(&article, &Settings::of(&article));
        let windows: Vec<Option<Window>> =
            facts.instructions().iter().map(|one| one.window).collect();
        assert_eq!(windows, *wanted, "{text}");
    }
}
