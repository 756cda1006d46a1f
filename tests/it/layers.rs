//! Who may name what: the one-way flow of data, and the crates that only one module knows.

use std::fs;
use std::path::{Path, PathBuf};

/// A word of code and the places that may use it.
const WORDS: &[(&str, &[&str])] = &[
    ("comrak", &["parse/"]),
    ("html5gum", &["parse/"]),
    ("html5ever", &["parse/page/dom.rs"]),
    ("serde_saphyr", &["parse/"]),
    ("printpdf", &["export/pdf/write.rs"]),
    (
        "lopdf",
        &[
            "export/pdf/compress.rs",
            "export/pdf/embed.rs",
            "export/pdf/tagging/",
            "export/pdf/write.rs",
        ],
    ),
    ("flate2", &["export/pdf/compress.rs"]),
    ("usvg", &["export/pdf/picture/svg/"]),
    ("zune_jpeg", &["export/pdf/picture/jpeg.rs"]),
    ("data_url", &["cli/", "export/pdf/picture/svg/"]),
    ("parley", &["export/pdf/"]),
    ("globset", &["config/"]),
    ("similar::", &["report/diff.rs"]),
    ("qrcodegen", &["handout/address.rs"]),
    ("subsetter", &["export/pdf/"]),
    ("lsp_server", &["lsp/", "cli/lsp.rs"]),
    ("lsp_types", &["lsp/"]),
    ("notify::", &["cli/watch/mod.rs"]),
    ("ctrlc", &["cli/watch/mod.rs"]),
    ("indicatif", &["cli/progress.rs"]),
    ("clap", &["cli/"]),
    ("anstream", &["cli/"]),
    ("tempfile", &["cli/"]),
    ("terminal_size", &["cli/"]),
    ("std::fs", &["cli/"]),
    ("fs::", &["cli/"]),
    ("std::env", &["cli/"]),
    ("std::net", &[]),
    ("std::process", &["cli/", "main.rs"]),
    ("std::thread", &["cli/"]),
    ("std::time", &["cli/"]),
    ("stdin(", &["cli/"]),
    ("stdout(", &["cli/"]),
    ("stderr(", &["cli/"]),
    ("print!", &[]),
    ("println!", &[]),
    ("eprint!", &[]),
    ("eprintln!", &[]),
    ("dbg!", &[]),
    ("unsafe ", &[]),
    // Lines and columns.
    ("LineIndex", &["source/"]),
    (
        ".line_range(",
        &["source/", "report/", "cli/", "export/json"],
    ),
    (
        "source.position(",
        &["source/", "report/", "cli/", "export/json"],
    ),
    (
        "source.line(",
        &["source/", "report/", "cli/", "export/json"],
    ),
];

/// The modules that each module may use; `cli` may use all.
const MODULES: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("article", &["lexicon", "source"]),
    ("lexicon", &["source"]),
    ("parse", &["article", "lexicon", "source"]),
    ("config", &["article", "lexicon", "source"]),
    ("facts", &["article", "config", "lexicon", "source"]),
    ("diagnostic", &["rules", "source"]),
    ("baseline", &["article", "diagnostic", "rules", "source"]),
    (
        "rules",
        &[
            "article",
            "config",
            "diagnostic",
            "facts",
            "lexicon",
            "source",
        ],
    ),
    (
        "check",
        &[
            "article",
            "config",
            "diagnostic",
            "facts",
            "lexicon",
            "rules",
            "source",
        ],
    ),
    (
        "fix",
        &["article", "diagnostic", "parse", "rules", "source"],
    ),
    ("template", &["article", "config", "lexicon"]),
    (
        "report",
        &[
            "article",
            "baseline",
            "config",
            "diagnostic",
            "facts",
            "fix",
            "rules",
            "source",
        ],
    ),
    (
        "lsp",
        &[
            "article",
            "check",
            "config",
            "diagnostic",
            "facts",
            "fix",
            "parse",
            "report",
            "rules",
            "source",
        ],
    ),
    (
        "handout",
        &["article", "config", "facts", "lexicon", "rules", "source"],
    ),
    (
        "export",
        &["article", "config", "facts", "handout", "rules", "source"],
    ),
];

