//! Doses with a zero after the decimal point.

use crate::facts::{Quantity, QuantityKind};
use crate::rules::prelude::*;

rule! {
    /// A dose is written with a decimal point and a zero that say nothing: "1.0 mg".
    ///
    /// ## Why it matters
    /// Where the point is faint, lost in a copy or missed by tired eyes, "1.0 mg" is read as 10 mg: ten times the dose.
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
    RULE {
        name: "trailing-zero-dose", severity: Error, since: "0.1.0",
        standard: "ISMP list of error-prone abbreviations 2021; Joint Commission Do Not Use list",
        summary: "a dose ends in .0 and can be read as ten times as much",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let facts = cx.facts;
    for found in facts.quantities().iter().filter(|found| is_dose(found)) {
        for word in found.words.clone() {
            let text = facts.text_of(found.sentence, word..word + 1);
            let Some(zeros) = trailing_zeros(text) else {
                continue;
            };
            let span = facts.span_of(found.sentence, word..word + 1);
            let cut = Span::new(span.start() + zeros.start, span.start() + zeros.end);
            let dose = facts.quantity_text(found);
            let short = text.get(..zeros.start).unwrap_or("");
            let misread = dose.replacen(text, &text.replacen('.', "", 1), 1);
            let finding = findings.report(
                found.span,
                format!("\"{dose}\" can be read as {misread}, ten times the dose or more"),
            );
            finding.help(format!(
                "Write {short} without the point and the zero: a faint point is easily missed."
            ));
            // Behind an entity the place of the zeros is not known to the byte.
            if span.len() == text.len() {
                finding.fix(Fix {
                    title: "drop the zero after the point".to_owned(),
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

fn is_dose(found: &Quantity) -> bool {
    found.unit.is_dose() && found.kind != QuantityKind::Lab
}

/// The bytes of ".0" in "1.0" or "1.00mg".
fn trailing_zeros(word: &str) -> Option<std::ops::Range<usize>> {
    let point = word.find('.')?;
    let whole = word.get(..point)?;
    let after = word.get(point + 1..)?;
    let zeros = after.len() - after.trim_start_matches('0').len();
    let ends = !after
        .get(zeros..)?
        .starts_with(|c: char| c.is_ascii_digit());
    let is_number = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    (zeros > 0 && ends && is_number).then_some(point..point + 1 + zeros)
}
