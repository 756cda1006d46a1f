//! Words that a template left and that were never replaced.

use super::required_section_empty::{Empty, empty_sections};
use crate::article::{Text, TextKind};
use crate::diagnostic::Diagnostic;
use crate::facts::placeholder::{self, Placeholder, PlaceholderKind};
use crate::facts::spans::SpanSet;
use crate::rules::prelude::*;
use std::cell::OnceCell;
use std::collections::BTreeSet;

rule! {
    /// A stand-in such as "image text", "TBD" or "[your clinic]" that a reader would see.
    ///
    /// ## Why it matters
    /// It makes readers doubt the rest of the page. Where it stands for a dose, a date or a phone number, the very thing
    /// they need is missing.
    ///
    /// A paragraph or item made of nothing else is an error, and so is one that stands for a dose, a time or a number to call. Any other
    /// placeholder inside a sentence, or a template's field such as `{{ clinic }}`, is a warning. Code and quoted words are left
    /// alone, and so are blanks to fill in by hand ("Name: ____"). In the front matter, names, contact, funding and the like are
    /// looked at: the handout prints them.
    ///
    /// ## Flagged
    /// ```text,flag
    /// Back pain in runners
    ///
    /// image text
    ///
    /// Most runners get better in a few weeks with rest and easy walks.
    /// ```
    ///
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Call [insert phone number] if the pain gets worse.
    /// ```
    ///
    /// ```markdown,flag
    /// # Ibuprofen
    ///
    /// Swallow one ?? mg capsule in the morning.
    /// ```
    ///
    /// ```markdown,flag
    /// # After your operation
    ///
    /// Do not drive for ___ weeks.
    /// ```
    ///
    /// ```markdown,flag
    /// # Knee brace
    ///
    /// ## When to get help
    ///
    /// Call [insert your emergency number] now if:
    ///
    /// - your foot turns blue
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// authors: ["[insert: name, profession]"]
    /// ---
    ///
    /// # Knee brace
    ///
    /// A brace holds the knee.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # After your operation
    ///
    /// Do not drive for 2 weeks.
    ///
    /// Your next visit: ____________
    ///
    /// Name: ________
    /// ```
    ///
    /// ```markdown,pass
    /// # Back pain
    ///
    /// ![Side view of the lower spine with a facet joint marked](spine.svg)
    ///
    /// Figure 1. Lumbar spine
    ///
    /// Call 555-0100 if the pain gets worse.
    /// ```
    ///
    /// Words that only look like one:
    /// ```markdown,pass
    /// # What to do after a tick bite
    ///
    /// Lyme is a tick-borne disease (TBD). Not every TBD starts with a rash.
    ///
    /// Most women have two X chromosomes (XX).
    ///
    /// Tell the nurse: “My name is [your name] and I need help.”
    /// ```
    RULE {
        name: "placeholder-text", severity: Error, since: "0.1.0",
        standard: "WCAG 2.1 SC 1.1.1; PEMAT 17",
        summary: "a placeholder was left in the article",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let lang = cx.article.base_lang();
    let skipped = skipped(cx);
    let spelled_out = OnceCell::new();
    let is_spelled_out = |word: &str| {
        let all = spelled_out.get_or_init(|| short_forms(cx.article));
        all.contains(&word)
    };
    let mut fields = BTreeSet::new();
    for text in cx.facts.texts.iter().copied() {
        let whole = text.prose.whole();
        if !is_read(&text) || skipped.contains(whole) {
            continue;
        }
        let all_found = placeholder::placeholders(text.prose.text(), lang);
        if all_found.is_empty() {
            continue;
        }
        let is_all = placeholder::is_only_placeholders(text.prose.text(), lang);
        for found in all_found {
            let words = text.prose.text().get(found.range.clone()).unwrap_or("");
            if has_meaning(&text, &found, words) || is_spelled_out(words) {
                continue;
            }
            // A field that a template fills in many places is one fault.
            if found.kind == PlaceholderKind::Field && !fields.insert(words.to_owned()) {
                continue;
            }
            let is_grave = found.stands_for_number(text.prose.text())
                || found.kind != PlaceholderKind::Field && is_all;
            report(
                text.prose.span(found.range.clone()),
                found.kind,
                words,
                findings,
            )
            .severity(if is_grave {
                Severity::Error
            } else {
                Severity::Warning
            });
        }
    }
    in_front_matter(cx, findings);
}

/// Reports the values of the front matter that are printed and hold a placeholder: the names, who paid.
fn in_front_matter(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let meta = &cx.article.meta;
    let single = [
        &meta.title,
        &meta.description,
        &meta.funding,
        &meta.disclosure,
    ];
    let values = { meta.authors.iter() }
        .chain(&meta.reviewers)
        .chain(&meta.contact)
        .chain(single.into_iter().flatten());
    for value in values {
        let found = placeholder::placeholders(&value.value, cx.article.base_lang());
        if let Some(found) = found.first() {
            let words = value.value.get(found.range.clone()).unwrap_or("");
            report(value.span, found.kind, words, findings);
        }
    }
}

fn report<'f>(
    span: Span,
    kind: PlaceholderKind,
    words: &str,
    findings: &'f mut Findings<'_>,
) -> &'f mut Diagnostic {
    let shown: String = words.chars().take(40).collect();
    let shown = if shown.len() < words.len() {
        format!("{}…", shown.trim_end())
    } else {
        shown
    };
    let (remedy, help) = match kind {
        PlaceholderKind::Picture => (
            "replace with a real image with alt text, or remove",
            "A picture was to stand here. Put it in with a sentence that says what it shows, or take these words out.",
        ),
        PlaceholderKind::Words => (
            "write what belongs here, or remove",
            "Readers see these words as they stand. Put in what was meant to come here, or take them out.",
        ),
        PlaceholderKind::Field => (
            "fill it in, or remove",
            "A program was to fill this in. On a handout readers see it as it stands.",
        ),
    };
    let finding = findings.report(
        span,
        format!("placeholder \"{shown}\" left in the article; {remedy}"),
    );
    finding.help(help)
}

