//! Words that a template or a writer left for something that never came: "image text", "TBD", "[your clinic]".

mod expressions;
mod number;

use crate::source::PartOf;
use std::ops::Range;

/// A placeholder in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it stands for.
    pub kind: PlaceholderKind,
}

/// What a placeholder stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceholderKind {
    /// A picture: the whole text is "image text", "photo", "alt".
    Picture,
    /// Words that are still to be written.
    Words,
    /// A field that a program was to fill: `{{ clinic }}`.
    Field,
}

/// The placeholders of `text`, in order, in the language with this base tag.
pub fn placeholders(text: &str, base_lang: &str) -> Vec<Placeholder> {
    let whole = text.trim();
    let start = text.len() - text.trim_start().len();
    let range = start..start + whole.len();
    if let Some(kind) = expressions::whole(whole) {
        return vec![Placeholder { range, kind }];
    }
    let words = expressions::words(text);
    let words = words
        .into_iter()
        .filter(|range| !means_something(text, range.clone(), base_lang))
        .map(|range| (range, PlaceholderKind::Words));
    let fields = expressions::fields(text).map(|range| (range, PlaceholderKind::Field));
    let mut found: Vec<Placeholder> = words
        .chain(fields)
        .filter(|(range, _)| !is_quoted(text, range.clone()))
        .map(|(range, kind)| Placeholder { range, kind })
        .collect();
    found.sort_by_key(|placeholder| placeholder.range.start);
    found.dedup_by(|later, earlier| later.range.start < earlier.range.end);
    found
}

/// Whether nothing but placeholders, and the marks between them, is in `text`.
pub fn is_only_placeholders(text: &str, base_lang: &str) -> bool {
    let found = placeholders(text, base_lang);
    let mut at = 0;
    for placeholder in &found {
        let between = text.get(at..placeholder.range.start).unwrap_or("");
        if between.chars().any(char::is_alphanumeric) {
            return false;
        }
        at = placeholder.range.end;
    }
    !found.is_empty()
        && !text
            .get(at..)
            .unwrap_or("")
            .chars()
            .any(char::is_alphanumeric)
}

/// Whether what looks like a placeholder has a meaning where it stands.
fn means_something(text: &str, range: Range<usize>, base_lang: &str) -> bool {
    let found = text.part(range.clone());
    let near = around(text, range.clone());
    let start = near.as_ptr() as usize - text.as_ptr() as usize;
    let before = text.part(start..range.start).trim_end();
    let after = text.part(range.end..start + near.len()).trim_start();
    if found.starts_with('[') {
        let inside = found.to_lowercase();
        return [
            "opens", "external", "changed", "withheld", "abre", "externo",
        ]
        .iter()
        .any(|word| inside.contains(word));
    }
    // The gene MT-TK, an order number TBD-3.
    if text.part(..range.start).ends_with('-') || text.part(range.end..).starts_with('-') {
        return true;
    }
    // A blank to fill in by hand: "Your dose: ___ mg".
    if found.starts_with('_') {
        return before.ends_with(':') || before.is_empty() || before.ends_with('_');
    }
    // In Spanish, tuberculosis.
    if found == "TBC" && base_lang == "es" {
        return true;
    }
    // A heading in capitals.
    if found == "PENDIENTE" {
        let is_loud = |word: Option<&str>| {
            word.is_some_and(|word| {
                word.len() > 1
                    && word
                        .chars()
                        .all(|char| !char.is_lowercase() && char.is_alphabetic())
            })
        };
        return is_loud(before.split_whitespace().next_back());
    }
    // "Use ml or teaspoons", "take mg per kg": a unit is spoken of.
    let is_unit_only = [
        "take ",
        "give ",
        "use ",
        "inject ",
        "tome ",
        "dé ",
        "inyecte ",
        "administre ",
    ]
    .iter()
    .any(|verb| found.to_lowercase().starts_with(verb));
    if is_unit_only {
        return [
            "or ", "and ", "instead", "per ", "not ", "o ", "y ", "por ", "when", "for ",
        ]
        .iter()
        .any(|word| after.starts_with(word));
    }
    if found == "TODO" && base_lang == "es" {
        return !after.starts_with(':')
            && before
                .chars()
                .chain(after.chars())
                .any(char::is_alphanumeric);
    }
    if found.bytes().all(|byte| byte == b'X') {
        return is_chromosome_or_number(around(text, range), before);
    }
    false
}

/// How far around a placeholder its meaning is looked for, in bytes.
const REACH: usize = 200;

/// The text around `range`.
fn around(text: &str, range: Range<usize>) -> &str {
    let start = text.floor_char_boundary(range.start.saturating_sub(REACH));
    text.part(start..text.floor_char_boundary(range.end + REACH))
}

/// "XX chromosomes", "47,XXX", "siglo XX".
fn is_chromosome_or_number(text: &str, before: &str) -> bool {
    let lower = text.to_lowercase();
    let genetic = [
        "chromosom",
        "cromosom",
        "karyotype",
        "cariotipo",
        "xy",
        "genotype",
    ];
    let counted = [
        "siglo",
        "siglos",
        "century",
        "capítulo",
        "chapter",
        "volume",
        "part",
        "tomo",
        "super bowl",
    ];
    let last = before.to_lowercase();
    genetic.iter().any(|word| lower.contains(word))
        || before.ends_with([',', '/', '-'])
        || counted.iter().any(|word| last.ends_with(word))
}

