//! One row of a word list: what it finds, what to write instead, and why.

use crate::lexicon::inflect::{self, Form};
use crate::lexicon::{Pattern, PatternError, Tokens, pattern};
use std::borrow::Cow;
use std::ops::Range;

type Text = Cow<'static, str>;

/// How a row's forms are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// As written; patterns are allowed.
    Fixed,
    /// A noun with its plural.
    Noun,
    /// A verb with its tenses.
    Verb,
    /// As written, capitals and dots included.
    Exact,
    /// One word in several spellings, `stem*` allowed.
    Variants,
}

/// A row.
#[derive(Debug, Clone)]
pub struct Row {
    /// What it is called in findings and in `remove`.
    pub term: Text,
    /// How its forms are made.
    pub kind: Kind,
    /// What is matched, parted by " / "; the term where the data give nothing else.
    pub forms: Vec<Text>,
    /// What to write instead, in words; empty where the words should just go.
    pub plain: Text,
    /// How much it asks of a reader; each list's file says what its levels mean.
    pub level: u8,
    /// Whether the plain form can take the term's place as it is.
    pub swap: bool,
    /// Why.
    pub note: Text,
    /// A sentence in which the row must be found.
    pub example: Text,
    /// A sentence in which a guard silences the row; empty where there is none.
    pub passes: Text,
    /// Where the row comes from.
    pub source: Text,
    pub(super) patterns: Vec<Pattern>,
    guards: Vec<Guard>,
}

/// What silences a row.
#[derive(Debug, Clone)]
enum Guard {
    /// A phrase that shares a word with the match.
    Over(Pattern),
    /// A phrase anywhere in the sentence; written with `~`.
    Anywhere(Pattern),
}

/// Why a row can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowError {
    /// It has not the columns of a row.
    Columns,
    /// An unknown kind, level or yes-or-no.
    Value(String),
    /// A pattern is wrong.
    Pattern(String, PatternError),
}

impl Row {
    /// Reads one line of a data file.
    pub(super) fn parse(line: &'static str) -> Result<Self, RowError> {
        let cells: Vec<&'static str> = line.split('\t').collect();
        let &[
            term,
            kind,
            forms,
            plain,
            level,
            swap,
            guards,
            note,
            example,
            passes,
            source,
        ] = cells.as_slice()
        else {
            return Err(RowError::Columns);
        };
        let mut row = Self {
            term: term.into(),
            kind: kind_of(kind)?,
            forms: parts(if forms.is_empty() { term } else { forms })
                .map(Cow::from)
                .collect(),
            plain: plain.into(),
            level: level
                .parse()
                .map_err(|_| RowError::Value(level.to_owned()))?,
            swap: yes(swap)?,
            note: note.into(),
            example: example.into(),
            passes: passes.into(),
            source: source.into(),
            patterns: Vec::new(),
            guards: parts(guards).map(guard).collect::<Result<_, _>>()?,
        };
        row.compile()?;
        Ok(row)
    }

    /// A row of a team: `term`, a phrase pattern that is taken apart as the text is, with what to write instead.
    pub fn of_team(term: &str, plain: &str, level: u8, note: &str) -> Result<Self, RowError> {
        let own = |text: &str| -> Text { Cow::Owned(text.trim().to_owned()) };
        let mut row = Self {
            term: own(term),
            kind: Kind::Fixed,
            forms: vec![Cow::Owned(pattern::taken_apart(term))],
            plain: own(plain),
            level,
            swap: false,
            note: own(note),
            example: Text::default(),
            passes: Text::default(),
            source: "your facetdoc.toml".into(),
            patterns: Vec::new(),
            guards: Vec::new(),
        };
        row.compile()?;
        Ok(row)
    }

    fn compile(&mut self) -> Result<(), RowError> {
        let mut patterns = Vec::new();
        for form in &self.forms {
            let texts = match self.kind {
                Kind::Noun => vec![with_forms(form, &inflect::NOUN, true)],
                Kind::Verb => vec![with_forms(form, &inflect::VERB, false)],
                Kind::Fixed => vec![form.to_string()],
                Kind::Exact | Kind::Variants => vec![spaced(form)],
            };
            for text in texts {
                let pattern =
                    Pattern::new(&text).map_err(|error| RowError::Pattern(text, error))?;
                patterns.push(pattern);
            }
        }
        self.patterns = patterns;
        Ok(())
    }

    /// Whether a guard silences a match at `words`.
    pub(super) fn is_guarded(&self, tokens: &Tokens, words: &Range<usize>) -> bool {
        self.guards.iter().any(|guard| match guard {
            Guard::Anywhere(pattern) => pattern.is_match(tokens),
            Guard::Over(pattern) => {
                (words.start.saturating_sub(Self::REACH)..words.end).any(|start| {
                    let end = pattern.match_at(tokens, start);
                    end.is_some_and(|end| end > words.start)
                })
            }
        })
    }

    /// How many words a guard may start before the match.
    const REACH: usize = 8;

    /// Which spelling of an exact row or of variants `text`, as a reader sees it, is; `None` where it is none of them.
    pub fn spelling(&self, text: &str) -> Option<usize> {
        let same = |form: &Text| match self.kind {
            Kind::Exact => form.trim_end_matches('.') == text.trim_end_matches('.'),

            Kind::Variants => {
                let text = text.to_lowercase();
                match form.strip_suffix('*') {
                    Some(stem) => text.starts_with(stem),
                    None => text == **form,
                }
            }
            Kind::Fixed | Kind::Noun | Kind::Verb => true,
        };
        self.forms.iter().position(same)
    }

