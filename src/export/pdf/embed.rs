//! Puts pictures into the file as objects that pages name: images, drawings and all that these use.

use super::picture::{
    Art, Canvas, Data, Pattern, Picture, Pixels, Resource, Shade, Shading, SoftMask, State,
};
use crate::export::ExportError;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The name by which pages paint picture `index`.
pub fn name(index: usize) -> String {
    format!("Picture{index}")
}

/// Adds `pictures` and lets every page name them.
pub fn embed(document: &mut Document, pictures: &[Picture]) -> Result<(), ExportError> {
    if pictures.is_empty() {
        return Ok(());
    }
    let mut named = Dictionary::new();
    for (index, picture) in pictures.iter().enumerate() {
        let id = match &picture.art {
            Art::Pixels(pixels) => add_pixels(document, pixels),
            Art::Drawing(canvas) => Drawing::new(document).add(canvas),
        };
        named.set(name(index), id);
    }
    let named = document.add_object(named);
    let pages: Vec<ObjectId> = document.get_pages().values().copied().collect();
    for page in pages {
        name_in(document, page, named).map_err(|error| ExportError::Pdf(error.to_string()))?;
    }
    Ok(())
}

fn name_in(document: &mut Document, page: ObjectId, named: ObjectId) -> Result<(), lopdf::Error> {
    let resources = document.get_dictionary(page)?.get(b"Resources")?;
    let resources = resources.as_reference()?;
    let resources = document.get_object_mut(resources)?.as_dict_mut()?;
    resources.set("XObject", named);
    Ok(())
}

fn add_pixels(document: &mut Document, pixels: &Pixels) -> ObjectId {
    let mut head = image(pixels.width, pixels.height, pixels.is_colour);
    if let Some(alpha) = &pixels.alpha {
        let mask = image(pixels.width, pixels.height, false);
        let mask = document.add_object(samples(mask, alpha));
        head.set("SMask", mask);
    }
    document.add_object(samples(head, &pixels.data))
}

fn samples(mut head: Dictionary, data: &Data) -> Stream {
    match data {
        Data::Plain(samples) => Stream::new(head, samples.clone()),
        Data::Packed(bytes) => {
            head.set("Filter", "FlateDecode");
            Stream::new(head, bytes.clone())
        }
        Data::Jpeg(bytes) => {
            head.set("Filter", "DCTDecode");
            Stream::new(head, bytes.clone()).with_compression(false)
        }
    }
}

fn image(width: u32, height: u32, is_colour: bool) -> Dictionary {
    dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(width),
        "Height" => i64::from(height),
        "ColorSpace" => if is_colour { "DeviceRGB" } else { "DeviceGray" },
        "BitsPerComponent" => 8,
    }
}

/// The objects of one drawing.
struct Drawing<'d> {
    document: &'d mut Document,
    /// The images that are objects already, by where their pixels lie.
    images: BTreeMap<usize, ObjectId>,
}

impl<'d> Drawing<'d> {
    fn new(document: &'d mut Document) -> Self {
        Self {
            document,
            images: BTreeMap::new(),
        }
    }

