//! Lines of plain text under construction: indents, wrapping, rules.

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// However deep the indent, this many columns are left for words.
const LEAST: usize = 24;

/// Rules and frames where lines have no limit: a reader's window will be at least this wide.
const UNLIMITED_RULE: usize = 24;

/// One line: what the exporter adds before the words, then the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Indent, bullet, rule.
    pub(super) added: String,
    /// Words of the handout.
    pub(super) words: String,
}

/// What stands before the first line of a list item instead of the indent.
#[derive(Debug)]
struct Mark {
    indent: usize,
    text: String,
    /// Whether the mark is the exporter's own, not a word of the handout.
    added: bool,
}

/// A column of lines.
#[derive(Debug)]
pub(super) struct Sheet {
    width: usize,
    indent: usize,
    mark: Option<Mark>,
    lines: Vec<Line>,
}

impl Sheet {
    /// An empty sheet of `width` columns; 0 for lines without a limit.
    pub(super) fn new(width: usize) -> Self {
        Self {
            width,
            indent: 0,
            mark: None,
            lines: Vec::new(),
        }
    }

    /// The lines.
    pub(super) fn into_lines(self) -> Vec<Line> {
        self.lines
    }

    /// The columns left for words; `None` without a limit.
    pub(super) fn columns(&self) -> Option<usize> {
        (self.width > 0).then(|| self.width.saturating_sub(self.indent).max(LEAST))
    }

    /// A blank line, unless nothing stands above it, a blank line does, or the mark of a list item waits for its words.
    pub(super) fn gap(&mut self) {
        let blank = |line: &Line| line.added.is_empty() && line.words.is_empty();
        let wanted = self.lines.last().is_some_and(|last| !blank(last));
        if wanted && self.mark.is_none() {
            self.lines.push(Line {
                added: String::new(),
                words: String::new(),
            });
        }
    }

    /// Words, wrapped where lines have a limit; each `\n` starts a line.
    pub(super) fn words(&mut self, text: &str) {
        for line in text.split('\n') {
            let line = line.trim();
            if line.is_empty() {
                continue;
            }
            match self.columns() {
                Some(columns) => {
                    for line in wrap(line, columns) {
                        self.line("", &line);
                    }
                }
                None => self.line("", line),
            }
        }
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
        for line in lines {
            self.line(&line, "");
        }
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
        self.line(label.trim_end(), "");
        self.indented(4, |sheet| sheet.words(&text));
    }

    /// A rule of `ink` over all columns, or over `columns` if these are fewer.
    pub(super) fn rule(&mut self, ink: char, columns: Option<usize>) {
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
        self.indent -= columns;
    }

    /// Writes a list item: `mark` before its first line, the others indented to match.
    pub(super) fn item(&mut self, mark: &str, added: bool, write: impl FnOnce(&mut Self)) {
        self.finish_mark();
        self.mark = Some(Mark {
            indent: self.indent,
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
        let mut line = Line {
            added: " ".repeat(self.indent),
            words: String::new(),
        };
        if let Some(mark) = self.mark.take() {
            line.added = " ".repeat(mark.indent);
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
        self.lines.push(line);
    }
}

/// `text` with its line breaks as spaces.
pub(super) fn one_line(text: &str) -> String {
    text.replace('\n', " ").trim().to_owned()
}

/// The lines of `text` in at most `columns`, filled first-fit. Words, addresses among them, are never cut.
fn wrap(text: &str, columns: usize) -> Vec<String> {
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

/// Parts of a line between which it may break: after white space, and between wide letters, which have no spaces. Where
/// Unicode's rules would break elsewhere, after a hyphen or a slash, the parts stay together.
fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    if !line.chars().any(|ch| is_wide(Some(ch))) {
        return WordSeparator::AsciiSpace.find_words(line);
    }
    let mut parts: Vec<&str> = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for part in WordSeparator::UnicodeBreakProperties.find_words(line) {
        at += part.word.len() + part.whitespace.len();
        if line
            .split_at_checked(at)
            .is_some_and(|(before, after)| may_break(before, after))
        {
            parts.extend(line.get(start..at));
            start = at;
        }
    }
    parts.extend(line.get(start..).filter(|rest| !rest.is_empty()));
    Box::new(parts.into_iter().map(Word::from))
}

fn may_break(before: &str, after: &str) -> bool {
    let last = before.chars().next_back();
    let next = after.chars().next();
    last == Some(' ') || (is_wide(last) && is_wide(next))
}

fn is_wide(ch: Option<char>) -> bool {
    ch.and_then(UnicodeWidthChar::width) == Some(2)
}
