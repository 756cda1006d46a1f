//! What an instruction is about, and what limits it in its own sentence.

use super::clause::{Order, Reader};
use super::shared::share_limits;
use super::words::{ends_object, holds, is_event, is_filler, is_limiting, is_preposition};
use super::{DENIED, Deed, Instruction, Manner, Window, has_denial, stems};
use crate::facts::QuantityKind;
use crate::facts::things::Thing;
use crate::facts::words::{Stem, stem_of};
use crate::lexicon::phrases::Table;
use crate::lexicon::stop_words::is_stop_word;
use std::ops::Range;

/// Stems of "if you take", "if you use".
const TAKING: [&str; 4] = ["tak", "take", "us", "use"];

/// So many words an object has at most.
const LONGEST_OBJECT: usize = 20;
/// So many words behind an object may limit it.
const LONGEST_LIMIT: usize = 30;

/// What limits an instruction in its own sentence.
#[derive(Default)]
pub(super) struct Limits {
    pub(super) condition: Vec<Stem>,
    pub(super) window: Option<Window>,
}

impl Limits {
    fn of(condition: Vec<Stem>, window: Option<Window>) -> Self {
        Self { condition, window }
    }
}

impl Reader<'_, '_> {
    /// Adds an instruction for each object of `order`; the index of the word after them.
    pub(super) fn objects(
        &self,
        order: &Order,
        from: usize,
        found: &mut Vec<Instruction>,
    ) -> usize {
        let first = found.len();
        let mut at = order.verb.end;
        // "Do not drive, drink alcohol or ...": the verb has no object.
        let gap = self.tokens.gap_before(self.text, at);
        let is_alone = !order.verb.is_empty() && gap.contains([',', ';']);
        loop {
            let end = if is_alone { at } else { self.object_end(at) };
            let (mut object, narrowing) = self.parts(at..end, order);
            // "If you take a blood thinner, do not stop it" holds for all who take one.
            let taken = match object.as_slice() {
                [] => self.taken(at..end),
                _ => Vec::new(),
            };
            if !taken.is_empty() {
                object.clone_from(&taken);
            }
            let action = match &order.action {
                action if action == "use" && object.is_empty() => self.meal_verb(order),
                action => Some(action.clone()),
            };
            // "Do it", "use this": what, stands in another sentence.
            if let Some(action) = action {
                let limits = self.limits(end, order.is_positive);
                let mut own = self.opening.clone();
                if !taken.is_empty() {
                    own.retain(|stem| !taken.contains(stem) && !TAKING.contains(&stem.as_str()));
                }
                own.extend(limits.condition);
                own.extend(self.comparison(at..end).map(Stem::new));
                let mut condition = self.scope.condition.clone();
                condition.extend(own.iter().cloned());
                condition.sort_unstable();
                condition.dedup();
                found.push(Instruction {
                    sentence: self.index,
                    span: self
                        .facts
                        .span_of(self.index, from..end.max(order.verb.end)),
                    is_positive: order.is_positive,
                    deed: Deed::Act { action, object },
                    narrowing,
                    condition,
                    is_limited: !own.is_empty(),
                    window: limits.window.or_else(|| self.at_once(at..end)),
                    manner: Manner::of(self.is_plain),
                });
            }
            let joined = matches!(self.word(end), "and" | "or")
                && self.verb(end + 1).is_none()
                && !is_limiting(self.word(end + 1));
            if !joined
                || order.action != "use"
                || self.named(end + 1..self.object_end(end + 1)).is_empty()
            {
                share_limits(found.get_mut(first..).unwrap_or_default());
                return end;
            }
            at = end + 1;
        }
    }

    /// What an order to use something asks for where it names nothing: to eat or to drink.
    fn meal_verb(&self, order: &Order) -> Option<Stem> {
        let at = order.verb.end.checked_sub(1)?;
        match self.word(at) {
            "eat" | "eating" => Some(Stem::new_static("eat")),
            // "Do not drink or smoke" is about alcohol.
            "drink" | "drinking" if self.tokens.words().any(|word| word == "eat") => {
                Some(Stem::new_static("drink"))
            }
            _ => None,
        }
    }

