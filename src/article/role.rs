//! What a section, paragraph or list is for.

use crate::source::Span;

macro_rules! roles {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// The part that a place plays in a health article: the contract's list.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role { $($(#[$doc])* $variant,)* }

        impl Role {
            /// Every role, in the contract's order.
            pub const ALL: &'static [Role] = &[$(Role::$variant,)*];

            /// The name used in files and reports, with hyphens.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

roles! {
    /// Key points, at a glance.
    Summary = "summary",
    /// What the article is about.
    Introduction = "introduction",
    /// How the body part is built.
    Anatomy = "anatomy",
    /// Causes and risk factors.
    Causes = "causes",
    /// What a person may notice.
    Symptoms = "symptoms",
    /// How it is found out.
    Diagnosis = "diagnosis",
    /// What professionals do.
    Treatment = "treatment",
    /// What happens during a procedure.
    Procedure = "procedure",
    /// What to do before a procedure.
    Preparation = "preparation",
    /// What to do after it.
    Aftercare = "aftercare",
    /// Risks and side effects of a treatment.
    Risks = "risks",
    /// Other options.
    Alternatives = "alternatives",
    /// Medicines and how to take them.
    Medicines = "medicines",
    /// What people can do themselves.
    SelfCare = "self-care",
    /// Exercises.
    Exercises = "exercises",
    /// How to avoid it.
    Prevention = "prevention",
    /// When to get help.
    RedFlags = "red-flags",
    /// Questions and answers.
    Faq = "faq",
    /// The closing part.
    Conclusion = "conclusion",
    /// What the article is not.
    Disclaimer = "disclaimer",
    /// Sources.
    References = "references",
    /// Authors, reviewers, dates.
    Authorship = "authorship",
    /// Whom to reach and how.
    Contact = "contact",
    /// Further reading and support.
    Resources = "resources",
}

impl Role {
    /// The role called `name`; underscores and spaces are read as hyphens, case does not matter.
    pub fn from_name(name: &str) -> Option<Role> {
        let name = name.trim().to_lowercase().replace(['_', ' '], "-");
        Self::ALL.iter().copied().find(|role| role.name() == name)
    }
}

/// What kind of place plays a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceKind {
    /// A headed section with all that is below it.
    Section,
    /// A paragraph.
    Paragraph,
    /// A list, with its lead-in where it has one.
    List,
    /// A key of the front matter.
    FrontMatter,
}

impl PlaceKind {
    /// The name used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Paragraph => "paragraph",
            Self::List => "list",
            Self::FrontMatter => "front-matter",
        }
    }
}

/// How a role was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoleSource {
    /// The article says so, in a comment or in its front matter.
    Explicit,
    /// By the words of a heading.
    Heading,
    /// By a label such as "Medical disclaimer:".
    Label,
    /// By what is said there.
    Content,
}

impl RoleSource {
    /// The name used in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Explicit => "explicit",
            Self::Heading => "heading",
            Self::Label => "label",
            Self::Content => "content",
        }
    }
}

/// One place that plays a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RolePlace {
    /// The role.
    pub role: Role,
    /// The whole place: for a section from its heading to the end of its last block.
    pub span: Span,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// The heading or label, if there is one.
    pub title: Option<String>,
    /// How the role was found.
    pub source: RoleSource,
}
