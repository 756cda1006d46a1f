//! Yes and no in the FAQ against what the article says: prevent or lower the risk, cure or ease, painless or painful.

use super::ELSEWHERE;
use crate::facts::Asked;
use crate::facts::words::{ContentWords, Stem};
use crate::lexicon::phrasebook::Hit;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// Something that an FAQ may promise, with the words that take it back.
struct Promise {
    asked: Table,
    hedged: Table,
    /// The rows of `hedged` that say the opposite.
    flat: &'static [usize],
    /// What the two are called.
    names: (&'static str, &'static str),
}

const PROMISES: &[Promise] = &[
    Promise {
        asked: Table::AskPrevent,
        hedged: Table::HedgePrevent,
        flat: &[3],
        names: ("preventing it", "lowering the risk"),
    },
    Promise {
        asked: Table::AskCure,
        hedged: Table::HedgeCure,
        flat: &[1, 2],
        names: ("a cure", "relief"),
    },
];

/// The share of the question's other words that a sentence must have to speak of the same thing.
const SAME: f64 = 0.5;

/// Reports answers whose yes or no does not fit the article.
pub fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let elsewhere = Elsewhere::default();
    for asked in &cx.facts.asked() {
        let Some(first) = asked.answer.first().copied() else {
            continue;
        };
        let word = cx
            .facts
            .tokens
            .get(first)
            .map_or("", |tokens| tokens.word(0));
        match word {
            "yes" | "si" => {
                for promise in PROMISES {
                    promised(cx, findings, asked, first, promise, &elsewhere);
                }
                hurts(cx, findings, asked, first, Table::FlatHurt, &elsewhere);
            }
            "no" => hurts(cx, findings, asked, first, Table::HedgeHurt, &elsewhere),
            _ => {}
        }
    }
}

/// "Can I prevent it? Yes", while the answer or the article only lowers the risk.
fn promised<'a>(
    cx: &Context<'a>,
    findings: &mut Findings<'_>,
    asked: &Asked<'_>,
    first: usize,
    promise: &Promise,
    elsewhere: &Elsewhere<'a>,
) {
    if !asked.asks(cx.facts, promise.asked)
        || !cx.facts.hits_in(Table::PartAnswer, first).is_empty()
    {
        return;
    }
    let hedges = |index: usize| cx.facts.hits_in(promise.hedged, index).first();
    let within = asked.answer.iter().find_map(|index| hedges(*index));
    let elsewhere = || {
        let sayings = elsewhere.of(cx, promise.hedged)?;
        let at = sayings.first_of(&own_words(cx, asked, promise.asked))?;
        sayings.hits.get(at).copied()
    };
    let Some(hedge) = within.or_else(elsewhere) else {
        return;
    };
    let flat = promise.flat.contains(&hedge.row);
    let span = cx.facts.span_of(hedge.sentence, hedge.words.clone());
    let words = cx.article.source.slice(span);
    let place = if within.is_some() {
        "goes on with"
    } else {
        "elsewhere the article says"
    };
    let (more, less) = promise.names;
    let finding = findings
        .report(cx.facts.span_of(first, 0..1), format!("the answer says yes to {more}, but {place} \"{words}\""))
        .label(asked.pair.question.trimmed().whole(), "the question")
        .label(span, if flat { "the opposite".to_owned() } else { format!("this is only {less}") })
        .help("Answer what holds: \"Not always. You can lower your chance by ...\". A plain yes promises more than anybody can keep.");
    if !flat {
        finding.severity(Severity::Warning);
    }
}

/// "Does it hurt? No", while the article speaks of pain; or the other way round.
fn hurts<'a>(
    cx: &Context<'a>,
    findings: &mut Findings<'_>,
    asked: &Asked<'_>,
    first: usize,
    opposite: Table,
    elsewhere: &Elsewhere<'a>,
) {
    let says = |index: usize, table: Table| !cx.facts.hits_in(table, index).is_empty();
    let mixed = asked
        .answer
        .iter()
        .any(|index| says(*index, Table::HedgeHurt) && !says(*index, Table::FlatHurt));
    let is_open = says(first, Table::PartAnswer) || (opposite == Table::HedgeHurt && mixed);
    if !asked.asks(cx.facts, Table::AskHurt) || is_open {
        return;
    }
    let told = elsewhere.of(cx, opposite).and_then(|sayings| {
        let same = sayings.first_of(&own_words(cx, asked, Table::AskHurt));
        let at = same.into_iter().chain(sayings.during).min()?;
        sayings.hits.get(at).copied()
    });
    let Some(told) = told else {
        return;
    };
    let span = cx.facts.span_of(told.sentence, told.words.clone());
    let answer = cx.facts.span_of(first, 0..1);
    let message = format!(
        "the answer says \"{}\" to a question about pain, but elsewhere the article says \"{}\"",
        cx.article.source.slice(answer),
        cx.article.source.slice(span)
    );
    findings
        .report(answer, message)
        .severity(Severity::Warning)
        .label(asked.pair.question.trimmed().whole(), "the question")
        .label(span, "the article here")
        .help("Say the same in both places: \"You may feel a sting for a few seconds\". Readers who expect no pain feel misled.");
}

