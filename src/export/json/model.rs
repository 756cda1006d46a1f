//! The shape of the JSON: these types are what is written and what the schema is made from.

use super::names;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// A patient-facing article as a tree of sections, with what its parts are for.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "facetdoc article")]
pub(super) struct Article {
    /// The address of this schema.
    #[serde(rename = "$schema")]
    pub(super) schema: &'static str,
    /// The version of this shape; additions are minor.
    pub(super) schema_version: &'static str,
    /// A stable, file-name safe id: the front matter's, else the title's slug, else the file's name.
    pub(super) id: String,
    /// The title that readers see, else the front matter's.
    pub(super) title: Option<String>,
    /// BCP 47 tag of the language.
    pub(super) lang: String,
    /// The kind of document.
    #[schemars(schema_with = "names::kinds")]
    pub(super) kind: &'static str,
    /// ISO 3166 code of the region whose services are meant.
    pub(super) region: String,
    /// What the front matter says.
    pub(super) meta: Meta,
    /// What the article was read from.
    pub(super) source: Source,
    /// What wrote this.
    pub(super) generator: Generator,
    /// Whether the check found errors and the export was forced: not for patients.
    pub(super) draft: bool,
    /// Counts.
    pub(super) stats: Stats,
    /// How hard it is to read; `null` where the formulas, which are made for English, say nothing of it.
    pub(super) readability: Option<Readability>,
    /// When to get help; `null` where the article doesn't say.
    pub(super) red_flags: Option<RedFlags>,
    /// The questions with their answers, in order.
    pub(super) faq: Vec<FaqEntry>,
    /// The links that a browser may follow, in order.
    pub(super) links: Vec<Link>,
    /// The entries of the list of references, in order.
    pub(super) references: Vec<Reference>,
    /// What a check found, each as `check --format json` has it; `null` where that was not asked for.
    pub(super) findings: Option<Vec<Value>>,
    /// Every place that plays a role, by position.
    pub(super) roles: Vec<RolePlace>,
    /// The blocks before the first section.
    pub(super) blocks: Vec<Block>,
    /// The sections.
    pub(super) sections: Vec<Section>,
    /// The footnotes that are called, by number.
    pub(super) footnotes: Vec<Footnote>,
}

/// What the front matter says; nothing here is guessed.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Meta {
    /// All authors in one string.
    pub(super) author: Option<String>,
    /// The authors.
    pub(super) authors: Vec<String>,
    /// When it was published, as `published`.
    pub(super) date: Option<String>,
    /// The version as written.
    pub(super) version: Option<String>,
    /// When it is to be reviewed next, as `next_review`.
    pub(super) review_by: Option<String>,
    /// All reviewers in one string.
    pub(super) reviewed_by: Option<String>,
    /// Who is addressed.
    pub(super) audience: Option<String>,
    /// The kind of document as the front matter has it.
    pub(super) kind: Option<String>,
    /// The region as the front matter has it.
    pub(super) region: Option<String>,
    /// A one-sentence description.
    pub(super) description: Option<String>,
    /// The reviewers.
    pub(super) reviewers: Vec<String>,
    /// When it was published: `2026`, `2026-03` or `2026-03-31`.
    pub(super) published: Option<String>,
    /// When it was last reviewed.
    pub(super) reviewed: Option<String>,
    /// When it is to be reviewed next.
    pub(super) next_review: Option<String>,
    /// Lines of contact details.
    pub(super) contact: Vec<String>,
    /// Who paid for it.
    pub(super) funding: Option<String>,
    /// Conflicts of interest.
    pub(super) disclosure: Option<String>,
    /// Where the disclaimer stands, if not in the article.
    pub(super) disclaimer: Option<String>,
    /// Sources that the front matter lists.
    pub(super) sources: Vec<String>,
    /// The address at which the article is published.
    pub(super) canonical_url: Option<String>,
    /// Every other key.
    pub(super) other: serde_json::Map<String, Value>,
}

/// What the article was read from.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Source {
    /// The path as given, with `/` between folders.
    pub(super) path: String,
    /// SHA-256 of the bytes, in hexadecimal.
    pub(super) sha256: String,
    /// The number of bytes.
    pub(super) bytes: usize,
    /// `markdown`, or `text` for pasted text.
    #[schemars(extend("enum" = ["markdown", "text"]))]
    pub(super) format: &'static str,
}

/// What wrote this.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Generator {
    /// The program.
    pub(super) name: &'static str,
    /// Its version.
    pub(super) version: &'static str,
    /// Always `null`: the same article gives the same bytes.
    pub(super) generated_at: Option<String>,
}

/// Counts.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Stats {
    /// Words in blocks; headings are not counted.
    pub(super) words: usize,
    /// Headed sections.
    pub(super) sections: usize,
    /// At 200 words a minute, to one decimal.
    pub(super) reading_minutes: f64,
}

