//! Fonts that the user brings, and pages that run from right to left.

use crate::handouts::{bullets, handout, heading, numbered, paragraph, table, words};
use crate::pdf_text;
use facetdoc::export::ExportError;
use facetdoc::export::pdf::{FontFault, FontFile, Fonts, Options, to_pdf};
use facetdoc::handout::{Handout, Item};
use lopdf::Document;
use std::path::PathBuf;

fn file(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fonts")
        .join(name);
    std::fs::read(path).unwrap()
}

fn with_fonts() -> Options {
    let files = ["arabic.ttf", "hebrew.ttf", "chinese.otf"];
    let files = files.map(|name| FontFile::read(&file(name)).unwrap());
    Options {
        fonts: Fonts::new(files.to_vec()),
        ..Options::default()
    }
}

/// Exports a handout, checks that no word is lost or changed, leaves it for the validators, and gives the bytes.
fn checked(name: &str, handout: &Handout) -> Vec<u8> {
    let bytes = to_pdf(handout, &with_fonts()).unwrap();
    assert_eq!(pdf_text::words(&bytes), words(handout));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pdf");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{name}.pdf")), &bytes).unwrap();
    bytes
}

fn in_language(lang: &str, items: Vec<Item>) -> Handout {
    let mut handout = handout(items);
    lang.clone_into(&mut handout.lang);
    handout
}

#[test]
fn words_in_scripts_that_the_bundled_fonts_lack_come_back_letter_by_letter() {
    for text in [
        "اشرب الماء كل يوم، وخذ Paracetamol بجرعة 500 mg (بحد أقصى 4 g).",
        "كل ١٢ ساعة إذا كانت الحرارة ≥ 38.5 °C يوميًا",
        "می\u{200C}خواهم پیچیده",
        "לנוח יום אחד, לקחת Aspirin 100 mg. שָׁלוֹם",
        "休息一两天。每天服用 500 mg，最多四次，如果体温 ≥ 38.5 °C，请马上去看医生。",
        "Say שלום or السلام and 你 is not here",
    ] {
        let text = text.replace("你", "医");
        let handout = handout(vec![heading(1, "Words"), paragraph(&text)]);
        let bytes = to_pdf(&handout, &with_fonts()).expect(&text);
        let back = pdf_text::text(&bytes);
        assert_eq!(back.trim().strip_prefix("Words").unwrap().trim(), text);
    }
}

#[test]
fn a_handout_in_arabic_is_read_in_order_and_stands_at_the_right() {
    let items = vec![
        heading(1, "العناية بالركبة المؤلمة"),
        paragraph(&"اشرب الماء كل يوم، وخذ Paracetamol بجرعة 500 mg حتى 4 مرات. ".repeat(6)),
        bullets(&["استرح يومًا أو يومين", "ضع الثلج لمدة 15 دقيقة"]),
        numbered(&["الخطوة الأولى", "English only"]),
        table(&["الدواء", "الجرعة"], &[&["Ibuprofen", "200–400 mg"]]),
    ];
    let bytes = checked("arabic", &in_language("ar", items));
    let document = Document::load_mem(&bytes).unwrap();
    let catalog = document.catalog().unwrap();
    let preferences = document
        .get_dict_in_dict(catalog, b"ViewerPreferences")
        .unwrap();
    assert_eq!(
        preferences.get(b"Direction").unwrap().as_name().unwrap(),
        b"R2L"
    );
    let marks = &pdf_text::marks(&bytes)[0];
    let edge = marks.iter().map(|mark| mark.right).fold(0.0, f32::max);
    let bullet = marks.iter().find(|mark| mark.text.contains('•')).unwrap();
    assert!(
        (bullet.right - edge).abs() < 1.0,
        "{bullet:?} stands at {edge}"
    );
    let number = marks.iter().find(|mark| mark.text.contains("15")).unwrap();
    assert!(number.right < bullet.left);
    insta::assert_snapshot!("arabic_tree", pdf_text::tree(&bytes));
}

#[test]
fn foreign_words_stand_in_an_english_line_in_the_order_in_which_they_are_said() {
    for text in [
        "שלום is hello, לקחת is take",
        "Say שלום and לקחת",
        "שלום or יום",
        "Take שלום 5 mg or לקחת 10 mg",
        "Take שלום 5 mg or לקחת 10",
    ] {
        let items = vec![
            heading(1, "Words"),
            paragraph(text),
            table(&["Words"], &[&[text]]),
        ];
        let bytes = checked("foreign_words", &in_language("en", items));
        for line in pdf_text::marks(&bytes)[0].chunk_by(|one, next| (one.y - next.y).abs() < 0.01) {
            let is_hebrew = |word: &str| word.contains(|ch| matches!(ch, 'א'..='ת'));
            let words: Vec<_> = { line.iter() }
                .filter(|mark| is_hebrew(&mark.text))
                .collect();
            let [first, .., last] = words[..] else {
                continue;
            };
            assert!(first.right < last.left, "{text}: {first:?} {last:?}");
            let english: String = { line.iter() }
                .filter(|mark| first.right < mark.right && mark.left < last.left)
                .map(|mark| mark.text.as_str())
                .collect();
            assert!(
                !text.contains("mg") || english.contains("5 mg or"),
                "{english}"
            );
        }
    }
}

