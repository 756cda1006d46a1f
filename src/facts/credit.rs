//! Who wrote and who reviewed an article, and when it was or is to be reviewed: what the text itself says of it.

use super::Facts;
use super::date::date_in;
use crate::article::{Date, Role, Text};
use crate::lexicon::Tokens;
use crate::lexicon::constant::regex;
use crate::lexicon::phrasebook::Hit;
use crate::lexicon::phrases::Table;
use crate::source::bytes::has_byte;
use crate::source::{PartOf, Span};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A person or body that the text credits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// The whole credit: label and name.
    pub span: Span,
    /// Whether a degree, a title, a profession or a body stands with the name.
    pub is_qualified: bool,
}

/// A date with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// The date.
    pub date: Date,
    /// Where it is said, label and date.
    pub span: Span,
}

/// What the text says of its making; the front matter is not looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Credits {
    /// The first author that the text names.
    pub author: Option<Credit>,
    /// The first reviewer that the text names.
    pub reviewer: Option<Credit>,
    /// The day of the last review.
    pub reviewed: Option<Dated>,
    /// The day of the next one.
    pub next_review: Option<Dated>,
}

impl Facts<'_> {
    /// Who wrote and reviewed the article, and when, as its text says.
    pub fn credits(&self) -> &Credits {
        self.credits.get_or_init(|| Credits {
            author: credit(self, Table::AuthorLabel),
            reviewer: credit(self, Table::ReviewerLabel),
            reviewed: said(&self.texts, self.lang, reviewed),
            next_review: said(&self.texts, self.lang, next_review),
        })
    }

    /// Whether a degree, a title, a profession or a body stands in a name of the front matter.
    pub fn is_qualified(&self, name: &str) -> bool {
        let tokens = [Tokens::of(name)];
        let hits = self.book().find(&tokens);
        let place = |hit: &Hit| tokens.first().map(|tokens| tokens.place(hit.words.clone()));
        let word = |hit: &Hit| place(hit).and_then(|place| name.get(place)).unwrap_or("");
        let mut credentials = hits.of(Table::Credential.index()).iter();
        !hits.of(Table::Publisher.index()).is_empty()
            || credentials.any(|hit| is_credential(word(hit)))
    }

    /// When the article was last reviewed: as the front matter says, else the text.
    pub fn reviewed(&self) -> Option<Dated> {
        let meta = self.article.meta.reviewed.as_ref();
        let stated = meta.map(|date| Dated {
            date: date.value,
            span: date.span,
        });
        stated.or(self.credits().reviewed)
    }

    /// When the article is to be reviewed next: as the front matter says, else the text.
    pub fn next_review(&self) -> Option<Dated> {
        let meta = self.article.meta.next_review.as_ref();
        let stated = meta.map(|date| Dated {
            date: date.value,
            span: date.span,
        });
        stated.or(self.credits().next_review)
    }
}

/// Whether the words can be a degree: "DO" and "PT" are, "do" is a word.
fn is_credential(words: &str) -> bool {
    words.len() > 3 || words.contains(char::is_uppercase)
}

/// A credit with more words is a sentence about something else.
const CREDIT_WORDS: usize = 45;
/// How many sentences from the start a byline ("By Ann Lee") may stand.
const BYLINE: usize = 8;

/// The first name that follows a label of `table`.
fn credit(facts: &Facts<'_>, table: Table) -> Option<Credit> {
    facts.hits(table).iter().find_map(|hit| {
        let index = hit.sentence;
        let (sentence, tokens) = (facts.sentences.get(index)?, facts.tokens.get(index)?);
        let is_bare = matches!(
            facts
                .text_of(index, hit.words.clone())
                .to_lowercase()
                .as_str(),
            "by" | "por"
        );
        let in_credits = facts.is_in_roles(index, &[Role::Authorship]);
        // Who wrote a leaflet is often told at the end of its disclaimer.
        let elsewhere = facts.is_in_roles(index, &[Role::References, Role::Faq])
            || !in_credits && facts.is_in_roles(index, &[Role::Disclaimer]);
        if (is_bare && index >= BYLINE && !in_credits) || elsewhere || tokens.len() > CREDIT_WORDS {
            return None;
        }
        let place = tokens.place(hit.words.clone());
        let rest = sentence.text().get(place.end..)?;
        let start = sentence.range.start;
        let span = sentence
            .within
            .prose
            .span(start + place.start..sentence.range.end);
        // "About the author" over "Ann Lee is a nurse": the name comes in the next sentence.
        let (rest, named) = if rest.trim().is_empty() {
            (facts.sentences.get(index + 1)?.text(), index + 1)
        } else {
            (rest, index)
        };
        let is_qualified = !facts.hits_in(Table::Publisher, named).is_empty()
            || facts
                .hits_in(Table::Credential, named)
                .iter()
                .any(|hit| is_credential(facts.text_of(named, hit.words.clone())));
        names_somebody(rest, is_qualified && in_credits).then_some(Credit { span, is_qualified })
    })
}

