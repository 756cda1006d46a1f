//! Instructions in Spanish: "no conduzca", "puede conducir", "evite el alcohol", "¿Puedo nadar? No."

use super::answers::is_unlimited_in;
use super::scope::Scopes;
use super::spanish_words::{ENDINGS, ENDS, MODALS, NO_VERBS, VERBS, is_filler};
use super::{Deed, Instruction, Manner, Pair, stems};
use crate::article::{ProseKind, TextKind};
use crate::facts::words::Stem;
use crate::facts::{Asked, Facts, QuantityKind};
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use std::ops::Range;

/// The instructions of a Spanish article, in no order.
pub(super) fn instructions(
    facts: &Facts<'_>,
    scopes: &Scopes,
    ignored: impl Fn(usize) -> bool,
) -> Vec<Instruction> {
    let mut found = Vec::new();
    for index in 0..facts.sentences.len() {
        let is_text = matches!(
            facts.sentence(index).within.kind,
            TextKind::In(ProseKind::Paragraph | ProseKind::Item | ProseKind::Cell)
        );
        if is_text && !ignored(index) && !facts.sentence(index).text().contains('?') {
            let reader = Reader::of(facts, index);
            reader.orders(scopes, &mut found);
            found.extend(reader.way());
            found.extend(reader.judged());
        }
    }
    for asked in facts.asked() {
        found.extend(answered(facts, scopes, &asked));
    }
    found
}

/// So many words behind a verb may be of it.
const MOST_WORDS: usize = 60;

/// One sentence that is read.
pub(super) struct Reader<'f, 'a> {
    pub(super) facts: &'f Facts<'a>,
    pub(super) index: usize,
    pub(super) text: &'a str,
    pub(super) tokens: &'f Tokens,
    /// Whether no word of the sentence makes less than an order of it.
    is_plain: bool,
}

impl<'f, 'a> Reader<'f, 'a> {
    fn of(facts: &'f Facts<'a>, index: usize) -> Self {
        let tokens = facts.tokens_of(index);
        let softens = |word: &str| {
            matches!(
                word,
                "pero" | "aunque" | "suele" | "suelen" | "algunos" | "veces" | "normalmente"
            )
        };
        Self {
            facts,
            index,
            text: facts.sentence(index).text(),
            tokens,
            is_plain: !tokens.words().any(softens),
        }
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.word(at)
    }

    /// Adds the orders, bans and permissions of the sentence.
    fn orders(&self, scopes: &Scopes, found: &mut Vec<Instruction>) {
        let mut at = 0;
        while at < self.tokens.len() {
            let Some((verb, action, is_positive)) = self.order(at) else {
                at += 1;
                continue;
            };
            at = self
                .deeds(scopes, (verb, action, is_positive), found)
                .max(at + 1);
        }
    }

    /// The order at word `at`: the word of its verb, its action and whether it says to do it.
    fn order(&self, at: usize) -> Option<(usize, &'static str, bool)> {
        if self.is_case(at) {
            return None;
        }
        let starts = at == 0
            || self
                .tokens
                .gap_before(self.text, at)
                .contains([',', ';', ':', '.', '('])
            || matches!(self.word(at - 1), "y" | "pero")
            || self.is_yes(at - 1);
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let is_reported = matches!(before, "que" | "si") && !starts;
        match self.word(at) {
            "no" | "nunca" if !is_reported => {
                let modal = usize::from(MODALS.has(self.word(at + 1)));
                let verb = at + 1 + modal;
                let verb = verb + usize::from(matches!(self.word(verb), "se" | "le" | "lo"));
                self.verb(verb).map(|action| (verb, action, false))
            }
            "evite" | "evitar" if starts => match self.verb(at + 1) {
                Some(action) => Some((at + 1, action, false)),
                None => Some((at, "use", false)),
            },
            word if MODALS.has(word)
                && before != "no"
                && before != "que"
                && !word.starts_with("deb") =>
            {
                self.verb(at + 1).map(|action| (at + 1, action, true))
            }
            _ if starts && before != "no" && !self.is_label(at) => {
                self.verb(at).map(|action| (at, action, true))
            }
            _ => None,
        }
    }

    /// Whether word `at` is one of the cases that end a statement: "es más probable si fuma o no bebe suficiente".
    fn is_case(&self, at: usize) -> bool {
        let tells = (1..at).any(|by| {
            matches!(
                self.word(by),
                "probable" | "frecuente" | "riesgo" | "comun" | "facil"
            )
        });
        tells && (1..at).any(|by| self.word(by) == "si" && !self.is_yes(by))
    }

