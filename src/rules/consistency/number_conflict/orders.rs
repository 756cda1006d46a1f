//! How a medicine is to be taken: "three times a day for 7 days" here, "twice a day" or "for 10 days" there.

use super::{context, help};
use crate::facts::quantity::TitleStems;
use crate::facts::words::{Stem, stem_of};
use crate::facts::{Bound, Facts, Quantity, QuantityKind};
use crate::lexicon::phrases::Table;
use crate::lexicon::stop_words::is_stop_word;
use crate::lexicon::{Tokens, WordTable, words};
use crate::rules::prelude::*;
use std::collections::BTreeSet;
use std::ops::Range;

/// Words beside the medicine's name that a plain order to take it may have.
const PLAIN: &WordTable = words![
    "about",
    "around",
    "bed",
    "bedtime",
    "breakfast",
    "by",
    "capsule",
    "capsules",
    "child",
    "child's",
    "daily",
    "day",
    "days",
    "dinner",
    "dose",
    "doses",
    "drop",
    "drops",
    "each",
    "evening",
    "food",
    "full",
    "give",
    "glass",
    "inhale",
    "it",
    "lunch",
    "meal",
    "meals",
    "medicine",
    "morning",
    "mouth",
    "night",
    "noon",
    "of",
    "one",
    "puff",
    "puffs",
    "same",
    "spoonful",
    "swallow",
    "tablespoon",
    "tablet",
    "tablets",
    "take",
    "taken",
    "teaspoon",
    "teaspoons",
    "them",
    "time",
    "times",
    "twice",
    "two",
    "use",
    "water",
    "week",
    "weeks",
    "with",
];

/// Forms that medicines have.
const FORMS: &WordTable = words![
    "capsule", "capsules", "dose", "doses", "pill", "pills", "puff", "puffs", "tablet", "tablets",
];

/// Words of a heading that say for whom or when its part holds.
const LIMITING: &WordTable = words![
    "acute",
    "attack",
    "attacks",
    "children",
    "first",
    "flare",
    "for",
    "if",
    "increasing",
    "later",
    "long",
    "longer",
    "maintenance",
    "mild",
    "night",
    "other",
    "prevent",
    "preventing",
    "prevention",
    "severe",
    "start",
    "starting",
    "stopping",
    "week",
    "when",
    "with",
];

/// A plain order to take the article's medicine.
pub(super) struct Plan<'q> {
    sentence: usize,
    /// How often.
    pub(super) often: &'q Quantity,
    /// How much, where that is said: "one 500 mg capsule".
    pub(super) much: Vec<&'q Quantity>,
    /// For how long, where that is said.
    long: Option<&'q Quantity>,
    /// The medicines that it or its question names.
    medicines: BTreeSet<String>,
    /// Whether it or its question names a form that medicines have: "a tablet".
    has_form: bool,
}

/// Two orders that cannot both be right, by the numbers that differ.
pub(super) struct Conflict<'q> {
    pub(super) one: &'q Quantity,
    pub(super) other: &'q Quantity,
}

impl Conflict<'_> {
    /// Whether they differ in how often.
    pub(super) fn is_rate(&self) -> bool {
        self.one.kind == QuantityKind::Frequency
    }

    /// The sentences of both.
    pub(super) fn sentences(&self) -> (usize, usize) {
        (self.one.sentence, self.other.sentence)
    }

    /// Reports it.
    pub(super) fn report(&self, cx: &Context<'_>, findings: &mut Findings<'_>) {
        let text = |quantity: &Quantity| cx.facts.quantity_text(quantity);
        let (one, other) = (text(self.one), text(self.other));
        let way = if self.is_rate() {
            "take it"
        } else {
            "take it for"
        };
        findings
            .report(
                self.one.span,
                format!("{way} \"{one}\" here and \"{other}\" elsewhere"),
            )
            .label(self.other.span, format!("\"{other}\" here"))
            .help(help(self.one.kind));
    }
}

/// A longer sentence says more than how to take something.
const MOST_WORDS: usize = 60;

/// So many orders are compared with each other.
const MOST_PLANS: usize = 64;

/// The first two orders of different parts that give different lengths of one course, or that differ in how often.
pub(super) fn conflict<'q>(facts: &'q Facts<'_>) -> Option<Conflict<'q>> {
    let mut known: Vec<Plan<'q>> = Vec::new();
    let title = Title::of(facts);
    for plan in plans(facts, &title, &[Bound::Exact]) {
        let found = known
            .iter()
            .find_map(|one| differ(facts, one, &plan, &title));
        if found.is_some() {
            return found;
        }
        known.push(plan);
    }
    None
}

/// The title of an article, as far as orders are concerned.
pub(super) struct Title {
    stems: TitleStems,
    /// Whether it names a medicine, or the front matter says that the article is about one.
    pub(super) is_of_medicine: bool,
    /// Whether the article is about exercises.
    pub(super) is_of_exercises: bool,
    /// Whether the article names more than one medicine.
    names_several: bool,
    /// The medicines that it names.
    medicines: Vec<String>,
}

