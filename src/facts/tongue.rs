//! Whether the phrase tables can read an article's language.

use super::Facts;

impl Facts<'_> {
    /// Whether there are phrase tables for the language: English, Spanish, or none declared. Where there are none, a rule
    /// cannot say that words are missing.
    pub fn has_words(&self) -> bool {
        self.declared()
            .is_none_or(|base| ["en", "es"].contains(&base.as_str()))
    }

    fn declared(&self) -> Option<String> {
        let lang = self.article.meta.lang.as_ref()?;
        let base = lang.value.split(['-', '_']).next()?;
        Some(base.trim().to_lowercase())
    }
}
