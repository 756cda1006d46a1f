//! Parts that the kind of document requires and that are nowhere in it.

use crate::config::{OwnKind, Part, Requirement};
use crate::facts::parts::parts;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// A part that readers of this kind of article rely on is not there.
    ///
    /// ## Why it matters
    /// Somebody who prepares for an injection looks for its risks, for what to do before and after it, and for answers to
    /// their questions. A leaflet that leaves one of them out leaves the reader to guess.
    ///
    /// What is required depends on the kind of document, which the front matter names: `kind: condition`, `procedure`,
    /// `medicine`, `exercise`, or `article` where nothing is said. A section, a paragraph with a label ("Side effects: ...")
    /// and a key of the front matter all count. A missing disclaimer is reported by `disclaimer-missing`, missing advice on
    /// when to get help by `red-flags-missing`, missing risks by `risks-missing`.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// kind: medicine
    /// ---
    /// # Ibuprofen
    ///
    /// ## How to take it
    /// Take the tablets with food. Leave six hours between two doses.
    ///
    /// ## Side effects
    /// Some people get heartburn or a rash.
    /// ```
    ///
    /// A team defines kinds of its own in `facetdoc.toml`, with parts and headings in any language:
    /// ```toml,config
    /// [kinds.recipe]
    /// [[kinds.recipe.part]]
    /// name = "ingredients"
    /// headings = ["ingredients", "what you need", "zutaten"]
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// kind: recipe
    /// ---
    /// # Lentil soup
    ///
    /// ## Method
    /// Boil everything for half an hour.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// kind: medicine
    /// ---
    /// # Ibuprofen
    ///
    /// ## How to take it
    /// Take the tablets with food. Leave six hours between two doses.
    ///
    /// ## Risks and side effects
    /// Some people get heartburn or a rash.
    ///
    /// ## Frequently asked questions
    /// ### Can I drive?
    /// Yes, it does not make people sleepy.
    /// ```
    ///
    /// The kind of a team has its parts under the headings that the team names:
    /// ```markdown,pass
    /// ---
    /// kind: recipe
    /// ---
    /// # Lentil soup
    ///
    /// ## What you need
    /// - lentils
    /// - water
    /// ```
    ///
    /// A heading of your own words counts once it is told what it is for:
    /// ```markdown,pass
    /// # Walking with back pain
    ///
    /// <!-- facetdoc-role: faq -->
    /// ## Asked at the front desk
    /// ### May I bring my dog?
    /// Yes, a walk with a dog is a good walk.
    /// ```
    ///
    /// Headings in everyday words are known, and a title can name the part that the whole article is:
    /// ```markdown,pass
    /// ---
    /// kind: procedure
    /// ---
    /// # Getting ready for your bladder test
    ///
    /// ## What happens on the day
    /// A nurse passes a thin tube with a camera into the bladder.
    ///
    /// ## Once you are home
    /// Drink plenty of water for 2 days.
    ///
    /// ## Frequently asked questions
    /// ### Can I drive?
    /// Yes, as soon as you feel well.
    /// ```
    ///
    /// ```markdown,pass
    /// ---
    /// kind: exercise
    /// ---
    /// # Pelvic floor exercises
    ///
    /// ## Weeks 1 and 2
    ///
    /// ### Slow squeeze
    ///
    /// 1. Squeeze and hold for 5 seconds.
    /// 2. Let go. Do it 10 times.
    ///
    /// ## Frequently asked questions
    /// ### Should it hurt?
    /// No, it should never hurt.
    /// ```
    ///
    /// ```markdown,pass
    /// ---
    /// kind: medicine
    /// ---
    /// # The chickenpox vaccine
    ///
    /// ## When to get your shots
    /// The first is at 12 months, the second at 4 years.
    ///
    /// ## Side effects
    /// Some people get a sore arm or a rash.
    ///
    /// ## Frequently asked questions
    /// ### Can I drive?
    /// Yes, it does not make people sleepy.
    /// ```
    RULE {
        name: "missing-required-section", severity: Error, since: "0.1.0",
        standard: "EQIP-36 content items; DISCERN 4-15; NHS Standard for creating health content 1-2",
        summary: "a part that the kind of document requires is missing",
    }
}

