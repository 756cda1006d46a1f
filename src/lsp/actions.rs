//! What can be done about findings: edits, all safe edits at once, and silence with a reason.

use super::allow;
use super::analysis::{Check, Checked};
use super::client::Client;
use super::document::Document;
use super::findings;
use crate::article::{Article, Date};
use crate::diagnostic::{Diagnostic as Finding, Edit, Safety};
use crate::fix::{self, Wanted};
use crate::parse;
use crate::source::Span;
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, Diagnostic, DocumentChanges, NumberOrString,
    OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextEdit, WorkspaceEdit,
};
use serde_json::{Value, json};

/// The name of the action that makes every edit that keeps the meaning.
pub(super) const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.facetdoc");

/// What an edit of the whole text needs to know.
#[derive(Debug, Clone, Copy)]
pub(super) struct Checking {
    pub(super) check: Check,
    pub(super) today: Date,
}

/// The actions for the place and kinds in `params`.
pub(super) fn at(
    params: &CodeActionParams,
    document: &Document,
    client: &Client,
    checking: Checking,
) -> Vec<CodeAction> {
    let checked = document.analysis.as_ref().and_then(|all| all.checked());
    let Some(checked) = checked.filter(|_| client.actions) else {
        return Vec::new();
    };
    let span = document.lines.span(&document.text, params.range);
    let wants = |kind: &CodeActionKind| is_wanted(params.context.only.as_deref(), kind);
    let mut actions = Vec::new();
    if wants(&CodeActionKind::QUICKFIX) {
        let asked = &params.context.diagnostics;
        let near = |finding: &&Finding| {
            let is_near = finding.span.overlaps(span) || touches(finding.span, span);
            is_near && is_asked(finding, asked, document)
        };
        let found: Vec<&Finding> = checked.findings.iter().filter(near).collect();
        let mends = found.iter().filter_map(|one| mend(one, document, client));
        actions.extend(mends);
        let silences = found
            .iter()
            .filter_map(|one| silence(one, checked, document, client));
        actions.extend(silences);
    }
    if wants(&FIX_ALL) && has_safe_fix(checked) {
        actions.extend(fix_all(document, client, checking));
    }
    actions
}

/// Whether the editor asks about `finding`: it is among the diagnostics that it names, or it names none of facetdoc's.
fn is_asked(finding: &Finding, asked: &[Diagnostic], document: &Document) -> bool {
    let rule = |one: &Diagnostic| match &one.code {
        Some(NumberOrString::String(rule)) => Some(rule.clone()),
        Some(NumberOrString::Number(_)) | None => None,
    };
    let range = document.lines.range(&document.text, finding.span);
    let mut own = asked
        .iter()
        .filter(|one| one.source.as_deref() == Some(findings::SOURCE))
        .peekable();
    own.peek().is_none()
        || own.any(|one| one.range == range && rule(one).as_deref() == Some(finding.rule.name))
}

/// Whether one of the two is empty and stands at an edge of the other: a cursor, or something absent.
fn touches(one: Span, other: Span) -> bool {
    (one.is_empty() || other.is_empty()) && one.start() <= other.end() && other.start() <= one.end()
}

/// Whether `only` has `kind` or one above it: `source` stands for `source.fixAll` and all below.
fn is_wanted(only: Option<&[CodeActionKind]>, kind: &CodeActionKind) -> bool {
    only.is_none_or(|only| {
        only.iter().any(|wanted| {
            let rest = kind.as_str().strip_prefix(wanted.as_str());
            rest.is_some_and(|rest| {
                rest.is_empty() || rest.starts_with('.') || wanted.as_str().is_empty()
            })
        })
    })
}

/// The edit that a finding offers.
fn mend(finding: &Finding, document: &Document, client: &Client) -> Option<CodeAction> {
    let fix = finding.fix.as_ref()?;
    let (note, is_preferred) = match fix.safety {
        Safety::KeepsMeaning => ("", true),
        Safety::NeedsReview => (" (read it over afterwards)", false),
    };
    Some(CodeAction {
        title: format!("{}{note}", capital(&fix.title)),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![findings::diagnostic(finding, document, client)]),
        edit: Some(edit(document, client, &fix.edits)),
        is_preferred: Some(is_preferred),
        ..CodeAction::default()
    })
}

/// The comment that silences a finding.
fn silence(
    finding: &Finding,
    checked: &Checked,
    document: &Document,
    client: &Client,
) -> Option<CodeAction> {
    let comment = allow::comment(finding, checked)?;
    let inserted = Edit {
        span: Span::empty(comment.at),
        text: comment.text,
    };
    Some(CodeAction {
        title: format!(
            "Silence {} {}, with a reason",
            finding.rule.name, comment.scope
        ),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![findings::diagnostic(finding, document, client)]),
        edit: Some(edit(document, client, &[inserted])),
        is_preferred: Some(false),
        ..CodeAction::default()
    })
}

fn has_safe_fix(checked: &Checked) -> bool {
    let fixes = checked.findings.iter().filter_map(|one| one.fix.as_ref());
    fixes
        .into_iter()
        .any(|fix| fix.safety == Safety::KeepsMeaning)
}

