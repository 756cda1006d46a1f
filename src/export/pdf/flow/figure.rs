//! Pictures with their captions; where a picture is not at hand, its words in its place.

use super::inline::SetLine;
use super::{Flow, Strip, baseline};
use crate::export::ExportError;
use crate::export::pdf::page::{Artifact, Block, Owner, Placed};
use crate::export::pdf::picture::{self, Picture, PictureError};
use crate::export::pdf::tree::{NodeId, Tag};
use crate::handout::{BoxLevel, Figure, Logo, plain};
use crate::source::Span;

/// The most that a picture takes of the room that its caption leaves, so that a heading can stand above it.
const SHARE: f32 = 0.85;

/// What a picture keeps of a page, however long its caption.
const LEAST_SHARE: f32 = 0.25;

/// The most room of a logo, in points: 60 by 18 mm, as on a letterhead.
const LOGO: (f32, f32) = (170.0, 51.0);

impl Flow<'_> {
    /// A picture with its caption below it, on one page: as large as it is by nature, or as the page has room for. One without
    /// alternative is a decoration.
    pub(super) fn figure(&mut self, figure: &Figure) -> Result<(), ExportError> {
        let Some(picture) = self.picture(&figure.url, figure.span)? else {
            return self.figure_in_words(figure);
        };
        let whole = if figure.caption.is_empty() {
            self.parent
        } else {
            self.tree.add(self.parent, Tag::Division)
        };
        let owner = self.picture_owner(whole, &plain(&figure.alt));
        let caption = self.caption(figure, whole)?;
        self.space(self.style.frame_gap);
        let first = self.strips.len();
        let lines = f32::from(u16::try_from(caption.len()).unwrap_or(u16::MAX));
        let room = self.room();
        let rest = room - lines * self.style.body.pitch - self.style.list_gap;
        let most = rest.max(room * LEAST_SHARE) * SHARE;
        let strip = self.picture_strip(picture, owner, self.width, most);
        self.push(strip);
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

    /// The logo of the clinic right above its name; nothing where it is not at hand.
    pub(super) fn logo(&mut self, logo: &Logo) -> Result<(), ExportError> {
        let Some(picture) = self.picture(&logo.target(), logo.span)? else {
            return Ok(());
        };
        let owner = self.picture_owner(self.parent, &logo.alt);
        self.space(self.style.paragraph_gap);
        let (width, height) = LOGO;
        let strip = self.picture_strip(picture, owner, width.min(self.width), height);
        self.push(Strip {
            ends_block: false,
            joined: true,
            ..strip
        });
        self.gap = self.style.list_gap;
        Ok(())
    }

    /// The place of a picture among those of the handout; `None` if it is not at hand.
    fn picture(&mut self, target: &str, span: Option<Span>) -> Result<Option<usize>, ExportError> {
        let at_hand = self.at_hand;
        let Some(bytes) = at_hand.get(target) else {
            return Ok(None);
        };
        let index = self.take_picture(target, bytes);
        index.map(Some).map_err(|error| ExportError::Picture {
            url: target.to_owned(),
            span,
            error,
        })
    }

    /// Reads a picture, once for every `key`, and gives its place among those of the handout.
    pub(super) fn take_picture(&mut self, key: &str, bytes: &[u8]) -> Result<usize, PictureError> {
        if let Some(index) = self.drawn.get(key) {
            return Ok(*index);
        }
        let picture = picture::read(bytes, self.at_hand.pixels_max())?.packed();
        let held = self.pictures.iter().map(Picture::bytes).sum::<usize>();
        if held + picture.bytes() > picture::MAX_HELD {
            return Err(PictureError::Together);
        }
        let index = self.pictures.len();
        self.pictures.push(picture);
        self.drawn.insert(key.to_owned(), index);
        Ok(index)
    }

    /// What a picture inside `parent` belongs to: a figure with this alternative; a decoration if that is empty.
    pub(super) fn picture_owner(&mut self, parent: NodeId, alt: &str) -> Owner {
        if alt.is_empty() {
            return Owner::Artifact(Artifact::Decoration);
        }
        let alt = alt.to_owned();
        let node = self.tree.add(parent, Tag::Figure { alt });
        Owner::Content(self.tree.add_content(node))
    }

    /// A taken picture as a strip, at the left edge of the text, no larger than this and than it is by nature.
    pub(super) fn picture_strip(
        &self,
        picture: usize,
        owner: Owner,
        width: f32,
        height: f32,
    ) -> Strip {
        let (width, height) = self
            .pictures
            .get(picture)
            .map_or((0.0, 0.0), |picture| picture.fitted(width, height));
        Strip {
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
        }
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
