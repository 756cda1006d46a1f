//! How much a drawing comes to when every reference in it is followed: `usvg` copies what is used, for each use.
//!
//! It is reckoned before anything is resolved, and rather too high than too low.

use super::{DEEP, paint, target};
use crate::export::pdf::picture::PictureError;
use rustc_hash::FxHashMap;
use std::ops::{Add, AddAssign};
use usvg::roxmltree::{Document, Node, NodeId};

/// The most bytes that a drawing may come to.
const MAX_BYTES: u64 = 300_000_000;

/// The bytes that an element takes without its outline.
const ELEMENT: u64 = 500;

/// The bytes of an outline for each byte of its text: "1 1" are two numbers of four bytes and the kind of a line.
const OUTLINE: u64 = 3;

/// The bytes of the outline of a letter.
const LETTER: u64 = 1500;

/// How deep elements may lie in one another, references followed.
const MAX_DEPTH: usize = 200;

/// What an element comes to with all that it holds and refers to.
#[derive(Debug, Clone, Copy, Default)]
struct Extent {
    elements: u64,
    /// The numbers in outlines; a place that takes a marker has one at least.
    numbers: u64,
    bytes: u64,
}

impl Add for Extent {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            elements: self.elements.saturating_add(other.elements),
            numbers: self.numbers.saturating_add(other.numbers),
            bytes: self.bytes.saturating_add(other.bytes),
        }
    }
}

impl AddAssign for Extent {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Extent {
    /// This many of it.
    fn times(self, count: u64) -> Self {
        Self {
            elements: self.elements.saturating_mul(count),
            numbers: self.numbers.saturating_mul(count),
            bytes: self.bytes.saturating_mul(count),
        }
    }
}

/// Refuses a drawing that would take too much memory.
pub(super) fn check(document: &Document<'_>) -> Result<(), PictureError> {
    let elements = document.descendants().filter(Node::is_element);
    let named = elements.filter_map(|node| Some((node.attribute("id")?, node)));
    let mut reckoner = Reckoner {
        named: named.collect(),
        known: FxHashMap::default(),
        depth: 0,
    };
    let root = document.root_element();
    let mut all = reckoner.extent(root)?;
    // The rules of a style sheet may hold for every element.
    let styles = root
        .descendants()
        .filter(|node| node.tag_name().name() == "style");
    for style in styles.filter_map(|node| node.text()) {
        for (id, is_marker) in references(style) {
            let held = reckoner.of(id)?;
            let count = if is_marker { all.numbers } else { all.elements };
            all += held.times(count);
        }
    }
    if all.bytes > MAX_BYTES {
        return Err(PictureError::Undrawable(paint::TOO_MUCH));
    }
    Ok(())
}

struct Reckoner<'a, 'input> {
    named: FxHashMap<&'a str, Node<'a, 'input>>,
    /// What was reckoned; nothing yet for an element that is being reckoned, which refers to itself.
    known: FxHashMap<NodeId, Extent>,
    depth: usize,
}

impl<'a> Reckoner<'a, '_> {
    fn of(&mut self, id: &str) -> Result<Extent, PictureError> {
        match self.named.get(id).copied() {
            Some(node) => self.extent(node),
            None => Ok(Extent::default()),
        }
    }

    fn extent(&mut self, node: Node<'a, '_>) -> Result<Extent, PictureError> {
        if let Some(known) = self.known.get(&node.id()) {
            return Ok(*known);
        }
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(PictureError::Undrawable(DEEP));
        }
        self.known.insert(node.id(), Extent::default());
        let mut all = own(node);
        for child in node.children().filter(Node::is_element) {
            all += self.extent(child)?;
        }
        if let Some(id) = target(node).and_then(|target| target.strip_prefix('#')) {
            all += self.of(id)?;
        }
        let mut more = Extent::default();
        for attribute in node.attributes() {
            let is_marker = attribute.name().starts_with("marker");
            for (id, in_marker) in references(attribute.value()) {
                let count = if is_marker || in_marker {
                    all.numbers
                } else {
                    all.elements
                };
                more += self.of(id)?.times(count);
            }
        }
        all += more;
        self.depth -= 1;
        self.known.insert(node.id(), all);
        Ok(all)
    }
}

/// An element without what it holds and refers to.
fn own(node: Node<'_, '_>) -> Extent {
    let outlines = ["d", "points"].map(|name| node.attribute(name).unwrap_or(""));
    let text: usize = outlines.iter().map(|outline| outline.len()).sum();
    let places = outlines
        .iter()
        .flat_map(|outline| outline.split(|char: char| !char.is_ascii_digit() && char != '.'));
    let numbers = places.filter(|number| !number.is_empty()).count();
    let letters = if matches!(node.tag_name().name(), "text" | "tspan" | "textPath") {
        node.children()
            .filter_map(|child| child.text())
            .map(str::len)
            .sum()
    } else {
        0
    };
    let outline = OUTLINE.saturating_mul(length(text));
    Extent {
        elements: 1,
        // A line has two ends.
        numbers: length(numbers).max(2),
        bytes: ELEMENT
            .saturating_add(outline)
            .saturating_add(LETTER.saturating_mul(length(letters))),
    }
}

fn length(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// What `text` refers to as paint, mask, clip or marker, and whether as a marker.
fn references(text: &str) -> impl Iterator<Item = (&str, bool)> {
    text.match_indices("url(").filter_map(move |(at, start)| {
        let rest = text.get(at + start.len()..)?;
        let id = rest.get(..rest.find(')')?)?;
        let id = id.trim().trim_matches(['"', '\'']).strip_prefix('#')?;
        let before = text.get(..at)?;
        let property = before.rsplit([';', '{', '}']).next().unwrap_or("");
        Some((id, property.contains("marker")))
    })
}
