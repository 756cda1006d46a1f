//! The words of the handout, where one was made: what rules on handouts compare with the article.

use super::Facts;

/// What stands on the paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Printed {
    /// The article's own words on the paper in reading order, as [`plain`] gives them.
    pub text: String,
    /// Whether the foot of the pages gives the day of the last review.
    pub has_review_date: bool,
}

impl Facts<'_> {
    /// What the handout prints; `None` where none was made.
    pub fn printed(&self) -> Option<&Printed> {
        self.printed.get()
    }

    /// Tells what the handout prints, once, before the rules run.
    pub fn set_printed(&self, printed: Printed) {
        self.printed.get_or_init(|| printed);
    }
}

/// A text as it is compared: its letters and digits only, with one space between words, so that breaks of lines, hidden
/// marks and signs that a medium shows in its own way make no difference.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        if char.is_alphanumeric() {
            out.push(char);
        } else if char.is_whitespace() && !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}
