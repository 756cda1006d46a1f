//! Abbreviations that are misread.

use crate::facts::{Sentence, TermUse, Unit};
use crate::lexicon::Tokens;
use crate::lexicon::lists::{List, Row};
use crate::rules::prelude::*;
use crate::rules::wording;
use crate::source::bytes::has_byte;
use std::ops::Range;

rule! {
    /// An abbreviation or sign that has led to wrong doses.
    ///
    /// ## Why it matters
    /// "10 U" has been read as 100, "QD" as four times a day. Patients, and the people who care for them, do not know "BID" or
    /// "PRN" at all.
    ///
    /// The abbreviations are the rows of `src/lexicon/lists/error-prone.tsv`, from the lists of ISMP and The Joint
    /// Commission. Capitals count. Those that are also other words or names ("MS", "AS", "OD", "bid") need a dose beside
    /// them. "<", ">" and "@" count before a number with a dose's unit. Decimal points and the space before a unit belong to
    /// other rules.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Insulin
    ///
    /// Inject 10U with your evening meal.
    /// ```
    ///
    /// ```markdown,flag
    /// # Tablets
    ///
    /// Take 10 mg QD with water.
    /// ```
    ///
    /// ```markdown,flag
    /// # Tablets
    ///
    /// Do not take doses > 40 mg.
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// lang: es
    /// ---
    ///
    /// # Diabetes
    ///
    /// Inyecte 12 U de insulina por la noche.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Insulin
    ///
    /// Inject 10 units once a day, with your evening meal.
    /// ```
    ///
    /// ```markdown,pass
    /// # Words that only look alike
    ///
    /// About 1 in 10 people with MS (multiple sclerosis) take 10 mg of it, as needed. In the US, call 911 if you OD. He bid
    /// 10 dollars. It costs 5 U.S. dollars. Ankylosing spondylitis (AS) starts before 45. Ask at 5 pm, or write to help@5clinics.example. The risk is
    /// > 10 in 100.
    /// ```
    RULE {
        name: "error-prone-abbreviation", severity: Warning, since: "0.1.0",
        standard: "ISMP list of error-prone abbreviations 2021; The Joint Commission Do Not Use list",
        summary: "an abbreviation that is misread",
    }
}

/// How far from the abbreviation its dose may stand, in words; the catalogue's number.
const REACH: usize = 4;

/// A place with what to write there.
struct Found<'f> {
    row: &'f Row,
    span: Span,
    text: &'f str,
    /// What takes its place.
    better: String,
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.facts.base_lang() == "es" {
        units_in_spanish(cx, findings);
        return;
    }
    let mut found = listed(cx);
    for (index, tokens) in cx.facts.tokens.iter().enumerate() {
        found.extend(glued(cx, index, tokens));
    }
    found.sort_by_key(|found| found.span);
    let mut seen: Vec<&str> = Vec::new();
    for first in &found {
        if seen.contains(&first.row.term.as_ref()) {
            continue;
        }
        seen.push(&first.row.term);
        report(findings, &found, first);
    }
    signs(cx, findings);
}

/// "10 U de insulina": the letter behind a number, in a sentence or an article on insulin or heparin.
fn units_in_spanish(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    let is_unit_drug = |word: &str| matches!(word, "insulina" | "insulinas" | "heparina");
    let title = Tokens::of(cx.article.title().unwrap_or(""));
    let is_titled = title.words().any(is_unit_drug);
    let mut spans = Vec::new();
    for (index, tokens) in facts.tokens.iter().enumerate() {
        if !tokens.may_have_number() || !(is_titled || tokens.words().any(is_unit_drug)) {
            continue;
        }
        for at in 0..tokens.len() {
            let text = facts.text_of(index, at..at + 1);
            let is_letter = matches!(text, "U" | "u") && at > 0 && is_number(tokens.word(at - 1));
            let is_glued = text.strip_suffix(['U', 'u']).is_some_and(|number| {
                !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
            });
            // "100 U/ml" is a strength as it stands on the pen.
            let is_strength = tokens.gap_before(facts.sentence(index).text(), at + 1) == "/";
            if (is_letter || is_glued) && !is_strength {
                spans.push(facts.span_of(index, at..at + 1));
            }
        }
    }
    let Some((first, rest)) = spans.split_first() else {
        return;
    };
    let text = cx.article.source.slice(*first);
    let finding = findings.report(
        *first,
        format!("\"{text}\" is on the list of error-prone abbreviations; write \"unidades\""),
    );
    finding.help("It is read as 0 or 4: ten times the dose.");
    for span in rest {
        finding.label(*span, "again");
    }
}

