//! One article in the report: its numbers, its chart, its text and its findings.

use super::super::order::group;
use super::super::xml::escaped;
use super::article::article as article_html;
use super::cards::cards;
use super::chart::Grades;
use super::places::Places;
use crate::article::Article;
use crate::config::Settings;
use crate::diagnostic::{Diagnostic, Severity};
use crate::facts::Facts;
use crate::source::sha256;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt::Write;

/// An article with its findings, ready to be put into a page.
#[derive(Debug)]
pub struct Page {
    id: String,
    file: String,
    title: String,
    /// Errors, warnings, matters of style.
    counts: [usize; 3],
    grade: Option<f64>,
    families: BTreeSet<&'static str>,
    body: String,
}

impl Page {
    /// `article` with what was found in it; matters of style only with `all`.
    pub fn of(article: &Article, settings: &Settings, findings: &[Diagnostic], all: bool) -> Self {
        let mut shown: Vec<&Diagnostic> = findings
            .iter()
            .filter(|finding| all || finding.severity > Severity::Info)
            .collect();
        shown.sort_by_key(|finding| (group(finding), Reverse(finding.severity), finding.span));
        let file = article.source.name();
        let digest = sha256(file);
        let mut page = Self {
            id: format!("a{}", digest.get(..12).unwrap_or_default()),
            file: file.to_owned(),
            title: article.title().unwrap_or(file).to_owned(),
            counts: [Severity::Error, Severity::Warning, Severity::Info].map(|severity| {
                let of_this = shown.iter().filter(|finding| finding.severity == severity);
                of_this.count()
            }),
            grade: None,
            families: shown.iter().map(|finding| finding.rule.family).collect(),
            body: String::new(),
        };
        if !shown.is_empty() {
            page.fill(article, settings, &shown);
        }
        page
    }

    fn fill(&mut self, article: &Article, settings: &Settings, findings: &[&Diagnostic]) {
        let facts = Facts::find(article, settings);
        let grades = Grades::of(&facts, settings);
        self.grade = grades.whole;
        let id = &self.id;
        let mut places = Places::of(id, findings, article.title_span());
        let text = article_html(article, &mut places);
        let list = cards(&article.source, findings, group, &places);
        self.body = format!(
            "<section class=\"one\" id=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{}</h2>\n\
             <p class=\"file\"><code>{}</code> <a href=\"#articles\">Back to the list</a></p>\n{}\
             <div class=\"columns\">\n<div class=\"text\" lang=\"{}\" dir=\"auto\">\n{text}</div>\n\
             <div class=\"findings\">\n<h3>Findings</h3>\n{list}</div>\n</div>\n</section>",
            escaped(&self.title),
            escaped(&self.file),
            grades.html(),
            escaped(language(article)),
        );
    }

    /// The article's displayed path.
    pub(super) fn file(&self) -> &str {
        &self.file
    }

    /// Whether it has no finding to show.
    pub(super) fn is_empty(&self) -> bool {
        self.counts == [0; 3]
    }

    /// Whether a finding is of that family.
    pub(super) fn has_family(&self, family: &str) -> bool {
        self.families.contains(family)
    }

    /// Its part of the report.
    pub(super) fn body(&self) -> &str {
        &self.body
    }

    /// Its row in the list of articles.
    pub(super) fn row(&self, all: bool) -> String {
        let mut row = format!(
            "<tr data-article=\"{0}\"><th scope=\"row\"><a href=\"#{0}\">{1}</a><br><code>{2}</code></th>",
            self.id,
            escaped(&self.title),
            escaped(&self.file)
        );
        let shown = if all { 3 } else { 2 };
        for count in self.counts.iter().take(shown) {
            // Writing to a string cannot fail.
            let _ = write!(row, "<td>{count}</td>");
        }
        let grade = self
            .grade
            .map_or_else(|| "–".to_owned(), |grade| format!("{grade:.1}"));
        let _ = write!(row, "<td>{grade}</td></tr>");
        row
    }
}

/// The article's language where it is a plain tag, else the one that its words are of.
fn language(article: &Article) -> &str {
    let declared = article.meta.lang.as_ref().map(|lang| lang.value.as_str());
    let is_tag = |tag: &&str| {
        let is_word = |part: &str| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        };
        tag.split('-').all(is_word)
    };
    declared
        .filter(is_tag)
        .unwrap_or_else(|| article.base_lang())
}
