//! An article as its readers see it, with a mark at each place that a finding speaks of.

use super::super::xml::escaped;
use super::cards::severity_title;
use super::places::{Found, Places};
use crate::article::{
    Article, Block, BlockKind, Definition, List, Mark, MarkKind, Prose, Section, Table,
};
use crate::diagnostic::Severity;
use std::fmt::Write;

/// Schemes of links that can be followed from the report.
const SCHEMES: &[&str] = &["http://", "https://", "mailto:", "tel:"];

/// The HTML of `article`, with `places` marked in it.
pub(super) fn article(article: &Article, places: &mut Places) -> String {
    let sections = article.sections().into_iter();
    let highest = sections.map(|section| section.level).min();
    let mut sheet = Sheet {
        html: String::new(),
        top: match article.heading {
            Some(_) => 1,
            None => highest.unwrap_or(1),
        },
        places,
    };
    if let Some(heading) = &article.heading {
        sheet.heading(1, heading);
    }
    sheet.section(&article.root);
    if !article.footnotes.is_empty() {
        sheet.html.push_str("<ol class=\"notes\">\n");
        for note in &article.footnotes {
            let _ = write!(sheet.html, "<li value=\"{}\">", note.number);
            sheet.blocks(&note.blocks);
            sheet.html.push_str("</li>\n");
        }
        sheet.html.push_str("</ol>\n");
    }
    sheet.html
}

/// The page in the making.
struct Sheet<'p> {
    html: String,
    /// The level of the article's highest heading.
    top: u8,
    places: &'p mut Places,
}

