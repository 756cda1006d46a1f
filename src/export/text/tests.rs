//! The layout of plain text, by example.

use super::{Form, Headings, Letters, Options, to_text, words};
use crate::config::Settings;
use crate::export::ExportError;
use crate::facts::Facts;
use crate::handout::{self, Content, Handout, LinkNotes, RedFlags, build};
use crate::parse;
use crate::rules::Context;
use crate::source::{Format, Source};

fn handout(markdown: &str, draft: bool) -> Handout {
    let article = parse::article(Source::new("made-up.md", markdown, Format::Markdown));
    let settings = Settings::of(&article);
    let facts = Facts::find(&article, &settings);
    let cx = Context {
        article: &article,
        facts: &facts,
        settings: &settings,
        today: None,
    };
    build(
        &cx,
        &handout::Options {
            draft,
            ..handout::Options::default()
        },
    )
}

/// The text below the title and its rule, above the last rule.
fn body(markdown: &str, width: usize) -> String {
    let options = Options {
        width,
        ..Options::default()
    };
    let text = to_text(&handout(&format!("# T\n\n{markdown}"), false), &options).unwrap();
    let body = text.strip_prefix("T\n=\n\n").expect("a title and its rule");
    let end = body.rfind("\n\n--").unwrap_or(0);
    body[..end].to_owned()
}

#[test]
fn a_leaflet_reads_from_the_urgent_box_to_the_hash() {
    let markdown = "---\nversion: 1.2\nreviewed: 2026-03-03\n---\n\n# Coughs\n\nMost coughs clear up.\n\n\
         ## Call 999 if:\n\n- you cannot breathe\n\n## FAQ\n\n### Is it catching?\n\nYes. Wash your hands.\n";
    let options = Options {
        width: 40,
        ..Options::default()
    };
    let text = to_text(&handout(markdown, true), &options).unwrap();
    let expected = "\
DRAFT: failed content review

Coughs
======

########################################
EMERGENCY

Call 999 if:
------------

- you cannot breathe
########################################

Most coughs clear up.

FAQ
---

Is it catching?
Yes. Wash your hands.

----------------------------------------
coughs | Version 1.2
Reviewed 3 March 2026
sha256:";
    assert!(text.starts_with(expected), "{text}");
    assert!(text.ends_with('\n'));
    let hash = text.trim_end().rsplit(':').next().unwrap_or("");
    assert_eq!(hash.len(), 12, "{hash}");
}

#[test]
fn lists_hang_and_only_long_items_are_set_apart() {
    for (markdown, expected) in [
        (
            "- one two three four five six seven\n- b\n  1. c\n  2. d",
            "- one two three four five\n  six seven\n- b\n  1. c\n  2. d",
        ),
        (
            "9. a\n10. b b b b b b b b b b b b b",
            "9. a\n10. b b b b b b b b b b b b\n    b",
        ),
        ("- a\n\n  more\n- b", "- a\n\n  more\n\n- b"),
        ("- [ ] a\n- [x] b", "☐ a\n☑ b"),
        ("> a\n>\n> - b", "    a\n\n    - b"),
        ("a\\\nb", "a\nb"),
        ("```\nx  y\n    z\n```", "    x  y\n        z"),
        ("Term\n\n: means this", "Term\n    means this"),
    ] {
        assert_eq!(body(markdown, 28), expected, "{markdown}");
    }
}

#[test]
fn addresses_are_never_cut_and_no_word_is_broken_at_a_hyphen() {
    let url = "https://example.org/a-long-address/that-is-longer/than-a-line";
    let markdown = format!("Read about well-being-and-self-care [here]({url}) or <{url}>.");
    assert_eq!(
        body(&markdown, 30),
        format!(
            "Read about\nwell-being-and-self-care\nhere [1] or\n{url}.\n\nLinks\n-----\n\n[1]\n    {url}"
        )
    );
}

#[test]
fn without_a_width_each_paragraph_is_one_line() {
    let long = "word ".repeat(60).trim_end().to_owned();
    assert_eq!(
        body(&format!("{long}\n\n- {long}"), 0),
        format!("{long}\n\n- {long}")
    );
}

#[test]
fn a_table_is_a_grid_where_it_fits_and_else_a_line_for_each_cell() {
    let markdown = "| Age | Dose |\n|:--|--:|\n| 2 to 5 | 5 ml |\n| 6 and over | 10 ml |";
    assert_eq!(
        body(markdown, 28),
        "Age          Dose\n-----------------\n2 to 5       5 ml\n6 and over  10 ml"
    );
    let markdown = "| Age | Dose |\n|---|---|\n| 2 to 5 | 5 ml, three times a day |\n| 6 | |";
    assert_eq!(
        body(markdown, 28),
        "Age\nDose\n----------------------------\n\nAge: 2 to 5\nDose:\n    5 ml, three times a day\n\nAge: 6"
    );
}

