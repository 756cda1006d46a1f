//! The server: messages in, messages out.

use super::actions::{self, Checking, FIX_ALL};
use super::analysis::{Analysis, Check, said};
use super::client::Client;
use super::document::Document;
use super::faults::Faults;
use super::{World, findings, folding, hover, symbols, uri};
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOptions, CodeActionParams, CodeActionProviderCapability,
    Diagnostic, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams,
    DocumentSymbolParams, FoldingRangeParams, FoldingRangeProviderCapability, HoverParams,
    HoverProviderCapability, InitializeResult, MessageType, OneOf, PublishDiagnosticsParams,
    ServerCapabilities, ServerInfo, TextDocumentSyncCapability, TextDocumentSyncKind,
    TextDocumentSyncOptions, TextDocumentSyncSaveOptions, Uri,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// How the editor took its leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It asked to shut down before.
    Orderly,
    /// It did not.
    Abrupt,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Before `initialize`.
    New,
    Running,
    /// After `shutdown`.
    ShutDown,
    Ended(End),
}

/// A request that cannot be answered.
#[derive(Debug)]
struct Refusal {
    code: ErrorCode,
    why: String,
}

/// A server for one editor.
#[derive(Debug)]
pub struct Server<W> {
    world: W,
    check: Check,
    client: Client,
    /// The address of a rule's manual, with `{rule}` for its name, where the editor gives none.
    manuals: Option<String>,
    stage: Stage,
    documents: BTreeMap<String, Document>,
    /// The open texts that are to be checked; the last one comes first.
    due: Vec<String>,
    /// What is wrong with the configurations of the open texts.
    faults: Faults,
    out: Vec<Message>,
}

impl<W: World> Server<W> {
    /// A server that looks at articles with `check`.
    pub fn new(world: W, check: Check) -> Self {
        Self {
            world,
            check,
            client: Client::default(),
            manuals: None,
            stage: Stage::New,
            documents: BTreeMap::new(),
            due: Vec::new(),
            faults: Faults::default(),
            out: Vec::new(),
        }
    }

    /// Links findings to the manuals in `folder`, an absolute path: a file called like the rule with the ending `.md`.
    pub fn link_manuals_in(&mut self, folder: &Path) {
        let address = uri::of_path(folder);
        self.manuals = address.map(|address| format!("{}/{{rule}}.md", address.as_str()));
    }

    /// How the editor took its leave; `None` as long as it stays.
    pub fn end(&self) -> Option<End> {
        match self.stage {
            Stage::Ended(end) => Some(end),
            Stage::New | Stage::Running | Stage::ShutDown => None,
        }
    }

    /// Works on one message; gives what is to be sent. Texts that changed wait for [`Self::catch_up`].
    pub fn receive(&mut self, message: Message) -> Vec<Message> {
        match message {
            Message::Request(request) => {
                let answer = self.answer(request);
                self.out.push(answer.into());
            }
            Message::Notification(note) => {
                let method = note.method.clone();
                if let Err(why) = self.guarded(|server| server.note(note)) {
                    self.log(&format!("{method}: {}", why.why));
                }
            }
            // The editor has done what it was asked to.
            Message::Response(_) => {}
        }
        std::mem::take(&mut self.out)
    }

    /// Checks one of the texts that wait, the one that changed last; gives what is to be sent, `None` where none waits.
    pub fn catch_up(&mut self) -> Option<Vec<Message>> {
        let key = self.due.last()?.clone();
        self.refresh(&key);
        Some(std::mem::take(&mut self.out))
    }

    fn answer(&mut self, request: Request) -> Response {
        let id = request.id.clone();
        match self.guarded(|server| server.request(request)) {
            Ok(result) => Response::new_ok(id, result),
            Err(refusal) => Response::new_err(id, refusal.code as i32, refusal.why),
        }
    }

