//! Pasted text: what becomes a heading or a list, and that no word is lost.

use facetdoc::article::{Article, BlockKind, Role};
use facetdoc::parse;
use facetdoc::source::{Format, Source};
use proptest::prelude::*;

fn pasted(text: &str) -> Article {
    parse::article(Source::new("a.txt", text, Format::Pasted))
}

fn lines(article: &Article, role: Role) -> Vec<(usize, &'static str)> {
    let place = |place: &facetdoc::article::RolePlace| {
        (article.source.line(place.span.start()), place.source.name())
    };
    article.places(role).map(place).collect()
}

fn titles(article: &Article) -> Vec<String> {
    let sections = article.all_sections();
    let headed = sections
        .into_iter()
        .filter(|section| section.heading.is_some());
    headed.map(|section| section.title().to_owned()).collect()
}

#[test]
fn pasted_lines_become_structure_and_nothing_is_dropped() {
    let text = "Running and knees\r\n\r\nSymptoms\r\n\r\nThe knee hurts.\r\n\r\n  • after a run\r\n  • on stairs\r\n\r\nWhen To Get Help\r\n\r\nCall your doctor today if:\r\n\r\n  – the knee locks\r\n\r\nMedical Disclaimer: This page is for information only.\r\n";
    let article = pasted(text);
    let titles: Vec<&str> = article
        .sections()
        .iter()
        .map(|section| section.title())
        .collect();
    assert_eq!(article.title(), Some("Running and knees"));
    assert_eq!(
        titles,
        ["Symptoms", "When To Get Help", "Call your doctor today if:"]
    );
    assert_eq!(lines(&article, Role::Disclaimer), [(16, "label")]);
    let mut words: Vec<String> = Vec::new();
    for text in article.texts() {
        for (range, word) in text.prose.words() {
            assert_eq!(article.source.slice(text.prose.span(range)), word);
            words.push(word.to_owned());
        }
    }
    let expected: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !matches!(*word, "•" | "–"))
        .collect();
    assert_eq!(words, expected);
    assert_eq!(article.promotions.len(), 7);
}

#[test]
fn a_call_above_its_reasons_is_a_heading_however_much_it_says() {
    let text = "Having a coil\n\nWhen to get help\n\nCall 999 if:\n• you faint\n\nCall us on 0115 496 0177 the same day, or 111 when we are closed, if:\n• you have a fever\n\nRing a nurse if:\n• you feel sick\n\nAfter care\n\nRest for a day.\n";
    let article = pasted(text);
    assert_eq!(
        titles(&article),
        [
            "When to get help",
            "Call 999 if:",
            "Call us on 0115 496 0177 the same day, or 111 when we are closed, if:",
            "Ring a nurse if:",
            "After care",
        ]
    );
    let help = article
        .sections()
        .first()
        .map(|section| section.children.len());
    assert_eq!(help, Some(3), "each is a part of the section on help");
}

#[test]
fn headings_stand_alone_above_text_above_a_list_or_in_capitals() {
    let cases: &[(&str, &[&str])] = &[
        (
            "SYMPTOMS\nThe elbow hurts when you grip a pen, and it hurts more when\nyou lift a bag with a straight arm or turn a key.\n",
            &["SYMPTOMS"],
        ),
        ("ACTIVITY\nNo lifting for two days.\n", &["ACTIVITY"]),
        (
            "How to stop\n•\tSet a date\n•\tTell your friends\n",
            &["How to stop"],
        ),
        ("Causes\n------\nWater stays in the ear.\n", &["Causes"]),
        (
            "1. Introduction\nYour hip is worn.\n\n2. Risks\n- Infection\n- Bleeding\n\n3. Contact us\nWard 5\n",
            &["1. Introduction", "2. Risks", "3. Contact us"],
        ),
        ("Symptoms:\n- pain\n- swelling\n", &["Symptoms:"]),
    ];
    for (text, expected) in cases {
        assert_eq!(
            &titles(&pasted(&format!("My title\n\n{text}"))),
            expected,
            "{text}"
        );
    }
}

#[test]
fn lines_of_text_addresses_and_credits_are_no_headings() {
    let cases = [
        "Golfer's elbow is a condition that causes pain on the inside of\nthe elbow. It is often caused by gripping or by throwing things\nfor a long time.\n",
        "This leaflet is for general information. It does not replace\nadvice from your doctor.\n",
        "Example Clinic\n100 Main Street\nSpringfield\n",
        "Written by Kim Lo, RN\nReviewed by Sam Poe, MD\n",
        "You may have\n- pain\n- swelling\n",
        "1. Warm up\n2. Stretch\n3. Cool down\n",
        "• a painkiller such as\nparacetamol\n• ice\n",
    ];
    for text in cases {
        let found = titles(&pasted(&format!(
            "My title\n\n{text}\nThe end of this text is here.\n"
        )));
        assert_eq!(found, Vec::<String>::new(), "{text}");
    }
}

