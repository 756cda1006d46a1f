//! Articles as JSON lines on standard input, and one answer for each, in order, on standard output: so that an engine that
//! spreads work over machines can run facetdoc as a part of its pipeline.

mod check;
mod config;
mod export;
mod feed;

pub(super) use check::check;
pub(super) use export::export;

use super::args::{Color, ConfigArgs, InputArgs};
use super::{Error, Outcome, articles, jobs, terminal};
use crate::article::Article;
use crate::config::Config;
use crate::report::answer;
use crate::source::{BadRecord, Id, Record};
use config::ById;
use feed::{Feed, Line};
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

/// A letter of a text can take as many bytes of JSON: `\u0041`.
const ESCAPED_BYTES: u64 = 6;
/// Room for what a record holds beside its text.
const OTHER_BYTES: u64 = 65_536;
/// How standard input is called.
const NAME: &str = "<stdin>";

/// The answer to one record.
struct Answer {
    /// One line of JSON with its end.
    line: String,
    outcome: Outcome,
}

/// Answers every line of standard input with what `work` makes of its article, in order.
///
/// Answers are written as soon as all lines that are there have one, so that a program can wait for them. A record that
/// cannot be worked on is answered with its error, told on standard error, and ends nothing.
fn answer_all(
    input: &InputArgs,
    config: &ConfigArgs,
    color: Color,
    work: impl Fn(&Id, Article, &Arc<Config>) -> Answer + Sync,
) -> Result<Outcome, Error> {
    let layers = config::layers(config, color)?;
    let stack = layers.stack()?;
    let configs = ById::new(&layers, &stack)?;
    let line_max = input.max_bytes * ESCAPED_BYTES + OTHER_BYTES;
    if io::stdin().is_terminal() {
        terminal::note("reading a record a line from the terminal; Ctrl-D ends");
    }
    let unreadable = |error: io::Error| Error::Unreadable {
        file: NAME.to_owned(),
        why: format!("cannot be read: {}", super::refusal::refusal(&error)),
    };
    let feed = Feed::start(io::stdin(), line_max).map_err(unreadable)?;
    let mut out = io::stdout().lock();
    let mut outcome = Outcome::Clean;
    let mut number = 0;
    loop {
        let batch = feed.next().map_err(unreadable)?;
        if batch.is_empty() {
            break;
        }
        let answers = jobs::each(&batch, input.jobs, |line| {
            let record = read(line, input.max_bytes)?;
            let id = record.id.clone();
            let refused = |message| BadRecord::refused(record.id, message);
            let config = match configs.of(record.source.name()) {
                Ok(config) => config,
                Err(error) => return Err(refused(error.to_string())),
            };
            let article = articles::parsed(record.source, &config).map_err(refused)?;
            Ok(work(&id, article, &config))
        });
        for (line, answer) in batch.iter().zip(answers) {
            number += 1;
            let answer = answer.unwrap_or_else(|bug| {
                let id = read(line, input.max_bytes).ok().map(|record| record.id);
                let start = None;
                let message = bug.describe("the work on this record");
                Err(BadRecord { id, message, start })
            });
            let answer = answer.unwrap_or_else(|bad| failed(number, &bad));
            out.write_all(answer.line.as_bytes())?;
            outcome = outcome.max(answer.outcome);
        }
        out.flush()?;
    }
    if number == 0 {
        terminal::note("there was no record to answer");
    }
    Ok(outcome)
}

fn read(line: &Line, bytes_max: u64) -> Result<Record, BadRecord> {
    match line {
        Line::Whole(line) => Record::read(line, bytes_max),
        Line::TooLong(start) => Err(BadRecord::too_long(start, bytes_max)),
    }
}

/// The answer to line `number`, which cannot be worked on; it is told on standard error, too.
fn failed(number: usize, bad: &BadRecord) -> Answer {
    terminal::complain(&format!("{NAME}:{number}: {}", bad.message));
    Answer {
        line: answer::failed(bad),
        outcome: Outcome::Failed,
    }
}
