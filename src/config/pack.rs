//! Topic packs: what an article on a topic is expected to say.

use crate::article::Article;

/// A topic pack.
#[derive(Debug)]
pub struct TopicPack {
    /// Its id.
    pub id: String,
}

/// The packs that apply to an article, in the order of their ids.
pub fn applying(article: &Article, lang: &str) -> Vec<&'static TopicPack> {
    let _ = (article, lang);
    Vec::new()
}
