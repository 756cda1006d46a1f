//! What is asked of an article: its kind, region and language, the numbers and the topic packs.

mod choices;
mod export;
mod faults;
mod guidelines;
mod heading_roles;
mod kind;
mod labels;
mod level;
mod limits;
mod off_label;
mod own_kind;
mod region;
mod schema;
mod size;
mod table;

pub mod effective;
pub mod file;
pub mod pack;
pub mod profile;

pub use choices::Config;
pub use export::{ExportDefaults, FORMATS, MOST_LINES, Paper};
pub use guidelines::{Successor, successor};
pub use kind::{Requirement, requirements, requirements_under};
pub use labels::Labels;
pub use level::Level;
pub use limits::{Limits, ReadingLimits};
pub use off_label::{OffLabelUse, off_label_uses};
pub use own_kind::{Bound, Bounds, OwnKind, Part};
pub use pack::TopicPack;
pub use profile::Profile;
pub use region::{CrisisLine, Region};
pub use schema::schema;
pub use size::{Excess, SizeLimits};

use crate::article::{Article, Kind};
use crate::lexicon::Tokens;
use crate::lexicon::lists::Lists;
use std::sync::Arc;

/// Everything that a check of one article depends on besides its text.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The kind of document; for one of a team's own kinds the kind that it extends.
    pub kind: Kind,
    /// The kind of the team's own.
    pub own_kind: Option<Arc<OwnKind>>,
    /// The region whose services and paper are used.
    pub region: Region,
    /// The choices among standards that disagree.
    pub profile: Profile,
    /// The language: a BCP 47 tag such as `en`, `en-GB` or `es`; `und` where nothing is declared and the words do not tell.
    pub lang: String,
    /// The parts that the kind requires.
    pub requirements: Vec<Requirement>,
    /// The numbers that an editor may argue about.
    pub limits: Limits,
    /// The topic packs that apply, in the order of their names.
    pub packs: Vec<&'static TopicPack>,
    /// The word lists, with what a team changed in them.
    pub word_lists: Arc<Lists>,
    /// The configuration that they come from: word lists, disclaimers, levels of rules.
    pub config: Arc<Config>,
}

impl Settings {
    /// The settings of an article without a configuration: its front matter over the defaults (kind `article`, region
    /// `US`, the language that its words are of, `en` in doubt).
    pub fn of(article: &Article) -> Self {
        Arc::new(Config::default()).settings(article)
    }

    /// Whether a team has left the rule called `rule`, of `family`, on: another rule may then leave a fault to it.
    pub fn is_on(&self, rule: &str, family: &str) -> bool {
        self.config.level(rule, family) != Some(Level::Off)
    }

    /// The name of the kind of document, built in or a team's own.
    pub fn kind_name(&self) -> &str {
        match &self.own_kind {
            Some(own) => &own.name,
            None => self.kind.name(),
        }
    }

    /// The age in months from which a review of this kind of document is too old, where the team has set one.
    pub fn review_months(&self) -> Option<usize> {
        let by_kind = &self.config.review_months;
        let own = by_kind.get(self.kind_name());
        own.or_else(|| by_kind.get(self.kind.name())).copied()
    }

    /// The words that say whom the article addresses: the front matter's and the title's.
    pub fn audience(article: &Article) -> Tokens {
        let named: Vec<&str> = article
            .meta
            .audience
            .iter()
            .map(|audience| audience.value.as_str())
            .collect();
        Tokens::of(&[named.join(" "), article.title().unwrap_or("").to_owned()].join(" "))
    }

    /// The words of facetdoc's own in the article's language: the team's, else those that facetdoc has, else English.
    pub fn labels(&self) -> &Labels {
        let lang = self.lang.to_lowercase().replace('_', "-");
        let own = &self.config.labels;
        own.get(&lang)
            .or_else(|| own.get(lang.split('-').next()?))
            .unwrap_or_else(|| Labels::of(self.base_lang()))
    }

    /// Whether there are no labels in the article's language, so that they are in English.
    pub fn lacks_labels(&self) -> bool {
        let lang = self.lang.to_lowercase().replace('_', "-");
        let base = lang.split('-').next().unwrap_or("");
        let own = &self.config.labels;
        !own.contains_key(&lang) && !own.contains_key(base) && Labels::built_in(base).is_none()
    }

    /// The language without its region or script: `en`, `es`.
    pub fn base_lang(&self) -> &str {
        self.lang.split(['-', '_']).next().unwrap_or("en")
    }
}
