//! Warning signs and aftercare that are hard to read.

use crate::facts::readability::{Counts, ReadWord, read_words};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use crate::rules::red_flags::places::is_aside;

rule! {
    /// The part that keeps readers safe is too hard to read: the warning signs, or the time after a procedure.
    ///
    /// ## Why it matters
    /// It is read in fear, in pain or in a hurry, often by someone else than the patient. It must be the easiest part of
    /// the article, and an easy introduction hides a hard warning when only the article as a whole is graded.
    ///
    /// A section with five sentences or more is judged by its grade: SMOG and Flesch-Kincaid must both be above 8 (a
    /// profile may set another number), and by a whole grade where there are fewer than ten. A shorter one, as a list of signs is, is judged by its long words: no more than 15
    /// in 100 may have three syllables, each counted once. Words that readers know in any emergency do not count there ("emergency",
    /// "hospital", "immediately"). No sentence may have more than 20 words; where one of up to
    /// 25 is all that is wrong, this is a matter of style. The disclaimer has a rule of its own,
    /// `disclaimer-reading-grade`.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Sprains
    ///
    /// ## When to get help
    ///
    /// Certain presentations necessitate prompt medical evaluation, including:
    ///
    /// - inability to bear weight
    /// - considerable deformity
    /// - neurological symptoms
    /// ```
    ///
    /// ```markdown,flag
    /// # Sprains
    ///
    /// ## When to get help
    ///
    /// Go to the emergency room if your foot turns cold or blue or numb and you cannot move your toes at all or the skin
    /// is broken and you can see the bone.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Sprains
    ///
    /// ## When to get help
    ///
    /// Go to the emergency room immediately if:
    ///
    /// - you cannot stand on the foot
    /// - the ankle has a strange shape
    /// - your toes are cold, blue or numb
    /// ```
    ///
    /// Medicines that do not go together are no warning signs:
    /// ```markdown,pass
    /// ---
    /// kind: medicine
    /// ---
    /// # Naproxen
    ///
    /// ## Naproxen with other medicines
    ///
    /// Tell your pharmacist if you take:
    ///
    /// - anticoagulants such as warfarin or rivaroxaban
    /// - antidepressants such as citalopram or fluoxetine
    /// - methotrexate, lithium or ciclosporin
    /// - corticosteroids such as prednisolone
    /// ```
    RULE {
        name: "safety-section-grade", severity: Warning, since: "0.1.0",
        standard: "PEMAT 3; CDC CCI 7",
        summary: "the warning signs or the aftercare are too hard to read",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() == "en" {
        for place in safety_places(cx) {
            judge(cx, place, findings);
        }
    }
}

/// The parts with the warning signs and the aftercare that lie in no other such part; advice in running text is none.
pub(super) fn safety_places<'a>(cx: &Context<'a>) -> Vec<&'a RolePlace> {
    let mut places = cx.outermost(&[Role::RedFlags, Role::Aftercare]);
    places.retain(|place| !is_aside(place));
    places
}

fn judge(cx: &Context<'_>, place: &RolePlace, findings: &mut Findings<'_>) {
    let limits = &cx.settings.limits.reading;
    let long_sentences = long_sentences(cx, place.span);
    let hard = hard_to_read(cx, place.span);
    let longest = long_sentences.iter().max_by_key(|(_, words)| *words);
    let message = match (&hard, longest) {
        (Some(hard), _) => format!("{} {hard}", name(place.role)),
        (None, Some((_, words))) => {
            format!(
                "{} have a sentence of {words} words; the limit here is {}",
                name(place.role),
                limits.easy_sentence_words
            )
        }
        (None, None) => return,
    };
    let at = match (&hard, long_sentences.first()) {
        (None, Some((span, _))) => *span,
        _ => start(cx, place),
    };
    let is_style =
        hard.is_none() && longest.is_some_and(|(_, words)| *words <= limits.sentence_words);
    let finding = findings.report(at, message);
    if is_style {
        finding.severity(Severity::Info);
    }
    finding.help(
        "People read this in fear or pain. Use short sentences and everyday words: \"You cannot pee\", \"Your legs feel weak\".",
    );
    for (span, words) in long_sentences.into_iter().filter(|(span, _)| *span != at) {
        finding.label(span, format!("{words} words"));
    }
    if hard.is_some() {
        for (span, words) in long_words_by_sentence(cx, place.span).into_iter().take(5) {
            finding.label(span, format!("long: {}", words.join(", ")));
        }
    }
}