fn report(findings: &mut Findings<'_>, found: &[Found<'_>], first: &Found<'_>) {
    let row = first.row;
    let same = || found.iter().filter(|other| other.row.term == row.term);
    let finding = findings
        .report(
            first.span,
            format!(
                "\"{}\" is on the list of error-prone abbreviations; write \"{}\"",
                first.text, first.better
            ),
        )
        .help(reason(row));
    for other in same().filter(|other| other.span != first.span) {
        finding.label(other.span, format!("\"{}\" again", other.text));
    }
    let is_one_word = !row.plain.contains([',', '/']) && !row.plain.contains(" or ");
    if is_one_word {
        finding.fix(Fix {
            title: format!("write \"{}\"", first.better),
            edits: same()
                .map(|found| Edit {
                    span: found.span,
                    text: found.better.clone(),
                })
                .collect(),
            safety: Safety::NeedsReview,
        });
    }
}

/// Why the row is on the list, as a sentence.
fn reason(row: &Row) -> String {
    let note = row.note.as_ref();
    if note.starts_with("means ") {
        return wording::sentence(&format!("it {note}"));
    }
    if note.starts_with("read ") || note.starts_with("mixed ") {
        return wording::sentence(&format!("it is {note}"));
    }
    wording::sentence(note)
}

/// The abbreviations of the list, spelt as there and beside a dose.
fn listed<'f>(cx: &Context<'f>) -> Vec<Found<'f>> {
    let facts = cx.facts;
    let terms = facts.terms(List::ErrorProne).into_iter();
    let dosed = terms.filter(|term| {
        let text = facts.text_of_term(term);
        term.row.spelling(text).is_some()
            && has_dose(cx, term)
            && facts.is_said(term.sentence, &term.words)
    });
    dosed
        .map(|term| Found {
            row: term.row,
            span: with_dot(cx, &term),
            text: facts.text_of_term(&term),
            better: term.row.plain.to_string(),
        })
        .collect()
}

/// The place of a use, with the last stop of "q.d." unless it ends the sentence.
fn with_dot(cx: &Context<'_>, term: &TermUse<'_>) -> Span {
    let span = cx.facts.span_of_term(term);
    let text = cx.facts.text_of_term(term);
    let rest = cx.article.source.text().get(span.end()..).unwrap_or("");
    let goes_on = rest
        .strip_prefix('.')
        .and_then(|rest| rest.trim_start().chars().next())
        .is_some_and(char::is_lowercase);
    if text.contains('.') && goes_on {
        Span::new(span.start(), span.end() + 1)
    } else {
        span
    }
}

fn has_dose(cx: &Context<'_>, term: &TermUse<'_>) -> bool {
    let Some(tokens) = cx.facts.tokens.get(term.sentence) else {
        return false;
    };
    if term.row.level >= 3 {
        return true;
    }
    let before = term
        .words
        .start
        .checked_sub(1)
        .map_or("", |index| tokens.word(index));
    let near = || {
        let from = term.words.start.saturating_sub(REACH);
        (from..term.words.start).chain(term.words.end..term.words.end + REACH)
    };
    match term.row.term.as_ref() {
        // "44 µg/l" is a laboratory's value, no dose.
        "U" | "IU" | "cc" | "µg" => {
            let text = cx
                .facts
                .sentences
                .get(term.sentence)
                .map_or("", Sentence::text);
            // "5 U.S. dollars", "2 U-shaped pillows"
            let goes_on = matches!(tokens.gap_before(text, term.words.end), "." | "-");
            let is_level = matches!(tokens.word(term.words.end), "l" | "ml" | "dl" | "kg");
            is_number(before) && !goes_on && !is_level
        }
        "MS" => is_number(tokens.word(term.words.end)),
        "OD" | "OS" | "OU" | "AD" | "AS" | "AU" => near().any(|index| {
            matches!(
                tokens.word(index),
                "drop" | "drops" | "gtt" | "gtts" | "mg" | "ml" | "ointment"
            )
        }),
        _ => near().any(|index| is_unit(tokens.word(index))),
    }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with(|c: char| c.is_ascii_digit())
}

/// A unit or form of medicine; folded.
fn is_unit(word: &str) -> bool {
    let word = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
    let is_form = matches!(
        word,
        "drop" | "tab" | "tabs" | "insulin" | "ointment" | "dose" | "doses"
    );
    // "Unit" is more often a ward.
    is_form || word != "unit" && Unit::from_word(word).is_some_and(Unit::is_dose)
}

