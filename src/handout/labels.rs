//! The labels of urgent boxes.

use super::BoxLevel;
use crate::config::Labels;

impl Labels {
    /// The word that carries the level of an urgent box; "" where the level is not known.
    pub fn level(&self, level: BoxLevel) -> &str {
        match level {
            BoxLevel::Emergency => &self.emergency,
            BoxLevel::Urgent => &self.urgent,
            BoxLevel::Advice => &self.advice,
            BoxLevel::Unknown => "",
            BoxLevel::Note => &self.box_note,
        }
    }
}
