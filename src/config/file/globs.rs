//! Patterns of file names: which files an override is about.

use crate::article::Located;
use crate::config::faults::Faults;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// Files that any of some patterns match.
#[derive(Debug, Clone, Default)]
pub struct Files {
    /// The patterns as written.
    pub patterns: Vec<String>,
    set: GlobSet,
}

impl Files {
    /// The files that `patterns` match; a pattern that cannot be used is a fault at its place.
    pub(super) fn new(patterns: &[Located<String>], faults: &Faults) -> Self {
        let mut set = GlobSetBuilder::new();
        for pattern in patterns {
            match whole_pattern(&pattern.value) {
                Ok(whole) => match GlobBuilder::new(&whole).literal_separator(true).build() {
                    Ok(glob) => {
                        set.add(glob);
                    }
                    Err(error) => {
                        let message = format!(
                            "the file pattern \"{}\" cannot be used: {}",
                            pattern.value,
                            error.kind()
                        );
                        faults.add(pattern.span, message, None);
                    }
                },
                Err(help) => {
                    let message = format!("the file pattern \"{}\" cannot be used", pattern.value);
                    faults.add(pattern.span, message, Some(help.to_owned()));
                }
            }
        }
        Self {
            patterns: patterns.iter().map(|one| one.value.clone()).collect(),
            set: built(&set, patterns, faults),
        }
    }

    /// Whether the file at `path` is one of them. The path is relative to the folder of the configuration that holds the
    /// patterns, with `/` between folders.
    pub fn has(&self, path: &str) -> bool {
        self.set.is_match(path)
    }
}

/// The patterns as one; a fault at the first of them where they are too large for it.
fn built(set: &GlobSetBuilder, patterns: &[Located<String>], faults: &Faults) -> GlobSet {
    set.build().unwrap_or_else(|_| {
        if let Some(first) = patterns.first() {
            let help = "write fewer or shorter ones, such as \"procedures/**\"";
            let message = "these file patterns are too large to be used".to_owned();
            faults.add(first.span, message, Some(help.to_owned()));
        }
        GlobSet::empty()
    })
}

/// The pattern as the library wants it; else what to write instead.
///
/// `a.md` is a file of this name in any folder, `a/` everything in the folder `a`, as in .gitignore.
fn whole_pattern(pattern: &str) -> Result<String, &'static str> {
    let pattern = pattern.trim();
    let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
    if pattern.is_empty() {
        return Err("write a name such as \"*.txt\", or a folder such as \"procedures/**\"");
    }
    if pattern.contains('\\') {
        return Err("write / between folders, on Windows, too");
    }
    if pattern.starts_with('/')
        || pattern.contains(':')
        || pattern.split('/').any(|part| part == "..")
    {
        return Err("patterns are relative to the folder of this file and stay below it");
    }
    Ok(match pattern.split_once('/') {
        None => format!("**/{pattern}"),
        Some(_) if pattern.ends_with('/') => format!("{pattern}**"),
        Some(_) => pattern.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn files(pattern: &str) -> (Files, usize) {
        let faults = Faults::default();
        let pattern = Located {
            value: pattern.to_owned(),
            span: Span::empty(0),
        };
        let files = Files::new(&[pattern], &faults);
        (files, faults.into_problems().len())
    }

    #[test]
    fn a_pattern_matches_as_gitignore_would_have_it() {
        let cases = [
            ("procedures/**", "procedures/a/b.md", true),
            ("procedures/**", "other/procedures/b.md", false),
            ("procedures/", "procedures/a/b.md", true),
            ("procedures/*.md", "procedures/b.md", true),
            ("procedures/*.md", "procedures/a/b.md", false),
            ("*.txt", "a/b/c.txt", true),
            ("knee.md", "a/knee.md", true),
            ("./a/*.md", "a/b.md", true),
            ("**/es/*.{md,txt}", "a/es/b.txt", true),
        ];
        for (pattern, path, wanted) in cases {
            let (files, faults) = files(pattern);
            assert_eq!((files.has(path), faults), (wanted, 0), "{pattern} {path}");
        }
    }

    #[test]
    fn a_pattern_that_can_match_nothing_is_a_fault() {
        for pattern in ["", "/abs/**", "../other/**", "a\\b", "C:/a", "a[", "{a"] {
            assert_eq!(files(pattern).1, 1, "{pattern}");
        }
    }
}
