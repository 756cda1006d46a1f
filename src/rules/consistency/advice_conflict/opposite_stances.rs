//! Places that allow or ask for what another forbids or calls needless, in other words.

use crate::facts::Facts;
use crate::facts::alike::StemTable;
use crate::facts::instruction::Window;
use crate::facts::stance::{Force, Key, Stance};
use crate::facts::words::Stem;
use crate::lexicon::{WordTable, words};
use std::collections::BTreeMap;

/// Two stances that cannot both hold.
pub(super) struct Opposition<'f> {
    pub(super) denied: &'f Stance,
    pub(super) told: &'f Stance,
    /// Whether neither is softened, and both hold in the same case.
    pub(super) is_sure: bool,
}

/// So many words may a permission have that the ban does not.
const MOST_MORE: usize = 3;
/// So many stances are compared with one ban.
const MOST_PLACES: usize = 48;

/// The oppositions of an article, in the order of their later place, each pair of sentences once.
pub(super) fn oppositions<'f>(facts: &'f Facts<'f>) -> Vec<Opposition<'f>> {
    let stances = facts.stances();
    let denied: Vec<&Stance> = stances.iter().filter(|one| one.force.is_denied()).collect();
    if denied.is_empty() {
        return Vec::new();
    }
    // Permissions by each of their words, and by what those are a kind of.
    let mut by_key: BTreeMap<&Key, Vec<&Stance>> = BTreeMap::new();
    for told in stances.iter().filter(|one| !one.force.is_denied()) {
        for key in &told.words {
            by_key.entry(key).or_default().push(told);
        }
    }
    let first_stem = Key::Stem(Stem::default());
    let mut found = Vec::new();
    for ban in denied {
        let Some(first) = ban.words.first() else {
            continue;
        };
        // Things are few, and one may be a kind of another; any other word is looked up.
        let kinds = match first {
            Key::Thing(_) => by_key.range::<&Key, _>(..&first_stem),
            Key::Stem(_) => by_key.range::<&Key, _>(first..=first),
        };
        let near = kinds
            .filter(|(key, _)| key.is_a(first))
            .flat_map(|(_, told)| told);
        for told in near.take(MOST_PLACES) {
            found.extend(opposition(facts, ban, told));
        }
    }
    found.sort_by_key(|one: &Opposition<'_>| {
        let (here, there) = (one.denied.span, one.told.span);
        (here.max(there), here.min(there), !one.is_sure)
    });
    found.dedup_by_key(|one| {
        let (here, there) = (one.denied.sentence, one.told.sentence);
        (here.min(there), here.max(there))
    });
    found
}

fn opposition<'f>(facts: &Facts<'_>, ban: &'f Stance, told: &'f Stance) -> Option<Opposition<'f>> {
    if !ban.force.contradicts(told.force)
        || ban.sentence == told.sentence
        || !is_elsewhere(facts, ban, told)
    {
        return None;
    }
    let is_covered = ban
        .words
        .iter()
        .all(|key| told.words.iter().any(|other| other.is_a(key)));
    if !is_covered || !is_telling(ban) {
        return None;
    }
    let is_new = |key: &&Key| !ban.words.iter().any(|banned| key.is_a(banned));
    let more: Vec<&Key> = told.words.iter().filter(is_new).collect();
    // "Never chew the tablets", "chew the vitamin tablets": others.
    let names_form = |one: &Stance| {
        facts
            .tokens_of(one.sentence)
            .words()
            .any(|word| FORMS.has(word))
    };
    let is_of_others =
        ban.words.len() == 1 && !more.is_empty() && names_form(ban) && names_form(told);
    if more.len() > MOST_MORE || more.iter().any(|key| is_contrast(key)) || is_of_others {
        return None;
    }
    let has = |keys: &[Key], key: &Key| keys.iter().any(|other| other.is_a(key) || key.is_a(other));
    let in_spite = ban.limits.iter().any(|key| has(&told.even, key));
    // "Not until the throat has healed", "from the first day".
    let is_until =
        |key: &Key| matches!(key, Key::Stem(stem) if stem == "~until" || stem == "~after");
    let is_too_soon = matches!(told.window, Some(Window::After(0..=24)))
        && told.limits.is_empty()
        && ban.limits.iter().any(is_until);
    // "During that time" is some time; so is what the other place names.
    let is_timed =
        |key: &Key| matches!(key, Key::Stem(stem) if stem == "~during") && told.window.is_some();
    let is_met = |key: &Key| has(&told.limits, key) || has(&told.words, key) || is_timed(key);
    // "If you are sick or have a fever": one of the cases is enough.
    let is_whole = ban.is_any || ban.limits.iter().all(is_met);
    let is_case = is_whole && (ban.limits.is_empty() || ban.limits.iter().any(is_met))
        || is_near_case(ban, is_met);
    let is_limited = !in_spite && !is_too_soon && !is_case;
    let mut others = told
        .limits
        .iter()
        .filter(|key| !has(&ban.limits, key) && !has(&ban.words, key))
        .peekable();
    let is_same_case = others.peek().is_none() || !ban.limits.is_empty();
    // What is not needed as a rule may be needed in some case.
    if ban.force == Force::NeedNot && others.peek().is_some() {
        return None;
    }
    if is_limited || others.any(is_exception) || !meet(ban, told) {
        return None;
    }
    let is_narrow = more.iter().any(|key| matches!(key, Key::Stem(_)));
    Some(Opposition {
        denied: ban,
        told,
        is_sure: is_same_case
            && (is_whole || in_spite || is_too_soon)
            && ban.is_plain
            && told.is_plain
            && !(is_narrow && !told.is_answer && !ban.is_answer),
    })
}

