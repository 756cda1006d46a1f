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
    /// ```markdown,flag
    /// ---
    /// title: Tennis elbow
    /// kind: conditon
    /// ---
    ///
    /// # Tennis elbow
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
    let packs = pack::all()
        .iter()
        .chain(cx.settings.config.packs.iter().copied());
    let ids: Vec<&str> = packs.map(|pack| pack.id.as_str()).collect();
    let named = cx.article.meta.packs.iter().flatten();
    // It would be checked against nothing.
    for name in named.filter(|name| !ids.contains(&name.value.as_str())) {
        unknown(findings, "topic pack", "packs", name, &ids);
    }
    if let Some(name) = &cx.article.meta.other_kind
        && cx.settings.own_kind.is_none()
    {
        let own = cx
            .settings
            .config
            .kinds
            .iter()
            .map(|kind| kind.name.as_str());
        let kinds: Vec<&str> = Kind::ALL
            .iter()
            .map(|kind| kind.name())
            .chain(own)
            .collect();
        unknown(findings, "kind", "kinds", name, &kinds);
    }
}

/// Nothing of this name is known.
fn unknown(
    findings: &mut Findings<'_>,
    what: &str,
    many: &str,
    name: &Located<String>,
    known: &[&str],
) {
    let help = match nearest(&name.value, known.iter().copied()) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => format!("The {many} are {}.", known.join(", ")),
    };
    let message = format!("there is no {what} called `{}`", name.value);
    findings.report(name.span, message).help(help);
}
