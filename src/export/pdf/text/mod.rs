//! From the runs of a paragraph to the text that is drawn: characters that the fonts draw otherwise, and places where a
//! line may or may not break. Every drawn character knows the text it stands for.

mod drawing;
mod parts;

pub use drawing::is_invisible;
pub use parts::is_glue;

use super::direction::Direction;
use crate::export::together::{is_inside_range, keeps_together};
use crate::handout::Run;
use crate::source::Span;
use drawing::{Drawing, Script, drawing};
use parts::{addresses, doses};
use std::ops::Range;

/// A space that no line breaks at.
const NO_BREAK_SPACE: char = '\u{A0}';

/// A place where a line may break, drawn as nothing.
pub const BREAK: char = '\u{200B}';

/// Opens a part that runs from left to right whatever is around it.
const ISOLATE: char = '\u{2066}';

/// Closes it.
const END_OF_ISOLATE: char = '\u{2069}';

/// Runs from left to right and draws nothing.
const LEFT_TO_RIGHT: char = '\u{200E}';

/// A paragraph ready to be shaped.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Composed {
    /// What is drawn.
    pub drawn: String,
    /// The words as the handout has them.
    pub source: String,
    /// The drawn text of each run, in order and without gaps.
    pub runs: Vec<Range<usize>>,
    /// Parts of the drawn text after whose characters no line breaks.
    pub unbroken: Vec<Range<usize>>,
    origins: Vec<Origin>,
    starts: Vec<usize>,
}

/// A drawn character and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Origin {
    drawn: usize,
    source: Range<usize>,
}

/// Where lines may break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breaks {
    /// Between words; in an address only after a slash; never between a number and its unit.
    Strict,
    /// The same, and at every space: for a column in which a number and its unit have no room side by side.
    AtSpaces,
    /// Anywhere that keeps the text inside its column.
    Loose,
}

/// Joins the runs of a paragraph on a page that runs as `page` does.
pub fn compose(runs: &[Run], breaks: Breaks, page: Direction) -> Composed {
    let source: String = runs.iter().map(|run| run.text.as_str()).collect();
    let mut composer = Composer {
        addresses: addresses(&source),
        breaks,
        script: Script::of(&source),
        doses: Vec::new(),
        marks: match page.of_text(&source) {
            // An isolated part is no word of the paragraph's: the foreign words around it would become one, and trade places.
            Direction::LeftToRight => (LEFT_TO_RIGHT, LEFT_TO_RIGHT),
            Direction::RightToLeft => (ISOLATE, END_OF_ISOLATE),
        },
        pending: None,
        out: Composed::default(),
    };
    if composer.script == Script::Bidi {
        composer.doses = doses(&source, page.of_text(&source));
    }
    let mut at = 0;
    for run in runs {
        let start = composer.out.drawn.len();
        composer.out.starts.push(at);
        for (offset, character) in run.text.char_indices() {
            let range = at + offset..at + offset + character.len_utf8();
            composer.character(&source, character, range);
        }
        at += run.text.len();
        composer.out.runs.push(start..composer.out.drawn.len());
    }
    composer.finish(source)
}

impl Composed {
    /// The text that the drawn bytes `range` stand for, as a range of `source`.
    pub fn origin(&self, range: &Range<usize>) -> Range<usize> {
        let first = self
            .origins
            .partition_point(|origin| origin.drawn < range.start);
        let last = self
            .origins
            .partition_point(|origin| origin.drawn < range.end);
        match self.origins.get(first..last) {
            Some([only]) => only.source.clone(),
            Some([first, .., last]) => first.source.start..last.source.end,
            Some([]) | None => 0..0,
        }
    }

    /// Whether no line breaks at byte `at` of the drawn text.
    pub fn is_unbroken(&self, at: usize) -> bool {
        let index = self.unbroken.partition_point(|range| range.end < at);
        let range = self.unbroken.get(index);
        range.is_some_and(|range| range.start < at)
    }

    /// Where the character at byte `at` of `source` stands in the article, if its run came from there.
    pub fn span(&self, runs: &[Run], at: usize) -> Option<Span> {
        let index = self.starts.partition_point(|start| *start <= at).max(1) - 1;
        let run = runs.get(index)?;
        let span = run.span?;
        let offset = at - self.starts.get(index)?;
        let character = run.text.get(offset..)?.chars().next()?;
        if span.len() != run.text.len() {
            return Some(span);
        }
        let start = span.start() + offset;
        Some(Span::new(start, start + character.len_utf8()))
    }
}

