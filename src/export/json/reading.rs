//! How hard the article is to read.

use super::model::{Figures, Readability};
use crate::article::Role;
use crate::facts::readability::Counts;
use crate::rules::Context;

/// The figures of the article; `None` where it is not in English.
pub(super) fn readability(cx: &Context<'_>) -> Option<Readability> {
    let facts = cx.facts;
    (cx.article.base_lang() == "en").then(|| Readability {
        whole: figures(&facts.readability().total()),
        safety: figures(&facts.counts_of(&[Role::RedFlags, Role::Aftercare])),
        target_grade: cx.settings.limits.reading.grade,
    })
}

fn figures(counts: &Counts) -> Figures {
    Figures {
        sentences: counts.sentences,
        words_in_sentences: counts.words,
        smog: counts.smog().map(rounded),
        flesch_kincaid: counts.kincaid().map(rounded),
        reading_ease: counts.flesch().map(rounded),
        estimate: counts.is_estimate(),
    }
}

/// Two decimals: the same on every machine.
fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
