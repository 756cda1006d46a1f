//! The quotation marks that a browser puts around `<q>`, by language.

/// Quotation marks: those of a quotation, then those of one inside it.
pub(super) type Quotes = [(&'static str, &'static str); 2];

/// The marks of the languages that do not quote as English does (Unicode CLDR, delimiters).
const MARKS: &[(&[&str], Quotes)] = &[
    (
        &["es", "ca", "gl", "it", "el", "pt-pt"],
        [("«", "»"), ("“", "”")],
    ),
    // With the spaces that stay on the line of their word.
    (&["fr"], [("«\u{A0}", "\u{A0}»"), ("«\u{A0}", "\u{A0}»")]),
    (
        &["de", "cs", "sk", "sl", "bg", "is", "lt"],
        [("„", "“"), ("‚", "‘")],
    ),
    (&["pl", "ro"], [("„", "”"), ("«", "»")]),
    (&["hu"], [("„", "”"), ("»", "«")]),
    (&["ru", "uk", "be"], [("«", "»"), ("„", "“")]),
    (&["nb", "nn", "no"], [("«", "»"), ("‘", "’")]),
    (&["sv", "fi", "he"], [("”", "”"), ("’", "’")]),
    (&["ar"], [("”", "“"), ("’", "‘")]),
    (
        &["ja", "zh-hant", "zh-tw", "zh-hk"],
        [("「", "」"), ("『", "』")],
    ),
];

/// The marks of a language, given by its tag: those of English where there is none, or no others are known.
pub(super) fn of(tag: Option<&str>) -> Quotes {
    let tag = tag.unwrap_or("").trim().replace('_', "-").to_lowercase();
    let base = tag.split('-').next().unwrap_or("");
    let of = |wanted: &str| {
        let known = MARKS.iter().find(|(tags, _)| tags.contains(&wanted));
        known.map(|(_, marks)| *marks)
    };
    of(&tag)
        .or_else(|| of(base))
        .unwrap_or([("“", "”"), ("‘", "’")])
}

/// The marks of a quotation that stands in `depth` others.
pub(super) fn at(quotes: Quotes, depth: usize) -> (&'static str, &'static str) {
    let [outer, inner] = quotes;
    if depth.is_multiple_of(2) {
        outer
    } else {
        inner
    }
}

#[cfg(test)]
mod tests {
    use crate::parse;
    use crate::source::{Format, Source};

    #[test]
    fn a_quotation_has_the_marks_of_the_language() {
        let quoted = "<p>a <q>b <q>c</q></q> d</p>";
        let page = |lang: &str| format!("<html lang=\"{lang}\"><main>{quoted}</main></html>");
        let inline = |lang: &str| format!("---\nlang: {lang}\n---\n\na <q>b <q>c</q></q> d\n");
        let block = |lang: &str| format!("---\nlang: {lang}\n---\n\n{quoted}\n");
        for (lang, wanted) in [
            ("en", "a “b ‘c’” d"),
            ("es-MX", "a «b “c”» d"),
            ("de_AT", "a „b ‚c‘“ d"),
            ("xx", "a “b ‘c’” d"),
        ] {
            for (text, format) in [
                (page(lang), Format::Html),
                (inline(lang), Format::Markdown),
                (block(lang), Format::Markdown),
            ] {
                let article = parse::article(Source::new("a", text.clone(), format));
                let texts = article.texts();
                let found: Vec<&str> = texts.iter().map(|text| text.prose.text()).collect();
                assert_eq!(found, [wanted], "{text}");
            }
        }
    }
}
