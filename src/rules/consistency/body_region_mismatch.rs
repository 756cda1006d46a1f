//! Exercises for another part of the body.

use crate::lexicon::phrasebook::Hit;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// An exercise or term belongs to another part of the body than the article.
    ///
    /// ## Why it matters
    /// A reader with low back pain who does neck exercises loses weeks. Such lines often come from another article.
    ///
    /// The article's part of the body is the one in its title, else the one that most of its words are of. Only parts that are
    /// far from each other clash: neck, shoulder, arm and jaw against low back, hip, leg and foot. Where the sentence names the
    /// other part ("if your neck aches too, chin tucks help"), or the article is about both, nothing is said.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Low back pain
    ///
    /// Gentle chin tucks and thoracic extensions help your lower back.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Low back pain
    ///
    /// Pelvic tilts help. If you sit at a desk and your neck hurts too, chin tucks help.
    /// ```
    ///
    /// ```markdown,pass
    /// # Neck pain
    ///
    /// Chin tucks and shoulder rolls help.
    /// ```
    RULE {
        name: "body-region-mismatch", severity: Warning, since: "0.1.0",
        standard: "PEMAT 2",
        summary: "an exercise belongs to another part of the body than the article",
    }
}

/// A half of the body.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Upper,
    Lower,
}

/// The share of words about one half from which an article is about it.
const MAJORITY: f64 = 0.7;
/// Fewer words about the body tell nothing.
const LEAST: usize = 4;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let upper = cx.facts.hits(Table::UpperMoves);
    let lower = cx.facts.hits(Table::LowerMoves);
    if (upper.is_empty() && lower.is_empty()) || cx.facts.base_lang() != "en" {
        return;
    }
    let Some(own) = half(cx) else {
        return;
    };
    let (moves, places, name, about) = match own {
        Half::Lower => (upper, Table::UpperPlaces, "upper", "lower"),
        Half::Upper => (lower, Table::LowerPlaces, "lower", "upper"),
    };
    let foreign: Vec<&Hit> = moves
        .iter()
        .filter(|hit| is_text(cx, hit.sentence) && !names_place(cx, places, hit))
        .collect();
    let Some((first, rest)) = foreign.split_first() else {
        return;
    };
    let words = cx.facts.text_of(first.sentence, first.words.clone());
    let finding = findings.report(
        cx.facts.span_of(first.sentence, first.words.clone()),
        format!("\"{words}\" is for the {name} body; the article is about the {about} body"),
    );
    finding.help("A reader who does it gains nothing for the part that hurts. Name an exercise for that part, or say what this one is for.");
    let mut end = first.words.end;
    let mut sentence = first.sentence;
    for hit in rest {
        if hit.sentence != sentence || hit.words.start >= end {
            finding.label(
                cx.facts.span_of(hit.sentence, hit.words.clone()),
                format!("for the {name} body too"),
            );
        }
        (sentence, end) = (hit.sentence, hit.words.end);
    }
}

/// The half that the article is about: the title's, else that of most words; `None` where it is both.
fn half(cx: &Context<'_>) -> Option<Half> {
    let in_title = |table: Table| {
        cx.facts
            .hits(table)
            .iter()
            .any(|hit| !is_text(cx, hit.sentence) && is_title(cx, hit.sentence))
    };
    let (upper, lower) = (
        cx.facts.hits(Table::UpperPlaces).len(),
        cx.facts.hits(Table::LowerPlaces).len(),
    );
    match (in_title(Table::UpperPlaces), in_title(Table::LowerPlaces)) {
        (true, true) => return None,
        (true, false) => return Some(Half::Upper),
        (false, true) => return Some(Half::Lower),
        (false, false) => {}
    }
    let all = upper + lower;
    let share = |count: usize| count as f64 / all.max(1) as f64;
    if all < LEAST {
        None
    } else if share(upper) >= MAJORITY {
        Some(Half::Upper)
    } else if share(lower) >= MAJORITY {
        Some(Half::Lower)
    } else {
        None
    }
}

fn is_title(cx: &Context<'_>, sentence: usize) -> bool {
    cx.facts
        .sentences
        .get(sentence)
        .is_some_and(|sentence| sentence.within.kind == TextKind::Title)
}

fn is_text(cx: &Context<'_>, sentence: usize) -> bool {
    cx.facts
        .sentences
        .get(sentence)
        .is_some_and(|sentence| matches!(sentence.within.kind, TextKind::In(_)))
}

/// Whether the sentence or its heading names the other half outside the term itself.
fn names_place(cx: &Context<'_>, places: Table, term: &Hit) -> bool {
    let mut hits = cx.facts.hits_in(places, term.sentence).iter();
    let moves = |table: Table, at: usize| {
        cx.facts
            .hits_in(table, term.sentence)
            .iter()
            .any(|hit| hit.words.contains(&at))
    };
    let outside = hits.any(|hit| {
        !moves(Table::UpperMoves, hit.words.start) && !moves(Table::LowerMoves, hit.words.start)
    });
    let section = cx
        .facts
        .sentences
        .get(term.sentence)
        .map(|sentence| sentence.within.section);
    let heading = section
        .and_then(|section| section.heading.as_ref())
        .and_then(|heading| cx.facts.sentences_in(heading.whole()).next());
    outside || heading.is_some_and(|index| !cx.facts.hits_in(places, index).is_empty())
}