/// Whether the words after a label start with a name: capitals, after "the" and the like.
fn names_somebody(rest: &str, is_body: bool) -> bool {
    let rest = rest.trim_start_matches(|char: char| !char.is_alphanumeric());
    let mut words = rest.split_whitespace().take(5);
    let starts = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let small = [
        "the", "a", "an", "our", "el", "la", "los", "las", "dr", "dra",
    ];
    let Some(first) = words.next() else {
        return false;
    };
    if starts(first) {
        return true;
    }
    small.contains(&first.to_lowercase().as_str()) && (is_body || words.any(starts))
}

/// Where a text in a language says what is looked for, with its date.
type Says = fn(&str, &str) -> Option<(Range<usize>, Date)>;

/// The date that `says` finds in some text, or in a short text with the one right after it (a table's next cell).
fn said(texts: &[Text<'_>], lang: &str, says: Says) -> Option<Dated> {
    let alone = texts.iter().find_map(|text| {
        let (range, date) = says(text.prose.text(), lang)?;
        let span = text.prose.span(range);
        Some(Dated { date, span })
    });
    alone.or_else(|| {
        texts.windows(2).find_map(|pair| {
            let [label, value] = pair else { return None };
            let short = label.prose.text().len() < 60 && value.prose.text().len() < 60;
            let names_review = || {
                REVIEW_PARTS
                    .iter()
                    .any(|part| label.prose.text().contains(part))
            };
            let has_digit = value.prose.text().bytes().any(|byte| byte.is_ascii_digit());
            if !short || !has_digit || !names_review() {
                return None;
            }
            let joined = format!(
                "{} {}",
                label.prose.text().trim(),
                value.prose.text().trim()
            );
            let (_, date) = says(&joined, lang)?;
            let span = value.prose.whole();
            Some(Dated { date, span })
        })
    })
}

/// Words that name a review by themselves; what comes before the date is looked at in `reaches`.
static REVIEW: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:(?:last|medically|clinically|page|content|date|expert|peer|professionally|doctor)[ -](?:last )?(?:medically |clinically )?review(?:ed)?|review date|(?:date of|latest|most recent) (?:last |latest |most recent )?(?:medical )?review|reviewed|(?:última|fecha de(?: la)?(?: última)?) revisión|revisión médica|revisad[oa])\b",
    )
});

/// Words that name the next review.
static NEXT: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:next (?:medical |clinical )?review(?: date| due)?|review (?:is )?due(?: date| by| on| in)?|due for review|to be reviewed|próxima revisión)\b",
    )
});

/// Another date's name between the review's and the date: the date is not the review's.
static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:published|updated|created|written|printed|copyright|next|due|publicad[oa]|actualizad[oa]|próxima|siguiente)\b",
    )
});

/// How many characters may stand between the words and the date; names and degrees of reviewers do.
const REACH: usize = 120;

/// Whether a text has a digit and one of these parts of words: without them no pattern needs to be compiled, let alone run.
pub fn may_date(text: &str, parts: &[&str]) -> bool {
    has_byte(text, |byte| byte.is_ascii_digit()) && parts.iter().any(|part| text.contains(part))
}

const REVIEW_PARTS: &[&str] = &["eview", "EVIEW", "evis", "EVIS"];

/// Where a text names a review and its date.
fn reviewed(text: &str, lang: &str) -> Option<(Range<usize>, Date)> {
    if !may_date(text, REVIEW_PARTS) {
        return None;
    }
    REVIEW.find_iter(text).find_map(|label| {
        let near = text.floor_char_boundary(label.start().saturating_sub(20));
        let before = text.part(near..label.start()).trim_end().to_lowercase();
        let is_other = ["next", "due", "be", "been", "not", "próxima", "siguiente"]
            .iter()
            .any(|word| before.ends_with(word));
        if is_other && !before.ends_with("has been") {
            return None;
        }
        let (between, range, date) = dated(text, label.range(), lang)?;
        let is_its = !OTHER.is_match(between) && (is_name(label.as_str()) || reaches(between));
        is_its.then_some((range, date))
    })
}

