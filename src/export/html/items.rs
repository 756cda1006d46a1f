//! The items of a handout as HTML.

use super::anchors::Anchors;
use super::inline::runs;
use super::labels::Labels;
use super::pictures::Pictures;
use crate::export::markup::{Attribute, Element, Markup, Tag};
use crate::handout::{BULLET, BoxLevel, Callout, Figure, Item, List, ListItem, Run, Table, plain};
use std::collections::BTreeSet;

/// Writes the items of one page.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    labels: &'static Labels,
    pictures: Pictures<'a>,
    anchors: Anchors,
    /// What the urgent boxes are called by their label and heading; a landmark's name is its own.
    names: BTreeSet<String>,
}

impl<'a> Writer<'a> {
    /// A writer of `items`, whose anchors are kept.
    pub(super) fn new(labels: &'static Labels, items: &[Item], pictures: Pictures<'a>) -> Self {
        Self {
            labels,
            pictures,
            anchors: Anchors::of(items),
            names: BTreeSet::new(),
        }
    }

    /// An anchor of the page's own that the article has not.
    pub(super) fn own_id(&mut self, wanted: &str) -> String {
        self.anchors.own(wanted)
    }

    /// Adds `items`, each on a line of its own.
    pub(super) fn items(&mut self, into: &mut Markup, items: &[Item]) {
        for item in items {
            self.item(into, item);
            into.new_line();
        }
    }

    fn item(&mut self, into: &mut Markup, item: &Item) {
        match item {
            Item::Heading { level, runs, id } => self.heading(into, *level, runs, id),
            Item::Paragraph(words) => self.paragraph(into, words),
            Item::List(list) => self.list(into, list),
            Item::Definitions(definitions) => self.definitions(into, definitions),
            Item::Table(table) => self.table(into, table),
            Item::Box(callout) => self.callout(into, callout),
            Item::Quote(items) => into.element(Tag::Blockquote, |quote| self.items(quote, items)),
            Item::Figure(figure) => self.figure(into, figure),
            Item::Code(words) => into.element(Tag::Pre, |pre| {
                pre.element(Tag::Code, |code| code.verbatim(&plain(words)));
            }),
            Item::Question {
                level,
                question,
                id,
                answer,
            } => into.element(classed(Tag::Div, "question"), |part| {
                self.heading(part, *level, question, id);
                part.new_line();
                self.items(part, answer);
            }),
            Item::Links(links) => self.link_list(into, links),
            Item::Rule => into.void(Tag::Hr),
            Item::Fields(labels) => fields(into, labels),
            Item::Lines(count) => lines(into, *count),
            // The code is for paper; a page shows the address that is in it.
            Item::Code2d(code) => self.paragraph(into, std::slice::from_ref(&code.address)),
            Item::Logo(logo) => {
                if let Some(picture) = self.pictures.element(&logo.target(), &logo.alt) {
                    into.element(classed(Tag::P, "logo"), |p| p.void(picture));
                }
            }
        }
    }

    /// A picture with its caption; one that is not at hand by its words.
    fn figure(&mut self, into: &mut Markup, figure: &Figure) {
        let Some(picture) = self.pictures.element(&figure.url, &plain(&figure.alt)) else {
            for words in [figure.instead(), figure.caption.clone()] {
                if !words.is_empty() {
                    into.element(classed(Tag::P, "picture"), |p| self.runs(p, &words));
                }
            }
            return;
        };
        into.element(Tag::Figure, |out| {
            out.void(picture);
            if !figure.caption.is_empty() {
                out.new_line();
                out.element(Tag::Figcaption, |out| self.runs(out, &figure.caption));
            }
        });
    }

    fn list(&mut self, into: &mut Markup, list: &List) {
        let numbers = numbers(list);
        let outer = match numbers.as_ref().and_then(|numbers| numbers.first()) {
            None if list.items.iter().all(|item| item.marker == BULLET) => Tag::Ul.into(),
            None => classed(Tag::Ul, "marked"),
            Some(1) => Tag::Ol.into(),
            Some(first) => Element::from(Tag::Ol).with(Attribute::Start, &first.to_string()),
        };
        let tag = if numbers.is_some() { Tag::Ol } else { Tag::Ul };
        into.open(&outer);
        into.new_line();
        let mut expected = numbers
            .as_ref()
            .and_then(|numbers| numbers.first().copied());
        for (index, item) in list.items.iter().enumerate() {
            let number = numbers
                .as_ref()
                .and_then(|numbers| numbers.get(index).copied());
            let mut element = Element::from(Tag::Li);
            if let Some(number) = number.filter(|_| number != expected) {
                element = element.with(Attribute::Value, &number.to_string());
            }
            expected = number.and_then(|number| number.checked_add(1));
            let shown = if numbers.is_some() {
                after_number(&item.marker)
            } else {
                &item.marker
            };
            let anchor = item.note.and_then(|note| self.anchors.note(note));
            if let Some((anchor, _)) = anchor {
                element = element.with(Attribute::Id, anchor);
            }
            into.element(element, |li| {
                self.list_item(li, shown, &item.items);
                self.ways_back(li, item.note);
            });
            into.new_line();
        }
        into.close(tag);
    }

