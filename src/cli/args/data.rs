//! What `export` takes for other programs: data formats, and records of what was written.

use clap::Args;
use std::path::PathBuf;

/// Formats and records for other programs.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a choice of its own; they combine freely"
)]
pub struct DataArgs {
    /// Make the handout as a web page, one file without script
    #[arg(long)]
    pub html: bool,

    /// Make schema.org data of the article (JSON-LD), for search engines
    #[arg(long)]
    pub jsonld: bool,

    /// Put what the check found into the JSON
    #[arg(long)]
    pub with_findings: bool,

    /// Write the JSON of every article as one line of one file, which -o names; without path and -o: answer JSON lines
    ///
    /// Then standard input has a record a line, {"id": ..., "text": ...}, with "format": markdown, text or html where the id
    /// does not end like the name of such a file. Each is answered in order on standard output with id and article; one that
    /// is refused or cannot be worked on with id and error, and the run goes on.
    #[arg(long, conflicts_with = "output_dir")]
    pub lines: bool,

    /// Write what became of each file to this file, a JSON object a line
    ///
    /// Each line has the article, its SHA-256, the format, the file, its SHA-256 and size, and whether it was written,
    /// unchanged, refused or failed, and why. It is written also when something failed.
    #[arg(long, value_name = "FILE")]
    pub manifest: Option<PathBuf>,

    /// Write what each file is made from to this file, as make and ninja read it
    #[arg(long, value_name = "FILE")]
    pub depfile: Option<PathBuf>,
}
