//! Finds the articles that are asked for and reads them.

use super::Error;
use super::args::InputArgs;
use crate::report::Failure;
use crate::source::{Format, Source};
use ignore::WalkBuilder;
use std::collections::BTreeSet;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Where articles are looked for when nothing is said.
const DEFAULT_FOLDER: &str = "source";
/// The endings of files that are read.
const ENDINGS: &[&str] = &["md", "markdown", "txt"];
/// How standard input is called where it has no name.
const STDIN_NAME: &str = "<stdin>";

/// An article to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Input {
    /// The name under which it is reported.
    pub name: String,
    /// Where its handouts go below the output folder, without an ending.
    pub stem: PathBuf,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where an article comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Origin {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

/// The articles that were found, and what was asked for but is not there.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    /// Each article once, in the order asked for; those of a folder by path.
    pub found: Vec<Input>,
    /// Paths that cannot be read.
    pub failures: Vec<Failure>,
}

/// Why an article cannot be read.
#[derive(Debug)]
pub(super) enum ReadError {
    Open(io::Error),
    Missing,
    NothingInside,
    WrongEnding,
    TooLarge { limit: u64 },
    Binary { byte: usize, line: usize },
    NotUtf8 { byte: usize, line: usize },
    Utf16,
    Walk(ignore::Error),
}

impl fmt::Display for ReadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open(error) => write!(out, "cannot be read: {error}"),
            Self::Missing => write!(out, "there is no such file or folder"),
            Self::NothingInside => write!(
                out,
                "nothing to read in this folder: facetdoc reads .md, .markdown and .txt"
            ),
            Self::WrongEnding => write!(out, "not read: facetdoc reads .md, .markdown and .txt"),
            Self::TooLarge { limit } => {
                write!(out, "larger than {limit} bytes; --max-bytes allows more")
            }
            Self::Binary { byte, line } => write!(
                out,
                "not text: a NUL at byte {byte} (line {line}); export it as text or Markdown first"
            ),
            Self::NotUtf8 { byte, line } => write!(
                out,
                "not UTF-8 at byte {byte} (line {line}); save it with the encoding UTF-8"
            ),
            Self::Utf16 => write!(
                out,
                "not UTF-8 at byte 0 (line 1), it looks like UTF-16; save it with the encoding UTF-8"
            ),
            Self::Walk(error) => write!(out, "cannot be searched: {error}"),
        }
    }
}

impl Inputs {
    /// What `args` ask for; `skip` is a folder that is not searched.
    pub(super) fn find(args: &InputArgs, skip: Option<&Path>) -> Result<Self, Error> {
        let mut inputs = Self::default();
        let default;
        let paths = if args.paths.is_empty() {
            default = [default_folder()];
            &default
        } else {
            args.paths.as_slice()
        };
        let asks_for_stdin = paths.iter().any(|path| is_stdin(path));
        if args.stdin_filename.is_some() && !asks_for_stdin {
            return Err(Error::Usage(
                "--stdin-filename names standard input; add - to the paths to read it".to_owned(),
            ));
        }
        let skip = skip.and_then(|skip| skip.canonicalize().ok());
        for path in paths {
            if is_stdin(path) {
                inputs.found.push(stdin_input(args));
            } else {
                inputs.add(path, skip.as_deref());
            }
        }
        inputs.keep_first_of_each();
        Ok(inputs)
    }

    fn add(&mut self, path: &Path, skip: Option<&Path>) {
        match path.metadata() {
            Ok(meta) if meta.is_dir() => self.add_folder(path, skip),
            Ok(_) if has_ending(path) => self.found.push(file_input(path, None)),
            Ok(_) => self.fail(path, &ReadError::WrongEnding),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.fail(path, &ReadError::Missing);
            }
            Err(error) => self.fail(path, &ReadError::Open(error)),
        }
    }

    fn add_folder(&mut self, folder: &Path, skip: Option<&Path>) {
        let skip = skip.map(Path::to_path_buf);
        let walk = WalkBuilder::new(folder)
            .require_git(false)
            .filter_entry(move |entry| {
                skip.is_none() || entry.depth() == 0 || entry.path().canonicalize().ok() != skip
            })
            .build();
        let mut files = Vec::new();
        let failures = self.failures.len();
        for entry in walk {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                    files.push(entry.into_path());
                }
                Ok(_) => {}
                Err(error) => self.fail(folder, &ReadError::Walk(error)),
            }
        }
        files.retain(|file| has_ending(file));
        files.sort();
        if files.is_empty() && self.failures.len() == failures {
            self.fail(folder, &ReadError::NothingInside);
        }
        self.found
            .extend(files.iter().map(|file| file_input(file, Some(folder))));
    }

    fn fail(&mut self, path: &Path, error: &ReadError) {
        self.failures.push(Failure {
            file: displayed(path),
            message: error.to_string(),
        });
    }

    /// Keeps the first of several paths to one file.
    fn keep_first_of_each(&mut self) {
        let mut seen = BTreeSet::new();
        self.found.retain(|input| {
            seen.insert(match &input.origin {
                Origin::File(path) => Some(path.canonicalize().unwrap_or_else(|_| path.clone())),
                Origin::Stdin => None,
            })
        });
    }
}

impl Input {
    /// Reads the article; one of more than `max_bytes` is refused.
    pub(super) fn read(&self, max_bytes: u64) -> Result<Source, Failure> {
        self.read_source(max_bytes).map_err(|error| Failure {
            file: self.name.clone(),
            message: error.to_string(),
        })
    }

