//! What pictures are read as.

use super::*;
use ::png::{BitDepth, ColorType, Encoder};

const PIXELS: u64 = 25_000_000;

fn encoded(width: u32, height: u32, color: ColorType, samples: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(color);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(samples).unwrap();
    drop(writer);
    bytes
}

fn pixels(bytes: &[u8]) -> Pixels {
    match read(bytes, PIXELS).unwrap().art {
        Art::Pixels(pixels) => pixels,
        Art::Drawing(canvas) => panic!("{canvas:?}"),
    }
}

#[test]
fn a_png_finer_than_print_is_made_coarser_and_stays_in_proportion() {
    // Columns of black and white by turns, the white ones transparent.
    let row: Vec<u8> = (0..4000)
        .flat_map(|x| if x % 2 == 0 { [0, 255] } else { [255, 0] })
        .collect();
    let found = pixels(&encoded(4000, 2, ColorType::GrayscaleAlpha, &row.repeat(2)));
    assert_eq!((found.width, found.height), (2000, 1));
    assert_eq!(found.data, Data::Plain(vec![0; 2000]));
    assert_eq!(found.alpha, Some(Data::Plain(vec![128; 2000])));
    let found = pixels(&encoded(3000, 1, ColorType::Grayscale, &[7; 3000]));
    assert_eq!(found.width, 3000);
}

#[test]
fn alpha_that_hides_nothing_is_left_out() {
    let found = pixels(&encoded(
        1,
        2,
        ColorType::Rgba,
        &[1, 2, 3, 255, 4, 5, 6, 255],
    ));
    assert_eq!(found.data, Data::Plain(vec![1, 2, 3, 4, 5, 6]));
    assert_eq!(found.alpha, None);
}

#[test]
fn a_picture_fits_in_proportion_and_never_grows() {
    let picture = Picture::of_pixels(pixels(&encoded(
        200,
        100,
        ColorType::Grayscale,
        &vec![0; 20_000],
    )));
    assert_eq!((picture.width, picture.height), (96.0, 48.0));
    for (room, fitted) in [
        ((500.0, 500.0), (96.0, 48.0)),
        ((48.0, 500.0), (48.0, 24.0)),
        ((500.0, 12.0), (24.0, 12.0)),
        ((500.0, -1.0), (0.0, 0.0)),
    ] {
        assert_eq!(picture.fitted(room.0, room.1), fitted);
    }
}

#[test]
fn a_shape_has_its_colour_its_outline_and_no_more() {
    let drawing = r##"<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><path d="M0 0H4V2Z" fill="#f00"/></svg>"##;
    let Art::Drawing(canvas) = read(drawing.as_bytes(), PIXELS).unwrap().art else {
        panic!("no drawing");
    };
    let expected = [0.125_f32, 0.0, 0.0, -0.25, 0.0, 1.0];
    assert_eq!(canvas.matrix.map(f32::to_bits), expected.map(f32::to_bits));
    assert_eq!(
        canvas.content,
        "q\n1 0 0 rg\n1 0 0 1 0 0 cm\n0 0 m\n4 0 l\n4 2 l\nh\nf\nQ\n"
    );
    assert!(canvas.resources.is_empty());
}
