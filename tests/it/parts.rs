//! Roles and questions in the layouts that people use, through the front door: parse, then look.

use facetdoc::article::{Article, Role};
use facetdoc::parse;
use facetdoc::source::{Format, Source};

fn markdown(text: &str) -> Article {
    parse::article(Source::new("a.md", text, Format::Markdown))
}

fn pasted(text: &str) -> Article {
    parse::article(Source::new("a.txt", text, Format::Pasted))
}

fn lines(article: &Article, role: Role) -> Vec<(usize, &'static str)> {
    let place = |place: &facetdoc::article::RolePlace| {
        (article.source.line(place.span.start()), place.source.name())
    };
    article.places(role).map(place).collect()
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

#[test]
fn red_flags_are_found_however_they_are_written() {
    let cases: &[(&str, usize)] = &[
        ("# T\n\n## See a GP if:\n\n- it lasts\n", 3),
        ("# T\n\n## Call 999 if:\n\n- it bleeds\n", 3),
        ("# T\n\n## Go to A&E\n\nIf you cannot breathe.\n", 3),
        (
            "# T\n\n**When to get help**\n\n- chest pain\n- fainting\n",
            3,
        ),
        (
            "# T\n\nText.\n\n**Call 911 if you have:**\n\n- chest pain\n",
            5,
        ),
        (
            "# T\n\nGo to the emergency room right away if you have:\n\n- chest pain\n",
            3,
        ),
        (
            "# T\n\nRest helps. If you cannot breathe, call 911 now.\n",
            3,
        ),
        (
            "# T\n\n> **Warning signs:** call your doctor if you have a fever.\n",
            3,
        ),
        (
            "# Dolor\n\n## Busque atención médica de inmediato si\n\n- tiene fiebre\n",
            3,
        ),
        (
            "# Dolor\n\n## Señales de alarma\n\nLlame al 911 si no siente las piernas.\n",
            3,
        ),
        (
            "# T\n\n<!-- facetdoc-role: red-flags -->\n## What worries us\n\nBlue lips.\n",
            4,
        ),
    ];
    for (text, line) in cases {
        let article = markdown(text);
        let found = lines(&article, Role::RedFlags);
        assert_eq!(
            found.first().map(|(line, _)| *line),
            Some(*line),
            "{text}\n{found:?}"
        );
    }
}

#[test]
fn tier_headings_in_a_row_are_red_flags_each() {
    let article = markdown(
        "# T\n\n## When to get help\n\n### See a GP if:\n\n- a\n\n### Ask for an urgent GP appointment if:\n\n- b\n\n### Call 999 if:\n\n- c\n",
    );
    let found: Vec<usize> = lines(&article, Role::RedFlags)
        .into_iter()
        .map(|(line, _)| line)
        .collect();
    assert_eq!(found, [3, 5, 9, 13]);
}

#[test]
fn what_only_looks_like_red_flags_is_none() {
    let cases = [
        "# T\n\n## Disclaimer\n\nThis is not medical advice. Seek the advice of your physician if you have questions about a condition.\n",
        "# T\n\n## Related guides: When to seek help\n\n- [Guide](https://example.org/a)\n- [Other](https://example.org/b)\n",
        "# T\n\n## Warning signs you need a chiropractor\n\nBook now.\n",
        "# T\n\n## Questions to ask your doctor\n\n- What will it cost?\n",
        "# T\n\n## Preparation\n\nTell your doctor if you take blood thinners.\n",
        "# T\n\n## When to get help\n\n- [Chest pain](https://example.org/a)\n- [Fainting](https://example.org/b)\n",
    ];
    for text in cases {
        assert_eq!(lines(&markdown(text), Role::RedFlags), [], "{text}");
    }
}

#[test]
fn disclaimers_are_found_by_heading_label_and_content() {
    let cases = [
        (
            "# T\n\nText.\n\n## Disclaimer\n\nFor information only.\n",
            5,
            "heading",
        ),
        (
            "# T\n\nText.\n\n**Medical disclaimer:** This article is for information only.\n",
            5,
            "label",
        ),
        (
            "# T\n\nText.\n\n*This leaflet does not replace the advice of your doctor.*\n",
            5,
            "content",
        ),
        (
            "# T\n\nThe content here is not intended to be a substitute for professional medical advice.\n\n## Causes\n\nText.\n",
            3,
            "content",
        ),
        (
            "# T\n\n> [!NOTE]\n> This page is for general information only and should not be used to diagnose a condition.\n",
            3,
            "content",
        ),
        (
            "# T\n\nTexto.\n\n*Esta información no sustituye el consejo de su médico.*\n",
            5,
            "content",
        ),
        (
            "# T\n\n## Aviso médico\n\nSolo con fines informativos.\n",
            3,
            "heading",
        ),
    ];
    for (text, line, source) in cases {
        assert_eq!(
            lines(&markdown(text), Role::Disclaimer),
            [(line, source)],
            "{text}"
        );
    }
    for text in [
        "# T\n\nVitamins do not replace a healthy diet.\n",
        "# T\n\n**Important:** take the tablets with food.\n",
    ] {
        assert_eq!(lines(&markdown(text), Role::Disclaimer), [], "{text}");
    }
}

#[test]
fn other_parts_are_found_by_their_headings() {
    let cases = [
        ("## References", Role::References),
        ("## Sources", Role::References),
        ("## Bibliografía", Role::References),
        ("## Frequently asked questions", Role::Faq),
        ("## Common questions", Role::Faq),
        ("## Preguntas frecuentes", Role::Faq),
        ("## Side effects", Role::Risks),
        ("## Before your appointment", Role::Preparation),
        ("## After the injection", Role::Aftercare),
        ("## Other options", Role::Alternatives),
        ("## What happens during the procedure?", Role::Procedure),
        ("## Contact us", Role::Contact),
        ("## About the authors", Role::Authorship),
        ("## Further reading", Role::Resources),
        ("## Key points", Role::Summary),
    ];
    for (heading, role) in cases {
        let text = if heading.ends_with("fía") || heading.ends_with("frecuentes") {
            "El texto de la página."
        } else {
            "Some text stands here."
        };
        let article = markdown(&format!("# T\n\nText.\n\n{heading}\n\n{text}\n"));
        assert_eq!(lines(&article, role), [(5, "heading")], "{heading}");
    }
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
fn headings_that_ask_are_no_faq() {
    let article = markdown(
        "# T\n\n## What causes it?\n\nMany things do.\n\n## How is it treated?\n\nWith rest.\n",
    );
    assert_eq!(pairs(&article), []);
    assert!(!article.has_role(Role::Faq));
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