impl Sheet<'_> {
    fn section(&mut self, section: &Section) {
        if let Some(heading) = &section.heading {
            self.heading(section.level, heading);
        }
        self.blocks(&section.blocks);
        for child in &section.children {
            self.section(child);
        }
    }

    /// A heading of the article, below those of the report.
    fn heading(&mut self, level: u8, prose: &Prose) {
        let level = (level.saturating_sub(self.top) + 3).min(6);
        let _ = write!(self.html, "<h{level}>");
        self.inline(prose);
        let _ = writeln!(self.html, "</h{level}>");
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph(prose) | BlockKind::Html(prose) => self.tagged("p", prose),
            BlockKind::Heading { level, prose } => self.heading(*level, prose),
            BlockKind::List(list) => self.list(list),
            BlockKind::Definitions(definitions) => {
                self.html.push_str("<dl>\n");
                for definition in definitions {
                    self.definition(definition);
                }
                self.html.push_str("</dl>\n");
            }
            BlockKind::Table(table) => self.table(table),
            BlockKind::Image(image) => self.picture(&image.alt, image.decorative),
            BlockKind::Quote(quoted) => self.wrapped("blockquote", quoted),
            BlockKind::Callout(callout) => {
                self.html.push_str("<div class=\"callout\">\n");
                if let Some(title) = &callout.title {
                    self.html.push_str("<p><strong>");
                    self.inline(title);
                    self.html.push_str("</strong></p>\n");
                }
                self.blocks(&callout.blocks);
                self.html.push_str("</div>\n");
            }
            BlockKind::Details { summary, blocks } => {
                self.html.push_str("<div class=\"folded\">\n<p><strong>");
                self.inline(summary);
                self.html.push_str("</strong></p>\n");
                self.blocks(blocks);
                self.html.push_str("</div>\n");
            }
            BlockKind::Code { prose, .. } => {
                self.html.push_str("<pre><code>");
                self.inline(prose);
                self.html.push_str("</code></pre>\n");
            }
            BlockKind::Rule => self.html.push_str("<hr>\n"),
        }
        let rest = self.places.take_rest(block.span);
        if !rest.is_empty() {
            self.html.push_str("<p class=\"refs\">");
            for index in rest {
                self.reference(index);
            }
            self.html.push_str("</p>\n");
        }
    }

    fn wrapped(&mut self, name: &str, blocks: &[Block]) {
        let _ = writeln!(self.html, "<{name}>");
        self.blocks(blocks);
        let _ = writeln!(self.html, "</{name}>");
    }

    fn tagged(&mut self, name: &str, prose: &Prose) {
        if prose.is_blank() {
            return;
        }
        let _ = write!(self.html, "<{name}>");
        self.inline(prose);
        let _ = writeln!(self.html, "</{name}>");
    }

    fn list(&mut self, list: &List) {
        match list.start {
            None => self.html.push_str("<ul>\n"),
            Some(start) => {
                let _ = writeln!(self.html, "<ol start=\"{start}\">");
            }
        }
        for (item, jump) in list.items.iter().zip(list.jumps()) {
            match jump {
                Some(number) => {
                    let _ = write!(self.html, "<li value=\"{number}\">");
                }
                None => self.html.push_str("<li>"),
            }
            self.html.push_str(match item.checked {
                Some(true) => "☑ ",
                Some(false) => "☐ ",
                None => "",
            });
            for block in &item.blocks {
                match &block.kind {
                    BlockKind::Paragraph(prose) if item.blocks.len() == 1 => self.inline(prose),
                    _ => self.block(block),
                }
            }
            self.html.push_str("</li>\n");
        }
        let end = if list.start.is_some() {
            "</ol>\n"
        } else {
            "</ul>\n"
        };
        self.html.push_str(end);
    }

    fn definition(&mut self, definition: &Definition) {
        self.tagged("dt", &definition.term);
        self.wrapped("dd", &definition.details);
    }

    fn table(&mut self, table: &Table) {
        self.html.push_str("<table>\n");
        if table.header.iter().any(|cell| !cell.is_blank()) {
            self.html.push_str("<thead><tr>");
            for cell in &table.header {
                // A header that says nothing is none.
                let (open, close) = if cell.is_blank() {
                    ("<td>", "</td>")
                } else {
                    ("<th scope=\"col\">", "</th>")
                };
                self.html.push_str(open);
                self.inline(cell);
                self.html.push_str(close);
            }
            self.html.push_str("</tr></thead>\n");
        }
        self.html.push_str("<tbody>\n");
        for row in &table.rows {
            self.html.push_str("<tr>");
            for cell in row {
                self.html.push_str("<td>");
                self.inline(cell);
                self.html.push_str("</td>");
            }
            self.html.push_str("</tr>\n");
        }
        self.html.push_str("</tbody>\n</table>\n");
    }

    /// What stands for an image: the report loads none.
    fn picture(&mut self, alt: &Prose, is_decoration: bool) {
        self.html.push_str("<p class=\"picture\">");
        if is_decoration {
            self.html.push_str("Image, for decoration");
        } else if alt.is_blank() {
            self.html.push_str("Image without a text");
        } else {
            self.html.push_str("Image: ");
        }
        self.inline(alt);
        self.html.push_str("</p>\n");
    }

    /// Prose with its marks as tags, with the places of findings inside them.
    fn inline(&mut self, prose: &Prose) {
        let found = self.places.take(prose);
        let mut open: Vec<&Mark> = Vec::new();
        let mut ended = found.iter().peekable();
        for piece in prose.pieces() {
            let marks: Vec<&Mark> = piece.marks.iter().map(|(_, mark)| *mark).collect();
            let kept = open.iter().zip(&marks);
            let kept = kept.take_while(|(a, b)| std::ptr::eq(**a, **b)).count();
            self.close(&mut open, kept);
            for mark in marks.into_iter().skip(kept) {
                self.html.push_str(&opening(&mark.kind));
                open.push(mark);
            }
            let cuts = cuts(&found, &piece.range);
            for (from, to) in cuts.iter().zip(cuts.iter().skip(1)) {
                // A reference is a link, and stands in no other.
                if ended.peek().is_some_and(|found| found.range.end <= *from) {
                    let reopened = open.clone();
                    self.close(&mut open, 0);
                    while let Some(found) = ended.next_if(|found| found.range.end <= *from) {
                        self.reference(found.index);
                    }
                    for mark in reopened {
                        self.html.push_str(&opening(&mark.kind));
                        open.push(mark);
                    }
                }
                let text = prose.text().get(*from..*to).unwrap_or("");
                self.marked(text, *from, &found);
            }
        }
        self.close(&mut open, 0);
        for found in ended {
            self.reference(found.index);
        }
    }

    fn close(&mut self, open: &mut Vec<&Mark>, kept: usize) {
        for mark in open.drain(kept..).rev() {
            self.html.push_str(&closing(&mark.kind));
        }
    }

    /// A piece of text in which the same findings hold from end to end.
    fn marked(&mut self, text: &str, at: usize, found: &[Found]) {
        let here: Vec<_> = found
            .iter()
            .filter(|found| found.range.contains(&at))
            .filter_map(|found| self.places.get(found.index))
            .collect();
        let shown = lines(text);
        if here.is_empty() {
            self.html.push_str(&shown);
            return;
        }
        let own = here.iter().filter(|place| place.other.is_none());
        let class = own
            .map(|place| place.severity)
            .max()
            .map_or("other", Severity::name);
        let mut numbers: Vec<usize> = here.iter().map(|place| place.number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        let _ = write!(
            self.html,
            "<mark class=\"{class}\" data-f=\"{}\">{shown}</mark>",
            numbers.join(" ")
        );
    }

    /// The number of a finding, which leads to it.
    fn reference(&mut self, index: usize) {
        let Some(place) = self.places.get(index) else {
            return;
        };
        let number = place.number;
        let severity = severity_title(place.severity);
        let (class, label) = match place.other {
            None => (
                place.severity.name(),
                format!("Finding {number}, {severity}"),
            ),
            Some(_) => ("other", format!("Compare: finding {number}, {severity}")),
        };
        let anchor = self.places.anchor(number, place.other);
        let id = &self.places.id;
        let html = format!(
            "<a class=\"ref {class}\" id=\"{anchor}\" href=\"#{id}-f{number}\" data-f=\"{number}\" aria-label=\"{label}\">{number}</a>"
        );
        self.html.push_str(&html);
    }
}

