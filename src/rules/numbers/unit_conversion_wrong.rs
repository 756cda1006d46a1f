//! The same amount in two units, where the two are not the same.

use crate::facts::{Bound, Facts, Quantity, QuantityKind, Unit};
use crate::rules::prelude::*;
use crate::source::PartOf;

rule! {
    /// A number is given again in another unit, and the two do not match.
    ///
    /// ## Why it matters
    /// Readers take the unit that their thermometer, spoon or scale shows. One of the two is wrong, and nobody can tell which:
    /// a dose a thousand times too high, a fever for which nobody calls.
    ///
    /// Compared is a number in brackets right behind another, of the same kind and in another unit: "101 °F (38.3 °C)". Doses by
    /// mass must be the same, temperatures of the body within half a degree; other measures may be rounded as is usual in
    /// texts for patients, to an eighth or to the last digit that is written, and more after "about". A teaspoon is 5 ml, a tablespoon 15 ml,
    /// a fluid ounce that of the United States or of Britain, and a pint, too. Sugar and fats in the blood are compared in mg/dL and
    /// mmol/L.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Flu
    ///
    /// Call the clinic if your temperature is over 102 °F (37 °C).
    /// ```
    ///
    /// ```markdown,flag
    /// # Thyroid tablets
    ///
    /// Most adults start with 25 micrograms (0.25 mg) in the morning.
    /// ```
    ///
    /// ```markdown,flag
    /// # Cough syrup
    ///
    /// Give two teaspoons (30 ml) at night.
    /// ```
    ///
    /// ```markdown,flag
    /// # Diabetes
    ///
    /// Your blood sugar before a meal should be below 130 mg/dL (9.2 mmol/L).
    /// ```
    ///
    /// ```markdown,flag
    /// # After your operation
    ///
    /// Carry no bag that weighs over 4 kg (20 lb).
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// lang: es
    /// ---
    ///
    /// # Gripe
    ///
    /// Llame si la fiebre pasa de 39 °C (100 °F).
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Flu
    ///
    /// Call the clinic if your temperature is over 102 °F (39 °C). Take 1 g (two 500 mg tablets), or 20 mg (10 ml) of the syrup.
    /// A child of 10 to 15 kg (22 to 33 lb) takes less. Drink 2 litres (about 8 cups) a day. Swelling up to an inch (2.5 cm) across
    /// goes down. Take 1 g (500 mg twice a day). Walk half a mile (about 1 km). Half a pint (284 ml) of milk, 8 fl oz (240 ml) of
    /// water and 1 lb (450 g) of fruit are enough. She is 5 feet 4 inches (163 cm) tall. Keep it at 2 °C to 8 °C (36 °F to 46 °F).
    /// Blood sugar below 70 mg/dL (3.9 mmol/L), or of 10 mmol/L (180 mg/dL), LDL cholesterol of 100 mg/dL (2.6 mmol/L), and calcium of
    /// 10 mg/dL (2.5 mmol/L).
    /// ```
    RULE {
        name: "unit-conversion-wrong", severity: Error, since: "0.1.0",
        standard: "NIST SP 811; BIPM, The International System of Units",
        summary: "a number is given in two units that do not match",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    let all = facts.quantities();
    for (at, pair) in all.windows(2).enumerate() {
        let [one, other] = pair else { continue };
        let before = at.checked_sub(1).and_then(|at| all.get(at));
        let is_part = before.is_some_and(|before| is_one_length(facts, before, one));
        if is_part || !is_given_again(facts, one, other) || is_right(facts, one, other) {
            continue;
        }
        let text = |quantity: &Quantity| facts.quantity_text(quantity);
        findings
            .report(
                one.span.cover(other.span),
                format!("\"{}\" is not \"{}\"", text(one), text(other)),
            )
            .help(match shown(facts, one, other) {
                Some(right) => format!("Readers follow the unit that they know. Check which of the two is right: {} is {right}.", text(one)),
                None => "Readers follow the unit that they know. Check which of the two is right.".to_owned(),
            });
    }
}

/// What is measured, with the value in the base of each unit that may be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Temperature,
    /// A medicine's, in mg.
    Mass,
    /// In kg.
    Weight,
    /// In ml.
    Volume,
    /// In metres.
    Length,
    /// Of sugar or fats in the blood, in mmol/L.
    Blood,
}

