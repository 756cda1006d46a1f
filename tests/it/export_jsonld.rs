//! The schema.org data say what the article says, and nothing more.

use crate::articles::{EVERY_BLOCK, made_up, with_context};
use facetdoc::export::jsonld;
use serde_json::{Value, json};

fn data(text: &str) -> Value {
    let article = made_up(text);
    let data = with_context(&article, |cx| jsonld::to_jsonld(cx, false));
    assert!(data.ends_with("}\n"));
    serde_json::from_str(&data).expect("the data are JSON")
}

#[test]
fn the_page_and_its_questions_are_described() {
    let data = data(EVERY_BLOCK);
    for (pointer, expected) in [
        ("/@context", json!("https://schema.org")),
        ("/@graph/0/@type", json!("MedicalWebPage")),
        (
            "/@graph/0/@id",
            json!("https://example.org/leaflets/ankle#page"),
        ),
        ("/@graph/0/url", json!("https://example.org/leaflets/ankle")),
        ("/@graph/0/name", json!("Ankle sprain")),
        ("/@graph/0/inLanguage", json!("en-GB")),
        (
            "/@graph/0/about",
            json!({"@type": "MedicalCondition", "name": "Ankle sprain"}),
        ),
        (
            "/@graph/0/author",
            json!([{"@type": "Person", "name": "A. Writer"}]),
        ),
        ("/@graph/0/datePublished", json!("2026-01-15")),
        ("/@graph/0/lastReviewed", json!("2026-03-03")),
        ("/@graph/0/version", json!("1.2")),
        (
            "/@graph/0/hasPart/@id",
            json!("https://example.org/leaflets/ankle#faq-page"),
        ),
        ("/@graph/1/@type", json!("FAQPage")),
        ("/@graph/1/mainEntity/1/@type", json!("Question")),
        ("/@graph/1/mainEntity/1/name", json!("Can I walk on it?")),
        (
            "/@graph/1/mainEntity/1/acceptedAnswer",
            json!({"@type": "Answer", "text": "<p>Yes, when it does not hurt.</p>"}),
        ),
    ] {
        assert_eq!(data.pointer(pointer), Some(&expected), "{pointer}");
    }
}

#[test]
fn what_the_article_does_not_say_is_left_out() {
    let data = data("# Sore knee\n\nRest it.\n\n## FAQ\n\n### Does it heal?\n");
    let graph = data["@graph"].as_array().expect("a list");
    assert_eq!(
        graph.len(),
        1,
        "a question without an answer makes no FAQPage: {data}"
    );
    let page = graph[0].as_object().expect("an object");
    let keys: Vec<&str> = page.keys().map(String::as_str).collect();
    let mut keys = keys;
    keys.sort_unstable();
    assert_eq!(keys, ["@id", "@type", "inLanguage", "name"]);
}

#[test]
fn a_draft_says_that_it_is_one() {
    let article = made_up("# Sore knee\n\nRest it.\n");
    let data = with_context(&article, |cx| jsonld::to_jsonld(cx, true));
    let data: Value = serde_json::from_str(&data).expect("the data are JSON");
    assert_eq!(data["@graph"][0]["creativeWorkStatus"], "Draft");
}

#[test]
fn bodies_and_patients_are_told_from_people_and_others() {
    let data = data(
        "---\naudience: [patients, runners]\nauthors: [\"Back pain team\", \"Ana Ruiz, MD\"]\nreviewers: [\"Servicio de Urgencias\"]\n---\n# T\n\nx\n",
    );
    let page = &data["@graph"][0];
    assert_eq!(
        page["medicalAudience"],
        json!([
            {"@type": "Patient", "audienceType": "patients"},
            {"@type": "MedicalAudience", "audienceType": "runners"}
        ])
    );
    assert_eq!(
        page["author"],
        json!([
            {"@type": "Organization", "name": "Back pain team"},
            {"@type": "Person", "name": "Ana Ruiz, MD"}
        ])
    );
    assert_eq!(page["reviewedBy"][0]["@type"], "Organization");
}
