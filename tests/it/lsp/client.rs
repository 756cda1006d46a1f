//! A small editor: it starts the program, sends messages and reads the answers.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};

/// A running server with what it has said.
pub struct Editor {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    next_id: i64,
    /// What the server has sent of its own accord.
    pub notes: Vec<Value>,
    /// The encoding that the server chose.
    pub encoding: String,
}

/// Abilities of an editor that can everything that the server uses.
pub fn abilities(encodings: &[&str]) -> Value {
    json!({
        "general": { "positionEncodings": encodings },
        "workspace": {
            "workspaceEdit": { "documentChanges": true },
            "didChangeWatchedFiles": { "dynamicRegistration": true },
        },
        "textDocument": {
            "publishDiagnostics": {
                "relatedInformation": true,
                "codeDescriptionSupport": true,
                "dataSupport": true,
            },
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            "codeAction": {
                "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } },
                "dataSupport": true,
                "resolveSupport": { "properties": ["edit"] },
            },
        },
    })
}

impl Editor {
    /// A server that was not greeted yet.
    pub fn silent() -> Self {
        Self::started(&[])
    }

    /// A server with these options that was not greeted yet.
    pub fn started(options: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_facetdoc"))
            .args(["lsp", "--today", "2026-11-23"])
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Self {
            input: child.stdin.take(),
            output: BufReader::new(child.stdout.take().unwrap()),
            child,
            next_id: 0,
            notes: Vec::new(),
            encoding: String::new(),
        }
    }

    /// A server that knows what the editor can.
    pub fn greeted(capabilities: &Value, options: &Value) -> Self {
        Self::silent().greet(capabilities, options)
    }

    /// The server, once it knows what the editor can.
    pub fn greet(self, capabilities: &Value, options: &Value) -> Self {
        let mut editor = self;
        let params = json!({
            "processId": null,
            "rootUri": null,
            "capabilities": capabilities,
            "initializationOptions": options,
        });
        let answer = editor.ask("initialize", &params);
        let encoding = &answer["result"]["capabilities"]["positionEncoding"];
        encoding.as_str().unwrap().clone_into(&mut editor.encoding);
        editor.tell("initialized", &json!({}));
        editor
    }

    /// A server for an editor that can everything and counts in UTF-16.
    pub fn able() -> Self {
        Self::greeted(&abilities(&["utf-16"]), &Value::Null)
    }

    /// Sends bytes as they are.
    pub fn send_bytes(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        input.write_all(bytes).unwrap();
        input.flush().unwrap();
    }

    /// Sends one message as text.
    pub fn send_text(&mut self, text: &str) {
        let framed = format!("Content-Length: {}\r\n\r\n{text}", text.len());
        self.send_bytes(framed.as_bytes());
    }

    /// Sends a notification.
    pub fn tell(&mut self, method: &str, params: &Value) {
        let message = json!({ "jsonrpc": "2.0", "method": method, "params": params });
        self.send_text(&message.to_string());
    }

