//! The words of a handout in reading order, for the proof that no exporter loses one.

use super::{Handout, Item, Run};

/// The bullet of unordered lists: a mark that an exporter chooses, not a word.
pub const BULLET: &str = "•";

/// Every word on the paper in reading order, split at white space. Labels of boxes, numbers and boxes of list items and
/// notes of links are words; bullets and what is at the foot of pages are not.
pub fn words(handout: &Handout) -> Vec<String> {
    let mut words = Vec::new();
    visit(&handout.items, &mut |part| {
        let text = match part {
            Part::Picture(_) | Part::Heard(_) | Part::Logo(_) => return,
            Part::Own(text) | Part::PictureLabel(text) => text.to_owned(),
            Part::Runs(runs) => super::runs::plain(runs),
        };
        words.extend(text.split_whitespace().map(str::to_owned));
    });
    words
}

/// The number of characters of all that is on the paper, white space included.
pub fn length(handout: &Handout) -> usize {
    let mut length = 0;
    visit(&handout.items, &mut |part| {
        length += match part {
            Part::Picture(_) | Part::Heard(_) | Part::Logo(_) => 0,
            Part::Own(text) | Part::PictureLabel(text) => text.chars().count(),
            Part::Runs(runs) => super::runs::plain(runs).chars().count(),
        };
    });
    length
}

/// [`words`] as a screen reader says them where pictures are shown: it says by itself that something is a picture, so that
/// the labels of the pictures at hand are left out; of a code, it says what the code is for.
pub fn heard_words(handout: &Handout) -> Vec<String> {
    let mut words = Vec::new();
    let mut shown = false;
    visit(&handout.items, &mut |part| {
        let text = match part {
            Part::Picture(url) => {
                shown = handout.pictures.get(&url).is_some();
                return;
            }
            Part::PictureLabel(_) if shown => return,
            Part::Logo(_) if !shown => return,
            Part::Own(text) | Part::Heard(text) | Part::Logo(text) | Part::PictureLabel(text) => {
                text.to_owned()
            }
            Part::Runs(runs) => super::runs::plain(runs),
        };
        words.extend(text.split_whitespace().map(str::to_owned));
    });
    words
}

/// The words that stand in the source, in reading order: labels, markers, numbers of notes and printed addresses are not
/// among them.
pub fn article_words(handout: &Handout) -> Vec<String> {
    let mut words = Vec::new();
    visit(&handout.items, &mut |part| {
        if let Part::Runs(runs) = part {
            let own: String = runs
                .iter()
                .filter(|run| run.span.is_some())
                .map(|run| run.text.as_str())
                .collect();
            words.extend(own.split_whitespace().map(str::to_owned));
        }
    });
    words
}

/// A part of the paper's text; parts are apart from each other.
#[derive(Debug)]
pub(super) enum Part<'a> {
    /// Words of facetdoc's own: a label, a marker.
    Own(&'a str),
    /// A picture with this target starts here.
    Picture(String),
    /// What only a screen reader says: the alternative of a code.
    Heard(&'a str),
    /// What a screen reader says of the picture that has started, a logo: nothing where it is not shown.
    Logo(&'a str),
    /// The label before the alternative of the picture.
    PictureLabel(&'a str),
    /// Runs that make one text.
    Runs(&'a [Run]),
}

/// Calls `see` on every part of `items` in reading order.
pub(super) fn visit<'a>(items: &'a [Item], see: &mut dyn FnMut(Part<'a>)) {
    for item in items {
        visit_item(item, see);
    }
}

fn visit_item<'a>(item: &'a Item, see: &mut dyn FnMut(Part<'a>)) {
    match item {
        Item::Heading { runs, .. } | Item::Paragraph(runs) | Item::Code(runs) => {
            see(Part::Runs(runs));
        }
        Item::Figure(figure) => {
            see(Part::Picture(figure.url.clone()));
            if !figure.alt.is_empty() {
                see(Part::PictureLabel(&figure.label));
                see(Part::Runs(&figure.alt));
            }
            see(Part::Runs(&figure.caption));
        }
        Item::List(list) => {
            for item in &list.items {
                if item.marker != BULLET {
                    see(Part::Own(&item.marker));
                }
                visit(&item.items, see);
            }
        }
        Item::Definitions(definitions) => {
            for (term, details) in definitions {
                see(Part::Runs(term));
                visit(details, see);
            }
        }
        Item::Table(table) => {
            for cell in table.header.iter().chain(table.rows.iter().flatten()) {
                see(Part::Runs(cell));
            }
        }
        Item::Box(callout) => {
            see(Part::Own(&callout.label));
            visit(&callout.items, see);
        }
        Item::Quote(items) => visit(items, see),
        Item::Question {
            question, answer, ..
        } => {
            see(Part::Runs(question));
            visit(answer, see);
        }
        Item::Links(links) => {
            for (marker, address) in links {
                see(Part::Own(marker));
                see(Part::Own(&address.text));
            }
        }
        Item::Fields(labels) => {
            for label in labels {
                see(Part::Own(label));
            }
        }
        Item::Code2d(code) => {
            see(Part::Heard(&code.alt));
            see(Part::Own(&code.address.text));
        }
        Item::Logo(logo) => {
            see(Part::Picture(logo.target()));
            see(Part::Logo(&logo.alt));
        }
        Item::Rule | Item::Lines(_) => {}
    }
}
