//! "&" where "and" is meant.

use crate::article::{ProseKind, Text, TextKind};
use crate::config::profile::Ampersand;
use crate::rules::prelude::*;

rule! {
    /// "&" instead of "and".
    ///
    /// ## Why it matters
    /// Some readers do not know the sign, and screen readers say "ampersand".
    ///
    /// Names keep their sign ("A&E", "R&D", "Smith & Sons" in running text), and so do sources and links.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// ## Causes & anatomy
    /// Joints and muscles.
    ///
    /// ## Rest &amp; sleep
    /// Both help.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// ## Causes and anatomy
    /// Joints and muscles. Go to A&E if you cannot walk. Marks & Spencer sells cushions.
    ///
    /// ## Q & A
    /// ### Does it last?
    /// No.
    /// ```
    /// A team that likes the sign sets `ampersand = "free"` under `[standards]` in `facetdoc.toml`.
    RULE {
        name: "heading-ampersand", severity: Info, since: "0.1.0",
        standard: "NHS A to Z: ampersand",
        summary: "\"&\" stands for \"and\"",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let lang = cx.article.base_lang();
    let is_free = cx.settings.profile.ampersand == Ampersand::Free;
    if is_free || !cx.article.source.text().contains('&') || !matches!(lang, "en" | "es") {
        return;
    }
    let mut edits: Vec<Edit> = Vec::new();
    for text in cx.facts.texts.iter().copied() {
        if is_read(&text) && !is_source(cx, text.prose.whole()) {
            edits.extend(signs(&text, lang));
        }
    }
    // Those in red flags are fixed on request only; they must not hold back the others.
    let (in_red_flags, others): (Vec<Edit>, Vec<Edit>) = edits
        .into_iter()
        .partition(|edit| cx.facts.is_in_role(Role::RedFlags, edit.span));
    for edits in [others, in_red_flags] {
        report(edits, findings);
    }
}

fn report(edits: Vec<Edit>, findings: &mut Findings<'_>) {
    let Some(first) = edits.first() else { return };
    let word = &first.text;
    let finding = findings.report(first.span, format!("\"&\" stands for \"{word}\""));
    finding.help(format!(
        "Some readers do not know the sign. Write \"{word}\"."
    ));
    for other in edits.iter().skip(1) {
        finding.label(other.span, "");
    }
    finding.fix(Fix {
        title: format!("write \"{word}\""),
        edits,
        safety: Safety::KeepsMeaning,
    });
}

fn is_source(cx: &Context<'_>, span: Span) -> bool {
    let roles = [
        Role::References,
        Role::Authorship,
        Role::Resources,
        Role::Contact,
    ];
    roles.iter().any(|role| cx.facts.is_in_role(*role, span))
}

fn is_read(text: &Text<'_>) -> bool {
    match text.kind {
        TextKind::Title | TextKind::Heading => true,
        TextKind::In(kind) => match kind {
            ProseKind::Paragraph
            | ProseKind::Heading
            | ProseKind::Item
            | ProseKind::Cell
            | ProseKind::Term => true,
            ProseKind::Alt | ProseKind::Code | ProseKind::Html => false,
        },
    }
}

/// The signs between spaces that join plain words, each replaced by the word.
fn signs(text: &Text<'_>, lang: &str) -> Vec<Edit> {
    let prose = text.prose;
    let is_heading = matches!(text.kind, TextKind::Title | TextKind::Heading);
    let joined = prose.text().match_indices(" & ").filter_map(|(at, _)| {
        let (before, rest) = prose.text().split_at_checked(at)?;
        let after = rest.get(3..)?;
        let before = before.rsplit(' ').next().unwrap_or("");
        let after = after.split(' ').next().unwrap_or("");
        let is_short = before.chars().count() < 2 || after.chars().count() < 2;
        let is_name = !is_heading && is_capital(before) && is_capital(after);
        let sign = at + 1..at + 2;
        let is_marked = prose.marks().iter().any(|mark| {
            let keeps = match mark.kind {
                MarkKind::Link { .. } => !is_heading,
                MarkKind::Code | MarkKind::Image { .. } => true,
                MarkKind::Emphasis
                | MarkKind::Strong
                | MarkKind::Strikethrough
                | MarkKind::Superscript
                | MarkKind::Subscript
                | MarkKind::Footnote { .. } => false,
            };
            keeps && mark.range.start <= at && at < mark.range.end
        });
        (!is_short && !is_name && !is_marked).then(|| Edit {
            span: prose.span(sign),
            text: word(after, lang).to_owned(),
        })
    });
    joined.collect()
}

/// "y" is "e" before the sound of "i".
fn word(after: &str, lang: &str) -> &'static str {
    let after = after.to_lowercase();
    if lang == "en" {
        "and"
    } else if after.starts_with(['i', 'í']) || after.starts_with("hi") && !after.starts_with("hie")
    {
        "e"
    } else {
        "y"
    }
}

fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}
