//! `facetdoc config`: the settings of an article and where each comes from.

use super::args::{Color, ReportFormat, SettingsArgs};
use super::config::{self, file_for};
use super::input::{Input, displayed};
use super::layers::Layers;
use super::{Error, Outcome, terminal};
use crate::article::Article;
use crate::config::effective::{self, Origin};
use crate::config::file::Stack;
use crate::parse;
use crate::report::settings::{
    self, Place, Shown, ShownOverride, ShownSetting, Source as From, SourceKind,
};
use crate::rules::{self, FAMILIES};
use crate::source::{Format, Source, Span};
use std::path::Path;
use std::sync::Arc;

pub(super) fn run(args: &SettingsArgs) -> Result<Outcome, Error> {
    if args.schema {
        let schema = schema();
        terminal::print_result(|out| out.write_all(schema.as_bytes()))?;
        return Ok(Outcome::Clean);
    }
    let path = args.path.as_deref().unwrap_or(Path::new("."));
    let shown = if path.is_dir() {
        let folder = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let file = file_for(&args.config, &folder);
        let layers = Layers::read(file.as_deref(), &args.config.set, Color::Auto)?;
        let none = parse::article(Source::new(displayed(path), "", Format::Markdown));
        shown(&layers, None, none)?
    } else {
        let input = Input::file(path);
        let source = config::source(path)?;
        let article = parse::article(Source::new(&input.name, source.text(), source.format()));
        let file = file_for(&args.config, &config::folder(&input));
        let layers = Layers::read(file.as_deref(), &args.config.set, Color::Auto)?;
        shown(&layers, Some(&input), article)?
    };
    terminal::print_result(|out| match args.format {
        ReportFormat::Text => settings::write_text(&shown, args.all, out),
        ReportFormat::Json => settings::write_json(&shown, out),
    })?;
    Ok(Outcome::Clean)
}

/// The JSON Schema of `facetdoc.toml`.
pub(super) fn schema() -> String {
    let families = FAMILIES.iter().map(|family| (family.name, family.title));
    let rules = rules::all().map(|rule| (rule.name, rule.summary));
    let names: Vec<(&str, &str)> = families.chain(rules).collect();
    crate::config::schema(&names)
}

fn shown(layers: &Layers, input: Option<&Input>, article: Article) -> Result<Shown, Error> {
    let stack = layers.stack()?;
    let path = input.and_then(config::whole_path);
    let applying = layers.applying(&stack, path.as_deref());
    let config = Arc::new(layers.config(&stack, &applying)?);
    let article = parse::named(article, |article| config.headed(article));
    let settings = config.settings(&article);
    let found = effective::settings(&settings, &article.meta, &stack.written(&applying));
    let origins = Origins {
        layers,
        stack: &stack,
        article: &article,
    };
    let overrides = stack.overrides().iter().enumerate();
    let files = layers.sources.iter().enumerate();
    let files = files.filter(|(text, _)| !layers.is_flag(*text));
    Ok(Shown {
        file: article.source.name().to_owned(),
        configuration: files.rev().map(|(_, one)| one.name().to_owned()).collect(),
        overrides: overrides
            .map(|(index, one)| ShownOverride {
                files: one.files.patterns.clone(),
                place: origins.place(one.span),
                applies: applying.contains(&index),
            })
            .collect(),
        settings: found
            .into_iter()
            .map(|setting| ShownSetting {
                key: setting.key,
                value: setting.value,
                source: origins.source(&setting.origin),
            })
            .collect(),
        required_parts: required_parts(&settings),
        topic_packs: settings.packs.iter().map(|pack| pack.id.clone()).collect(),
    })
}

fn required_parts(settings: &crate::config::Settings) -> Vec<Vec<String>> {
    let roles = settings.requirements.iter();
    let roles = roles.map(|one| one.any.iter().map(|role| role.name().to_owned()).collect());
    let own = settings
        .own_kind
        .iter()
        .flat_map(|kind| kind.headed_parts());
    roles
        .chain(own.map(|part| vec![part.name.clone()]))
        .collect()
}

/// Tells in words and lines where settings come from.
struct Origins<'a> {
    layers: &'a Layers,
    stack: &'a Stack<'a>,
    article: &'a Article,
}

impl Origins<'_> {
    fn place(&self, span: Span) -> Place {
        let (text, span) = self.stack.place(span);
        let source = self.layers.sources.get(text);
        Place {
            file: source.map_or_else(String::new, |one| one.name().to_owned()),
            line: source.map_or(1, |one| one.line(span.start())),
        }
    }

    fn source(&self, origin: &Origin) -> From {
        let plain = |kind, text: String| From {
            kind,
            text,
            places: Vec::new(),
        };
        match origin {
            Origin::FrontMatter(span) => {
                let place = Place {
                    file: self.article.source.name().to_owned(),
                    line: self.article.source.line(span.start()),
                };
                From {
                    kind: SourceKind::FrontMatter,
                    text: format!("{} (front matter)", place.text()),
                    places: vec![place],
                }
            }
            Origin::Written(spans) => self.written(spans),
            Origin::Profile(name) => plain(SourceKind::Profile, format!("profile {name}")),
            Origin::Region(code) => plain(SourceKind::Region, format!("by the region {code}")),
            Origin::Lang(tag) => plain(SourceKind::Lang, format!("by the language {tag}")),
            Origin::Words => plain(SourceKind::Words, "by the article's words".to_owned()),
            Origin::Default => plain(SourceKind::Default, "default".to_owned()),
        }
    }

    fn written(&self, spans: &[Span]) -> From {
        let is_flag = |span: &Span| self.layers.is_flag(self.stack.place(*span).0);
        let flag = spans.iter().any(is_flag);
        let mut places: Vec<Place> = Vec::new();
        for span in spans.iter().filter(|span| !is_flag(span)) {
            let place = self.place(*span);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let mut texts: Vec<String> = places.iter().map(Place::text).collect();
        texts.extend(flag.then(|| "--set".to_owned()));
        From {
            kind: if flag {
                SourceKind::Flag
            } else {
                SourceKind::File
            },
            text: texts.join(", "),
            places,
        }
    }
}
