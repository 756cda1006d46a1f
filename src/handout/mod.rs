//! The handout: every word that a reader of the paper will see, in order.
//!
//! Exporters break lines and place things. They never compose, number, translate, sort or drop words, so that text and
//! PDF cannot disagree. The only marks that an exporter chooses are the bullets of unordered lists.

mod address;
mod blocks;
mod build;
mod choices;
mod closing;
mod figure;
mod id;
mod in_place;
mod labels;
mod left_out;
mod links;
mod pictures;
mod places;
mod printed;
mod questions;
mod runs;
mod short;
#[cfg(test)]
mod tests;
mod urgent;
mod visible;
mod walk;
mod words;
mod writing;

pub use crate::config::{Labels, Paper};
pub use address::{Address, AddressError};
pub use build::build;
pub use choices::{Content, LinkNotes, RedFlags};
pub use left_out::left_out;
pub use pictures::{PictureRole, Pictures, Wanted, wanted};
pub use printed::printed;
pub use short::{Part, PartId, ShortForm, parts};
pub use words::{BULLET, article_words, heard_words, length, words};

pub(crate) use figure::caption_below;
pub(crate) use id::id;
pub(crate) use links::scheme;
pub(crate) use runs::plain;
pub(crate) use visible::{one_line, visible};
pub(crate) use walk::{anchors, notes};

use crate::article::{Alignment, Date};
use crate::source::Span;
use std::path::PathBuf;

/// What the person who exports may choose about the words of a handout.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a choice of its own; they combine freely"
)]
pub struct Options {
    /// Whether the article failed its check: the handout is stamped as a draft.
    pub draft: bool,
    /// How much of the article it holds.
    pub content: Content,
    /// Where red flags stand.
    pub red_flags: RedFlags,
    /// What is said of where links lead.
    pub links: LinkNotes,
    /// Whether it starts with lines for the patient's name and the date.
    pub name_date: bool,
    /// Whether there are lines on which patients say in their own words what they have understood.
    pub teach_back: bool,
    /// The number of ruled lines for the patient's questions; none for 0.
    pub questions: usize,
    /// Whether there are ruled lines for notes.
    pub notes: bool,
    /// The address to print as a code, too.
    pub code: Option<Address>,
    /// What a short form leaves out; `None` for the whole article.
    pub short: Option<ShortForm>,
    /// The pictures that are at hand.
    pub pictures: Pictures,
}

/// A finished handout.
#[derive(Debug, Clone, PartialEq)]
pub struct Handout {
    /// The article's id: file-name safe.
    pub id: String,
    /// BCP 47 tag of the language.
    pub lang: String,
    /// Whether the words of facetdoc's own are in English because there are none in `lang`.
    pub labels_in_english: bool,
    /// The title as plain text, for metadata and the footer; the first item of `items` shows it.
    pub title: String,
    /// The stamp of a handout whose article failed its check ("DRAFT: failed content review"): the first item shows it,
    /// and exporters repeat it at the head of every further page.
    pub draft: Option<String>,
    /// What is on the paper, in order: stamp, title, urgent boxes, sections, links, details of the publication.
    pub items: Vec<Item>,
    /// What stands at the foot of every page.
    pub footer: Footer,
    /// The date for metadata: reviewed, else published; `None` if neither is known.
    pub date: Option<Date>,
    /// Authors, for metadata.
    pub authors: Vec<String>,
    /// Paper to print on unless the user says otherwise.
    pub paper: Paper,
    /// SHA-256 of the source bytes, in lower-case hexadecimal.
    pub source_sha256: String,
    /// The pictures that are at hand for exporters that can show them.
    pub pictures: Pictures,
}

/// The foot of every page; an exporter puts the parts that are there side by side and never a label without its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footer {
    /// The short title.
    pub title: String,
    /// "Version 1.2".
    pub version: Option<String>,
    /// "Reviewed 3 March 2026".
    pub reviewed: Option<String>,
    /// "Next review March 2029".
    pub next_review: Option<String>,
    /// "Page {page} of {pages}" with these two fields.
    pub page: String,
}

/// One thing on the paper.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A heading: 1 is the title, 2 a section, and so on to 6.
    Heading {
        /// 1 to 6; never skips a level downwards.
        level: u8,
        /// Its words.
        runs: Vec<Run>,
        /// An anchor, unique in the handout; "" where none is needed.
        id: String,
    },
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// A list.
    List(List),
    /// Terms with their descriptions.
    Definitions(Vec<(Vec<Run>, Vec<Item>)>),
    /// A table.
    Table(Table),
    /// A framed box.
    Box(Callout),
    /// A quotation.
    Quote(Vec<Item>),
    /// A picture with its caption.
    Figure(Figure),
    /// Preformatted text: lines are kept as they are and wrapped only where they do not fit.
    Code(Vec<Run>),
    /// A question with its answer; the two are not parted by a page break.
    Question {
        /// The heading level of the question.
        level: u8,
        /// The question.
        question: Vec<Run>,
        /// An anchor, as for headings.
        id: String,
        /// The answer.
        answer: Vec<Item>,
    },
    /// The numbered list of link targets: marker ("[1]") and whole address.
    Links(Vec<(String, Run)>),
    /// A line between parts.
    Rule,
    /// Labels side by side, each with a line to write on: "Name:", "Date:".
    Fields(Vec<String>),
    /// This many empty lines to write on.
    Lines(usize),
    /// A code that phones read.
    Code2d(Code2d),
    /// The logo of the clinic, above its name; left out where pictures are not shown.
    Logo(Logo),
}