/// How hard the article is to read, by its complete sentences.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Readability {
    /// The figures of the whole.
    #[serde(flatten)]
    pub(super) whole: Figures,
    /// Those of the warning signs and of the time after a procedure.
    pub(super) safety: Figures,
    /// The grade that is asked of it, if one is.
    pub(super) target_grade: Option<f64>,
}

/// Counts of complete sentences, and the grades that formulas make of them, to two decimals.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Figures {
    /// Complete sentences.
    pub(super) sentences: usize,
    /// Words in them.
    pub(super) words_in_sentences: usize,
    /// The SMOG grade; `null` without a sentence.
    pub(super) smog: Option<f64>,
    /// The Flesch-Kincaid grade; `null` without a sentence.
    pub(super) flesch_kincaid: Option<f64>,
    /// The Flesch reading ease, the higher the easier; `null` without a sentence.
    pub(super) reading_ease: Option<f64>,
    /// Whether there are too few sentences for more than an estimate of SMOG.
    pub(super) estimate: bool,
}

/// When to get help: the most urgent place, then every place.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RedFlags {
    /// The id of the section that holds the most urgent place, of several a section or list before a sentence elsewhere;
    /// `null` before the first section.
    pub(super) section: Option<String>,
    /// The highest urgency bound in it.
    #[schemars(schema_with = "names::urgencies")]
    pub(super) urgency: Option<&'static str>,
    /// Its signs: the items of its lists, else its paragraphs.
    pub(super) items: Vec<String>,
    /// The same signs with what each is and how fast to get help for it.
    pub(super) signs: Vec<Sign>,
    /// Every place, in the article's order.
    pub(super) places: Vec<RedFlagPlace>,
}

/// A place that says when to get help.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct RedFlagPlace {
    /// The id of the section that is or holds the place; `null` before the first section.
    pub(super) section: Option<String>,
    /// The heading or label.
    pub(super) title: Option<String>,
    /// What kind of place it is.
    #[schemars(schema_with = "names::place_kinds")]
    pub(super) kind: &'static str,
    /// The highest urgency bound in it, places inside it left out; `null` where none is.
    #[schemars(schema_with = "names::urgencies")]
    pub(super) urgency: Option<&'static str>,
    /// Its signs: the items of its lists, else its paragraphs.
    pub(super) items: Vec<String>,
    /// The same signs with what each is and how fast to get help for it.
    pub(super) signs: Vec<Sign>,
    /// Where it stands.
    pub(super) source: Lines,
}

/// A sign for which to get help.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct Sign {
    /// Its words, without those of lists below it.
    pub(super) text: String,
    /// The same as HTML.
    pub(super) html: String,
    /// The urgency that it gives itself, else that of the words that lead to its list, else that of its place; `null` where
    /// none says.
    #[schemars(schema_with = "names::urgencies")]
    pub(super) urgency: Option<&'static str>,
    /// What topic packs know it as.
    pub(super) concepts: Vec<Concept>,
    /// Where it stands.
    pub(super) source: Lines,
}

/// A symptom or event that a topic pack knows.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(super) struct Concept {
    /// Its id, unique in its pack.
    pub(super) id: String,
    /// What it is called in findings.
    pub(super) label: String,
    /// The id of its pack.
    pub(super) pack: String,
    /// How fast guidelines send a reader for help.
    #[schemars(schema_with = "names::urgencies_only")]
    pub(super) expected_urgency: &'static str,
}

/// A question with its answer.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FaqEntry {
    /// The id of the question's section, else the question's slug; unique among the questions.
    pub(super) id: String,
    /// The question without a label.
    pub(super) question: String,
    /// The answer's text, a line for each paragraph or item.
    pub(super) answer_text: String,
    /// The answer as HTML.
    pub(super) answer_html: String,
    /// 12 hexadecimal digits of SHA-256 over question and answer.
    pub(super) hash: String,
    /// Where the two stand.
    pub(super) source: Lines,
}

/// A link.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Link {
    /// Its words.
    pub(super) text: String,
    /// The target as written.
    pub(super) href: String,
    /// The id of the section that holds it; `null` before the first section and in footnotes.
    pub(super) section: Option<String>,
    /// Where it stands.
    pub(super) source: Lines,
}

/// An entry of the list of references.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Reference {
    /// The number written before it, else its place in its list from 1.
    pub(super) number: u32,
    /// Its text.
    pub(super) text: String,
    /// The addresses that it links to or spells out.
    pub(super) urls: Vec<String>,
    /// Where it stands.
    pub(super) source: Lines,
}

/// A place that plays a role.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RolePlace {
    /// The role.
    #[schemars(schema_with = "names::roles")]
    pub(super) role: &'static str,
    /// What kind of place it is.
    #[schemars(schema_with = "names::place_kinds")]
    pub(super) kind: &'static str,
    /// The heading or label.
    pub(super) title: Option<String>,
    /// How the role was found.
    #[schemars(schema_with = "names::role_sources")]
    pub(super) found_by: &'static str,
    /// Where it stands.
    pub(super) source: Lines,
}

