//! Sentences that say the same in the same words but for one number: "Give 5 ml twice a day", "Give 10 ml twice a day".
//!
//! A mere number that answers a question is read with the words of the question: "How long can I take it?", "For 30 days".
//! The words themselves are compared, so that this needs no table of a language.

use super::orders::{MOST_ASKED, Title, is_for_some};
use super::pair::{has_step, is_one_plan};
use super::{daily_limit, help};
use crate::facts::claim::ASIDE;
use crate::facts::words::{Stem, stem_of as plain_stem_of};
use crate::facts::{Bound, Facts, Quantity, QuantityKind, Unit};
use crate::lexicon::phrases::Table;
use crate::lexicon::{Lead, WordTable, words};
use crate::rules::prelude::*;
use std::collections::BTreeMap;

/// Two numbers that cannot both be right, in reading order.
#[derive(Debug)]
pub(super) struct Twins<'q> {
    pub(super) one: &'q Quantity,
    pub(super) other: &'q Quantity,
}

impl Twins<'_> {
    /// Whether they stand in these two sentences.
    pub(super) fn are_in(&self, pair: (usize, usize)) -> bool {
        let own = (self.one.sentence, self.other.sentence);
        pair == own || pair == (own.1, own.0)
    }

    /// Reports them.
    pub(super) fn report(&self, cx: &Context<'_>, findings: &mut Findings<'_>) {
        let text = |quantity: &Quantity| cx.facts.quantity_text(quantity);
        let (one, other) = (text(self.one), text(self.other));
        findings
            .report(
                self.one.span,
                format!("\"{one}\" here and \"{other}\" elsewhere in otherwise the same words"),
            )
            .label(self.other.span, format!("\"{other}\" here"))
            .help(help(self.one.kind));
    }
}

/// A number with the words that are left of its sentence.
struct Said<'q> {
    quantity: &'q Quantity,
    /// Whether it stands where an article says again what it says elsewhere: key points, answers, the opening.
    is_repeating: bool,
    /// Whether it is the whole of an answer.
    is_fragment: bool,
}

/// What two numbers must share: what they measure, and all other words of their sentences.
type Key = (QuantityKind, &'static str, Option<Unit>, Vec<Stem>);

/// Longer sentences are not compared.
const MOST_WORDS: usize = 60;
/// So many numbers with the same words are compared with each other.
const MOST_SAID: usize = 16;

/// The first two of each group of numbers that differ though all other words are the same.
pub(super) fn twins<'q>(facts: &'q Facts<'_>) -> Vec<Twins<'q>> {
    let title = Title::of(facts);
    let mut groups: BTreeMap<Key, Vec<Said<'q>>> = BTreeMap::new();
    for quantity in facts.quantities() {
        if let Some((key, said)) = said(facts, quantity, &title) {
            let group = groups.entry(key).or_default();
            if group.len() < MOST_SAID {
                group.push(said);
            }
        }
    }
    let mut found: Vec<Twins<'q>> = groups
        .values()
        .filter_map(|group| odd(facts, group))
        .collect();
    found.sort_by_key(|twins| (twins.one.span, twins.other.span));
    found
}

fn is_compared(facts: &Facts<'_>, quantity: &Quantity) -> bool {
    let is_kind = quantity.kind.is_measure() && quantity.kind != QuantityKind::Money;
    // Daily limits of a medicine have a comparison of their own, in English.
    let is_daily = || facts.base_lang() == "en" && daily_limit::is_compared(facts, quantity);
    is_kind
        && !quantity.is_vague
        && !facts.is_in_roles(quantity.sentence, ASIDE)
        && !facts.is_of_case(quantity)
        && !is_daily()
}

fn said<'q>(
    facts: &'q Facts<'_>,
    quantity: &'q Quantity,
    title: &Title,
) -> Option<(Key, Said<'q>)> {
    let index = quantity.sentence;
    let within = facts.sentence(index).within;
    let is_read = matches!(within.kind, crate::article::TextKind::In(kind) if matches!(kind, ProseKind::Paragraph | ProseKind::Item));
    if !is_read || !is_compared(facts, quantity) {
        return None;
    }
    let question = facts.question_over(quantity.span);
    let mut words = Words::new(facts, title);
    words.add(index, Some(quantity))?;
    let is_fragment = words.is_bare && question.is_some();
    if is_fragment {
        let question = question.into_iter();
        for index in question.flat_map(|span| facts.sentences_in(span).take(MOST_ASKED)) {
            words.add(index, None)?;
        }
    } else if let Some(lead) = open_lead(facts, quantity) {
        words.add(lead, None)?;
    }
    let is_dose = !facts.hits_in(Table::UseVerbs, index).is_empty();
    // "What if I have kidney disease?" - what is answered holds for a case.
    let is_of_case = !is_fragment
        && question.is_some_and(|span| {
            let mut asked = facts.sentences_in(span).take(MOST_ASKED);
            asked.any(|index| facts.tokens_of(index).words().any(|word| CASES.has(word)))
        });
    if is_of_case
        || words.has_pronoun
        || !words.tells(is_dose || is_fragment)
        || is_dose && question.is_none() && is_for_some(facts, index)
    {
        return None;
    }
    let is_repeating = question.is_some()
        || within.section.heading.is_none()
        || facts.is_in_roles(
            index,
            &[Role::Summary, Role::Conclusion, Role::RedFlags, Role::Faq],
        );
    let per = if quantity.kind == QuantityKind::Frequency {
        None
    } else {
        quantity.per
    };
    let key = (quantity.kind, quantity.unit.base(), per, words.stems());
    let said = Said {
        quantity,
        is_repeating,
        is_fragment,
    };
    Some((key, said))
}

