//! The table `[pack]`: what a pack is called, which language it is in, and notes for the people who keep it.
//!
//! The notes change nothing, but are checked: who reads "signed" or a date takes them for true.

use super::TopicPack;
use crate::article::{Date, Located};
use crate::config::table::Table;
use crate::lexicon::nearest;

const SCHEMA: &str = "facetdoc.topic-pack/1";
/// What a pack can be about: signs, or what a leaflet on a procedure covers.
const KINDS: &[&str] = &["red-flags", "procedure"];
const STATES: &[&str] = &["draft", "signed"];

pub(super) fn head(whole: &mut Table<'_>, pack: &mut TopicPack) {
    let Some(mut head) = whole.table("pack") else {
        whole.fault(whole.span, "the table [pack] is missing");
        return;
    };
    let schema = head.needed("schema");
    if !schema.value.is_empty() && schema.value != SCHEMA {
        let message = format!(
            "the schema is {}; this version reads {SCHEMA}",
            schema.value
        );
        head.fault(schema.span, message);
    }
    pack.id = head.needed("id").value;
    pack.version = head.needed("version").value;
    pack.language = language(&mut head);
    pack.title = head
        .text("title")
        .map_or_else(String::new, |title| title.value);
    head.one_of("kind", KINDS, |name| KINDS.contains(&name).then_some(()));
    for day in ["compiled", "reviewed"] {
        date(&mut head, day);
    }
    for region in head.texts("regions") {
        check_region(&head, &region);
    }
    state(&mut head, pack);
    head.count("stale_after_months", 1);
    head.done();
}

/// The base tag of the pack's language: articles are compared with it letter by letter.
fn language(head: &mut Table<'_>) -> String {
    let tag = head.needed("language");
    let is_base =
        |tag: &str| matches!(tag.len(), 2 | 3) && tag.bytes().all(|byte| byte.is_ascii_lowercase());
    if !tag.value.is_empty() && !is_base(&tag.value) {
        let lower = tag.value.trim().to_lowercase();
        let base = lower.split(['-', '_']).next().unwrap_or("");
        let meant = match base {
            "english" => Some("en"),
            "spanish" => Some("es"),
            base => Some(base).filter(|base| is_base(base)),
        };
        let help = match meant {
            Some(meant) => format!("did you mean {meant}?"),
            None => "it is a language code in small letters, such as en or es".to_owned(),
        };
        let message = format!("pack.language cannot be \"{}\"", tag.value);
        head.faults.add(tag.span, message, Some(help));
    }
    tag.value
}

fn date(head: &mut Table<'_>, key: &str) {
    let Some(day) = head.text(key) else { return };
    if Date::from_iso(&day.value).is_none() {
        let message = format!("pack.{key} cannot be \"{}\"", day.value);
        let help = "dates are written 2026-01-31".to_owned();
        head.faults.add(day.span, message, Some(help));
    }
}

fn check_region(head: &Table<'_>, region: &Located<String>) {
    let code = region.value.as_str();
    if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return;
    }
    let help = match nearest(code, ["us", "gb", "uk"]) {
        Some(near) => format!("did you mean {}?", near.to_uppercase()),
        None => "a region is two capital letters, such as US or GB".to_owned(),
    };
    let message = format!("there is no region called {code}");
    head.faults.add(region.span, message, Some(help));
}

/// The note on how far the pack has come; only a pack with a sign-off is signed.
fn state(head: &mut Table<'_>, pack: &TopicPack) {
    let place = head.place("status");
    let state = head.one_of("status", STATES, |name| {
        STATES.iter().copied().find(|state| *state == name)
    });
    if state == Some("signed") && pack.sign_off.is_none() {
        let message = "pack.status says that the pack is signed, and there is no [sign_off]";
        let help = "write draft, or have a clinician sign it".to_owned();
        head.faults.add(place, message, Some(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = r#"[pack]
schema = "facetdoc.topic-pack/1"
id = "knee"
version = "1.0.0"
language = "en"
kind = "red-flags"
regions = ["US", "UK"]
compiled = "2026-11-01"
status = "draft"
"#;

    /// What is wrong with a pack: the text at fault, the message and the help.
    fn told(text: &str) -> Vec<String> {
        let faults = TopicPack::read(text).faults.into_iter();
        let told = faults.map(|fault| {
            let place = &text[fault.span.range()];
            format!(
                "{place}: {}; {}",
                fault.message,
                fault.help.unwrap_or_default()
            )
        });
        told.collect()
    }

    #[test]
    fn a_head_that_would_never_work_or_says_what_is_not_so_is_refused() {
        assert_eq!(told(HEAD), [""; 0]);
        let language = "it is a language code in small letters, such as en or es";
        let cases = [
            ("\"en\"", "\"english\"", "pack.language cannot be \"english\"; did you mean en?".to_owned()),
            ("\"en\"", "\"EN\"", "pack.language cannot be \"EN\"; did you mean en?".to_owned()),
            ("\"en\"", "\"en-GB\"", "pack.language cannot be \"en-GB\"; did you mean en?".to_owned()),
            ("\"en\"", "\"français\"", format!("pack.language cannot be \"français\"; {language}")),
            ("\"red-flags\"", "\"redflags\"", "pack.kind cannot be \"redflags\"; did you mean red-flags?".to_owned()),
            ("\"US\"", "\"USA\"", "there is no region called USA; did you mean US?".to_owned()),
            ("\"US\"", "\"Britain\"", "there is no region called Britain; a region is two capital letters, such as US or GB".to_owned()),
            ("\"2026-11-01\"", "\"01.11.2026\"", "pack.compiled cannot be \"01.11.2026\"; dates are written 2026-01-31".to_owned()),
            ("\"draft\"", "\"final\"", "pack.status cannot be \"final\"; it can be: draft, signed".to_owned()),
            ("\"draft\"", "\"signed\"", "pack.status says that the pack is signed, and there is no [sign_off]; write draft, or have a clinician sign it".to_owned()),
        ];
        for (right, wrong, message) in cases {
            let text = HEAD.replace(right, wrong);
            assert_eq!(told(&text), [format!("{wrong}: {message}")], "{wrong}");
        }
    }

    #[test]
    fn a_pattern_that_can_never_match_is_refused() {
        for (pattern, message) in [
            (
                "x-ray pain",
                "no word of a text is \"x-ray\"; write x ray; a text is parted at hyphens, and its words have no marks around them",
            ),
            (
                "worst (",
                "no word of a text is \"(\"; leave out (; a text is parted at hyphens, and its words have no marks around them",
            ),
        ] {
            let text = format!("{HEAD}[applies]\ntitle_any = [\"knee*\", \"{pattern}\"]\n");
            let wanted =
                format!("\"{pattern}\": the pattern \"{pattern}\" can never match: {message}");
            assert_eq!(told(&text), [wanted]);
        }
        let text = format!("{HEAD}[applies]\ntitle_any = [\"*\"]\n");
        assert!(
            told(&text)[0].contains("cannot be used"),
            "{:?}",
            told(&text)
        );
    }
}