#[test]
fn wide_letters_count_twice_and_may_be_parted() {
    assert_eq!(
        body(&"頭痛が続く場合は医師に相談してください。".repeat(2), 24),
        "頭痛が続く場合は医師に相\n談してください。頭痛が続\nく場合は医師に相談してく\nださい。"
    );
}

#[test]
fn what_the_layout_adds_after_a_number_or_the_mark_of_a_note_is_no_word() {
    for markdown in [
        "1. ***\n2. Rest",
        "1. > [!WARNING]\n   > Never alone.\n2. Rest",
        "1. | Age | Dose |\n   |---|---|\n   | 6 | 5 ml |\n2. Rest",
        "A[^1].\n\n[^1]: ---\n",
    ] {
        for width in [0, 24, 72] {
            let handout = handout(&format!("# T\n\n{markdown}"), false);
            let options = Options {
                width,
                ..Options::default()
            };
            let set = words(&handout, &options).unwrap();
            assert_eq!(set, handout::words(&handout), "{markdown} at {width}");
        }
    }
    assert_eq!(
        body("1. ***\n2. Rest", 40),
        "1.\n   ------------------------\n2. Rest"
    );
}

#[test]
fn a_box_inside_a_list_keeps_its_frame_within_the_lines() {
    assert_eq!(
        body("- a\n\n  > [!TIP]\n  > b", 30),
        "- a\n\n  ----------------------------\n  TIP\n\n  b\n  ----------------------------"
    );
}

/// The text of `markdown` below a title, above the last rule where there is one.
fn set(markdown: &str, words: &handout::Options, options: &Options) -> Result<String, ExportError> {
    let article = parse::article(Source::new("made-up.md", markdown, Format::Markdown));
    let settings = Settings::of(&article);
    let facts = Facts::find(&article, &settings);
    let cx = Context {
        article: &article,
        facts: &facts,
        settings: &settings,
        today: None,
    };
    to_text(&build(&cx, words), options)
}

const COUGH: &str = "---\ncanonical_url: https://example.org/cough\n---\n\n# Coughs\n\n\
    Most coughs clear up. See [our guide](/guide).\n\n## What You Can Do\n\nYou can do this: take 5 ml of honey.\n\n\
    ## When To Get Help\n\nCall 999 if:\n\n- you can’t breathe\n- it’s ≥ 40 °C\n";

#[test]
fn red_flags_stand_in_place_with_their_frame() {
    let words = handout::Options {
        red_flags: RedFlags::InPlace,
        links: LinkNotes::Inline,
        ..handout::Options::default()
    };
    let options = Options {
        width: 40,
        headings: Headings::Upper,
        ..Options::default()
    };
    let text = set(COUGH, &words, &options).unwrap();
    let expected = "\
Coughs
======

Most coughs clear up. See our guide
(https://example.org/guide).

WHAT YOU CAN DO

You can do this: take 5 ml of honey.

########################################
EMERGENCY

WHEN TO GET HELP

Call 999 if:

- you can’t breathe
- it’s ≥ 40 °C
########################################

----------------------------------------
coughs | sha256:";
    assert!(text.starts_with(expected), "{text}");
}

#[test]
fn a_text_message_holds_the_red_flags_and_the_address() {
    let words = handout::Options {
        content: Content::RedFlags,
        links: LinkNotes::Omitted,
        ..handout::Options::default()
    };
    let options = Options {
        width: 0,
        letters: Letters::Gsm7,
        headings: Headings::Sentence,
        form: Form::Message,
        max_chars: Some(160),
        ..Options::default()
    };
    let text = set(COUGH, &words, &options).unwrap();
    assert_eq!(
        text,
        "EMERGENCY\nWhen to get help\nCall 999 if:\n- you can't breathe\n- it's >= 40 deg C\nhttps://example.org/cough"
    );
    let short = Options {
        max_chars: Some(100),
        ..options.clone()
    };
    let error = set(COUGH, &words, &short).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the text has 104 characters, 4 more than --max-chars 100 allows; nothing is cut, for it could be a warning sign"
    );
    assert_eq!(
        set("# Rest\n\nRest well.", &words, &options),
        Err(ExportError::NoRedFlags)
    );
}