/// The first and last line, from 1.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub(super) struct Lines {
    /// The first line.
    pub(super) line: usize,
    /// The last line.
    pub(super) end_line: usize,
}

/// A section.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Section {
    /// Its anchor, unique in the article.
    pub(super) id: String,
    /// The heading's level, 1 to 6.
    pub(super) level: u8,
    /// The heading.
    pub(super) title: String,
    /// The first of its roles; `null` where it has none.
    #[schemars(schema_with = "names::roles_or_null")]
    pub(super) role: Option<&'static str>,
    /// Where it stands with all below it.
    pub(super) source: Lines,
    /// 12 hexadecimal digits of SHA-256 over heading, blocks and subsections: the same wherever the section stands.
    pub(super) hash: String,
    /// The blocks before its first subsection.
    pub(super) blocks: Vec<Block>,
    /// Its subsections.
    pub(super) sections: Vec<Section>,
}

/// A block: paragraph, list, table or other.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Block {
    /// The section's id and the block's number in it: `at-home-relief/b2`.
    pub(super) id: String,
    /// What it is and what only its kind has.
    #[serde(flatten)]
    pub(super) kind: BlockKind,
    /// The role that it plays itself, such as `disclaimer`; `null` where it has none of its own.
    #[schemars(schema_with = "names::roles_or_null")]
    pub(super) role: Option<&'static str>,
    /// Its text, a line for each paragraph, item or row; cells are parted by tabs. What is struck out, raised or the call of
    /// a note is spelled as in the plain text: `[struck out: 5 mg]`, `10³`, `[note 1]`.
    pub(super) text: String,
    /// Its text as HTML; of a paragraph without the `p`.
    pub(super) html: String,
    /// Words in the text.
    pub(super) words: usize,
    /// Where it stands.
    pub(super) source: Lines,
    /// 12 hexadecimal digits of SHA-256 over type, text and HTML: the same wherever the block stands.
    pub(super) hash: String,
}

/// What a block is.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(super) enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading inside a list item, quote or callout.
    Heading {
        /// 1 to 6.
        level: u8,
    },
    /// A list.
    List {
        /// Whether it is numbered.
        ordered: bool,
        /// The first number; `null` for bullets.
        start: Option<u64>,
        /// The items.
        items: Vec<Item>,
    },
    /// Terms with what they mean.
    Definitions {
        /// The terms.
        items: Vec<Definition>,
    },
    /// A table.
    Table {
        /// The header's cells; empty ones where it has no header.
        header: Vec<Cell>,
        /// The other rows.
        rows: Vec<Vec<Cell>>,
        /// How each column is set; `null` where the article does not say.
        alignments: Vec<Option<Alignment>>,
    },
    /// An image; the text is its alternative.
    Image {
        /// The target as written.
        url: String,
        /// Whether it is marked as decoration.
        decorative: bool,
        /// Its caption, else its title where that says more than its text; `null` without either. A caption is the text of
        /// the next block, too.
        caption: Option<String>,
    },
    /// A quotation.
    Quote,
    /// A set-off box.
    Callout {
        /// The kind as written: `note`, `warning`.
        callout: String,
        /// Its own title.
        title: Option<String>,
    },
    /// Folded text.
    Details {
        /// The line that is always seen.
        summary: String,
    },
    /// Code or preformatted text.
    Code {
        /// The language named on the fence; empty where none is.
        language: String,
    },
    /// Raw HTML, of which only what a reader would see is kept.
    Html,
    /// A line between parts.
    Rule,
}

/// An item of a list.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Item {
    /// Its text without its nested lists.
    pub(super) text: String,
    /// The same as HTML.
    pub(super) html: String,
    /// A task's box: ticked or not; `null` for other items.
    pub(super) checked: Option<bool>,
    /// Its number, where that does not follow on the one of the item before; the numbers of the next items go on from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<u64>,
    /// The items of its nested lists.
    pub(super) items: Vec<Item>,
}

/// How a column of a table is set.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Alignment {
    /// Left.
    Left,
    /// Centred.
    Center,
    /// Right.
    Right,
}

/// A term with what it means.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Definition {
    /// The term.
    pub(super) term: String,
    /// What it means.
    pub(super) text: String,
    /// What it means, as HTML.
    pub(super) html: String,
}

/// A cell of a table.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Cell {
    /// Its text.
    pub(super) text: String,
    /// The same as HTML.
    pub(super) html: String,
}

/// A footnote.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Footnote {
    /// Its number, from 1.
    pub(super) number: usize,
    /// Its label in the source.
    pub(super) label: String,
    /// What it says.
    pub(super) blocks: Vec<Block>,
}
