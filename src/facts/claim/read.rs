//! Reads the words of a clause one by one.

use super::{Aspect, Claim, Language};
use crate::facts::things::Thing;
use crate::facts::words::{Stem, spanish_verb_stem, stem_of as plain_stem_of};
use crate::facts::{Quantity, QuantityKind, Unit};
use crate::lexicon::stop_words::is_stop_word;
use std::ops::Range;

/// What the words of a clause said.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) words: Vec<Stem>,
    pub(super) limits: Vec<Stem>,
    signs: Vec<Sign>,
    aspects: Vec<Aspect>,
}

/// What a word showed beside what the clause is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// It is about the article's own subject.
    Subject,
    /// Another word stands for what it is about.
    Pronoun,
    /// It is itself a condition: "if it lasts more than 2 weeks".
    Condition,
    /// It says not to.
    Denied,
    /// Something is left out of it: "anything except water".
    Except,
    /// It takes so long, until it works or is over where another word says so.
    Takes,
}

/// The subject of a sentence stands in so many of its first words.
const SUBJECT_WORDS: usize = 6;

/// So many words before or after a number its bound may have: "no more than", "or more".
const BOUND_WORDS: usize = 4;

impl Said {
    /// Whether nothing yet tells what it is about.
    pub(super) fn is_bare(&self) -> bool {
        self.words.is_empty() && !self.is_subject() && !self.has_pronoun()
    }

    /// Whether it is about the article's own subject.
    pub(super) fn is_subject(&self) -> bool {
        self.signs.contains(&Sign::Subject)
    }

    /// Whether another word stands for what it is about, and no other tells it.
    pub(super) fn is_open(&self) -> bool {
        self.words.is_empty() && !self.is_subject() && self.has_pronoun()
    }

    /// Whether another word stands for what it is about.
    pub(super) fn has_pronoun(&self) -> bool {
        self.signs.contains(&Sign::Pronoun)
    }

    /// Whether something is left out of what it is about.
    pub(super) fn has_exception(&self) -> bool {
        self.signs.contains(&Sign::Except)
    }

    /// Whether the clause is itself a condition.
    pub(super) fn is_conditional(&self) -> bool {
        self.signs.contains(&Sign::Condition)
    }

    pub(super) fn join(&mut self, other: Self) {
        self.words.extend(other.words);
        self.limits.extend(other.limits);
        self.aspects.extend(other.aspects);
        self.signs.extend(other.signs);
    }