    /// The end of the object that starts at word `at`: before a joint, a condition or punctuation.
    fn object_end(&self, at: usize) -> usize {
        let most = (at + LONGEST_OBJECT).min(self.tokens.len());
        (at..most)
            .find(|end| {
                let word = self.word(*end);
                let parts = *end > at
                    && self
                        .tokens
                        .gap_before(self.text, *end)
                        .contains([',', ';', ':', '(', ')', '–', '—', '.']);
                // "Stop warfarin 5 days before the test."
                let is_time = || {
                    let mut numbers = self.facts.quantities_at(self.index, *end..*end + 1);
                    numbers.any(|number| {
                        number.kind == QuantityKind::Duration && number.words.start == *end
                    })
                };
                parts || is_limiting(word) || ends_object(word) || *end > at && is_time()
            })
            .unwrap_or(most)
    }

    /// "drive home", "eat straight away": at once.
    fn at_once(&self, words: Range<usize>) -> Option<Window> {
        let at_once = words.into_iter().any(|at| {
            matches!(self.word(at), "home" | "immediately" | "today")
                || matches!(
                    (self.word(at), self.word(at + 1)),
                    ("straight" | "right", "away") | ("same", "day")
                )
                || (self.word(at) == "soon"
                    && (at + 1..at + 4).any(|next| matches!(self.word(next), "home")))
        });
        at_once.then_some(Window::After(0))
    }

    /// The sorted stems of an object, and those of the phrase that narrows it: "your lenses", "on a long flight".
    ///
    /// Without an object of its own the verb takes the first phrase as one: "sleep on your back". What an object comes in
    /// ("packs", "tablets") counts only where nothing else is named.
    fn parts(&self, words: Range<usize>, order: &Order) -> (Vec<Stem>, Vec<Stem>) {
        let mut border = words.end;
        for at in words.clone().filter(|at| is_preposition(self.word(*at))) {
            let before = self.named(words.start..at);
            if !before.is_empty() || (order.action == "use" && at > words.start) {
                border = at;
                break;
            }
        }
        let mut all = self.named(words.start..border);
        let is_pronoun = matches!(self.word(words.start), "it" | "them" | "this" | "these");
        if all.is_empty()
            && is_pronoun
            && border == words.start + 1
            && order.action == "use"
            && !self.names_another(words.start)
        {
            all = self.scopes.medicine().to_vec();
        }
        let telling: Vec<Stem> = all.iter().filter(|stem| !holds(stem)).cloned().collect();
        let mut narrowing = self.named(border..words.end);
        narrowing.retain(|stem| !self.scopes.is_subject(stem));
        (if telling.is_empty() { all } else { telling }, narrowing)
    }

    /// What "it" of `words` is, where the sentence opens with who takes it: "If you take a blood thinner".
    fn taken(&self, words: Range<usize>) -> Vec<Stem> {
        let is_pronoun = words.len() == 1 && matches!(self.word(words.start), "it" | "them");
        let behind = match (self.word(0), self.word(1), self.word(2), self.word(3)) {
            ("if" | "when", "you", "are", "taking" | "using" | "on") => 4,
            ("if" | "when", "you", "take" | "use", _) => 3,
            _ => return Vec::new(),
        };
        let parts = |at: &usize| self.tokens.gap_before(self.text, *at).contains(',');
        let end = (behind..words.start).find(parts);
        match end {
            Some(end) if is_pronoun => self.named(behind..end),
            _ => Vec::new(),
        }
    }

