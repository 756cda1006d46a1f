//! Beginning, end, and messages that are none.

use super::client::{Editor, abilities};
use super::*;

fn code(answer: &Value) -> i64 {
    answer["error"]["code"].as_i64().unwrap_or_default()
}

#[test]
fn it_comes_and_goes_as_the_protocol_has_it() {
    let mut editor = Editor::silent();
    let hover = json!({ "textDocument": { "uri": "file:///a.md" }, "position": place(0, 0) });
    assert_eq!(code(&editor.ask("textDocument/hover", &hover)), -32002);
    let params = json!({ "capabilities": {}, "processId": null });
    let answer = editor.ask("initialize", &params);
    assert_eq!(answer["result"]["serverInfo"]["name"], "facetdoc");
    assert_eq!(
        answer["result"]["capabilities"]["positionEncoding"],
        "utf-16"
    );
    assert_eq!(code(&editor.ask("initialize", &params)), -32600);
    assert_eq!(code(&editor.ask("textDocument/hover", &hover)), -32602);
    let answer = editor.ask("shutdown", &Value::Null);
    assert!(answer.get("error").is_none());
    assert_eq!(code(&editor.ask("textDocument/hover", &hover)), -32600);
    editor.tell("exit", &Value::Null);
    assert_eq!(editor.leave().code(), Some(0));
}

#[test]
fn an_editor_that_goes_without_a_word_leaves_code_1() {
    let mut editor = Editor::able();
    editor.tell("exit", &Value::Null);
    assert_eq!(editor.leave().code(), Some(1));
    let mut editor = Editor::able();
    assert_eq!(editor.leave().code(), Some(1));
    let mut editor = Editor::silent();
    assert_eq!(editor.leave().code(), Some(1));
}

#[test]
fn what_is_no_message_is_answered_and_stops_nothing() {
    let mut editor = Editor::able();
    for (text, wanted) in [
        ("{ this is no JSON", -32700),
        ("[]", -32600),
        ("{}", -32600),
        (r#"{"jsonrpc":"2.0","method":7}"#, -32600),
    ] {
        editor.send_text(text);
        let answer = editor.answer(&Value::Null);
        assert_eq!(code(&answer), wanted, "{text}");
    }
    assert_eq!(code(&editor.ask("textDocument/rename", &json!({}))), -32601);
    assert_eq!(code(&editor.ask("$/unknown", &json!({}))), -32601);
    assert_eq!(code(&editor.ask("textDocument/hover", &json!(5))), -32602);
    let bad_uri = json!({ "textDocument": { "uri": "no uri" } });
    assert_eq!(
        code(&editor.ask("textDocument/foldingRange", &bad_uri)),
        -32602
    );
    editor.tell("$/setTrace", &json!({ "value": "off" }));
    editor.tell(
        "workspace/didChangeConfiguration",
        &json!({ "settings": 1 }),
    );
    editor.tell("textDocument/didChange", &json!({ "nonsense": true }));
    editor.change("file:///not-open.md", 2, &json!([]));
    editor.send_text(r#"{"jsonrpc":"2.0","id":"mine","result":null}"#);
    editor.open("file:///a.md", "markdown", ARTICLE);
    assert!(!editor.findings("file:///a.md").is_empty());
    assert_eq!(editor.told("window/logMessage").len(), 2);
    editor.shut_down();
}

#[test]
fn a_stream_that_breaks_ends_the_server() {
    let mut editor = Editor::able();
    editor.send_bytes(b"Content-Length: many\r\n\r\n{}");
    assert_eq!(editor.leave().code(), Some(2));
}

#[test]
fn a_request_that_is_taken_back_while_it_waits_is_not_worked_on() {
    let mut editor = Editor::able();
    let uri = "file:///a.md";
    editor.open(uri, "markdown", &ARTICLE.repeat(200));
    // Both come in one piece, so that the second is there before the first is begun.
    let hover = json!({ "jsonrpc": "2.0", "id": 100, "method": "textDocument/hover",
        "params": { "textDocument": { "uri": uri }, "position": place(0, 3) } });
    let cancel = json!({ "jsonrpc": "2.0", "method": "$/cancelRequest", "params": { "id": 101 } });
    let waiting = json!({ "jsonrpc": "2.0", "id": 101, "method": "textDocument/foldingRange",
        "params": { "textDocument": { "uri": uri } } });
    let mut bytes = Vec::new();
    for message in [hover, waiting, cancel] {
        let text = message.to_string();
        bytes.extend(format!("Content-Length: {}\r\n\r\n{text}", text.len()).bytes());
    }
    editor.send_bytes(&bytes);
    assert!(editor.answer(&json!(100)).get("result").is_some());
    let answer = editor.answer(&json!(101));
    // The stream may bring them one by one after all; then there was nothing to take back.
    assert!(answer.get("result").is_some() || code(&answer) == -32800);
    // To take back what is not there is no fault.
    editor.tell("$/cancelRequest", &json!({ "id": 7777 }));
    editor.tell("$/cancelRequest", &json!({}));
    editor.shut_down();
}

#[test]
fn the_encoding_is_the_first_that_both_know() {
    for (offered, chosen) in [
        (&["utf-8", "utf-16"][..], "utf-8"),
        (&["utf-16", "utf-8"], "utf-16"),
        (&["utf-32"], "utf-32"),
        (&[], "utf-16"),
    ] {
        let editor = Editor::greeted(&abilities(offered), &Value::Null);
        assert_eq!(editor.encoding, chosen);
        editor.shut_down();
    }
}

#[test]
fn a_text_that_is_too_large_or_too_deep_stops_nothing() {
    let mut editor = Editor::able();
    let large = "word ".repeat(2_100_000);
    editor.open("file:///large.md", "markdown", &large);
    let found = editor.findings("file:///large.md");
    assert_eq!(found.len(), 1);
    let message = found[0]["message"].as_str().unwrap();
    assert_eq!(message, "larger than 5000000 bytes; not checked");
    editor.open("file:///deep.md", "markdown", &">".repeat(20_000));
    editor.settle("file:///deep.md");
    editor.open("file:///empty.md", "markdown", "");
    editor.settle("file:///empty.md");
    editor.shut_down();
}
