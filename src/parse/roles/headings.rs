//! Roles by the words of a heading or label: one table a language.

use crate::article::Role;
use crate::lexicon::{Patterns, Tokens};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The heading words of one language.
#[derive(Debug)]
pub struct HeadingWords {
    rows: Vec<(Role, Patterns, Patterns)>,
}

#[derive(Deserialize)]
struct Row {
    any: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
}

static TABLES: LazyLock<BTreeMap<String, HeadingWords>> = LazyLock::new(|| {
    let tables: BTreeMap<String, BTreeMap<String, Row>> =
        toml::from_str(include_str!("headings.toml"))
            .expect("the embedded table is checked by a test");
    tables
        .into_iter()
        .map(|(lang, rows)| (lang, HeadingWords::new(&rows)))
        .collect()
});

/// The heading words of a language given by its base tag; English for every other.
pub fn words(base_lang: &str) -> &'static HeadingWords {
    TABLES
        .get(base_lang)
        .or_else(|| TABLES.get("en"))
        .expect("the embedded table has English")
}

impl HeadingWords {
    fn new(rows: &BTreeMap<String, Row>) -> Self {
        let compile = |patterns: &[String]| {
            Patterns::new(patterns.iter().map(String::as_str))
                .expect("the embedded table is checked by a test")
        };
        let row = |role: &Role| {
            let row = rows.get(role.name())?;
            Some((*role, compile(&row.any), compile(&row.not)))
        };
        Self {
            rows: Role::ALL.iter().filter_map(row).collect(),
        }
    }

    /// The roles that a heading names, in the order in which their words stand in it.
    pub fn roles(&self, heading: &Tokens) -> Vec<Role> {
        let mut found: Vec<(usize, Role)> = Vec::new();
        for (role, any, not) in &self.rows {
            if let Some(place) = any.find(heading)
                && !not.is_match(heading)
            {
                found.push((place.start, *role));
            }
        }
        found.sort();
        found.into_iter().map(|(_, role)| role).collect()
    }

    /// Whether a heading names `role`.
    pub fn names(&self, role: Role, heading: &Tokens) -> bool {
        let row = self.rows.iter().find(|(known, _, _)| *known == role);
        row.is_some_and(|(_, any, not)| any.is_match(heading) && !not.is_match(heading))
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
