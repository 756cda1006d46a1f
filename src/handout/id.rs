//! The name of an article's exports.

use super::visible::one_line;
use crate::article::{Article, slug};

/// The article's id: the front matter's, else its title's slug, else the name of its file. Safe as a file's name.
pub(crate) fn id(article: &Article) -> String {
    let given = article.meta.id.as_ref().map(|id| safe(&id.value));
    let title = article.title().map(slug);
    let found = given.into_iter().chain(title).find(|id| !id.is_empty());
    found.unwrap_or_else(|| stem(article))
}

/// The title on paper and in metadata; an article without one has the name of its file.
pub(super) fn title(article: &Article) -> String {
    let title = article.title().map(one_line);
    title
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| stem(article))
}

fn stem(article: &Article) -> String {
    let name = article.source.name();
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    Some(safe(stem))
        .filter(|stem| !stem.is_empty())
        .unwrap_or_else(|| "handout".to_owned())
}

/// `text` where a file can be called so, else its slug.
fn safe(text: &str) -> String {
    let good = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '-' | '_' | '.');
    if text.chars().all(good) && !text.starts_with('.') && !text.ends_with('.') {
        text.to_owned()
    } else {
        slug(text)
    }
}
