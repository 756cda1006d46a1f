//! Shortened words whose full stop need not end a sentence, in English and Spanish.

use super::months;

/// What a shortened word's full stop means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// It never ends a sentence: "Dr.", "e.g.".
    Never,
    /// It does not end one before a number: "No. 3", "approx. 2 cm", "Jan. 15".
    NotBeforeNumber,
    /// It does not end one before a name: "St. Mary's", "U.S. Food".
    NotBeforeName,
    /// It does not end one before a day: "9 a.m. Monday".
    NotBeforeDay,
}

/// In lower case, without the last stop; in order.
const STOPS: &[(&str, Stop)] = &[
    ("a.m", Stop::NotBeforeDay),
    ("al", Stop::NotBeforeNumber),
    ("approx", Stop::NotBeforeNumber),
    ("aprox", Stop::NotBeforeNumber),
    ("art", Stop::NotBeforeNumber),
    ("av", Stop::NotBeforeName),
    ("avda", Stop::NotBeforeName),
    ("ca", Stop::NotBeforeNumber),
    ("cap", Stop::NotBeforeNumber),
    ("cf", Stop::Never),
    ("ch", Stop::NotBeforeNumber),
    ("d", Stop::NotBeforeName),
    ("dr", Stop::Never),
    ("dra", Stop::Never),
    ("dras", Stop::Never),
    ("dres", Stop::Never),
    ("drs", Stop::Never),
    ("e.g", Stop::Never),
    ("ee", Stop::Never),
    ("ee.uu", Stop::NotBeforeName),
    ("eg", Stop::Never),
    ("ej", Stop::Never),
    ("ext", Stop::NotBeforeNumber),
    ("fig", Stop::Never),
    ("figs", Stop::Never),
    ("hon", Stop::Never),
    ("i.e", Stop::Never),
    ("jr", Stop::NotBeforeName),
    ("lic", Stop::Never),
    ("max", Stop::NotBeforeNumber),
    ("messrs", Stop::Never),
    ("min", Stop::NotBeforeNumber),
    ("mr", Stop::Never),
    ("mrs", Stop::Never),
    ("ms", Stop::Never),
    ("mt", Stop::NotBeforeName),
    ("máx", Stop::NotBeforeNumber),
    ("mín", Stop::NotBeforeNumber),
    ("no", Stop::NotBeforeNumber),
    ("nos", Stop::NotBeforeNumber),
    ("núm", Stop::NotBeforeNumber),
    ("p", Stop::NotBeforeNumber),
    ("p.ej", Stop::Never),
    ("p.m", Stop::NotBeforeDay),
    ("pp", Stop::NotBeforeNumber),
    ("prof", Stop::Never),
    ("profa", Stop::Never),
    ("pág", Stop::NotBeforeNumber),
    ("págs", Stop::NotBeforeNumber),
    ("rev", Stop::NotBeforeName),
    ("sec", Stop::NotBeforeNumber),
    ("sr", Stop::NotBeforeName),
    ("sra", Stop::Never),
    ("sras", Stop::Never),
    ("sres", Stop::Never),
    ("srta", Stop::Never),
    ("st", Stop::NotBeforeName),
    ("sta", Stop::NotBeforeName),
    ("sto", Stop::NotBeforeName),
    ("tel", Stop::NotBeforeNumber),
    ("tlf", Stop::NotBeforeNumber),
    ("uu", Stop::NotBeforeName),
    ("v.gr", Stop::Never),
    ("viz", Stop::Never),
    ("vol", Stop::NotBeforeNumber),
    ("vs", Stop::Never),
];

/// Shortened days; written with a capital, else they are other words ("in the sun.").
const SHORT_DAYS: &[&str] = &[
    "Fri", "Mon", "Sat", "Sun", "Thu", "Thur", "Thurs", "Tue", "Tues", "Wed",
];

