//! Which advice a mention is bound to: section 4 of the project's health standards.
//!
//! Own sentence, item or table row > lead-in > heading; a sentence after the list that points back adds a second binding; a question
//! is bound by its answer; a collective word ("red flags") stands for every concept of the most urgent red flags.

use super::{ConceptUse, Counsel, Facts, ListUse, Mention, Sense, list};
use crate::article::{PlaceKind, ProseKind, Role, TextKind};
use crate::lexicon::Urgency;
use crate::lexicon::phrases::Table;
use crate::source::{Cover, Span};

/// A mention with the advice that it is bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Binding {
    /// The concept's mention.
    pub mention: usize,
    /// The advice, by its index in the facts.
    pub counsel: usize,
    /// How the two are tied.
    pub via: Via,
}

/// How a mention and advice are tied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Via {
    /// They stand in one item or sentence.
    Sentence,
    /// The advice leads to the list that holds the mention.
    LeadIn,
    /// The advice is in a heading above.
    Heading,
    /// The advice points back at the list or sentence before it.
    After,
    /// The mention is in a question, the advice in its answer.
    Answer,
    /// The advice speaks of all red flags at once.
    Collective,
}

/// Binds every mention of every concept.
pub(super) fn bind(facts: &Facts<'_>, concepts: &mut [ConceptUse]) {
    for concept in concepts.iter_mut() {
        let mut bindings = Vec::new();
        let told = concept
            .mentions
            .iter()
            .enumerate()
            .filter(|(_, mention)| mention.sense != Sense::Expected);
        for (index, mention) in told {
            bindings.extend(
                of(facts, mention)
                    .into_iter()
                    .map(|(counsel, via)| Binding {
                        mention: index,
                        counsel,
                        via,
                    }),
            );
        }
        concept.bindings = bindings;
    }
    collective(facts, concepts);
    for concept in concepts {
        // Of two mentions under one piece of advice the item counts, not the heading over it: lists tell levels apart.
        let is_listed = |binding: &Binding| {
            let mention = concept.mentions.get(binding.mention);
            mention.is_some_and(|mention| facts.lists_around(mention.span).next().is_some())
        };
        let key = |binding: &Binding| {
            (
                binding.counsel,
                !is_listed(binding),
                binding.via,
                binding.mention,
            )
        };
        let mut bindings = std::mem::take(&mut concept.bindings);
        bindings.sort_by_key(key);
        bindings.dedup_by_key(|binding| binding.counsel);
        concept.bindings = bindings;
    }
}

fn of(facts: &Facts<'_>, mention: &Mention) -> Vec<(usize, Via)> {
    let mut bound: Vec<(usize, Via)> = Vec::new();
    bound.extend(own(facts, mention).map(|counsel| (counsel, Via::Sentence)));
    if let Some(list) = facts.lists_around(mention.span).next() {
        if bound.is_empty() {
            let lead = list
                .lead
                .and_then(|lead| last(facts, lead))
                .map(|counsel| (counsel, Via::LeadIn));
            let heading = || {
                list.heading
                    .and_then(|heading| last(facts, heading))
                    .map(|counsel| (counsel, Via::Heading))
            };
            let outer = || outer_lead(facts, list.span).map(|counsel| (counsel, Via::LeadIn));
            bound.extend(lead.or_else(outer).or_else(heading));
        }
        bound.extend(
            list.after
                .and_then(|after| last(facts, after).or_else(|| imperative_after(facts, after)))
                .map(|counsel| (counsel, Via::After)),
        );
        if bound.is_empty() && list.is_red_flags {
            bound.extend(behind(facts, list).map(|counsel| (counsel, Via::After)));
        }
    } else if bound.is_empty() {
        bound.extend(next(facts, mention.sentence).map(|counsel| (counsel, Via::After)));
    }
    bound.extend(answer(facts, mention).map(|counsel| (counsel, Via::Answer)));
    bound
}

/// The advice of the sentence right behind a list that nothing else governs: "Watch out for: ... In an emergency, dial 999."
fn behind(facts: &Facts<'_>, list: &ListUse) -> Option<usize> {
    let first = facts
        .places
        .partition_point(|(place, _)| place.start() < list.span.end());
    let (_, next) = facts.places.get(first)?;
    let within = |index: usize| facts.sentence(index).within;
    let last_of_list = first.checked_sub(1).and_then(|at| facts.places.get(at));
    let is_near = last_of_list
        .is_some_and(|(_, last)| std::ptr::eq(within(*last).section, within(*next).section));
    let (index, counsel) = facts.counsels_of(*next).next()?;
    let is_text = matches!(within(*next).kind, TextKind::In(ProseKind::Paragraph));
    (is_near && is_text && !counsel.frame.is_conditional).then_some(index)
}