/// The line that leads to the list of a number and ends with its condition: "Do not take it if:".
fn open_lead(facts: &Facts<'_>, quantity: &Quantity) -> Option<usize> {
    let lead = facts
        .lists_around(quantity.span)
        .find_map(|list| list.lead)?;
    (facts.lead(lead) == Lead::Condition).then_some(lead)
}

/// The words of a sentence that are not those of the number that is compared.
struct Words<'f> {
    facts: &'f Facts<'f>,
    title: &'f Title,
    stems: Vec<Stem>,
    /// How many of them tell what the sentence is about.
    telling: usize,
    /// Whether nothing was there but the number.
    is_bare: bool,
    has_pronoun: bool,
}

/// Words without which a sentence says the same.
const EMPTY: &WordTable = words![
    "a",
    "an",
    "the",
    "my",
    "your",
    "you",
    "i",
    "we",
    "please",
    "can",
    "may",
    "should",
    "must",
    "will",
    "would",
    "does",
    "is",
    "are",
    "be",
    "to",
    "yes",
    "also",
    "then",
    "only",
    "just",
    "afterwards",
    "afterward",
    "despues",
    "el",
    "la",
    "los",
    "las",
    "su",
    "sus",
    "mi",
    "mis",
    "usted",
    "debe",
    "puede",
    "puedo",
    "se",
    "me",
];

/// So many words behind a comma may add to what is said.
const MOST_ASIDE: usize = 4;

/// Words that open another case behind a comma.
const OPENERS: &WordTable = words![
    "if", "unless", "or", "when", "then", "and", "but", "for", "si", "o", "y", "cuando"
];

/// Words that tell nothing by themselves of what a sentence is about.
const LINKING: &WordTable = words![
    "about", "after", "and", "as", "at", "before", "but", "by", "for", "from", "if", "in", "not",
    "of", "on", "or", "than", "until", "when", "with", "within", "a", "al", "antes", "con",
    "cuando", "de", "del", "en", "hasta", "o", "para", "por", "que", "si", "y", "no", "never",
    "there", "up", "more", "mas",
];

/// Words behind "after the" that stand for the article's procedure.
const PROCEDURES: &WordTable = words![
    "injection",
    "operation",
    "procedure",
    "scan",
    "surgery",
    "test",
    "treatment",
];

/// Words by which a question asks for a number.
const ASKING: &WordTable = words![
    "how",
    "often",
    "long",
    "much",
    "many",
    "what",
    "when",
    "cuanto",
    "cuanta",
    "cuantos",
    "cuantas",
    "cada",
    "tiempo",
    "cuando",
    "que",
    "frecuencia",
    "con",
];

/// Words of a question that asks about one case.
const CASES: &WordTable = words![
    "if", "about", "instead", "unless", "with", "without", "si", "sin"
];

impl<'f> Words<'f> {
    fn new(facts: &'f Facts<'f>, title: &'f Title) -> Self {
        Self {
            facts,
            title,
            stems: Vec::new(),
            telling: 0,
            is_bare: true,
            has_pronoun: false,
        }
    }

