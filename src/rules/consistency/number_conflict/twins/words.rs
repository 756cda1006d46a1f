//! The words of a sentence that are left when the number that is compared is taken out.

use super::super::orders::Title;
use crate::facts::words::{Stem, stem_of as plain_stem_of};
use crate::facts::{Bound, Facts, Quantity, Unit};
use crate::lexicon::claim_words::ClaimWords;
use crate::lexicon::{WordTable, words};

/// Longer sentences are not compared.
pub(super) const MOST_WORDS: usize = 60;

/// The words of a sentence that are not those of the number that is compared.
pub(super) struct Words<'f, 't> {
    facts: &'f Facts<'f>,
    title: &'t Title,
    events: Option<&'static WordTable>,
    stems: Vec<Stem>,
    /// How many of them tell what the sentence is about.
    telling: usize,
    /// Whether nothing was there but the number.
    is_bare: bool,
    has_pronoun: bool,
    /// What the number is counted from: the word behind "after the".
    event: Option<&'f str>,
}

/// Words without which a sentence says the same.
const EMPTY: &WordTable = words![
    "a",
    "an",
    "the",
    "my",
    "your",
    "you",
    "i",
    "we",
    "please",
    "can",
    "may",
    "should",
    "must",
    "will",
    "would",
    "does",
    "is",
    "are",
    "be",
    "to",
    "yes",
    "also",
    "then",
    "only",
    "just",
    "afterwards",
    "afterward",
    "despues",
    "el",
    "la",
    "los",
    "las",
    "su",
    "sus",
    "mi",
    "mis",
    "usted",
    "debe",
    "puede",
    "puedo",
    "se",
    "me",
];

/// So many words behind a comma may add to what is said.
const MOST_ASIDE: usize = 4;

/// Words that open another case behind a comma.
const OPENERS: &WordTable = words![
    "if", "unless", "or", "when", "then", "and", "but", "for", "si", "o", "y", "cuando"
];

/// Words that tell nothing by themselves of what a sentence is about.
const LINKING: &WordTable = words![
    "about", "after", "and", "as", "at", "before", "but", "by", "for", "from", "if", "in", "not",
    "of", "on", "or", "than", "until", "when", "with", "within", "a", "al", "antes", "con",
    "cuando", "de", "del", "en", "hasta", "o", "para", "por", "que", "si", "y", "no", "never",
    "there", "up", "more", "mas",
];

/// Words by which a question asks for a number.
const ASKING: &WordTable = words![
    "how",
    "often",
    "long",
    "much",
    "many",
    "what",
    "when",
    "cuanto",
    "cuanta",
    "cuantos",
    "cuantas",
    "cada",
    "tiempo",
    "cuando",
    "que",
    "frecuencia",
    "con",
];

impl<'f, 't> Words<'f, 't> {
    pub(super) fn new(facts: &'f Facts<'f>, title: &'t Title) -> Self {
        Self {
            facts,
            title,
            events: ClaimWords::of(facts.base_lang()).map(|words| words.events),
            stems: Vec::new(),
            telling: 0,
            is_bare: true,
            has_pronoun: false,
            event: None,
        }
    }

    /// Adds the words of a sentence, those of `own` left out; questions and leads have no number of their own.
    pub(super) fn add(&mut self, index: usize, own: Option<&Quantity>) -> Option<()> {
        let facts = self.facts;
        let tokens = facts.tokens_of(index);
        if tokens.len() > MOST_WORDS {
            return None;
        }
        let is_asked = facts.sentence(index).is_question();
        let denied = own.is_some_and(|own| own.bound == Bound::AtMost);
        let own_words = own.map_or(0..0, |own| facts.bounded_words(own));
        let others: Vec<&Quantity> = { facts.quantities_of(index) }
            .filter(|other| own.is_none_or(|own| other.words != own.words))
            .collect();
        let mut at = 0;
        while at < tokens.len() {
            let word = tokens.word(at);
            if own_words.contains(&at) {
                at = own_words.end;
                continue;
            }
            // "You need 2 doses, 6 months apart": more about the same.
            let is_aside = at >= own_words.end
                && tokens.len() - at <= MOST_ASIDE
                && !own_words.is_empty()
                && others.iter().any(|other| other.words.start == at)
                && tokens
                    .gap_before(facts.sentence(index).text(), at)
                    .contains(',')
                && !(at..tokens.len()).any(|at| OPENERS.has(tokens.word(at)));
            if is_aside {
                break;
            }
            if let Some(other) = others.iter().find(|other| other.words.start == at) {
                self.number(other, own);
                at = other.words.end.max(at + 1);
                continue;
            }
            // "Unless your doctor tells you to": who is told so has it from them.
            if word == "unless"
                && (at..tokens.len())
                    .any(|at| matches!(tokens.word(at), "doctor" | "nurse" | "pharmacist"))
            {
                break;
            }
            // "Do not drive for 24 hours after the test" is "do not drive for 24 hours" where that is the subject.
            let is_counted = word == "after"
                && own_words.end == at
                && matches!(tokens.word(at + 1), "the" | "your");
            if is_counted
                && self
                    .events
                    .is_some_and(|events| events.has(tokens.word(at + 2)))
            {
                self.event = Some(tokens.word(at + 2));
                at += 3;
                continue;
            }
            let leads = own_words.start == at + 1 && matches!(word, "for" | "durante" | "por");
            // "Do not take it for more than 10 days" gives the most, as "up to 10 days" does.
            let is_denial = denied && matches!(word, "not" | "never" | "no" | "nunca" | "don't");
            let is_helper = word == "do" && (is_asked || tokens.word(at + 1) == "not");
            if !(leads || is_denial || is_helper || is_asked && ASKING.has(word)) {
                self.word(word);
            }
            at += 1;
        }
        Some(())
    }

