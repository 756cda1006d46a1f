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
    /// From so many words on an article speaks to the readers whom its title names; our own number: shorter ones say "you".
    pub audience_words_min: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            section_words_min: 8,
            answer_words_min: 4,
            question_overlap: 0.75,
            heading_overlap: 0.8,
            heading_depth: 4,
            audience_words_min: 120,
        }
    }
}