    /// Adds the words of a sentence, those of `own` left out; questions and leads have no number of their own.
    fn add(&mut self, index: usize, own: Option<&Quantity>) -> Option<()> {
        let facts = self.facts;
        let tokens = facts.tokens_of(index);
        if tokens.len() > MOST_WORDS {
            return None;
        }
        let is_asked = facts.sentence(index).is_question();
        let denied = own.is_some_and(|own| own.bound == Bound::AtMost);
        let own_words = own.map_or(0..0, |own| facts.bounded_words(own));
        let others: Vec<&Quantity> = { facts.quantities_of(index) }
            .filter(|other| own.is_none_or(|own| other.words != own.words))
            .collect();
        let mut at = 0;
        while at < tokens.len() {
            let word = tokens.word(at);
            if own_words.contains(&at) {
                at = own_words.end;
                continue;
            }
            // "You need 2 doses, 6 months apart": more about the same.
            let is_aside = at >= own_words.end
                && tokens.len() - at <= MOST_ASIDE
                && !own_words.is_empty()
                && others.iter().any(|other| other.words.start == at)
                && tokens
                    .gap_before(facts.sentence(index).text(), at)
                    .contains(',')
                && !(at..tokens.len()).any(|at| OPENERS.has(tokens.word(at)));
            if is_aside {
                break;
            }
            if let Some(other) = others.iter().find(|other| other.words.start == at) {
                self.number(other, own);
                at = other.words.end.max(at + 1);
                continue;
            }
            // "Unless your doctor tells you to": who is told so has it from them.
            if word == "unless"
                && (at..tokens.len())
                    .any(|at| matches!(tokens.word(at), "doctor" | "nurse" | "pharmacist"))
            {
                break;
            }
            // "Do not drive for 24 hours after the test" is "do not drive for 24 hours" where that is the subject.
            let is_event = word == "after"
                && own_words.end == at
                && matches!(tokens.word(at + 1), "the" | "your")
                && PROCEDURES.has(tokens.word(at + 2));
            if is_event {
                at += 3;
                continue;
            }
            let leads = own_words.start == at + 1 && matches!(word, "for" | "durante" | "por");
            // "Do not take it for more than 10 days" gives the most, as "up to 10 days" does.
            let is_denial = denied && matches!(word, "not" | "never" | "no" | "nunca" | "don't");
            let is_helper = word == "do" && (is_asked || tokens.word(at + 1) == "not");
            if !(leads || is_denial || is_helper || is_asked && ASKING.has(word)) {
                self.word(word);
            }
            at += 1;
        }
        Some(())
    }

    /// Adds another number of the sentence: a medicine's form for one of it, nothing for the same number in another unit.
    fn number(&mut self, other: &Quantity, own: Option<&Quantity>) {
        let is_conversion = own.is_some_and(|own| {
            let text = self.facts.sentence(own.sentence).text();
            let tokens = self.facts.tokens_of(own.sentence);
            let is_behind = other.words.start >= own.words.end
                && other.words.start - own.words.end <= 1
                && tokens.gap_before(text, own.words.end).contains('(');
            other.unit.base() == own.unit.base() && other.unit != own.unit && is_behind
        });
        if is_conversion {
            return;
        }
        self.is_bare = false;
        let is_one_form = matches!(other.unit, Unit::Tablet | Unit::Puff | Unit::Drop)
            && (other.high - 1.0).abs() < 0.01;
        if is_one_form {
            let tokens = self.facts.tokens_of(other.sentence);
            self.word(tokens.word(other.words.end.saturating_sub(1)));
            return;
        }
        self.telling += 1;
        let stem = format!(
            "{:?} {} {} {:?} {:?}",
            other.kind, other.low, other.high, other.bound, other.unit
        );
        self.stems.push(stem.into());
    }

    fn word(&mut self, word: &str) {
        let lang = self.facts.base_lang();
        if EMPTY.has(word) {
            return;
        }
        self.is_bare = false;
        let is_of_exercises = word == "them" && self.title.is_of_exercises;
        if is_of_exercises {
            return;
        }
        if matches!(
            word,
            "it" | "them" | "they" | "this" | "these" | "that" | "those" | "lo" | "ello"
        ) {
            self.has_pronoun |= !self.title.is_of_medicine;
            return;
        }
        let stem = stem_of(word, lang);
        if self.title.is_of_medicine && self.title.has(&plain_stem_of(word, "en")) {
            return;
        }
        self.telling += usize::from(!LINKING.has(word));
        self.stems.push(stem);
    }

    /// Whether the words tell what the number is for. What is told of a dose needs less where the title names the medicine.
    fn tells(&self, is_dose: bool) -> bool {
        // "Do not drive": what is forbidden is told by one word.
        let is_ban = self.stems.iter().any(|stem| stem == "not");
        self.telling >= 2 || (is_ban || is_dose && self.title.is_of_medicine) && self.telling >= 1
    }

    fn stems(&self) -> Vec<Stem> {
        let mut stems = self.stems.clone();
        stems.sort_unstable();
        stems.dedup();
        stems
    }
}

