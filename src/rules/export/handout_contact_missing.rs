//! Handouts that do not say whom to call.

use crate::rules::prelude::*;
use crate::source::bytes::count;

rule! {
    /// The article gives no contact details for the reader of its handout.
    ///
    /// ## Why it matters
    /// Somebody who holds the paper at home and has a question needs a name and a number, not a search.
    ///
    /// `contact:` in the front matter counts, and so do a part such as "Contact" and any telephone number in the text. A web
    /// page has its site around it, so `facetdoc check` only informs; `facetdoc export`, which makes the handout, warns.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks. Call 911 if you cannot walk.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// contact: "Example Pain Clinic: 555-0100"
    /// ---
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    ///
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks. Questions? Phone the pain clinic on 020 7946 0000.
    /// ```
    RULE {
        name: "handout-contact-missing", severity: Info, since: "0.1.0",
        standard: "EQIP contact details; PEMAT 20",
        summary: "the handout has no contact details",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let article = cx.article;
    let clinic = article.meta.clinic.is_some() || cx.settings.config.clinic.is_some();
    let named = clinic || !article.meta.contact.is_empty() || article.has_role(Role::Contact);
    if named || cx.facts.texts.iter().any(|text| has_phone(text.prose)) {
        return;
    }
    let finding = findings.report(article.title_span(), "no contact details for the reader");
    finding.help("Somebody who holds the paper at home needs a name and a number. Put contact: with the clinic, its phone and its hours into the front matter.");
    if cx.facts.printed().is_some() {
        finding.severity(Severity::Warning);
    }
}

/// Whether a telephone is linked, or seven digits or more stand together with no more than signs between them.
fn has_phone(prose: &Prose) -> bool {
    if prose.links().any(|(_, url)| url.starts_with("tel:")) {
        return true;
    }
    if count(prose.text(), |byte| byte.is_ascii_digit()) < 7 {
        return false;
    }
    let (mut digits, mut groups, mut in_group) = (0, 0, false);
    for char in prose.text().chars() {
        if char.is_ascii_digit() {
            digits += 1;
            groups += usize::from(!in_group);
            in_group = true;
            continue;
        }
        in_group = false;
        if !matches!(char, ' ' | '-' | '–' | '(' | ')' | '+' | '.' | '\u{a0}') {
            (digits, groups) = (0, 0);
        }
        if digits >= 7 && (2..=5).contains(&groups) && digits <= 15 {
            return true;
        }
    }
    digits >= 7 && (1..=5).contains(&groups) && digits <= 15
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_are_told_from_years_and_doses() {
        for (text, expected) in [
            ("Phone 020 7946 0000 today", true),
            ("555-0100", true),
            ("Call (555) 010-0199.", true),
            ("Call 911 or 112", false),
            ("In 2019, 2020 and 2021", false),
            ("Take 2 to 4 tablets", false),
        ] {
            let prose = Prose::verbatim(text, Span::new(0, text.len()));
            assert_eq!(has_phone(&prose), expected, "{text}");
        }
    }
}
