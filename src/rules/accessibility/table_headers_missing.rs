//! Tables whose columns have no names.

use crate::rules::prelude::*;

rule! {
    /// A table without a header row, or with a sentence for a header.
    ///
    /// ## Why it matters
    /// A screen reader says the header before each cell: "how often: rare". Without headers the reader hears numbers and
    /// words without what they stand for.
    ///
    /// A header of more than five words is information only. An empty header over the first column, whose cells name the
    /// rows, is fine.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Side effects
    ///
    /// |  |  |
    /// |---|---|
    /// | Common | a bruise |
    /// | Rare | an infection |
    /// ```
    ///
    /// ```markdown,flag
    /// # Side effects
    ///
    /// | How often | What can happen to you in the first days after the block |
    /// |---|---|
    /// | Common | a bruise |
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Side effects
    ///
    /// | How often | What can happen |
    /// |---|---|
    /// | Common | a bruise |
    /// | Rare | an infection |
    ///
    /// | Weight of the child | Tablets for children, 100 mg each (not for those under 2 years) |
    /// |---|---|
    /// | 12 to 16 kg | 1 |
    /// ```
    RULE {
        name: "table-headers-missing", severity: Warning, since: "0.1.0",
        standard: "WCAG 1.3.1; PEMAT 19",
        summary: "a table has no headers, or sentences for headers",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let limit = cx.settings.limits.table_header_words;
    for (_, block) in cx.article.blocks() {
        block.walk(&mut |block| {
            if let BlockKind::Table(table) = &block.kind {
                one(table, block.span, limit, findings);
            }
        });
    }
}

fn one(table: &Table, span: Span, limit: usize, findings: &mut Findings<'_>) {
    if table.rows.is_empty() {
        return;
    }
    let first = table.rows.iter().flatten().find(|cell| !cell.is_blank());
    let blank = table.header.iter().filter(|cell| cell.is_blank()).count();
    let is_named = blank == 0
        || (blank == 1
            && table.header.len() > 1
            && table.header.first().is_some_and(Prose::is_blank));
    if !is_named {
        let place = first.map_or(span, Prose::whole);
        let message = if blank == table.header.len() {
            "table has no headers"
        } else {
            "some columns of the table have no header"
        };
        findings
            .report(place, message)
            .help("Readers who listen to the table hear cells without what they stand for. Name each column in the first row, in one to three words.");
        return;
    }
    let mut long = table
        .header
        .iter()
        .filter(|cell| cell.has_more_words_than(limit) && words_beside_numbers(cell) > limit);
    let Some(cell) = long.next() else {
        return;
    };
    let finding = findings.report(
        cell.whole(),
        format!("this header has {} words", cell.word_count()),
    );
    finding
        .severity(Severity::Info)
        .help("A screen reader says it before every cell of the column. Shorten it, or say the rest in a sentence above the table.");
    for cell in long {
        finding.label(cell.whole(), "this one is long, too");
    }
}

/// The words of a header that are no numbers, units or brackets: a strength or a weight in it is there for safety ("Liquid, 160 mg in 5 ml").
fn words_beside_numbers(cell: &Prose) -> usize {
    let mut depth = 0_usize;
    let outside = cell.text().chars().filter(|c| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    });
    let outside: String = outside.collect();
    let is_word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 2;
    outside.split_whitespace().filter(is_word).count()
}