/// Where placeholders are none, or reported by another rule: quotes and sections that hold nothing else.
fn skipped(cx: &Context<'_>) -> SpanSet {
    let empty = empty_sections(cx)
        .into_iter()
        .filter_map(|(_, empty)| match empty {
            Empty::Placeholders(span) => Some(span),
            Empty::NoWords | Empty::Repetition(_) | Empty::FewWords { .. } => None,
        });
    let mut spans: Vec<Span> = empty.collect();
    for (_, block) in cx.article.blocks() {
        block.walk(&mut |block| {
            if matches!(block.kind, BlockKind::Quote(_)) {
                spans.push(block.span);
            }
        });
    }
    spans.into_iter().collect()
}

fn is_read(text: &Text<'_>) -> bool {
    match text.kind {
        TextKind::Title | TextKind::Heading => true,
        TextKind::In(kind) => match kind {
            ProseKind::Paragraph
            | ProseKind::Heading
            | ProseKind::Item
            | ProseKind::Cell
            | ProseKind::Term
            | ProseKind::Html => true,
            ProseKind::Alt | ProseKind::Code => false,
        },
    }
}

fn has_meaning(text: &Text<'_>, found: &Placeholder, words: &str) -> bool {
    let in_code = text.prose.marks().iter().any(|mark| {
        matches!(
            mark.kind,
            MarkKind::Code | MarkKind::Image { .. } | MarkKind::Link { .. }
        ) && mark.range.start < found.range.end
            && found.range.start < mark.range.end
    });
    // One such word can be a real heading, item or column: "Video", "Photo".
    let may_be_name = found.kind == PlaceholderKind::Picture
        && !words.contains(char::is_whitespace)
        && !matches!(
            text.kind,
            TextKind::In(ProseKind::Paragraph | ProseKind::Html)
        );
    in_code || may_be_name
}

/// Those of the stand-ins that the article uses as a short form: "tick-borne disease (TBD)".
fn short_forms(article: &Article) -> Vec<&'static str> {
    let texts = article.texts();
    let is_used = |word: &&str| {
        texts
            .iter()
            .any(|text| placeholder::is_spelled_out(text.prose.text(), word))
    };
    ["TBD", "TBC", "TK"].into_iter().filter(is_used).collect()
}
