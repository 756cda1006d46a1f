//! How hard an article's sentences are to read, counted on complete sentences only.
//!
//! Headings, table cells, fragments, bare bullets, questions of the FAQ, sources, notes, credits and addresses are left out: a
//! formula reads a stray noun as an easy sentence. An item counts as a sentence only if it has a finite verb.

pub mod changes;
mod counts;
pub mod figures;
mod variety;
mod words;

pub use counts::Counts;
pub use words::{ReadWord, read_words};

use super::spans::SpanSet;
use super::{Facts, Sentence};
use crate::article::{ProseKind, Role, TextKind};
use crate::lexicon::{Tokens, verbs};
use crate::source::Span;

/// Places whose sentences are nobody's reading matter.
const NOT_READ: &[Role] = &[
    Role::References,
    Role::Authorship,
    Role::Contact,
    Role::Resources,
];

/// What was counted in each sentence of an article.
#[derive(Debug)]
pub struct Readability {
    measured: Vec<Measured>,
}

/// One sentence, or what stands in the place of one, with its counts.
#[derive(Debug, Clone, Copy)]
pub struct Measured {
    /// The counts; `sentences` is 1.
    pub counts: Counts,
    /// Whether it counts as a sentence for the reading grade.
    pub is_complete: bool,
    /// Whether readers read it: a paragraph, item or cell that is no source, credit or note.
    pub is_running: bool,
}

impl Readability {
    /// Measures every sentence of `facts`.
    pub(super) fn of(facts: &Facts<'_>) -> Self {
        let notes: SpanSet = facts
            .article
            .footnotes
            .iter()
            .map(|note| note.span)
            .collect();
        let measured = facts.sentences.iter().zip(facts.tokens).enumerate().map(
            |(index, (sentence, tokens))| {
                let is_running = is_prose(sentence)
                    && !facts.is_in_roles(index, NOT_READ)
                    && !notes.contains(sentence.span());
                let counts = counted(sentence, tokens);
                Measured {
                    counts,
                    is_complete: is_running
                        && counts.words > 0
                        && is_complete(facts, sentence, tokens),
                    is_running,
                }
            },
        );
        Self {
            measured: measured.collect(),
        }
    }

    /// The measure of sentence `index`.
    pub fn sentence(&self, index: usize) -> Option<&Measured> {
        self.measured.get(index)
    }

    /// The indices of the complete sentences, in reading order.
    pub fn complete(&self) -> impl Iterator<Item = usize> {
        let all = self.measured.iter().enumerate();
        all.filter(|(_, one)| one.is_complete)
            .map(|(index, _)| index)
    }

    /// The counts of all complete sentences.
    pub fn total(&self) -> Counts {
        let complete = self.measured.iter().filter(|one| one.is_complete);
        complete.map(|one| one.counts).sum()
    }
}

impl Facts<'_> {
    /// The counts of the complete sentences that stand in a place with one of `roles`.
    pub fn counts_of(&self, roles: &[Role]) -> Counts {
        let reading = self.readability();
        let inside = reading
            .complete()
            .filter(|index| self.is_in_roles(*index, roles));
        inside
            .filter_map(|index| Some(reading.sentence(index)?.counts))
            .sum()
    }

    /// The counts of the complete sentences inside `span`.
    pub fn counts_in(&self, span: Span) -> Counts {
        let measured = self
            .sentences_in(span)
            .filter_map(|index| self.readability().sentence(index));
        measured
            .filter(|one| one.is_complete)
            .map(|one| one.counts)
            .sum()
    }
}

fn counted(sentence: &Sentence<'_>, tokens: &Tokens) -> Counts {
    let mut counts = Counts {
        sentences: 1,
        ..Counts::default()
    };
    for word in read_words(sentence.text(), tokens) {
        counts.words += 1;
        counts.syllables += word.syllables;
        counts.polysyllables += usize::from(word.is_long());
    }
    counts
}

fn is_prose(sentence: &Sentence<'_>) -> bool {
    match sentence.within.kind {
        TextKind::Title | TextKind::Heading => false,
        TextKind::In(kind) => match kind {
            ProseKind::Paragraph | ProseKind::Item | ProseKind::Cell | ProseKind::Html => true,
            ProseKind::Heading | ProseKind::Term | ProseKind::Alt | ProseKind::Code => false,
        },
    }
}

fn is_complete(facts: &Facts<'_>, sentence: &Sentence<'_>, tokens: &Tokens) -> bool {
    let text = sentence.text();
    let has_form = match sentence.within.kind {
        TextKind::In(ProseKind::Item) => verbs::is_clause(text, tokens),
        TextKind::In(ProseKind::Cell) => is_stopped(text) && verbs::is_clause(text, tokens),
        _ => is_stopped(text) && tokens.len() > 2 || verbs::is_clause(text, tokens),
    };
    has_form && facts.pair_asking(sentence.span()).is_none()
}

fn is_stopped(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '\'', ')', ']', '”', '’', '*', '_']);
    text.ends_with(['.', '!', '?', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    /// The sentences of `text` that count.
    fn complete(text: &str) -> Vec<String> {
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let facts = Facts::find(&article, &Settings::of(&article));
        let indices = facts.readability().complete();
        indices
            .map(|index| facts.sentences[index].text().to_owned())
            .collect()
    }

    #[test]
    fn only_sentences_count() {
        let text = "# A title that has a verb\n\n## It is a heading\n\nThe pain may come and go.\n\n- stress\n- You feel faint\n\
            - fever that is high\n\n| A | B |\n|---|---|\n| It is a cell | x |\n\n## References\n\nSmith wrote this in 2019.\n\n\
            ## FAQ\n\n**Does it hurt?**\n\nNo, it does not hurt.\n";
        assert_eq!(
            complete(text),
            [
                "The pain may come and go.",
                "You feel faint",
                "No, it does not hurt."
            ]
        );
    }

    #[test]
    fn dates_doses_and_titles_do_not_end_a_sentence() {
        let text = "# A\n\nDr. Smith takes 2.5 mg at 8 a.m. every day.\n";
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let facts = Facts::find(&article, &Settings::of(&article));
        let total = facts.readability().total();
        assert_eq!((total.sentences, total.words), (1, 10));
    }
}
