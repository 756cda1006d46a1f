//! Every number that an editor may argue about, with its reason.

use super::SizeLimits;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::ops::RangeInclusive;

/// Thresholds of the rules. Each may be set in `facetdoc.toml` under its name with hyphens: `section-words-min = 10`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
#[schemars(deny_unknown_fields)]
pub struct Limits {
    /// A part with fewer words is empty; the rule catalogue's own number.
    pub section_words_min: usize,
    /// An answer with fewer words, other than yes or no, is none.
    pub answer_words_min: usize,
    /// An answer with more words is an article of its own; the rule catalogue's own number, after PEMAT 8 (short chunks).
    pub answer_words_max: usize,
    /// An answer with more sentences, likewise.
    pub answer_sentences_max: usize,
    /// An answer brings in something new where so many of its words, and two thirds of the longer ones, stand nowhere else.
    pub answer_new_words: usize,
    /// Content-word overlap (Jaccard) from which two questions are one.
    pub question_overlap: f64,
    /// Overlap of content words from which a sentence only repeats its heading.
    pub heading_overlap: f64,
    /// The deepest heading level that readers follow; WCAG 2.4.6 names no number, the NHS content guide uses four.
    pub heading_depth: u8,
    /// From so many words on an article speaks to the readers whom its title names; our own number: shorter ones say "you".
    pub audience_words_min: usize,
    /// The most words that an article may have without a summary: PEMAT 11 asks for one unless the material is very short.
    pub words_without_summary_max: usize,
    /// Articles of fewer words are read to the end.
    pub front_load_words_min: usize,
    /// The share of the text, in per cent, that may come before the red flags; the rule catalogue's own number.
    pub red_flags_percent_max: usize,
    /// The sections that may come before red flags that the title promises; the rule catalogue's own number.
    pub sections_before_red_flags_max: usize,
    /// NHS content guide, formatting: "h1 ideally 65 characters or less".
    pub title_characters_max: usize,
    /// CDC Clear Communication Index, item 8: lists of seven items or fewer; NHS: six. The profile sets it.
    #[serde(skip)]
    pub list_items_max: usize,
    /// The most words without a subheading or list; PEMAT 8 and CDC CCI 9 ask for chunks, the number is the rule catalogue's.
    pub words_without_break_max: usize,
    /// Shorter sentences may stand twice: "Take them with food and a glass of water."
    pub repeated_words_min: usize,
    /// Overlap of groups of three words (Jaccard) from which two sentences are one.
    pub sentence_overlap: f64,
    /// The unexplained terms that are reported one by one; the others of an article are named in one finding. A writer who
    /// has so many to mend has a plan to make, not a list to read.
    pub undefined_terms: usize,
    /// Months after which a review is too old; NHS content is reviewed at least every three years.
    pub review_months: u32,
    /// The same for procedures, whose practice changes faster; the rule catalogue's own number.
    pub review_months_procedure: u32,
    /// Years by which the newest source may be older than the review: JAMA benchmarks name none, PIF TICK asks for current
    /// evidence, five is the rule catalogue's own.
    pub source_years: i32,
    /// Benefit statements below which their balance with risks is not judged; the rule catalogue's own number.
    pub benefits_min: usize,
    /// Benefit statements for each risk statement that are still in balance; the rule catalogue's own number.
    pub benefits_per_risk: usize,
    /// Words of a table's header cell above which it is a sentence, not a header; the rule catalogue's own number.
    pub table_header_words: usize,
    /// Columns of a table that a printed page has room for in type of 12 points: seven leave each about an inch.
    pub table_columns: usize,
    /// What reading asks of its readers.
    #[serde(flatten)]
    pub reading: ReadingLimits,
    /// How large an article may be.
    #[serde(flatten)]
    pub size: SizeLimits,
}

