//! What the options of a handout add to it and leave out of it, read back from the finished files.

use crate::articles::{all, with_context};
use crate::handouts::full;
use crate::pdf_page::Mark;
use crate::pdf_text;
use facetdoc::article::{Article, Role};
use facetdoc::export::condensed::{SIDES, condensed};
use facetdoc::export::pdf::Print;
use facetdoc::export::{ExportError, pdf, text};
use facetdoc::facts::printed::plain;
use facetdoc::handout::{self, Address, Handout, Item, Options};
use facetdoc::parse;
use facetdoc::source::{Format, Source};
use lopdf::Document;

/// The text of `handout`, a line each paragraph.
fn unwrapped(handout: &Handout) -> String {
    let options = text::Options {
        width: 0,
        ..text::Options::default()
    };
    text::to_text(handout, &options).expect("every letter may be written")
}

const ADDRESS: &str = "https://example.org/elbow";

fn article(text: &str) -> Article {
    parse::article(Source::new("elbow.md", text.to_owned(), Format::Markdown))
}

fn elbow() -> Article {
    article(&format!(
        "---\ncanonical_url: {ADDRESS}\nclinic:\n  name: Elbow Clinic\n  phone: 555-0100\n---\n\n# Tennis elbow\n\nIt hurts.\n\n## Call 911 now if:\n\n- the hand is cold\n"
    ))
}

fn build(article: &Article, options: &Options) -> Handout {
    with_context(article, |cx| handout::build(cx, options))
}

fn pdf_of(handout: &Handout, options: &pdf::Options) -> Vec<u8> {
    pdf::to_pdf(handout, options).unwrap()
}

#[test]
fn room_to_write_stands_where_it_is_asked_for() {
    let options = Options {
        name_date: true,
        teach_back: true,
        questions: 3,
        notes: true,
        ..Options::default()
    };
    let handout = build(&elbow(), &options);
    let text = unwrapped(&handout);
    let mut rest = text.as_str();
    for words in [
        "Name:",
        "Date:",
        "Tennis elbow",
        "In my own words",
        "What is it?",
        "When do I call?",
        "Questions for my doctor",
        "My notes",
        "Elbow Clinic",
        "Phone: 555-0100",
    ] {
        let at = rest.find(words).unwrap_or_else(|| panic!("{words}"));
        rest = &rest[at + words.len()..];
    }
    let rules = |marks: &[Vec<Mark>]| {
        let marks = marks.iter().flatten().filter(|mark| mark.is_block);
        marks.filter(|mark| mark.bottom - mark.top < 1.0).count()
    };
    let with = rules(&pdf_text::marks(&pdf_of(
        &handout,
        &pdf::Options::default(),
    )));
    let plain = build(&elbow(), &Options::default());
    let without = rules(&pdf_text::marks(&pdf_of(&plain, &pdf::Options::default())));
    // Two fields, two lines after each of three prompts, three for questions, eight for notes, perhaps more footers.
    assert!(with - without >= 2 + 6 + 3 + 8, "{with} and {without}");
}

