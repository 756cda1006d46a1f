//! Text pasted from a page: bare lines become headings, lists and paragraphs. Nothing is dropped.
//!
//! Such text has lost its markup but not its shape: blank lines part paragraphs, headings are short lines without a full
//! stop, bullets are characters. Every line that is read as structure is reported as a promotion.

use super::front_matter;
use super::markdown::Tree;
use super::roles::credits;
use super::roles::headings::{self, HeadingWords};
use super::sections::{self, Heading, Part};
use crate::article::language;
use crate::article::{
    Block, BlockKind, List, ListItem, MarkKind, Promotion, PromotionKind, Prose, ProseBuilder, Role,
};
use crate::lexicon::Tokens;
use crate::source::{Source, Span};
use regex::Regex;
use std::sync::LazyLock;

/// A pasted text as headings and blocks.
#[derive(Debug, Default)]
struct Pasted {
    /// The title, if there is one, is a heading of level 1 and comes first.
    parts: Vec<Part>,
    promotions: Vec<Promotion>,
}

/// A bare line with more words is a paragraph.
const HEADING_WORDS: usize = 14;
/// A bare line in sentence case with more words is a paragraph, unless it is a question or names a role.
const SENTENCE_CASE_WORDS: usize = 7;
/// A question of the FAQ with more words is a paragraph.
const QUESTION_WORDS: usize = 35;
/// A line with more words right above a list leads in to it.
const LIST_HEADING_WORDS: usize = 5;
/// A line with more characters may be the first of a paragraph broken at a column.
const SHORT_LINE: usize = 40;
/// How many lines show whether a paragraph is broken at a column.
const SHOWN_LINES: usize = 40;
/// A first line with more words is no title.
const TITLE_WORDS: usize = 30;

/// Reads a pasted source; front matter may stand before it.
pub(super) fn tree(source: &Source) -> Tree {
    let front = front_matter::read(source.text(), source.body_start());
    let guessed = language::guess(source.text());
    let lang = front
        .meta
        .lang
        .as_ref()
        .map_or(guessed, |lang| language::base(&lang.value));
    let pasted = read(source, front.body, lang);
    let (heading, root) = sections::tree(pasted.parts);
    Tree {
        meta: front.meta,
        heading: heading.map(|heading| heading.prose),
        root,
        footnotes: Vec::new(),
        problems: front.problems,
        allowances: Vec::new(),
        explicit_roles: Vec::new(),
        promotions: pasted.promotions,
    }
}

fn read(source: &Source, start: usize, base_lang: &str) -> Pasted {
    let groups = groups(source.text(), start);
    let words = headings::words(base_lang);
    let mut reader = Reader {
        source: source.text(),
        lang: base_lang,
        words,
        numbered: false,
        out: Pasted::default(),
        faq: false,
        references: false,
    };
    reader.numbered = reader.has_numbered_headings(&groups);
    for (index, group) in groups.iter().enumerate() {
        reader.group(group, index, groups.get(index + 1));
    }
    reader.out
}

/// Lines between blank lines; each line without white space at its ends.
type Group = Vec<Line>;

#[derive(Debug, Clone, Copy)]
struct Line {
    span: Span,
    indent: usize,
}

fn groups(text: &str, start: usize) -> Vec<Group> {
    let mut groups = vec![Group::new()];
    let mut at = start;
    for raw in text.get(start..).unwrap_or("").split_inclusive('\n') {
        let line = raw.trim();
        if line.is_empty() {
            groups.push(Group::new());
        } else {
            let indent = raw.len() - raw.trim_start().len();
            let span = Span::new(at + indent, at + indent + line.len());
            let indent = raw
                .chars()
                .take_while(|char| char.is_whitespace())
                .map(|char| if char == '\t' { 4 } else { 1 })
                .sum();
            if let Some(group) = groups.last_mut() {
                group.push(Line { span, indent });
            }
        }
        at += raw.len();
    }
    groups.retain(|group| !group.is_empty());
    groups
}

