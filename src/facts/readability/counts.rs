//! Counts of a text, and the reading grades that formulas make of them.

use std::iter::Sum;
use std::ops::AddAssign;

/// What is counted in a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Sentences.
    pub sentences: usize,
    /// Words; a hyphenated word is one.
    pub words: usize,
    /// Syllables.
    pub syllables: usize,
    /// Words of three syllables or more.
    pub polysyllables: usize,
}

impl Counts {
    /// Below so many sentences a SMOG grade is an estimate: the formula was made on samples of thirty.
    pub const SAMPLE: usize = 30;

    /// The SMOG grade (`McLaughlin`, "SMOG grading: a new readability formula", Journal of Reading 12, 1969); `None`
    /// without a sentence.
    pub fn smog(&self) -> Option<f64> {
        let per_sample = Self::SAMPLE as f64 * ratio(self.polysyllables, self.sentences)?;
        Some(3.1291 + 1.0430 * per_sample.sqrt())
    }

    /// The Flesch-Kincaid grade (Kincaid and others, Navy Research Branch Report 8-75, 1975); `None` without a word or a
    /// sentence.
    pub fn kincaid(&self) -> Option<f64> {
        let length = ratio(self.words, self.sentences)?;
        Some(0.39 * length + 11.8 * ratio(self.syllables, self.words)? - 15.59)
    }

    /// The Flesch reading ease, the higher the easier (Flesch, "A new readability yardstick", Journal of Applied
    /// Psychology 32, 1948); `None` without a word or a sentence.
    pub fn flesch(&self) -> Option<f64> {
        let length = ratio(self.words, self.sentences)?;
        Some(206.835 - 1.015 * length - 84.6 * ratio(self.syllables, self.words)?)
    }

    /// The mean of the SMOG and Flesch-Kincaid grades: what [changes](super::changes) are weighed by.
    pub fn grade(&self) -> Option<f64> {
        Some(f64::midpoint(self.smog()?, self.kincaid()?))
    }

    /// Whether there are too few sentences for more than an estimate.
    pub fn is_estimate(&self) -> bool {
        self.sentences < Self::SAMPLE
    }

    /// The share of words with three syllables or more: 0 to 1, 0 without a word.
    pub fn polysyllable_share(&self) -> f64 {
        ratio(self.polysyllables, self.words).unwrap_or(0.0)
    }

    /// The counts without `part`, which is a part of them.
    pub fn without(&self, part: &Self) -> Self {
        Self {
            sentences: self.sentences.saturating_sub(part.sentences),
            words: self.words.saturating_sub(part.words),
            syllables: self.syllables.saturating_sub(part.syllables),
            polysyllables: self.polysyllables.saturating_sub(part.polysyllables),
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.sentences += other.sentences;
        self.words += other.words;
        self.syllables += other.syllables;
        self.polysyllables += other.polysyllables;
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, counts| {
            sum += counts;
            sum
        })
    }
}

/// `part / whole`, `None` where the whole is nothing.
pub(super) fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: Option<f64>, wanted: f64) -> bool {
        (found.unwrap() - wanted).abs() < 0.05
    }

    /// The worked example of Wikipedia's article on the Flesch-Kincaid tests: "The Australian platypus is seemingly a
    /// hybrid of a mammal and reptilian creature", 13 words with 24 syllables, scores 37.5 and is of grade 11.3; and "The
    /// cat sat on the mat" scores 116.
    #[test]
    fn flesch_and_kincaid_agree_with_their_published_examples() {
        let platypus = Counts {
            sentences: 1,
            words: 13,
            syllables: 24,
            polysyllables: 0,
        };
        assert!(near(platypus.flesch(), 37.5));
        assert!(near(platypus.kincaid(), 11.3));
        let cat = Counts {
            sentences: 1,
            words: 6,
            syllables: 6,
            polysyllables: 0,
        };
        assert!(near(cat.flesch(), 116.1));
    }

    /// The hand rule of 1969: of 30 sentences, three and the root of the nearest square of the number of polysyllables.
    /// Harold C. `McGraw`'s conversion table, which NCI's "Making Health Communication Programs Work" prints, has its steps. The exact
    /// formula lies within half a grade of it, and a little more where it rounds.
    #[test]
    fn smog_agrees_with_mcgraws_table() {
        let table = [
            (0..=2, 4.0),
            (3..=6, 5.0),
            (7..=12, 6.0),
            (13..=20, 7.0),
            (21..=30, 8.0),
            (31..=42, 9.0),
            (43..=56, 10.0),
            (57..=72, 11.0),
            (73..=90, 12.0),
            (91..=110, 13.0),
            (111..=132, 14.0),
            (133..=156, 15.0),
            (157..=182, 16.0),
            (183..=210, 17.0),
        ];
        for (polysyllables, grade) in table {
            let middle = usize::midpoint(*polysyllables.start(), *polysyllables.end());
            let counts = Counts {
                sentences: 30,
                polysyllables: middle,
                ..Counts::default()
            };
            let smog = counts.smog().unwrap();
            assert!((smog - grade).abs() < 0.8, "{middle}: {smog} for {grade}");
        }
    }

    /// Shorter texts are stretched to thirty sentences: the mean for each sentence, times those that lack, is added.
    #[test]
    fn a_short_text_is_graded_as_if_it_went_on() {
        let short = Counts {
            sentences: 10,
            words: 150,
            syllables: 250,
            polysyllables: 12,
        };
        let long = Counts {
            sentences: 30,
            words: 450,
            syllables: 750,
            polysyllables: 12 + 20 * 12 / 10,
        };
        assert_eq!(short.smog(), long.smog());
        assert!(short.is_estimate() && !long.is_estimate());
    }

    #[test]
    fn nothing_has_no_grade() {
        let nothing = Counts::default();
        assert_eq!(nothing.smog(), None);
        assert_eq!(nothing.kincaid(), None);
        assert_eq!(nothing.flesch(), None);
        assert_eq!(nothing.without(&nothing), nothing);
    }
}
