//! Lines of plain text under construction: indents, wrapping, rules.

use super::Form;
use crate::export::together::keeps_together;
use std::rc::Rc;
use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// However deep the indent, this many columns are left for words.
const LEAST: usize = 16;

/// Rules and frames where lines have no limit: a reader's window will be at least this wide.
const UNLIMITED_RULE: usize = 24;

/// How firmly a line hangs on the one above, where pages are parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Glue {
    /// A page may start here.
    #[default]
    None,
    /// The two are in one box.
    Box,
    /// The two are in one paragraph.
    Text,
    /// What is above makes no sense without it.
    Firm,
}

/// One line: what the exporter adds before the words, then the words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Line {
    /// Indent, bullet, rule.
    pub(super) added: String,
    /// Words of the handout.
    pub(super) words: String,
    /// What holds it to the line above.
    pub(super) glue: Glue,
    /// The label of the box that it stands in.
    pub(super) frame: Option<Rc<str>>,
}

impl Line {
    /// A line of the exporter's own.
    pub(super) fn layout(added: String) -> Self {
        Self {
            added,
            ..Self::default()
        }
    }

    /// Whether nothing is on it.
    pub(super) fn is_blank(&self) -> bool {
        self.added.is_empty() && self.words.is_empty()
    }
}

/// What stands before the first line of a list item instead of the indent.
#[derive(Debug)]
struct Mark {
    text: String,
    /// Whether the mark is the exporter's own, not a word of the handout.
    added: bool,
}

/// A column of lines.
#[derive(Debug)]
pub(super) struct Sheet {
    width: usize,
    form: Form,
    indent: usize,
    mark: Option<Mark>,
    /// Whether the next line with words belongs to what is above.
    sticks: bool,
    lines: Vec<Line>,
}

impl Sheet {
    /// An empty sheet of `width` columns; 0 for lines without a limit.
    pub(super) fn new(width: usize, form: Form) -> Self {
        Self {
            width,
            form,
            indent: 0,
            mark: None,
            sticks: false,
            lines: Vec::new(),
        }
    }

    /// The lines.
    pub(super) fn into_lines(self) -> Vec<Line> {
        self.lines
    }

    /// For whom the lines are.
    pub(super) fn form(&self) -> Form {
        self.form
    }

    /// The columns left for words; `None` without a limit.
    pub(super) fn columns(&self) -> Option<usize> {
        (self.width > 0).then(|| self.width.saturating_sub(self.lead()).max(LEAST))
    }

    /// The columns before the words: the indent as far as it leaves room for words.
    fn lead(&self) -> usize {
        match self.width {
            0 => self.indent,
            width => self.indent.min(width.saturating_sub(LEAST)),
        }
    }

    /// A blank line, unless nothing stands above it, a blank line does, the mark of a list item waits for its words, or
    /// each line costs.
    pub(super) fn gap(&mut self) {
        let wanted = self.lines.last().is_some_and(|last| !last.is_blank());
        if wanted && self.mark.is_none() && self.form != Form::Message {
            self.push(Line::default());
        }
    }

    fn push(&mut self, mut line: Line) {
        if self.sticks && !self.lines.is_empty() {
            line.glue = Glue::Firm;
        }
        if !line.words.is_empty() {
            self.sticks = false;
        }
        self.lines.push(line);
    }

    /// Holds what is written next to what is written.
    pub(super) fn stick(&mut self) {
        self.sticks = true;
    }

    /// Writes a box called `label`: its lines stay on one page where they can, the last in any case with the one above.
    pub(super) fn framed(&mut self, label: &str, write: impl FnOnce(&mut Self)) {
        let start = self.lines.len();
        write(self);
        let label: Rc<str> = label.into();
        for (index, line) in self.lines.iter_mut().skip(start).enumerate() {
            if index > 0 {
                line.glue = line.glue.max(Glue::Box);
            }
            line.frame.get_or_insert_with(|| Rc::clone(&label));
        }
        if let Some(last) = self.lines.get_mut(start + 1..).and_then(<[Line]>::last_mut) {
            last.glue = Glue::Firm;
        }
    }

