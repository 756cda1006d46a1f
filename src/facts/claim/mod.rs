//! Numbers as claims: what of the article each is about, said by its clause or by the question that it answers.
//!
//! A claim keeps apart what it is about, for whom or when it holds, and what it says of it, so that two places can be
//! compared that use other words: "recovery takes 4 to 6 weeks" and, asked how long it takes to get better, "12 weeks".

mod ask;
mod read;

pub use ask::{Ask, asked};

use super::quantity::MOST_BACK;
use super::{Bound, Facts, Quantity, QuantityKind, Unit};
use crate::article::{ProseKind, Role, TextKind};
use crate::facts::words::Stem;
use crate::lexicon::claim_words::ClaimWords;
use crate::lexicon::phrases::Table;
use crate::lexicon::stop_words::is_stop_word;
use crate::lexicon::{Lead, Tokens, WordTable};
use crate::source::Span;
use read::Said;
use std::collections::{BTreeMap, BTreeSet};

/// What a clause says of what its number is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// So long it lasts or takes.
    Lasts,
    /// Then it is over, better or back to normal.
    Ends,
    /// Then it works.
    Starts,
    /// So long it is to be left, or from then on it may be done.
    Waits,
    /// So long it is to be used or done.
    Uses,
    /// So long before something.
    Before,
    /// So long between two.
    Between,
    /// So many have it, or it happens so often.
    Happens,
    /// It is the limit of a condition: "if it lasts more than 2 weeks".
    Threshold,
    /// Anything else.
    Other,
}

/// A number with what it is about.
#[derive(Debug, Clone)]
pub struct Claim<'f> {
    /// The number.
    pub quantity: &'f Quantity,
    /// What its clause says.
    pub aspect: Aspect,
    /// The stems of what it is about, sorted; empty for the article's own subject.
    pub words: Vec<Stem>,
    /// The stems of whom or when it holds for, sorted.
    pub limits: Vec<Stem>,
    /// The other stems of its sentence, sorted; none where no question asks for a number of its measure.
    pub around: Vec<Stem>,
    /// Whether it speaks of the article's own subject.
    pub is_subject: bool,
    /// Whether it stands in a cell of a table, so that row and column tell what it is about.
    pub is_cell: bool,
}

/// What the words of an article are read by.
#[derive(Debug)]
pub struct Language<'f> {
    facts: &'f Facts<'f>,
    words: &'static ClaimWords,
    /// The stems of the title, sorted.
    title: Vec<Stem>,
    /// What else the article calls its subject.
    aliases: &'static WordTable,
    /// Whether the subject is something done to a person, so that how long it lasts is not how long an illness goes on.
    pub is_procedure: bool,
}

impl<'f> Language<'f> {
    /// That of the article; `None` where there are no words for it.
    pub fn of(facts: &'f Facts<'f>) -> Option<Self> {
        let words = ClaimWords::of(facts.lang)?;
        let tokens = Tokens::of(facts.article.title().unwrap_or(""));
        let of = |table| {
            let title = facts.article.title_span();
            let mut hits = facts
                .sentences_in(title)
                .map(|index| facts.hits_in(table, index));
            hits.any(|hits| !hits.is_empty())
        };
        let is_procedure = of(Table::Intervention)
            || tokens
                .words()
                .any(|word| words.procedure.has(word) || is_done_to(word));
        let is_medicine =
            of(Table::Medicine) || tokens.words().any(|word| words.medicine.has(word));
        // "An injection for a frozen shoulder" is about the injection: the shoulder goes on for longer.
        let purpose = (1..tokens.len()).find(|at| matches!(tokens.word(*at), "for" | "para"));
        let is_for = tokens.word(0).ends_with("ing") || !(is_procedure || is_medicine);
        let named = purpose.filter(|_| !is_for).unwrap_or(tokens.len());
        let content = (0..named).map(|at| tokens.word(at));
        let content = content.filter(|word| !is_stop_word(word, facts.lang));
        let mut title: Vec<Stem> = content
            .map(|word| read::stem_of(word, facts.lang))
            .collect();
        title.sort_unstable();
        let aliases = match (is_procedure, is_medicine) {
            (true, _) => words.procedure,
            (false, true) => words.medicine,
            (false, false) => words.illness,
        };
        Some(Self {
            facts,
            words,
            title,
            aliases,
            is_procedure: is_procedure || is_medicine,
        })
    }

    /// Whether a number is how long something goes on, not when it happens: "for 3 weeks".
    pub fn is_length(&self, quantity: &Quantity) -> bool {
        let start = self.facts.bounded_words(quantity).start;
        let before = start.checked_sub(1);
        let tokens = self.facts.tokens_of(quantity.sentence);
        before.is_some_and(|at| matches!(tokens.word(at), "for" | "durante"))
    }

