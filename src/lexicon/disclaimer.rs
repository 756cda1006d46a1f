//! The five things that a disclaimer is expected to say, with the words that say them.

use super::{Patterns, Tokens};
use crate::lexicon::constant::{built, held};
use crate::source::PartOf;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What the elements are called in configurations, in the order in which every language lists them.
pub const ELEMENTS: &[&str] = &[
    "information-only",
    "not-advice",
    "ask-a-professional",
    "do-not-delay",
    "emergency",
];

/// The disclaimer words of one language.
#[derive(Debug)]
pub struct DisclaimerWords {
    /// The elements, in the order in which a disclaimer says them.
    pub elements: Vec<Element>,
    /// A heading for a disclaimer.
    pub heading: String,
    call: String,
    call_unknown: String,
}

/// One thing that a disclaimer says.
#[derive(Debug)]
pub struct Element {
    /// Its name in configurations: one of [`ELEMENTS`].
    pub name: &'static str,
    /// Completes "disclaimer lacks: ...".
    pub label: String,
    wording: String,
    patterns: Patterns,
    aside: Patterns,
    contrary: Patterns,
}

#[derive(Deserialize)]
struct Rows {
    call: String,
    call_unknown: String,
    heading: String,
    element: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    label: String,
    wording: String,
    patterns: Vec<String>,
    #[serde(default)]
    aside: Vec<String>,
    #[serde(default)]
    contrary: Vec<String>,
}

static LANGUAGES: LazyLock<BTreeMap<String, DisclaimerWords>> = LazyLock::new(|| {
    let rows: BTreeMap<String, Rows> = built(toml::from_str(include_str!("disclaimer.toml")));
    rows.into_iter()
        .map(|(lang, rows)| (lang, DisclaimerWords::new(rows)))
        .collect()
});

/// The disclaimer words of a language given by its base tag (`en`, `es`); English for every other.
pub fn words(base_lang: &str) -> &'static DisclaimerWords {
    held(LANGUAGES.get(base_lang).or_else(|| LANGUAGES.get("en")))
}

fn compile(patterns: &[String]) -> Patterns {
    built(Patterns::new(patterns.iter().map(String::as_str)))
}

impl DisclaimerWords {
    fn new(rows: Rows) -> Self {
        let element = |(name, row): (&&'static str, Row)| Element {
            name,
            label: row.label,
            wording: row.wording,
            patterns: compile(&row.patterns),
            aside: compile(&row.aside),
            contrary: compile(&row.contrary),
        };
        Self {
            elements: ELEMENTS.iter().zip(rows.element).map(element).collect(),
            heading: rows.heading,
            call: rows.call,
            call_unknown: rows.call_unknown,
        }
    }

    /// Sentences that say `elements`, with the number to call in an emergency where it is known.
    pub fn wording<'a>(
        &self,
        elements: impl IntoIterator<Item = &'a Element>,
        emergency_number: Option<&str>,
    ) -> String {
        let call = match emergency_number {
            Some(number) => self.call.replace("{number}", number),
            None => self.call_unknown.clone(),
        };
        let sentences: Vec<String> = elements
            .into_iter()
            .map(|element| element.wording.replace("{call}", &call))
            .collect();
        sentences.join(" ")
    }
}

impl Element {
    /// Whether one of `sentences` says it.
    pub fn is_said_in(&self, sentences: &[&Tokens]) -> bool {
        sentences.iter().any(|sentence| self.is_said(sentence))
    }

    /// Whether `sentence` says the opposite of it: "this page replaces your doctor's advice".
    ///
    /// What is denied, asked or a condition is none; a denial of its own words ("you need not ask") is a part of it.
    pub fn is_contradicted_in(&self, sentence: &Tokens) -> bool {
        let found = (0..sentence.len())
            .find_map(|start| Some(start..self.contrary.match_at(sentence, start)?));
        let Some(found) = found else {
            return false;
        };
        let is_denial = |word: &str| {
            matches!(
                word,
                "not"
                    | "no"
                    | "nor"
                    | "never"
                    | "cannot"
                    | "neither"
                    | "nothing"
                    | "none"
                    | "nunca"
                    | "ni"
                    | "tampoco"
                    | "if"
                    | "whether"
                    | "si"
                    | "rather"
                    | "instead"
                    | "unless"
            ) || word.ends_with("n't")
        };
        let mut others = (0..sentence.len()).filter(|at| !found.contains(at));
        !others.any(|at| is_denial(sentence.word(at))) && !self.is_said(sentence)
    }