    /// Writes what is one text: a page is parted within it only if it must be.
    fn together(&mut self, write: impl FnOnce(&mut Self)) {
        let start = self.lines.len();
        write(self);
        for line in self.lines.iter_mut().skip(start + 1) {
            line.glue = line.glue.max(Glue::Text);
        }
    }

    /// Words, wrapped where lines have a limit; each `\n` starts a line.
    pub(super) fn words(&mut self, text: &str) {
        let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
        self.together(|sheet| {
            for line in lines.into_iter().filter(|line| !line.is_empty()) {
                match sheet.columns() {
                    Some(columns) => {
                        for line in wrap(line, columns) {
                            sheet.line("", &line);
                        }
                    }
                    None => sheet.line("", line),
                }
            }
        });
    }

    /// Words on one line however long.
    pub(super) fn unbroken(&mut self, text: &str) {
        self.line("", text);
    }

    /// Words of the exporter's own, wrapped.
    pub(super) fn added(&mut self, text: &str) {
        let lines = match self.columns() {
            Some(columns) => wrap(text, columns),
            None => vec![text.to_owned()],
        };
        self.together(|sheet| {
            for line in lines {
                sheet.line(&line, "");
            }
        });
    }

    /// Words of the exporter's own in parts with a mark between them; lines break between parts: "Reviewed 1 May 2026 | Next
    /// review", "1 May 2028" would be read wrongly.
    pub(super) fn added_parts(&mut self, parts: &[String], mark: &str) {
        let mut lines: Vec<String> = Vec::new();
        for part in parts {
            let fits = |line: &String| {
                let width = line.width() + mark.width() + part.width();
                self.columns().is_none_or(|columns| width <= columns)
            };
            match lines.last_mut() {
                Some(line) if fits(line) => {
                    line.push_str(mark);
                    line.push_str(part);
                }
                _ => lines.push(part.clone()),
            }
        }
        self.together(|sheet| lines.iter().for_each(|line| sheet.added(line)));
    }

    /// Preformatted words: spaces at the start of a line stay.
    pub(super) fn preformatted(&mut self, text: &str) {
        for line in text.split('\n') {
            let line = line.trim_end();
            let words = line.trim_start();
            let lead = line.get(..line.len() - words.len()).unwrap_or("");
            match self.columns() {
                Some(columns) if line.width() > columns => self.words(words),
                _ => self.line(lead, words),
            }
        }
    }

    /// Words after a text of the exporter's own, the following lines indented.
    pub(super) fn labelled(&mut self, label: &str, text: &str) {
        let whole = format!("{label}{text}");
        let text = one_line(text);
        let whole = one_line(&whole);
        let fits = self
            .columns()
            .is_none_or(|columns| whole.width() <= columns);
        if fits {
            self.line(label, &text);
            return;
        }
        self.added(label.trim_end());
        self.stick();
        self.indented(4, |sheet| sheet.words(&text));
    }

    /// A rule of `ink` over all columns, or over `columns` if these are fewer.
    /// Nothing where the text is spoken or each letter costs.
    pub(super) fn rule(&mut self, ink: char, columns: Option<usize>) {
        match self.form {
            Form::Page => self.underline(ink, columns),
            Form::Speech | Form::Message => {}
        }
    }

    /// A rule of `ink` over all columns, or over `columns` if these are fewer.
    pub(super) fn underline(&mut self, ink: char, columns: Option<usize>) {
        let all = self.columns().unwrap_or(UNLIMITED_RULE);
        let columns = columns.unwrap_or(all).min(all);
        self.line(&ink.to_string().repeat(columns), "");
    }

    /// The display width of the widest line added by `write`.
    pub(super) fn widest(&mut self, write: impl FnOnce(&mut Self)) -> usize {
        let before = self.lines.len();
        write(self);
        let added = self.lines.iter().skip(before);
        added.map(|line| line.words.width()).max().unwrap_or(0)
    }

