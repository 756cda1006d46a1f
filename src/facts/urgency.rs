//! How fast a reader is told to get help.

/// A step of the ladder, lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// Look after it at home.
    SelfCare,
    /// An ordinary appointment.
    Routine,
    /// Within days.
    Soon,
    /// The same day.
    Urgent,
    /// Now.
    Emergency,
}

impl Urgency {
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
}
