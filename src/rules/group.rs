//! What findings are about, as an editor goes through them: what can hurt a reader first.

/// A part of a report on one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// What can hurt a reader.
    Safety,
    /// What the article lacks, or has where it is not found.
    Parts,
    /// Places of the article that say different things.
    Disagreement,
    /// Sources, claims, numbers and dates.
    Evidence,
    /// Words and sentences.
    PlainLanguage,
    /// The look of the page, and everything else.
    Style,
}

impl Group {
    /// Every group, in the order of a report.
    pub const ALL: &'static [Group] = &[
        Group::Safety,
        Group::Parts,
        Group::Disagreement,
        Group::Evidence,
        Group::PlainLanguage,
        Group::Style,
    ];

    /// The heading in a report.
    pub fn title(self) -> &'static str {
        match self {
            Self::Safety => "Safety",
            Self::Parts => "Missing or misplaced parts",
            Self::Disagreement => "Parts that disagree",
            Self::Evidence => "Evidence, numbers and dates",
            Self::PlainLanguage => "Plain language",
            Self::Style => "Layout and style",
        }
    }
}
