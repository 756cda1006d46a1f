//! What holds for the plain text of every article under every option.

use crate::articles::{all, made_up, with_context};
use crate::laws::{block, files, heading};
use facetdoc::article::Article;
use facetdoc::export::ExportError;
use facetdoc::export::text::{self, Form, Headings, Letters, LineEnd, Options};
use facetdoc::handout::{self, Content, Handout, LinkNotes, RedFlags};
use facetdoc::parse;
use facetdoc::source::{Format, Source};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::path::Path;
use unicode_width::UnicodeWidthStr;

fn handout(article: &Article, options: &handout::Options) -> Handout {
    with_context(article, |cx| handout::build(cx, options))
}

fn sorted(mut words: Vec<String>) -> Vec<String> {
    words.sort();
    words
}

/// Words as they are compared: lines may part Chinese anywhere, and capitals are a choice.
fn compared(words: &[String]) -> String {
    let is_wide = |word: &String| word.width() > word.chars().count();
    let joint = if words.iter().any(is_wide) { "" } else { " " };
    words.join(joint).to_uppercase()
}

/// Whether a line may be longer than its columns: it has one word, with a mark before it at most.
fn is_unbreakable(line: &str) -> bool {
    let words = line.split(' ').filter(|word| !word.is_empty());
    let is_mark = |word: &&str| {
        word.trim_end_matches(['.', ':']).parse::<u64>().is_ok()
            || matches!(*word, "-" | "☐" | "☑" | "[" | "]" | "x]" | "[x]")
    };
    words.filter(|word| !is_mark(word)).count() <= 1
}

fn assert_laws(article: &Article, words_of: &handout::Options, options: &Options) {
    let name = format!("{} {words_of:?} {options:?}", article.source.name());
    let handout = handout(article, words_of);
    let text = match text::to_text(&handout, options) {
        Ok(text) => text,
        Err(ExportError::Unwritable { character, .. }) => {
            assert!(!character.is_ascii(), "{name}");
            assert_ne!(options.letters, Letters::All, "{name}");
            return;
        }
        Err(ExportError::NoRedFlags) => {
            assert_eq!(options.form, Form::Message, "{name}");
            return;
        }
        Err(other) => panic!("{name}: {other}"),
    };
    assert_eq!(
        text::to_text(&handout, options).as_ref(),
        Ok(&text),
        "{name}"
    );

    let set = text::words(&handout, options).unwrap();
    let said = handout::words(&handout).join(" ");
    let said = text::in_letters(&said, &handout.lang, options.letters).unwrap();
    let said: Vec<String> = said.split_whitespace().map(str::to_owned).collect();
    if options.letters == Letters::All {
        assert_eq!(compared(&set), compared(&said), "{name}");
    } else {
        // Addresses are written with percent signs, not in other letters.
        let plain = |words: &[String]| {
            let kept = words
                .iter()
                .filter(|word| !word.contains("://") && !word.contains('@'));
            kept.cloned().collect::<Vec<_>>()
        };
        assert_eq!(compared(&plain(&set)), compared(&plain(&said)), "{name}");
    }

    for ch in text.chars().filter(|ch| ch.is_control()) {
        let wanted = match ch {
            '\n' => true,
            '\r' => options.line_end == LineEnd::Crlf,
            '\u{c}' => options.page_length.is_some(),
            _ => false,
        };
        assert!(wanted, "{name}: {ch:?}");
    }
    match options.letters {
        Letters::All => {}
        Letters::Ascii => assert!(text.is_ascii(), "{name}"),
        Letters::Gsm7 | Letters::Gsm7Ascii => assert!(text::message(&text).is_some(), "{name}"),
    }
    if options.line_end == LineEnd::Crlf {
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    }
    for line in text.lines().map(|line| line.trim_start_matches('\u{c}')) {
        let fits = options.width == 0 || line.width() <= options.width;
        assert!(fits || is_unbreakable(line), "{name}: {line}");
        assert_eq!(line.trim_end(), line, "{name}: white space at the end");
    }
    if let Some(length) = options.page_length {
        for page in text.split('\u{c}') {
            assert_eq!(page.lines().count(), length, "{name}");
        }
    }
}

#[allow(
    clippy::needless_update,
    reason = "a further choice about a handout is not one about its text"
)]
fn options() -> impl Strategy<Value = (handout::Options, Options)> {
    let words = (
        any::<bool>(),
        prop::sample::select(vec![
            LinkNotes::Numbered,
            LinkNotes::Named,
            LinkNotes::Inline,
            LinkNotes::Omitted,
        ]),
        prop::sample::select(vec![RedFlags::First, RedFlags::InPlace]),
    );
    let set = (
        prop_oneof![Just(0), 40..100_usize],
        prop::sample::select(vec![
            Letters::All,
            Letters::Ascii,
            Letters::Gsm7,
            Letters::Gsm7Ascii,
        ]),
        prop::sample::select(vec![
            Headings::Underline,
            Headings::Upper,
            Headings::Sentence,
        ]),
        prop::sample::select(vec![Form::Page, Form::Speech, Form::Message]),
        prop::option::of(20..70_usize),
        prop::sample::select(vec![LineEnd::Lf, LineEnd::Crlf]),
    );
    (words, set).prop_map(
        |((draft, links, red_flags), (width, letters, headings, form, page_length, line_end))| {
            let content = if form == Form::Message {
                Content::RedFlags
            } else {
                Content::Whole
            };
            let words = handout::Options {
                draft,
                content,
                red_flags,
                links,
                ..handout::Options::default()
            };
            let set = Options {
                width,
                letters,
                headings,
                form,
                page_length: page_length.filter(|_| form != Form::Message),
                line_end,
                max_chars: None,
            };
            (words, set)
        },
    )
}