#[test]
fn a_text_that_is_read_out_has_no_rules_and_names_its_links() {
    let words = handout::Options {
        links: LinkNotes::Named,
        ..handout::Options::default()
    };
    let options = Options {
        headings: Headings::Sentence,
        form: Form::Speech,
        ..Options::default()
    };
    let markdown = format!("{COUGH}\n## Doses\n\n| Age | Dose |\n|---|---|\n| 2 | 5 ml |\n");
    let text = set(&markdown, &words, &options).unwrap();
    let expected = "\
Coughs

EMERGENCY

When to get help

Call 999 if:

- you can’t breathe
- it’s ≥ 40 °C

Most coughs clear up. See our guide (link 1).

What you can do

You can do this: take 5 ml of honey.

Doses

Age
Dose

Age: 2
Dose: 5 ml

Links

Link 1:
    https://example.org/guide

coughs
sha256:";
    assert!(text.starts_with(expected), "{text}");
}

#[test]
fn a_character_without_a_certain_form_is_an_error_with_its_place() {
    let options = Options {
        letters: Letters::Ascii,
        ..Options::default()
    };
    let words = handout::Options::default();
    let error = set("# T\n\nGood 頭", &words, &options).unwrap_err();
    let ExportError::Unwritable {
        character: '頭',
        span: Some(span),
        ..
    } = error
    else {
        panic!("{error}");
    };
    assert_eq!(span.start(), 5);
}

#[test]
fn signs_are_written_so_that_they_keep_their_meaning() {
    for (text, expected) in [
        (
            "≥ 38°C, ≤ 2½ tablets, ½ a day",
            ">= 38 deg C, <= 2 1/2 tablets, 1/2 a day",
        ),
        ("38 °C or 90°", "38 deg C or 90 deg"),
        ("5 µg, 3 μmol/L", "5 mcg, 3 micromol/L"),
        ("10⁹/L, 10⁻⁶, m²", "10^9/L, 10^-6, m^2"),
        ("2·5 mg · daily", "2.5 mg - daily"),
        ("5€, € 5, £10", "5 EUR, EUR 5, GBP 10"),
        (
            "naïve “quote” it’s – so—well…",
            "naive \"quote\" it's - so--well...",
        ),
        ("cafe\u{301}", "cafe"),
        ("TNF-α", "TNF-alpha"),
        ("1.º y 2.ª", "1.o y 2.a"),
    ] {
        assert_eq!(
            super::in_letters(text, "en", Letters::Ascii).as_deref(),
            Ok(expected)
        );
    }
    let german = super::in_letters("Müdigkeit, Öl, heiß", "de-AT", Letters::Ascii);
    assert_eq!(german.as_deref(), Ok("Muedigkeit, Oel, heiss"));
    for text in ["αυτό", "привет", "😀", "✓"] {
        assert!(
            super::in_letters(text, "en", Letters::Ascii).is_err(),
            "{text}"
        );
    }
    let sms = super::in_letters("ñ é á € ¿", "es", Letters::Gsm7);
    assert_eq!(sms.as_deref(), Ok("ñ é a € ¿"));
}

#[test]
fn a_page_ends_before_a_box_that_would_be_parted_and_never_below_a_heading() {
    let lines: Vec<String> = (1..=9).map(|n| format!("Line {n}.")).collect();
    let lines = lines.join("\n\n");
    let markdown = format!(
        "# T\n\n{lines}\n\n## When to get help\n\nCall 999 if:\n\n- a\n- b\n\n## End\n\nBye."
    );
    let words = handout::Options {
        red_flags: RedFlags::InPlace,
        ..handout::Options::default()
    };
    let options = Options {
        page_length: Some(28),
        ..Options::default()
    };
    let text = set(&markdown, &words, &options).unwrap();
    let pages: Vec<&str> = text.split('\u{c}').collect();
    assert_eq!(pages.len(), 2, "{text}");
    assert!(pages[0].contains("Line 9.") && pages[0].ends_with("\n\nPage 1 of 2\n"));
    assert!(pages[1].starts_with("####") && pages[1].ends_with("\n\nPage 2 of 2\n"));
    assert!(pages.iter().all(|page| page.lines().count() == 28));
}

#[test]
fn a_box_longer_than_a_page_is_parted_between_its_items_and_named_again() {
    let signs: Vec<String> = (1..=40)
        .map(|n| format!("- sign {n} {}", "x ".repeat(40)))
        .collect();
    let signs = signs.join("\n");
    let markdown = format!("# T\n\n## When to get help\n\nCall 999 if:\n\n{signs}");
    let words = handout::Options {
        draft: true,
        ..handout::Options::default()
    };
    let options = Options {
        page_length: Some(30),
        ..Options::default()
    };
    let text = set(&markdown, &words, &options).unwrap();
    let pages: Vec<&str> = text.split('\u{c}').collect();
    assert!(pages.len() > 2);
    for page in &pages[1..pages.len() - 1] {
        let start = "DRAFT: failed content review\n\nEMERGENCY\n\n- sign ";
        assert!(page.starts_with(start), "{page}");
    }
}
