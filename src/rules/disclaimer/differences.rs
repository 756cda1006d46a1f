//! What differs between two short texts, word by word.

use crate::lexicon::Tokens;

/// What differs between a text that is wanted and one that is there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Differences {
    /// Runs of words that are wanted and not there.
    pub lacking: Vec<String>,
    /// Runs of words that are there and not wanted.
    pub added: Vec<String>,
    /// The share of words that both have, in order: 1 for equal texts.
    pub share: f64,
}

impl Differences {
    /// Whether nothing differs.
    pub fn is_none(&self) -> bool {
        self.lacking.is_empty() && self.added.is_empty()
    }
}

/// Longer texts are no disclaimers; what comes after is not looked at.
const MAX_WORDS: usize = 600;

/// What differs between `wanted` and `there`, by their longest common row of words.
pub(super) fn differences(wanted: &Tokens, there: &Tokens) -> Differences {
    let wanted: Vec<&str> = wanted.words().take(MAX_WORDS).collect();
    let there: Vec<&str> = there.words().take(MAX_WORDS).collect();
    let lengths = Lengths::of(&wanted, &there);
    let (mut lacking, mut added) = (Runs::default(), Runs::default());
    let (mut left, mut right) = (0, 0);
    loop {
        match (wanted.get(left), there.get(right)) {
            (None, None) => break,
            (Some(word), Some(other)) if word == other => {
                lacking.end();
                added.end();
                left += 1;
                right += 1;
            }
            (Some(word), None) => {
                lacking.push(word);
                left += 1;
            }
            (Some(word), Some(_)) if lengths.at(left + 1, right) >= lengths.at(left, right + 1) => {
                lacking.push(word);
                left += 1;
            }
            (_, Some(other)) => {
                added.push(other);
                right += 1;
            }
        }
    }
    let longest = wanted.len().max(there.len()).max(1) as f64;
    Differences {
        lacking: lacking.done(),
        added: added.done(),
        share: f64::from(lengths.at(0, 0)) / longest,
    }
}

/// For each pair of ends of two texts the length of their longest common row of words.
struct Lengths {
    cells: Vec<u32>,
    width: usize,
}

impl Lengths {
    fn of(wanted: &[&str], there: &[&str]) -> Self {
        let width = there.len() + 1;
        let mut lengths = Self {
            cells: vec![0; (wanted.len() + 1) * width],
            width,
        };
        for (left, word) in wanted.iter().enumerate().rev() {
            for (right, other) in there.iter().enumerate().rev() {
                let longest = if word == other {
                    lengths.at(left + 1, right + 1) + 1
                } else {
                    lengths.at(left + 1, right).max(lengths.at(left, right + 1))
                };
                if let Some(cell) = lengths.cells.get_mut(left * width + right) {
                    *cell = longest;
                }
            }
        }
        lengths
    }

    fn at(&self, left: usize, right: usize) -> u32 {
        self.cells
            .get(left * self.width + right)
            .copied()
            .unwrap_or(0)
    }
}

/// Runs of words.
#[derive(Default)]
struct Runs {
    runs: Vec<String>,
    open: bool,
}

impl Runs {
    fn push(&mut self, word: &str) {
        match self.runs.last_mut().filter(|_| self.open) {
            Some(run) => {
                run.push(' ');
                run.push_str(word);
            }
            None => self.runs.push(word.to_owned()),
        }
        self.open = true;
    }

    fn end(&mut self) {
        self.open = false;
    }

    fn done(self) -> Vec<String> {
        self.runs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_lost_and_new_words_are_told_in_runs() {
        let compare = |a: &str, b: &str| differences(&Tokens::of(a), &Tokens::of(b));
        let found = compare(
            "ask your doctor in an emergency call 911",
            "ask your own nurse in an emergency",
        );
        assert_eq!(found.lacking, ["doctor", "call 911"]);
        assert_eq!(found.added, ["own nurse"]);
        assert!(compare("Call 911.", "call \u{201c}911\u{201d}").is_none());
        assert!(compare("", "").is_none());
    }
}
