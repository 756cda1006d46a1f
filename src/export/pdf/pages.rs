//! From one column of strips to pages.

use super::flow::{Edge, Frame, FrameId, Strip};
use super::page::{Block, OutlineEntry, Page, Place};
use std::collections::BTreeMap;

/// The part of a page that the column fills.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Top edge.
    pub top: f32,
    /// Bottom edge.
    pub bottom: f32,
}

/// The pages of a column with where its headings came to stand.
#[derive(Debug)]
pub struct Cut {
    /// The pages; at least one.
    pub pages: Vec<Page>,
    /// The headings, in order.
    pub outline: Vec<OutlineEntry>,
    /// Where each anchor stands.
    pub anchors: BTreeMap<String, Place>,
    /// For each page, how many strips stand on the pages before it.
    pub starts: Vec<usize>,
}

/// Cuts a column, given by its strips and frames, into pages.
///
/// Strips that are joined stay together; where they are longer than a page they are parted where it is full.
pub fn cut(mut strips: Vec<Strip>, frames: &[Frame], area: Area) -> Cut {
    let mut cutter = Cutter {
        frames,
        area,
        y: area.top,
        fresh: true,
        open: Vec::new(),
        page: Page::default(),
        cut: Cut {
            pages: Vec::new(),
            outline: Vec::new(),
            anchors: BTreeMap::new(),
            starts: vec![0],
        },
        placed: 0,
    };
    for group in strips.chunk_by_mut(|strip, _| strip.joined) {
        cutter.group(group);
    }
    cutter.close_page();
    cutter.cut.pages.push(cutter.page);
    cutter.cut
}

struct Cutter<'a> {
    frames: &'a [Frame],
    area: Area,
    y: f32,
    /// Whether nothing but repetitions stands on the page.
    fresh: bool,
    /// The frames that are open, outermost first, with their upper edge on this page.
    open: Vec<(FrameId, f32)>,
    /// The page that is being filled.
    page: Page,
    /// What is done.
    cut: Cut,
    /// How many strips are placed.
    placed: usize,
}

impl Cutter<'_> {
    fn group(&mut self, group: &mut [Strip]) {
        if !self.fits(group) && !self.fresh {
            self.turn();
        }
        for strip in group {
            if !self.fresh && !self.fits(std::slice::from_ref(strip)) {
                self.turn();
            }
            self.place(std::mem::take(strip));
        }
    }

    /// Whether the strips fit on what is left of this page, frames that stay open included.
    fn fits(&self, strips: &[Strip]) -> bool {
        let mut y = self.y;
        let mut fresh = self.fresh;
        let mut reserved: f32 = self.open.iter().map(|(id, _)| self.padding(*id)).sum();
        for strip in strips {
            if !fresh {
                y += strip.gap;
            }
            fresh &= strip.is_above();
            for id in &strip.opens {
                y += self.padding(*id);
                reserved += self.padding(*id);
            }
            y += strip.height;
            for id in &strip.closes {
                y += self.padding(*id);
                reserved -= self.padding(*id);
            }
        }
        // A hair of tolerance: sums of lengths round.
        y + reserved <= self.area.bottom + 0.01
    }

    fn place(&mut self, strip: Strip) {
        self.placed += 1;
        if !self.fresh {
            self.y += strip.gap;
        }
        self.fresh &= strip.is_above();
        for id in &strip.opens {
            self.open.push((*id, self.y));
            self.y += self.padding(*id);
        }
        self.note_heading(&strip);
        let closes = strip.closes.clone();
        self.draw(strip);
        for id in closes {
            self.y += self.padding(id);
            if let Some(at) = self.open.iter().position(|(open, _)| *open == id) {
                let (_, top) = self.open.remove(at);
                self.draw_edge(id, top, self.y);
            }
        }
    }

    fn draw(&mut self, strip: Strip) {
        let y = self.y;
        let page = &mut self.page;
        for mut text in strip.texts {
            text.y += y;
            page.texts.push(text);
        }
        for mut placed in strip.pictures {
            placed.area.y += y;
            placed.after = page.texts.len();
            page.pictures.push(placed);
        }
        for block in &strip.blocks {
            page.blocks.push(Block {
                y: block.y + y,
                ..*block
            });
        }
        for code in &strip.codes {
            page.codes.push(code.moved(0.0, y));
        }
        for link in &strip.links {
            let mut link = *link;
            link.area.y += y;
            page.links.push(link);
        }
        self.y += strip.height;
    }

    fn note_heading(&mut self, strip: &Strip) {
        let Some(heading) = &strip.heading else {
            return;
        };
        let place = Place {
            page: self.cut.pages.len(),
            y: self.y,
        };
        self.cut.outline.push(OutlineEntry {
            level: heading.level,
            title: heading.title.clone(),
            place,
        });
        if !heading.anchor.is_empty() {
            let anchors = &mut self.cut.anchors;
            anchors.entry(heading.anchor.clone()).or_insert(place);
        }
    }

    /// Ends the page and opens the frames again on the next.
    fn turn(&mut self) {
        self.close_page();
        self.cut.pages.push(std::mem::take(&mut self.page));
        self.cut.starts.push(self.placed);
        self.y = self.area.top;
        self.fresh = true;
        let frames = self.frames;
        let mut open = std::mem::take(&mut self.open);
        for (id, top) in &mut open {
            *top = self.y;
            self.y += self.padding(*id);
            let frame = frames.get(id.index());
            for strip in frame.map_or(&[][..], |frame| &frame.repeat) {
                self.draw(strip.clone());
            }
        }
        self.open = open;
    }

    fn close_page(&mut self) {
        let mut bottom = self.y;
        let open = std::mem::take(&mut self.open);
        for (id, top) in open.iter().rev() {
            bottom += self.padding(*id);
            self.draw_edge(*id, *top, bottom);
        }
        self.open = open;
    }

    fn draw_edge(&mut self, id: FrameId, top: f32, bottom: f32) {
        let Some(frame) = self.frames.get(id.index()) else {
            return;
        };
        let (x, width, height) = (frame.x, frame.width, bottom - top);
        let block = |x: f32, y: f32, width: f32, height: f32| Block {
            x,
            y,
            width,
            height,
        };
        let blocks = &mut self.page.blocks;
        match frame.edge {
            Edge::None => {}
            Edge::Bar(edge) => blocks.push(block(x, top, edge, height)),
            Edge::Border(edge) => {
                blocks.push(block(x, top, width, edge));
                blocks.push(block(x, bottom - edge, width, edge));
                let (inner_top, inner) = (top + edge, height - 2.0 * edge);
                blocks.push(block(x, inner_top, edge, inner));
                blocks.push(block(x + width - edge, inner_top, edge, inner));
            }
        }
    }

    fn padding(&self, id: FrameId) -> f32 {
        let frame = self.frames.get(id.index());
        frame.map_or(0.0, |frame| frame.padding)
    }
}
