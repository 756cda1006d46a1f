//! What fixing would change, as a unified diff that `patch` reads.

use super::visible;
use crate::source::Source;
use anstyle::{AnsiColor, Style};
use similar::TextDiff;
use std::io::{self, Write};

/// How a diff is set.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Whether to colour it, by ANSI escapes.
    pub colour: bool,
    /// Whether to write steering characters out, for a terminal; what `patch` reads must have them.
    pub visible: bool,
}

/// Unchanged lines around each change.
const CONTEXT: usize = 3;

/// Writes how `after` differs from the text of `before`.
pub fn write(
    before: &Source,
    after: &str,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let name = visible(before.name());
    let diff = TextDiff::from_lines(before.text(), after);
    let diff = diff
        .unified_diff()
        .context_radius(CONTEXT)
        .header(&name, &name)
        .to_string();
    for line in diff.split_inclusive('\n') {
        let line = line.strip_suffix('\n').unwrap_or(line);
        let shown = if options.visible {
            visible(line.trim_end_matches('\r'))
        } else {
            line.into()
        };
        match style(line).filter(|_| options.colour) {
            Some(style) => writeln!(out, "{style}{shown}{style:#}")?,
            None => writeln!(out, "{shown}")?,
        }
    }
    Ok(())
}

fn style(line: &str) -> Option<Style> {
    match line.get(..1) {
        Some("+") => Some(AnsiColor::Green.on_default()),
        Some("-") => Some(AnsiColor::Red.on_default()),
        Some("@") => Some(AnsiColor::Cyan.on_default()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Format;

    fn shown(before: &str, after: &str, visible: bool) -> String {
        let source = Source::new("a.md", before, Format::Markdown);
        let mut out = Vec::new();
        let options = Options {
            colour: false,
            visible,
        };
        write(&source, after, options, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_diff_shows_the_lines_around_a_change_and_keeps_their_ends() {
        assert_eq!(
            shown(
                "# A\r\n\r\nIs it safe\r\n",
                "# A\r\n\r\nIs it safe?\r\n",
                false
            ),
            "--- a.md\n+++ a.md\n@@ -1,3 +1,3 @@\n # A\r\n \r\n-Is it safe\r\n+Is it safe?\r\n"
        );
    }

    #[test]
    fn a_terminal_gets_no_steering_characters() {
        let shown = shown("a\u{1b}[2J\r\nb\n", "a\u{1b}[2J\r\nc\n", true);
        assert!(shown.contains(" a<U+001B>[2J\n"), "{shown:?}");
    }
}
