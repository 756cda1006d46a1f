//! Signs that one place sends the reader to get help for at once, and another puts off or calls nothing, in other words.

mod signs;
mod words;

use crate::facts::words::{ContentWords, Stem};
use crate::facts::{Bound, Facts, Quantity, QuantityKind, Urgency, telling_sign};
use crate::lexicon::phrases::Table;
use crate::source::Span;
use signs::{Sign, measures, signs};
use std::collections::BTreeMap;
use words::{Naming, Softer, is_intense, softer};

/// A sign that is put off, with the place that is urgent about it.
pub(super) struct PlayedDown {
    /// The sentence that puts it off.
    pub(super) sentence: usize,
    /// The item of the red flags.
    pub(super) item: usize,
    /// How fast the red flags are.
    pub(super) level: Urgency,
    /// Whether it is put off, not only called common.
    pub(super) is_put_off: bool,
    /// Whether it is named by the very words of the red flags.
    pub(super) is_same: bool,
}

/// So much of a sign another place must name.
const SHARE: f64 = 0.6;
/// So much of a sign that is made up of two: "pain and swelling in one leg".
const SHARE_OF_BOTH: f64 = 0.75;

/// The signs that are played down, in reading order, each sentence once.
pub(super) fn played_down(facts: &Facts<'_>) -> Vec<PlayedDown> {
    if facts.hits(Table::PlaysDown).is_empty() {
        return Vec::new();
    }
    let naming = Naming::of(facts);
    let signs = signs(&naming);
    if signs.is_empty() {
        return Vec::new();
    }
    let questions = questions(facts);
    let mut found = Vec::new();
    for index in 0..facts.sentences.len() {
        let hits = facts.hits_in(Table::PlaysDown, index);
        if !hits.is_empty() {
            found.extend(compare(&naming, index, &signs, &questions));
        }
    }
    found.extend(listed(&naming, &signs));
    found.sort_by_key(|one| one.sentence);
    found.dedup_by_key(|one| one.sentence);
    found
}

