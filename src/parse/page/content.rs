//! The part of a page that is the article: without menus, banners, forms and what else a site puts around it.

use super::dom::{Dom, Kind};
use crate::article::LeftOut;
use crate::parse::html::is_unseen;
use crate::parse::tags::{Start, Token};
use crate::source::Span;
use std::collections::BTreeSet;

/// What is read of a page.
#[derive(Debug)]
pub(super) struct Content {
    /// The element that holds the article.
    pub(super) root: usize,
    /// The title of the page, where it stands outside of it.
    pub(super) title: Option<usize>,
    /// Elements inside it that are not read.
    pub(super) dropped: BTreeSet<usize>,
    /// What was left out and has words, by position.
    pub(super) left_out: Vec<LeftOut>,
}

/// A page with its tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page<'p> {
    pub(super) text: &'p str,
    pub(super) tokens: &'p [Token],
    pub(super) dom: &'p Dom,
}

impl<'p> Page<'p> {
    /// The tag of an element that stands in the source.
    pub(super) fn tag(&self, node: usize) -> Option<&'p Start> {
        let Kind::Element { token, .. } = self.dom.nodes.get(node)?.kind else {
            return None;
        };
        match self.tokens.get(token?)? {
            Token::Start(tag) => Some(tag),
            Token::End(..) | Token::Comment(..) | Token::Text(_) => None,
        }
    }

    /// The name of an element, else "".
    pub(super) fn name(&self, node: usize) -> &'p str {
        self.dom.nodes.get(node).map_or("", |node| &node.name)
    }

    fn text_of(&self, node: usize) -> Option<&'p str> {
        let Kind::Leaf(token) = self.dom.nodes.get(node)?.kind else {
            return None;
        };
        match self.tokens.get(token)? {
            Token::Text(span) => self.text.get(span.range()),
            Token::Start(_) | Token::End(..) | Token::Comment(..) => None,
        }
    }

    /// The words of an element, as they are written in the source.
    pub(super) fn words(&self, node: usize) -> Vec<&'p str> {
        let nodes = self.dom.preorder(node).into_iter();
        let texts = nodes.filter_map(|node| self.text_of(node));
        texts.flat_map(str::split_ascii_whitespace).collect()
    }

    /// The first element of a name.
    pub(super) fn first(&self, name: &str) -> Option<usize> {
        let mut nodes = self.dom.preorder(0).into_iter();
        nodes.find(|node| self.name(*node) == name)
    }

    fn is_inside(&self, mut node: usize, names: &[&str]) -> bool {
        while let Some(parent) = self.dom.nodes.get(node).and_then(|node| node.parent) {
            if names.contains(&self.name(parent)) {
                return true;
            }
            node = parent;
        }
        false
    }
}

/// Words of classes and ids that tell what a part of a page is for.
const CLASSES: &[(&str, &[&str])] = &[
    (
        "a cookie notice",
        &[
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "cookiebanner",
            "cookielaw",
        ],
    ),
    ("a trail of links", &["breadcrumb", "breadcrumbs"]),
    (
        "comments",
        &["comments", "respond", "disqus", "commentlist"],
    ),
    (
        "share buttons",
        &["sharedaddy", "sharing", "share", "addtoany", "social"],
    ),
    ("a sidebar", &["sidebar"]),
    (
        "links to other pages",
        &["related", "jp-relatedposts", "pagination", "pager"],
    ),
    (
        "a newsletter form",
        &["newsletter", "subscribe", "mailchimp"],
    ),
    ("a pop-up", &["popup", "modal", "lightbox"]),
    ("a skip link", &["skip-link", "skiplink", "skip"]),
];

/// Ids and classes of the element that holds the text where no element says so by its name.
const HOLDERS: &[&str] = &[
    "content",
    "main",
    "main-content",
    "maincontent",
    "entry-content",
    "post-content",
    "article-body",
    "article-content",
    "page-content",
    "node__content",
    "field--name-body",
];

