//! Web pages as a content management system gives them out: the article in the page, read into the same tree as Markdown.

mod content;
mod dom;
mod emit;
mod meta;

use super::comments;
use super::html::{Composer, Raw};
use super::markdown::Tree;
use super::quotes::Quotes;
use super::sections;
use super::tags;
use crate::source::Source;
use content::Page;
use dom::Dom;

/// Reads a page. Nothing is refused: tags that make no sense are read as browsers read them.
pub(super) fn tree(source: &Source) -> Tree {
    let text = source.text();
    let all = tags::page_tokens(text, source.body_start());
    let mut out = Tree::default();
    let tokens = if let Some(dom) = Dom::of(&all, text) {
        let page = Page {
            text,
            tokens: &all,
            dom: &dom,
        };
        let content = content::content(page);
        out.meta = meta::meta(page);
        out.meta.title = meta::title(page);
        let tokens = emit::tokens(page, &content);
        out.left_out = content.left_out;
        tokens
    } else {
        all.clone()
    };
    let quotes = Quotes::of(out.meta.lang.as_ref(), text);
    let mut composer = Composer::new(text, vec![Raw::page(text, tokens)], quotes);
    composer.html();
    let (mut parts, notes) = composer.finish();
    // Browsers move what may not stand in a table to before it; an article stays in the order of its source.
    parts.sort_by_key(|part| part.span().start());
    let (title, root) = sections::tree(parts);
    let notes = comments::read(notes, title.as_ref().map(|title| title.span), &root);
    if title.is_some() {
        // The browser's title has the site's name in it; what readers see wins.
        out.meta.title = None;
    }
    Tree {
        heading: title.map(|title| title.prose),
        root,
        problems: notes.problems,
        allowances: notes.allowances,
        explicit_roles: notes.roles,
        ..out
    }
}

#[cfg(test)]
mod tests {
    use crate::parse;
    use crate::source::{Format, Source};

    #[test]
    fn headings_that_a_browser_moves_out_of_a_table_open_sections_that_do_not_overlap() {
        let text = "<table><caption>Doses</caption><h2>Rest</h2><h2>Ice</h2><p>Now.</p>";
        let article = parse::article(Source::new("a.html", text, Format::Html));
        let sections = &article.root.children;
        assert_eq!(sections.len(), 2);
        for pair in sections.windows(2) {
            assert!(pair[0].span.end() <= pair[1].span.start(), "{sections:?}");
        }
    }
}
