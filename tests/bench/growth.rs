//! How cost grows with the length of one article: `cargo bench --bench growth`.
//!
//! For each kind of part, articles are made of it that double in length up to a megabyte. What is linear takes twice as long
//! for the next; what takes more than 2.6 times as long is marked with `<-`. A kind that has become too slow is given up.
//!
//!     cargo bench --bench growth -- [--rules] [--kilobytes N] [KIND ...]
//!
//! `--rules` names the three dearest rules of the longest article, and every rule whose cost is marked. `--kilobytes` is the
//! length of the longest article. A kind is chosen by a part of its name.

mod cpu;
mod long;
mod made_up;

use cpu::Cpu;
use facetdoc::article::Article;
use facetdoc::check;
use facetdoc::config::Settings;
use facetdoc::export::text;
use facetdoc::facts::Facts;
use facetdoc::handout;
use facetdoc::parse;
use facetdoc::report::{Flagged, Run, json, text as text_report};
use facetdoc::rules::{self, Context, Findings};
use facetdoc::source::{Format, Source};
use long::Kind;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Duration;

/// Lengths, each twice the one before.
const DOUBLINGS: u32 = 3;
const KILOBYTES: usize = 1_000;
/// More than this for twice the length is not linear.
const STEEP: f64 = 2.6;
/// What takes less is not judged: other programs and the caches move it more than its growth.
const TOO_SHORT: Duration = Duration::from_millis(8);
/// A kind is given up after a length that takes longer.
const TOO_LONG: Duration = Duration::from_secs(8);
/// What takes less is done again, and the fastest time counts.
const ONCE: Duration = Duration::from_millis(300);
const AGAIN: usize = 3;
/// Rules that are told even if none is steep.
const DEAREST: usize = 3;

const STAGES: [&str; 5] = ["parse", "facts", "rules", "report", "handout"];

/// What was asked for.
struct Asked {
    kinds: Vec<String>,
    kilobytes: usize,
    rules: bool,
}

/// The time of each stage for one article.
type Times = [Duration; STAGES.len()];

fn main() {
    // Deep recursion is not what is measured; the program has as much stack.
    let worker = std::thread::Builder::new().stack_size(64 * 1024 * 1024);
    let worker = worker.spawn(tables).expect("the system has a thread");
    worker.join().expect("every kind can be measured");
}

#[expect(clippy::print_stdout, reason = "a benchmark tells its figures")]
fn tables() {
    let asked = asked();
    print!("| part | kB | parts |");
    for stage in STAGES {
        print!(" {stage} ms | x |");
    }
    println!("\n|---|--:|--:|{}", "--:|--:|".repeat(STAGES.len()));
    let mut slow = Vec::new();
    for kind in long::KINDS {
        let is_asked = |part: &String| kind.name.contains(part.as_str());
        if asked.kinds.is_empty() || asked.kinds.iter().any(is_asked) {
            slow.extend(table(kind, &asked));
        }
    }
    if asked.rules {
        println!("\n| part | rule | ms | x |\n|---|---|--:|--:|");
        for row in slow {
            println!("{row}");
        }
    }
}

fn asked() -> Asked {
    let mut asked = Asked {
        kinds: Vec::new(),
        kilobytes: KILOBYTES,
        rules: false,
    };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            // What cargo says to every benchmark.
            "--bench" => {}
            "--rules" => asked.rules = true,
            "--kilobytes" => {
                let number = args.next().and_then(|number| number.parse().ok());
                asked.kilobytes = number.expect("--kilobytes takes a number");
            }
            _ => asked.kinds.push(arg),
        }
    }
    asked
}

/// Prints the rows of `kind`; what its rules cost at the end, if that is asked for.
#[expect(clippy::print_stdout, reason = "a benchmark tells its figures")]
fn table(kind: &Kind, asked: &Asked) -> Vec<String> {
    let mut before: Option<Times> = None;
    let mut rules = [BTreeMap::new(), BTreeMap::new()];
    for doubling in (0..=DOUBLINGS).rev() {
        let (text, parts) = long::article(kind, (asked.kilobytes * 1000) >> doubling);
        let times = times(&text);
        print!("| {} | {} | {parts} |", kind.name, text.len() / 1000);
        for (stage, time) in times.iter().enumerate() {
            print!(
                " {:.1} | {} |",
                millis(*time),
                growth(before.map(|before| before[stage]), *time)
            );
        }
        println!();
        if asked.rules {
            rules.swap(0, 1);
            rules[1] = by_rule(&text);
        }
        if times.iter().sum::<Duration>() > TOO_LONG && doubling > 0 {
            println!("| {} | given up |", kind.name);
            break;
        }
        before = Some(times);
    }
    dearest(kind, &rules)
}

