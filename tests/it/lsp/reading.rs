//! What helps to read and move about: manuals, figures, the outline, folding.

use super::client::{Editor, abilities, range_of};
use super::*;

const URI: &str = "file:///articles/ankle.md";
const TEXT: &str = "---\nlang: en\n---\n\n# Sprained ankle\n\nRest it for two days.\n\n## When to get help\n\nCall 911 now if:\n\n- your foot is cold and numb\n\n## Common questions\n\n### Can I walk on it\n\nYes, if it does not hurt. Take small steps. Stop when it hurts.\n\n## 😀\n\nLast words.\n";

fn hover(editor: &mut Editor, part: &str) -> Value {
    let position = range_of(TEXT, part, "utf-16")["start"].clone();
    let params = json!({ "textDocument": { "uri": URI }, "position": position });
    editor.ask("textDocument/hover", &params)["result"].clone()
}

#[test]
fn a_finding_shows_its_manual_and_a_heading_its_figures() {
    let mut editor = Editor::able();
    editor.open(URI, "markdown", TEXT);
    let shown = hover(&mut editor, "Can I walk");
    assert_eq!(shown["contents"]["kind"], "markdown");
    let text = shown["contents"]["value"].as_str().unwrap();
    assert!(text.contains("### faq-question-mark\n"), "{text}");
    assert!(text.contains("#### Why it matters"), "{text}");
    assert!(
        text.contains("```markdown\n") && !text.contains("```markdown,"),
        "{text}"
    );
    assert!(
        text.contains("**How hard this section is to read**"),
        "{text}"
    );
    assert!(text.contains("- Length: 13 words, 3 sentences"), "{text}");
    assert!(text.contains("SMOG (an estimate)"), "{text}");
    let text = hover(&mut editor, "When to get help");
    let text = text["contents"]["value"].as_str().unwrap();
    assert!(text.contains("Part: red-flags"), "{text}");
    let text = hover(&mut editor, "Sprained ankle");
    let text = text["contents"]["value"].as_str().unwrap();
    assert!(
        text.contains("**How hard this article is to read**"),
        "{text}"
    );
    assert!(text.contains("\nAlso here: "), "{text}");
    assert_eq!(hover(&mut editor, "it for two days"), Value::Null);
    editor.shut_down();
}

#[test]
fn an_editor_without_markdown_reads_plain_text() {
    let mut editor = Editor::greeted(&json!({}), &Value::Null);
    editor.open(URI, "markdown", TEXT);
    let shown = hover(&mut editor, "Can I walk");
    assert_eq!(shown["contents"]["kind"], "plaintext");
    let text = shown["contents"]["value"].as_str().unwrap();
    assert!(
        text.contains("Why it matters") && !text.contains("**"),
        "{text}"
    );
    editor.shut_down();
}

/// The names with the details, a level deeper in brackets.
fn tree(symbols: &Value) -> String {
    let symbols = symbols.as_array().into_iter().flatten();
    let shown = symbols.map(|one| {
        let detail = one["detail"].as_str().map(|detail| format!(": {detail}"));
        let below = tree(&one["children"]);
        let below = if below.is_empty() {
            below
        } else {
            format!(" ({below})")
        };
        {
            let (outer, inner) = ("range", "selectionRange");
            let start = |of: &str| one[of]["start"]["line"].as_u64();
            assert!(start(outer) <= start(inner), "{one}");
        }
        format!(
            "{}{}{below}",
            one["name"].as_str().unwrap(),
            detail.unwrap_or_default()
        )
    });
    shown.collect::<Vec<_>>().join("; ")
}

#[test]
fn the_outline_is_the_section_tree_with_roles() {
    let params = json!({ "textDocument": { "uri": URI } });
    let mut editor = Editor::able();
    editor.open(URI, "markdown", TEXT);
    let answer = editor.ask("textDocument/documentSymbol", &params);
    assert_eq!(
        tree(&answer["result"]),
        "Sprained ankle (When to get help: red-flags; Common questions: faq (Can I walk on it); 😀)"
    );
    editor.shut_down();
    let mut able = abilities(&["utf-16"]);
    able["textDocument"]["documentSymbol"] = Value::Null;
    let mut editor = Editor::greeted(&able, &Value::Null);
    editor.open(URI, "markdown", TEXT);
    let answer = editor.ask("textDocument/documentSymbol", &params);
    let flat = answer["result"].as_array().unwrap();
    assert_eq!(flat.len(), 5);
    assert_eq!(flat[3]["containerName"], "Common questions");
    assert_eq!(flat[3]["location"]["uri"], URI);
    editor.shut_down();
}

#[test]
fn front_matter_and_sections_fold() {
    let mut editor = Editor::able();
    editor.open(URI, "markdown", TEXT);
    let params = json!({ "textDocument": { "uri": URI } });
    let answer = editor.ask("textDocument/foldingRange", &params);
    let folds = answer["result"].as_array().unwrap().iter();
    let lines = |fold: &Value| {
        (
            fold["startLine"].as_u64().unwrap(),
            fold["endLine"].as_u64().unwrap(),
        )
    };
    let folds: Vec<_> = folds.map(lines).collect();
    assert_eq!(folds, [(0, 2), (8, 12), (14, 18), (16, 18), (20, 22)]);
    editor.shut_down();
}
