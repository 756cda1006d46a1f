//! Which files an export writes, settled before any is written.

use super::Error;
use super::args::{About, ExportArgs};
use super::input::{Input, Inputs, Origin, displayed};
use crate::config::{Config, ExportDefaults};
use crate::report::Failure;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A format that can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// The article tree as JSON.
    Json,
    /// The handout as plain text.
    Text,
    /// The handout as PDF.
    Pdf,
    /// The handout as a booklet, for printing only; no format by itself, it comes with the PDF.
    Booklet,
    /// The handout as a web page.
    Html,
    /// The article as schema.org data.
    Jsonld,
}

impl Target {
    const ALL: &'static [Target] = &[Self::Json, Self::Text, Self::Pdf, Self::Html, Self::Jsonld];

    /// What is made when nothing is said.
    const USUAL: &'static [Target] = &[Self::Json, Self::Text, Self::Pdf];

    /// Whether it shows the handout, not the article as data.
    pub(super) fn is_handout(self) -> bool {
        match self {
            Self::Text | Self::Pdf | Self::Booklet | Self::Html => true,
            Self::Json | Self::Jsonld => false,
        }
    }

    /// Whether pictures are shown in it.
    pub(super) fn shows_pictures(self) -> bool {
        match self {
            Self::Pdf | Self::Booklet | Self::Html => true,
            Self::Json | Self::Text | Self::Jsonld => false,
        }
    }

    /// The name in the configuration and in the manifest.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Text => "text",
            Self::Pdf => "pdf",
            Self::Booklet => "booklet",
            Self::Html => "html",
            Self::Jsonld => "jsonld",
        }
    }

    /// The ending of its files, with the dot.
    fn ending(self) -> &'static str {
        match self {
            Self::Json => ".json",
            Self::Text => ".txt",
            Self::Pdf => ".pdf",
            Self::Booklet => "-booklet.pdf",
            Self::Html => ".html",
            Self::Jsonld => ".jsonld",
        }
    }
}

/// Where the result of an export goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// A folder, under names made from those of the articles.
    Folder(PathBuf),
    /// This file.
    File(PathBuf),
    /// Standard output.
    Stdout,
}

/// Where results go, and the formats where the command line names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    /// The formats that were typed, in the order of [`Target::ALL`]; `None` leaves them to the configuration.
    typed: Option<Vec<Target>>,
    /// Where to.
    pub place: Place,
    /// Whether every article is a line of one file.
    pub lines: bool,
}

/// What is made of one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    /// The files, in the order of [`Target::ALL`].
    pub targets: Vec<Target>,
    /// How the handout looks.
    pub look: ExportDefaults,
}

impl Plan {
    /// The plan that `args` ask for; options that contradict each other are refused.
    pub(super) fn new(args: &ExportArgs) -> Result<Self, Error> {
        let chosen = |target: &Target| match target {
            Target::Json => args.json,
            Target::Text => args.text,
            Target::Pdf => args.pdf,
            Target::Booklet => false,
            Target::Html => args.data.html,
            Target::Jsonld => args.data.jsonld,
        };
        let mut targets: Vec<Target> = Target::ALL.iter().copied().filter(chosen).collect();
        if args.data.lines && !args.all && targets.is_empty() {
            targets.push(Target::Json);
        }
        let place = match &args.output {
            None if args.data.lines => return Err(Error::LinesWithoutOutput),
            None => Place::Folder(args.output_dir.clone()),
            Some(_) if args.all || targets.len() > 1 => return Err(Error::SeveralOutputs),
            Some(path) if path.as_os_str() == "-" => Place::Stdout,
            Some(path) => Place::File(path.clone()),
        };
        let is_recorded = args.data.manifest.is_some() || args.data.depfile.is_some();
        if is_recorded && place == Place::Stdout {
            return Err(Error::RecordWithoutFiles);
        }
        let typed = match (args.all, targets.is_empty()) {
            (true, _) => Some(Target::ALL.to_vec()),
            (false, true) => None,
            (false, false) => Some(targets),
        };
        Ok(Self {
            typed,
            place,
            lines: args.data.lines,
        })
    }

    /// The plan of an export that answers records; what has no place in it is refused.
    pub(super) fn of_records(args: &ExportArgs) -> Result<Self, Error> {
        if args.data.manifest.is_some() || args.data.depfile.is_some() {
            return Err(Error::RecordWithoutFiles);
        }
        let given = [
            (args.text, "--text"),
            (args.pdf, "--pdf"),
            (args.data.html, "--html"),
            (args.data.jsonld, "--jsonld"),
            (args.all, "--all"),
        ];
        if let Some((_, option)) = given.into_iter().find(|(given, _)| *given) {
            return Err(Error::NoJson(option));
        }
        let plan = Self {
            typed: Some(vec![Target::Json]),
            place: Place::Stdout,
            lines: true,
        };
        plan.check_typed(args)?;
        Ok(plan)
    }

    /// Refuses what no article and no configuration can make right, before any is looked for.
    pub(super) fn check_typed(&self, args: &ExportArgs) -> Result<(), Error> {
        if self.typed.is_some() {
            self.wanted(args, &Config::default())?;
        }
        Ok(())
    }

