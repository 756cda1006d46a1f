//! Answers that are articles.

use crate::rules::prelude::*;

rule! {
    /// An answer of more than 80 words or 5 sentences.
    ///
    /// ## Why it matters
    /// Who asks a question wants one answer. A long one is a section of the article in the wrong place, and readers skim it.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// ## FAQ
    ///
    /// ### Can I drive home?
    ///
    /// No. Somebody has to drive you. Your leg may be weak. The medicine makes you sleepy. The law asks for full control. A
    /// taxi will do. So will a friend.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// ## FAQ
    ///
    /// ### Can I drive home?
    ///
    /// No. Your leg may be weak, and the medicine makes you sleepy. Ask a friend to drive you, or take a taxi.
    /// ```
    ///
    /// The cells of a table are looked up, not read through:
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// ## FAQ
    ///
    /// ### Which signs are serious?
    ///
    /// Look at this table.
    ///
    /// | Sign | What to do |
    /// |---|---|
    /// | A bruise | Nothing |
    /// | Fever | Call us |
    /// | Numb legs | Call 911 |
    /// ```
    RULE { name: "faq-answer-too-long", severity: Info, since: "0.1.0",
        standard: "PEMAT 8: short sections",
        summary: "an answer of the FAQ is very long" }
}

/// The cells of a table are no sentences.
fn is_in_table(cx: &Context<'_>, sentence: usize) -> bool {
    cx.facts.sentence(sentence).within.kind == TextKind::In(ProseKind::Cell)
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let limits = &cx.settings.limits;
    for asked in &cx.facts.asked() {
        let words: usize = asked.pair.answer.iter().map(Block::word_count).sum();
        let sentences = asked
            .answer
            .iter()
            .filter(|index| !is_in_table(cx, **index));
        let sentences = sentences.count();
        if words > limits.answer_words_max || sentences > limits.answer_sentences_max {
            findings
                .report(
                    asked.pair.question.trimmed().whole(),
                    format!(
                        "the answer has {words} words in {sentences} {}; the limit is {} words and {} sentences",
                        if sentences == 1 { "sentence" } else { "sentences" },
                        limits.answer_words_max,
                        limits.answer_sentences_max
                    ),
                )
                .help("Answer in the first sentence, and move the rest to the section that it belongs to.");
        }
    }
}
