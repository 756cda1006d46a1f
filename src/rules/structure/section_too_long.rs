//! Long runs of text without anything to hold on to.

use super::lists::is_bold;
use crate::rules::prelude::*;

rule! {
    /// More than 200 words without a subheading, a list or anything else that breaks the text up.
    ///
    /// ## Why it matters
    /// A wall of text is not read. Subheadings and lists let a reader find the part that is theirs.
    ///
    /// Counted is from one heading, list, table, picture or box to the next; a bold line and a question of the FAQ count
    /// as headings. Sources and disclaimers are left out. The rule catalogue also sets a limit of ten sentences; short
    /// sentences are a virtue, so that only words are counted here.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Walking
    ///
    /// ## How to start
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    ///
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
    /// # Walking
    ///
    /// ## How to start
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    ///
    /// **How to go on**
    ///
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// one two three four five six seven eight nine ten one two three four five six seven eight nine ten
    /// and one more
    /// ```
    RULE {
        name: "section-too-long", severity: Warning, since: "0.1.0",
        standard: "PEMAT 8; CDC CCI 9",
        summary: "a long run of text has no subheading or list",
    }
}

/// A run of paragraphs.
#[derive(Default)]
struct Run {
    words: usize,
    first: Option<Span>,
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for section in cx.article.all_sections() {
        let mut run = Run::default();
        let mut is_first = true;
        for block in &section.blocks {
            if let Some(words) = words(cx, block) {
                run.words += words;
                run.first.get_or_insert(block.span);
                continue;
            }
            report(cx, section, &run, is_first, findings);
            run = Run::default();
            is_first = false;
        }
        report(cx, section, &run, is_first, findings);
    }
}

/// The words of running text; `None` for what breaks it up.
fn words(cx: &Context<'_>, block: &Block) -> Option<usize> {
    let parts = [Role::References, Role::Disclaimer];
    match &block.kind {
        BlockKind::Paragraph(prose) => {
            let is_heading = is_bold(prose) || !cx.facts.pairs_asked_in(block.span).is_empty();
            let is_left_out = parts
                .iter()
                .any(|role| cx.facts.is_in_role(*role, block.span));
            (!is_heading && !is_left_out).then(|| block.word_count())
        }
        BlockKind::Quote(_) => Some(block.word_count()),
        BlockKind::Heading { .. }
        | BlockKind::List(_)
        | BlockKind::Definitions(_)
        | BlockKind::Table(_)
        | BlockKind::Image(_)
        | BlockKind::Callout(_)
        | BlockKind::Details { .. }
        | BlockKind::Code { .. }
        | BlockKind::Html(_)
        | BlockKind::Rule => None,
    }
}

fn report(
    cx: &Context<'_>,
    section: &Section,
    run: &Run,
    is_first: bool,
    findings: &mut Findings<'_>,
) {
    let limit = cx.settings.limits.words_without_break_max;
    let Some(first) = run.first.filter(|_| run.words > limit) else {
        return;
    };
    let heading = section.heading.as_ref().filter(|_| is_first);
    let opening = cx.facts.sentences_in(first).next();
    let opening = opening.and_then(|index| cx.facts.sentences.get(index));
    let shown = heading
        .map(Prose::whole)
        .or_else(|| opening.map(crate::facts::Sentence::span));
    findings
        .report(
            shown.unwrap_or(first),
            format!("{} words without a subheading or list", run.words),
        )
        .help("A wall of text is not read. Break it up with subheadings that say what each part is about, or set out what can be listed.");
}