    /// Whether word `at` is "sí", not the "si" that sets a condition.
    fn is_yes(&self, at: usize) -> bool {
        let raw = self.text.get(self.tokens.place(at..at + 1));
        raw.is_some_and(|raw| matches!(raw, "sí" | "Sí" | "SÍ"))
    }

    /// Whether a verb at word `at` only names what a cell or an item is about: "Levantar peso | 6 semanas", "Nadar: 10 días".
    fn is_label(&self, at: usize) -> bool {
        let is_infinitive = ["ar", "er", "ir"]
            .iter()
            .any(|end| self.word(at).ends_with(end));
        let is_cell = self.facts.sentence(self.index).within.kind == TextKind::In(ProseKind::Cell);
        let is_followed = |at: usize| self.tokens.gap_before(self.text, at).contains(':');
        at == 0 && is_infinitive && (is_cell || (1..6).any(is_followed))
    }

    /// The action of the verb at word `at`.
    fn verb(&self, at: usize) -> Option<&'static str> {
        let word = self.word(at);
        // "Dé" is folded to the preposition.
        let raw = self.text.get(self.tokens.place(at..at + 1))?;
        if matches!(raw, "dé" | "Dé" | "den" | "déle" | "dele")
            || word == "darle"
            || word == "darse"
        {
            return Some("use");
        }
        if NO_VERBS.has(word) {
            return None;
        }
        let fits = |root: &&(&str, &str)| {
            word.strip_prefix(root.0)
                .is_some_and(|end| ENDINGS.has(end))
        };
        let longest = VERBS
            .iter()
            .filter(fits)
            .max_by_key(|(root, _)| root.len())?;
        Some(longest.1)
    }

    /// Adds an instruction for each object of a verb; the word after them.
    fn deeds(
        &self,
        scopes: &Scopes,
        order: (usize, &'static str, bool),
        found: &mut Vec<Instruction>,
    ) -> usize {
        let (verb, action, is_positive) = order;
        let mut at = verb + 1;
        let first = found.len();
        loop {
            let end = self.object_end(at);
            let object = stems(self.facts, self.index, at..end);
            let object: Vec<Stem> = object.into_iter().filter(|stem| !is_filler(stem)).collect();
            if action != "use" || !object.is_empty() {
                found.push(self.instruction((verb, end), (action, object), is_positive));
            }
            let joins =
                matches!(self.word(end), "ni" | "o" | "u" | "y") && self.verb(end + 1).is_none();
            if !joins || action != "use" && action != "dejar" {
                at = end;
                break;
            }
            at = end + 1;
        }
        let window = self.window(at);
        let mut condition = self.condition(at, scopes);
        // What opens the sentence limits it, too.
        if matches!(
            self.word(0),
            "si" | "cuando" | "antes" | "despues" | "durante" | "en" | "con" | "sin" | "mientras"
        ) && verb > 1
        {
            condition.extend(
                stems(
                    self.facts,
                    self.index,
                    verb.saturating_sub(MOST_WORDS)..verb,
                )
                .iter()
                .map(|stem| format!("~{stem}").into()),
            );
        }
        condition.extend(self.scope(scopes));
        condition.sort_unstable();
        condition.dedup();
        for one in found.iter_mut().skip(first) {
            one.window = window;
            one.is_limited = !condition.is_empty();
            one.condition.clone_from(&condition);
        }
        at
    }

    fn instruction(
        &self,
        words: (usize, usize),
        deed: (&str, Vec<Stem>),
        is_positive: bool,
    ) -> Instruction {
        let (verb, end) = words;
        Instruction {
            sentence: self.index,
            span: self.facts.span_of(
                self.index,
                verb.saturating_sub(usize::from(verb > 0))..end.max(verb + 1),
            ),
            is_positive,
            deed: Deed::Act {
                action: Stem::new(deed.0),
                object: deed.1,
            },
            narrowing: Vec::new(),
            condition: Vec::new(),
            is_limited: false,
            window: None,
            manner: Manner::of(self.is_plain),
        }
    }

    fn object_end(&self, at: usize) -> usize {
        let is_number = |end: usize| {
            let mut numbers = self.facts.quantities_at(self.index, end..end + 1);
            numbers.any(|number| number.words.start == end)
        };
        let parts = |end: &usize| {
            if *end > at && is_number(*end) {
                return true;
            }
            *end > at
                && self
                    .tokens
                    .gap_before(self.text, *end)
                    .contains([',', ';', ':', '(', '.'])
                || ENDS.has(self.word(*end))
        };
        let most = self.reach(at);
        (at..most).find(parts).unwrap_or(most)
    }

    /// The word up to which a deed at word `at` is told.
    pub(super) fn reach(&self, at: usize) -> usize {
        (at + MOST_WORDS).min(self.tokens.len())
    }

    /// One of two ways that exclude each other: with food or without, to finish or to stop.
    fn way(&self) -> Option<Instruction> {
        let found = |(table, pair, is_first): &(Table, Pair, bool)| {
            let hit = self.facts.hits_in(*table, self.index).first()?;
            Some((hit.words.clone(), *pair, *is_first))
        };
        let mut ways = super::way::WAYS.iter().filter_map(found);
        let (words, pair, is_positive) = ways.next()?;
        let has = |words: &[&str]| self.tokens.words().any(|word| words.contains(&word));
        let denied = has(&["no", "nunca", "evite"]);
        let mut object = Vec::new();
        if pair == Pair::Whole {
            object = stems(self.facts, self.index, words.clone());
            object.retain(|stem| !super::way::tells_whole(stem));
        }
        let is_of_form = !self.facts.hits(Table::WayForms).is_empty();
        let is_told = (0..=words.start).any(|at| self.verb(at) == Some("use"));
        let is_sure = match pair {
            Pair::Food => {
                is_told && !denied && !has(&["si", "puede", "cuando", "o", "sin", "antes"])
            }
            Pair::Whole => !is_of_form && !has(&["si", "puede", "cuando", "o", "salvo", "antes"]),
            _ => true,
        };
        let is_one = ways.next().is_none() && is_sure;
        let mut one = self.instruction((words.start + 1, words.end), ("", Vec::new()), is_positive);
        one.is_positive = is_positive != (denied && pair != Pair::Fast);
        one.deed = Deed::Way { pair, object };
        is_one.then_some(one)
    }

    /// "Los zumos son una buena opción": what the sentence opens with is called good or bad.
    fn judged(&self) -> Option<Instruction> {
        let is = (1..4).find(|at| matches!(self.word(*at), "es" | "son" | "esta" | "estan"))?;
        let called = (is + 1..is + 4).find(|at| {
            matches!(
                (self.word(*at), self.word(at + 1)),
                ("buena", "opcion" | "idea" | "eleccion")
                    | (
                        "prohibido"
                            | "prohibida"
                            | "permitido"
                            | "permitida"
                            | "seguro"
                            | "segura"
                            | "seguros"
                            | "seguras",
                        _
                    )
            )
        })?;
        let object = stems(self.facts, self.index, 0..is);
        let denied = (is.saturating_sub(1)..called).any(|at| self.word(at) == "no");
        let is_positive = denied == self.word(called).starts_with("prohibid");
        let is_plain = object.len() == 1 && self.window(called).is_none();
        let mut one = self.instruction((1, called + 1), ("use", object), is_positive);
        one.condition = self.condition(called + 1, &Scopes::default());
        is_plain.then_some(one)
    }
}

