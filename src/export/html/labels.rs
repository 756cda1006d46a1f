//! The words of the page that are not the handout's: for people who do not see it. One table a language.

/// The page's own words in one language.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Labels {
    /// The language that they are in.
    pub(super) lang: &'static str,
    /// The link that leads past what comes before the text.
    pub(super) skip: &'static str,
    /// A table that may be wider than the screen.
    pub(super) table: &'static str,
    /// The link from a note back to its call, with `{number}`.
    pub(super) back: &'static str,
}

const LANGUAGES: &[Labels; 2] = &[
    Labels {
        lang: "en",
        skip: "Skip to the text",
        table: "Table",
        back: "Back to the text at note {number}",
    },
    Labels {
        lang: "es",
        skip: "Saltar al texto",
        table: "Tabla",
        back: "Volver al texto en la nota {number}",
    },
];

/// The languages that are written from right to left.
const RIGHT_TO_LEFT: &[&str] = &[
    "ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi",
];

impl Labels {
    /// The words for a language tag such as `es-MX`; the first table where there is none of it.
    pub(super) fn of(tag: &str) -> &'static Self {
        let base = base(tag);
        let known = LANGUAGES.iter().find(|labels| labels.lang == base);
        let [english, ..] = LANGUAGES;
        known.unwrap_or(english)
    }
}

/// How the language of a tag runs: `ltr` or `rtl`.
pub(super) fn direction(tag: &str) -> &'static str {
    if RIGHT_TO_LEFT.contains(&base(tag).as_str()) {
        "rtl"
    } else {
        "ltr"
    }
}

/// Whether two tags are of one language.
pub(super) fn is_same(tag: &str, other: &str) -> bool {
    base(tag) == base(other)
}

fn base(tag: &str) -> String {
    let base = tag.split(['-', '_']).next().unwrap_or("");
    base.trim().to_lowercase()
}
