//! What the questions of an FAQ ask for, with the number that answers each.

use super::read::Said;
use super::{Aspect, Claim, Language};
use crate::facts::words::Stem;
use crate::facts::{Asked, Facts, Quantity, QuantityKind};
use crate::lexicon::Tokens;

/// A number that answers a question.
#[derive(Debug, Clone)]
pub struct Ask<'f> {
    /// The question as a claim: what it is about and for whom it asks, with the number of the answer.
    pub claim: Claim<'f>,
    /// The stems that the answer adds, sorted.
    pub answer: Vec<Stem>,
    /// The stems of whom or when the answer holds for, sorted.
    pub limits: Vec<Stem>,
    /// Whether no question asks for it: the claim says by itself what it is about.
    pub is_own: bool,
    /// Whether it asks when something happens, not when the reader may or should do it: "When do the stitches come out?"
    pub is_event: bool,
}

impl<'f> Ask<'f> {
    /// A claim that is compared with others by its own words.
    pub fn of(claim: &Claim<'f>) -> Self {
        Self {
            claim: claim.clone(),
            answer: Vec::new(),
            limits: claim.limits.clone(),
            is_own: true,
            is_event: false,
        }
    }
}

/// What a question wants to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Time(Aspect),
    Much,
    /// How much or how long: Spanish "cuánto".
    MuchOrLong,
    Often,
    Share,
    Age,
    Many,
}

/// The questions of the article that a number answers, in reading order.
pub fn asked<'f>(language: &Language<'f>) -> Vec<Ask<'f>> {
    let facts = language.facts;
    let asked = facts.asked();
    asked
        .iter()
        .filter_map(|asked| ask(language, asked))
        .collect()
}

fn ask<'f>(language: &Language<'f>, asked: &Asked<'_>) -> Option<Ask<'f>> {
    let facts = language.facts;
    let is_question = |index: &&usize| facts.sentence(**index).is_question();
    let question = *asked.question.iter().rfind(is_question)?;
    let tokens = facts.tokens_of(question);
    let (wanted, start) = wanted(tokens, facts.lang)?;
    let first = answer_of(facts, asked)?;
    let mut numbers = facts
        .quantities_of(first)
        .filter(|number| fits(wanted, number));
    let quantity = numbers
        .next()
        .filter(|number| numbers.next().is_none() && !number.is_vague)?;
    let mut said = Said::default();
    said.read(language, question, start..tokens.len(), None);
    let mut answer = Said::default();
    answer.read(
        language,
        first,
        0..facts.tokens_of(first).len(),
        Some(quantity),
    );
    if answer.is_conditional() {
        return None;
    }
    let told = answer.aspect(quantity.kind);
    let aspect = match wanted {
        Wanted::Time(asked) => match told {
            Aspect::Before | Aspect::Between => told,
            _ => match said.aspect(quantity.kind) {
                // "How long does recovery take?" asks when it is over.
                found @ (Aspect::Ends | Aspect::Starts) => found,
                Aspect::Uses | Aspect::Other => asked,
                found if asked == Aspect::Other => found,
                _ => asked,
            },
        },
        Wanted::Share => Aspect::Happens,
        Wanted::MuchOrLong if quantity.kind == QuantityKind::Duration => said.aspect(quantity.kind),
        Wanted::MuchOrLong | Wanted::Much | Wanted::Often | Wanted::Age | Wanted::Many => {
            Aspect::Other
        }
    };
    // "For how long?" - what the question leaves open the answer says.
    let is_bare = said.is_bare();
    if is_bare {
        said.take_subject(&mut answer);
    }
    let mut claim = said.claim(language, quantity);
    claim.aspect = aspect;
    let asks_when = start
        .checked_sub(1)
        .map(|at| (tokens.word(at), tokens.word(at + 1)));
    let is_event = match asks_when {
        Some(("when", _)) => !has(tokens, &["i", "we", "you"]),
        Some(("cuando", next)) => next == "se",
        _ => false,
    } && aspect == Aspect::Other;
    for list in [&mut answer.words, &mut answer.limits] {
        list.sort_unstable();
        list.dedup();
    }
    Some(Ask {
        claim,
        answer: answer.words,
        limits: answer.limits,
        is_own: false,
        is_event,
    })
}

