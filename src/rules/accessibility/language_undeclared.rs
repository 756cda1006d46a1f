//! Articles that do not say which language they are in.

use crate::rules::prelude::*;

rule! {
    /// The front matter does not declare the language.
    ///
    /// ## Why it matters
    /// A screen reader picks its voice by the declared language; Spanish read with an English voice cannot be understood.
    /// The handout, its labels and its emergency number follow it as well.
    ///
    /// facetdoc takes an undeclared language for English, so this is a finding for every article without `lang:`, unless
    /// `lang` in facetdoc.toml names the language that it is in.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// lang: en-US
    /// ---
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    RULE {
        name: "language-undeclared", severity: Warning, since: "0.1.0",
        standard: "WCAG 3.1.1",
        summary: "the article does not declare its language",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let article = cx.article;
    if article.meta.lang.is_some() {
        return;
    }
    let lang = article.base_lang();
    // The team has said it for all of its articles, and this one is not plainly in another language.
    let is_said = cx.settings.config.lang.as_deref().is_some_and(|tag| {
        let base = language::base(tag);
        base == lang
            || base == "other" && lang == "en" && !language::is_english(article.source.text())
    });
    if is_said {
        return;
    }
    let finding = findings.report(article.title_span(), "document language not set");
    finding.help(format!(
        "Screen readers may read it with the wrong voice. Put lang: and the language into the front matter, with the country if it matters: {}.",
        if lang == "es" { "es or es-MX" } else { "en-US or en-GB" },
    ));
    if let Some(edit) = edit(article, lang) {
        finding.fix(Fix {
            title: format!("declare the language as {lang}"),
            edits: vec![edit],
            safety: Safety::NeedsReview,
        });
    }
}

/// A first line of the front matter, or a front matter of one line.
fn edit(article: &Article, lang: &str) -> Option<Edit> {
    let line = article.source.line_end();
    let Some(front) = article.meta.span else {
        let at = Span::empty(
            article.source.text().len()
                - article.source.text().trim_start_matches('\u{feff}').len(),
        );
        let text = format!("---{line}lang: {lang}{line}---{line}{line}");
        return Some(Edit { span: at, text });
    };
    let text = article.source.slice(front);
    let opening = text.find('\n')?;
    let is_plain = text.starts_with("---")
        && text.get(..opening)?.trim_end() == "---"
        && article.problems.is_empty();
    is_plain.then(|| Edit {
        span: Span::empty(front.start() + opening + 1),
        text: format!("lang: {lang}{line}"),
    })
}
