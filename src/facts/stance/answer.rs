//! What answers of the FAQ say of what is asked: "Can I have a beer? Best avoided."

use super::mark;
use super::question::{Question, question_of};
use super::topic::{Reader, Told, is_plain, sorted};
use super::{Force, Key, Stance};
use crate::article::TextKind;
use crate::facts::instruction::{Scopes, Window};
use crate::facts::words::Stem;
use crate::facts::{Asked, Facts};
use crate::lexicon::Tokens;

pub(super) fn in_answers(facts: &Facts<'_>, scopes: &Scopes, found: &mut Vec<Stance>) {
    for asked in facts.asked() {
        found.extend(answered(facts, &asked, scopes));
    }
}

fn answered(facts: &Facts<'_>, asked: &Asked<'_>, scopes: &Scopes) -> Vec<Stance> {
    let (Some(question), Some(answer)) = (asked.question.last(), asked.answer.first()) else {
        return Vec::new();
    };
    let tokens = facts.tokens_of(*question);
    let Some(asks) = question_of(tokens) else {
        return Vec::new();
    };
    let reader = |index: usize| Reader::of(facts, index, scopes);
    let told = facts.tokens_of(*answer);
    let said = reader(*answer).told(behind(told)..told.len());
    let Some(force) = force(facts, *answer, &asks, &said) else {
        return Vec::new();
    };
    let topic = reader(*question).told(asks.topic..tokens.len());
    let is_any = topic.is_any && said.limits.is_empty() || said.is_any && topic.limits.is_empty();
    let mut limits = topic.limits;
    limits.extend(said.limits.iter().cloned());
    // "Can I take an antihistamine first?", "Can I take it at the same time?": how the two go together is asked.
    let is_of_order = |at: usize| {
        matches!(
            tokens.word(at),
            "first" | "instead" | "together" | "alongside"
        ) || (tokens.word(at), tokens.word(at + 1)) == ("same", "time")
    };
    if (asks.topic..tokens.len()).any(is_of_order) {
        limits.push(Key::Stem(Stem::new_static("~order")));
    }
    let limits = sorted(limits);
    let next = asked
        .answer
        .get(1)
        .map(|index| facts.tokens_of(*index).word(0));
    let is_turned = matches!(
        next,
        Some("but" | "however" | "unless" | "except" | "only" | "just")
    );
    let mut things = topic.things;
    things.retain(|thing| !thing.is_empty());
    if is_of_title(tokens, asks.topic) {
        // "Is it safe in pregnancy?", below the name of a medicine.
        let named = named_by_title(facts, &reader);
        if things.is_empty() && !named.is_empty() {
            things.push(Vec::new());
        }
        for thing in &mut things {
            thing.extend(named.iter().cloned());
        }
    }
    // "Can I work the next day? Yes."
    let at_once = || {
        let asked = (!force.is_denied()).then_some(tokens);
        at_once_in(told).or_else(|| asked.and_then(at_once_in))
    };
    { things.into_iter() }
        .map(|thing| Stance {
            sentence: *answer,
            span: facts.sentence(*answer).span(),
            force,
            words: sorted(thing),
            limits: limits.clone(),
            even: said.even.clone(),
            is_any,
            window: topic.window.or(said.window).or_else(at_once),
            is_plain: is_plain(told) && !is_turned,
            is_answer: true,
        })
        .collect()
}

/// Whether a question asks of "it", which only the title can name.
fn is_of_title(tokens: &Tokens, topic: usize) -> bool {
    let is_pronoun = |at: usize| matches!(tokens.word(at), "it" | "them" | "this" | "these");
    is_pronoun(topic)
        || is_pronoun(topic + 1) && matches!(tokens.word(topic), "take" | "use" | "have" | "stop")
}

/// The keys of the medicine that the title names.
fn named_by_title<'f, 'a: 'f>(
    facts: &'f Facts<'a>,
    reader: &impl Fn(usize) -> Reader<'f, 'a>,
) -> Vec<Key> {
    let title = { facts.sentences.iter() }.position(|one| one.within.kind == TextKind::Title);
    title.map_or_else(Vec::new, |title| {
        let reader = reader(title);
        let end = reader.scopes.medicine().len();
        reader.all_keys(0..end)
    })
}

/// The word after "yes", "no, not".
fn behind(told: &Tokens) -> usize {
    usize::from(matches!(told.word(0), "yes" | "no" | "not" | "never"))
}

/// "Straight away", "the same day": at once, in hours.
fn at_once_in(told: &Tokens) -> Option<Window> {
    let mut all = 0..told.len();
    all.find_map(|at| match (told.word(at), told.word(at + 1)) {
        ("straight" | "right", "away") | ("same", "day") | ("immediately", _) => {
            Some(Window::After(0))
        }
        ("next" | "following", "day" | "morning") => Some(Window::After(24)),
        _ => None,
    })
}

/// How the answer stands to what is asked.
fn force(facts: &Facts<'_>, answer: usize, asks: &Question, said: &Told) -> Option<Force> {
    let tokens = facts.tokens_of(answer);
    let (first, second) = (tokens.word(0), tokens.word(1));
    let said_plainly = match (first, second) {
        (
            "not",
            "yet" | "necessarily" | "always" | "usually" | "really" | "everyone" | "all" | "often"
            | "quite",
        ) => return None,
        ("sure", _) => Some(true),
        ("no", "need" | "one" | "reason") => None,
        ("yes", "not") | ("not" | "never", _) => Some(false),
        _ => facts.yes_or_no(answer),
    };
    if asks.is_when {
        let has_time =
            matches!(said.window, Some(Window::After(_))) || at_once_in(tokens).is_some();
        let marks = mark::marks(facts.sentence(answer).text(), tokens);
        let is_denied = matches!(first, "not" | "never" | "no" | "please" | "do" | "don't")
            || marks.first().is_some_and(|mark| mark.force.is_denied());
        return (has_time && !is_denied).then_some(asks.yes);
    }
    if let Some(is_yes) = said_plainly {
        return Some(if is_yes { asks.yes } else { asks.no });
    }
    let marks = mark::marks(facts.sentence(answer).text(), tokens);
    let mark = marks.first()?;
    // "It is best avoided", "we advise against it": of what was asked.
    let is_pronoun = |word: &str| {
        matches!(
            word,
            "it" | "that" | "this" | "they" | "these" | "them" | "so" | "do" | "one"
        )
    };
    let is_open = if mark.is_behind {
        (0..mark.words.start).all(|at| {
            is_pronoun(tokens.word(at)) || tokens.word(at) == "that's" || tokens.word(at) == "it's"
        })
    } else {
        let next = tokens.word(mark.words.end);
        is_pronoun(next) || next.is_empty()
    };
    is_open.then_some(mark.force)
}
