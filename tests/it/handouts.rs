//! Handouts made by hand, and the words that a reader of them must find.

use facetdoc::article::{Alignment, Date};
use facetdoc::handout::{
    BoxLevel, Callout, Figure, Footer, Handout, Item, Link, List, ListItem, Paper, Pictures, Run,
    Style, Table,
};

/// A handout on Letter that holds `items`.
pub fn handout(items: Vec<Item>) -> Handout {
    Handout {
        id: "sample".to_owned(),
        lang: "en-US".to_owned(),
        title: "Looking after a sore knee".to_owned(),
        draft: None,
        items,
        footer: Footer {
            title: "Looking after a sore knee".to_owned(),
            version: Some("Version 1.2".to_owned()),
            reviewed: Some("Reviewed 3 March 2026".to_owned()),
            next_review: Some("Next review March 2029".to_owned()),
            page: "Page {page} of {pages}".to_owned(),
        },
        date: Date::from_iso("2026-03-03"),
        authors: vec!["Clinic education team".to_owned()],
        paper: Paper::Letter,
        labels_in_english: false,
        source_sha256: "0".repeat(64),
        pictures: Pictures::default(),
    }
}

/// Unstyled words.
pub fn runs(text: &str) -> Vec<Run> {
    vec![Run::plain(text)]
}

/// A paragraph of unstyled words.
pub fn paragraph(text: &str) -> Item {
    Item::Paragraph(runs(text))
}

/// A heading with an anchor.
pub fn heading(level: u8, text: &str) -> Item {
    Item::Heading {
        level,
        runs: runs(text),
        id: text.to_lowercase().replace(' ', "-"),
    }
}

/// A bulleted list.
pub fn bullets(texts: &[&str]) -> Item {
    let items = texts.iter().map(|text| item("•", vec![paragraph(text)]));
    Item::List(List {
        ordered: false,
        items: items.collect(),
    })
}

/// An item of a list.
pub fn item(marker: &str, items: Vec<Item>) -> ListItem {
    ListItem {
        marker: marker.to_owned(),
        items,
        note: None,
    }
}

/// A numbered list.
pub fn numbered(texts: &[&str]) -> Item {
    let items = texts
        .iter()
        .enumerate()
        .map(|(index, text)| item(&format!("{}.", index + 1), vec![paragraph(text)]));
    Item::List(List {
        ordered: true,
        items: items.collect(),
    })
}

/// A run with a link.
pub fn link(text: &str, url: &str) -> Run {
    Run {
        text: text.to_owned(),
        link: Some(Link {
            url: url.to_owned(),
            description: text.to_owned(),
        }),
        ..Run::default()
    }
}

/// A styled run.
pub fn styled(text: &str, style: Style) -> Run {
    Run {
        text: text.to_owned(),
        style,
        ..Run::default()
    }
}

/// A table of unstyled words.
pub fn table(header: &[&str], rows: &[&[&str]]) -> Item {
    let cells = |row: &[&str]| row.iter().map(|cell| runs(cell)).collect::<Vec<_>>();
    Item::Table(Table {
        header: cells(header),
        rows: rows.iter().map(|row| cells(row)).collect(),
        alignments: vec![Alignment::None; header.len()],
    })
}

/// A box.
pub fn boxed(level: BoxLevel, label: &str, items: Vec<Item>) -> Item {
    Item::Box(Callout {
        level,
        label: label.to_owned(),
        continued: format!("{label} (continued)"),
        items,
    })
}

/// A picture; without alternative, a decoration.
pub fn figure(url: &str, alt: &str, caption: &str) -> Item {
    let words = |text: &str| {
        if text.is_empty() {
            Vec::new()
        } else {
            runs(text)
        }
    };
    Item::Figure(Figure {
        label: "Picture:".to_owned(),
        alt: words(alt),
        caption: words(caption),
        url: url.to_owned(),
        span: None,
    })
}

/// The words of a handout in reading order.
pub fn words(handout: &Handout) -> Vec<String> {
    let mut text = String::new();
    items_text(&handout.items, &mut text);
    text.split_whitespace().map(str::to_owned).collect()
}

