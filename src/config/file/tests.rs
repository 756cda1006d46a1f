//! What a configuration may say and what it is told when it is wrong.

use super::*;
use crate::config::Paper;
use crate::lexicon::lists::List;

const KNOWN: Known<'static> = Known {
    rules: &["urgency-conflict", "faq", "red-flag-coverage"],
};

/// The mistakes in a configuration as "line: the text at fault: message; help".
fn faults(text: &str) -> Vec<String> {
    let faults = ConfigFile::parse(text, KNOWN).err().unwrap_or_default();
    let told = faults.iter().map(|fault| {
        let line = text[..fault.span.start()].matches('\n').count() + 1;
        let place = &text[fault.span.range()];
        let help = fault.help.as_deref().unwrap_or("");
        format!("{line}: {place}: {}; {help}", fault.message)
    });
    told.collect()
}

fn config(text: &str) -> Config {
    match ConfigFile::parse(text, KNOWN) {
        Ok(file) => file.config,
        Err(problems) => panic!("{problems:#?}"),
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn mistakes_are_told_at_their_place_with_the_nearest_name() {
    let cases = [
        (
            "profil = \"us\"",
            "1: profil: there is no key called profil; did you mean profile?",
        ),
        (
            "profile = \"uk\"",
            "1: \"uk\": profile cannot be \"uk\"; did you mean nhs?",
        ),
        (
            "\nprofile = 3",
            "2: 3: profile is a number; it must be a text in quotes; ",
        ),
        (
            "[rules]\nurgency-conflct = \"off\"",
            "2: urgency-conflct: there is no rule or family called urgency-conflct; did you mean urgency-conflict?",
        ),
        (
            "[rules]\nfaq = \"eror\"",
            "2: \"eror\": rules.faq cannot be \"eror\"; did you mean error?",
        ),
        (
            "ignore = [\"faqs\"]",
            "1: \"faqs\": there is no rule or family called faqs; did you mean faq?",
        ),
        (
            "[limits]\nsection-words-mn = 3",
            "2: section-words-mn: there is no key in limits called section-words-mn; did you mean section-words-min?",
        ),
        (
            "fail-on = \"warning\"",
            "1: fail-on: there is no key called fail-on; it is about a whole run, not about an article; say --fail-on on the command line",
        ),
        (
            "[limits]\nsection-words-min = -3",
            "2: -3: limits.section-words-min must be a whole number from 0 to 1000000000000; ",
        ),
        (
            "[limits]\nquestion-overlap = \"much\"",
            "2: \"much\": limits.question-overlap must be a number from 0 to 1; ",
        ),
        (
            "[limits]\nquestion-overlap = 1.5",
            "2: 1.5: limits.question-overlap must be a number from 0 to 1; ",
        ),
        (
            "[limits]\nsentence-words = 0",
            "2: 0: limits.sentence-words must be a whole number from 1 to 1000000000000; ",
        ),
        (
            "[limits]\npages-max = 99999999999999999999",
            "2: 99999999999999999999: limits.pages-max is too large a number; ",
        ),
        (
            "[standards]\ngrade-max = 1e9",
            "2: 1e9: grade-max is a school grade such as 8, from 1 to 20; ",
        ),
        (
            "exclude = [\"/abs\"]",
            "1: \"/abs\": the file pattern \"/abs\" cannot be used; patterns are relative to the folder of this file and stay below it",
        ),
        (
            "[headings]\nfaq = [\"?\"]",
            "2: \"?\": the pattern \"?\" cannot be used: the pattern needs at least one word that must be there; ",
        ),
        (
            "[[kinds.a.part]]\nname = \"Red flag\"\nheadings = [\"alarm\"]",
            "2: \"Red flag\": Red flag is no role, but nearly one; rules about red-flags would not look at it; did you mean red-flags?",
        ),
        (
            "[words.jargn]\nremove = []",
            "1: jargn: there is no word list called jargn; did you mean jargon?",
        ),
        (
            "profile = \"USA\"",
            "1: \"USA\": profile cannot be \"USA\"; did you mean us?",
        ),
        (
            "[words.jargon]\nadd = [{ term = \"*\" }]",
            "2: \"*\": the pattern \"*\" cannot be used: the pattern needs at least one word that must be there; ",
        ),
        (
            "[words.jargon]\nadd = [{ plain = \"pain\" }]",
            "2: { plain = \"pain\" }: words.jargon.add.term is missing; ",
        ),
        (
            "[kinds.condition]\nordered = true",
            "1: condition: condition is a kind that facetdoc has; choose another name; ",
        ),
        (
            "[kinds.recipe]\nordered = 1",
            "2: 1: kinds.recipe.ordered is a number; it must be true or false; ",
        ),
        (
            "disclaimer-elements = [\"emergncy\"]",
            "1: \"emergncy\": there is no element of a disclaimer called emergncy; did you mean emergency?",
        ),
        (
            "[headings]\nred-flag = [\"rot\"]",
            "2: red-flag: there is no key in headings called red-flag; did you mean red-flags?",
        ),
        (
            "[export]\nformats = [\"pdf\", \"txt\"]",
            "2: \"txt\": there is no format called txt; did you mean text?",
        ),
        (
            "[export]\nquestions = 0",
            "2: 0: export.questions is a number; it must be a whole number of at least 1; ",
        ),
        (
            "[export]\nquestions = 41",
            "2: 41: export.questions is a number of ruled lines, from 1 to 40; ",
        ),
        (
            "[export]\nlarge-print = true\nbooklet = true",
            "3: true: export.booklet has small type and cannot be in large print; take out one of the two; ",
        ),
        (
            "[export]\nlargeprint = true",
            "2: largeprint: there is no key in export called largeprint; did you mean large-print?",
        ),
        (
            "[clinic]\nname = \"Example Spine Clinic\"\nfax = \"5\"",
            "3: fax: there is no key in clinic called fax; there are: name, phone, address, logo, logo-alt",
        ),
        (
            "[labels.es]\npage = \"Hoja {page}\"",
            "2: \"Hoja {page}\": the label page lacks {pages}, which stands for a number or a word; ",
        ),
        (
            "[labels.es]\nmonths = [\"enero\"]",
            "2: [\"enero\"]: months has 1 names; a year has 12 months; ",
        ),
        (
            "[labels.Spanish]\nurgent = \"URGENTE\"",
            "1: Spanish: labels.Spanish is no language; write its code, such as fr or pt-BR; ",
        ),
        (
            "region = \"Britain\"",
            "1: \"Britain\": region is two letters, such as US or GB; ",
        ),
    ];
    for (text, told) in cases {
        assert_eq!(faults(text), [told], "{text}");
    }
    assert_eq!(faults("a = = 1").len(), 1);
}

/// Every key once.
const SAMPLE: &str = r#"
profile = "nhs"
kind = "recipe"
region = "ie"
lang = "en-IE"
ignore = ["faq"]
organisations = ["Example Trust"]
disclaimer-elements = ["not-advice", "emergency"]
jargon-exclude = ["sciatica"]

[rules]
urgency-conflict = "warning"

[limits]
section-words-min = 20
question-overlap = 1

[standards]
unit-spacing = "spaced"
list-items-max = 9

[words.jargon]
add = [{ term = "catheter*", prefer = "thin tube", note = "ours" }]
remove = ["lumbar"]

[kinds.recipe]
ordered = true

[[kinds.recipe.part]]
name = "ingredients"
headings = ["ingredients", "zutaten"]
min-items = 2

[[kinds.recipe.part]]
name = "faq"
required = false

[disclaimers]
standard = "This page is for information only."

[review-months]
recipe = 36

[clinic]
name = "Example Spine Clinic"
phone = "555-0100"
address = ["12 Mill Road", "Springfield"]

[export]
formats = ["text", "pdf"]
paper = "a4"
questions = 4
name-date = true

[labels.en]
questions = "Questions for my nurse"
"#;

#[test]
fn a_language_that_facetdoc_lacks_needs_every_label_and_its_own_one_only_what_differs() {
    let told = faults("[labels.fr]\nurgent = \"URGENT\"");
    let [told] = told.as_slice() else {
        panic!("{told:#?}");
    };
    for part in ["labels.fr lacks ", " draft,", ", months;"] {
        assert!(told.contains(part), "{part} in {told}");
    }
    // A box that goes on has its own label where there is no word for that.
    assert!(
        !told.contains("urgent,") && !told.contains("continued"),
        "{told}"
    );
    let labels = config("[labels.es]\nquestions = \"Preguntas para mi enfermera\"").labels;
    assert_eq!(labels["es"].questions, "Preguntas para mi enfermera");
    assert_eq!(labels["es"].urgent, "URGENTE");
}

#[test]
fn half_a_configuration_is_read_or_refused_and_no_more() {
    for (end, _) in SAMPLE.char_indices() {
        let half = &SAMPLE[..end];
        for fault in ConfigFile::parse(half, KNOWN).err().unwrap_or_default() {
            assert!(half.get(fault.span.range()).is_some(), "{half}");
        }
    }
}

#[test]
fn every_key_is_read() {
    let config = config(SAMPLE);
    assert_eq!(config.kind.as_deref(), Some("recipe"));
    assert_eq!(config.region.as_deref(), Some("IE"));
    assert_eq!(config.level("faq-x", "faq"), Some(Level::Off));
    assert_eq!(config.level("urgency-conflict", "x"), Some(Level::Warning));
    assert_eq!(config.limits.section_words_min, 20);
    assert_eq!(config.standards.list_items_max, Some(9));
    let lists = config.word_lists.unwrap();
    let jargon = lists.rows(List::Jargon).iter();
    let own = jargon.clone().find(|row| row.term == "catheter*").unwrap();
    assert_eq!((own.plain.as_ref(), own.level), ("thin tube", 2));
    assert!(
        !jargon
            .into_iter()
            .any(|row| row.term == "lumbar" || row.term == "sciatica")
    );
    let recipe = &config.kinds[0];
    assert!(recipe.ordered && recipe.parts[0].required && !recipe.parts[1].required);
    assert_eq!(recipe.parts[0].items.least, Some(2));
    assert_eq!(config.disclaimers.len(), 1);
    assert_eq!(config.review_months["recipe"], 36);
    let clinic = config.clinic.unwrap();
    assert_eq!(clinic.name, "Example Spine Clinic");
    assert_eq!(clinic.address.len(), 2);
    let export = config.export;
    assert_eq!(export.formats.unwrap(), ["text", "pdf"]);
    assert_eq!((export.paper, export.questions), (Some(Paper::A4), Some(4)));
    assert!(export.name_date && !export.notes);
    assert_eq!(config.labels["en"].questions, "Questions for my nurse");
}

#[test]
fn a_heading_copied_as_it_stands_is_found_and_a_pattern_is_still_one() {
    let cases = [
        ("¿Cómo se hace?", "¿Cómo se hace?", true),
        ("Paso-a-paso", "Paso-a-paso", true),
        ("E-Mail", "E-Mail", true),
        ("Zubereitung (einfach)", "Zubereitung (einfach)", true),
        ("Salt & pepper", "Salt & pepper", true),
        ("1. Steps", "1. Steps", true),
        ("Cook | bake", "Cook | bake", true),
        ("Step #2", "Step #2", true),
        ("Use * with care", "Use * with care", true),
        ("What now ?", "What now ?", true),
        ("cook|bake it", "Bake it", true),
        ("^steps$", "More steps", false),
        ("^Paso-a-paso$", "Receta paso a paso", false),
        ("step* _2 oven", "Steps for the oven", true),
    ];
    for (written, heading, wanted) in cases {
        let written = serde_json::Value::from(written);
        let text = format!(
            "[headings]\nfaq = [{written}]\n[kinds.a]\n[[kinds.a.part]]\nname = \"x\"\nheadings = [{written}]"
        );
        let config = config(&text);
        let heading = crate::lexicon::Tokens::of(heading);
        let (_, of_role) = &config.headings[0];
        assert_eq!(of_role.is_match(&heading), wanted, "{written}");
        assert_eq!(
            config.kinds[0].parts[0].is_named(&heading),
            wanted,
            "{written}"
        );
    }
}