/// The signs that a line may start with as an item.
const BULLETS: &[&str] = &["•", "-", "*", "–", "◦", "▪", "✓", "➢", "o\t", "\u{f0b7}"];

/// One line of a pasted text.
fn line() -> impl Strategy<Value = String> {
    let words = "[A-Za-zéñ’'0-9,]{1,9}( [a-zA-Zü0-9.(),:]{1,9}){0,14}[.?!:]?";
    prop_oneof![
        3 => Just(String::new()),
        3 => words,
        3 => (0..BULLETS.len(), 0..5_usize, words)
            .prop_map(|(bullet, indent, text)| format!("{}{} {text}", " ".repeat(indent), BULLETS[bullet])),
        2 => "[a-zé]{2,9}( [a-z0-9]{1,9}){0,5}",
        1 => (1..12_u8, words).prop_map(|(number, text)| format!("{number}. {text}")),
        1 => prop::sample::select(vec![
            "FAQ", "Frequently asked questions", "¿Es seguro?", "Is it safe?", "Q: Does it hurt?", "A: No.", "SYMPTOMS",
            "When to get help", "Call 999 if:", "You may have these:", "Do", "Don’t", "References", "Disclaimer: for information only.", "-----", "======",
            "\u{a0}\u{a0}Nota: 日本語 e\u{301} 🙂", "https://example.org/a_b(c)", "1) RISKS",
        ])
        .prop_map(str::to_owned),
    ]
}

