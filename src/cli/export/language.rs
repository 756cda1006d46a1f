//! What is told of the language of a handout.

use crate::article::Role;
use crate::article::language::{self, UNKNOWN};
use crate::rules::Context;

/// What is told of the article's language where it declares none, and of the words of facetdoc's own where there are none
/// in it; `has_handout` says whether a format has such words.
pub(super) fn notes(cx: &Context<'_>, has_handout: bool) -> Vec<String> {
    let labels = has_handout.then(|| labels(cx)).flatten();
    undeclared(cx).into_iter().chain(labels).collect()
}

/// An article that declares no language and is not in English, or not in the one that the team has set.
fn undeclared(cx: &Context<'_>) -> Option<String> {
    if cx.article.meta.lang.is_some() {
        return None;
    }
    let seen = cx.article.seen_lang();
    let name = language::name(seen.lang);
    if let Some(set) = &cx.settings.config.lang {
        let base = set.split(['-', '_']).next().unwrap_or("");
        let differs = seen.is_certain && !base.eq_ignore_ascii_case(seen.lang);
        return name.filter(|_| differs).map(|name| {
            format!(
                "no language is declared; it is marked as \"{set}\", as configured, but reads as {name}: declare it with lang:"
            )
        });
    }
    match name {
        _ if seen.lang == "en" => None,
        Some(name) => Some(format!(
            "no language is declared; it reads as {name} and is marked as \"{}\"",
            seen.lang
        )),
        None => Some(format!(
            "no language is declared, and it does not read as English; it is marked as \"{UNKNOWN}\", not known: declare it with lang:"
        )),
    }
}

/// Labels in English, and no box for what is urgent where no part is known to say it.
fn labels(cx: &Context<'_>) -> Option<String> {
    if !cx.settings.lacks_labels() {
        return None;
    }
    let lang = &cx.settings.lang;
    let boxes = if cx.article.has_role(Role::RedFlags) {
        ""
    } else {
        ", and nothing is set in a box as urgent: say under roles: which heading tells when to get help"
    };
    Some(format!(
        "there are no labels in \"{lang}\", so they are in English{boxes}"
    ))
}
