//! Terms that a lay reader does not know and that are not explained.

use crate::article::TextKind;
use crate::facts::TermUse;
use crate::lexicon::lists::List;
use crate::lexicon::suffix;
use crate::rules::prelude::*;
use crate::rules::wording::{self, Group};
use std::collections::BTreeMap;
use std::ops::Range;

rule! {
    /// A medical term that most readers do not know, explained nowhere in the article.
    ///
    /// ## Why it matters
    /// A reader who does not know a word guesses, or stops reading. "Chronic" is taken for "severe", "stenosis" for nothing
    /// at all.
    ///
    /// The terms are the rows of level 3 in `src/lexicon/lists/jargon.tsv`, and words that end like medical ones (-itis,
    /// -osis, -ectomy, -opathy, -algia) and are no row. A term counts as explained where any of its uses has a gloss: in
    /// brackets, after a dash or a comma, with "is a", "means", "called" or "also known as", by a link, by "What is ...?", or by
    /// the plain words in the same sentence. Each term is reported once, at its first use in the text. Where the explanation
    /// comes only later, another rule speaks.
    ///
    /// The catalogue asks for level 2 too; words such as "acute" and "incision" are left to `jargon-plain-alternative`,
    /// because most readers have met them.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Sometimes foraminal stenosis is the cause. Foraminal stenosis shows on a scan.
    /// ```
    ///
    /// ```markdown,flag
    /// # Chest pain
    ///
    /// Costochondritis gets better by itself.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Sometimes the gaps where nerves leave the spine are too narrow (foraminal stenosis). Foraminal stenosis shows on a scan.
    /// ```
    ///
    /// ```markdown,pass
    /// # Chest pain
    ///
    /// Costochondritis, a soreness where the ribs meet the breastbone, gets better by itself.
    /// ```
    ///
    /// Words that end like an illness and are none, quoted words and the names of sources:
    /// ```markdown,pass
    /// # Arthritis
    ///
    /// The diagnosis takes time. Your letter may say “spondylosis”. Hypnosis helps some people.
    ///
    /// ## References
    /// 1. Guideline on lumbar radiculopathy, 2020.
    /// ```
    RULE {
        name: "jargon-undefined", severity: Warning, since: "0.1.0",
        standard: "PEMAT 4; CDC CCI 7",
        summary: "a medical term is not explained",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let groups = wording::groups(cx, List::Jargon, |term| term.row.level == 3);
    for group in &groups {
        report(cx, findings, group);
    }
    for (word, uses) in by_ending(cx) {
        report_ending(cx, findings, &word, &uses);
    }
}

fn report(cx: &Context<'_>, findings: &mut Findings<'_>, group: &Group<'_>) {
    let plain = &group.row.plain;
    let is_told = |term: &TermUse<'_>| cx.facts.is_explained(term.sentence, &term.words, plain);
    let Some(first) = group.uses.iter().find(|term| is_running(cx, term.sentence)) else {
        return;
    };
    if group.uses.iter().any(is_told) {
        return;
    }
    let text = cx.facts.text_of_term(first);
    let finding = findings.report(
        cx.facts.span_of_term(first),
        format!("\"{text}\" is not explained"),
    );
    finding.help(format!(
            "Many readers do not know it. Say it in plain words at its first use and put the term in brackets if they will meet it again: {plain}."
        ));
    let mut said = vec![text.to_lowercase()];
    for other in &group.uses {
        let text = cx.facts.text_of_term(other);
        let folded = text.to_lowercase();
        if !said.contains(&folded) {
            finding.label(
                cx.facts.span_of_term(other),
                format!("\"{text}\" says the same"),
            );
            said.push(folded);
        }
    }
}

fn report_ending(
    cx: &Context<'_>,
    findings: &mut Findings<'_>,
    word: &str,
    uses: &[(usize, Range<usize>)],
) {
    let is_told =
        |(sentence, words): &(usize, Range<usize>)| cx.facts.is_explained(*sentence, words, "");
    let first = uses.iter().find(|(sentence, _)| is_running(cx, *sentence));
    let (Some((sentence, words)), Some(meaning)) = (first, suffix::meaning(word)) else {
        return;
    };
    if uses.iter().any(is_told) {
        return;
    }
    let text = cx.facts.text_of(*sentence, words.clone());
    findings
        .report(
            cx.facts.span_of(*sentence, words.clone()),
            format!("\"{text}\" is not explained"),
        )
        .help(format!(
            "Its ending says that it is {meaning}; most readers do not know of what. Say it in plain words at its first use."
        ));
}

/// Words with a medical ending that no row of the list holds, by word, with their places.
fn by_ending(cx: &Context<'_>) -> BTreeMap<String, Vec<(usize, Range<usize>)>> {
    let mut found: BTreeMap<String, Vec<(usize, Range<usize>)>> = BTreeMap::new();
    if cx.article.base_lang() != "en" {
        return found;
    }
    for (sentence, tokens) in cx.facts.tokens.iter().enumerate() {
        for (index, word) in tokens.words().enumerate() {
            if suffix::meaning(word).is_none() {
                continue;
            }
            let words = index..index + 1;
            if !cx.facts.is_listed(List::Jargon, sentence, index)
                && cx.facts.is_own_wording(sentence, &words)
            {
                found
                    .entry(word.to_owned())
                    .or_default()
                    .push((sentence, words));
            }
        }
    }
    found
}

/// Whether sentence `index` is running text, where a gloss has room.
fn is_running(cx: &Context<'_>, index: usize) -> bool {
    let kind = cx
        .facts
        .sentences
        .get(index)
        .map(|sentence| sentence.within.kind);
    match kind {
        Some(TextKind::Title | TextKind::Heading) | None => false,
        Some(TextKind::In(kind)) => match kind {
            ProseKind::Paragraph | ProseKind::Item | ProseKind::Cell => true,
            ProseKind::Heading
            | ProseKind::Term
            | ProseKind::Alt
            | ProseKind::Code
            | ProseKind::Html => false,
        },
    }
}
