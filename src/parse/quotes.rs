//! The quotation marks that a browser puts around `<q>`, by language.

use crate::article::{Located, language};

/// The name of the element.
pub(super) const TAG: &str = "q";

/// An opening and a closing mark.
type Pair = (&'static str, &'static str);

/// The quotation marks of a language: those of a quotation, then those of one inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quotes([Pair; 2]);

/// The marks of the languages that do not quote as English does (Unicode CLDR, delimiters).
const MARKS: &[(&[&str], [Pair; 2])] = &[
    (
        &["es", "ca", "gl", "it", "el", "pt-pt", "et"],
        [("«", "»"), ("“", "”")],
    ),
    (&["de-ch", "de-li", "fr-ch"], [("«", "»"), ("‹", "›")]),
    // With the spaces that stay on the line of their word.
    (&["fr"], [("«\u{A0}", "\u{A0}»"), ("«\u{A0}", "\u{A0}»")]),
    (
        &["de", "cs", "sk", "sl", "bg", "is", "lt"],
        [("„", "“"), ("‚", "‘")],
    ),
    (&["pl", "ro"], [("„", "”"), ("«", "»")]),
    (&["hr", "sr", "bs"], [("„", "”"), ("‘", "’")]),
    (&["hu"], [("„", "”"), ("»", "«")]),
    (&["ru", "uk", "be"], [("«", "»"), ("„", "“")]),
    (&["nb", "nn", "no"], [("«", "»"), ("‘", "’")]),
    (&["fa"], [("«", "»"), ("‹", "›")]),
    (&["sv", "fi", "he"], [("”", "”"), ("’", "’")]),
    (&["ar"], [("”", "“"), ("’", "‘")]),
    (
        &["ja", "zh-hant", "zh-tw", "zh-hk"],
        [("「", "」"), ("『", "』")],
    ),
];

impl Quotes {
    /// The marks of the language that is declared, else of the one that fits `text`; those of English where no others are
    /// known.
    pub(super) fn of(lang: Option<&Located<String>>, text: &str) -> Self {
        let declared = lang.map_or("", |lang| lang.value.trim());
        let tag = declared.replace('_', "-").to_lowercase();
        let marks = |wanted: &str| {
            let known = MARKS.iter().find(|(tags, _)| tags.contains(&wanted));
            known.map(|(_, marks)| *marks)
        };
        let base = tag.split('-').next().unwrap_or("");
        let known = if tag.is_empty() && text.contains("<q") {
            marks(language::seen([text]).lang)
        } else {
            marks(&tag).or_else(|| marks(base))
        };
        Self(known.unwrap_or([("“", "”"), ("‘", "’")]))
    }

    /// The mark that opens a quotation inside the elements of these names.
    pub(super) fn opening<'n>(self, open: impl Iterator<Item = &'n str>) -> &'static str {
        self.inside(open).0
    }

    /// The mark that closes it.
    pub(super) fn closing<'n>(self, open: impl Iterator<Item = &'n str>) -> &'static str {
        self.inside(open).1
    }

    fn inside<'n>(self, open: impl Iterator<Item = &'n str>) -> Pair {
        let [outer, inner] = self.0;
        let depth = open.filter(|name| *name == TAG).count();
        if depth.is_multiple_of(2) {
            outer
        } else {
            inner
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::parse;
    use crate::source::{Format, Source};

    #[test]
    fn a_quotation_that_is_not_closed_ends_with_its_paragraph() {
        for text in [
            "He said <q>rest\n\nNow.\n",
            "<p>He said <q>rest</p><p>Now.</p>\n",
        ] {
            let article = parse::article(Source::new("a.md", text, Format::Markdown));
            let texts = article.texts();
            let found: Vec<&str> = texts.iter().map(|text| text.prose.text()).collect();
            assert_eq!(found, ["He said “rest”", "Now."], "{text}");
        }
    }

    #[test]
    fn an_article_of_no_declared_language_has_the_marks_of_the_one_that_fits() {
        let text = "El médico dijo que es <q>un dolor de los que se van</q> en una semana.\n";
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let said = article
            .texts()
            .iter()
            .any(|text| text.prose.text().contains("«un dolor"));
        assert!(said);
    }

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
