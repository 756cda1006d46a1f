//! Made-up articles with what is to be found in them, as the tests of urgency and of consistency keep them in text files:
//! `=== FORMAT: RULE LINE, RULE LINE` or `=== FORMAT: nothing`, then the article.

use facetdoc::source::Format;

/// One article.
pub(crate) struct Case<'a> {
    /// How it is written.
    pub(crate) format: Format,
    /// What is to be found, as "rule line", in alphabetical order.
    pub(crate) wanted: Vec<String>,
    /// The article.
    pub(crate) text: &'a str,
}

/// The articles of a file.
pub(crate) fn cases(all: &'static str) -> Vec<Case<'static>> {
    let cases = all.split("=== ").filter(|case| !case.is_empty());
    cases
        .map(|case| {
            let (head, text) = case.split_once('\n').unwrap();
            let (format, wanted) = head.split_once(": ").unwrap();
            let mut wanted: Vec<String> = wanted.split(", ").map(str::to_owned).collect();
            wanted.retain(|finding| finding != "nothing");
            wanted.sort();
            Case {
                format: if format == "pasted" {
                    Format::Pasted
                } else {
                    Format::Markdown
                },
                wanted,
                text,
            }
        })
        .collect()
}
