//! Laws of the PDF export, tried on handouts that nobody would write: no word is lost, nothing is drawn off the page, the
//! same handout gives the same bytes.

use crate::handouts::{handout, words};
use crate::pdf::assert_marks_stay_on_the_page;
use crate::pdf_text;
use facetdoc::article::Alignment;
use facetdoc::export::pdf::{Options, to_pdf};
use facetdoc::handout::{
    BoxLevel, Callout, Figure, Handout, Item, Link, List, ListItem, Paper, Run, Style, Table,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[a-zA-Z]{1,12}",
        2 => "[0-9]{1,4}",
        1 => "[a-zñéüßœ]{20,90}",
        2 => prop::sample::select(vec![
            "mg", "µg", "≥", "½", "38.5", "°C", "q\u{303}", "e\u{301}", "Привет", "α", "→", "☐", "—",
            "follow-up", "twice\u{2011}daily", "hy\u{AD}phen", "5\u{202F}000", "a\u{A0}b", "and/or",
            "[12]", "“quoted”", "\u{AD}", "tiếng",
        ])
        .prop_map(str::to_owned),
        1 => "https://[a-z]{3,9}\\.org(/[a-z0-9-]{1,30}){0,6}(\\?[a-z=&]{1,80})?",
    ]
}

fn text() -> impl Strategy<Value = String> {
    let gap = prop_oneof![9 => Just(" "), 1 => Just("\n"), 1 => Just("  ")];
    vec((word(), gap), 0..16).prop_map(|words| {
        words
            .into_iter()
            .flat_map(|(word, gap)| [word, gap.to_owned()])
            .collect()
    })
}

fn run() -> impl Strategy<Value = Run> {
    let link = prop_oneof![
        Just("#first"),
        Just("#missing"),
        Just("https://example.org/x y")
    ];
    let style = any::<[bool; 6]>().prop_map(|marks| {
        let [
            strong,
            emphasis,
            code,
            strikethrough,
            superscript,
            subscript,
        ] = marks;
        Style {
            strong,
            emphasis,
            code,
            strikethrough,
            superscript,
            subscript,
        }
    });
    let style = prop_oneof![2 => Just(Style::default()), 1 => style];
    (text(), style, prop::option::weighted(0.2, link)).prop_map(|(text, style, url)| Run {
        text,
        style,
        link: url.map(|url| Link {
            url: url.to_owned(),
            description: "a link".to_owned(),
        }),
        span: None,
        note: None,
    })
}

fn runs() -> impl Strategy<Value = Vec<Run>> {
    vec(run(), 0..4)
}

fn table() -> impl Strategy<Value = Item> {
    (1_usize..11, 0_usize..5).prop_flat_map(|(columns, rows)| {
        let row = || vec(runs(), columns);
        (
            row(),
            vec(row(), rows),
            prop::sample::select(vec![Alignment::None, Alignment::Center, Alignment::Right]),
        )
            .prop_map(move |(header, rows, alignment)| {
                Item::Table(Table {
                    header,
                    rows,
                    alignments: vec![alignment; columns],
                })
            })
    })
}

fn leaf() -> impl Strategy<Value = Item> {
    prop_oneof![
        4 => runs().prop_map(Item::Paragraph),
        2 => (1_u8..7, runs(), prop_oneof![Just(""), Just("first")])
            .prop_map(|(level, runs, id)| Item::Heading { level, runs, id: id.to_owned() }),
        1 => runs().prop_map(Item::Code),
        1 => runs().prop_map(|alt| Item::Figure(Figure { label: "Picture:".to_owned(), alt, ..Figure::default() })),
        1 => vec((word(), run()), 0..4).prop_map(Item::Links),
        1 => table(),
        1 => Just(Item::Rule),
        1 => (1_usize..60).prop_map(Item::Lines),
        1 => vec(word(), 1..4).prop_map(Item::Fields),
    ]
}

fn item() -> impl Strategy<Value = Item> {
    leaf().prop_recursive(3, 24, 4, |inner| {
        let items = || vec(inner.clone(), 0..6);
        let level = prop::sample::select(vec![
            BoxLevel::Note,
            BoxLevel::Advice,
            BoxLevel::Urgent,
            BoxLevel::Emergency,
        ]);
        let marker = prop_oneof![Just("•"), Just("10."), Just("☐"), Just("mmmcmxcix.")];
        prop_oneof![
            (any::<bool>(), vec((marker, items()), 0..6)).prop_map(|(ordered, items)| {
                let items = items.into_iter().map(|(marker, items)| ListItem {
                    marker: marker.to_owned(),
                    items,
                    note: None,
                });
                Item::List(List {
                    ordered,
                    items: items.collect(),
                })
            }),
            vec((runs(), items()), 0..4).prop_map(Item::Definitions),
            (level, word(), items()).prop_map(|(level, label, items)| Item::Box(Callout {
                level,
                continued: format!("{label} (continued)"),
                label,
                items
            })),
            items().prop_map(Item::Quote),
            (runs(), items()).prop_map(|(question, answer)| Item::Question {
                level: 3,
                question,
                id: String::new(),
                answer,
            }),
        ]
    })
}

fn any_handout() -> impl Strategy<Value = Handout> {
    (
        vec(item(), 0..8),
        prop::option::of(text()),
        text(),
        prop::option::of(text()),
        prop_oneof![Just(Paper::A4), Just(Paper::Letter)],
    )
        .prop_map(|(items, draft, title, version, paper)| {
            let mut handout = handout(items);
            handout.draft = draft;
            handout.title.clone_from(&title);
            handout.footer.title = title;
            handout.footer.version = version;
            handout.paper = paper;
            handout
        })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 16,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_word_is_lost_and_nothing_leaves_the_page(handout in any_handout()) {
        let bytes = to_pdf(&handout, &Options::default()).unwrap();
        prop_assert_eq!(pdf_text::words(&bytes), words(&handout));
        assert_marks_stay_on_the_page(&bytes);
        let again = to_pdf(&handout, &Options::default()).unwrap();
        prop_assert!(bytes == again, "a second export differs");
    }
}
