//! Whether the phrase tables can read an article's language.

use super::Facts;

impl Facts<'_> {
    /// Whether there are phrase tables for the language: English and Spanish. Where there are none, a rule
    /// cannot say that words are missing.
    pub fn has_words(&self) -> bool {
        self.article.base_lang() != "other"
    }
}
