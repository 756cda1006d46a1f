//! What each stage costs on the way from the bytes of one article to its findings, its handout and its PDF:
//! `cargo bench --bench stages`.
//!
//! The article is made up and has 950 words. Each family of rules is timed alone, on facts of its own: what only it asks for
//! is found on its account. All rules together cost less than their sum, because they share those facts.

mod made_up;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use facetdoc::article::Article;
use facetdoc::check;
use facetdoc::config::Settings;
use facetdoc::diagnostic::Diagnostic;
use facetdoc::export::{html, pdf, text};
use facetdoc::facts::Facts;
use facetdoc::handout;
use facetdoc::parse;
use facetdoc::report::{Flagged, Run, json, text as text_report};
use facetdoc::rules::{Context, FAMILIES, Findings};
use facetdoc::source::{Format, Source};
use std::hint::black_box;

const WORDS: usize = 950;
const NUMBER: u64 = 1;

criterion_group!(stages, reading, facts, families, reports, handouts, whole);
criterion_main!(stages);

fn bytes() -> Vec<u8> {
    made_up::article(NUMBER, WORDS).into_bytes()
}

fn read(bytes: Vec<u8>) -> Source {
    let text = String::from_utf8(bytes).expect("the article is made of strings");
    Source::new("a.md", text, Format::Markdown)
}

fn article() -> Article {
    parse::article(read(bytes()))
}

/// From bytes to a source, and from a source to an article.
fn reading(criterion: &mut Criterion) {
    let bytes = bytes();
    let source = read(bytes.clone());
    criterion.bench_function("read", |bench| {
        bench.iter_batched(|| bytes.clone(), read, BatchSize::SmallInput);
    });
    criterion.bench_function("parse", |bench| {
        bench.iter_batched(|| source.clone(), parse::article, BatchSize::SmallInput);
    });
}

fn facts(criterion: &mut Criterion) {
    let article = article();
    let settings = Settings::of(&article);
    criterion.bench_function("facts", |bench| {
        bench.iter_with_large_drop(|| Facts::find(&article, &settings));
    });
}

fn families(criterion: &mut Criterion) {
    let article = article();
    let settings = Settings::of(&article);
    let find = || Facts::find(&article, &settings);
    let context = |facts: &Facts<'_>, work: &dyn Fn(&Context<'_>) -> Vec<Diagnostic>| {
        work(&Context {
            article: &article,
            facts,
            settings: &settings,
            today: None,
        })
    };
    let mut group = criterion.benchmark_group("rules");
    for family in FAMILIES {
        let check = |cx: &Context<'_>| {
            let mut found = Vec::new();
            for rule in family.rules {
                (rule.check)(cx, &mut Findings::new(rule, &mut found));
            }
            found
        };
        group.bench_function(family.name, |bench| {
            bench.iter_batched_ref(find, |facts| context(facts, &check), BatchSize::SmallInput);
        });
    }
    group.bench_function("all", |bench| {
        bench.iter_batched_ref(
            find,
            |facts| context(facts, &check::run),
            BatchSize::SmallInput,
        );
    });
}

/// The findings as a run holds them, and as people and programs are shown them.
fn reports(criterion: &mut Criterion) {
    let article = article();
    let findings = check::check(&article, None);
    let parts = || (article.clone(), findings.clone());
    let flagged = |(article, findings)| Flagged::new(article, findings);
    let run = Run {
        checked: 1,
        flagged: vec![flagged(parts())],
        ..Run::default()
    };
    let options = text_report::Options {
        width: 80,
        colour: false,
        all: true,
        only_from: None,
    };
    let mut group = criterion.benchmark_group("report");
    group.bench_function("identities", |bench| {
        bench.iter_batched(parts, flagged, BatchSize::SmallInput);
    });
    group.bench_function("text", |bench| {
        bench.iter(|| {
            let mut out = Vec::new();
            text_report::write(&run, &options, &mut out).expect("memory takes every byte");
            out
        });
    });
    group.bench_function("json", |bench| {
        bench.iter(|| {
            let mut out = Vec::new();
            json::write(&run, &mut out).expect("memory takes every byte");
            out
        });
    });
}

/// The handout's words in order, and their layout in each form.
fn handouts(criterion: &mut Criterion) {
    let article = article();
    let settings = Settings::of(&article);
    let facts = Facts::find(&article, &settings);
    let cx = Context {
        article: &article,
        facts: &facts,
        settings: &settings,
        today: None,
    };
    let build = || handout::build(&cx, &handout::Options::default());
    let handout = build();
    criterion.bench_function("handout", |bench| bench.iter_with_large_drop(build));
    let mut group = criterion.benchmark_group("layout");
    group.bench_function("text", |bench| {
        bench.iter(|| text::to_text(&handout, &text::Options::default()).expect("any text fits"));
    });
    group.bench_function("html", |bench| {
        bench.iter(|| html::to_html(&handout).expect("the article can be set"));
    });
    group.bench_function("pdf", |bench| {
        bench.iter(|| {
            pdf::to_pdf(&handout, &pdf::Options::default()).expect("the article can be set")
        });
    });
}

/// From bytes to findings, with all memory given back.
fn whole(criterion: &mut Criterion) {
    let bytes = bytes();
    criterion.bench_function("read to findings", |bench| {
        bench.iter(|| {
            let article = parse::article(read(bytes.clone()));
            black_box(check::check(&article, None).len())
        });
    });
}
