//! Which lines of the articles git says changed since a revision.

use super::Error;
use super::examine::Examiner;
use super::git::Git;
use super::input::{Input, Inputs, Origin};
use crate::baseline::{Identity, identities};
use crate::parse;
use crate::report::{Failure, Flagged};
use crate::rules;
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
        /// The article as it was then, in git's words.
        before: Vec<u8>,
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

    /// The findings that come from the change, although none of their places is on a changed line.
    ///
    /// What an article lacks sits on the title, which seldom changes. A place with which another one no longer agrees may be gone.
    pub(super) fn caused(
        &self,
        examiner: &Examiner<'_>,
        input: &Input,
        flagged: &Flagged,
    ) -> BTreeSet<Identity> {
        let Lines::Some { before, .. } = self else {
            return BTreeSet::new();
        };
        let pairs = flagged.findings.iter().zip(&flagged.identities);
        let caused = pairs.filter(|(finding, identity)| {
            rules::compares_places(finding.rule) || !identity.about.is_empty()
        });
        let mut caused: BTreeSet<Identity> = caused.map(|(_, identity)| identity.clone()).collect();
        if caused.is_empty() {
            return caused;
        }
        let text = String::from_utf8_lossy(before).into_owned();
        let source = Source::new(input.name.clone(), text, flagged.source.format());
        let config = examiner.configs.of(input);
        let article = parse::named(parse::article(source), |article| config.headed(article));
        let findings = examiner.selected(input, &article);
        let known = identities(&article, &findings);
        let mut known: BTreeSet<Identity> = known.into_iter().collect();
        caused.retain(|identity| !known.remove(identity));
        // What is left of the old faults stands elsewhere now; as many of the same are no new ones.
        let mut moved: BTreeMap<_, usize> = BTreeMap::new();
        for identity in &known {
            *moved.entry(fault(identity)).or_default() += 1;
        }
        let mut new = BTreeSet::new();
        for identity in &caused {
            match moved.get_mut(&fault(identity)) {
                Some(left) if *left > 0 => *left -= 1,
                _ => {
                    new.insert(identity.clone());
                }
            }
        }
        new
    }
}

/// What is wrong, wherever it stands: a heading that gets another name makes no new faults below it.
fn fault(identity: &Identity) -> [&str; 4] {
    [
        &identity.rule,
        &identity.text,
        &identity.with,
        &identity.about,
    ]
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
    let hunks = diff.split(|byte| *byte == b'\n').filter_map(hunk);
    let runs = hunks.filter(|(_, number)| *number > 0).collect();
    let before = git.blob(old)?;
    Ok(Lines::Some { runs, before })
}

/// The first line and the number of lines of the hunk whose head this is; lines of the file itself start with a sign, never
/// with `@`.
fn hunk(line: &[u8]) -> Option<(usize, usize)> {
    let line = std::str::from_utf8(
        line.get(..line.len().min(80))?
            .split(|b| *b >= 0x80)
            .next()?,
    )
    .ok()?;
    let mut words = line.strip_prefix("@@ -")?.split(' ');
    range(words.next()?)?;
    range(words.next()?.strip_prefix('+')?)
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
        let read = |line: &str| hunk(line.as_bytes());
        assert_eq!(read("@@ -1,0 +2,3 @@ Title ñ"), Some((2, 3)));
        assert_eq!(read("@@ -5 +6 @@"), Some((6, 1)));
        assert_eq!(read("@@ -5,2 +4,0 @@"), Some((4, 0)));
        for line in ["+@@ -1 +1 @@", "@@@ -1 -1 +1 @@@", "@@ words", ""] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