/// The advice in the mention's own sentence whose scope holds it, else in another sentence of the same list item.
fn own(facts: &Facts<'_>, mention: &Mention) -> Option<usize> {
    let here = facts.counsels_near(mention.sentence, mention.words.clone());
    let within = here.filter(|(_, counsel)| {
        counsel.frame.scope.contains(&mention.words.start)
            || mention.words.contains(&counsel.frame.scope.start)
    });
    if let Some((index, _)) = within.max_by_key(|(_, counsel)| counsel.level()) {
        return Some(index);
    }
    beside(facts, mention.sentence)
}

/// The advice that stands in one list item or table row with a sentence that gives none itself.
pub(super) fn beside(facts: &Facts<'_>, sentence: usize) -> Option<usize> {
    if facts.counsels_of(sentence).next().is_some() {
        return None;
    }
    let span = facts.sentences.get(sentence)?.span();
    let gives = |index: &usize| facts.counsels_of(*index).next().is_some();
    if let Some(row) = facts.row_around(span) {
        return facts
            .sentences_in(row)
            .find(gives)
            .and_then(|index| last(facts, index));
    }
    let item = facts
        .lists_around(span)
        .find_map(|list| list.item_around(span))?;
    let mut later = facts.sentences_in(item).filter(|index| *index > sentence);
    later.find(gives).and_then(|index| last(facts, index))
}

/// The advice of the next sentence, where this one calls something urgent or a sign of something, and the next says what to
/// do, on no condition: "Chest pain is an emergency. Call 911."
pub(super) fn imperative_after(facts: &Facts<'_>, sentence: usize) -> Option<usize> {
    if facts.counsels_of(sentence).next().is_some()
        || facts.counsels_of(sentence + 1).next().is_none()
    {
        return None;
    }
    let tokens = facts.tokens.get(sentence)?;
    let called = || {
        facts
            .advice
            .level_in(tokens, 0..tokens.len())
            .is_some_and(|(level, _)| level >= Urgency::Urgent)
    };
    if signal(facts, sentence).is_none() && !called() {
        return None;
    }
    let mut after = facts.counsels_of(sentence + 1);
    let (index, counsel) = after.next()?;
    let opens = counsel.frame.words.start == 0 && !counsel.frame.is_conditional;
    (opens && are_together(facts, sentence)).then_some(index)
}

/// The word of a sentence from which on it says what something is a sign of: "a swollen calf may be a blood clot".
pub(super) fn signal(facts: &Facts<'_>, sentence: usize) -> Option<usize> {
    let hit = facts.hits_in(Table::Signals, sentence).first()?;
    Some(hit.words.start).filter(|start| *start > 0)
}

/// The last advice of a sentence.
fn last(facts: &Facts<'_>, sentence: usize) -> Option<usize> {
    facts.counsels_of(sentence).last().map(|(index, _)| index)
}

/// The lead-in of the nearest list around a nested one.
fn outer_lead(facts: &Facts<'_>, span: Span) -> Option<usize> {
    let around = facts.lists_around(span);
    around
        .filter(|list| list.span != span)
        .filter_map(|list| list.lead)
        .find_map(|lead| last(facts, lead))
}

/// The advice of the next sentence of the same section, if it points back.
fn next(facts: &Facts<'_>, sentence: usize) -> Option<usize> {
    let points_back = list::points_back(facts, sentence + 1) && !list::is_lead(facts, sentence + 1);
    if points_back && are_together(facts, sentence) {
        last(facts, sentence + 1)
    } else {
        imperative_after(facts, sentence)
    }
}

/// Whether a sentence and the next stand in one section.
fn are_together(facts: &Facts<'_>, sentence: usize) -> bool {
    let here = facts.sentences.get(sentence);
    let next = facts.sentences.get(sentence + 1);
    here.zip(next)
        .is_some_and(|(here, next)| std::ptr::eq(here.within.section, next.within.section))
}

/// The advice of the answer, if the mention is in its question: the first that sets no condition of its own but that the
/// reader wait to see whether it lasts.
fn answer(facts: &Facts<'_>, mention: &Mention) -> Option<usize> {
    let span = facts.pair_asking(mention.span)?.answer_span()?;
    let waits = |counsel: &Counsel| {
        !facts.hits_in(Table::Waiting, counsel.sentence).is_empty()
            && counsel.level() < Urgency::Urgent
    };
    let advice = facts.numbered_counsels_in(span);
    advice
        .filter(|(_, counsel)| !counsel.frame.is_conditional || waits(counsel))
        .map(|(index, _)| index)
        .min()
}

