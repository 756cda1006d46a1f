//! Handout, text and PDF have the same words in the same order.

use crate::articles::{all, made_up, with_context};
use crate::{html_page, pdf_text};
use facetdoc::article::Article;
use facetdoc::export::pdf::Print;
use facetdoc::export::{html, pdf, text};
use facetdoc::handout::{self, Address, Handout, ShortForm};
use std::collections::{BTreeMap, BTreeSet};

/// The words that a reader of an exporter's output meets, without what its layout adds.
type WordsOf = fn(&Handout) -> Vec<String>;

const EXPORTERS: &[(&str, WordsOf)] = &[
    ("text of 72 columns", |handout| text_words(handout, 72)),
    ("text of 40 columns", |handout| text_words(handout, 40)),
    ("text without wrapping", |handout| text_words(handout, 0)),
    ("pdf", |handout| pdf_words(handout, Print::Ordinary)),
    ("pdf in large print", |handout| {
        pdf_words(handout, Print::Large)
    }),
    ("pdf in small print", |handout| {
        pdf_words(handout, Print::Small)
    }),
    ("web page", page_words),
];

fn text_words(handout: &Handout, width: usize) -> Vec<String> {
    let options = text::Options {
        width,
        ..text::Options::default()
    };
    text::words(handout, &options).expect("every letter may be written")
}

/// The words along the structure tree of the finished PDF, bullets left out.
fn pdf_words(handout: &Handout, print: Print) -> Vec<String> {
    let options = pdf::Options {
        print,
        ..pdf::Options::default()
    };
    let bytes = pdf::to_pdf(handout, &options);
    let mut words = pdf_text::words(&bytes.expect("the article's glyphs are there"));
    words.retain(|word| word != handout::BULLET);
    words
}

/// Every option at once; a code only where the article has an address for it.
fn everything(article: &Article) -> handout::Options {
    handout::Options {
        draft: true,
        name_date: true,
        teach_back: true,
        questions: 4,
        notes: true,
        code: Address::of(&article.meta).ok(),
        short: Some(ShortForm::default()),
        ..handout::Options::default()
    }
}

/// The words in the main part of the finished web page.
fn page_words(handout: &Handout) -> Vec<String> {
    html_page::read(&html::to_html(handout).unwrap()).words
}

#[test]
fn every_exporter_has_the_words_of_the_handout_in_their_order() {
    for article in all() {
        for options in [handout::Options::default(), everything(&article)] {
            let handout = with_context(&article, |cx| handout::build(cx, &options));
            for (name, words_of) in EXPORTERS {
                let words = if name.starts_with("pdf") {
                    handout::heard_words(&handout)
                } else {
                    handout::words(&handout)
                };
                assert_eq!(
                    words_of(&handout),
                    words,
                    "{}: {name}",
                    article.source.name()
                );
            }
        }
    }
}

/// A second way to the words, from the finished bytes: whatever is not a rule, a bullet or the last line.
#[test]
fn the_written_text_holds_the_words_of_the_handout() {
    for article in all() {
        let handout = with_context(&article, |cx| {
            handout::build(cx, &handout::Options::default())
        });
        let text = text::to_text(
            &handout,
            &text::Options {
                width: 0,
                ..text::Options::default()
            },
        )
        .unwrap();
        let mut rest = text.as_str();
        for word in handout::words(&handout) {
            let at = rest.find(&word);
            let at = at.unwrap_or_else(|| panic!("{}: {word}", article.source.name()));
            rest = &rest[at + word.len()..];
        }
        assert!(rest.contains("sha256:"), "{}", article.source.name());
    }
}

#[test]
fn notes_and_their_calls_lead_to_each_other_on_the_web_page() {
    let text = "# Knees\n\n## Note 1\n\nRest.[^a] Walk.[^b] Swim.[^a]\n\n[^a]: One study.\n[^b]: Another study.\n";
    let article = made_up(text);
    let handout = with_context(&article, |cx| {
        handout::build(cx, &handout::Options::default())
    });
    let page = html_page::read(&html::to_html(&handout).unwrap());
    let with_role = |role: &'static str| {
        let links = page
            .tags
            .iter()
            .filter(move |(_, all)| all.get("role").is_some_and(|one| one == role));
        links.map(|(_, all)| all)
    };
    let leads = |all: &BTreeMap<String, String>| all["href"].trim_start_matches('#').to_owned();
    let ids: Vec<&String> = page
        .tags
        .iter()
        .filter_map(|(_, all)| all.get("id"))
        .collect();
    let unique: BTreeSet<&String> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    let calls: Vec<String> = with_role("doc-noteref").map(leads).collect();
    assert_eq!(calls, ["note-1-2", "note-2", "note-1-2"]);
    let back: Vec<String> = with_role("doc-backlink").map(leads).collect();
    assert_eq!(back, ["note-1-2-call", "note-1-2-call-2", "note-2-call"]);
    assert!(
        calls.iter().chain(&back).all(|id| unique.contains(id)),
        "{ids:?}"
    );
    let names: Vec<&String> = with_role("doc-backlink")
        .map(|all| &all["aria-label"])
        .collect();
    let first = "Back to the text at note 1";
    assert_eq!(
        names,
        [first, &format!("{first} (2)"), "Back to the text at note 2"]
    );
}
