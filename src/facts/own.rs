//! The signs that the article itself ties to help as concepts, so that a conflict is found on any topic.
//!
//! Signs are the items of its red-flag lists and what urgent advice in running text is about ("call 911 if ..."). A sign is
//! found elsewhere by its content words: in a question all of them, in advice no others beside them, since "trouble
//! breathing during exercise" is not "trouble breathing". "Numbness or weakness in the legs" is also known by either side
//! of its "or".

use super::candidate::{Candidate, MIN_WORDS, Places, candidates, slice};
use super::words::ContentWords;
use super::{ConceptUse, Facts, Mention, about, synonym};
use crate::article::{Role, TextKind};
use crate::lexicon::{Tokens, Urgency};
use crate::source::PartOf;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

/// A longer item is a story.
const MAX_WORDS: usize = 12;

/// Words that make no other sign of the one they stand beside: whose it is, and what calls it serious.
const NEUTRAL: &str = "child baby person people patient partner sign signs symptom symptoms notice notices experience \
    develop feel feels emergency urgent immediate immediately serious dangerous medical require requires right away \
    straight now today always usually still wait don't happens hijo hija persona signo signos sintoma sintomas senal \
    grave urgente urgencia emergencia siempre see sees turn turns turned look looks make makes sticky tarry other others";

/// Words of which no sign is made up: how it goes on, and what a reader thinks of it.
const VAGUE: &str = "worse better improve improves problem problems condition question questions concern concerns \
    concerned worry worried persist persists continue continues pain help doctor gp clinic hospital nurse reach unsure \
    sure unwell well last lasts happen peor mejor dolor duda dudas problema medico";

/// The stems of the neutral and the vague words.
static IN_ENGLISH: LazyLock<[ContentWords; 2]> =
    LazyLock::new(|| [NEUTRAL, VAGUE].map(|words| ContentWords::of_sign(words, "en")));
static IN_SPANISH: LazyLock<[ContentWords; 2]> =
    LazyLock::new(|| [NEUTRAL, VAGUE].map(|words| ContentWords::of_sign(words, "es")));

/// The signs that no `known` concept names, with all their mentions.
pub(super) fn from_red_flags(facts: &Facts<'_>, known: &[ConceptUse]) -> Vec<ConceptUse> {
    let candidates = candidates(facts);
    let [neutral, vague] = match facts.lang {
        "es" => &*IN_SPANISH,
        _ => &*IN_ENGLISH,
    };
    let mut signs = Signs {
        facts,
        neutral,
        vague,
        covered: known
            .iter()
            .flat_map(|concept| &concept.mentions)
            .map(|mention| mention.sentence)
            .collect(),
        found: Vec::new(),
        pointing: Cell::new(None),
        twins: BTreeMap::new(),
    };
    for list in facts.lists().iter().filter(|list| list.is_red_flags) {
        for item in &list.items {
            let first = facts.sentences_in(*item).next();
            if let Some(first) = first.filter(|first| !is_heading(facts, *first)) {
                signs.add(first, item_words(facts, first));
            }
        }
    }
    for candidate in candidates.iter().filter(|candidate| !candidate.asks) {
        for words in signs.urgent(candidate) {
            signs.add(candidate.sentence, words);
        }
    }
    signs.mentioned_in(&candidates)
}

/// The signs found so far, each with its content words.
struct Signs<'f, 'a> {
    facts: &'f Facts<'a>,
    neutral: &'f ContentWords,
    vague: &'f ContentWords,
    covered: BTreeSet<usize>,
    found: Vec<ConceptUse>,
    /// Whether the sentence that was asked for last points at signs told elsewhere: it may hold many candidates.
    pointing: Cell<Option<(usize, bool)>>,
    /// The place of each in `found`, by its content words.
    twins: BTreeMap<ContentWords, usize>,
}

impl Signs<'_, '_> {
    fn add(&mut self, sentence: usize, words: Range<usize>) {
        if self.covered.contains(&sentence) {
            return;
        }
        let text = slice(self.facts, sentence, &words);
        let content = ContentWords::of_sign(text, self.facts.lang);
        let mention = Mention::whole(self.facts, sentence, words);
        let place = *self.twins.entry(content).or_insert(self.found.len());
        if let Some(twin) = self.found.get_mut(place) {
            twin.mentions.push(mention);
            return;
        }
        self.found.push(ConceptUse {
            known: None,
            label: label(text),
            mentions: vec![mention],
            denied: Vec::new(),
            bindings: Vec::new(),
        });
    }

