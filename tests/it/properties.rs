//! Laws that hold for every text, tried on made-up ones.

use crate::corpus::{broken_spans, misplaced};
use crate::made_up::written;
use facetdoc::article::Article;
use facetdoc::parse;
use facetdoc::source::{Format, Source};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn parsed(text: &str) -> Article {
    parse::article(Source::new("made-up.md", text, Format::Markdown))
}

/// Signs that mean something in Markdown, HTML or YAML, and a few words.
const SIGNS: &[&str] = &[
    "a",
    "b c",
    "né",
    "日本",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\\",
    "\\\n",
    "*",
    "**",
    "_",
    "`",
    "``",
    "~",
    "~~",
    "^",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](x)",
    "](x \"t\")",
    "](<x>\n't')",
    "[^1]",
    "\n[^1]: ",
    "<",
    ">",
    "\n> ",
    "\n- ",
    "\n1. ",
    "\n# ",
    "\n## ",
    "#",
    "\n---\n",
    "\n===\n",
    "---\n",
    "|",
    "\n|a|b|\n|-|-|\n|",
    "\\|",
    "&amp;",
    "&#39;",
    "&nosuch;",
    "&",
    "<b>",
    "</b>",
    "<br>",
    "<div>",
    "</div>",
    "<details>",
    "<summary>",
    "</summary>",
    "</details>",
    "<ul>",
    "<li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<img alt=x>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<p>",
    "</p>",
    "<h2>",
    "</h2>",
    "{.x}",
    "{#id}",
    "{{ x }}",
    "*[a]: ",
    "\n[a]: /u\n",
    "\n    ",
    "\n```\n",
    "\n: ",
    "- [x] ",
    "> [!NOTE] t\n",
    ":::note\n",
    "\n:::\n",
    "https://a.example",
    "a@b.example",
    "x: y\n",
    "\u{feff}",
    "\0",
    "\u{a0}",
    "<pre>",
    "</pre>",
    "<blockquote>",
    "<dl>",
    "<dt>",
    "<dd>",
    "<a href=x>",
    "</a>",
    "<![CDATA[",
    "<?",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(SIGNS), 0..40).prop_map(|signs| signs.concat())
}

/// Where each plain word of the article is said to stand.
fn places(article: &Article) -> Vec<(String, usize)> {
    let mut places = Vec::new();
    for text in article.texts() {
        for (range, word) in text.prose.words() {
            let inside = word.trim_matches(|ch: char| !ch.is_alphanumeric());
            let start = range.start + word.find(inside).unwrap_or(0);
            let span = text.prose.span(start..start + inside.len());
            places.push((inside.to_owned(), span.start()));
        }
    }
    places
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 256,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_is_read_and_every_plain_word_is_itself(text in soup()) {
        let article = parsed(&text);
        prop_assert_eq!(broken_spans(&article), Vec::new());
        for text in article.texts() {
            prop_assert_eq!(misplaced(&article.source, text.prose), Vec::<String>::new());
        }
    }

    #[test]
    fn every_word_that_is_written_once_is_read_once_at_its_place(written in written()) {
        let article = parsed(&written.text);
        prop_assert_eq!(broken_spans(&article), Vec::new());
        let places = places(&article);
        for word in &written.words {
            let found: Vec<_> = places.iter().filter(|(there, _)| there == word).collect();
            prop_assert_eq!(found.len(), 1, "{} in {:?}", word, places);
            let at = written.text.find(word.as_str());
            prop_assert_eq!(Some(found[0].1), at, "{}", word);
        }
    }
}
