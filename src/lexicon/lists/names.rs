//! The names of the word lists, one data file each.

macro_rules! lists {
    ($($(#[$doc:meta])* $variant:ident = $name:literal in $file:literal,)*) => {
        /// A word list.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum List { $($(#[$doc])* $variant,)* }

        impl List {
            /// Every list.
            pub const ALL: &'static [List] = &[$(List::$variant,)*];

            /// The name by which a team adds to it: `[words.jargon]`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The rows that ship, as TSV.
            pub(super) fn data(self) -> &'static str {
                match self { $(Self::$variant => include_str!($file),)* }
            }
        }
    };
}

lists! {
    /// Claims without a limit.
    AbsoluteClaims = "absolute-claims" in "absolute-claims.tsv",
    /// Words for age and sex.
    AgeSex = "age-sex" in "age-sex.tsv",
    /// Wording that puts blame on the reader.
    Blame = "blame" in "blame.tsv",
    /// Brand names of medicines with the generic name.
    Brands = "brands" in "brands.tsv",
    /// Claims to cure, and to have no side effects.
    Cures = "cures" in "cures.tsv",
    /// Abbreviations that are misread.
    ErrorProne = "error-prone" in "error-prone.tsv",
    /// Hard words with plain ones.
    Jargon = "jargon" in "jargon.tsv",
    /// Nouns that make a person the illness.
    PersonFirst = "person-first" in "person-first.tsv",
    /// Advertising.
    Promotional = "promotional" in "promotional.tsv",
    /// One word spelt two ways.
    Spelling = "spelling" in "spelling.tsv",
    /// Words that carry a stigma.
    Stigma = "stigma" in "stigma.tsv",
}

impl List {
    /// The index of the list in [`List::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// The list called `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|list| list.name() == name)
    }
}
