use super::Bound::{About, AtLeast, AtMost, Exact};
use super::QuantityKind::*;
use super::*;
use crate::config::Settings;
use crate::parse;
use crate::source::{Format, Source};

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

const AMOUNTS: &[Case] = &[
    (
        "It lasts 4-6 weeks.",
        "4-6 weeks",
        Duration,
        4.0 * WEEK,
        6.0 * WEEK,
        Exact,
    ),
    (
        "It lasts 4 – 6 weeks.",
        "4 – 6 weeks",
        Duration,
        4.0 * WEEK,
        6.0 * WEEK,
        Exact,
    ),
    (
        "It lasts four to six weeks.",
        "four to six weeks",
        Duration,
        4.0 * WEEK,
        6.0 * WEEK,
        Exact,
    ),
    (
        "It lasts up to 6 weeks.",
        "6 weeks",
        Duration,
        6.0 * WEEK,
        6.0 * WEEK,
        AtMost,
    ),
    (
        "It is not better after a week.",
        "a week",
        Duration,
        WEEK,
        WEEK,
        Exact,
    ),
    (
        "Wait at least 2 hours.",
        "2 hours",
        Duration,
        120.0,
        120.0,
        AtLeast,
    ),
    (
        "Rest for 6 hours to 2 days.",
        "6 hours to 2 days",
        Duration,
        360.0,
        2880.0,
        Exact,
    ),
    (
        "Rest for a few days.",
        "a few days",
        Duration,
        4320.0,
        4320.0,
        Exact,
    ),
    (
        "Rest for one and a half hours.",
        "one and a half hours",
        Duration,
        90.0,
        90.0,
        Exact,
    ),
    (
        "Rest for half an hour.",
        "half an hour",
        Duration,
        30.0,
        30.0,
        Exact,
    ),
    (
        "Rest for 2½ hours.",
        "2½ hours",
        Duration,
        150.0,
        150.0,
        Exact,
    ),
    (
        "Hold for 30-second breaks.",
        "30-second",
        Duration,
        0.5,
        0.5,
        Exact,
    ),
    (
        "About 50% of people heal.",
        "50%",
        Percentage,
        0.5,
        0.5,
        About,
    ),
    (
        "From 10% to 20% of people heal.",
        "10% to 20%",
        Percentage,
        0.1,
        0.2,
        Exact,
    ),
    (
        "Some 20 per cent heal.",
        "20 per cent",
        Percentage,
        0.2,
        0.2,
        About,
    ),
    (
        "It helps 1 in 10 people.",
        "1 in 10",
        Ratio,
        0.1,
        0.1,
        Exact,
    ),
    (
        "It helps one in every five people.",
        "one in every five",
        Ratio,
        0.2,
        0.2,
        Exact,
    ),
    (
        "It helps 1 in 1,000 people.",
        "1 in 1,000",
        Ratio,
        0.001,
        0.001,
        Exact,
    ),
    (
        "It harms 1 in 2000 people.",
        "1 in 2000",
        Ratio,
        0.0005,
        0.0005,
        Exact,
    ),
    (
        "Take one hundred and fifty mg now.",
        "one hundred and fifty mg",
        Dose,
        150.0,
        150.0,
        Exact,
    ),
    ("Take 0,125 mg now.", "0,125 mg", Dose, 0.125, 0.125, Exact),
    ("Take 10mg now.", "10mg", Dose, 10.0, 10.0, Exact),
    (
        "Take 200 to 400 mg now.",
        "200 to 400 mg",
        Dose,
        200.0,
        400.0,
        Exact,
    ),
    ("Take 0.5 g now.", "0.5 g", Dose, 500.0, 500.0, Exact),
    ("Take .5 mg now.", "5 mg", Dose, 0.5, 0.5, Exact),
    ("Take 2 tablets now.", "2 tablets", Dose, 2.0, 2.0, Exact),
    (
        "Do it 3 times a day.",
        "3 times a day",
        Frequency,
        3.0,
        3.0,
        Exact,
    ),
    (
        "Do it twice daily.",
        "twice daily",
        Frequency,
        2.0,
        2.0,
        Exact,
    ),
    (
        "Do it every 6 hours.",
        "every 6 hours",
        Frequency,
        4.0,
        4.0,
        Exact,
    ),
    (
        "A fever over 38.5 °C is high.",
        "38.5 °C",
        Temperature,
        38.5,
        38.5,
        AtLeast,
    ),
    (
        "A fever of 100.4F or more is high.",
        "100.4F",
        Temperature,
        38.0,
        38.0,
        AtLeast,
    ),
    (
        "A fever over 38 is high.",
        "38",
        Temperature,
        38.0,
        38.0,
        AtLeast,
    ),
    (
        "Not for children under 5.",
        "5",
        Age,
        5.0 * 525_960.0,
        5.0 * 525_960.0,
        AtMost,
    ),
    (
        "For those aged 65 or older.",
        "65",
        Age,
        65.0 * 525_960.0,
        65.0 * 525_960.0,
        AtLeast,
    ),
    (
        "For a 4-year-old child.",
        "4-year",
        Age,
        4.0 * 525_960.0,
        4.0 * 525_960.0,
        Exact,
    ),
    ("It costs $20.", "$20", Money, 20.0, 20.0, Exact),
    ("A bruise of 2 cm.", "2 cm", Length, 0.02, 0.02, Exact),
    (
        "You need 10,000 steps.",
        "10,000",
        Count,
        10_000.0,
        10_000.0,
        Exact,
    ),
    (
        "There are five warning signs.",
        "five",
        Count,
        5.0,
        5.0,
        Exact,
    ),
    (
        "You see a dozen spots.",
        "a dozen",
        Count,
        12.0,
        12.0,
        Exact,
    ),
    (
        "A level of 70 mg/dL is low.",
        "70 mg/dL",
        Lab,
        70.0,
        70.0,
        Exact,
    ),
];

