//! Doses with a zero after the decimal point.

use crate::facts::{Quantity, QuantityKind};
use crate::rules::prelude::*;

rule! {
    /// A dose is written with a decimal point and a zero that say nothing: "1.0 mg".
    ///
    /// ## Why it matters
    /// Where the point is faint, lost in a copy or missed by tired eyes, "1.0 mg" is read as 10 mg: ten times the dose.
    ///
    /// Where a comma stands before decimals, it is looked at, too. A point with three zeros parts thousands in most languages but
    /// English ("1.000 mg") and is left alone there; in English nothing is cut, because it may be meant as a thousand.
    ///
    /// Laboratory values ("1.0 mg/dL") and sizes ("2.0 cm") may show how exactly they were measured and are left alone.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Sleep tablets
    ///
    /// Take 1.0 mg half an hour before bed.
    /// ```
    ///
    /// ```markdown,flag
    /// # Fever in children
    ///
    /// Give 5.0 mg/kg.
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// lang: es
    /// ---
    ///
    /// # Pastillas para dormir
    ///
    /// Tome 2,0 mg antes de acostarse.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Sleep tablets
    ///
    /// Take 1 mg half an hour before bed. The next step is 1.5 mg, then 10 mg.
    /// ```
    ///
    /// ```markdown,pass
    /// # Test results
    ///
    /// A value of 1.0 mg/dL is usual. The spot was 2.0 cm wide. See version 2.0 of the leaflet.
    /// ```
    ///
    /// ```markdown,pass
    /// ---
    /// lang: es
    /// ---
    ///
    /// # Paracetamol
    ///
    /// No tome más de 4.000 mg al día. La dosis es de 1.000 mg o de 2,5 ml.
    /// ```
    RULE {
        name: "trailing-zero-dose", severity: Error, since: "0.1.0",
        standard: "ISMP list of error-prone abbreviations 2021; Joint Commission Do Not Use list",
        summary: "a dose ends in .0 and can be read as ten times as much",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    let is_english = cx.article.base_lang() == "en";
    for found in facts.quantities().iter().filter(|found| is_dose(cx, found)) {
        for word in found.words.clone() {
            let text = facts.text_of(found.sentence, word..word + 1);
            let Some((mark, zeros)) = trailing_zeros(text, is_english) else {
                continue;
            };
            let span = facts.span_of(found.sentence, word..word + 1);
            let cut = Span::new(span.start() + zeros.start, span.start() + zeros.end);
            let dose = facts.quantity_text(found);
            let short = text.get(..zeros.start).unwrap_or("");
            let misread = dose.replacen(text, &text.replacen(mark, "", 1), 1);
            let finding = findings.report(
                found.span,
                format!("\"{dose}\" can be read as {misread}, ten times the dose or more"),
            );
            let sign = if mark == '.' { "point" } else { "comma" };
            // "1.000 mg" may be meant as a thousand.
            if zeros.len() == GROUP {
                finding.help(format!(
                    "If it is a thousand, write 1,000 or 1000; if it is {short}, write it without the {sign} and the zeros."
                ));
                continue;
            }
            finding.help(format!(
                "Write {short} without the {sign} and the zero: a faint {sign} is easily missed."
            ));
            // Behind an entity the place of the zeros is not known to the byte.
            if span.len() == text.len() {
                finding.fix(Fix {
                    title: format!("drop the zero after the {sign}"),
                    edits: vec![Edit {
                        span: cut,
                        text: String::new(),
                    }],
                    safety: Safety::NeedsReview,
                });
            }
        }
    }
}

/// The length of a mark with three zeros, which may part thousands.
const GROUP: usize = 4;

/// Whether a number is a dose, or how much there is of a medicine in a kilogram or a millilitre: "5 mg/kg", no laboratory value.
fn is_dose(cx: &Context<'_>, found: &Quantity) -> bool {
    let last = found.words.end.saturating_sub(1);
    let per = cx.facts.tokens_of(found.sentence).word(last);
    let is_rate = matches!(
        per,
        "kg" | "kilo" | "kilogram" | "ml" | "dose" | "day" | "hour" | "h"
    ) || per.starts_with(|c: char| c.is_ascii_digit());
    found.unit.is_dose() && (found.kind != QuantityKind::Lab || is_rate)
}

/// The decimal mark of a number and the place of it with the zeros behind it, where nothing else follows. The mark is a point,
/// in other languages than English a comma, too; there a point with three zeros parts thousands.
fn trailing_zeros(word: &str, is_english: bool) -> Option<(char, std::ops::Range<usize>)> {
    let at = word.find(|c: char| c == '.' || c == ',' && !is_english)?;
    let mark = if word.get(at..)?.starts_with('.') {
        '.'
    } else {
        ','
    };
    let whole = word.get(..at)?;
    let after = word.get(at + 1..)?;
    let zeros = after.len() - after.trim_start_matches('0').len();
    let ends = !after
        .get(zeros..)?
        .starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let is_number = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    let is_thousand = zeros + 1 == GROUP && !is_english;
    (zeros > 0 && ends && is_number && !is_thousand).then_some((mark, at..at + 1 + zeros))
}
