//! Roles in the layouts that people use, through the front door: parse, then look.

use facetdoc::article::{Article, Role};
use facetdoc::parse;
use facetdoc::source::{Format, Source};

fn markdown(text: &str) -> Article {
    parse::article(Source::new("a.md", text, Format::Markdown))
}

fn lines(article: &Article, role: Role) -> Vec<(usize, &'static str)> {
    let place = |place: &facetdoc::article::RolePlace| {
        (article.source.line(place.span.start()), place.source.name())
    };
    article.places(role).map(place).collect()
}

#[test]
fn a_heading_that_says_when_to_get_help_is_red_flags_whatever_follows() {
    for heading in [
        "When to get help after the test",
        "When to call us after the test",
        "Warning signs after the test",
        "When to get help with symptoms",
        "When to call your doctor after a scan or blood test",
    ] {
        let text = format!(
            "# A heart scan\n\nA camera takes pictures.\n\n## {heading}\n\n- blue lips\n- a fever\n"
        );
        let article = markdown(&text);
        let section = article.sections().into_iter().find(|one| one.level == 2);
        assert_eq!(section.unwrap().role, Some(Role::RedFlags), "{heading}");
    }
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
fn disclaimers_that_do_not_say_disclaimer_are_found_by_what_they_say() {
    let said = [
        "This sheet is a guide only. Your clinic's instructions come first.",
        "We are not clinicians. These tips worked for us; please ask someone who knows you.",
        "Read this page alongside the advice that your care team gives you.",
        "Never put off seeing a doctor because of something you read on this site.",
        "It doesn't take the place of an examination by a physiotherapist.",
        "If your surgeon told you something else, follow their advice, not this sheet.",
        "The makers of this page accept no liability for how it is used.",
        "Nothing on this page should be taken as a diagnosis.",
    ];
    for text in said {
        let article = markdown(&format!("# T\n\nText.\n\n{text}\n"));
        assert_eq!(
            lines(&article, Role::Disclaimer),
            [(5, "content")],
            "{text}"
        );
    }
    let spanish = [
        "Este folleto es orientativo.",
        "Nada de lo que lea aquí reemplaza la visita a su médico.",
        "No debe utilizarse para diagnosticar ninguna enfermedad.",
    ];
    for text in spanish {
        let article = markdown(&format!("# El dolor\n\nEl texto de la página.\n\n{text}\n"));
        assert_eq!(
            lines(&article, Role::Disclaimer),
            [(5, "content")],
            "{text}"
        );
    }
}

#[test]
fn what_only_looks_like_a_disclaimer_is_none() {
    let cases = [
        "A wrist monitor isn't a substitute for visits to your doctor.",
        "Ibuprofen does not replace other treatment.",
        "We cannot replace lost tablets.",
        "Your surgeon is responsible for your care.",
        "First aid does not replace professional medical care.",
        "## Important\n\nKeep the plaster dry.",
        "## Important information about parking\n\nUse gate B.",
        "## Please note\n\nThe ward is closed on Sundays.",
    ];
    for text in cases {
        let article = markdown(&format!("# T\n\n{text}\n"));
        assert_eq!(lines(&article, Role::Disclaimer), [], "{text}");
    }
}

#[test]
fn headings_in_doubt_name_a_disclaimer_or_references_where_the_text_agrees() {
    let article = markdown(
        "# T\n\n## Important notice\n\nThis page is no substitute for your own doctor's advice.\n\n## Notes\n\n1. Hall P. Steps and backs. Spine J. 2022;4:1-9.\n2. Moor K. Walking. doi:10.1000/5\n",
    );
    assert_eq!(lines(&article, Role::Disclaimer), [(3, "heading")]);
    assert_eq!(lines(&article, Role::References), [(7, "heading")]);
}

#[test]
fn references_are_found_without_a_heading_of_that_name() {
    let cases = [
        (
            "Walk.[^1]\n\n[^1]: Hall P. Steps. Spine J. 2022;4:1-9.\n",
            5,
        ),
        (
            "Walk.\n\n---\n\n1. Hall P. Steps. doi:10.1000/1\n2. Moor K. Hills. Lancet. 2020;3:4.\n",
            7,
        ),
        (
            "Walk.\n\n[1] Hall P. Steps. Spine J. 2022;4:1-9.\n\n[2] Moor K. Hills. Lancet. 2020;3:4.\n",
            5,
        ),
        ("**Sources:** Example Society; Example Institute.\n", 3),
        ("**References**\n\n- Example Society, 2020.\n", 3),
    ];
    for (text, line) in cases {
        let article = markdown(&format!("# T\n\n{text}"));
        let found: Vec<usize> = lines(&article, Role::References)
            .into_iter()
            .map(|(line, _)| line)
            .collect();
        assert_eq!(found, [line], "{text}");
    }
    for text in [
        "In 2020 we opened a new clinic, and in 2021 another.\n\nIn 2022 we closed one.\n",
        "## Sources of iron\n\n- Beans\n- Spinach\n",
        "## References from patients\n\nThey were kind.\n",
    ] {
        assert_eq!(
            lines(&markdown(&format!("# T\n\n{text}")), Role::References),
            [],
            "{text}"
        );
    }
}

#[test]
fn credit_lines_are_authorship() {
    for text in [
        "Medically reviewed by Sam Poe, MD, on 3 March 2025",
        "*By Kim Lo, physiotherapist*",
        "Page last reviewed: 9 October 2024",
        "*Leaflet number 77. Produced March 2025. Review date March 2028.*",
    ] {
        let article = markdown(&format!("# T\n\n{text}\n\nText.\n"));
        let found: Vec<usize> = lines(&article, Role::Authorship)
            .into_iter()
            .map(|(line, _)| line)
            .collect();
        assert_eq!(found, [3], "{text}");
    }
    let none = markdown(
        "# T\n\nProduced by the liver, bile breaks down fat.\n\nThis page has been written to help you.\n",
    );
    assert_eq!(lines(&none, Role::Authorship), []);
}

#[test]
fn the_headings_of_leaflets_name_their_parts() {
    let cases = [
        ("What are the alternatives?", Role::Alternatives),
        ("What else could I try?", Role::Alternatives),
        ("What could go wrong?", Role::Risks),
        ("Important safety information", Role::Risks),
        ("How do I get ready?", Role::Preparation),
        ("2. Before your operation", Role::Preparation),
        ("The day of your surgery", Role::Procedure),
        ("What happens afterwards?", Role::Aftercare),
        ("How and when to take it", Role::Medicines),
        ("What if I forget a dose?", Role::Medicines),
        ("Who can't take it", Role::Medicines),
        ("Don't wait if you have any of these", Role::RedFlags),
        ("Return to the emergency department if", Role::RedFlags),
        ("You asked, we answered", Role::Faq),
        ("7 common questions about quitting", Role::Faq),
        ("References (APA style)", Role::References),
        ("Where our facts come from", Role::References),
        ("Who do I contact with concerns?", Role::Contact),
        ("Help and support", Role::Resources),
        ("How we made this leaflet", Role::Authorship),
    ];
    for (heading, role) in cases {
        let article = markdown(&format!(
            "# T\n\nText.\n\n## {heading}\n\nSome text stands here.\n"
        ));
        assert_eq!(lines(&article, role), [(5, "heading")], "{heading}");
    }
    for (heading, role) in [
        ("Do you have any questions?", Role::Faq),
        ("Do you have any questions?", Role::Symptoms),
        ("Return to the emergency department if", Role::Aftercare),
        ("Foods to avoid", Role::Prevention),
        ("How do I get ready?", Role::Causes),
    ] {
        let article = markdown(&format!("# T\n\n## {heading}\n\nSome text stands here.\n"));
        assert_eq!(lines(&article, role), [], "{heading}");
    }
}
