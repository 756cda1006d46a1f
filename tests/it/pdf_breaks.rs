//! Where the PDF export breaks pages, and what it keeps together.

use crate::handouts::{
    FILLER, boxed, bullets, handout, heading, item, numbered, paragraph, runs, table,
};
use crate::pdf::{checked, lines_with};
use crate::pdf_text;
use facetdoc::export::pdf::{Options, Print, to_pdf};
use facetdoc::handout::{BoxLevel, Item, List};

#[test]
fn a_box_that_does_not_fit_moves_to_the_next_page_as_a_whole() {
    let handout = handout(vec![
        heading(1, "Boxes"),
        paragraph(&FILLER.repeat(8)),
        boxed(
            BoxLevel::Urgent,
            "URGENT",
            vec![
                heading(2, "Get help today if:"),
                bullets(&["you are feverish", "you can’t stand", "it gets worse"]),
            ],
        ),
    ]);
    let bytes = checked("box_moves", &handout);
    let layout = pdf_text::layout(&bytes);
    for words in ["URGENT", "Get help today", "feverish", "gets worse"] {
        let lines = lines_with(&layout, words);
        assert_eq!(lines.len(), 1, "{layout}");
        assert!(lines[0].starts_with("page 2:"), "{layout}");
    }
}

#[test]
fn a_box_longer_than_a_page_is_split_between_items_and_its_label_repeated() {
    let signs: Vec<String> = (1..40)
        .map(|number| {
            format!(
                "sign {number} that takes more than a line because it is told at length, with care"
            )
        })
        .collect();
    let signs: Vec<&str> = signs.iter().map(String::as_str).collect();
    let handout = handout(vec![
        heading(1, "Boxes"),
        boxed(
            BoxLevel::Emergency,
            "EMERGENCY",
            vec![heading(2, "Call 911 if:"), bullets(&signs)],
        ),
    ]);
    let bytes = checked("box_longer_than_a_page", &handout);
    let layout = pdf_text::layout(&bytes);
    let labels = lines_with(&layout, "EMERGENCY");
    let pages = pdf_text::marks(&bytes).len();
    assert!(pages >= 3);
    assert_eq!(labels.len(), pages, "{layout}");
    assert!(labels[0].contains(" P "), "{layout}");
    for repeated in &labels[1..] {
        assert!(repeated.contains(" artifact "), "{layout}");
    }
    for page in 2..=pages {
        let first = layout
            .lines()
            .find(|line| line.starts_with(&format!("page {page}:")) && line.contains(" Lbl "))
            .unwrap();
        let text = layout
            .lines()
            .skip_while(|line| *line != first)
            .nth(1)
            .unwrap();
        assert!(
            text.contains("sign "),
            "a page starts inside an item: {text}"
        );
    }
}

#[test]
fn a_box_that_goes_on_says_again_what_to_do_for_its_signs() {
    let signs: Vec<String> = (1..60)
        .map(|number| {
            format!("sign {number} that is told at some length, with care for its reader")
        })
        .collect();
    let signs: Vec<&str> = signs.iter().map(String::as_str).collect();
    let (first, second) = signs.split_at(30);
    let handout = handout(vec![
        heading(1, "Boxes"),
        boxed(
            BoxLevel::Emergency,
            "EMERGENCY",
            vec![
                heading(2, "When to get help"),
                paragraph("Call 911 now if you have:"),
                bullets(first),
                paragraph("Also call 911 if your child has:"),
                bullets(second),
            ],
        ),
    ]);
    let bytes = checked("box_that_goes_on", &handout);
    let layout = pdf_text::layout(&bytes);
    assert_eq!(pdf_text::marks(&bytes).len(), 3, "{layout}");
    let again = lines_with(&layout, "EMERGENCY (continued)");
    let calls = [
        lines_with(&layout, "Call 911 now if"),
        lines_with(&layout, "Also call 911 if"),
    ];
    assert_eq!(again.len(), 2, "{layout}");
    assert_eq!(calls.each_ref().map(Vec::len), [2, 2], "{layout}");
    for (label, call) in again.iter().zip(calls.iter().map(|call| call[1])) {
        assert!(
            label.contains(" artifact ") && call.contains(" artifact "),
            "{layout}"
        );
        assert_eq!(label.split(':').next(), call.split(':').next());
    }
    // Read aloud, nothing is said twice.
    let text = pdf_text::text(&bytes);
    assert_eq!(text.matches("911").count(), 2, "{text}");
}

