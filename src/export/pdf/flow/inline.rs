//! The lines of a paragraph with their tags, links, underlines and raised or lowered letters.

use super::words::{BrokenWord, broken_words};
use super::{Flow, Strip, baseline};
use crate::export::ExportError;
use crate::export::pdf::lines::{Letter, Line, Look, TextRow, Words, break_lines};
use crate::export::pdf::page::{Artifact, Block, LinkArea, Owner, Text};
use crate::export::pdf::style::Type;
use crate::export::pdf::tree::{ContentId, LinkId, NodeId, Tag, Tree};
use crate::handout::{self, Run};

/// How the text of a block is set before its runs' own styles.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Setting {
    /// Size and pitch.
    pub(super) text: Type,
    /// Whether all of it is bold.
    pub(super) bold: bool,
}

/// A line that starts at x 0.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SetLine {
    texts: Vec<Text>,
    blocks: Vec<Block>,
    links: Vec<LinkArea>,
    /// Its width without the spaces at its end.
    pub(super) width: f32,
    /// Whether its paragraph runs against the page, and stands at its far side.
    pub(super) against: bool,
}

impl SetLine {
    /// Puts the line into `strip`, its left end at `x`, its top at `y`.
    pub(super) fn place(self, x: f32, y: f32, strip: &mut Strip) {
        for mut text in self.texts {
            text.x += x;
            text.y += y;
            strip.texts.push(text);
        }
        for mut block in self.blocks {
            block.x += x;
            block.y += y;
            strip.blocks.push(block);
        }
        for mut link in self.links {
            link.area.x += x;
            link.area.y += y;
            strip.links.push(link);
        }
    }

    /// The line again, as no words of the handout's.
    pub(super) fn repeated(mut self) -> Self {
        for text in &mut self.texts {
            text.owner = Owner::Artifact(Artifact::Repeat);
        }
        self.links.clear();
        self
    }

    /// Its texts, for words that are an artifact or stand on a tab.
    pub(super) fn into_texts(self) -> Vec<Text> {
        self.texts
    }
}

impl Flow<'_> {
    /// Sets `runs` in lines of at most `width`, as content of `node`.
    pub(super) fn set_lines(
        &mut self,
        runs: &[Run],
        node: NodeId,
        setting: Setting,
        width: f32,
    ) -> Result<Vec<SetLine>, ExportError> {
        let looks: Vec<Look> = runs.iter().map(|run| self.look(run, setting)).collect();
        let page = self.direction;
        let looks = &looks;
        let lines = break_lines(self.shaper, Words { runs, looks, page }, width)?;
        let words = broken_words(runs, &lines);
        let mut tagger = Tagger {
            flow: self,
            node,
            runs,
            words,
            run: None,
            run_node: node,
            link: None,
            content: None,
        };
        let mut set = Vec::new();
        for line in lines {
            set.push(tagger.line(line, setting));
        }
        tagger.close_link();
        Ok(set)
    }

    /// Lines of words that stand elsewhere as words of the handout.
    pub(super) fn set_again(
        &mut self,
        runs: &[Run],
        setting: Setting,
        width: f32,
    ) -> Result<Vec<SetLine>, ExportError> {
        let tree = std::mem::replace(&mut self.tree, Tree::new());
        let lines = self.set_lines(runs, Tree::ROOT, setting, width);
        self.tree = tree;
        Ok(lines?.into_iter().map(SetLine::repeated).collect())
    }

    /// Sets `runs` as a block at the current place: a strip a line, without widows or orphans.
    pub(super) fn text(
        &mut self,
        runs: &[Run],
        node: NodeId,
        setting: Setting,
    ) -> Result<(), ExportError> {
        let lines = self.set_lines(runs, node, setting, self.width)?;
        let count = lines.len();
        for (index, line) in lines.into_iter().enumerate() {
            let last = index + 1 == count;
            let mut strip = Strip {
                height: setting.text.pitch,
                baseline: baseline(setting.text),
                joined: !last && (count <= 3 || index == 0 || index + 2 == count),
                ends_block: last,
                ..Strip::default()
            };
            let spare = if line.against {
                (self.width - line.width).max(0.0)
            } else {
                0.0
            };
            line.place(self.x + spare, 0.0, &mut strip);
            self.push(strip);
        }
        Ok(())
    }

    /// How a run is set.
    pub(super) fn look(&self, run: &Run, setting: Setting) -> Look {
        let script = run.style.superscript || run.style.subscript;
        let scale = if script { self.style.script_scale } else { 1.0 };
        Look {
            size: setting.text.size * scale,
            bold: setting.bold || run.style.strong,
            italic: run.style.emphasis,
        }
    }

    /// The setting of running text.
    pub(super) fn body(&self) -> Setting {
        Setting {
            text: self.style.body,
            bold: false,
        }
    }
}

/// Gives letters to nodes, in reading order.
struct Tagger<'a, 'b> {
    flow: &'a mut Flow<'b>,
    node: NodeId,
    runs: &'a [Run],
    words: Vec<BrokenWord>,
    run: Option<usize>,
    run_node: NodeId,
    link: Option<(LinkId, NodeId, usize)>,
    /// The content that grows: its node, the part of a broken word that it is, its number.
    content: Option<(NodeId, Option<BrokenPart>, ContentId)>,
}

