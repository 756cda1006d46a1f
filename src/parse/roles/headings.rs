//! Roles by the words of a heading or label: one table a language.

use crate::article::Role;
use crate::lexicon::constant::{built, held};
use crate::lexicon::{Patterns, Tokens};
use crate::source::PartOf;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The heading words of one language.
#[derive(Debug)]
pub struct HeadingWords {
    rows: Vec<Words>,
}

#[derive(Debug)]
struct Words {
    role: Role,
    any: Patterns,
    doubtful: Patterns,
    not: Patterns,
}

#[derive(Deserialize)]
struct Row {
    any: Vec<String>,
    #[serde(default)]
    doubtful: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
}

static TABLES: LazyLock<BTreeMap<String, HeadingWords>> = LazyLock::new(|| {
    let tables: BTreeMap<String, BTreeMap<String, Row>> =
        built(toml::from_str(include_str!("headings.toml")));
    tables
        .into_iter()
        .map(|(lang, rows)| (lang, HeadingWords::new(&rows)))
        .collect()
});

/// The heading words of a language given by its base tag; English for every other.
pub fn words(base_lang: &str) -> &'static HeadingWords {
    held(TABLES.get(base_lang).or_else(|| TABLES.get("en")))
}

impl HeadingWords {
    fn new(rows: &BTreeMap<String, Row>) -> Self {
        let compile =
            |patterns: &[String]| built(Patterns::new(patterns.iter().map(String::as_str)));
        let row = |role: &Role| {
            let row = rows.get(role.name())?;
            Some(Words {
                role: *role,
                any: compile(&row.any),
                doubtful: compile(&row.doubtful),
                not: compile(&row.not),
            })
        };
        Self {
            rows: Role::ALL.iter().filter_map(row).collect(),
        }
    }

    /// The roles that a heading names, in the order in which their words stand in it.
    pub fn roles(&self, heading: &Tokens) -> Vec<Role> {
        let mut found: Vec<(usize, Role)> = Vec::new();
        for row in &self.rows {
            if let Some(place) = row.any.find(heading)
                && !row.not.is_match(heading)
            {
                found.push((place.start, row.role));
            }
        }
        found.sort();
        found.into_iter().map(|(_, role)| role).collect()
    }

    /// The roles that the text of a heading names; words in brackets at its end count where the others say nothing.
    pub fn roles_of(&self, heading: &str) -> Vec<Role> {
        let roles = self.roles(&tokens(heading));
        let bare = heading
            .trim_end()
            .strip_suffix(')')
            .and_then(|rest| rest.rsplit_once('('));
        match bare {
            Some((bare, _)) if roles.is_empty() => self.roles(&tokens(bare)),
            _ => roles,
        }
    }

    /// Whether a heading names `role`.
    pub fn names(&self, role: Role, heading: &Tokens) -> bool {
        self.row(role)
            .is_some_and(|row| row.any.is_match(heading) && !row.not.is_match(heading))
    }

    /// Whether a heading names `role` if its text looks like that part.
    pub fn may_name(&self, role: Role, heading: &Tokens) -> bool {
        self.row(role)
            .is_some_and(|row| row.doubtful.is_match(heading) && !row.not.is_match(heading))
    }

    fn row(&self, role: Role) -> Option<&Words> {
        self.rows.iter().find(|row| row.role == role)
    }
}

/// The words of a heading, without a number before them: "2. Risks", "1.3) Causes".
pub fn tokens(heading: &str) -> Tokens {
    Tokens::of(heading.part(number_length(heading)..))
}