struct Composer {
    addresses: Vec<Range<usize>>,
    breaks: Breaks,
    script: Script,
    /// Figures with their units among words that run from right to left.
    doses: Vec<Range<usize>>,
    /// What stands before and after each of them.
    marks: (char, char),
    /// Source text that nothing drawn stands for yet.
    pending: Option<Range<usize>>,
    out: Composed,
}

impl Composer {
    fn character(&mut self, source: &str, character: char, range: Range<usize>) {
        let starts = |dose: &Range<usize>| dose.start;
        if self
            .doses
            .binary_search_by_key(&range.start, starts)
            .is_ok()
        {
            self.push(self.marks.0, range.start..range.start, false);
        }
        let end = range.end;
        self.draw(source, character, range);
        if self
            .doses
            .binary_search_by_key(&end, |dose| dose.end)
            .is_ok()
        {
            self.push(self.marks.1, end..end, false);
        }
    }

    fn draw(&mut self, source: &str, character: char, range: Range<usize>) {
        if self.script.heeds(character) {
            self.push(character, range, false);
            return;
        }
        match drawing(character) {
            Drawing::As(drawn) => {
                let unbroken = match self.breaks {
                    Breaks::Strict => {
                        self.in_address(&range)
                            || keeps_together(source, &range)
                            || is_inside_range(source, &range)
                    }
                    Breaks::AtSpaces => self.in_address(&range),
                    Breaks::Loose => false,
                };
                let breaks_here = self.breaks == Breaks::AtSpaces && is_glue(source, &range);
                let drawn = if breaks_here { ' ' } else { drawn };
                self.push(drawn, range.clone(), unbroken);
                self.address_break(source, character, &range);
            }
            Drawing::UnbreakableHyphen => {
                self.push('-', range, self.breaks != Breaks::Loose);
            }
            Drawing::Tab => {
                let end = range.end;
                self.push(NO_BREAK_SPACE, range, false);
                for _ in 0..3 {
                    self.push(NO_BREAK_SPACE, end..end, false);
                }
            }
            Drawing::NewLine => {
                // The space carries the break into the text; the line feed only ends the line.
                let end = range.end;
                self.push(' ', range, false);
                self.push('\n', end..end, false);
            }
            Drawing::Nothing => self.attach(range),
            Drawing::Break => {
                let end = range.end;
                self.attach(range);
                self.push_break(end);
            }
        }
    }

    fn push(&mut self, drawn: char, mut source: Range<usize>, unbroken: bool) {
        if !source.is_empty()
            && let Some(pending) = self.pending.take()
        {
            source.start = pending.start;
        }
        let at = self.out.drawn.len();
        self.out.drawn.push(drawn);
        if unbroken {
            let end = self.out.drawn.len();
            match self.out.unbroken.last_mut() {
                Some(last) if last.end == at => last.end = end,
                _ => self.out.unbroken.push(at..end),
            }
        }
        self.out.origins.push(Origin { drawn: at, source });
    }

    fn push_break(&mut self, at: usize) {
        self.push(BREAK, at..at, false);
    }

    /// Gives text that draws nothing to the character before it, else to the one after it.
    fn attach(&mut self, range: Range<usize>) {
        if let Some(pending) = &mut self.pending {
            pending.end = range.end;
            return;
        }
        match self.out.origins.last_mut() {
            Some(last) if !last.source.is_empty() && last.source.end == range.start => {
                last.source.end = range.end;
            }
            _ => self.pending = Some(range),
        }
    }

    fn in_address(&self, range: &Range<usize>) -> bool {
        self.address(range).is_some()
    }

    fn address(&self, range: &Range<usize>) -> Option<&Range<usize>> {
        let index = self
            .addresses
            .partition_point(|address| address.end <= range.start);
        let address = self.addresses.get(index);
        address.filter(|address| address.contains(&range.start))
    }

    /// Adds the break that an address has after `character`, if it has one.
    fn address_break(&mut self, source: &str, character: char, range: &Range<usize>) {
        let wanted = match self.breaks {
            Breaks::Strict | Breaks::AtSpaces => character == '/',
            Breaks::Loose => matches!(character, '/' | '?' | '&' | '=' | '-' | '_' | '.' | '#'),
        };
        let Some(address) = self.address(range).filter(|_| wanted) else {
            return;
        };
        let rest = source.get(range.end..address.end).unwrap_or("");
        let before = source.get(address.start..range.end).unwrap_or("");
        let in_scheme = before.ends_with("://") || before.ends_with(":/");
        if !rest.is_empty() && !rest.starts_with('/') && !in_scheme {
            self.push_break(range.end);
        }
    }

