//! Lists whose items are built in different ways.

use super::lists::lists;
use crate::facts::Facts;
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// A list whose items start or end in different ways.
    ///
    /// ## Why it matters
    /// Items that are built alike are taken in at a glance. One that is built in another way is read twice, or not at all.
    ///
    /// Compared are starts that say what to do in different forms ("Stretching ...", "Use of ...", "Rest ..."), and full
    /// stops at the end. A stop on the last item only, and a list of single words, are fine; in lists of two only the
    /// stops are compared.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// What helps:
    ///
    /// - Doing gentle stretches every day
    /// - Use of heat or cold packs
    /// - Keep moving as far as you can
    /// ```
    ///
    /// ```markdown,flag
    /// # Back pain
    ///
    /// What helps:
    ///
    /// - Stretch gently every day.
    /// - Use heat or cold packs
    /// - Keep moving as far as you can.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// What helps:
    ///
    /// - Stretch gently every day.
    /// - Use heat or cold packs.
    /// - Keep moving as far as you can.
    ///
    /// You may notice:
    ///
    /// - swelling of the joint
    /// - a stiff back in the morning
    /// - feeling tired, which passes.
    ///
    /// Remember:
    ///
    /// - It gets better.[^1]
    /// - Keep moving.
    ///
    /// [^1]: A leaflet of the spine society.
    /// ```
    ///
    /// "Bring" is an order like the others:
    /// ```markdown,pass
    /// # Your scan
    ///
    /// On the day:
    ///
    /// - Eat a light meal.
    /// - Wear loose clothes.
    /// - Bring a list of your medicines.
    /// ```
    RULE {
        name: "list-items-not-parallel", severity: Info, since: "0.1.0",
        standard: "PEMAT 8; NHS lists",
        summary: "the items of a list are built in different ways",
    }
}

/// How an item starts, if it says what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Start {
    /// "Stretching".
    Ing,
    /// "Use of".
    Noun,
    /// "Stretch".
    Order,
}

impl Start {
    fn kind(self) -> &'static str {
        match self {
            Self::Ing => "-ing words",
            Self::Noun => "\"... of\"",
            Self::Order => "verbs",
        }
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() != "en" {
        return;
    }
    for placed in lists(cx.article) {
        let items: Vec<&Prose> = placed
            .list
            .items
            .iter()
            .filter_map(ListItem::prose)
            .collect();
        let is_whole = items.len() == placed.list.items.len() && items.len() >= 2;
        if !is_whole || placed.is_looked_up(cx.facts) {
            continue;
        }
        if !starts(cx.facts, &items, findings) {
            stops(&items, findings);
        }
    }
}

/// Reports items that start in the rarer ways; whether there are any.
fn starts(facts: &Facts<'_>, items: &[&Prose], findings: &mut Findings<'_>) -> bool {
    if items.len() < 3 {
        return false;
    }
    let starts: Vec<Option<Start>> = items.iter().map(|item| start(facts, item)).collect();
    // An item that cannot be told makes the comparison a guess.
    let told: Vec<Start> = starts.iter().copied().flatten().collect();
    if told.len() < items.len() {
        return false;
    }
    let mut kinds: Vec<Start> = told.clone();
    kinds.sort_unstable();
    kinds.dedup();
    if kinds.len() < 2 {
        return false;
    }
    let count = |kind: &Start| told.iter().filter(|start| *start == kind).count();
    // Of kinds that are as frequent the last, which is the verbs.
    let Some(usual) = kinds.iter().copied().max_by_key(count) else {
        return false;
    };
    let mut odd = items
        .iter()
        .zip(&told)
        .filter(|(_, start)| **start != usual)
        .map(|(item, _)| first_word(item));
    let Some(first) = odd.next() else {
        return false;
    };
    let kinds: Vec<&str> = kinds.into_iter().map(Start::kind).collect();
    let finding = findings.report(
        first,
        format!(
            "the items of this list start in different ways ({})",
            kinds.join(", ")
        ),
    );
    finding.help("Items that are built alike are taken in at a glance. Start each with a verb that says what to do.");
    for other in odd {
        finding.label(other, "");
    }
    true
}

/// Verbs whose plain form ends as the form with "-ing" does.
const NO_FORMS: &[&str] = &[
    "bring", "cling", "fling", "sling", "sting", "string", "swing", "wring",
];

fn start(facts: &Facts<'_>, item: &Prose) -> Option<Start> {
    let sentence = facts.sentences_in(item.whole()).next()?;
    let tokens = facts.tokens.get(sentence)?;
    let opens = |table| {
        let mut hits = facts.hits_in(table, sentence).iter();
        hits.any(|hit| hit.words.start == 0)
    };
    let (first, second) = (tokens.word(0), tokens.word(1));
    if opens(Table::NamedAction) {
        return Some(Start::Noun);
    }
    let is_ing = first.len() > 4 && first.ends_with("ing") && !NO_FORMS.contains(&first);
    if is_ing && !second.is_empty() && !opens(Table::IngNoun) {
        return Some(Start::Ing);
    }
    (opens(Table::Action) && !second.is_empty()).then_some(Start::Order)
}

fn first_word(item: &Prose) -> Span {
    let word = item.words().next();
    word.map_or_else(|| item.whole(), |(range, _)| item.span(range))
}

/// Reports items without a full stop among items with one, or the other way round.
fn stops(items: &[&Prose], findings: &mut Findings<'_>) {
    let Some((last, before)) = items.split_last() else {
        return;
    };
    // An item of several sentences has its stops for other reasons.
    let is_told = items.iter().all(|item| {
        let text = said(item);
        !text.contains(". ")
            && (text.ends_with('.') && !text.ends_with("...")
                || text.ends_with(|end: char| end.is_alphanumeric()))
    });
    let has_stop = |item: &&Prose| said(item).ends_with('.');
    // One sentence in the shape of a list ends with the only stop.
    let is_one_sentence = !before.iter().any(has_stop) && has_stop(last);
    let (with, without): (Vec<&Prose>, Vec<&Prose>) = items.iter().partition(|item| has_stop(item));
    let abbreviated = with.iter().any(|item| is_short(item.text()));
    if !is_told || is_one_sentence || with.is_empty() || without.is_empty() || abbreviated {
        return;
    }
    let (odd, lacks) = if with.len() >= without.len() {
        (without, true)
    } else {
        (with, false)
    };
    let mut odd = odd.into_iter().map(last_word);
    let Some(first) = odd.next() else { return };
    let message = if lacks {
        "this item ends without a full stop, most items of the list with one"
    } else {
        "this item ends with a full stop, most items of the list without one"
    };
    let finding = findings.report(first, message);
    finding.help("Items that are built alike are taken in at a glance. End all of them in one way: sentences with a full stop, mere words without.");
    for other in odd {
        finding.label(other, "");
    }
}

/// The text without the numbers of footnotes after it.
fn said(item: &Prose) -> &str {
    let mut text = item.text().trim_end();
    for mark in item.marks().iter().rev() {
        if matches!(mark.kind, MarkKind::Footnote { .. } | MarkKind::Superscript)
            && mark.range.end >= text.len()
        {
            text = text.get(..mark.range.start).unwrap_or(text).trim_end();
        }
    }
    text
}

/// A word or two with a dot is an abbreviation.
fn is_short(text: &str) -> bool {
    Tokens::of(text).len() < 3
}

fn last_word(item: &Prose) -> Span {
    let word = item.words().last();
    word.map_or_else(|| item.whole(), |(range, _)| item.span(range))
}
