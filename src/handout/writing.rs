//! Room to write on paper: the labels are words of the handout, the lines are not.

use super::build::Builder;
use super::closing::heading;
use super::{Item, Options, Run};

/// Lines after each thing that patients say in their own words.
const ANSWER_LINES: usize = 2;

/// Lines for notes.
const NOTE_LINES: usize = 8;

impl Builder<'_> {
    /// Lines for the patient's name and the date.
    pub(super) fn name_and_date(&self) -> Item {
        Item::Fields(vec![
            self.labels.name.to_string(),
            self.labels.day.to_string(),
        ])
    }

    /// Lines below the text: teach-back, questions, notes.
    pub(super) fn writing(&self, options: &Options) -> Vec<Item> {
        let labels = self.labels;
        let mut items = Vec::new();
        if options.teach_back {
            items.push(heading(&labels.in_my_words));
            for prompt in [&labels.what_is_it, &labels.what_to_do, &labels.when_to_call] {
                items.push(Item::Paragraph(vec![Run::plain(&**prompt)]));
                items.push(Item::Lines(ANSWER_LINES));
            }
        }
        if options.questions > 0 {
            items.push(heading(&labels.questions));
            items.push(Item::Lines(options.questions));
        }
        if options.notes {
            items.push(heading(&labels.my_notes));
            items.push(Item::Lines(NOTE_LINES));
        }
        items
    }
}
