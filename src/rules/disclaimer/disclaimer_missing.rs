//! Articles without a disclaimer.

use crate::lexicon::disclaimer;
use crate::rules::prelude::*;
use crate::source::Format;

rule! {
    /// Nothing tells readers that the article is information and not advice for their own case.
    ///
    /// ## Why it matters
    /// Readers act on what they read. They should know that the page cannot know their case, whom to ask, and that they
    /// should not wait for help because of it.
    ///
    /// A section, a paragraph with a label, or a paragraph that says so in its own words counts. A site that shows one
    /// disclaimer with every page says so in the front matter: `disclaimer: external`, or the disclaimer's address.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    ///
    /// ## Medical disclaimer
    /// This page is for general information only. It does not replace advice, diagnosis or treatment from your own
    /// healthcare professional. Talk to your doctor or nurse about your own symptoms. Do not wait to get help because of
    /// something you read here. In an emergency, call 911.
    /// ```
    ///
    /// ```markdown,pass
    /// ---
    /// disclaimer: https://clinic.example.org/disclaimer
    /// ---
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    RULE {
        name: "disclaimer-missing", severity: Error, since: "0.1.0",
        standard: "HONcode 2 Complementarity; FTC clear and conspicuous (by analogy)",
        summary: "the article has no medical disclaimer",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let is_required = cx
        .settings
        .requirements
        .iter()
        .any(|requirement| requirement.any.contains(&Role::Disclaimer));
    if !is_required || cx.article.has_role(Role::Disclaimer) || cx.article.meta.disclaimer.is_some()
    {
        return;
    }
    let words = disclaimer::words(cx.article.base_lang());
    let wording = words.wording(&words.elements, super::number_to_call(cx));
    let finding = findings
        .report(cx.article.title_span(), "no medical disclaimer found")
        .help(format!("Readers may take this for advice about their own case. Add a section headed \"{}\", for example: \"{wording}\"", words.heading));
    // English words are of no use in an article in another language.
    if crate::rules::has_lists(cx.article.base_lang()) {
        finding.fix(append(cx.article, &words.heading, &wording));
    }
}

fn append(article: &Article, heading: &str, wording: &str) -> Fix {
    let source = article.source.text();
    let end = source.trim_end().len().max(article.source.body_start());
    let heading = match article.source.format() {
        Format::Markdown => format!("## {heading}"),
        Format::Pasted | Format::Html => heading.to_owned(),
    };
    let line = article.source.line_end();
    let text = format!("{line}{line}{heading}{line}{line}{wording}{line}");
    Fix {
        title: "add a disclaimer at the end".to_owned(),
        edits: vec![Edit {
            span: Span::new(end, source.len()),
            text,
        }],
        safety: Safety::NeedsReview,
    }
}
