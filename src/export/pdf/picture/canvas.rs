//! A drawing as the PDF has it: operators over named resources. It names no PDF library; whoever writes the file turns
//! resources into objects.

use super::Pixels;
use crate::source::PartOf;
use std::fmt::Write;
use std::sync::Arc;

/// A drawing with all that it uses.
#[derive(Debug, Clone, PartialEq)]
pub struct Canvas {
    /// What of it is seen: left, bottom, right, top.
    pub bounds: [f32; 4],
    /// From its own space to that of whoever paints it.
    pub matrix: [f32; 6],
    /// The operators.
    pub content: String,
    /// What the operators name, in order.
    pub resources: Vec<Resource>,
    /// Whether it is painted as one thing: a transparency group.
    pub is_group: bool,
}

/// Something that operators name.
#[derive(Debug, Clone, PartialEq)]
pub enum Resource {
    /// Another drawing.
    Drawing(Canvas),
    /// An image, in the unit square; one that is drawn in many places is the same.
    Pixels(Arc<Pixels>),
    /// How what follows is laid over what is there.
    State(State),
    /// What fills a shape.
    Pattern(Pattern),
}

/// How what follows is laid over what is there.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// How opaque it is, 0 to 1.
    pub opacity: Option<f32>,
    /// The name of the blend mode.
    pub blend: Option<&'static str>,
    /// What lets it through.
    pub mask: Option<SoftMask>,
}

/// What lets something through.
#[derive(Debug, Clone, PartialEq)]
pub struct SoftMask {
    /// The drawing.
    pub canvas: Canvas,
    /// Whether its light counts, not its opacity.
    pub by_light: bool,
}

/// What fills a shape; the matrix leads from its space to that of the drawing that uses it.
#[derive(Debug, Clone, PartialEq)]
pub enum Pattern {
    /// Colours that run into one another.
    Shading {
        /// The matrix.
        matrix: [f32; 6],
        /// The colours.
        shading: Shading,
    },
    /// A drawing again and again; each the size of its bounds.
    Tiles {
        /// The matrix.
        matrix: [f32; 6],
        /// One of them.
        canvas: Canvas,
    },
}

/// Colours that run into one another.
#[derive(Debug, Clone, PartialEq)]
pub struct Shading {
    /// Along what.
    pub shade: Shade,
    /// Red, green and blue, 0 to 1, at places from 0 to 1 in rising order; at least two.
    pub stops: Vec<(f32, [f32; 3])>,
}

/// Along what colours run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shade {
    /// From a point to another.
    Line([f32; 4]),
    /// From a circle (x, y, radius) to another.
    Circles([f32; 6]),
}

impl Resource {
    fn bytes(&self) -> usize {
        match self {
            Self::Drawing(canvas)
            | Self::Pattern(Pattern::Tiles { canvas, .. })
            | Self::State(State {
                mask: Some(SoftMask { canvas, .. }),
                ..
            }) => canvas.bytes(),
            Self::Pixels(pixels) => pixels.bytes(),
            Self::State(State { mask: None, .. }) | Self::Pattern(Pattern::Shading { .. }) => 0,
        }
    }
}

impl Canvas {
    /// An empty drawing with these bounds.
    pub fn new(bounds: [f32; 4]) -> Self {
        Self {
            bounds,
            matrix: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            content: String::new(),
            resources: Vec::new(),
            is_group: false,
        }
    }

    /// The bytes of its operators and of all that they name.
    pub fn bytes(&self) -> usize {
        let named = self.resources.iter().map(Resource::bytes);
        self.content.len() + named.sum::<usize>()
    }

    /// The name of a resource by its place.
    pub fn name(index: usize) -> String {
        format!("R{index}")
    }

    /// Adds a resource and gives its name; the same state is named once.
    pub fn add(&mut self, resource: Resource) -> String {
        if matches!(&resource, Resource::State(State { mask: None, .. }))
            && let Some(index) = self.resources.iter().position(|one| *one == resource)
        {
            return Self::name(index);
        }
        self.resources.push(resource);
        Self::name(self.resources.len() - 1)
    }

    /// Remembers the state of drawing.
    pub fn save(&mut self) {
        self.content.push_str("q\n");
    }

    /// Goes back to the state that was remembered last.
    pub fn restore(&mut self) {
        self.content.push_str("Q\n");
    }

    /// Moves what follows by `matrix`.
    pub fn transform(&mut self, matrix: [f32; 6]) {
        self.numbers(&matrix, "cm");
    }

    /// Paints the drawing or image called `name`.
    pub fn paint(&mut self, name: &str) {
        self.named(name, "Do");
    }

    /// Lays what follows over what is there as the state called `name` says.
    pub fn state(&mut self, name: &str) {
        self.named(name, "gs");
    }

    /// An operator.
    pub fn operator(&mut self, operator: &str) {
        self.content.push_str(operator);
        self.content.push('\n');
    }

    /// An operator after a name.
    pub fn named(&mut self, name: &str, operator: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.content, "/{name} {operator}");
    }

    /// An operator after numbers.
    pub fn numbers(&mut self, numbers: &[f32], operator: &str) {
        for number in numbers {
            push_number(&mut self.content, *number);
            self.content.push(' ');
        }
        self.operator(operator);
    }
}

/// A number as PDF writes it: without an exponent, to seven digits.
pub fn push_number(out: &mut String, number: f32) {
    let size = number.abs();
    if !number.is_finite() || size < 1e-12 {
        out.push('0');
        return;
    }
    let decimals = (0..18).find(|decimals| size * 10_f32.powi(*decimals) >= 1e6);
    let decimals = usize::try_from(decimals.unwrap_or(18)).unwrap_or(0);
    let start = out.len();
    // Writing to a string cannot fail.
    let _ = write!(out, "{number:.decimals$}");
    if decimals > 0 {
        let digits = out
            .part(start..)
            .trim_end_matches('0')
            .trim_end_matches('.');
        let end = start + digits.len();
        out.truncate(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_exponent_and_no_idle_digits() {
        for (number, written) in [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (-1.5, "-1.5"),
            (100.0, "100"),
            (0.000_012_3, "0.0000123"),
            (1e-13, "0"),
            (123_456.8, "123456.8"),
            (1_234_500.0, "1234500"),
            (f32::NAN, "0"),
            (f32::INFINITY, "0"),
        ] {
            let mut out = String::from("x ");
            push_number(&mut out, number);
            assert_eq!(out, format!("x {written}"));
        }
    }
}
