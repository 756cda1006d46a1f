//! Text for programs that have no marks: what a mark says that changes the meaning is spelled out as on paper.

use super::Labels;
use super::runs::{raised, starts_struck};
use super::visible::visible;
use crate::article::{Footnote, MarkKind, Prose};

/// The text of `prose` without white space at its ends, with struck-out words, powers and calls of `footnotes` spelled as
/// plain text spells them: without that, `10^3^` would be 103, and the first note behind "5" would make it 51.
pub(crate) fn spelled(prose: &Prose, labels: &Labels, footnotes: &[Footnote]) -> String {
    let tells = |kind: &MarkKind| {
        matches!(
            kind,
            MarkKind::Strikethrough | MarkKind::Superscript | MarkKind::Footnote { .. }
        )
    };
    if !prose.marks().iter().any(|mark| tells(&mark.kind)) {
        return visible(prose.text().trim()).into_owned();
    }
    let prose = prose.trimmed();
    let mut text = String::new();
    for piece in prose.pieces() {
        let kinds = || piece.marks.iter().map(|(_, mark)| &mark.kind);
        let number = kinds().find_map(|kind| called(kind, footnotes));
        if let Some(number) = number {
            push_note(&mut text, &labels.note_call(number));
            continue;
        }
        if starts_struck(&piece) {
            text.push('[');
            text.push_str(&labels.struck_out);
            text.push(' ');
        }
        let up = kinds().any(|kind| *kind == MarkKind::Superscript);
        let up = up.then(|| raised(piece.text)).flatten();
        text.push_str(up.as_deref().unwrap_or(piece.text));
        let ends = |mark: &crate::article::Mark| {
            mark.kind == MarkKind::Strikethrough && mark.range.end == piece.range.end
        };
        if piece.marks.iter().any(|(_, mark)| ends(mark)) {
            text.push(']');
        }
    }
    visible(text.trim()).into_owned()
}

/// The number of the footnote that a mark calls.
fn called(kind: &MarkKind, footnotes: &[Footnote]) -> Option<usize> {
    let MarkKind::Footnote { label } = kind else {
        return None;
    };
    let footnote = footnotes.iter().find(|footnote| footnote.label == *label);
    footnote.map(|footnote| footnote.number)
}

/// Adds a note with a space on the side where there is none.
fn push_note(text: &mut String, note: &str) {
    let spaced = text.is_empty() || text.ends_with(char::is_whitespace);
    if !spaced {
        text.push(' ');
    }
    text.push_str(note);
    if spaced {
        text.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::spelled;
    use crate::config::Labels;
    use crate::parse;
    use crate::source::{Format, Source};

    #[test]
    fn numbers_stay_what_they_are_without_marks() {
        for (text, expected) in [
            ("~~5 mg~~ 10 mg", "[struck out: 5 mg] 10 mg"),
            ("10^3^ or 2<sup>st</sup>", "10³ or 2st"),
            (
                "Kills 5[^a] people[^a].",
                "Kills 5 [note 1] people [note 1].",
            ),
            ("*a* **b** c", "a b c"),
        ] {
            let text = format!("{text}\n\n[^a]: x\n");
            let article = parse::article(Source::new("a.md", text, Format::Markdown));
            let prose = article.texts()[0].prose;
            let found = spelled(prose, Labels::of("en"), &article.footnotes);
            assert_eq!(found, expected);
        }
    }
}