    /// Sends a request without waiting; gives its id.
    pub fn request(&mut self, method: &str, params: &Value) -> i64 {
        self.next_id += 1;
        let id = self.next_id;
        let message = json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params });
        self.send_text(&message.to_string());
        id
    }

    /// The answer to a request.
    pub fn ask(&mut self, method: &str, params: &Value) -> Value {
        let id = self.request(method, params);
        self.answer(&json!(id))
    }

    /// The answer to the request `id`; what comes before is kept in the notes.
    pub fn answer(&mut self, id: &Value) -> Value {
        loop {
            let message = self.read();
            if message.get("method").is_none() && &message["id"] == id {
                return message;
            }
            self.notes.push(message);
        }
    }

    /// The next message.
    pub fn read(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(self.output.read_line(&mut line).unwrap() > 0, "it is gone");
            if line.trim().is_empty() {
                break;
            }
            if let Some(number) = line.strip_prefix("Content-Length: ") {
                length = number.trim().parse().unwrap();
            }
        }
        let mut body = vec![0; length];
        self.output.read_exact(&mut body).unwrap();
        serde_json::from_slice(&body).unwrap()
    }

    /// Opens a text.
    pub fn open(&mut self, uri: &str, language: &str, text: &str) {
        let item = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": item }));
    }

    /// Sends changes that make version `version` of a text.
    pub fn change(&mut self, uri: &str, version: i64, changes: &Value) {
        let params = json!({
            "textDocument": { "uri": uri, "version": version },
            "contentChanges": changes,
        });
        self.tell("textDocument/didChange", &params);
    }

    /// The findings of `uri` as the editor shows them, once everything sent so far is worked on.
    pub fn findings(&mut self, uri: &str) -> Vec<Value> {
        self.published(uri)["diagnostics"]
            .as_array()
            .unwrap()
            .clone()
    }

    /// The last publication for `uri`, once everything sent so far is worked on.
    pub fn published(&mut self, uri: &str) -> Value {
        self.settle(uri);
        self.last(uri).expect("nothing was published")
    }

    /// The last publication for `uri` that has come.
    pub fn last(&self, uri: &str) -> Option<Value> {
        let notes = self.notes.iter().rev();
        let mut published = notes
            .filter(|note| note["method"] == "textDocument/publishDiagnostics")
            .map(|note| &note["params"]);
        published.find(|params| params["uri"] == uri).cloned()
    }

    /// Waits until everything sent so far is worked on: a request about a text is answered after its check.
    pub fn settle(&mut self, uri: &str) {
        self.ask(
            "textDocument/foldingRange",
            &json!({ "textDocument": { "uri": uri } }),
        );
    }

    /// The code actions for a range, of the kinds `only`.
    pub fn actions(&mut self, uri: &str, range: &Value, only: &Value) -> Vec<Value> {
        self.actions_for(&json!([]), uri, range, only)
    }

    /// The actions for these diagnostics at a place.
    pub fn actions_for(
        &mut self,
        diagnostics: &Value,
        uri: &str,
        range: &Value,
        only: &Value,
    ) -> Vec<Value> {
        let mut context = json!({ "diagnostics": diagnostics });
        if !only.is_null() {
            context["only"] = only.clone();
        }
        let params = json!({
            "textDocument": { "uri": uri },
            "range": range,
            "context": context,
        });
        let answer = self.ask("textDocument/codeAction", &params);
        answer["result"].as_array().unwrap().clone()
    }

    /// The notifications of `method` that have come.
    pub fn told(&self, method: &str) -> Vec<&Value> {
        let notes = self.notes.iter();
        notes.filter(|note| note["method"] == method).collect()
    }

    /// Closes the stream and waits for the end.
    pub fn leave(&mut self) -> ExitStatus {
        self.input = None;
        self.child.wait().unwrap()
    }

    /// Takes its leave as the protocol has it.
    pub fn shut_down(mut self) {
        let answer = self.ask("shutdown", &Value::Null);
        assert_eq!(answer.get("result"), Some(&Value::Null));
        self.tell("exit", &Value::Null);
        assert_eq!(self.child.wait().unwrap().code(), Some(0));
    }
}

/// The address of a file.
pub fn uri(path: &Path) -> String {
    let path = path.to_str().unwrap().replace('\\', "/");
    let root = if path.starts_with('/') { "" } else { "/" };
    format!("file://{root}{path}")
}

/// `text` after the edits of a code action, which are in UTF-16.
pub fn applied(text: &str, action: &Value) -> String {
    let change = &action["edit"]["documentChanges"][0];
    let mut edits: Vec<(usize, usize, String)> = change["edits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edit| {
            let new = edit["newText"].as_str().unwrap().to_owned();
            let range = &edit["range"];
            (byte(text, &range["start"]), byte(text, &range["end"]), new)
        })
        .collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.0));
    let mut text = text.to_owned();
    for (start, end, new) in edits {
        text.replace_range(start..end, &new);
    }
    text
}

/// The byte at a place in UTF-16; here a line ends with LF only.
pub fn byte(text: &str, place: &Value) -> usize {
    let (line, wanted) = (place["line"].as_u64().unwrap(), &place["character"]);
    let mut at = 0;
    for _ in 0..line {
        at += text[at..].find('\n').unwrap() + 1;
    }
    let mut units = 0;
    for ch in text[at..].chars() {
        if units == wanted.as_u64().unwrap() {
            break;
        }
        units += ch.len_utf16() as u64;
        at += ch.len_utf8();
    }
    at
}

/// The range of `part` in `text`, in units of `encoding`.
pub fn range_of(text: &str, part: &str, encoding: &str) -> Value {
    let start = text.find(part).unwrap();
    let place = |at: usize| {
        let line = text[..at].matches('\n').count();
        let from = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let before = &text[from..at];
        let character = match encoding {
            "utf-8" => before.len(),
            _ => before.encode_utf16().count(),
        };
        json!({ "line": line, "character": character })
    };
    json!({ "start": place(start), "end": place(start + part.len()) })
}

/// What a check on the command line finds, by rule and message.
pub fn checked(text: &str) -> BTreeMap<(String, String), usize> {
    let article = facetdoc::parse::article(facetdoc::source::Source::new(
        "a.md",
        text,
        facetdoc::source::Format::Markdown,
    ));
    let today = facetdoc::article::Date::from_iso("2026-11-23");
    let mut found = BTreeMap::new();
    for finding in facetdoc::check::check(&article, today) {
        *found
            .entry((finding.rule.name.to_owned(), finding.message))
            .or_default() += 1;
    }
    found
}
