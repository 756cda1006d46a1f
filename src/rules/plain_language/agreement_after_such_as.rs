//! Verbs in the singular whose plural subject is cut off from them by "such as".

use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::ops::Range;

rule! {
    /// A verb agrees with the example that stands before it, and not with its plural subject.
    ///
    /// ## Why it matters
    /// "Guides such as the Stretch Book offers tips" makes the reader stop and look for who offers what.
    ///
    /// The rule reads no grammar. It speaks only where the plural noun opens its clause, "such as" or "including" comes right
    /// behind it, and a verb that can only be singular comes within twelve words, at the end of the examples.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Stretching
    ///
    /// Warm up first, and guides such as the Stretch Book offers more ideas.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Stretching
    ///
    /// Warm up first, and guides such as the Stretch Book offer more ideas. Taking medicines such as ibuprofen helps. The
    /// risk of infections such as flu is low. Exercise such as walking helps. Signs such as a rash that is itchy fade.
    /// ```
    RULE {
        name: "agreement-after-such-as", severity: Info, since: "0.1.0",
        standard: "grammar",
        summary: "a verb in the singular has a plural subject before \"such as\"",
    }
}

/// Verbs in the third person, and how they are with several.
const VERBS: &[(&str, &str)] = &[
    ("affects", "affect"),
    ("can't", ""),
    ("causes", "cause"),
    ("does", "do"),
    ("doesn't", "don't"),
    ("gives", "give"),
    ("has", "have"),
    ("hasn't", "haven't"),
    ("helps", "help"),
    ("improves", "improve"),
    ("includes", "include"),
    ("is", "are"),
    ("isn't", "aren't"),
    ("makes", "make"),
    ("offers", "offer"),
    ("provides", "provide"),
    ("reduces", "reduce"),
    ("requires", "require"),
    ("was", "were"),
];

/// The farthest that the verb may be behind "such as".
const REACH: usize = 12;

/// Words after which the verb has another subject.
const OTHER_SUBJECT: &[&str] = &[
    "that", "which", "who", "what", "it", "this", "there", "he", "she", "and", "or", "if", "when",
    "where", "how", "because", "as",
];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() != "en" {
        return;
    }
    for hit in cx.facts.hits(Table::SuchAs) {
        let (Some(sentence), Some(tokens)) = (
            cx.facts.sentences.get(hit.sentence),
            cx.facts.tokens.get(hit.sentence),
        ) else {
            continue;
        };
        let Some((noun, verb, plural)) = disagreement(sentence.text(), tokens, &hit.words) else {
            continue;
        };
        let span = cx.facts.span_of(hit.sentence, verb..verb + 1);
        let safety = if cx.facts.is_in_roles(hit.sentence, &[Role::RedFlags]) {
            Safety::NeedsReview
        } else {
            Safety::KeepsMeaning
        };
        findings
            .report(
                span,
                format!(
                    "\"{}\" goes with \"{}\": it should be \"{plural}\"",
                    tokens.word(verb),
                    tokens.word(noun)
                ),
            )
            .label(
                cx.facts.span_of(hit.sentence, noun..noun + 1),
                "the subject",
            )
            .help("The examples between them do not count.")
            .fix(Fix {
                title: format!("write \"{plural}\""),
                edits: vec![Edit {
                    span,
                    text: plural.to_owned(),
                }],
                safety,
            });
    }
}

/// The plural noun, the verb that should be plural, and how it should be.
fn disagreement(
    text: &str,
    tokens: &Tokens,
    such_as: &Range<usize>,
) -> Option<(usize, usize, &'static str)> {
    let noun = such_as.start.checked_sub(1)?;
    if !is_plural(tokens.word(noun)) || !opens_clause(text, tokens, noun) {
        return None;
    }
    let reach = such_as.end + 1..(such_as.end + REACH).min(tokens.len());
    for at in reach {
        let word = tokens.word(at);
        let before = tokens.word(at.saturating_sub(1));
        let gap = tokens.gap_before(text, at);
        if OTHER_SUBJECT.contains(&word) || gap.contains([';', ':', '(', ')', '–', '—']) {
            return None;
        }
        if let Some((_, plural)) = VERBS.iter().find(|(singular, _)| *singular == word) {
            let is_clear = !plural.is_empty() && !OTHER_SUBJECT.contains(&before);
            return is_clear.then_some((noun, at, *plural));
        }
    }
    None
}

fn is_plural(word: &str) -> bool {
    let singular = ["ss", "us", "is", "ics"]
        .iter()
        .any(|end| word.ends_with(end));
    word.len() > 3
        && word.ends_with('s')
        && !singular
        && !matches!(
            word,
            "diabetes" | "always" | "series" | "sometimes" | "perhaps"
        )
        || matches!(word, "people" | "children" | "men" | "women")
}

/// Whether the noun is the first of its clause, with at most two words before it that describe it.
fn opens_clause(text: &str, tokens: &Tokens, noun: usize) -> bool {
    let mut at = noun;
    loop {
        let gap = tokens.gap_before(text, at);
        let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
        if before.is_empty()
            || gap.contains([';', ':'])
            || (gap.contains(',') && noun.saturating_sub(at) < 3)
        {
            return true;
        }
        if matches!(before, "and" | "but") {
            // "Rest and medicines such as ..." has two subjects, ", and medicines such as" opens a clause.
            return tokens.gap_before(text, at - 1).contains(',');
        }
        if noun.saturating_sub(at) >= 2 || is_no_description(before) {
            return false;
        }
        at -= 1;
    }
}

fn is_no_description(word: &str) -> bool {
    matches!(
        word,
        "of" | "in"
            | "on"
            | "for"
            | "with"
            | "to"
            | "from"
            | "by"
            | "at"
            | "about"
            | "or"
            | "than"
            | "like"
            | "as"
            | "into"
            | "under"
            | "between"
            | "through"
            | "if"
            | "when"
            | "that"
            | "which"
            | "who"
    ) || word.ends_with("ing")
        || crate::lexicon::verbs::is_verb(word)
}