/// "¿Puedo nadar? No." is an instruction, too.
fn answered(facts: &Facts<'_>, scopes: &Scopes, asked: &Asked<'_>) -> Option<Instruction> {
    let question = *asked.question.last()?;
    let answer = *asked.answer.first()?;
    // "No, hasta que ..." goes on to say what holds.
    let is_positive = facts.yes_or_no(answer)?;
    if !is_positive && facts.tokens_of(answer).len() > 1 {
        return None;
    }
    let reader = Reader::of(facts, question);
    let asks: Range<usize> = 0..reader.tokens.len().min(3);
    let modal = asks
        .into_iter()
        .find(|at| matches!(reader.word(*at), "puedo" | "puede" | "debo"))?;
    let action = reader.verb(modal + 1)?;
    let mut found = Vec::new();
    reader.deeds(scopes, (modal + 1, action, is_positive), &mut found);
    let mut one = found.into_iter().next()?;
    let told = Reader::of(facts, answer);
    let times = facts
        .quantities_of(answer)
        .filter(|number| number.kind == QuantityKind::Duration);
    let window = told.window(0);
    if window.is_none() && times.count() > 0 {
        return None;
    }
    one.window = window.or(one.window);
    one.condition.extend(told.condition(1, scopes));
    one.condition.sort_unstable();
    one.sentence = answer;
    one.span = facts.span_of(answer, 0..1);
    let answer = asked.pair.answer_span();
    if one.condition.is_empty()
        && one.window.is_none()
        && one.manner.is_plain()
        && answer.is_some_and(|span| is_unlimited_in(facts, span))
    {
        one.manner = Manner::Answer;
    }
    Some(one)
}
