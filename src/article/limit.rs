//! How a limit on what an article may hold is told.

/// What a message about the limit `name` ends with: how to raise it.
pub fn how_to_raise(name: &str) -> String {
    format!("{name} under [limits] in facetdoc.toml, or --set limits.{name}=N, allows more")
}
