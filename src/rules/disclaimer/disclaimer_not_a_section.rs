//! Disclaimers that are easy to miss: a paragraph among others, or a section in the middle.

use crate::facts::spans::SpanSet;
use crate::lexicon::disclaimer;
use crate::rules::prelude::*;
use crate::source::{Format, PartOf};

rule! {
    /// A disclaimer without a heading of its own, or with one between two parts of the article.
    ///
    /// ## Why it matters
    /// Readers skim by headings. A paragraph at the end of another section, or between two, is not seen, and it is the
    /// first thing to get lost when the text is copied into another system.
    ///
    /// A section of its own at the start or the end is right; so are a box (`> [!NOTE]`, `aside`), the first paragraph under
    /// the title, a last paragraph below a line, and a disclaimer in the front matter. Sources, authors, contact details and
    /// further reading may come after it.
    ///
    /// ## Flagged
    /// ```text,flag
    /// Back pain in runners
    ///
    /// Most runners get better in a few weeks with rest and easy walks.
    ///
    /// Conclusion
    ///
    /// Keep moving and give it time.
    ///
    /// Medical Disclaimer: This page is not a substitute for professional medical advice.
    ///
    /// FAQ
    ///
    /// Can I run?
    ///
    /// Yes, as soon as walking is easy.
    /// ```
    ///
    /// ```markdown,flag
    /// # Back pain
    ///
    /// ## Treatment
    /// Keep moving. Heat helps many people.
    ///
    /// Medical disclaimer: This page is not a substitute for professional medical advice.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// ## Treatment
    /// Keep moving. Heat helps many people.
    ///
    /// ## Medical disclaimer
    /// This page is not a substitute for professional medical advice.
    ///
    /// ## Sources
    /// 1. The spine society's leaflet on back pain.
    /// ```
    ///
    /// ```markdown,pass
    /// # Back pain
    ///
    /// ## Treatment
    /// Keep moving. Heat helps many people.
    ///
    /// ---
    ///
    /// *This page is not a substitute for professional medical advice.*
    /// ```
    ///
    /// ```markdown,pass
    /// # Back pain
    ///
    /// > [!IMPORTANT]
    /// > This page is not a substitute for professional medical advice.
    ///
    /// ## Treatment
    /// Keep moving. Heat helps many people.
    /// ```
    RULE {
        name: "disclaimer-not-a-section", severity: Warning, since: "0.1.0",
        standard: "FTC \"clear and conspicuous\"; PEMAT 9, 12",
        summary: "the disclaimer has no place of its own at the start or the end",
    }
}

/// Parts that may come after a disclaimer at the end.
const BACK_MATTER: &[Role] = &[
    Role::References,
    Role::Authorship,
    Role::Contact,
    Role::Resources,
    Role::Disclaimer,
];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let article = cx.article;
    if article.meta.disclaimer.is_some() {
        return;
    }
    let places: Vec<&RolePlace> = article.places(Role::Disclaimer).collect();
    let Some(first) = places.first() else { return };
    let body = Body::of(article);
    if places
        .iter()
        .any(|place| is_set_apart(article, &body, place))
    {
        return;
    }
    report(article, first, findings);
}

fn is_set_apart(article: &Article, body: &Body, place: &RolePlace) -> bool {
    match place.kind {
        PlaceKind::FrontMatter => true,
        PlaceKind::Section => !body.is_before(place.span) || !body.is_after(place.span),
        PlaceKind::Paragraph | PlaceKind::List => is_paragraph_set_apart(article, body, place),
    }
}

fn is_paragraph_set_apart(article: &Article, body: &Body, place: &RolePlace) -> bool {
    let Some((section, index, block)) = block_at(article, place.span) else {
        return false;
    };
    if matches!(block.kind, BlockKind::Callout(_) | BlockKind::Quote(_))
        || !body.is_before(place.span)
    {
        return true;
    }
    let before = index
        .checked_sub(1)
        .and_then(|before| section.blocks.get(before));
    let below_line = before.is_some_and(|block| matches!(block.kind, BlockKind::Rule));
    // A bold line works as a heading; where it belongs to the place, it is its first block.
    let headed = place.title.is_some() && is_bold_line(block) && place.span != block.span;
    (below_line || headed) && !body.is_after(place.span)
}

/// The section and the index of the first block of it that lies in `span`.
fn block_at(article: &Article, span: Span) -> Option<(&Section, usize, &Block)> {
    article.all_sections().into_iter().find_map(|section| {
        let mut blocks = section.blocks.iter().enumerate();
        let (index, block) =
            blocks.find(|(_, block)| span.contains(block.span) || block.span.contains(span))?;
        Some((section, index, block))
    })
}

fn is_bold_line(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Paragraph(prose) if prose.is_wholly(|kind| *kind == MarkKind::Strong))
        || matches!(block.kind, BlockKind::Heading { .. })
}

/// Where the article's body starts and ends: its blocks but back matter, lines and pictures.
struct Body {
    first_end: usize,
    last_start: usize,
}