    /// The ways from a note back to its calls. They are drawn by the style sheet: the page has no other words than the handout.
    fn ways_back(&self, li: &mut Markup, note: Option<usize>) {
        let Some((number, (_, calls))) = note.and_then(|one| Some((one, self.anchors.note(one)?)))
        else {
            return;
        };
        let label = self.labels.back.replace("{number}", &number.to_string());
        for (index, call) in calls.iter().enumerate() {
            let name = match index {
                0 => label.clone(),
                _ => format!("{label} ({})", index + 1),
            };
            if let Some(link) = Element::link(&format!("#{call}")) {
                li.text(" ");
                let link = link.with(Attribute::Class, "back");
                let link = link.with(Attribute::Role, "doc-backlink");
                li.element(link.with(Attribute::AriaLabel, &name), |_| {});
            }
        }
    }

    /// What an item holds after `marker`; one that is a paragraph with at most lists below it has no `p`.
    fn list_item(&mut self, li: &mut Markup, marker: &str, items: &[Item]) {
        if !marker.is_empty() && marker != BULLET {
            li.text(&format!("{marker} "));
        }
        let is_list = |item: &Item| matches!(item, Item::List(_));
        match items {
            [Item::Paragraph(words), rest @ ..] if rest.iter().all(is_list) => {
                self.runs(li, words);
                if !rest.is_empty() {
                    li.new_line();
                }
                self.items(li, rest);
            }
            _ => self.items(li, items),
        }
    }

    fn definitions(&mut self, into: &mut Markup, definitions: &[(Vec<Run>, Vec<Item>)]) {
        into.element(Tag::Dl, |dl| {
            for (term, details) in definitions {
                dl.new_line();
                dl.element(Tag::Dt, |dt| self.runs(dt, term));
                dl.new_line();
                dl.element(Tag::Dd, |dd| self.list_item(dd, "", details));
            }
            dl.new_line();
        });
    }

    fn runs(&mut self, into: &mut Markup, words: &[Run]) {
        runs(into, words, &mut self.anchors);
    }

    fn heading(&mut self, into: &mut Markup, level: u8, words: &[Run], id: &str) {
        let mut element = Element::from(Tag::heading(level));
        if !id.is_empty() {
            element = element.with(Attribute::Id, id);
        }
        into.element(element, |heading| self.runs(heading, words));
    }

    fn paragraph(&mut self, into: &mut Markup, words: &[Run]) {
        into.element(Tag::P, |p| self.runs(p, words));
    }

    fn link_list(&mut self, into: &mut Markup, links: &[(String, Run)]) {
        into.element(classed(Tag::Ul, "links"), |list| {
            list.new_line();
            for (marker, address) in links {
                list.element(Tag::Li, |li| {
                    li.own_text(&format!("{marker} "));
                    self.runs(li, std::slice::from_ref(address));
                });
                list.new_line();
            }
        });
    }

    fn rows(&mut self, out: &mut Markup, table: &Table) {
        out.new_line();
        if table.header.iter().any(|cell| !cell.is_empty()) {
            out.element(Tag::Thead, |head| self.row(head, &table.header, Tag::Th));
            out.new_line();
        }
        out.element(Tag::Tbody, |body| {
            body.new_line();
            for cells in &table.rows {
                self.row(body, cells, Tag::Td);
            }
        });
        out.new_line();
    }

    fn row(&mut self, out: &mut Markup, cells: &[Vec<Run>], tag: Tag) {
        out.element(Tag::Tr, |tr| {
            for cell in cells {
                // A heading without words heads nothing.
                let element = match tag {
                    Tag::Th if !cell.is_empty() => {
                        Element::from(Tag::Th).with(Attribute::Scope, "col")
                    }
                    _ => Element::from(Tag::Td),
                };
                tr.element(element, |out| self.runs(out, cell));
            }
        });
        out.new_line();
    }

    /// A table in a frame that scrolls sideways on narrow screens, also by the keyboard.
    fn table(&mut self, into: &mut Markup, table: &Table) {
        let frame = classed(Tag::Div, table_class(table))
            .with(Attribute::Role, "group")
            .with(Attribute::AriaLabel, self.labels.table)
            .with(Attribute::Tabindex, "0");
        into.element(frame, |frame| {
            frame.element(Tag::Table, |out| self.rows(out, table));
        });
    }