    fn mentioned_in(mut self, candidates: &[Candidate]) -> Vec<ConceptUse> {
        let places = Places::of(candidates, self.neutral);
        for concept in &mut self.found {
            let Some(first) = concept.mentions.first() else {
                continue;
            };
            let text = slice(self.facts, first.sentence, &first.words);
            let ways = ways(text, self.facts.lang, self.neutral);
            let listed: BTreeSet<usize> = concept.mentions.iter().map(|at| at.sentence).collect();
            let near = ways.iter().flat_map(|way| places.near(way, self.neutral));
            let near: BTreeSet<usize> = near.collect();
            let named = near.into_iter().filter_map(|index| candidates.get(index));
            let named = named.filter(|candidate| {
                !listed.contains(&candidate.sentence)
                    && ways.iter().any(|way| candidate.names(way, self.neutral))
            });
            concept.mentions.extend(named.map(|candidate| {
                Mention::whole(self.facts, candidate.sentence, candidate.words.clone())
            }));
            concept.mentions.sort_by_key(|mention| mention.span);
        }
        self.found
    }

    /// What urgent advice in running text is about, as signs of their own: each part of it that is more than a vague word.
    fn urgent(&self, candidate: &Candidate) -> Vec<Range<usize>> {
        let facts = self.facts;
        let sentence = facts.sentence(candidate.sentence);
        let mut near = facts.counsels_near(candidate.sentence, candidate.words.clone());
        let urgent = near.any(|(_, counsel)| {
            let inside = counsel.frame.scope.contains(&candidate.words.start);
            let before = candidate.words.end <= counsel.frame.words.start;
            let named = before || candidate.words.start >= counsel.frame.words.end;
            let told = before
                || counsel.frame.is_conditional
                || facts.is_in_roles(candidate.sentence, &[Role::RedFlags]);
            inside && told && named && counsel.level() >= Urgency::Urgent
        });
        let tokens = facts.tokens_of(candidate.sentence);
        let listed = || facts.lists_around(sentence.span()).next().is_some();
        let points = || {
            let known = self.pointing.get();
            let known = known.filter(|(sentence, _)| *sentence == candidate.sentence);
            let (_, points) = known.unwrap_or_else(|| {
                let points =
                    facts.advice.points_back(tokens) || facts.advice.collective(tokens).is_some();
                (candidate.sentence, points)
            });
            self.pointing.set(Some((candidate.sentence, points)));
            points
        };
        if !urgent || listed() || points() || is_heading(facts, candidate.sentence) {
            return Vec::new();
        }
        let mut signs = about::parts(sentence.text(), tokens, &candidate.words);
        signs.retain(|words| {
            let content =
                ContentWords::of_sign(slice(facts, candidate.sentence, words), facts.lang);
            let stems = content.in_order().iter();
            let telling =
                stems.filter(|stem| !self.vague.contains(stem) && !self.neutral.contains(stem));
            let alone = content.len() == 1
                && content
                    .in_order()
                    .iter()
                    .any(|stem| synonym::is_telling(stem));
            content.len() <= MAX_WORDS && (telling.count() >= MIN_WORDS || alone)
        });
        signs
    }
}

/// The words of an item's first sentence that name the sign: all of them, or what its advice is about.
fn item_words(facts: &Facts<'_>, sentence: usize) -> Range<usize> {
    match facts.counsels_of(sentence).next() {
        Some((_, counsel)) => about::about(facts, sentence, &counsel.frame),
        None => 0..facts.tokens_of(sentence).len(),
    }
}

fn is_heading(facts: &Facts<'_>, sentence: usize) -> bool {
    facts.sentence(sentence).within.kind == TextKind::Heading
}

/// The sets of content words by which a sign may be named.
fn ways(text: &str, lang: &str, neutral: &ContentWords) -> Vec<ContentWords> {
    let mut ways = vec![ContentWords::of_sign(text, lang)];
    ways.extend(sides(text, lang));
    for way in alternatives(text) {
        let words = ContentWords::of_sign(&way, lang);
        if words.len() >= MIN_WORDS {
            ways.push(words);
        }
    }
    if let Some(way) = without_even(text) {
        ways.push(ContentWords::of_sign(way, lang));
    }
    ways.extend(spread(text, lang));
    let bare = |way: &ContentWords| {
        let stems = way.in_order().iter().filter(|stem| !neutral.contains(stem));
        ContentWords::from_stems(stems.cloned())
    };
    let bare: Vec<ContentWords> = ways.iter().map(bare).collect();
    ways.extend(bare.into_iter().filter(|way| way.len() >= MIN_WORDS));
    ways.retain(|way| !way.is_empty() && way.len() <= MAX_WORDS);
    ways
}