/// Limits of sentences, words and reading grades.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
pub struct ReadingLimits {
    /// The highest school grade for which the article may be written, or `None` where a profile sets no target. AMA and
    /// NIH ask for grade 6 to 8, `MedlinePlus` for 6 to 7; the NHS advises against relying on such scores. The profile sets
    /// it, not the table of limits.
    #[serde(skip)]
    pub grade: Option<f64>,
    /// The same for the warning signs and for the time after a procedure.
    #[serde(skip)]
    pub safety_grade: Option<f64>,
    /// With fewer sentences than this a grade says little, and no rule speaks of one.
    pub graded_sentences_min: usize,
    /// A safety section with fewer sentences is judged by its long words; the rule catalogue's own number.
    pub safety_sentences_min: usize,
    /// The share of words of three syllables or more that such a section may have; the rule catalogue's own number.
    pub safety_long_words: f64,
    /// A sentence with more words is too long: GOV.UK and the NHS content guide say 25.
    pub sentence_words: usize,
    /// A sentence with more words is long in a safety section, and a matter of style elsewhere; CDC's "Simply Put" and
    /// `MedlinePlus` advise 10 to 20 words.
    pub easy_sentence_words: usize,
    /// The share of long words that a disclaimer may have; the rule catalogue's own number.
    pub disclaimer_long_words: f64,
    /// A paragraph with more words is long: about five sentences of fifteen words, this project's own choice.
    pub paragraph_words: usize,
    /// The share of the sentences of advice that must speak to the reader; the rule catalogue's own number.
    pub addressed: f64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            section_words_min: 8,
            answer_words_min: 4,
            answer_words_max: 80,
            answer_sentences_max: 5,
            answer_new_words: 6,
            question_overlap: 0.75,
            heading_overlap: 0.8,
            heading_depth: 4,
            audience_words_min: 120,
            undefined_terms: 15,
            words_without_summary_max: 400,
            front_load_words_min: 250,
            red_flags_percent_max: 50,
            sections_before_red_flags_max: 3,
            title_characters_max: 65,
            list_items_max: 7,
            words_without_break_max: 200,
            repeated_words_min: 8,
            sentence_overlap: 0.8,
            review_months: 36,
            review_months_procedure: 24,
            source_years: 5,
            benefits_min: 4,
            benefits_per_risk: 4,
            table_header_words: 5,
            table_columns: 6,
            reading: ReadingLimits::default(),
            size: SizeLimits::default(),
        }
    }
}

impl Default for ReadingLimits {
    fn default() -> Self {
        Self {
            grade: Some(8.0),
            safety_grade: Some(8.0),
            graded_sentences_min: 10,
            safety_sentences_min: 5,
            safety_long_words: 0.15,
            sentence_words: 25,
            easy_sentence_words: 20,
            disclaimer_long_words: 0.3,
            paragraph_words: 75,
            addressed: 0.2,
        }
    }
}

/// The most of something, of which every article has some.
const NOT_ZERO: &[&str] = &[
    "sentence-words",
    "easy-sentence-words",
    "paragraph-words",
    "review-months",
    "review-months-procedure",
    "table-columns",
    "table-header-words",
];

/// Where none at all is a thing that a team may ask for.
const MAY_BE_ZERO: &[&str] = &[
    "words-without-summary-max",
    "sections-before-red-flags-max",
    "table-cells-max",
    "links-max",
    "front-matter-values-max",
    "nesting-max",
    "image-pixels-max",
];

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

    /// What the limit called `name` can sensibly be, both ends allowed: a share is at most 1; where 0 would flag or refuse
    /// every article, the least is 1.
    pub(super) fn bounds(&self, name: &str) -> RangeInclusive<f64> {
        /// More of anything no article has.
        const MOST: f64 = 1e12;
        if !self.is_whole(name) {
            return 0.0..=1.0;
        }
        if name.contains("percent") {
            return 0.0..=100.0;
        }
        let flags_all = name.ends_with("-max") || NOT_ZERO.contains(&name);
        let least = if flags_all && !MAY_BE_ZERO.contains(&name) {
            1.0
        } else {
            0.0
        };
        match name {
            "heading-depth" => 1.0..=6.0,
            _ => least..=MOST,
        }
    }

    /// Whether the limit called `name` counts something, so that it has no fractions.
    pub(super) fn is_whole(&self, name: &str) -> bool {
        let limits = serde_json::to_value(self).unwrap_or_default();
        limits.get(name).is_some_and(Value::is_u64)
    }
}
