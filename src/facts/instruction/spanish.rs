//! Instructions in Spanish: "no conduzca", "puede conducir", "evite el alcohol", "¿Puedo nadar? No."

use super::scope::Scopes;
use super::{Deed, Instruction, Pair, Window, stems};
use crate::article::{ProseKind, TextKind};
use crate::facts::{Asked, Facts, Quantity, QuantityKind, Unit};
use crate::lexicon::{Tokens, WordTable, words};
use std::ops::Range;

/// Verbs by the beginning that their forms share, with the action; "us" for what takes, uses or gives something.
const VERBS: &[(&str, &str)] = &[
    ("abrig", "abrigar"),
    ("aplic", "us"),
    ("aplique", "us"),
    ("ban", "banar"),
    ("beb", "us"),
    ("camin", "caminar"),
    ("com", "us"),
    ("conduc", "conducir"),
    ("conduzc", "conducir"),
    ("consum", "us"),
    ("corr", "correr"),
    ("dar", "us"),
    ("dej", "dejar"),
    ("duch", "ducharse"),
    ("fum", "fumar"),
    ("frot", "frotar"),
    ("guard", "us"),
    ("ingier", "us"),
    ("levant", "levantar"),
    ("mastic", "masticar"),
    ("mastique", "masticar"),
    ("moj", "mojar"),
    ("nad", "nadar"),
    ("pon", "us"),
    ("rasc", "rascar"),
    ("rasque", "rascar"),
    ("tom", "us"),
    ("trabaj", "trabajar"),
    ("tritur", "triturar"),
    ("us", "us"),
    ("viaj", "viajar"),
    ("vol", "volar"),
    ("vuel", "volar"),
];

/// Endings of the forms that order or allow: "tome", "tomar", "tomarse", "beba".
const ENDINGS: &WordTable = words![
    "", "a", "ar", "arlo", "arse", "e", "er", "ga", "gase", "ir", "irse", "n", "os", "ue", "a se",
    "ese", "ase",
];

/// Words after which a verb is allowed or ordered.
const MODALS: &WordTable = words![
    "debe", "deben", "pueda", "puede", "pueden", "puedes", "puedo"
];

/// Words that end an object or open what limits it.
const ENDS: &WordTable = words![
    "a", "al", "ante", "antes", "aunque", "como", "con", "contra", "cuando", "desde", "despues",
    "durante", "en", "entre", "hasta", "mas", "mientras", "ni", "o", "para", "pero", "por",
    "porque", "salvo", "si", "sin", "sobre", "tras", "u", "y",
];

/// Words that open a condition.
const CONDITIONS: &WordTable = words![
    "antes", "con", "contra", "cuando", "excepto", "hasta", "mientras", "salvo", "si", "sin",
    "sobre", "tras",
];

/// Words of which a condition says no more than that the treatment or illness goes on.
const COURSE: &[&str] = &["mientr", "medicament", "pastill", "tom", "tratamient"];

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
        }
    }
    for asked in facts.asked() {
        found.extend(answered(facts, scopes, &asked));
    }
    found
}

/// One sentence that is read.
struct Reader<'f, 'a> {
    facts: &'f Facts<'a>,
    index: usize,
    text: &'a str,
    tokens: &'f Tokens,
}

impl<'f, 'a> Reader<'f, 'a> {
    fn of(facts: &'f Facts<'a>, index: usize) -> Self {
        Self {
            facts,
            index,
            text: facts.sentence(index).text(),
            tokens: facts.tokens_of(index),
        }
    }

