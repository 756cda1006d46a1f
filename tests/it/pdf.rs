//! The PDF export through its public door: words, bytes, refusals, furniture of the page.

use crate::handouts::{
    FILLER, boxed, figure, full, handout, heading, item, link, long_address, paragraph, runs,
    table, words,
};
use crate::pdf_text;
use facetdoc::export::ExportError;
use facetdoc::export::pdf::{Options, to_pdf};
use facetdoc::handout::{BoxLevel, Handout, Item, List, Paper, Run};
use facetdoc::source::Span;
use lopdf::Document;
use std::path::PathBuf;

/// The PDF of a handout; it is also left in the target directory for external validators.
pub fn export(name: &str, handout: &Handout) -> Vec<u8> {
    let bytes = to_pdf(handout, &Options::default()).expect("the handout can be exported");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pdf");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{name}.pdf")), &bytes).unwrap();
    bytes
}

/// Exports a handout, checks that no word is lost, and gives the bytes.
pub fn checked(name: &str, handout: &Handout) -> Vec<u8> {
    let bytes = export(name, handout);
    assert_eq!(pdf_text::words(&bytes), words(handout));
    bytes
}

/// The pages that hold a word of `text` as tagged content or artifact.
pub fn lines_with<'l>(layout: &'l str, words: &str) -> Vec<&'l str> {
    layout.lines().filter(|line| line.contains(words)).collect()
}

#[test]
fn a_handout_with_one_of_everything_comes_back_word_for_word() {
    let bytes = checked("full", &full());
    insta::assert_snapshot!("full_layout", pdf_text::layout(&bytes));
    insta::assert_snapshot!("full_tree", pdf_text::tree(&bytes));
}

#[test]
fn doses_come_back_letter_by_letter() {
    for dose in [
        "≥ ≤ ± µ ½ ° × – 5 µg 38.5 °C q\u{303} ñ",
        "5 µg and 5 μg",
        "120\u{A0}mmHg and 120 mmHg",
        "5\u{202F}000\u{2009}IU",
        "twice\u{2011}daily, twice\u{2010}daily, twice-daily",
        "para\u{AD}cet\u{AD}amol",
        "e\u{301} é o\u{308}\u{304} ǫ\u{304} tiếng Việt",
        "office fluffy affix",
        "Ω Ω Δ ∆ → ☐ ☑ ✓ €",
        "A Α А",
        "1⁄2 ¼ 10⁻³ m² H₂O",
        "\u{FEFF}start end\u{200B}ing",
    ] {
        let handout = handout(vec![heading(1, "Doses"), paragraph(dose)]);
        let bytes = to_pdf(&handout, &Options::default()).expect(dose);
        let text = pdf_text::text(&bytes);
        assert_eq!(
            text.trim().strip_prefix("Doses").unwrap().trim_start(),
            dose
        );
    }
}

#[test]
fn an_accent_stands_above_its_letter() {
    let handout = handout(vec![heading(1, "Marks"), paragraph("tiếng")]);
    let bytes = to_pdf(&handout, &Options::default()).unwrap();
    let marks = &pdf_text::marks(&bytes)[0];
    let heights: Vec<f32> = marks
        .iter()
        .filter(|mark| mark.tag == "P" || mark.tag == "Span")
        .map(|mark| mark.y)
        .collect();
    let (first, accent) = (heights[0], heights[2]);
    assert!(accent < first - 1.0, "{heights:?}");
}

#[test]
fn a_line_break_of_the_author_is_white_space_in_the_text() {
    let handout = handout(vec![
        heading(1, "Lines"),
        paragraph("12 Mill Road\nSpringfield"),
        Item::Code(runs("one\n\n  two")),
    ]);
    let bytes = checked("lines", &handout);
    let text = pdf_text::text(&bytes);
    assert!(text.contains("12 Mill Road\nSpringfield"), "{text}");
    assert!(text.contains("one\n\n  two"), "{text}");
}

