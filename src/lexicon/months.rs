//! The names of months in English and Spanish.

/// English months: the name and its short forms, folded.
const ENGLISH: &[&[&str]] = &[
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sep", "sept"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// Spanish months, folded. "Set" is left out: it is another word more often.
const SPANISH: &[&[&str]] = &[
    &["enero", "ene"],
    &["febrero", "feb"],
    &["marzo", "mar"],
    &["abril", "abr"],
    &["mayo", "may"],
    &["junio", "jun"],
    &["julio", "jul"],
    &["agosto", "ago"],
    &["septiembre", "setiembre", "sep", "sept"],
    &["octubre", "oct"],
    &["noviembre", "nov"],
    &["diciembre", "dic"],
];

/// The month, from 1, that a folded word names in full or by its short form, in the language with this base tag; other
/// languages than Spanish are read as English.
pub fn number(word: &str, base_lang: &str) -> Option<u8> {
    // "Septiembre" is the longest.
    if !(3..=10).contains(&word.len()) {
        return None;
    }
    let names = match base_lang {
        "es" => SPANISH,
        _ => ENGLISH,
    };
    let at = names.iter().position(|forms| forms.contains(&word))?;
    u8::try_from(at + 1).ok()
}

/// Whether a folded word is the name or the short form of a month in either language.
pub fn is_month(word: &str) -> bool {
    ["en", "es"].iter().any(|lang| number(word, lang).is_some())
}

/// Whether a word in small letters is an English month's short form: not "may", which is none.
pub fn is_short(word: &str) -> bool {
    let mut short = ENGLISH.iter().filter_map(|forms| forms.get(1..));
    short.any(|forms| forms.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_by_whole_names_and_short_forms_only() {
        for (word, lang, month) in [
            ("march", "en", 3),
            ("may", "en", 5),
            ("sept", "en", 9),
            ("abril", "es", 4),
            ("mayo", "es", 5),
            ("dic", "es", 12),
        ] {
            assert_eq!(number(word, lang), Some(month), "{word}");
        }
        for word in ["mayo", "maybe", "decision", "marker", "octopus", "ago"] {
            assert_eq!(number(word, "en"), None, "{word}");
        }
        assert!(is_month("enero") && is_month("june") && !is_month("mayor"));
        assert!(is_short("jan") && is_short("sept") && !is_short("may") && !is_short("march"));
    }
}