#[test]
fn the_code_on_the_page_is_that_of_the_address() {
    let article = elbow();
    let options = Options {
        code: Some(Address::of(&article.meta).unwrap()),
        ..Options::default()
    };
    let handout = build(&article, &options);
    let wanted = handout.items.iter().find_map(|item| match item {
        Item::Code2d(code) => Some(code.clone()),
        _ => None,
    });
    let wanted = wanted.unwrap();
    assert_eq!(wanted.address.text, ADDRESS);
    for print in [Print::Ordinary, Print::Large, Print::Small] {
        let options = pdf::Options {
            print,
            ..pdf::Options::default()
        };
        let marks = pdf_text::marks(&pdf_of(&handout, &options)).concat();
        let dark: Vec<&Mark> = marks.iter().filter(|mark| mark.tag == "Figure").collect();
        let left = dark.iter().map(|mark| mark.left).fold(f32::MAX, f32::min);
        let right = dark.iter().map(|mark| mark.right).fold(0.0, f32::max);
        let top = dark.iter().map(|mark| mark.top).fold(f32::MAX, f32::min);
        let side = right - left;
        assert!((side - 25.0 * 72.0 / 25.4).abs() < 0.1, "{side} points");
        let count = wanted.modules.len();
        let module = side / count as f32;
        let is_dark = |x: usize, y: usize| {
            let (x, y) = (
                left + (x as f32 + 0.5) * module,
                top + (y as f32 + 0.5) * module,
            );
            dark.iter()
                .any(|mark| mark.left < x && x < mark.right && mark.top < y && y < mark.bottom)
        };
        let read: Vec<Vec<bool>> = (0..count)
            .map(|y| (0..count).map(|x| is_dark(x, y)).collect())
            .collect();
        assert_eq!(read, wanted.modules);
        // Four white modules on every side.
        let quiet = 4.0 * module - 0.1;
        for mark in marks.iter().filter(|mark| mark.tag != "Figure") {
            let apart = mark.right < left - quiet
                || mark.left > right + quiet
                || mark.bottom < top - quiet
                || mark.top > top + side + quiet;
            assert!(apart, "{mark:?}");
        }
    }
}

#[test]
fn nothing_in_large_print_is_smaller_than_18_points_and_nothing_in_a_booklet_than_10() {
    let large = pdf::Options {
        print: Print::Large,
        ..pdf::Options::default()
    };
    let handout = full();
    let booklet = pdf::to_booklet(&handout, &pdf::Options::default()).unwrap();
    for (bytes, least) in [(pdf_of(&handout, &large), 18.0), (booklet, 9.0)] {
        for mark in pdf_text::marks(&bytes).concat() {
            let size = mark.y - mark.top;
            assert!(mark.is_block || size > least - 0.01, "{size}: {mark:?}");
        }
    }
}

#[test]
fn a_booklet_is_for_printing_and_claims_nothing_else() {
    let handout = full();
    let bytes = pdf::to_booklet(&handout, &pdf::Options::default()).unwrap();
    assert_eq!(
        bytes,
        pdf::to_booklet(&handout, &pdf::Options::default()).unwrap()
    );
    let document = Document::load_mem(&bytes).unwrap();
    let catalog = document.catalog().unwrap();
    for key in ["StructTreeRoot", "MarkInfo", "Outlines"] {
        assert!(catalog.get(key.as_bytes()).is_err(), "{key}");
    }
    let packet = catalog.get(b"Metadata").unwrap().as_reference().unwrap();
    let packet = document.get_object(packet).unwrap().as_stream().unwrap();
    let packet = String::from_utf8_lossy(&packet.content).into_owned();
    assert!(!packet.contains("pdfuaid:part") && !packet.contains("pdfaid:part"));
    let preferences = catalog
        .get(b"ViewerPreferences")
        .unwrap()
        .as_dict()
        .unwrap();
    let duplex = preferences.get(b"Duplex").unwrap().as_name().unwrap();
    assert_eq!(duplex, b"DuplexFlipShortEdge");
    let pages = document.get_pages();
    assert_eq!(pages.len() % 2, 0);
    let count = pdf::booklet_page_count(&handout, &pdf::Options::default()).unwrap();
    assert_eq!(pages.len(), count.div_ceil(4) * 2);
    let sheet = document.get_dictionary(pages[&1]).unwrap();
    let sheet = sheet.get(b"MediaBox").unwrap().as_array().unwrap();
    let side = |index: usize| sheet[index].as_float().unwrap();
    assert_eq!((side(2).round(), side(3).round()), (792.0, 612.0));
    // The first page is at the right of the first side, the second at the left of the next.
    let page_of = |side: usize, words: &str| {
        let marks = &pdf_text::marks(&bytes)[side];
        let mark = marks.iter().find(|mark| mark.text.contains(words)).unwrap();
        mark.left
    };
    assert!(page_of(0, "Page 1 of") > 396.0);
    assert!(page_of(1, "Page 2 of") < 396.0);
}

