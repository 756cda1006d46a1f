//! Pointers to parts that are not there.

use crate::facts::Facts;
use crate::facts::pointer::{Pointer, Target};
use crate::facts::words::ContentWords;
use crate::rules::prelude::*;
use crate::source::PartOf;
use std::collections::BTreeSet;

rule! {
    /// The text sends the reader to a table, picture, step or section that the article does not have.
    ///
    /// ## Why it matters
    /// The reader looks for the dose, the picture or the warning signs, does not find them, and goes without.
    ///
    /// "See Table 2" needs a second table or a caption "Table 2"; "step 7" a numbered list that long; "the table below" a table
    /// below; a section named in quotation marks, or after "the section on", a heading with one of its words. Names inside
    /// links, and parts of other works ("page 3 of your booklet"), are left alone. A link to a place in the article
    /// (`#when-to-get-help`) needs a heading with that anchor, or an element of that id; links to notes, and to the top, pass.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Fever
    ///
    /// Use a digital thermometer. See Table 2 for the place.
    ///
    /// | Age | Place |
    /// |---|---|
    /// | Baby | Armpit |
    /// ```
    ///
    /// ```markdown,flag
    /// # Fever
    ///
    /// For doses, see the section "Medicines" below.
    ///
    /// ## When to get help
    ///
    /// Call 911 if your child has a fit.
    /// ```
    ///
    /// ```markdown,flag
    /// # Ankle sprain
    ///
    /// Rest the ankle. [When to call us](#when-to-call-us) tells what cannot wait.
    ///
    /// ## At home
    ///
    /// Put ice on it.
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// lang: es
    /// ---
    ///
    /// # Esguince de tobillo
    ///
    /// Lea los [riesgos](#riesgos) antes de empezar.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Ankle sprain
    ///
    /// Rest the ankle. See [At home](#at-home), [signs](#signs) and [the doses](#dose-table). Back to the [top](#top).
    ///
    /// ## At home
    ///
    /// Put ice on it.
    ///
    /// <a id="dose-table"></a>
    ///
    /// ## Watch for these {#signs}
    ///
    /// A blue foot.
    /// ```
    ///
    /// ```markdown,pass
    /// # Fever
    ///
    /// Use a digital thermometer. See the table below for the place. For doses, see the section "Medicines". Lay the child on a
    /// changing table 2 times a day. See page 3 of your red book.
    ///
    /// | Age | Place |
    /// |---|---|
    /// | Baby | Armpit |
    ///
    /// ## Medicine for fever
    ///
    /// Ask your pharmacist.
    /// ```
    RULE {
        name: "cross-reference-broken", severity: Error, since: "0.1.0",
        standard: "PEMAT 10",
        summary: "the text points at a part that the article does not have",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    anchors(cx, findings);
    let pointers = cx.facts.pointers();
    if pointers.is_empty() || cx.facts.base_lang() != "en" {
        return;
    }
    let parts = Parts::of(cx.facts);
    for pointer in pointers
        .iter()
        .take(MOST)
        .filter(|pointer| !parts.has(cx, pointer))
    {
        let words = cx.article.source.slice(pointer.span);
        let help = match &pointer.target {
            Target::Section(_) => {
                "Readers who look for it lose their way. Use the exact words of a heading, or link to it."
            }
            Target::Labelled { .. } | Target::Near { .. } => {
                "Readers who look for it go without what it says. Add it, correct the number, or take the pointer out."
            }
        };
        findings
            .report(
                pointer.span,
                format!("\"{words}\" does not exist in this article"),
            )
            .help(help);
    }
}

/// So many broken anchors are reported; the whole text is looked through for each.
const MOST_ANCHORS: usize = 20;

/// Reports links to places in the article that are not there, each place once.
fn anchors(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut known: Option<BTreeSet<&str>> = None;
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for text in &cx.facts.texts {
        for (mark, url) in text.prose.links() {
            let Some(anchor) = url.trim().strip_prefix('#') else {
                continue;
            };
            let known = known.get_or_insert_with(|| {
                let sections = cx.article.sections();
                sections.iter().map(|one| one.id.as_str()).collect()
            });
            let is_known = known.contains(anchor) || known.contains(slug(anchor).as_str());
            if is_known || is_of_page(anchor) || told.len() >= MOST_ANCHORS || !told.insert(anchor)
            {
                continue;
            }
            // An element of that name, which the article keeps as raw HTML or drops.
            let source = cx.article.source.text();
            let is_named = ["\"", "'"].iter().any(|mark| {
                ["id=", "name="]
                    .iter()
                    .any(|name| source.contains(&format!("{name}{mark}{anchor}{mark}")))
            });
            if is_named {
                continue;
            }
            findings
                .report(
                    text.prose.span(mark.range.clone()),
                    format!("the link leads to \"#{anchor}\", and no part of this article has that name"),
                )
                .help("Readers who follow it stay where they are. Use the anchor of a heading, or add the part.");
        }
    }
}

/// Whether an anchor is one of the page around the article, or of its notes.
fn is_of_page(anchor: &str) -> bool {
    let lower = anchor.to_lowercase();
    lower.is_empty()
        || matches!(
            lower.as_str(),
            "top" | "main" | "content" | "main-content" | "maincontent" | "contents" | "toc"
        )
        || ["fn", "ref", "cite", "note", "_", "footnote"]
            .iter()
            .any(|start| lower.starts_with(start))
        || lower.contains(['/', '!', '='])
}

/// More pointers than an article for readers has.
const MOST: usize = 200;

/// What can be pointed at.
struct Parts {
    tables: Vec<Span>,
    figures: Vec<Span>,
    lists: Vec<Span>,
    raw: Vec<Span>,
    steps: usize,
    /// The lower-case starts of texts: captions among them.
    captions: Vec<String>,
}

impl Parts {
    fn of(facts: &Facts<'_>) -> Self {
        let mut parts = Self {
            tables: Vec::new(),
            figures: Vec::new(),
            lists: Vec::new(),
            raw: Vec::new(),
            steps: 0,
            captions: Vec::new(),
        };
        for (_, block) in facts.article.blocks() {
            let mut visit = |block: &Block| match &block.kind {
                BlockKind::Table(_) => parts.tables.push(block.span),
                BlockKind::Image(_) => parts.figures.push(block.span),
                BlockKind::Html(_) => parts.raw.push(block.span),
                BlockKind::List(list) => {
                    parts.lists.push(block.span);
                    let numbers = list.numbers();
                    let end = numbers.last().and_then(|last| usize::try_from(*last).ok());
                    let end = end.unwrap_or(0);
                    parts.steps = parts.steps.max(end);
                }
                BlockKind::Paragraph(prose) => {
                    let images = prose
                        .marks()
                        .iter()
                        .filter(|mark| matches!(mark.kind, MarkKind::Image { .. }));
                    parts.figures.extend(images.map(|mark| mark.span));
                }
                BlockKind::Heading { .. }
                | BlockKind::Definitions(_)
                | BlockKind::Quote(_)
                | BlockKind::Callout(_)
                | BlockKind::Details { .. }
                | BlockKind::Code { .. }
                | BlockKind::Rule => {}
            };
            block.walk(&mut visit);
        }
        parts.captions = facts
            .texts
            .iter()
            .map(|text| start(text.prose.text()))
            .collect();
        parts
    }

    fn has(&self, cx: &Context<'_>, pointer: &Pointer) -> bool {
        match &pointer.target {
            Target::Labelled { kind, label } => self.has_labelled(kind, label),
            Target::Near { kind, is_below } => {
                let places = match *kind {
                    "table" => &self.tables,
                    "list" => &self.lists,
                    "figure" => &self.figures,
                    // Videos and charts may be anything.
                    _ => return true,
                };
                let there = |place: &Span| {
                    if *is_below {
                        place.end() > pointer.span.end()
                    } else {
                        place.start() < pointer.span.start()
                    }
                };
                // A table may be raw HTML, or not be there in pasted text.
                places
                    .iter()
                    .chain(&self.tables)
                    .chain(&self.raw)
                    .any(there)
                    || cx.article.source.format() == crate::source::Format::Pasted
            }
            Target::Section(name) => has_section(cx, name),
        }
    }

    fn has_labelled(&self, kind: &str, label: &str) -> bool {
        let number: usize = label.parse().unwrap_or(0);
        let starts = |words: &str| {
            self.captions.iter().any(|text| {
                text.strip_prefix(words)
                    .is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
            })
        };
        let named = starts(&format!("{kind} {label}"))
            || (kind == "figure" && starts(&format!("fig. {label}")));
        let count = match kind {
            "table" => self.tables.len() + self.raw.len(),
            "figure" => self.figures.len() + self.raw.len(),
            "step" => self.steps,
            _ => 0,
        };
        named || (number > 0 && number <= count)
    }
}

/// The start of a text in lower case, long enough for a caption's number.
fn start(text: &str) -> String {
    let text = text.trim_start();
    text.part(..text.floor_char_boundary(16)).to_lowercase()
}

/// Whether a heading, a question or a bold line has a word of `name`.
fn has_section(cx: &Context<'_>, name: &str) -> bool {
    let lang = cx.facts.base_lang();
    let wanted = ContentWords::of(name, lang);
    if wanted.is_empty() {
        return true;
    }
    let sections = cx.article.sections();
    let headings = sections.iter().map(|section| section.title());
    let questions = cx.article.faq.iter().map(|pair| pair.question.text());
    let titles = cx.article.title().into_iter();
    let role_names = cx
        .article
        .roles
        .iter()
        .filter_map(|place| place.title.as_deref());
    let bold = cx
        .facts
        .texts
        .iter()
        .filter(|text| text.prose.is_wholly(|mark| *mark == MarkKind::Strong));
    let bold: Vec<&str> = bold.map(|text| text.prose.text()).collect();
    headings
        .chain(questions)
        .chain(titles)
        .chain(role_names)
        .chain(bold)
        .any(|heading| {
            ContentWords::of(heading, lang).share_in(&wanted) > 0.0
                || wanted.share_in(&ContentWords::of(heading, lang)) > 0.0
        })
}
