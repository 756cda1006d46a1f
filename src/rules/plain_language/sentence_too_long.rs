//! Sentences that are longer than most readers can hold in mind.

use super::grouped::by_section;
use super::safety_section_grade::safety_places;
use crate::facts::readability::read_words;
use crate::facts::spans::SpanSet;
use crate::rules::prelude::*;

rule! {
    /// A sentence has more words than most readers can hold in mind.
    ///
    /// ## Why it matters
    /// Readers lose the start of a long sentence before they reach its end, the more so when they are ill, tired or not at
    /// home in the language.
    ///
    /// The limit is 25 words. One finding names the longest sentence of a section and shows the others. Where more
    /// than a quarter of all sentences have 21 to 25 words, one note (info) says so. A list inside a sentence, after a
    /// colon, is counted item by item. The warning signs and the aftercare have a stricter rule of their own,
    /// `safety-section-grade`, and the disclaimer `disclaimer-reading-grade`. Sources and credits are not counted.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Knee pain
    ///
    /// Pain at the front of the knee often starts slowly after a change in how far or how fast you run and it tends to get
    /// worse when you climb stairs or sit for long.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Knee pain
    ///
    /// Pain at the front of the knee often starts slowly, after you run farther or faster than before. It gets worse when
    /// you climb stairs or sit for long.
    /// ```
    ///
    /// A list in a sentence is counted item by item:
    /// ```markdown,pass
    /// # Knee pain
    ///
    /// Bring these things to the clinic: a list of all your medicines; the shoes that you wear for running; shorts or
    /// loose trousers; the letter from your doctor; your insurance card.
    /// ```
    ///
    /// The text of a list or a table whose lines were joined is no sentence:
    /// ```markdown,pass
    /// # Gums
    ///
    /// Clean the gaps between your teeth at night. Or use a small brush that your dentist has shown you.   - see the
    /// hygienist twice a year for a check and a clean.   - do not smoke at all.  - drink water after meals.
    ///
    /// Sign Share of people Swollen joints 90% Short fingers 90% Curved spine 80% Stiff neck 50% Dry mouth and dry eyes 50%
    /// Hearing loss in one ear 30% Small teeth 7%.
    /// ```
    RULE {
        name: "sentence-too-long", severity: Warning, since: "0.1.0",
        standard: "GOV.UK and NHS content guides (25 words); CDC Simply Put; MedlinePlus",
        summary: "a sentence has more words than most readers can hold in mind",
    }
}

/// Places that other rules judge, or that nobody reads through.
const ELSEWHERE: &[Role] = &[
    Role::Disclaimer,
    Role::References,
    Role::Authorship,
    Role::Contact,
    Role::Resources,
];

/// Sentences just under the limit are worth a note where they are more than one in so many.
const MANY: usize = 4;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let limits = &cx.settings.limits.reading;
    if cx.article.base_lang() != "en" {
        return;
    }
    let safety: SpanSet = safety_places(cx).iter().map(|place| place.span).collect();
    let is_elsewhere = |index: usize| {
        let span = span(cx, index);
        safety.contains(span) || cx.facts.is_in_roles(index, ELSEWHERE)
    };
    let mut long = Vec::new();
    let mut nearly = Vec::new();
    for index in cx.facts.readability().complete() {
        let counted = cx
            .facts
            .readability()
            .sentence(index)
            .map_or(0, |one| one.counts.words);
        if counted <= limits.easy_sentence_words || is_elsewhere(index) {
            continue;
        }
        let words = length(cx, index);
        if words > limits.sentence_words {
            long.push((index, words));
        } else if words > limits.easy_sentence_words {
            nearly.push((index, words));
        }
    }
    let all = cx.facts.readability().total().sentences;
    if nearly.len() * MANY > all && nearly.len() > 2 {
        note(cx, &nearly, findings);
    }
    for run in by_section(cx.facts, long) {
        report(cx, &run, findings);
    }
}

