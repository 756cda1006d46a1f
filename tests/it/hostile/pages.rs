//! Articles that want to run something in a browser: nothing of them runs in any export, and no word of theirs is lost.

use crate::articles::{made_up, with_context};
use crate::html_page;
use facetdoc::article::Article;
use facetdoc::export::{html, json, jsonld};
use facetdoc::handout;
use serde_json::Value;

/// Markdown that a browser, a terminal or a search engine could trip over.
const HOSTILE: &[&str] = &[
    "# T\n\n<script>alert(1)</script>\n\nwords\n",
    "# T\n\ntext </script><script>alert(1)</script> &lt;script&gt;alert(2)&lt;/script&gt;\n",
    "# <img src=x onerror=alert(1)>\n\n## <svg onload=alert(1)> {#\"><script>}\n\nwords\n",
    "# T\n\n<a href=\"javascript:alert(1)\" onclick=\"alert(2)\">click</a> <iframe src=\"https://e.org\">x</iframe>\n",
    "# T\n\n[a](javascript:alert%281%29) [b](<JaVa&#9;Script:alert(1)>) [c](data:text/html,<script>) [d](vbscript:x)\n",
    "# T\n\n[a](https://e.org/\"onmouseover=\"alert(1)) ![x\" onerror=\"alert(1)](y\"onload=\"x)\n",
    "# T\n\n`</code></pre><script>alert(1)</script>`\n\n```html\n</pre></style><script>alert(1)</script>\n```\n",
    "---\ntitle: \"</title><script>alert(1)</script>\"\nlang: \"en\\\"><script>\"\nauthors: [\"\\\"><script>alert(1)</script>\"]\n\
     version: \"</footer><script>\"\ncanonical_url: \"https://e.org/\\\"><script>\"\n---\n\nwords\n",
    "# T\n\ntake \u{202e}05\u{202c} mg \u{2066}x\u{2069} \u{1b}[31m \u{7} \u{85} \u{2028} \u{2029} \u{0}\n",
    "# T\n\n## FAQ\n\n### Is </script><!--<script> safe?\n\nNo: </script><script>alert(1)</script> and ]]> and <!-- x.\n",
    "# T\n\n| <b onclick=x>a</b> | `</td>` |\n|---|---|\n| </table> | <style>*{display:none}</style> |\n",
    "# T\n\n<style>body{display:none}</style>\n\n<base href=\"https://evil.example\">\n\n<meta http-equiv=refresh content=0>\n\nwords\n",
    "# T\n\n<form action=\"https://evil.example\"><input autofocus onfocus=alert(1)><button>ok</button></form>\n\nwords\n",
    "# T\n\n## text {#text}\n\n## box {#box}\n\n> [!NOTE]\n> a\n\n[up](#text)\n",
];

const TAGS: &[&str] = &[
    "a",
    "blockquote",
    "body",
    "br",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "html",
    "li",
    "main",
    "meta",
    "ol",
    "p",
    "pre",
    "section",
    "span",
    "strong",
    "style",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

const ATTRIBUTES: &[&str] = &[
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "charset",
    "class",
    "content",
    "dir",
    "href",
    "http-equiv",
    "id",
    "lang",
    "name",
    "role",
    "scope",
    "start",
    "tabindex",
];

fn page(article: &Article) -> String {
    with_context(article, |cx| {
        html::to_html(&handout::build(cx, &handout::Options::default())).unwrap()
    })
}

fn is_harmless(url: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:", "#"]
        .iter()
        .any(|start| url.to_lowercase().starts_with(start))
}

#[test]
fn a_web_page_holds_harmless_tags_attributes_and_addresses_only() {
    let every = crate::articles::all();
    for article in HOSTILE.iter().map(|text| made_up(text)).chain(every) {
        let html = page(&article);
        let page = html_page::read(&html);
        assert_eq!(page.faults, [""; 0], "{html}");
        let mut ids = std::collections::BTreeSet::new();
        for (tag, attributes) in &page.tags {
            assert!(TAGS.contains(&tag.as_str()), "{tag}: {html}");
            for (name, value) in attributes {
                assert!(ATTRIBUTES.contains(&name.as_str()), "{name}: {html}");
                assert!(name != "href" || is_harmless(value), "{value}: {html}");
                assert!(
                    name != "id" || ids.insert(value.clone()),
                    "{value} twice: {html}"
                );
            }
        }
        let named = page
            .tags
            .iter()
            .filter_map(|(_, attributes)| attributes.get("aria-labelledby"));
        for id in named.flat_map(|ids| ids.split_whitespace()) {
            assert!(ids.contains(id), "{id} is nowhere: {html}");
        }
        let count = |wanted: &str| page.tags.iter().filter(|(tag, _)| tag == wanted).count();
        assert_eq!(
            (count("style"), count("main"), count("h1"), count("title")),
            (1, 1, 1, 1)
        );
        let is_plain = |ch: char| !ch.is_control() || ch == '\n';
        assert!(html.chars().all(is_plain), "{html}");
        assert!(
            !html.contains(['\u{202e}', '\u{2066}', '\u{2028}']),
            "{html}"
        );
    }
}

#[test]
fn json_ld_can_stand_in_a_script_element() {
    for text in HOSTILE {
        let article = made_up(text);
        for draft in [false, true] {
            let data = with_context(&article, |cx| jsonld::to_jsonld(cx, draft));
            assert!(
                !data.contains(['<', '>', '&', '\u{2028}', '\u{2029}']),
                "{data}"
            );
            assert!(
                data.chars().all(|ch| !ch.is_control() || ch == '\n'),
                "{data}"
            );
            serde_json::from_str::<Value>(&data).expect("the data are JSON");
        }
    }
}

/// Every HTML fragment of the JSON, by its keys.
fn fragments<'a>(value: &'a Value, into: &mut Vec<&'a str>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                if let (true, Value::String(html)) = (key.ends_with("html"), value) {
                    into.push(html);
                }
                fragments(value, into);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| fragments(value, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn the_html_inside_json_runs_nothing() {
    for text in HOSTILE {
        let article = made_up(text);
        let json = with_context(&article, |cx| json::to_json(cx, &json::Options::default()));
        assert!(
            json.chars().all(|ch| !ch.is_control() || ch == '\n'),
            "{json}"
        );
        let json: Value = serde_json::from_str(&json).expect("the export is JSON");
        let mut found = Vec::new();
        fragments(&json, &mut found);
        for html in found {
            let page = html_page::read(html);
            assert_eq!(page.faults, [""; 0], "{html}");
            for (tag, attributes) in &page.tags {
                assert!(
                    TAGS.contains(&tag.as_str()) || tag == "img",
                    "{tag}: {html}"
                );
                assert!(
                    !matches!(tag.as_str(), "style" | "meta" | "html" | "title"),
                    "{html}"
                );
                for name in attributes.keys() {
                    let known = ["href", "src", "alt", "start"];
                    assert!(known.contains(&name.as_str()), "{name}: {html}");
                }
            }
        }
    }
}

#[test]
fn an_anchor_of_the_article_is_kept_and_the_pages_own_gives_way() {
    let article = made_up(HOSTILE[HOSTILE.len() - 1]);
    let html = page(&article);
    assert!(html.contains("<h2 id=\"text\">"), "{html}");
    assert!(html.contains("<main id=\"text-2\""), "{html}");
    assert!(html.contains("href=\"#text-2\""), "{html}");
}
