//! Every number that an editor may argue about, with its reason.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Thresholds of the rules. Each may be set in `facetdoc.toml` under its name with hyphens: `section-words-min = 10`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Limits {
    /// A part with fewer words is empty; the rule catalogue's own number.
    pub section_words_min: usize,
    /// An answer with fewer words, other than yes or no, is none.
    pub answer_words_min: usize,
    /// An answer with more words is an article of its own; the rule catalogue's own number, after PEMAT 8 (short chunks).
    pub answer_words_max: usize,
    /// An answer with more sentences, likewise.
    pub answer_sentences_max: usize,
    /// An answer brings in something new where so many of its words, and half of them, stand nowhere else.
    pub answer_new_words: usize,
    /// Content-word overlap (Jaccard) from which two questions are one.
    pub question_overlap: f64,
    /// Overlap of content words from which a sentence only repeats its heading.
    pub heading_overlap: f64,
    /// The deepest heading level that readers follow; WCAG 2.4.6 names no number, the NHS content guide uses four.
    pub heading_depth: u8,
    /// From so many words on an article speaks to the readers whom its title names; our own number: shorter ones say "you".
    pub audience_words_min: usize,
    /// The unexplained terms that are reported one by one; the others of an article are named in one finding. A writer who
    /// has a dozen to mend has a plan to make, not a list to read.
    pub undefined_terms: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            section_words_min: 8,
            answer_words_min: 4,
            answer_words_max: 80,
            answer_sentences_max: 5,
            answer_new_words: 5,
            question_overlap: 0.75,
            heading_overlap: 0.8,
            heading_depth: 4,
            audience_words_min: 120,
            undefined_terms: 12,
        }
    }
}

impl Limits {
    /// The names of the limits as a configuration has them, in alphabetical order.
    pub fn names() -> Vec<String> {
        match serde_json::to_value(Self::default()) {
            Ok(Value::Object(limits)) => limits.into_iter().map(|(name, _)| name).collect(),
            _ => Vec::new(),
        }
    }

    /// The limits with the one called `name` set to `value`; `None` if it cannot be that.
    pub fn with(&self, name: &str, value: Value) -> Option<Self> {
        let mut limits = serde_json::to_value(self).ok()?;
        *limits.get_mut(name)? = value;
        serde_json::from_value(limits).ok()
    }
}
