//! What each file of an export is made from, as make and ninja read it.

use std::fmt::Write;
use std::io;
use std::path::{Path, PathBuf};

/// Files with what they are made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    /// The files that are made.
    pub targets: Vec<PathBuf>,
    /// The files that they are made from.
    pub sources: Vec<PathBuf>,
}

/// The side of a rule on which a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Target,
    Source,
}

/// The rules, a line each; an error for a path that cannot stand in one.
pub(super) fn depfile(rules: &[Rule]) -> io::Result<String> {
    let mut text = String::new();
    for rule in rules {
        let targets = names(&rule.targets, Side::Target)?;
        let sources = names(&rule.sources, Side::Source)?;
        let _ = writeln!(text, "{}: {}", targets.join(" "), sources.join(" "));
    }
    Ok(text)
}

fn names(paths: &[PathBuf], side: Side) -> io::Result<Vec<String>> {
    paths.iter().map(|path| name(path, side)).collect()
}

/// A path with the signs escaped that GNU make gives a meaning to: a backslash before the sign, a dollar doubled.
fn name(path: &Path, side: Side) -> io::Result<String> {
    let unfit = |why: String| {
        let message = format!("{} cannot be named in it: {why}", path.display());
        Err(io::Error::other(message))
    };
    let Some(text) = path.to_str() else {
        return unfit("it is not UTF-8".to_owned());
    };
    // Make has no way to write these.
    let has_no_form = |ch: char| ch.is_control() || matches!(ch, ';' | '=' | '|');
    if let Some(ch) = text.chars().find(|ch| has_no_form(*ch)) {
        return unfit(format!("make cannot read {ch:?} in a name"));
    }
    let text = if cfg!(windows) {
        text.replace('\\', "/")
    } else {
        text.to_owned()
    };
    let mut name = String::new();
    let mut backslashes = 0;
    for (index, ch) in text.char_indices() {
        let is_drive = cfg!(windows) && index == 1 && ch == ':';
        match ch {
            '$' => name.push('$'),
            ':' if is_drive => {}
            '%' if side == Side::Source => {}
            ' ' | '#' | ':' | '%' | '*' | '?' | '[' => {
                // Backslashes before an escaped sign would be read as escapes, too.
                name.push_str(&"\\".repeat(backslashes));
                name.push('\\');
            }
            '~' if index == 0 => name.push_str("./"),
            _ => {}
        }
        name.push(ch);
        backslashes = if ch == '\\' { backslashes + 1 } else { 0 };
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_make_are_escaped() {
        for (path, escaped) in [
            ("a/b.md", "a/b.md"),
            ("my article.md", "my\\ article.md"),
            ("#1 $5: 20%.md", "\\#1\\ $$5\\:\\ 20\\%.md"),
            ("~me.md", "./~me.md"),
        ] {
            assert_eq!(name(Path::new(path), Side::Target).unwrap(), escaped);
        }
        assert_eq!(name(Path::new("20%.md"), Side::Source).unwrap(), "20%.md");
        for path in ["a\nb.md", "a=b.md", "a;b.md"] {
            assert!(name(Path::new(path), Side::Source).is_err());
        }
    }

    #[test]
    fn a_rule_is_a_line() {
        let rules = [Rule {
            targets: vec!["x/a.json".into(), "x/a.pdf".into()],
            sources: vec!["a.md".into(), "facetdoc.toml".into()],
        }];
        assert_eq!(
            depfile(&rules).unwrap(),
            "x/a.json x/a.pdf: a.md facetdoc.toml\n"
        );
    }
}
