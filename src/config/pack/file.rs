//! How a topic pack is written, and what must hold before it is used.

use super::{Concept, Required, Topic, TopicPack};
use crate::lexicon::{PatternError, Patterns, Urgency};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

const SCHEMA: &str = "facetdoc.topic-pack/1";

/// Why a pack can't be used.
#[derive(Debug)]
pub enum PackError {
    /// It is not TOML of a pack's shape.
    Toml(toml::de::Error),
    /// It is written for another version of facetdoc.
    Schema(String),
    /// A concept or topic names a source, concept or category that the pack does not have.
    Unknown {
        /// The concept or topic.
        within: String,
        /// The name.
        name: String,
    },
    /// Two concepts or topics have one id.
    Repeated(String),
    /// A pattern is not one.
    Pattern {
        /// The concept or topic.
        within: String,
        /// The pattern.
        pattern: String,
        /// What is wrong with it.
        source: PatternError,
    },
}

impl fmt::Display for PackError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Toml(source) => write!(out, "not a topic pack: {source}"),
            Self::Schema(found) => write!(
                out,
                "the pack's schema is {found:?}; this version reads {SCHEMA:?}"
            ),
            Self::Unknown { within, name } => {
                write!(out, "{within} names {name:?}, which the pack does not have")
            }
            Self::Repeated(id) => write!(out, "{id:?} stands twice"),
            Self::Pattern {
                within,
                pattern,
                source,
            } => write!(out, "{within}: pattern {pattern:?}: {source}"),
        }
    }
}

impl std::error::Error for PackError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Toml(source) => Some(source),
            Self::Pattern { source, .. } => Some(source),
            Self::Schema(_) | Self::Unknown { .. } | Self::Repeated(_) => None,
        }
    }
}

#[derive(Deserialize)]
struct File {
    pack: Head,
    applies: Applies,
    #[serde(default)]
    coverage: Coverage,
    #[serde(default, rename = "source")]
    sources: Vec<Source>,
    #[serde(default, rename = "concept")]
    concepts: Vec<ConceptRow>,
    #[serde(default, rename = "topic")]
    topics: Vec<TopicRow>,
}

#[derive(Deserialize)]
struct Head {
    schema: String,
    id: String,
    version: String,
    #[serde(default)]
    title: String,
    language: String,
    #[serde(default)]
    clinical_sign_off: String,
}

#[derive(Deserialize, Default)]
struct Applies {
    #[serde(default)]
    title_any: Vec<String>,
    #[serde(default)]
    title_none: Vec<String>,
}

#[derive(Deserialize, Default)]
struct Coverage {
    #[serde(default)]
    min_categories: Vec<String>,
}

#[derive(Deserialize)]
struct Source {
    id: String,
    title: String,
}

#[derive(Deserialize)]
struct ConceptRow {
    id: String,
    label: String,
    category: String,
    required: Required,
    urgency: Urgency,
    patterns: Vec<String>,
    #[serde(default)]
    not_patterns: Vec<String>,
    plain: String,
    #[serde(default)]
    suppresses: Vec<String>,
    #[serde(default)]
    satisfies: Vec<String>,
    #[serde(default)]
    when_audience: Vec<String>,
    sources: Vec<String>,
    #[serde(default, rename = "test")]
    tests: Vec<Test>,
}

#[derive(Deserialize)]
struct TopicRow {
    id: String,
    required: Required,
    any: Vec<String>,
    #[serde(default)]
    not_any: Vec<String>,
    #[serde(default, rename = "test")]
    tests: Vec<Test>,
}

#[derive(Deserialize)]
struct Test {
    text: String,
    expect: bool,
}

impl TopicPack {
    /// Reads and checks a pack written in TOML.
    pub fn parse(text: &str) -> Result<Self, PackError> {
        let file: File = toml::from_str(text).map_err(PackError::Toml)?;
        if file.pack.schema != SCHEMA {
            return Err(PackError::Schema(file.pack.schema));
        }
        let sources: BTreeMap<String, String> = file
            .sources
            .into_iter()
            .map(|source| (source.id, source.title))
            .collect();
        check_names(&file.concepts, &file.topics, &file.coverage)?;
        let concepts = file.concepts.into_iter().map(|row| row.compile(&sources));
        let topics = file.topics.into_iter().map(TopicRow::compile);
        let sign_off = file.pack.clinical_sign_off.trim();
        Ok(Self {
            is_signed: !sign_off.is_empty() && !sign_off.to_uppercase().starts_with("NONE"),
            title_any: compile("title_any", &file.applies.title_any)?,
            title_none: compile("title_none", &file.applies.title_none)?,
            min_categories: file.coverage.min_categories,
            concepts: concepts.collect::<Result<_, _>>()?,
            topics: topics.collect::<Result<_, _>>()?,
            id: file.pack.id,
            version: file.pack.version,
            title: file.pack.title,
            language: file.pack.language,
        })
    }
}

fn check_names(
    concepts: &[ConceptRow],
    topics: &[TopicRow],
    coverage: &Coverage,
) -> Result<(), PackError> {
    let mut ids = BTreeSet::new();
    let all = concepts
        .iter()
        .map(|row| &row.id)
        .chain(topics.iter().map(|row| &row.id));
    for id in all {
        if !ids.insert(id.as_str()) {
            return Err(PackError::Repeated(id.clone()));
        }
    }
    for row in concepts {
        if let Some(name) = row
            .suppresses
            .iter()
            .chain(&row.satisfies)
            .find(|name| !ids.contains(name.as_str()))
        {
            return Err(PackError::Unknown {
                within: row.id.clone(),
                name: name.clone(),
            });
        }
    }
    let has = |category: &String| concepts.iter().any(|row| row.category == *category);
    match coverage
        .min_categories
        .iter()
        .find(|category| !has(category))
    {
        Some(name) => Err(PackError::Unknown {
            within: "min_categories".to_owned(),
            name: name.clone(),
        }),
        None => Ok(()),
    }
}

fn compile(within: &str, patterns: &[String]) -> Result<Patterns, PackError> {
    Patterns::new(patterns.iter().map(String::as_str)).map_err(|(pattern, source)| {
        PackError::Pattern {
            within: within.to_owned(),
            pattern,
            source,
        }
    })
}

fn examples(tests: Vec<Test>) -> Vec<(String, bool)> {
    tests
        .into_iter()
        .map(|test| (test.text, test.expect))
        .collect()
}

impl ConceptRow {
    fn compile(self, sources: &BTreeMap<String, String>) -> Result<Concept, PackError> {
        let title = |id: &String| match sources.get(id) {
            Some(title) => Ok(title.clone()),
            None => Err(PackError::Unknown {
                within: self.id.clone(),
                name: id.clone(),
            }),
        };
        Ok(Concept {
            sources: self.sources.iter().map(title).collect::<Result<_, _>>()?,
            audience: compile(&self.id, &self.when_audience)?,
            patterns: compile(&self.id, &self.patterns)?,
            not_patterns: compile(&self.id, &self.not_patterns)?,
            tests: examples(self.tests),
            id: self.id,
            label: self.label,
            category: self.category,
            required: self.required,
            urgency: self.urgency,
            plain: self.plain,
            suppresses: self.suppresses,
            satisfies: self.satisfies,
        })
    }
}

impl TopicRow {
    fn compile(self) -> Result<Topic, PackError> {
        Ok(Topic {
            any: compile(&self.id, &self.any)?,
            not_any: compile(&self.id, &self.not_any)?,
            tests: examples(self.tests),
            id: self.id,
            required: self.required,
        })
    }
}
