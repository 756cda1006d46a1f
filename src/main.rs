//! The `facetdoc` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    facetdoc::cli::main()
}
