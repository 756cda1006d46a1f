//! How `facetdoc.toml` is written. Text in, configuration out: no file is read here.

mod kinds;
mod standards;
mod words;

use super::table::{self, Faults, Table};
use super::{Config, Level, Limits, Profile};
use crate::article::{Kind, Located, Problem};
use crate::lexicon::disclaimer;

/// The names that a configuration may use and that are known elsewhere.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The rules and families.
    pub rules: &'a [&'a str],
}

/// A configuration as its file gives it.
#[derive(Debug, Clone)]
pub struct ConfigFile {
    /// What it sets, without its topic packs.
    pub config: Config,
    /// The paths of its topic packs, relative to its folder.
    pub packs: Vec<Located<String>>,
}

impl ConfigFile {
    /// Reads a configuration written in TOML; the mistakes by place.
    pub fn parse(text: &str, known: Known<'_>) -> Result<Self, Vec<Problem>> {
        let root = table::parse(text).map_err(|problem| vec![problem])?;
        let faults = Faults::default();
        let file = read(Table::whole(&root, &faults), known);
        let faults = faults.into_problems();
        if faults.is_empty() {
            Ok(file)
        } else {
            Err(faults)
        }
    }
}

fn read(mut whole: Table<'_>, known: Known<'_>) -> ConfigFile {
    let mut config = Config {
        profile: whole.one_of("profile", Profile::NAMES, Profile::from_name),
        kinds: kinds::kinds(&mut whole),
        region: region(&mut whole),
        lang: lang(&mut whole),
        organisations: whole.plain_texts("organisations"),
        limits: limits(&mut whole),
        word_lists: words::word_lists(&mut whole),
        ..Config::default()
    };
    config.kind = kind(&mut whole, &config);
    if let Some(table) = whole.table("standards") {
        config.standards = standards::standards(table);
    }
    if let Some(table) = whole.table("rules") {
        levels(table, known.rules, &mut config);
    }
    for name in whole.texts("ignore") {
        if known.rules.contains(&name.value.as_str()) {
            config.levels.insert(name.value, Level::Off);
        } else {
            whole.faults.unknown(&name, "rule or family", known.rules);
        }
    }
    if let Some(table) = whole.table("disclaimers") {
        disclaimers(table, &mut config);
    }
    config.disclaimer_elements = elements(&mut whole);
    if let Some(table) = whole.table("review-months") {
        review_months(table, &mut config);
    }
    let packs = whole.texts("packs");
    whole.done();
    ConfigFile { config, packs }
}

/// The names of the kinds, built in and the team's.
fn kind_names(config: &Config) -> Vec<&str> {
    let own = config.kinds.iter().map(|kind| kind.name.as_str());
    Kind::ALL
        .iter()
        .map(|kind| kind.name())
        .chain(own)
        .collect()
}

fn kind(whole: &mut Table<'_>, config: &Config) -> Option<String> {
    let names = kind_names(config);
    whole.one_of("kind", &names, |name| {
        let name = name.trim().to_lowercase();
        names.contains(&name.as_str()).then_some(name)
    })
}

fn region(whole: &mut Table<'_>) -> Option<String> {
    let code = whole.text("region")?;
    if code.value.len() == 2 && code.value.chars().all(|ch| ch.is_ascii_alphabetic()) {
        return Some(code.value.to_uppercase());
    }
    whole.fault(code.span, "region is two letters, such as US or GB");
    None
}

fn lang(whole: &mut Table<'_>) -> Option<String> {
    let tag = whole.text("lang")?;
    let base = tag.value.split('-').next().unwrap_or("");
    let fine = tag.value.split('-').all(|part| {
        (1..=8).contains(&part.len()) && part.chars().all(|ch| ch.is_ascii_alphanumeric())
    });
    if fine && matches!(base.len(), 2 | 3) {
        return Some(tag.value);
    }
    whole.fault(tag.span, "lang is a language code, such as en, en-GB or es");
    None
}

/// The limits, each checked by itself.
fn limits(whole: &mut Table<'_>) -> Limits {
    let mut limits = Limits::default();
    let Some(mut table) = whole.table("limits") else {
        return limits;
    };
    for name in Limits::names() {
        let Some(value) = table.json(&name) else {
            continue;
        };
        match limits.with(&name, value.value) {
            Some(changed) => limits = changed,
            None => table.fault(
                value.span,
                format!("limits.{name} is not a number that it can be"),
            ),
        }
    }
    table.done();
    limits
}

fn levels(mut table: Table<'_>, rules: &[&str], config: &mut Config) {
    for name in table.keys() {
        if !rules.contains(&name.value.as_str()) {
            table.faults.unknown(&name, "rule or family", rules);
            continue;
        }
        if let Some(level) = table.one_of(&name.value, Level::NAMES, Level::from_name) {
            config.levels.insert(name.value, level);
        }
    }
}

fn disclaimers(mut table: Table<'_>, config: &mut Config) {
    for id in table.keys() {
        let text = table.needed(&id.value);
        config.disclaimers.insert(id.value, text.value);
    }
}

fn elements(whole: &mut Table<'_>) -> Option<Vec<String>> {
    if !whole.has("disclaimer-elements") {
        return None;
    }
    let mut elements = Vec::new();
    for name in whole.texts("disclaimer-elements") {
        if disclaimer::ELEMENTS.contains(&name.value.as_str()) {
            elements.push(name.value);
        } else {
            let what = "element of a disclaimer";
            whole.faults.unknown(&name, what, disclaimer::ELEMENTS);
        }
    }
    Some(elements)
}