/// What `page` holds.
pub(super) fn content(page: Page<'_>) -> Content {
    let body = page.first("body").unwrap_or(0);
    let order = page.dom.preorder(body);
    let mut weights = Weights::of(page, &order);
    let total = weights.words(body);
    let mut dropped = BTreeSet::new();
    let mut left_out = Vec::new();
    for node in &order {
        if page.is_below(*node, &dropped) {
            continue;
        }
        if is_unseen(page.name(*node)) && page.name(*node) != "nav"
            || page.name(*node) == "noscript"
        {
            dropped.insert(*node);
            continue;
        }
        // What holds most of the page is the article, whatever it is called.
        let words = weights.words(*node);
        if words * 2 > total && total > 0 {
            continue;
        }
        if let Some(what) = reason(page, *node) {
            dropped.insert(*node);
            weights.take_out(page, *node);
            left_out.extend(left(page, *node, what, words));
        }
    }
    let root = root(page, &order, &weights, &dropped).unwrap_or(body);
    let title = outer_title(page, &order, root);
    left_out.extend(outside(page, body, root, title, &dropped, &weights));
    left_out.sort_by_key(|one| one.span);
    Content {
        root,
        title,
        dropped,
        left_out,
    }
}

impl Page<'_> {
    /// Whether the parent of `node` or what it lies in is among `dropped`, where parents come before their children.
    fn is_below(&self, node: usize, dropped: &BTreeSet<usize>) -> bool {
        let mut at = Some(node);
        while let Some(node) = at {
            at = self.dom.nodes.get(node).and_then(|node| node.parent);
            if at.is_some_and(|parent| dropped.contains(&parent)) {
                return true;
            }
        }
        false
    }
}

/// The number of words in each element.
#[derive(Debug)]
struct Weights(Vec<usize>);

impl Weights {
    fn of(page: Page<'_>, order: &[usize]) -> Self {
        let mut words = vec![0; page.dom.nodes.len()];
        for node in order.iter().rev() {
            let own = page.text_of(*node).unwrap_or("");
            let unseen = page.dom.nodes.get(*node).and_then(|node| node.parent);
            let counts = unseen.is_none_or(|parent| !is_unseen(page.name(parent)));
            let own = if counts {
                own.split_ascii_whitespace().count()
            } else {
                0
            };
            let sum = words.get(*node).copied().unwrap_or(0) + own;
            if let Some(slot) = words.get_mut(*node) {
                *slot = sum;
            }
            let parent = page.dom.nodes.get(*node).and_then(|node| node.parent);
            if let Some(slot) = parent.and_then(|parent| words.get_mut(parent)) {
                *slot += sum;
            }
        }
        Self(words)
    }

    fn words(&self, node: usize) -> usize {
        self.0.get(node).copied().unwrap_or(0)
    }

    /// Takes the words of `node` out of all that it lies in.
    fn take_out(&mut self, page: Page<'_>, node: usize) {
        let words = self.words(node);
        let mut at = page.dom.nodes.get(node).and_then(|node| node.parent);
        while let Some(parent) = at {
            if let Some(slot) = self.0.get_mut(parent) {
                *slot = slot.saturating_sub(words);
            }
            at = page.dom.nodes.get(parent).and_then(|node| node.parent);
        }
    }
}

