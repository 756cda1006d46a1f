//! Lines that a mail program has marked as quoted: "> Rest your knee."

use std::ops::Range;

/// So many lines with a mark below each other are a quotation; fewer may be signs: "> 38 °C".
const LINES_MIN: usize = 3;

/// The runs of quoted lines among `lines`, by their places in it: of three or more, one of which is blank but for its mark
/// and one of which starts with a letter.
pub(super) fn runs(lines: &[&str]) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    for (at, line) in lines.iter().enumerate() {
        if !line.trim_start().starts_with('>') {
            runs.push(start..at);
            start = at + 1;
        }
    }
    runs.push(start..lines.len());
    runs.retain(|run| {
        run.len() >= LINES_MIN && is_quotation(lines.get(run.clone()).unwrap_or(&[]))
    });
    runs
}

fn is_quotation(lines: &[&str]) -> bool {
    let is_blank = lines.iter().any(|line| words(line).is_empty());
    is_blank
        && lines
            .iter()
            .any(|line| words(line).starts_with(char::is_alphabetic))
}

/// The bytes of the marks before the words of a quoted line, with the white space before, between and after them.
pub(super) fn mark(line: &str) -> usize {
    line.len() - words(line).len()
}

/// What stands behind the marks. A second one before a number is a sign.
fn words(line: &str) -> &str {
    let mut rest = line.trim_start();
    let mut marks = 0;
    while let Some(inner) = rest.strip_prefix('>').map(str::trim_start) {
        if marks > 0 && inner.starts_with(|ch: char| ch.is_ascii_digit()) {
            break;
        }
        rest = inner;
        marks += 1;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_of_marked_lines_is_a_quotation_and_signs_are_kept() {
        let lines = ["Hi,", "> Knee pain", ">", ">> Call if it is > 38", "Bye"];
        assert_eq!(runs(&lines).first(), Some(&(1..4)));
        assert_eq!(words("> > 38 °C"), "> 38 °C");
        assert_eq!(words(">> Rest."), "Rest.");
        assert_eq!(mark("> a"), 2);
        let signs = ["> 38 °C: call", "> 39 °C: call now", "> 40 °C: call 911"];
        assert!(runs(&signs).is_empty());
        assert!(runs(&["> a", ">"]).is_empty());
    }
}
