//! The article as schema.org data (JSON-LD): a `MedicalWebPage` and, where it answers questions, a `FAQPage`.
//!
//! Only what the article says: a key that it gives no value for is left out, and nothing is guessed. The text may stand
//! between the tags of a script element, for no `<` is ever in it.

mod model;

use super::json::{blocks_as_html, printable, question_ids, reference_texts, written};
use crate::article::{Article, Kind, Located, Role};
use crate::handout::one_line;
use crate::rules::Context;
use model::{Agent, Answer, Audience, Document, FaqPage, Node, Page, Question, Subject, To};
use std::fmt::Write;

/// Parts of an article that are aspects of its subject, as schema.org means it: "causes", "diagnosis", "treatment".
const ASPECTS: &[Role] = &[
    Role::Symptoms,
    Role::Causes,
    Role::Diagnosis,
    Role::Treatment,
    Role::SelfCare,
    Role::Exercises,
    Role::Medicines,
    Role::Procedure,
    Role::Preparation,
    Role::Aftercare,
    Role::Risks,
    Role::Alternatives,
    Role::Prevention,
];

/// Words in the name of an author that is a body and no person.
const BODIES: &[&str] = &[
    "academy",
    "agency",
    "association",
    "board",
    "center",
    "centre",
    "charity",
    "clinic",
    "clinica",
    "college",
    "committee",
    "council",
    "department",
    "editorial",
    "equipo",
    "foundation",
    "fundacion",
    "group",
    "health",
    "hospital",
    "hospitals",
    "institute",
    "instituto",
    "ministerio",
    "ministry",
    "network",
    "nhs",
    "office",
    "service",
    "services",
    "project",
    "proyecto",
    "servicio",
    "sociedad",
    "society",
    "team",
    "trust",
    "unit",
    "university",
    "universidad",
];

/// The data, with LF and a newline at the end; `draft` says that the article failed its check.
pub fn to_jsonld(cx: &Context<'_>, draft: bool) -> String {
    let faq = faq_page(cx.article);
    let page = page(cx, draft, faq.as_ref().map(|faq| faq.id.clone()));
    let document = Document {
        context: "https://schema.org",
        graph: std::iter::once(Node::Page(Box::new(page)))
            .chain(faq.map(Node::Faq))
            .collect(),
    };
    let json = written(serde_json::to_string_pretty(&document));
    unbreakable(&printable(&json)) + "\n"
}

/// `json` without the characters that end a script element or a line of script; they stand inside strings only.
fn unbreakable(json: &str) -> String {
    let mut unbreakable = String::with_capacity(json.len());
    for ch in json.chars() {
        if matches!(ch, '<' | '>' | '&' | '\u{2028}' | '\u{2029}') {
            let _ = write!(unbreakable, "\\u{:04x}", u32::from(ch));
        } else {
            unbreakable.push(ch);
        }
    }
    unbreakable
}

fn page(cx: &Context<'_>, draft: bool, faq: Option<String>) -> Page {
    let article = cx.article;
    let meta = &article.meta;
    let own_kind = cx.settings.own_kind.as_ref();
    let is_medical = own_kind.is_none_or(|kind| kind.is_about_health());
    Page {
        kind: if is_medical {
            "MedicalWebPage"
        } else {
            "WebPage"
        },
        id: anchor(article, "page"),
        url: address(article).map(str::to_owned),
        name: article.title().map(one_line),
        description: meta.description.as_ref().map(line),
        in_language: cx.settings.lang.clone(),
        medical_audience: meta
            .audience
            .iter()
            .filter(|_| is_medical)
            .map(audience)
            .collect(),
        about: subject(article),
        aspect: ASPECTS
            .iter()
            .filter(|_| is_medical)
            .filter(|role| article.has_role(**role))
            .map(|role| role.name())
            .collect(),
        author: meta.authors.iter().map(agent).collect(),
        reviewed_by: meta.reviewers.iter().map(agent).collect(),
        date_published: meta.published.as_ref().map(|date| date.value.to_iso()),
        last_reviewed: cx.facts.reviewed().map(|dated| dated.date.to_iso()),
        version: meta.version.as_ref().map(line),
        creative_work_status: draft.then_some("Draft"),
        citation: citations(cx),
        has_part: faq.map(|id| To { id }),
    }
}

/// The sources: the article's list, else those of its front matter.
fn citations(cx: &Context<'_>) -> Vec<String> {
    let listed = reference_texts(cx);
    if listed.is_empty() {
        cx.article.meta.sources.iter().map(line).collect()
    } else {
        listed
    }
}

/// The answered questions.
fn faq_page(article: &Article) -> Option<FaqPage> {
    let mut questions = Vec::new();
    for (pair, id) in article.faq.iter().zip(question_ids(article)) {
        let answer = blocks_as_html(&pair.answer);
        if !answer.is_empty() {
            questions.push(Question {
                kind: "Question",
                id: anchor(article, &id),
                name: one_line(pair.question.text()),
                accepted_answer: Answer {
                    kind: "Answer",
                    text: answer,
                },
            });
        }
    }
    (!questions.is_empty()).then(|| FaqPage {
        kind: "FAQPage",
        id: anchor(article, "faq-page"),
        main_entity: questions,
    })
}

/// What the front matter's `kind` says that the page is about.
fn subject(article: &Article) -> Option<Subject> {
    let kind = match article.meta.kind.as_ref()?.value {
        Kind::Condition => "MedicalCondition",
        Kind::Procedure => "MedicalProcedure",
        Kind::Medicine => "Drug",
        Kind::Exercise => "PhysicalActivity",
        Kind::Article => return None,
    };
    let name = article.title().map(one_line)?;
    Some(Subject { kind, name })
}

fn audience(audience: &Located<String>) -> Audience {
    let name = line(audience);
    let is_patient = matches!(name.to_lowercase().as_str(), "patient" | "patients");
    Audience {
        kind: if is_patient {
            "Patient"
        } else {
            "MedicalAudience"
        },
        audience_type: name,
    }
}

fn agent(name: &Located<String>) -> Agent {
    let name = line(name);
    let words = name.split(|ch: char| !ch.is_alphanumeric());
    let mut words = words.map(crate::article::slug);
    let is_body = words.any(|word| BODIES.contains(&word.as_str()));
    Agent {
        kind: if is_body { "Organization" } else { "Person" },
        name,
    }
}

fn line(value: &Located<String>) -> String {
    one_line(&value.value)
}

/// The address of the page, if it is one of the web.
fn address(article: &Article) -> Option<&str> {
    let address = article.meta.canonical_url.as_ref()?.value.trim();
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    let is_plain = !address.contains(|ch: char| ch.is_whitespace() || ch.is_control());
    (is_web && is_plain).then_some(address)
}

/// The name of a part of the page.
fn anchor(article: &Article, part: &str) -> String {
    let page = address(article).unwrap_or("");
    let page = page.split('#').next().unwrap_or("");
    format!("{page}#{part}")
}
