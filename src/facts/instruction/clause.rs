//! The clauses of a sentence that tell the reader to do something.

use super::scope::{Scope, Scopes};
use super::shared::share_window;
use super::words::{is_adverb, is_dependent, is_limiting, is_noun_before, is_plain, is_waiting};
use super::{Instruction, stems};
use crate::facts::Facts;
use crate::facts::cases::Cases;
use crate::facts::words::{Stem, stem_of};
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use std::ops::Range;

/// An order: whether it says to do it, and where its verb and object are.
pub(super) struct Order {
    pub(super) is_positive: bool,
    /// The verb; empty where only an object is named ("avoid alcohol").
    pub(super) verb: Range<usize>,
    pub(super) action: Stem,
}

/// So many adverbs may stand before a verb.
const MOST_ADVERBS: usize = 4;

/// What the reader of a clause needs.
pub(super) struct Reader<'f, 'a> {
    pub(super) facts: &'f Facts<'a>,
    pub(super) index: usize,
    pub(super) text: &'a str,
    pub(super) tokens: &'f Tokens,
    pub(super) scope: &'f Scope,
    pub(super) scopes: &'f Scopes,
    /// The condition that the sentence opens with.
    pub(super) opening: Vec<Stem>,
    /// Whether no word of the sentence makes less than an order of it.
    pub(super) is_plain: bool,
}

/// The instructions of sentence `index`.
pub(super) fn in_sentence(
    facts: &Facts<'_>,
    index: usize,
    scope: &Scope,
    scopes: &Scopes,
    found: &mut Vec<Instruction>,
) {
    let text = facts.sentence(index).text();
    let tokens = facts.tokens_of(index);
    if facts.sentence(index).is_question() || tokens.is_empty() {
        return;
    }
    let start = opening_end(text, tokens);
    let mut opening = stems(facts, index, 0..start);
    if start > 0 && opening.is_empty() {
        return;
    }
    opening.retain(|stem| !scopes.is_subject(stem));
    let reader = Reader {
        facts,
        index,
        text,
        tokens,
        scope,
        scopes,
        opening,
        is_plain: is_plain(tokens),
    };
    found.extend(reader.judged(start));
    let mut at = start;
    let mut last: Option<bool> = None;
    let before = found.len();
    let cases = Cases::of(tokens, start);
    while at < tokens.len() {
        let starts = reader.starts_clause(at, start) && !cases.go_on(text, tokens, at);
        let order = starts
            .then(|| reader.order(at, start, last))
            .flatten()
            .or_else(|| reader.permission(at));
        let Some(order) = order else {
            let gap = tokens.gap_before(text, at);
            if gap.contains([';', ':', '.']) {
                last = None;
            }
            at += 1;
            continue;
        };
        last = Some(order.is_positive);
        at = reader.objects(&order, at, found).max(at + 1);
    }
    share_window(facts, found.get_mut(before..).unwrap_or_default());
}

/// Where the main clause starts: after "If you feel sick," or "For the first week,".
fn opening_end(text: &str, tokens: &Tokens) -> usize {
    let opens = is_limiting(tokens.word(0))
        || matches!(tokens.word(0), "in" | "on" | "with" | "at" | "from" | "by");
    if !opens {
        return 0;
    }
    (1..tokens.len())
        .find(|at| tokens.gap_before(text, *at).contains(','))
        .unwrap_or(tokens.len())
}