    /// Adds the words of a sentence in `range`, those of its numbers left out; `own` is the number that is read about.
    pub(super) fn read(
        &mut self,
        language: &Language<'_>,
        index: usize,
        range: Range<usize>,
        own: Option<&Quantity>,
    ) {
        let facts = language.facts;
        let (Some(tokens), Some(sentence)) = (facts.tokens.get(index), facts.sentences.get(index))
        else {
            return;
        };
        // A bound may stand some words before or after its number.
        let near = range.start.saturating_sub(BOUND_WORDS)..range.end + BOUND_WORDS;
        let numbers: Vec<Range<usize>> = facts
            .quantities_at(index, near.start..near.end.min(tokens.len()))
            .map(|quantity| facts.bounded_words(quantity))
            .collect();
        let mut starts: Vec<usize> = numbers.iter().map(|number| number.start).collect();
        starts.sort_unstable();
        let mut inside: Vec<usize> = numbers.into_iter().flatten().collect();
        inside.sort_unstable();
        let own = own.map(|quantity| facts.bounded_words(quantity));
        let opener = range.start.checked_sub(1).map(|at| tokens.word(at));
        let is_condition =
            opener.is_some_and(|word| matches!(word, "if" | "unless" | "si" | "whether"));
        if is_condition && own.is_some() {
            self.signs.push(Sign::Condition);
        }
        let mut is_limit = false;
        let mut is_end = false;
        let mut is_event = false;
        let mut named = range.start;
        for at in range.clone() {
            if at < named {
                continue;
            }
            if tokens
                .gap_before(sentence.text(), at)
                .contains([',', ';', ':', '('])
            {
                is_limit = false;
            }
            let word = tokens.word(at);
            if inside.binary_search(&at).is_ok() {
                is_limit = false;
                // "1 child in 4".
                let is_own = own.as_ref().is_some_and(|own| own.contains(&at));
                if is_own && language.words.limits.has(word) {
                    self.limits.push(stem_of(word, facts.lang));
                }
                continue;
            }
            let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
            let follows = own.as_ref().is_some_and(|own| own.end == at);
            let leads = starts.binary_search(&(at + 1)).is_ok();
            let words = language.words;
            if follows && words.before.has(word) {
                // "Wait 2 weeks before you run" is "do not run for 2 weeks".
                is_limit = !self.aspects.contains(&Aspect::Waits);
                self.aspects.extend(is_limit.then_some(Aspect::Before));
                is_end = is_limit;
                continue;
            }
            if follows && words.between.has(word) {
                self.aspects.push(Aspect::Between);
                continue;
            }
            // "For 5 days", "after 2 weeks" open nothing.
            if words.opens.has(word) {
                if word == "except" {
                    self.signs.push(Sign::Except);
                }
                let is_after = matches!(word, "after" | "despues" | "tras");
                let is_follower = own.as_ref().is_some_and(|own| own.end == at);
                is_event = is_after && is_follower;
                if leads {
                    match word {
                        "for" | "durante" => self.aspects.push(Aspect::Uses),
                        "until" => self.aspects.push(Aspect::Waits),
                        _ => {}
                    }
                } else {
                    is_limit = true;
                }
                continue;
            }
            // "10 days after the operation": counted from it.
            if is_event && words.events.has(word) {
                continue;
            }
            // "8 weeks before they work" is no time before work.
            if is_end && words.starts.has(word) {
                self.aspects.push(Aspect::Starts);
            }
            // "A bag of frozen peas" is ice.
            if facts.lang == "en"
                && let Some((thing, end)) = Thing::named_at(tokens, at, range.end)
                && end > at + 1
            {
                let name = Stem::new_static(thing.name());
                let list = if is_limit {
                    &mut self.limits
                } else {
                    &mut self.words
                };
                list.push(name);
                named = end;
                continue;
            }
            is_limit = self.word(language, (before, word, leads), is_limit);
        }
    }

    /// Adds one word; whether the words after it limit the clause.
    fn word(&mut self, language: &Language<'_>, place: (&str, &str, bool), is_limit: bool) -> bool {
        let (before, word, leads) = place;
        let (words, lang) = (language.words, language.facts.lang);
        if matches!(
            word,
            "except" | "apart" | "only" | "excepto" | "salvo" | "solo"
        ) {
            self.signs.push(Sign::Except);
        }
        if words.pronouns.has(word) {
            self.signs.push(Sign::Pronoun);
            return is_limit;
        }
        if words.denies.has(word) || word.ends_with("n't") {
            self.signs.push(Sign::Denied);
            return is_limit;
        }
        let takes = matches!(word, "take" | "takes" | "took");
        if matches!(word, "tarda" | "tardan" | "tardar")
            || takes && (leads || matches!(before, "it" | "does"))
        {
            self.signs.extend((!is_limit).then_some(Sign::Takes));
            return is_limit;
        }
        // An operation that is over has taken so long; whoever had it is not well again.
        let is_done = matches!(word, "over" | "finished") && matches!(before, "is" | "are" | "be");
        if is_done && language.is_procedure {
            self.signs.push(Sign::Takes);
            return is_limit;
        }
        if let Some(aspect) = aspect_of(language, before, word) {
            if !is_limit {
                self.aspects.push(aspect);
            }
            return is_limit;
        }
        let is_number = word.starts_with(|c: char| c.is_ascii_digit())
            || Unit::from_word(word).is_some_and(Unit::is_time);
        if is_number {
            return is_limit;
        }
        // "At some time in their life".
        let is_some_time = word == "some" && before == "at";
        if words.limits.has(word) && !is_some_time {
            // "Your child" is the reader's own, and most children are the article's.
            let stem = stem_of(word, lang);
            let goes_without_saying =
                matches!(before, "my" | "your" | "mi" | "su") || language.is_subject(word, &stem);
            if !goes_without_saying {
                self.limits.push(stem);
            }
            return is_limit;
        }
        if is_stop_word(word, lang)
            || words.empty.has(word)
            || words.happens.has(word)
            || words.uses.has(word)
        {
            if words.happens.has(word) {
                self.aspects.push(Aspect::Happens);
            }
            return is_limit && !words.verbs.has(word);
        }
        let stem = stem_of(word, lang);
        if language.is_subject(word, &stem) {
            self.signs.extend((!is_limit).then_some(Sign::Subject));
        } else if is_limit {
            self.limits.push(stem);
        } else {
            self.words.push(stem);
        }
        is_limit
    }