fn report(cx: &Context<'_>, run: &[(usize, usize)], findings: &mut Findings<'_>) {
    let limit = cx.settings.limits.reading.sentence_words;
    // The first of the longest.
    let Some((longest, words)) = run.iter().rev().max_by_key(|(_, words)| *words) else {
        return;
    };
    let others = match run.len() - 1 {
        0 => String::new(),
        1 => ", and another of this section is over the limit".to_owned(),
        more => format!(", and {more} others of this section are over the limit"),
    };
    let finding = findings
        .report(
            span(cx, *longest),
            format!("a sentence of {words} words{others}; the limit is {limit}"),
        )
        .help("Readers lose the start before they reach the end. Split it where a new idea starts, or make a list of it.");
    for (index, words) in run.iter().filter(|(index, _)| index != longest) {
        finding.label(span(cx, *index), format!("{words} words"));
    }
}

fn note(cx: &Context<'_>, nearly: &[(usize, usize)], findings: &mut Findings<'_>) {
    let Some((first, rest)) = nearly.split_first() else {
        return;
    };
    let limits = &cx.settings.limits.reading;
    let finding = findings
        .report(
            span(cx, first.0),
            format!(
                "{} sentences have {} to {} words",
                nearly.len(),
                limits.easy_sentence_words + 1,
                limits.sentence_words
            ),
        )
        .severity(Severity::Info)
        .help("Sentences of 10 to 20 words are easier to follow. Split some of them.");
    for (index, words) in rest.iter().take(4) {
        finding.label(span(cx, *index), format!("{words} words"));
    }
}

fn span(cx: &Context<'_>, index: usize) -> Span {
    let sentence = cx.facts.sentences.get(index);
    sentence
        .map(crate::facts::Sentence::span)
        .unwrap_or_default()
}

/// A sentence with more rates is the text of a table.
const RATES: usize = 4;

/// Whether the marks between two words are those of a list: "-", "•", a full stop or colon and a dash.
fn is_item_mark(gap: &str) -> bool {
    let mut marks = gap.chars().filter(|mark| !mark.is_whitespace());
    match (marks.next(), marks.next(), marks.next()) {
        (Some(mark), None, _) => matches!(mark, '-' | '–' | '•'),
        (Some(end), Some('-' | '–'), None) => matches!(end, '.' | ':' | ')'),
        _ => false,
    }
}

/// The words of a sentence; where a list follows a colon, those before the list or of its longest item, if they are more.
pub(super) fn length(cx: &Context<'_>, index: usize) -> usize {
    let (Some(sentence), Some(tokens)) =
        (cx.facts.sentences.get(index), cx.facts.tokens.get(index))
    else {
        return 0;
    };
    let text = sentence.text();
    let mut parts = vec![0];
    let mut is_list = false;
    let mut dashes = 0;
    // Rates that a table held before it was pasted: "Fever 90% Rash 50% ...".
    let is_table = text.matches('%').count() > RATES;
    for word in read_words(text, tokens) {
        let gap = tokens.gap_before(text, word.tokens.start);
        let opens_list = gap.contains(':') && gap.contains(char::is_whitespace);
        let is_dash = gap.len() > 1 && is_item_mark(gap);
        // A dash after a full stop opens the item of a list whose lines were joined.
        dashes += usize::from(is_dash) + usize::from(is_dash && gap.starts_with(['.', ')']));
        if opens_list
            || is_dash
            || is_table && gap.contains('%')
            || gap.contains(';')
            || is_list && gap.contains(',')
        {
            is_list |= opens_list;
            parts.push(0);
        }
        if let Some(last) = parts.last_mut() {
            *last += 1;
        }
    }
    let is_itemised =
        is_table || is_list && parts.len() > 2 || dashes > 1 || text.matches(';').count() > 1;
    if is_itemised {
        parts.into_iter().max().unwrap_or(0)
    } else {
        parts.into_iter().sum()
    }
}
