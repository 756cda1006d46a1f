//! What limits an instruction from outside its sentence: the heading, the line that leads to its list, the question.

use super::stems;
use crate::article::{Kind, Section, TextKind};
use crate::facts::Facts;
use crate::facts::words::ContentWords;
use crate::facts::words::Stem;
use crate::lexicon::phrases::Table;
use crate::lexicon::stop_words::is_stop_word;
use crate::lexicon::{Lead, Tokens, WordTable, words};
use std::collections::BTreeMap;
use std::ops::Range;

/// So many of a lead's last words are read: each item of its list asks for them.
const MOST_LEAD: usize = 60;

/// What limits the instructions of one sentence.
#[derive(Debug, Clone, Default)]
pub(in crate::facts) struct Scope {
    /// The stems of the words that limit them.
    pub(in crate::facts) condition: Vec<Stem>,
    /// Whether the line or heading above says not to do what follows.
    pub(in crate::facts) is_denied: bool,
}

/// The scopes of the sections and answers.
#[derive(Default)]
pub(in crate::facts) struct Scopes {
    /// By the first byte of a section.
    sections: BTreeMap<usize, Scope>,
    /// What limits the question of each pair of the FAQ.
    questions: Vec<Vec<Stem>>,
    /// The stems of the title: "if you have asthma" limits nothing in an article about asthma.
    subject: ContentWords,
    /// Whether the title names children.
    is_of_children: bool,
    /// The sorted stems of the medicine that the title names: what "it" is, where nothing else is named.
    medicine: Vec<Stem>,
}

impl Scopes {
    pub(in crate::facts) fn of(facts: &Facts<'_>) -> Self {
        let mut sections = BTreeMap::new();
        for child in &facts.article.root.children {
            section(child, &Scope::default(), facts.lang, &mut sections);
        }
        let pairs = facts.article.faq.iter();
        let questions = pairs.map(|pair| limits(pair.question.text(), facts.lang));
        let questions = questions.collect();
        let subject = ContentWords::of(facts.article.title().unwrap_or(""), facts.lang);
        let is_of_children = ["child", "babi", "kid", "toddler", "infant"]
            .iter()
            .any(|stem| subject.contains(stem));
        Self {
            sections,
            questions,
            subject,
            is_of_children,
            medicine: medicine(facts).unwrap_or_default(),
        }
    }

    /// The sorted stems of the medicine that the title names; empty where it names none.
    pub(in crate::facts) fn medicine(&self) -> &[Stem] {
        &self.medicine
    }

    /// Whether a stem is one of the title's, or goes without saying there.
    pub(in crate::facts) fn is_subject(&self, stem: &str) -> bool {
        self.subject.contains(stem)
            || (self.is_of_children
                && matches!(
                    stem,
                    "child"
                        | "babi"
                        | "kid"
                        | "under"
                        | "year"
                        | "old"
                        | "ag"
                        | "age"
                        | "16"
                        | "18"
                        | "12"
                ))
    }

    /// What limits the sentence at `index`; `None` where it is itself a condition ("if you:" leads to it).
    pub(in crate::facts) fn of_sentence(&self, facts: &Facts<'_>, index: usize) -> Option<Scope> {
        let sentence = facts.sentences.get(index)?;
        let span = sentence.span();
        let start = sentence.within.section.span.start();
        let mut scope = match sentence.within.section.heading {
            Some(_) => self.sections.get(&start).cloned().unwrap_or_default(),
            None => Scope::default(),
        };
        let question = { facts.answering(span) }.and_then(|pair| self.questions.get(pair));
        scope
            .condition
            .extend(question.into_iter().flatten().cloned());
        if let Some(lead) = facts.lists_around(span).next().and_then(|list| list.lead) {
            let tokens = facts.tokens_of(lead);
            let near = tokens.len().saturating_sub(MOST_LEAD)..tokens.len();
            if facts.lead(lead) == Lead::Condition || tells_of(tokens, near.clone()) {
                return None;
            }
            if has_limit(tokens, near.clone()) {
                scope.condition.extend(stems(facts, lead, near.clone()));
            }
            scope.is_denied = scope.is_denied || denies(tokens, near);
        }
        scope.condition.retain(|stem| !self.is_subject(stem));
        scope.condition.sort_unstable();
        scope.condition.dedup();
        Some(scope)
    }
}

