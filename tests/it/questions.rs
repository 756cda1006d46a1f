//! Questions with their answers in the layouts that people use.

use facetdoc::article::{Article, Role};
use facetdoc::parse;
use facetdoc::source::{Format, Source};

fn markdown(text: &str) -> Article {
    parse::article(Source::new("a.md", text, Format::Markdown))
}

fn pasted(text: &str) -> Article {
    parse::article(Source::new("a.txt", text, Format::Pasted))
}

fn pairs(article: &Article) -> Vec<(String, String)> {
    let answer = |pair: &facetdoc::article::FaqPair| {
        let texts: Vec<String> = pair
            .answer
            .iter()
            .flat_map(|block| block.proses())
            .map(|(_, prose)| prose.text().to_owned())
            .collect();
        texts.join(" | ")
    };
    article
        .faq
        .iter()
        .map(|pair| (pair.question.text().to_owned(), answer(pair)))
        .collect()
}

fn asked(article: &Article) -> Vec<&str> {
    article
        .faq
        .iter()
        .map(|pair| pair.question.text())
        .collect()
}

#[test]
fn questions_are_found_in_every_layout() {
    let wanted = [
        ("Is it safe?".to_owned(), "Yes, very.".to_owned()),
        ("Does it hurt?".to_owned(), "Only a little.".to_owned()),
    ];
    let layouts = [
        (
            "headings",
            "### Is it safe?\n\nYes, very.\n\n### Does it hurt?\n\nOnly a little.\n",
        ),
        (
            "labels",
            "**Q:** Is it safe?\n\n**A:** Yes, very.\n\n**Q:** Does it hurt?\n\n**A:** Only a little.\n",
        ),
        (
            "labels in one paragraph",
            "Q: Is it safe?\nA: Yes, very.\n\nQ: Does it hurt?\nA: Only a little.\n",
        ),
        (
            "labels run together",
            "Q: Is it safe? A: Yes, very.\n\nQ: Does it hurt? A: Only a little.\n",
        ),
        (
            "bold questions",
            "**Is it safe?**\n\nYes, very.\n\n**Does it hurt?**\n\nOnly a little.\n",
        ),
        (
            "bold starts",
            "**Is it safe?** Yes, very.\n\n**Does it hurt?** Only a little.\n",
        ),
        (
            "definitions",
            "Is it safe?\n\n: Yes, very.\n\nDoes it hurt?\n\n: Only a little.\n",
        ),
        (
            "a list",
            "- Is it safe?\n\n  Yes, very.\n\n- Does it hurt?\n\n  Only a little.\n",
        ),
        (
            "a list in lines",
            "- **Is it safe?** Yes, very.\n- **Does it hurt?** Only a little.\n",
        ),
        (
            "numbered",
            "1. Is it safe? Yes, very.\n2. Does it hurt? Only a little.\n",
        ),
        (
            "folded",
            "<details><summary>Is it safe?</summary>\n\nYes, very.\n\n</details>\n\n<details><summary>Does it hurt?</summary>\n\nOnly a little.\n\n</details>\n",
        ),
        (
            "folded in one",
            "<details>\n<summary>Is it safe?</summary>\n<p>Yes, very.</p>\n</details>\n<details>\n<summary>Does it hurt?</summary>\n<p>Only a little.</p>\n</details>\n",
        ),
        (
            "plain lines",
            "Is it safe?\n\nYes, very.\n\nDoes it hurt?\n\nOnly a little.\n",
        ),
        (
            "headings of the same level",
            "## Is it safe?\n\nYes, very.\n\n## Does it hurt?\n\nOnly a little.\n",
        ),
    ];
    for (name, layout) in layouts {
        let article = markdown(&format!("# T\n\nText.\n\n## FAQ\n\n{layout}"));
        assert_eq!(pairs(&article), wanted, "{name}");
    }
    let article = pasted(
        "My title\n\nText of the article.\n\nFAQ\n\nIs it safe?\n\nYes, very.\n\nDoes it hurt?\n\nOnly a little.\n",
    );
    assert_eq!(pairs(&article), wanted, "pasted");
}

#[test]
fn a_question_without_an_answer_is_kept() {
    let article =
        markdown("# T\n\n## FAQ\n\n### Is it safe?\n\n### Does it hurt?\n\nOnly a little.\n");
    assert_eq!(
        pairs(&article),
        [
            ("Is it safe?".to_owned(), String::new()),
            ("Does it hurt?".to_owned(), "Only a little.".to_owned())
        ]
    );
}

#[test]
fn an_empty_faq_heading_reaches_over_the_questions_on_its_own_level() {
    let article = markdown(
        "# T\n\nText.\n\n## FAQ\n\n## Is it safe?\n\nYes, very.\n\n## Does it hurt?\n\nOnly a little.\n\n## Disclaimer\n\nFor information only.\n",
    );
    assert_eq!(asked(&article), ["Is it safe?", "Does it hurt?"]);
    let places: Vec<_> = article.places(Role::Faq).collect();
    assert_eq!(places.len(), 1, "{places:?}");
    let text = article.source.slice(places[0].span);
    assert!(text.starts_with("## FAQ"), "{text}");
    assert!(text.ends_with("Only a little."), "{text}");
    assert_eq!(places[0].title.as_deref(), Some("FAQ"));
    let section = article
        .sections()
        .into_iter()
        .find(|section| section.title() == "FAQ");
    assert_eq!(section.and_then(|section| section.role), Some(Role::Faq));
}

#[test]
fn headings_that_ask_are_no_faq() {
    let article = markdown(
        "# T\n\n## What causes it?\n\nMany things do.\n\n## How is it treated?\n\nWith rest.\n",
    );
    assert_eq!(pairs(&article), []);
    assert!(!article.has_role(Role::Faq));
}

