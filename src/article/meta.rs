//! What the front matter says of an article.

use super::{Date, Role};
use crate::source::Span;
use std::path::PathBuf;

/// A value with its place in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// The front matter; everything in it is optional.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Meta {
    /// The whole front matter with its fences.
    pub span: Option<Span>,
    /// The title.
    pub title: Option<Located<String>>,
    /// A stable id, where the title's slug is not wanted.
    pub id: Option<Located<String>>,
    /// A one-sentence description.
    pub description: Option<Located<String>>,
    /// The language as a BCP 47 tag.
    pub lang: Option<Located<String>>,
    /// The kind of document.
    pub kind: Option<Located<Kind>>,
    /// A kind of document that is not built in, as written: a team may have it.
    pub other_kind: Option<Located<String>>,
    /// The region as an ISO 3166 code, in capitals.
    pub region: Option<Located<String>>,
    /// Who is addressed.
    pub audience: Vec<Located<String>>,
    /// Who wrote it.
    pub authors: Vec<Located<String>>,
    /// Who reviewed it.
    pub reviewers: Vec<Located<String>>,
    /// When it was published.
    pub published: Option<Located<Date>>,
    /// When it was last reviewed.
    pub reviewed: Option<Located<Date>>,
    /// When it is to be reviewed next.
    pub next_review: Option<Located<Date>>,
    /// The version as written.
    pub version: Option<Located<String>>,
    /// Topic packs to check against; `Some` and empty means none.
    pub packs: Option<Vec<Located<String>>>,
    /// Roles given to headings: heading text, role.
    pub roles: Vec<(Located<String>, Role)>,
    /// Lines of contact details, in the order written.
    pub contact: Vec<Located<String>>,
    /// Who gives it away.
    pub clinic: Option<Clinic>,
    /// Who paid for it.
    pub funding: Option<Located<String>>,
    /// Conflicts of interest.
    pub disclosure: Option<Located<String>>,
    /// `disclaimer:` a URL, or `external` with one: the disclaimer stands elsewhere on the site.
    pub disclaimer: Option<Located<String>>,
    /// The address at which the article is published.
    pub canonical_url: Option<Located<String>>,
    /// Sources listed in the front matter.
    pub sources: Vec<Located<String>>,
    /// Rules silenced for the whole article.
    pub allow: Vec<Allowance>,
    /// Every other key, as JSON, in the order written.
    pub other: Vec<(String, serde_json::Value)>,
}

/// Who gives a handout away: printed at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clinic {
    /// The name; never empty.
    pub name: String,
    /// The telephone number.
    pub phone: Option<String>,
    /// The lines of the address.
    pub address: Vec<String>,
    /// Its logo.
    pub logo: Option<Logo>,
    /// Where the article's front matter says so; `None` if a team's configuration does.
    pub span: Option<Span>,
}

/// The logo of a clinic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// The path of the picture, relative to `folder`.
    pub path: String,
    /// What a screen reader says of it; never empty.
    pub alt: String,
    /// The folder of the configuration that names it; `None` for that of the article.
    pub folder: Option<PathBuf>,
    /// Where the path is written, in the article or in the configuration.
    pub span: Span,
}

/// A rule that the article asks to silence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowance {
    /// The rule's name as written.
    pub rule: String,
    /// Why; empty where no reason is given.
    pub reason: String,
    /// Where the allowance stands.
    pub span: Span,
    /// What it silences: findings that touch this span; `None` for the whole article.
    pub scope: Option<Span>,
}

/// The kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Kind {
    /// About a condition.
    Condition,
    /// About a procedure.
    Procedure,
    /// About a medicine.
    Medicine,
    /// About exercises.
    Exercise,
    /// Anything else.
    #[default]
    Article,
}

impl Kind {
    /// Every kind.
    pub const ALL: &'static [Kind] = &[
        Kind::Condition,
        Kind::Procedure,
        Kind::Medicine,
        Kind::Exercise,
        Kind::Article,
    ];

    /// The name used in front matter and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Condition => "condition",
            Self::Procedure => "procedure",
            Self::Medicine => "medicine",
            Self::Exercise => "exercise",
            Self::Article => "article",
        }
    }

    /// The kind called `name`; case does not matter.
    pub fn from_name(name: &str) -> Option<Kind> {
        let name = name.trim().to_lowercase();
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}
