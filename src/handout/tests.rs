//! What stands where in the handout: tests by example.

use super::runs::plain;
use super::{Handout, Item, build, words};
use crate::config::Settings;
use crate::facts::Facts;
use crate::parse;
use crate::rules::Context;
use crate::source::{Format, Source};

/// The items in short: headings with their level, boxes with their label, questions, the first words of the rest.
fn outline(items: &[Item]) -> Vec<String> {
    let mut lines = Vec::new();
    for item in items {
        match item {
            Item::Heading { level, runs, .. } => lines.push(format!("{level} {}", plain(runs))),
            Item::Paragraph(runs) | Item::Code(runs) => lines.push(plain(runs)),
            Item::Figure(figure) => lines.push(format!(
                "({}) {} ({})",
                figure.url,
                plain(&figure.instead()),
                plain(&figure.caption)
            )),
            Item::List(list) => {
                for item in &list.items {
                    let inner = outline(&item.items);
                    lines.push(format!("{} {}", item.marker, inner.join(" / ")));
                }
            }
            Item::Box(callout) => {
                let inner = outline(&callout.items);
                lines.push(format!("[{}: {}]", callout.label, inner.join(" / ")));
            }
            Item::Question {
                level,
                question,
                answer,
                ..
            } => {
                let answer = outline(answer).join(" / ");
                lines.push(format!("{level}? {} -> {answer}", plain(question)));
            }
            Item::Definitions(definitions) => {
                for (term, details) in definitions {
                    lines.push(format!(
                        "{} = {}",
                        plain(term),
                        outline(details).join(" / ")
                    ));
                }
            }
            Item::Links(addresses) => {
                for (marker, address) in addresses {
                    lines.push(format!("{marker} {}", address.text));
                }
            }
            Item::Table(table) => lines.push(format!("table of {} rows", table.rows.len())),
            Item::Quote(items) => lines.push(format!("> {}", outline(items).join(" / "))),
            Item::Rule => lines.push("---".to_owned()),
            Item::Fields(labels) => lines.push(labels.join(" / ")),
            Item::Lines(count) => lines.push(format!("{count} lines")),
            Item::Logo(logo) => lines.push(format!("logo {}", logo.path)),
            Item::Code2d(code) => lines.push(format!("code of {}", code.address.text)),
        }
    }
    lines
}

fn built(markdown: &str) -> Handout {
    let article = parse::article(Source::new("made-up.md", markdown, Format::Markdown));
    let settings = Settings::of(&article);
    let facts = Facts::find(&article, &settings);
    let cx = Context {
        article: &article,
        facts: &facts,
        settings: &settings,
        today: None,
    };
    build(&cx, &super::Options::default())
}

fn assert_outline(markdown: &str, expected: &[&str]) {
    assert_eq!(outline(&built(markdown).items), expected, "{markdown}");
}

#[test]
fn sections_of_red_flags_come_first_the_most_urgent_before_the_others() {
    assert_outline(
        "# Cough\n\nMost coughs go away.\n\n## Symptoms\n\nA dry cough.\n\n\
         ## See a GP if:\n\n- you cough for 3 weeks\n\n\
         ## Call 999 if:\n\n- you cannot breathe\n\n## Causes\n\nA virus.\n",
        &[
            "1 Cough",
            "[EMERGENCY: 2 Call 999 if: / • you cannot breathe]",
            "[ADVICE: 2 See a GP if: / • you cough for 3 weeks]",
            "Most coughs go away.",
            "2 Symptoms",
            "A dry cough.",
            "2 Causes",
            "A virus.",
        ],
    );
}

#[test]
fn tiers_have_boxes_of_their_own_below_the_words_of_their_parent() {
    assert_outline(
        "# Cough\n\n## When to get help\n\nWatch for these signs.\n\n\
         ### See a GP if:\n\n- you cough for 3 weeks\n\n\
         ### Call 999 if:\n\n- you cannot breathe\n\n## Causes\n\nA virus.\n",
        &[
            "1 Cough",
            "2 When to get help",
            "Watch for these signs.",
            "[EMERGENCY: 3 Call 999 if: / • you cannot breathe]",
            "[ADVICE: 3 See a GP if: / • you cough for 3 weeks]",
            "2 Causes",
            "A virus.",
        ],
    );
}

#[test]
fn lists_of_different_levels_in_one_section_have_boxes_of_their_own() {
    assert_outline(
        "# Cough\n\n## When to get help\n\nSee a GP if:\n\n- you cough for 3 weeks\n\n\
         Call 999 if:\n\n- you cannot breathe\n\nDo not drive.\n\nCall NHS 111 today if:\n\n- you have a fever\n",
        &[
            "1 Cough",
            "2 When to get help",
            "[EMERGENCY: Call 999 if: / • you cannot breathe / Do not drive.]",
            "[URGENT: Call NHS 111 today if: / • you have a fever]",
            "[ADVICE: See a GP if: / • you cough for 3 weeks]",
        ],
    );
}