/// "Numbness or weakness in the legs": the whole with only one side of the "or".
fn alternatives(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let or = words
        .iter()
        .position(|word| matches!(*word, "or" | "o" | "u"));
    let Some(at) = or.filter(|at| *at > 0 && at + 1 < words.len()) else {
        return Vec::new();
    };
    let without =
        |left: usize, right: usize| [words.part(..left), words.part(right..)].concat().join(" ");
    vec![without(at, at + 2), without(at - 1, at + 1)]
}

/// "Flashes of light or many new floaters", "the wound has pus or smells": each side of an "or" by itself, if nothing after it
/// can be meant of both.
fn sides(text: &str, lang: &str) -> Vec<ContentWords> {
    let tokens = Tokens::of(text);
    let is_or = |at: &usize| matches!(tokens.word(*at), "or" | "o" | "u");
    let mut joints = (1..tokens.len()).filter(is_or);
    let (Some(at), None) = (joints.next(), joints.next()) else {
        return Vec::new();
    };
    let is_joined = tokens.words().any(|word| matches!(word, "and" | "y"));
    let goes_on = |at: usize| NARROWING.contains(&tokens.word(at));
    if is_joined || (at + 1..tokens.len()).any(goes_on) && !VERBS.contains(&tokens.word(at + 1)) {
        return Vec::new();
    }
    let of = |words: Range<usize>| {
        let place = tokens.place(words);
        ContentWords::of_sign(text.get(place).unwrap_or(""), lang)
    };
    let tells = |side: &ContentWords| {
        let telling = side
            .different()
            .iter()
            .any(|stem| synonym::is_telling(stem));
        side.len() >= MIN_WORDS || telling
    };
    let mut sides = vec![of(0..at), of(at + 1..tokens.len())];
    sides.retain(tells);
    // Pus is a sign wherever it is and however it shows.
    let pus = sides.iter().any(|side| side.contains("pus"));
    sides.extend(pus.then(|| ContentWords::of_sign("pus", lang)));
    sides
}

/// Words that open what narrows both sides of an "or": "pain or swelling that lasts more than 3 days".
const NARROWING: &[&str] = &[
    "after", "around", "at", "below", "during", "for", "from", "in", "lasting", "near", "on",
    "over", "that", "under", "when", "which", "while", "with", "without", "con", "de", "en",
    "durante", "desde", "despues", "por", "que",
];

/// Words after "or" that begin a statement of its own: "you taste pus or have a bad taste that does not go away".
const VERBS: &[&str] = &[
    "are", "cannot", "feel", "feels", "has", "have", "is", "looks", "smells", "you", "your",
    "tiene", "esta",
];

/// "A noise with each breath, even at rest", "voices that others do not hear": the sign without what tells nothing more.
fn without_even(text: &str) -> Option<&str> {
    let widens = [
        ", even ",
        ", incluso ",
        ", aunque ",
        " that other ",
        " that others ",
        " that nobody ",
    ];
    let at = widens.iter().filter_map(|words| text.find(words)).min()?;
    text.get(..at)
}

/// "Your foot is cold, numb or blue": the first word that tells with each of the parts that follow, where whose it is opens
/// the sign.
fn spread(text: &str, lang: &str) -> Vec<ContentWords> {
    let tokens = Tokens::of(text);
    let opens = matches!(
        tokens.word(0),
        "your" | "the" | "their" | "su" | "el" | "la"
    );
    let parts = about::parts(text, &tokens, &(0..tokens.len()));
    if !opens || parts.len() < 2 || tokens.words().any(|word| matches!(word, "and" | "y")) {
        return Vec::new();
    }
    let content = |words: &Range<usize>| {
        let place = tokens.place(words.clone());
        ContentWords::of_sign(text.get(place).unwrap_or(""), lang)
    };
    let mut parts = parts.iter().map(content);
    let first = parts
        .next()
        .unwrap_or_else(|| ContentWords::of_sign("", lang));
    let Some(whose) = first.in_order().first().cloned() else {
        return Vec::new();
    };
    let with = |part: ContentWords| {
        let stems = part.in_order().iter().cloned();
        ContentWords::from_stems(std::iter::once(whose.clone()).chain(stems))
    };
    let mut ways: Vec<ContentWords> = parts.map(with).collect();
    ways.push(first);
    ways.retain(|way| way.len() >= MIN_WORDS);
    ways
}