    /// Writes with an indent of `columns` more.
    pub(super) fn indented(&mut self, columns: usize, write: impl FnOnce(&mut Self)) {
        self.indent += columns;
        write(self);
        self.indent = self.indent.saturating_sub(columns);
    }

    /// Writes a list item: `mark` before its first line, the others indented to match.
    pub(super) fn item(&mut self, mark: &str, added: bool, write: impl FnOnce(&mut Self)) {
        self.finish_mark();
        self.mark = Some(Mark {
            text: mark.to_owned(),
            added,
        });
        self.indented(mark.width() + 1, write);
        self.finish_mark();
    }

    /// Puts a mark that still waits for words on a line of its own.
    fn finish_mark(&mut self) {
        if self.mark.is_some() {
            self.line("", "");
        }
    }

    fn line(&mut self, added: &str, words: &str) {
        let is_word = self.mark.as_ref().is_some_and(|mark| !mark.added);
        if is_word && !added.trim().is_empty() {
            // Below the mark: on its line, ink and labels would count as words.
            self.finish_mark();
            self.stick();
        }
        let lead = self.lead();
        let mut line = Line::layout(" ".repeat(lead));
        if let Some(mark) = self.mark.take() {
            line.added = " ".repeat(lead.saturating_sub(mark.text.width() + 1));
            if mark.added {
                line.added = format!("{}{} ", line.added, mark.text);
            } else {
                line.words = format!("{} ", mark.text);
            }
        }
        if line.words.is_empty() {
            line.added.push_str(added);
        } else {
            line.words.push_str(added);
        }
        line.words.push_str(words);
        if line.words.is_empty() {
            line.added.truncate(line.added.trim_end().len());
        }
        line.words.truncate(line.words.trim_end().len());
        self.push(line);
    }
}

/// `text` with its line breaks as spaces.
pub(super) fn one_line(text: &str) -> String {
    text.replace('\n', " ").trim().to_owned()
}

/// The lines of `text` in at most `columns`, filled first-fit. Words, addresses among them, are never cut.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let options = Options::new(columns)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_separator(WordSeparator::Custom(words))
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    textwrap::wrap(text, options)
        .into_iter()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

/// Parts of a line between which it may break: after spaces, and between wide letters, which have none. Where Unicode's
/// rules would break elsewhere, after a hyphen or a slash, the parts stay together.
fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut words = WordSeparator::AsciiSpace.find_words(line);
    if !line.chars().any(|ch| is_wide(Some(ch))) {
        let mut at = 0;
        return Box::new(std::iter::from_fn(move || {
            let start = at;
            loop {
                let word = words.next()?;
                let end = at + word.word.len();
                at = end + word.whitespace.len();
                let is_short = end - start <= LONGEST_KEPT;
                if !(is_short && keeps_together(line, &(end..at))) {
                    return line.get(start..at).map(Word::from);
                }
            }
        }));
    }
    let mut at = 0;
    Box::new(words.flat_map(move |word| {
        let start = at;
        at += word.word.len() + word.whitespace.len();
        parted(line.get(start..at).unwrap_or_default())
    }))
}

/// Numbers with their units and signs stay on one line up to so many bytes: more is no dose.
const LONGEST_KEPT: usize = 24;

/// The parts of a word and the spaces after it, parted between wide letters.
fn parted(word: &str) -> Vec<Word<'_>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for part in WordSeparator::UnicodeBreakProperties.find_words(word) {
        at += part.word.len() + part.whitespace.len();
        let between_wide = word.split_at_checked(at).is_some_and(|(before, after)| {
            is_wide(before.chars().next_back()) && is_wide(after.chars().next())
        });
        if between_wide {
            parts.extend(word.get(start..at).map(Word::from));
            start = at;
        }
    }
    let rest = word.get(start..).filter(|rest| !rest.is_empty());
    parts.extend(rest.map(Word::from));
    parts
}

fn is_wide(ch: Option<char>) -> bool {
    ch.and_then(UnicodeWidthChar::width) == Some(2)
}