    fn is_said(&self, sentence: &Tokens) -> bool {
        let mut aside = vec![false; sentence.len()];
        for start in 0..sentence.len() {
            if let Some(end) = self.aside.match_at(sentence, start) {
                let said = aside.iter_mut().take(end).skip(start);
                said.for_each(|word| *word = true);
            }
        }
        (0..sentence.len()).any(|start| {
            let end = self.patterns.match_at(sentence, start);
            end.is_some_and(|end| !aside.part(start..end).contains(&true))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::sentence;

    fn said(lang: &str, text: &str) -> Vec<usize> {
        let sentences: Vec<Tokens> = sentence::split(text)
            .into_iter()
            .map(|range| Tokens::of(&text[range]))
            .collect();
        let elements = words(lang).elements.iter().enumerate();
        elements
            .filter(|(_, element)| element.is_said_in(&sentences.iter().collect::<Vec<_>>()))
            .map(|(index, _)| index + 1)
            .collect()
    }

    #[test]
    fn the_offered_wording_says_every_element() {
        for lang in ["en", "es"] {
            for number in [Some("911"), Some("999"), None] {
                let words = words(lang);
                let text = words.wording(&words.elements, number);
                assert_eq!(said(lang, &text), [1, 2, 3, 4, 5], "{text}");
                for (index, element) in words.elements.iter().enumerate() {
                    let text = words.wording([element], number);
                    assert_eq!(said(lang, &text), [index + 1], "{text}");
                }
            }
        }
    }

    #[test]
    fn the_elements_are_known_by_many_wordings() {
        let cases: &[(&str, &str, &[usize])] = &[
            (
                "en",
                "This leaflet is informational only and is no substitute for medical care.",
                &[1, 2],
            ),
            (
                "en",
                "The content is provided for educational purposes.",
                &[1],
            ),
            (
                "en",
                "We aim to inform, not to replace a visit to your doctor.",
                &[1, 2],
            ),
            (
                "en",
                "It is not meant to replace your physician's advice.",
                &[2],
            ),
            ("en", "This isn’t medical advice.", &[2]),
            (
                "en",
                "Nothing here should be taken as personal medical advice.",
                &[],
            ),
            (
                "en",
                "It should not be used to diagnose or treat any illness.",
                &[2],
            ),
            (
                "en",
                "Always seek the advice of your physician with any questions you may have.",
                &[3],
            ),
            ("en", "Your pharmacist can help you decide.", &[3]),
            ("en", "Please check with the clinic team first.", &[3]),
            ("en", "Ask us about your own health.", &[3]),
            ("en", "Please talk to us about any of your medicines.", &[3]),
            ("en", "Contact us if you find a mistake on this page.", &[]),
            ("en", "Ask us about our other leaflets.", &[]),
            (
                "en",
                "Never disregard professional advice or delay in seeking it.",
                &[4],
            ),
            (
                "en",
                "Don’t put off seeing someone because of this page.",
                &[4],
            ),
            (
                "en",
                "If you think you have an emergency, go to the nearest hospital.",
                &[5],
            ),
            ("en", "Dial 999 at once.", &[5]),
            ("en", "Back pain is common.", &[]),
            ("en", "Read the label before you take it.", &[]),
            (
                "es",
                "Este folleto tiene carácter informativo y no reemplaza la consulta con su médico.",
                &[1, 2],
            ),
            ("es", "No debe utilizarse para hacer un diagnóstico.", &[2]),
            ("es", "Consulte siempre a su médico.", &[3]),
            ("es", "Consulte con ellos su caso.", &[3]),
            ("es", "Pregúntenos sobre sus síntomas.", &[3]),
            ("es", "Consulte con nosotros los horarios.", &[]),
            (
                "es",
                "Nunca deje de buscar atención ni retrase una consulta.",
                &[4],
            ),
            (
                "es",
                "En caso de urgencia, acuda al hospital más cercano.",
                &[5],
            ),
            ("es", "El dolor de espalda es frecuente.", &[]),
        ];
        for (lang, text, expected) in cases {
            assert_eq!(&said(lang, text), expected, "{text}");
        }
    }
}
