//! Allowances for rules that do not exist.

use crate::rules::prelude::*;
use crate::rules::{self, FAMILIES};

rule! {
    /// An allowance names a rule that does not exist.
    ///
    /// ## Why it matters
    /// It silences nothing, although whoever wrote it believes that it does.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Sprained ankle
    ///
    /// <!-- facetdoc-allow image-alt-generik: the picture only repeats the text above -->
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
        name: "allowance-unknown-rule", severity: Warning, since: "0.1.0",
        standard: "",
        summary: "an allowance names a rule that does not exist",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for allowance in cx.article.every_allowance() {
        if rules::find(&allowance.rule).is_none() {
            let message = format!("there is no rule called `{}`", allowance.rule);
            findings
                .report(allowance.span, message)
                .help(advice(&allowance.rule));
        }
    }
}

/// What to do about the unknown name `written`.
fn advice(written: &str) -> String {
    if let Some(family) = FAMILIES.iter().find(|family| family.name == written) {
        let names: Vec<&str> = family.rules.iter().map(|rule| rule.name).collect();
        return format!(
            "That is a family of rules; an allowance names one of them: {}.",
            names.join(", ")
        );
    }
    match rules::nearest(written, rules::all().map(|rule| rule.name)) {
        Some(name) => format!("Did you mean `{name}`?"),
        None => "See `facetdoc rules` for the names.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_advice_names_what_may_be_meant() {
        let cases = [
            ("allowance-unusd", "Did you mean `allowance-unused`?"),
            ("potatoes", "See `facetdoc rules` for the names."),
        ];
        for (written, wanted) in cases {
            assert_eq!(advice(written), wanted);
        }
        assert!(advice("meta").contains("front-matter-invalid, comment-invalid"));
    }
}