static BULLET: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:[•·◦▪▸‣●○■□☐►▶➢➤❖◆✦✓✔☑§–—*+-]|[\u{f000}-\u{f0ff}])[\s\u{a0}]+|o(?:\t|[ \u{a0}]{2,})[\s\u{a0}]*)\S").expect("a constant pattern")
});
static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(\d{1,3})[.)][\s\u{a0}]+\S").expect("a constant pattern"));
/// A line drawn under a heading or between two parts.
static DRAWN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:-{3,}|={3,}|\*{3,}|~{3,}|—{3,}|─{3,})$").expect("a constant pattern")
});
static URL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?()\[\]'\x22’”]")
        .expect("a constant pattern")
});

struct Reader<'s> {
    source: &'s str,
    lang: &'s str,
    words: &'static HeadingWords,
    /// Whether short numbered lines are headings in this text.
    numbered: bool,
    out: Pasted,
    faq: bool,
    references: bool,
}

impl Reader<'_> {
    fn text(&self, span: Span) -> &str {
        self.source.get(span.range()).unwrap_or("")
    }

    fn marker(&self, line: &Line) -> Option<Marker> {
        let text = self.text(line.span);
        if let Some(found) = NUMBER.captures(text) {
            let number = found.get(1)?.as_str().parse().ok()?;
            return Some(Marker {
                number: Some(number),
                width: found.get(0)?.end() - last_char(found.get(0)?.as_str()),
            });
        }
        let found = BULLET.find(text)?;
        Some(Marker {
            number: None,
            width: found.end() - last_char(found.as_str()),
        })
    }

    fn group(&mut self, group: &Group, index: usize, next: Option<&Group>) {
        if index == 0 && self.title(group) {
            let rest: Group = group.iter().skip(1).copied().collect();
            if !rest.is_empty() {
                self.lines(&rest, next);
            }
            return;
        }
        self.lines(group, next);
    }

    fn title(&mut self, group: &Group) -> bool {
        let Some(line) = group.first() else {
            return false;
        };
        let text = self.text(line.span);
        let ends = text.ends_with(['.', ';', ',', ':']) && !text.ends_with("..");
        if ends
            || self.marker(line).is_some()
            || text.split_whitespace().count() > TITLE_WORDS
            || !starts_like_heading(text)
        {
            return false;
        }
        let prose = self.prose(&[line.span]);
        self.out.parts.push(Part::Heading(Heading {
            level: 1,
            prose,
            span: line.span,
            id: None,
        }));
        self.promote(PromotionKind::Title, line.span);
        true
    }

    /// Reads a group: runs of bullets, bare lines, drawn lines and paragraphs.
    fn lines(&mut self, group: &[Line], next: Option<&Group>) {
        let (mut at, mut run_end) = (0, 0);
        while let Some(line) = group.get(at) {
            let end = if DRAWN.is_match(self.text(line.span)) {
                self.rule(line.span);
                at + 1
            } else if self.is_numbered_heading(group, at, next) {
                self.heading(line.span);
                at + 1
            } else if self.marker(line).is_some() {
                let end = self.list_end(group, at, next);
                self.list(&group[at..end]);
                end
            } else if self.is_heading(group, at, next) {
                self.heading(line.span);
                at + 1
            } else {
                if at >= run_end {
                    run_end = self.run_end(group, at, next);
                }
                let shown = run_end.min(at + SHOWN_LINES);
                let end = if self.is_wrapped(&group[at..shown]) {
                    run_end
                } else {
                    at + 1
                };
                self.paragraph(&group[at..end]);
                end
            };
            at = end;
        }
    }

    /// A line drawn under a heading is part of how it looks; elsewhere it parts two pieces of text.
    fn rule(&mut self, span: Span) {
        if !matches!(self.out.parts.last(), Some(Part::Heading(_))) {
            self.out.parts.push(Part::Block(Block {
                kind: BlockKind::Rule,
                span,
            }));
        }
    }

    /// A list goes on with items, with lines that stand deeper than its first item, and with lines that end an item's sentence.
    fn list_end(&self, group: &[Line], at: usize, next: Option<&Group>) -> usize {
        let indent = group.get(at).map_or(0, |line| line.indent);
        let mut end = at + 1;
        while let Some(line) = group.get(end) {
            let text = self.text(line.span);
            let before = self.text(group[end - 1].span);
            let goes_on = if self.marker(line).is_some() {
                !self.is_numbered_heading(group, end, next)
            } else {
                line.indent > indent
                    || (text.starts_with(char::is_lowercase)
                        && !before.ends_with(['.', ':', '!', '?']))
            };
            if !goes_on {
                break;
            }
            end += 1;
        }
        end
    }

    /// Where the lines end that may be one paragraph with the line at `at`.
    fn run_end(&self, group: &[Line], at: usize, next: Option<&Group>) -> usize {
        let mut end = at + 1;
        while let Some(line) = group.get(end) {
            let parts = self
                .text(group[end - 1].span)
                .ends_with(['.', '!', '?', ':', '”', ')'])
                && self.is_heading(group, end, next);
            if parts || self.marker(line).is_some() || DRAWN.is_match(self.text(line.span)) {
                break;
            }
            end += 1;
        }
        end
    }

    /// Whether short numbered lines are the headings of this text: two or more stand above text, and half of them name parts.
    fn has_numbered_headings(&self, groups: &[Group]) -> bool {
        let (mut all, mut named) = (0_usize, 0_usize);
        for (index, group) in groups.iter().enumerate() {
            for at in 0..group.len() {
                if self.is_numbered_line(group, at, groups.get(index + 1)) {
                    let tokens = headings::tokens(self.text(group[at].span));
                    all += 1;
                    named += usize::from(!self.words.roles(&tokens).is_empty());
                }
            }
        }
        all > 1 && named * 2 >= all
    }

    fn is_numbered_heading(&self, group: &[Line], at: usize, next: Option<&Group>) -> bool {
        let asks = || {
            group
                .get(at)
                .is_some_and(|line| self.text(line.span).ends_with('?'))
        };
        (self.numbered || (self.faq && asks())) && self.is_numbered_line(group, at, next)
    }

    /// Whether a line is a number with a few words and stands above text of its own, not among other numbered lines.
    fn is_numbered_line(&self, group: &[Line], at: usize, next: Option<&Group>) -> bool {
        let is_number = |line: &Line| {
            self.marker(line)
                .is_some_and(|marker| marker.number.is_some())
        };
        let Some(line) = group.get(at).filter(|line| is_number(line)) else {
            return false;
        };
        let text = self.text(line.span);
        let words = &text[headings::number_length(text)..];
        let follower = group
            .get(at + 1)
            .or_else(|| next.and_then(|next| next.first()));
        let after_number = at > 0 && group.get(at - 1).is_some_and(is_number);
        !after_number
            && follower.is_some_and(|follower| {
                !is_number(follower)
                    && (words.chars().count() <= SHORT_LINE
                        || !self.text(follower.span).starts_with(char::is_lowercase))
            })
            && starts_like_heading(words)
            && words.split_whitespace().count() <= HEADING_WORDS
            && !words.ends_with(['.', ';', ',', '!'])
    }

    /// Whether the lines of a group are one paragraph broken at a column: all but the last are long and none ends early.
    fn is_wrapped(&self, group: &[Line]) -> bool {
        let plain: Vec<&str> = group.iter().map(|line| self.text(line.span)).collect();
        let Some((_, before)) = plain.split_last() else {
            return false;
        };
        let longest = plain
            .iter()
            .map(|line| line.chars().count())
            .max()
            .unwrap_or(0);
        let full = before
            .iter()
            .filter(|line| line.chars().count() * 3 >= longest * 2)
            .count();
        (40..=130).contains(&longest) && !before.is_empty() && full * 4 >= before.len() * 3
    }

    fn is_heading(&self, group: &[Line], at: usize, next: Option<&Group>) -> bool {
        let Some(line) = group.get(at) else {
            return false;
        };
        let text = self.text(line.span);
        let count = text.split_whitespace().count();
        let question = text.ends_with('?');
        let most = if self.faq && question {
            QUESTION_WORDS
        } else {
            HEADING_WORDS
        };
        let below = group.get(at + 1);
        let follower = below.or_else(|| next.and_then(|next| next.first()));
        if count > most
            || !starts_like_heading(text)
            || has_phone_or_url(text)
            || self.runs_on(text, below)
            || (credits::is_credit(self.lang, text)
                && (count > 3 || text.contains(|char: char| char.is_ascii_digit())))
            || credits::is_byline(text)
        {
            return false;
        }
        let tokens = headings::tokens(text);
        if self.faq
            && (question || (Self::asks(&tokens) && !text.ends_with(['.', ';', ',', '!', ':'])))
        {
            return question || follower.is_some();
        }
        let Some(follower) = follower else {
            return false;
        };
        let roles = self.words.roles(&tokens);
        let capitals = is_all_capitals(text);
        let after_item = at > 0
            && group
                .get(at - 1)
                .is_some_and(|line| self.marker(line).is_some());
        if (after_item && roles.is_empty() && !capitals)
            || (self.references && roles.is_empty())
            || is_label(text)
        {
            return false;
        }
        if text.ends_with(':') {
            return (self.marker(follower).is_some() && calls(&tokens))
                || (!roles.is_empty() && count <= LIST_HEADING_WORDS && !leads_in(&tokens));
        }
        if text.ends_with(['.', ';', ',', '!']) {
            return false;
        }
        if group.len() > 1 && roles.is_empty() && !question {
            // Inside a group a line that names no part is a heading only by its look: addresses and verses have short lines too.
            let is_list_heading = at == 0
                && self.marker(follower).is_some()
                && count <= LIST_HEADING_WORDS
                && !leads_in(&tokens);
            let is_drawn = DRAWN.is_match(self.text(follower.span));
            return is_drawn
                || is_list_heading
                || (capitals && !is_all_capitals(self.text(follower.span)));
        }
        question || !roles.is_empty() || is_title_case(text) || count <= SENTENCE_CASE_WORDS
    }

    /// Whether a line is the start of a paragraph: it holds the end of a sentence, or the line below it goes on with it.
    fn runs_on(&self, text: &str, below: Option<&Line>) -> bool {
        let sentences = || crate::facts::sentence::split(&text[headings::number_length(text)..]);
        if !text.ends_with('?') && text.contains(". ") && sentences().len() > 1 {
            return true;
        }
        let Some(below) = below.filter(|below| self.marker(below).is_none()) else {
            return false;
        };
        let next = self.text(below.span);
        let is_long = text.chars().count() > SHORT_LINE
            && !text.ends_with('?')
            && !is_all_capitals(text)
            && text.chars().count() * 3 >= next.chars().count() * 2
            && !text.ends_with(':');
        // A short line that names a part may stand above lines that start small: items without bullets, addresses.
        let may_head = text.chars().count() <= SHORT_LINE
            && !self.words.roles(&headings::tokens(text)).is_empty();
        let goes_on = next.starts_with(char::is_lowercase) && !text.ends_with(['?', ':']);
        is_long || (goes_on && !may_head)
    }

    /// Whether a line starts as a question does.
    fn asks(tokens: &Tokens) -> bool {
        const WORDS: &[&str] = &[
            "what", "when", "can", "do", "does", "is", "are", "should", "how", "why", "who",
            "where", "which", "will", "could", "would", "may", "must", "que", "cuando", "como",
            "por", "quien", "donde", "cual", "cuales", "puedo", "debo", "es", "cuanto", "hay",
        ];
        WORDS.contains(&tokens.word(0)) && tokens.len() > 2
    }

    fn heading(&mut self, span: Span) {
        let tokens = headings::tokens(self.text(span));
        let is_question = self.text(span).ends_with('?') || Self::asks(&tokens);
        let roles = self.words.roles(&tokens);
        let in_faq = self.faq && is_question && !roles.contains(&Role::Faq);
        if !in_faq {
            self.faq = roles.contains(&Role::Faq);
            self.references = roles.contains(&Role::References);
        }
        let prose = self.prose(&[span]);
        let level = if in_faq || self.is_tier(&roles) { 3 } else { 2 };
        self.out.parts.push(Part::Heading(Heading {
            level,
            prose,
            span,
            id: None,
        }));
        self.promote(
            if in_faq {
                PromotionKind::Question
            } else {
                PromotionKind::Heading
            },
            span,
        );
    }

    /// A red-flag heading right below another is one of its tiers.
    fn is_tier(&self, roles: &[Role]) -> bool {
        if !roles.contains(&Role::RedFlags) {
            return false;
        }
        let above = self.out.parts.iter().rev().find_map(|flat| match flat {
            Part::Heading(heading) if heading.level == 2 => Some(heading.prose.text()),
            _ => None,
        });
        let direct = matches!(self.out.parts.last(), Some(Part::Heading(_)));
        let in_tiers = self.out.parts.iter().rev().find_map(|flat| match flat {
            Part::Heading(heading) => Some(heading.level == 3),
            Part::Block(_) => None,
        });
        let red = above.is_some_and(|text| self.words.names(Role::RedFlags, &Tokens::of(text)));
        red && (direct || in_tiers == Some(true))
    }

    fn promote(&mut self, kind: PromotionKind, span: Span) {
        self.out.promotions.push(Promotion { kind, span });
    }

    fn paragraph(&mut self, lines: &[Line]) {
        let spans: Vec<Span> = lines.iter().map(|line| line.span).collect();
        let prose = self.prose(&spans);
        let span = prose.whole();
        self.out.parts.push(Part::Block(Block {
            kind: BlockKind::Paragraph(prose),
            span,
        }));
    }

    fn list(&mut self, lines: &[Line]) {
        let mut items: Vec<Item> = Vec::new();
        for line in lines {
            match self.marker(line) {
                Some(marker) => {
                    self.promote(PromotionKind::ListItem, line.span);
                    items.push(Item {
                        marker,
                        indent: line.indent,
                        glyph: self.glyph(line),
                        lines: vec![line.span],
                    });
                }
                None => {
                    if let Some(item) = items.last_mut() {
                        item.lines.push(line.span);
                    }
                }
            }
        }
        // Blank lines between items part groups, not lists: an item right after a list goes on with it.
        let block = self.nest(&items);
        if let Some(Part::Block(last)) = self.out.parts.last_mut()
            && let (BlockKind::List(list), BlockKind::List(more)) = (&mut last.kind, &block.kind)
            && list.start.is_some() == more.start.is_some()
        {
            last.span = last.span.cover(block.span);
            if let BlockKind::List(more) = block.kind {
                list.items.extend(more.items);
            }
            return;
        }
        self.out.parts.push(Part::Block(block));
    }

    fn glyph(&self, line: &Line) -> char {
        let first = self.text(line.span).chars().next().unwrap_or('-');
        if first.is_ascii_digit() { '0' } else { first }
    }

    /// Items that stand deeper than the first, or have another bullet than the first at the same depth, are nested.
    fn nest(&self, items: &[Item]) -> Block {
        let (indent, glyph) = items
            .first()
            .map_or((0, '-'), |first| (first.indent, first.glyph));
        let is_nested = |item: &Item| {
            item.indent > indent + 1 || (item.glyph != glyph && "◦○▪–—o§".contains(item.glyph))
        };
        let mut list = List {
            start: items.first().and_then(|item| item.marker.number),
            items: Vec::new(),
        };
        let mut at = 0;
        while let Some(item) = items.get(at) {
            let below = items[at + 1..]
                .iter()
                .take_while(|item| is_nested(item))
                .count();
            let mut made = self.item(item);
            if below > 0 {
                let nested = self.nest(&items[at + 1..=at + below]);
                made.span = made.span.cover(nested.span);
                made.blocks.push(nested);
            }
            list.items.push(made);
            at += 1 + below;
        }
        let span = list
            .items
            .iter()
            .map(|item| item.span)
            .reduce(Span::cover)
            .unwrap_or_default();
        Block {
            kind: BlockKind::List(list),
            span,
        }
    }

    fn item(&self, item: &Item) -> ListItem {
        let mut spans = item.lines.clone();
        let whole = spans
            .iter()
            .copied()
            .reduce(Span::cover)
            .unwrap_or_default();
        if let Some(first) = spans.first_mut() {
            *first = Span::new(first.start() + item.marker.width, first.end());
        }
        let prose = self.prose(&spans);
        let block = Block {
            span: prose.whole(),
            kind: BlockKind::Paragraph(prose),
        };
        ListItem {
            blocks: vec![block],
            checked: None,
            span: whole,
        }
    }

    /// Lines as one prose, with addresses as links.
    fn prose(&self, lines: &[Span]) -> Prose {
        let whole = lines
            .iter()
            .copied()
            .reduce(Span::cover)
            .unwrap_or_default();
        let mut builder = ProseBuilder::new(whole);
        let mut last_end = None;
        for line in lines {
            if let Some(end) = last_end {
                builder.push_atomic(" ", Span::new(end, line.start()));
            }
            builder.push_verbatim(self.text(*line), line.start());
            last_end = Some(line.end());
        }
        let text = builder.text().to_owned();
        for found in URL.find_iter(&text) {
            let url = if found.as_str().starts_with("www.") {
                format!("https://{}", found.as_str())
            } else {
                found.as_str().to_owned()
            };
            builder.mark(found.range(), MarkKind::Link { url, title: None }, whole);
        }
        builder.finish()
    }
}

