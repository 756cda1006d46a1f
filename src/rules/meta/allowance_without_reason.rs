//! Allowances that do not say why.

use crate::rules::prelude::*;

rule! {
    /// An allowance silences a rule without saying why.
    ///
    /// ## Why it matters
    /// An allowance switches off a check that a patient's safety may rest on. The next editor must be able to see
    /// whether the reason still holds.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Sprained ankle
    ///
    /// <!-- facetdoc-allow image-alt-generic -->
    /// ![image](ankle.png)
    /// ```
    ///
    /// A stand-in is no reason:
    /// ```markdown,flag
    /// # Sprained ankle
    ///
    /// <!-- facetdoc-allow image-alt-generic: TODO: say why -->
    /// ![image](ankle.png)
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Sprained ankle
    ///
    /// <!-- facetdoc-allow image-alt-generic: the picture only repeats the text above -->
    /// ![image](ankle.png)
    /// ```
    RULE {
        name: "allowance-without-reason", severity: Error, since: "0.1.0",
        standard: "",
        summary: "an allowance does not say why",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for allowance in cx.article.every_allowance() {
        if !is_reason(&allowance.reason) {
            let message = format!("this silences `{}` without a reason", allowance.rule);
            findings
                .report(allowance.span, message)
                .help("Write the reason after a colon, so that the next editor can judge it.");
        }
    }
}

/// Words that stand where a reason is still to be written.
const TO_COME: &[&str] = &["todo", "tbd", "tbc", "tk", "fixme", "xxx"];
/// What is written where a reason is asked for and none is given.
const EMPTY: &[&str] = &[
    "reason",
    "the reason",
    "your reason",
    "reason here",
    "because",
    "why",
    "say why",
    "none",
    "no reason",
    "n/a",
    "na",
    "test",
];

/// Whether `text` says anything of why.
fn is_reason(text: &str) -> bool {
    let text = text.to_lowercase();
    let mut words = text.split(|ch: char| !ch.is_alphanumeric());
    let Some(first) = words.find(|word| !word.is_empty()) else {
        return false;
    };
    let bare = text.trim_matches(|ch: char| !ch.is_alphanumeric());
    !TO_COME.contains(&first) && !EMPTY.contains(&bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stand_in_is_no_reason() {
        for text in [
            "",
            " ",
            "...",
            "?",
            "TODO",
            "todo: later",
            "[TBD]",
            "<reason>",
            "n/a",
            "Why?",
        ] {
            assert!(!is_reason(text), "{text}");
        }
        for text in [
            "quoted law",
            "none of our readers is a child",
            "Test results are quoted",
            "法律",
        ] {
            assert!(is_reason(text), "{text}");
        }
    }
}
