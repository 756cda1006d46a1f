//! Reads the articles that are asked for and has each worked on.

use super::args::InputArgs;
use super::input::{Input, Inputs};
use super::progress::Progress;
use super::{jobs, terminal};
use crate::article::Article;
use crate::parse;
use crate::report::Failure;

/// What became of the articles.
#[derive(Debug)]
pub(super) struct Done<R> {
    /// The results, in the order of the input.
    pub results: Vec<R>,
    /// What could not be read or worked on; it was told on standard error.
    pub failures: Vec<Failure>,
}

/// Reads, parses and works on every article of `inputs`.
///
/// A worker holds one article at a time and lets it go; what stays is what `work` gives back. A bug of facetdoc stops
/// the work on that article only.
pub(super) fn each<R: Send>(
    inputs: Inputs,
    args: &InputArgs,
    work: impl Fn(&Input, Article) -> R + Sync,
) -> Done<R> {
    let progress = Progress::of(inputs.found.len());
    let results = jobs::each(&inputs.found, args.jobs, |input| {
        let source = input.read(args.max_bytes)?;
        let result = work(input, parse::article(source));
        progress.step();
        Ok(result)
    });
    // The bar goes before anything is told.
    drop(progress);
    let mut done = Done {
        results: Vec::new(),
        failures: inputs.failures,
    };
    for (input, result) in inputs.found.iter().zip(results) {
        match result {
            Ok(Ok(result)) => done.results.push(result),
            Ok(Err(failure)) => done.failures.push(failure),
            Err(bug) => done.failures.push(Failure {
                file: input.name.clone(),
                message: bug.describe(),
            }),
        }
    }
    for failure in &done.failures {
        terminal::complain(&format!("{}: {}", failure.file, failure.message));
    }
    done
}
