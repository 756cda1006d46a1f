//! Every number that an editor may argue about, with its reason.

/// Thresholds of the rules.
#[derive(Debug, Clone, PartialEq)]
pub struct Limits {
    /// A part with fewer words is empty; the rule catalogue's own number.
    pub section_words_min: usize,
    /// An answer with fewer words, other than yes or no, is none.
    pub answer_words_min: usize,
    /// Content-word overlap (Jaccard) from which two questions are one.
    pub question_overlap: f64,
    /// Overlap of content words from which a sentence only repeats its heading.
    pub heading_overlap: f64,
    /// The deepest heading level that readers follow; WCAG 2.4.6 names no number, the NHS content guide uses four.
    pub heading_depth: u8,
    /// What reading asks of its readers.
    pub reading: ReadingLimits,
}

/// Limits of sentences, words and reading grades.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadingLimits {
    /// The highest school grade for which the article may be written, or `None` where a profile sets no target. AMA and
    /// NIH ask for grade 6 to 8, `MedlinePlus` for 6 to 7; the NHS advises against relying on such scores.
    pub grade: Option<f64>,
    /// The same for the warning signs and for the time after a procedure.
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
            question_overlap: 0.75,
            heading_overlap: 0.8,
            heading_depth: 4,
            reading: ReadingLimits::default(),
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
