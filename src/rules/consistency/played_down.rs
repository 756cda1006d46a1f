//! Signs that one place sends the reader to get help for at once, and another puts off or calls nothing, in other words.

use crate::article::Role;
use crate::facts::words::{ContentWords, Stem};
use crate::facts::{Bound, Facts, Quantity, QuantityKind, Urgency, telling_sign};
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::source::Span;
use std::collections::BTreeMap;
use std::ops::Range;

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
}

/// One of the signs that an item names: "a fit", or "heavy bleeding" in "heavy bleeding or a fit".
struct Sign<'f> {
    sentence: usize,
    level: Urgency,
    words: ContentWords,
    /// All that the item names.
    whole: ContentWords,
    is_intense: bool,
    /// Whether it is made up of two.
    is_both: bool,
    numbers: Vec<&'f Quantity>,
}

impl Sign<'_> {
    /// The sign that `part` of a sentence names, without its numbers; `whole` is all that its item names.
    fn new(
        facts: &Facts<'_>,
        (sentence, level): (usize, Urgency),
        part: Range<usize>,
        whole: ContentWords,
    ) -> Self {
        let tokens = facts.tokens_of(sentence);
        let has = |wanted: fn(&str) -> bool| part.clone().any(|at| wanted(tokens.word(at)));
        Self {
            sentence,
            level,
            is_intense: has(is_intense),
            is_both: has(|word| matches!(word, "and" | "with")),
            words: named(facts, sentence, part.clone()),
            whole,
            numbers: Vec::new(),
        }
    }
}

/// The numbers of a sentence that measure something.
fn measures<'f>(facts: &'f Facts<'f>, sentence: usize) -> impl Iterator<Item = &'f Quantity> {
    facts
        .quantities_of(sentence)
        .filter(|number| number.kind.is_measure())
}

/// So much of a sign another place must name.
const SHARE: f64 = 0.6;
/// So much of a sign that is made up of two: "pain and swelling in one leg".
const SHARE_OF_BOTH: f64 = 0.75;
/// So many signs are compared with one sentence.
const MOST_SIGNS: usize = 64;

/// The signs that are played down, in reading order, each sentence once.
pub(super) fn played_down(facts: &Facts<'_>) -> Vec<PlayedDown> {
    if facts.base_lang() != "en" || facts.hits(Table::PlaysDown).is_empty() {
        return Vec::new();
    }
    let signs = signs(facts);
    if signs.is_empty() {
        return Vec::new();
    }
    let questions = questions(facts);
    let mut found = Vec::new();
    for index in 0..facts.sentences.len() {
        let hits = facts.hits_in(Table::PlaysDown, index);
        if !hits.is_empty() {
            found.extend(compare(facts, index, &signs, &questions));
        }
    }
    found
}

/// The signs of the lists that send the reader for help on the same day or at once.
fn signs<'f>(facts: &'f Facts<'f>) -> Vec<Sign<'f>> {
    let mut signs = Vec::new();
    for list in facts.lists().iter().filter(|list| list.is_red_flags) {
        let over = [list.lead, list.heading].into_iter().flatten();
        let told = |sentence: usize| {
            let counsels = facts
                .counsels_of(sentence)
                .map(|(_, counsel)| counsel.level());
            // "Ring the labour ward right away for": whom, no list knows, how fast it does.
            let tokens = facts.tokens_of(sentence);
            let words = facts.advice.level_in(tokens, 0..tokens.len());
            counsels.max().or(words.map(|(level, _)| level))
        };
        let level = over.filter_map(told).max();
        let Some(level) = level.filter(|level| *level >= Urgency::Urgent) else {
            continue;
        };
        for item in &list.items {
            let Some(sentence) = facts.sentences_in(*item).next() else {
                continue;
            };
            let tokens = facts.tokens_of(sentence);
            let whole = named(facts, sentence, 0..cut(tokens));
            for part in alternatives(tokens) {
                signs.push(Sign {
                    numbers: measures(facts, sentence).collect(),
                    ..Sign::new(facts, (sentence, level), part, whole.clone())
                });
            }
        }
    }
    for counsel in facts
        .counsels()
        .iter()
        .filter(|counsel| counsel.level() >= Urgency::Urgent && counsel.frame.is_conditional)
    {
        let about = facts.about(counsel);
        if !facts.is_in_roles(counsel.sentence, &[Role::RedFlags]) || about.is_empty() {
            continue;
        }
        let tokens = facts.tokens_of(counsel.sentence);
        let whole = named(facts, counsel.sentence, about.clone());
        for part in parted(tokens, about) {
            let numbers = measures(facts, counsel.sentence);
            signs.push(Sign {
                numbers: { numbers }
                    .filter(|number| part.contains(&number.words.start))
                    .collect(),
                ..Sign::new(
                    facts,
                    (counsel.sentence, counsel.level()),
                    part,
                    whole.clone(),
                )
            });
        }
    }
    signs.retain(|sign| {
        sign.words.len() > 1 || sign.words.different().iter().any(|stem| telling_sign(stem))
    });
    signs.truncate(MOST_SIGNS);
    signs
}