/// The sentence that answers: the first, or the second after a mere "Yes".
fn answer_of(facts: &Facts<'_>, asked: &Asked<'_>) -> Option<usize> {
    let first = *asked.answer.first()?;
    if facts.tokens_of(first).len() > 2 {
        return Some(first);
    }
    asked
        .answer
        .get(1)
        .copied()
        .or(Some(first))
        .filter(|_| facts.quantities_of(first).next().is_none())
        .or(Some(first))
}

/// Whether a number is of the kind that a question wants.
fn fits(wanted: Wanted, number: &Quantity) -> bool {
    match wanted {
        Wanted::Time(_) => number.kind == QuantityKind::Duration,
        Wanted::Much => matches!(
            number.kind,
            QuantityKind::Dose | QuantityKind::Volume | QuantityKind::Other | QuantityKind::Weight
        ),
        Wanted::MuchOrLong => fits(Wanted::Much, number) || number.kind == QuantityKind::Duration,
        Wanted::Often => {
            number.kind == QuantityKind::Frequency
                || number.kind == QuantityKind::Duration && number.per.is_some()
        }
        Wanted::Share => matches!(number.kind, QuantityKind::Ratio | QuantityKind::Percentage),
        Wanted::Age => number.kind == QuantityKind::Age,
        Wanted::Many => number.kind == QuantityKind::Count,
    }
}

/// What a question wants, with the word after those that ask.
fn wanted(tokens: &Tokens, lang: &str) -> Option<(Wanted, usize)> {
    if lang == "es" {
        in_spanish(tokens)
    } else {
        in_english(tokens)
    }
}

/// Where the words stand one after the other.
fn find(tokens: &Tokens, words: &[&str]) -> Option<usize> {
    (0..tokens.len()).find(|at| {
        words
            .iter()
            .enumerate()
            .all(|(by, word)| tokens.word(at + by) == *word)
    })
}

fn has(tokens: &Tokens, words: &[&str]) -> bool {
    tokens.words().any(|word| words.contains(&word))
}

const TIMES: &[&str] = &[
    "minutes", "hours", "days", "nights", "weeks", "months", "years",
];

fn in_english(tokens: &Tokens) -> Option<(Wanted, usize)> {
    let at = (0..tokens.len()).find(|at| {
        matches!(
            tokens.word(*at),
            "how" | "when" | "what" | "at" | "is" | "are"
        )
    })?;
    let (first, second) = (tokens.word(at), tokens.word(at + 1));
    let is_reader = has(tokens, &["i", "my", "we"]);
    let may = has(tokens, &["can", "may", "allowed", "safe", "should", "must"]);
    let wanted = match (first, second) {
        ("how", "far") if has(tokens, &["apart"]) => Some(Wanted::Time(Aspect::Between)),
        ("how", "long") => Some(Wanted::Time(how_long(tokens, at + 2))),
        ("how", "many") if TIMES.contains(&tokens.word(at + 2)) => {
            Some(Wanted::Time(how_long(tokens, at + 3)))
        }
        ("how", "many") => Some(Wanted::Many),
        ("how", "much") => Some(Wanted::Much),
        ("how", "often") if has(tokens, &["happen", "occur"]) => Some(Wanted::Share),
        ("how", "often") => Some(Wanted::Often),
        ("how", "common" | "likely" | "frequent" | "rare") => Some(Wanted::Share),
        ("how", "soon" | "quickly" | "fast") | ("when", _) => {
            let waits = may && is_reader && !has(tokens, &["stop", "need", "should"]);
            Some(Wanted::Time(if waits {
                Aspect::Waits
            } else {
                Aspect::Other
            }))
        }
        ("what" | "at", "age" | "what") if has(tokens, &["age"]) => Some(Wanted::Age),
        ("what", _) if has(tokens, &["dose", "dosage"]) => Some(Wanted::Much),
        ("is" | "are", _) if has(tokens, &["common", "likely", "frequent", "rare"]) => {
            Some(Wanted::Share)
        }
        _ => None,
    }?;
    let asks = if matches!(first, "how" | "what") {
        2
    } else {
        1
    };
    Some((wanted, at + asks))
}

