"""facetdoc lsp spoken to by pytest-lsp, a client that others wrote.

    tests/lsp/run

FACETDOC names another program than target/debug/facetdoc.
"""

import os
import pathlib

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("FACETDOC", str(ROOT / "target/debug/facetdoc"))
URI = "file:///articles/ankle.md"
TEXT = """# Sprained ankle 😀

Rest it for two days.

## Common questions

### 😀 Can I walk on it

Yes, if it does not hurt.
"""

EDITORS = ["visual-studio-code", "neovim", "emacs"]


@pytest_lsp.fixture(
    params=EDITORS,
    config=ClientServerConfig(server_command=[PROGRAM, "lsp", "--today", "2026-11-23"]),
)
async def client(request, lsp_client: LanguageClient):
    # The client knows of no registrations by itself.
    @lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams):
        assert params.registrations[0].method == "workspace/didChangeWatchedFiles"

    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param), root_uri=ROOT.as_uri()
        )
    )
    yield
    await lsp_client.shutdown_session()


async def opened(client: LanguageClient, text: str = TEXT) -> list[types.Diagnostic]:
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(
            types.TextDocumentItem(URI, "markdown", 1, text)
        )
    )
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return client.diagnostics[URI]


def question(found: list[types.Diagnostic]) -> types.Diagnostic | None:
    return next((one for one in found if one.code == "faq-question-mark"), None)


@pytest.mark.asyncio
async def test_findings_follow_the_text(client: LanguageClient):
    found = question(await opened(client))
    assert found.source == "facetdoc"
    assert found.range.start == types.Position(6, 4)
    # After "### 😀 Can I walk on it" in UTF-16, where the face counts as two.
    assert found.range.end.line == 6
    end = found.range.end
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(2, URI),
            [types.TextDocumentContentChangePartial(range=types.Range(end, end), text="?")],
        )
    )
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert question(client.diagnostics[URI]) is None
    client.text_document_did_close(
        types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(URI))
    )
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert not client.diagnostics[URI]


@pytest.mark.asyncio
async def test_findings_can_be_mended_or_silenced(client: LanguageClient):
    found = question(await opened(client))
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(
            types.TextDocumentIdentifier(URI),
            found.range,
            types.CodeActionContext([found]),
        )
    )
    titles = [action.title for action in actions]
    preferred = [action for action in actions if action.is_preferred]
    assert len(preferred) == 1, titles
    assert any(title.startswith("Silence faq-question-mark ") for title in titles), titles
    assert any(action.kind == "source.fixAll.facetdoc" for action in actions), titles


@pytest.mark.asyncio
async def test_manuals_outline_and_folding(client: LanguageClient):
    await opened(client)
    document = types.TextDocumentIdentifier(URI)
    hover = await client.text_document_hover_async(
        types.HoverParams(document, types.Position(6, 8))
    )
    assert "faq-question-mark" in hover.contents.value
    assert "How hard this section is to read" in hover.contents.value
    symbols = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(document)
    )
    assert symbols[0].name.startswith("Sprained ankle")
    folds = await client.text_document_folding_range_async(
        types.FoldingRangeParams(document)
    )
    assert (4, 8) in [(fold.start_line, fold.end_line) for fold in folds]
