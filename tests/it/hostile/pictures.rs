//! Pictures that want to read files, ask the web, run something, or unpack to more than there is room for.

use crate::program::{GOOD, folder, run};
use std::fs;

/// Exports an article that shows the picture; gives the exit code, the PDF where there is one, and what was told.
fn export(picture: &[u8], name: &str) -> (i32, Option<Vec<u8>>, String) {
    let article = format!("{GOOD}\n## Picture\n\n![An elbow]({name})\n");
    let folder = folder(&[("site/a.md", &article), ("secret.txt", "hunter2")]);
    if !name.contains(':') {
        fs::write(folder.path().join("site").join(name), picture).unwrap();
    }
    let (code, _, told) = run(
        folder.path(),
        &["export", "--force", "--pdf", "-o", "a.pdf", "site/a.md"],
    );
    let made = fs::read(folder.path().join("a.pdf")).ok();
    if let Some(made) = &made {
        assert!(!made.windows(7).any(|part| part == b"hunter2"));
    }
    (code, made, told)
}

fn svg(inside: &str) -> Vec<u8> {
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="60">{inside}</svg>"#)
        .into_bytes()
}

#[test]
fn a_drawing_with_a_script_is_drawn_without_it() {
    let drawing = svg(
        r#"<script>alert(1)</script><path d="M0 0h90v60z" onload="alert(2)" onclick="alert(3)"/><set onbegin="alert(4)"/>"#,
    );
    let (code, made, told) = export(&drawing, "a.svg");
    assert_eq!(code, 0, "{told}");
    let document = lopdf::Document::load_mem(&made.unwrap()).unwrap();
    for object in document.objects.values() {
        let text = format!("{object:?}");
        assert!(!text.contains("alert"), "{text}");
        assert!(!text.contains("JavaScript"), "{text}");
    }
}

#[test]
fn a_drawing_that_refers_to_a_file_or_an_address_is_refused() {
    for inside in [
        r#"<image href="file:///etc/passwd" width="9" height="9"/>"#,
        r#"<image href="../secret.txt" width="9" height="9"/>"#,
        r#"<image xlink:href="http://127.0.0.1:1/x.png" width="9" height="9"/>"#,
        r#"<use href="file:///etc/passwd#a"/>"#,
    ] {
        let (code, made, told) = export(&svg(inside), "a.svg");
        assert_eq!((code, made.is_none()), (2, true), "{inside}: {told}");
        assert!(
            told.contains("refers to another file or address"),
            "{inside}: {told}"
        );
    }
}

#[test]
fn a_drawing_with_entities_reads_no_file_and_does_not_grow() {
    let outside = r#"<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "../secret.txt">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="5">&x;</text></svg>"#;
    let (code, made, told) = export(outside.as_bytes(), "a.svg");
    assert_eq!((code, made.is_none()), (2, true), "{told}");
    assert!(!told.contains("hunter2"), "{told}");
    let mut bomb = r#"<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "lol">"#.to_owned();
    for (name, before) in ["b", "c", "d", "e", "f", "g", "h", "i"]
        .iter()
        .zip(["a", "b", "c", "d", "e", "f", "g", "h"])
    {
        let uses = format!("&{before};").repeat(10);
        bomb = format!("{bomb}<!ENTITY {name} \"{uses}\">");
    }
    bomb += r#"]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="5">&i;</text></svg>"#;
    let (code, made, told) = export(bomb.as_bytes(), "a.svg");
    assert_eq!((code, made.is_none()), (2, true), "{told}");
    assert!(told.contains("is damaged"), "{told}");
}

/// A PNG of nothing but zeros, which pack to a thousandth.
fn empty_png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer
        .write_image_data(&vec![0; width as usize * height as usize])
        .unwrap();
    writer.finish().unwrap();
    bytes
}

#[test]
fn a_small_file_with_many_pixels_is_refused_before_it_is_unpacked() {
    let bomb = empty_png(10_000, 6_000);
    assert!(bomb.len() < 200_000, "{} bytes", bomb.len());
    let (code, made, told) = export(&bomb, "a.png");
    assert_eq!((code, made.is_none()), (2, true), "{told}");
    assert!(told.contains("has too many pixels (10000 x 6000"), "{told}");
}

#[test]
fn a_picture_whose_words_unpack_without_end_is_refused_or_shown_without_them() {
    // A comment of compressed text: 60 MB of one letter.
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 8, 8);
    encoder.set_color(png::ColorType::Grayscale);
    encoder
        .add_ztxt_chunk("Comment".to_owned(), "x".repeat(60_000_000))
        .unwrap();
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[0; 64]).unwrap();
    writer.finish().unwrap();
    assert!(bytes.len() < 400_000, "{} bytes", bytes.len());
    let (code, made, told) = export(&bytes, "a.png");
    assert!(
        code == 2 || made.is_some_and(|made| made.len() < 1_000_000),
        "{told}"
    );
}

#[test]
fn data_addresses_hold_pictures_and_nothing_else() {
    for (address, code) in [
        ("data:text/html,<script>alert(1)</script>", 2),
        (
            "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
            2,
        ),
        ("data:image/png;base64,AAAA", 2),
        ("data:image/svg+xml;base64,%", 2),
        ("javascript:alert%281%29", 0),
        ("http://127.0.0.1:1/a.png", 0),
    ] {
        let article = format!(
            "{GOOD}\n## Picture\n\n![An elbow](<{}>)\n",
            address.replace('<', "%3C").replace('>', "%3E")
        );
        let folder = folder(&[("a.md", &article)]);
        let (found, _, told) = run(
            folder.path(),
            &["export", "--force", "--pdf", "--html", "a.md"],
        );
        assert_eq!(found, code, "{address}: {told}");
        let page = fs::read_to_string(folder.path().join("exports/a.html")).unwrap_or_default();
        assert!(
            !page.contains("javascript:") && !page.contains("<script"),
            "{address}"
        );
    }
}
