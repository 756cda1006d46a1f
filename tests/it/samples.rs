//! The articles in `source/` are clean, and `exports/` is what facetdoc makes of them; `FACETDOC_UPDATE=1` renews it.

use facetdoc::article::Date;
use facetdoc::check;
use facetdoc::config::Settings;
use facetdoc::diagnostic::Severity;
use facetdoc::export::{html, json, jsonld, pdf, text};
use facetdoc::facts::Facts;
use facetdoc::handout;
use facetdoc::parse;
use facetdoc::rules::Context;
use facetdoc::source::{Format, Source};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The sample articles, by name.
fn samples() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("source")).expect("the project has samples");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "md"));
    files.sort();
    assert!(files.len() >= 3, "there are at least three samples");
    files
}

/// The pictures of a sample.
fn pictures(handout: &handout::Handout) -> handout::Pictures {
    let mut pictures = handout::Pictures::default();
    for wanted in handout::wanted(handout) {
        let bytes = fs::read(root().join("source").join(wanted.url)).unwrap();
        pictures.insert(wanted.url, bytes);
    }
    pictures
}

#[test]
fn every_sample_is_without_error_or_warning() {
    for file in samples() {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let article = parse::article(Source::new(
            name.clone(),
            fs::read_to_string(&file).unwrap(),
            Format::Markdown,
        ));
        let found = check::check(&article, Date::from_ymd(2026, 12, 1));
        let faults: Vec<String> = found
            .iter()
            .filter(|finding| finding.severity >= Severity::Warning)
            .map(|finding| {
                format!(
                    "{name}:{}: {}: {}",
                    article.source.line(finding.span.start()),
                    finding.rule.name,
                    finding.message
                )
            })
            .collect();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}

#[test]
fn the_exports_are_those_of_the_samples() {
    let mut wanted = Vec::new();
    for file in samples() {
        let stem = file.file_stem().unwrap().to_string_lossy().into_owned();
        let name = format!("source/{}", file.file_name().unwrap().to_string_lossy());
        let article = parse::article(Source::new(
            name,
            fs::read_to_string(&file).unwrap(),
            Format::Markdown,
        ));
        let settings = Settings::of(&article);
        let facts = Facts::find(&article, &settings);
        let cx = Context {
            article: &article,
            facts: &facts,
            settings: &settings,
            today: None,
        };
        let mut handout = handout::build(&cx, &handout::Options::default());
        handout.pictures = pictures(&handout);
        wanted.push((
            format!("{stem}.json"),
            json::to_json(&cx, &json::Options::default()).into_bytes(),
        ));
        wanted.push((
            format!("{stem}.txt"),
            text::to_text(&handout, &text::Options::default())
                .unwrap()
                .into_bytes(),
        ));
        wanted.push((
            format!("{stem}.pdf"),
            pdf::to_pdf(&handout, &pdf::Options::default()).unwrap(),
        ));
        wanted.push((
            format!("{stem}.html"),
            html::to_html(&handout).unwrap().into_bytes(),
        ));
        wanted.push((
            format!("{stem}.jsonld"),
            jsonld::to_jsonld(&cx, false).into_bytes(),
        ));
    }
    for (name, bytes) in wanted {
        let path = root().join("exports").join(&name);
        if std::env::var_os("FACETDOC_UPDATE").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &bytes).unwrap();
        } else {
            let there = fs::read(&path).unwrap_or_default();
            assert!(
                there == bytes,
                "exports/{name} is not what its article gives; FACETDOC_UPDATE=1 cargo test renews it"
            );
        }
    }
}