    /// Adds another number of the sentence: a medicine's form for one of it, nothing for the same number in another unit.
    fn number(&mut self, other: &Quantity, own: Option<&Quantity>) {
        let is_conversion = own.is_some_and(|own| {
            let text = self.facts.sentence(own.sentence).text();
            let tokens = self.facts.tokens_of(own.sentence);
            let is_behind = other.words.start >= own.words.end
                && other.words.start - own.words.end <= 1
                && tokens.gap_before(text, own.words.end).contains('(');
            other.unit.base() == own.unit.base() && other.unit != own.unit && is_behind
        });
        if is_conversion {
            return;
        }
        self.is_bare = false;
        let is_one_form = matches!(other.unit, Unit::Tablet | Unit::Puff | Unit::Drop)
            && (other.high - 1.0).abs() < 0.01;
        if is_one_form {
            let tokens = self.facts.tokens_of(other.sentence);
            self.word(tokens.word(other.words.end.saturating_sub(1)));
            return;
        }
        self.telling += 1;
        let stem = format!(
            "{:?} {} {} {:?} {:?}",
            other.kind, other.low, other.high, other.bound, other.unit
        );
        self.stems.push(stem.into());
    }

    fn word(&mut self, word: &str) {
        let lang = self.facts.base_lang();
        if EMPTY.has(word) {
            return;
        }
        self.is_bare = false;
        let is_of_exercises = word == "them" && self.title.is_of_exercises;
        if is_of_exercises {
            return;
        }
        if matches!(
            word,
            "it" | "them" | "they" | "this" | "these" | "that" | "those" | "lo" | "ello"
        ) {
            self.has_pronoun |= !self.title.is_of_medicine;
            return;
        }
        let stem = stem_of(word, lang);
        if self.title.is_of_medicine && self.title.has(&plain_stem_of(word, "en")) {
            return;
        }
        self.telling += usize::from(!LINKING.has(word));
        self.stems.push(stem);
    }

    /// Whether the words tell what the number is for. What is told of a dose needs less where the title names the medicine.
    pub(super) fn tells(&self, is_dose: bool) -> bool {
        // "Do not drive": what is forbidden is told by one word.
        let is_ban = self.stems.iter().any(|stem| stem == "not");
        self.telling >= 2 || (is_ban || is_dose && self.title.is_of_medicine) && self.telling >= 1
    }

    /// Whether nothing was there but the number.
    pub(super) fn is_bare(&self) -> bool {
        self.is_bare
    }

    /// Whether a pronoun stands for what nothing names.
    pub(super) fn has_pronoun(&self) -> bool {
        self.has_pronoun
    }

    /// What the number is counted from.
    pub(super) fn event(&self) -> Option<&'f str> {
        self.event
    }

    /// The words, sorted, each once: what two sentences must share.
    pub(super) fn stems(&self) -> Vec<Stem> {
        let mut stems = self.stems.clone();
        stems.sort_unstable();
        stems.dedup();
        stems
    }
}

/// The stem of a word; Spanish verbs without their endings, so that a question asks with the word that an order has.
fn stem_of(word: &str, lang: &str) -> Stem {
    if lang != "es" {
        return plain_stem_of(word, lang);
    }
    let bare = word.trim_end_matches(['a', 'e', 'o', 's', 'n', 'r']);
    Stem::from(if bare.len() > 2 { bare } else { word })
}
