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

    fn assert_named(lang: &str, cases: &[(&str, &[Role])]) {
        for (heading, expected) in cases {
            assert_eq!(
                &words(lang).roles(&Tokens::of(heading)),
                expected,
                "{heading}"
            );
        }
    }

    #[test]
    fn headings_name_their_roles() {
        use Role::*;
        assert_named(
            "en",
            &[
                ("Causes & Anatomy", &[Causes, Anatomy]),
                ("Symptoms & Risk Factors", &[Symptoms, Causes]),
                ("At-Home Relief", &[SelfCare]),
                ("Evidence-Informed Exercises", &[Exercises]),
                ("Posture & Ergonomics", &[SelfCare]),
                ("Professional Treatments", &[Treatment]),
                ("Lifestyle & Prevention", &[Prevention]),
                ("When To Seek Care", &[RedFlags]),
                ("FAQ", &[Faq]),
                ("Conclusion", &[Conclusion]),
                ("Introduction", &[Introduction]),
                ("Risks and side effects", &[Risks]),
                ("Go to A&E or call 999 if:", &[RedFlags]),
                ("Make an appointment to see your doctor if:", &[RedFlags]),
                ("Make an appointment online", &[]),
                ("Questions to ask your doctor", &[]),
                ("Related guides: When to seek help", &[Resources]),
                ("Warning signs you need a chiropractor", &[]),
                ("When to get tested", &[]),
                ("When to get a test", &[Diagnosis]),
                ("When to call about your test results", &[Diagnosis]),
                ("Get help with your claim", &[]),
                ("How to get help with costs", &[]),
                ("Emergency blood tests", &[Diagnosis]),
                ("When to get help with symptoms", &[RedFlags]),
                ("When to get help from a doctor", &[RedFlags]),
                ("During surgery", &[Procedure]),
                ("During pregnancy", &[]),
                ("Your operation", &[Procedure]),
                ("How to inject with a pen", &[Medicines]),
                ("Giving the ear drops", &[Medicines]),
                ("Using the patch", &[Medicines]),
                ("Using the stairs", &[]),
                ("Preventer inhaler", &[Medicines]),
                ("Why toddlers fall", &[Causes]),
                ("Why do babies get colic?", &[Causes]),
                ("Why your child has it", &[Causes]),
                ("Who gets shingles?", &[Causes]),
            ],
        );
    }

    #[test]
    fn headings_in_the_words_of_patients_name_them_too() {
        use Role::*;
        assert_named(
            "en",
            &[
                ("Who gets the vaccine?", &[Prevention]),
                ("What brings it on", &[Causes]),
                ("Why did this happen to me?", &[Causes]),
                ("Reasons for removal", &[]),
                ("Why do I need this operation?", &[]),
                ("Can mumps cause other problems?", &[Risks]),
                ("What does scabies look like?", &[Symptoms]),
                ("How do I know if my baby has colic?", &[Symptoms]),
                ("What are the signs?", &[Symptoms]),
                ("What might I notice?", &[Symptoms]),
                ("Do I have to have it?", &[Alternatives]),
                ("What are the dangers?", &[Risks]),
                ("Unwanted effects", &[Risks]),
                ("How safe is it?", &[Risks]),
                ("Danger signs", &[RedFlags]),
                ("When you get home", &[Aftercare]),
                ("Back home", &[Aftercare]),
                ("Home remedies", &[SelfCare]),
                ("What happens on the day", &[Procedure]),
                ("How the implant is removed", &[Procedure]),
                ("How well it works", &[]),
                ("Helplines", &[Resources]),
                ("Who can help", &[Resources]),
                ("Get support", &[Resources]),
                ("Where our numbers come from", &[References]),
                ("Quick facts", &[Summary]),
                ("In a nutshell", &[Summary]),
                ("The main points", &[Summary]),
                ("Your appointment", &[]),
                ("The biopsy", &[Procedure]),
                ("How it is done", &[Procedure]),
                ("How it is carried out", &[Procedure]),
                ("What happens in the operation?", &[Procedure]),
                ("What happens in the operating theatre?", &[Procedure]),
                ("How vaccines are given", &[Prevention]),
                ("After your operation", &[Aftercare]),
                ("Medical Disclaimer", &[Disclaimer]),
                ("After the procedure", &[Aftercare]),
                ("References", &[References]),
            ],
        );
    }

    #[test]
    fn spanish_headings_name_their_roles() {
        use Role::*;
        assert_named(
            "es",
            &[
                ("Cómo tomarla", &[Medicines]),
                ("Cómo inyectarse", &[Medicines]),
                ("Cómo tomar la temperatura", &[]),
                ("Efectos no deseados", &[Risks]),
                ("¿Qué puede salir mal?", &[Risks]),
                ("¿Cómo se nota?", &[Symptoms]),
                ("Al salir del hospital", &[Aftercare]),
                ("Más ayuda", &[Resources]),
                ("En pocas palabras", &[Summary]),
                ("Datos clave", &[Summary]),
                ("Busque atención médica de inmediato si", &[RedFlags]),
                ("¿Cuáles son los síntomas?", &[Symptoms]),
                ("Señales de alarma", &[RedFlags]),
                ("Haga una cita con su médico si:", &[RedFlags]),
                ("Cuidados en casa", &[SelfCare]),
                ("Preguntas frecuentes", &[Faq]),
                ("Aviso médico", &[Disclaimer]),
                ("Su operación", &[Procedure]),
            ],
        );
    }
}