#[derive(Debug, Clone, Copy)]
struct Marker {
    number: Option<u64>,
    /// The bytes of the marker with the space after it.
    width: usize,
}

#[derive(Debug, Clone)]
struct Item {
    marker: Marker,
    indent: usize,
    glyph: char,
    lines: Vec<Span>,
}

fn last_char(text: &str) -> usize {
    text.chars().next_back().map_or(0, char::len_utf8)
}

/// A call to act that ends where its reasons start: "Call 999 or go to A&E if:", "Llame al 911 si tiene:".
fn calls(tokens: &Tokens) -> bool {
    const ACTS: &[&str] = &[
        "call", "go", "see", "get", "phone", "ask", "contact", "visit", "speak", "dial", "seek",
        "llame", "vaya", "acuda", "busque", "consulte", "pida", "visite",
    ];
    const CONDITIONS: &[&str] = &["if", "when", "si", "cuando"];
    ACTS.contains(&tokens.word(0))
        && tokens
            .words()
            .rev()
            .take(4)
            .any(|word| CONDITIONS.contains(&word))
}

/// Whether a line ends as a sentence does whose end is the list below it: "You may have", "Symptoms include:".
fn leads_in(tokens: &Tokens) -> bool {
    const ENDS: &[&str] = &[
        "may",
        "can",
        "be",
        "include",
        "includes",
        "including",
        "are",
        "is",
        "have",
        "has",
        "the",
        "if",
        "you",
        "a",
        "of",
        "to",
        "with",
        "or",
        "and",
        "as",
        "for",
        "when",
        "like",
        "will",
        "should",
        "incluyen",
        "incluye",
        "son",
        "es",
        "puede",
        "pueden",
        "si",
        "tiene",
        "de",
        "con",
        "como",
        "que",
        "y",
        "o",
        "para",
        "debe",
    ];
    tokens
        .words()
        .next_back()
        .is_some_and(|word| ENDS.contains(&word))
}

