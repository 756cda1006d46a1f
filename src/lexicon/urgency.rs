//! The ladder of urgency.

use serde::Deserialize;

/// How fast a reader is told to get help, lowest first.
///
/// The upper three steps are the levels of the NHS care cards with "within days" between them and an ordinary visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// Look after it at home.
    SelfCare,
    /// An ordinary appointment.
    Routine,
    /// Within days.
    Soon,
    /// The same day, or within 24 hours.
    Urgent,
    /// Now.
    Emergency,
}

impl Urgency {
    /// The names, lowest first.
    pub const NAMES: &'static [&'static str] =
        &["self-care", "routine", "soon", "urgent", "emergency"];

    /// The step called `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        let all = [
            Self::SelfCare,
            Self::Routine,
            Self::Soon,
            Self::Urgent,
            Self::Emergency,
        ];
        all.into_iter().find(|step| step.name() == name)
    }

    /// The name used in packs and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::SelfCare => "self-care",
            Self::Routine => "routine",
            Self::Soon => "soon",
            Self::Urgent => "urgent",
            Self::Emergency => "emergency",
        }
    }

    /// What the step means to a reader.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::SelfCare => "look after it at home",
            Self::Routine => "an ordinary appointment",
            Self::Soon => "within days",
            Self::Urgent => "the same day",
            Self::Emergency => "now",
        }
    }

    /// How many steps lie between two levels.
    pub fn gap(self, other: Urgency) -> usize {
        (self as usize).abs_diff(other as usize)
    }
}
