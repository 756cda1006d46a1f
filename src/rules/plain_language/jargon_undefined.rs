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
    /// comes only later, another rule speaks. Of more than fifteen terms the rest are one finding (`undefined_terms` in
    /// `src/config/limits.rs`).
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
    ///
    /// A word may stand between "called" and the term:
    /// ```markdown,pass
    /// # Blood pressure
    ///
    /// A sudden fall of the pressure can harm the whole body. This is called severe sepsis. A rise that comes with age alone is
    /// called old age hypertension.
    /// ```
    RULE {
        name: "jargon-undefined", severity: Warning, since: "0.1.0",
        standard: "PEMAT 4; CDC CCI 7",
        summary: "a medical term is not explained",
    }
}

/// A term that no place of the article explains.
struct Unexplained {
    span: Span,
    text: String,
    help: String,
    labels: Vec<(Span, String)>,
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.facts.base_lang() != "en" {
        return;
    }
    let groups = wording::groups(cx, List::Jargon, |term| term.row.level == 3);
    let mut found: Vec<Unexplained> = groups
        .iter()
        .filter_map(|group| listed(cx, group))
        .collect();
    let endings = by_ending(cx);
    found.extend(
        endings
            .iter()
            .filter_map(|(word, uses)| by_its_ending(cx, word, uses)),
    );
    found.sort_by_key(|term| term.span);
    let (alone, together) = found.split_at(found.len().min(cx.settings.limits.undefined_terms));
    for term in alone {
        let text = &term.text;
        let finding = findings
            .report(term.span, format!("\"{text}\" is not explained"))
            .help(&term.help);
        for (span, text) in &term.labels {
            finding.label(*span, text);
        }
    }
    report_together(findings, together);
}

/// One finding for what is left of a long list.
fn report_together(findings: &mut Findings<'_>, terms: &[Unexplained]) {
    let Some((first, rest)) = terms.split_first() else {
        return;
    };
    let message = match rest.len() {
        0 => format!("\"{}\" is not explained", first.text),
        more => format!("\"{}\" and {more} more terms are not explained", first.text),
    };
    let finding = findings.report(first.span, message).help(
        "An article with so many hard terms is written for professionals. Say which of them the reader needs, explain those, and drop the rest.",
    );
    for term in rest {
        finding.label(term.span, format!("nor is \"{}\"", term.text));
    }
}

fn listed(cx: &Context<'_>, group: &Group<'_>) -> Option<Unexplained> {
    let plain = &group.row.plain;
    let is_told = |term: &TermUse<'_>| cx.facts.is_explained(term.sentence, &term.words, plain);
    let first = group
        .uses
        .iter()
        .find(|term| is_running(cx, term.sentence))?;
    if group.uses.iter().any(is_told) {
        return None;
    }
    let text = cx.facts.text_of_term(first);
    let mut said = vec![text.to_lowercase()];
    let mut labels = Vec::new();
    for other in &group.uses {
        let text = cx.facts.text_of_term(other);
        let folded = text.to_lowercase();
        if !said.contains(&folded) {
            let span = cx.facts.span_of_term(other);
            labels.push((span, format!("\"{text}\" says the same")));
            said.push(folded);
        }
    }
    Some(Unexplained {
        span: cx.facts.span_of_term(first),
        text: text.to_owned(),
        help: format!(
            "Many readers do not know it. Say it in plain words at its first use and put the term in brackets if they will meet it again: {plain}."
        ),
        labels,
    })
}

fn by_its_ending(
    cx: &Context<'_>,
    word: &str,
    uses: &[(usize, Range<usize>)],
) -> Option<Unexplained> {
    let mut running = uses
        .iter()
        .filter(|(sentence, _)| is_running(cx, *sentence));
    let (sentence, words) = running.next()?;
    let meaning = suffix::meaning(word)?;
    let mut told = uses.iter();
    if told.any(|(sentence, words)| cx.facts.is_explained(*sentence, words, "")) {
        return None;
    }
    Some(Unexplained {
        span: cx.facts.span_of(*sentence, words.clone()),
        text: cx.facts.text_of(*sentence, words.clone()).to_owned(),
        help: format!(
            "Its ending says that it is {meaning}; most readers do not know of what. Say it in plain words at its first use."
        ),
        labels: Vec::new(),
    })
}

/// Words with a medical ending that no row of the list holds, by word, with their places.
fn by_ending<'a>(cx: &Context<'a>) -> BTreeMap<&'a str, Vec<(usize, Range<usize>)>> {
    let mut found: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for (sentence, tokens) in cx.facts.tokens.iter().enumerate() {
        for (index, word) in tokens.words().enumerate() {
            let words = index..index + 1;
            if suffix::meaning(word).is_some()
                && !cx.facts.is_listed(List::Jargon, sentence, index)
                && cx.facts.is_own_wording(sentence, &words)
            {
                found.entry(word).or_default().push((sentence, words));
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
