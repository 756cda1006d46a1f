//! The part of a text or a list at a range, without a panic where the range is wrong.

use std::slice::SliceIndex;

/// What can be cut by a range of bytes or of places.
pub trait PartOf<I> {
    /// The part at `range`. A range that leaves the whole or splits a character gives an empty part; since a range comes
    /// from the whole that it cuts, that is a bug, which tests and fuzzing meet as a panic and a user never does.
    fn part(&self, range: I) -> &Self;
}

impl<I: SliceIndex<str, Output = str>> PartOf<I> for str {
    #[inline]
    fn part(&self, range: I) -> &str {
        let part = self.get(range);
        debug_assert!(part.is_some(), "a range outside its text");
        part.unwrap_or("")
    }
}

impl<T, I: SliceIndex<[T], Output = [T]>> PartOf<I> for [T] {
    #[inline]
    fn part(&self, range: I) -> &[T] {
        let part = self.get(range);
        debug_assert!(part.is_some(), "a range outside its list");
        part.unwrap_or(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_inside_gives_what_stands_there() {
        assert_eq!("año".part(1..3), "ñ");
        assert_eq!("año".part(3..), "o");
        assert_eq!([1, 2, 3].part(..=1), [1, 2]);
        assert_eq!([1, 2, 3].part(3..), [0; 0]);
    }

    #[test]
    #[cfg(not(debug_assertions))]
    fn a_range_outside_gives_nothing() {
        assert_eq!("año".part(2..3), "");
        assert_eq!("año".part(4..9), "");
        assert_eq!([1].part(2..), [0; 0]);
    }
}
