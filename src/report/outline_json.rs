//! The section tree for programs: one JSON document, stable under the contract.

use super::Failure;
use super::json::{FailureEntry, failures};
use super::visible::escaped_json;
use crate::article::{Article, FaqPair, Promotion, RolePlace, Section};
use crate::config::OwnKind;
use crate::facts::parts::{PartPlace, own_parts};
use serde::Serialize;
use std::io::{self, Write};

/// The outline of one article, detached from it.
#[derive(Debug, Serialize)]
pub struct Outline {
    file: String,
    title: Option<String>,
    roles: Vec<RoleEntry>,
    faq: Vec<FaqEntry>,
    sections: Vec<SectionEntry>,
    promotions: Vec<PromotionEntry>,
    /// The parts of a team's own kind that are no role.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<PartEntry>,
}

impl Outline {
    /// The outline of `article`; with the parts of `kind`, the team's own that it is of.
    pub fn of(article: &Article, kind: Option<&OwnKind>) -> Self {
        let sections = &article.root.children;
        Self {
            file: article.source.name().to_owned(),
            title: article.title().map(str::to_owned),
            roles: article.roles.iter().map(|one| role(article, one)).collect(),
            faq: article.faq.iter().map(|one| faq(article, one)).collect(),
            sections: sections.iter().map(|one| section(article, one)).collect(),
            promotions: article
                .promotions
                .iter()
                .map(|one| promotion(article, one))
                .collect(),
            parts: kind
                .map_or_else(Vec::new, |kind| own_parts(article, kind))
                .iter()
                .map(|one| part(article, one))
                .collect(),
        }
    }
}

/// Writes `outlines` and `unread` as one document with a newline at the end.
pub fn write(outlines: &[Outline], unread: &[Failure], out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        files: outlines,
        errors: failures(unread),
    };
    let json = serde_json::to_string_pretty(&document)?;
    writeln!(out, "{}", escaped_json(&json))
}

#[derive(Debug, Serialize)]
struct Document<'a> {
    files: &'a [Outline],
    errors: Vec<FailureEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct RoleEntry {
    role: &'static str,
    line: usize,
    end_line: usize,
    kind: &'static str,
    title: Option<String>,
    source: &'static str,
}

#[derive(Debug, Serialize)]
struct FaqEntry {
    question: String,
    line: usize,
    answer_line: Option<usize>,
}

#[derive(Debug, Serialize)]
struct SectionEntry {
    id: String,
    level: u8,
    title: String,
    role: Option<&'static str>,
    line: usize,
    end_line: usize,
    words: usize,
    sections: Vec<SectionEntry>,
}

#[derive(Debug, Serialize)]
struct PromotionEntry {
    line: usize,
    kind: &'static str,
    text: String,
}

#[derive(Debug, Serialize)]
struct PartEntry {
    part: String,
    line: usize,
    end_line: usize,
    title: String,
}

fn role(article: &Article, place: &RolePlace) -> RoleEntry {
    let (line, end_line) = article.source.line_range(place.span);
    RoleEntry {
        role: place.role.name(),
        line,
        end_line,
        kind: place.kind.name(),
        title: place.title.clone(),
        source: place.source.name(),
    }
}

fn part(article: &Article, place: &PartPlace<'_>) -> PartEntry {
    let (line, end_line) = article.source.line_range(place.span);
    PartEntry {
        part: place.part.name.clone(),
        line,
        end_line,
        title: place.title(article).to_owned(),
    }
}

fn faq(article: &Article, pair: &FaqPair) -> FaqEntry {
    let line_of = |at: usize| article.source.line(at);
    FaqEntry {
        question: pair.question.text().trim().to_owned(),
        line: line_of(pair.question.whole().start()),
        answer_line: pair.answer_span().map(|span| line_of(span.start())),
    }
}

fn section(article: &Article, of: &Section) -> SectionEntry {
    let (line, end_line) = article.source.line_range(of.span);
    SectionEntry {
        id: of.id.clone(),
        level: of.level,
        title: of.title().to_owned(),
        role: of.role.map(crate::article::Role::name),
        line,
        end_line,
        words: of.word_count(),
        sections: of
            .children
            .iter()
            .map(|one| section(article, one))
            .collect(),
    }
}

fn promotion(article: &Article, of: &Promotion) -> PromotionEntry {
    PromotionEntry {
        line: article.source.line(of.span.start()),
        kind: of.kind.name(),
        text: article.source.slice(of.span).trim().to_owned(),
    }
}
