//! Fetches the pictures of a handout: from files in the article's folder and from the article itself, never from the web.

use super::Error;
use super::input::{Input, Origin, displayed};
use super::refusal::refusal;
use crate::export::pdf::MAX_PICTURE_BYTES;
use crate::export::shown_target;
use crate::handout::{Handout, PictureRole, Pictures, Wanted, scheme, wanted};
use crate::report::Failure;
use crate::source::{PartOf, Source};
use data_url::DataUrl;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The most bytes that the pictures of one handout have together.
const MAX_TOGETHER: usize = 10 * MAX_PICTURE_BYTES;

/// The folders besides the article's own from which pictures may come.
#[derive(Debug, Clone, Default)]
pub(super) struct Folders(Vec<PathBuf>);

/// What was fetched.
#[derive(Debug, Default)]
pub(super) struct Fetched {
    /// The pictures.
    pub pictures: Pictures,
    /// What is said of pictures that are left out, each once.
    pub notes: Vec<String>,
}

impl Folders {
    /// The folders that `given` name.
    pub(super) fn new(given: &[PathBuf]) -> Result<Self, Error> {
        let mut folders = Vec::new();
        for path in given {
            let unreadable = |why: String| Error::Unreadable {
                file: displayed(path),
                why,
            };
            let folder = path.canonicalize();
            let folder = folder.map_err(|error| unreadable(refusal(&error)))?;
            if !folder.is_dir() {
                return Err(unreadable(
                    "it is no folder to take pictures from".to_owned(),
                ));
            }
            folders.push(folder);
        }
        Ok(Self(folders))
    }

    /// The pictures that `handout`, made of `source`, wants.
    pub(super) fn fetch(
        &self,
        handout: &Handout,
        source: &Source,
        input: &Input,
    ) -> Result<Fetched, Failure> {
        let mut fetched = Fetched::default();
        let mut missing = Missing::default();
        let mut left = MAX_TOGETHER;
        for one in wanted(handout) {
            if fetched.pictures.get(&one.target).is_some() {
                continue;
            }
            let found = self.find(&one, input).and_then(|bytes| {
                let length = bytes.as_ref().map_or(0, Vec::len);
                left = left.checked_sub(length).ok_or_else(|| {
                    format!(
                        "is more than the handout can hold: the files of its pictures have more than {} MB together; save smaller copies of them",
                        MAX_TOGETHER / (1024 * 1024)
                    )
                })?;
                Ok(bytes)
            });
            match found {
                Ok(Some(bytes)) => fetched.pictures.insert(one.target, bytes),
                Ok(None) => {
                    let note = on_the_web(&one, source);
                    if !fetched.notes.contains(&note) {
                        fetched.notes.push(note);
                    }
                }
                Err(reason) => missing.add(&one, source, &reason),
            }
        }
        match missing.into_failure() {
            Some(failure) => Err(failure),
            None => Ok(fetched),
        }
    }

    /// The bytes of the picture; `None` if it is on the web.
    fn find(&self, wanted: &Wanted<'_>, input: &Input) -> Result<Option<Vec<u8>>, String> {
        let url = wanted.url.trim();
        if url.is_empty() {
            return Err("has no address: say which file it is".to_owned());
        }
        let scheme = scheme(url).filter(|scheme| scheme.len() > 1);
        match scheme.as_deref() {
            Some("data") => return embedded(url).map(Some),
            Some("file") => {
                return Err(
                    "is named by an address of one computer; write its path from the article"
                        .to_owned(),
                );
            }
            Some(_) => return Ok(None),
            None if url.starts_with("//") => return Ok(None),
            None => {}
        }
        let folder = wanted.folder.unwrap_or_else(|| folder_of(input));
        let home = folder.canonicalize();
        let home = home.map_err(|error| format!("cannot be read: {}", refusal(&error)))?;
        let places = self.places(url, folder);
        let found = places.iter().find_map(|path| path.canonicalize().ok());
        let Some(path) = found else {
            let looked = places
                .first()
                .map_or_else(String::new, |path| displayed(path));
            return Err(format!(
                "is not there: there is no file {looked}; put it there or mend the path"
            ));
        };
        let mut allowed = std::iter::once(&home).chain(&self.0);
        if !allowed.any(|folder| path.starts_with(folder)) {
            let whose = wanted.folder.map_or("article's", |_| "configuration's");
            return Err(format!(
                "is outside of the {whose} folder; --pictures-from DIR takes pictures from DIR, too"
            ));
        }
        read(&path).map(Some)
    }

