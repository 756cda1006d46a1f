//! The command line: the only part that touches files, the clock, the environment and the terminal.

pub mod args;

mod articles;
mod check;
mod config;
mod error;
mod explain;
mod export;
mod fix;
mod import;
mod input;
mod jobs;
mod outline;
mod pack;
mod plan;
mod read;
mod refusal;
mod shell;
mod stats;
mod terminal;
mod today;
mod write;

pub use error::Error;

use args::{Cli, Command};
use clap::Parser;
use std::io;
use std::process::ExitCode;

/// How a command ended, from best to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Done, and nothing is wrong.
    Clean,
    /// Done, with findings that fail, or an export that was refused because of them.
    Findings,
    /// Some of the work could not be done.
    Failed,
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let result = match Cli::try_parse() {
        Ok(cli) => run(&cli.command),
        Err(error) => return clap_exit(&error),
    };
    match result {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Ok(Outcome::Failed) => ExitCode::from(2),
        // Whoever read our output has seen enough: `facetdoc check | head`.
        Err(Error::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            terminal::complain(&error.to_string());
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command) -> Result<Outcome, Error> {
    match command {
        Command::Check(args) => check::run(args),
        Command::Export(args) => export::run(args),
        Command::Import(args) => import::run(args),
        Command::Outline(args) => outline::run(args),
        Command::Stats(args) => stats::run(args),
        Command::Rules(args) => explain::rules(args),
        Command::Explain(args) => explain::explain(args),
        Command::Pack(command) => pack::run(command),
        Command::Completions(args) => shell::completions(args.shell),
        Command::Man => shell::man(),
    }
}

/// Prints what clap has to say: help and version on standard output, mistakes on standard error.
fn clap_exit(error: &clap::Error) -> ExitCode {
    // A closed pipe is no reason to complain about the help.
    let _ = error.print();
    if error.use_stderr() {
        ExitCode::from(2)
    } else {
        ExitCode::SUCCESS
    }
}