/// The sign as it is called in findings: its words without the full stop, cut at a word where it is long.
fn label(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = text.trim().trim_end_matches(['.', ',', ';', ':']);
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let mut label = String::new();
    for word in text.split_whitespace() {
        if label.chars().count() + word.chars().count() + 1 > LONGEST {
            break;
        }
        if !label.is_empty() {
            label.push(' ');
        }
        label.push_str(word);
    }
    label.push('…');
    label
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    /// How often each sign of `text` is mentioned.
    fn signs(text: &str) -> Vec<(String, usize)> {
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let facts = Facts::find(&article, &Settings::of(&article));
        let concepts = facts.concepts().iter();
        concepts
            .map(|concept| (concept.label.clone(), concept.mentions.len()))
            .collect()
    }

    #[test]
    fn an_item_is_known_again_by_its_words_and_no_others() {
        let list = "# A\n\n## Red flags\n\nSee a doctor if:\n\n- trouble breathing\n- a rash or blisters on the face\n- fever\n\n## More\n\n";
        let cases = [
            ("Call 911 if you have trouble breathing.", [2, 1, 1]),
            (
                "Call 911 if your child has trouble breathing or faints.",
                [2, 1, 1],
            ),
            (
                "See a nurse if you have trouble breathing during exercise.",
                [1, 1, 1],
            ),
            ("Call a nurse if there are blisters on the face.", [1, 2, 1]),
            ("Call a nurse if there are blisters on the foot.", [1, 1, 1]),
            ("Call a nurse if you have a fever.", [1, 1, 2]),
            ("Call a nurse if you have a fever or a cough.", [1, 1, 1]),
            ("Trouble breathing is common.", [1, 1, 1]),
        ];
        for (text, wanted) in cases {
            let counts: Vec<usize> = signs(&format!("{list}{text}\n"))
                .into_iter()
                .take(3)
                .map(|(_, count)| count)
                .collect();
            assert_eq!(counts, wanted, "{text}");
        }
    }

    #[test]
    fn an_item_is_known_again_without_even_by_each_side_of_its_list_and_with_more_under_slow_advice()
     {
        let list = "# A\n\n## Red flags\n\nCall 911 if:\n\n- a harsh noise, even at rest\n- your foot is cold, numb or blue\n- the stump bleeds\n\n## More\n\n";
        let cases = [
            ("Tell a nurse if there is a harsh noise.", [2, 1, 1]),
            (
                "Ask a nurse if your foot turns blue or feels numb.",
                [1, 2, 1],
            ),
            ("Ask a nurse if your hand turns blue.", [1, 1, 1]),
            (
                "Make an appointment if you cough and the stump bleeds.",
                [1, 1, 2],
            ),
            ("Call 999 if you faint and the stump bleeds.", [1, 1, 1]),
        ];
        for (text, wanted) in cases {
            let counts: Vec<usize> = signs(&format!("{list}{text}\n"))
                .into_iter()
                .take(3)
                .map(|(_, count)| count)
                .collect();
            assert_eq!(counts, wanted, "{text}");
        }
    }

    #[test]
    fn urgent_advice_in_running_text_names_signs_and_slow_or_vague_advice_does_not() {
        let cases: &[(&str, &[&str])] = &[
            ("Call 911 if your toes turn blue.", &["your toes turn blue"]),
            ("See your doctor if your toes turn blue.", &[]),
            ("Call 911 if it gets worse.", &[]),
            (
                "If you cannot reach your doctor, go to the emergency room.",
                &[],
            ),
            ("These signs need emergency care.", &[]),
        ];
        for (text, wanted) in cases {
            let found = signs(&format!("# A\n\nMost people get well.\n\n{text}\n"));
            let labels: Vec<&str> = found.iter().map(|(label, _)| label.as_str()).collect();
            assert_eq!(labels, *wanted, "{text}");
        }
    }
}
