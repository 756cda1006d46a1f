//! Titles that are cut off in search results and hard to take in.

use crate::rules::prelude::*;
use unicode_width::UnicodeWidthChar;

rule! {
    /// A title of more than 65 characters, or one in three parts.
    ///
    /// ## Why it matters
    /// Search results cut long titles off, and screen reader users hear them in full on every visit.
    ///
    /// A title with both a colon and a dash counts as too long at any length.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Everything that runners of all ages should know about pain in the small joints of the back
    /// ```
    ///
    /// ```markdown,flag
    /// # Back pain: what helps – a guide
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Joint pain in the back: when runners should see a doctor
    /// ```
    ///
    /// ## Sources
    /// - NHS content guide, formatting: a title of ideally 65 characters or fewer.
    RULE {
        name: "title-too-long", severity: Info, since: "0.1.0",
        standard: "NHS Formatting: h1 ideally 65 characters or less",
        summary: "the title is long or has three parts",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(title) = cx.article.title() else {
        return;
    };
    let limit = cx.settings.limits.title_characters_max;
    let length = characters(title);
    let has_parts = title.contains(": ")
        && [" – ", " — ", " - "]
            .iter()
            .any(|dash| title.contains(dash));
    let message = if length > limit {
        format!("the title has {length} characters; aim for {limit} or fewer")
    } else if has_parts {
        "the title has a colon and a dash: three parts are hard to take in".to_owned()
    } else {
        return;
    };
    findings
        .report(cx.article.title_span(), message)
        .help("Search results cut long titles off. Name the topic and what the reader gets, and leave the rest to the introduction.");
}

/// What a reader counts as characters: accents that stand alone add none.
fn characters(text: &str) -> usize {
    text.chars()
        .filter(|character| character.width().unwrap_or(0) > 0)
        .count()
}
