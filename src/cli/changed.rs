//! Which lines of the articles git says changed since a revision.

use super::Error;
use super::examine::Examiner;
use super::git::Git;
use super::input::{Input, Inputs, Origin};
use crate::baseline::{Identity, identities};
use crate::parse;
use crate::report::{Failure, Flagged};
use crate::source::{Source, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// What changed in the articles of a run.
#[derive(Debug)]
pub(super) struct Changed {
    /// The revision as it was typed.
    pub revision: String,
    /// By the article's path without links.
    by_path: BTreeMap<PathBuf, Lines>,
}

/// What changed in one article.
#[derive(Debug)]
pub(super) enum Lines {
    /// All of it: git does not know it, or did not know it then.
    All,
    /// Some lines.
    Some {
        /// The first line of each run of changed lines, with their number.
        runs: Vec<(usize, usize)>,
        /// The article as it was then, in git's words, if lines of it were taken away.
        before: Option<Vec<u8>>,
    },
}

impl Changed {
    /// What changed since `revision` in `inputs`; those that did not change are taken out of them.
    pub(super) fn find(revision: &str, inputs: &mut Inputs) -> Result<Self, Error> {
        if inputs
            .found
            .iter()
            .any(|input| input.origin == Origin::Stdin)
        {
            return Err(Error::Git(
                "git knows nothing of standard input; name files or folders".to_owned(),
            ));
        }
        let git = Git::open(revision)?;
        let tracked = git.tracked()?;
        let mut statuses = git.statuses()?;
        let mut by_path = BTreeMap::new();
        let mut found = Vec::new();
        for input in std::mem::take(&mut inputs.found) {
            let path = canonical(&input);
            let Some(name) = git.name_of(&path) else {
                inputs.failures.push(Failure {
                    file: input.name,
                    message: format!(
                        "lies outside the git repository in {}, so that git cannot tell what changed; leave it out, or run facetdoc there",
                        git.folder().display()
                    ),
                });
                continue;
            };
            let lines = if tracked.contains(&name) {
                match statuses.remove(&name) {
                    None => continue,
                    Some(None) => Lines::All,
                    Some(Some(old)) => lines(&git, &old, &name)?,
                }
            } else {
                Lines::All
            };
            by_path.insert(path, lines);
            found.push(input);
        }
        inputs.found = found;
        Ok(Self {
            revision: revision.to_owned(),
            by_path,
        })
    }

    /// What changed in an article of the run.
    pub(super) fn of(&self, input: &Input) -> Option<&Lines> {
        self.by_path.get(&canonical(input))
    }
}

impl Lines {
    /// The places that changed in the article as it is.
    pub(super) fn spans(&self, source: &Source) -> Vec<Span> {
        let end = source.text().len();
        match self {
            Lines::All => vec![Span::new(0, end)],
            Lines::Some { runs, .. } => runs
                .iter()
                .map(|(first, number)| {
                    let start = |line| source.lines().start(line).unwrap_or(end);
                    Span::new(start(*first), start(first + number))
                })
                .collect(),
        }
    }

    /// The findings about something absent that the article did not have before lines of it were taken away.
    ///
    /// They sit on the title, which seldom changes, while the part that is missed stood somewhere else.
    pub(super) fn taken_away(
        &self,
        examiner: &Examiner<'_>,
        input: &Input,
        flagged: &Flagged,
    ) -> BTreeSet<Identity> {
        let mut absent: BTreeSet<Identity> = flagged
            .identities
            .iter()
            .filter(|identity| !identity.about.is_empty())
            .cloned()
            .collect();
        let Lines::Some {
            before: Some(before),
            ..
        } = self
        else {
            return BTreeSet::new();
        };
        if absent.is_empty() {
            return absent;
        }
        let text = String::from_utf8_lossy(before).into_owned();
        let source = Source::new(input.name.clone(), text, flagged.source.format());
        let article = examiner.configs.of(input).read(parse::article(source));
        let findings = examiner.selected(input, &article);
        for known in identities(&article, &findings) {
            absent.remove(&known);
        }
        absent
    }
}

fn canonical(input: &Input) -> PathBuf {
    match &input.origin {
        Origin::File(path) => path.canonicalize().unwrap_or_else(|_| path.clone()),
        Origin::Stdin => PathBuf::from(&input.name),
    }
}

/// The changed lines of the file `name`, which was called `old` then.
fn lines(git: &Git, old: &[u8], name: &[u8]) -> Result<Lines, Error> {
    let diff = git.diff(old, name)?;
    let mut runs = Vec::new();
    let mut takes_away = false;
    for line in diff.split(|byte| *byte == b'\n') {
        let Some(hunk) = hunk(line) else {
            continue;
        };
        takes_away |= hunk.old_number > 0;
        if hunk.number > 0 {
            runs.push((hunk.first, hunk.number));
        }
    }
    let before = if takes_away {
        Some(git.blob(old)?)
    } else {
        None
    };
    Ok(Lines::Some { runs, before })
}

/// The head of a hunk.
#[derive(Debug, PartialEq, Eq)]
struct Hunk {
    old_number: usize,
    first: usize,
    number: usize,
}

/// The hunk that starts on a line of a diff; lines of the file itself start with a sign, never with `@`.
fn hunk(line: &[u8]) -> Option<Hunk> {
    let line = std::str::from_utf8(
        line.get(..line.len().min(80))?
            .split(|b| *b >= 0x80)
            .next()?,
    )
    .ok()?;
    let mut words = line.strip_prefix("@@ -")?.split(' ');
    let (_, old_number) = range(words.next()?)?;
    let (first, number) = range(words.next()?.strip_prefix('+')?)?;
    Some(Hunk {
        old_number,
        first,
        number,
    })
}

/// `12,3` or `12`, which is `12,1`.
fn range(text: &str) -> Option<(usize, usize)> {
    match text.split_once(',') {
        Some((first, number)) => Some((first.parse().ok()?, number.parse().ok()?)),
        None => Some((text.parse().ok()?, 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_hunks_are_read() {
        let read = |line: &str| {
            hunk(line.as_bytes()).map(|hunk| (hunk.old_number, hunk.first, hunk.number))
        };
        assert_eq!(read("@@ -1,0 +2,3 @@ Title ñ"), Some((0, 2, 3)));
        assert_eq!(read("@@ -5 +6 @@"), Some((1, 6, 1)));
        assert_eq!(read("@@ -5,2 +4,0 @@"), Some((2, 4, 0)));
        for line in ["+@@ -1 +1 @@", "@@@ -1 -1 +1 @@@", "@@ words", ""] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