#[test]
fn no_last_page_holds_only_who_made_the_handout() {
    for lines in 20..50 {
        let mut items = vec![heading(1, "Knees")];
        items.extend((0..lines).map(|number| paragraph(&format!("Rest your knee, {number}."))));
        items.push(Item::Rule);
        items.push(paragraph("Written by: Ana Ruiz"));
        items.push(paragraph("Published: 3 March 2026"));
        let bytes = to_pdf(&handout(items), &Options::default()).unwrap();
        let layout = pdf_text::layout(&bytes);
        let last = pdf_text::marks(&bytes).len();
        let on_last = lines_with(&layout, "Rest your knee");
        let on_last = on_last
            .iter()
            .filter(|line| line.starts_with(&format!("page {last}:")));
        assert!(on_last.count() > 0, "{lines} paragraphs: {layout}");
    }
}

#[test]
fn a_table_repeats_its_header_on_every_page_and_breaks_between_rows() {
    let rows: Vec<[String; 3]> = (1..40)
        .map(|number| {
            [
                format!("Medicine {number}"),
                format!("{number} mg"),
                "With food, and never together with the other one".to_owned(),
            ]
        })
        .collect();
    let rows: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let handout = handout(vec![
        heading(1, "Medicines"),
        table(&["Medicine", "Dose", "Notes"], &rows),
    ]);
    let bytes = checked("table_over_pages", &handout);
    let pages = pdf_text::marks(&bytes).len();
    assert!(pages >= 3);
    let artifacts = pdf_text::artifacts(&bytes);
    assert!(!artifacts[0].contains("MedicineDoseNotes"));
    for page in &artifacts[1..] {
        assert!(page.contains("MedicineDoseNotes"), "{page}");
    }
    let tree = pdf_text::tree(&bytes);
    assert_eq!(tree.matches("Table\n").count(), 1);
    assert_eq!(tree.matches("TR\n").count(), 40);
    assert_eq!(tree.matches("TH\n").count(), 3);
}

#[test]
fn a_list_across_pages_is_one_list() {
    let texts = vec!["an item that says something useful"; 60];
    let handout = handout(vec![heading(1, "List"), numbered(&texts)]);
    let tree = pdf_text::tree(&checked("list_over_pages", &handout));
    assert_eq!(tree.matches("  L\n").count(), 1);
    assert_eq!(tree.matches("LI\n").count(), 60);
}

#[test]
fn headings_stay_with_the_two_lines_that_follow() {
    for lines in 20..36 {
        let mut items = vec![heading(1, "Title")];
        items.extend((0..lines).map(|_| paragraph("One line.")));
        items.push(heading(2, "When to get help"));
        items.push(paragraph(&FILLER.repeat(2)));
        let bytes = to_pdf(&handout(items), &Options::default()).unwrap();
        let layout = pdf_text::layout(&bytes);
        let lines: Vec<&str> = layout
            .lines()
            .filter(|line| !line.contains("artifact"))
            .collect();
        let at = lines.iter().position(|line| line.contains(" H2 ")).unwrap();
        let page = |line: &str| line.split(':').next().unwrap().to_owned();
        assert_eq!(page(lines[at]), page(lines[at + 1]), "{layout}");
        assert_eq!(page(lines[at]), page(lines[at + 2]), "{layout}");
    }
}

#[test]
fn no_paragraph_leaves_one_line_alone() {
    for lines in 20..36 {
        let mut items = vec![heading(1, "Title")];
        items.extend((0..lines).map(|_| paragraph("One line.")));
        items.push(paragraph(&FILLER.repeat(3)));
        let bytes = to_pdf(&handout(items), &Options::default()).unwrap();
        let layout = pdf_text::layout(&bytes);
        for page in 1..=2 {
            let count = layout
                .lines()
                .filter(|line| line.starts_with(&format!("page {page}:")))
                .filter(|line| line.contains(" P ") && !line.contains("One line."))
                .count();
            assert_ne!(count, 1, "{layout}");
        }
    }
}

