//! What an article says of its own evidence, for the rules of this family.

use crate::facts::Facts;
use crate::facts::spans::SpanSet;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::ops::Range;

/// Words of the title or the introduction by which the article claims to rest on evidence: the sentence and its words.
pub(super) fn self_claim(cx: &Context<'_>) -> Option<(usize, Range<usize>)> {
    let facts = cx.facts;
    let in_title = |index: usize| {
        let sentence = facts.sentences.get(index);
        sentence.is_some_and(|sentence| sentence.within.kind == TextKind::Title)
    };
    let titles = facts.hits(Table::EvidenceClaim).iter();
    let bare = facts.hits(Table::EvidenceClaimTitle).iter();
    let title = titles.chain(bare).find(|hit| in_title(hit.sentence));
    let hit = title.or_else(|| {
        let intro = introduction(cx.article);
        facts.hits(Table::EvidenceClaim).iter().find(|hit| {
            let sentence = facts.sentences.get(hit.sentence);
            let is_there = sentence.is_some_and(|sentence| {
                sentence.within.block.is_some() && intro.contains(sentence.span())
            });
            // "Written from evidence-based sources including:" names them next.
            let names_them = facts.tokens.get(hit.sentence).is_some_and(|tokens| {
                tokens
                    .words()
                    .any(|word| ["sources", "fuentes"].contains(&word))
            });
            is_there && !names_them
        })
    })?;
    Some((hit.sentence, hit.words.clone()))
}

/// What stands before the first section and in the introduction; without both, the first section.
pub(super) fn introduction(article: &Article) -> SpanSet {
    let start = article.root.blocks.iter().map(|block| block.span);
    let named = article.places(Role::Introduction).map(|place| place.span);
    let mut places: Vec<Span> = start.chain(named).collect();
    let has_words = article
        .root
        .blocks
        .iter()
        .any(|block| block.word_count() > 0);
    if !has_words && !article.has_role(Role::Introduction) {
        places.extend(article.sections().first().map(|section| section.span));
    }
    places.into_iter().collect()
}

/// Whether the article lists sources somewhere.
pub(super) fn has_sources(article: &Article) -> bool {
    article.has_role(Role::References)
        || !article.meta.sources.is_empty()
        || !article.footnotes.is_empty()
}

/// Parts whose sentences make no claims of their own.
pub(super) const APART: &[Role] = &[
    Role::References,
    Role::Resources,
    Role::Disclaimer,
    Role::Authorship,
    Role::Contact,
];

/// Whether the paragraph of the sentence names a source in words.
pub(super) fn paragraph_names_source(facts: &Facts<'_>, index: usize) -> bool {
    let whole = facts
        .sentences
        .get(index)
        .map(|sentence| sentence.within.prose.whole());
    let mut sentences = facts.sentences_in(whole.unwrap_or_default());
    sentences.any(|other| !facts.hits_in(Table::NamedSource, other).is_empty())
}

/// Bodies that are known by their letters.
const BODIES: &[&str] = &[
    "NICE", "NHS", "WHO", "CDC", "NIH", "FDA", "MHRA", "EMA", "SIGN", "AAP", "ACOG", "AHA", "ACP",
    "AAFP", "USPSTF", "NHLBI", "NIDDK", "NCI", "NINDS", "BMJ", "JAMA", "OMS", "AEMPS", "VA", "HHS",
    "EPA", "USDA", "ADA", "NIMH",
];

/// Whether a sentence says who: a body by its letters, or two words with capitals that do not open the sentence.
pub(super) fn names_source(text: &str) -> bool {
    let mut run = 0;
    for (index, word) in text.split_whitespace().enumerate() {
        let ends = word.ends_with([',', '.', ';', ':', ')']);
        let bare = word.trim_matches(|char: char| !char.is_alphanumeric());
        if BODIES.contains(&bare) {
            return true;
        }
        let is_capital = bare.chars().next().is_some_and(char::is_uppercase);
        let is_joint = run > 0 && ["of", "and", "for", "on", "the", "de", "y"].contains(&bare);
        if is_capital && index > 0 {
            run += 1;
        } else if !is_joint {
            run = 0;
        }
        if run >= 2 {
            return true;
        }
        if ends {
            run = 0;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    #[test]
    fn a_sign_of_illness_is_no_claim_and_a_study_is() {
        let cases = [
            ("en", "The test looks for evidence of infection.", None),
            (
                "en",
                "Keep a diary; the data show your doctor what helps.",
                None,
            ),
            (
                "en",
                "An evidence-based guide to running",
                Some("evidence-based"),
            ),
            (
                "en",
                "Studies show that walking helps.",
                Some("Studies show"),
            ),
            ("en", "Your doctor will study your scan.", None),
            (
                "es",
                "Los estudios han demostrado que caminar ayuda.",
                Some("estudios han demostrado"),
            ),
            ("es", "No hay nada que temer.", None),
        ];
        for (lang, text, expected) in cases {
            let text = format!("---\nlang: {lang}\n---\n{text}\n");
            let article = parse::article(Source::new("a.md", text.clone(), Format::Markdown));
            let facts = Facts::find(&article, &Settings::of(&article));
            let hit = facts.hits(Table::EvidenceClaim).first();
            let found = hit.map(|hit| facts.text_of(hit.sentence, hit.words.clone()));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_body_is_named_by_its_letters_or_its_capitals() {
        for text in [
            "Studies by the Royal College of Nurses show that it helps.",
            "NICE guidelines recommend exercise.",
            "Guidelines of the American Spine Society advise walking.",
        ] {
            assert!(names_source(text), "{text}");
        }
        for text in [
            "Studies show that Runners rest.",
            "Research shows an MRI helps.",
        ] {
            assert!(!names_source(text), "{text}");
        }
    }
}
