//! What is done to a person: the procedure or medicine that an article is about, and what is said for and against it.

use super::spans::SpanSet;
use super::{Facts, Sentence};
use crate::article::{Kind, Role, RoleSource, TextKind};
use crate::lexicon::phrasebook::Hit;
use crate::lexicon::phrases::Table;
use crate::lexicon::stop_words::is_stop_word;
use crate::source::Span;
use std::ops::Range;

/// The procedure or medicine that an article is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intervention {
    /// Its name as the title has it; `None` where only the kind of document says that there is one.
    pub name: Option<String>,
    /// Where the title names it, else the front matter's kind.
    pub span: Span,
}

/// Parts in which harm is not harm done by a treatment, or a benefit is none of its benefits.
const APART: &[Role] = &[
    Role::References,
    Role::Disclaimer,
    Role::Authorship,
    Role::Contact,
    Role::Resources,
    Role::Prevention,
];

/// Parts in which pain and bleeding are those of an illness.
const ILLNESS: &[Role] = &[
    Role::Symptoms,
    Role::Causes,
    Role::RedFlags,
    Role::Diagnosis,
    Role::Anatomy,
    Role::Introduction,
    Role::SelfCare,
    Role::Exercises,
];

impl Facts<'_> {
    /// The procedure or medicine that the article is about: the one that its title names, or what its kind says.
    pub fn intervention(&self) -> Option<&Intervention> {
        let found = self.intervention.get_or_init(|| intervention(self));
        found.as_ref()
    }

    /// The sentences that say something good of an operation, an injection or the like, in reading order.
    pub fn benefits(&self) -> Vec<usize> {
        let mut found = Vec::new();
        for hit in self.hits(Table::Benefit) {
            let index = hit.sentence;
            if found.last() == Some(&index) || !self.is_text(index) {
                continue;
            }
            if self.is_about_intervention(index)
                && self.hits_in(Table::HarmNot, index).is_empty()
                && self.hits_in(Table::Uncertainty, index).is_empty()
                && !self.is_in_roles(index, APART)
                && !self.is_in_roles(index, &[Role::Risks])
            {
                found.push(index);
            }
        }
        found
    }

    /// The sentences, items and cells that name a concrete harm of an operation, an injection, a medicine, in reading order:
    /// those of the part on risks, and those that announce a harm of what is done. Where the whole article is about one
    /// treatment, what "you may feel" is its harm, unless it is told among symptoms, causes or warning signs.
    pub fn harms(&self) -> Vec<usize> {
        let mut found = Vec::new();
        let illness = self.is_about_one().then(|| self.illness());
        for hit in self.hits(Table::Harm) {
            let index = hit.sentence;
            if found.last() == Some(&index)
                || self.is_in_roles(index, APART)
                || !self.is_text(index)
            {
                continue;
            }
            let is_its = self.is_about_intervention(index)
                || self.is_in_roles(index, &[Role::Aftercare, Role::Procedure])
                || illness.as_ref().is_some_and(|illness| {
                    let sentence = self.sentences.get(index);
                    sentence.is_some_and(|sentence| !illness.contains(sentence.span()))
                });
            if self.is_in_roles(index, &[Role::Risks]) || is_its && self.announces_harm(index) {
                found.push(index);
            }
        }
        found
    }

    /// The parts that a heading or label gives to the illness; what only reads like it ("You may have ...") does not count.
    fn illness(&self) -> SpanSet {
        let places = self.article.roles.iter();
        let told = places
            .filter(|place| ILLNESS.contains(&place.role) && place.source != RoleSource::Content);
        told.map(|place| place.span).collect()
    }

    fn announces_harm(&self, index: usize) -> bool {
        let says = |table| !self.hits_in(table, index).is_empty();
        // "It can give temporary relief of pain" praises; "it can relieve pain but may cause bruising" warns, too.
        let is_cued = says(Table::HarmCue) || says(Table::HarmCueWeak) && !says(Table::Benefit);
        is_cued && !says(Table::HarmNot)
    }

    /// Whether the title names something done to a person, or the kind of document is one that is about it.
    fn is_about_one(&self) -> bool {
        matches!(self.kind, Kind::Procedure | Kind::Medicine) || self.titled().is_some()
    }

    /// The first mention in the title of something done to a person.
    fn titled(&self) -> Option<&Hit> {
        self.hits(Table::Intervention).iter().find(|hit| {
            let sentence = self.sentences.get(hit.sentence);
            sentence.is_some_and(|sentence| sentence.within.kind == TextKind::Title)
        })
    }

    /// Whether the sentence names something done to a person, or points back with "it" or "they" at one that does; in an
    /// answer, its question counts.
    fn is_about_intervention(&self, index: usize) -> bool {
        if self.names_intervention(index) {
            return true;
        }
        let first = self.tokens.get(index).map_or("", |tokens| tokens.word(0));
        let points_back = matches!(
            first,
            "it" | "they"
                | "this"
                | "these"
                | "the"
                | "common"
                | "rare"
                | "some"
                | "possible"
                | "yes"
                | "no"
                | "side"
        );
        let before = index.checked_sub(1);
        let is_answer = self
            .sentences
            .get(index)
            .is_some_and(|sentence| self.is_in_role(Role::Faq, sentence.span()));
        points_back && before.is_some_and(|before| self.names_intervention(before))
            || is_answer && before.is_some_and(|before| self.names_intervention(before))
    }

    fn names_intervention(&self, index: usize) -> bool {
        !self.hits_in(Table::Intervention, index).is_empty()
    }

    fn is_text(&self, index: usize) -> bool {
        self.sentences.get(index).is_some_and(|sentence| {
            matches!(sentence.within.kind, TextKind::In(_)) && !sentence.text().ends_with('?')
        })
    }
}

