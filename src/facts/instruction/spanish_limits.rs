//! What limits an instruction in Spanish: a time, a condition, the heading above.

use super::scope::Scopes;
use super::spanish::Reader;
use super::spanish_words::{CONDITIONS, COURSE};
use super::{Window, stems};
use crate::facts::QuantityKind;
use crate::facts::words::Stem;

impl Reader<'_, '_> {
    /// How long or from when: "durante 24 horas", "después de dos semanas", "al día siguiente".
    pub(super) fn window(&self, from: usize) -> Option<Window> {
        for at in from..self.reach(from) {
            match (self.word(at), self.word(at + 1), self.word(at + 2)) {
                ("al", "dia", "siguiente") => return Some(Window::After(24)),
                ("en", "cuanto", _)
                | ("mismo", "dia", _)
                | ("enseguida" | "inmediatamente", ..) => {
                    return Some(Window::After(0));
                }
                _ => {}
            }
            let time = self
                .facts
                .quantities_at(self.index, at..at + 1)
                .find(|quantity| {
                    quantity.kind == QuantityKind::Duration && quantity.words.start == at
                });
            let Some(time) = time else { continue };
            let back = |by: usize| at.checked_sub(by).map_or("", |at| self.word(at));
            if self.word(time.words.end) == "despues" {
                return Window::hours(time).map(Window::After);
            }
            return match (back(2), back(1)) {
                (_, "durante") => Window::hours(time).map(Window::For),
                ("despues", "de") | (_, "tras" | "pasados" | "pasadas") => {
                    Window::hours(time).map(Window::After)
                }
                _ => None,
            };
        }
        None
    }

    /// The stems of what limits an order behind its object, each marked as a case.
    pub(super) fn condition(&self, from: usize, scopes: &Scopes) -> Vec<Stem> {
        let opens = |at: &usize| CONDITIONS.has(self.word(*at));
        let end = self.reach(from);
        let people = (from..end).find(|at| {
            matches!(
                self.word(*at),
                "menores" | "mayores" | "embarazadas" | "bebes" | "ninos"
            )
        });
        let Some(first) = (from..end).find(opens).into_iter().chain(people).min() else {
            return Vec::new();
        };
        let mut condition = stems(self.facts, self.index, first..end);
        condition.retain(|stem| !scopes.is_subject(stem));
        // "With the medicine" limits, though the article is about it.
        if condition.is_empty() {
            return vec![format!("~{}{}", self.word(first), self.index).into()];
        }
        // "Con moderación" says how, not when.
        if matches!(
            self.word(first + 1),
            "moderacion" | "normalidad" | "cuidado"
        ) && condition.len() <= 2
        {
            return Vec::new();
        }
        if self.word(first) == "mientras"
            && condition.iter().all(|stem| COURSE.contains(&stem.as_str()))
        {
            return Vec::new();
        }
        condition
            .iter()
            .map(|stem| format!("~{stem}").into())
            .collect()
    }

    /// What the heading or question above limits it to.
    pub(super) fn scope(&self, scopes: &Scopes) -> Vec<Stem> {
        let sentence = self.facts.sentence(self.index);
        let Some(heading) = &sentence.within.section.heading else {
            return Vec::new();
        };
        if heading.text().contains('?') {
            return Vec::new();
        }
        let limits = |index: usize| {
            let words = self.facts.tokens_of(index);
            let mut words = words.words();
            words.any(|word| {
                matches!(
                    word,
                    "antes" | "si" | "embarazo" | "lactancia" | "ninos" | "bebes" | "preparacion"
                )
            })
        };
        let sentences = self
            .facts
            .sentences_in(heading.whole())
            .filter(|index| limits(*index));
        let stems = sentences
            .flat_map(|index| stems(self.facts, index, 0..self.facts.tokens_of(index).len()));
        stems
            .filter(|stem| !scopes.is_subject(stem))
            .map(|stem| format!("~{stem}").into())
            .collect()
    }
}
