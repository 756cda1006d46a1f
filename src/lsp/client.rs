//! What the editor says that it can do.

use super::place::Encoding;
use serde_json::Value;

/// The abilities of an editor and the wishes of its user.
#[derive(Debug, Clone, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "the protocol has a switch for each ability"
)]
pub(super) struct Client {
    /// How it counts characters.
    pub(super) encoding: Encoding,
    /// It shows the other places of a finding.
    pub(super) related: bool,
    /// It shows a link on a rule's name.
    pub(super) links: bool,
    /// It gives a finding's data back.
    pub(super) data: bool,
    /// It shows Markdown beside the text.
    pub(super) markdown: bool,
    /// It shows a tree of symbols.
    pub(super) tree: bool,
    /// It checks the version of a text before it edits it.
    pub(super) versions: bool,
    /// It knows code actions that are more than commands.
    pub(super) actions: bool,
    /// It asks for an edit when it is chosen.
    pub(super) resolves: bool,
    /// It watches files for the server.
    pub(super) watches: bool,
    /// The address of a rule's manual, with `{rule}` for its name.
    pub(super) manual: Option<String>,
}

impl Client {
    /// Reads the parameters of `initialize`; what is missing or of another shape is an ability that the editor lacks.
    pub(super) fn of(params: &Value) -> Self {
        let at = |path: &str| params.pointer(path);
        let can = |path: &str| at(&format!("/capabilities{path}")) == Some(&Value::Bool(true));
        let names = |path: &str, name: &str| {
            let list = at(&format!("/capabilities{path}")).and_then(Value::as_array);
            list.is_some_and(|list| list.iter().any(|one| one == name))
        };
        let offered = at("/capabilities/general/positionEncodings").and_then(Value::as_array);
        let offered = offered.into_iter().flatten().filter_map(Value::as_str);
        let manual = at("/initializationOptions/manualUrl").and_then(Value::as_str);
        Self {
            encoding: Encoding::chosen(offered),
            related: can("/textDocument/publishDiagnostics/relatedInformation"),
            links: can("/textDocument/publishDiagnostics/codeDescriptionSupport"),
            data: can("/textDocument/publishDiagnostics/dataSupport"),
            markdown: names("/textDocument/hover/contentFormat", "markdown"),
            tree: can("/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport"),
            versions: can("/workspace/workspaceEdit/documentChanges"),
            actions: at("/capabilities/textDocument/codeAction/codeActionLiteralSupport")
                .is_some_and(Value::is_object),
            resolves: can("/textDocument/codeAction/dataSupport")
                && names("/textDocument/codeAction/resolveSupport/properties", "edit"),
            watches: can("/workspace/didChangeWatchedFiles/dynamicRegistration"),
            manual: manual.map(str::to_owned),
        }
    }

    /// Where the manual of the rule called `rule` can be read.
    pub(super) fn manual_of(&self, rule: &str) -> Option<String> {
        self.manual.as_ref().map(|url| url.replace("{rule}", rule))
    }
}