fn intervention(facts: &Facts<'_>) -> Option<Intervention> {
    if let Some(hit) = facts.titled() {
        let words = whole_name(facts, hit.sentence, hit.words.clone());
        return Some(Intervention {
            name: Some(facts.text_of(hit.sentence, words.clone()).to_lowercase()),
            span: facts.span_of(hit.sentence, words),
        });
    }
    let kind = facts.article.meta.kind.as_ref();
    let span = kind.map_or(facts.article.title_span(), |kind| kind.span);
    match facts.kind {
        Kind::Procedure | Kind::Medicine => Some(Intervention { name: None, span }),
        Kind::Condition | Kind::Exercise | Kind::Article => None,
    }
}

/// The words of a name with those before it that belong to it: "facet medial branch blocks".
fn whole_name(facts: &Facts<'_>, sentence: usize, words: Range<usize>) -> Range<usize> {
    let (Some(text), Some(tokens)) = (
        facts.sentences.get(sentence).map(Sentence::text),
        facts.tokens.get(sentence),
    ) else {
        return words;
    };
    let mut start = words.start;
    while start > 0 && words.start - start < NAME_WORDS {
        let before = tokens.word(start - 1);
        let is_joined = tokens
            .gap_before(text, start)
            .chars()
            .all(|gap| matches!(gap, ' ' | '-' | '\u{a0}'));
        let is_part = is_joined
            && !is_stop_word(before, facts.lang)
            && !before.ends_with("ing")
            && before.chars().all(char::is_alphabetic);
        if !is_part {
            break;
        }
        start -= 1;
    }
    start..words.end
}

/// How many words before its noun a name may have.
const NAME_WORDS: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    #[test]
    fn the_kind_of_the_settings_counts_where_the_article_names_none() {
        let text = "# Clean-out of a joint\n\nYou may feel sick for a day.\n";
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        for (kind, harms) in [(Kind::Article, 0), (Kind::Procedure, 1)] {
            let settings = Settings {
                kind,
                ..Settings::of(&article)
            };
            let facts = Facts::find(&article, &settings);
            assert_eq!(facts.harms().len(), harms);
            assert_eq!(facts.intervention().is_some(), harms > 0);
        }
    }
}