/// Four letters or more, none of them small.
fn is_all_capitals(text: &str) -> bool {
    text.chars().filter(|char| char.is_uppercase()).count() >= 4
        && !text.chars().any(char::is_lowercase)
}

/// Starts with a capital, a digit or a Spanish opening mark; "image text" does not.
fn starts_like_heading(text: &str) -> bool {
    let first = text
        .chars()
        .find(|char| !matches!(char, '¿' | '¡' | '"' | '“' | '‘' | '\'' | '*'));
    first.is_some_and(|char| {
        char.is_uppercase()
            || char.is_ascii_digit()
            || (char.is_alphabetic() && !char.is_lowercase())
    })
}

/// A label with its text ("Medical disclaimer: this ...", "Last reviewed: 3 March 2026") is a paragraph.
fn is_label(text: &str) -> bool {
    text.split_once(": ").is_some_and(|(_, rest)| {
        let after = rest.chars().next();
        after.is_some_and(|char| char.is_ascii_digit()) || rest.ends_with('.') || is_name(rest)
    })
}

/// Two to four capitalised words, as after "Written by:".
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=4).contains(&words.len())
        && words
            .iter()
            .all(|word| word.chars().next().is_some_and(char::is_uppercase))
}

fn has_phone_or_url(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= 7 || URL.is_match(text) || text.contains('@')
}

/// Every word of four letters or more starts with a capital.
fn is_title_case(text: &str) -> bool {
    let mut long = text
        .split_whitespace()
        .filter(|word| word.chars().count() > 3)
        .peekable();
    long.peek().is_some()
        && long.all(|word| {
            word.chars()
                .find(|char| char.is_alphanumeric())
                .is_some_and(|char| !char.is_lowercase())
        })
}
