//! The numbers of the page, each with the authority it comes from. Lengths are points, 72 to the inch.
//!
//! Another way to set a handout is another value of [`Style`], never a branch in the layout.

use crate::handout::{BoxLevel, Paper};

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;

/// Size of type and the distance from one baseline to the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Type {
    /// The size.
    pub size: f32,
    /// Baseline to baseline.
    pub pitch: f32,
}

/// A heading's type and the white space around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeadingStyle {
    /// Its type; always bold.
    pub text: Type,
    /// White space above.
    pub before: f32,
    /// White space below.
    pub after: f32,
}

/// How thick the frame of each kind of box is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frames {
    /// A note of the article.
    pub note: f32,
    /// Non-urgent advice.
    pub advice: f32,
    /// Urgent advice.
    pub urgent: f32,
    /// An emergency.
    pub emergency: f32,
}

/// How a handout is set.
#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    /// Running text.
    pub body: Type,
    /// White space between paragraphs.
    pub paragraph_gap: f32,
    /// The longest line.
    pub measure: f32,
    /// Left margin, and the least that is left on the right.
    pub margin_left: f32,
    /// Top margin.
    pub margin_top: f32,
    /// Bottom margin; the footer stands inside it.
    pub margin_bottom: f32,
    /// Headings of level 1 to 6.
    pub headings: [HeadingStyle; 6],
    /// How far a list's text stands in from its markers.
    pub list_indent: f32,
    /// White space between a list and its lead-in, and between list items.
    pub list_gap: f32,
    /// How far quotations, code and descriptions stand in.
    pub indent: f32,
    /// The bar beside a quotation.
    pub quote_bar: f32,
    /// Text is never set narrower than this; deeper nesting stands in no further.
    pub least_measure: f32,
    /// Size of raised and lowered text, as a share of the text around it.
    pub script_scale: f32,
    /// How far raised text is lifted, as a share of the text around it.
    pub superscript_rise: f32,
    /// How far lowered text is dropped, as a share of the text around it.
    pub subscript_drop: f32,
    /// Thickness of rules, underlines and the line above the footer.
    pub rule: f32,
    /// How thick the frames of boxes are.
    pub frames: Frames,
    /// White space around frames and between a frame and its surroundings.
    pub frame_gap: f32,
    /// White space inside a frame.
    pub frame_padding: f32,
    /// The label of a box.
    pub label: Type,
    /// Black on both sides of a label.
    pub label_padding: f32,
    /// White space under a label.
    pub label_gap: f32,
    /// White space on both sides of a table cell.
    pub cell_padding_x: f32,
    /// White space above and below a table cell.
    pub cell_padding_y: f32,
    /// A table with narrower columns than this sets its cells below each other.
    pub least_column: f32,
    /// The line under a table's header.
    pub table_head_rule: f32,
    /// The line under a table's row.
    pub table_row_rule: f32,
    /// From one line to write on to the next.
    pub writing_pitch: f32,
    /// How wide a code is that phones read, without the white space around it.
    pub code: f32,
    /// The footer and the draft stamp.
    pub footer: Type,
    /// White space between the text and the line above the footer, and between that line and the footer.
    pub footer_gap: f32,
    /// Nothing stands nearer to the edge of the paper: copiers cannot print it.
    pub unprintable: f32,
}

impl Style {
    /// How thick the frame of a box is.
    pub fn frame(&self, level: BoxLevel) -> f32 {
        let frames = &self.frames;
        match level {
            BoxLevel::Note => frames.note,
            BoxLevel::Advice => frames.advice,
            BoxLevel::Urgent | BoxLevel::Unknown => frames.urgent,
            BoxLevel::Emergency => frames.emergency,
        }
    }

    /// A heading's style; levels past 6 are set as 6.
    pub fn heading(&self, level: u8) -> HeadingStyle {
        let [one, two, three, four, five, six] = self.headings;
        match level {
            0 | 1 => one,
            2 => two,
            3 => three,
            4 => four,
            5 => five,
            _ => six,
        }
    }
}

/// The ordinary handout.
pub const ORDINARY: Style = Style {
    // RNIB Clear Print and UKAAF G003: 12 pt at least, 14 pt recommended. 1.35 x: between ACB's 1.15 and WCAG 1.4.8's 1.5.
    body: Type {
        size: 14.0,
        pitch: 19.0,
    },
    // 2.0 em from baseline to baseline, 1.5 x the line: WCAG 1.4.8.
    paragraph_gap: 28.0 - 19.0,
    // 31 em: 60 to 70 characters (RNIB); measured 66 at the 90th percentile, 69 at most.
    measure: 31.0 * 14.0,
    // 1 in at the sides (36 CFR 1193.33); half an inch and more above and below (POMS NL 00610.070).
    margin_left: 25.4 * MM,
    margin_top: 20.0 * MM,
    margin_bottom: 25.0 * MM,
    // A clear step of size a level, bold, never underlined (NHS practice; ACB puts H1 at 22).
    headings: [
        heading(22.0, 28.0, 20.0, 4.0),
        heading(18.0, 23.0, 17.0, 3.0),
        heading(15.0, 20.0, 14.0, 2.0),
        heading(14.0, 19.0, 12.0, 2.0),
        heading(14.0, 19.0, 12.0, 2.0),
        heading(14.0, 19.0, 12.0, 2.0),
    ],
    list_indent: 18.0,
    list_gap: 4.0,
    indent: 18.0,
    quote_bar: 2.0,
    least_measure: 8.0 * 14.0,
    // Raised figures stay above 10 pt.
    script_scale: 0.75,
    superscript_rise: 0.32,
    subscript_drop: 0.16,
    rule: 0.75,
    // Weight and words carry the level: in a photocopy NHS red becomes 35 % grey and NHS blue 30 %.
    frames: Frames {
        note: 0.5,
        advice: 1.0,
        urgent: 2.0,
        emergency: 3.0,
    },
    frame_gap: 14.0,
    frame_padding: 4.0 * MM,
    label: Type {
        size: 12.0,
        pitch: 19.0,
    },
    label_padding: 6.0,
    label_gap: 6.0,
    cell_padding_x: 6.0,
    cell_padding_y: 3.0,
    least_column: 3.0 * 14.0,
    table_head_rule: 1.5,
    table_row_rule: 0.5,
    // Handwriting needs about 9 mm.
    writing_pitch: 9.0 * MM,
    // At least 20 mm, better 25, where it will be copied or creased.
    code: 25.0 * MM,
    // Ideally the size of the body (UKAAF MS03), never below the floor of 12 pt.
    footer: Type {
        size: 12.0,
        pitch: 15.0,
    },
    footer_gap: 6.0,
    unprintable: 9.0 * MM,
};

