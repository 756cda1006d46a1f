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
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            section_words_min: 8,
            answer_words_min: 4,
            question_overlap: 0.75,
            heading_overlap: 0.8,
            heading_depth: 4,
            review_months: 36,
            review_months_procedure: 24,
            source_years: 5,
            benefits_min: 4,
            benefits_per_risk: 4,
            table_header_words: 5,
            table_columns: 6,
        }
    }
}