#[test]
fn only_the_named_modules_use_a_crate_or_the_world_outside() {
    let mut faults = Vec::new();
    for file in files() {
        for (number, line) in code(&file) {
            for (word, allowed) in WORDS {
                let may = allowed.iter().any(|place| file.starts_with(place));
                if !may && names(&line, word) {
                    faults.push(format!("src/{}:{number}: {word}", file.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn data_flows_one_way() {
    let mut faults = Vec::new();
    for file in files() {
        let module = top(&file);
        let Some((_, allowed)) = MODULES.iter().find(|(name, _)| *name == module) else {
            let known = ["cli", "lib", "main"].contains(&module.as_str());
            assert!(known, "{module} is missing in the table above");
            continue;
        };
        for (number, line) in code(&file) {
            for used in line.split("crate::").skip(1).flat_map(named) {
                let is_module = MODULES.iter().any(|(name, _)| *name == used) || used == "cli";
                if is_module && used != module && !allowed.contains(&used.as_str()) {
                    faults.push(format!("src/{}:{number}: {used}", file.display()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The modules that stand behind `crate::`, one or several in braces.
fn named(behind: &str) -> Vec<String> {
    let name = |part: &str| -> String {
        let is_of_name = |c: &char| c.is_ascii_lowercase() || *c == '_';
        part.trim().chars().take_while(is_of_name).collect()
    };
    match behind.strip_prefix('{') {
        Some(several) => several.split(',').map(name).collect(),
        None => vec![name(behind)],
    }
}

#[test]
fn several_modules_in_braces_are_seen() {
    assert_eq!(named("facts::Facts;"), ["facts"]);
    assert_eq!(named("{facts::Facts, rules};"), ["facts", "rules"]);
}

#[test]
fn the_guide_for_contributors_knows_the_tree() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = fs::read_to_string(root.join("CONTRIBUTING.md")).unwrap();
    let places = || guide.split('`').skip(1).step_by(2);
    for place in places().filter(|place| place.starts_with("src/") || place.starts_with("tests/")) {
        let is_pattern = place.contains('<');
        assert!(
            is_pattern || root.join(place).exists(),
            "{place} is named but not there"
        );
    }
    for file in files() {
        let folder = format!("src/{}/", top(&file));
        let is_folder = root.join(&folder).is_dir();
        let is_named = places().any(|place| place == folder);
        assert!(!is_folder || is_named, "{folder} is not named");
    }
}

#[test]
fn every_module_opens_with_what_it_is() {
    for file in files() {
        let text = fs::read_to_string(source_folder().join(&file)).unwrap();
        assert!(text.starts_with("//! "), "src/{}", file.display());
    }
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The Rust files of the project, relative to `src`, in order; modules of tests alone are left out.
fn files() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut of_tests = Vec::new();
    let mut folders = vec![source_folder()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let names = test_modules(&path).into_iter();
                of_tests.extend(
                    names.flat_map(|name| [folder.join(name.clone() + ".rs"), folder.join(name)]),
                );
                found.push(path);
            }
        }
    }
    found.retain(|path| !of_tests.iter().any(|of_tests| path.starts_with(of_tests)));
    found.sort();
    let relative = |path: &PathBuf| path.strip_prefix(source_folder()).unwrap().to_owned();
    found.iter().map(relative).collect()
}

/// The modules that the file at `path` declares for tests alone.
fn test_modules(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let pairs = lines.windows(2).filter(|pair| pair[0] == "#[cfg(test)]");
    pairs.filter_map(|pair| module(pair[1])).collect()
}

/// The name in `mod name;`.
fn module(line: &str) -> Option<String> {
    let name = line.strip_prefix("mod ")?.strip_suffix(';')?;
    Some(name.to_owned())
}

/// The first folder of the file, or its name without the ending.
fn top(file: &Path) -> String {
    let first = Path::new(file.components().next().unwrap().as_os_str());
    first.file_stem().unwrap().to_string_lossy().into_owned()
}

/// The numbered lines of code before the tests, without comments.
fn code(file: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(source_folder().join(file)).unwrap();
    let mut lines = text.lines().enumerate();
    let mut code = Vec::new();
    while let Some((index, line)) = lines.next() {
        if line.trim() == "#[cfg(test)]" {
            // A module in its own file is one line; a module here is the rest of the file.
            match lines.next() {
                Some((_, next)) if module(next.trim()).is_some() => continue,
                _ => break,
            }
        }
        if !line.trim_start().starts_with("//") {
            code.push((index + 1, line.to_owned()));
        }
    }
    code
}

/// Whether `line` has `word`, not as the end of a longer word.
fn names(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}
