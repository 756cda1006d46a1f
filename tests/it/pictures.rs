//! Pictures in the PDF: how they are tagged, how large they are, what is refused, and that no file can break the export.

use crate::articles::{EVERY_BLOCK, made_up, with_context};
use crate::handouts::{figure, handout, heading, item, paragraph};
use crate::pdf::{assert_marks_stay_on_the_page, export};
use crate::pdf_page::Mark;
use crate::pdf_text;
use facetdoc::export::ExportError;
use facetdoc::export::pdf::{Options, to_pdf};
use facetdoc::handout::{self, Handout, Item, List};
use lopdf::{Document, Object};
use std::io::Cursor;
use std::path::Path;

/// A drawing with a bit of everything that drawings are made of.
const DRAWING: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200" viewBox="0 0 300 200">
  <defs>
    <linearGradient id="even"><stop offset="0" stop-color="#fff"/><stop offset=".6" stop-color="#48c"/><stop offset="1" stop-color="#024"/></linearGradient>
    <radialGradient id="fading"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="red" stop-opacity="0"/></radialGradient>
    <pattern id="tiles" width="10" height="10" patternUnits="userSpaceOnUse"><path d="M0 0h5v5H0z"/></pattern>
    <clipPath id="round"><circle cx="150" cy="100" r="40"/></clipPath>
    <clipPath id="two"><circle cx="40" cy="150" r="20"/><rect x="50" y="140" width="40" height="20"/></clipPath>
    <mask id="fade"><rect width="300" height="200" fill="url(#even)"/></mask>
  </defs>
  <script>alert("never")</script>
  <rect width="290" height="190" x="5" y="5" fill="url(#even)" stroke="black" stroke-width="3" stroke-dasharray="8 4"/>
  <circle cx="70" cy="60" r="40" fill="url(#fading)"/>
  <rect x="200" y="20" width="60" height="40" fill="url(#tiles)" opacity=".5"/>
  <g clip-path="url(#round)"><rect width="300" height="200" fill="#fc0"/></g>
  <g clip-path="url(#two)"><rect width="300" height="200" fill="#080"/></g>
  <g mask="url(#fade)" style="mix-blend-mode:multiply"><path d="M180 150q30-60 60 0t50 0" fill="none" stroke="#800" stroke-width="6"/></g>
  <text x="20" y="190" font-family="Comic Sans MS" font-weight="bold" font-size="16">Knee ≥ 5 mm</text>
</svg>"##;

/// A PNG of one colour, or of two rows of noise, as `kind` and `depth` say.
fn png(width: u32, height: u32, kind: png::ColorType, depth: png::BitDepth) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(kind);
    encoder.set_depth(depth);
    if kind == png::ColorType::Indexed {
        encoder.set_palette(vec![0, 0, 0, 255, 255, 255, 200, 30, 30, 30, 30, 200]);
        encoder.set_trns(vec![255, 0]);
    }
    let row = (width as usize * kind.samples() * depth as usize).div_ceil(8);
    let data: Vec<u8> = (0..row * height as usize)
        .map(|at| {
            let noise = u8::try_from(at * 37 % 251).unwrap();
            if kind == png::ColorType::Indexed {
                noise % 4
            } else {
                noise
            }
        })
        .collect();
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&data)
        .unwrap();
    bytes
}

fn plain_png(width: u32, height: u32) -> Vec<u8> {
    png(width, height, png::ColorType::Rgb, png::BitDepth::Eight)
}

fn committed(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    std::fs::read(folder.join(name)).unwrap()
}

