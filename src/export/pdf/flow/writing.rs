//! Room to write, and codes that phones read.

use super::inline::SetLine;
use super::{Flow, Strip, baseline};
use crate::export::ExportError;
use crate::export::pdf::page::{Block, Code, Owner};
use crate::export::pdf::tree::Tag;
use crate::handout::{Code2d, Run};

/// White modules that a code needs on every side (ISO/IEC 18004).
const QUIET_MODULES: f32 = 4.0;

/// How far a line to write on stands below the baseline, as a share of the size.
const DROP: f32 = 0.15;

/// The shortest line to write on, as a multiple of the size.
const LEAST_LINE: f32 = 5.0;

impl Flow<'_> {
    /// Labels side by side, each with a line to write on; below each other where one is too long for that.
    pub(super) fn fields(&mut self, labels: &[String]) -> Result<(), ExportError> {
        self.space(self.style.paragraph_gap);
        let first = self.strips.len();
        let size = self.style.body.size;
        let count = labels.len().max(1);
        let between = 1.5 * size;
        let share = (self.width - between * (count as f32 - 1.0)) / count as f32;
        let mut set = Vec::new();
        for label in labels {
            let node = self.tree.add(self.parent, Tag::Paragraph);
            set.push(self.set_lines(&[Run::plain(label)], node, self.body(), self.width)?);
        }
        let room = share - LEAST_LINE * size;
        let narrow = |lines: &Vec<SetLine>| matches!(&lines[..], [line] if line.width <= room);
        let side_by_side = set.iter().all(narrow);
        let mut x = self.x;
        let mut row = self.empty_row();
        for lines in set {
            let last = lines.len().saturating_sub(1);
            for (index, line) in lines.into_iter().enumerate() {
                let end = line.width;
                line.place(x, 0.0, &mut row);
                if !side_by_side && (index < last || self.width - end < LEAST_LINE * size) {
                    let full = std::mem::replace(&mut row, self.empty_row());
                    self.push(full);
                    if index == last {
                        self.rule_in(&mut row, self.x, self.width);
                    }
                } else {
                    let start = end + 0.4 * size;
                    let width = if side_by_side { share } else { self.width };
                    self.rule_in(&mut row, x + start, width - start);
                }
            }
            if side_by_side {
                x += share + between;
            } else {
                let full = std::mem::replace(&mut row, self.empty_row());
                self.push(full);
            }
        }
        if side_by_side {
            self.push(row);
        }
        self.join_from(first);
        if let Some(last) = self.strips.last_mut() {
            last.ends_block = true;
        }
        self.gap = self.style.frame_gap;
        Ok(())
    }

    fn empty_row(&self) -> Strip {
        Strip {
            height: self.style.body.pitch,
            baseline: baseline(self.style.body),
            ..Strip::default()
        }
    }

    fn rule_in(&self, row: &mut Strip, x: f32, width: f32) {
        row.blocks.push(Block {
            x,
            y: row.baseline + DROP * self.style.body.size,
            width,
            height: self.style.rule,
        });
    }

    /// Empty lines to write on. Half a page of them stays together; of more, the first two stay with what is above.
    pub(super) fn lines(&mut self, count: usize) {
        let pitch = self.style.writing_pitch;
        let stays = pitch * count as f32 <= self.page_height / 2.0;
        for index in 1..=count {
            self.push(Strip {
                height: pitch,
                blocks: vec![Block {
                    x: self.x,
                    y: pitch - self.style.rule,
                    width: self.width,
                    height: self.style.rule,
                }],
                joined: index < count && (stays || index == 1 || index + 1 == count),
                ends_block: index > 1,
                ..Strip::default()
            });
        }
        self.gap = self.style.frame_gap;
    }

    /// A code with white space around it and its address below.
    pub(super) fn code_2d(&mut self, code: &Code2d) -> Result<(), ExportError> {
        let node = self.tree.add(
            self.parent,
            Tag::Figure {
                alt: code.alt.clone(),
            },
        );
        let owner = Owner::Content(self.tree.add_content(node));
        let side = self.style.code;
        let module = side / code.modules.len().max(1) as f32;
        let quiet = QUIET_MODULES * module;
        self.fixed_space(0.0);
        self.push(Strip {
            height: side + 2.0 * quiet,
            codes: vec![Code {
                area: Block {
                    x: self.x,
                    y: quiet,
                    width: side,
                    height: side,
                },
                blocks: dark(&code.modules, module)
                    .into_iter()
                    .map(|block| block.moved(self.x, quiet))
                    .collect(),
                owner,
            }],
            joined: true,
            ..Strip::default()
        });
        let paragraph = self.tree.add(self.parent, Tag::Paragraph);
        let first = self.strips.len();
        self.text(std::slice::from_ref(&code.address), paragraph, self.body())?;
        self.join_from(first);
        self.gap = self.style.paragraph_gap;
        Ok(())
    }
}

/// The dark modules of each row as rectangles, side by side ones as one.
fn dark(modules: &[Vec<bool>], module: f32) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (y, row) in modules.iter().enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|left, right| left == right) {
            if run.first() == Some(&true) {
                blocks.push(Block {
                    x: x as f32 * module,
                    y: y as f32 * module,
                    width: run.len() as f32 * module,
                    height: module,
                });
            }
            x += run.len();
        }
    }
    blocks
}