/// A broken word and the run that holds a part of it.
type BrokenPart = (usize, usize);

impl Tagger<'_, '_> {
    fn line(&mut self, line: Line, setting: Setting) -> SetLine {
        let mut set = SetLine {
            texts: Vec::new(),
            blocks: Vec::new(),
            links: Vec::new(),
            width: line.width,
            against: line.against,
        };
        let base = baseline(setting.text);
        let mut row = TextRow::default();
        for letter in line.letters {
            let content = self.content(&letter);
            let inside = letter.x > -0.01 && letter.x < line.width;
            if inside {
                self.decorate(&letter, base, setting, &mut set);
            }
            let y = base - self.rise(letter.run, setting);
            let size = self.size(letter.run, setting);
            row.push(letter, y, size, Owner::Content(content));
        }
        set.texts = row.into_texts();
        set
    }

    /// The content that a letter belongs to.
    fn content(&mut self, letter: &Letter) -> ContentId {
        if self.run != Some(letter.run) {
            self.enter_run(letter.run);
        }
        let at = letter.source.start;
        let index = self.words.partition_point(|word| word.range.end <= at);
        let word = self.words.get(index).map(|word| (index, word));
        let word = word.filter(|(_, word)| word.range.contains(&at));
        let part = word.map(|(word, _)| (word, letter.run));
        if let Some((node, known, content)) = self.content
            && node == self.run_node
            && known == part
        {
            return content;
        }
        let node = match word {
            None => self.run_node,
            Some((_, word)) => {
                let text = word.part(letter.run);
                self.flow.tree.add(self.run_node, Tag::BrokenWord(text))
            }
        };
        let content = self.flow.tree.add_content(node);
        self.content = Some((self.run_node, part, content));
        content
    }

    fn enter_run(&mut self, number: usize) {
        let Some(run) = self.runs.get(number) else {
            return;
        };
        self.run = Some(number);
        let first = self.link.and_then(|(_, _, first)| self.runs.get(first));
        let same_link = first.is_some_and(|first| first.link == run.link);
        if !same_link {
            self.close_link();
            if let Some(link) = run
                .link
                .as_ref()
                .filter(|link| self.leads_somewhere(&link.url))
            {
                let (node, id) = self
                    .flow
                    .tree
                    .add_link(self.node, &link.url, &link.description);
                self.link = Some((id, node, number));
            }
        }
        let outer = self.link.map_or(self.node, |(_, node, _)| node);
        self.run_node = if run.style.code {
            self.flow.tree.add(outer, Tag::Code)
        } else {
            outer
        };
    }

    fn leads_somewhere(&self, url: &str) -> bool {
        match url.strip_prefix('#') {
            Some(anchor) => !anchor.is_empty() && self.flow.anchors.contains(anchor),
            None => !url.is_empty(),
        }
    }

    fn close_link(&mut self) {
        if let Some((id, _, _)) = self.link.take() {
            self.flow.tree.close_link(id);
        }
    }

    fn style(&self, run: usize) -> handout::Style {
        self.runs.get(run).map(|run| run.style).unwrap_or_default()
    }

    fn size(&self, run: usize, setting: Setting) -> f32 {
        let run = self.runs.get(run);
        run.map_or(setting.text.size, |run| self.flow.look(run, setting).size)
    }

    fn rise(&self, run: usize, setting: Setting) -> f32 {
        let style = self.style(run);
        if style.superscript {
            setting.text.size * self.flow.style.superscript_rise
        } else if style.subscript {
            -setting.text.size * self.flow.style.subscript_drop
        } else {
            0.0
        }
    }

    /// Underlines a link's letter, marks where it can be followed, strikes out what is struck out.
    fn decorate(&self, letter: &Letter, base: f32, setting: Setting, set: &mut SetLine) {
        let rule = self.flow.style.rule;
        let size = setting.text.size;
        let block = |y: f32, height: f32| Block {
            x: letter.x,
            y,
            width: letter.cluster.advance,
            height,
        };
        if self.style(letter.run).strikethrough {
            extend(&mut set.blocks, block(base - 0.3 * size, rule));
        }
        let Some((link, _, _)) = self.link else {
            return;
        };
        extend(&mut set.blocks, block(base + 0.11 * size, rule));
        let area = block(base - 0.85 * size, 1.15 * size);
        match set.links.last_mut() {
            Some(last) if last.link == link && touches(last.area, area) => {
                last.area = joined(last.area, area);
            }
            _ => set.links.push(LinkArea { link, area }),
        }
    }
}

/// Adds a block, as part of the one before it where the two touch.
fn extend(blocks: &mut Vec<Block>, block: Block) {
    let known = blocks.iter_mut().rev().take(2);
    for last in known {
        if touches(*last, block) {
            *last = joined(*last, block);
            return;
        }
    }
    blocks.push(block);
}

/// Whether two blocks of a line stand side by side.
fn touches(one: Block, other: Block) -> bool {
    (one.y - other.y).abs() < 0.01
        && ((one.x + one.width - other.x).abs() < 0.01
            || (other.x + other.width - one.x).abs() < 0.01)
}

fn joined(one: Block, other: Block) -> Block {
    let x = one.x.min(other.x);
    let end = (one.x + one.width).max(other.x + other.width);
    Block {
        x,
        width: end - x,
        ..one
    }
}
