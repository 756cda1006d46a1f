//! Reads lines ahead of the work on them, as many as fit into a fixed room.

use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// As many bytes of lines wait for work, and as many are worked on at a time; a longer line does so alone.
const ROOM_BYTES: usize = 16_000_000;
/// At most as many lines are worked on at a time.
const BATCH_LINES: usize = 512;

/// A line without its end.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The whole line.
    Whole(Vec<u8>),
    /// The start of one that is too long.
    TooLong(Vec<u8>),
}

/// The lines of a stream, as they arrive.
#[derive(Debug)]
pub(super) struct Feed {
    waiting: Arc<Waiting>,
}

#[derive(Debug, Default)]
struct Waiting {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    lines: VecDeque<Line>,
    bytes: usize,
    end: Option<io::Result<()>>,
}

impl Feed {
    /// Reads lines of at most `line_max` bytes from `stream`.
    ///
    /// The reading goes on by itself: it ends with the stream, or with the process.
    pub(super) fn start(stream: impl Read + Send + 'static, line_max: u64) -> io::Result<Self> {
        let waiting = Arc::new(Waiting::default());
        let reader = Arc::clone(&waiting);
        thread::Builder::new().spawn(move || {
            let end = read(BufReader::with_capacity(1 << 16, stream), line_max, &reader);
            reader.lock().end = Some(end);
            reader.changed.notify_all();
        })?;
        Ok(Self { waiting })
    }

    /// The next lines: those that are there, at least one; none at the end of the stream.
    pub(super) fn next(&self) -> io::Result<Vec<Line>> {
        let mut state = self.waiting.lock();
        while state.lines.is_empty() {
            if let Some(end) = state.end.take() {
                // A stream that has ended stays so.
                state.end = Some(Ok(()));
                return end.map(|()| Vec::new());
            }
            state = self.waiting.wait(state);
        }
        let mut batch = Vec::new();
        let mut bytes = 0;
        while let Some(line) = state.lines.front()
            && batch.len() < BATCH_LINES
            && (batch.is_empty() || bytes + line.len() <= ROOM_BYTES)
        {
            bytes += line.len();
            batch.extend(state.lines.pop_front());
        }
        state.bytes -= bytes;
        drop(state);
        self.waiting.changed.notify_all();
        Ok(batch)
    }
}

impl Line {
    fn len(&self) -> usize {
        match self {
            Self::Whole(bytes) | Self::TooLong(bytes) => bytes.len(),
        }
    }
}

impl Waiting {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        let waited = self.changed.wait(state);
        waited.unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a line as soon as there is room.
    fn push(&self, line: Line) {
        let mut state = self.lock();
        while !state.lines.is_empty() && state.bytes + line.len() > ROOM_BYTES {
            state = self.wait(state);
        }
        state.bytes += line.len();
        state.lines.push_back(line);
        drop(state);
        self.changed.notify_all();
    }
}

fn read(mut stream: impl BufRead, line_max: u64, waiting: &Waiting) -> io::Result<()> {
    loop {
        let mut line = Vec::new();
        // One byte more than the longest line and its end.
        let taken = (&mut stream)
            .take(line_max + 2)
            .read_until(b'\n', &mut line)?;
        if taken == 0 {
            return Ok(());
        }
        let is_whole = line.pop_if(|last| *last == b'\n').is_some() || taken as u64 <= line_max;
        if is_whole && line.len() as u64 <= line_max {
            waiting.push(Line::Whole(line));
            continue;
        }
        line.truncate(1000);
        line.shrink_to_fit();
        if !is_whole {
            stream.skip_until(b'\n')?;
        }
        waiting.push(Line::TooLong(line));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::mem;

    fn lines(text: &'static [u8], line_max: u64) -> Vec<Line> {
        let feed = Feed::start(text, line_max).unwrap();
        let mut lines = Vec::new();
        loop {
            let next = feed.next().unwrap();
            if next.is_empty() {
                return lines;
            }
            lines.extend(next);
        }
    }

    fn whole(line: &str) -> Line {
        Line::Whole(line.as_bytes().to_vec())
    }

    #[test]
    fn every_line_arrives_in_order() {
        assert_eq!(lines(b"", 5), []);
        assert_eq!(lines(b"a\n\nb", 5), [whole("a"), whole(""), whole("b")]);
        assert_eq!(lines(b"a\n", 5), [whole("a")]);
    }

    #[test]
    fn a_line_that_is_too_long_is_told_and_passed_over() {
        let long = |text: &str| Line::TooLong(text.as_bytes().to_vec());
        assert_eq!(lines(b"12345\n1\n", 5), [whole("12345"), whole("1")]);
        assert_eq!(lines(b"12345", 5), [whole("12345")]);
        assert_eq!(lines(b"123456\n1\n", 5), [long("123456"), whole("1")]);
        assert_eq!(lines(b"123456", 5), [long("123456")]);
        assert_eq!(lines(b"12345678\n1", 5), [long("1234567"), whole("1")]);
    }

    #[test]
    fn more_than_there_is_room_for_arrives_all_the_same() {
        let line = "x".repeat(ROOM_BYTES / 3);
        let text: &'static str = Box::leak([line.as_str(); 8].join("\n").into_boxed_str());
        let feed = Feed::start(text.as_bytes(), u64::MAX / 2).unwrap();
        let mut count = 0;
        loop {
            let batch = feed.next().unwrap();
            if batch.is_empty() {
                break;
            }
            assert!(batch.len() <= 3, "{}", batch.len());
            count += batch.len();
        }
        assert_eq!(count, 8);
    }

    #[test]
    fn a_stream_that_fails_says_so_after_its_lines() {
        struct Broken(bool);
        impl Read for Broken {
            fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
                if mem::replace(&mut self.0, true) {
                    return Err(io::Error::other("gone"));
                }
                into[..2].copy_from_slice(b"a\n");
                Ok(2)
            }
        }
        let feed = Feed::start(Broken(false), 5).unwrap();
        assert_eq!(feed.next().unwrap(), [whole("a")]);
        assert_eq!(feed.next().unwrap_err().to_string(), "gone");
        assert!(feed.next().unwrap().is_empty());
    }
}
