//! In a web page, only words are edited: a fix is kept if what it replaces stands in the source as readers see it.
//!
//! Rules write their edits for Markdown. An edit that adds a heading, a line of front matter or a sign that HTML writes
//! otherwise would break the page; the finding stays, its fix does not.

use crate::article::Article;
use crate::diagnostic::{Diagnostic, Edit};
use crate::source::{Cover, Format, PartOf};

/// Takes away the fixes that cannot be made in the source of `article`.
pub(super) fn keep(article: &Article, findings: &mut [Diagnostic]) {
    if article.source.format() != Format::Html {
        return;
    }
    if findings.iter().all(|finding| finding.fix.is_none()) {
        return;
    }
    let page = Page {
        article,
        texts: article
            .texts()
            .iter()
            .map(|text| text.prose.whole())
            .collect(),
        brackets: article.source.text().match_indices(['<', '>']).collect(),
    };
    for finding in findings {
        let is_literal = |edit: &Edit| page.is_literal(edit);
        finding.fix = finding
            .fix
            .take()
            .filter(|fix| fix.edits.iter().all(is_literal));
    }
}

/// A web page whose words may be edited.
struct Page<'a> {
    article: &'a Article,
    /// The texts that readers see.
    texts: Cover,
    /// Every `<` and `>`, in order.
    brackets: Vec<(usize, &'a str)>,
}

/// No entity that is looked for is longer: `&thetasym;`.
const ENTITY_BYTES: usize = 12;

impl Page<'_> {
    fn is_literal(&self, edit: &Edit) -> bool {
        const SIGNS: &[char] = &['<', '>', '&', '\n', '\r'];
        let source = self.article.source.text();
        let start = edit.span.start();
        let after = self.brackets.partition_point(|(at, _)| *at < start);
        let nearest = after.checked_sub(1).and_then(|at| self.brackets.get(at));
        let in_tag = nearest.is_some_and(|(_, bracket)| *bracket == "<");
        // "&amp" of "&amp;": an edit must not change half of an entity.
        let from = source.floor_char_boundary(start.saturating_sub(ENTITY_BYTES));
        let before = source.get(from..start).unwrap_or("");
        let last = before.rfind(['&', ';']).map(|at| before.part(at..));
        let in_entity = last.is_some_and(|last| {
            last.starts_with('&')
                && last.len() < ENTITY_BYTES
                && last
                    .chars()
                    .skip(1)
                    .all(|ch| ch.is_ascii_alphanumeric() || ch == '#')
        });
        let adds_markup = edit.text.contains(SIGNS) || edit.text.contains(['*', '`', '[', '_']);
        self.texts.contains(edit.span)
            && !in_tag
            && !in_entity
            && !self.article.source.slice(edit.span).contains(SIGNS)
            && !adds_markup
    }
}