#[test]
fn amounts_are_read_with_unit_range_and_bound() {
    for (text, words, kind, low, high, bound) in AMOUNTS {
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

#[test]
fn numbers_rates_and_bounds_are_read_in_spanish() {
    const HOUR: f64 = 60.0;
    let cases: &[Case] = &[
        (
            "Dura de 4 a 6 semanas.",
            "4 a 6 semanas",
            Duration,
            4.0 * WEEK,
            6.0 * WEEK,
            Exact,
        ),
        (
            "Dura entre 2 y 3 horas.",
            "2 y 3 horas",
            Duration,
            2.0 * HOUR,
            3.0 * HOUR,
            Exact,
        ),
        (
            "Dura unas dos horas.",
            "dos horas",
            Duration,
            2.0 * HOUR,
            2.0 * HOUR,
            About,
        ),
        (
            "Espere media hora.",
            "media hora",
            Duration,
            30.0,
            30.0,
            Exact,
        ),
        (
            "No tome más de 1.200 mg al día.",
            "1.200 mg",
            Dose,
            1200.0,
            1200.0,
            AtMost,
        ),
        (
            "Ocurre en 1 de cada 5 personas.",
            "1 de cada 5",
            Ratio,
            0.2,
            0.2,
            Exact,
        ),
        (
            "Tome una pastilla cada 8 horas.",
            "cada 8 horas",
            Frequency,
            3.0,
            3.0,
            Exact,
        ),
        (
            "Ocurre en una de cada diez personas.",
            "una de cada diez",
            Ratio,
            0.1,
            0.1,
            Exact,
        ),
        (
            "No es para menores de dieciocho años.",
            "dieciocho años",
            Age,
            18.0 * 525_960.0,
            18.0 * 525_960.0,
            AtMost,
        ),
        (
            "La cita es el 3 de abril de 2026.",
            "3 de abril de 2026",
            Date,
            0.0,
            0.0,
            Exact,
        ),
        (
            "Desde los 60 años.",
            "60 años",
            Age,
            60.0 * 525_960.0,
            60.0 * 525_960.0,
            Exact,
        ),
    ];
    for (sentence, text, kind, low, high, bound) in cases {
        let article = format!("---\nlang: es\n---\n\n# A\n\n{sentence}\n");
        let wanted = ((*text).to_owned(), *kind, *low, *high, *bound);
        assert!(
            found(&article).contains(&wanted),
            "{sentence}: {:?}",
            found(&article)
        );
    }
    assert!(found("The tres horas project.").is_empty());
}
