//! The medicines that an article names, each under one name.

use super::Facts;
use crate::lexicon::phrasebook::Hit;
use crate::lexicon::phrases::Table;
use crate::lexicon::{WordTable, words};

/// Names of one medicine.
const SAME: &[(&str, &[&str])] = &[
    (
        "acetaminophen",
        &["paracetamol", "acetaminofen", "tylenol", "panadol"],
    ),
    ("ibuprofen", &["advil", "motrin", "nurofen"]),
    ("naproxen", &["aleve"]),
];

/// Words for any medicine, which tell none from another.
const ANY: &WordTable = words![
    "inhaler",
    "medication",
    "medications",
    "medicamento",
    "medicamentos",
    "medicina",
    "medicinas",
    "medicine",
    "medicines",
    "pastillas",
    "pill",
    "pills",
    "tablets",
];

/// The name under which a medicine of several names is known: a brand under that of what is in it. `name` is folded.
pub fn known_name(name: &str) -> &str {
    let same = SAME.iter().find(|(_, others)| others.contains(&name));
    same.map_or(name, |(known, _)| known)
}

impl Facts<'_> {
    /// The different medicines that sentence `index` names, in alphabetical order; words for any medicine are none.
    pub fn medicines_in(&self, index: usize) -> Vec<String> {
        self.medicines_of(self.hits_in(Table::Medicine, index))
    }

    /// The different medicines that the article names, as [`Facts::medicines_in`] gives them.
    pub fn medicines(&self) -> &[String] {
        self.medicines
            .get_or_init(|| self.medicines_of(self.hits(Table::Medicine)))
    }

    /// The different medicines that the title names.
    pub fn medicines_of_title(&self) -> Vec<String> {
        let title = self.sentences_in(self.article.title_span());
        sorted(title.flat_map(|index| self.medicines_in(index)).collect())
    }

    /// The different medicines among some matches of their table.
    pub fn medicines_of(&self, hits: &[Hit]) -> Vec<String> {
        let names = hits.iter().filter_map(|hit| {
            let tokens = self.tokens.get(hit.sentence)?;
            let words: Vec<&str> = tokens.words_of(hit.words.clone()).collect();
            let name = words.join(" ");
            (!ANY.has(&name)).then(|| known_name(&name).to_owned())
        });
        sorted(names.collect())
    }
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    #[test]
    fn a_brand_is_its_medicine_and_tablets_are_none() {
        let text =
            "# Paracetamol\n\nTake Tylenol or the tablets. Blood thinners and warfarin differ.\n";
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let facts = Facts::find(&article, &Settings::of(&article));
        assert_eq!(facts.medicines_of_title(), ["acetaminophen"]);
        assert_eq!(facts.medicines_in(1), ["acetaminophen"]);
        assert_eq!(facts.medicines_in(2), ["blood thinners", "warfarin"]);
        assert_eq!(facts.medicines().len(), 3);
    }
}