    fn finish(mut self, source: String) -> Composed {
        if let Some(pending) = self.pending.take() {
            // Text that draws nothing stands alone: a space carries it.
            self.push(NO_BREAK_SPACE, pending, false);
            if let Some(last) = self.out.runs.last_mut() {
                last.end = self.out.drawn.len();
            }
        }
        self.out.source = source;
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: Direction = Direction::LeftToRight;

    fn runs(texts: &[&str]) -> Vec<Run> {
        texts.iter().map(|text| Run::plain(*text)).collect()
    }

    fn drawn(text: &str) -> String {
        compose(&runs(&[text]), Breaks::Strict, PAGE).drawn
    }

    #[test]
    fn what_the_fonts_lack_is_drawn_by_what_they_have() {
        for (text, expected) in [
            ("5 µg", "5 μg"),
            ("5\u{202F}000", "5\u{A0}000"),
            ("twice\u{2011}daily", "twice-daily"),
            ("hy\u{AD}phen", "hyphen"),
            ("a\u{FEFF}b\u{200D}", "ab"),
            ("a\r\nb", "a \nb"),
            ("\tx", "\u{A0}\u{A0}\u{A0}\u{A0}x"),
            ("a\u{2003}b", "a b"),
            ("\u{AD}", "\u{A0}"),
        ] {
            assert_eq!(drawn(text), expected, "{text:?}");
        }
    }

    #[test]
    fn every_drawn_character_stands_for_its_text_and_none_is_lost() {
        for text in [
            "5 µg \u{2265} ½",
            "hy\u{AD}phen",
            "\u{FEFF}start",
            "a\n\u{AD}b",
            "a\n\u{AD}",
            "x\u{200B}y",
            "\u{AD}\u{AD}",
            "see https://a.org/b/c now",
        ] {
            let composed = compose(&runs(&[text]), Breaks::Strict, PAGE);
            let back: String = composed
                .drawn
                .char_indices()
                .map(|(at, c)| &composed.source[composed.origin(&(at..at + c.len_utf8()))])
                .collect();
            assert_eq!(back, text);
        }
    }

    #[test]
    fn an_address_breaks_only_after_its_slashes() {
        let composed = compose(
            &runs(&["at https://a-b.org/c-d/2026 too"]),
            Breaks::Strict,
            PAGE,
        );
        assert_eq!(
            composed.drawn,
            "at https://a-b.org/\u{200B}c-d/\u{200B}2026 too"
        );
        let held: Vec<&str> = composed
            .unbroken
            .iter()
            .map(|range| &composed.drawn[range.clone()])
            .collect();
        assert_eq!(held, ["https://a-b.org/", "c-d/", "2026"]);
        let loose = compose(&runs(&["https://a-b.org/c"]), Breaks::Loose, PAGE);
        assert!(loose.unbroken.is_empty());
        assert_eq!(loose.drawn.matches(BREAK).count(), 3);
    }

    #[test]
    fn a_number_stays_with_its_unit_and_a_link_with_its_note() {
        for (text, held) in [
            ("take 500 mg now", 1),
            ("38.5 °C, then", 1),
            ("½ g", 1),
            ("if ≥ 4 hours", 1),
            ("2 × 2", 2),
            ("3 days", 0),
            ("some mg", 0),
            ("the guide [12].", 1),
            ("a [note] b", 0),
        ] {
            let composed = compose(&runs(&[text]), Breaks::Strict, PAGE);
            assert_eq!(composed.unbroken.len(), held, "{text}");
        }
    }

    #[test]
    fn a_span_narrows_to_the_character_where_text_and_source_run_alike() {
        let mut same = Run::plain("aé\u{4E2D}");
        same.span = Some(Span::new(10, 16));
        let mut other = Run::plain("& \u{4E2D}");
        other.span = Some(Span::new(20, 29));
        let all = [Run::plain("x"), same, other];
        let composed = compose(&all, Breaks::Strict, PAGE);
        let at = composed.source.find('\u{4E2D}').unwrap();
        assert_eq!(composed.span(&all, at), Some(Span::new(13, 16)));
        let at = composed.source.rfind('\u{4E2D}').unwrap();
        assert_eq!(composed.span(&all, at), Some(Span::new(20, 29)));
        assert_eq!(composed.span(&all, 0), None);
    }
}
