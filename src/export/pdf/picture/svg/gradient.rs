//! Gradients: as PDF has them, and, where their opacity changes, with a mask beside.

use crate::export::pdf::picture::{
    Canvas, Pattern, PictureError, Resource, Shade, Shading, SoftMask,
};
use usvg::{BaseGradient, LinearGradient, RadialGradient, SpreadMethod, Transform};

const REPEATS: &str =
    "has a gradient that repeats or mirrors itself, which cannot be drawn; save it as a PNG";

/// A gradient ready to fill a shape.
pub(super) struct Gradient {
    shade: Shade,
    matrix: [f32; 6],
    stops: Vec<Stop>,
}

#[derive(Clone, Copy)]
struct Stop {
    at: f32,
    colour: [f32; 3],
    opacity: f32,
}

impl Gradient {
    /// A gradient along a line, for a shape that `at` moves.
    pub(super) fn linear(gradient: &LinearGradient, at: Transform) -> Result<Self, PictureError> {
        let line = [gradient.x1(), gradient.y1(), gradient.x2(), gradient.y2()];
        Self::of(gradient, Shade::Line(line), at)
    }

    /// A gradient from a circle to another, for a shape that `at` moves.
    pub(super) fn radial(gradient: &RadialGradient, at: Transform) -> Result<Self, PictureError> {
        let circles = [
            gradient.fx(),
            gradient.fy(),
            gradient.fr().get(),
            gradient.cx(),
            gradient.cy(),
            gradient.r().get(),
        ];
        Self::of(gradient, Shade::Circles(circles), at)
    }

    fn of(base: &BaseGradient, shade: Shade, at: Transform) -> Result<Self, PictureError> {
        if base.spread_method() != SpreadMethod::Pad {
            return Err(PictureError::Undrawable(REPEATS));
        }
        let mut stops: Vec<Stop> = base
            .stops()
            .iter()
            .map(|stop| Stop {
                at: stop.offset().get(),
                colour: super::paint::colour(stop.color()),
                opacity: stop.opacity().get(),
            })
            .collect();
        stops.sort_by(|one, other| one.at.total_cmp(&other.at));
        if let [only] = stops[..] {
            stops.push(only);
        }
        Ok(Self {
            shade,
            matrix: super::paint::matrix(at.pre_concat(base.transform())),
            stops,
        })
    }

    /// The opacity of all of it, if that is the same everywhere.
    pub(super) fn even_opacity(&self) -> Option<f32> {
        let first = self.stops.first()?.opacity;
        let is_even = |stop: &Stop| stop.opacity.total_cmp(&first).is_eq();
        self.stops.iter().all(is_even).then_some(first)
    }

    /// Its colours.
    pub(super) fn pattern(&self) -> Pattern {
        self.shaded(|stop| stop.colour)
    }

    /// Its opacity as a mask over `bounds`.
    pub(super) fn mask(&self, bounds: [f32; 4]) -> SoftMask {
        let mut canvas = Canvas::new(bounds);
        canvas.is_group = true;
        let light = self.shaded(|stop| [stop.opacity; 3]);
        let name = canvas.add(Resource::Pattern(light));
        canvas.named("Pattern", "cs");
        canvas.named(&name, "scn");
        let [left, bottom, right, top] = bounds;
        canvas.numbers(&[left, bottom, right - left, top - bottom], "re");
        canvas.operator("f");
        SoftMask {
            canvas,
            by_light: true,
        }
    }

    fn shaded(&self, colour: impl Fn(&Stop) -> [f32; 3]) -> Pattern {
        Pattern::Shading {
            matrix: self.matrix,
            shading: Shading {
                shade: self.shade,
                stops: self
                    .stops
                    .iter()
                    .map(|stop| (stop.at, colour(stop)))
                    .collect(),
            },
        }
    }
}
