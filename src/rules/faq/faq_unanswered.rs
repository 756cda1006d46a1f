//! Questions without an answer.

use crate::facts::yes_or_no;
use crate::lexicon::{Tokens, number_words};
use crate::rules::prelude::*;

rule! {
    /// A question in the FAQ that nothing answers.
    ///
    /// ## Why it matters
    /// The reader asked just this, found the question and leaves without an answer. A handout would print it like that.
    ///
    /// An answer of fewer than four words counts as none, unless it says yes or no, how much or how often, sends the reader
    /// for help ("Call your doctor"), or the question asks for a person, a place, a time or an amount. "See above" and "Coming soon" answer nothing.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// ## Frequently asked questions
    /// ### Will it hurt?
    ///
    /// ### Can I drive home?
    /// No. Ask somebody to take you home.
    /// ```
    ///
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// ## Frequently asked questions
    /// ### What are the risks?
    /// Ask us.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// ## Frequently asked questions
    /// ### Will it hurt?
    /// Only a little.
    ///
    /// ### Is it painful?
    /// It may sting.
    ///
    /// ### How long does it take?
    /// About thirty minutes.
    ///
    /// ### Can I drive home?
    /// No.
    ///
    /// ### What should I bring?
    /// - Your insurance card
    /// - A list of medicines
    /// ```
    ///
    /// A call for help answers in full:
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// ## Frequently asked questions
    /// ### What if my arm turns blue?
    /// Call your surgeon.
    ///
    /// ### What if the dressing is soaked?
    /// Ring straight away.
    ///
    /// ### And if I faint?
    /// Call us today.
    /// ```
    ///
    /// A list of questions that lead to their answers is a table of contents:
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// ## Frequently asked questions
    /// - [Will it hurt?](#pain)
    /// - [Can I drive home?](#drive)
    /// ```
    RULE {
        name: "faq-unanswered", severity: Error, since: "0.1.0",
        standard: "EQIP coverage; schema.org Question/acceptedAnswer",
        summary: "a question of the FAQ has no answer",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let lang = cx.article.base_lang();
    for pair in &cx.article.faq {
        let is_link = pair
            .question
            .is_wholly(|kind| matches!(kind, MarkKind::Link { .. }));
        if is_link || is_answered(cx, pair, lang) {
            continue;
        }
        let words = word_count(pair);
        let message = match words {
            0 => "question has no answer".to_owned(),
            1 => "question has no answer but one word".to_owned(),
            _ => format!("question has no answer but {words} words"),
        };
        let finding = findings.report(pair.question.trimmed().whole(), message);
        finding.help("Readers who ask this find the question and nothing else. Answer it in a sentence or two, or take the question out.");
        if let Some(span) = pair.answer_span() {
            finding.label(span, "this does not answer it");
        }
    }
}

fn word_count(pair: &FaqPair) -> usize {
    pair.answer.iter().map(Block::word_count).sum()
}

fn is_answered(cx: &Context<'_>, pair: &FaqPair, base_lang: &str) -> bool {
    let least = cx.settings.limits.answer_words_min;
    // More words are an answer, whatever they are.
    let most = least.max(POINTER_WORDS + 1);
    let mut words = Vec::new();
    let mut is_seen = false;
    for block in &pair.answer {
        is_seen |= matches!(
            block.kind,
            BlockKind::List(_)
                | BlockKind::Table(_)
                | BlockKind::Image(_)
                | BlockKind::Definitions(_)
        );
        block.visit_prose(&mut |kind, prose| {
            if kind != ProseKind::Alt && words.len() < most {
                let tokens = Tokens::of(prose.text());
                let room = most - words.len();
                words.extend(tokens.words().take(room).map(str::to_owned));
            }
        });
    }
    let text = words.join(" ");
    if is_pointer(&text) {
        return false;
    }
    is_seen
        || words.len() >= least
        || is_short_answer(&pair.question, &words, base_lang)
        || sends_for_help(cx, pair)
}

/// Whether an answer tells the reader whom to call or where to go; "ask your doctor" leaves the question open.
fn sends_for_help(cx: &Context<'_>, pair: &FaqPair) -> bool {
    let counsels = pair
        .answer_span()
        .map(|span| cx.facts.counsels_in(span))
        .into_iter()
        .flatten();
    let mut strong = counsels.filter(|counsel| !counsel.frame.is_weak);
    strong.next().is_some()
}

/// The most words of a text that [`is_pointer`] knows.
const POINTER_WORDS: usize = 3;

/// Words that send the reader away.
fn is_pointer(answer: &str) -> bool {
    const POINTERS: &[&str] = &[
        "answer",
        "coming soon",
        "n a",
        "na",
        "see above",
        "see below",
        "tba",
        "tbc",
        "tbd",
        "to be added",
        "to be confirmed",
        "to follow",
        "todo",
        "pendiente",
        "por definir",
        "proximamente",
        "ver abajo",
        "ver arriba",
        "vea abajo",
        "vea arriba",
    ];
    POINTERS.contains(&answer)
}

/// Words that answer by themselves, as numbers do: yes and no, how much, how often, "it may", "you can".
const ANSWERS: &[&str] = &[
    "absolutely",
    "always",
    "are",
    "aren't",
    "bit",
    "can",
    "can't",
    "casi",
    "certainly",
    "claro",
    "could",
    "daily",
    "debe",
    "do",
    "does",
    "doesn't",
    "don't",
    "es",
    "few",
    "generally",
    "generalmente",
    "half",
    "hardly",
    "immediately",
    "is",
    "isn't",
    "jamas",
    "little",
    "many",
    "may",
    "maybe",
    "might",
    "mild",
    "mildly",
    "monthly",
    "most",
    "mostly",
    "mucho",
    "must",
    "nada",
    "never",
    "ninguno",
    "no",
    "none",
    "normally",
    "not",
    "nothing",
    "nunca",
    "occasionally",
    "often",
    "once",
    "perhaps",
    "poco",
    "possibly",
    "probably",
    "puede",
    "pueden",
    "quiza",
    "quizas",
    "rara",
    "raramente",
    "rarely",
    "seldom",
    "should",
    "si",
    "siempre",
    "slightly",
    "some",
    "sometimes",
    "son",
    "tal",
    "twice",
    "unlikely",
    "usually",
    "vez",
    "weekly",
    "will",
    "won't",
    "yes",
];

fn is_short_answer(question: &Prose, answer: &[String], base_lang: &str) -> bool {
    if answer.is_empty() {
        return false;
    }
    let says = |word: &String| {
        ANSWERS.contains(&word.as_str())
            || word.bytes().any(|byte| byte.is_ascii_digit())
            || number_words::value_in(word, base_lang).is_some()
    };
    let text = answer.join(" ");
    answer.iter().any(says)
        || yes_or_no(&text, &Tokens::of(&text), base_lang).is_some()
        || asks_for_a_name(question, base_lang)
}

/// Whether the question asks for a person, a place, a time or an amount: two words can be the whole answer.
fn asks_for_a_name(question: &Prose, base_lang: &str) -> bool {
    let tokens = Tokens::of(question.text());
    if base_lang == "es" {
        return tokens.words().take(2).any(|word| {
            [
                "quien", "quienes", "donde", "cuando", "cual", "cuales", "cuanto", "cuanta",
                "cuantos", "cuantas",
            ]
            .contains(&word)
        });
    }
    match tokens.word(0) {
        "who" | "where" | "when" | "which" => true,
        "how" => ["long", "many", "much", "often", "soon", "old", "far"].contains(&tokens.word(1)),
        "what" => ["time", "day", "age", "kind", "type"].contains(&tokens.word(1)),
        _ => false,
    }
}
