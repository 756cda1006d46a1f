//! Findings while the text changes.

use super::client::{Editor, abilities, checked, range_of, uri};
use super::*;
use std::collections::BTreeMap;
use std::fs;

const URI: &str = "file:///articles/ankle.md";
const CONFLICT: &str = "# Ánkle 😀\n\n## When to get help\n\nSee your doctor if:\n\n- one calf is hot and swollen\n\n## Questions\n\n### 😀 What if one calf is hot and swollen?\n\n😀 Go to the emergency room now. It may be a blood clot.\n";

/// By rule and first line of the message, as [`checked`] gives them.
fn counted(found: &[Value]) -> BTreeMap<(String, String), usize> {
    let mut counts = BTreeMap::new();
    for one in found {
        let message = one["message"].as_str().unwrap().lines().next().unwrap();
        let code = one["code"].as_str().unwrap();
        *counts
            .entry((code.to_owned(), message.to_owned()))
            .or_default() += 1;
    }
    counts
}

#[test]
fn findings_come_with_the_version_and_go_when_the_text_is_closed() {
    let mut editor = Editor::able();
    editor.open(URI, "markdown", ARTICLE);
    let published = editor.published(URI);
    assert_eq!(published["version"], 1);
    let found = published["diagnostics"].as_array().unwrap();
    assert_eq!(counted(found), checked(ARTICLE));
    let question = of_rule(found, "faq-question-mark");
    assert_eq!(question.len(), 1, "{found:?}");
    assert_eq!(question[0]["source"], "facetdoc");
    assert_eq!(question[0]["data"]["family"], "faq");
    // The buffer is checked, not the file, which does not even exist.
    editor.change(
        URI,
        7,
        &json!([{ "text": ARTICLE.replace("walk on it", "walk on it?") }]),
    );
    let published = editor.published(URI);
    assert_eq!(published["version"], 7);
    let found = published["diagnostics"].as_array().unwrap();
    assert_eq!(of_rule(found, "faq-question-mark").len(), 0);
    editor.tell(
        "textDocument/didSave",
        &json!({ "textDocument": { "uri": URI } }),
    );
    editor.settle(URI);
    editor.tell(
        "textDocument/didClose",
        &json!({ "textDocument": { "uri": URI } }),
    );
    editor.ask(
        "textDocument/foldingRange",
        &json!({ "textDocument": { "uri": URI } }),
    );
    assert_eq!(editor.last(URI).unwrap()["diagnostics"], json!([]));
    editor.shut_down();
}

#[test]
fn other_places_and_multi_byte_text_are_where_the_editor_counts_them() {
    for encoding in ["utf-8", "utf-16"] {
        let options = json!({ "manualUrl": "https://example.org/rules#{rule}" });
        let mut editor = Editor::greeted(&abilities(&[encoding]), &options);
        editor.open(URI, "markdown", CONFLICT);
        let found = editor.findings(URI);
        let conflict = of_rule(&found, "urgency-conflict");
        assert_eq!(conflict.len(), 1, "{found:?}");
        let conflict = conflict[0];
        assert_eq!(conflict["severity"], 1);
        let calf = range_of(CONFLICT, "one calf is hot and swollen", encoding);
        assert_eq!(conflict["range"], calf, "{encoding}");
        let related = conflict["relatedInformation"].as_array().unwrap();
        let places: Vec<&Value> = related
            .iter()
            .map(|one| &one["location"]["range"])
            .collect();
        let emergency = range_of(CONFLICT, "emergency", encoding);
        assert!(places.contains(&&emergency), "{encoding} {places:?}");
        let link = &conflict["codeDescription"]["href"];
        assert_eq!(link, "https://example.org/rules#urgency-conflict");
        editor.shut_down();
    }
}