/// The logo of a clinic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// What a screen reader says of it; not shown.
    pub alt: String,
    /// The path of the picture as it is written, relative to `folder`.
    pub path: String,
    /// The folder of the configuration that names it; `None` for that of the article.
    pub folder: Option<PathBuf>,
    /// Where it is named in the article; `None` where the configuration names it.
    pub span: Option<Span>,
}

impl Logo {
    /// Its target among the pictures at hand: unlike that of any picture of another folder.
    pub fn target(&self) -> String {
        match &self.folder {
            Some(folder) => folder.join(&self.path).to_string_lossy().into_owned(),
            None => self.path.clone(),
        }
    }
}

/// A code that phones read, with the address in it printed below.
#[derive(Debug, Clone, PartialEq)]
pub struct Code2d {
    /// What a screen reader says of it; not shown.
    pub alt: String,
    /// The rows of its modules, dark ones `true`; as many columns as rows, and no quiet zone around them.
    pub modules: Vec<Vec<bool>>,
    /// The address, a link to itself.
    pub address: Run,
}

/// A list.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// Whether the items are numbered; then every marker is a word of the handout.
    pub ordered: bool,
    /// The items.
    pub items: Vec<ListItem>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListItem {
    /// "3." for a numbered item, "•" for a bullet (an exporter may show "-"), "☐" or "☑" for a task.
    pub marker: String,
    /// What it holds, nested lists included.
    pub items: Vec<Item>,
    /// The number of the note that it is.
    pub note: Option<usize>,
}

/// A table; every row has as many cells as the header.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The header row; empty cells where the article's table has no header.
    pub header: Vec<Vec<Run>>,
    /// The other rows.
    pub rows: Vec<Vec<Vec<Run>>>,
    /// How each column is set.
    pub alignments: Vec<Alignment>,
}

/// A picture; where it can't be shown, its alternative stands in its place. Its caption stands below either.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figure {
    /// Before the alternative, where that is shown: "Picture:"; "" for a decoration.
    pub label: String,
    /// The text alternative; empty for a decoration.
    pub alt: Vec<Run>,
    /// The caption; empty where there is none.
    pub caption: Vec<Run>,
    /// The target as the article has it.
    pub url: String,
    /// Where the picture stands in the source.
    pub span: Option<Span>,
}

impl Figure {
    /// What stands in the place of a picture that is not shown: label and alternative; empty for a decoration.
    pub fn instead(&self) -> Vec<Run> {
        if self.alt.is_empty() {
            return Vec::new();
        }
        let label = Run::plain(format!("{} ", self.label));
        std::iter::once(label)
            .chain(self.alt.iter().cloned())
            .collect()
    }
}

/// A framed box, urgent or not. It is not split over pages unless it is longer than one; then it is split between items,
/// and over each further part stands `continued` with the words that lead to its list (as an artifact, not as text).
#[derive(Debug, Clone, PartialEq)]
pub struct Callout {
    /// How heavy its frame is.
    pub level: BoxLevel,
    /// The word that carries the level in black and white: "EMERGENCY".
    pub label: String,
    /// The label of its part on a further page: "EMERGENCY (continued)".
    pub continued: String,
    /// What it holds, its heading first.
    pub items: Vec<Item>,
}

/// How heavy a box is framed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BoxLevel {
    /// A note or other callout of the article: a plain hairline.
    Note,
    /// Non-urgent advice: 1 pt.
    Advice,
    /// When to get help, but how fast is not known: as heavy as urgent, without a word for its level.
    Unknown,
    /// Urgent: 2 pt.
    Urgent,
    /// Emergency: 3 pt.
    Emergency,
}

/// Words in one style.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// The words; `\n` is a line break that the author made.
    pub text: String,
    /// How they are set.
    pub style: Style,
    /// Where the link leads that the words are part of, if they are.
    pub link: Option<Link>,
    /// Where the words stand in the source; `None` for words of facetdoc's own.
    pub span: Option<Span>,
    /// The number of the note that the words call.
    pub note: Option<usize>,
}

/// A link; runs with equal values side by side are one link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The target: an address with a scheme, or `#anchor` inside the handout.
    pub url: String,
    /// What a screen reader says of it: the link's own words.
    pub description: String,
}

/// How words are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a mark of Markdown; they combine freely"
)]
pub struct Style {
    /// Strong.
    pub strong: bool,
    /// Emphasised.
    pub emphasis: bool,
    /// Code.
    pub code: bool,
    /// Struck out.
    pub strikethrough: bool,
    /// Raised.
    pub superscript: bool,
    /// Lowered.
    pub subscript: bool,
}

impl Run {
    /// Words of facetdoc's own, unstyled.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}
