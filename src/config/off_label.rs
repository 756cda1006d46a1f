//! Uses of medicines that their label does not name.

use crate::lexicon::constant::built;
use crate::lexicon::{Patterns, Tokens};
use serde::Deserialize;
use std::sync::LazyLock;

/// A use that the label of a medicine does not name.
#[derive(Debug)]
pub struct OffLabelUse {
    /// The medicine and its use, as they stand in findings.
    pub what: String,
    /// The countries, as ISO 3166 codes.
    pub regions: Vec<String>,
    /// What it rests on.
    pub source: String,
    drugs: Patterns,
    uses: Patterns,
    not: Patterns,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    row: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    what: String,
    drugs: Vec<String>,
    uses: Vec<String>,
    not: Vec<String>,
    regions: Vec<String>,
    source: String,
}

static TABLE: LazyLock<Vec<OffLabelUse>> = LazyLock::new(|| {
    let file: File = built(toml::from_str(include_str!("off_label.toml")));
    file.row.into_iter().map(compiled).collect()
});

fn compiled(row: Row) -> OffLabelUse {
    let compile = |patterns: &[String]| built(Patterns::new(patterns.iter().map(String::as_str)));
    OffLabelUse {
        drugs: compile(&row.drugs),
        uses: compile(&row.uses),
        not: compile(&row.not),
        what: row.what,
        regions: row.regions,
        source: row.source,
    }
}

/// Every use, in the order of the table.
pub fn off_label_uses() -> &'static [OffLabelUse] {
    &TABLE
}

impl OffLabelUse {
    /// Whether a sentence speaks of it.
    pub fn is_in(&self, sentence: &Tokens) -> bool {
        self.drugs.is_match(sentence)
            && self.uses.is_match(sentence)
            && !self.not.is_match(sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_of_a_medial_branch_is_not_epidural() {
        let used = |text: &str| {
            let tokens = Tokens::of(text);
            off_label_uses().iter().any(|row| row.is_in(&tokens))
        };
        assert!(used("An epidural steroid injection may help."));
        assert!(!used(
            "A medial branch block may hold a steroid; it is not an epidural."
        ));
        assert!(!used("Gabapentin is for seizures."));
    }
}
