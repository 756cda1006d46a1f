//! How varied the words of a text are.

use std::collections::{BTreeMap, VecDeque};

/// The moving average of the share of different words (Covington and `McFall` 2010): unlike the plain share it does not
/// fall with the length of the text.
#[derive(Debug, Default)]
pub(super) struct Variety<'t> {
    window: VecDeque<&'t str>,
    uses: BTreeMap<&'t str, usize>,
    shares: f64,
    windows: usize,
}

impl<'t> Variety<'t> {
    const WINDOW: usize = 50;

    /// Adds the next word.
    pub(super) fn add(&mut self, word: &'t str) {
        if self.window.len() == Self::WINDOW
            && let Some(gone) = self.window.pop_front()
            && let Some(uses) = self.uses.get_mut(gone)
        {
            *uses -= 1;
            if *uses == 0 {
                self.uses.remove(gone);
            }
        }
        self.window.push_back(word);
        *self.uses.entry(word).or_insert(0) += 1;
        if self.window.len() == Self::WINDOW {
            self.shares += self.uses.len() as f64 / Self::WINDOW as f64;
            self.windows += 1;
        }
    }

    /// The mean; of a text of fewer than fifty words `None`, since every short text is varied.
    pub(super) fn mean(&self) -> Option<f64> {
        (self.windows > 0).then(|| self.shares / self.windows as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variety_is_the_mean_share_of_different_words_in_fifty() {
        let mut same = Variety::default();
        let mut two = Variety::default();
        for at in 0..100 {
            same.add("a");
            two.add(if at % 2 == 0 { "a" } else { "b" });
        }
        let percent = |variety: &Variety<'_>| (variety.mean().unwrap() * 100.0).round();
        assert!((percent(&same) - 2.0).abs() < 0.1 && (percent(&two) - 4.0).abs() < 0.1);
        assert_eq!(Variety::default().mean(), None);
    }
}