/// Why an element is no part of the article; `None` if it may be.
fn reason(page: Page<'_>, node: usize) -> Option<&'static str> {
    let tag = page.tag(node)?;
    let in_article = || page.is_inside(node, &["main", "article"]);
    match page.name(node) {
        "html" | "body" | "main" | "article" => return None,
        "nav" => return Some("navigation"),
        "dialog" => return Some("a pop-up"),
        "header" if !in_article() => return Some("the head of the page"),
        "footer" if !in_article() => return Some("the foot of the page"),
        "form" => return Some("a form"),
        _ => {}
    }
    if tag.attribute("hidden").is_some() {
        return Some("hidden");
    }
    match tag.attribute("role").unwrap_or("") {
        "navigation" => return Some("navigation"),
        "banner" => return Some("the head of the page"),
        "contentinfo" if !in_article() => return Some("the foot of the page"),
        "search" => return Some("a form"),
        "dialog" | "alertdialog" => return Some("a pop-up"),
        _ => {}
    }
    let names = tag
        .attribute("class")
        .into_iter()
        .chain(tag.attribute("id"));
    let mut names = names.flat_map(str::split_ascii_whitespace);
    names.find_map(part_of_a_site)
}

/// What a class or an id that starts with a word of [`CLASSES`] stands for: `cookie-banner`, `comments__list`.
fn part_of_a_site(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase();
    let name = [
        "block-",
        "region-",
        "widget-",
        "wp-block-",
        "c-",
        "js-",
        "site-",
        "page-",
    ]
    .iter()
    .find_map(|lead| name.strip_prefix(lead))
    .unwrap_or(&name);
    let first = name.split(['-', '_']).next().unwrap_or(name);
    let row = CLASSES
        .iter()
        .find(|(_, words)| words.contains(&first) || words.contains(&name));
    row.map(|(what, _)| *what)
}

/// The element that holds the article.
fn root(
    page: Page<'_>,
    order: &[usize],
    weights: &Weights,
    dropped: &BTreeSet<usize>,
) -> Option<usize> {
    let kept = |node: &usize| !dropped.contains(node) && !page.is_below(*node, dropped);
    let total = order.first().map_or(0, |body| weights.words(*body));
    let heaviest = |wanted: &dyn Fn(usize) -> bool| {
        let found = order
            .iter()
            .copied()
            .filter(|node| wanted(*node) && kept(node));
        // Of two that are as heavy, the outer, which comes first.
        found.rev().max_by_key(|node| weights.words(*node))
    };
    let is_main = |node| {
        let role = page.tag(node).and_then(|tag| tag.attribute("role"));
        page.name(node) == "main" || role == Some("main")
    };
    let main = heaviest(&is_main).filter(|node| weights.words(*node) * 4 > total);
    let holds_most = |node: &usize| weights.words(*node) * 2 > total;
    main.or_else(|| heaviest(&|node| page.name(node) == "article").filter(holds_most))
        .or_else(|| heaviest(&|node| is_holder(page, node)).filter(holds_most))
}

fn is_holder(page: Page<'_>, node: usize) -> bool {
    let Some(tag) = page.tag(node) else {
        return false;
    };
    let names = tag
        .attribute("class")
        .into_iter()
        .chain(tag.attribute("id"));
    names
        .flat_map(str::split_ascii_whitespace)
        .any(|name| HOLDERS.contains(&name))
}

/// The first `h1` outside of `root`, where there is none inside and the page's `title` says the same.
fn outer_title(page: Page<'_>, order: &[usize], root: usize) -> Option<usize> {
    let inside: BTreeSet<usize> = page.dom.preorder(root).into_iter().collect();
    let mut all = order
        .iter()
        .copied()
        .filter(|node| page.name(*node) == "h1");
    if all.clone().any(|node| inside.contains(&node)) {
        return None;
    }
    let named = page.words(page.first("title")?).join(" ");
    all.find(|node| {
        let words = page.words(*node).join(" ");
        !words.is_empty() && named.contains(&words)
    })
}

/// What stands beside the root and was not left out for a reason of its own.
fn outside(
    page: Page<'_>,
    body: usize,
    root: usize,
    title: Option<usize>,
    dropped: &BTreeSet<usize>,
    weights: &Weights,
) -> Vec<LeftOut> {
    let mut path = BTreeSet::new();
    let mut at = Some(root);
    while let Some(node) = at {
        path.insert(node);
        at = page.dom.nodes.get(node).and_then(|node| node.parent);
    }
    let mut left_out = Vec::new();
    let mut open = if root == body { Vec::new() } else { vec![body] };
    while let Some(node) = open.pop() {
        for child in page
            .dom
            .nodes
            .get(node)
            .map_or(&[][..], |node| &node.children)
        {
            if *child == root || dropped.contains(child) || title == Some(*child) {
                continue;
            }
            if path.contains(child) {
                open.push(*child);
            } else {
                left_out.extend(left(
                    page,
                    *child,
                    "outside of the article",
                    weights.words(*child),
                ));
            }
        }
    }
    left_out
}

fn left(page: Page<'_>, node: usize, what: &'static str, words: usize) -> Option<LeftOut> {
    if words == 0 {
        return None;
    }
    let tokens = page.dom.preorder(node).into_iter();
    let tokens = tokens.filter_map(|node| match page.dom.nodes.get(node)?.kind {
        Kind::Leaf(token) => page.tokens.get(token),
        Kind::Element { token, .. } => page.tokens.get(token?),
        Kind::Document => None,
    });
    let span = tokens.map(super::dom::span_of).reduce(Span::cover)?;
    Some(LeftOut { what, words, span })
}