/// A line of signs that a text in few letters must write otherwise.
fn signs() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "Take 2½ tablets if it is ≥ 38°C – or 38 °C — for 5 µg/kg of “this”…",
        "Señor Müller’s naïve café: 10⁹/L, H₂O, 2·5 mg, 5€ or £3, TNF-α, ±3 × 2.",
        "e\u{301}te\u{301}, soft\u{ad}hyphen, zero\u{200b}width, 2\u{202f}mg, ¿Qué?",
        "日本語の文章は空白なしで続きます。日本語の文章は空白なしで続きます。",
        "A [name](https://example.org/caf\u{e9}?q=\u{2019}) and 😀 and αυτό.",
        "Wide 頭痛 mixed with [long](https://example.org/a/very/long/address/that/does/not/fit/into/any/line/of/text) words",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 256,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_option_loses_a_word_or_passes_its_columns(
        parts in prop::collection::vec(prop_oneof![3 => block(), 2 => heading(), 1 => signs()], 0..14),
        (words, set) in options(),
    ) {
        assert_laws(&made_up(&parts.join("\n\n")), &words, &set);
    }

    #[test]
    fn red_flags_in_place_are_the_same_words(
        parts in prop::collection::vec(prop_oneof![2 => block(), 1 => heading()], 0..14)
    ) {
        assert_same_words_in_place(&made_up(&parts.join("\n\n")));
    }

    #[test]
    fn no_article_brings_a_control_character_into_its_text(
        article in any::<String>(),
        (words, set) in options(),
    ) {
        assert_laws(&made_up(&article), &words, &set);
    }
}

/// In place, no word of the article is lost or doubled; labels of boxes may be more, where one is parted.
fn assert_same_words_in_place(article: &Article) {
    let first = handout(article, &handout::Options::default());
    let in_place = handout::Options {
        red_flags: RedFlags::InPlace,
        ..handout::Options::default()
    };
    let in_place = handout(article, &in_place);
    assert_eq!(
        sorted(handout::article_words(&first)),
        sorted(handout::article_words(&in_place)),
        "{}",
        article.source.name()
    );
}

/// A choice of options that between them have every value.
fn every_value() -> Vec<(handout::Options, Options)> {
    let words = handout::Options::default();
    let set = Options::default();
    vec![
        (words.clone(), set.clone()),
        (
            handout::Options {
                red_flags: RedFlags::InPlace,
                links: LinkNotes::Inline,
                draft: true,
                ..words.clone()
            },
            Options {
                width: 40,
                headings: Headings::Upper,
                page_length: Some(30),
                ..set.clone()
            },
        ),
        (
            handout::Options {
                links: LinkNotes::Named,
                ..words.clone()
            },
            Options {
                headings: Headings::Sentence,
                form: Form::Speech,
                line_end: LineEnd::Crlf,
                ..set.clone()
            },
        ),
        (
            words.clone(),
            Options {
                width: 0,
                letters: Letters::Ascii,
                headings: Headings::Upper,
                ..set.clone()
            },
        ),
        (
            handout::Options {
                content: Content::RedFlags,
                links: LinkNotes::Omitted,
                ..words
            },
            Options {
                width: 0,
                letters: Letters::Gsm7,
                headings: Headings::Sentence,
                form: Form::Message,
                ..set
            },
        ),
    ]
}

#[test]
fn samples_keep_the_laws_under_every_option() {
    for article in all() {
        assert_same_words_in_place(&article);
        for (words, set) in every_value() {
            assert_laws(&article, &words, &set);
        }
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "a skipped test says so")]
fn real_articles_keep_the_laws_under_every_option() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !shared.is_dir() {
        println!("skipped: no {} here", shared.display());
        return;
    }
    for (folder, format) in [
        ("corpus/articles", Format::Markdown),
        ("corpus/torture", Format::Markdown),
        ("seed", Format::Pasted),
    ] {
        for path in files(&shared.join(folder)) {
            let text = std::fs::read_to_string(&path).ok();
            if let Some(text) = text.filter(|text| text.len() < 20_000) {
                let name = path.display().to_string();
                let article = parse::article(Source::new(name, text, format));
                assert_same_words_in_place(&article);
                for (words, set) in every_value() {
                    assert_laws(&article, &words, &set);
                }
            }
        }
    }
}
