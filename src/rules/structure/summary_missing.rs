//! Articles that never say in short what matters.

use crate::rules::prelude::*;

rule! {
    /// A longer article without a summary, key points or a conclusion.
    ///
    /// ## Why it matters
    /// Few people read a page from end to end. Three to five key points leave them with what they need most.
    ///
    /// A part headed "Key points", "Summary", "Conclusion" or the like is enough, wherever it stands. Articles of 400 words
    /// or fewer are short enough to be their own summary.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Long walks
    ///
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// and one more
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Long walks
    ///
    /// ## Key points
    /// - Start with ten minutes a day.
    /// - Add a minute each day.
    ///
    /// ## How to start
    /// Pick a flat way that you like.
    /// ```
    ///
    /// ```markdown,pass
    /// # Short walks
    ///
    /// Start with ten minutes a day.
    /// ```
    RULE {
        name: "summary-missing", severity: Info, since: "0.1.0",
        standard: "PEMAT 11; CDC CCI 10",
        summary: "a longer article has no summary or key points",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let article = cx.article;
    if article.has_role(Role::Summary) || article.has_role(Role::Conclusion) {
        return;
    }
    let words: usize = cx
        .facts
        .tokens
        .iter()
        .map(crate::lexicon::Tokens::len)
        .sum();
    let limit = cx.settings.limits.words_without_summary_max;
    if words <= limit {
        return;
    }
    findings
        .report(
            article.title_span(),
            format!("no summary or key points found in {words} words"),
        )
        .help("Few people read to the end. Add three to five key points at the top, or a short conclusion.");
}
