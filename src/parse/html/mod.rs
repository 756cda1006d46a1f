//! Raw HTML among Markdown: turned into the same blocks, also where an element's tags stand in separate HTML blocks
//! with Markdown between them.

mod closings;
mod flow;
mod frame;
mod grid;
mod names;
mod raw;

pub(super) use flow::MOST_OPEN;
pub(super) use names::{is_unseen, parts_lines};
pub(super) use raw::Raw;

use super::comments::Note;
use super::quotes::Quotes;
use super::sections::Part;
use super::tags::{Start, Token};
use crate::article::{BlockKind, Prose};
use crate::source::Span;
use closings::closings;
use flow::{Flow, Flowing};
use frame::{Frame, FrameKind};
use names::{BLOCKS, heading_level};
use std::collections::BTreeMap;

/// How deeply elements may lie in elements; tags of deeper ones are left out, their text is not.
const DEEPEST: usize = 24;

/// Puts a run of sibling blocks together: Markdown ones as they come, HTML ones element by element.
#[derive(Debug)]
pub(super) struct Composer<'s> {
    source: &'s str,
    htmls: Vec<Raw>,
    /// For each token of each HTML block, the block with the tag that closes it.
    closings: Vec<Vec<Option<usize>>>,
    block: usize,
    parts: Vec<Part>,
    frames: Vec<Frame>,
    /// How many elements of a name are open that were left out because they lie too deep.
    ignored: BTreeMap<String, usize>,
    flowing: Flowing,
    notes: Vec<Note>,
    pending: Vec<usize>,
}

impl<'s> Composer<'s> {
    /// A composer for siblings among which `htmls` are the HTML blocks, in order.
    pub(super) fn new(source: &'s str, htmls: Vec<Raw>, quotes: Quotes) -> Self {
        Self {
            source,
            closings: closings(&htmls),
            htmls,
            block: 0,
            parts: Vec::new(),
            frames: Vec::new(),
            ignored: BTreeMap::new(),
            flowing: Flowing::new(quotes),
            notes: Vec::new(),
            pending: Vec::new(),
        }
    }

    /// Takes a part that is no HTML.
    pub(super) fn markdown(&mut self, part: Part) {
        if self.is_unseen() {
            return;
        }
        if matches!(self.flowing.flow, Flow::Summary)
            && let Some(prose) = first_prose(&part)
        {
            self.flowing.flow = Flow::Text;
            if let Some(summary) = self.frames.last_mut().and_then(Frame::summary_mut) {
                *summary = Some(prose);
                return;
            }
        }
        self.emit(part);
    }

    /// Takes the next HTML block.
    pub(super) fn html(&mut self) {
        let block = self.block;
        self.block += 1;
        let Some(raw) = self.htmls.get_mut(block).map(std::mem::take) else {
            return;
        };
        let closes = self
            .closings
            .get_mut(block)
            .map(std::mem::take)
            .unwrap_or_default();
        for (index, token) in raw.tokens().iter().enumerate() {
            let later = closes.get(index).copied().flatten();
            self.token(token, &raw, later);
        }
        self.flush();
        self.flowing.close_tags();
        while self
            .frames
            .last()
            .is_some_and(|frame| frame.closes.is_none_or(|closes| closes <= block))
        {
            self.close_frame(None);
        }
        self.ignored.clear();
    }

    /// The parts, and the comments with what they stand before.
    pub(super) fn finish(mut self) -> (Vec<Part>, Vec<Note>) {
        self.flush();
        while !self.frames.is_empty() {
            self.close_frame(None);
        }
        (self.parts, self.notes)
    }

    fn is_unseen(&self) -> bool {
        matches!(self.frames.last(), Some(frame) if matches!(frame.kind, FrameKind::Unseen(_)))
    }

    fn token(&mut self, token: &Token, raw: &Raw, closes: Option<usize>) {
        if let Some(FrameKind::Unseen(depth)) = self.frames.last_mut().map(|frame| &mut frame.kind)
        {
            let depth = *depth;
            return self.unseen(token, depth);
        }
        match token {
            Token::Text(span) => self.flowing.text(raw, *span),
            Token::Comment(text, span) => {
                self.pending.push(self.notes.len());
                self.notes.push(Note {
                    text: text.clone(),
                    span: raw.span(*span),
                    target: None,
                });
            }
            Token::Start(tag) => self.start(tag, raw.span(tag.span), closes),
            Token::End(name, span) => self.end(name, raw.span(*span)),
        }
    }

    fn unseen(&mut self, token: &Token, depth: usize) {
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        let depth = match token {
            Token::Start(tag) if tag.name == frame.name => depth + 1,
            Token::End(name, _) if *name == frame.name => depth.saturating_sub(1),
            _ => depth,
        };
        frame.kind = FrameKind::Unseen(depth);
        if depth == 0 {
            self.frames.pop();
        }
    }