/// Where a text names the next review and its date.
fn next_review(text: &str, lang: &str) -> Option<(Range<usize>, Date)> {
    if !may_date(text, REVIEW_PARTS) {
        return None;
    }
    NEXT.find_iter(text).find_map(|label| {
        let (_, range, date) = dated(text, label.range(), lang)?;
        Some((range, date))
    })
}

/// The date that follows a label: what stands between, label and date together, the date.
fn dated<'t>(
    text: &'t str,
    label: Range<usize>,
    lang: &str,
) -> Option<(&'t str, Range<usize>, Date)> {
    let far = text.floor_char_boundary(label.end + REACH + 10);
    let found = date_in(text, label.end..far, lang)?;
    let between = text.get(label.end..found.range.start)?;
    Some((between, label.start..found.range.end, found.date))
}

/// Whether the words can only be a label: "last reviewed", and not the bare "reviewed".
fn is_name(label: &str) -> bool {
    label.contains([' ', '-'])
}

/// Whether a bare "reviewed" leads to the date: "reviewed: ", "reviewed on ", "reviewed by ... on ".
fn reaches(between: &str) -> bool {
    let rest = between.trim_start();
    let leads = [
        ":", "on ", "in ", "by ", "por ", "el ", "en ", "(", "–", "-", "|",
    ];
    rest.is_empty() || leads.iter().any(|lead| rest.starts_with(lead))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    #[test]
    fn a_review_with_its_date_is_known_in_many_wordings() {
        for (text, date) in [
            ("Last reviewed: 3 March 2026", "2026-03-03"),
            ("Page last reviewed: 03/03/2026", "2026"),
            ("Medically reviewed on March 3, 2026", "2026-03-03"),
            ("Reviewed: 2026-03-03", "2026-03-03"),
            (
                "Medically reviewed by Ann Lee, M.D., on March 3, 2026",
                "2026-03-03",
            ),
            ("Reviewed by Ann Lee, MD (March 2026)", "2026-03"),
            ("Review date: March 2026", "2026-03"),
            ("This leaflet was last reviewed in Aug. 2025.", "2025-08"),
            ("Reviewed March 2026", "2026-03"),
            ("Date of last review: 2026", "2026"),
            ("Última revisión: marzo de 2026", "2026-03"),
            (
                "Revisado por la Dra. Ruiz el 3 de marzo de 2026",
                "2026-03-03",
            ),
            ("Fecha de la última revisión: 3/3/2026", "2026"),
            ("Reviewed 3 March 2026", "2026-03-03"),
            ("Revisado el 7 de noviembre de 2025", "2025-11-07"),
            ("Reviewed by May Lee, 2025", "2025"),
        ] {
            let found = reviewed(text, "es").map(|(_, date)| date.to_iso());
            assert_eq!(found.as_deref(), Some(date), "{text}");
        }
        for text in [
            "Next review: March 2029",
            "To be reviewed in 2027",
            "Last updated: March 2026",
            "We reviewed 12 studies in 2019.",
            "Reviewed by Ann Lee. Published 3 March 2020",
            "Last reviewed:",
            "Próxima revisión: 2029",
            "Have your medicines reviewed.",
            "Published 2024",
        ] {
            assert!(reviewed(text, "en").is_none(), "{text}");
        }
        let next = next_review("Next review: March 2029", "en").map(|(_, date)| date.to_iso());
        assert_eq!(next.as_deref(), Some("2029-03"));
    }

    #[test]
    fn authors_and_reviewers_are_found_by_their_labels() {
        let cases = [
            ("Written by Ann Lee, MSc.", true, false),
            ("By Ann Lee", true, false),
            (
                "Medically reviewed by Dr Ann Lee, 3 March 2026",
                false,
                true,
            ),
            (
                "Written by Jo Bell. Reviewed by the Royal College of Nurses.",
                true,
                true,
            ),
            ("Reviewed by our team of volunteers.", false, false),
            ("By the end of the week it is better.", false, false),
            ("The scan was reviewed by a doctor.", false, false),
            ("Author: Jo Bell", true, false),
        ];
        for (text, author, reviewer) in cases {
            let source = Source::new("a.md", format!("# T\n\n{text}\n"), Format::Markdown);
            let article = parse::article(source);
            let facts = Facts::find(&article, &Settings::of(&article));
            let credits = facts.credits();
            assert_eq!(credits.author.is_some(), author, "{text}");
            assert_eq!(credits.reviewer.is_some(), reviewer, "{text}");
        }
    }
}
