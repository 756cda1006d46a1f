//! What is built once from the project's own constants: embedded tables, patterns and regular expressions.

use regex::Regex;
use std::fmt::Debug;

/// What a constant builds. One that builds nothing stops the program; the tests build every constant, so none is released.
#[allow(
    clippy::expect_used,
    reason = "an article has no part in a constant, and the tests build each"
)]
pub fn built<T, E: Debug>(constant: Result<T, E>) -> T {
    constant.expect("a constant that the tests build")
}

/// What a constant table holds; as [`built`].
#[allow(
    clippy::expect_used,
    reason = "an article has no part in a constant, and the tests look each up"
)]
pub fn held<T>(constant: Option<T>) -> T {
    constant.expect("a part of a constant table that the tests look up")
}

/// The regular expression of a constant pattern; as [`built`].
pub fn regex(pattern: &'static str) -> Regex {
    built(Regex::new(pattern))
}