#[test]
fn lists_stay_in_one_box_where_words_might_part_from_what_they_speak_of() {
    let gp = "See a GP if you have any of these:\n\n- a cough for 3 weeks\n\n";
    let now = "Call 999 if you have any of these:\n\n- you cannot breathe\n\n";
    let today = "Call NHS 111 today if:\n\n- a fever\n";
    let boxes = |text: &str| {
        let items = built(&format!("# Cough\n\n## When to get help\n\n{text}")).items;
        let boxes = outline(&items);
        let boxes = boxes.into_iter().filter(|line| line.starts_with('['));
        boxes.collect::<Vec<_>>()
    };
    let levels = |text: &str| -> Vec<String> {
        let level = |line: &String| {
            line.trim_start_matches('[')
                .split(':')
                .next()
                .map(str::to_owned)
        };
        boxes(text).iter().filter_map(level).collect()
    };
    assert_eq!(
        levels(&[gp, now, today].concat()),
        ["EMERGENCY", "URGENT", "ADVICE"]
    );
    for text in [
        // What is said last may be said of all.
        [gp, today, "\nCall 999 if you have any of these.\n"].concat(),
        [gp, now, "Keep this list on your fridge.\n"].concat(),
        // A list without a colon before it.
        [gp, "Call 999 now if\n\n- you cannot breathe\n\n", today].concat(),
        // Advice of its own between the lists.
        [gp, "Call 999 if you collapse.\n\n", today].concat(),
        // A lead that needs the list before it.
        [gp, "Call 999 if, besides these, you have:\n\n- blue lips\n"].concat(),
        [gp, now, "### While you wait\n\nSit up.\n"].concat(),
    ] {
        let levels = levels(&text);
        assert!(
            levels.len() == 1 && levels != ["ADVICE"],
            "{text}: {levels:?}"
        );
    }
}

#[test]
fn a_plain_sentence_after_the_lists_or_a_heading_in_bold_type_takes_no_list_into_another_box() {
    let boxes = [
        "[EMERGENCY: Call 999 if: / • you faint]",
        "[ADVICE: See a GP if: / • your toe is red]",
    ];
    let lists = "Call 999 if:\n\n- you faint\n\nSee a GP if:\n\n- your toe is red\n";
    assert_outline(
        &format!("# Gout\n\n## When to get help\n\n{lists}\nOur number is 555-0100.\n"),
        &[
            &["1 Gout", "2 When to get help"],
            boxes.as_slice(),
            &["Our number is 555-0100."],
        ]
        .concat(),
    );
    assert_outline(
        &format!("# Gout\n\n**When to get help**\n\n{lists}"),
        &[&["1 Gout", "When to get help"], boxes.as_slice()].concat(),
    );
}

#[test]
fn a_level_that_is_not_known_is_not_called_the_lowest() {
    assert_outline(
        "---\nlang: pl\nregion: PL\nroles: {Kiedy dzwonić: red-flags}\n---\n# Grypa\n\n## Kiedy dzwonić\n\nIdź do lekarza, jeśli:\n\n- masz gorączkę\n",
        &[
            "1 Grypa",
            "[: 2 Kiedy dzwonić / Idź do lekarza, jeśli: / • masz gorączkę]",
        ],
    );
    assert_outline(
        "---\nlang: fr\nregion: FR\nroles: {Urgences: red-flags}\n---\n# Entorse\n\n## Urgences\n\nAppelez le 15 ou le 112 si :\n\n- vous avez mal\n",
        &[
            "1 Entorse",
            "[EMERGENCY: 2 Urgences / Appelez le 15 ou le 112 si : / • vous avez mal]",
        ],
    );
    assert_outline(
        "---\nlang: de\nregion: DE\nroles: {Hilfe: red-flags}\n---\n# Grippe\n\n## Hilfe\n\nPraxis: 030 112 45, wenn:\n\n- Fieber steigt\n",
        &[
            "1 Grippe",
            "[: 2 Hilfe / Praxis: 030 112 45, wenn: / • Fieber steigt]",
        ],
    );
}