/// Days in full.
const DAYS: &[&str] = &[
    "Friday",
    "Fridays",
    "Monday",
    "Mondays",
    "Saturday",
    "Saturdays",
    "Sunday",
    "Sundays",
    "Thursday",
    "Thursdays",
    "Tuesday",
    "Tuesdays",
    "Wednesday",
    "Wednesdays",
];

/// Degrees written with stops; they follow a name, so that a capital after them opens a sentence.
const DEGREES: &[&str] = &[
    "B.A", "B.S", "B.Sc", "D.C", "D.D.S", "D.O", "L.P.N", "M.A", "M.D", "M.P.H", "M.S", "M.Sc",
    "N.P", "P.A", "P.T", "Ph.D", "PhD", "Pharm.D", "R.D", "R.N", "R.Ph",
];

/// Nouns that take a single letter: "vitamin C." ends a sentence, the initial in "J. Clark" does not.
const LETTERED: &[&str] = &[
    "appendix",
    "class",
    "factor",
    "grade",
    "grado",
    "group",
    "grupo",
    "hepatitis",
    "influenza",
    "part",
    "parte",
    "plan",
    "schedule",
    "section",
    "step",
    "strep",
    "tipo",
    "type",
    "vitamin",
    "vitamina",
    "ward",
];

/// Words that open a sentence far more often than they open a name.
const OPENERS: &[&str] = &[
    "A", "After", "Algunas", "Algunos", "All", "Also", "Always", "An", "And", "Any", "As", "Ask",
    "At", "Avoid", "Before", "But", "By", "Call", "Con", "Contact", "Cuando", "Do", "Don't", "El",
    "Ella", "Ellos", "En", "Es", "Esta", "Este", "Estos", "Every", "For", "From", "Get", "He",
    "Her", "His", "How", "However", "If", "In", "It", "It's", "Its", "La", "Las", "Los", "Many",
    "Most", "My", "Never", "No", "Not", "On", "Or", "Our", "Para", "People", "Pero", "Por", "Se",
    "See", "She", "Si", "Since", "So", "Some", "Su", "Sus", "Take", "Tell", "That", "The", "Their",
    "Then", "There", "These", "They", "This", "Those", "To", "Un", "Una", "Use", "Usted", "Visit",
    "We", "What", "When", "Where", "Which", "While", "Who", "Why", "With", "You", "Your",
];

/// What the stop after `word` means; `word` is given without it. `None` where the stop is an ordinary one.
pub fn stop(word: &str) -> Option<Stop> {
    // The longest entry has six letters; anything longer is an ordinary word.
    if word.len() > 8 {
        return None;
    }
    if SHORT_DAYS.contains(&word) {
        return Some(Stop::NotBeforeNumber);
    }
    let is_capital = word.starts_with(char::is_uppercase);
    let word = word.to_lowercase();
    // "Jan. 15"; in small letters they are other words ("a dec.").
    if is_capital && months::is_short(&word) {
        return Some(Stop::NotBeforeNumber);
    }
    STOPS
        .binary_search_by(|(known, _)| known.cmp(&word.as_str()))
        .ok()
        .and_then(|at| STOPS.get(at))
        .map(|(_, stop)| *stop)
}

/// Whether `word` is a degree, given without its last stop.
pub fn is_degree(word: &str) -> bool {
    DEGREES.contains(&word)
}

/// Whether `word` is a day of the week in full.
pub fn is_day(word: &str) -> bool {
    DAYS.contains(&word)
}

/// Whether `word` takes a single letter after it, as "vitamin" does.
pub fn takes_letter(word: &str) -> bool {
    word.len() <= 10 && LETTERED.contains(&word.to_lowercase().as_str())
}

/// Whether `word`, written with a capital, opens a sentence rather than a name.
pub fn is_opener(word: &str) -> bool {
    OPENERS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_in_order() {
        assert!(STOPS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(OPENERS.is_sorted());
    }
}