fn is_word(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

proptest! {
    #[test]
    fn no_word_is_lost_and_every_word_is_its_own_source(
        source in prop::collection::vec(line(), 0..30),
        ending in prop::sample::select(vec!["\n", "\r\n"]),
    ) {
        let text = source.join(ending);
        let article = pasted(&text);
        let mut words = Vec::new();
        for text in article.texts() {
            for (range, word) in text.prose.words() {
                prop_assert_eq!(article.source.slice(text.prose.span(range)), word);
                words.push(word.to_owned());
            }
        }
        words.retain(|word| is_word(word) && !is_number(word) && word != "o");
        let expected: Vec<String> = text
            .split_whitespace()
            .filter(|word| is_word(word) && !is_number(word) && *word != "o")
            .map(str::to_owned)
            .collect();
        prop_assert_eq!(words, expected);
    }
}

/// "3." and "3)": the numbers of items are told by the list.
fn is_number(word: &str) -> bool {
    word.strip_suffix(['.', ')'])
        .is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The first table as lines of cells.
fn table(article: &Article) -> Vec<String> {
    let blocks = article.all_sections();
    let blocks = blocks.into_iter().flat_map(|section| &section.blocks);
    let table = blocks.filter_map(|block| match &block.kind {
        BlockKind::Table(table) => Some(table),
        _ => None,
    });
    let table = table
        .take(1)
        .flat_map(|table| [&table.header].into_iter().chain(&table.rows));
    let rows = table.map(|row| {
        let cells: Vec<&str> = row.iter().map(facetdoc::article::Prose::text).collect();
        cells.join("|")
    });
    rows.collect()
}

#[test]
fn lines_with_tabs_are_rows_of_a_table() {
    let cases: &[(&str, &[&str])] = &[
        (
            "Drug\tDose\tHow often\nZinc\t1 mg\t4 times a day\nIron\t2 mg\tonce\n",
            &[
                "Drug|Dose|How often",
                "Zinc|1 mg|4 times a day",
                "Iron|2 mg|once",
            ],
        ),
        (
            "Zinc\t1 mg\tup to 4 times\nIron tablets\t\t2 mg\tonce\n",
            &["||", "Zinc|1 mg|up to 4 times", "Iron tablets|2 mg|once"],
        ),
        (
            "\tAdult\tChild\nZinc\t2 mg\t1 mg\n\t\t0.5 mg\nIron\t4 mg\n",
            &["|Adult|Child", "Zinc|2 mg|1 mg", "||0.5 mg", "Iron|4 mg|"],
        ),
        (
            "Name:\tAnn\nWard:\tFive\n",
            &["|", "Name:|Ann", "Ward:|Five"],
        ),
        ("Zinc\t1 mg\n", &[]),
    ];
    for (text, expected) in cases {
        let article = pasted(&format!("My title\n\nDoses\n\n{text}"));
        assert_eq!(&table(&article), expected, "{text}");
        assert_eq!(titles(&article), ["Doses"], "{text}");
    }
}

#[test]
fn rows_that_lost_their_tabs_are_lines_of_their_own_and_a_broken_paragraph_is_one() {
    let rows = "Zinc 1 g up to 4 times in 24 hours\nIron 400 mg up to 3 times a day with a meal\nGold 5 mg once, then wait for two hours";
    let broken = "Take 2 tablets of zinc at night with one glass of\nWater and 1 slice of bread, then wait until it is the\nEnd of day 2.";
    for (text, count) in [(rows, 3), (broken, 1)] {
        let article = pasted(&format!("My title\n\nDoses\n\nTake these:\n\n{text}\n"));
        assert_eq!(article.texts().len(), 3 + count, "{text}");
    }
}

#[test]
fn steps_with_letters_are_nested_below_the_numbered_one() {
    for indent in ["\t", "   ", ""] {
        let text = format!(
            "Prep\n\nBuy\n\n1. Stop pills.\n2. Buy:\n{indent}a. Zinc 5 mg\n{indent}b. Iron 238 g\n3. Rest\n"
        );
        let article = pasted(&text);
        let sections = article.sections();
        let [block] = sections[0].blocks.as_slice() else {
            panic!("{:?}", sections[0].blocks);
        };
        let BlockKind::List(list) = &block.kind else {
            panic!("{block:?}");
        };
        let nested = &list.items[1].blocks[1];
        let BlockKind::List(steps) = &nested.kind else {
            panic!("{nested:?}");
        };
        assert_eq!((list.items.len(), list.start), (3, Some(1)));
        assert_eq!((steps.items.len(), steps.start), (2, None));
        assert_eq!(article.source.slice(steps.items[0].span), "a. Zinc 5 mg");
    }
}

#[test]
fn comments_to_facetdoc_are_obeyed_and_not_printed() {
    let text = "Grypa\n\n<!-- facetdoc-allow title-too-long: short -->\nTekst jest tu.\n<!-- facetdoc-role: red-flags -->\nKiedy iść\n\nIdź. <!-- facetdoc-allow jargon:\nasked --> Teraz.\n\n<!-- facetdoc-role: faq -->\n\nPytania\n\nTak. <!-- mine -->\n\n<!-- facetdoc-role: summary\nKoniec.\n";
    let article = pasted(text);
    assert_eq!(titles(&article), ["Kiedy iść", "Pytania"]);
    assert_eq!(lines(&article, Role::RedFlags).len(), 1);
    assert_eq!(lines(&article, Role::Faq).len(), 1);
    let scopes = article.allowances.iter().map(|allowance| {
        let scope = allowance.scope.map(|scope| article.source.slice(scope));
        (allowance.reason.as_str(), scope.unwrap_or("all"))
    });
    let scopes: Vec<_> = scopes.collect();
    assert_eq!(scopes, [("short", "Tekst jest tu."), ("asked", "Idź.")]);
    let texts = article.texts();
    let shown = |word: &str| texts.iter().any(|text| text.prose.text().contains(word));
    assert!(!shown("facetdoc") && shown("<!-- mine -->") && shown("Koniec."));
}

#[test]
fn quoted_mail_old_line_ends_and_numbered_levels_are_read() {
    let mail = "Hello,\n\nplease put this up:\n\n> Sore throat\n>\n> Most clear up by themselves.\n>\n> When To Get Help\n>\n> Call 911 if you cannot swallow.\n";
    let article = pasted(mail);
    assert_eq!(titles(&article), ["Sore throat", "When To Get Help"]);
    let texts = article.texts();
    assert!(texts.iter().all(|text| !text.prose.text().starts_with('>')));

    let mac = "Sore throat\r\rMost clear up.\r\rWhen To Get Help\r\rCall 911 if:\r• you choke\r• you drool\r";
    let article = pasted(mac);
    assert_eq!(article.title(), Some("Sore throat"));
    assert_eq!(titles(&article), ["When To Get Help", "Call 911 if:"]);
    assert_eq!(article.source.line(mac.find("Call").unwrap()), 7);

    let word = "Sore throat\n\n1. Overview\n\nIt hurts.\n\n1.1 What helps?\n\nCold drinks do.\n\n1.2 Causes\n\nA virus.\n\n2. When To Get Help\n\nCall 911 if you choke.\n";
    let article = pasted(word);
    let levels: Vec<u8> = article.sections().iter().map(|one| one.level).collect();
    assert_eq!(levels, [2, 3, 3, 2]);
}

#[test]
fn steps_keep_the_numbers_that_they_are_pasted_with() {
    let article = pasted(
        "Your drops\n\nDo this:\n\n1. Shake the bottle.\n2. Tilt your head.\n4. Wait.\n\n9. Wipe.\n",
    );
    let numbers = article.blocks().find_map(|(_, block)| match &block.kind {
        BlockKind::List(list) => Some(list.numbers()),
        _ => None,
    });
    assert_eq!(numbers, Some(vec![1, 2, 4, 9]));
}

#[test]
fn one_heading_with_a_hash_changes_nothing_of_what_is_read_around_it() {
    let plain = "Knee pain\n\nSymptoms\n\nThe knee hurts.\n\nMedicines\n\nDay\tDose\n1\t5 mg\n2\t10 mg\n\nRest\n\nRest for a day.\n";
    let wanted = titles(&pasted(plain));
    for heading in ["Symptoms", "Medicines", "Rest"] {
        let marked = plain.replace(&format!("\n\n{heading}\n"), &format!("\n\n# {heading}\n"));
        let format = Format::of("a.txt", &marked);
        let article = parse::article(Source::new("a.txt", &*marked, format));
        assert_eq!(titles(&article), wanted, "{heading}");
        let sections = article.sections();
        let tables = sections.iter().flat_map(|section| &section.blocks);
        let tables = tables.filter(|block| matches!(block.kind, BlockKind::Table(_)));
        assert_eq!(tables.count(), 1, "{heading}");
    }
    let titled = pasted(&format!("# {plain}"));
    assert_eq!(titled.title(), Some("Knee pain"));
}

/// The items of all lists, in reading order.
fn items(article: &Article) -> Vec<String> {
    let item = |promotion: &facetdoc::article::Promotion| {
        let is_item = promotion.kind == facetdoc::article::PromotionKind::ListItem;
        is_item.then(|| article.source.slice(promotion.span).to_owned())
    };
    article.promotions.iter().filter_map(item).collect()
}

#[test]
fn lines_below_a_lead_are_a_list_without_bullets() {
    let cases: &[(&str, &[&str], &[&str])] = &[
        (
            "Call 999 if:\n\nyou faint\nyour lips are blue\n\nCall us if:\n\nyou feel sick\na rash spreads\n\nAfter care\n\nRest for a day.\n",
            &[
                "you faint",
                "your lips are blue",
                "you feel sick",
                "a rash spreads",
            ],
            &["Call 999 if:", "Call us if:", "After care"],
        ),
        (
            "Call 999 if:\n\nYou faint\n\nYour lips are blue\n\nParking\n\nThere is a car park.\n",
            &["You faint", "Your lips are blue"],
            &["Call 999 if:", "Parking"],
        ),
        (
            "You should bring:\n\nYour blood form\n\nA list of your tablets\n\nAftercare\n\nRest for a day.\n",
            &["Your blood form", "A list of your tablets"],
            &["Aftercare"],
        ),
        (
            "Self care\n\nDo\n\nrest your foot\nuse ice\n\nDon't\n\nrun\njump\n\nContact us\n\nCall the ward.\n",
            &["rest your foot", "use ice", "run", "jump"],
            &["Self care", "Do", "Don't", "Contact us"],
        ),
    ];
    for (text, expected, headings) in cases {
        let article = pasted(&format!("My title\n\n{text}"));
        assert_eq!(&items(&article), expected, "{text}");
        assert_eq!(&titles(&article), headings, "{text}");
    }
}

#[test]
fn broken_paragraphs_addresses_and_labels_below_a_lead_are_no_list() {
    let cases = [
        "Tell the nurse about any of these:\na bleeding problem or a pill that thins the blood, such as warfarin or\nanother one, and whether you have fainted before. You will be asked to lie\ndown if you have.\n",
        "Our address is:\nBrook Clinic\n14 Mill Street\nLeeds\n",
        "You can reach us so:\nPhone: 0115 496 0177\nEmail: ward@example.org\n",
        "These steps help:\nWash towels and sheets\nVacuum the sofa, the chairs\nand the car seats every day\n",
        "Written by:\nAnn Lee\nBo Poe\n",
    ];
    for text in cases {
        let article = pasted(&format!("My title\n\n{text}\nThe end is here.\n"));
        assert!(items(&article).is_empty(), "{text}");
    }
}

#[test]
fn what_to_do_and_rows_of_a_table_stand_below_the_heading_before() {
    let text = "My title\n\nSelf care\n\nDo\n\nrest your foot\nuse ice\n\nDosage\n\nMedicine\nAdults\n\nZinc tablets\n2 mg\n\nIron tablets\nOver 30kg: 10mg once a day. 30kg or less: 5mg once a day\n\nContact us\n\nCall the ward.\n";
    let article = pasted(text);
    let parts: Vec<(&str, usize)> = article
        .sections()
        .iter()
        .map(|section| (section.title(), section.children.len()))
        .collect();
    assert_eq!(
        parts,
        [
            ("Self care", 1),
            ("Do", 0),
            ("Dosage", 3),
            ("Medicine", 0),
            ("Zinc tablets", 0),
            ("Iron tablets", 0),
            ("Contact us", 0),
        ]
    );
}
