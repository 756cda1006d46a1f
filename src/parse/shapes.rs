//! What Markdown and HTML are read as, case by case.

use super::article;
use crate::article::{Article, Block, BlockKind, MarkKind, Prose, Section};
use crate::source::{Format, Source};

/// Reads `text` as Markdown.
fn read(text: &str) -> Article {
    article(Source::new("a.md", text, Format::Markdown))
}

/// A tree as one line: headings as `h2(text)`, blocks by a short name, what they hold in brackets.
fn shape(text: &str) -> String {
    let article = read(text);
    let title = article
        .heading
        .as_ref()
        .map(|title| format!("title({})", title.text()));
    let root = section(&article.root);
    title.into_iter().chain(root).collect::<Vec<_>>().join(" ")
}

fn section(section: &Section) -> Vec<String> {
    let mut parts: Vec<String> = section.blocks.iter().map(block).collect();
    for child in &section.children {
        parts.push(format!("h{}({})", child.level, child.title()));
        parts.extend(self::section(child));
    }
    parts
}

fn blocks(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect::<Vec<_>>().join(" ")
}

fn block(block: &Block) -> String {
    match &block.kind {
        BlockKind::Paragraph(prose) => format!("p({})", marked(prose)),
        BlockKind::Html(prose) => format!("html({})", marked(prose)),
        BlockKind::Heading { level, prose } => format!("H{level}({})", prose.text()),
        BlockKind::List(list) => {
            let items: Vec<_> = list
                .items
                .iter()
                .map(|item| {
                    let tick = item
                        .checked
                        .map_or("", |checked| if checked { "+" } else { "-" });
                    format!("{tick}{}", blocks(&item.blocks))
                })
                .collect();
            let start = list
                .start
                .map_or_else(|| "ul".to_owned(), |start| format!("ol{start}"));
            format!("{start}[{}]", items.join(" | "))
        }
        BlockKind::Definitions(terms) => {
            let terms = terms
                .iter()
                .map(|term| format!("{}: {}", term.term.text(), blocks(&term.details)));
            format!("dl[{}]", terms.collect::<Vec<_>>().join(" | "))
        }
        BlockKind::Table(table) => {
            let row = |cells: &Vec<Prose>| cells.iter().map(marked).collect::<Vec<_>>().join(", ");
            let rows = std::iter::once(&table.header).chain(&table.rows).map(row);
            format!("table[{}]", rows.collect::<Vec<_>>().join(" | "))
        }
        BlockKind::Image(image) => {
            let decorative = if image.decorative { "~" } else { "" };
            format!("img{decorative}({} {})", image.alt.text(), image.url)
        }
        BlockKind::Quote(inner) => format!("quote[{}]", blocks(inner)),
        BlockKind::Callout(callout) => {
            let title = callout.title.as_ref().map_or("", Prose::text);
            format!("{}({title})[{}]", callout.kind, blocks(&callout.blocks))
        }
        BlockKind::Details {
            summary,
            blocks: inner,
        } => {
            format!("details({})[{}]", marked(summary), blocks(inner))
        }
        BlockKind::Code { prose, info } => format!("code{info}({})", prose.text()),
        BlockKind::Rule => "rule".to_owned(),
    }
}

/// A prose with its marks as `kind<text>` behind it.
fn marked(prose: &Prose) -> String {
    let mut shown = prose.text().replace('\n', "/");
    for mark in prose.marks() {
        let kind = match &mark.kind {
            MarkKind::Link { url, .. } => format!("link {url}"),
            MarkKind::Image { url } => format!("img {url}"),
            MarkKind::Emphasis => "em".to_owned(),
            MarkKind::Strong => "strong".to_owned(),
            MarkKind::Strikethrough => "del".to_owned(),
            MarkKind::Code => "code".to_owned(),
            MarkKind::Superscript => "sup".to_owned(),
            MarkKind::Subscript => "sub".to_owned(),
            MarkKind::Footnote { label } => format!("note {label}"),
        };
        shown = format!("{shown} {kind}<{}>", &prose.text()[mark.range.clone()]);
    }
    shown
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(shape(text), *expected, "{text}");
    }
}

