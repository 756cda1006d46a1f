//! Laws of the rule table: names, manuals and the examples in them, which are run like any other article.

use facetdoc::article::Date;
use facetdoc::check;
use facetdoc::config::Config;
use facetdoc::config::file::{ConfigFile, Known};
use facetdoc::facts::Facts;
use facetdoc::handout;
use facetdoc::parse;
use facetdoc::report::manual;
use facetdoc::rules::{self, Context, Example, Expectation, Rule};
use facetdoc::source::{Format, Source};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The day on which the examples of every manual are checked.
fn today() -> Option<Date> {
    Date::from_ymd(2026, 1, 15)
}

/// What `rule` finds in `example`, one line a finding; the other rules run too, so that allowances work.
fn findings(rule: &Rule, example: &Example) -> Vec<String> {
    let (name, format) = if example.pasted {
        ("example.txt", Format::Pasted)
    } else {
        ("example.md", Format::Markdown)
    };
    let article = parse::article(Source::new(name, example.text.clone(), format));
    let settings = config(example).settings(&article);
    let facts = Facts::find(&article, &settings);
    let cx = Context {
        article: &article,
        facts: &facts,
        settings: &settings,
        today: today(),
    };
    // Rules on handouts compare one with the article; the others do as in a check.
    if rule.family == "export" {
        facts.set_printed(handout::printed(&handout::build(
            &cx,
            &handout::Options::default(),
        )));
    }
    check::run(&cx)
        .into_iter()
        .filter(|found| found.rule.name == rule.name)
        .map(|found| {
            let place = article.source.position(found.span.start());
            format!("{}:{}: {}", place.line, place.column, found.message)
        })
        .collect()
}

/// The configuration that an example is checked with.
fn config(example: &Example) -> Arc<Config> {
    let names: Vec<&str> = rules::all().map(|rule| rule.name).collect();
    let known = Known { rules: &names };
    let text = example.config.as_deref().unwrap_or("");
    let file = ConfigFile::parse(text, known);
    Arc::new(
        file.unwrap_or_else(|faults| panic!("{faults:?} in {text}"))
            .config,
    )
}