    /// Adds what the sentence at `index` is about: its words up to the first verb.
    pub(super) fn read_subject(&mut self, language: &Language<'_>, index: usize) {
        let Some(tokens) = language.facts.tokens.get(index) else {
            return;
        };
        let most = tokens.len().min(SUBJECT_WORDS);
        let end = (0..most).find(|at| language.words.verbs.has(tokens.word(*at)));
        let mut subject = Self::default();
        subject.read(language, index, 0..end.unwrap_or(most), None);
        // "The effect starts at once and lasts 2 hours."
        if self.aspects.contains(&Aspect::Lasts) && subject.aspects.contains(&Aspect::Starts) {
            self.aspects.push(Aspect::Starts);
        }
        self.take_subject(&mut subject);
    }

    /// Takes what `other` is about.
    pub(super) fn take_subject(&mut self, other: &mut Self) {
        let is_open = other.is_open();
        self.words.append(&mut other.words);
        self.signs
            .extend(other.is_subject().then_some(Sign::Subject));
        self.signs.extend(is_open.then_some(Sign::Pronoun));
    }

    /// What the clause says of what it is about.
    pub(super) fn aspect(&self, kind: QuantityKind) -> Aspect {
        if self.is_conditional() {
            return Aspect::Threshold;
        }
        match kind {
            QuantityKind::Ratio | QuantityKind::Percentage => return Aspect::Happens,
            QuantityKind::Lab => return Aspect::Other,
            _ => {}
        }
        let has = |aspect| self.aspects.contains(&aspect);
        let first = [
            Aspect::Between,
            Aspect::Lasts,
            Aspect::Starts,
            Aspect::Before,
            Aspect::Ends,
            Aspect::Waits,
        ];
        match first.into_iter().find(|aspect| has(*aspect)) {
            Some(aspect) => aspect,
            None if self.signs.contains(&Sign::Takes) => Aspect::Lasts,
            None if self.signs.contains(&Sign::Denied) => Aspect::Waits,
            None if has(Aspect::Uses) => Aspect::Uses,
            None => Aspect::Other,
        }
    }

    pub(super) fn claim<'f>(
        mut self,
        language: &Language<'_>,
        quantity: &'f Quantity,
    ) -> Claim<'f> {
        let lang = language.facts.lang;
        // "The effect lasts": not the article's subject does.
        if self.aspects.contains(&Aspect::Lasts) && self.aspects.contains(&Aspect::Starts) {
            self.words.push(Stem::new_static("~effect"));
        }
        if quantity.kind == QuantityKind::Count {
            let noun = language.facts.tokens_of(quantity.sentence);
            let noun = quantity.noun.clone().map(|at| stem_of(noun.word(at), lang));
            self.words.extend(noun);
        }
        for list in [&mut self.words, &mut self.limits] {
            list.sort_unstable();
            list.dedup();
        }
        let is_subject = self.is_subject();
        Claim {
            quantity,
            aspect: self.aspect(quantity.kind),
            words: self.words,
            limits: self.limits,
            around: Vec::new(),
            is_subject,
            is_cell: false,
        }
    }
}

