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
    /// The unexplained terms that are reported one by one; the others of an article are named in one finding. A writer who
    /// has a dozen to mend has a plan to make, not a list to read.
    pub undefined_terms: usize,
    /// With fewer sentences than this a grade says little, and no rule speaks of one.
    pub graded_sentences_min: usize,
    /// A safety section with fewer sentences is judged by its long words; the rule catalogue's own number.
    pub safety_sentences_min: usize,
    /// The share of words of three syllables or more that such a section may have; the rule catalogue's own number.
    pub safety_long_words_share: f64,
    /// A sentence with more words is too long: GOV.UK and the NHS content guide say 25.
    pub sentence_words_max: usize,
    /// A sentence with more words is long in a safety section, and a matter of style elsewhere; CDC's "Simply Put" and
    /// `MedlinePlus` advise 10 to 20 words.
    pub easy_sentence_words_max: usize,
    /// The share of long words that a disclaimer may have; the rule catalogue's own number.
    pub disclaimer_long_words_share: f64,
    /// A paragraph with more words is long: about five sentences of fifteen words, this project's own choice.
    pub paragraph_words_max: usize,
    /// The share of the sentences of advice that must speak to the reader; the rule catalogue's own number.
    pub addressed_share: f64,
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
            undefined_terms: 12,
            graded_sentences_min: 10,
            safety_sentences_min: 5,
            safety_long_words_share: 0.15,
            sentence_words_max: 25,
            easy_sentence_words_max: 20,
            disclaimer_long_words_share: 0.3,
            paragraph_words_max: 75,
            addressed_share: 0.2,
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
