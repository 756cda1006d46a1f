//! What is asked of git, without a shell, and without any program that a repository may name.

use super::Error;
use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A repository, compared with one of its revisions. Names of files are bytes, relative to its folder, with `/`.
#[derive(Debug)]
pub(super) struct Git {
    /// The repository's folder without links.
    folder: PathBuf,
    /// The revision's hash.
    hash: String,
}

/// Options of every `git diff`: no program of the repository's choice, no colours, nothing left to a configuration.
const DIFF: &[&str] = &[
    "diff",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "--no-relative",
    "--find-renames",
    "--text",
    "--unified=0",
    "--inter-hunk-context=0",
];

impl Git {
    /// The repository of the working directory, compared with `revision`.
    pub(super) fn open(revision: &str) -> Result<Self, Error> {
        if revision.starts_with('-') {
            return Err(Error::Git(format!(
                "{revision:?} is no revision: it starts with -"
            )));
        }
        let found = output(git(Path::new(".")).args(["rev-parse", "--show-toplevel"]))?;
        let folder = match found {
            Ok(folder) => path(trimmed(&folder)),
            Err(why) if why.contains("not a git repository") => {
                return Err(Error::Git(
                    "this folder is not in a git repository, so that nothing tells what changed"
                        .to_owned(),
                ));
            }
            Err(why) => return Err(Error::Git(format!("git says: {why}"))),
        };
        let commit = format!("{revision}^{{commit}}");
        let hash = output(git(&folder).args([
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &commit,
        ]))?;
        let Ok(hash) = hash else {
            return Err(Error::Git(format!(
                "git knows no revision {revision:?} here; in CI, fetch it first (a shallow clone has the last commit only)"
            )));
        };
        Ok(Self {
            folder: folder.canonicalize().unwrap_or(folder),
            hash: String::from_utf8_lossy(trimmed(&hash)).into_owned(),
        })
    }

    /// The repository's folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The name of the file at `path`, which has no links; `None` if it lies outside.
    pub(super) fn name_of(&self, path: &Path) -> Option<Vec<u8>> {
        let below = path.strip_prefix(&self.folder).ok()?;
        Some(bytes(below))
    }

    /// The files that git knows.
    pub(super) fn tracked(&self) -> Result<BTreeSet<Vec<u8>>, Error> {
        let listed = self.run(&["ls-files", "-z"], &[])?;
        Ok(names(&listed).map(<[u8]>::to_vec).collect())
    }

    /// The files that differ from the revision, with the names that they had in it; `None` where they were not there, or
    /// where they are in conflict.
    pub(super) fn statuses(&self) -> Result<BTreeMap<Vec<u8>, Option<Vec<u8>>>, Error> {
        let mut args = DIFF.to_vec();
        args.extend(["--name-status", "-z", &self.hash]);
        // The list of names takes the place of the lines.
        args.retain(|arg| !arg.starts_with("--unified") && !arg.starts_with("--inter"));
        let listed = self.run(&args, &[])?;
        let mut fields = names(&listed);
        let mut statuses = BTreeMap::new();
        while let (Some(status), Some(first)) = (fields.next(), fields.next()) {
            let (old, new) = match status.first() {
                Some(b'R' | b'C') => match fields.next() {
                    Some(second) => (Some(first), second),
                    None => break,
                },
                Some(b'M' | b'T') => (Some(first), first),
                _ => (None, first),
            };
            statuses.insert(new.to_vec(), old.map(<[u8]>::to_vec));
        }
        Ok(statuses)
    }

    /// The differences of one file, without unchanged lines.
    pub(super) fn diff(&self, old: &[u8], new: &[u8]) -> Result<Vec<u8>, Error> {
        let mut args = DIFF.to_vec();
        args.push(&self.hash);
        let files: &[&[u8]] = if old == new { &[new] } else { &[old, new] };
        self.run(&args, files)
    }

    /// A file as it was in the revision.
    pub(super) fn blob(&self, name: &[u8]) -> Result<Vec<u8>, Error> {
        let object = [self.hash.as_bytes(), b":", name].concat();
        let mut command = git(&self.folder);
        command.args(["cat-file", "blob"]).arg(path(&object));
        output(&mut command)?.map_err(|why| Error::Git(format!("git says: {why}")))
    }

    fn run(&self, args: &[&str], files: &[&[u8]]) -> Result<Vec<u8>, Error> {
        let mut command = git(&self.folder);
        command.args(args).arg("--");
        for file in files {
            command.arg(path(file));
        }
        output(&mut command)?.map_err(|why| Error::Git(format!("git says: {why}")))
    }
}

/// A git that works in `folder`, asks nobody, runs no hook and fetches nothing.
fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command
        .arg("--no-pager")
        .arg("--literal-pathspecs")
        .args(["-c", "core.fsmonitor=false"])
        .arg("-C")
        .arg(folder)
        .env("LC_ALL", "C")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env_remove("GIT_EXTERNAL_DIFF")
        .env_remove("GIT_DIFF_OPTS")
        .stdin(Stdio::null());
    command
}

/// What git prints, or what it complains of where it fails.
fn output(command: &mut Command) -> Result<Result<Vec<u8>, String>, Error> {
    let output = command.output().map_err(|error| {
        Error::Git(match error.kind() {
            ErrorKind::NotFound => "git is needed for it, and was not found".to_owned(),
            _ => format!("git cannot be run: {}", super::refusal::refusal(&error)),
        })
    })?;
    if output.status.success() {
        return Ok(Ok(output.stdout));
    }
    let why = String::from_utf8_lossy(&output.stderr);
    Ok(Err(why.trim().trim_start_matches("fatal: ").to_owned()))
}

/// The names in a list with a NUL after each.
fn names(listed: &[u8]) -> impl Iterator<Item = &[u8]> {
    listed
        .split(|byte| *byte == 0)
        .filter(|name| !name.is_empty())
}

fn trimmed(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

#[cfg(unix)]
fn path(name: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(name))
}

#[cfg(not(unix))]
fn path(name: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(name).into_owned())
}

#[cfg(unix)]
fn bytes(path: &Path) -> Vec<u8> {
    use std::os::unix::ffi::OsStrExt;
    path.as_os_str().as_bytes().to_vec()
}

#[cfg(not(unix))]
fn bytes(path: &Path) -> Vec<u8> {
    path.to_string_lossy().replace('\\', "/").into_bytes()
}