/// What each stage takes for the article `text`.
fn times(text: &str) -> Times {
    let parse = fastest(|| article(text).sections().len());
    let article = article(text);
    let settings = Settings::of(&article);
    let find = || Facts::find(&article, &settings);
    let facts = fastest(|| find().sentences.len());
    let cx = |facts: &Facts<'_>| check::run(&context(&article, facts, &settings));
    // Rules find some facts for each other, so each round has facts of its own.
    let rules = fastest_after(find, |facts| cx(facts).len());
    let findings = cx(&find());
    let report = fastest_after(
        || (article.clone(), findings.clone()),
        |(article, findings)| report(std::mem::take(findings), article.clone()),
    );
    let handout = fastest_after(find, |facts| {
        let cx = context(&article, facts, &settings);
        let handout = handout::build(&cx, &handout::Options::default());
        text::to_text(&handout, &text::Options::default()).map_or(0, |text| text.len())
    });
    [parse, facts, rules, report, handout]
}

/// The cost of each rule by itself, the least of a few rounds; facts that several ask for count for the first.
fn by_rule(text: &str) -> BTreeMap<&'static str, Duration> {
    let article = article(text);
    let settings = Settings::of(&article);
    let mut times = BTreeMap::new();
    for _ in 0..AGAIN {
        let facts = Facts::find(&article, &settings);
        let cx = context(&article, &facts, &settings);
        let mut found = Vec::new();
        for rule in rules::all() {
            let start = Cpu::now();
            (rule.check)(&cx, &mut Findings::new(rule, &mut found));
            let time = Cpu::now().since(&start);
            let least = times.entry(rule.name).or_insert(time);
            *least = time.min(*least);
        }
    }
    times
}

/// Rows of a table: the dearest rules, and those that grow steeply.
fn dearest(kind: &Kind, rules: &[BTreeMap<&'static str, Duration>; 2]) -> Vec<String> {
    let [before, last] = rules;
    let mut last: Vec<_> = last.iter().collect();
    last.sort_by_key(|(name, time)| (std::cmp::Reverse(**time), **name));
    let rows = last
        .into_iter()
        .enumerate()
        .filter_map(|(place, (name, time))| {
            let growth = growth(before.get(name).copied(), *time);
            (place < DEAREST || growth.ends_with("<-")).then(|| {
                format!(
                    "| {} | {name} | {:.1} | {growth} |",
                    kind.name,
                    millis(*time)
                )
            })
        });
    rows.collect()
}

fn report(findings: Vec<facetdoc::diagnostic::Diagnostic>, article: Article) -> usize {
    let run = Run {
        checked: 1,
        flagged: vec![Flagged::new(article, findings)],
        ..Run::default()
    };
    let options = text_report::Options {
        width: 80,
        colour: false,
        all: true,
        only_from: None,
    };
    let mut out = Vec::new();
    text_report::write(&run, &options, &mut out).expect("memory takes every byte");
    json::write(&run, &mut out).expect("memory takes every byte");
    out.len()
}

fn article(text: &str) -> Article {
    parse::article(Source::new("a.md", text, Format::Markdown))
}

fn context<'a>(article: &'a Article, facts: &'a Facts<'a>, settings: &'a Settings) -> Context<'a> {
    Context {
        article,
        facts,
        settings,
        today: None,
    }
}

fn fastest(mut work: impl FnMut() -> usize) -> Duration {
    fastest_after(|| (), |()| work())
}

/// The least time that `work` takes on what `make` makes; the making does not count.
fn fastest_after<T>(make: impl Fn() -> T, mut work: impl FnMut(&mut T) -> usize) -> Duration {
    let mut least = Duration::MAX;
    for _ in 0..AGAIN {
        let mut with = make();
        let start = Cpu::now();
        black_box(work(&mut with));
        least = least.min(Cpu::now().since(&start));
        if least > ONCE {
            break;
        }
    }
    least
}

/// How many times as long as `before` it took; "" where that cannot be told.
fn growth(before: Option<Duration>, time: Duration) -> String {
    let Some(before) = before.filter(|before| !before.is_zero()) else {
        return String::new();
    };
    let times = time.as_secs_f64() / before.as_secs_f64();
    let mark = if times > STEEP && time > TOO_SHORT {
        " <-"
    } else {
        ""
    };
    format!("{times:.1}{mark}")
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