/// Binds sentences that speak of "red flags" outside the red flags themselves to every concept of the most urgent ones.
fn collective(facts: &Facts<'_>, concepts: &mut [ConceptUse]) {
    let places: Cover = facts
        .article
        .places(Role::RedFlags)
        .filter(|place| place.kind != PlaceKind::Paragraph)
        .map(|place| place.span)
        .collect();
    let advice: Vec<usize> = (0..facts.counsels().len())
        .filter(|index| speaks_of_all(facts, *index, &places))
        .collect();
    if advice.is_empty() {
        return;
    }
    let level = |concept: &ConceptUse| -> Option<Urgency> {
        let red = concept
            .bindings
            .iter()
            .filter(|binding| concept.bound(binding).is_red_flag);
        red.map(|binding| facts.counsel(binding.counsel).level())
            .max()
    };
    let highest = concepts.iter().filter_map(level).max();
    for concept in concepts.iter_mut() {
        if level(concept) != highest {
            continue;
        }
        let listed = concept
            .mentions
            .iter()
            .position(|mention| mention.is_red_flag && places.contains(mention.span));
        if let Some(mention) = listed {
            concept
                .bindings
                .extend(advice.iter().map(|counsel| Binding {
                    mention,
                    counsel: *counsel,
                    via: Via::Collective,
                }));
        }
    }
}

fn speaks_of_all(facts: &Facts<'_>, counsel: usize, places: &Cover) -> bool {
    let counsel = facts.counsel(counsel);
    let tokens = facts.tokens_of(counsel.sentence);
    let named = || {
        let scope = counsel.frame.scope.clone();
        let words = facts.advice.collective_in(tokens, scope);
        words.is_some_and(|words| !facts.advice.is_negated(tokens, words.start))
    };
    !places.contains(counsel.span) && named()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};
    use Urgency::{Emergency, Routine, Soon, Urgent};
    use Via::{After, Answer, Collective, Heading, LeadIn, Sentence};

    /// The advice that the sign called `label` is bound to.
    fn bound(text: &str, label: &str) -> Vec<(Via, Urgency)> {
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let facts = Facts::find(&article, &Settings::of(&article));
        let named = facts
            .concepts()
            .iter()
            .find(|concept| concept.label == label);
        let bindings = named.map_or(&[][..], |concept| &concept.bindings);
        let bindings = bindings.iter();
        bindings
            .map(|binding| (binding.via, facts.counsels()[binding.counsel].level()))
            .collect()
    }

    #[test]
    fn a_listed_sign_is_bound_to_the_nearest_advice_and_to_all_that_speaks_of_it() {
        let cases: &[(&str, &[(Via, Urgency)])] = &[
            (
                "## Red flags\n\nCall 911 if:\n\n- hot dry skin\n",
                &[(LeadIn, Emergency)],
            ),
            (
                "## See a doctor soon if:\n\n- hot dry skin\n",
                &[(Heading, Soon)],
            ),
            (
                "## Red flags\n\nSee a doctor if:\n\n- hot dry skin: call 911\n",
                &[(Sentence, Emergency)],
            ),
            (
                "## Red flags\n\nSee a doctor if:\n\n- hot dry skin. Call 911 now.\n",
                &[(Sentence, Emergency)],
            ),
            (
                "## Red flags\n\nWatch out for:\n\n- hot dry skin\n\nIn an emergency dial 999.\n",
                &[(After, Emergency)],
            ),
            (
                "## Red flags\n\nSee a doctor soon if:\n\n- hot dry skin\n\nThese signs need urgent care.\n",
                &[(LeadIn, Soon), (After, Urgent)],
            ),
            (
                "## Red flags\n\nSee a doctor soon if:\n\n- hot dry skin\n\nThese are emergencies. Call 911.\n",
                &[(LeadIn, Soon), (After, Emergency)],
            ),
            (
                "## Red flags\n\nCall 911 if:\n\n- hot dry skin\n\n## Conclusion\n\nSee your doctor about red flags.\n",
                &[(LeadIn, Emergency), (Collective, Routine)],
            ),
            (
                "## Red flags\n\nCall 911 if:\n\n- hot dry skin\n\n## FAQ\n\n### Why is my skin hot and dry?\n\nSee your doctor.\n",
                &[(LeadIn, Emergency), (Answer, Routine)],
            ),
            (
                "## Red flags\n\nCall 911 if:\n\n- hot dry skin\n\n## More\n\n| Sign | Act |\n|---|---|\n| Hot dry skin | See a doctor |\n",
                &[(LeadIn, Emergency), (Sentence, Routine)],
            ),
        ];
        for (body, wanted) in cases {
            let text = format!("# Heat\n\n{body}");
            assert_eq!(bound(&text, "hot dry skin"), *wanted, "{body}");
        }
    }
}