impl Title {
    /// Whether a stem is one of its words.
    pub(super) fn has(&self, stem: &Stem) -> bool {
        self.stems.has(stem)
    }

    /// Whether it names all of some medicines.
    pub(super) fn names_all<'n>(&self, names: impl IntoIterator<Item = &'n String>) -> bool {
        let is_own =
            |name: &String| self.medicines.contains(name) || self.has(&stem_of(name, "en"));
        names.into_iter().all(is_own)
    }

    pub(super) fn of(facts: &Facts<'_>) -> Self {
        let title = facts.article.title_span();
        let inside: Vec<usize> = facts.sentences_in(title).collect();
        let is_kind = |one: Kind| facts.kind() == one;
        let is_exercise = |word: &str| matches!(word, "exercise" | "exercises" | "stretches");
        let mut words = inside
            .iter()
            .flat_map(|index| facts.tokens_of(*index).words());
        Self {
            stems: TitleStems::of(facts),
            names_several: facts.medicines().len() > 1,
            medicines: facts.medicines_of_title(),
            is_of_exercises: is_kind(Kind::Exercise) || words.any(is_exercise),
            is_of_medicine: is_kind(Kind::Medicine) || { inside.iter() }
                .any(|index| !facts.hits_in(Table::Medicine, *index).is_empty()),
        }
    }
}

/// The first orders of the article whose words on how often have one of `bounds`, in reading order.
pub(super) fn plans<'q>(
    facts: &'q Facts<'_>,
    title: &Title,
    bounds: &[Bound],
) -> impl Iterator<Item = Plan<'q>> {
    let is_rate =
        |one: &&Quantity| one.kind == QuantityKind::Frequency && bounds.contains(&one.bound);
    let rates = facts.quantities().iter().filter(is_rate);
    rates
        .filter_map(|often| plan(facts, often, title))
        .take(MOST_PLANS)
}

/// The order that says `often`; `None` where its sentence speaks of anything else, too.
fn plan<'q>(facts: &'q Facts<'_>, often: &'q Quantity, title: &Title) -> Option<Plan<'q>> {
    let sentence = often.sentence;
    let tokens = facts.tokens_of(sentence);
    // "How often can I take it?" - "Every 4 hours."
    let asked = asking_how_often(facts, often);
    if tokens.len() > MOST_WORDS {
        return None;
    }
    let orders = |sentence: usize| !facts.hits_in(Table::UseVerbs, sentence).is_empty();
    if !(orders(sentence) || asked.is_some_and(orders)) {
        return None;
    }
    let said = std::iter::once(sentence).chain(asked);
    let mut plan = Plan {
        sentence,
        often,
        much: Vec::new(),
        long: None,
        medicines: { said.clone() }
            .flat_map(|index| context::named(facts, index))
            .collect(),
        has_form: { said.clone() }
            .any(|index| facts.tokens_of(index).words().any(|word| FORMS.has(word))),
    };
    for other in facts.quantities_of(sentence) {
        match other.kind {
            _ if other.words == often.words => {}
            QuantityKind::Dose | QuantityKind::Volume | QuantityKind::Count => {
                plan.much.push(other);
            }
            QuantityKind::Duration if plan.long.is_none() && is_length(tokens, other) => {
                plan.long = Some(other);
            }
            _ => return None,
        }
    }
    let mut said = said;
    let bounded = facts.bounded_words(often);
    let is_plain = said.all(|index| {
        let beside = if index == sentence {
            bounded.clone()
        } else {
            0..0
        };
        is_plain_beside(facts, index, title, (Some(index) == asked, beside))
    });
    (is_plain && !is_for_some(facts, sentence)).then_some(plan)
}

/// So many sentences of a question are read.
pub(super) const MOST_ASKED: usize = 4;

/// The question whose answer says how often, where it asks for that.
fn asking_how_often(facts: &Facts<'_>, often: &Quantity) -> Option<usize> {
    let question = facts.question_over(often.span)?;
    facts.sentences_in(question).take(MOST_ASKED).find(|index| {
        let tokens = facts.tokens_of(*index);
        (0..tokens.len()).any(|at| (tokens.word(at), tokens.word(at + 1)) == ("how", "often"))
    })
}

/// Whether a sentence says nothing but how to take something.
pub(super) fn is_plain(
    facts: &Facts<'_>,
    sentence: usize,
    title: &Title,
    is_question: bool,
) -> bool {
    is_plain_beside(facts, sentence, title, (is_question, 0..0))
}

/// The same beside some words that are known.
fn is_plain_beside(
    facts: &Facts<'_>,
    sentence: usize,
    title: &Title,
    (is_question, known): (bool, Range<usize>),
) -> bool {
    let tokens = facts.tokens_of(sentence);
    let medicines = facts.hits_in(Table::Medicine, sentence);
    (0..tokens.len()).all(|at| {
        let word = tokens.word(at);
        let is_limit = matches!(
            word,
            "if" | "when" | "then" | "unless" | "or" | "after" | "until" | "first" | "may" | "not"
        ) || word.ends_with("n't");
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        let is_measured = || {
            let mut all = facts.quantities_of(sentence);
            all.any(|other| other.words.contains(&at))
        };
        let is_medicine = || medicines.iter().any(|hit| hit.words.contains(&at));
        !is_limit
            && (is_number
                || known.contains(&at)
                || is_question && matches!(word, "how" | "often")
                || PLAIN.has(word)
                || is_stop_word(word, "en")
                || is_measured()
                || is_medicine()
                || title.has(&stem_of(word, "en")))
    })
}