/// A picture of every kind, by name.
fn every_kind() -> Vec<(String, Vec<u8>)> {
    use png::{BitDepth, ColorType};
    let mut kinds = vec![("drawing.svg".to_owned(), DRAWING.as_bytes().to_vec())];
    for (name, kind, depth) in [
        ("rgb", ColorType::Rgb, BitDepth::Eight),
        ("rgba", ColorType::Rgba, BitDepth::Eight),
        ("deep", ColorType::Rgb, BitDepth::Sixteen),
        ("grey", ColorType::Grayscale, BitDepth::Eight),
        ("grey-alpha", ColorType::GrayscaleAlpha, BitDepth::Eight),
        ("one-bit", ColorType::Grayscale, BitDepth::One),
        ("palette", ColorType::Indexed, BitDepth::Eight),
    ] {
        kinds.push((format!("{name}.png"), png(60, 30, kind, depth)));
    }
    for name in ["photo.jpg", "grey.jpg", "progressive.jpg", "turned.jpg"] {
        kinds.push((name.to_owned(), committed(name)));
    }
    kinds
}

/// A handout of these items with these pictures at hand.
fn with_pictures(items: Vec<Item>, pictures: &[(&str, &[u8])]) -> Handout {
    let mut handout = handout(items);
    for (url, bytes) in pictures {
        handout.pictures.insert(*url, bytes.to_vec());
    }
    handout
}

/// A handout that shows one picture, with a caption.
fn showing(bytes: &[u8]) -> Handout {
    with_pictures(
        vec![
            heading(1, "Knee"),
            figure("x", "A knee", "Figure 1. A knee."),
        ],
        &[("x", bytes)],
    )
}

fn made(handout: &Handout) -> Vec<u8> {
    to_pdf(handout, &Options::default()).expect("the handout can be exported")
}

fn refused(bytes: &[u8]) -> String {
    match to_pdf(&showing(bytes), &Options::default()) {
        Err(error @ ExportError::Picture { .. }) => error.to_string(),
        other => panic!("{:?}", other.map(|bytes| bytes.len())),
    }
}

/// The marks of the pictures: those that are no black block.
fn placed(bytes: &[u8]) -> Vec<(usize, Mark)> {
    let pages = pdf_text::marks(bytes).into_iter().enumerate();
    let marks = pages.flat_map(|(page, marks)| marks.into_iter().map(move |mark| (page, mark)));
    marks
        .filter(|(_, mark)| mark.is_block && mark.tag != "block")
        .collect()
}

#[test]
fn every_kind_of_picture_is_placed_tagged_and_heard() {
    let kinds = every_kind();
    let mut items = vec![heading(1, "Pictures")];
    for (name, _) in &kinds {
        items.push(paragraph(&format!("Before {name}:")));
        items.push(figure(
            name,
            &format!("What {name} shows"),
            &format!("Caption of {name}"),
        ));
    }
    items.push(figure("rgb.png", "", ""));
    items.push(figure(
        "https://example.org/far.png",
        "Far away",
        "Not at hand",
    ));
    let pictures: Vec<(&str, &[u8])> = kinds
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let handout = with_pictures(items, &pictures);
    let bytes = export("pictures", &handout);
    assert_eq!(pdf_text::words(&bytes), handout::heard_words(&handout));
    assert_marks_stay_on_the_page(&bytes);
    assert_eq!(placed(&bytes).len(), kinds.len() + 1);
    assert_eq!(bytes, made(&handout));
    insta::assert_snapshot!("pictures_tree", pdf_text::tree(&bytes));
}

#[test]
fn the_words_of_an_article_with_pictures_are_those_that_are_heard() {
    let article = made_up(EVERY_BLOCK);
    let mut handout = with_context(&article, |cx| {
        handout::build(cx, &handout::Options::default())
    });
    let urls: Vec<String> = handout::wanted(&handout)
        .iter()
        .map(|wanted| wanted.url.to_owned())
        .collect();
    assert_eq!(urls, ["bandage.png", "line.png"]);
    for url in urls {
        handout.pictures.insert(url, plain_png(40, 40));
    }
    let bytes = made(&handout);
    let mut words = pdf_text::words(&bytes);
    words.retain(|word| word != handout::BULLET);
    assert_eq!(words, handout::heard_words(&handout));
    let count = |words: &[String], word: &str| words.iter().filter(|one| *one == word).count();
    assert_eq!(count(&words, "Picture:"), 0);
    assert_eq!(count(&handout::words(&handout), "Picture:"), 1);
    assert_eq!(words.len() + 1, handout::words(&handout).len());
}