    /// What is made of an article under `config`; what contradicts itself or would do nothing is refused.
    pub(super) fn wanted(&self, args: &ExportArgs, config: &Config) -> Result<Wanted, Error> {
        let look = args.look.over(&config.export);
        let named = |target: &Target| match &look.formats {
            Some(formats) => formats.iter().any(|name| name == target.name()),
            None => Target::USUAL.contains(target),
        };
        let mut targets = match &self.typed {
            Some(typed) => typed.clone(),
            None => Target::ALL.iter().copied().filter(named).collect(),
        };
        let json_options = [
            (args.data.lines, "--lines"),
            (args.data.with_findings, "--with-findings"),
        ];
        let json_option = json_options.into_iter().find(|(given, _)| *given);
        if let Some((_, option)) = json_option
            && !targets.contains(&Target::Json)
        {
            return Err(Error::OptionWithoutFormat {
                option,
                about: "the JSON",
            });
        }
        if self.folder().is_none() && targets.len() != 1 {
            return Err(Error::SeveralOutputs);
        }
        let has_pdf = targets.contains(&Target::Pdf);
        let has_handout = targets.iter().any(|target| target.is_handout());
        for (option, about) in args.look.given().into_iter().chain(args.pictures.given()) {
            let (made, about) = match about {
                About::Pdf => (has_pdf, "the PDF"),
                About::Pictures => {
                    let shows = targets.iter().any(|target| target.shows_pictures());
                    (shows, "the PDF or the web page")
                }
                About::Handout => (has_handout, "the handout as PDF, text and web page"),
            };
            if !made {
                return Err(Error::OptionWithoutFormat { option, about });
            }
        }
        if !args.font.fonts.is_empty() && !has_pdf {
            return Err(Error::OptionWithoutFormat {
                option: "--font",
                about: "the PDF",
            });
        }
        if let Some(option) = args.text_args.first_given()
            && !targets.contains(&Target::Text)
        {
            return Err(Error::OptionWithoutFormat {
                option,
                about: "the plain text",
            });
        }
        if let Some(option) = args.text_args.idle_in_a_message() {
            return Err(Error::IdleInMessage(option));
        }
        if has_pdf && look.booklet {
            if look.large_print {
                return Err(Error::LargePrintBooklet);
            }
            if self.place == Place::Stdout {
                return Err(Error::BookletToStdout);
            }
            targets.push(Target::Booklet);
        }
        Ok(Wanted { targets, look })
    }

    /// The files that are made of an article under `config`; without one that can be used, those that would be by default.
    pub(super) fn files(
        &self,
        args: &ExportArgs,
        config: Option<&Config>,
        input: &Input,
    ) -> Vec<(Target, PathBuf)> {
        let wanted = config.and_then(|config| self.wanted(args, config).ok());
        let targets = match (wanted, &self.typed) {
            (Some(wanted), _) => wanted.targets,
            (None, Some(typed)) => typed.clone(),
            (None, None) => Target::USUAL.to_vec(),
        };
        let files = targets.into_iter();
        files
            .filter_map(|target| Some((target, self.file(input, target)?)))
            .collect()
    }

    /// The folder that holds results and therefore no articles.
    pub(super) fn folder(&self) -> Option<&Path> {
        match &self.place {
            Place::Folder(folder) => Some(folder),
            Place::File(_) | Place::Stdout => None,
        }
    }

    /// The file that `target` of `input` is written to; `None` for standard output.
    pub(super) fn file(&self, input: &Input, target: Target) -> Option<PathBuf> {
        match &self.place {
            Place::Folder(folder) => {
                let mut path = folder.join(&input.stem).into_os_string();
                path.push(target.ending());
                Some(path.into())
            }
            Place::File(path) if target == Target::Booklet => {
                let mut path = path.with_extension("").into_os_string();
                path.push(target.ending());
                Some(path.into())
            }
            Place::File(path) => Some(path.clone()),
            Place::Stdout => None,
        }
    }

    /// Everything that keeps the plan from being carried out on `inputs`: files that two articles would write, and
    /// articles that would be overwritten; `targets` gives the files of an article.
    pub(super) fn conflicts(
        &self,
        inputs: &Inputs,
        targets: impl Fn(&Input) -> Result<Vec<Target>, Error>,
    ) -> Result<Vec<Failure>, Error> {
        let single = !self.lines && matches!(self.place, Place::File(_) | Place::Stdout);
        if single && inputs.found.len() + inputs.failures.len() > 1 {
            return Err(Error::SeveralOutputs);
        }
        let articles: BTreeSet<PathBuf> = inputs.found.iter().filter_map(canonical).collect();
        let mut writers: BTreeMap<String, &str> = BTreeMap::new();
        let mut conflicts = Vec::new();
        for input in &inputs.found {
            let targets = targets(input)?;
            for path in targets.iter().filter_map(|one| self.file(input, *one)) {
                let file = displayed(&path);
                // Some file systems do not tell a.pdf from A.pdf, and exports travel.
                let other = writers.entry(file.to_lowercase()).or_insert(&input.name);
                if *other != input.name && !self.lines {
                    let message = format!("both {other} and {} would write this file", input.name);
                    conflicts.push(Failure { file, message });
                } else if path
                    .canonicalize()
                    .is_ok_and(|path| articles.contains(&path))
                {
                    let message = "this is an article; its handouts need another folder".to_owned();
                    conflicts.push(Failure { file, message });
                }
            }
        }
        Ok(conflicts)
    }
}

fn canonical(input: &Input) -> Option<PathBuf> {
    match &input.origin {
        Origin::File(path) => path.canonicalize().ok(),
        Origin::Stdin => None,
    }
}