#[test]
fn markdown_blocks() {
    check(&[
        (
            "# T\n\nintro\n\n## A\n\na\n\n### B\n\n## C\n",
            "title(T) p(intro) h2(A) p(a) h3(B) h2(C)",
        ),
        ("T\n=\n\nA\n-\na", "title(T) h2(A) p(a)"),
        ("- a\n  - b\n- c\n", "ul[p(a) ul[p(b)] | p(c)]"),
        ("3. a\n4. b\n", "ol3[p(a) | p(b)]"),
        ("- [x] a\n- [ ] b\n", "ul[+p(a) | -p(b)]"),
        ("- # a\n- > ## b\n", "ul[H1(a) | quote[H2(b)]]"),
        ("> [!WARNING]\n> a\n", "warning()[p(a)]"),
        ("> [!tip] Mind *this*\n> a\n", "tip(Mind this)[p(a)]"),
        (":::note Title\na\n:::\n\nb", "note(Title)[p(a)] p(b)"),
        (":::{.x}\na\n:::\n", "p(a)"),
        (
            ":::note never closed\n\na\n",
            "p(:::note never closed) p(a)",
        ),
        ("```text\na\n  b\n```\n", "codetext(a\n  b)"),
        ("    a\n      b\n", "code(a\n  b)"),
        ("a\n\n---\n\nb", "p(a) rule p(b)"),
        (
            "|a|b \\| c|\n|-|-|\n|`d \\| e`|f|\n|g|\n",
            "table[a, b | c | d | e code<d | e>, f | g, ]",
        ),
        (
            "Term\n: one\n: two\n\nOther\n\n: three\n",
            "dl[Term: p(one) p(two) | Other: p(three)]",
        ),
        ("![a](b.png)\n", "img(a b.png)"),
        ("![](b.png){.wide}\n", "img( b.png)"),
        ("![a](b.png) ![](c.png)\n", "img(a b.png) img( c.png)"),
        ("![a](b.png) words\n", "p(a words img b.png<a>)"),
        ("[![a](b.png)](c)\n", "p(a link c<a> img b.png<a>)"),
        ("[a]: b\n'c'\nd [a]\n", "p(d a link b<a>)"),
        ("<!-- only a note -->\n\na", "p(a)"),
        ("", ""),
    ]);
}

#[test]
fn running_text() {
    check(&[
        (
            "*a* **b** ~~c~~ `d`",
            "p(a b c d em<a> strong<b> del<c> code<d>)",
        ),
        ("***a***", "p(a em<a> strong<a>)"),
        ("H~2~O and 10^9^/L", "p(H2O and 109/L sub<2> sup<9>)"),
        ("5~10 or 20~30 and ~a~", "p(5~10 or 20~30 and a del<a>)"),
        ("10^9/L and 10^6/L", "p(10^9/L and 10^6/L)"),
        (
            "1*500 mg and 2*500 mg, **1**2** and *x*",
            "p(1*500 mg and 2*500 mg, **1**2** and x em<x>)",
        ),
        ("a  \nb\\\nc\nd<br>e", "p(a/b/c d/e)"),
        (
            "H<sub>2</sub>O <b>x</b> <a href='u'>v</a> <span>w</span>",
            "p(H2O x v w sub<2> strong<x> link u<v>)",
        ),
        (
            "a <img src=s alt='b &amp; c'> d",
            "p(a b & c d img s<b & c>)",
        ),
        ("a <!-- b --> c <script>d</script> e", "p(a  c  e)"),
        ("a <p>b</p> c", "p(a b/ c)"),
        (
            "[a](u 't') [b][r] https://c.example <d@e.example>\n\n[r]: v",
            "p(a b https://c.example d@e.example link u<a> link v<b> link https://c.example<https://c.example> link mailto:d@e.example<d@e.example>)",
        ),
        ("a{.b} c\n{.list}", "p(a{.b} c)"),
        ("[a](u){rel=external} c", "p(a c link u<a>)"),
        ("# A {#b .c}\n## D {{ e }}", "title(A) h2(D {{ e }})"),
        ("Go to A&E\n*[A&E]: emergency", "p(Go to A&E)"),
        (
            "a[^x] b[^y] c[^x]\n\n[^y]: Y\n[^x]: X\n[^z]: Z",
            "p(a1 b2 c1 note x<1> note y<2> note x<1>) p(Z)",
        ),
    ]);
}