impl Body {
    fn of(article: &Article) -> Self {
        let back = article
            .roles
            .iter()
            .filter(|place| BACK_MATTER.contains(&place.role));
        let back: SpanSet = back.map(|place| place.span).collect();
        let blocks = article.blocks().map(|(_, block)| block).filter(|block| {
            !matches!(block.kind, BlockKind::Rule | BlockKind::Image(_))
                && !back.contains(block.span)
        });
        let (mut first_end, mut last_start) = (usize::MAX, 0);
        for block in blocks {
            first_end = first_end.min(block.span.end());
            last_start = last_start.max(block.span.start());
        }
        Self {
            first_end,
            last_start,
        }
    }

    fn is_before(&self, span: Span) -> bool {
        self.first_end <= span.start()
    }

    fn is_after(&self, span: Span) -> bool {
        self.last_start >= span.end()
    }
}

fn report(article: &Article, place: &RolePlace, findings: &mut Findings<'_>) {
    let sections = article.sections();
    let headings: Vec<&Prose> = sections
        .iter()
        .filter(|section| section.span.start() != place.span.start())
        .filter_map(|section| section.heading.as_ref())
        .collect();
    let before = headings
        .iter()
        .rev()
        .find(|heading| heading.whole().start() < place.span.start())
        .copied();
    let after = headings
        .iter()
        .find(|heading| heading.whole().start() >= place.span.end())
        .copied();
    let is_section = place.kind == PlaceKind::Section;
    let lack = if is_section {
        "disclaimer"
    } else {
        "disclaimer has no heading and"
    };
    let title = |heading: &Prose| heading.text().trim().to_owned();
    let message = match (before, after) {
        (Some(before), Some(after)) => format!(
            "{lack} sits between \"{}\" and \"{}\"; it is easy to miss and may be lost in export",
            title(before),
            title(after)
        ),
        (Some(before), None) => format!(
            "{lack} sits at the end of \"{}\"; it is easy to miss and may be lost in export",
            title(before)
        ),
        (None, Some(after)) => format!(
            "{lack} sits before \"{}\"; it is easy to miss and may be lost in export",
            title(after)
        ),
        (None, None) => format!(
            "{lack} sits among other paragraphs; it is easy to miss and may be lost in export"
        ),
    };
    let finding = findings.report(shown(article, place), message);
    finding.help("Readers skim by headings. Give it a heading of its own and put it first or last; only sources, authors and contact details may follow it.");
    if let Some(before) = before {
        finding.label(before.whole(), "it comes after the start of this section");
    }
    if let Some(after) = after {
        finding.label(after.whole(), "and before this one");
    }
    if !is_section && let Some(fix) = move_to_end(article, place) {
        finding.fix(fix);
    }
}

/// The heading, the label, or else the whole of a short place.
fn shown(article: &Article, place: &RolePlace) -> Span {
    if place.kind == PlaceKind::Section
        && let Some(section) = article
            .sections()
            .into_iter()
            .find(|section| section.span == place.span)
        && let Some(heading) = &section.heading
    {
        return heading.whole();
    }
    match (paragraph_at(article, place), &place.title) {
        (Some(prose), Some(title)) => match prose.text().find(title.as_str()) {
            Some(at) => prose.span(at..at + title.len()),
            None => place.span,
        },
        _ => place.span,
    }
}

fn paragraph_at<'a>(article: &'a Article, place: &RolePlace) -> Option<&'a Prose> {
    let (_, _, block) = block_at(article, place.span)?;
    match &block.kind {
        BlockKind::Paragraph(prose) => Some(prose),
        _ => None,
    }
}

/// Moves a plain paragraph to the end under a heading of its own, its label taken off.
fn move_to_end(article: &Article, place: &RolePlace) -> Option<Fix> {
    let (_, _, block) = block_at(article, place.span)?;
    let prose = paragraph_at(article, place)?;
    if block.span != place.span || !prose.marks().is_empty() {
        return None;
    }
    let text = prose.text();
    let label = place
        .title
        .as_deref()
        .filter(|title| text.trim_start().starts_with(title));
    let said = match label {
        Some(label) => text
            .trim_start()
            .part(label.len()..)
            .trim_start_matches([':', ' ']),
        None => text.trim_start(),
    };
    let said_from = text.len() - said.len();
    let body = article
        .source
        .slice(prose.span(said_from..text.len()))
        .trim_end();
    let heading = label.unwrap_or(&disclaimer::words(article.base_lang()).heading);
    let marker = match article.source.format() {
        Format::Markdown => "## ",
        Format::Pasted | Format::Html => "",
    };
    let source = article.source.text();
    let end = source.trim_end().len().max(block.span.end());
    let rest = source.get(block.span.end()..end)?;
    let gap = rest.len() - rest.trim_start().len();
    let taken_out = Edit {
        span: Span::new(block.span.start(), block.span.end() + gap),
        text: String::new(),
    };
    let line = article.source.line_end();
    let lead = if rest.trim().is_empty() {
        String::new()
    } else {
        line.repeat(2)
    };
    let put_in = Edit {
        span: Span::new(end, source.len()),
        text: format!("{lead}{marker}{heading}{line}{line}{body}{line}"),
    };
    Some(Fix {
        title: "move the disclaimer to the end, under a heading".to_owned(),
        edits: vec![taken_out, put_in],
        safety: Safety::NeedsReview,
    })
}