/// From the first to the last long word of each sentence, with these words.
fn long_words_by_sentence<'a>(cx: &Context<'a>, span: Span) -> Vec<(Span, Vec<&'a str>)> {
    let mut sentences: Vec<(usize, Span, Vec<&str>)> = Vec::new();
    for (index, word) in long_words(cx, span) {
        let text = cx.article.source.slice(word);
        match sentences.last_mut() {
            Some((last, span, words)) if *last == index => {
                *span = span.cover(word);
                words.push(text);
            }
            _ => sentences.push((index, word, vec![text])),
        }
    }
    sentences
        .into_iter()
        .map(|(_, span, words)| (span, words))
        .collect()
}

fn name(role: Role) -> &'static str {
    if role == Role::Aftercare {
        "the instructions for afterwards"
    } else {
        "the warning signs"
    }
}

/// The heading of the place, else its first sentence.
fn start(cx: &Context<'_>, place: &RolePlace) -> Span {
    let first = cx.facts.sentences_in(place.span).next();
    let sentence = first.and_then(|first| cx.facts.sentences.get(first));
    sentence.map_or(place.span, crate::facts::Sentence::span)
}

/// Why the place is hard to read, to be put behind its name.
fn hard_to_read(cx: &Context<'_>, span: Span) -> Option<String> {
    let limits = &cx.settings.limits.reading;
    let counts = cx.facts.counts_in(span);
    if counts.sentences >= limits.safety_sentences_min {
        let target = limits.safety_grade?;
        let (smog, kincaid) = (counts.smog()?, counts.kincaid()?);
        // Few sentences make a shaky grade: it must be clearly too high.
        let margin = if counts.sentences < limits.graded_sentences_min {
            1.0
        } else {
            0.0
        };
        return (smog > target + margin && kincaid > target + margin).then(|| {
            format!("read at grade {smog:.1} (SMOG, an estimate) and {kincaid:.1} (Flesch-Kincaid); the limit is {target:.0}")
        });
    }
    let words: usize = every_sentence(cx, span)
        .map(|(_, counts)| counts.words)
        .sum();
    let long = different(cx, &long_words(cx, span));
    let share = long as f64 / words.max(1) as f64;
    let is_over = (share * 100.0).round() > (limits.safety_long_words * 100.0).round();
    // Four long words in twenty may be chance.
    (is_over && long > 4).then(|| {
        format!(
            "have {long} different long words in {words} ({:.0}%; the limit is {:.0}%)",
            share * 100.0,
            limits.safety_long_words * 100.0
        )
    })
}

/// How many different words these are.
fn different(cx: &Context<'_>, words: &[(usize, Span)]) -> usize {
    let words = words
        .iter()
        .map(|(_, span)| cx.article.source.slice(*span).to_lowercase());
    words.collect::<std::collections::BTreeSet<String>>().len()
}

/// The sentences and bare items of the place that are running text.
fn every_sentence(cx: &Context<'_>, span: Span) -> impl Iterator<Item = (usize, Counts)> {
    let facts = cx.facts;
    let sentences = facts.sentences_in(span);
    let measured =
        sentences.filter_map(|index| Some((index, facts.readability().sentence(index)?)));
    measured
        .filter(|(_, one)| one.is_running)
        .map(|(index, one)| (index, one.counts))
}

fn long_sentences(cx: &Context<'_>, span: Span) -> Vec<(Span, usize)> {
    let limit = cx.settings.limits.reading.easy_sentence_words;
    let mut long = Vec::new();
    for (index, counts) in every_sentence(cx, span) {
        if counts.words <= limit {
            continue;
        }
        let words = super::sentence_too_long::length(cx, index);
        if let Some(sentence) = cx.facts.sentences.get(index).filter(|_| words > limit) {
            long.push((sentence.span(), words));
        }
    }
    long
}

/// The long words of the place that not every reader knows.
fn long_words(cx: &Context<'_>, span: Span) -> Vec<(usize, Span)> {
    let mut long = Vec::new();
    for (index, counts) in every_sentence(cx, span) {
        let (Some(sentence), Some(tokens)) =
            (cx.facts.sentences.get(index), cx.facts.tokens.get(index))
        else {
            continue;
        };
        if counts.polysyllables == 0 {
            continue;
        }
        let known = cx.facts.hits_in(Table::Everyday, index);
        let words = read_words(sentence.text(), tokens).filter(ReadWord::is_long);
        let unknown =
            words.filter(|word| !known.iter().any(|hit| hit.words.start == word.tokens.start));
        long.extend(unknown.map(|word| (index, cx.facts.span_of(index, word.tokens))));
    }
    long
}
