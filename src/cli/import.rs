//! `facetdoc import`

use super::args::ImportArgs;
use super::input::displayed;
use super::refusal::refusal;
use super::write::{Written, write_file};
use super::{Error, Outcome, read, terminal};
use crate::export::markdown;
use crate::parse;
use crate::source::{Format, Source};
use std::path::Path;

pub(super) fn run(args: &ImportArgs) -> Result<Outcome, Error> {
    let is_stdin = args.file.as_os_str() == "-";
    if args.stdin_filename.is_some() && !is_stdin {
        return Err(Error::StdinFilenameAlone);
    }
    let name = match &args.stdin_filename {
        Some(name) => name.clone(),
        None if is_stdin => "stdin.html".to_owned(),
        None => displayed(&args.file),
    };
    let read = if is_stdin {
        read::stdin(&name, args.max_bytes)
    } else {
        read::file(&args.file, &name, args.max_bytes)
    };
    let source = match read {
        Ok(source) => source,
        Err(error) => return Ok(failed(&format!("{name}: {error}"))),
    };
    if source.format() == Format::Markdown {
        return Ok(failed(&format!(
            "{name}: this is Markdown already; import reads web pages (.html) and pasted text (.txt)"
        )));
    }
    write(args, source)
}

fn write(args: &ImportArgs, source: Source) -> Result<Outcome, Error> {
    let article = parse::article(source);
    let imported = markdown::to_markdown(&article);
    let source = &article.source;
    if let Some(output) = &args.output {
        if same_file(output, &args.file) {
            return Ok(failed(&format!(
                "{}: this is what is read; name another file",
                displayed(output)
            )));
        }
        match write_file(output, imported.text.as_bytes()) {
            Ok(Written::New) => terminal::note(&format!("wrote {}", displayed(output))),
            Ok(Written::Unchanged) => terminal::note(&format!("unchanged {}", displayed(output))),
            Err(error) => {
                let why = refusal(&error);
                return Ok(failed(&format!(
                    "{}: cannot be written: {why}",
                    displayed(output)
                )));
            }
        }
    } else {
        terminal::print_result(|out| out.write_all(imported.text.as_bytes()))?;
    }
    for remark in &imported.remarks {
        let line = source.position(remark.span.start()).line;
        terminal::note(&format!("{}:{line}: {}", source.name(), remark.message));
    }
    Ok(Outcome::Clean)
}

fn failed(message: &str) -> Outcome {
    terminal::complain(message);
    Outcome::Failed
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
