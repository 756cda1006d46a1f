//! lexicon

mod nearest;

pub use nearest::nearest;
