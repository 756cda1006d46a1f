//! Articles that do not say which language they are in.

use crate::article::language::{self, Seen};
use crate::rules::prelude::*;
use crate::source::Format;

rule! {
    /// The front matter does not declare the language.
    ///
    /// ## Why it matters
    /// A screen reader picks its voice by the declared language; Spanish read with an English voice cannot be understood.
    /// The handout, its labels and its emergency number follow it as well.
    ///
    /// Without `lang:`, facetdoc goes by `lang` in facetdoc.toml, else by the article's commonest words, and takes it for
    /// English where they do not tell. It offers to declare a language only where they leave no doubt. Where facetdoc.toml
    /// names the language and the words do not plainly tell another, nothing is reported. Pasted text without front matter
    /// has no place to declare it: there it is an info, and nothing is offered to put on top of the text.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    ///
    /// ```markdown,flag
    /// # Mal de dos
    ///
    /// Le mal de dos passe souvent en quelques semaines. Ne restez pas au lit, et marchez avec vos proches.
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
    let Seen { lang, is_certain } = article.seen_lang();
    // The team has said it for all of its articles, and this one is not plainly in another language.
    let is_said = cx.settings.config.lang.as_deref().is_some_and(|tag| {
        let base = tag.split(['-', '_']).next().unwrap_or("");
        base.eq_ignore_ascii_case(lang) || !is_certain || lang == language::UNKNOWN
    });
    if is_said {
        return;
    }
    let message = match language::name(lang) {
        _ if lang == "en" => "document language not set".to_owned(),
        Some(name) => format!("document language not set; the text reads as {name}"),
        None => "document language not set; the text is not in English".to_owned(),
    };
    let finding = findings.report(article.title_span(), message);
    // Plain text has no place for it that no reader sees.
    if article.source.format() == Format::Pasted && article.meta.span.is_none() {
        finding.severity(Severity::Info).help(format!(
            "Plain text has no place to say it. Put lang and the language into facetdoc.toml, or import the text as Markdown: {}.",
            example(lang),
        ));
        return;
    }
    finding.help(format!(
        "Screen readers may read it with the wrong voice. Put lang: and the language into the front matter, with the country if it matters: {}.",
        example(lang),
    ));
    if let Some(edit) = edit(article, lang).filter(|_| is_certain) {
        finding.fix(Fix {
            title: format!("declare the language as {lang}"),
            edits: vec![edit],
            safety: Safety::NeedsReview,
        });
    }
}

/// How the language is declared, with a country and without.
fn example(lang: &str) -> &'static str {
    match lang {
        "es" => "es or es-MX",
        "fr" => "fr or fr-CA",
        "pt" => "pt or pt-BR",
        "it" => "it or it-CH",
        "de" => "de or de-AT",
        "pl" => "pl",
        "ca" => "ca",
        language::UNKNOWN => "fr, pt-BR or vi",
        _ => "en-US or en-GB",
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

#[cfg(test)]
mod tests {
    use crate::check::check;
    use crate::parse;
    use crate::source::{Format, Source};

    /// What the rule says of a text, and the language that it offers to declare.
    fn said(text: &str) -> (String, Option<String>) {
        let article = parse::article(Source::new("a.md", text, Format::Markdown));
        let findings = check(&article, None);
        let mut of_rule = findings
            .iter()
            .filter(|one| one.rule.name == super::RULE.name);
        let finding = of_rule.next().unwrap();
        let fix = finding.fix.as_ref().map(|fix| fix.title.clone());
        (finding.message.clone(), fix)
    }

    #[test]
    fn pasted_text_keeps_its_first_line() {
        let text = "Knee pain\n\nRest it for a day or two, and then walk as far as you can.\n";
        let article = parse::article(Source::new("a.txt", text, Format::Pasted));
        let findings = check(&article, None);
        let mut of_rule = findings
            .iter()
            .filter(|one| one.rule.name == super::RULE.name);
        let finding = of_rule.next().unwrap();
        assert!(finding.fix.is_none());
        assert_eq!(finding.severity, crate::rules::Severity::Info);
    }

    #[test]
    fn a_language_is_offered_only_where_there_is_no_doubt() {
        for (text, message, fix) in [
            (
                "# Schmerzen im Rücken\n\nDie Schmerzen gehen oft in ein paar Wochen weg. Bleiben Sie nicht im Bett.\n",
                "document language not set; the text reads as German",
                Some("declare the language as de"),
            ),
            (
                "# Knee pain\n\nRest it for a day or two, and then walk as far as you can.\n",
                "document language not set",
                Some("declare the language as en"),
            ),
            ("# Paracetamol\n", "document language not set", None),
        ] {
            let expected = (message.to_owned(), fix.map(str::to_owned));
            assert_eq!(said(text), expected);
        }
    }
}
