//! What the person who exports may choose about a handout's words.

/// How much of the article the handout holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Content {
    /// All of it.
    #[default]
    Whole,
    /// When to get help, and the address at which the article is published, where the front matter tells it.
    RedFlags,
}

/// Where red flags stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RedFlags {
    /// Before all else, the most urgent first.
    #[default]
    First,
    /// Where the article has them, in its order.
    InPlace,
}

/// What paper says of where links lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LinkNotes {
    /// A number after each link, "[1]", and a list of addresses at the end.
    #[default]
    Numbered,
    /// The same in words, for a text that is read out: "(link 1)".
    Named,
    /// The address in brackets after each link.
    Inline,
    /// Nothing.
    Omitted,
}
