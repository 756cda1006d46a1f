//! Pictures with their captions; where a picture is not at hand, its words in its place.

use super::inline::SetLine;
use super::{Flow, Strip, baseline};
use crate::export::ExportError;
use crate::export::pdf::page::{Artifact, Block, Owner, Placed};
use crate::export::pdf::picture;
use crate::export::pdf::tree::{NodeId, Tag};
use crate::handout::{BoxLevel, Figure, plain};

/// The most that a picture takes of the room that its caption leaves, so that a heading can stand above it.
const SHARE: f32 = 0.85;

/// What a picture keeps of a page, however long its caption.
const LEAST_SHARE: f32 = 0.25;

impl Flow<'_> {
    /// A picture with its caption below it, on one page: as large as it is by nature, or as the page has room for. One without
    /// alternative is a decoration.
    pub(super) fn figure(&mut self, figure: &Figure) -> Result<(), ExportError> {
        let Some(picture) = self.picture(figure)? else {
            return self.figure_in_words(figure);
        };
        let whole = if figure.caption.is_empty() {
            self.parent
        } else {
            self.tree.add(self.parent, Tag::Division)
        };
        let owner = if figure.alt.is_empty() {
            Owner::Artifact(Artifact::Decoration)
        } else {
            let alt = plain(&figure.alt);
            let node = self.tree.add(whole, Tag::Figure { alt });
            Owner::Content(self.tree.add_content(node))
        };
        let caption = self.caption(figure, whole)?;
        self.space(self.style.frame_gap);
        let first = self.strips.len();
        self.place_picture(picture, owner, caption.len());
        if !caption.is_empty() {
            self.fixed_space(self.style.list_gap);
        }
        for line in caption {
            let mut strip = Strip {
                height: self.style.body.pitch,
                baseline: baseline(self.style.body),
                ..Strip::default()
            };
            line.place(self.x, 0.0, &mut strip);
            self.push(strip);
        }
        self.join_from(first);
        if let Some(last) = self.strips.last_mut() {
            last.ends_block = true;
        }
        self.gap = self.style.frame_gap;
        Ok(())
    }

    /// The place of a figure's picture among those of the handout; `None` if it is not at hand.
    fn picture(&mut self, figure: &Figure) -> Result<Option<usize>, ExportError> {
        if let Some(index) = self.drawn.get(&figure.url) {
            return Ok(Some(*index));
        }
        let Some(bytes) = self.at_hand.get(&figure.url) else {
            return Ok(None);
        };
        let picture = picture::read(bytes).map_err(|error| ExportError::Picture {
            url: figure.url.clone(),
            span: figure.span,
            error,
        })?;
        let index = self.pictures.len();
        self.pictures.push(picture);
        self.drawn.insert(figure.url.clone(), index);
        Ok(Some(index))
    }

    fn caption(&mut self, figure: &Figure, whole: NodeId) -> Result<Vec<SetLine>, ExportError> {
        if figure.caption.is_empty() {
            return Ok(Vec::new());
        }
        let tag = if figure.alt.is_empty() {
            Tag::Paragraph
        } else {
            Tag::Caption
        };
        let node = self.tree.add(whole, tag);
        self.set_lines(&figure.caption, node, self.body(), self.width)
    }

    /// Puts a picture on a strip of its own, with room left for so many lines of caption.
    fn place_picture(&mut self, picture: usize, owner: Owner, caption: usize) {
        let lines = f32::from(u16::try_from(caption).unwrap_or(u16::MAX));
        let room = self.room();
        let rest = room - lines * self.style.body.pitch - self.style.list_gap;
        let most = rest.max(room * LEAST_SHARE) * SHARE;
        let (width, height) = self.pictures[picture].fitted(self.width, most);
        self.push(Strip {
            height,
            pictures: vec![Placed {
                picture,
                area: Block {
                    x: self.x,
                    y: 0.0,
                    width,
                    height,
                },
                owner,
                after: 0,
            }],
            ends_block: true,
            ..Strip::default()
        });
    }

    /// The words that stand for a picture, in a hairline frame; of a decoration, only its caption.
    fn figure_in_words(&mut self, figure: &Figure) -> Result<(), ExportError> {
        if figure.alt.is_empty() {
            return match figure.caption.as_slice() {
                [] => Ok(()),
                caption => self.paragraph(caption),
            };
        }
        self.bordered(self.style.frame(BoxLevel::Note), |flow, _| {
            let first = flow.strips.len();
            for runs in [figure.instead(), figure.caption.clone()] {
                if !runs.is_empty() {
                    let node = flow.tree.add(flow.parent, Tag::Paragraph);
                    flow.text(&runs, node, flow.body())?;
                    flow.gap = flow.style.list_gap;
                }
            }
            flow.join_unless_overlong(first, flow.room());
            Ok(())
        })
    }
}