    fn start(&mut self, tag: &Start, span: Span, closes: Option<usize>) {
        let name = tag.name.as_str();
        if is_unseen(name) {
            if name == "iframe" {
                self.flowing.frame_link(tag, span, self.source);
            }
            self.frames
                .push(Frame::new(name, FrameKind::Unseen(1), span, closes));
            return;
        }
        if matches!(self.flowing.flow, Flow::Pre) {
            return self.flowing.inline_start(tag, span, self.source);
        }
        if let Some(level) = heading_level(name) {
            if matches!(self.flowing.flow, Flow::Summary) {
                return self.flowing.space(span);
            }
            self.flush();
            let id = tag.attribute("id").map(str::to_owned);
            self.flowing.begin(Flow::Heading { level, id }, span);
            return;
        }
        match name {
            "summary" | "pre" => {
                self.flush();
                let flow = if name == "pre" {
                    Flow::Pre
                } else {
                    Flow::Summary
                };
                self.flowing.begin(flow, span);
            }
            "hr" => {
                self.flush();
                self.emit_block(BlockKind::Rule, span);
            }
            _ if BLOCKS.contains(&name) => self.block_border(span),
            _ => match FrameKind::of(tag) {
                Some(kind) => self.open(name, kind, span, closes),
                None => self.flowing.inline_start(tag, span, self.source),
            },
        }
    }

    /// A tag that parts lines: it ends what was written before it, but in a summary it is no more than a space.
    fn block_border(&mut self, span: Span) {
        if matches!(self.flowing.flow, Flow::Summary) {
            return self.flowing.space(span);
        }
        self.flush();
        self.flowing.starts(span);
    }

    fn open(&mut self, name: &str, kind: FrameKind, span: Span, closes: Option<usize>) {
        self.flush();
        for closed in kind.closed_by_start() {
            self.close_implied(closed, &kind);
        }
        if self.frames.len() >= DEEPEST {
            *self.ignored.entry(name.to_owned()).or_default() += 1;
            return;
        }
        let mut frame = Frame::new(name, kind, span, closes);
        frame.notes.append(&mut self.pending);
        self.frames.push(frame);
    }

    /// Closes an open `name` that a start of `kind` ends, such as an item before the next one of the same list.
    fn close_implied(&mut self, name: &str, kind: &FrameKind) {
        let found = self.frames.iter().rposition(|frame| frame.name == name);
        let border = self.frames.iter().rposition(|frame| frame.holds(kind));
        if let Some(found) = found
            && border.is_none_or(|border| border < found)
        {
            while self.frames.len() > found {
                self.close_frame(None);
            }
        }
    }

    fn end(&mut self, name: &str, span: Span) {
        if let Some(open) = self.ignored.get_mut(name).filter(|open| **open > 0) {
            *open -= 1;
            return self.flush();
        }
        if self.flowing.closes(name) {
            return self.flush_to(Some(span));
        }
        if BLOCKS.contains(&name) {
            if matches!(self.flowing.flow, Flow::Summary) {
                return self.flowing.space(span);
            }
            return self.flush_to(Some(span));
        }
        let Some(found) = self.frames.iter().rposition(|frame| frame.name == name) else {
            return self.flowing.inline_end(name, span);
        };
        self.flush();
        while self.frames.len() > found + 1 {
            self.close_frame(None);
        }
        self.close_frame(Some(span));
    }

    fn flush(&mut self) {
        self.flush_to(None);
    }

    /// Ends the text that is being written; `tag` is what closes it.
    fn flush_to(&mut self, tag: Option<Span>) {
        let Some(done) = self.flowing.take(tag) else {
            return;
        };
        match done {
            flow::Done::Heading(heading) => self.emit(Part::Heading(heading)),
            flow::Done::Summary(prose, span) => {
                match self.frames.last_mut().and_then(Frame::summary_mut) {
                    Some(summary) => *summary = Some(prose),
                    None => self.emit_block(BlockKind::Paragraph(prose), span),
                }
            }
            flow::Done::Blocks(blocks) => {
                for (kind, span) in blocks {
                    self.emit_block(kind, span);
                }
            }
            flow::Done::Text(draft, kind, span) => {
                if let Some(cell) = self.frames.last_mut().and_then(Frame::draft_mut) {
                    return cell.append("\n", draft);
                }
                self.emit_block(kind(draft.prose(span)), span);
            }
        }
    }

    fn close_frame(&mut self, end: Option<Span>) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        let notes = frame.notes.clone();
        match frame.close(end) {
            frame::Closed::Nothing => self.pending.extend(notes),
            frame::Closed::Item(item) => match self.frames.last_mut() {
                Some(list) => list.take(item),
                None => {
                    for part in item.into_parts() {
                        self.emit(part);
                    }
                }
            },
            frame::Closed::Parts(parts) => {
                self.pending.extend(notes);
                for part in parts {
                    self.emit(part);
                }
            }
        }
    }

    fn emit_block(&mut self, kind: BlockKind, span: Span) {
        let block = crate::article::Block { kind, span };
        self.emit(Part::Block(block));
    }

    fn emit(&mut self, part: Part) {
        for index in self.pending.drain(..) {
            if let Some(note) = self.notes.get_mut(index) {
                note.target = Some(part.span());
            }
        }
        match self.frames.last_mut() {
            Some(frame) => frame.push(part, self.source),
            None => self.parts.push(part),
        }
    }
}

fn first_prose(part: &Part) -> Option<Prose> {
    match part {
        Part::Heading(heading) => Some(heading.prose.clone()),
        Part::Block(block) => match &block.kind {
            BlockKind::Paragraph(prose) => Some(prose.clone()),
            _ => None,
        },
    }
}