const HAVE_OWN_RULES: &[Role] = &[Role::Disclaimer, Role::RedFlags, Role::Risks];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for requirement in &cx.settings.requirements {
        let reported_elsewhere = requirement
            .any
            .iter()
            .any(|role| HAVE_OWN_RULES.contains(role));
        if !reported_elsewhere && !is_met(cx.article, requirement) && !is_subject(cx, requirement) {
            report(cx, requirement, findings);
        }
    }
    if let Some(kind) = cx.settings.own_kind.as_deref() {
        let found = parts(cx.article, kind);
        let is_there = |part: &Part| found.iter().any(|place| place.part.name == part.name);
        for part in kind.headed_parts().filter(|part| !is_there(part)) {
            report_own(cx, kind, part, findings);
        }
    }
}

/// A part of a team's own kind.
fn report_own(cx: &Context<'_>, kind: &OwnKind, part: &Part, findings: &mut Findings<'_>) {
    let (name, words) = (&part.name, part.heading_words.join("\", \""));
    let message = format!(
        "required section \"{name}\" not found (looked for headings with: \"{words}\"); document kind is \"{}\"",
        kind.name
    );
    let finding = findings.report(cx.article.title_span(), message);
    finding.help(format!(
        "Readers of this kind of document look for it. Add a section with such a heading, or add the words of your heading to the part \"{name}\" in facetdoc.toml."
    ));
    if let Some(named) = &cx.article.meta.other_kind {
        finding.label(named.span, "the kind of document is set here");
    }
}

/// Whether the whole article is the part: "Getting ready for your scan" needs no section on getting ready, "Exercises for your
/// shoulder" none headed "Exercises", "Nausea in pregnancy" none on symptoms.
fn is_subject(cx: &Context<'_>, requirement: &Requirement) -> bool {
    let title: Vec<usize> = cx.facts.sentences_in(cx.article.title_span()).collect();
    let has = |wanted: fn(&str) -> bool| {
        let mut words = { title.iter() }.flat_map(|index| cx.facts.tokens_of(*index).words());
        words.any(wanted)
    };
    requirement.any.iter().any(|role| match role {
        Role::Preparation => {
            let mut hits = cx.facts.hits(Table::TitlePrepares).iter();
            hits.any(|hit| title.contains(&hit.sentence))
        }
        Role::Exercises => has(is_of_exercises) && has_steps(cx.article),
        Role::Symptoms => has(is_symptom),
        _ => false,
    })
}

fn is_of_exercises(word: &str) -> bool {
    const STEMS: [&str; 4] = ["exercise", "stretch", "ejercicio", "estiramiento"];
    STEMS.iter().any(|stem| word.starts_with(stem))
}

/// Whether a word of a title names what one feels by itself. "Pain" does not: where and how it hurts is to be told.
fn is_symptom(word: &str) -> bool {
    matches!(
        word,
        "nausea"
            | "vomiting"
            | "fever"
            | "cough"
            | "dizziness"
            | "itching"
            | "constipation"
            | "heartburn"
            | "nauseas"
            | "vomitos"
            | "fiebre"
            | "tos"
            | "mareo"
            | "mareos"
            | "picor"
            | "estreñimiento"
            | "estrenimiento"
            | "acidez"
    )
}

/// Whether some list of the article has numbered steps.
fn has_steps(article: &Article) -> bool {
    let mut found = false;
    for (_, block) in article.blocks() {
        block.walk(&mut |block| {
            found |= matches!(&block.kind, BlockKind::List(list) if list.start.is_some());
        });
    }
    found
}

fn is_met(article: &Article, requirement: &Requirement) -> bool {
    requirement.any.iter().any(|role| article.has_role(*role))
        || (requirement.any.contains(&Role::Faq) && !article.faq.is_empty())
}

