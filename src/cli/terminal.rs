//! Standard output and standard error: how wide, how colourful, and the notes that go there.

use super::args::Color;
use crate::report::{defused, diff, text, visible};
use anstream::stream::{AsLockedWrite, RawStream};
use anstream::{AutoStream, ColorChoice};
use std::io::{self, IsTerminal, Write};

/// The columns of what is no terminal.
const WIDTH: usize = 80;
/// The fewest and the most columns that a report takes; longer lines are hard to read.
const WIDTH_MIN: usize = 40;
const WIDTH_MAX: usize = 120;

/// Prints a text report that `report` makes on standard output.
pub(super) fn print(
    color: Color,
    all: bool,
    report: impl FnOnce(&text::Options, &mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    print_on(io::stdout(), color, all, report)
}

/// Prints a text report that `report` makes on standard error.
pub(super) fn print_aside(
    color: Color,
    all: bool,
    report: impl FnOnce(&text::Options, &mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    print_on(io::stderr(), color, all, report)
}

/// Prints a diff that `show` makes on standard output.
pub(super) fn print_diff(
    color: Color,
    show: impl FnOnce(diff::Options, &mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let visible = io::stdout().is_terminal();
    print(color, false, |options, out| {
        let options = diff::Options {
            colour: options.colour,
            visible,
        };
        show(options, out)
    })
}

fn print_on<S: RawStream + AsLockedWrite + IsTerminal>(
    stream: S,
    color: Color,
    all: bool,
    report: impl FnOnce(&text::Options, &mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let choice = match color {
        Color::Auto => AutoStream::choice(&stream),
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    let options = text::Options {
        width: width(&stream),
        colour: choice != ColorChoice::Never,
        all,
        only_from: None,
    };
    let mut made = Vec::new();
    report(&options, &mut made)?;
    let mut stream = AutoStream::new(stream, choice);
    stream.write_all(&made)?;
    stream.flush()
}

/// The columns of standard output.
pub(super) fn output_width() -> usize {
    width(&io::stdout())
}

fn width(stream: &impl IsTerminal) -> usize {
    let of_terminal = stream
        .is_terminal()
        .then(terminal_size::terminal_size)
        .flatten()
        .map(|(width, _)| usize::from(width.0));
    of_terminal.unwrap_or(WIDTH).clamp(WIDTH_MIN, WIDTH_MAX)
}

/// Writes the result that `write` makes to standard output, through a buffer.
pub(super) fn print_result(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    write(&mut out)?;
    out.flush()
}

/// Tells of a failure on standard error: `error: cannot read a.md: ...`.
pub(super) fn complain(message: &str) {
    note(&format!("error: {message}"));
}

/// Clears the screen where standard output is a terminal.
pub(super) fn clear() -> io::Result<()> {
    let mut out = io::stdout();
    if out.is_terminal() {
        // The screen, what scrolled off it, and the cursor to the corner.
        out.write_all(b"\x1b[2J\x1b[3J\x1b[H")?;
        out.flush()?;
    }
    Ok(())
}

/// Writes one line to standard error; if that is closed, nobody wants to know.
pub(super) fn note(line: &str) {
    let _ = writeln!(io::stderr(), "{}", defused(&visible(line)));
}
