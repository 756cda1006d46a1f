//! Articles in a language without word lists: what their headings call a part is known only where somebody has said it.

use crate::article::Article;
use crate::diagnostic::{Diagnostic, Severity};
use crate::rules;

/// Rules that miss a part which the article may have under a heading of its own language.
const PRESENCE: &[&str] = &[
    "disclaimer-missing",
    "missing-required-section",
    "red-flags-missing",
];

const HELP: &str = "The headings of this language are not known. If the article has the part, say so: name its heading under \
    [headings] in facetdoc.toml, or under roles: in the front matter.";

/// Makes a missing part a warning that says how to name it, where the article's language has no word lists.
pub(super) fn soften(article: &Article, findings: &mut [Diagnostic]) {
    if rules::has_lists(article.base_lang()) {
        return;
    }
    let presence = { findings.iter_mut() }.filter(|one| PRESENCE.contains(&one.rule.name));
    for finding in presence {
        finding.severity = finding.severity.min(Severity::Warning);
        finding.help = Some(HELP.to_owned());
    }
}