    /// Whether the heading or the words before word `at` name a medicine or a thing that is not the title's, so that "it" may
    /// be that.
    fn names_another(&self, at: usize) -> bool {
        let is_title = |index: usize, words: &Range<usize>| {
            let named = stems(self.facts, index, words.clone());
            named.iter().all(|stem| self.scopes.is_subject(stem))
        };
        let medicine = |index: usize, end: usize| {
            let mut hits = self.facts.hits_in(Table::Medicine, index).iter();
            hits.any(|hit| hit.words.end <= end && !is_title(index, &hit.words))
        };
        let thing = |index: usize, end: usize| {
            let tokens = self.facts.tokens_of(index);
            (0..end).any(|at| {
                let named = Thing::named_at(tokens, at, end);
                named.is_some_and(|(_, end)| !is_title(index, &(at..end)))
            })
        };
        let other = |index: usize, end: usize| medicine(index, end) || thing(index, end);
        let heading = self
            .facts
            .sentence(self.index)
            .within
            .section
            .heading
            .as_ref();
        let mut headings = heading
            .into_iter()
            .flat_map(|heading| self.facts.sentences_in(heading.whole()));
        other(self.index, at)
            || headings.any(|index| other(index, self.facts.tokens_of(index).len()))
    }

    fn named(&self, words: Range<usize>) -> Vec<Stem> {
        let kept = words.filter(|at| {
            let word = self.word(*at);
            !word.ends_with("ly") && !is_filler(word) && !is_stop_word(word, self.facts.lang)
        });
        let of = |at: usize| match self.word(at) {
            "alcoholic" => Stem::new_static("alcohol"),
            word => stem_of(word, self.facts.lang),
        };
        let mut stems: Vec<Stem> = kept.map(of).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    }

