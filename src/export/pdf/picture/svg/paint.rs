//! Draws a resolved SVG: groups, paths, images. Everything is drawn in the space of the outermost drawing.

use super::gradient::Gradient;
use super::images::Images;
use crate::export::pdf::picture::{Canvas, Pattern, PictureError, Resource, SoftMask, State};
use std::collections::BTreeMap;
use usvg::tiny_skia_path::{Path as Outline, PathBuilder, PathSegment};
use usvg::{
    BlendMode, ClipPath, Color, Fill, FillRule, Group, Image, LineCap, LineJoin, Mask, MaskType,
    Node, Paint, PaintOrder, Path, Stroke, Transform,
};

/// The most bytes of operators, all drawings inside a drawing together: a page cannot show more.
const MAX_CONTENT: usize = 20 * 1024 * 1024;

const FILTER: &str = "uses an effect such as a blur or a shadow (filter), which cannot be drawn; save it without effects, or as \
     a PNG";
const BLEND: &str = "adds up colours (plus-lighter), which cannot be drawn; save it as a PNG";
pub(super) const TOO_MUCH: &str =
    "has too many parts to print; save a simpler copy of it, or a PNG";
pub(super) const KIND_INSIDE: &str =
    "holds an image that is neither PNG nor JPEG; save it with that image as a PNG";

/// Draws into a canvas.
pub(super) struct Painter<'i> {
    canvas: Canvas,
    /// Bytes of drawings that are finished and were put inside this one.
    used: usize,
    images: &'i Images,
    /// The names of the images that were drawn here, by their index.
    drawn: BTreeMap<usize, String>,
}

impl<'i> Painter<'i> {
    /// The drawing of `group`, of which `bounds` are seen, with `images` inside.
    pub(super) fn draw(
        group: &Group,
        bounds: [f32; 4],
        images: &'i Images,
    ) -> Result<Canvas, PictureError> {
        let mut painter = Self::new(bounds, 0, images);
        painter.group(group, Transform::identity())?;
        Ok(painter.canvas)
    }

    fn new(bounds: [f32; 4], used: usize, images: &'i Images) -> Self {
        Self {
            canvas: Canvas::new(bounds),
            used,
            images,
            drawn: BTreeMap::new(),
        }
    }

    /// Another drawing of the same bounds, painted as one thing.
    fn layer(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<(), PictureError>,
    ) -> Result<Canvas, PictureError> {
        let mut painter = Self::new(self.canvas.bounds, self.used, self.images);
        painter.canvas.is_group = true;
        work(&mut painter)?;
        self.used = painter.used + painter.canvas.content.len();
        Ok(painter.canvas)
    }