impl Reader<'_, '_> {
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.word(at)
    }

    /// Whether a clause starts at word `at`: at the start, after punctuation or a joint, or after a few adverbs there.
    fn starts_clause(&self, at: usize, start: usize) -> bool {
        let first = (at.saturating_sub(MOST_ADVERBS).max(start)..at)
            .rev()
            .find(|before| !is_adverb(self.word(*before)))
            .map_or(at.saturating_sub(MOST_ADVERBS).max(start), |before| {
                before + 1
            });
        (first..=at).any(|at| {
            let gap = self.tokens.gap_before(self.text, at);
            let before = at.checked_sub(1).map_or("", |before| self.word(before));
            at == start
                || gap != " " && gap.contains([',', ';', ':', '–', '—', '('])
                || matches!(
                    before,
                    "and" | "or" | "but" | "then" | "please" | "instead" | "so"
                )
        })
    }

    /// The verb at word `at` or after adverbs there: its words and its stem.
    pub(super) fn verb(&self, at: usize) -> Option<(Range<usize>, Stem)> {
        let at = (at..at + MOST_ADVERBS).find(|at| !is_adverb(self.word(*at)))?;
        if let Some(words) = self.hit(Table::UseVerbs, at) {
            return Some((words, Stem::new_static("use")));
        }
        let words = self.hit(Table::ActVerbs, at)?;
        let action = stem_of(self.word(words.start), self.facts.lang);
        Some((words, action))
    }

    /// An order that starts at word `at`: an imperative, a ban, or a permission.
    fn order(&self, at: usize, start: usize, last: Option<bool>) -> Option<Order> {
        let (first, second) = (self.word(at), self.word(at + 1));
        let denied_at = match (first, second) {
            ("do" | "try", "not") => Some(at + 2),
            ("don't" | "never", _) => Some(at + 1),
            _ => None,
        };
        if let Some(mut verb) = denied_at {
            if is_waiting(self.word(verb)) {
                return None;
            }
            verb += usize::from(self.word(verb) == "to");
            return self.act(verb, false);
        }
        if let Some(hit) = self.hit(Table::StopVerbs, at) {
            // "Do not: stop your tablets" says to go on; "avoid alcohol" below "Avoid" does not.
            if self.scope.is_denied && first.starts_with("avoid") {
                return None;
            }
            return self.stop(hit.end, self.scope.is_denied);
        }
        if self.word(at) == "keep" || self.word(at) == "continue" {
            let verb = at + 1 + usize::from(second == "to");
            return self
                .act(verb, true)
                .filter(|order| self.word(order.verb.start).ends_with("ing") || second == "to");
        }
        let lead = match (first, second) {
            ("try" | "remember" | "aim", "to") => 2,
            ("make" | "be", "sure") => 3,
            _ => 0,
        };
        if lead > 0 {
            return self.act(at + lead, true);
        }
        if first == "let" {
            return self.act(at, !self.scope.is_denied);
        }
        let Some((verb, action)) = self.verb(at) else {
            return self.banned_thing(at, start);
        };
        let is_gerund = self.word(verb.start).ends_with("ing");
        if self.scope.is_denied {
            return Some(Order {
                is_positive: false,
                verb,
                action,
            });
        }
        // "Rest is", "Exercise can help", "Use of", "Drink driving".
        let next = self.word(verb.end);
        let is_noun =
            is_noun_before(next) && !(matches!(next, "and" | "or" | "have") && action != "rest");
        let inherits = at > start && last.is_some();
        if is_gerund || is_noun || (at > start && last.is_none()) {
            return None;
        }
        let is_positive = !inherits || self.inherited(at, last?);
        Some(Order {
            is_positive,
            verb,
            action,
        })
    }

    /// "Alcohol" in a list of things to avoid.
    fn banned_thing(&self, at: usize, start: usize) -> Option<Order> {
        let is_short = self.tokens.len() <= 5;
        (self.scope.is_denied && at == start && is_short).then(|| Order {
            is_positive: false,
            verb: at..at,
            action: Stem::new_static("use"),
        })
    }

    /// Whether a verb after "," or "or" in a ban is banned too; after "and", "but" or ";" it is not.
    fn inherited(&self, at: usize, last: bool) -> bool {
        let gap = self.tokens.gap_before(self.text, at);
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let goes_on = before == "or" || (gap.contains(',') && !gap.contains([';', ':', '–', '—']));
        last || !goes_on
    }

    /// "you can drive", "you should not lift", "it is safe to swim": a permission or ban anywhere in the sentence.
    fn permission(&self, at: usize) -> Option<Order> {
        let is_reader = matches!(
            self.word(at),
            "you" | "child" | "baby" | "they" | "he" | "she" | "everyone" | "patients"
        );
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let depends = is_limiting(before)
            || is_dependent(before)
                && !(before == "your" && matches!(self.word(at), "child" | "baby"));
        if is_reader && !depends {
            return self.modal(at + 1);
        }
        let fits = matches!(
            self.word(at),
            "safe" | "ok" | "okay" | "fine" | "best" | "better" | "important"
        );
        let is_said = matches!(before, "is" | "it's" | "not" | "usually" | "also" | "very");
        if fits && is_said && self.word(at + 1) == "to" {
            let denied = before == "not" || at > 1 && self.word(at - 2) == "not";
            let verb = at + 2;
            return match self.word(verb) {
                "not" => self.act(verb + 1, false),
                "avoid" => self.stop(verb + 1, false),
                _ => self.act(verb, !denied),
            };
        }
        None
    }

    fn modal(&self, at: usize) -> Option<Order> {
        let (first, second) = (self.word(at), self.word(at + 1));
        match (first, second) {
            ("can't" | "cannot" | "shouldn't" | "mustn't", _) => self.act(at + 1, false),
            ("can" | "should" | "must" | "may", "not") => self.act(at + 2, false),
            ("can" | "should" | "must", _) => self
                .hit(Table::StopVerbs, at + 1)
                .map_or_else(|| self.act(at + 1, true), |hit| self.stop(hit.end, false)),
            // "You may have" tells what happens.
            ("may", verb) if verb != "have" => self.act(at + 1, true),
            ("need" | "have", "to") => self
                .hit(Table::StopVerbs, at + 2)
                .map_or_else(|| self.act(at + 2, true), |hit| self.stop(hit.end, false)),
            _ => None,
        }
    }

    pub(super) fn act(&self, at: usize, is_positive: bool) -> Option<Order> {
        if let Some(hit) = self.hit(Table::StopVerbs, at) {
            return self.stop(hit.end, !is_positive);
        }
        if self.word(at) == "let" {
            // "Let your child swim".
            let (verb, action) = (at + 2..at + 4).find_map(|next| self.verb(next))?;
            return Some(Order {
                is_positive,
                verb,
                action,
            });
        }
        let (verb, action) = self.verb(at)?;
        Some(Order {
            is_positive,
            verb,
            action,
        })
    }

    /// "avoid driving", "stop your tablets": not to do what is named; `denied` turns it round ("do not stop").
    fn stop(&self, at: usize, denied: bool) -> Option<Order> {
        match self
            .verb(at)
            .filter(|(verb, _)| self.word(verb.start).ends_with("ing"))
        {
            Some((verb, action)) => Some(Order {
                is_positive: denied,
                verb,
                action,
            }),
            // "Avoid being", "stop if": no action is named.
            None if self.word(at).ends_with("ing") || is_limiting(self.word(at)) => None,
            None => Some(Order {
                is_positive: denied,
                verb: at..at,
                action: Stem::new_static("use"),
            }),
        }
    }

    /// The match of `table` that starts at word `at`.
    fn hit(&self, table: Table, at: usize) -> Option<Range<usize>> {
        let hits = self.facts.hits_in(table, self.index);
        let first = hits.partition_point(|hit| hit.words.start < at);
        let hit = hits.get(first).filter(|hit| hit.words.start == at);
        hit.map(|hit| hit.words.clone())
    }
}