/// Whether a ban's case is told in other words: what it names is met in part, and no word sets a time or an exception.
fn is_near_case(ban: &Stance, is_met: impl Fn(&Key) -> bool) -> bool {
    let is_open = |key: &Key| matches!(key, Key::Stem(stem) if stem.starts_with('~'));
    let is_thing = |key: &Key| matches!(key, Key::Thing(_));
    { ban.limits.iter() }.any(|key| is_thing(key) && is_met(key)) && !ban.limits.iter().any(is_open)
}

/// What any medicine may come in.
const FORMS: &WordTable = words![
    "capsule",
    "capsules",
    "medicine",
    "medicines",
    "pill",
    "pills",
    "tablet",
    "tablets"
];

/// Words of a case that a ban leaves room for: "unless", "when your doctor says so".
fn is_exception(key: &Key) -> bool {
    static WORDS: StemTable = StemTable::new(&[
        "doctor",
        "gp",
        "nurse",
        "surgeon",
        "team",
        "pharmacist",
        "midwife",
        "dentist",
        "specialist",
        "provider",
        "told",
        "say",
        "said",
        "agree",
        "advise",
        "prescribe",
        "prescription",
        "tell",
        "healed",
        "heal",
        "night",
        "later",
        "week",
        "month",
        "day",
        "recover",
        "stopped",
        "only",
    ]);
    let Key::Stem(stem) = key else {
        return false;
    };
    stem.starts_with('~') || WORDS.has(stem)
}

/// Whether two stances stand in different sections or answers.
fn is_elsewhere(facts: &Facts<'_>, one: &Stance, other: &Stance) -> bool {
    facts.section_of(one.sentence) != facts.section_of(other.sentence)
        || facts.question_over(one.span) != facts.question_over(other.span)
}

/// Whether what a ban is about is told by its words: a thing that has a name, or two words.
fn is_telling(ban: &Stance) -> bool {
    ban.words.len() > 1 || ban.words.iter().any(|key| matches!(key, Key::Thing(_)))
}

/// Words of a permission that make another thing of it: "gentle exercise", "alcohol-free beer".
fn is_contrast(key: &Key) -> bool {
    static WORDS: StemTable = StemTable::new(&[
        "gentle",
        "light",
        "mild",
        "low",
        "small",
        "short",
        "careful",
        "plain",
        "clear",
        "electric",
        "not",
        "no",
        "non",
        "without",
        "before",
        "after",
        "until",
        "cover",
        "waterproof",
        "lukewarm",
        "cool",
        "clean",
        "soft",
        "static",
        "stationary",
        "free",
        "decaffeinated",
        "pasteurised",
        "pasteurized",
        "cook",
        "doctor",
        "gp",
        "nurse",
        "pharmacist",
        "team",
        "ask",
        "check",
        "tell",
        "advice",
        "side",
        "healthy",
        "unaffected",
        "stop",
        "avoid",
    ]);
    let Key::Stem(stem) = key else {
        return false;
    };
    WORDS.has(stem)
}

/// Whether both can be meant of one time.
fn meet(ban: &Stance, told: &Stance) -> bool {
    match (ban.force, ban.window, told.window) {
        // A sling for 3 weeks, and no need for one.
        (Force::NeedNot, None, Some(Window::For(_)) | None) => true,
        (Force::NeedNot, ..) => false,
        (_, Some(Window::For(banned)), Some(Window::After(allowed))) => allowed < banned,
        (_, None, None | Some(Window::After(0 | 24))) => true,
        (_, one, other) => one == other,
    }
}
