//! The command line: the only part that touches files, the clock, the environment and the terminal.

pub mod args;

mod articles;
mod baseline;
mod changed;
mod check;
mod config;
mod depfile;
mod error;
mod examine;
mod excluded;
mod explain;
mod export;
mod file_list;
mod fix;
mod fonts;
mod git;
mod import;
mod init;
mod input;
mod jobs;
mod journal;
mod layers;
mod lines;
mod lsp;
mod manuals;
mod new;
mod outline;
mod pack;
mod pictures;
mod plan;
mod progress;
mod read;
mod records;
mod refusal;
mod reports;
mod settings;
mod shell;
mod stats;
mod terminal;
mod today;
mod watch;
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
    /// The editor left without saying so; the protocol has a code for that.
    Abandoned,
    /// Some of the work could not be done.
    Failed,
}

impl Outcome {
    /// The exit status.
    fn status(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings | Self::Abandoned => 1,
            Self::Failed => 2,
        }
    }
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return clap_exit(&error),
    };
    jobs::hush();
    let result = match jobs::alone(|| run(&cli.command)) {
        Ok(result) => result,
        Err(bug) => {
            terminal::complain(&bug.describe("the whole run"));
            return ExitCode::from(Outcome::Failed.status());
        }
    };
    exit(result)
}

/// The exit status, and what is told of a command that could not do its work.
fn exit(result: Result<Outcome, Error>) -> ExitCode {
    match result {
        Ok(outcome) => ExitCode::from(outcome.status()),
        // Whoever read our output has seen enough: `facetdoc check | head`.
        Err(Error::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            terminal::complain(&error.to_string());
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command) -> Result<Outcome, Error> {
    let looks_at_articles = matches!(
        command,
        Command::Check(_) | Command::Export(_) | Command::Stats(_) | Command::Lsp(_)
    );
    if looks_at_articles {
        jobs::beside(crate::facts::prepare);
    }
    match command {
        Command::Check(args) => check::run(args),
        Command::Export(args) => export::run(args),
        Command::Import(args) => import::run(args),
        Command::Outline(args) => outline::run(args),
        Command::Stats(args) => stats::run(args),
        Command::Rules(args) => explain::rules(args),
        Command::Explain(args) => explain::explain(args),
        Command::Init(args) => init::run(args),
        Command::New(args) => new::run(args),
        Command::Config(args) => settings::run(args),
        Command::Pack(command) => pack::run(command),
        Command::Lsp(args) => lsp::run(args),
        Command::Completions(args) => shell::completions(args.shell),
        Command::Man(args) => shell::man(args),
    }
}

/// Prints what clap has to say: help and version on standard output, mistakes on standard error.
fn clap_exit(error: &clap::Error) -> ExitCode {
    let printed = error.print();
    if error.use_stderr() {
        return ExitCode::from(2);
    }
    exit(printed.map(|()| Outcome::Clean).map_err(Error::Write))
}