    fn read_source(&self, max_bytes: u64) -> Result<Source, ReadError> {
        let bytes = match &self.origin {
            Origin::File(path) => {
                read_at_most(File::open(path).map_err(ReadError::Open)?, max_bytes)?
            }
            Origin::Stdin => read_at_most(io::stdin().lock(), max_bytes)?,
        };
        let text = text(bytes)?;
        let format = format_of(&self.name, &text);
        Ok(Source::new(self.name.clone(), text, format))
    }
}

fn default_folder() -> PathBuf {
    let source = PathBuf::from(DEFAULT_FOLDER);
    if source.is_dir() {
        source
    } else {
        PathBuf::from(".")
    }
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn stdin_input(args: &InputArgs) -> Input {
    let name = args.stdin_filename.as_deref();
    let stem = name.and_then(|name| Path::new(name).file_stem());
    Input {
        name: name.unwrap_or(STDIN_NAME).to_owned(),
        stem: stem.map_or_else(|| PathBuf::from("stdin"), PathBuf::from),
        origin: Origin::Stdin,
    }
}

fn file_input(path: &Path, folder: Option<&Path>) -> Input {
    let below = folder.and_then(|folder| path.strip_prefix(folder).ok());
    let stem = match below {
        Some(below) => below.with_extension(""),
        None => PathBuf::from(path.file_stem().unwrap_or_default()),
    };
    Input {
        name: displayed(path),
        stem,
        origin: Origin::File(path.to_path_buf()),
    }
}

fn has_ending(path: &Path) -> bool {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// The path as reports show it: with `/` between folders and without a leading `./`.
pub(super) fn displayed(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text = if cfg!(windows) {
        text.replace('\\', "/")
    } else {
        text.into_owned()
    };
    match text.strip_prefix("./") {
        Some(rest) if !rest.is_empty() => rest.to_owned(),
        _ => text,
    }
}

fn read_at_most(reader: impl Read, limit: u64) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    reader
        .take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(ReadError::Open)?;
    if bytes.len() as u64 > limit {
        return Err(ReadError::TooLarge { limit });
    }
    Ok(bytes)
}

fn text(bytes: Vec<u8>) -> Result<String, ReadError> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(ReadError::Utf16);
    }
    if let Some(byte) = bytes.iter().position(|byte| *byte == 0) {
        let line = line_of(&bytes, byte);
        return Err(ReadError::Binary { byte, line });
    }
    String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        let line = line_of(error.as_bytes(), byte);
        ReadError::NotUtf8 { byte, line }
    })
}

fn line_of(bytes: &[u8], at: usize) -> usize {
    1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count()
}

/// Markdown, unless the name ends in `.txt` and no line is a Markdown heading.
fn format_of(name: &str, text: &str) -> Format {
    let is_txt = Path::new(name)
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("txt"));
    if is_txt && !text.lines().any(is_heading) {
        Format::Pasted
    } else {
        Format::Markdown
    }
}

/// One to six `#` at the start of the line, a space, then words.
fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    let marks = line.len() - rest.len();
    (1..=6).contains(&marks) && rest.starts_with(' ') && !rest.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_says_where() {
        let cases: [(&[u8], &str); 4] = [
            (
                b"a\nb\n\xe9t\xe9",
                "not UTF-8 at byte 4 (line 3); save it with the encoding UTF-8",
            ),
            (
                b"\x89PNG\n\0",
                "not text: a NUL at byte 5 (line 2); export it as text or Markdown first",
            ),
            (
                b"\xff\xfea\0",
                "not UTF-8 at byte 0 (line 1), it looks like UTF-16; save it with the encoding UTF-8",
            ),
            (
                b"cut \xe2\x82",
                "not UTF-8 at byte 4 (line 1); save it with the encoding UTF-8",
            ),
        ];
        for (bytes, message) in cases {
            assert_eq!(text(bytes.to_vec()).unwrap_err().to_string(), message);
        }
    }

    #[test]
    fn a_file_of_exactly_the_limit_is_read() {
        assert_eq!(read_at_most(&b"12345"[..], 5).unwrap(), b"12345");
        let error = read_at_most(&b"123456"[..], 5).unwrap_err();
        assert_eq!(
            error.to_string(),
            "larger than 5 bytes; --max-bytes allows more"
        );
    }

    #[test]
    fn pasted_text_with_markdown_headings_is_markdown() {
        let cases = [
            ("a.md", "words", Format::Markdown),
            ("<stdin>", "words", Format::Markdown),
            ("a.txt", "words\n#1 choice\n#hash", Format::Pasted),
            ("a.TXT", "words", Format::Pasted),
            ("a.txt", "# Title\nwords", Format::Markdown),
            ("a.txt", "words\n\n###### Deep", Format::Markdown),
            ("a.txt", "####### seven", Format::Pasted),
        ];
        for (name, text, format) in cases {
            assert_eq!(format_of(name, text), format, "{name} {text:?}");
        }
    }

    #[test]
    fn handouts_mirror_folders_below_a_named_folder_only() {
        let cases = [
            ("a/b/c.d.md", Some("a"), "b/c.d"),
            ("a/b/c.md", None, "c"),
            ("./c.md", Some("."), "c"),
        ];
        for (path, folder, stem) in cases {
            let input = file_input(Path::new(path), folder.map(Path::new));
            assert_eq!(input.stem, Path::new(stem));
        }
    }

    #[test]
    fn displayed_paths_are_as_given() {
        for (path, shown) in [
            ("./a/b.md", "a/b.md"),
            ("../a.md", "../a.md"),
            (".", "."),
            ("./", "./"),
        ] {
            assert_eq!(displayed(Path::new(path)), shown);
        }
    }
}
