//! Terms that come for the first time in the conclusion.

use crate::facts::words::stem;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use crate::source::PartOf;
use std::collections::BTreeSet;

rule! {
    /// The conclusion names a condition, test or treatment that the article has not mentioned.
    ///
    /// ## Why it matters
    /// A closing part sums up. A new term there is one that nobody explains any more.
    ///
    /// Looked at are names of several words that end in a word such as syndrome, disease, surgery or inhibitors. The name of a
    /// linked page does not count.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Small joints can hurt.
    ///
    /// ## Conclusion
    ///
    /// Ask your doctor about facet joint syndrome.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Small joints can hurt. Doctors call it facet joint syndrome.
    ///
    /// ## Conclusion
    ///
    /// Facet joint syndrome can be treated. Read [Living with Marfan Syndrome](https://example.org).
    /// ```
    RULE {
        name: "new-term-in-conclusion", severity: Info, since: "0.1.0",
        standard: "PEMAT 10",
        summary: "a term appears for the first time in the conclusion",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let in_conclusion = |sentence: usize| cx.facts.is_in_roles(sentence, &[Role::Conclusion]);
    let hits = cx.facts.hits(Table::TermHeads).iter();
    let closing: Vec<_> = hits.filter(|hit| in_conclusion(hit.sentence)).collect();
    if closing.is_empty() || cx.facts.base_lang() != "en" {
        return;
    }
    let mut reported: BTreeSet<Vec<String>> = BTreeSet::new();
    let mut new: Vec<Span> = Vec::new();
    for hit in closing.into_iter().take(MOST) {
        let Some(words) = term(cx, hit.sentence, hit.words.end) else {
            continue;
        };
        let tokens = cx.facts.tokens_of(hit.sentence);
        let stems: Vec<String> = words
            .clone()
            .map(|at| stem(tokens.word(at), "en"))
            .collect();
        if is_known(cx, hit.sentence, &stems)
            || is_linked(cx, hit.sentence, &words)
            || !reported.insert(stems)
        {
            continue;
        }
        new.push(cx.facts.span_of(hit.sentence, words));
    }
    let Some((first, rest)) = new.split_first() else {
        return;
    };
    let name = cx.article.source.slice(*first);
    let finding = findings.report(
        *first,
        format!("\"{name}\" appears for the first time in the conclusion"),
    );
    finding.help("Nothing before explains it. Explain it where it belongs, or leave it out here.");
    for span in rest {
        finding.label(*span, "new here too");
    }
}

/// A conclusion with more names is no conclusion.
const MOST: usize = 20;

/// Words that are no part of a medical name. In order.
const PLAIN: &[&str] = &[
    "after",
    "against",
    "and",
    "any",
    "before",
    "best",
    "can",
    "cause",
    "causes",
    "certain",
    "chronic",
    "common",
    "consider",
    "considering",
    "during",
    "early",
    "first",
    "for",
    "further",
    "get",
    "good",
    "had",
    "has",
    "have",
    "help",
    "helpful",
    "if",
    "include",
    "includes",
    "long",
    "manage",
    "many",
    "may",
    "more",
    "most",
    "need",
    "needs",
    "new",
    "next",
    "of",
    "ongoing",
    "or",
    "other",
    "possible",
    "prevent",
    "proper",
    "reduce",
    "regular",
    "right",
    "same",
    "serious",
    "severe",
    "some",
    "such",
    "that",
    "this",
    "treat",
    "with",
    "without",
    "your",
];

/// The term that ends before word `end`: its last word with up to two telling words before it.
fn term(cx: &Context<'_>, sentence: usize, end: usize) -> Option<std::ops::Range<usize>> {
    let tokens = cx.facts.tokens.get(sentence)?;
    let text = cx.facts.sentences.get(sentence)?.text();
    let head = end.checked_sub(1)?;
    let mut start = head;
    while start > 0 && head - start < 2 {
        let before = tokens.word(start - 1);
        let is_part = !crate::lexicon::stop_words::is_stop_word(before, "en")
            && tokens
                .gap_before(text, start)
                .chars()
                .all(|c| c == ' ' || c == '-')
            && before.len() > 2
            && !before.ends_with("ing")
            && !before.ends_with("ly")
            && PLAIN.binary_search(&before).is_err();
        if !is_part {
            break;
        }
        start -= 1;
    }
    (start < head).then_some(start..end)
}

/// Whether the last two words of the term stand together anywhere before the conclusion.
fn is_known(cx: &Context<'_>, sentence: usize, stems: &[String]) -> bool {
    let last = stems.part(stems.len().saturating_sub(2)..);
    let before = cx.facts.tokens.iter().take(sentence).enumerate();
    let mut before = before.filter(|(index, _)| !cx.facts.is_in_roles(*index, &[Role::Conclusion]));
    before.any(|(_, tokens)| {
        let mut at = 0..tokens.len().saturating_sub(1);
        at.any(|at| {
            last.iter().enumerate().all(|(next, wanted)| {
                let word = tokens.word(at + next);
                word.as_bytes().first() == wanted.as_bytes().first() && stem(word, "en") == *wanted
            })
        })
    })
}

fn is_linked(cx: &Context<'_>, sentence: usize, words: &std::ops::Range<usize>) -> bool {
    let span = cx.facts.span_of(sentence, words.clone());
    let prose = cx.facts.sentence(sentence).within.prose;
    prose.links().any(|(mark, _)| mark.span.contains(span))
}