fn report(cx: &Context<'_>, requirement: &Requirement, findings: &mut Findings<'_>) {
    let lang = cx.article.base_lang();
    let names: Vec<String> = requirement
        .any
        .iter()
        .map(|role| format!("\"{}\"", role.name()))
        .collect();
    let headings: Vec<&str> = requirement
        .any
        .iter()
        .flat_map(|role| usual_headings(*role, lang))
        .copied()
        .collect();
    let Some(first) = requirement.any.first() else {
        return;
    };
    let quoted: Vec<String> = headings
        .iter()
        .map(|heading| format!("\"{heading}\""))
        .collect();
    let message = format!(
        "required section {} not found (looked for: {}); document kind is \"{}\"",
        names.join(" or "),
        quoted.join(", "),
        cx.settings.kind_name(),
    );
    let heading = headings.first().copied().unwrap_or(first.name());
    let finding = findings.report(cx.article.title_span(), message);
    finding.help(format!(
        "{} Add a section headed \"{heading}\". If the article has it under other words, write <!-- facetdoc-role: {} --> above that heading.",
        why(*first),
        first.name(),
    ));
    if let Some(kind) = &cx.article.meta.kind {
        finding.label(kind.span, "the kind of document is set here");
    }
}

/// What the reader is left without.
fn why(role: Role) -> &'static str {
    match role {
        Role::Symptoms => "Readers check first whether this is what they have.",
        Role::Causes => "Readers want to know why it happened to them.",
        Role::Treatment => "Readers want to know what can be done.",
        Role::Procedure => "Readers want to know what will happen to them, step by step.",
        Role::Preparation => "Readers need to know what to do before they come.",
        Role::Aftercare => "Readers need to know what to do once they are home.",
        Role::Medicines => "Readers need to know how to take it.",
        Role::Exercises => "Readers came for the exercises.",
        Role::Faq => "Readers look for the questions that everybody asks.",
        _ => "Readers of this kind of article look for it.",
    }
}

/// Headings that readers know, the best first.
fn usual_headings(role: Role, base_lang: &str) -> &'static [&'static str] {
    match (role, base_lang) {
        (Role::Symptoms, "es") => &["Síntomas", "Signos y síntomas"],
        (Role::Symptoms, _) => &["Symptoms", "Signs and symptoms"],
        (Role::Causes, "es") => &["Causas", "Factores de riesgo"],
        (Role::Causes, _) => &["Causes", "Risk factors"],
        (Role::Treatment, "es") => &["Tratamiento"],
        (Role::Treatment, _) => &["Treatment"],
        (Role::SelfCare, "es") => &["Qué puede hacer usted", "Cuidados en casa"],
        (Role::SelfCare, _) => &["Things you can do yourself", "Self-care"],
        (Role::Medicines, "es") => &["Medicamentos", "Cómo tomarlo"],
        (Role::Medicines, _) => &["Medicines", "How to take it"],
        (Role::Procedure, "es") => &["Qué sucede durante el procedimiento"],
        (Role::Procedure, _) => &["What happens during the procedure"],
        (Role::Preparation, "es") => &["Antes del procedimiento", "Cómo prepararse"],
        (Role::Preparation, _) => &["Before the procedure", "How to prepare"],
        (Role::Aftercare, "es") => &["Después del procedimiento", "Recuperación"],
        (Role::Aftercare, _) => &["After the procedure", "Recovery"],
        (Role::Exercises, "es") => &["Ejercicios", "Estiramientos"],
        (Role::Exercises, _) => &["Exercises", "Stretches"],
        (Role::Faq, "es") => &["Preguntas frecuentes"],
        (Role::Faq, _) => &["Frequently asked questions", "FAQ"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::requirements;

    #[test]
    fn every_role_that_a_kind_requires_has_headings_and_a_reason() {
        for kind in Kind::ALL {
            for requirement in requirements(*kind) {
                for role in requirement
                    .any
                    .iter()
                    .filter(|role| !HAVE_OWN_RULES.contains(role))
                {
                    assert!(!usual_headings(*role, "en").is_empty(), "{}", role.name());
                    assert!(!usual_headings(*role, "es").is_empty(), "{}", role.name());
                }
            }
        }
    }
}