/// What a word says of the subject, given the word before it.
fn aspect_of(language: &Language<'_>, before: &str, word: &str) -> Option<Aspect> {
    let words = language.words;
    if words.lasts.has(word) {
        // "The last drink".
        let is_adjective = word == "last" && matches!(before, "the" | "your" | "a" | "at");
        return (!is_adjective).then_some(Aspect::Lasts);
    }
    // "It goes on for an hour."
    if word == "on" && matches!(before, "go" | "goes" | "going" | "carries") {
        return Some(Aspect::Lasts);
    }
    if words.ends.has(word) {
        let fits = match word {
            "down" | "away" => {
                matches!(before, "go" | "goes" | "going" | "gone" | "come" | "comes")
            }
            "over" => matches!(before, "is" | "are" | "be"),
            "off" => matches!(before, "wear" | "wears" | "wore" | "worn"),
            "well" => matches!(before, "feel" | "are" | "is" | "be" | "get" | "again"),
            "normal" => matches!(before, "feel" | "to" | "be" | "is" | "are" | "feels"),
            _ => true,
        };
        return fits.then_some(Aspect::Ends);
    }
    if words.starts.has(word) {
        return Some(Aspect::Starts);
    }
    let is_back = word == "back" && matches!(before, "go" | "get" | "going");
    if words.waits.has(word) || is_back {
        return Some(Aspect::Waits);
    }
    words.uses.has(word).then_some(Aspect::Uses)
}

/// The stem of a word of a claim, forms of a Spanish verb made one: "levante", "levantar".
pub(super) fn stem_of(word: &str, lang: &str) -> Stem {
    if lang == "es" {
        spanish_verb_stem(word)
    } else {
        english_stem_of(word)
    }
}

/// The stem of an English word, with words for one thing made one.
fn english_stem_of(word: &str) -> Stem {
    let stem = plain_stem_of(word, "en");
    let one = ALIKE.iter().find(|alike| alike.contains(&stem.as_str()));
    let stem = match one.and_then(|alike| alike.first()) {
        Some(first) => Stem::new_static(first),
        None => stem,
    };
    let thing = Thing::at_start(std::slice::from_ref(&stem)).map(|(thing, _)| thing);
    match thing.or_else(|| Thing::of_form(word)) {
        Some(thing) => Stem::new_static(thing.name()),
        None => stem,
    }
}

/// Stems of words that articles change between; the first stands for all.
const ALIKE: &[&[&str]] = &[
    &["pain", "hurt", "sor", "ach", "painful"],
    &["flar", "attack", "episod", "bout"],
    &["dressing", "bandag", "wrap", "plaster", "dress"],
    &["nausea", "sick", "queasi"],
    &["desk", "offic"],
    &["tir", "tired", "fatigu", "exhaust"],
    &["bruis", "bruising"],
    &["swell", "swollen", "swelling"],
    &["wound", "cut", "incision"],
    &["vaccin", "jab", "shot", "injection"],
    &["tablet", "pill", "capsul"],
    &["belli", "tummi", "stomach", "abdomen", "abdom"],
    &["shower", "showering"],
    &["stitch", "sutur"],
    &["test", "check"],
    &["sling", "brac", "splint"],
    &["bleed", "blood"],
    &["lift", "carri"],
    &["driv", "wheel"],
    &["walk", "walking"],
    &["job", "work"],
    &["infection", "infect"],
    &["rash", "spot"],
    &["symptom", "sign"],
];
