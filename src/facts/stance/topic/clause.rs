//! Clauses: where one starts, what opens it, and what its mark is about when that stands before it.

use super::keys::things_before;
use super::words::opens;
use super::{Reader, Told};
use crate::facts::instruction::Window;
use crate::facts::stance::mark::Mark;
use crate::facts::stance::{Force, Key};
use crate::facts::words::Stem;
use crate::lexicon::Tokens;

/// So many words a subject has at most: "gelatin, broth and white grape juice".
const MOST_SUBJECT: usize = 14;

impl Reader<'_, '_> {
    /// The first word of the clause that holds the words before `at`.
    pub(super) fn clause_start(&self, at: usize) -> usize {
        // "Gelatin, broth and juice are fine": a list is one subject.
        let is_inside =
            |word: &str| matches!(word, "is" | "are" | "can" | "have" | "but" | "so" | "you");
        let is_opened = opens(self.word(0))
            || matches!(
                self.word(0),
                "in" | "on" | "with" | "at" | "from" | "by" | "as"
            );
        let is_list = at <= MOST_SUBJECT
            && !is_opened
            && (1..at).all(|at| {
                !self.is_parted(at, &[';', ':', '(', '–', '—']) && !is_inside(self.word(at))
            });
        if is_list {
            return 0;
        }
        (1..at)
            .rev()
            .find(|start| {
                self.is_parted(*start, &[',', ';', ':', '(', '–', '—'])
                    || matches!(self.word(*start - 1), "but" | "so" | "though")
            })
            .unwrap_or(0)
    }

    /// What limits the clause from the beginning of its sentence: "For the first week,", "If you feel sick,".
    pub(super) fn opening(&self, end: usize) -> (Vec<Key>, Option<Window>) {
        let comma = (1..=end.min(self.tokens.len())).find(|at| self.is_parted(*at, &[',']));
        // "As soon as you feel well you can drive."
        let soon = self.word(0) == "as" && self.word(1) == "soon";
        let Some(comma) = comma.or((soon && end > 2).then_some(end)) else {
            return (Vec::new(), None);
        };
        if !(opens(self.word(0))
            || matches!(
                self.word(0),
                "in" | "on" | "with" | "at" | "from" | "by" | "as"
            ))
        {
            return (Vec::new(), None);
        }
        let told = self.told(0..comma);
        let mut keys = told.limits;
        keys.extend(told.things.into_iter().flatten());
        (keys, told.window)
    }

    /// What is told by a mark that stands behind what it is about, between the marks before and after it.
    pub(super) fn told_before(&self, mark: &Mark, previous: usize, next: usize) -> Told {
        let start = self.clause_start(mark.words.start).max(previous);
        let mut told = self.told(start..mark.words.start);
        let after = self.told(mark.words.end..next);
        // "Should not be worn": the verb is of it, too.
        if let [thing] = told.things.as_mut_slice()
            && let Some(more) = after.things.first()
            && self.is_passive(mark)
        {
            thing.extend(more.iter().cloned());
        }
        if !self.is_passive(mark) {
            // "Ice is fine in a drink", "ibuprofen is safe with your other tablets".
            let word = self.word(mark.words.end);
            let is_in = matches!(word, "in" | "on" | "inside" | "under");
            let within = is_in.then(|| Key::Stem(Stem::new_static("~in")));
            told.limits.extend(within);
            told.limits.extend(after.things.into_iter().flatten());
        }
        told.limits.extend(after.limits);
        told.even.extend(after.even);
        told.is_within |= after.is_within;
        told.window = told.window.or(after.window);
        told.is_relative |= after.is_relative;
        told
    }

    /// The thing that "it" or "they" before word `at` points at: what was named first before it in its sentence, else in the
    /// sentence before.
    pub(super) fn pointed_at(&self, at: usize) -> Option<Vec<Key>> {
        let pronoun = at.checked_sub(1).filter(|at| {
            matches!(
                self.word(*at),
                "it" | "they" | "this" | "these" | "that" | "both"
            )
        })?;
        let first = |tokens: &Tokens, end: usize| {
            let first = things_before(tokens, end).next();
            first.map(|thing| vec![Key::Thing(thing)])
        };
        first(self.tokens, pronoun).or_else(|| {
            let before = self.index.checked_sub(1)?;
            let prose = |index: usize| std::ptr::from_ref(self.facts.sentence(index).within.prose);
            let tokens = self.facts.tokens_of(before);
            (prose(before) == prose(self.index))
                .then(|| first(tokens, tokens.len()))
                .flatten()
        })
    }

    /// Whether what follows a mark is to be kept off: "keep your child off school".
    pub(super) fn is_kept_off(&self, mark: &Mark, end: usize) -> bool {
        if mark.force.is_denied() {
            return false;
        }
        let is_kept = matches!(self.word(mark.words.end), "keep" | "stay")
            || matches!(self.word(mark.words.start), "keep" | "stay");
        is_kept
            && !mark.is_behind
            && (mark.words.start..end.min(mark.words.end + 6)).any(|at| match self.word(at) {
                "off" => true,
                "away" => self.word(at + 1) == "from",
                "out" => self.word(at + 1) == "of",
                _ => false,
            })
    }

    /// Whether a mark bans by a word of its own, so that below "Do not:" it may say either: "stop swimming", "avoid salt". "Don't
    /// swim" below it does not.
    pub(super) fn leaves_off(&self, mark: &Mark) -> bool {
        let word = self.word(mark.words.start);
        mark.force == Force::MustNot && !matches!(word, "do" | "never") && !word.ends_with("n't")
    }

    pub(super) fn is_passive(&self, mark: &Mark) -> bool {
        let end = self.word(mark.words.end);
        end.ends_with("ed") || end.ends_with('n') || end == "done" || end == "kept"
    }
}