    /// "more than", "too much", "another": a ban on excess is no ban.
    fn comparison(&self, words: Range<usize>) -> Option<&'static str> {
        words.map(|at| self.word(at)).find_map(|word| match word {
            "more" | "than" | "too" | "extra" | "double" | "another" | "other" | "over"
            | "less" | "two" | "both" | "same" | "any" | "only" => Some("~much"),
            "next" | "tomorrow" | "tonight" | "later" | "soon" => Some("~later"),
            _ => None,
        })
    }

    /// What stands behind the object: a condition, a time limit, or "more than".
    pub(super) fn limits(&self, from: usize, is_positive: bool) -> Limits {
        let parts = |at: &usize| {
            self.tokens
                .gap_before(self.text, *at)
                .contains([';', '.', ':'])
        };
        let most = (from + LONGEST_LIMIT).min(self.tokens.len());
        let end = (from + 1..most).find(parts).unwrap_or(most);
        // "with food or just after a meal" names another way, no limit.
        let is_other = |at: usize| {
            (1..=2).any(|back| at >= from + back && matches!(self.word(at - back), "or" | "and"))
        };
        let opens = |at: &usize| {
            let word = self.word(*at);
            (is_limiting(word) && !is_other(*at))
                || matches!(word, "to" | "than" | "as" | "that" | "which" | "who")
        };
        // "In an attack" is "during an attack".
        let in_attack = |at: &usize| self.word(*at) == "in" && self.attack(at + 1).is_some();
        if let Some(at) = (from..end).find(in_attack) {
            let attack = self.attack(at + 1).unwrap_or_default();
            return Limits::of(vec![attack, stem_of("during", self.facts.lang)], None);
        }
        let Some(first) = (from..end).find(opens) else {
            return Limits::default();
        };
        // "Do not give it to a child if they": the case limits more than the person.
        let is_case = |at: &usize| matches!(self.word(*at), "if" | "when" | "unless");
        let case = (first..end).find(is_case);
        let first = case.filter(|_| self.word(first) == "to").unwrap_or(first);
        let word = self.word(first);
        // "For 6 hours before the test": not from now on.
        let before = (first..end).find(|at| matches!(self.word(*at), "before" | "beforehand"));
        let first = match before {
            Some(before) if word == "for" => before,
            _ => first,
        };
        let word = self.word(first);
        // "As often as you can" says how much, not when.
        if word == "as" && matches!(self.word(first + 1), "often" | "much" | "far") {
            return Limits::default();
        }
        if let Some(hours) = self.hours(first + 1, end) {
            let is_more = matches!(self.word(first + 1), "more" | "longer");
            let more: Vec<Stem> = is_more
                .then(|| Stem::new_static("~much"))
                .into_iter()
                .collect();
            return match word {
                "for" => Limits::of(more, Some(Window::For(hours))),
                "after" => Limits::of(more, Some(Window::After(hours))),
                _ => Limits::of(vec![format!("~{word}{hours}").into()], None),
            };
        }
        if (is_positive && self.is_purpose(first)) || matches!(word, "because" | "since" | "so") {
            return Limits::default();
        }
        if word == "after" && self.is_of_event(first + 1) {
            // A ban "after the operation" holds from now on.
            let window = is_positive.then_some(Window::After(0));
            return Limits::of(Vec::new(), window);
        }
        // What it is good for comes last: "before bed to relax".
        let end = (first + 1..end)
            .find(|at| is_positive && self.word(*at) == "to")
            .unwrap_or(end);
        let word = Stem::new(word);
        let mut condition = for_pain(&word, stems(self.facts, self.index, first..end));
        // "While you take it" is always, in an article about it.
        let is_course = matches!(word.as_str(), "while" | "during" | "until");
        if is_course && condition.iter().all(|stem| self.is_of_course(stem)) {
            return Limits::default();
        }
        let has_words = !condition.is_empty();
        condition.retain(|stem| !self.scopes.is_subject(stem));
        let is_case = matches!(word.as_str(), "if" | "when");
        if has_words && is_case && has_denial(self.tokens, first..end) {
            condition.push(DENIED);
        }
        if !has_words {
            condition.push(format!("~{word}{}", self.index).into());
        }
        Limits::of(condition, None)
    }

    /// The stem of an attack or the like that word `at` or the one after an article names.
    fn attack(&self, at: usize) -> Option<Stem> {
        let at = at + usize::from(matches!(self.word(at), "a" | "an" | "the" | "your"));
        let is_attack = matches!(
            self.word(at),
            "attack" | "attacks" | "episode" | "flare" | "pregnancy"
        );
        is_attack.then(|| stem_of(self.word(at), self.facts.lang))
    }

    /// Whether a stem of a condition only says that the treatment goes on.
    fn is_of_course(&self, stem: &str) -> bool {
        const COURSE: &[&str] = &[
            "cours",
            "during",
            "finish",
            "medicin",
            "over",
            "tak",
            "tablet",
            "treatment",
            "until",
            "us",
        ];
        COURSE.contains(&stem) || self.scopes.is_subject(stem)
    }

    /// A purpose ("to relax") is no condition; a person ("to children") is.
    fn is_purpose(&self, at: usize) -> bool {
        let next = self.word(at + 1);
        self.word(at) == "to"
            && !matches!(
                next,
                "a" | "children" | "babies" | "anyone" | "people" | "your" | "adults" | "the"
            )
    }

    /// "the procedure", "your operation" at the end of a clause.
    fn is_of_event(&self, at: usize) -> bool {
        let at = at
            + usize::from(matches!(
                self.word(at),
                "the" | "your" | "this" | "a" | "an"
            ));
        let is_subject = || {
            let stem = stem_of(self.word(at), self.facts.lang);
            self.scopes.is_subject(&stem)
        };
        (is_event(self.word(at)) || is_subject())
            && (at + 1 >= self.tokens.len()
                || !self.tokens.gap_before(self.text, at + 1).trim().is_empty())
    }

    /// A span of time that starts within three words: its hours.
    fn hours(&self, from: usize, end: usize) -> Option<u32> {
        Window::hours_at(self.facts, self.index, &(from..(from + 4).min(end)))
    }
}

/// "For a headache", "for sore joints": pain is one condition, wherever it is.
fn for_pain(word: &str, condition: Vec<Stem>) -> Vec<Stem> {
    const PAIN: &[&str] = &["ach", "headach", "joint", "migrain", "muscl", "pain", "sor"];
    let is_pain = |stem: &Stem| PAIN.contains(&stem.as_str());
    if word == "for" && !condition.is_empty() && condition.iter().all(is_pain) {
        return vec![Stem::new_static("pain")];
    }
    condition
}