#[test]
fn every_example_in_a_manual_does_what_it_says() {
    let mut failures = Vec::new();
    for rule in rules::all() {
        for (index, example) in rules::examples(rule.manual).iter().enumerate() {
            let found = findings(rule, example);
            let wanted = match example.expect {
                Expectation::Flag => 1,
                Expectation::Pass => 0,
            };
            if found.len() != wanted {
                failures.push(format!(
                    "{}, example {}: {wanted} wanted, found {}:\n    {}\n  in\n{}",
                    rule.name,
                    index + 1,
                    found.len(),
                    found.join("\n    "),
                    example.text
                ));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

#[test]
fn an_example_that_is_flagged_stands_under_flagged_and_no_other_does() {
    for rule in rules::all() {
        for example in rules::examples(rule.manual) {
            let title = match example.expect {
                Expectation::Flag => "Flagged",
                Expectation::Pass => "Better",
            };
            assert_eq!(example.under, title, "{}:\n{}", rule.name, example.text);
        }
    }
}

/// The examples as `explain` prints them, with the title above each; settings of `facetdoc.toml` are left out.
fn printed(rule: &Rule) -> Vec<(String, String)> {
    let mut manual = Vec::new();
    manual::write(rule, 80, &mut manual).unwrap();
    let manual = String::from_utf8(manual).unwrap();
    let mut blocks: Vec<(String, String)> = Vec::new();
    let mut title = "";
    let mut opens = true;
    for line in manual.lines() {
        let code = line.strip_prefix("    ").filter(|line| *line != "--------");
        match code {
            Some(code) if opens => blocks.push((title.to_owned(), format!("{code}\n"))),
            Some(code) => {
                let (_, text) = blocks.last_mut().unwrap();
                text.push_str(code);
                text.push('\n');
            }
            None if line.is_empty() && !opens => blocks.last_mut().unwrap().1.push('\n'),
            None if ["FLAGGED", "BETTER"].contains(&line) => title = line,
            None => {}
        }
        opens = code.is_none() && (opens || !line.is_empty());
    }
    blocks.retain(|(_, text)| !text.starts_with("# facetdoc.toml\n"));
    blocks
}

#[test]
fn the_examples_that_explain_prints_do_what_their_titles_say_and_fit_a_terminal() {
    let (mut lines, mut wide) = (0, 0);
    for rule in rules::all() {
        let examples = rules::examples(rule.manual);
        let printed = printed(rule);
        assert_eq!(printed.len(), examples.len(), "{}", rule.name);
        for (example, (title, text)) in examples.into_iter().zip(printed) {
            lines += text.lines().count();
            wide += text
                .lines()
                .filter(|line| line.chars().count() > 76)
                .count();
            let found = findings(
                rule,
                &Example {
                    text: text.clone(),
                    ..example
                },
            );
            assert_eq!(
                !found.is_empty(),
                title == "FLAGGED",
                "{}:\n{text}",
                rule.name
            );
        }
    }
    assert!(wide * 50 < lines, "{wide} of {lines} lines are too wide");
}

#[test]
fn every_manual_says_why_and_shows_both_sides() {
    for rule in rules::all() {
        let name = rule.name;
        let first = rule.manual.lines().next().unwrap_or("").trim();
        assert!(first.ends_with('.'), "{name}: opens with a sentence");
        for title in ["## Why it matters", "## Flagged", "## Better"] {
            let there = rule.manual.lines().any(|line| line.trim() == title);
            assert!(there, "{name}: no line {title:?}");
        }
        let examples = rules::examples(rule.manual);
        for expect in [Expectation::Flag, Expectation::Pass] {
            let there = examples.iter().any(|example| example.expect == expect);
            assert!(there, "{name}: no {expect:?} example");
        }
        for line in rule.manual.lines().map(str::trim) {
            if let Some(info) = line.strip_prefix("```").filter(|info| info.contains(',')) {
                let known = [
                    "markdown,flag",
                    "markdown,pass",
                    "text,flag",
                    "text,pass",
                    "toml,config",
                ];
                let info = info.trim_start_matches('`');
                assert!(known.contains(&info), "{name}: unknown fence {info:?}");
            }
        }
    }
}

#[test]
fn names_are_unique_and_kebab_case_and_summaries_are_one_line() {
    let mut names = BTreeSet::new();
    for rule in rules::all() {
        let name = rule.name;
        assert!(names.insert(name), "{name} is there twice");
        assert!(
            name.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
            "{name} is not in kebab-case"
        );
        assert!(!rule.summary.is_empty(), "{name}: no summary");
        assert!(!rule.summary.contains('\n'), "{name}: a summary of lines");
        assert!(!rule.summary.ends_with('.'), "{name}: a full stop");
        assert!(rule.summary.len() <= 100, "{name}: a long summary");
        assert!(!rule.since.is_empty(), "{name}: no version");
    }
    for family in rules::FAMILIES {
        assert!(names.insert(family.name), "{} is there twice", family.name);
        assert!(!family.rules.is_empty(), "{} has no rules", family.name);
        for rule in family.rules {
            assert_eq!(rule.family, family.name, "{}", rule.name);
        }
    }
}

#[test]
fn a_rule_is_in_the_table_if_and_only_if_it_has_a_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let mut on_disk = BTreeSet::new();
    for family in folders(&folder) {
        for file in rule_files(&family) {
            on_disk.insert(format!("{}/{}", kebab(&family), kebab(&file)));
        }
    }
    let in_table: BTreeSet<String> = rules::all()
        .map(|rule| format!("{}/{}", rule.family, rule.name))
        .collect();
    assert_eq!(on_disk, in_table);
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    entries(folder).filter(|path| path.is_dir()).collect()
}

/// The files of a family that declare a rule, or the folders whose `mod.rs` does; others hold what its rules share.
fn rule_files(family: &Path) -> Vec<PathBuf> {
    let declares = |path: &PathBuf| {
        let file = if path.is_dir() {
            path.join("mod.rs")
        } else {
            path.clone()
        };
        let text = std::fs::read_to_string(file).unwrap();
        text.lines().any(|line| line.trim_end() == "rule! {")
    };
    entries(family).filter(declares).collect()
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
}

fn kebab(path: &Path) -> String {
    path.file_stem()
        .unwrap()
        .to_string_lossy()
        .replace('_', "-")
}