#[test]
fn a_question_stays_with_its_answer() {
    for lines in 20..36 {
        let mut items = vec![heading(1, "Title")];
        items.extend((0..lines).map(|_| paragraph("One line.")));
        items.push(Item::Question {
            level: 2,
            question: runs("Can I run?"),
            id: "can-i-run".to_owned(),
            answer: vec![paragraph(FILLER), bullets(&["slowly", "not far"])],
        });
        let bytes = to_pdf(&handout(items), &Options::default()).unwrap();
        let layout = pdf_text::layout(&bytes);
        let question = lines_with(&layout, "Can I run?")[0];
        let end = lines_with(&layout, "not far")[0];
        assert_eq!(question[..6], end[..6], "{layout}");
    }
}

#[test]
fn a_list_item_stays_with_the_list_that_it_announces() {
    for lines in 20..36 {
        let mut items = vec![heading(1, "Title")];
        items.extend((0..lines).map(|_| paragraph("One line.")));
        let list = item(
            "1.",
            vec![
                paragraph("Use heat or cold"),
                bullets(&["heat", "cold", "rest"]),
            ],
        );
        items.push(Item::List(List {
            ordered: true,
            items: vec![list],
        }));
        let bytes = to_pdf(&handout(items), &Options::default()).unwrap();
        let layout = pdf_text::layout(&bytes);
        let lead = lines_with(&layout, "Use heat or cold")[0];
        let first = lines_with(&layout, "\"heat\"")[0];
        assert_eq!(lead[..6], first[..6], "{layout}");
    }
}

#[test]
fn a_short_table_is_not_split() {
    for lines in 20..36 {
        let mut items = vec![heading(1, "Title")];
        items.extend((0..lines).map(|_| paragraph("One line.")));
        items.push(table(
            &["When", "What"],
            &[&["Today", "Rest"], &["Later", "Walk"]],
        ));
        let bytes = to_pdf(&handout(items), &Options::default()).unwrap();
        let layout = pdf_text::layout(&bytes);
        let head = lines_with(&layout, "When")[0];
        let last = lines_with(&layout, "Walk")[0];
        assert_eq!(head[..6], last[..6], "{layout}");
    }
}

#[test]
fn a_wide_table_is_parted_between_columns_and_stays_one_table() {
    let header: Vec<String> = (0..20).map(|number| format!("Column {number}")).collect();
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let rows: Vec<&[&str]> = vec![&header; 3];
    let handout = handout(vec![heading(1, "Wide"), table(&header, &rows)]);
    let bytes = checked("table_wide", &handout);
    let tree = pdf_text::tree(&bytes);
    assert_eq!(tree.matches("Table\n").count(), 1, "{tree}");
    assert_eq!(tree.matches("TR\n").count(), 4);
    assert_eq!(tree.matches("TH\n").count(), 20);
    let repeated = pdf_text::artifacts(&bytes)
        .concat()
        .matches("Column 0")
        .count();
    assert!(
        repeated >= 8,
        "the first column heads every part: {repeated}"
    );
}

/// "12.5 m" and "g" on the next line is read as another dose.
#[test]
fn a_table_is_parted_before_a_dose_or_a_word_is_broken() {
    let days = ["Week", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let doses = [
        "1", "37.5 mg", "37.5 mg", "37.5 mg", "37.5 mg", "37.5 mg", "37.5 mg", "62.5 mcg",
    ];
    let names = [
        "Medicine",
        "Amitriptyline",
        "Gabapentin",
        "Spironolactone",
        "Levothyroxine",
    ];
    let handout = handout(vec![
        heading(1, "Wide"),
        table(&days, &[&doses]),
        table(
            &names,
            &[&["Dose", "37.5 mg", "300 mg", "25 mg", "100 mcg"]],
        ),
    ]);
    for print in [Print::Ordinary, Print::Large] {
        let options = Options {
            print,
            ..Options::default()
        };
        let bytes = to_pdf(&handout, &options).unwrap();
        let drawn = pdf_text::layout(&bytes);
        for (words, count) in [
            ("37.5 mg", 7),
            ("62.5 mcg", 1),
            ("100 mcg", 1),
            ("Levothyroxine", 1),
            ("Spironolactone", 1),
        ] {
            assert_eq!(drawn.matches(words).count(), count, "{words}: {drawn}");
        }
    }
}

#[test]
fn a_table_of_more_columns_than_paper_holds_is_refused() {
    let header = vec!["a"; 101];
    let handout = handout(vec![heading(1, "Wide"), table(&header, &[&header])]);
    let error = to_pdf(&handout, &Options::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "this table has 101 columns, and 100 is the most that fits on paper; part it into smaller tables"
    );
}
