//! Questions that are asked twice.

use crate::facts::spans::SpanSet;
use crate::facts::words::{ContentWords, Stem};
use crate::lexicon::Tokens;
use crate::rules::prelude::*;
use std::collections::BTreeMap;

rule! {
    /// The same question twice, or a question that repeats the heading of another section.
    ///
    /// ## Why it matters
    /// Readers compare the two answers and wonder which one holds. When one is changed later, the other is forgotten.
    ///
    /// Two questions are the same when they ask in the same way, share three quarters of their content words in the same
    /// order, and agree in every number and every word such as "not", "before" or "without".
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// ## Frequently asked questions
    /// ### Is the block painful?
    /// It may sting for a few seconds.
    ///
    /// ### Are blocks painful?
    /// Most people feel a sting.
    /// ```
    ///
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// ## What are the risks of a nerve block?
    /// A bruise is common. An infection is rare.
    ///
    /// ## Frequently asked questions
    /// ### What are the risks of a nerve block?
    /// See a list of them in the section above.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// ## Frequently asked questions
    /// ### Can I drive before the block?
    /// Yes, but you need somebody to take you home.
    ///
    /// ### Can I drive after the block?
    /// No, not on the same day.
    ///
    /// ### When can I drive?
    /// From the next morning.
    ///
    /// ### Can pain cause poor sleep?
    /// Yes, it often does.
    ///
    /// ### Can poor sleep cause pain?
    /// Yes, it can make pain worse.
    /// ```
    RULE {
        name: "faq-duplicate-question", severity: Warning, since: "0.1.0",
        standard: "PEMAT 2",
        summary: "a question of the FAQ is asked twice",
    }
}

/// Each question is compared with so many before it; nobody reads an FAQ that is longer.
const COMPARED: usize = 100;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let lang = cx.article.base_lang();
    let headings = headings_outside(cx.article);
    // Questions that may be the same have equal keys: how they ask, their numbers and their turning words.
    let mut asked: BTreeMap<Vec<String>, Vec<Question<'_>>> = BTreeMap::new();
    for pair in &cx.article.faq {
        let question = Question::new(&pair.question, lang);
        let before = asked.entry(question.key.clone()).or_default();
        let twin = before
            .iter()
            .rev()
            .take(COMPARED)
            .find(|other| question.is_like(other, cx.settings.limits.question_overlap));
        if let Some(twin) = twin {
            report(
                question.prose,
                twin.prose.whole(),
                "the same question is asked here",
                findings,
            );
        } else if let Some(heading) = headings.get(&normalised(question.prose)) {
            report(
                question.prose,
                *heading,
                "this section answers it too",
                findings,
            );
        }
        before.push(question);
    }
}

fn report(question: &Prose, other: Span, label: &str, findings: &mut Findings<'_>) {
    findings
        .report(question.trimmed().whole(), "same question as another one in this article")
        .help("Readers compare the two answers and wonder which one holds. Keep one of them, with all that both answers say.")
        .label(other, label);
}

struct Question<'a> {
    prose: &'a Prose,
    key: Vec<String>,
    words: ContentWords,
}

/// Words that turn a question round, in both languages.
const TURNING: &[&str] = &[
    "after", "against", "antes", "avoid", "away", "before", "best", "bueno", "cannot", "can't",
    "contra", "despues", "don't", "evitar", "first", "high", "last", "left", "less", "long", "low",
    "malo", "mas", "menos", "more", "never", "next", "no", "not", "often", "off", "out", "right",
    "sin", "start", "stop", "worst", "without", "wrong",
];

/// How a question asks. "Can I", "must I" and "do I" differ; "is" and "are" do not.
const ASKING: &[&str] = &[
    "can", "could", "cuando", "cuanta", "cuantas", "cuanto", "cuantos", "debe", "deben", "debo",
    "donde", "how", "may", "might", "must", "need", "por", "puede", "pueden", "puedo", "quien",
    "quienes", "should", "what", "when", "where", "which", "who", "whose", "why", "como", "cual",
    "cuales", "que",
];

impl<'a> Question<'a> {
    fn new(prose: &'a Prose, base_lang: &str) -> Self {
        let tokens = Tokens::of(prose.text());
        let has_digit = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
        let mut key: Vec<String> = tokens
            .words()
            .filter(|word| TURNING.contains(word) || ASKING.contains(word) || has_digit(word))
            .map(str::to_owned)
            .collect();
        key.sort_unstable();
        key.dedup();
        Self {
            prose,
            key,
            words: ContentWords::of(prose.text(), base_lang),
        }
    }

    fn is_like(&self, other: &Self, overlap: f64) -> bool {
        if self.words.is_empty() || other.words.is_empty() {
            return normalised(self.prose) == normalised(other.prose);
        }
        self.words.jaccard(&other.words) >= overlap
            && self.order_of_common(other) == other.order_of_common(self)
    }

    /// The stems that `other` has too, in this question's order: "can A cause B" is not "can B cause A".
    fn order_of_common(&self, other: &Self) -> Vec<&str> {
        let stems = self.words.in_order().iter().map(Stem::as_str);
        stems.filter(|stem| other.words.contains(stem)).collect()
    }
}

/// The words without case, accents and marks.
fn normalised(prose: &Prose) -> String {
    Tokens::of(prose.text())
        .words()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The section headings that are no part of the FAQ.
fn headings_outside(article: &Article) -> BTreeMap<String, Span> {
    let mut headings = BTreeMap::new();
    let pairs = article.faq.iter().map(|pair| pair.span);
    let faq: SpanSet = article
        .places(Role::Faq)
        .map(|place| place.span)
        .chain(pairs)
        .collect();
    for section in article.sections() {
        if let Some(heading) = &section.heading
            && !faq.contains(heading.whole())
        {
            headings
                .entry(normalised(heading))
                .or_insert(heading.whole());
        }
    }
    headings
}
