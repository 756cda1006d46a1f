//! What a check with every rule costs beside a bare parse of the same articles: `cargo bench --bench ratio`.
//!
//! One thread works through 2,000 made-up articles of 950 words, several times; the fastest round counts. The floor is
//! comrak's parse with facetdoc's extensions and a walk over every node.

mod made_up;

use comrak::{Arena, Options, parse_document};
use facetdoc::check;
use facetdoc::config::Settings;
use facetdoc::facts::Facts;
use facetdoc::parse;
use facetdoc::rules::{self, Context, Findings};
use facetdoc::source::{Format, Source};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

const ARTICLES: u64 = 2_000;
const WORDS: usize = 950;
const ROUNDS: usize = 5;

#[expect(clippy::print_stdout, reason = "a benchmark tells its figures")]
fn main() {
    let articles: Vec<String> = (0..ARTICLES)
        .map(|number| made_up::article(number, WORDS))
        .collect();
    let words: usize = articles
        .iter()
        .map(|text| text.split_whitespace().count())
        .sum();
    let bytes: usize = articles.iter().map(String::len).sum();
    println!(
        "{ARTICLES} articles, {} words each, {} kB in all",
        words / articles.len(),
        bytes / 1000
    );

    let floor = fastest(|| articles.iter().map(|text| bare(text)).sum());
    let parse = fastest(|| {
        articles
            .iter()
            .map(|text| source(text).sections().len())
            .sum()
    });
    let facts = fastest(|| {
        let facts = |text: &String| {
            let article = source(text);
            Facts::find(&article, &Settings::of(&article))
                .sentences
                .len()
        };
        articles.iter().map(facts).sum()
    });
    let all = fastest(|| {
        articles
            .iter()
            .map(|text| check::check(&source(text), None).len())
            .sum()
    });
    for (name, time) in [
        ("bare parse", floor),
        ("article", parse),
        ("and facts", facts),
        ("and all rules", all),
    ] {
        println!(
            "{name:<14} {:>8.1} ms  {:>5.2} times the bare parse",
            millis(time),
            millis(time) / millis(floor)
        );
    }
    if std::env::args().any(|arg| arg == "--rules") {
        by_rule(&articles);
    }
}

/// The cost of each rule by itself, dearest first.
#[expect(clippy::print_stdout, reason = "a benchmark tells its figures")]
fn by_rule(articles: &[String]) {
    let mut times: BTreeMap<&str, Duration> = BTreeMap::new();
    for text in articles {
        let article = source(text);
        let settings = Settings::of(&article);
        let facts = Facts::find(&article, &settings);
        let cx = Context {
            article: &article,
            facts: &facts,
            settings: &settings,
            today: None,
        };
        let mut found = Vec::new();
        for rule in rules::all() {
            let start = Instant::now();
            (rule.check)(&cx, &mut Findings::new(rule, &mut found));
            *times.entry(rule.name).or_default() += start.elapsed();
        }
        black_box(found.len());
    }
    let mut times: Vec<_> = times.into_iter().collect();
    times.sort_by_key(|(name, time)| (std::cmp::Reverse(*time), *name));
    for (name, time) in times {
        println!("{:>8.1} ms  {name}", millis(time));
    }
}

fn source(text: &str) -> facetdoc::article::Article {
    parse::article(Source::new("a.md", text, Format::Markdown))
}

fn bare(text: &str) -> usize {
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.front_matter_delimiter = Some("---".to_owned());
    parse_document(&arena, text, &options).descendants().count()
}

fn fastest(mut work: impl FnMut() -> usize) -> Duration {
    let rounds = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    });
    rounds.min().unwrap_or_default()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
