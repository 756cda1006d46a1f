//! `facetdoc new`: an article from the template of its kind.

use super::args::{Color, NewArgs};
use super::config::Configs;
use super::init::{tell, write_new};
use super::input::{DEFAULT_FOLDER, Input, Inputs, displayed};
use super::{Error, Outcome, terminal};
use crate::article::{Kind, slug};
use crate::config::Config;
use crate::lexicon::nearest;
use crate::parse;
use crate::source::{Format, Source};
use crate::template;
use std::path::{Path, PathBuf};

pub(super) fn run(args: &NewArgs) -> Result<Outcome, Error> {
    if args.title.trim().is_empty() {
        return Err(Error::NewArticle("the title is empty".to_owned()));
    }
    let path = match &args.output {
        Some(path) => path.clone(),
        None => usual_path(&args.title)?,
    };
    // The article belongs to the folder that it will be in, whose configuration has its kinds.
    let input = Input::file(&path);
    let inputs = Inputs {
        found: vec![input.clone()],
        ..Inputs::default()
    };
    let configs = Configs::load(&args.config, &inputs, Color::Auto)?;
    let config = configs.of(&input);
    let front_matter = front_matter(args, config)?;
    let article = parse::article(Source::new(&input.name, front_matter, Format::Markdown));
    let settings = config.settings(&article);
    let text = template::article(args.title.trim(), &settings);
    if path == Path::new("-") {
        terminal::print_result(|out| out.write_all(text.as_bytes()))?;
        return Ok(Outcome::Clean);
    }
    if !args.force && path.symlink_metadata().is_ok() {
        return Err(Error::Exists(displayed(&path)));
    }
    tell(&path, write_new(&path, &text)?);
    Ok(Outcome::Clean)
}

/// The title as a file name, in the folder of articles where there is one.
fn usual_path(title: &str) -> Result<PathBuf, Error> {
    let name = slug(title);
    if name.is_empty() {
        let message = "the title gives no file name; say one with -o";
        return Err(Error::NewArticle(message.to_owned()));
    }
    let folder = Path::new(DEFAULT_FOLDER);
    let file = format!("{name}.md");
    Ok(if folder.is_dir() {
        folder.join(file)
    } else {
        PathBuf::from(file)
    })
}

/// What the command line says of the article, each word checked, as front matter.
fn front_matter(args: &NewArgs, config: &Config) -> Result<String, Error> {
    let mut lines = vec!["---".to_owned()];
    if let Some(kind) = &args.kind {
        lines.push(format!("kind: {}", known_kind(kind, config)?));
    }
    if let Some(region) = &args.region {
        let is_code = region.len() == 2 && region.chars().all(|ch| ch.is_ascii_alphabetic());
        if !is_code {
            let message = format!("--region {region}: a region is two letters, such as US or GB");
            return Err(Error::NewArticle(message));
        }
        lines.push(format!("region: {}", region.to_uppercase()));
    }
    if let Some(lang) = &args.lang {
        let parts = lang.split('-');
        let is_part = |part: &str| {
            (1..=8).contains(&part.len()) && part.chars().all(|ch| ch.is_ascii_alphanumeric())
        };
        let base = lang.split('-').next().unwrap_or("");
        if !matches!(base.len(), 2 | 3) || !parts.into_iter().all(is_part) {
            let message = format!("--lang {lang}: a language is a code, such as en, en-GB or es");
            return Err(Error::NewArticle(message));
        }
        lines.push(format!("lang: \"{lang}\""));
    }
    lines.push("---\n\nWords.\n".to_owned());
    Ok(lines.join("\n"))
}

/// The name of a kind that facetdoc or the team has.
fn known_kind(name: &str, config: &Config) -> Result<String, Error> {
    let wanted = name.trim().to_lowercase();
    let built_in = Kind::ALL.iter().map(|kind| kind.name());
    let own = config.kinds.iter().map(|kind| kind.name.as_str());
    let names: Vec<&str> = built_in.chain(own).collect();
    if names.contains(&wanted.as_str()) {
        return Ok(wanted);
    }
    let help = match nearest(&wanted, names.iter().copied()) {
        Some(near) => format!("did you mean {near}?"),
        None => format!("there are: {}", names.join(", ")),
    };
    let message = format!("there is no kind called {name}; {help}");
    Err(Error::NewArticle(message))
}