#[test]
fn a_picture_has_its_alternative_its_place_and_a_caption_beside_it() {
    let bytes = made(&showing(&plain_png(100, 50)));
    assert_eq!(
        pdf_text::tree(&bytes),
        "Document\n  H1\n    \"Knee\"\n  Div\n    Figure Alt \"A knee\"\n      \"\"\n    Caption\n      \"Figure 1. A knee.\"\n"
    );
    let document = Document::load_mem(&bytes).unwrap();
    let figure = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .find(|one| one.get(b"S").and_then(Object::as_name).ok() == Some(b"Figure"))
        .unwrap();
    let layout = figure.get(b"A").unwrap().as_dict().unwrap();
    let edges: Vec<f32> = layout
        .get(b"BBox")
        .unwrap()
        .as_array()
        .unwrap()
        .iter()
        .map(|edge| edge.as_float().unwrap())
        .collect();
    let (_, mark) = &placed(&bytes)[0];
    let expected = [mark.left, 792.0 - mark.bottom, mark.right, 792.0 - mark.top];
    for (edge, expected) in edges.iter().zip(expected) {
        assert!((edge - expected).abs() < 0.02, "{edges:?} {expected:?}");
    }
}

#[test]
fn a_picture_without_alternative_is_an_artifact() {
    let handout = with_pictures(
        vec![
            heading(1, "Knee"),
            figure("x", "", ""),
            figure("x", "", "A caption"),
        ],
        &[("x", &plain_png(20, 20))],
    );
    let bytes = made(&handout);
    assert_eq!(
        pdf_text::tree(&bytes),
        "Document\n  H1\n    \"Knee\"\n  Div\n    P\n      \"A caption\"\n"
    );
    let placed = placed(&bytes);
    assert_eq!(placed.len(), 2);
    assert!(placed.iter().all(|(_, mark)| mark.tag == "artifact"));
}

#[test]
fn a_picture_is_as_large_as_it_is_by_nature_or_as_there_is_room() {
    let svg = |width: u32, height: u32| {
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><path d="M0 0h9v9z"/></svg>"#)
            .into_bytes()
    };
    // 150 pixels to the inch; 96 units of SVG to the inch; 434 points in a line.
    for (bytes, width, height) in [
        (plain_png(150, 75), 72.0, 36.0),
        (plain_png(1, 1), 0.48, 0.48),
        (plain_png(2000, 500), 434.0, 108.5),
        (plain_png(4000, 40), 434.0, 4.34),
        (svg(96, 192), 72.0, 144.0),
        (svg(5000, 2500), 434.0, 217.0),
        (committed("turned.jpg"), 30.72, 46.08),
    ] {
        let placed = placed(&made(&showing(&bytes)));
        let (_, mark) = &placed[0];
        let seen = (mark.right - mark.left, mark.bottom - mark.top);
        assert!(
            (seen.0 - width).abs() < 0.1 && (seen.1 - height).abs() < 0.1,
            "{seen:?} instead of {width} x {height}"
        );
    }
    let tall = made(&showing(&plain_png(100, 2600)));
    let placed = placed(&tall);
    let (_, mark) = &placed[0];
    assert!(mark.bottom - mark.top < 600.0, "{mark:?}");
    assert_marks_stay_on_the_page(&tall);
}

#[test]
fn a_picture_and_its_caption_are_on_one_page() {
    let picture = plain_png(500, 700);
    for lines in 0..30 {
        let mut items = vec![heading(1, "Knee")];
        items.extend((0..lines).map(|_| paragraph("A line.")));
        items.push(figure("x", "A knee", "The caption of the knee."));
        let handout = with_pictures(items, &[("x", &picture)]);
        let bytes = made(&handout);
        let (page, mark) = placed(&bytes).remove(0);
        let pages = pdf_text::marks(&bytes);
        let caption = pages.iter().enumerate().find_map(|(page, marks)| {
            let mark = marks
                .iter()
                .find(|mark| mark.text.starts_with("The caption"))?;
            Some((page, mark.top))
        });
        let (with, top) = caption.unwrap();
        assert_eq!(with, page, "{lines}");
        assert!(top >= mark.bottom, "{lines}");
    }
}

