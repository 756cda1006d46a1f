//! The layout of plain text, by example.

use super::{Options, to_text};
use crate::config::Settings;
use crate::facts::Facts;
use crate::handout::{self, Handout, build};
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
    let text = to_text(
        &handout(&format!("# T\n\n{markdown}"), false),
        &Options { width },
    );
    let body = text.strip_prefix("T\n=\n\n").expect("a title and its rule");
    let end = body.rfind("\n\n--").unwrap_or(0);
    body[..end].to_owned()
}

#[test]
fn a_leaflet_reads_from_the_urgent_box_to_the_hash() {
    let markdown = "---\nversion: 1.2\nreviewed: 2026-03-03\n---\n\n# Coughs\n\nMost coughs clear up.\n\n\
         ## Call 999 if:\n\n- you cannot breathe\n\n## FAQ\n\n### Is it catching?\n\nYes. Wash your hands.\n";
    let text = to_text(&handout(markdown, true), &Options { width: 40 });
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
coughs | Version 1.2 | Reviewed 3 March
2026 | sha256:";
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
            "Read about\nwell-being-and-self-care here\n[1] or\n{url}.\n\nLinks\n-----\n\n[1]\n    {url}"
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
fn a_box_inside_a_list_keeps_its_frame_within_the_lines() {
    assert_eq!(
        body("- a\n\n  > [!TIP]\n  > b", 30),
        "- a\n\n  ----------------------------\n  TIP\n\n  b\n  ----------------------------"
    );
}
