//! The words of facetdoc's own, one table a language.

/// Labels in one language.
#[derive(Debug)]
pub struct Labels {}