    fn children(&mut self, group: &Group, at: Transform) -> Result<(), PictureError> {
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group, at)?,
                Node::Path(path) => self.path(path, at)?,
                Node::Image(image) => self.image(image, at)?,
                Node::Text(text) => self.group(text.flattened(), at)?,
            }
            if self.used + self.canvas.content.len() > MAX_CONTENT {
                return Err(PictureError::Undrawable(TOO_MUCH));
            }
        }
        Ok(())
    }

    fn group(&mut self, group: &Group, at: Transform) -> Result<(), PictureError> {
        let at = at.pre_concat(group.transform());
        if !group.filters().is_empty() {
            return Err(PictureError::Undrawable(FILTER));
        }
        let opacity = group.opacity().get();
        let state = State {
            opacity: (opacity < 1.0).then_some(opacity),
            blend: blend(group.blend_mode())?,
            mask: None,
        };
        let mut windows = Windows::default();
        if let Some(clip) = group.clip_path() {
            self.clip(clip, at, &mut windows)?;
        }
        if let Some(mask) = group.mask() {
            self.mask(mask, at, &mut windows)?;
        }
        self.seen_through(windows, state, group.isolate(), |painter| {
            painter.children(group, at)
        })
    }

    /// Draws `work` as seen through `windows` and laid over the rest as `state` says. A mask or state is for one thing as a
    /// whole: then what is drawn becomes a drawing of its own, which also keeps masks inside it from replacing one another.
    fn seen_through(
        &mut self,
        windows: Windows,
        mut state: State,
        is_apart: bool,
        work: impl FnOnce(&mut Self) -> Result<(), PictureError>,
    ) -> Result<(), PictureError> {
        let is_whole = is_apart || !windows.masks.is_empty() || state != State::default();
        if !is_whole && windows.outlines.is_empty() {
            return work(self);
        }
        self.canvas.save();
        for (path, rule) in &windows.outlines {
            self.outline(path);
            self.canvas.operator(match rule {
                FillRule::NonZero => "W n",
                FillRule::EvenOdd => "W* n",
            });
        }
        if is_whole {
            let mut canvas = self.layer(work)?;
            let mut masks = windows.masks.into_iter();
            let last = masks.next();
            for mask in masks {
                canvas = self.layer(|layer| {
                    layer.lay(canvas, mask.into());
                    Ok(())
                })?;
            }
            state.mask = last;
            self.lay(canvas, state);
        } else {
            work(self)?;
        }
        self.canvas.restore();
        Ok(())
    }

    /// Paints a drawing as `state` says; the state stays.
    fn lay(&mut self, canvas: Canvas, state: State) {
        let name = self.canvas.add(Resource::Drawing(canvas));
        self.state(state);
        self.canvas.paint(&name);
    }

    fn state(&mut self, state: State) {
        if state != State::default() {
            let name = self.canvas.add(Resource::State(state));
            self.canvas.state(&name);
        }
    }

    /// Adds what `clip` leaves open.
    fn clip(
        &mut self,
        clip: &ClipPath,
        at: Transform,
        windows: &mut Windows,
    ) -> Result<(), PictureError> {
        if let Some(outer) = clip.clip_path() {
            self.clip(outer, at, windows)?;
        }
        let at = at.pre_concat(clip.transform());
        let shape = only_path(clip.root(), at);
        let outline = shape.and_then(|(path, at)| {
            let rule = path.fill().map_or(FillRule::NonZero, Fill::rule);
            Some((path.data().clone().transform(at)?, rule))
        });
        if let Some(outline) = outline {
            windows.outlines.push(outline);
            return Ok(());
        }
        // Shapes that may overlap: their silhouettes let through.
        let canvas = self.layer(|layer| layer.silhouettes(clip.root(), at))?;
        windows.masks.push(SoftMask {
            canvas,
            by_light: false,
        });
        Ok(())
    }

    /// The shapes of `group`, all in black.
    fn silhouettes(&mut self, group: &Group, at: Transform) -> Result<(), PictureError> {
        let at = at.pre_concat(group.transform());
        let mut windows = Windows::default();
        if let Some(clip) = group.clip_path() {
            self.clip(clip, at, &mut windows)?;
        }
        self.seen_through(windows, State::default(), false, |painter| {
            for node in group.children() {
                match node {
                    Node::Group(group) => painter.silhouettes(group, at)?,
                    Node::Text(text) => painter.silhouettes(text.flattened(), at)?,
                    Node::Path(path) => painter.silhouette(path, at),
                    Node::Image(_) => {}
                }
            }
            Ok(())
        })
    }

    fn silhouette(&mut self, path: &Path, at: Transform) {
        let Some(fill) = path.fill().filter(|_| path.is_visible()) else {
            return;
        };
        self.canvas.save();
        self.canvas.transform(matrix(at));
        self.canvas.numbers(&[0.0, 0.0, 0.0], "rg");
        self.outline(path.data());
        self.canvas.operator(fill_operator(fill.rule()));
        self.canvas.restore();
    }

    /// Adds what `mask` lets through.
    fn mask(
        &mut self,
        mask: &Mask,
        at: Transform,
        windows: &mut Windows,
    ) -> Result<(), PictureError> {
        if let Some(outer) = mask.mask() {
            self.mask(outer, at, windows)?;
        }
        let edge = PathBuilder::from_rect(mask.rect().to_rect()).transform(at);
        let canvas = self.layer(|layer| {
            let Some(edge) = edge else {
                return Ok(());
            };
            let inside = Windows {
                outlines: vec![(edge, FillRule::NonZero)],
                masks: Vec::new(),
            };
            layer.seen_through(inside, State::default(), false, |layer| {
                layer.group(mask.root(), at)
            })
        })?;
        windows.masks.push(SoftMask {
            canvas,
            by_light: mask.kind() == MaskType::Luminance,
        });
        Ok(())
    }

    fn path(&mut self, path: &Path, at: Transform) -> Result<(), PictureError> {
        if !path.is_visible() {
            return Ok(());
        }
        match path.paint_order() {
            PaintOrder::FillAndStroke => {
                self.fill(path, at)?;
                self.stroke(path, at)
            }
            PaintOrder::StrokeAndFill => {
                self.stroke(path, at)?;
                self.fill(path, at)
            }
        }
    }

    fn fill(&mut self, path: &Path, at: Transform) -> Result<(), PictureError> {
        let Some(fill) = path.fill() else {
            return Ok(());
        };
        self.canvas.save();
        let ink = self.ink(fill.paint(), fill.opacity().get(), at)?;
        ink.set(&mut self.canvas, false);
        self.canvas.transform(matrix(at));
        self.outline(path.data());
        self.canvas.operator(fill_operator(fill.rule()));
        self.canvas.restore();
        Ok(())
    }

    fn stroke(&mut self, path: &Path, at: Transform) -> Result<(), PictureError> {
        let Some(stroke) = path.stroke() else {
            return Ok(());
        };
        self.canvas.save();
        let ink = self.ink(stroke.paint(), stroke.opacity().get(), at)?;
        ink.set(&mut self.canvas, true);
        self.pen(stroke);
        self.canvas.transform(matrix(at));
        self.outline(path.data());
        self.canvas.operator("S");
        self.canvas.restore();
        Ok(())
    }

    fn pen(&mut self, stroke: &Stroke) {
        let cap = match stroke.linecap() {
            LineCap::Butt => 0.0,
            LineCap::Round => 1.0,
            LineCap::Square => 2.0,
        };
        let join = match stroke.linejoin() {
            LineJoin::Miter | LineJoin::MiterClip => 0.0,
            LineJoin::Round => 1.0,
            LineJoin::Bevel => 2.0,
        };
        self.canvas.numbers(&[stroke.width().get()], "w");
        self.canvas.numbers(&[cap], "J");
        self.canvas.numbers(&[join], "j");
        self.canvas.numbers(&[stroke.miterlimit().get()], "M");
        let dashes = stroke.dasharray().unwrap_or(&[]);
        if dashes.iter().any(|dash| *dash > 0.0) {
            self.canvas.content.push('[');
            self.canvas.numbers(dashes, "]");
            self.canvas.numbers(&[stroke.dashoffset()], "d");
        }
    }

    /// What fills a shape that `at` moves; its opacity is set until the state is restored.
    fn ink(&mut self, paint: &Paint, opacity: f32, at: Transform) -> Result<Ink, PictureError> {
        let gradient = match paint {
            Paint::Color(color) => {
                self.opacity(opacity);
                return Ok(Ink::Colour(colour(*color)));
            }
            Paint::LinearGradient(gradient) => Gradient::linear(gradient, at)?,
            Paint::RadialGradient(gradient) => Gradient::radial(gradient, at)?,
            Paint::Pattern(pattern) => {
                self.opacity(opacity);
                let rect = pattern.rect();
                let bounds = [0.0, 0.0, rect.width(), rect.height()];
                let mut tile = Self::new(bounds, self.used, self.images);
                tile.group(pattern.root(), Transform::identity())?;
                self.used = tile.used + tile.canvas.content.len();
                let at = at.pre_concat(pattern.transform());
                let name = self.canvas.add(Resource::Pattern(Pattern::Tiles {
                    matrix: matrix(at.pre_translate(rect.x(), rect.y())),
                    canvas: tile.canvas,
                }));
                return Ok(Ink::Pattern(name));
            }
        };
        if let Some(even) = gradient.even_opacity() {
            self.opacity(opacity * even);
        } else {
            self.opacity(opacity);
            let mask = gradient.mask(self.canvas.bounds);
            self.state(mask.into());
        }
        let name = self.canvas.add(Resource::Pattern(gradient.pattern()));
        Ok(Ink::Pattern(name))
    }

    fn opacity(&mut self, opacity: f32) {
        self.state(State {
            opacity: (opacity < 1.0).then_some(opacity),
            ..State::default()
        });
    }

    fn image(&mut self, image: &Image, at: Transform) -> Result<(), PictureError> {
        if !image.is_visible() {
            return Ok(());
        }
        let Some((index, resource)) = self.images.drawn_as(image.kind()) else {
            return Err(PictureError::Undrawable(KIND_INSIDE));
        };
        let name = match self.drawn.get(&index) {
            Some(name) => name.clone(),
            None => self.canvas.add(resource.clone()),
        };
        self.drawn.insert(index, name.clone());
        let (width, height) = (image.size().width(), image.size().height());
        self.canvas.save();
        self.canvas.transform(matrix(at));
        self.canvas
            .transform([width, 0.0, 0.0, -height, 0.0, height]);
        self.canvas.paint(&name);
        self.canvas.restore();
        Ok(())
    }

    /// The outline of a shape, in the space that holds.
    fn outline(&mut self, path: &Outline) {
        let mut last = (0.0, 0.0);
        for segment in path.segments() {
            match segment {
                PathSegment::MoveTo(to) => self.canvas.numbers(&[to.x, to.y], "m"),
                PathSegment::LineTo(to) => self.canvas.numbers(&[to.x, to.y], "l"),
                PathSegment::QuadTo(by, to) => {
                    let third = |from: f32, by: f32| from + (by - from) * 2.0 / 3.0;
                    let first = (third(last.0, by.x), third(last.1, by.y));
                    let second = (third(to.x, by.x), third(to.y, by.y));
                    let points = [first.0, first.1, second.0, second.1, to.x, to.y];
                    self.canvas.numbers(&points, "c");
                }
                PathSegment::CubicTo(first, second, to) => {
                    let points = [first.x, first.y, second.x, second.y, to.x, to.y];
                    self.canvas.numbers(&points, "c");
                }
                PathSegment::Close => self.canvas.operator("h"),
            }
            if let PathSegment::MoveTo(to)
            | PathSegment::LineTo(to)
            | PathSegment::QuadTo(_, to)
            | PathSegment::CubicTo(_, _, to) = segment
            {
                last = (to.x, to.y);
            }
        }
    }
}