    fn add(&mut self, canvas: &Canvas) -> ObjectId {
        let mut head = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => reals(&canvas.bounds),
            "Matrix" => reals(&canvas.matrix),
            "Resources" => self.resources(canvas),
        };
        if canvas.is_group {
            head.set(
                "Group",
                dictionary! {
                    "Type" => "Group", "S" => "Transparency", "CS" => "DeviceRGB", "I" => true
                },
            );
        }
        let content = canvas.content.clone().into_bytes();
        self.document.add_object(Stream::new(head, content))
    }

    /// The object of an image, which is the same wherever it is drawn.
    fn image(&mut self, pixels: &Arc<Pixels>) -> ObjectId {
        let place = Arc::as_ptr(pixels).addr();
        if let Some(id) = self.images.get(&place) {
            return *id;
        }
        let id = add_pixels(self.document, pixels);
        self.images.insert(place, id);
        id
    }

    fn resources(&mut self, canvas: &Canvas) -> Dictionary {
        let mut drawn = Dictionary::new();
        let mut states = Dictionary::new();
        let mut patterns = Dictionary::new();
        for (index, resource) in canvas.resources.iter().enumerate() {
            let name = Canvas::name(index);
            match resource {
                Resource::Drawing(canvas) => drawn.set(name, self.add(canvas)),
                Resource::Pixels(pixels) => drawn.set(name, self.image(pixels)),
                Resource::State(one) => states.set(name, self.state(one)),
                Resource::Pattern(one) => patterns.set(name, self.pattern(one)),
            }
        }
        let mut all = Dictionary::new();
        for (kind, resources) in [
            ("XObject", drawn),
            ("ExtGState", states),
            ("Pattern", patterns),
        ] {
            if !resources.is_empty() {
                all.set(kind, resources);
            }
        }
        all
    }

    fn state(&mut self, state: &State) -> Dictionary {
        let mut dictionary = dictionary! { "Type" => "ExtGState" };
        if let Some(opacity) = state.opacity {
            dictionary.set("ca", opacity);
            dictionary.set("CA", opacity);
        }
        if let Some(blend) = state.blend {
            dictionary.set("BM", blend);
        }
        if let Some(SoftMask { canvas, by_light }) = &state.mask {
            let group = self.add(canvas);
            let by = if *by_light { "Luminosity" } else { "Alpha" };
            dictionary.set(
                "SMask",
                dictionary! { "Type" => "Mask", "S" => by, "G" => group },
            );
        }
        dictionary
    }

    fn pattern(&mut self, pattern: &Pattern) -> ObjectId {
        match pattern {
            Pattern::Shading { matrix, shading } => {
                let pattern = dictionary! {
                    "Type" => "Pattern",
                    "PatternType" => 2,
                    "Matrix" => reals(matrix),
                    "Shading" => self::shading(shading),
                };
                self.document.add_object(pattern)
            }
            Pattern::Tiles { matrix, canvas } => {
                let [left, bottom, right, top] = canvas.bounds;
                let head = dictionary! {
                    "Type" => "Pattern",
                    "PatternType" => 1,
                    "PaintType" => 1,
                    "TilingType" => 1,
                    "BBox" => reals(&canvas.bounds),
                    "XStep" => right - left,
                    "YStep" => top - bottom,
                    "Matrix" => reals(matrix),
                    "Resources" => self.resources(canvas),
                };
                let content = canvas.content.clone().into_bytes();
                self.document.add_object(Stream::new(head, content))
            }
        }
    }
}

fn shading(shading: &Shading) -> Dictionary {
    let (kind, coordinates) = match &shading.shade {
        Shade::Line(line) => (2, reals(line)),
        Shade::Circles(circles) => (3, reals(circles)),
    };
    dictionary! {
        "ShadingType" => kind,
        "ColorSpace" => "DeviceRGB",
        "Coords" => coordinates,
        "Extend" => vec![true.into(), true.into()],
        "Function" => function(&shading.stops),
    }
}

/// From 0 to 1 to colours, by straight lines from stop to stop.
fn function(stops: &[(f32, [f32; 3])]) -> Dictionary {
    let line = |from: [f32; 3], to: [f32; 3]| {
        dictionary! {
            "FunctionType" => 2,
            "Domain" => reals(&[0.0, 1.0]),
            "C0" => reals(&from),
            "C1" => reals(&to),
            "N" => 1,
        }
    };
    let mut lines: Vec<Object> = Vec::new();
    let mut ends: Vec<f32> = Vec::new();
    let mut last = (0.0, stops.first().map_or([0.0; 3], |(_, colour)| *colour));
    let end = stops.last().map(|(_, colour)| (1.0, *colour));
    for (at, colour) in stops.iter().copied().chain(end) {
        if at > last.0 {
            lines.push(line(last.1, colour).into());
            ends.push(at);
        }
        last = (at.max(last.0), colour);
    }
    ends.pop();
    if lines.len() < 2 {
        return line(stops.first().map_or([0.0; 3], |one| one.1), last.1);
    }
    let encode: Vec<f32> = lines.iter().flat_map(|_| [0.0, 1.0]).collect();
    dictionary! {
        "FunctionType" => 3,
        "Domain" => reals(&[0.0, 1.0]),
        "Functions" => lines,
        "Bounds" => reals(&ends),
        "Encode" => reals(&encode),
    }
}

fn reals(numbers: &[f32]) -> Vec<Object> {
    numbers.iter().map(|number| Object::Real(*number)).collect()
}