#[test]
fn pictures_stand_in_lists_boxes_quotes_and_answers() {
    let shown = || figure("x", "A knee", "Below");
    let handout = with_pictures(
        vec![
            heading(1, "Knee"),
            Item::List(List {
                ordered: true,
                items: vec![
                    item("1.", vec![shown()]),
                    item("2.", vec![paragraph("Then:"), shown(), paragraph("After.")]),
                ],
            }),
            Item::Quote(vec![shown()]),
            crate::handouts::boxed(handout::BoxLevel::Urgent, "URGENT", vec![shown()]),
            Item::Question {
                level: 2,
                question: crate::handouts::runs("Why?"),
                id: String::new(),
                answer: vec![shown()],
            },
        ],
        &[("x", &plain_png(2000, 800))],
    );
    let bytes = export("pictures-inside", &handout);
    assert_eq!(pdf_text::words(&bytes), handout::heard_words(&handout));
    assert_marks_stay_on_the_page(&bytes);
    assert_eq!(placed(&bytes).len(), 5);
    let document = Document::load_mem(&bytes).unwrap();
    let images = document.objects.values().filter(|object| {
        let head = object.as_stream().map(|stream| &stream.dict);
        head.is_ok_and(|head| head.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image"))
    });
    assert_eq!(images.count(), 1, "one picture is one object");
}

#[test]
fn a_jpeg_goes_in_as_it_is_without_what_is_not_the_picture() {
    let bytes = made(&showing(&committed("turned.jpg")));
    let document = Document::load_mem(&bytes).unwrap();
    let image = document
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok())
        .find(|stream| {
            stream.dict.get(b"Filter").and_then(Object::as_name).ok() == Some(b"DCTDecode")
        })
        .unwrap();
    assert_eq!(image.content, committed("photo.jpg"));
    assert!(!bytes.windows(4).any(|part| part == b"Mill"));
}