/// The word at which an item stops to name its sign: "in spite of pressure".
fn cut(tokens: &Tokens) -> usize {
    let stops = |at: &usize| {
        matches!(tokens.word(*at), "despite" | "even" | "because" | "which")
            || tokens.word(*at) == "in" && tokens.word(at + 1) == "spite"
    };
    (1..tokens.len()).find(stops).unwrap_or(tokens.len())
}

/// The parts of an item on either side of its "or".
fn alternatives(tokens: &Tokens) -> Vec<Range<usize>> {
    parted(tokens, 0..cut(tokens))
}

fn parted(tokens: &Tokens, range: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = range.start;
    for at in range.clone() {
        if tokens.word(at) == "or" {
            parts.push(start..at);
            start = at + 1;
        }
    }
    parts.push(start..range.end);
    parts
}

/// What `range` names, without what says nothing of a sign.
fn named(facts: &Facts<'_>, sentence: usize, range: Range<usize>) -> ContentWords {
    let words = ContentWords::of_sign(facts.text_of(sentence, range), facts.base_lang());
    let title = ContentWords::of_sign(facts.article.title().unwrap_or(""), facts.base_lang());
    let told = words
        .in_order()
        .iter()
        .filter(|stem| !is_empty(stem) && !is_number(stem) && !title.contains(stem));
    let told = told.map(|stem| canonical(stem));
    let stems: Vec<String> = told
        .flat_map(|stem| stem.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    ContentWords::from_stems(stems.into_iter())
}

/// Numbers are compared as such.
fn is_number(stem: &str) -> bool {
    stem.starts_with(|c: char| c.is_ascii_digit())
        || matches!(
            stem,
            "one"
                | "two"
                | "thre"
                | "four"
                | "five"
                | "six"
                | "ten"
                | "minut"
                | "month"
                | "year"
                | "over"
                | "under"
                | "longer"
                | "c"
                | "f"
                | "coupl"
                | "quarter"
                | "half"
                | "goe"
                | "old"
        )
        || stem.ends_with("ologist")
}

fn canonical(stem: &str) -> String {
    let one = match stem {
        "mov" | "move" => "movement",
        "decreas" | "few" | "fewer" | "reduc" => "less",
        "repeat" | "repeated" | "repeatedli" | "tim" | "time" | "several" => "repeat",
        "brown" => "dark",
        "fresh" => "bright",
        "temperatur" => "fever",
        "nosebleed" => "nos blood",
        "shiver" | "shak" => "chill",
        "kill" => "suicid",
        other => other,
    };
    one.to_owned()
}

/// Stems that say nothing of a sign.
fn is_empty(stem: &str) -> bool {
    matches!(
        stem,
        "feel"
            | "felt"
            | "have"
            | "get"
            | "becom"
            | "notic"
            | "sign"
            | "symptom"
            | "your"
            | "child"
            | "babi"
            | "person"
            | "look"
            | "seem"
            | "start"
            | "develop"
            | "experienc"
            | "com"
            | "go"
            | "happen"
            | "common"
            | "normal"
            | "call"
            | "tell"
            | "doctor"
            | "gp"
            | "nurs"
            | "clinic"
            | "visit"
            | "appointment"
            | "next"
            | "routin"
            | "rest"
            | "hom"
            | "watch"
            | "mention"
            | "rais"
            | "wait"
            | "worri"
            | "not"
            | "day"
            | "hour"
            | "week"
            | "still"
            | "turn"
            | "bring"
            | "let"
            | "know"
            | "see"
            | "mak"
            | "also"
            | "very"
            | "bad"
            | "sever"
            | "heavi"
            | "sudden"
            | "wors"
            | "short"
            | "brief"
            | "think"
            | "thought"
            | "usual"
            | "with"
            | "along"
            | "together"
            | "than"
            | "mor"
            | "long"
            | "last"
            | "after"
            | "befor"
            | "during"
            | "urgent"
            | "noth"
            | "concern"
            | "simpli"
            | "find"
            | "anyth"
            | "resembl"
    )
}

fn is_intense(word: &str) -> bool {
    matches!(
        word,
        "severe"
            | "heavy"
            | "heavily"
            | "sudden"
            | "suddenly"
            | "worse"
            | "worsening"
            | "spreading"
            | "spreads"
            | "large"
            | "high"
            | "persistent"
            | "constant"
            | "continuous"
            | "bad"
            | "very"
            | "lots"
            | "lot"
            | "increasing"
            | "growing"
            | "extreme"
            | "extremely"
            | "intense"
            | "unbearable"
            | "stop"
            | "soaks"
            | "soaking"
            | "more"
            | "keeps"
            | "getting"
            | "completely"
            | "all"
            | "too"
    )
}

fn is_soft(word: &str) -> bool {
    matches!(
        word,
        "mild"
            | "slight"
            | "slightly"
            | "minor"
            | "small"
            | "little"
            | "some"
            | "few"
            | "light"
            | "occasional"
            | "occasionally"
            | "temporary"
            | "faint"
            | "low"
            | "spot"
            | "spots"
            | "spotting"
            | "streaks"
            | "pink"
            | "dull"
            | "gentle"
            | "partly"
            | "usually"
            | "often"
            | "first"
            | "may"
            | "might"
            | "unless"
            | "not"
            | "no"
    )
}

/// The first sign of which sentence `index` makes light.
fn compare(
    facts: &Facts<'_>,
    index: usize,
    signs: &[Sign<'_>],
    questions: &Questions,
) -> Option<PlayedDown> {
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
    if is_urgent || is_denied || facts.sentence(index).text().trim_end().ends_with('?') {
        return None;
    }
    let is_put_off = !hits.iter().all(|hit| {
        let last = tokens.word(hit.words.end.saturating_sub(1));
        matches!(last, "common" | "normal" | "harmless" | "expected")
    });
    let within = |at: usize| hits.iter().any(|hit| hit.words.contains(&at));
    let free: Vec<usize> = (0..tokens.len()).filter(|at| !within(*at)).collect();
    // What it speaks of: its own words, else the sentence before or the question.
    let own = (of_words(facts, index, &free), index);
    let spoken = spoken_of(facts, index, questions).into_iter();
    let spoken = spoken.map(|place| (named(facts, place, 0..facts.tokens_of(place).len()), place));
    let sign = std::iter::once(own)
        .chain(spoken)
        .find_map(|(told, place)| {
            let of_place = facts.tokens_of(place);
            let is_mild = (0..of_place.len())
                .any(|at| is_soft(of_place.word(at)) && (place != index || !within(at)));
            let is_strong = of_place.words().any(is_intense);
            let numbers: Vec<&Quantity> = measures(facts, place).collect();
            signs.iter().filter(|_| !is_mild).find(|sign| {
                sign.sentence != index
                    && sign.sentence != place
                    && (!sign.is_intense || is_strong)
                    && names(&told, sign)
                    && sign.numbers.iter().all(|limit| reaches(limit, &numbers))
            })
        })?;
    Some(PlayedDown {
        sentence: index,
        item: sign.sentence,
        level: sign.level,
        is_put_off,
    })
}

fn of_words(facts: &Facts<'_>, sentence: usize, words: &[usize]) -> ContentWords {
    let mut stems: Vec<Stem> = Vec::new();
    let mut rest = words;
    while let Some(first) = rest.first() {
        let run = rest
            .iter()
            .zip(*first..)
            .take_while(|(at, wanted)| *at == wanted)
            .count();
        stems.extend(
            named(facts, sentence, *first..first + run)
                .in_order()
                .iter()
                .cloned(),
        );
        rest = rest.get(run..).unwrap_or_default();
    }
    ContentWords::from_stems(stems.into_iter())
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