fn review_months(mut table: Table<'_>, config: &mut Config) {
    let names: Vec<String> = kind_names(config).into_iter().map(str::to_owned).collect();
    for name in names {
        if let Some(months) = table.count(&name, 1) {
            config.review_months.insert(name, months);
        }
    }
    table.done();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::lists::List;

    const KNOWN: Known<'static> = Known {
        rules: &["urgency-conflict", "faq", "red-flag-coverage"],
    };

    /// The mistakes in a configuration as "line: the text at fault: message; help".
    fn faults(text: &str) -> Vec<String> {
        let faults = ConfigFile::parse(text, KNOWN).err().unwrap_or_default();
        let told = faults.iter().map(|fault| {
            let line = text[..fault.span.start()].matches('\n').count() + 1;
            let place = &text[fault.span.range()];
            let help = fault.help.as_deref().unwrap_or("");
            format!("{line}: {place}: {}; {help}", fault.message)
        });
        told.collect()
    }

    fn config(text: &str) -> Config {
        match ConfigFile::parse(text, KNOWN) {
            Ok(file) => file.config,
            Err(problems) => panic!("{problems:#?}"),
        }
    }

    #[test]
    fn mistakes_are_told_at_their_place_with_the_nearest_name() {
        let cases = [
            (
                "profil = \"us\"",
                "1: profil: there is no key called profil; did you mean profile?",
            ),
            (
                "profile = \"uk\"",
                "1: \"uk\": profile cannot be \"uk\"; did you mean us?",
            ),
            (
                "\nprofile = 3",
                "2: 3: profile is a number; it must be a text in quotes; ",
            ),
            (
                "[rules]\nurgency-conflct = \"off\"",
                "2: urgency-conflct: there is no rule or family called urgency-conflct; did you mean urgency-conflict?",
            ),
            (
                "[rules]\nfaq = \"eror\"",
                "2: \"eror\": rules.faq cannot be \"eror\"; did you mean error?",
            ),
            (
                "ignore = [\"faqs\"]",
                "1: \"faqs\": there is no rule or family called faqs; did you mean faq?",
            ),
            (
                "[limits]\nsection-words-mn = 3",
                "2: section-words-mn: there is no key in limits called section-words-mn; did you mean section-words-min?",
            ),
            (
                "[limits]\nsection-words-min = -3",
                "2: -3: limits.section-words-min is not a number that it can be; ",
            ),
            (
                "[words.jargn]\nremove = []",
                "1: jargn: there is no word list called jargn; did you mean jargon?",
            ),
            (
                "[words.jargon]\nadd = [{ plain = \"pain\" }]",
                "2: { plain = \"pain\" }: words.jargon.add.term is missing; ",
            ),
            (
                "[kinds.condition]\nordered = true",
                "1: condition: condition is a kind that facetdoc has; choose another name; ",
            ),
            (
                "[kinds.recipe]\nordered = 1",
                "2: 1: kinds.recipe.ordered is a number; it must be true or false; ",
            ),
            (
                "disclaimer-elements = [\"emergncy\"]",
                "1: \"emergncy\": there is no element of a disclaimer called emergncy; did you mean emergency?",
            ),
            (
                "region = \"Britain\"",
                "1: \"Britain\": region is two letters, such as US or GB; ",
            ),
        ];
        for (text, told) in cases {
            assert_eq!(faults(text), [told], "{text}");
        }
        assert_eq!(faults("a = = 1").len(), 1);
    }

    #[test]
    fn every_key_is_read() {
        let config = config(
            r#"
profile = "nhs"
kind = "recipe"
region = "ie"
lang = "en-IE"
ignore = ["faq"]
organisations = ["Example Trust"]
disclaimer-elements = ["not-advice", "emergency"]
jargon-exclude = ["sciatica"]

[rules]
urgency-conflict = "warning"

[limits]
section-words-min = 20
question-overlap = 1

[standards]
unit-spacing = "spaced"
list-items-max = 9

[words.jargon]
add = [{ term = "catheter*", prefer = "thin tube", note = "ours" }]
remove = ["lumbar"]

[kinds.recipe]
ordered = true

[[kinds.recipe.part]]
name = "ingredients"
headings = ["ingredients", "zutaten"]
min-items = 2

[[kinds.recipe.part]]
name = "faq"
required = false

[disclaimers]
standard = "This page is for information only."

[review-months]
recipe = 36
"#,
        );
        assert_eq!(config.kind.as_deref(), Some("recipe"));
        assert_eq!(config.region.as_deref(), Some("IE"));
        assert_eq!(config.level("faq-x", "faq"), Some(Level::Off));
        assert_eq!(config.level("urgency-conflict", "x"), Some(Level::Warning));
        assert_eq!(config.limits.section_words_min, 20);
        assert_eq!(config.standards.list_items_max, Some(9));
        let lists = config.word_lists.unwrap();
        let jargon = lists.rows(List::Jargon).iter();
        let own = jargon.clone().find(|row| row.term == "catheter*").unwrap();
        assert_eq!((own.plain.as_ref(), own.level), ("thin tube", 2));
        assert!(
            !jargon
                .into_iter()
                .any(|row| row.term == "lumbar" || row.term == "sciatica")
        );
        let recipe = &config.kinds[0];
        assert!(recipe.ordered && recipe.parts[0].required && !recipe.parts[1].required);
        assert_eq!(recipe.parts[0].items.least, Some(2));
        assert_eq!(config.disclaimers.len(), 1);
        assert_eq!(config.review_months["recipe"], 36);
    }
}
