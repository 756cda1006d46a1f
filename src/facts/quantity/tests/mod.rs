//! What amounts are read as, in both languages.

use super::Bound::{About, AtLeast, AtMost, Exact};
use super::QuantityKind::*;
use super::*;
use crate::config::Settings;
use crate::parse;
use crate::source::{Format, Source};

mod amounts;
mod spanish;

/// The quantities of a paragraph: text, kind, low, high, bound.
fn found(text: &str) -> Vec<(String, QuantityKind, f64, f64, Bound)> {
    let source = Source::new("a.md", text, Format::Markdown);
    let article = parse::article(source);
    let facts = Facts::find(&article, &Settings::of(&article));
    let all = facts.quantities().iter();
    all.map(|quantity| {
        let text = facts.quantity_text(quantity).to_owned();
        let round = |value: f64| (value * 1e4).round() / 1e4;
        (
            text,
            quantity.kind,
            round(quantity.low),
            round(quantity.high),
            quantity.bound,
        )
    })
    .collect()
}

/// A sentence, its quantity, and what it is.
type Case = (&'static str, &'static str, QuantityKind, f64, f64, Bound);

const WEEK: f64 = 10_080.0;

#[test]
fn amounts_are_read_with_unit_range_and_bound() {
    for (text, words, kind, low, high, bound) in amounts::AMOUNTS {
        assert_eq!(
            found(text),
            [((*words).to_owned(), *kind, *low, *high, *bound)],
            "{text}"
        );
    }
}

#[test]
fn dates_and_phone_numbers_are_no_counts() {
    use QuantityKind::{Date, Emergency, Phone, Year};
    for (text, words, kind) in [
        ("Reviewed on 3 April 2026.", "3 April 2026", Date),
        ("Reviewed on April 3, 2026.", "April 3, 2026", Date),
        ("Reviewed in April 2026.", "April 2026", Date),
        ("Reviewed on the 3rd of April.", "3rd of April", Date),
        (
            "Reviewed on the 3rd of April 2026.",
            "3rd of April 2026",
            Date,
        ),
        ("Reviewed on April 3rd, 2026.", "April 3rd, 2026", Date),
        ("Reviewed on 03/04/2026.", "03/04/2026", Date),
        ("Reviewed on 2026-04-03.", "2026-04-03", Date),
        ("A study of 2019 said so.", "2019", Year),
        ("Call (555) 010-0199 now.", "(555) 010-0199", Phone),
        ("Call 020 7946 0018 now.", "020 7946 0018", Phone),
        ("Call 1-800-555-0100 now.", "1-800-555-0100", Phone),
        ("Call 911 now.", "911", Emergency),
    ] {
        let found: Vec<_> = found(text)
            .into_iter()
            .map(|found| (found.0, found.1))
            .collect();
        assert_eq!(found, [(words.to_owned(), kind)], "{text}");
    }
}

#[test]
fn names_scores_and_marks_are_no_quantities() {
    for text in [
        "Pain at L4-L5 and at C5-6 is common.",
        "People with type 2 diabetes had COVID-19.",
        "A study says so [12], and another [3, 4].",
        "A blood pressure of 120/80 is fine, 24/7.",
        "Come at 8:30, or at 9am, or at 10 p.m. today.",
        "This is one of the signs, and no one knows why.",
        "See version 1.2.3 on page 12.",
        "The 2nd day is the worst.",
        "The 2nd may help more.",
        "It is a day at the sea.",
        "Fill in form 21-686c for a second opinion, it may one day help.",
        "A few of them said so.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn quantities_are_found_by_their_place() {
    let text = "# A\n\nRest for 2 days. Walk for 3 hours.\n";
    let article = parse::article(Source::new("a.md", text, Format::Markdown));
    let facts = Facts::find(&article, &Settings::of(&article));
    let second = facts
        .quantities_of(2)
        .map(|found| facts.quantity_text(found));
    assert_eq!(second.collect::<Vec<_>>(), ["3 hours"]);
    assert_eq!(facts.quantities_in(Span::new(0, 21)).count(), 1);
}