/// The stem of a word; Spanish verbs without their endings, so that a question asks with the word that an order has.
fn stem_of(word: &str, lang: &str) -> Stem {
    if lang != "es" {
        return plain_stem_of(word, lang);
    }
    let bare = word.trim_end_matches(['a', 'e', 'o', 's', 'n', 'r']);
    Stem::from(if bare.len() > 2 { bare } else { word })
}

/// The first two numbers of a group that differ, one of them where an article says again what it says elsewhere.
///
/// Where other parts have several numbers among them, or one part has, they are a plan.
fn odd<'q>(facts: &Facts<'_>, group: &[Said<'q>]) -> Option<Twins<'q>> {
    let pairs = group
        .iter()
        .enumerate()
        .flat_map(|(at, one)| group.iter().skip(at + 1).map(move |other| (one, other)));
    let mut first = None;
    for (one, other) in pairs.filter(|(one, other)| is_apart(one, other)) {
        let is_plan = !one.is_repeating && !other.is_repeating;
        if is_plan || is_told_apart(facts, one.quantity, other.quantity) {
            return None;
        }
        first = first.or(Some((one.quantity, other.quantity)));
    }
    first.map(|(one, other)| Twins { one, other })
}

/// Whether two sentences with the same words are meant for different readers, cases or steps.
fn is_told_apart(facts: &Facts<'_>, one: &Quantity, other: &Quantity) -> bool {
    facts.section_of(one.sentence) == facts.section_of(other.sentence)
        || is_one_plan(facts, one, other)
        || people(facts, one.sentence) != people(facts, other.sentence)
        || has_step(facts, one.sentence)
        || has_step(facts, other.sentence)
}

/// Whether two numbers cannot both be right.
fn is_apart(one: &Said<'_>, other: &Said<'_>) -> bool {
    let (a, b) = (one.quantity, other.quantity);
    let is_above = |low: f64, high: f64| low > high * 1.02 + 1e-9;
    match (a.bound, b.bound) {
        (Bound::Exact, Bound::Exact) => is_above(a.low, b.high) || is_above(b.low, a.high),
        (Bound::About, Bound::About | Bound::Exact) | (Bound::Exact, Bound::About) => {
            is_above(a.low, b.high * 1.2) || is_above(b.low, a.high * 1.2)
        }
        (Bound::AtMost, Bound::AtMost) | (Bound::AtLeast, Bound::AtLeast) => {
            is_above(a.high, b.high) || is_above(b.high, a.high)
        }
        // A mere number answers with the most or the least.
        (Bound::AtMost, Bound::Exact) if other.is_fragment => is_above(b.low, a.high),
        (Bound::Exact, Bound::AtMost) if one.is_fragment => is_above(a.low, b.high),
        (Bound::AtLeast, Bound::Exact) if other.is_fragment => is_above(a.low, b.high),
        (Bound::Exact, Bound::AtLeast) if one.is_fragment => is_above(b.low, a.high),
        _ => false,
    }
}

/// Words for the readers of a part, in Spanish; the English ones are those of daily limits.
const PEOPLE: &WordTable = words![
    "adulto",
    "adultos",
    "anciano",
    "ancianos",
    "bebe",
    "bebes",
    "embarazada",
    "embarazadas",
    "hijo",
    "hijos",
    "mayores",
    "menores",
    "nina",
    "ninas",
    "nino",
    "ninos",
    "lactantes",
];

/// The words of a sentence, and of the question and the heading over it, that tell whom it is for, without those of the title.
fn people<'f>(facts: &'f Facts<'_>, sentence: usize) -> Vec<&'f str> {
    let mut people = daily_limit::people_of_heading(facts, sentence);
    let place = facts.sentence(sentence);
    let question = facts.question_over(place.span()).into_iter();
    let heading = place.within.section.heading.as_ref();
    let over = question.chain(heading.map(Prose::whole));
    for index in over.flat_map(|span| facts.sentences_in(span).take(MOST_ASKED)) {
        let words = facts.tokens_of(index).words();
        people.extend(words.filter(|word| PEOPLE.has(word)));
    }
    let own = facts.tokens_of(sentence).words();
    people.extend(own.filter(|word| PEOPLE.has(word) || daily_limit::PEOPLE.contains(word)));
    let title: Vec<&str> = { facts.sentences_in(facts.article.title_span()) }
        .flat_map(|index| facts.tokens_of(index).words())
        .take(MOST_WORDS)
        .collect();
    // "Your child" in an article on children.
    let is_titled = |word: &str| {
        title
            .iter()
            .any(|title| title.starts_with(word) || word.starts_with(title) && title.len() > 3)
    };
    people.retain(|word| !is_titled(word));
    people.sort_unstable();
    people.dedup();
    people
}
