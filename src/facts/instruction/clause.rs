//! The clauses of a sentence that tell the reader to do something.

use super::scope::{Scope, Scopes};
use super::{Deed, Instruction, Window, stems};
use crate::facts::Facts;
use crate::facts::words::{ContentWords, stem};
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::lexicon::stop_words::is_stop_word;
use std::ops::Range;

/// An order: whether it says to do it, and where its verb and object are.
struct Order {
    is_positive: bool,
    /// The verb; empty where only an object is named ("avoid alcohol").
    verb: Range<usize>,
    action: String,
}

/// What the reader of a clause needs.
struct Reader<'f, 'a> {
    facts: &'f Facts<'a>,
    index: usize,
    text: &'a str,
    tokens: &'f Tokens,
    scope: &'f Scope,
    scopes: &'f Scopes,
    /// The condition that the sentence opens with.
    opening: Vec<String>,
}

/// The instructions of sentence `index`.
pub(super) fn in_sentence(
    facts: &Facts<'_>,
    index: usize,
    scope: &Scope,
    scopes: &Scopes,
    found: &mut Vec<Instruction>,
) {
    let text = facts.sentences[index].text();
    let tokens = &facts.tokens[index];
    if text.trim_end().ends_with('?') || tokens.is_empty() {
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
    };
    let mut at = start;
    let mut last: Option<bool> = None;
    while at < tokens.len() {
        let starts = reader.starts_clause(at, start);
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

fn is_limiting(word: &str) -> bool {
    matches!(
        word,
        "if" | "when"
            | "whenever"
            | "until"
            | "till"
            | "unless"
            | "after"
            | "before"
            | "while"
            | "once"
            | "during"
            | "for"
            | "because"
            | "since"
            | "although"
            | "though"
            | "without"
            | "within"
            | "except"
            | "throughout"
            | "whether"
            | "so"
            | "where"
    )
}

fn is_adverb(word: &str) -> bool {
    matches!(
        word,
        "also"
            | "always"
            | "ever"
            | "gently"
            | "slowly"
            | "usually"
            | "still"
            | "then"
            | "please"
            | "regularly"
            | "now"
            | "safely"
            | "instead"
            | "carefully"
            | "immediately"
            | "first"
            | "lightly"
    )
}

impl Reader<'_, '_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.word(at)
    }

    fn starts_clause(&self, at: usize, start: usize) -> bool {
        if at == start
            || self
                .tokens
                .gap_before(self.text, at)
                .contains([',', ';', ':', '–', '—', '('])
        {
            return true;
        }
        let before = self.word(at - 1);
        matches!(before, "and" | "or" | "but" | "then" | "please" | "instead")
            || (is_adverb(before) && at > start && self.starts_clause(at - 1, start))
    }

    /// The verb at word `at` or after adverbs there: its words and its stem.
    fn verb(&self, at: usize) -> Option<(Range<usize>, String)> {
        let mut at = at;
        while is_adverb(self.word(at)) {
            at += 1;
        }
        let hit_at = |table: Table| {
            let hits = self.facts.hits_in(table, self.index);
            hits.iter()
                .find(|hit| hit.words.start == at)
                .map(|hit| hit.words.clone())
        };
        if let Some(words) = hit_at(Table::UseVerbs) {
            return Some((words, "use".to_owned()));
        }
        let words = hit_at(Table::ActVerbs)?;
        let action = stem(self.word(words.start), self.facts.lang);
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
            if matches!(
                self.word(verb),
                "just"
                    | "only"
                    | "simply"
                    | "even"
                    | "forget"
                    | "hesitate"
                    | "be"
                    | "worry"
                    | "wait"
            ) {
                return None;
            }
            verb += usize::from(self.word(verb) == "to");
            return self.act(verb, false);
        }
        if let Some(hit) = self.hit(Table::StopVerbs, at) {
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
        let (verb, action) = self.verb(at)?;
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
        let is_noun = matches!(
            next,
            "is" | "are"
                | "was"
                | "can"
                | "may"
                | "will"
                | "should"
                | "helps"
                | "help"
                | "of"
                | "has"
                | "have"
                | "and"
                | "or"
                | "that"
                | "which"
                | "does"
                | "makes"
        ) && !(matches!(next, "and" | "or" | "have") && action != "rest");
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
            || matches!(
                before,
                "that"
                    | "what"
                    | "how"
                    | "as"
                    | "than"
                    | "activities"
                    | "things"
                    | "which"
                    | "who"
                    | "foods"
                    | "your"
            ) && !(before == "your" && matches!(self.word(at), "child" | "baby"));
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
            ("can" | "should" | "must", "not") => self.act(at + 2, false),
            ("can" | "should" | "must", _) => self
                .hit(Table::StopVerbs, at + 1)
                .map_or_else(|| self.act(at + 1, true), |hit| self.stop(hit.end, false)),
            ("need" | "have", "to") => self
                .hit(Table::StopVerbs, at + 2)
                .map_or_else(|| self.act(at + 2, true), |hit| self.stop(hit.end, false)),
            _ => None,
        }
    }

    fn act(&self, at: usize, is_positive: bool) -> Option<Order> {
        if let Some(hit) = self.hit(Table::StopVerbs, at) {
            return self.stop(hit.end, !is_positive);
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
                action: "use".to_owned(),
            }),
        }
    }

    fn hit(&self, table: Table, at: usize) -> Option<Range<usize>> {
        let mut hits = self.facts.hits_in(table, self.index).iter();
        hits.find(|hit| hit.words.start == at)
            .map(|hit| hit.words.clone())
    }

    /// Adds an instruction for each object of `order`; the index of the word after them.
    fn objects(&self, order: &Order, from: usize, found: &mut Vec<Instruction>) -> usize {
        let mut at = order.verb.end;
        loop {
            let end = self.object_end(at);
            let object = self.object(at..end);
            let (condition, window, is_more) = self.limits(end, order.is_positive);
            let mut own = self.opening.clone();
            own.extend(condition);
            own.extend(is_more.map(str::to_owned));
            own.extend(self.comparison(at..end).map(str::to_owned));
            let window = window.or_else(|| self.at_once(at..end));
            let is_limited = !own.is_empty();
            let mut all = self.scope.condition.clone();
            all.extend(own);
            all.sort_unstable();
            all.dedup();
            // "Do it", "use this": what, stands in another sentence.
            if !(order.action == "use" && object.is_empty()) {
                found.push(Instruction {
                    sentence: self.index,
                    span: self
                        .facts
                        .span_of(self.index, from..end.max(order.verb.end)),
                    is_positive: order.is_positive,
                    deed: Deed::Act {
                        action: order.action.clone(),
                        object,
                    },
                    condition: all,
                    is_limited,
                    window,
                    is_plain: is_plain(self.tokens),
                });
            }
            let joined = matches!(self.word(end), "and" | "or")
                && self.verb(end + 1).is_none()
                && !is_limiting(self.word(end + 1));
            if !joined
                || order.action != "use"
                || self.object(end + 1..self.object_end(end + 1)).is_empty()
            {
                return end;
            }
            at = end + 1;
        }
    }

    /// The end of the object that starts at word `at`: before a joint, a condition or punctuation.
    fn object_end(&self, at: usize) -> usize {
        (at..self.tokens.len())
            .find(|end| {
                let word = self.word(*end);
                let parts = *end > at
                    && self
                        .tokens
                        .gap_before(self.text, *end)
                        .contains([',', ';', ':', '(', ')', '–', '—', '.']);
                parts
                    || is_limiting(word)
                    || matches!(
                        word,
                        "and"
                            | "or"
                            | "but"
                            | "to"
                            | "that"
                            | "which"
                            | "who"
                            | "as"
                            | "than"
                            | "by"
                            | "is"
                            | "are"
                    )
            })
            .unwrap_or(self.tokens.len())
    }

    /// "drive home", "eat straight away": at once.
    fn at_once(&self, words: Range<usize>) -> Option<Window> {
        let at_once = words.into_iter().any(|at| {
            matches!(self.word(at), "home" | "immediately" | "today")
                || matches!(
                    (self.word(at), self.word(at + 1)),
                    ("straight" | "right", "away") | ("same", "day")
                )
        });
        at_once.then_some(Window::After(0))
    }

    /// The sorted stems of an object; what it comes in ("packs", "tablets") counts only where nothing else is named.
    fn object(&self, words: Range<usize>) -> Vec<String> {
        let all = self.named(words);
        let is_container = |stem: &String| {
            matches!(
                stem.as_str(),
                "pack"
                    | "pad"
                    | "tablet"
                    | "pill"
                    | "capsul"
                    | "dos"
                    | "medicin"
                    | "drink"
                    | "food"
                    | "product"
                    | "bottl"
            )
        };
        let telling: Vec<String> = all
            .iter()
            .filter(|stem| !is_container(stem))
            .cloned()
            .collect();
        if telling.is_empty() { all } else { telling }
    }

    fn named(&self, words: Range<usize>) -> Vec<String> {
        let kept = words.filter(|at| {
            let word = self.word(*at);
            let is_filler = word.ends_with("ly")
                || matches!(
                    word,
                    "not"
                        | "yourself"
                        | "home"
                        | "again"
                        | "plenty"
                        | "lots"
                        | "back"
                        | "small"
                        | "little"
                        | "gentle"
                        | "enough"
                        | "usual"
                        | "normal"
                        | "daily"
                        | "day"
                        | "once"
                        | "twice"
                        | "times"
                        | "off"
                        | "out"
                        | "up"
                        | "down"
                        | "whole"
                        | "next"
                        | "tomorrow"
                        | "today"
                        | "tonight"
                        | "later"
                        | "soon"
                );
            (word == "back" || !is_filler) && !is_stop_word(word, self.facts.lang)
        });
        let of = |at: usize| match self.word(at) {
            "alcoholic" => "alcohol".to_owned(),
            word => stem(word, self.facts.lang),
        };
        let mut stems: Vec<String> = kept.map(of).collect();
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
    fn limits(
        &self,
        from: usize,
        is_positive: bool,
    ) -> (Vec<String>, Option<Window>, Option<&'static str>) {
        let end = (from + 1..self.tokens.len())
            .find(|at| {
                self.tokens
                    .gap_before(self.text, *at)
                    .contains([';', '.', ':'])
            })
            .unwrap_or(self.tokens.len());
        // "with food or just after a meal" names another way, no limit.
        let is_other = |at: usize| {
            at > from
                && (1..=2)
                    .any(|back| at >= from + back && matches!(self.word(at - back), "or" | "and"))
        };
        let first = (from..end).find(|at| {
            (is_limiting(self.word(*at)) && !is_other(*at))
                || matches!(
                    self.word(*at),
                    "to" | "than" | "as" | "that" | "which" | "who"
                )
        });
        let Some(first) = first else {
            return (Vec::new(), None, None);
        };
        let word = self.word(first);
        if let Some(hours) = self.hours(first + 1, end) {
            let is_more = matches!(self.word(first + 1), "more" | "longer").then_some("~much");
            return match word {
                "for" => (Vec::new(), Some(Window::For(hours)), is_more),
                "after" => (Vec::new(), Some(Window::After(hours)), is_more),
                _ => (vec![format!("~{word}{hours}")], None, is_more),
            };
        }
        // A purpose ("to relax") is no condition; a person ("to children") is.
        let is_purpose = word == "to"
            && self.word(first + 1) != "a"
            && !matches!(
                self.word(first + 1),
                "children" | "babies" | "anyone" | "people" | "your" | "adults" | "the"
            );
        if (is_purpose && is_positive) || matches!(word, "because" | "since" | "so") {
            return (Vec::new(), None, None);
        }
        if word == "after" && self.is_of_event(first + 1) {
            return (Vec::new(), Some(Window::After(0)), None);
        }
        // What it is good for comes last: "before bed to relax".
        let end = (first + 1..end)
            .find(|at| is_positive && self.word(*at) == "to")
            .unwrap_or(end);
        let mut condition = stems(self.facts, self.index, first..end);
        let has_words = !condition.is_empty();
        condition.retain(|stem| !self.scopes.is_subject(stem));
        if !has_words {
            condition.push(format!("~{word}{}", self.index));
        }
        (condition, None, None)
    }

    /// "the procedure", "your operation" at the end of a clause.
    fn is_of_event(&self, at: usize) -> bool {
        let at = at
            + usize::from(matches!(
                self.word(at),
                "the" | "your" | "this" | "a" | "an"
            ));
        let is_event = matches!(
            self.word(at),
            "procedure"
                | "operation"
                | "surgery"
                | "test"
                | "injection"
                | "block"
                | "treatment"
                | "scan"
                | "anaesthetic"
                | "sedation"
        );
        is_event
            && (at + 1 >= self.tokens.len()
                || !self.tokens.gap_before(self.text, at + 1).trim().is_empty())
    }

    /// A span of time that starts within three words: its hours.
    fn hours(&self, from: usize, end: usize) -> Option<u32> {
        let at = (from..(from + 4).min(end)).find(|at| number(self.word(*at)).is_some())?;
        let unit = match self.word(at + 1) {
            "hour" | "hours" => 1,
            "day" | "days" => 24,
            "week" | "weeks" => 168,
            "month" | "months" => 720,
            _ => return None,
        };
        number(self.word(at))?.checked_mul(unit)
    }
}

