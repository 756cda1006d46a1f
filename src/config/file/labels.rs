//! `[labels.LANGUAGE]`: the words of facetdoc's own in another language.

use crate::config::Labels;
use crate::config::labels::{fields, instead};
use crate::config::table::Table;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The tables by language, in small letters. A language that facetdoc has itself keeps the labels that are not given; in
/// any other, each must be given but those that others can stand for.
pub(super) fn labels(whole: &mut Table<'_>) -> BTreeMap<String, Labels> {
    let mut tables = BTreeMap::new();
    let Some(mut table) = whole.table("labels") else {
        return tables;
    };
    for key in table.keys() {
        let Some(row) = table.table(&key.value) else {
            continue;
        };
        if !super::is_language(&key.value) {
            let message = format!(
                "labels.{} is no language; write its code, such as fr or pt-BR",
                key.value
            );
            row.fault(key.span, message);
            continue;
        }
        let lang = key.value.to_lowercase();
        let base = lang.split('-').next().unwrap_or("");
        tables.insert(lang.clone(), language(row, Labels::built_in(base)));
    }
    tables
}

fn language(mut row: Table<'_>, own: Option<&Labels>) -> Labels {
    let mut labels = own.unwrap_or(Labels::of("en")).clone();
    let mut missing: Vec<String> = Vec::new();
    labels.each(|name, _| {
        if !row.has(name) {
            row.may_have(name);
            if own.is_none()
                && let Some(words) = instead(name)
            {
                return Some(words.to_owned());
            }
            missing.push(name.to_owned());
            return None;
        }
        let given = row.text(name)?;
        let words = given.value.trim();
        if words.is_empty() {
            row.fault(given.span, format!("the label {name} is empty"));
        }
        for field in fields(name) {
            if !words.contains(field) {
                let message =
                    format!("the label {name} lacks {field}, which stands for a number or a word");
                row.fault(given.span, message);
            }
        }
        Some(words.to_owned())
    });
    months(&mut row, &mut missing, &mut labels);
    if own.is_none() && !missing.is_empty() {
        row.lacks("labels", &missing);
    }
    row.done();
    labels
}

fn months(row: &mut Table<'_>, missing: &mut Vec<String>, labels: &mut Labels) {
    if !row.has("months") {
        row.may_have("months");
        missing.push("months".to_owned());
        return;
    }
    let place = row.place("months");
    let given = row.plain_texts("months").into_iter();
    let months: Vec<Cow<'static, str>> = given
        .map(|month| month.trim().to_owned())
        .filter(|month| !month.is_empty())
        .map(Cow::Owned)
        .collect();
    match <[_; 12]>::try_from(months) {
        Ok(months) => labels.months = months,
        Err(months) => row.fault(
            place,
            format!("months has {} names; a year has 12 months", months.len()),
        ),
    }
}
