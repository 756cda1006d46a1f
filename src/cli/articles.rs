//! Reads the articles that are asked for and has each worked on.

use super::args::InputArgs;
use super::config::Configs;
use super::input::{Input, Inputs};
use super::progress::Progress;
use super::{jobs, terminal};
use crate::article::Article;
use crate::config::{Config, Excess};
use crate::parse;
use crate::report::Failure;
use crate::source::Source;
use std::convert::Infallible;

/// What became of the articles.
#[derive(Debug)]
pub(super) struct Done<R> {
    /// The results, in the order of the input.
    pub results: Vec<R>,
    /// What could not be read or worked on; it was told on standard error.
    pub failures: Vec<Failure>,
}

/// What [`each_told`] gives of every article.
pub(super) fn each<R: Send>(
    inputs: Inputs,
    args: &InputArgs,
    configs: &Configs,
    work: impl Fn(&Input, Article) -> R + Sync,
) -> Done<R> {
    let mut results = Vec::new();
    let kept: Result<Vec<Failure>, Infallible> = each_told(inputs, args, configs, work, |result| {
        results.push(result);
        Ok(())
    });
    match kept {
        Ok(failures) => Done { results, failures },
        Err(never) => match never {},
    }
}

/// Reads, parses and works on every article of `inputs`; `tell` gets the results in the order of the input, each as soon as
/// those before it are there. What could not be done is told at the end, and given back.
///
/// A worker holds one article at a time and lets it go; what stays is what `work` gives back. A bug of facetdoc stops
/// the work on that article only; one that is larger than its configuration allows is refused.
pub(super) fn each_told<R: Send, E>(
    inputs: Inputs,
    args: &InputArgs,
    configs: &Configs,
    work: impl Fn(&Input, Article) -> R + Sync,
    mut tell: impl FnMut(R) -> Result<(), E>,
) -> Result<Vec<Failure>, E> {
    let progress = Progress::of(inputs.found.len());
    let mut failures = inputs.failures;
    let mut empty = Vec::new();
    let work = |input: &Input| {
        let source = input.read(args.max_bytes)?;
        let is_empty = source.text().trim().is_empty();
        let article = parsed(source, configs.of(input)).map_err(|message| Failure {
            file: input.name.clone(),
            message,
        })?;
        let result = work(input, article);
        progress.step();
        Ok((is_empty, result))
    };
    jobs::each_told(&inputs.found, args.jobs, work, |input, result| {
        match result {
            Ok(Ok((is_empty, result))) => {
                if is_empty {
                    empty.push(input.name.clone());
                }
                return tell(result);
            }
            Ok(Err(failure)) => failures.push(failure),
            Err(bug) => failures.push(Failure {
                file: input.name.clone(),
                message: bug.describe("the work on this file"),
            }),
        }
        Ok(())
    })?;
    // The bar goes before anything is told on standard error.
    drop(progress);
    for name in empty {
        terminal::note(&format!("{name}: the file is empty"));
    }
    for failure in &failures {
        terminal::complain(&format!("{}: {}", failure.file, failure.message));
    }
    Ok(failures)
}

/// The article in `source`, or why it is larger than `config` allows, with the line.
pub(super) fn parsed(source: Source, config: &Config) -> Result<Article, String> {
    let sizes = &config.limits.size;
    let told = |source: &Source, excess: &Excess| {
        let line = source.line(excess.span.start());
        format!("line {line}: {excess}")
    };
    if let Some(excess) = sizes.excess_of_source(&source) {
        return Err(told(&source, &excess));
    }
    let article = parse::article_within(source, sizes.front_matter_values_max);
    match sizes.excess(&article) {
        None => Ok(article),
        Some(excess) => Err(told(&article.source, &excess)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::args::{Cli, Command};
    use super::*;
    use clap::Parser;
    use std::path::Path;

    /// The articles of the folder `source`, with the arguments of a check.
    fn with_articles<R>(work: impl FnOnce(Inputs, &InputArgs, &Configs) -> R) -> R {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("source");
        let folder = folder.to_str().unwrap();
        let cli = Cli::try_parse_from(["facetdoc", "check", "--jobs", "2", "--isolated", folder]);
        let Command::Check(args) = cli.unwrap().command else {
            unreachable!("a check was asked for")
        };
        let inputs = Inputs::find(&args.input, &args.config, None).unwrap();
        let configs = Configs::load(&args.config, &inputs, args.color.color).unwrap();
        work(inputs, &args.input, &configs)
    }

    #[test]
    fn a_bug_that_one_article_meets_stops_no_other_and_names_the_file() {
        with_articles(|inputs, args, configs| {
            let all = inputs.found.len();
            let first = inputs.found[0].name.clone();
            let done = each(inputs, args, configs, |input, article| {
                assert!(input.name != first, "met a bug\nhere");
                article.source.name().to_owned()
            });
            assert!(all > 2);
            assert_eq!(done.results.len(), all - 1);
            let [failure] = done.failures.as_slice() else {
                panic!("{:?}", done.failures);
            };
            assert_eq!(failure.file, first);
            assert!(
                failure.message.contains("(met a bug here"),
                "{}",
                failure.message
            );
            assert!(failure.message.contains("please report it"));
            assert!(!failure.message.contains('\n'));
        });
    }
}