fn number(word: &str) -> Option<u32> {
    match word {
        "a" | "an" | "one" => Some(1),
        "two" => Some(2),
        "three" => Some(3),
        "four" => Some(4),
        "six" => Some(6),
        digits => digits.parse().ok(),
    }
}

/// Whether no word of the sentence makes less than an order of it.
pub(super) fn is_plain(tokens: &Tokens) -> bool {
    !tokens.words().any(|word| {
        matches!(
            word,
            "but"
                | "unless"
                | "except"
                | "however"
                | "although"
                | "usually"
                | "sometimes"
                | "instead"
                | "often"
                | "might"
                | "may"
                | "depending"
                | "some"
                | "most"
        )
    })
}

/// The stems of the condition that a sentence names, wherever it stands.
pub(super) fn condition_in(
    text: &str,
    tokens: &Tokens,
    lang: &str,
    scopes: &Scopes,
) -> Vec<String> {
    let is_meal = |at: usize| {
        (at + 1..at + 4).any(|next| {
            matches!(
                tokens.word(next),
                "food" | "meal" | "meals" | "eating" | "breakfast"
            )
        })
    };
    let limits = |at: &usize| match tokens.word(*at) {
        "if" | "when" | "unless" | "until" | "during" => true,
        // "for 10 minutes" says how long, not when.
        "for" => number(tokens.word(*at + 1)).is_none(),
        "after" | "before" => !is_meal(*at),
        _ => false,
    };
    let first = (0..tokens.len()).find(limits);
    let Some(first) = first else {
        return Vec::new();
    };
    let from = tokens.place(first..first + 1).start;
    let mut stems = ContentWords::of(text.get(from..).unwrap_or(""), lang)
        .different()
        .to_vec();
    stems.retain(|stem| !scopes.is_subject(stem));
    stems
}