#[test]
fn a_handout_in_chinese_breaks_its_lines_and_never_before_a_full_stop() {
    let text = "休息一两天。每天服用最多四次，如果体温，请马上去看医生。".repeat(8);
    let handout = in_language("zh-CN", vec![heading(1, "膝盖疼痛"), paragraph(&text)]);
    let layout = pdf_text::layout(&checked("chinese", &handout));
    let lines: Vec<&str> = layout
        .lines()
        .filter(|line| line.contains(" Span "))
        .collect();
    assert!(lines.len() > 4, "{layout}");
    assert!(
        !lines
            .iter()
            .any(|line| line.contains(" Span \"。") || line.contains(" Span \"，")),
        "{layout}"
    );
}

#[test]
fn without_a_font_the_refusal_names_the_option() {
    let handout = handout(vec![heading(1, "Words"), paragraph("膝")]);
    let error = to_pdf(&handout, &Options::default()).unwrap_err();
    assert!(matches!(
        error,
        ExportError::MissingGlyph {
            character: '膝',
            ..
        }
    ));
    assert_eq!(
        error.to_string(),
        "no font has the character '膝' (U+819D); name a font file that has it with --font FILE"
    );
}

#[test]
fn all_characters_that_no_font_has_are_named_at_once() {
    let refused = |text: &str| {
        let handout = handout(vec![heading(1, "Words"), paragraph(text)]);
        let error = to_pdf(&handout, &Options::default()).unwrap_err();
        error.to_string()
    };
    assert_eq!(
        refused("膝 and \u{1F600}, 膝 and \u{1F601}"),
        "no font has the characters '膝' (U+819D), '\u{1F600}' (U+1F600), '\u{1F601}' (U+1F601); name a font file that \
         has them with --font FILE, or take the emoji out"
    );
    let many = refused("一二三四五六七八九十百千");
    assert!(many.contains("'十' (U+5341) and 2 more; name"), "{many}");
}

#[test]
fn files_that_cannot_be_used_are_refused_for_what_they_are() {
    let good = file("arabic.ttf");
    let with_flags = |flags: u16| {
        let mut bytes = good.clone();
        let record = bytes.windows(4).position(|tag| tag == b"OS/2").unwrap();
        let offset = u32::from_be_bytes(bytes[record + 8..record + 12].try_into().unwrap());
        let at = usize::try_from(offset).unwrap() + 8;
        bytes[at..at + 2].copy_from_slice(&flags.to_be_bytes());
        FontFile::read(&bytes).map(|font| font.name().to_owned())
    };
    let name = Ok("NotoSansArabic-Regular".to_owned());
    for (flags, outcome) in [
        (0x0000, name.clone()),
        (0x0002, Err(FontFault::Forbidden)),
        (0x0004, name.clone()),
        (0x0008, name),
        (0x0100, Err(FontFault::WholeOnly)),
        (0x0200, Err(FontFault::Forbidden)),
    ] {
        assert_eq!(with_flags(flags), outcome, "{flags:#06x}");
    }
    assert_eq!(
        FontFile::read(&file("thin-variable.ttf")),
        Err(FontFault::Variable)
    );
    assert_eq!(FontFile::read(b"# An article"), Err(FontFault::NotAFont));
    assert_eq!(FontFile::read(b""), Err(FontFault::NotAFont));
    assert_eq!(FontFile::read(b"wOF2 and more"), Err(FontFault::Web));
    for length in (0..good.len()).step_by(997) {
        assert!(FontFile::read(&good[..length]).is_err(), "cut at {length}");
    }
}

#[test]
fn of_a_collection_the_first_font_is_taken() {
    let font = file("hebrew.ttf");
    let mut bytes = b"ttcf\0\x01\0\0\0\0\0\x01\0\0\0\x10".to_vec();
    bytes.extend(&font);
    let tables = usize::from(u16::from_be_bytes([font[4], font[5]]));
    for index in 0..tables {
        let at = 16 + 12 + 16 * index + 8;
        let offset = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) + 16;
        bytes[at..at + 4].copy_from_slice(&offset.to_be_bytes());
    }
    let one = FontFile::read(&bytes).unwrap();
    assert_eq!(one.name(), "NotoSansHebrew-Regular");
    assert_eq!(one, FontFile::read(&font).unwrap());
}