#[test]
fn a_list_is_not_put_into_the_box_of_a_more_urgent_one_above_it() {
    // The heading leads to the first list only.
    assert_outline(
        "# Coil\n\n## Call 999 if:\n\n- you faint\n\nCall the clinic the same day if:\n\n- you have a fever\n",
        &[
            "1 Coil",
            "[EMERGENCY: 2 Call 999 if: / • you faint]",
            "[URGENT: Call the clinic the same day if: / • you have a fever]",
        ],
    );
    // How fast, is not known.
    assert_outline(
        "# Coil\n\n## When to get help\n\nCall 999 if:\n\n- you faint\n\nCome by on a Monday if:\n\n- the threads feel long\n",
        &[
            "1 Coil",
            "2 When to get help",
            "[EMERGENCY: Call 999 if: / • you faint]",
            "[: Come by on a Monday if: / • the threads feel long]",
        ],
    );
    // What to do at night makes the list no more urgent.
    assert_outline(
        "# Coil\n\n## Call the clinic the same day if:\n\n- you have a fever\n\nOutside office hours, go to an emergency department.\n",
        &[
            "1 Coil",
            "[URGENT: 2 Call the clinic the same day if: / • you have a fever / Outside office hours, go to an emergency department.]",
        ],
    );
}

#[test]
fn a_section_that_would_be_left_empty_goes_along() {
    assert_outline(
        "# Cough\n\n## Safety\n\n### When to get help\n\nCall 999 if you cannot breathe.\n\n\
         ## Causes\n\nA virus.\n",
        &[
            "1 Cough",
            "2 Safety",
            "[EMERGENCY: 3 When to get help / Call 999 if you cannot breathe.]",
            "2 Causes",
            "A virus.",
        ],
    );
}

#[test]
fn answers_stay_with_their_questions() {
    let with_section = "# Cough\n\n## When to get help\n\nCall 999 if you cannot breathe.\n\n\
         ## FAQ\n\n### Is it bad?\n\nNo.\n\n### When should I see a doctor?\n\n\
         See a GP if you cough for 3 weeks.\n";
    assert_outline(
        with_section,
        &[
            "1 Cough",
            "[EMERGENCY: 2 When to get help / Call 999 if you cannot breathe.]",
            "2 FAQ",
            "3? Is it bad? -> No.",
            "3? When should I see a doctor? -> See a GP if you cough for 3 weeks.",
        ],
    );
}

#[test]
fn questions_are_found_in_every_layout_and_keep_their_labels() {
    assert_outline(
        "# Cough\n\n## FAQ\n\n**Q: Is it bad?**\n\nA: No.\n\n**Can I run?**\nYes, slowly.\n\n\
         <details><summary>Is it catching?</summary>\n\nYes.\n\n</details>\n",
        &[
            "1 Cough",
            "2 FAQ",
            "3? Q: Is it bad? -> A: No.",
            "3? Can I run? -> Yes, slowly.",
            "3? Is it catching? -> Yes.",
        ],
    );
    assert_outline(
        "# Cough\n\n## FAQ\n\n- **Is it bad?** No.\n- **Can I run?** Yes.\n",
        &[
            "1 Cough",
            "2 FAQ",
            "3? Is it bad? -> No.",
            "3? Can I run? -> Yes.",
        ],
    );
}

#[test]
fn heading_levels_are_never_skipped() {
    assert_outline(
        "# A\n\n#### B\n\ntext\n\n###### C\n\ntext\n\n## D\n\n> #### E\n>\n> text\n",
        &["1 A", "2 B", "text", "3 C", "text", "2 D", "> 3 E / text"],
    );
}

#[test]
fn links_are_numbered_once_each_in_the_order_on_paper() {
    assert_outline(
        "# A\n\nSee [one](https://example.org/1).\n\n## When to get help\n\n\
         Call 999 if you cannot breathe, see [two](https://example.org/2).\n\n\
         ## B\n\nSee [one again](https://example.org/1), [help](#when-to-get-help), [rel](/x), \
         <https://example.org/3> or [us](mailto:us@example.org).\n",
        &[
            "1 A",
            "[EMERGENCY: 2 When to get help / Call 999 if you cannot breathe, see two [1].]",
            "See one [2].",
            "2 B",
            "See one again [2], help, rel, https://example.org/3 or us [3].",
            "2 Links",
            "[1] https://example.org/2",
            "[2] https://example.org/1",
            "[3] us@example.org",
        ],
    );
}

#[test]
fn what_plain_text_would_hide_is_said_in_words() {
    assert_outline(
        "# A\n\nTake 5 mg[^a] and ~~2 mg~~ at 10<sup>9</sup>.\n\n![Two hands](hands.png)\n\n\
         ![](line.png)\n\n[^a]: With food.\n",
        &[
            "1 A",
            "Take 5 mg [note 1] and [struck out: 2 mg] at 10⁹.",
            "(hands.png) Picture: Two hands ()",
            "(line.png)  ()",
            "2 Notes",
            "1. With food.",
        ],
    );
}

