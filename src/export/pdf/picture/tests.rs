//! What pictures are read as, and what is refused.
