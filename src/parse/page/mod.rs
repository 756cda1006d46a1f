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
    let (parts, notes) = composer.finish();
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
    use crate::article::{Article, Section};
    use crate::parse;
    use crate::source::{Format, Source};

    fn read(text: &str) -> Article {
        parse::article(Source::new("a.html", text, Format::Html))
    }

    fn assert_sections_do_not_overlap(section: &Section) {
        let mut at = section.span.start();
        for child in &section.children {
            assert!(at <= child.span.start(), "{section:?}");
            at = child.span.end();
            assert_sections_do_not_overlap(child);
        }
        assert!(at <= section.span.end(), "{section:?}");
    }

    #[test]
    fn headings_that_a_browser_moves_out_of_a_table_open_sections_that_do_not_overlap() {
        let text = "<table><caption>Doses</caption><h2>Rest</h2><h2>Ice</h2><p>Now.</p>";
        let article = read(text);
        assert_eq!(article.root.children.len(), 2);
        assert_sections_do_not_overlap(&article.root);
    }

    #[test]
    fn headings_that_a_browser_moves_out_of_a_table_with_rows_open_no_sections() {
        let text = "<h2>Knee</h2><p>A</p><table><tr><td>1</td></tr><h2>Rest</h2><tr><td>2</td></tr></table><h2>Ice</h2>";
        let article = read(text);
        let titles: Vec<_> = article.root.children.iter().map(Section::title).collect();
        assert_eq!(titles, ["Knee", "Ice"]);
        assert_sections_do_not_overlap(&article.root);
    }

    #[test]
    fn the_caption_of_a_table_comes_before_it() {
        let article = read("<p>A</p><table><caption>Doses</caption><tr><td>1</td></tr></table>");
        let texts: Vec<_> = article
            .texts()
            .iter()
            .map(|one| one.prose.text().to_owned())
            .collect();
        assert_eq!(texts.concat(), "ADoses1");
    }
}