/// What is asked after "how long".
fn how_long(tokens: &Tokens, at: usize) -> Aspect {
    let is_reader = has(tokens, &["i", "we", "child", "someone"]);
    if has(tokens, &["apart", "between"]) {
        return Aspect::Between;
    }
    if has(tokens, &["wait"]) {
        return Aspect::Waits;
    }
    if has(tokens, &["before", "until", "till"]) {
        let waits = find(tokens, &["i", "can"]).or_else(|| find(tokens, &["can", "i"]));
        return if waits.is_some() {
            Aspect::Waits
        } else {
            Aspect::Other
        };
    }
    let orders = matches!(
        tokens.word(at),
        "do" | "should" | "must" | "can" | "may" | "to"
    );
    let is_passive = has(tokens, &["taken", "used", "worn", "given"]);
    if orders && is_reader || is_passive {
        return Aspect::Uses;
    }
    match tokens.word(at) {
        "does" | "do" | "will" | "is" | "are" => Aspect::Lasts,
        _ => Aspect::Other,
    }
}

fn in_spanish(tokens: &Tokens) -> Option<(Wanted, usize)> {
    let asks = [
        "cuanto", "cuanta", "cuantos", "cuantas", "cuando", "que", "cual", "es", "son", "hasta",
    ];
    let at = (0..tokens.len()).find(|at| asks.contains(&tokens.word(*at)))?;
    let (first, second) = (tokens.word(at), tokens.word(at + 1));
    let is_time = |word: &str| {
        matches!(
            word,
            "tiempo" | "dias" | "horas" | "semanas" | "meses" | "minutos"
        )
    };
    let may = has(tokens, &["puedo", "puede", "podre", "podra"]);
    let wanted = match (first, second) {
        _ if has(tokens, &["edad"]) => Some(Wanted::Age),
        ("cuanto" | "cuantos" | "cuantas", second) if is_time(second) => {
            let uses = has(
                tokens,
                &[
                    "uso", "aplico", "tomo", "toma", "debo", "tengo", "pongo", "llevo", "puedo",
                ],
            );
            let waits = has(tokens, &["espero", "esperar"]);
            let aspect = match (waits, uses) {
                (true, _) => Aspect::Waits,
                (false, true) => Aspect::Uses,
                (false, false) => Aspect::Other,
            };
            Some(Wanted::Time(aspect))
        }
        ("cuanto", "dura" | "duran" | "durara" | "tarda" | "tardan" | "tardara") => {
            Some(Wanted::Time(Aspect::Lasts))
        }
        ("cuanto" | "cuanta", "cuesta") => None,
        ("cuanto", _) => Some(Wanted::MuchOrLong),
        ("cuanta", _) => Some(Wanted::Much),
        ("cuantos" | "cuantas", _) => Some(Wanted::Many),
        ("cuando", _) if may => Some(Wanted::Time(Aspect::Waits)),
        ("cuando", _) => Some(Wanted::Time(Aspect::Other)),
        ("hasta", "cuando") => Some(Wanted::Time(Aspect::Before)),
        ("cual", _) if has(tokens, &["dosis"]) => Some(Wanted::Much),
        ("es" | "son", "frecuente" | "frecuentes" | "comun" | "habitual") => Some(Wanted::Share),
        ("que", "frecuencia") => Some(Wanted::Often),
        _ => None,
    }?;
    // "Cuánto dura", "cuándo": the verb tells what is asked.
    Some((wanted, at + 1))
}