    /// The plain words in the form in which the term stands at `words`; `None` where they cannot take its place.
    pub fn replacement(&self, tokens: &Tokens, words: &Range<usize>) -> Option<String> {
        if !self.swap {
            return None;
        }
        match self.kind {
            Kind::Noun => {
                let last = tokens.word(words.end.checked_sub(1)?);
                let is_plural = self.forms.iter().any(|form| {
                    let plural = inflect::plural(&spaced(form));
                    plural.rsplit(' ').next() == Some(last) && plural != spaced(form)
                });
                Some(if is_plural {
                    inflect::plural(&self.plain)
                } else {
                    self.plain.to_string()
                })
            }
            Kind::Verb => {
                let form = self.verb_form(tokens, words)?;
                // "recurring pain" is no "coming back pain".
                let is_adjective = form == Form::Ing && self.plain.contains(' ');
                (!is_adjective).then(|| inflect::verb(&self.plain, form))
            }
            // "People suffering from" are "people with"; "they were suffering from" has a verb that needs its place.
            Kind::Fixed if self.plain == "with" && self.term.ends_with("ing from") => {
                let before = words.start.checked_sub(1)?;
                names_people(tokens.word(before)).then(|| self.plain.to_string())
            }
            Kind::Fixed | Kind::Exact | Kind::Variants => Some(self.plain.to_string()),
        }
    }

    fn verb_form(&self, tokens: &Tokens, words: &Range<usize>) -> Option<Form> {
        let word = tokens.word(words.start);
        let base = self.forms.first()?;
        let form = inflect::VERB.into_iter().find(|form| {
            let inflected = inflect::verb(base, *form);
            inflected.split(' ').next() == Some(word)
        })?;
        let before = words
            .start
            .checked_sub(1)
            .map_or("", |index| tokens.word(index));
        let before = if ["not", "also", "been", "being", "often"].contains(&before) {
            words
                .start
                .checked_sub(2)
                .map_or("", |index| tokens.word(index))
        } else {
            before
        };
        let auxiliary = [
            "am", "are", "be", "been", "being", "get", "gets", "had", "has", "have", "is", "was",
            "were",
        ];
        Some(match form {
            Form::Past if auxiliary.contains(&before) => Form::Participle,
            Form::Base | Form::Third | Form::Past | Form::Participle | Form::Ing | Form::Plural => {
                form
            }
        })
    }
}

/// Whether a word surely names people: what follows it may tell of them.
fn names_people(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "adult", "adults", "anybody", "anyone", "children", "child", "man", "men", "patient",
        "people", "person", "somebody", "someone", "those", "woman", "women",
    ];
    const ENDINGS: &[&str] = &["ants", "ents", "ers", "ists", "ors"];
    WORDS.contains(&word) || ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// The pattern of a phrase with the forms of its last word (nouns) or its first (verbs).
fn with_forms(phrase: &str, forms: &[Form], is_noun: bool) -> String {
    let phrase = spaced(phrase);
    let mut alternatives: Vec<String> = forms
        .iter()
        .map(|form| match (is_noun, form) {
            (true, Form::Plural) => inflect::plural(&phrase),
            (true, _) => phrase.clone(),
            (false, form) => inflect::verb(&phrase, *form),
        })
        .collect();
    alternatives.dedup();
    let split: Vec<Vec<&str>> = alternatives
        .iter()
        .map(|text| text.split(' ').collect())
        .collect();
    let length = split.first().map_or(0, Vec::len);
    let columns = (0..length).map(|index| {
        let mut words: Vec<&str> = split
            .iter()
            .filter_map(|words| words.get(index).copied())
            .collect();
        words.dedup();
        words.join("|")
    });
    columns.collect::<Vec<_>>().join(" ")
}

/// A phrase as the words that a pattern sees: "D/C" is "d c"; a last `*` is kept.
fn spaced(phrase: &str) -> String {
    let tokens = Tokens::of(phrase);
    let words: Vec<&str> = tokens.words().collect();
    let star = if phrase.ends_with('*') { "*" } else { "" };
    words.join(" ") + star
}

fn parts(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.split(" / ")
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

fn guard(text: &str) -> Result<Guard, RowError> {
    let (text, make): (&str, fn(Pattern) -> Guard) = match text.strip_prefix('~') {
        Some(rest) => (rest, Guard::Anywhere),
        None => (text, Guard::Over),
    };
    Pattern::new(text)
        .map(make)
        .map_err(|error| RowError::Pattern(text.to_owned(), error))
}

fn kind_of(text: &str) -> Result<Kind, RowError> {
    match text {
        "fixed" => Ok(Kind::Fixed),
        "noun" => Ok(Kind::Noun),
        "verb" => Ok(Kind::Verb),
        "exact" => Ok(Kind::Exact),
        "variants" => Ok(Kind::Variants),
        _ => Err(RowError::Value(text.to_owned())),
    }
}

fn yes(text: &str) -> Result<bool, RowError> {
    match text {
        "y" => Ok(true),
        "n" => Ok(false),
        _ => Err(RowError::Value(text.to_owned())),
    }
}
