//! What a handout costs as PDF: `cargo bench --bench pdf`.
//!
//! One thread takes made-up articles of 950 words from their text to the finished bytes. CPU time is told rather than time on
//! the clock, because other programs may be busy; where the system does not tell it (anywhere but Linux), the clock is
//! read. Memory must stay flat as the batch grows.

mod cpu;
mod made_up;

use cpu::Cpu;
use facetdoc::check;
use facetdoc::config::Settings;
use facetdoc::export::pdf::{Options, to_pdf};
use facetdoc::facts::Facts;
use facetdoc::handout;
use facetdoc::parse;
use facetdoc::rules::Context;
use facetdoc::source::{Format, Source};
use std::hint::black_box;
use std::time::Duration;

const WORDS: usize = 950;
const BATCHES: [u64; 3] = [100, 200, 400];

#[expect(clippy::print_stdout, reason = "a benchmark tells its figures")]
fn main() {
    let mut number = 0;
    for batch in BATCHES {
        let (mut check, mut pdf, mut bytes) = (Duration::ZERO, Duration::ZERO, 0);
        for _ in 0..batch {
            let text = made_up::article(number, WORDS);
            number += 1;
            let start = Cpu::now();
            let article = parse::article(Source::new("a.md", text, Format::Markdown));
            let settings = Settings::of(&article);
            let facts = Facts::find(&article, &settings);
            let cx = Context {
                article: &article,
                facts: &facts,
                settings: &settings,
                today: None,
            };
            black_box(check::run(&cx).len());
            let handout = handout::build(&cx, &handout::Options::default());
            let built = Cpu::now();
            let file = to_pdf(&handout, &Options::default()).expect("the article can be set");
            bytes += file.len();
            check += built.since(&start);
            pdf += Cpu::now().since(&built);
        }
        let each = |time: Duration| time.as_secs_f64() * 1000.0 / batch as f64;
        println!(
            "{batch} articles: {:.2} ms each ({:.2} ms read and checked, {:.2} ms set as PDF), {} kB a file, at most {} MB of memory",
            each(check + pdf),
            each(check),
            each(pdf),
            bytes / 1000 / usize::try_from(batch).unwrap_or(1),
            most_memory().map_or_else(|| "?".to_owned(), |most| most.to_string()),
        );
    }
}

/// The most memory that the process has had, in megabytes, where the system tells it.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes / 1024)
}
