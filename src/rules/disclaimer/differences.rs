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
    let a: Vec<&str> = wanted.words().take(MAX_WORDS).collect();
    let b: Vec<&str> = there.words().take(MAX_WORDS).collect();
    let lengths = lengths(&a, &b);
    let length = |i: usize, j: usize| lengths.get(i * (b.len() + 1) + j).copied().unwrap_or(0);
    let (mut lacking, mut added) = (Runs::default(), Runs::default());
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        match (a.get(i), b.get(j)) {
            (Some(x), Some(y)) if x == y => {
                lacking.end();
                added.end();
                i += 1;
                j += 1;
            }
            (Some(x), other) if other.is_none() || length(i + 1, j) >= length(i, j + 1) => {
                lacking.push(x);
                i += 1;
            }
            (_, Some(y)) => {
                added.push(y);
                j += 1;
            }
            (_, None) => break,
        }
    }
    let common = f64::from(length(0, 0));
    let longest = a.len().max(b.len()).max(1) as f64;
    Differences {
        lacking: lacking.done(),
        added: added.done(),
        share: common / longest,
    }
}

/// For each pair of ends of the two the length of their longest common row of words; one row for each word of `a`.
fn lengths(a: &[&str], b: &[&str]) -> Vec<u32> {
    let width = b.len() + 1;
    let mut lengths = vec![0_u32; (a.len() + 1) * width];
    for (i, x) in a.iter().enumerate().rev() {
        for (j, y) in b.iter().enumerate().rev() {
            let at = |i: usize, j: usize| lengths.get(i * width + j).copied().unwrap_or(0);
            let longest = if x == y {
                at(i + 1, j + 1) + 1
            } else {
                at(i + 1, j).max(at(i, j + 1))
            };
            if let Some(cell) = lengths.get_mut(i * width + j) {
                *cell = longest;
            }
        }
    }
    lengths
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
