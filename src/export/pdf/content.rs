//! The operators that draw a page (ISO 32000-1, 7.8.2), written as the file has them. It names no PDF library.

use super::encode::{rounded, utf16};
use super::page::Block;
use std::io::Write;

/// What the operators of a page are given besides their numbers.
#[derive(Debug, Clone, Copy)]
pub enum Property<'a> {
    /// A name.
    Name(&'a str),
    /// A number.
    Number(usize),
    /// Words.
    Text(&'a str),
}

/// A glyph to be shown.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    /// Its number in the file's font.
    pub code: u16,
    /// By how much the pen is moved back after it, in thousandths of the size.
    pub back: f32,
}

/// The operators of one page, in order. Lengths are points from the bottom left corner, rounded to hundredths.
#[derive(Debug, Default)]
pub struct Content {
    bytes: Vec<u8>,
    /// What fills shapes and letters now: 0 for black, 1 for white.
    fill: Option<f32>,
    /// The type now: the name of its font, its size.
    font: Option<(String, f32)>,
}

impl Content {
    /// The bytes of the content stream.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Opens a marked content.
    pub fn open(&mut self, tag: &str, properties: &[(&str, Property<'_>)]) {
        self.name(tag);
        self.put(b" <<");
        for (key, property) in properties {
            self.name(key);
            match property {
                Property::Name(name) => self.name(name),
                Property::Number(number) => self.print(format_args!(" {number}")),
                Property::Text(text) => {
                    self.put(b"<");
                    for byte in utf16(text) {
                        self.hexadecimal(byte);
                    }
                    self.put(b">");
                }
            }
        }
        self.put(b">> BDC\n");
    }

    /// Closes the marked content that was opened last.
    pub fn close(&mut self) {
        self.put(b"EMC\n");
    }

    /// Sets what fills shapes and letters: 0 for black, 1 for white.
    pub fn fill(&mut self, level: f32) {
        if self.fill != Some(level) {
            self.fill = Some(level);
            self.print(format_args!("{level} {level} {level} rg\n"));
        }
    }

    /// Fills a rectangle, of which `y` is the bottom edge.
    pub fn rectangle(&mut self, area: Block) {
        self.numbers(&[area.x, area.y, area.width, area.height]);
        self.put(b"re\nf\n");
    }

    /// Paints an object that the page names; `area` is what it fills, `y` its bottom edge.
    pub fn paint(&mut self, name: &str, area: Block) {
        self.put(b"q\n");
        self.numbers(&[area.width, 0.0, 0.0, area.height, area.x, area.y]);
        self.put(b"cm\n");
        self.name(name);
        self.put(b" Do\nQ\n");
    }

    /// Begins to show letters.
    pub fn begin_text(&mut self, font: &str, size: f32) {
        self.put(b"BT\n");
        let is_set = (self.font.as_ref())
            .is_some_and(|(name, now)| name == font && now.total_cmp(&size).is_eq());
        if !is_set {
            self.font = Some((font.to_owned(), size));
            self.name(font);
            self.print(format_args!(" {} Tf\n", rounded(size)));
        }
    }

    /// Ends showing letters.
    pub fn end_text(&mut self) {
        self.put(b"ET\n");
    }

    /// Sets by how much each glyph is set off from the next.
    pub fn spacing(&mut self, length: f32) {
        self.print(format_args!("{} Tc\n", rounded(length)));
    }

    /// Shows glyphs from a place on the baseline on.
    pub fn show(&mut self, glyphs: &[Shown], x: f32, y: f32) {
        let Some(last) = glyphs.len().checked_sub(1) else {
            return;
        };
        self.print(format_args!("1 0 0 1 {} {} Tm\n[<", rounded(x), rounded(y)));
        for (index, glyph) in glyphs.iter().enumerate() {
            for byte in glyph.code.to_be_bytes() {
                self.hexadecimal(byte);
            }
            // What comes after the last moves nothing that is shown.
            if index < last && glyph.back != 0.0 {
                self.print(format_args!(">{}<", glyph.back));
            }
        }
        self.put(b">] TJ\n");
    }

    fn numbers(&mut self, numbers: &[f32]) {
        for number in numbers {
            self.print(format_args!("{} ", rounded(*number)));
        }
    }

    /// A name; ours are letters and digits only, which need no escape.
    fn name(&mut self, name: &str) {
        self.put(b"/");
        self.put(name.as_bytes());
    }

    fn hexadecimal(&mut self, byte: u8) {
        let digit = |value: u8| match value {
            0..=9 => b'0' + value,
            _ => b'a' + value - 10,
        };
        self.put(&[digit(byte >> 4), digit(byte & 15)]);
    }

    fn put(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    fn print(&mut self, words: std::fmt::Arguments<'_>) {
        // Writing to memory cannot fail.
        let _ = self.bytes.write_fmt(words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Content)) -> String {
        let mut content = Content::default();
        write(&mut content);
        String::from_utf8(content.into_bytes()).unwrap_or_default()
    }

    #[test]
    fn glyphs_that_are_not_moved_stand_in_one_string() {
        let glyph = |code, back| Shown { code, back };
        let shown = written(|content| {
            content.begin_text("T0", 14.0);
            content.show(
                &[glyph(1, 0.0), glyph(0x2A, -16.0), glyph(3, 7.0)],
                72.0,
                5.126,
            );
            content.end_text();
        });
        assert_eq!(
            shown,
            "BT\n/T0 14 Tf\n1 0 0 1 72 5.13 Tm\n[<0001002a>-16<0003>] TJ\nET\n"
        );
    }

    #[test]
    fn a_colour_and_a_font_are_set_when_they_change() {
        let shown = written(|content| {
            for size in [14.0, 14.0, 12.0] {
                content.fill(0.0);
                content.begin_text("T0", size);
                content.end_text();
            }
        });
        assert_eq!(
            shown,
            "0 0 0 rg\nBT\n/T0 14 Tf\nET\nBT\nET\nBT\n/T0 12 Tf\nET\n"
        );
    }

    #[test]
    fn properties_are_names_numbers_and_words() {
        let shown = written(|content| {
            let text = Property::Text("é)");
            content.open(
                "Span",
                &[("MCID", Property::Number(3)), ("ActualText", text)],
            );
            content.close();
            content.open("Artifact", &[("Type", Property::Name("Layout"))]);
        });
        assert_eq!(
            shown,
            "/Span <</MCID 3/ActualText<feff00e90029>>> BDC\nEMC\n/Artifact <</Type/Layout>> BDC\n"
        );
    }
}