/// The length of the number that a heading or line starts with, the space after it included; 0 if there is none.
pub fn number_length(text: &str) -> usize {
    let start = text.len() - text.trim_start().len();
    let rest = text.part(start..);
    let digits = rest
        .find(|char: char| !char.is_ascii_digit() && char != '.')
        .unwrap_or(rest.len());
    if !rest.starts_with(|char: char| char.is_ascii_digit()) {
        return 0;
    }
    let (number, after) = rest.split_at(digits);
    let after = after.strip_prefix([')', ':']);
    let tail = after.or_else(|| number.ends_with('.').then_some(rest.part(digits..)));
    match tail {
        Some(tail) if tail.starts_with(char::is_whitespace) => text.len() - tail.trim_start().len(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_known_roles_only() {
        let tables: BTreeMap<String, BTreeMap<String, Row>> =
            toml::from_str(include_str!("headings.toml")).unwrap();
        for (lang, rows) in &tables {
            for name in rows.keys() {
                assert!(Role::from_name(name).is_some(), "{lang}.{name}");
            }
        }
    }

    #[test]
    fn headings_name_their_roles() {
        use Role::*;
        let cases: &[(&str, &str, &[Role])] = &[
            ("en", "Causes & Anatomy", &[Causes, Anatomy]),
            ("en", "Symptoms & Risk Factors", &[Symptoms, Causes]),
            ("en", "At-Home Relief", &[SelfCare]),
            ("en", "Evidence-Informed Exercises", &[Exercises]),
            ("en", "Posture & Ergonomics", &[SelfCare]),
            ("en", "Professional Treatments", &[Treatment]),
            ("en", "Lifestyle & Prevention", &[Prevention]),
            ("en", "When To Seek Care", &[RedFlags]),
            ("en", "FAQ", &[Faq]),
            ("en", "Conclusion", &[Conclusion]),
            ("en", "Introduction", &[Introduction]),
            ("en", "Risks and side effects", &[Risks]),
            ("en", "Go to A&E or call 999 if:", &[RedFlags]),
            (
                "en",
                "Make an appointment to see your doctor if:",
                &[RedFlags],
            ),
            ("en", "Make an appointment online", &[]),
            ("en", "Questions to ask your doctor", &[]),
            ("en", "Related guides: When to seek help", &[Resources]),
            ("en", "Warning signs you need a chiropractor", &[]),
            ("en", "When to get tested", &[]),
            ("en", "When to get a test", &[Diagnosis]),
            ("en", "When to call about your test results", &[Diagnosis]),
            ("en", "Get help with your claim", &[]),
            ("en", "How to get help with costs", &[]),
            ("en", "Emergency blood tests", &[Diagnosis]),
            ("en", "When to get help with symptoms", &[RedFlags]),
            ("en", "When to get help from a doctor", &[RedFlags]),
            ("en", "During surgery", &[Procedure]),
            ("en", "During pregnancy", &[]),
            ("en", "Your operation", &[Procedure]),
            ("en", "How to inject with a pen", &[Medicines]),
            ("en", "Giving the ear drops", &[Medicines]),
            ("en", "Using the patch", &[Medicines]),
            ("en", "Using the stairs", &[]),
            ("en", "Preventer inhaler", &[Medicines]),
            ("en", "Why toddlers fall", &[Causes]),
            ("en", "Why do babies get colic?", &[Causes]),
            ("en", "Why your child has it", &[Causes]),
            ("en", "Who gets shingles?", &[Causes]),
            ("en", "Who gets the vaccine?", &[Prevention]),
            ("en", "What brings it on", &[Causes]),
            ("en", "Why did this happen to me?", &[Causes]),
            ("en", "Reasons for removal", &[]),
            ("en", "Why do I need this operation?", &[]),
            ("en", "Can mumps cause other problems?", &[Risks]),
            ("en", "What does scabies look like?", &[Symptoms]),
            ("en", "How do I know if my baby has colic?", &[Symptoms]),
            ("en", "What are the signs?", &[Symptoms]),
            ("en", "What might I notice?", &[Symptoms]),
            ("en", "Do I have to have it?", &[Alternatives]),
            ("en", "What are the dangers?", &[Risks]),
            ("en", "Unwanted effects", &[Risks]),
            ("en", "How safe is it?", &[Risks]),
            ("en", "Danger signs", &[RedFlags]),
            ("en", "When you get home", &[Aftercare]),
            ("en", "Back home", &[Aftercare]),
            ("en", "Home remedies", &[SelfCare]),
            ("en", "What happens on the day", &[Procedure]),
            ("en", "How the implant is removed", &[Procedure]),
            ("en", "How well it works", &[]),
            ("en", "Helplines", &[Resources]),
            ("en", "Who can help", &[Resources]),
            ("en", "Get support", &[Resources]),
            ("en", "Where our numbers come from", &[References]),
            ("en", "Quick facts", &[Summary]),
            ("en", "In a nutshell", &[Summary]),
            ("en", "The main points", &[Summary]),
            ("es", "Cómo tomarla", &[Medicines]),
            ("es", "Cómo inyectarse", &[Medicines]),
            ("es", "Cómo tomar la temperatura", &[]),
            ("es", "Efectos no deseados", &[Risks]),
            ("es", "¿Qué puede salir mal?", &[Risks]),
            ("es", "¿Cómo se nota?", &[Symptoms]),
            ("es", "Al salir del hospital", &[Aftercare]),
            ("es", "Más ayuda", &[Resources]),
            ("es", "En pocas palabras", &[Summary]),
            ("es", "Datos clave", &[Summary]),
            ("en", "Your appointment", &[]),
            ("en", "The biopsy", &[Procedure]),
            ("en", "How it is done", &[Procedure]),
            ("en", "How it is carried out", &[Procedure]),
            ("en", "What happens in the operation?", &[Procedure]),
            ("en", "What happens in the operating theatre?", &[Procedure]),
            ("en", "How vaccines are given", &[Prevention]),
            ("en", "After your operation", &[Aftercare]),
            ("en", "Medical Disclaimer", &[Disclaimer]),
            ("en", "After the procedure", &[Aftercare]),
            ("en", "References", &[References]),
            ("es", "Busque atención médica de inmediato si", &[RedFlags]),
            ("es", "¿Cuáles son los síntomas?", &[Symptoms]),
            ("es", "Señales de alarma", &[RedFlags]),
            ("es", "Haga una cita con su médico si:", &[RedFlags]),
            ("es", "Cuidados en casa", &[SelfCare]),
            ("es", "Preguntas frecuentes", &[Faq]),
            ("es", "Aviso médico", &[Disclaimer]),
            ("es", "Su operación", &[Procedure]),
        ];
        for (lang, heading, expected) in cases {
            assert_eq!(
                &words(lang).roles(&Tokens::of(heading)),
                expected,
                "{heading}"
            );
        }
    }
}
