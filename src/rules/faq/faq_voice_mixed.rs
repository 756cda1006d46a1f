//! Questions that speak as "I", as "you" and of "patients" in one FAQ.

use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// The questions of one FAQ change between "I", "you" and words like "patients".
    ///
    /// ## Why it matters
    /// Readers find themselves in "Can I drive?". "Can patients drive?" two lines below sounds as if it were about others.
    ///
    /// Questions without a person ("What is a block?") fit with all. The rule needs three questions, and "you" that is the
    /// clinic ("Do you take my insurance?") is no reader.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// ## FAQ
    ///
    /// ### Can I eat before the block?
    ///
    /// Yes, a light meal.
    ///
    /// ### Should I stop my tablets?
    ///
    /// Ask the clinic first.
    ///
    /// ### Can patients drive home?
    ///
    /// No. Somebody else has to drive.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// ## FAQ
    ///
    /// ### Can I eat before the block?
    ///
    /// Yes, a light meal.
    ///
    /// ### What is a block?
    ///
    /// An injection near a nerve.
    ///
    /// ### Can I drive home?
    ///
    /// No. Somebody else has to drive.
    ///
    /// ### Do you accept my insurance?
    ///
    /// We accept most plans.
    /// ```
    RULE { name: "faq-voice-mixed", severity: Info, since: "0.1.0",
        standard: "PEMAT 21; NHS content guide: address people as you",
        summary: "questions change between I, you and words like patients" }
}

/// With fewer questions there is no habit to depart from.
const QUESTIONS: usize = 3;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Voice {
    First,
    Second,
    Third,
}

impl Voice {
    fn name(self) -> &'static str {
        match self {
            Self::First => "\"I\"",
            Self::Second => "\"you\"",
            Self::Third => "readers as others",
        }
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let asked = cx.facts.asked();
    if asked.len() < QUESTIONS {
        return;
    }
    let voiced: Vec<(Voice, Span)> = asked
        .iter()
        .filter_map(|asked| {
            let says = |table: Table| asked.asks(cx.facts, table);
            let voice = if says(Table::VoiceI) {
                Voice::First
            } else if says(Table::VoiceClinic) {
                return None;
            } else if says(Table::VoiceYou) {
                Voice::Second
            } else if says(Table::VoiceThey) {
                Voice::Third
            } else {
                return None;
            };
            Some((voice, asked.pair.question.trimmed().whole()))
        })
        .collect();
    let count = |voice: Voice| voiced.iter().filter(|(other, _)| *other == voice).count();
    let usual = [Voice::First, Voice::Second, Voice::Third]
        .into_iter()
        .rev()
        .max_by_key(|voice| count(*voice));
    let Some(usual) = usual else {
        return;
    };
    let mut odd = voiced.iter().filter(|(voice, _)| *voice != usual);
    let (Some((voice, span)), Some((_, other))) =
        (odd.next(), voiced.iter().find(|(voice, _)| *voice == usual))
    else {
        return;
    };
    let finding = findings
        .report(
            *span,
            format!(
                "questions change their voice: this one has {}, others {}",
                voice.name(),
                usual.name()
            ),
        )
        .label(*other, format!("{} here", usual.name()))
        .help("Ask all of them as the reader would (\"Can I drive?\") and answer with \"you\".");
    for (_, span) in odd {
        finding.label(*span, "this one differs too");
    }
}