/// Every edit that keeps the meaning. The text is checked several times for it, so an editor that can asks for it later.
fn fix_all(document: &Document, client: &Client, checking: Checking) -> Option<CodeAction> {
    let action = CodeAction {
        title: "Make every edit that keeps the meaning".to_owned(),
        kind: Some(FIX_ALL),
        ..CodeAction::default()
    };
    if client.resolves {
        let data = json!({ "uri": document.uri.as_str(), "version": document.version });
        return Some(CodeAction {
            data: Some(data),
            ..action
        });
    }
    let edit = fixed(document, client, checking)?;
    Some(CodeAction {
        edit: Some(edit),
        ..action
    })
}

/// The address and version of the text that an action to be resolved is about.
pub(super) fn subject(action: &CodeAction) -> Option<(&str, i64)> {
    let data = action.data.as_ref()?;
    let uri = data.get("uri").and_then(Value::as_str)?;
    Some((uri, data.get("version").and_then(Value::as_i64)?))
}

/// The edit that turns the text into the one without the faults that can be mended unseen; `None` if there is none.
pub(super) fn fixed(
    document: &Document,
    client: &Client,
    checking: Checking,
) -> Option<WorkspaceEdit> {
    let checked = document.analysis.as_ref()?.checked()?;
    let config = &checked.settings.config;
    let check = |article: &Article| {
        let article = parse::named(article.clone(), |article| config.headed(article));
        (checking.check)(&article, &config.settings(&article), Some(checking.today))
    };
    let article = checked.article.clone();
    let fixed = fix::fix(article, Wanted::KeepsMeaning, &|_| true, &check);
    let edits = differences(&document.text, fixed.article.source.text());
    (!edits.is_empty()).then(|| edit(document, client, &edits))
}

/// The edits that turn `before` into `after`: one a line where lines are neither added nor taken out, else one for all.
fn differences(before: &str, after: &str) -> Vec<Edit> {
    let count = |text: &str| text.split_inclusive('\n').count();
    if count(before) != count(after) {
        return difference(before, after).into_iter().collect();
    }
    let lines = before
        .split_inclusive('\n')
        .zip(after.split_inclusive('\n'));
    let mut start = 0;
    let mut edits = Vec::new();
    for (one, other) in lines {
        edits.extend(difference(one, other).map(|edit| Edit {
            span: Span::new(start + edit.span.start(), start + edit.span.end()),
            text: edit.text,
        }));
        start += one.len();
    }
    edits
}

/// The one edit that turns `before` into `after`, without what is the same at both ends.
fn difference(before: &str, after: &str) -> Option<Edit> {
    if before == after {
        return None;
    }
    let pairs = before.char_indices().zip(after.chars());
    let start = pairs
        .take_while(|((_, one), other)| one == other)
        .last()
        .map_or(0, |((at, ch), _)| at + ch.len_utf8());
    let (rest_before, rest_after) = (before.get(start..)?, after.get(start..)?);
    let pairs = rest_before.chars().rev().zip(rest_after.chars().rev());
    let same: usize = pairs
        .take_while(|(one, other)| one == other)
        .map(|(ch, _)| ch.len_utf8())
        .sum();
    Some(Edit {
        span: Span::new(start, before.len() - same),
        text: rest_after.get(..rest_after.len() - same)?.to_owned(),
    })
}

fn edit(document: &Document, client: &Client, edits: &[Edit]) -> WorkspaceEdit {
    let edits = edits.iter().map(|edit| TextEdit {
        range: document.lines.range(&document.text, edit.span),
        new_text: edit.text.clone(),
    });
    if client.versions {
        let edits = edits.map(OneOf::Left).collect();
        let text_document = OptionalVersionedTextDocumentIdentifier {
            uri: document.uri.clone(),
            version: Some(document.version),
        };
        let change = TextDocumentEdit {
            text_document,
            edits,
        };
        return WorkspaceEdit {
            document_changes: Some(DocumentChanges::Edits(vec![change])),
            ..WorkspaceEdit::default()
        };
    }
    let changes = [(document.uri.clone(), edits.collect())];
    WorkspaceEdit {
        changes: Some(changes.into_iter().collect()),
        ..WorkspaceEdit::default()
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_stands_for_all_below_it() {
        let kind = |name: &'static str| CodeActionKind::new(name);
        for (only, wanted) in [
            (None, true),
            (Some(vec![]), false),
            (Some(vec![kind("source")]), true),
            (Some(vec![kind("source.fixAll")]), true),
            (Some(vec![kind("source.fixAll.facetdoc")]), true),
            (Some(vec![kind("source.fixAll.other")]), false),
            (Some(vec![kind("source.fix")]), false),
            (Some(vec![kind("quickfix")]), false),
            (Some(vec![kind("")]), true),
        ] {
            assert_eq!(is_wanted(only.as_deref(), &FIX_ALL), wanted, "{only:?}");
        }
    }

    #[test]
    fn the_difference_leaves_out_what_is_the_same() {
        let of = |before: &str, after: &str| {
            difference(before, after).map(|edit| (edit.span.range(), edit.text))
        };
        assert_eq!(of("same", "same"), None);
        assert_eq!(of("aéb", "aèb"), Some((1..3, "è".to_owned())));
        assert_eq!(of("ab", "aab"), Some((1..1, "a".to_owned())));
        assert_eq!(of("aab", "ab"), Some((1..2, String::new())));
        assert_eq!(of("", "x"), Some((0..0, "x".to_owned())));
        let edits = differences("a\nb\nc\n", "x\nb\ncc\n");
        let edits: Vec<_> = edits.iter().map(|edit| edit.span.range()).collect();
        assert_eq!(edits, [0..1, 5..5]);
        assert_eq!(differences("a\nb\n", "b\n").len(), 1);
    }
}
