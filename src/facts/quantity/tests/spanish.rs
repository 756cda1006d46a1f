//! Sentences in Spanish.

use super::*;

const HOUR: f64 = 60.0;

const CASES: &[Case] = &[
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

#[test]
fn numbers_rates_and_bounds_are_read_in_spanish() {
    for (sentence, text, kind, low, high, bound) in CASES {
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
