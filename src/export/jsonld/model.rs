//! The shape of the schema.org data; what has no value is not written.

use serde::Serialize;

/// The document.
#[derive(Debug, Serialize)]
pub(super) struct Document {
    /// The vocabulary.
    #[serde(rename = "@context")]
    pub(super) context: &'static str,
    /// The nodes.
    #[serde(rename = "@graph")]
    pub(super) graph: Vec<Node>,
}

/// One of the two things described.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Node {
    /// The page.
    Page(Box<Page>),
    /// Its questions.
    Faq(FaqPage),
}

/// schema.org/MedicalWebPage
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Page {
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    #[serde(rename = "@id")]
    pub(super) id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    pub(super) in_language: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) medical_audience: Vec<Audience>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) about: Option<Subject>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) aspect: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) author: Vec<Agent>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) reviewed_by: Vec<Agent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last_reviewed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) creative_work_status: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) citation: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) has_part: Option<To>,
}

/// A node that is described elsewhere.
#[derive(Debug, Serialize)]
pub(super) struct To {
    #[serde(rename = "@id")]
    pub(super) id: String,
}

/// schema.org/MedicalAudience, or its kind schema.org/Patient
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Audience {
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    /// As the article has it.
    pub(super) audience_type: String,
}

/// A schema.org/MedicalEntity
#[derive(Debug, Serialize)]
pub(super) struct Subject {
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    pub(super) name: String,
}

/// schema.org/Person or schema.org/Organization
#[derive(Debug, Serialize)]
pub(super) struct Agent {
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    pub(super) name: String,
}

/// schema.org/FAQPage
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct FaqPage {
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    #[serde(rename = "@id")]
    pub(super) id: String,
    pub(super) main_entity: Vec<Question>,
}

/// schema.org/Question
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Question {
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    #[serde(rename = "@id")]
    pub(super) id: String,
    pub(super) name: String,
    pub(super) accepted_answer: Answer,
}

/// schema.org/Answer
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    /// The answer as HTML.
    pub(super) text: String,
}