#[test]
fn lines_with_typed_bullets_are_a_list() {
    check(&[
        ("• a\n• b *c*", "ul[p(a) | p(b c em<c>)]"),
        (
            "If:\n• a\n• b\nand b\nThen go.",
            "p(If:) ul[p(a) | p(b and b)] p(Then go.)",
        ),
        ("• a\n  ◦ b\n  ◦ c\n• d", "ul[p(a) ul[p(b) | p(c)] | p(d)]"),
        ("- x\n  – a\n  – b", "ul[p(x) ul[p(a) | p(b)]]"),
        ("• a", "p(• a)"),
        ("a\n– b\nc – d", "p(a – b c – d)"),
        ("•a\n•b", "p(•a •b)"),
    ]);
    let article = read("x\n\n• a\n• b\n");
    let block = &article.root.blocks[1];
    assert_eq!(article.source.slice(block.span), "• a\n• b");
}

#[test]
fn html_blocks() {
    check(&[
        (
            "<h1>T</h1>\n<h2 id=x>A &amp; <em>B</em></h2>\n<p>a</p>",
            "title(T) h2(A & B) p(a)",
        ),
        ("<p>a <b>b</b></p><p>c\n  d</p>", "p(a b strong<b>) p(c d)"),
        ("<div>a<br>b <a href=u>c</a></div>", "p(a/b c link u<c>)"),
        (
            "<ul><li>a<li>b <ol start=3><li>c</ol></ul>",
            "ul[p(a) | p(b) ol3[p(c)]]",
        ),
        (
            "<table><caption>t</caption><tr><th>a<th>b<tr><td>c</table>",
            "p(t) table[a, b | c, ]",
        ),
        (
            "<table><tr><td>a<ul><li>b</ul><td>c</table>",
            "table[,  | a/b, c]",
        ),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "dl[a: p(b) | c: p(d)]"),
        (
            "<blockquote>a</blockquote>\n<aside class='x-warning'><p>b</aside>",
            "quote[p(a)] warning()[p(b)]",
        ),
        (
            "<img src=a alt=b>\n<hr>\n<img src=c alt=''>",
            "img(b a) rule img~( c)",
        ),
        ("<a href=u><img src=a alt=b></a>", "p(b link u<b> img a<b>)"),
        ("<pre>a\n  b &lt; c</pre>", "code(a\n  b < c)"),
        (
            "<script>a</script>\n<nav><ul><li>b</ul></nav>\n<div>c</div>",
            "p(c)",
        ),
        ("<form><button>a</button></form>", "html(a)"),
        ("<div>\n\n*a*\n\n</div>", "p(a em<a>)"),
        ("<li>a", "ul[p(a)]"),
        ("<td>a", "p(a)"),
    ]);
}

#[test]
fn cells_that_reach_over_rows_and_columns_leave_the_others_in_their_columns() {
    check(&[
        (
            "<table><tr><th>a<th>b<th>c<tr><td rowspan=2>d<td>e<td>f<tr><td>g<td>h<tr><td colspan=2>i<td>j</table>",
            "table[a, b, c | d, e, f | d, g, h | i, , j]",
        ),
        (
            "<table><tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d<tr><td>e<td>f<td>g</table>",
            "table[a, b, b | a, c, d | e, f, g]",
        ),
        (
            "<table><tr><td>a<td>b<td rowspan=0>c<tr><td>d<tr><td colspan=3>e</table>",
            "table[, ,  | a, b, c | d, , c | e, , c]",
        ),
        (
            "<table><tr><td colspan=1000 rowspan=1000>a<tr><td colspan=-1>b<td colspan=99>c</table>",
            "table[, , , ,  | a, , , ,  | a, , , b, c]",
        ),
    ]);
}

#[test]
fn a_table_whose_rows_would_grow_without_end_is_put_into_one_column() {
    let wide = "<td>a".repeat(2_000);
    let long = "<tr><td rowspan=9 colspan=9>a".repeat(2_000);
    let article = read(&format!("<table><tr>{wide}{long}</table>"));
    let BlockKind::Table(table) = &article.root.blocks[0].kind else {
        panic!("no table");
    };
    assert_eq!((table.header.len(), table.rows.len()), (1, 4_000));
}

