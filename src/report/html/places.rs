//! Where the findings of an article stand in its texts, and which of the places are shown already.

use crate::article::Prose;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;
use std::ops::Range;

/// A place of a finding.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// The finding's number, from 1.
    pub number: usize,
    /// Which of the other places that it compares with, from 1; `None` for its own.
    pub other: Option<usize>,
    /// How much the finding matters.
    pub severity: Severity,
    span: Span,
    is_shown: bool,
}

/// A place in one text.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Its bytes in the text; empty for a finding without width.
    pub range: Range<usize>,
    /// Which of [`Places`].
    pub index: usize,
}

/// Every place of the findings in an article.
#[derive(Debug)]
pub(super) struct Places {
    /// The prefix of the anchors of the article.
    pub id: String,
    places: Vec<Place>,
}

impl Places {
    /// The places of `findings`, which come in the order of their numbers; `whole` is where those stand that are about the
    /// article as a whole, which are shown nowhere.
    pub(super) fn of(id: &str, findings: &[&Diagnostic], whole: Span) -> Self {
        let mut places = Vec::new();
        for (index, finding) in findings.iter().enumerate() {
            let place = |other, span| Place {
                number: index + 1,
                other,
                severity: finding.severity,
                span,
                is_shown: false,
            };
            if finding.span != whole {
                places.push(place(None, finding.span));
            }
            let labels = finding.labels.iter().enumerate();
            places.extend(labels.map(|(index, label)| place(Some(index + 1), label.span)));
        }
        Self {
            id: id.to_owned(),
            places,
        }
    }

    /// The place of that index.
    pub(super) fn get(&self, index: usize) -> Option<&Place> {
        self.places.get(index)
    }

    /// The places that start in `prose` and are not shown yet, by where they end in it; from now on they are.
    pub(super) fn take(&mut self, prose: &Prose) -> Vec<Found> {
        let mut found = Vec::new();
        for (index, place) in self.places.iter_mut().enumerate() {
            if place.is_shown {
                continue;
            }
            if let Some(range) = prose.range(place.span) {
                place.is_shown = true;
                found.push(Found { range, index });
            }
        }
        found.sort_by_key(|found| (found.range.end, found.index));
        found
    }

    /// The places in `span` that no text of it has shown; from now on they are.
    pub(super) fn take_rest(&mut self, span: Span) -> Vec<usize> {
        let mut rest = Vec::new();
        for (index, place) in self.places.iter_mut().enumerate() {
            let is_here =
                place.span.overlaps(span) || (place.span.is_empty() && span.contains(place.span));
            if !place.is_shown && is_here {
                place.is_shown = true;
                rest.push(index);
            }
        }
        rest
    }

    /// Whether a place is shown in the text: that of a finding, or one of those that it compares with.
    pub(super) fn is_shown(&self, number: usize, other: Option<usize>) -> bool {
        self.places
            .iter()
            .any(|place| place.is_shown && place.number == number && place.other == other)
    }

    /// The anchor of a place in the text.
    pub(super) fn anchor(&self, number: usize, other: Option<usize>) -> String {
        match other {
            None => format!("{}-m{number}", self.id),
            Some(other) => format!("{}-m{number}-{other}", self.id),
        }
    }
}