fn items_text(items: &[Item], out: &mut String) {
    for item in items {
        item_text(item, out);
        out.push('\n');
    }
}

fn item_text(item: &Item, out: &mut String) {
    match item {
        Item::Heading { runs, .. } | Item::Paragraph(runs) | Item::Code(runs) => {
            runs_text(runs, out);
        }
        Item::Figure(figure) => {
            runs_text(&figure.instead(), out);
            out.push('\n');
            runs_text(&figure.caption, out);
        }
        Item::List(list) => {
            for item in &list.items {
                out.push_str(&item.marker);
                out.push('\n');
                items_text(&item.items, out);
            }
        }
        Item::Definitions(definitions) => {
            for (term, details) in definitions {
                runs_text(term, out);
                out.push('\n');
                items_text(details, out);
            }
        }
        Item::Table(table) => {
            for cell in table.header.iter().chain(table.rows.iter().flatten()) {
                runs_text(cell, out);
                out.push('\n');
            }
        }
        Item::Box(callout) => {
            out.push_str(&callout.label);
            out.push('\n');
            items_text(&callout.items, out);
        }
        Item::Quote(items) => items_text(items, out),
        Item::Question {
            question, answer, ..
        } => {
            runs_text(question, out);
            out.push('\n');
            items_text(answer, out);
        }
        Item::Links(links) => {
            for (marker, address) in links {
                out.push_str(marker);
                out.push('\n');
                out.push_str(&address.text);
                out.push('\n');
            }
        }
        Item::Fields(labels) => out.push_str(&labels.join("\n")),
        Item::Code2d(code) => {
            out.push_str(&code.alt);
            out.push('\n');
            out.push_str(&code.address.text);
        }
        Item::Rule | Item::Lines(_) | Item::Logo(_) => {}
    }
}

fn runs_text(runs: &[Run], out: &mut String) {
    for run in runs {
        out.push_str(&run.text);
    }
}

/// Filler in plain words.
pub const FILLER: &str = "Most sore knees get better with time, gentle movement and a little patience. \
Keep the joint moving within what feels comfortable, and rest it when it has had enough. A cool pack \
wrapped in a towel can ease swelling for ten to fifteen minutes at a time. ";