#[test]
fn elements_reach_over_markdown() {
    check(&[
        (
            "<details><summary>Q *x*</summary>\n\nA **b**\n\n- c\n\n</details>\n\nd",
            "details(Q *x*)[p(A b strong<b>) ul[p(c)]] p(d)",
        ),
        (
            "<details>\n<summary>\n\n### Q\n\n</summary>\n\na\n\n</details>",
            "details(Q)[p(a)]",
        ),
        (
            "<details><summary>P</summary>\n\na\n\n<details><summary>Q</summary>\n\nb\n\n</details>\n\n## C\n",
            "details(P)[] p(a) details(Q)[p(b)] h2(C)",
        ),
        (
            "<details><summary>P</summary>\n<details><summary>Q</summary>\n\nb\n\n</details>\n</details>\n\n## C\n",
            "details(P)[details(Q)[p(b)]] h2(C)",
        ),
        (
            "<details><summary>P</summary>a</details>\n<details><summary>Q</summary>b</details>",
            "details(P)[p(a)] details(Q)[p(b)]",
        ),
        (
            "<aside>\n\n## A\n\na\n\n</aside>\n\n## B\n",
            "aside()[H2(A) p(a)] h2(B)",
        ),
        (
            "<ul>\n<li>\n\na *b*\n\n</li>\n<li>c</li>\n</ul>",
            "ul[p(a b em<b>) | p(c)]",
        ),
        (
            "<table>\n<tr><td>a</td>\n\n<td>\n\nb *c*\n\n</td></tr>\n</table>",
            "table[,  | a, b c em<c>]",
        ),
        ("<nav>\n\na\n\n</nav>\n\nb", "p(b)"),
        (
            "> <details><summary>P</summary>\n>\n> a\n>\n> </details>\n\nb",
            "quote[details(P)[p(a)]] p(b)",
        ),
    ]);
}

#[test]
fn a_heading_misplaced_in_a_table_a_list_or_among_terms_opens_no_section() {
    check(&[
        (
            "## A\n\n- a\n  > b\n\n<table><caption>c</caption><h2>B</h2><h2>C</h2><tr><td>d</table>\n\n## D\n",
            "h2(A) ul[p(a) quote[p(b)]] table[ | d] p(c) H2(B) H2(C) h2(D)",
        ),
        (
            "## A\n\n<table><tr><td>a</td></tr><h3>B</h3><tr><td>b</td></tr></table>\n\nc",
            "h2(A) table[ | a | b] H3(B) p(c)",
        ),
        (
            "<table><tr><td>a<table><h2>A</h2><tr><td>b</table></table>\n\n## B\n\n<table><h2>C</h2></table>\n",
            "table[ | a/A/b] h2(B) h2(C)",
        ),
        (
            "## A\n\n<dl><h3>B</h3><dt>a<dd>b</dl>\n\n<h3>C</h3>\n",
            "h2(A) dl[a: p(b)] H3(B) h3(C)",
        ),
        (
            "<ul><h2>A</h2><li>a</ul>\n\n- <table><h2>B</h2><tr><td>b</table>\n",
            "ul[H2(A) | p(a)] ul[H2(B) table[ | b]]",
        ),
        (
            "> <table><h2>A</h2><tr><td>a</table>\n\n## B\n",
            "quote[H2(A) table[ | a]] h2(B)",
        ),
        (
            "<table><caption>a</caption><h2>A</h2>\n\n*b*\n\n<h2>B</h2></table>\n\nc",
            "p(a) h2(A) p(b em<b>) h2(B) p(c)",
        ),
    ]);
}

