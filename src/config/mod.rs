//! What is asked of an article: its kind, region and language, the numbers and the topic packs.

mod kind;
mod limits;
mod region;

pub mod pack;

pub use kind::{Requirement, requirements};
pub use limits::{Limits, ReadingLimits};
pub use pack::TopicPack;
pub use region::Region;

use crate::article::{Article, Kind};
use crate::lexicon::Tokens;

/// Everything that a check of one article depends on besides its text.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The kind of document.
    pub kind: Kind,
    /// The region whose services and paper are used.
    pub region: Region,
    /// The language: a BCP 47 tag such as `en`, `en-GB` or `es`.
    pub lang: String,
    /// The parts that the kind requires.
    pub requirements: Vec<Requirement>,
    /// The numbers that an editor may argue about.
    pub limits: Limits,
    /// The topic packs that apply, in the order of their names.
    pub packs: Vec<&'static TopicPack>,
}

impl Settings {
    /// The settings of an article: its front matter over the defaults (kind `article`, region `US`, language `en`).
    pub fn of(article: &Article) -> Self {
        let meta = &article.meta;
        let kind = meta.kind.as_ref().map_or(Kind::Article, |kind| kind.value);
        let lang = meta
            .lang
            .as_ref()
            .map_or_else(|| "en".to_owned(), |lang| lang.value.clone());
        let region = match &meta.region {
            Some(region) => Region::from_code(&region.value),
            None => Region::from_lang(&lang),
        };
        Self {
            kind,
            region,
            requirements: requirements(kind),
            limits: Limits::default(),
            packs: pack::applying(article, &lang),
            lang,
        }
    }

    /// The words that say whom the article addresses: the front matter's and the title's.
    pub fn audience(&self, article: &Article) -> Tokens {
        let named: Vec<&str> = article
            .meta
            .audience
            .iter()
            .map(|audience| audience.value.as_str())
            .collect();
        Tokens::of(&[named.join(" "), article.title().unwrap_or("").to_owned()].join(" "))
    }

    /// The language without its region or script: `en`, `es`.
    pub fn base_lang(&self) -> &str {
        self.lang.split(['-', '_']).next().unwrap_or("en")
    }
}
