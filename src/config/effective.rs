//! The settings that an article is checked with, and where each comes from.

use super::file::{Written, standards};
use super::{Limits, Settings};
use crate::article::Meta;
use crate::source::Span;
use serde_json::{Map, Value};

/// A setting with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// Its key in `facetdoc.toml`.
    pub key: String,
    /// Its value; `null` where nothing is asked.
    pub value: Value,
    /// Where the value comes from.
    pub origin: Origin,
}

/// Where the value of a setting comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// The front matter of the article, here.
    FrontMatter(Span),
    /// The configuration, at these places of its texts.
    Written(Vec<Span>),
    /// The profile of this name.
    Profile(&'static str),
    /// What is usual in the region with this code.
    Region(String),
    /// The language with this tag.
    Lang(String),
    /// The words of the article.
    Words,
    /// facetdoc itself.
    Default,
}

/// The settings of an article with the front matter `meta`: what every article has first, then what is `written`, by key.
pub fn settings(settings: &Settings, meta: &Meta, written: &[Written]) -> Vec<Setting> {
    let of = |key: &str| written.iter().find(|one| one.key == key);
    let written_or = |key: &str, value: Value, other: Origin| Setting {
        key: key.to_owned(),
        value,
        origin: of(key).map_or(other, |one| Origin::Written(one.places.clone())),
    };
    let mut found = vec![
        kind(settings, meta, of("kind")),
        region(settings, meta, of("region"), of("lang")),
        lang(settings, meta, of("lang")),
    ];
    let by_region = Origin::Region(settings.region.code.clone());
    found.push(written_or(
        "profile",
        settings.profile.name.into(),
        by_region,
    ));
    for (name, value) in standards::choices(&settings.profile) {
        let by_profile = Origin::Profile(settings.profile.name);
        found.push(written_or(&format!("standards.{name}"), value, by_profile));
    }
    for (name, value) in numbers(&settings.limits) {
        found.push(written_or(
            &format!("limits.{name}"),
            value,
            Origin::Default,
        ));
    }
    let others = written.iter().filter(|one| {
        let has = |setting: &Setting| setting.key == one.key;
        !found.iter().any(has)
    });
    let others: Vec<Setting> = others
        .map(|one| Setting {
            key: one.key.clone(),
            value: one.value.clone(),
            origin: Origin::Written(one.places.clone()),
        })
        .collect();
    found.extend(others);
    found
}

fn kind(settings: &Settings, meta: &Meta, written: Option<&Written>) -> Setting {
    let stated = meta.kind.as_ref().map(|kind| kind.span);
    let own = settings.own_kind.is_some();
    let stated = stated.or_else(|| {
        meta.other_kind
            .as_ref()
            .filter(|_| own)
            .map(|kind| kind.span)
    });
    setting(
        "kind",
        settings.kind_name(),
        stated,
        written,
        Origin::Default,
    )
}

fn region(
    settings: &Settings,
    meta: &Meta,
    written: Option<&Written>,
    lang: Option<&Written>,
) -> Setting {
    let code = &settings.region.code;
    let names_it = |tag: &str| {
        let named = super::Region::named_by(tag);
        named.is_some_and(|region| region.code == *code)
    };
    if let (None, Some(tag)) = (&meta.region, meta.lang.as_ref())
        && names_it(&tag.value)
    {
        return Setting {
            key: "region".to_owned(),
            value: code.as_str().into(),
            origin: Origin::Lang(tag.value.clone()),
        };
    }
    let by_lang = lang.filter(|lang| lang.value.as_str().is_some_and(names_it));
    let other = by_lang.map_or(Origin::Default, |_| Origin::Lang(settings.lang.clone()));
    let stated = meta.region.as_ref().map(|region| region.span);
    setting("region", code, stated, written, other)
}

fn lang(settings: &Settings, meta: &Meta, written: Option<&Written>) -> Setting {
    let stated = meta.lang.as_ref().map(|lang| lang.span);
    let other = if settings.lang == "en" {
        Origin::Default
    } else {
        Origin::Words
    };
    setting("lang", &settings.lang, stated, written, other)
}

fn setting(
    key: &str,
    value: &str,
    stated: Option<Span>,
    written: Option<&Written>,
    other: Origin,
) -> Setting {
    let written = written.map(|one| Origin::Written(one.places.clone()));
    Setting {
        key: key.to_owned(),
        value: value.into(),
        origin: stated.map(Origin::FrontMatter).or(written).unwrap_or(other),
    }
}

/// The limits by name.
fn numbers(limits: &Limits) -> Map<String, Value> {
    match serde_json::to_value(limits) {
        Ok(Value::Object(numbers)) => numbers,
        _ => Map::new(),
    }
}