/// What a quantity measures, and how much one of its base is in that of [`Of`]: two where a unit has two sizes.
fn measure(facts: &Facts<'_>, quantity: &Quantity) -> Option<(Of, [f64; 2])> {
    let tokens = facts.tokens_of(quantity.sentence);
    let noun = |by: usize| tokens.word(quantity.noun.start + by);
    // Fluid ounces and pints: of the United States, of Britain.
    let ounces = [29.5735, 28.4131];
    Some(match quantity.kind {
        QuantityKind::Temperature if quantity.unit != Unit::Degree => (Of::Temperature, [1.0; 2]),
        QuantityKind::Dose if quantity.unit.base() == "mg" => (Of::Mass, [1.0; 2]),
        QuantityKind::Weight => (Of::Weight, [1.0; 2]),
        QuantityKind::Volume => (Of::Volume, [1.0; 2]),
        QuantityKind::Length => (Of::Length, [1.0; 2]),
        QuantityKind::Lab if quantity.unit == Unit::Millimole => (Of::Blood, [1.0; 2]),
        QuantityKind::Lab if tokens.word(quantity.words.end.saturating_sub(1)) == "dl" => {
            (Of::Blood, [1.0 / mg_per_dl(facts, quantity)?; 2])
        }
        QuantityKind::Count if !quantity.noun.is_empty() => match (noun(0), noun(1)) {
            ("pint" | "pints", _) => (Of::Volume, [473.176, 568.261]),
            ("fl", "oz") | ("fluid", "ounce" | "ounces") => (Of::Volume, ounces),
            _ => return None,
        },
        _ => return None,
    })
}

/// How many mg/dL one mmol/L is of what the nearest word before a quantity names, else the title; `None` for anything but sugar
/// and fats.
///
/// A tenth of the molar mass: glucose 180.16 g/mol, cholesterol 386.65, triglycerides 885.4 (as triolein), by `PubChem`.
fn mg_per_dl(facts: &Facts<'_>, quantity: &Quantity) -> Option<f64> {
    let of = |word: &str| match word {
        "sugar" | "glucose" | "diabetes" | "azucar" | "glucosa" | "glucemia" => Some(18.016),
        "cholesterol" | "ldl" | "hdl" | "colesterol" => Some(38.665),
        "triglyceride" | "triglycerides" | "trigliceridos" => Some(88.54),
        "calcium" | "creatinine" | "urea" | "uric" | "urate" | "bilirubin" | "magnesium"
        | "phosphate" | "ketones" | "potassium" | "lactate" => Some(0.0),
        _ => None,
    };
    let tokens = facts.tokens_of(quantity.sentence);
    let mut before = (0..quantity.words.start).rev();
    let named = before.find_map(|at| of(tokens.word(at)));
    let title = facts.sentences_in(facts.article.title_span());
    let mut title = title.flat_map(|index| facts.tokens_of(index).words());
    named
        .or_else(|| title.find_map(of))
        .filter(|known| *known > 0.0)
}

/// Words that may stand between two units of one number.
const BETWEEN: &[&str] = &[
    "about",
    "approximately",
    "approx",
    "around",
    "roughly",
    "or",
    "nearly",
    "almost",
    "unos",
    "unas",
    "aproximadamente",
];

/// Whether the second number stands in brackets of its own right behind the first and is of its kind in another unit.
fn is_given_again(facts: &Facts<'_>, one: &Quantity, other: &Quantity) -> bool {
    if one.sentence != other.sentence || one.words.end > other.words.start {
        return false;
    }
    let (Some(first), Some(second)) = (measure(facts, one), measure(facts, other)) else {
        return false;
    };
    let is_mass = |of: Of| matches!(of, Of::Mass | Of::Weight);
    let is_one_kind = first.0 == second.0 || is_mass(first.0) && is_mass(second.0);
    // "1 g (at most 500 mg)": another number; "39 °C (102 °F) or more" is the same.
    let is_limit = matches!(other.bound, Bound::AtMost | Bound::AtLeast)
        && facts.bounded_words(other).start < other.words.start;
    if !is_one_kind
        || one.unit == other.unit && one.kind == other.kind
        || one.per != other.per
        || is_limit
    {
        return false;
    }
    let text = facts.sentence(one.sentence).text();
    let tokens = facts.tokens_of(one.sentence);
    let start = if one.noun.is_empty() {
        one.words.end
    } else {
        one.noun.end
    };
    let end = if other.noun.is_empty() {
        other.words.end
    } else {
        other.noun.end
    };
    if start > other.words.start || end > tokens.len() {
        return false;
    }
    let opens = { tokens.gap_before(text, start) }
        .trim_start_matches(['°', 'º', '.'])
        .trim()
        == "(";
    let are_empty = (start..other.words.start).all(|at| {
        BETWEEN.contains(&tokens.word(at))
            && (at == start || !tokens.gap_before(text, at).contains(','))
    });
    let closes = text
        .part(tokens.place(end.saturating_sub(1)..end).end..)
        .trim_start_matches(['°', 'º', '.', ' '])
        .starts_with(')');
    opens && are_empty && closes
}

/// "5 feet 4 inches": the second number is a part of the first.
fn is_one_length(facts: &Facts<'_>, before: &Quantity, quantity: &Quantity) -> bool {
    let tokens = facts.tokens_of(quantity.sentence);
    let text = facts.sentence(quantity.sentence).text();
    before.sentence == quantity.sentence
        && before.kind == quantity.kind
        && before.words.end <= quantity.words.start
        && quantity.words.start - before.words.end <= 1
        && !tokens
            .gap_before(text, before.words.end)
            .contains(['(', ')', ',', ';', '/'])
}