/// The signs in lists that a lead or heading makes light of: "These are normal:".
fn listed(naming: &Naming<'_, '_>, signs: &[Sign<'_>]) -> Vec<PlayedDown> {
    let facts = naming.facts;
    let mut found = Vec::new();
    for list in facts.lists().iter().filter(|list| !list.is_red_flags) {
        let mut over = [list.lead, list.heading].into_iter().flatten();
        let Some(is_put_off) = over.find_map(|index| makes_light(facts, index)) else {
            continue;
        };
        let items = list.items.iter();
        for index in items.filter_map(|item| facts.sentences_in(*item).next()) {
            if facts.counsels_of(index).next().is_some() {
                continue;
            }
            let told = naming.of_sentence(index);
            found.extend(sign(naming, signs, (&told, index), index, is_put_off));
        }
    }
    found
}

/// Whether sentence `index` puts something off (`true`) or calls it common (`false`); `None` where it does neither, or sends
/// for help.
fn makes_light(facts: &Facts<'_>, index: usize) -> Option<bool> {
    let tokens = facts.tokens_of(index);
    let hits = facts.hits_in(Table::PlaysDown, index);
    // "Nothing urgent" is not urgent.
    let is_own = |span: Span| {
        hits.iter()
            .any(|hit| facts.span_of(index, hit.words.clone()).overlaps(span))
    };
    let is_urgent = facts
        .counsels_of(index)
        .any(|(_, counsel)| counsel.level() >= Urgency::Urgent && !is_own(counsel.word));
    let is_denied = hits
        .iter()
        .any(|hit| facts.advice.is_negated(tokens, hit.words.start));
    if hits.is_empty() || is_urgent || is_denied || facts.sentence(index).is_question() {
        return None;
    }
    let is_put_off = !hits.iter().all(|hit| {
        let last = tokens.word(hit.words.end.saturating_sub(1));
        matches!(
            last,
            "common" | "normal" | "harmless" | "expected" | "effect" | "reaction" | "response"
        ) || matches!(
            last,
            "normales"
                | "comun"
                | "comunes"
                | "frecuente"
                | "frecuentes"
                | "habitual"
                | "habituales"
        )
    });
    Some(is_put_off)
}

/// The first sign of which sentence `index` makes light.
fn compare(
    naming: &Naming<'_, '_>,
    index: usize,
    signs: &[Sign<'_>],
    questions: &Questions,
) -> Option<PlayedDown> {
    let facts = naming.facts;
    let tokens = facts.tokens_of(index);
    let is_put_off = makes_light(facts, index)?;
    let hits = facts.hits_in(Table::PlaysDown, index);
    let within = |at: usize| hits.iter().any(|hit| hit.words.contains(&at));
    let free: Vec<usize> = (0..tokens.len()).filter(|at| !within(*at)).collect();
    // What it speaks of: its own words, else the sentence before or the question.
    let own = (naming.of_words(index, &free), index);
    // "Everything else can wait" is not about what stands before.
    let mut words = tokens.words();
    let is_of_rest = words.any(|word| {
        matches!(
            word,
            "else" | "other" | "others" | "demas" | "otro" | "otra" | "otros" | "otras"
        )
    });
    let spoken = spoken_of(facts, index, questions).into_iter();
    let spoken = spoken.filter(|_| !is_of_rest);
    let spoken = spoken.map(|place| (naming.of_sentence(place), place));
    std::iter::once(own)
        .chain(spoken)
        .find_map(|(told, place)| sign(naming, signs, (&told, place), index, is_put_off))
}

/// The first of `signs` that sentence `place` names with the words `told`, played down by sentence `index`.
fn sign(
    naming: &Naming<'_, '_>,
    signs: &[Sign<'_>],
    (told, place): (&ContentWords, usize),
    index: usize,
    is_put_off: bool,
) -> Option<PlayedDown> {
    let facts = naming.facts;
    let tokens = facts.tokens_of(place);
    let hits = facts.hits_in(Table::PlaysDown, place);
    let within = |at: usize| place == index && hits.iter().any(|hit| hit.words.contains(&at));
    let softer: Vec<(Softer, &str)> = { 0..tokens.len() }
        .filter(|at| !within(*at))
        .filter_map(|at| Some((softer(tokens, at)?, tokens.word(at))))
        .collect();
    let is_strong = tokens.words().any(is_intense);
    // "If the bleeding does not stop? Press for 20 minutes. If it still bleeds, ring us in the morning."
    let asked = facts.sentence(place).is_question();
    let near = if asked {
        index.saturating_sub(1)
    } else {
        index
    };
    let places = std::iter::once(place).chain((near..=index).filter(|near| *near != place));
    let numbers: Vec<&Quantity> = places.flat_map(|place| measures(facts, place)).collect();
    let sign = signs.iter().find(|sign| {
        sign.sentence != index
            && sign.sentence != place
            && (!sign.is_intense || is_strong)
            && !softer
                .iter()
                .any(|(softer, word)| parts_from(facts, *softer, word, sign, told))
            && (!sign.is_denied || softer.iter().any(|(softer, _)| *softer == Softer::Denied))
            && (names(told, sign) || asked && is_part_of(told, sign))
            && sign.numbers.iter().all(|limit| {
                let is_fever = limit.kind == QuantityKind::Temperature && told.contains("fever");
                is_fever || reaches(limit, &numbers)
            })
    })?;
    Some(PlayedDown {
        sentence: index,
        item: sign.sentence,
        level: sign.level,
        is_put_off,
        is_same: sign.words.different() == told.different(),
    })
}

/// Whether a softer word makes something else of what is told than `sign`: the red flags have not this word themselves, and
/// "often" leaves a sign what it is only where all of it is named.
fn parts_from(
    facts: &Facts<'_>,
    softer: Softer,
    word: &str,
    sign: &Sign<'_>,
    told: &ContentWords,
) -> bool {
    let mut own = facts.tokens_of(sign.sentence).words();
    let is_own = own.any(|own| own == word);
    let is_whole = sign.words.len() > 1 && sign.words.share_in(told) >= 1.0;
    match softer {
        Softer::Denied => !sign.is_denied,
        Softer::Less => !is_own,
        Softer::Sometimes => !is_own && !is_whole,
    }
}

/// What a sentence that names no sign itself may speak of: the sentence before, else the question that it answers.
fn spoken_of(facts: &Facts<'_>, index: usize, questions: &Questions) -> Vec<usize> {
    let before = index.checked_sub(1).filter(|before| {
        let prose = |index: usize| {
            let sentence = facts.sentences.get(index);
            sentence.map(|sentence| std::ptr::from_ref(sentence.within.prose))
        };
        prose(*before) == prose(index)
    });
    let question = questions.get(&index).into_iter().flatten().copied();
    before.into_iter().chain(question).collect()
}

/// By a sentence that is one of the first of an answer, the sentences of its question.
type Questions = BTreeMap<usize, Vec<usize>>;

fn questions(facts: &Facts<'_>) -> Questions {
    let mut questions = Questions::new();
    for asked in &facts.asked() {
        for sentence in asked.answer.iter().take(FIRST_OF_ANSWER) {
            questions.insert(*sentence, asked.question.to_vec());
        }
    }
    questions
}

/// So many sentences of an answer speak of what is asked, though they do not name it.
const FIRST_OF_ANSWER: usize = 3;

/// Whether a text names a sign: most of its words, or nothing but words of its item.
fn names(told: &ContentWords, sign: &Sign<'_>) -> bool {
    let common: Vec<&Stem> = sign
        .words
        .different()
        .iter()
        .filter(|stem| told.contains(stem))
        .collect();
    let is_telling = common.iter().any(|stem| telling_sign(stem));
    let is_most = (common.len() > 1 || is_telling)
        && sign.words.share_in(told) >= if sign.is_both { SHARE_OF_BOTH } else { SHARE };
    let is_within = told.len() > 2 && told.share_in(&sign.whole) >= 1.0;
    let shared = told
        .different()
        .iter()
        .filter(|stem| sign.whole.contains(stem))
        .count();
    is_most || is_within || shared > 2 && shared * 2 >= told.len()
}

/// Whether all that a question asks about is of a sign, which may be told at more length: "if the bleeding does not stop".
fn is_part_of(told: &ContentWords, sign: &Sign<'_>) -> bool {
    let is_telling = told.different().iter().any(|stem| telling_sign(stem));
    !sign.is_both && is_telling && told.len() > 1 && told.share_in(&sign.whole) >= 1.0
}

/// Whether a number of the text is beyond the limit of a sign; a limit of another kind than the text's numbers is not known
/// to be reached.
fn reaches(limit: &Quantity, numbers: &[&Quantity]) -> bool {
    let mut same = numbers
        .iter()
        .filter(|number| number.kind == limit.kind && number.unit.base() == limit.unit.base())
        .peekable();
    if limit.kind == QuantityKind::Count && same.peek().is_none() {
        return true;
    }
    same.any(|number| match limit.bound {
        Bound::AtMost => number.low <= limit.high,
        _ => number.high >= limit.low,
    })
}