/// Whether the words from `at` on are an order: `None` if not, else whether they are denied.
pub(super) fn is_ordered(
    facts: &Facts<'_>,
    index: usize,
    at: usize,
    scope: &Scope,
) -> Option<bool> {
    let text = facts.sentences[index].text();
    let tokens = &facts.tokens[index];
    if text.trim_end().ends_with('?') {
        return None;
    }
    let from = (0..at)
        .rev()
        .find(|back| tokens.gap_before(text, back + 1).contains([',', ';', ':']))
        .map_or(0, |back| back + 1);
    let before = from.max(at.saturating_sub(8))..at;
    let has = |wanted: fn(&str) -> bool| before.clone().any(|at| wanted(tokens.word(at)));
    let denied = has(|word| {
        matches!(
            word,
            "not" | "don't" | "never" | "avoid" | "without" | "no" | "stop" | "rather" | "than"
        )
    });
    let is_verb = !matches!(
        tokens.word(at),
        "on" | "bed"
            | "with"
            | "best"
            | "better"
            | "up"
            | "back"
            | "spinal"
            | "flexion"
            | "mckenzie"
            | "toe"
            | "without"
    );
    let told = (at == from && is_verb)
        || scope.is_denied
        || has(|word| {
            matches!(
                word,
                "should"
                    | "must"
                    | "can"
                    | "not"
                    | "don't"
                    | "never"
                    | "avoid"
                    | "try"
                    | "need"
                    | "to"
                    | "take"
                    | "give"
                    | "do"
                    | "best"
                    | "and"
                    | "please"
                    | "always"
                    | "use"
                    | "practise"
                    | "practice"
                    | "perform"
            )
        });
    let is_about_others = has(|word| {
        matches!(
            word,
            "may" | "might" | "if" | "when" | "because" | "was" | "were"
        )
    });
    (told && !is_about_others).then_some(denied || scope.is_denied)
}