/// "10U", "5cc": a number and an abbreviation in one word.
fn glued<'f>(cx: &Context<'f>, sentence: usize, tokens: &Tokens) -> Vec<Found<'f>> {
    let facts = cx.facts;
    let mut found = Vec::new();
    if !tokens.may_have_number() {
        return found;
    }
    for (index, word) in tokens.words().enumerate() {
        if !word.starts_with(|c: char| c.is_ascii_digit()) || is_number(word) {
            continue;
        }
        let text = facts.text_of(sentence, index..index + 1);
        let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit()).len();
        let (Some(number), Some(unit)) = (text.get(..digits), text.get(digits..)) else {
            continue;
        };
        let term = match unit {
            "U" | "u" => "U",
            "IU" => "IU",
            "cc" => "cc",
            "µg" | "μg" | "ug" => "µg",
            _ => continue,
        };
        let rows = cx.settings.word_lists.rows(List::ErrorProne);
        let row = rows.iter().find(|row| row.term == term);
        let words: Range<usize> = index..index + 1;
        if let Some(row) = row.filter(|_| facts.is_said(sentence, &words)) {
            found.push(Found {
                row,
                span: facts.span_of(sentence, words),
                text,
                better: format!("{number} {}", row.plain),
            });
        }
    }
    found
}

/// "> 40 mg", "@ 5 mg": a sign before a dose.
fn signs(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut places: Vec<(Span, char)> = Vec::new();
    for (index, sentence) in cx.facts.sentences.iter().enumerate() {
        let text = sentence.text();
        if !has_byte(text, |byte| matches!(byte, b'<' | b'>' | b'@')) {
            continue;
        }
        for (at, sign) in text.match_indices(['<', '>', '@']) {
            let tokens = cx.facts.tokens_of(index);
            let next = tokens.index_at(at);
            let gap = tokens.gap_before(text, next);
            let is_apart = gap.starts_with(' ') || next == 0;
            let word = tokens.word(next);
            let is_dose = word.starts_with(|c: char| c.is_ascii_digit())
                && (is_unit(tokens.word(next + 1)) || (!is_number(word) && is_unit(word)));
            if is_apart && is_dose && cx.facts.is_said(index, &(next..next + 1)) {
                let start = sentence.range.start + at;
                let span = sentence.within.prose.span(start..start + sign.len());
                places.extend(sign.chars().next().map(|sign| (span, sign)));
            }
        }
    }
    let Some(((span, sign), rest)) = places.split_first() else {
        return;
    };
    let better = match sign {
        '<' => "less than",
        '>' => "more than",
        _ => "at",
    };
    let finding = findings
        .report(
            *span,
            format!("\"{sign}\" before a dose is on the list of error-prone abbreviations; write \"{better}\""),
        )
        .help("It is taken for its opposite, or for a digit.");
    for (span, sign) in rest {
        finding.label(*span, format!("\"{sign}\" here"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check;
    use crate::parse;
    use crate::source::{Format, Source};

    /// What is said of `text`: the message and the help.
    fn told(text: &str) -> Vec<String> {
        let text = format!("# Tablets\n\n{text}\n");
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let found = check::check(&article, None).into_iter();
        let found = found.filter(|finding| finding.rule.name == RULE.name);
        let told = found
            .map(|finding| format!("{}: {}", finding.message, finding.help.unwrap_or_default()));
        told.collect()
    }

    #[test]
    fn help_is_a_sentence_and_a_number_keeps_its_place() {
        let listed = "is on the list of error-prone abbreviations; write";
        for (text, wanted) in [
            (
                "Take 5 mg BID.",
                format!("\"BID\" {listed} \"twice a day\": Patients do not know it."),
            ),
            (
                "Inject 10U.",
                format!("\"10U\" {listed} \"10 units\": It is read as 0, 4 or cc."),
            ),
            (
                "Take 10 mg QD.",
                format!("\"QD\" {listed} \"once a day\": It is read as QID, four times a day."),
            ),
            (
                "Give MS 10 mg by vein.",
                format!(
                    "\"MS\" {listed} \"morphine sulfate\": It means morphine, magnesium or an illness."
                ),
            ),
            (
                "Take 10 mg per os.",
                format!("\"per os\" {listed} \"by mouth\": \"os\" is read as the left eye."),
            ),
        ] {
            assert_eq!(told(text), [wanted]);
        }
    }
}
