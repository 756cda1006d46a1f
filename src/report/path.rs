//! Paths as CI wants them: relative to the folder of the run, as URIs where they must be.

use super::Run;
use std::fmt::Write;

/// `name` relative to the folder of `run` where it lies below it, without `.` and `..`; else as it is.
pub(super) fn relative(run: &Run, name: &str) -> String {
    let Some(whole) = whole(run, name) else {
        return name.to_owned();
    };
    let root = parts(&run.root);
    match whole.strip_prefix(root.as_slice()) {
        Some(below) if !below.is_empty() => below.join("/"),
        _ => name.to_owned(),
    }
}

/// The URI of `name`: relative to the folder of `run` where it lies below it, else absolute.
pub(super) fn uri(run: &Run, name: &str) -> String {
    let relative = relative(run, name);
    if !is_absolute(&relative) && !relative.starts_with("..") {
        return encoded(&relative);
    }
    match whole(run, name) {
        Some(whole) => format!("file:///{}", encoded(&whole.join("/"))),
        None => encoded(&relative),
    }
}

/// The parts of the whole path; `None` where the folder of the run is not known and would be needed.
fn whole<'a>(run: &'a Run, name: &'a str) -> Option<Vec<&'a str>> {
    let mut whole = if is_absolute(name) {
        Vec::new()
    } else if run.root.is_empty() {
        return None;
    } else {
        parts(&run.root)
    };
    for part in parts(name) {
        match part {
            "." => {}
            ".." => {
                whole.pop();
            }
            part => whole.push(part),
        }
    }
    Some(whole)
}

/// Whether a path starts at the root, or at a drive of Windows.
fn is_absolute(path: &str) -> bool {
    let drive = |letter: &u8| letter.is_ascii_alphabetic();
    path.starts_with('/') || matches!(path.as_bytes(), [letter, b':', b'/', ..] if drive(letter))
}

fn parts(path: &str) -> Vec<&str> {
    path.split('/').filter(|part| !part.is_empty()).collect()
}

/// `path` with all but the unreserved characters of RFC 3986 and `/` in percent encoding.
fn encoded(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_below_the_folder_is_relative_to_it() {
        let run = Run {
            root: "/repo/site".to_owned(),
            ..Run::default()
        };
        for (name, path, address) in [
            ("a/b.md", "a/b.md", "a/b.md"),
            ("./a/../b.md", "b.md", "b.md"),
            ("/repo/site/a.md", "a.md", "a.md"),
            (
                "/repo/other/a.md",
                "/repo/other/a.md",
                "file:///repo/other/a.md",
            ),
            ("../a.md", "../a.md", "file:///repo/a.md"),
            ("ñ &%:.md", "ñ &%:.md", "%C3%B1%20%26%25%3A.md"),
            ("<stdin>", "<stdin>", "%3Cstdin%3E"),
        ] {
            assert_eq!(relative(&run, name), path);
            assert_eq!(uri(&run, name), address);
        }
    }

    #[test]
    fn without_a_folder_names_stay_as_they_are() {
        let run = Run::default();
        assert_eq!(relative(&run, "a.md"), "a.md");
        assert_eq!(uri(&run, "../a b.md"), "../a%20b.md");
    }
}