#[test]
fn comments_speak_of_what_follows() {
    let text = "<!-- facetdoc-allow r1: why -->\n# T\n\n<!-- facetdoc-allow r2: why -->\n\n## A\n\na\n\n### B\n\nb\n\n\
                ## C\n\n<!-- facetdoc-role: red-flags -->\n- c\n\nd <!-- facetdoc-allow r3 -->\n\n<!-- facetdoc-role: faq -->\n";
    let article = read(text);
    let scopes: Vec<_> = article
        .allowances
        .iter()
        .map(|allowance| allowance.scope.map(|scope| article.source.slice(scope)))
        .collect();
    assert_eq!(
        scopes,
        [
            None,
            Some("## A\n\na\n\n### B\n\nb"),
            Some("d <!-- facetdoc-allow r3 -->")
        ]
    );
    assert_eq!(article.problems.len(), 1, "{:?}", article.problems);
    assert_eq!(
        article.problems[0].message,
        "this comment gives a role to nothing"
    );
    let tree = super::markdown::tree(&article.source, 100);
    let roles: Vec<_> = tree
        .explicit_roles
        .iter()
        .map(|(role, span)| (role.name(), article.source.slice(*span)))
        .collect();
    assert_eq!(roles, [("red-flags", "- c")]);
}

#[test]
fn blocks_span_their_source_with_its_markers() {
    for (text, expected) in [
        ("x\n\n- a\n  b\n\n  c\n\ny", "- a\n  b\n\n  c"),
        ("x\n\n> a\n> b\n\ny", "> a\n> b"),
        ("x\n\n```\na\n```\n\ny", "```\na\n```"),
        ("x\n\n|a|\n|-|\n|b|\n\ny", "|a|\n|-|\n|b|"),
        ("x\n\n<p>a\nb</p>\n\ny", "<p>a\nb</p>"),
        (
            "x\n\n<details><summary>a</summary>\n\nb\n\n</details>\n\ny",
            "<details><summary>a</summary>\n\nb\n\n</details>",
        ),
        ("x\n\na\n: b\n\n# y", "a\n: b"),
        ("x\r\n\r\n* a\r\n* b\r\n\r\n# y", "* a\r\n* b"),
        ("x\n\n> [!NOTE] t\n> a\n\ny", "> [!NOTE] t\n> a"),
        ("x\n\n:::note\n\n- a b\n:::\n\ny", ":::note\n\n- a b\n:::"),
    ] {
        let article = read(text);
        let span = article.root.blocks[1].span;
        assert_eq!(article.source.slice(span), expected, "{text}");
    }
}

#[test]
fn marks_span_their_markup() {
    for (text, expected) in [
        ("a **b** c", "**b**"),
        ("a [b](c \"d\") e", "[b](c \"d\")"),
        ("> a [b](c\n> \"d\") e", "[b](c\n> \"d\")"),
        ("a [b][r] c\n\n[r]: d", "[b][r]"),
        ("a <https://b.example> c", "<https://b.example>"),
        ("a https://b.example c", "https://b.example"),
        ("a ``b ` c`` d", "``b ` c``"),
        ("a <em>b</em> c", "<em>b</em>"),
        ("a[^b] c\n\n[^b]: d", "[^b]"),
        ("[x]: y\na *b* c", "*b*"),
    ] {
        let article = read(text);
        let texts = article.texts();
        let mark = &texts[0].prose.marks()[0];
        assert_eq!(article.source.slice(mark.span), expected, "{text}");
    }
}

#[test]
fn nesting_has_an_end_and_no_text_is_lost_below_it() {
    for text in [
        ">".repeat(10_000) + " a",
        "- ".repeat(5_000) + "a",
        (0..500).fold(String::new(), |text, depth| {
            text + &"  ".repeat(depth) + "- a\n"
        }),
        "<ul><li>".repeat(5_000) + "a",
        "<blockquote>".repeat(5_000) + "a",
        "<details><summary>a</summary>\n\n".repeat(500),
        format!("{}a{}", "*".repeat(5_000), "*".repeat(5_000)),
        "<b>".repeat(5_000) + "a",
        "<div>".repeat(5_000) + "a",
    ] {
        let article = read(&text);
        let found: usize = article
            .texts()
            .iter()
            .map(|text| text.prose.text().matches('a').count())
            .sum();
        let written = text
            .replace("<summary>", "")
            .replace("</summary>", "")
            .replace("details", "");
        let written = written.replace("blockquote", "").matches('a').count();
        assert_eq!(found, written, "{}", &text[..20]);
    }
}
