//! Numbered notes for links.
