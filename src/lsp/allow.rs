//! Where a comment that silences a rule may stand.

use super::analysis::Checked;
use crate::article::Article;
use crate::diagnostic::Diagnostic;
use crate::parse;
use crate::source::{Format, Source, Span};

/// What stands for the reason until somebody writes it; the rule `allowance-without-reason` asks for one until then.
const REASON: &str = "TODO: say why";

/// A comment to insert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Comment {
    /// The byte at which it goes in.
    pub(super) at: usize,
    /// It with its line end.
    pub(super) text: String,
    /// What it silences: "here", "in this section".
    pub(super) scope: &'static str,
}

/// The comment that silences `finding`; `None` where no comment can.
pub(super) fn comment(finding: &Diagnostic, checked: &Checked) -> Option<Comment> {
    let article = &checked.article;
    // Pasted text has no comments, and an allowance cannot be allowed.
    if article.source.format() != Format::Markdown || finding.rule.family == "meta" {
        return None;
    }
    let (target, scope) = target(article, finding.span)?;
    let text = article.source.text();
    let at = text
        .get(..target.start())?
        .rfind('\n')
        .map_or(article.source.body_start(), |end| end + 1);
    let before = text.get(at..target.start())?;
    let indent = before.get(..before.len() - before.trim_start().len())?;
    let rule = finding.rule.name;
    let end = article.source.line_end();
    let comment = Comment {
        at,
        text: format!("{indent}<!-- facetdoc-allow {rule}: {REASON} -->{end}"),
        scope,
    };
    silences(&comment, finding, &article.source).then_some(comment)
}

/// The heading or block that the comment must stand before, and what it silences there.
fn target(article: &Article, span: Span) -> Option<(Span, &'static str)> {
    let touches = |place: Span| place.contains(span) || place.overlaps(span);
    for section in article.sections() {
        let heading = section.heading.as_ref().map(crate::article::Prose::whole);
        if heading.is_some_and(touches) {
            return Some((section.span, "in this section"));
        }
    }
    let mut blocks = article.blocks().map(|(_, block)| block.span);
    if let Some(block) = blocks.find(|block| touches(*block)) {
        return Some((block, "here"));
    }
    // The title, or what stands before it: the front matter, or something absent.
    let title = article.heading.as_ref()?.whole();
    let is_above = span.end() <= title.end();
    is_above.then_some((title, "in the whole article"))
}

/// Whether the article with the comment has an allowance that holds for the finding: the proof that it stands right.
fn silences(comment: &Comment, finding: &Diagnostic, source: &Source) -> bool {
    let mut text = source.text().to_owned();
    text.insert_str(comment.at, &comment.text);
    let after = parse::article(Source::new(source.name(), text, source.format()));
    let shift = if finding.span.start() >= comment.at {
        comment.text.len()
    } else {
        0
    };
    let span = Span::new(finding.span.start() + shift, finding.span.end() + shift);
    after.allowances.iter().any(|allowance| {
        let holds = |scope: Span| scope.overlaps(span) || scope.contains(span);
        allowance.rule == finding.rule.name && allowance.scope.is_none_or(holds)
    })
}