/// What a group is seen through.
#[derive(Default)]
struct Windows {
    /// Outlines, in the space that holds, with how they are filled.
    outlines: Vec<(Outline, FillRule)>,
    /// Masks.
    masks: Vec<SoftMask>,
}

impl From<SoftMask> for State {
    fn from(mask: SoftMask) -> Self {
        Self {
            mask: Some(mask),
            ..Self::default()
        }
    }
}

/// What a shape is filled with.
enum Ink {
    Colour([f32; 3]),
    Pattern(String),
}

impl Ink {
    fn set(&self, canvas: &mut Canvas, is_stroke: bool) {
        match self {
            Self::Colour(colour) => canvas.numbers(colour, if is_stroke { "RG" } else { "rg" }),
            Self::Pattern(name) => {
                canvas.named("Pattern", if is_stroke { "CS" } else { "cs" });
                canvas.named(name, if is_stroke { "SCN" } else { "scn" });
            }
        }
    }
}

/// The path of a group that holds nothing else, with what moves it.
fn only_path(group: &Group, at: Transform) -> Option<(&Path, Transform)> {
    let at = at.pre_concat(group.transform());
    if group.clip_path().is_some() {
        return None;
    }
    match group.children() {
        [Node::Path(path)] if path.is_visible() && path.fill().is_some() => Some((path, at)),
        [Node::Group(inner)] => only_path(inner, at),
        _ => None,
    }
}

