//! How much a team lets a rule matter.

/// What a configuration or pack asks of a rule's findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Leave them out.
    Off,
    /// Style.
    Info,
    /// Fails a standard.
    Warning,
    /// Can hurt a reader, or stops an export.
    Error,
}

impl Level {
    /// The names, in rising order.
    pub const NAMES: &'static [&'static str] = &["off", "info", "warning", "error"];

    /// The level called `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "off" => Self::Off,
            "info" => Self::Info,
            "warning" => Self::Warning,
            "error" => Self::Error,
            _ => return None,
        })
    }
}