/// Whether a number is a length of its own: "for 7 days".
fn is_length(tokens: &Tokens, quantity: &Quantity) -> bool {
    let before = quantity.words.start.checked_sub(1);
    quantity.bound == Bound::Exact && before.is_some_and(|at| tokens.word(at) == "for")
}

/// Whether the heading above names readers, an age or a case: "Children under 5", "The first week".
pub(super) fn is_for_some(facts: &Facts<'_>, sentence: usize) -> bool {
    let Some(heading) = &facts.sentence(sentence).within.section.heading else {
        return false;
    };
    let is_question = heading.text().trim_end().ends_with('?');
    facts.sentences_in(heading.whole()).any(|index| {
        let tokens = facts.tokens_of(index);
        // "Living with asthma" is for everybody who has it.
        let is_living = matches!(tokens.word(0), "living" | "life" | "coping");
        let limits = tokens
            .words()
            .any(|word| LIMITING.has(word) && !(is_living && word == "with"));
        limits && !is_question
            || !facts.hits_in(Table::Readers, index).is_empty()
            || facts.quantities_of(index).next().is_some()
    })
}

/// The numbers in which two orders for one thing differ.
fn differ<'q>(
    facts: &Facts<'_>,
    one: &Plan<'q>,
    other: &Plan<'q>,
    title: &Title,
) -> Option<Conflict<'q>> {
    let is_elsewhere = facts.section_of(one.sentence) != facts.section_of(other.sentence);
    if !is_elsewhere
        || !is_one_medicine(one, other, title)
        || !is_one_amount(facts, one, other)
        || !is_one_reader(facts, one, other)
        || context::is_apart(facts, one.sentence, other.sentence)
    {
        return None;
    }
    let conflict = |one, other| Some(Conflict { one, other });
    if !is_as_often(one.often, other.often) {
        return conflict(one.often, other.often);
    }
    let (long, longer) = (one.long?, other.long?);
    let is_apart = long.low > longer.high * 1.05 || longer.low > long.high * 1.05;
    if is_apart {
        conflict(long, longer)
    } else {
        None
    }
}

fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() < 0.01
}

/// Whether two rates share a value; both are in times a day.
fn is_as_often(one: &Quantity, other: &Quantity) -> bool {
    let (low, high) = (one.low.max(other.low), one.high.min(other.high));
    low <= high * 1.02
}

/// Whether both are about one medicine: the one that both name, or the article's own.
fn is_one_medicine(one: &Plan<'_>, other: &Plan<'_>, title: &Title) -> bool {
    let is_of_title = |plan: &Plan<'_>| title.names_all(&plan.medicines);
    if one.medicines.is_empty() || other.medicines.is_empty() {
        let is_measured = !one.much.is_empty() && !other.much.is_empty();
        // "A tablet" is one of the only medicine that the article names.
        let is_of_only = || one.has_form && other.has_form && !title.names_several && !is_measured;
        return (title.is_of_medicine || is_measured || is_of_only())
            && is_of_title(one)
            && is_of_title(other);
    }
    !one.medicines.is_disjoint(&other.medicines)
}

/// Whether both say the same amount of the same thing, or one says none.
fn is_one_amount(facts: &Facts<'_>, one: &Plan<'_>, other: &Plan<'_>) -> bool {
    let noun = |number: &Quantity| {
        let tokens = facts.tokens_of(number.sentence);
        let nouns = number.noun.clone();
        nouns
            .map(|at| stem_of(tokens.word(at), "en"))
            .collect::<Vec<_>>()
    };
    let is_same = |one: &Quantity, other: &Quantity| {
        one.kind == other.kind
            && is_near(one.low, other.low)
            && is_near(one.high, other.high)
            && noun(one) == noun(other)
    };
    if one.much.is_empty() || other.much.is_empty() {
        return true;
    }
    one.much.len() == other.much.len() && { one.much.iter().zip(&other.much) }
        .all(|(one, other)| is_same(one, other))
}

/// Whether no two readers are named.
fn is_one_reader(facts: &Facts<'_>, one: &Plan<'_>, other: &Plan<'_>) -> bool {
    let (one, other) = (readers(facts, one), readers(facts, other));
    one.is_empty() || other.is_empty() || one == other
}

/// The words that say who is to take it.
fn readers<'f>(facts: &'f Facts<'_>, plan: &Plan<'_>) -> Vec<&'f str> {
    let tokens = facts.tokens_of(plan.sentence);
    let hits = facts.hits_in(Table::Readers, plan.sentence);
    hits.iter()
        .flat_map(|hit| tokens.words_of(hit.words.clone()))
        .collect()
}