/// The words of a question that are not about the promise itself.
fn own_words(cx: &Context<'_>, asked: &Asked<'_>, promise: Table) -> ContentWords {
    let lang = cx.article.base_lang();
    let hits = asked
        .question
        .iter()
        .flat_map(|index| cx.facts.hits_in(promise, *index));
    let promised: Vec<Stem> = hits
        .flat_map(|hit| {
            ContentWords::of(cx.facts.text_of(hit.sentence, hit.words.clone()), lang)
                .different()
                .to_vec()
        })
        .collect();
    let question = ContentWords::of(asked.pair.question.text(), lang);
    let own = question
        .different()
        .iter()
        .filter(|stem| !promised.contains(*stem));
    ContentWords::from_stems(own.cloned())
}

/// What the article says outside of the FAQ, by the table of its words; each is looked up once.
#[derive(Default)]
struct Elsewhere<'a> {
    found: RefCell<BTreeMap<usize, Option<Rc<Sayings<'a>>>>>,
}

impl<'a> Elsewhere<'a> {
    /// The sentences that match `table`; `None` if there is none.
    fn of(&self, cx: &Context<'a>, table: Table) -> Option<Rc<Sayings<'a>>> {
        let mut found = self.found.borrow_mut();
        let sayings = found
            .entry(table.index())
            .or_insert_with(|| Sayings::of(cx, table).map(Rc::new));
        sayings.clone()
    }
}

/// The matches of a table outside of the FAQ, in reading order, so indexed that a question costs no look at each.
struct Sayings<'a> {
    hits: Vec<&'a Hit>,
    /// The words of their sentences.
    words: Vec<ContentWords>,
    /// For each word the matches whose sentence has it, in order.
    having: HashMap<Stem, Vec<usize>>,
    /// The first that is about the procedure itself.
    during: Option<usize>,
}

impl<'a> Sayings<'a> {
    fn of(cx: &Context<'a>, table: Table) -> Option<Self> {
        let is_flat = |index| !cx.facts.hits_in(Table::FlatHurt, index).is_empty();
        let hits = cx.facts.hits(table).iter().filter(|hit| {
            !cx.facts.is_in_roles(hit.sentence, ELSEWHERE)
                && (table != Table::HedgeHurt || !is_flat(hit.sentence))
        });
        let hits: Vec<&Hit> = hits.collect();
        let during = |hit: &&Hit| cx.facts.is_in_roles(hit.sentence, &[Role::Procedure]);
        let during = hits.iter().position(during);
        let lang = cx.article.base_lang();
        let words = |hit: &&Hit| ContentWords::of_tokens(cx.facts.tokens_of(hit.sentence), lang);
        let words: Vec<ContentWords> = hits.iter().map(words).collect();
        let mut having: HashMap<Stem, Vec<usize>> = HashMap::new();
        for (at, words) in words.iter().enumerate() {
            for stem in words.different() {
                having.entry(stem.clone()).or_default().push(at);
            }
        }
        (!hits.is_empty()).then_some(Self {
            hits,
            words,
            having,
            during,
        })
    }

    /// The first match whose sentence speaks of what is asked: it has half of the words `own`, if there are any.
    fn first_of(&self, own: &ContentWords) -> Option<usize> {
        let having = own.different().iter();
        let mut having: Vec<&[usize]> = having
            .map(|stem| self.having.get(stem).map_or(&[][..], Vec::as_slice))
            .collect();
        // A sentence with half of the words has one of any larger half: that of the rarest ones is the shortest way to it.
        having.sort_unstable_by_key(|places| places.len());
        having.truncate(own.len() / 2 + 1);
        loop {
            let at = having.iter().filter_map(|places| places.first()).min()?;
            let at = *at;
            if self
                .words
                .get(at)
                .is_some_and(|words| own.share_in(words) >= SAME)
            {
                return Some(at);
            }
            for places in &mut having {
                if let Some((first, rest)) = places.split_first()
                    && *first == at
                {
                    *places = rest;
                }
            }
        }
    }
}
