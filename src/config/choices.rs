//! What a team has chosen: the content of `facetdoc.toml`.

use super::requirements_under;
use super::{
    ExportDefaults, Labels, Level, Limits, OwnKind, Profile, Region, Settings, TopicPack, pack,
    profile,
};
use crate::article::{Article, Clinic, Kind, Role};
use crate::lexicon::Patterns;
use crate::lexicon::lists::Lists;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that a configuration sets; by default nothing.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The profile; by default that of the article's region.
    pub profile: Option<&'static Profile>,
    /// What the team does otherwise than its profile.
    pub standards: profile::Standards,
    /// The kind of articles that name none: a built-in one's name, or a team's.
    pub kind: Option<String>,
    /// The region of articles that name none.
    pub region: Option<String>,
    /// The language of articles that name none, as a BCP 47 tag.
    pub lang: Option<String>,
    /// Headings of the team's that name a role, in the order of the roles.
    pub headings: Vec<(Role, Patterns)>,
    /// How much the findings of a rule or family matter, by its name.
    pub levels: BTreeMap<String, Level>,
    /// The numbers that an editor may set.
    pub limits: Limits,
    /// The word lists with the team's changes; `None` where it has made none.
    pub word_lists: Option<Arc<Lists>>,
    /// The team's own topic packs.
    pub packs: Vec<&'static TopicPack>,
    /// The team's own kinds of document.
    pub kinds: Vec<Arc<OwnKind>>,
    /// The disclaimers that may be used, by their ids.
    pub disclaimers: BTreeMap<String, String>,
    /// What a disclaimer must say, by the names of its elements; `None` asks for all.
    pub disclaimer_elements: Option<Vec<String>>,
    /// Organisations that may be named as authors.
    pub organisations: Vec<String>,
    /// The age in months from which a review is too old, by the name of the kind.
    pub review_months: BTreeMap<String, usize>,
    /// The team's own labels, by language in small letters.
    pub labels: BTreeMap<String, Labels>,
    /// Who gives the handouts away.
    pub clinic: Option<Clinic>,
    /// What `export` makes where nothing else is asked for.
    pub export: ExportDefaults,
}

/// The highest school grade of warning signs under any profile that sets a target: grade 8, as AMA and NIH advise.
const SAFETY_GRADE: f64 = 8.0;

impl Config {
    /// The settings of an article: its front matter over this configuration over the defaults (kind `article`, region
    /// `US`, the language that its words are of, `en` in doubt).
    pub fn settings(self: &Arc<Self>, article: &Article) -> Settings {
        let meta = &article.meta;
        let lang = meta.lang.as_ref().map(|lang| lang.value.clone());
        let region = match (&meta.region, &lang, &self.region) {
            (Some(region), _, _) => Region::from_code(&region.value),
            (None, Some(lang), None) => Region::from_lang(lang),
            (None, Some(lang), Some(region)) => {
                Region::named_by(lang).unwrap_or_else(|| Region::from_code(region))
            }
            (None, None, Some(region)) => Region::from_code(region),
            (None, None, None) => Region::from_lang(self.lang.as_deref().unwrap_or("en")),
        };
        let lang = lang.or_else(|| self.lang.clone());
        let lang = lang.unwrap_or_else(|| article.seen_lang().lang.to_owned());
        let profile = self.profile.unwrap_or_else(|| Profile::of_region(&region));
        let profile = self.standards.over(profile);
        let own_kind = self.own_kind(article);
        let kind = self.kind(article, own_kind.as_deref());
        let requirements = match &own_kind {
            None => requirements_under(kind, &profile),
            Some(own) => {
                let under = |kind| requirements_under(kind, &profile);
                own.requirements_with(own.extends.map(under))
            }
        };
        let mut limits = self.limits.clone();
        // Where a profile sets no target for the article, none is set for its warning signs either.
        limits.reading.grade = profile.grade_max;
        limits.list_items_max = profile.list_items_max;
        limits.reading.safety_grade = profile.grade_max.map(|most| most.min(SAFETY_GRADE));
        Settings {
            kind,
            own_kind,
            region,
            profile,
            requirements,
            limits,
            packs: pack::applying(article, &lang, &self.packs),
            lang,
            word_lists: self.word_lists.clone().unwrap_or_else(Lists::built_in),
            config: Arc::clone(self),
        }
    }

    /// The team's own kind of document that the article is of, by its front matter, else by the kind that is configured.
    pub fn own_kind(&self, article: &Article) -> Option<Arc<OwnKind>> {
        let meta = &article.meta;
        let name = match (&meta.kind, &meta.other_kind) {
            (Some(_), _) => return None,
            (None, Some(name)) => &name.value,
            (None, None) => self.kind.as_ref()?,
        };
        let name = name.trim().to_lowercase();
        self.kinds.iter().find(|kind| kind.name == name).cloned()
    }

    fn kind(&self, article: &Article, own: Option<&OwnKind>) -> Kind {
        if let Some(kind) = &article.meta.kind {
            return kind.value;
        }
        if let Some(own) = own {
            return own.extends.unwrap_or_default();
        }
        let named = self.kind.as_deref().and_then(Kind::from_name);
        named.unwrap_or_default()
    }

    /// How much the findings of the rule called `rule`, of `family`, matter; `None` leaves it to the rule.
    pub fn level(&self, rule: &str, family: &str) -> Option<Level> {
        let level = self.levels.get(rule).or_else(|| self.levels.get(family));
        level.copied()
    }
}