#[test]
fn publication_stands_at_the_end_unless_the_text_says_it() {
    let front = "---\nlang: es\ntitle: Tos\nauthors: [Ana Ruiz, Luis Gil]\nreviewers: Eva Sol\n\
         published: 2026-01-02\nreviewed: 2026-03\nnext_review: 2029\nversion: 2\n\
         contact: [Clínica, 555-0100]\n---\n\n";
    let built = built(&format!(
        "{front}# Tos\n\n## Autores\n\nRevisado por Eva Sol.\n"
    ));
    assert_eq!(
        outline(&built.items),
        [
            "1 Tos",
            "2 Autores",
            "Revisado por Eva Sol.",
            "---",
            "Contacto: Clínica\n555-0100",
            "Escrito por: Ana Ruiz, Luis Gil",
            "Publicado: 2 de enero de 2026",
        ]
    );
    assert_eq!(built.footer.version.as_deref(), Some("Versión 2"));
    assert_eq!(
        built.footer.reviewed.as_deref(),
        Some("Revisado marzo de 2026")
    );
    assert_eq!(
        built.footer.next_review.as_deref(),
        Some("Próxima revisión 2029")
    );
    assert_eq!(built.footer.page, "Página {page} de {pages}");
    assert_eq!(built.authors, ["Ana Ruiz", "Luis Gil"]);
    assert_eq!(
        built.date.map(crate::article::Date::to_iso).as_deref(),
        Some("2026-03")
    );
}

#[test]
fn an_id_is_given_or_made_from_the_title_or_the_file() {
    for (text, id) in [
        ("---\nid: n04\n---\n\n# A b\n", "n04"),
        ("---\nid: ../../etc/passwd\n---\n\n# A b\n", "etcpasswd"),
        (
            "# Dolor de cabeza: ¿qué hacer?\n",
            "dolor-de-cabeza-que-hacer",
        ),
        ("# 頭痛\n", "made-up"),
        ("no title\n", "made-up"),
    ] {
        assert_eq!(built(text).id, id, "{text}");
    }
}

#[test]
fn a_long_title_is_short_at_the_foot() {
    let long =
        "# When to see a doctor about pain in your lower back after you have run a long way\n";
    assert_eq!(
        built(long).footer.title,
        "When to see a doctor about pain in your lower back after…"
    );
    let given = format!("---\nshort_title: Back pain\n---\n\n{long}");
    assert_eq!(built(&given).footer.title, "Back pain");
}

#[test]
fn words_leave_out_bullets_and_keep_numbers_labels_and_notes() {
    let handout = built("# A\n\n- b\n- [x] c\n\n3. d\n\n> [!NOTE]\n> [e](https://example.org/f)\n");
    assert_eq!(
        words(&handout),
        [
            "A",
            "b",
            "☑",
            "c",
            "3.",
            "d",
            "NOTE",
            "e",
            "[1]",
            "Links",
            "[1]",
            "https://example.org/f"
        ]
    );
}

#[test]
fn steps_keep_their_numbers_and_lists_that_are_only_counted_are_counted() {
    assert_outline(
        "# Drops\n\n3. Shake.\n5. Tilt.\n\n   - gently\n7. Wait.\n\nThen:\n\n1. One.\n1. Two.\n1. Three.\n",
        &[
            "1 Drops",
            "3. Shake.",
            "5. Tilt. / • gently",
            "7. Wait.",
            "Then:",
            "1. One.",
            "2. Two.",
            "3. Three.",
        ],
    );
}

#[test]
fn a_picture_that_leads_a_list_item_or_a_link_is_drawn() {
    assert_outline(
        "# Arm\n\n- ![Arm up](up.png) Lift your arm.\n- Lower ![it](down.png) again.\n\n\
         [![The shoulder](joint.png)](https://example.org/joint)\n\n[![Home](home.png) page](https://example.org)\n",
        &[
            "1 Arm",
            "• (up.png) Picture: Arm up () / Lift your arm.",
            "• Lower it again.",
            "(joint.png) Picture: The shoulder (https://example.org/joint)",
            "Home page [1]",
            "2 Links",
            "[1] https://example.org",
        ],
    );
}

#[test]
fn a_film_in_a_frame_is_a_link_under_its_title() {
    assert_outline(
        "# Arm\n\n<iframe src=\"https://example.org/film\" title=\"Film of the arm\"></iframe>\n\n\
         <iframe src=\"https://example.org/count\" width=\"1\" title=\"x\"></iframe>\n\nRest.\n",
        &[
            "1 Arm",
            "Film of the arm [1]",
            "Rest.",
            "2 Links",
            "[1] https://example.org/film",
        ],
    );
}