/// What a reader must do at once is in every short form, whatever the article; else there is none.
#[test]
fn a_short_form_fits_one_sheet_and_keeps_every_warning_sign() {
    let mut short = 0;
    for article in all() {
        with_context(&article, |cx| {
            let made = condensed(cx, &Options::default(), &pdf::Options::default(), true);
            let made = match made {
                Ok(made) => made,
                Err(ExportError::TooLongForASheet { .. }) => return,
                Err(error) => panic!("{}: {error}", article.source.name()),
            };
            let as_made = pdf::Options {
                print: made.print,
                ..pdf::Options::default()
            };
            let pages = pdf::page_count(&made.handout, &as_made).unwrap();
            assert!(pages <= SIDES, "{}", article.source.name());
            assert_ne!(made.print, Print::Large, "nobody asked for it");
            let printed = handout::printed(&made.handout).text;
            for sentence in &cx.facts.sentences {
                if cx.facts.is_in_role(Role::RedFlags, sentence.span()) {
                    assert!(
                        printed.contains(&plain(sentence.text())),
                        "{}",
                        sentence.text()
                    );
                }
            }
            let text = unwrapped(&made.handout);
            let says = text.contains("short form") || text.contains("versión breve");
            assert_eq!(says, !made.left_out.is_empty(), "{}", article.source.name());
            short += usize::from(!made.left_out.is_empty());
        });
    }
    assert!(short > 0, "some article is too long for a sheet");
}

#[test]
fn a_short_form_says_where_the_whole_is_and_keeps_advice_in_answers() {
    let filler = "Rest the arm when it hurts and move it when it does not. ".repeat(60);
    let text = format!(
        "---\ncanonical_url: {ADDRESS}\n---\n\n# Tennis elbow\n\nIt hurts.\n\n## Anatomy\n\n{filler}\n\n## Causes\n\n{filler}\n\n\
         ## Self-care\n\nUse a cool pack.\n\n## When to get help\n\nCall 911 now if:\n\n- the hand is cold\n\n## Questions\n\n\
         ### Is it common?\n\n{filler}\n\n### What if my hand turns blue?\n\nGo to the emergency room now.\n"
    );
    let article = article(&text);
    let made = with_context(&article, |cx| {
        condensed(cx, &Options::default(), &pdf::Options::default(), false).unwrap()
    });
    let text = unwrapped(&made.handout);
    assert!(
        text.contains(&format!("The whole text: {ADDRESS}")),
        "{text}"
    );
    for kept in [
        "Use a cool pack",
        "the hand is cold",
        "Go to the emergency room now",
    ] {
        assert!(text.contains(kept), "{kept}: {text}");
    }
    assert!(made.left_out.iter().any(|part| part.title == "Anatomy"));
    assert!(!text.contains("Is it common?"));
}

#[test]
fn room_to_write_gives_way_before_text_on_a_full_sheet() {
    let filler = "Rest the arm when it hurts and move it when it does not. ".repeat(36);
    let text = format!(
        "# Tennis elbow\n\n## What is tennis elbow?\n\n{filler}\n\n## Self-care\n\n{filler}\n\n## When to get help\n\nCall 911 now if:\n\n- the hand is cold\n"
    );
    let article = article(&text);
    let options = Options {
        questions: 12,
        notes: true,
        ..Options::default()
    };
    let made = |options: &Options| {
        with_context(&article, |cx| {
            condensed(cx, options, &pdf::Options::default(), false).unwrap()
        })
    };
    let without = made(&Options::default());
    let with = made(&options);
    assert_eq!(with.left_out, without.left_out);
    assert!(with.without_lines);
    assert!(!unwrapped(&with.handout).contains("My notes"));
}