/// Large print: 18 pt, nothing smaller, not even the footer or a raised figure (ACB 2022, UKAAF G003).
pub const LARGE_PRINT: Style = Style {
    body: Type {
        size: 18.0,
        pitch: 25.0,
    },
    // One blank line.
    paragraph_gap: 25.0,
    // As wide as the page allows.
    measure: f32::MAX,
    margin_left: 25.4 * MM,
    margin_top: 25.4 * MM,
    margin_bottom: 25.4 * MM,
    // ACB asks for 22 and 20 at least.
    headings: [
        heading(28.0, 35.0, 25.0, 6.0),
        heading(23.0, 30.0, 25.0, 5.0),
        heading(19.5, 26.0, 22.0, 4.0),
        heading(18.0, 25.0, 20.0, 4.0),
        heading(18.0, 25.0, 20.0, 4.0),
        heading(18.0, 25.0, 20.0, 4.0),
    ],
    list_indent: 23.0,
    list_gap: 8.0,
    indent: 23.0,
    least_measure: 8.0 * 18.0,
    script_scale: 1.0,
    superscript_rise: 0.25,
    frame_gap: 20.0,
    label: Type {
        size: 18.0,
        pitch: 26.0,
    },
    label_padding: 8.0,
    label_gap: 8.0,
    cell_padding_x: 8.0,
    cell_padding_y: 5.0,
    least_column: 3.0 * 18.0,
    writing_pitch: 12.0 * MM,
    footer: Type {
        size: 18.0,
        pitch: 22.0,
    },
    footer_gap: 7.0,
    ..ORDINARY
};

/// Small print: 12 pt, the least that RNIB Clear Print and UKAAF G003 allow, on pages like the ordinary ones.
pub const SMALL_PRINT: Style = Style {
    // 36 em: 75 characters, below the 80 of WCAG 1.4.8.
    measure: 36.0 * 12.0,
    margin_left: ORDINARY.margin_left,
    margin_top: ORDINARY.margin_top,
    margin_bottom: ORDINARY.margin_bottom,
    footer: ORDINARY.footer,
    footer_gap: ORDINARY.footer_gap,
    ..BOOKLET
};

/// A page of the booklet, half as large as the sheet. Its type is the smallest that RNIB allows, 12 pt; only the footer
/// is smaller.
pub const BOOKLET: Style = Style {
    body: Type {
        size: 12.0,
        pitch: 16.2,
    },
    paragraph_gap: 24.0 - 16.2,
    measure: 31.0 * 12.0,
    margin_left: 16.0 * MM,
    margin_top: 15.0 * MM,
    margin_bottom: 20.0 * MM,
    headings: [
        heading(19.0, 24.0, 17.0, 4.0),
        heading(15.5, 20.0, 14.0, 3.0),
        heading(13.0, 17.5, 12.0, 2.0),
        heading(12.0, 16.2, 10.0, 2.0),
        heading(12.0, 16.2, 10.0, 2.0),
        heading(12.0, 16.2, 10.0, 2.0),
    ],
    list_indent: 15.0,
    list_gap: 3.5,
    indent: 15.0,
    least_measure: 8.0 * 12.0,
    frame_gap: 12.0,
    frame_padding: 3.5 * MM,
    label: Type {
        size: 12.0,
        pitch: 17.0,
    },
    label_padding: 5.0,
    label_gap: 5.0,
    cell_padding_x: 5.0,
    cell_padding_y: 2.5,
    least_column: 3.0 * 12.0,
    footer: Type {
        size: 10.0,
        pitch: 13.0,
    },
    footer_gap: 5.0,
    ..ORDINARY
};

const fn heading(size: f32, pitch: f32, before: f32, after: f32) -> HeadingStyle {
    HeadingStyle {
        text: Type { size, pitch },
        before,
        after,
    }
}

/// Width and height of a page of a booklet on `paper`: half of the sheet that lies across.
pub fn half_sheet(paper: Paper) -> (f32, f32) {
    let (width, height) = sheet(paper);
    (height / 2.0, width)
}

/// Width and height of a sheet.
pub fn sheet(paper: Paper) -> (f32, f32) {
    match paper {
        Paper::A4 => (210.0 * MM, 297.0 * MM),
        Paper::Letter => (8.5 * 72.0, 11.0 * 72.0),
    }
}