    fn word(&self, at: usize) -> &str {
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
        let starts = at == 0
            || self
                .tokens
                .gap_before(self.text, at)
                .contains([',', ';', ':', '.', '('])
            || matches!(self.word(at - 1), "y" | "pero" | "si");
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
                None => Some((at, "us", false)),
            },
            word if MODALS.has(word)
                && before != "no"
                && before != "que"
                && !word.starts_with("deb") =>
            {
                self.verb(at + 1).map(|action| (at + 1, action, true))
            }
            _ if starts && before != "no" => self.verb(at).map(|action| (at, action, true)),
            _ => None,
        }
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
            return Some("us");
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
            let object: Vec<String> = object.into_iter().filter(|stem| !is_filler(stem)).collect();
            if action != "us" || !object.is_empty() {
                found.push(self.instruction((verb, end), (action, object), is_positive));
            }
            let joins =
                matches!(self.word(end), "ni" | "o" | "u" | "y") && self.verb(end + 1).is_none();
            if !joins || action != "us" && action != "dejar" {
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
                stems(self.facts, self.index, 0..verb)
                    .iter()
                    .map(|stem| format!("~{stem}")),
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
        deed: (&str, Vec<String>),
        is_positive: bool,
    ) -> Instruction {
        let (verb, end) = words;
        let is_plain = !self.tokens.words().any(|word| {
            matches!(
                word,
                "pero" | "aunque" | "suele" | "suelen" | "algunos" | "veces" | "normalmente"
            )
        });
        Instruction {
            sentence: self.index,
            span: self.facts.span_of(
                self.index,
                verb.saturating_sub(usize::from(verb > 0))..end.max(verb + 1),
            ),
            is_positive,
            deed: Deed::Act {
                action: deed.0.to_owned(),
                object: deed.1,
            },
            narrowing: Vec::new(),
            condition: Vec::new(),
            is_limited: false,
            window: None,
            is_plain,
        }
    }

    fn object_end(&self, at: usize) -> usize {
        let parts = |end: &usize| {
            *end > at
                && self
                    .tokens
                    .gap_before(self.text, *end)
                    .contains([',', ';', ':', '(', '.'])
                || ENDS.has(self.word(*end))
        };
        (at..self.tokens.len())
            .find(parts)
            .unwrap_or(self.tokens.len())
    }

    /// How long or from when: "durante 24 horas", "después de dos semanas", "al día siguiente".
    fn window(&self, from: usize) -> Option<Window> {
        let hours = |quantity: &Quantity| {
            let hours = (quantity.high / Unit::Hour.factor()).round();
            (0.0..1e6)
                .contains(&hours)
                .then(|| format!("{hours}").parse().ok())
                .flatten()
        };
        for at in from..self.tokens.len() {
            if (self.word(at), self.word(at + 1), self.word(at + 2)) == ("al", "dia", "siguiente") {
                return Some(Window::After(24));
            }
            let time = { self.facts.quantities_of(self.index) }.find(|quantity| {
                quantity.kind == QuantityKind::Duration && quantity.words.start == at
            });
            let Some(time) = time else { continue };
            let back = |by: usize| at.checked_sub(by).map_or("", |at| self.word(at));
            return match (back(2), back(1)) {
                (_, "durante") => hours(time).map(Window::For),
                ("despues", "de") | (_, "tras" | "pasados" | "pasadas") => {
                    hours(time).map(Window::After)
                }
                _ => None,
            };
        }
        None
    }

    /// The stems of what limits an order behind its object, each marked as a case.
    fn condition(&self, from: usize, scopes: &Scopes) -> Vec<String> {
        let opens = |at: &usize| CONDITIONS.has(self.word(*at));
        let people = (from..self.tokens.len()).find(|at| {
            matches!(
                self.word(*at),
                "menores" | "mayores" | "embarazadas" | "bebes" | "ninos"
            )
        });
        let Some(first) = (from..self.tokens.len())
            .find(opens)
            .into_iter()
            .chain(people)
            .min()
        else {
            return Vec::new();
        };
        let mut condition = stems(self.facts, self.index, first..self.tokens.len());
        condition.retain(|stem| !scopes.is_subject(stem));
        // "Con moderación" says how, not when.
        if matches!(
            self.word(first + 1),
            "moderacion" | "normalidad" | "cuidado"
        ) && condition.len() <= 2
        {
            return Vec::new();
        }
        if self.word(first) == "mientras"
            && condition.iter().all(|stem| COURSE.contains(&stem.as_str()))
        {
            return Vec::new();
        }
        condition.iter().map(|stem| format!("~{stem}")).collect()
    }

    /// What the heading or question above limits it to.
    fn scope(&self, scopes: &Scopes) -> Vec<String> {
        let sentence = self.facts.sentence(self.index);
        let Some(heading) = &sentence.within.section.heading else {
            return Vec::new();
        };
        if heading.text().contains('?') {
            return Vec::new();
        }
        let limits = |index: usize| {
            let words = self.facts.tokens_of(index);
            let mut words = words.words();
            words.any(|word| {
                matches!(
                    word,
                    "antes" | "si" | "embarazo" | "lactancia" | "ninos" | "bebes" | "preparacion"
                )
            })
        };
        let sentences = self
            .facts
            .sentences_in(heading.whole())
            .filter(|index| limits(*index));
        let stems = sentences
            .flat_map(|index| stems(self.facts, index, 0..self.facts.tokens_of(index).len()));
        stems
            .filter(|stem| !scopes.is_subject(stem))
            .map(|stem| format!("~{stem}"))
            .collect()
    }

    /// With food, or on an empty stomach.
    fn way(&self) -> Option<Instruction> {
        use crate::lexicon::phrases::Table;
        let hits = |table| self.facts.hits_in(table, self.index).first();
        let (hit, is_positive) = match (hits(Table::WayWithFood), hits(Table::WayFasting)) {
            (Some(hit), None) => (hit, true),
            (None, Some(hit)) => (hit, false),
            _ => return None,
        };
        let is_told = (0..hit.words.start).any(|at| self.verb(at) == Some("us"));
        let has = |words: &[&str]| self.tokens.words().any(|word| words.contains(&word));
        if !is_told || has(&["no", "si", "puede", "cuando", "o", "sin", "antes"]) {
            return None;
        }
        let mut one = self.instruction(
            (hit.words.start, hit.words.end),
            ("", Vec::new()),
            is_positive,
        );
        one.deed = Deed::Way {
            pair: Pair::Food,
            object: Vec::new(),
        };
        Some(one)
    }
}

/// "¿Puedo nadar? No." is an instruction, too.
fn answered(facts: &Facts<'_>, scopes: &Scopes, asked: &Asked<'_>) -> Option<Instruction> {
    let question = *asked.question.last()?;
    let answer = *asked.answer.first()?;
    let is_positive = match facts.tokens_of(answer).word(0) {
        "si" if facts.sentence(answer).text().starts_with("Sí") => true,
        "no" if facts.tokens_of(answer).len() == 1 => false,
        _ => return None,
    };
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
    one.window = told.window(0).or(one.window);
    one.condition.extend(told.condition(1, scopes));
    one.condition.sort_unstable();
    one.sentence = answer;
    one.span = facts.span_of(answer, 0..1);
    Some(one)
}

/// Stems of an object that tell it from no other.
fn is_filler(stem: &str) -> bool {
    matches!(
        stem,
        "nad" | "tip" | "algun" | "much" | "poc" | "nunc" | "nuev" | "vez" | "hij" | "nin"
    ) || stem.bytes().all(|byte| byte.is_ascii_digit())
}