    fn is_subject(&self, word: &str, stem: &Stem) -> bool {
        self.aliases.has(word) || self.title.binary_search(stem).is_ok()
    }
}

/// Whether a word of a title tells of a procedure: "having your gallbladder removed".
fn is_done_to(word: &str) -> bool {
    matches!(
        word,
        "removed" | "removal" | "replaced" | "replacement" | "repair" | "repaired"
    )
}

/// The claims of the article's numbers, in the order of the source; those that cannot be told what they are about are left out.
///
/// A number that no other section has one of its kind beside is no claim: there is nothing to compare it with. What stands
/// around a number is read only where one of `asks` asks for its measure.
pub fn claims<'f>(language: &Language<'f>, asks: &[Ask<'f>]) -> Vec<Claim<'f>> {
    let facts = language.facts;
    let quantities = facts.quantities().iter();
    let compared: Vec<&Quantity> = quantities
        .filter(|quantity| is_compared(facts, quantity))
        .collect();
    // The place of the first number of each kind, and whether another place has one.
    let mut kinds: BTreeMap<Measure, ((Span, bool), bool)> = BTreeMap::new();
    for quantity in &compared {
        let section = (
            facts.section_of(quantity.sentence),
            is_cell(facts, quantity),
        );
        let known = kinds.entry(measure(quantity)).or_insert((section, false));
        known.1 |= known.0 != section;
    }
    let asked: BTreeSet<Measure> = asks.iter().map(|ask| measure(ask.claim.quantity)).collect();
    let compared = compared.into_iter();
    compared
        .filter(|quantity| kinds.get(&measure(quantity)).is_some_and(|kind| kind.1))
        .filter_map(|quantity| {
            let is_asked = asked.contains(&measure(quantity));
            claim(language, quantity, is_asked)
        })
        .collect()
}

/// What two numbers must share to be compared: their kind, the base of their unit and what they are given for.
pub type Measure = (QuantityKind, &'static str, Option<Unit>);

/// The measure of a number; a share is one whether it is written as "20%" or "1 in 5", and how often is in times a day.
pub fn measure(quantity: &Quantity) -> Measure {
    match quantity.kind {
        QuantityKind::Percentage | QuantityKind::Ratio => (QuantityKind::Ratio, "", None),
        QuantityKind::Frequency => (QuantityKind::Frequency, "", None),
        kind => (kind, quantity.unit.base(), quantity.per),
    }
}

/// Parts whose numbers are about something else.
pub const ASIDE: &[Role] = &[
    Role::References,
    Role::Disclaimer,
    Role::Authorship,
    Role::Resources,
    Role::Contact,
];

fn is_compared(facts: &Facts<'_>, quantity: &Quantity) -> bool {
    let is_kind = match quantity.kind {
        QuantityKind::Duration
        | QuantityKind::Age
        | QuantityKind::Dose
        | QuantityKind::Volume
        | QuantityKind::Percentage
        | QuantityKind::Ratio
        | QuantityKind::Temperature
        | QuantityKind::Frequency
        | QuantityKind::Count
        | QuantityKind::Weight
        | QuantityKind::Lab
        | QuantityKind::Other => true,
        QuantityKind::Money
        | QuantityKind::Length
        | QuantityKind::Phone
        | QuantityKind::Emergency
        | QuantityKind::Date
        | QuantityKind::Year => false,
    };
    is_kind
        && !quantity.is_vague
        && !facts.is_in_roles(quantity.sentence, ASIDE)
        && !facts.is_of_case(quantity)
}

/// What the clause of a number says; where it says nothing of what it is about, the words before it in its sentence, then
/// the subject of the sentence before.
fn claim<'f>(language: &Language<'f>, quantity: &'f Quantity, is_asked: bool) -> Option<Claim<'f>> {
    let facts = language.facts;
    let index = quantity.sentence;
    let tokens = facts.tokens.get(index)?;
    let text = facts.sentences.get(index)?.text();
    let mut clause = facts.clause_of(quantity);
    clause.end = before_next(tokens, &clause, quantity);
    if is_listed_condition(facts, quantity) {
        return None;
    }
    let mut said = Said::default();
    let joint = language.joint(tokens, &clause, quantity);
    said.read(
        language,
        index,
        joint.unwrap_or(clause.start)..clause.end,
        Some(quantity),
    );
    let is_opener = |at: &usize| language.words.opens.has(tokens.word(*at));
    let part = facts.part_start(index, clause.start);
    let opener = [part, 0].into_iter().find(is_opener);
    let opens = opener.is_some();
    let label = (1..tokens.len().min(5)).find(|at| tokens.gap_before(text, *at).contains(':'));
    let mut start = clause.start;
    if let Some(label) = label.filter(|label| *label <= clause.start) {
        said.read(language, index, 0..label, Some(quantity));
    } else if joint.is_some() {
        // "It is done with a needle and takes 20 minutes": its subject opens the sentence.
        said.read_subject(language, index);
        start = 0;
    } else if clause.start > 0 && !said.is_conditional() && (said.is_bare() || opens) {
        start = opener.unwrap_or_default();
        let mut before = Said::default();
        let near = start.max(clause.start.saturating_sub(MOST_BACK));
        before.read(language, index, near..clause.start, Some(quantity));
        // "With sciatica, ..." says for whom, "you can drink until" what.
        if opens && !said.is_bare() && !said.is_open() {
            said.limits.extend(before.words);
            said.limits.extend(before.limits);
        } else {
            said.join(before);
        }
    }
    if said.has_exception() {
        return None;
    }
    said.limits
        .extend(facts.condition_behind(index, clause.end));
    if said.is_open() {
        said.read_subject(language, pointed_at(facts, index)?);
    }
    let mut around = Said::default();
    if is_asked {
        let after = tokens.len().min(clause.end + MOST_BACK);
        around.read(
            language,
            index,
            start.saturating_sub(MOST_BACK)..start,
            None,
        );
        around.read(language, index, clause.end..after, None);
    }
    let is_cell = is_cell(facts, quantity);
    if is_cell {
        let names = facts.names_of_cell(index);
        let read = |index: usize| {
            let mut said = Said::default();
            let end = facts.tokens_of(index).len().min(MOST_BACK);
            said.read(language, index, 0..end, None);
            said
        };
        said.join(names.row.map(read).unwrap_or_default());
        let mut column = names.column.map(read).unwrap_or_default();
        around.words.append(&mut column.words);
        said.limits.append(&mut column.limits);
    }
    let mut claim = said.claim(language, quantity);
    claim.is_cell = is_cell;
    claim.around = around.words;
    claim.around.append(&mut around.limits);
    claim.around.sort_unstable();
    Some(claim)
}

/// Whether a number stands in a table.
pub fn is_cell(facts: &Facts<'_>, quantity: &Quantity) -> bool {
    facts.sentence(quantity.sentence).within.kind == TextKind::In(ProseKind::Cell)
}

/// The end of what a clause says of a number, where it goes on to another: "vomiting lasts 2 days and diarrhoea 5 to 7".
fn before_next(tokens: &Tokens, clause: &std::ops::Range<usize>, quantity: &Quantity) -> usize {
    let is_number = |at: usize| tokens.word(at).starts_with(|c: char| c.is_ascii_digit());
    let goes_on =
        |at: &usize| matches!(tokens.word(*at), "and" | "y") && (at + 2..clause.end).any(is_number);
    let end = quantity.noun.end.max(quantity.words.end);
    (end..clause.end).find(goes_on).unwrap_or(clause.end)
}

/// Whether a number is the limit of an item under "see your doctor if": what it leads to is said elsewhere.
fn is_listed_condition(facts: &Facts<'_>, quantity: &Quantity) -> bool {
    facts.lists_around(quantity.span).any(|list| {
        let mut places = list.lead.into_iter().chain(list.heading);
        places.any(|index| {
            // "If you have:" opens a condition, too; there only a number that is exceeded is surely its limit.
            let last = facts.tokens_of(index).words().next_back();
            let is_bare = matches!(last, Some("if" | "when" | "unless" | "si" | "cuando"));
            is_bare || quantity.bound == Bound::AtLeast && facts.lead(index) == Lead::Condition
        })
    })
}

/// The sentence that "it" in a sentence points at: the one before in its paragraph, else its heading.
fn pointed_at(facts: &Facts<'_>, index: usize) -> Option<usize> {
    let here = facts.sentences.get(index)?;
    let before = index.checked_sub(1).filter(|before| {
        let before = facts.sentences.get(*before);
        before.is_some_and(|before| std::ptr::eq(before.within.prose, here.within.prose))
    });
    let heading = || {
        let heading = here.within.section.heading.as_ref()?;
        facts.sentences_in(heading.whole()).next()
    };
    before.or_else(heading)
}

impl Language<'_> {
    /// Where a second thing that is said of the subject starts: "takes" in "it is done with a needle and takes 20 minutes".
    fn joint(
        &self,
        tokens: &Tokens,
        clause: &std::ops::Range<usize>,
        quantity: &Quantity,
    ) -> Option<usize> {
        let is_joint = |at: &usize| {
            matches!(tokens.word(*at), "and" | "y")
                && (self.words.lasts.has(tokens.word(at + 1))
                    || matches!(tokens.word(at + 1), "takes" | "take" | "tarda" | "tardan"))
        };
        let joint = (clause.start..quantity.words.start).rev().find(is_joint)?;
        Some(joint + 1)
    }
}

#[cfg(test)]
mod tests;
