//! The address of a document: as a path, and as the name that reports show.

use lsp_types::Uri;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The file that `uri` names; `None` for what is no file on this machine.
pub(super) fn path(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().strip_prefix("file://")?;
    let (host, path) = rest.split_at(rest.find('/')?);
    if !(host.is_empty() || host.eq_ignore_ascii_case("localhost")) {
        return None;
    }
    let path = path.split(['?', '#']).next()?;
    let path = decoded(path)?;
    let is_drive = |rest: &str| {
        let mut chars = rest.chars();
        chars.next().is_some_and(|ch| ch.is_ascii_alphabetic()) && chars.next() == Some(':')
    };
    let path = match path.strip_prefix('/') {
        Some(rest) if is_drive(rest) => rest.to_owned(),
        _ => path,
    };
    Some(PathBuf::from(path))
}

/// The address of the file at `path`, which is absolute.
pub(super) fn of_path(path: &Path) -> Option<Uri> {
    let path = path.to_str()?.replace('\\', "/");
    // Windows puts this before paths without links.
    let (host, path) = match path.strip_prefix("//?/UNC/") {
        Some(shared) => (true, shared),
        None => (false, path.strip_prefix("//?/").unwrap_or(&path)),
    };
    let root = if host || path.starts_with('/') {
        ""
    } else {
        "/"
    };
    let mut uri = format!("file://{root}");
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~:".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    Uri::from_str(&uri).ok()
}

/// What the document is called; the ending of one that is no file follows from its language.
pub(super) fn name(uri: &Uri, language: &str) -> String {
    if let Some(path) = path(uri) {
        return path.to_string_lossy().replace('\\', "/");
    }
    let last = uri.as_str().rsplit(['/', ':']).next().unwrap_or("");
    let last = decoded(last).unwrap_or_default();
    let ending = match language {
        "plaintext" => ".txt",
        "html" => ".html",
        _ => ".md",
    };
    let has_ending = last.to_ascii_lowercase().ends_with(ending);
    format!("{last}{}", if has_ending { "" } else { ending })
}

/// `text` with `%41` read as `A`.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [rest.next()?, rest.next()?];
        let digits = std::str::from_utf8(&digits).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uri(text: &str) -> Uri {
        Uri::from_str(text).unwrap()
    }

    #[test]
    fn a_file_is_known_by_its_path() {
        let cases = [
            ("file:///a/b%20c.md", Some("/a/b c.md")),
            ("file://localhost/a/%C3%A9.md", Some("/a/é.md")),
            ("file:///c%3A/x/y.md", Some("c:/x/y.md")),
            ("file:///C:/x/y.md", Some("C:/x/y.md")),
            ("file://other/a.md", None),
            ("file:///a%FF.md", None),
            ("untitled:Untitled-1", None),
        ];
        for (text, wanted) in cases {
            assert_eq!(path(&uri(text)), wanted.map(PathBuf::from), "{text}");
        }
        let there = of_path(Path::new("/a/é b#1.toml")).unwrap();
        assert_eq!(there.as_str(), "file:///a/%C3%A9%20b%231.toml");
        assert_eq!(path(&there), Some(PathBuf::from("/a/é b#1.toml")));
        let drive = of_path(Path::new("\\\\?\\C:\\x\\a.toml")).unwrap();
        assert_eq!(drive.as_str(), "file:///C:/x/a.toml");
        let shared = of_path(Path::new("\\\\?\\UNC\\host\\x\\a.toml")).unwrap();
        assert_eq!(shared.as_str(), "file://host/x/a.toml");
    }

    #[test]
    fn the_language_gives_a_new_document_its_ending() {
        let new = uri("untitled:Untitled-1");
        assert_eq!(name(&new, "plaintext"), "Untitled-1.txt");
        assert_eq!(name(&new, "markdown"), "Untitled-1.md");
        assert_eq!(name(&uri("untitled:/x/a.md"), "markdown"), "a.md");
        assert_eq!(name(&uri("file:///x/a.txt"), "markdown"), "/x/a.txt");
    }
}