#[test]
fn an_address_breaks_after_slashes_and_comes_back_whole() {
    let address = long_address();
    let url = address.text.clone();
    let handout = handout(vec![
        heading(1, "Links"),
        Item::Links(vec![("[1]".to_owned(), address)]),
        Item::Paragraph(vec![
            Run::plain("See ("),
            link(&url, &url),
            Run::plain(")."),
        ]),
    ]);
    let bytes = checked("address", &handout);
    let layout = pdf_text::layout(&bytes);
    for line in lines_with(&layout, "library/") {
        assert!(line.ends_with("/\""), "{line}");
    }
    let tree = pdf_text::tree(&bytes);
    assert!(tree.contains(&format!("Span ActualText {url:?}")), "{tree}");
}

#[test]
fn a_word_longer_than_a_line_is_broken_and_comes_back_whole() {
    let word = "pneumonoultramicroscopicsilicovolcanoconiosis".repeat(3);
    let query = format!("https://example.org/find?{}", "key=value&".repeat(30));
    let handout = handout(vec![
        heading(1, "Long"),
        paragraph(&format!("The word {word} is long.")),
        paragraph(&query),
        table(&["One", "Two"], &[&[&word, &query]]),
    ]);
    let bytes = checked("long_words", &handout);
    assert_marks_stay_on_the_page(&bytes);
}

#[test]
fn the_footer_wraps_and_shortens_the_title_but_never_the_dates() {
    let mut long = handout(vec![heading(1, "Title"), paragraph("Text.")]);
    long.footer.title =
        "Everything that you ever wanted to know about looking after a sore knee at home"
            .to_owned();
    let artifacts = &pdf_text::artifacts(&export("footer_long", &long))[0];
    assert!(
        artifacts.contains("Everything that you ever wanted"),
        "{artifacts}"
    );
    assert!(artifacts.contains('…'), "{artifacts}");
    for whole in [
        "Version 1.2",
        "Reviewed 3 March 2026",
        "Next review March 2029",
        "Page 1 of 1",
    ] {
        assert!(artifacts.contains(whole), "{artifacts}");
    }

    let mut short = handout(vec![heading(1, "Title"), paragraph("Text.")]);
    short.footer.title = "Sore knee".to_owned();
    short.footer.next_review = None;
    let layout = pdf_text::layout(&export("footer_short", &short));
    let footer = lines_with(&layout, "Sore knee · Version 1.2 · Reviewed 3 March 2026");
    assert_eq!(footer.len(), 1, "{layout}");
    assert!(footer[0].contains("Page 1 of 1"), "{layout}");
}

#[test]
fn the_draft_stamp_stands_on_every_page() {
    let stamp = "DRAFT: failed content review";
    let items = vec![
        paragraph(stamp),
        heading(1, "Title"),
        paragraph(&FILLER.repeat(12)),
    ];
    let mut draft = handout(items);
    draft.draft = Some(stamp.to_owned());
    let bytes = checked("draft", &draft);
    assert!(pdf_text::text(&bytes).trim_start().starts_with(stamp));
    let artifacts = pdf_text::artifacts(&bytes);
    assert!(artifacts.len() > 1);
    for page in &artifacts[1..] {
        assert!(page.starts_with("DRAFT: failed content review"), "{page}");
    }
}

#[test]
fn a_missing_glyph_is_refused_with_its_place() {
    let mut run = Run::plain("Take \u{4E2D} now");
    run.span = Some(Span::new(100, 112));
    let refused = |handout: &Handout| to_pdf(handout, &Options::default()).unwrap_err();
    let at = |span| ExportError::MissingGlyph {
        character: '\u{4E2D}',
        span,
        others: Vec::new(),
    };
    let items = vec![heading(1, "Title"), Item::Paragraph(vec![run.clone()])];
    assert_eq!(refused(&handout(items)), at(Some(Span::new(105, 108))));
    run.span = Some(Span::new(100, 130));
    let items = vec![heading(1, "Title"), Item::Paragraph(vec![run])];
    assert_eq!(refused(&handout(items)), at(Some(Span::new(100, 130))));

    let mut footer = handout(vec![heading(1, "Title")]);
    footer.footer.title.push('\u{4E2D}');
    assert_eq!(refused(&footer), at(None));
    let mut title = handout(vec![heading(1, "Title")]);
    title.title.push('\u{4E2D}');
    assert_eq!(refused(&title), at(None));
    let emoji = handout(vec![heading(1, "Title"), paragraph("well \u{1F600}")]);
    assert!(matches!(
        refused(&emoji),
        ExportError::MissingGlyph {
            character: '\u{1F600}',
            span: None,
            ..
        }
    ));
}

