//! What a team wants its handouts to be, where the command line says nothing else.

/// The formats that can be asked for, in the order in which they are made.
pub const FORMATS: &[&str] = &["json", "text", "pdf", "html", "jsonld"];

/// The most ruled lines for questions: two pages of them.
pub const MOST_LINES: usize = 40;

/// Paper sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl Paper {
    /// The names of the sizes.
    pub const NAMES: &'static [&'static str] = &["a4", "letter"];

    /// The size called `name`; case does not matter.
    pub fn from_name(name: &str) -> Option<Self> {
        match name.to_lowercase().as_str() {
            "a4" => Some(Self::A4),
            "letter" => Some(Self::Letter),
            _ => None,
        }
    }
}

/// `[export]`: what is made of each article and how it looks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a choice of its own; they combine freely"
)]
pub struct ExportDefaults {
    /// The formats, each one of [`FORMATS`]; `None` leaves them to the program.
    pub formats: Option<Vec<String>>,
    /// The paper; `None` goes by the article's region.
    pub paper: Option<Paper>,
    /// Whether the PDF is set in large print.
    pub large_print: bool,
    /// How many ruled lines there are for the patient's questions.
    pub questions: Option<usize>,
    /// Whether there are ruled lines for notes.
    pub notes: bool,
    /// Whether there are lines for the patient's name and the date.
    pub name_date: bool,
    /// Whether there are lines on which patients say what they have understood.
    pub teach_back: bool,
    /// Whether the article's address is printed as a code, too.
    pub qr: bool,
    /// Whether a booklet is made beside the PDF.
    pub booklet: bool,
    /// Whether the handout is a short form of one sheet.
    pub condensed: bool,
}
