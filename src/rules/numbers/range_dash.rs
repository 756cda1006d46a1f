//! Ranges written with a dash.

use crate::facts::{Facts, Quantity};
use crate::rules::prelude::*;

rule! {
    /// A range of numbers is written with a dash: "4-6 weeks".
    ///
    /// ## Why it matters
    /// Screen readers read "4-6" as "four six" or "four minus six", and in some fonts the dash is lost. "4 to 6" is read as
    /// it is meant.
    ///
    /// Tables, phone numbers, dates, scores, spine levels and the list of sources are left alone. All places are shown in
    /// one finding.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Most people feel better after 4-6 weeks. Rest for 1–2 days.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Most people feel better after 4 to 6 weeks. The joints at L4-L5 and C5-6 hurt most. Call 555-0100, or 9-8-8
    /// in a crisis.
    /// ```
    RULE {
        name: "range-dash", severity: Info, since: "0.1.0",
        standard: "NHS numbers: \"to\" in ranges",
        summary: "a range of numbers is written with a dash",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.article.base_lang() != "en" {
        return;
    }
    let found = cx.facts.quantities().iter();
    let mut places = found.filter_map(|found| dash(cx.facts, found).map(|edit| (found, edit)));
    let Some((first, edit)) = places.next() else {
        return;
    };
    let text = cx.facts.quantity_text(first);
    let finding = findings
        .report(first.span, format!("the range \"{text}\" is written with a dash"))
        .help("Write \"to\" between the numbers: a screen reader may read the dash as minus or leave it out.");
    let mut edits = vec![edit];
    for (found, edit) in places {
        finding.label(found.span, "so is this one");
        edits.push(edit);
    }
    finding.fix(Fix {
        title: "write \"to\" between the numbers".to_owned(),
        edits,
        safety: Safety::NeedsReview,
    });
}

/// The edit that replaces the dash of a range, `None` where there is none or it is to stay.
fn dash(facts: &Facts<'_>, found: &Quantity) -> Option<Edit> {
    let sentence = facts.sentences.get(found.sentence)?;
    let is_cell = sentence.within.kind == TextKind::In(ProseKind::Cell);
    if is_cell || !found.kind.is_measure() || facts.is_in_role(Role::References, found.span) {
        return None;
    }
    let tokens = facts.tokens.get(found.sentence)?;
    if goes_on(facts, found) {
        return None;
    }
    let is_number = |word: usize| tokens.word(word).starts_with(|c: char| c.is_ascii_digit());
    for word in found.words.start + 1..found.words.end {
        let before = facts.span_of(found.sentence, word - 1..word);
        let after = facts.span_of(found.sentence, word..word + 1);
        let gap = Span::new(before.end(), after.start());
        let text = facts.article.source.slice(gap);
        let bare = text.trim_start_matches(['%', '°', 'C', 'F']);
        let is_dash = matches!(bare.trim(), "-" | "–" | "—" | "−" | "&ndash;" | "&#8211;");
        if is_dash && is_number(word - 1) && is_number(word) {
            let sign = text.strip_suffix(bare).unwrap_or("");
            let is_between =
                found.words.start > 0 && tokens.word(found.words.start - 1) == "between";
            let joined = if is_between { " and " } else { " to " };
            return Some(Edit {
                span: gap,
                text: format!("{sign}{joined}"),
            });
        }
    }
    None
}

/// Whether a dash and a digit stand right before or behind: "9-8-8" is a number to call, and no range.
fn goes_on(facts: &Facts<'_>, found: &Quantity) -> bool {
    const DASHES: [char; 3] = ['-', '–', '‑'];
    let text = facts.article.source.text();
    let before = text.get(..found.span.start()).unwrap_or("");
    let behind = text.get(found.span.end()..).unwrap_or("");
    let is_digit = |rest: Option<char>| rest.is_some_and(|c| c.is_ascii_digit());
    behind
        .strip_prefix(DASHES)
        .is_some_and(|rest| is_digit(rest.chars().next()))
        || before
            .strip_suffix(DASHES)
            .is_some_and(|rest| is_digit(rest.chars().next_back()))
}