fn fill_operator(rule: FillRule) -> &'static str {
    match rule {
        FillRule::NonZero => "f",
        FillRule::EvenOdd => "f*",
    }
}

/// Red, green and blue, 0 to 1.
pub(super) fn colour(color: Color) -> [f32; 3] {
    [color.red, color.green, color.blue].map(|part| f32::from(part) / 255.0)
}

/// A transform as PDF writes it.
pub(super) fn matrix(at: Transform) -> [f32; 6] {
    [at.sx, at.ky, at.kx, at.sy, at.tx, at.ty]
}

/// The name of a blend mode (ISO 32000-1, table 136); `None` for the usual one.
fn blend(mode: BlendMode) -> Result<Option<&'static str>, PictureError> {
    Ok(Some(match mode {
        BlendMode::Normal => return Ok(None),
        BlendMode::PlusLighter => return Err(PictureError::Undrawable(BLEND)),
        BlendMode::Multiply => "Multiply",
        BlendMode::Screen => "Screen",
        BlendMode::Overlay => "Overlay",
        BlendMode::Darken => "Darken",
        BlendMode::Lighten => "Lighten",
        BlendMode::ColorDodge => "ColorDodge",
        BlendMode::ColorBurn => "ColorBurn",
        BlendMode::HardLight => "HardLight",
        BlendMode::SoftLight => "SoftLight",
        BlendMode::Difference => "Difference",
        BlendMode::Exclusion => "Exclusion",
        BlendMode::Hue => "Hue",
        BlendMode::Saturation => "Saturation",
        BlendMode::Color => "Color",
        BlendMode::Luminosity => "Luminosity",
    }))
}