    /// A box with its label, if it has one; an urgent one is a landmark under the name of its label and heading.
    fn callout(&mut self, into: &mut Markup, callout: &Callout) {
        let is_labelled = !callout.label.is_empty();
        let label_id = is_labelled.then(|| self.own_id("box"));
        let heading = match callout.items.first() {
            Some(Item::Heading { runs, id, .. }) => Some((plain(runs), id.as_str())),
            _ => None,
        };
        let (words, heading_id) = match &heading {
            Some((words, id)) if !id.is_empty() => (words.as_str(), Some(*id)),
            _ => ("", None),
        };
        let names = [label_id.as_deref(), heading_id].into_iter().flatten();
        let named_by = names.collect::<Vec<_>>().join(" ");
        let is_new = self.names.insert(format!("{} {words}", callout.label));
        let is_landmark = callout.level > BoxLevel::Note && is_new && !named_by.is_empty();
        let tag = if is_landmark { Tag::Section } else { Tag::Div };
        let mut element = classed(tag, class(callout.level));
        if !is_landmark {
            element = element.with(Attribute::Role, "group");
        }
        if !named_by.is_empty() {
            element = element.with(Attribute::AriaLabelledby, &named_by);
        }
        into.element(element, |out| {
            out.new_line();
            if let Some(label_id) = &label_id {
                let label = classed(Tag::P, "label").with(Attribute::Id, label_id);
                out.element(label, |p| p.own_text(&callout.label));
                out.new_line();
            }
            self.items(out, &callout.items);
        });
    }
}

/// So many letters stand side by side on a printed page in the type of the text, the space around cells counted.
const PRINTED: usize = 55;

/// The same in the smaller type of wide tables.
const PRINTED_SMALL: usize = 85;

/// How wide a table is by the longest words of its columns: on paper nothing scrolls, so that a wide one is set smaller and
/// one that is still too wide breaks words.
fn table_class(table: &Table) -> &'static str {
    let longest = |cell: &Vec<Run>| {
        let words = plain(cell);
        let lengths = words.split_whitespace().map(|word| word.chars().count());
        lengths.max().unwrap_or(0)
    };
    let mut columns: Vec<usize> = Vec::new();
    for row in std::iter::once(&table.header).chain(&table.rows) {
        columns.resize(columns.len().max(row.len()), 0);
        for (column, cell) in columns.iter_mut().zip(row) {
            *column = (*column).max(longest(cell));
        }
    }
    // A cell has the room of two letters around its words.
    let letters: usize = columns.iter().map(|letters| letters + 2).sum();
    if letters <= PRINTED {
        "table"
    } else if letters <= PRINTED_SMALL {
        "table wide"
    } else {
        "table wide widest"
    }
}

fn class(level: BoxLevel) -> &'static str {
    match level {
        BoxLevel::Emergency => "box emergency",
        BoxLevel::Urgent => "box urgent",
        BoxLevel::Unknown => "box",
        BoxLevel::Advice => "box advice",
        BoxLevel::Note => "box note",
    }
}

fn classed(tag: Tag, class: &str) -> Element {
    Element::from(tag).with(Attribute::Class, class)
}

/// Labels, each with a line to write on.
fn fields(into: &mut Markup, labels: &[String]) {
    into.element(classed(Tag::Div, "fields"), |out| {
        for label in labels {
            out.element(Tag::P, |p| p.own_text(label));
        }
    });
}

fn lines(into: &mut Markup, count: usize) {
    let frame = classed(Tag::Div, "lines").with(Attribute::AriaHidden, "true");
    into.element(frame, |out| {
        for _ in 0..count {
            out.element(Tag::Div, |_| {});
        }
    });
}

/// The numbers of a list whose markers are numbers that a browser can draw; `None` for any other.
fn numbers(list: &List) -> Option<Vec<u64>> {
    let numbers: Option<Vec<u64>> = list.items.iter().map(number).collect();
    let numbers = numbers.filter(|_| list.ordered)?;
    // HTML's numbers have 32 bits.
    let fits = numbers.iter().all(|number| i32::try_from(*number).is_ok());
    fits.then_some(numbers)
}

fn number(item: &ListItem) -> Option<u64> {
    let (number, _) = item.marker.split_once('.')?;
    number.parse().ok()
}

/// What follows the number of a marker: the box of a task.
fn after_number(marker: &str) -> &str {
    marker.split_once('.').map_or("", |(_, rest)| rest).trim()
}
