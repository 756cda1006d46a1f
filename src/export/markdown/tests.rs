//! What is written is read back as the same.

use super::to_markdown;
use crate::parse;
use crate::source::{Format, Source};

fn imported(text: &str, format: Format) -> String {
    to_markdown(&parse::article(Source::new("a", text, format))).text
}

#[test]
fn what_would_be_markup_is_escaped() {
    let text = "Title\n\n1. not * a [list](x)\n\nTake <b> & &amp; 5_000 `x` ~y~ # not\n\n# no\n";
    let html = text.replace('&', "&amp;").replace('<', "&lt;");
    let html = format!("<h1>T</h1><p>{}</p>", html.replace("\n\n", "</p><p>"));
    let read = |text: &str, format| {
        let article = parse::article(Source::new("a", text, format));
        let texts = article.texts();
        texts
            .iter()
            .map(|text| text.prose.text().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        read(&imported(&html, Format::Html), Format::Markdown),
        read(&html, Format::Html)
    );
}

#[test]
fn blocks_are_written_as_editors_write_them() {
    let html = "<h1>T</h1><p>a <b>b</b> <a href='https://c.example'>d</a></p><ul><li>e<ul><li>f</ul><li>g</ul>\
        <ol start=3><li>h</ol><table><tr><th>i<th>j<tr><td>k<td>l|</table><img src=m.png alt=n><dl><dt>o<dd>p</dl>\
        <blockquote>q</blockquote><details><summary>r?</summary>s</details><p>x<strong>y</strong>z";
    let expected = "# T\n\na **b** [d](https://c.example)\n\n- e\n  - f\n- g\n\n3. h\n\n| i | j |\n| --- | --- |\n| k | l\\| |\n\n\
        ![n](m.png)\n\no\n\n: p\n\n> q\n\n<details><summary>r?</summary>\n\ns\n\n</details>\n\nx<strong>y</strong>z\n";
    assert_eq!(imported(html, Format::Html), expected);
}

#[test]
fn signs_side_by_side_keep_their_meaning() {
    for (html, expected) in [
        // "- - ---" would be a rule.
        (
            "<h1>T</h1><ul><li><ul><li><hr></ul></ul>",
            "# T\n\n- - ***\n",
        ),
        // "`a``b`" would be one sign inside the other.
        (
            "<h1>T</h1><p><code>a</code><code>b</code> <code>c</code>",
            "# T\n\n<code>a</code><code>b</code> `c`\n",
        ),
    ] {
        assert_eq!(imported(html, Format::Html), expected);
    }
}