/// Rounding that is usual in texts for patients: "20 lb (10 kg)".
const ROUNDING: f64 = 0.12;
/// The same after "about".
const ABOUT: f64 = 0.3;
/// Lengths below, in metres, are rounded to parts of an inch: "5 mm (¼ inch)".
const SMALL: f64 = 0.03;
/// Rounding of a dose by mass: none but that of its last digit.
const OF_DOSE: f64 = 0.01;

/// Whether two numbers of one kind are the same in one of the sizes that their units may have.
fn is_right(facts: &Facts<'_>, one: &Quantity, other: &Quantity) -> bool {
    let (Some((of, sizes)), Some((other_of, other_sizes))) =
        (measure(facts, one), measure(facts, other))
    else {
        return true;
    };
    if of == Of::Temperature {
        return is_one_temperature(one, other);
    }
    // Grams of weight are kept in mg.
    let to_mg = |of: Of, value: f64| if of == Of::Weight { value * 1e6 } else { value };
    let is_dose = of == Of::Mass && other_of == Of::Mass;
    let is_about = [one, other].iter().any(|one| one.bound == Bound::About);
    let most = match (is_dose, is_about) {
        (true, false) => OF_DOSE,
        (false, false) if of == Of::Length && one.high < SMALL => ABOUT,
        (true, true) | (false, false) => ROUNDING,
        (false, true) => ABOUT,
    };
    let is_mixed = of != other_of;
    let value = |of: Of, value: f64| if is_mixed { to_mg(of, value) } else { value };
    let step = last_digit(facts, other);
    sizes.iter().any(|size| {
        other_sizes.iter().any(|other_size| {
            let near = |one: f64, other: f64| {
                let (one, other) = (value(of, one * size), value(other_of, other * other_size));
                let by = value(other_of, step * other_size);
                let is_rounded = !is_dose && (one - other).abs() <= 0.5 * by + 1e-9;
                is_rounded || (one - other).abs() <= most * one.abs().max(other.abs())
            };
            near(one.low, other.low) && near(one.high, other.high)
                // "An inch (2 to 3 cm)".
                || one.low >= one.high && {
                    let value_of = value(of, one.low * size);
                    let (low, high) = (value(other_of, other.low * other_size), value(other_of, other.high * other_size));
                    low < high && low <= value_of * (1.0 + most) && value_of <= high * (1.0 + most)
                }
        })
    })
}

/// What one more in the last digit of a number is in the base of its unit; 0 where that is a word.
fn last_digit(facts: &Facts<'_>, quantity: &Quantity) -> f64 {
    let text = facts.quantity_text(quantity);
    let number: String = text
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    if number.is_empty() {
        return 0.0;
    }
    let behind = number.split_once('.').map_or(0, |(_, behind)| behind.len());
    let step = (0..behind).fold(1.0, |step, _| step / 10.0);
    step * quantity.unit.factor()
}

/// Whether two temperatures are the same but for rounding, or a difference of so many degrees.
fn is_one_temperature(one: &Quantity, other: &Quantity) -> bool {
    let near = |one: f64, other: f64| {
        // An oven's are rounded to tens.
        let most = if one.max(other) > 60.0 { 10.0 } else { 0.6 };
        (one - other).abs() <= most
    };
    let is_same = near(one.low, other.low) && near(one.high, other.high);
    // "A rise of 1 °C (1.8 °F)": values are kept in °C.
    let rise = |quantity: &Quantity| match quantity.unit {
        Unit::Fahrenheit => quantity.low + 32.0 / 1.8,
        _ => quantity.low,
    };
    let is_rise = rise(one).max(rise(other)) < 12.0 && (rise(one) - rise(other)).abs() < 0.3;
    is_same || is_rise
}

/// The first number in the unit of the second, where that has one size.
fn shown(facts: &Facts<'_>, one: &Quantity, other: &Quantity) -> Option<String> {
    let (first, second) = (measure(facts, one)?.0, measure(facts, other)?.0);
    if one.low < one.high
        || first != second
        || one.kind == QuantityKind::Count
        || first == Of::Blood
    {
        return None;
    }
    let (value, name) = match other.unit {
        Unit::Fahrenheit => (one.low * 1.8 + 32.0, "°F"),
        Unit::Celsius => (one.low, "°C"),
        Unit::Microgram => (one.low / other.unit.factor(), "mcg"),
        Unit::Milligram => (one.low, "mg"),
        Unit::Gram => (one.low / other.unit.factor(), "g"),
        Unit::Millilitre => (one.low, "ml"),
        Unit::Kilogram => (one.low, "kg"),
        Unit::Pound => (one.low / other.unit.factor(), "lb"),
        Unit::Centimetre => (one.low / other.unit.factor(), "cm"),
        Unit::Millimetre => (one.low / other.unit.factor(), "mm"),
        _ => return None,
    };
    let rounded = if value.abs() < 10.0 {
        (value * 1000.0).round() / 1000.0
    } else {
        (value * 10.0).round() / 10.0
    };
    Some(format!("{rounded} {name}"))
}
