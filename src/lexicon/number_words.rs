//! The values of number words in English and Spanish.

/// The English number words of one number each, from zero, in order; those above twenty are tens.
pub const ENGLISH: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
];

/// The value of a number word below twenty.
pub fn below_twenty(word: &str) -> Option<f64> {
    Some(match word {
        "one" => 1.0,
        "two" => 2.0,
        "three" => 3.0,
        "four" => 4.0,
        "five" => 5.0,
        "six" => 6.0,
        "seven" => 7.0,
        "eight" => 8.0,
        "nine" => 9.0,
        "ten" => 10.0,
        "eleven" => 11.0,
        "twelve" => 12.0,
        "thirteen" => 13.0,
        "fourteen" => 14.0,
        "fifteen" => 15.0,
        "sixteen" => 16.0,
        "seventeen" => 17.0,
        "eighteen" => 18.0,
        "nineteen" => 19.0,
        _ => return None,
    })
}

/// The value of a number word that counts tens: "twenty" to "ninety".
pub fn tens(word: &str) -> Option<f64> {
    Some(match word {
        "twenty" => 20.0,
        "thirty" => 30.0,
        "forty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "seventy" => 70.0,
        "eighty" => 80.0,
        "ninety" => 90.0,
        _ => return None,
    })
}

/// The value of one number word up to "ninety", such as "twelve" or "sixty".
pub fn value(word: &str) -> Option<f64> {
    below_twenty(word).or_else(|| tens(word))
}

/// What a word such as "hundred" multiplies the number before it by.
pub fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 100.0,
        "thousand" => 1e3,
        "million" => 1e6,
        "billion" => 1e9,
        _ => return None,
    })
}

/// The English word of a number up to twenty.
pub fn word_of(number: usize) -> Option<&'static str> {
    ENGLISH.get(number).copied().filter(|_| number <= 20)
}

/// The value of one folded Spanish number word: "dos" to "novecientos", and "mil". "Once" is eleven; "un" and "una", which
/// are articles more often, are none.
pub fn spanish(word: &str) -> Option<f64> {
    spanish_below_thirty(word)
        .or_else(|| spanish_tens(word))
        .or_else(|| spanish_hundreds(word))
        .or_else(|| (word == "mil").then_some(1e3))
}

/// The value of a folded Spanish number word from "dos" to "veintinueve".
pub fn spanish_below_thirty(word: &str) -> Option<f64> {
    Some(match word {
        "dos" => 2.0,
        "tres" => 3.0,
        "cuatro" => 4.0,
        "cinco" => 5.0,
        "seis" => 6.0,
        "siete" => 7.0,
        "ocho" => 8.0,
        "nueve" => 9.0,
        "diez" => 10.0,
        "once" => 11.0,
        "doce" => 12.0,
        "trece" => 13.0,
        "catorce" => 14.0,
        "quince" => 15.0,
        "dieciseis" => 16.0,
        "diecisiete" => 17.0,
        "dieciocho" => 18.0,
        "diecinueve" => 19.0,
        "veinte" => 20.0,
        "veintiun" | "veintiuno" | "veintiuna" => 21.0,
        "veintidos" => 22.0,
        "veintitres" => 23.0,
        "veinticuatro" => 24.0,
        "veinticinco" => 25.0,
        "veintiseis" => 26.0,
        "veintisiete" => 27.0,
        "veintiocho" => 28.0,
        "veintinueve" => 29.0,
        _ => return None,
    })
}

/// The value of a folded Spanish number word that counts tens: "treinta" to "noventa".
pub fn spanish_tens(word: &str) -> Option<f64> {
    Some(match word {
        "treinta" => 30.0,
        "cuarenta" => 40.0,
        "cincuenta" => 50.0,
        "sesenta" => 60.0,
        "setenta" => 70.0,
        "ochenta" => 80.0,
        "noventa" => 90.0,
        _ => return None,
    })
}

/// The value of a folded Spanish number word that counts hundreds: "cien" to "novecientos". "Ciento" needs a number after
/// it and is none.
pub fn spanish_hundreds(word: &str) -> Option<f64> {
    Some(match word {
        "cien" => 100.0,
        "doscientos" | "doscientas" => 200.0,
        "trescientos" | "trescientas" => 300.0,
        "cuatrocientos" | "cuatrocientas" => 400.0,
        "quinientos" | "quinientas" => 500.0,
        "seiscientos" | "seiscientas" => 600.0,
        "setecientos" | "setecientas" => 700.0,
        "ochocientos" | "ochocientas" => 800.0,
        "novecientos" | "novecientas" => 900.0,
        _ => return None,
    })
}

/// The value of one number word in the language with this base tag; other languages than Spanish are read as English.
pub fn value_in(word: &str, base_lang: &str) -> Option<f64> {
    match base_lang {
        "es" => spanish(word),
        _ => value(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_english_word_has_the_value_of_its_place() {
        for (place, word) in ENGLISH.iter().enumerate().skip(1) {
            let expected = if place <= 20 {
                place
            } else {
                (place - 18) * 10
            };
            assert_eq!(value(word), Some(expected as f64), "{word}");
        }
        assert_eq!(word_of(12), Some("twelve"));
        assert_eq!(word_of(0), Some("zero"));
        assert_eq!(word_of(21), None);
    }

    #[test]
    fn spanish_words_have_values_and_articles_none() {
        for (word, value) in [
            ("trece", 13.0),
            ("dieciocho", 18.0),
            ("veinticuatro", 24.0),
            ("ochenta", 80.0),
            ("cien", 100.0),
            ("quinientos", 500.0),
            ("doscientas", 200.0),
            ("mil", 1000.0),
        ] {
            assert_eq!(spanish(word), Some(value), "{word}");
        }
        for word in ["un", "una", "ciento", "doscient", "ten", "one", "mucho"] {
            assert_eq!(spanish(word), None, "{word}");
        }
        assert_eq!(value_in("once", "es"), Some(11.0));
        assert_eq!(value_in("once", "en"), None);
    }
}