    /// Where the picture may be, the likeliest first.
    fn places(&self, url: &str, folder: &Path) -> Vec<PathBuf> {
        let plain = url.replace('\\', "/");
        let end = plain.find(['?', '#']).unwrap_or(plain.len());
        let decoded = percent_decoded(plain.part(..end));
        let names = decoded.into_iter().chain([plain]);
        let mut places = Vec::new();
        for name in names {
            places.push(folder.join(&name));
            if let Some(below) = name.strip_prefix('/') {
                places.extend(self.0.iter().map(|folder| folder.join(below)));
            }
        }
        places
    }
}

/// So many pictures that cannot be shown are named.
const NAMED: usize = 10;

/// The pictures of a handout that cannot be shown, in its order.
#[derive(Debug, Default)]
struct Missing {
    /// Where the first one stands.
    first: Option<String>,
    /// What is said of each, the first ones only.
    said: Vec<String>,
    count: usize,
}

impl Missing {
    /// Adds a picture of the article in `source`, and why it cannot be shown.
    fn add(&mut self, wanted: &Wanted<'_>, source: &Source, reason: &str) {
        self.count += 1;
        if self.count > NAMED {
            return;
        }
        let line = match (&self.first, wanted.span) {
            (Some(_), Some(span)) => {
                format!("line {}: ", source.position(span.start()).line)
            }
            _ => String::new(),
        };
        let (role, target) = (wanted.role.name(), shown_target(wanted.url));
        self.said
            .push(format!("{line}the {role} {target} {reason}"));
        self.first.get_or_insert_with(|| place(wanted, source));
    }

    /// All of them as one failure; `None` if there are none.
    fn into_failure(self) -> Option<Failure> {
        let mut said = self.said.join("; ");
        if self.count > NAMED {
            let more = self.count - NAMED;
            said = format!("{said}; and {more} more");
        }
        Some(Failure {
            file: self.first?,
            message: format!("{said}; nothing was written for this article"),
        })
    }
}

/// What is said of a picture that is not shown because it is on the web.
fn on_the_web(wanted: &Wanted<'_>, source: &Source) -> String {
    let (place, beside) = match wanted.span {
        Some(span) => {
            let line = source.position(span.start()).line;
            (format!("line {line}: "), "the article")
        }
        None => (String::new(), "facetdoc.toml"),
    };
    let instead = match wanted.role {
        PictureRole::Figure => "its text stands in its place",
        PictureRole::Logo => "it is left out",
    };
    format!(
        "{place}the {} {} is on the web, which facetdoc never asks; {instead} (to show it, save it beside {beside})",
        wanted.role.name(),
        shown_target(wanted.url)
    )
}

/// Where the picture stands in the article: file, line and column.
fn place(wanted: &Wanted<'_>, source: &Source) -> String {
    match wanted.span {
        Some(span) => {
            let place = source.position(span.start());
            format!("{}:{}:{}", source.name(), place.line, place.column)
        }
        None => source.name().to_owned(),
    }
}

/// The folder of the article; of standard input, this folder.
fn folder_of(input: &Input) -> &Path {
    let parent = match &input.origin {
        Origin::File(path) => path.parent(),
        Origin::Stdin => None,
    };
    parent
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    let refused = |error: io::Error| format!("cannot be read: {}", refusal(&error));
    if !path.metadata().map_err(refused)?.is_file() {
        return Err("is no file".to_owned());
    }
    let file = File::open(path).map_err(refused)?;
    let mut bytes = Vec::new();
    // A byte more than allowed is enough to refuse it.
    let most = u64::try_from(MAX_PICTURE_BYTES).unwrap_or(u64::MAX);
    file.take(most.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(refused)?;
    Ok(bytes)
}

/// The picture in a `data:` address.
fn embedded(url: &str) -> Result<Vec<u8>, String> {
    let damaged = || "cannot be unpacked: its data are damaged".to_owned();
    let address = DataUrl::process(url).map_err(|_| damaged())?;
    let (bytes, _) = address.decode_to_vec().map_err(|_| damaged())?;
    Ok(bytes)
}

/// `text` with `%20` and its like decoded; `None` where that gives no text.
fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| *byte == b'%');
        let code = code.and_then(|code| std::str::from_utf8(code).ok());
        if let Some(decoded) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(decoded);
            rest = after.part(2..);
        } else {
            bytes.push(*byte);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_decoded_and_lose_what_follows_the_path() {
        let folders = Folders(vec![PathBuf::from("site")]);
        let here = Path::new("here");
        for (url, first) in [
            ("a.png", "here/a.png"),
            ("my%20knee.png?width=3#top", "here/my knee.png"),
            ("img\\a.png", "here/img/a.png"),
            ("100%.png", "here/100%.png"),
            ("%c3%b1.png", "here/ñ.png"),
        ] {
            assert_eq!(folders.places(url, here)[0], Path::new(first), "{url}");
        }
        let rooted = folders.places("/img/a.png", here);
        assert_eq!(rooted[0], Path::new("/img/a.png"));
        assert_eq!(rooted[1], Path::new("site/img/a.png"));
    }
}