/// Whether quotation marks stand around the range.
fn is_quoted(text: &str, range: Range<usize>) -> bool {
    let start = text.floor_char_boundary(range.start.saturating_sub(REACH));
    let end = text.floor_char_boundary(range.end + REACH);
    let (before, after) = (text.part(start..range.start), text.part(range.end..end));
    let curly = [('“', '”'), ('«', '»')]
        .iter()
        .any(|(open, close)| before.rfind(*open) > before.rfind(*close) && after.contains(*close));
    let straight = before.matches('"').count() % 2 == 1 && after.contains('"');
    curly || straight
}

/// Whether `full_text` says what `short` stands for: "tick-borne disease (TBD)".
pub fn is_spelled_out(full_text: &str, short: &str) -> bool {
    let bracketed = format!("({short})");
    full_text.match_indices(&bracketed).any(|(at, _)| {
        let words: Vec<&str> = full_text
            .part(..at)
            .rsplit(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .take(short.len())
            .collect();
        let initials: String = words
            .iter()
            .rev()
            .filter_map(|word| word.chars().next())
            .collect();
        initials.eq_ignore_ascii_case(short)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(text: &'a str, lang: &str) -> Vec<&'a str> {
        placeholders(text, lang)
            .into_iter()
            .map(|placeholder| &text[placeholder.range])
            .collect()
    }

    #[test]
    fn what_a_template_left_is_found() {
        let cases: &[(&str, &[&str])] = &[
            ("image text", &["image text"]),
            ("Photo", &["Photo"]),
            ("[Image]", &["[Image]"]),
            ("Alt text here", &["Alt text here"]),
            ("pie de foto", &["pie de foto"]),
            ("Coming soon!", &["Coming soon!"]),
            ("TBD", &["TBD"]),
            ("The clinic opens on TBD.", &["TBD"]),
            (
                "Call [insert phone number] or [Your Clinic].",
                &["[insert phone number]", "[Your Clinic]"],
            ),
            ("Call us on 555-xxxx.", &["555-xxxx"]),
            ("Call us on XXX-XXX-XXXX.", &["XXX-XXX-XXXX"]),
            ("Take XX mg a day.", &["XX"]),
            ("Dear {{ patient.name }}, welcome.", &["{{ patient.name }}"]),
            ("Dear ${patient.name}, welcome.", &["${patient.name}"]),
            ("Dear <<NAME>>, welcome.", &["<<NAME>>"]),
            ("Dear %%NAME%%, welcome.", &["%%NAME%%"]),
            ("Your text goes here.", &["text goes here"]),
            ("Enter your title. INSERT LINK HERE", &["INSERT LINK HERE"]),
            ("Click here to add title", &["Click here to add title"]),
            ("Haga clic para editar", &["Haga clic para editar"]),
            ("Escriba su nombre AQUÍ", &["Escriba su nombre AQUÍ"]),
            ("Sample text", &["Sample text"]),
            ("En construcción", &["En construcción"]),
            ("Descripción de la imagen", &["Descripción de la imagen"]),
            ("Take xx mg a day.", &["xx mg"]),
            ("Take X mg at night.", &["X mg"]),
            ("Take one ?? mg tablet.", &["?? mg"]),
            ("Wait ___ weeks before you swim.", &["___ weeks"]),
            ("Give … ml with food.", &["… ml"]),
            ("Give mg with food.", &["Give mg"]),
            ("Take [dose] in the morning.", &["[dose]"]),
            ("The date is TBC.", &["TBC"]),
            ("Take @@dose@@ a day.", &["@@dose@@"]),
            (
                "Lorem ipsum dolor sit amet, sed do.",
                &["Lorem ipsum dolor sit amet, sed do."],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(&found(text, "en"), expected, "{text}");
        }
        assert_eq!(found("TODO: revisar la dosis", "es"), ["TODO"]);
        assert_eq!(found("PENDIENTE confirmar la dosis", "es"), ["PENDIENTE"]);
        assert_eq!(
            found("Llame al [número de teléfono]", "es"),
            ["[número de teléfono]"]
        );
    }

    #[test]
    fn words_with_a_meaning_are_left_alone() {
        for text in [
            "Figure 1. Lumbar spine",
            "A photo of the spine",
            "Image of a healthy disc beside a worn one",
            "what to do",
            "Most women have two X chromosomes (XX).",
            "Girls with XXX have an extra chromosome.",
            "You can say “My name is [your name]”.",
            "See the guide [1] and [2].",
            "[Link opens in a new window]",
            "[clinical trial]",
            "Vitamin K and zinc",
            "A change in the gene MT-TK or MT-TE",
            "The XXL cuff fits larger arms.",
            "Your next dose: ____ mg",
            "Name: ______",
            "Really?? That long?",
            "Measure it with a syringe and use ml or teaspoons.",
            "And so on ... until it heals",
        ] {
            assert!(
                found(text, "en").is_empty(),
                "{text}: {:?}",
                found(text, "en")
            );
        }
        for text in [
            "TODO el mundo puede ayudar.",
            "A finales del siglo XX",
            "La TBC se cura con antibióticos.",
            "El resultado está pendiente.",
            "su médico",
        ] {
            assert!(found(text, "es").is_empty(), "{text}");
        }
    }

    #[test]
    fn a_text_of_placeholders_only_is_told_from_a_sentence_with_one() {
        assert!(is_only_placeholders("[your clinic], [phone]", "en"));
        assert!(is_only_placeholders(" TBD. ", "en"));
        assert!(!is_only_placeholders("Phone: TBD", "en"));
        assert!(!is_only_placeholders("", "en"));
    }

    #[test]
    fn a_short_form_that_is_spelled_out_is_known() {
        assert!(is_spelled_out(
            "Lyme is a tick-borne disease (TBD). A TBD can ...",
            "TBD"
        ));
        assert!(!is_spelled_out("The date (TBD) follows.", "TBD"));
    }
}
