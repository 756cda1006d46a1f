//! Starts `facetdoc lsp` for Zed.

use zed_extension_api as zed;

struct Facetdoc;

impl zed::Extension for Facetdoc {
    fn new() -> Self {
        Self
    }

    fn language_server_command(
        &mut self,
        _: &zed::LanguageServerId,
        worktree: &zed::Worktree,
    ) -> zed::Result<zed::Command> {
        let command = worktree
            .which("facetdoc")
            .ok_or("facetdoc is not on the PATH; see its README, \"Install\"")?;
        Ok(zed::Command {
            command,
            args: vec!["lsp".to_owned()],
            env: worktree.shell_env(),
        })
    }
}

zed::register_extension!(Facetdoc);