    /// What `work` gives; a bug of facetdoc is a refusal like any other.
    fn guarded<R>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<R, Refusal>,
    ) -> Result<R, Refusal> {
        catch_unwind(AssertUnwindSafe(|| work(self))).unwrap_or_else(|panic| {
            Err(Refusal {
                code: ErrorCode::InternalError,
                why: format!("a bug in facetdoc ({})", said(panic.as_ref())),
            })
        })
    }

    fn request(&mut self, request: Request) -> Result<Value, Refusal> {
        let refused = |code, why: &str| {
            let why = why.to_owned();
            Err(Refusal { code, why })
        };
        match (self.stage, request.method.as_str()) {
            (Stage::New, "initialize") => Ok(self.initialize(&request.params)),
            (Stage::New, _) => refused(
                ErrorCode::ServerNotInitialized,
                "the first request must be initialize",
            ),
            (Stage::Running, "initialize") => refused(
                ErrorCode::InvalidRequest,
                "initialize comes once, at the start",
            ),
            (Stage::Running, "shutdown") => {
                self.stage = Stage::ShutDown;
                Ok(Value::Null)
            }
            (Stage::Running, _) => self.question(&request.method, request.params),
            (Stage::ShutDown | Stage::Ended(_), _) => {
                refused(ErrorCode::InvalidRequest, "the server is shutting down")
            }
        }
    }

    /// A request about an open text.
    fn question(&mut self, method: &str, params: Value) -> Result<Value, Refusal> {
        match method {
            "textDocument/codeAction" => {
                let params: CodeActionParams = read(params)?;
                self.refresh(params.text_document.uri.as_str());
                let checking = self.checking();
                let document = self.document(&params.text_document.uri)?;
                value(actions::at(&params, document, &self.client, checking))
            }
            "codeAction/resolve" => self.resolve(read(params)?),
            "textDocument/hover" => {
                let params: HoverParams = read(params)?;
                let place = params.text_document_position_params;
                self.refresh(place.text_document.uri.as_str());
                let document = self.document(&place.text_document.uri)?;
                value(hover::at(place.position, document, &self.client))
            }
            "textDocument/documentSymbol" => {
                let params: DocumentSymbolParams = read(params)?;
                self.refresh(params.text_document.uri.as_str());
                let document = self.document(&params.text_document.uri)?;
                value(symbols::of(document, &self.client))
            }
            "textDocument/foldingRange" => {
                let params: FoldingRangeParams = read(params)?;
                self.refresh(params.text_document.uri.as_str());
                value(folding::of(self.document(&params.text_document.uri)?))
            }
            _ => Err(Refusal {
                code: ErrorCode::MethodNotFound,
                why: format!("facetdoc does not know {method}"),
            }),
        }
    }

    fn note(&mut self, note: Notification) -> Result<(), Refusal> {
        match (self.stage, note.method.as_str()) {
            (Stage::ShutDown, "exit") => self.stage = Stage::Ended(End::Orderly),
            (_, "exit") => self.stage = Stage::Ended(End::Abrupt),
            (Stage::Running, "initialized") => self.watch(),
            (Stage::Running, "textDocument/didOpen") => self.open(read(note.params)?),
            (Stage::Running, "textDocument/didChange") => self.change(read(note.params)?)?,
            (Stage::Running, "textDocument/didSave") => {
                let params: DidSaveTextDocumentParams = read(note.params)?;
                if !self.client.watches {
                    // Nobody tells of changes in what a configuration names: topic packs, others that it extends.
                    self.world.forget();
                }
                self.is_due(params.text_document.uri.as_str());
            }
            (Stage::Running, "textDocument/didClose") => self.close(read(note.params)?),
            (Stage::Running, "workspace/didChangeWatchedFiles") => {
                let _: DidChangeWatchedFilesParams = read(note.params)?;
                self.world.forget();
                let keys: Vec<String> = self.documents.keys().cloned().collect();
                for key in keys {
                    self.is_due(&key);
                }
            }
            // Whoever sends something unknown, or at the wrong time, wants no answer.
            _ => {}
        }
        Ok(())
    }

    fn initialize(&mut self, params: &Value) -> Value {
        self.client = Client::of(params);
        if self.client.manual.is_none() {
            self.client.manual.clone_from(&self.manuals);
        }
        self.stage = Stage::Running;
        json!(InitializeResult {
            capabilities: capabilities(&self.client),
            server_info: Some(ServerInfo {
                name: "facetdoc".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        })
    }

    /// Asks the editor to tell of changes in configurations and topic packs.
    fn watch(&mut self) {
        if !self.client.watches {
            return;
        }
        let params = json!({ "registrations": [{
            "id": "facetdoc-toml",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": [{ "globPattern": "**/*.toml" }] },
        }] });
        let id = RequestId::from("facetdoc-watch".to_owned());
        let request = Request::new(id, "client/registerCapability".to_owned(), params);
        self.out.push(request.into());
    }

    fn open(&mut self, params: DidOpenTextDocumentParams) {
        let item = params.text_document;
        let key = item.uri.as_str().to_owned();
        let document = Document::new(
            item.uri,
            item.language_id,
            item.version,
            item.text,
            self.client.encoding,
        );
        self.documents.insert(key.clone(), document);
        self.is_due(&key);
    }

    fn change(&mut self, params: DidChangeTextDocumentParams) -> Result<(), Refusal> {
        let key = params.text_document.uri.as_str();
        let document = self.documents.get_mut(key).ok_or_else(not_open)?;
        let version = params.text_document.version;
        document.change(version, params.content_changes, self.client.encoding);
        self.is_due(key);
        Ok(())
    }

    fn close(&mut self, params: DidCloseTextDocumentParams) {
        let uri = params.text_document.uri;
        self.due.retain(|key| key != uri.as_str());
        if self.documents.remove(uri.as_str()).is_some() {
            self.tell_fault(uri.as_str(), None);
            self.publish(uri, None, Vec::new());
        }
    }

    /// The text is to be checked, before all others.
    fn is_due(&mut self, key: &str) {
        self.due.retain(|other| other != key);
        if self.documents.contains_key(key) {
            self.due.push(key.to_owned());
        }
    }

    /// Checks the text if it is due, and tells the editor.
    fn refresh(&mut self, key: &str) {
        if !self.due.iter().any(|due| due == key) {
            return;
        }
        self.due.retain(|due| due != key);
        let Some(document) = self.documents.get_mut(key) else {
            return;
        };
        let configured = self.world.config(uri::path(&document.uri).as_deref());
        let analysis = Analysis::of(document, &configured.config, &self.world, self.check);
        let failure = match &analysis {
            Analysis::Failed(why) => Some(why.clone()),
            Analysis::Done(_) => None,
        };
        document.analysis = Some(analysis);
        let (uri, version) = (document.uri.clone(), document.version);
        let found = findings::of(document, &self.client);
        self.publish(uri, Some(version), found);
        if let Some(why) = failure {
            self.log(&format!("{key}: {why}"));
        }
        self.tell_fault(key, configured.fault.as_ref());
    }

    /// Shows the mistakes in the configuration of the text `key` where they stand, and takes away those that are mended.
    fn tell_fault(&mut self, key: &str, fault: Option<&super::Fault>) {
        let news = self.faults.set(key, fault, &self.client);
        for (uri, shown) in news.publish {
            self.publish(uri, None, shown);
        }
        if let Some(message) = news.message {
            let params = json!({ "type": MessageType::ERROR, "message": message });
            self.notify("window/showMessage", params);
        }
    }

    fn publish(&mut self, uri: Uri, version: Option<i32>, diagnostics: Vec<Diagnostic>) {
        let params = PublishDiagnosticsParams::new(uri, diagnostics, version);
        self.notify("textDocument/publishDiagnostics", params);
    }

    fn log(&mut self, message: &str) {
        let params = json!({ "type": MessageType::ERROR, "message": message });
        self.notify("window/logMessage", params);
    }

    fn notify(&mut self, method: &str, params: impl Serialize) {
        let note = Notification::new(method.to_owned(), params);
        self.out.push(note.into());
    }

    fn document(&self, uri: &Uri) -> Result<&Document, Refusal> {
        self.documents.get(uri.as_str()).ok_or_else(not_open)
    }

    fn checking(&self) -> Checking {
        Checking {
            check: self.check,
            today: self.world.today(),
        }
    }

    /// Fills in the edit of an action that the user has chosen.
    fn resolve(&mut self, mut action: CodeAction) -> Result<Value, Refusal> {
        let Some((key, version)) = actions::subject(&action) else {
            return value(action);
        };
        let key = key.to_owned();
        self.refresh(&key);
        let document = self.documents.get(&key).ok_or_else(not_open)?;
        if i64::from(document.version) != version {
            return Err(Refusal {
                code: ErrorCode::ContentModified,
                why: "the text has changed since".to_owned(),
            });
        }
        action.edit = actions::fixed(document, &self.client, self.checking());
        value(action)
    }
}

fn capabilities(client: &Client) -> ServerCapabilities {
    ServerCapabilities {
        position_encoding: Some(client.encoding.kind()),
        text_document_sync: Some(TextDocumentSyncCapability::Options(
            TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::INCREMENTAL),
                save: Some(TextDocumentSyncSaveOptions::Supported(true)),
                ..TextDocumentSyncOptions::default()
            },
        )),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, FIX_ALL]),
            resolve_provider: Some(true),
            ..CodeActionOptions::default()
        })),
        ..ServerCapabilities::default()
    }
}

fn read<P: DeserializeOwned>(params: Value) -> Result<P, Refusal> {
    serde_json::from_value(params).map_err(|error| Refusal {
        code: ErrorCode::InvalidParams,
        why: error.to_string(),
    })
}

fn value(of: impl Serialize) -> Result<Value, Refusal> {
    serde_json::to_value(of).map_err(|error| Refusal {
        code: ErrorCode::InternalError,
        why: error.to_string(),
    })
}

fn not_open() -> Refusal {
    Refusal {
        code: ErrorCode::InvalidParams,
        why: "this text is not open".to_owned(),
    }
}