#[test]
fn what_cannot_be_shown_is_refused_with_the_reason() {
    let svg = |inner: &str| {
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{inner}</svg>"#)
            .into_bytes()
    };
    let deep = svg(&format!(
        "{}{}",
        "<g>".repeat(50_000),
        "</g>".repeat(50_000)
    ));
    let mut bomb = plain_png(8, 8);
    // A head that promises 60000 x 60000 pixels.
    bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let crc = crc32(&bomb[12..29]).to_be_bytes();
    bomb[29..33].copy_from_slice(&crc);
    for (bytes, reason) in [
        (b"".to_vec(), "is not a PNG, JPEG or SVG file"),
        (
            b"GIF89a".to_vec(),
            "is a GIF; handouts take PNG, JPEG and SVG: save it as one of these",
        ),
        (b"RIFF\0\0\0\0WEBPVP8 ".to_vec(), "is a WebP picture"),
        (
            b"\0\0\0\x18ftypheic".to_vec(),
            "is a HEIC picture or a film",
        ),
        (
            b"<!DOCTYPE html><html></html>".to_vec(),
            "is not a PNG, JPEG or SVG file",
        ),
        (vec![0x89; 11 * 1024 * 1024], "is larger than 10 MB"),
        (
            bomb,
            "has too many pixels (60000 x 60000, more than 25000000)",
        ),
        (committed("cmyk.jpg"), "is a JPEG in CMYK"),
        (committed("photo.jpg")[..700].to_vec(), "is damaged"),
        (plain_png(40, 40)[..200].to_vec(), "is damaged"),
        (b"<svg".to_vec(), "is damaged"),
        (deep, "has its parts nested too deep"),
        (svg(&"<g/>".repeat(200_001)), "has too many parts to print"),
        (
            svg(r#"<image href="photo.png" width="9" height="9"/>"#),
            "refers to another file or address (photo.png)",
        ),
        (
            svg(r#"<image xlink:href="https://example.org/x.png" width="9" height="9"/>"#),
            "refers to another file or address (https://example.org/x.png)",
        ),
        (
            svg(r#"<use href="other.svg#a"/>"#),
            "refers to another file or address (other.svg#a)",
        ),
        (
            svg(r#"<image href="data:image/gif;base64,R0lGODlh" width="9" height="9"/>"#),
            "holds an image that is neither PNG nor JPEG",
        ),
        (
            svg(r#"<image href="data:image/png;base64,iVBORw0KGgo=" width="9" height="9"/>"#),
            "is damaged",
        ),
        (
            svg(
                r#"<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect width="5" height="5" filter="url(#f)"/>"#,
            ),
            "uses an effect such as a blur",
        ),
        (
            svg(
                r#"<linearGradient id="g" spreadMethod="reflect" x2=".2"><stop/><stop offset="1" stop-color="red"/></linearGradient><rect width="5" height="5" fill="url(#g)"/>"#,
            ),
            "has a gradient that repeats",
        ),
        (
            svg(r#"<text y="5">骨</text>"#),
            "has words with the character '骨' (U+9AA8), which no bundled font has",
        ),
        (
            svg(
                r#"<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">label</p></foreignObject>"#,
            ),
            "holds words as HTML",
        ),
    ] {
        let told = refused(&bytes);
        assert!(
            told.starts_with(&format!("the picture \"x\" {reason}")),
            "{told}"
        );
        assert!(!told.contains('\n'), "{told}");
    }
}

#[test]
fn a_drawing_that_would_take_much_memory_is_refused() {
    // Each has fewer pixels than allowed, both together have more.
    let halves = [(3_500, 5_000), (3_501, 5_000)].map(|(width, height)| {
        let data = base64(&plain_png(width, height));
        format!(r#"<image href="data:image/png;base64,{data}" width="9" height="9"/>"#)
    });
    let entities = format!(
        r#"<!DOCTYPE svg [<!ENTITY e "{}">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>"#,
        "x".repeat(1_000_000),
        "<text>&e;</text>".repeat(40)
    )
    .into_bytes();
    let svg = |inner: &str| {
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{inner}</svg>"#)
            .into_bytes()
    };
    let shapes = r#"<path d="M0 0L1 1"/>"#.repeat(300);
    let line = "L1 1L2 2".repeat(20_000);
    let markers = format!(
        r#"<marker id="m">{shapes}</marker><g style="marker-mid:url(#m)"><path d="M0 0{line}"/></g>"#
    );
    let styled = format!(
        r#"<style>path {{ marker-end: url('#m') }}</style><marker id="m">{shapes}</marker><path d="M0 0{line}"/>"#
    );
    let used = format!(
        r#"<path id="p" d="M0 0{line}"/>{}"#,
        r##"<use href="#p"/>"##.repeat(5_000)
    );
    let patterns = format!(
        r#"<pattern id="p" width="1" height="1">{shapes}</pattern><g fill="url(#p)">{}</g>"#,
        shapes.repeat(20)
    );
    let chain: String = (0..5_000)
        .flat_map(|at| {
            let (at, next) = (at.to_string(), (at + 1).to_string());
            [r#"<use id="c"#, &at, r##"" href="#c"##, &next, r#""/>"#].map(str::to_owned)
        })
        .collect();
    for (bytes, reason) in [
        (
            svg(&halves.concat()),
            "holds images of too many pixels together",
        ),
        (entities, "has too many parts to print"),
        (svg(&markers), "has too many parts to print"),
        (svg(&styled), "has too many parts to print"),
        (svg(&used), "has too many parts to print"),
        (svg(&patterns), "has too many parts to print"),
        (svg(&chain), "has its parts nested too deep"),
    ] {
        let told = refused(&bytes);
        assert!(
            told.starts_with(&format!("the picture \"x\" {reason}")),
            "{told}"
        );
    }
}

/// The check sum of PNG.
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 {
                crc >> 1 ^ 0xedb8_8320
            } else {
                crc >> 1
            };
        }
    }
    !crc
}

#[test]
fn no_damaged_picture_breaks_the_export() {
    let mut kinds = every_kind();
    kinds.push(("cmyk.jpg".to_owned(), committed("cmyk.jpg")));
    let (mut shown, mut not) = (0, 0);
    for (name, whole) in &kinds {
        for round in 0..60_usize {
            let mut bytes = whole.clone();
            let at = round * 7919 % bytes.len();
            match round % 3 {
                0 => bytes.truncate(at),
                1 => bytes[at] ^= 1 << (round % 8),
                _ => {
                    bytes[at] = 0xff;
                    let other = (at + 13) % bytes.len();
                    bytes[other] = 0;
                }
            }
            match to_pdf(&showing(&bytes), &Options::default()) {
                Ok(_) => shown += 1,
                Err(ExportError::Picture { .. }) => not += 1,
                Err(other) => panic!("{name}, round {round}: {other}"),
            }
        }
    }
    assert!(shown > 20 && not > 100, "{shown} shown, {not} refused");
}

#[test]
fn an_image_in_a_drawing_is_drawn_with_it() {
    let data = base64(&plain_png(4, 4));
    let drawing = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><image href="data:image/png;base64,{data}" x="10" y="10" width="70" height="70"/></svg>"#
    );
    let bytes = export("picture-in-drawing", &showing(drawing.as_bytes()));
    let document = Document::load_mem(&bytes).unwrap();
    let images = document.objects.values().filter(|object| {
        let head = object.as_stream().map(|stream| &stream.dict);
        head.is_ok_and(|head| head.get(b"Width").and_then(Object::as_i64).ok() == Some(4))
    });
    assert_eq!(images.count(), 1);
}

/// Drawn three thousand times, in layers, tiles and turned by an entity, an image is in the PDF once.
#[test]
fn an_image_that_is_drawn_often_is_held_once() {
    let data = base64(&plain_png(400, 300));
    let uses = r##"<use href="#i" x="9"/><g opacity=".5"><use href="#i"/></g>"##.repeat(1000);
    let drawing = format!(
        r##"<!DOCTYPE svg [<!ENTITY data "data:image/png;base64,{data}">]><svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">
            <defs><image id="i" href="&data;" width="7" height="7"/>
            <pattern id="p" width=".1" height=".1"><use href="#i"/></pattern></defs>
            <rect width="90" height="90" fill="url(#p)"/>{uses}<image href="&data;" width="9" height="9"/></svg>"##
    );
    let bytes = export("picture-drawn-often", &showing(drawing.as_bytes()));
    let document = Document::load_mem(&bytes).unwrap();
    let images = document.objects.values().filter(|object| {
        let head = object.as_stream().map(|stream| &stream.dict);
        head.is_ok_and(|head| head.get(b"Width").and_then(Object::as_i64).ok() == Some(400))
    });
    assert_eq!(images.count(), 1);
}

/// `bytes` as a `data:` address has them.
pub fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let mut three = [0; 3];
        three[..chunk.len()].copy_from_slice(chunk);
        let number = u32::from_be_bytes([0, three[0], three[1], three[2]]);
        for place in 0..4 {
            let letter = LETTERS[(number >> (18 - 6 * place) & 63) as usize];
            out.push(if place <= chunk.len() {
                char::from(letter)
            } else {
                '='
            });
        }
    }
    out
}

#[test]
fn a_png_can_be_read_back_from_the_pdf() {
    let pixels = [255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30];
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(Cursor::new(&mut bytes), 2, 2);
    encoder.set_color(png::ColorType::Rgb);
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&pixels)
        .unwrap();
    let document = Document::load_mem(&made(&showing(&bytes))).unwrap();
    let image = document
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok())
        .find(|stream| stream.dict.get(b"Width").and_then(Object::as_i64).ok() == Some(2))
        .unwrap();
    let content = image.get_plain_content().unwrap();
    assert_eq!(content, pixels);
}