#[test]
fn questions_in_rows_of_a_table_and_between_other_layouts_are_found() {
    let article = markdown(
        "# T\n\n## FAQ\n\n| Question | Answer |\n|---|---|\n| Is it safe? | Yes, very. |\n| Does it hurt? | Only a little. |\n",
    );
    assert_eq!(asked(&article), ["Is it safe?", "Does it hurt?"]);
    let article = markdown(
        "# T\n\n## FAQ\n\n### Is it safe?\n\nYes, very.\n\n**Does it hurt?**\n\nOnly a little.\n\n- **Is it quick?** Ten minutes.\n- **Is it loud?** Not at all.\n\n### Who does it?\n\nA nurse.\n",
    );
    assert_eq!(
        asked(&article),
        [
            "Is it safe?",
            "Does it hurt?",
            "Is it quick?",
            "Is it loud?",
            "Who does it?"
        ]
    );
    assert!(article.faq.iter().all(|pair| !pair.answer.is_empty()));
}

#[test]
fn a_question_whether_there_are_questions_is_none() {
    for text in [
        "### Still have questions?\n\nCall us.\n",
        "### Disclaimer\n\nFor information only.\n",
        "**Any other questions?** Ask at the desk.\n",
        "### Is it quick?\n\nTen minutes.\n\n**¿Todavía tiene dudas?**\n",
    ] {
        let article = markdown(&format!(
            "# T\n\n## FAQ\n\n### Is it safe?\n\nYes, very.\n\n{text}"
        ));
        assert!(
            asked(&article)
                .iter()
                .all(|question| question.starts_with("Is it")),
            "{text}"
        );
    }
}

#[test]
fn headings_with_a_question_label_are_pairs_without_a_faq_heading() {
    let article = markdown("# T\n\n## Q: Can I swim?\n\nA: Yes.\n\n## Q: Can I run?\n\nA: Soon.\n");
    assert_eq!(asked(&article), ["Can I swim?", "Can I run?"]);
}

#[test]
fn pasted_questions_are_found_without_blank_lines_and_with_numbers() {
    let layouts = [
        "Is it safe?\nYes, very.\nDoes it hurt?\nOnly a little.\n",
        "1. Is it safe?\nYes, very.\n\n2. Does it hurt?\nOnly when you press hard.\n",
        "Q: Is it safe?\nA: Yes, very.\nQ: Does it hurt?\nA: Only a little.\n",
        "I take blood thinners and my dentist wants to pull a tooth. Is it safe?\nYes, very.\n\nDoes it hurt?\nA little.\n",
    ];
    for layout in layouts {
        let article = pasted(&format!(
            "My title\n\nText of the article.\n\nCommon questions\n\n{layout}"
        ));
        let questions = asked(&article);
        assert_eq!(questions.len(), 2, "{layout}\n{questions:?}");
        assert!(
            article.faq.iter().all(|pair| !pair.answer.is_empty()),
            "{layout}"
        );
    }
}

/// An FAQ under a heading that facetdoc does not know; one of its questions has no question mark.
const ASKED_OF_THE_NURSE: &str = "## Ask the nurse\n\n### Can I drink beer?\n\nNo.\n\n### How long does it last\n\n### Treatment\n\nRest.\n";

#[test]
fn an_faq_that_the_front_matter_names_has_the_questions_that_a_comment_gives_it() {
    let by_comment = format!("# Gout\n\n<!-- facetdoc-role: faq -->\n{ASKED_OF_THE_NURSE}");
    let by_front_matter =
        format!("---\nroles: {{\"Ask the nurse\": faq}}\n---\n# Gout\n\n{ASKED_OF_THE_NURSE}");
    for text in [by_comment, by_front_matter] {
        let article = markdown(&text);
        let wanted = ["Can I drink beer?", "How long does it last", "Treatment"];
        assert_eq!(asked(&article), wanted, "{text}");
        assert!(!article.has_role(Role::Treatment), "{text}");
    }
}

#[test]
fn an_faq_that_a_configuration_names_has_the_questions_that_a_comment_gives_it() {
    let files = [
        (
            "facetdoc.toml",
            "[headings]\nfaq = [\"ask the nurse\"]\n".to_owned(),
        ),
        ("named.md", format!("# Gout\n\n{ASKED_OF_THE_NURSE}")),
        (
            "marked.md",
            format!("# Gout\n\n<!-- facetdoc-role: faq -->\n{ASKED_OF_THE_NURSE}"),
        ),
    ];
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    let folder = crate::program::folder(&files);
    let told = |args: &[&str], file: &str| {
        let (code, told, errors) = crate::program::run(folder.path(), &[args, &[file]].concat());
        assert_eq!(code, 0, "{errors}");
        serde_json::from_str::<serde_json::Value>(&told).unwrap()
    };
    for file in ["named.md", "marked.md"] {
        let outline = &told(&["outline", "--format", "json"], file)["files"][0];
        let questions = outline["faq"].as_array().unwrap();
        assert_eq!(questions.len(), 3, "{file}: {outline}");
        assert_eq!(
            outline["roles"].as_array().unwrap().len(),
            1,
            "{file}: {outline}"
        );
        let check = ["check", "--format", "json", "--fail-on", "never"];
        let report = told(
            &[
                &check[..],
                &["--select", "faq-question-mark,faq-unanswered"],
            ]
            .concat(),
            file,
        );
        assert_eq!(
            report["findings"].as_array().unwrap().len(),
            3,
            "{file}: {report}"
        );
    }
}