#[test]
fn findings_link_to_the_manuals_that_were_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().canonicalize().unwrap();
    let manuals = folder.join("new/the manuals");
    let options = ["--manuals", manuals.to_str().unwrap()];
    let link = |wish: &Value| {
        let mut editor = Editor::started(&options).greet(&abilities(&["utf-16"]), wish);
        editor.open(URI, "markdown", ARTICLE);
        let found = editor.findings(URI);
        let question = of_rule(&found, "faq-question-mark")[0].clone();
        editor.shut_down();
        question["codeDescription"]["href"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let manual = manuals.join("faq-question-mark.md");
    assert_eq!(link(&Value::Null), uri(&manual).replace(' ', "%20"));
    let text = fs::read_to_string(&manual).unwrap();
    assert!(text.starts_with("### faq-question-mark\n"), "{text}");
    let number = fs::read_dir(&manuals).unwrap().count();
    assert_eq!(number, facetdoc::rules::all().count());
    // The address that a user sets in the editor is stronger.
    let wish = json!({ "manualUrl": "https://example.org/{rule}" });
    assert_eq!(link(&wish), "https://example.org/faq-question-mark");
    // A folder that cannot be made is told before the editor hears anything.
    let file = folder.join("file");
    fs::write(&file, "").unwrap();
    let mut editor = Editor::started(&["--manuals", file.to_str().unwrap()]);
    assert_eq!(editor.leave().code(), Some(2));
}

#[test]
fn an_editor_that_shows_no_other_places_reads_them_in_the_message() {
    let mut editor = Editor::greeted(&json!({}), &Value::Null);
    editor.open(URI, "markdown", CONFLICT);
    let found = editor.findings(URI);
    let conflict = of_rule(&found, "urgency-conflict")[0];
    assert!(conflict.get("relatedInformation").is_none());
    assert!(conflict.get("data").is_none());
    assert!(conflict.get("codeDescription").is_none());
    let message = conflict["message"].as_str().unwrap();
    assert!(message.contains("line 13: "), "{message}");
    editor.shut_down();
}

#[test]
fn typing_letter_by_letter_ends_where_a_new_check_would() {
    let mut editor = Editor::able();
    let mut text = String::from("# Á 😀\n\n");
    editor.open(URI, "markdown", &text);
    let mut version = 1;
    for ch in CONFLICT.chars().skip(text.chars().count()).take(150) {
        let line = text.matches('\n').count();
        let last = text.rsplit('\n').next().unwrap().encode_utf16().count();
        let here = place(line as u64, last as u64);
        let change = json!([{ "range": { "start": here, "end": here }, "text": ch.to_string() }]);
        version += 1;
        editor.change(URI, version, &change);
        text.push(ch);
    }
    // A word in the middle goes and comes back, and a line is cut in two.
    let title = range_of(&text, "😀", "utf-16");
    editor.change(
        URI,
        version + 1,
        &json!([
            { "range": title, "text": "" },
            { "range": { "start": place(0, 4), "end": place(0, 4) }, "text": "knee\r\n" },
        ]),
    );
    text = text.replacen("😀", "knee\r\n", 1);
    let published = editor.published(URI);
    assert_eq!(published["version"], version + 1);
    assert_eq!(
        counted(published["diagnostics"].as_array().unwrap()),
        checked(&text)
    );
    // Not every letter has a check of its own: what piles up is checked once.
    let checks = editor.told("textDocument/publishDiagnostics").len();
    assert!(checks <= 152, "{checks}");
    editor.shut_down();
}

#[test]
fn pasted_text_and_new_texts_are_read_by_their_name_or_language() {
    let mut editor = Editor::able();
    let pasted = "Ankle\n\nimage text\n\nMost people get better in a few weeks with rest.\n";
    for (address, language) in [
        ("file:///articles/a.txt", "plaintext"),
        ("untitled:Untitled-1", "plaintext"),
    ] {
        editor.open(address, language, pasted);
        let found = editor.findings(address);
        assert_eq!(of_rule(&found, "placeholder-text").len(), 1, "{address}");
        let range = json!({ "start": place(2, 0), "end": place(2, 5) });
        let actions = editor.actions(address, &range, &Value::Null);
        assert!(
            actions
                .iter()
                .all(|action| !action["title"].as_str().unwrap().starts_with("Silence")),
            "pasted text has no comments: {actions:?}"
        );
    }
    editor.shut_down();
}

#[test]
fn the_configuration_above_holds_and_is_read_again_when_it_changes() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().canonicalize().unwrap();
    fs::create_dir(folder.join("articles")).unwrap();
    let config = folder.join("facetdoc.toml");
    let address = uri(&folder.join("articles/ankle.md"));
    fs::write(&config, "[rules]\nfaq-question-mark = \"off\"\n").unwrap();
    let mut editor = Editor::able();
    let watch = editor.read();
    assert_eq!(watch["method"], "client/registerCapability");
    let glob = &watch["params"]["registrations"][0]["registerOptions"]["watchers"][0];
    assert_eq!(glob["globPattern"], "**/*.toml");
    editor.send_text(&json!({ "jsonrpc": "2.0", "id": watch["id"], "result": null }).to_string());
    editor.open(&address, "markdown", ARTICLE);
    let found = editor.findings(&address);
    assert_eq!(of_rule(&found, "faq-question-mark").len(), 0);

    let changed = json!({ "changes": [{ "uri": uri(&config), "type": 2 }] });
    fs::write(&config, "[rules]\nfaq-question-mark = \"error\"\n").unwrap();
    editor.tell("workspace/didChangeWatchedFiles", &changed);
    let found = editor.findings(&address);
    assert_eq!(of_rule(&found, "faq-question-mark")[0]["severity"], 1);

    // A mistake is shown in the configuration, the user is told once, and the text is checked all the same.
    fs::write(&config, "[rules]\nfaq-question-mrk = \"off\"\n").unwrap();
    editor.tell("workspace/didChangeWatchedFiles", &changed);
    let found = editor.findings(&address);
    assert_eq!(of_rule(&found, "faq-question-mark").len(), 1);
    editor.change(&address, 2, &json!([{ "text": ARTICLE }]));
    editor.settle(&address);
    let mistakes = editor.last(&uri(&config)).unwrap();
    let mistake = &mistakes["diagnostics"][0];
    assert_eq!(mistake["range"]["start"]["line"], 1);
    assert!(
        mistake["message"]
            .as_str()
            .unwrap()
            .contains("faq-question-mark"),
        "{mistake}"
    );
    assert_eq!(editor.told("window/showMessage").len(), 1);

    fs::write(&config, "").unwrap();
    editor.tell("workspace/didChangeWatchedFiles", &changed);
    editor.settle(&address);
    assert_eq!(
        editor.last(&uri(&config)).unwrap()["diagnostics"],
        json!([])
    );
    editor.shut_down();
}