/// Where the findings in `found` cut `range`: its ends among them.
fn cuts(found: &[Found], range: &std::ops::Range<usize>) -> Vec<usize> {
    let borders = found
        .iter()
        .flat_map(|found| [found.range.start, found.range.end]);
    let inside = borders.filter(|at| range.contains(at));
    let mut cuts: Vec<usize> = inside.chain([range.start, range.end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// `text` with its line breaks.
fn lines(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(escaped).collect();
    lines.join("<br>")
}

fn is_safe(url: &str) -> bool {
    let start = url.trim_start().to_ascii_lowercase();
    SCHEMES.iter().any(|scheme| start.starts_with(scheme))
}

fn opening(kind: &MarkKind) -> String {
    match kind {
        MarkKind::Link { url, .. } if is_safe(url) => {
            format!("<a rel=\"noopener noreferrer\" href=\"{}\">", escaped(url))
        }
        // Relative links lead nowhere from here.
        MarkKind::Link { .. } => "<span class=\"link\">".to_owned(),
        MarkKind::Image { .. } => "<span class=\"picture\">Image: ".to_owned(),
        kind => name(kind).map_or_else(String::new, |name| format!("<{name}>")),
    }
}

fn closing(kind: &MarkKind) -> String {
    match kind {
        MarkKind::Link { url, .. } if is_safe(url) => "</a>".to_owned(),
        MarkKind::Link { .. } | MarkKind::Image { .. } => "</span>".to_owned(),
        kind => name(kind).map_or_else(String::new, |name| format!("</{name}>")),
    }
}

fn name(kind: &MarkKind) -> Option<&'static str> {
    match kind {
        MarkKind::Emphasis => Some("em"),
        MarkKind::Strong => Some("strong"),
        MarkKind::Strikethrough => Some("del"),
        MarkKind::Code => Some("code"),
        MarkKind::Superscript | MarkKind::Footnote { .. } => Some("sup"),
        MarkKind::Subscript => Some("sub"),
        MarkKind::Link { .. } | MarkKind::Image { .. } => None,
    }
}
