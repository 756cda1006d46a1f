//! Mistakes in the front matter.

use crate::config::pack;
use crate::rules::{nearest, prelude::*};

rule! {
    /// Something in the front matter cannot be understood.
    ///
    /// ## Why it matters
    /// The front matter says when an article was reviewed, what kind it is and for which country. A value that
    /// cannot be read is lost: the article is then checked as if it was not there, and the handout leaves it out.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// title: Tennis elbow
    /// reviewed: 31 February 2026
    /// ---
    ///
    /// # Tennis elbow
    /// ```
    /// ```markdown,flag
    /// ---
    /// title: Low back pain
    /// packs: [low-back-pain]
    /// ---
    ///
    /// # Low back pain
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// title: Tennis elbow
    /// reviewed: 2026-02-28
    /// ---
    ///
    /// # Tennis elbow
    /// ```
    RULE {
        name: "front-matter-invalid", severity: Error, since: "0.1.0",
        standard: "",
        summary: "something in the front matter cannot be understood",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for problem in &cx.article.problems {
        if !super::is_in_comment(cx, problem) {
            super::report(problem, findings);
        }
    }
    for pack in unknown_packs(cx) {
        let ids = || pack::all().iter().map(|pack| pack.id.as_str());
        let help = match nearest(&pack.value, ids()) {
            Some(near) => format!("Did you mean `{near}`?"),
            None => format!("The packs are {}.", ids().collect::<Vec<_>>().join(", ")),
        };
        findings
            .report(
                pack.span,
                format!("there is no topic pack called `{}`", pack.value),
            )
            .help(help);
    }
}

/// The packs that the article names and facetdoc does not have: it would be checked against nothing.
fn unknown_packs<'a>(cx: &'a Context<'_>) -> impl Iterator<Item = &'a Located<String>> {
    let named = cx.article.meta.packs.iter().flatten();
    named.filter(|name| pack::all().iter().all(|pack| pack.id != name.value))
}
