//! What a finding is, whatever line it stands on: its rule, the headings above it and the words of its sentence.

use crate::article::{Article, Section};
use crate::diagnostic::Diagnostic;
use crate::rules;
use crate::source::{Span, sha256};
use std::collections::BTreeMap;

/// What tells a finding of an article from every other one, before and after the article is edited.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity {
    /// The rule's name.
    pub rule: String,
    /// The headings from the outermost to the one that the finding stands under.
    pub section: Vec<String>,
    /// The words of the sentences that it is about, with single spaces.
    pub text: String,
    /// The words of the other places that it compares with; "" for rules that compare nothing.
    pub with: String,
    /// What is missed, of a finding that sits on the title because there is no better place.
    pub about: String,
    /// Which it is of those that are alike in all of this, from 1.
    pub nth: usize,
}

impl Identity {
    /// 16 hexadecimal digits that stand for all of it but [`Identity::nth`].
    pub fn fingerprint(&self) -> String {
        let section = self.section.join("\u{1f}");
        let parts = [
            self.rule.as_str(),
            &section,
            &self.text,
            &self.with,
            &self.about,
        ];
        let mut digits = sha256(parts.join("\u{1e}"));
        digits.truncate(16);
        digits
    }
}

/// The identities of `findings`, which come by position and are all that were found in `article` of their rules.
pub fn identities(article: &Article, findings: &[Diagnostic]) -> Vec<Identity> {
    if findings.is_empty() {
        return Vec::new();
    }
    let words = Words::of(article);
    let mut seen: BTreeMap<Identity, usize> = BTreeMap::new();
    let identities = findings.iter().map(|finding| {
        let mut identity = words.identity(finding);
        let nth = seen.entry(identity.clone()).or_default();
        *nth += 1;
        identity.nth = *nth;
        identity
    });
    identities.collect()
}

/// The sentences of an article by their place.
struct Words<'a> {
    article: &'a Article,
    /// By their start.
    sentences: Vec<(Span, &'a str)>,
}

impl<'a> Words<'a> {
    fn of(article: &'a Article) -> Self {
        let texts = article.texts();
        let places = article.reading.places().iter();
        let sentences = places.filter_map(|(text, range)| {
            let prose = texts.get(*text)?.prose;
            Some((prose.span(range.clone()), prose.text().get(range.clone())?))
        });
        let mut sentences: Vec<(Span, &str)> = sentences.collect();
        sentences.sort_unstable();
        Self { article, sentences }
    }

    /// The identity but for its number.
    fn identity(&self, finding: &Diagnostic) -> Identity {
        let with = if rules::compares_places(finding.rule) {
            let mut places: Vec<String> = finding
                .labels
                .iter()
                .map(|label| self.text(label.span))
                .collect();
            places.sort_unstable();
            places.dedup();
            places.join(" | ")
        } else {
            String::new()
        };
        let is_absence = finding.span == self.article.title_span();
        Identity {
            rule: finding.rule.name.to_owned(),
            section: self.section(finding.span),
            text: self.text(finding.span),
            with,
            about: if is_absence {
                subject(&finding.message)
            } else {
                String::new()
            },
            nth: 0,
        }
    }

    /// The words of every sentence that `span` touches; of the source itself where no sentence is.
    fn text(&self, span: Span) -> String {
        let touches =
            |place: &Span| place.overlaps(span) || (span.is_empty() && place.contains(span));
        // Sentences never hold each other, so that those before the first that reaches the span can be left out.
        let first = self
            .sentences
            .partition_point(|(place, _)| place.end() < span.start());
        let after = self.sentences.iter().skip(first);
        let found: Vec<&str> = after
            .take_while(|(place, _)| place.start() <= span.end())
            .filter(|(place, _)| touches(place))
            .map(|(_, text)| *text)
            .collect();
        if found.is_empty() {
            return single_spaced(self.article.source.slice(span));
        }
        single_spaced(&found.join(" "))
    }

    /// The titles of the sections that hold the start of `span`, the outermost first.
    fn section(&self, span: Span) -> Vec<String> {
        let mut titles = Vec::new();
        let mut inside: &Section = &self.article.root;
        while let Some(child) = child_at(inside, span) {
            titles.push(single_spaced(child.title()));
            inside = child;
        }
        titles
    }
}

/// The child of a section that holds the start of `span`.
fn child_at(section: &Section, span: Span) -> Option<&Section> {
    let start = span.start();
    let children = &section.children;
    let after = children.partition_point(|child| child.span.start() <= start);
    // An empty span at the end of a section lies in it, not in the next one.
    let mut near = children.get(after.saturating_sub(2)..after)?.iter();
    near.find(|child| start < child.span.end() || start == child.span.end() && span.is_empty())
}

/// What the message says before it goes into detail, without numbers, which change while the fault stays.
fn subject(message: &str) -> String {
    let before = message.split(": ").next().unwrap_or(message);
    let words = before
        .split_whitespace()
        .filter(|word| !word.contains(|ch: char| ch.is_ascii_digit()));
    words.collect::<Vec<_>>().join(" ")
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;
    use crate::source::{Format, Source};

    /// The identities of a finding of `rule` at each of `places` in `text`.
    fn of(text: &str, rule: &str, places: &[&str]) -> Vec<Identity> {
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let rule = rules::find(rule).unwrap();
        let mut from = 0;
        let findings: Vec<Diagnostic> = places
            .iter()
            .map(|place| {
                let start = from + text[from..].find(place).unwrap();
                from = start + 1;
                Diagnostic {
                    rule,
                    severity: rule.severity,
                    message: "wrong".to_owned(),
                    span: Span::new(start, start + place.len()),
                    labels: Vec::new(),
                    help: None,
                    fix: None,
                }
            })
            .collect();
        identities(&article, &findings)
    }

    const RULE: &str = "sentence-too-long";

    #[test]
    fn lines_spaces_and_markup_change_nothing() {
        let before = of(
            "# T\n\n## Pain\n\nRest it. Use ice today.\n",
            RULE,
            &["ice"],
        );
        let after = of(
            "# T\n\nNew words.\n\n## Pain\n\nMore of them.\n\nRest it. Use **ice**\ntoday.\n",
            RULE,
            &["ice"],
        );
        assert_eq!(before, after);
        assert_eq!(before[0].text, "Use ice today.");
        assert_eq!(before[0].section, ["Pain"]);
    }

    #[test]
    fn another_word_in_the_sentence_or_another_heading_is_another_finding() {
        let before = of("# T\n\n## Pain\n\nUse ice today.\n", RULE, &["ice"]);
        for changed in [
            "# T\n\n## Pain\n\nUse ice tomorrow.\n",
            "# T\n\n## Swelling\n\nUse ice today.\n",
        ] {
            assert_ne!(before, of(changed, RULE, &["ice"]), "{changed}");
        }
    }

    #[test]
    fn those_that_are_alike_are_numbered() {
        let found = of("# T\n\nUse ice. Use ice.\n", RULE, &["ice", "ice"]);
        assert_eq!(found[0].fingerprint(), found[1].fingerprint());
        assert_eq!((found[0].nth, found[1].nth), (1, 2));
    }

    #[test]
    fn a_message_gives_its_subject_without_numbers() {
        assert_eq!(
            subject("fracture signs not named: \"a fall\", \"age 70\""),
            "fracture signs not named"
        );
        assert_eq!(subject("grade 9.4, the target is 6"), "grade the target is");
    }
}
