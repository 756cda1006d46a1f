//! From prose to runs: styles, links with the numbers of their notes, calls of footnotes.

use super::build::Builder;
use super::closing::address;
use super::links::{Note, Target};
use super::visible::{one_line, visible};
use super::{Link, Run, Style};
use crate::article::{Mark, MarkKind, Piece, Prose};
use crate::facts::spelled::{raised, starts_struck};

impl Builder<'_> {
    /// The words of `prose` without white space at the ends, with the notes that paper needs.
    pub(super) fn runs(&mut self, prose: &Prose) -> Vec<Run> {
        let prose = prose.trimmed();
        let links = self.targets(&prose);
        let mut runs = Vec::new();
        for piece in prose.pieces() {
            if let Some(number) = self.footnote(&piece) {
                self.called.insert(number);
                push_note(&mut runs, &self.labels.note_call(number));
                if let Some(call) = runs.last_mut() {
                    call.note = Some(number);
                }
                continue;
            }
            if starts_struck(&piece) {
                runs.push(Run::plain(format!("[{} ", self.labels.struck_out)));
            }
            push_piece(&mut runs, &prose, &piece, &links);
            for (index, mark) in piece.marks.iter().rev() {
                if mark.range.end != piece.range.end {
                    continue;
                }
                if mark.kind == MarkKind::Strikethrough {
                    runs.push(Run::plain("]"));
                }
                match note_of(&links, *index) {
                    Some((_, Some(Note::Number(number)))) => {
                        push_note(&mut runs, &self.links.call(self.labels, *number));
                    }
                    Some((_, Some(Note::Address(url)))) => {
                        push_address(&mut runs, address(url, mark.span));
                    }
                    Some((_, None)) | None => {}
                }
            }
        }
        runs
    }

    /// Preformatted words: white space at the ends stays.
    pub(super) fn code_runs(prose: &Prose) -> Vec<Run> {
        vec![Run {
            text: visible(prose.text()).into_owned(),
            style: Style {
                code: true,
                ..Style::default()
            },
            span: Some(prose.whole()),
            ..Run::default()
        }]
    }

    /// For each mark of `prose`: where it leads, if it is a link that paper can follow.
    fn targets(&mut self, prose: &Prose) -> Vec<Option<(Link, Option<Note>)>> {
        let mut targets = Vec::new();
        for mark in prose.marks() {
            targets.push(self.target(prose, mark));
        }
        targets
    }

    fn target(&mut self, prose: &Prose, mark: &Mark) -> Option<(Link, Option<Note>)> {
        let MarkKind::Link { url, .. } = &mark.kind else {
            return None;
        };
        let description = one_line(prose.text().get(mark.range.clone())?);
        if description.trim().is_empty() {
            return None;
        }
        let Target { url, note } = self.links.target(url, &description, mark.span)?;
        Some((Link { url, description }, note))
    }

    /// The number of the footnote that `piece` calls.
    fn footnote(&self, piece: &Piece<'_>) -> Option<usize> {
        let called = piece.marks.iter().find_map(|(_, mark)| match &mark.kind {
            MarkKind::Footnote { label } => Some(label),
            _ => None,
        })?;
        let mut footnotes = self.cx.article.footnotes.iter();
        footnotes
            .find(|footnote| footnote.label == *called)
            .map(|footnote| footnote.number)
    }
}

/// The words of runs.
pub(crate) fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

fn push_piece(
    runs: &mut Vec<Run>,
    prose: &Prose,
    piece: &Piece<'_>,
    links: &[Option<(Link, Option<Note>)>],
) {
    let mut style = Style::default();
    let mut link = None;
    for (index, mark) in &piece.marks {
        set_style(&mut style, &mark.kind);
        if let Some((target, _)) = note_of(links, *index) {
            link = Some(target.clone());
        }
    }
    let mut text = visible(piece.text).into_owned();
    if style.superscript
        && let Some(raised) = raised(&text)
    {
        text = raised;
        style.superscript = false;
    }
    if !text.is_empty() {
        runs.push(Run {
            text,
            style,
            link,
            span: Some(prose.span(piece.range.clone())),
            note: None,
        });
    }
}

fn note_of(links: &[Option<(Link, Option<Note>)>], index: usize) -> Option<&(Link, Option<Note>)> {
    links.get(index)?.as_ref()
}

fn set_style(style: &mut Style, kind: &MarkKind) {
    match kind {
        MarkKind::Emphasis => style.emphasis = true,
        MarkKind::Strong => style.strong = true,
        MarkKind::Strikethrough => style.strikethrough = true,
        MarkKind::Code => style.code = true,
        MarkKind::Superscript => style.superscript = true,
        MarkKind::Subscript => style.subscript = true,
        MarkKind::Link { .. } | MarkKind::Image { .. } | MarkKind::Footnote { .. } => {}
    }
}

/// Adds a note after the words so far, with a space on the side where there is none.
fn push_note(runs: &mut Vec<Run>, note: &str) {
    let spaced = runs
        .last()
        .is_none_or(|run| run.text.ends_with(char::is_whitespace));
    runs.push(Run::plain(if spaced {
        format!("{note} ")
    } else {
        format!(" {note}")
    }));
}

/// Adds an address in brackets after the words so far.
fn push_address(runs: &mut Vec<Run>, address: Run) {
    push_note(runs, "(");
    if let Some(opening) = runs.last_mut() {
        opening.text.truncate(opening.text.trim_end().len());
    }
    let spaced = runs.last().is_some_and(|run| !run.text.starts_with(' '));
    runs.push(address);
    runs.push(Run::plain(if spaced { ") " } else { ")" }));
}
