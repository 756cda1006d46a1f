//! The signs that the article itself ties to help as concepts, so that a conflict is found on any topic.
//!
//! Signs are the items of its red-flag lists and what urgent advice in running text is about ("call 911 if ..."). A sign is
//! found elsewhere by its content words: in a question all of them, in advice no others beside them, since "trouble
//! breathing during exercise" is not "trouble breathing". "Numbness or weakness in the legs" is also known by either side
//! of its "or".

use super::candidate::{Candidate, MIN_WORDS, Places, candidates, slice};
use super::naming::{narrows, ways};
use super::words::ContentWords;
use super::{ConceptUse, Facts, Mention, about, synonym};
use crate::article::{Role, TextKind};
use crate::lexicon::Urgency;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

/// A longer item is a story.
pub(super) const MAX_WORDS: usize = 12;

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
        covered: covered(known),
        found: Vec::new(),
        twins: BTreeMap::new(),
    };
    for list in facts.lists().iter().filter(|list| list.is_red_flags) {
        for item in &list.items {
            let first = facts.sentences_in(*item).next();
            if let Some(first) = first.filter(|first| !is_heading(facts, *first)) {
                let words = item_words(facts, first);
                if signs.is_covered(first, &words) {
                    signs.add_beside(first, words);
                } else {
                    signs.add(first, words);
                }
            }
        }
    }
    // A sentence may hold many candidates: what is asked of all of it is asked once.
    for of in candidates.chunk_by(|one, other| one.sentence == other.sentence) {
        let telling = of.iter().filter(|candidate| !candidate.asks);
        let urgent = telling.filter(|candidate| signs.is_urgent(candidate));
        let urgent: Vec<&Candidate> = urgent.collect();
        if urgent
            .first()
            .is_some_and(|first| tells_signs(facts, first.sentence))
        {
            for candidate in urgent {
                for words in signs.named(candidate) {
                    signs.add(candidate.sentence, words);
                }
            }
        }
    }
    signs.mentioned_in(&candidates)
}

/// The signs found so far, each with its content words.
struct Signs<'f, 'a> {
    facts: &'f Facts<'a>,
    neutral: &'f ContentWords,
    vague: &'f ContentWords,
    /// The words of each sentence that name a known concept.
    covered: BTreeMap<usize, Vec<Range<usize>>>,
    found: Vec<ConceptUse>,
    /// The place of each in `found`, by its content words.
    twins: BTreeMap<ContentWords, usize>,
}

impl Signs<'_, '_> {
    /// Whether some of these words name a known concept.
    fn is_covered(&self, sentence: usize, words: &Range<usize>) -> bool {
        let mut known = self.covered.get(&sentence).into_iter().flatten();
        known.any(|known| known.start < words.end && words.start < known.end)
    }

    /// Adds what an item names beside a known concept: "chest pain or shortness of breath".
    fn add_beside(&mut self, sentence: usize, words: Range<usize>) {
        let tokens = self.facts.tokens_of(sentence);
        // "Chest pain that spreads to the arm, jaw or back" is one.
        let is_joined = |at: usize| matches!(tokens.word(at), "and" | "that" | "y" | "que");
        if words.clone().any(is_joined) {
            return;
        }
        let text = self.facts.sentence(sentence).text();
        let parts = about::parts(text, tokens, &words);
        if parts.iter().skip(1).any(|part| narrows(tokens, part)) {
            return;
        }
        for part in parts {
            if !self.is_covered(sentence, &part) && self.is_telling(sentence, &part) {
                self.add(sentence, part);
            }
        }
    }

    fn add(&mut self, sentence: usize, words: Range<usize>) {
        if self.is_covered(sentence, &words) {
            return;
        }
        let text = slice(self.facts, sentence, &words);
        let tokens = self.facts.tokens_of(sentence);
        let content = ContentWords::of_sign_in(tokens.words_of(words.clone()), self.facts.lang);
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

    /// Whether urgent advice speaks of a candidate.
    fn is_urgent(&self, candidate: &Candidate) -> bool {
        let facts = self.facts;
        let mut near = facts.counsels_near(candidate.sentence, candidate.words.clone());
        near.any(|(_, counsel)| {
            let inside = counsel.frame.scope.contains(&candidate.words.start);
            let before = candidate.words.end <= counsel.frame.words.start;
            let named = before || candidate.words.start >= counsel.frame.words.end;
            let told = before
                || counsel.frame.is_conditional
                || facts.is_in_roles(candidate.sentence, &[Role::RedFlags]);
            inside && told && named && counsel.level() >= Urgency::Urgent
        })
    }

    /// The signs that a candidate names: each part of it that is more than a vague word.
    fn named(&self, candidate: &Candidate) -> Vec<Range<usize>> {
        let facts = self.facts;
        let tokens = facts.tokens_of(candidate.sentence);
        let text = facts.sentence(candidate.sentence).text();
        let mut signs = about::parts(text, tokens, &candidate.words);
        signs.retain(|words| self.is_telling(candidate.sentence, words));
        signs
    }

    /// Whether these words name a sign that can be known again: more than a vague word.
    fn is_telling(&self, sentence: usize, words: &Range<usize>) -> bool {
        let words = self.facts.tokens_of(sentence).words_of(words.clone());
        let content = ContentWords::of_sign_in(words, self.facts.lang);
        let stems = content.in_order().iter();
        let telling =
            stems.filter(|stem| !self.vague.contains(stem) && !self.neutral.contains(stem));
        let alone = content.len() == 1
            && content
                .in_order()
                .iter()
                .any(|stem| synonym::is_telling(stem));
        content.len() <= MAX_WORDS && (telling.count() >= MIN_WORDS || alone)
    }
}

/// The words that name a known concept, by their sentence.
fn covered(known: &[ConceptUse]) -> BTreeMap<usize, Vec<Range<usize>>> {
    let mut covered: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
    for mention in known.iter().flat_map(|concept| &concept.mentions) {
        let words = covered.entry(mention.sentence).or_default();
        words.push(mention.words.clone());
    }
    covered
}

/// The words of an item's first sentence that name the sign: all of them, or what its advice is about.
fn item_words(facts: &Facts<'_>, sentence: usize) -> Range<usize> {
    match facts.counsels_of(sentence).next() {
        Some((_, counsel)) => about::about(facts, sentence, &counsel.frame),
        None => 0..facts.tokens_of(sentence).len(),
    }
}

/// Whether a sentence of running text tells signs of its own, and does not point at those of a list or of all.
fn tells_signs(facts: &Facts<'_>, sentence: usize) -> bool {
    let tokens = facts.tokens_of(sentence);
    let span = facts.sentence(sentence).span();
    facts.lists_around(span).next().is_none()
        && !is_heading(facts, sentence)
        && !facts.advice.points_back(tokens)
        && facts.advice.collective(tokens).is_none()
}

fn is_heading(facts: &Facts<'_>, sentence: usize) -> bool {
    facts.sentence(sentence).within.kind == TextKind::Heading
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
