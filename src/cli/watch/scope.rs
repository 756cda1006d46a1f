//! Which changes of files call for another run. Nothing here looks at a file.

use crate::source::sha256;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The endings of pictures that an article may show.
const PICTURES: &[&str] = &["png", "jpg", "jpeg", "gif", "svg", "webp"];

/// What a run depends on. All paths are without links and dots.
#[derive(Debug, Default)]
pub(super) struct Scope {
    /// Folders of articles, with all folders in them.
    pub folders: Vec<PathBuf>,
    /// Single files: articles, lists of articles, configurations, topic packs.
    pub files: BTreeSet<PathBuf>,
    /// Folders whose pictures count, because a single article stands in them.
    pub beside: BTreeSet<PathBuf>,
    /// Folders that the run writes to.
    pub outputs: Vec<PathBuf>,
    /// Files that the run writes.
    pub written: BTreeSet<PathBuf>,
    /// The name of a configuration.
    pub config_name: &'static str,
    /// The endings of articles.
    pub articles: &'static [&'static str],
}

impl Scope {
    /// Whether a change of the file at `path` calls for another run.
    pub(super) fn concerns(&self, path: &Path) -> bool {
        if self.written.contains(path) {
            return false;
        }
        if self.files.contains(path) {
            return true;
        }
        let Some(name) = path.file_name().map(|name| name.to_string_lossy()) else {
            return false;
        };
        // Hidden files are no articles; editors and facetdoc write such files before they rename them.
        if name.starts_with('.') || name.ends_with('~') || self.is_output(path) {
            return false;
        }
        if *name == *self.config_name {
            return true;
        }
        let is_picture = has_ending(path, PICTURES);
        let inside = |folder: &PathBuf| {
            let below = path.strip_prefix(folder).ok();
            below.is_some_and(|below| !is_hidden(below))
        };
        if self.folders.iter().any(inside) && (is_picture || has_ending(path, self.articles)) {
            return true;
        }
        let parent = path.parent();
        is_picture && parent.is_some_and(|parent| self.beside.contains(parent))
    }

    /// Whether the run writes into the folder of `path`. A folder that holds the articles, too, is no such folder.
    fn is_output(&self, path: &Path) -> bool {
        let outputs = self.outputs.iter().filter(|output| {
            let holds = |place: &PathBuf| place.starts_with(output);
            !self.folders.iter().any(holds) && !self.beside.iter().any(holds)
        });
        let mut outputs = outputs;
        outputs.any(|output| path.starts_with(output))
    }
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy());
    ending.is_some_and(|ending| endings.contains(&ending.to_lowercase().as_str()))
}

fn is_hidden(path: &Path) -> bool {
    let parts = path.components();
    let mut names = parts.map(|part| part.as_os_str().to_string_lossy().into_owned());
    names.any(|name| name.starts_with('.'))
}

/// What the files held when they were last looked at: a file that was written anew with the same bytes has not changed.
#[derive(Debug, Default)]
pub(super) struct Seen {
    by_path: BTreeMap<PathBuf, Option<String>>,
}

impl Seen {
    /// Notes what the file at `path` holds, `None` where it is gone; tells whether that is new.
    pub(super) fn is_news(&mut self, path: &Path, content: Option<&[u8]>) -> bool {
        let state = content.map(sha256);
        let before = self.by_path.insert(path.to_path_buf(), state.clone());
        before != Some(state)
    }
}

/// `changed: a.md, b.md and 3 more`.
pub(super) fn header(changed: &BTreeSet<String>) -> String {
    /// More names are counted.
    const NAMES: usize = 5;
    let names: Vec<&str> = changed.iter().map(String::as_str).take(NAMES).collect();
    let rest = changed.len() - names.len();
    let more = if rest > 0 {
        format!(" and {rest} more")
    } else {
        String::new()
    };
    format!("changed: {}{more}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scope() -> Scope {
        Scope {
            folders: vec![PathBuf::from("/w/source")],
            files: ["/x/one.md", "/w/packs/knee.toml", "/w/list"]
                .map(PathBuf::from)
                .into(),
            beside: [PathBuf::from("/x")].into(),
            outputs: vec![PathBuf::from("/w/source/exports"), PathBuf::from("/w/out")],
            written: [PathBuf::from("/w/source/leaflet.md")].into(),
            config_name: "facetdoc.toml",
            articles: &["md", "txt"],
        }
    }

    #[test]
    fn articles_pictures_configurations_and_packs_call_for_a_run() {
        for path in [
            "/w/source/a.md",
            "/w/source/b/c.TXT",
            "/w/source/b/pain.PNG",
            "/w/source/facetdoc.toml",
            "/w/facetdoc.toml",
            "/w/packs/knee.toml",
            "/w/list",
            "/x/one.md",
            "/x/one.svg",
        ] {
            assert!(scope().concerns(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn what_the_run_writes_and_what_it_does_not_read_call_for_none() {
        for path in [
            "/w/source/exports/a.txt",
            "/w/out/a.txt",
            "/w/source/leaflet.md",
            "/w/source/.facetdoc-x1.md",
            "/w/source/.git/a.md",
            "/w/source/a.md~",
            "/w/source/a.md.swp",
            "/w/source/a.pdf",
            "/w/packs/other.toml",
            "/x/two.md",
            "/x/deep/one.png",
            "/w/other/a.md",
            "/",
        ] {
            assert!(!scope().concerns(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn an_output_folder_that_holds_the_articles_is_watched() {
        let mut scope = scope();
        scope.outputs = vec![PathBuf::from("/w"), PathBuf::from("/x")];
        assert!(scope.concerns(Path::new("/w/source/a.md")));
        assert!(scope.concerns(Path::new("/x/one.png")));
    }

    #[test]
    fn the_same_bytes_are_no_news() {
        let mut seen = Seen::default();
        let path = Path::new("a.md");
        let news = [
            Some("one"),
            Some("one"),
            None,
            None,
            Some("one"),
            Some("two"),
        ]
        .map(|content| seen.is_news(path, content.map(str::as_bytes)));
        assert_eq!(news, [true, false, true, false, true, true]);
    }

    #[test]
    fn the_header_names_a_few_files() {
        let names = |count: usize| (1..=count).map(|at| format!("{at}.md")).collect();
        assert_eq!(header(&names(2)), "changed: 1.md, 2.md");
        assert_eq!(
            header(&names(7)),
            "changed: 1.md, 2.md, 3.md, 4.md, 5.md and 2 more"
        );
    }
}