/// "Can I drive? No." is an instruction as well.
pub(super) fn in_answers(facts: &Facts<'_>, scopes: &Scopes, found: &mut Vec<Instruction>) {
    for pair in &facts.article.faq {
        let question = facts.sentences_in(pair.question.whole()).next();
        let answer = pair
            .answer_span()
            .and_then(|span| facts.sentences_in(span).next());
        if let (Some(question), Some(answer)) = (question, answer) {
            found.extend(answered(facts, question, answer, scopes));
        }
    }
}

fn answered(
    facts: &Facts<'_>,
    question: usize,
    answer: usize,
    scopes: &Scopes,
) -> Option<Instruction> {
    let tokens = facts.tokens.get(question)?;
    let told = facts.tokens.get(answer)?;
    let is_yes = match told.word(0) {
        "yes" => true,
        "no" => false,
        _ => return None,
    };
    let asks = matches!(
        (tokens.word(0), tokens.word(1)),
        ("can" | "should", "i" | "my" | "you" | "we")
    ) || (tokens.word(0) == "is"
        && tokens.word(1) == "it"
        && matches!(tokens.word(2), "safe" | "ok" | "okay"));
    if !asks {
        return None;
    }
    let scope = Scope::default();
    let reader = Reader {
        facts,
        index: question,
        text: facts.sentences.get(question)?.text(),
        tokens,
        scope: &scope,
        scopes,
        opening: Vec::new(),
    };
    let order = (2..6.min(tokens.len())).find_map(|at| reader.act(at, is_yes))?;
    let mut of_question = Vec::new();
    let _ = reader.objects(&order, 0, &mut of_question);
    let mut one = of_question.into_iter().next()?;
    let limited = condition_in(
        facts.sentences.get(answer)?.text(),
        told,
        facts.lang,
        scopes,
    );
    one.is_limited |= !limited.is_empty();
    one.condition.extend(limited);
    one.condition.sort_unstable();
    one.sentence = answer;
    one.span = facts.span_of(answer, 0..1);
    one.is_plain = is_plain(told);
    Some(one)
}