#[test]
fn the_same_handout_gives_the_same_bytes() {
    let first = to_pdf(&full(), &Options::default()).unwrap();
    let other = to_pdf(&handout(vec![heading(1, "Other")]), &Options::default()).unwrap();
    assert_ne!(first, other);
    assert_eq!(first, to_pdf(&full(), &Options::default()).unwrap());
    let elsewhere = std::thread::spawn(|| to_pdf(&full(), &Options::default()).unwrap());
    assert_eq!(first, elsewhere.join().unwrap());
}

#[test]
fn the_paper_is_the_handouts_unless_the_user_says_otherwise() {
    let handout = full();
    let options = Options {
        paper: Some(Paper::A4),
        ..Options::default()
    };
    let bytes = to_pdf(&handout, &options).unwrap();
    let document = Document::load_mem(&bytes).unwrap();
    let page = document.get_pages()[&1];
    let sheet = document
        .get_dictionary(page)
        .unwrap()
        .get(b"MediaBox")
        .unwrap();
    let sheet: Vec<f32> = sheet
        .as_array()
        .unwrap()
        .iter()
        .map(|side| side.as_float().unwrap())
        .collect();
    assert!(
        (sheet[2] - 595.28).abs() < 0.01 && (sheet[3] - 841.89).abs() < 0.01,
        "{sheet:?}"
    );
    assert_marks_stay_on_the_page(&bytes);
}

#[test]
fn odd_handouts_are_set_without_losing_a_word() {
    let mut nested = paragraph("the innermost");
    for depth in 0..30 {
        nested = Item::List(List {
            ordered: true,
            items: vec![item(&format!("{depth}."), vec![paragraph("level"), nested])],
        });
    }
    let mut boxes = paragraph("the innermost box");
    for _ in 0..25 {
        boxes = boxed(BoxLevel::Emergency, "EMERGENCY", vec![boxes]);
    }
    let header: Vec<String> = (0..14).map(|number| format!("Column {number}")).collect();
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let tall = FILLER.repeat(30);
    let odd = handout(vec![
        heading(3, "A first heading of level three"),
        heading(6, "and one of level six"),
        nested,
        boxes,
        table(&header, &[&header, &header]),
        table(&["", ""], &[&["no header", "here"]]),
        table(&["Tall", "Row"], &[&[&tall, "short"]]),
        Item::Quote(vec![boxed(
            BoxLevel::Note,
            "NOTE",
            vec![Item::Quote(vec![table(&["a", "b"], &[&["c", "d"]])])],
        )]),
        boxed(BoxLevel::Advice, "ADVICE", vec![]),
        Item::Quote(vec![]),
        Item::List(List {
            ordered: false,
            items: vec![item("•", vec![])],
        }),
        paragraph(""),
        paragraph(" "),
        figure("", "", ""),
        boxed(BoxLevel::Urgent, "URGENT", vec![paragraph(&tall)]),
        Item::Paragraph(vec![
            link("nowhere", "#missing"),
            link("bad", "https://example.org/ñ |"),
        ]),
    ]);
    let bytes = checked("odd", &odd);
    assert_marks_stay_on_the_page(&bytes);
    checked("empty", &handout(vec![]));
}

/// Nothing is drawn off the sheet or in the strip at its edges that copiers cannot print.
pub fn assert_marks_stay_on_the_page(bytes: &[u8]) {
    let document = Document::load_mem(bytes).unwrap();
    let page = document.get_pages()[&1];
    let sheet = document
        .get_dictionary(page)
        .unwrap()
        .get(b"MediaBox")
        .unwrap();
    let sheet: Vec<f32> = sheet
        .as_array()
        .unwrap()
        .iter()
        .map(|side| side.as_float().unwrap())
        .collect();
    for (index, page) in pdf_text::marks(bytes).iter().enumerate() {
        for mark in page {
            let spaces = mark.text.trim().is_empty() && !mark.is_block;
            let inside = mark.left >= 71.9
                && (mark.right <= sheet[2] - 71.9 || spaces)
                && mark.top >= 20.0
                && mark.bottom <= sheet[3] - 20.0;
            assert!(inside, "page {}: {mark:?}", index + 1);
        }
    }
}