/// A handout with one of everything, in the order of a real one.
#[expect(clippy::too_many_lines, reason = "it is one list")]
pub fn full() -> Handout {
    let emphasis = Style {
        emphasis: true,
        ..Style::default()
    };
    let strong = Style {
        strong: true,
        ..Style::default()
    };
    let code = Style {
        code: true,
        ..Style::default()
    };
    let raised = Style {
        superscript: true,
        ..Style::default()
    };
    let lowered = Style {
        subscript: true,
        ..Style::default()
    };
    let struck = Style {
        strikethrough: true,
        ..Style::default()
    };
    let both = Style {
        strong: true,
        emphasis: true,
        ..Style::default()
    };
    let mut handout = handout(vec![
        heading(1, "Looking after a sore knee"),
        paragraph("For adults who walk, run or climb stairs a lot"),
        boxed(
            BoxLevel::Emergency,
            "EMERGENCY",
            vec![
                heading(2, "Call 911 now if you have:"),
                bullets(&[
                    "a leg that is pale, cold or has no feeling",
                    "a knee that is out of place after a fall",
                    "chest pain or trouble breathing together with a swollen calf",
                ]),
                paragraph("These can be signs of a serious problem."),
            ],
        ),
        boxed(
            BoxLevel::Urgent,
            "URGENT",
            vec![
                heading(2, "Get medical help today if you have:"),
                bullets(&[
                    "a hot, red knee with a fever of 38.5 °C or more",
                    "a knee that you can’t bend or put weight on",
                ]),
            ],
        ),
        heading(2, "What is going on in the knee?"),
        paragraph(&FILLER.repeat(2)),
        Item::Paragraph(vec![
            Run::plain("Some pain is "),
            styled("normal", strong),
            Run::plain(" at first; "),
            styled("sharp", emphasis),
            Run::plain(" pain is "),
            styled("not normal", both),
            Run::plain(". Read the "),
            link(
                "clinic’s exercise guide",
                "https://example.org/guides/knee-exercises",
            ),
            Run::plain(" [1] or go to "),
            link("your questions", "#will-it-get-better"),
            Run::plain(". Vitamin D"),
            styled("3", lowered),
            Run::plain(", 10 m"),
            styled("2", raised),
            Run::plain(", type "),
            styled("HELP", code),
            Run::plain(", "),
            styled("never", struck),
            Run::plain(" rarely."),
        ]),
        heading(3, "Doses"),
        paragraph(
            "Take 500 mg of paracetamol up to 4 times a day: ≥ 4 hours apart, ≤ 4 g a day, ± 5 %, 5 µg, ½ tablet, 2 × 2, 20–30 minutes, 38.5 °C, q\u{303} ñ e\u{301}, α-blocker, Привет, tiếng Việt.",
        ),
        numbered(&[
            "Sit on a firm chair.",
            "Straighten the leg slowly and hold it for ten seconds, or for as long as it stays comfortable without holding your breath.",
            "Lower it and rest.",
        ]),
        Item::List(List {
            ordered: false,
            items: vec![
                item(
                    "•",
                    vec![
                        paragraph("Morning:"),
                        bullets(&["warm up for five minutes", "do the chair exercise"]),
                    ],
                ),
                item("☐", vec![paragraph("Ask about a brace")]),
                item("☑", vec![paragraph("Bring your list of medicines")]),
            ],
        }),
        table(
            &["Medicine", "How much", "Notes"],
            &[
                &[
                    "Paracetamol",
                    "500 mg",
                    "Up to 4 times a day; never more than 4 g in 24 hours",
                ],
                &["Ibuprofen gel", "A thin layer", "Not on broken skin"],
            ],
        ),
        Item::Quote(vec![paragraph(
            "I was told to stop running. What I needed was to start again, slowly, with someone who counted the minutes with me.",
        )]),
        boxed(
            BoxLevel::Note,
            "NOTE",
            vec![paragraph("A click without pain is nothing to worry about.")],
        ),
        Item::Definitions(vec![
            (
                runs("Meniscus"),
                vec![paragraph("A pad of cartilage that cushions the knee.")],
            ),
            (
                runs("Bursa"),
                vec![paragraph("A small sac of fluid that lets tissues slide.")],
            ),
        ]),
        figure(
            "knee.svg",
            "Drawing of a knee with the kneecap and the two pads of cartilage marked.",
            "",
        ),
        Item::Code(runs(
            "Monday    10 minutes\nTuesday   rest\n\nWednesday 12 minutes",
        )),
        heading(2, "Your questions"),
        Item::Question {
            level: 3,
            question: runs("Will it get better?"),
            id: "will-it-get-better".to_owned(),
            answer: vec![paragraph(FILLER)],
        },
        Item::Question {
            level: 3,
            question: runs("Can I run?"),
            id: "can-i-run".to_owned(),
            answer: vec![paragraph(
                "Yes, once you can walk for half an hour without pain.",
            )],
        },
        heading(2, "Links"),
        Item::Links(vec![
            (
                "[1]".to_owned(),
                link(
                    "https://example.org/guides/knee-exercises",
                    "https://example.org/guides/knee-exercises",
                ),
            ),
            ("[2]".to_owned(), long_address()),
        ]),
        Item::Rule,
        Item::Paragraph(vec![
            Run::plain("This leaflet is for information only.\n"),
            styled("Example Knee Clinic", strong),
            Run::plain(" · Phone 000 000 0000"),
        ]),
    ]);
    handout.draft = Some("DRAFT: failed content review".to_owned());
    handout
}

/// An address that needs several lines.
pub fn long_address() -> Run {
    let url = "https://patients.example.org/library/musculoskeletal/knee-and-lower-leg/exercise-programmes/2026/strengthening-the-front-of-the-thigh/part-2";
    link(url, url)
}