/// So many words has the name of a medicine.
const MOST_NAME: usize = 3;

/// The medicine that an article is about, by its title: "Naproxen", "Naproxen for back pain".
fn medicine(facts: &Facts<'_>) -> Option<Vec<Stem>> {
    let title = facts
        .sentences
        .iter()
        .position(|sentence| sentence.within.kind == TextKind::Title)?;
    let is_medicine =
        facts.kind == Kind::Medicine || !facts.hits_in(Table::Medicine, title).is_empty();
    let tokens = facts.tokens_of(title);
    let text = facts.sentence(title).text();
    let ends = |at: &usize| {
        is_stop_word(tokens.word(*at), facts.lang)
            || tokens
                .gap_before(text, *at)
                .contains([':', '(', ',', '–', '—'])
    };
    let end = (1..tokens.len()).find(ends).unwrap_or(tokens.len());
    (is_medicine && end <= MOST_NAME).then(|| stems(facts, title, 0..end))
}

fn section(section_: &Section, above: &Scope, lang: &str, into: &mut BTreeMap<usize, Scope>) {
    let title = section_.title();
    let tokens = Tokens::of(title);
    let mut scope = above.clone();
    scope.condition.extend(limits(title, lang));
    let is_do = tokens.len() == 1 && tokens.word(0) == "do";
    scope.is_denied = !is_do
        && (above.is_denied
            || (tokens.len() <= 6 && denies(&tokens, 0..tokens.len()) && !title.ends_with('?')));
    for child in &section_.children {
        section(child, &scope, lang, into);
    }
    into.insert(section_.span.start(), scope);
}

/// The stems of a heading or question that limits what stands below it; empty where it limits nothing.
fn limits(text: &str, lang: &str) -> Vec<Stem> {
    let tokens = Tokens::of(text);
    let is_question = text.trim_end().ends_with('?');
    // "When is the best time?" limits nothing.
    let limits = if is_question {
        (1..tokens.len()).any(|at| is_limit(tokens.word(at)))
    } else {
        has_limit(&tokens, 0..tokens.len())
    };
    if limits {
        return ContentWords::of_tokens(&tokens, lang).different().to_vec();
    }
    Vec::new()
}

/// Whether `words` limit what they stand over to a time, a person or a case.
fn has_limit(tokens: &Tokens, mut words: Range<usize>) -> bool {
    words.any(|at| is_limit(tokens.word(at)))
}

/// Whether a line leads to what is so, not to what to do: "Common causes are:", "You may have:". "Good choices are:" and "You
/// can have:" lead to what one may do.
fn tells_of(tokens: &Tokens, mut words: Range<usize>) -> bool {
    const CHOICES: &WordTable = words![
        "best", "can", "cannot", "choices", "good", "must", "need", "options", "safe", "should",
        "steps", "suitable", "tips", "try"
    ];
    let last = tokens.words().next_back();
    matches!(last, Some("have" | "are")) && !words.any(|at| CHOICES.has(tokens.word(at)))
}

fn is_limit(word: &str) -> bool {
    matches!(
        word,
        "if" | "when"
            | "before"
            | "after"
            | "during"
            | "until"
            | "unless"
            | "while"
            | "day"
            | "days"
            | "week"
            | "weeks"
            | "month"
            | "months"
            | "hours"
            | "stage"
            | "phase"
            | "pregnant"
            | "pregnancy"
            | "breastfeeding"
            | "children"
            | "babies"
            | "adults"
            | "older"
            | "under"
            | "over"
            | "without"
            | "who"
            | "attack"
            | "later"
            | "night"
            | "morning"
            | "mild"
            | "severe"
            | "people"
    )
}

/// "Do not:", "Things to avoid", "You should not".
fn denies(tokens: &Tokens, mut words: Range<usize>) -> bool {
    let last = tokens.len().saturating_sub(1);
    let is_last = |at: usize| at == last;
    words.any(|at| match tokens.word(at) {
        "avoid" => {
            is_last(at)
                || at == 0
                || matches!(tokens.word(at.saturating_sub(1)), "to" | "should" | "must")
        }
        "don't" | "don'ts" | "never" => at + 2 > last || at == 0,
        "not" => is_last(at) || (tokens.word(at + 1) == "to" && at + 3 > last),
        _ => false,
    })
}
