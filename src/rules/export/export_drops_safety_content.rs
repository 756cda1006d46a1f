//! Handouts that lost what a reader's safety rests on.

use crate::facts::Sentence;
use crate::facts::printed::plain;
use crate::rules::prelude::*;

rule! {
    /// The handout lacks a warning sign, the disclaimer, the review date, the emergency number or a question.
    ///
    /// ## Why it matters
    /// The reader of a handout sees nothing else. One lost line of the warning signs can cost a life.
    ///
    /// `facetdoc export` compares the handout, as it will be printed, with the article: every sentence of the parts that say
    /// when to get help and of the disclaimer must be there word for word, and so must the questions of the FAQ, the day of
    /// the last review and the emergency number. Text and PDF are both set from these words and drop none; facetdoc's tests
    /// compare them. A disclaimer that only stands elsewhere (`disclaimer:` with an address) is a warning: paper has none.
    /// `facetdoc check` makes no handout, so it has nothing to compare.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// disclaimer: https://example.org/disclaimer
    /// ---
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// disclaimer: https://example.org/disclaimer
    /// reviewed: 2026-01-03
    /// ---
    /// # Back pain
    ///
    /// Most back pain gets better in a few weeks.
    ///
    /// ## When to get help
    /// Call 911 if:
    ///
    /// - you cannot walk
    /// - you have *no feeling* in your legs
    ///
    /// ## FAQ
    /// ### Can I walk?
    /// Yes, walking helps.
    ///
    /// ## Disclaimer
    /// This page is no substitute for medical advice. Ask your doctor.
    /// ```
    RULE {
        name: "export-drops-safety-content", severity: Error, since: "0.1.0",
        standard: "facetdoc (handout safety); schema.org parity",
        summary: "the handout lost what a reader's safety rests on",
    }
}

const HELP: &str = "The handout must not be given away like this. Write the passage as plain text; if it is plain text, this is a fault of facetdoc: please report it.";

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(printed) = cx.facts.printed() else {
        return;
    };
    let mut paper = Paper {
        text: &printed.text,
        at: 0,
    };
    let lost = lost_sentences(cx, Role::RedFlags, &mut paper);
    report(&lost, "the handout lost a warning sign", findings);
    let lost = lost_sentences(cx, Role::Disclaimer, &mut paper);
    report(&lost, "the handout lost words of the disclaimer", findings);
    if let Some(elsewhere) = &cx.article.meta.disclaimer
        && cx
            .article
            .places(Role::Disclaimer)
            .all(|place| place.kind == PlaceKind::FrontMatter)
    {
        findings
            .report(elsewhere.span, "the handout has no disclaimer: it stands on the web only")
            .severity(Severity::Warning)
            .help("Readers of paper cannot follow the address. Put the disclaimer into the article as well.");
    }
    let questions = cx.article.faq.iter();
    let lost: Vec<Span> = questions
        .filter(|pair| !paper.has(&plain(pair.question.text())))
        .map(|pair| pair.question.whole())
        .collect();
    report(&lost, "the handout lost a question", findings);
    if let Some(reviewed) = &cx.article.meta.reviewed
        && !printed.has_review_date
    {
        report(
            &[reviewed.span],
            "the handout lost the review date",
            findings,
        );
    }
    emergency_number(cx, &printed.text, findings);
}

fn report(lost: &[Span], message: &str, findings: &mut Findings<'_>) {
    let Some((first, rest)) = lost.split_first() else {
        return;
    };
    let finding = findings.report(*first, message);
    finding.help(HELP);
    for span in rest {
        finding.label(*span, "lost, too");
    }
}

/// The handout, read from where the last words were found: what is looked for mostly comes next.
struct Paper<'a> {
    text: &'a str,
    at: usize,
}

impl Paper<'_> {
    /// Whether the handout has the words anywhere.
    fn has(&mut self, words: &str) -> bool {
        let next = self.text.get(self.at..).and_then(|rest| rest.find(words));
        let next = next.map(|start| self.at + start);
        let found = next.or_else(|| self.text.find(words));
        if let Some(start) = found {
            self.at = start + words.len();
        }
        found.is_some()
    }
}

/// The sentences of a part that the handout does not have word for word.
fn lost_sentences(cx: &Context<'_>, role: Role, paper: &mut Paper<'_>) -> Vec<Span> {
    let sentences = cx.facts.sentences.iter();
    sentences
        .filter(|sentence| cx.facts.is_in_role(role, sentence.span()))
        .filter(|sentence| !paper.has(&plain(sentence.text())))
        .map(Sentence::span)
        .collect()
}

fn emergency_number(cx: &Context<'_>, printed: &str, findings: &mut Findings<'_>) {
    let Some(number) = cx.settings.region.emergency_number else {
        return;
    };
    let has = |text: &str| {
        text.split(|char: char| !char.is_ascii_alphanumeric())
            .any(|word| word == number)
    };
    let mut sentences = cx.facts.sentences.iter();
    if let Some(sentence) = sentences.find(|sentence| has(sentence.text()))
        && !has(printed)
    {
        report(
            &[sentence.span()],
            "the handout lost the emergency number",
            findings,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::facts::Facts;
    use crate::facts::printed::Printed;
    use crate::parse;
    use crate::source::{Format, Source};

    const ARTICLE: &str = "---\nreviewed: 2026-01-03\n---\n# Back pain\n\n## When to get help\n\nCall 911 if:\n\n- you cannot walk\n\n## FAQ\n\n### Can I walk?\n\nYes, walking helps.\n\n## Disclaimer\n\nThis page is no substitute for medical advice.\n";

    /// What is found where the handout prints `text`.
    fn found(text: &str, has_review_date: bool) -> Vec<String> {
        let article = parse::article(Source::new("a.md", ARTICLE, Format::Markdown));
        let settings = Settings::of(&article);
        let facts = Facts::find(&article, &settings);
        facts.set_printed(Printed {
            text: plain(text),
            has_review_date,
        });
        let cx = Context {
            article: &article,
            facts: &facts,
            settings: &settings,
            today: None,
        };
        let mut into = Vec::new();
        check(&cx, &mut Findings::new(&RULE, &mut into));
        into.into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn each_loss_is_found() {
        let whole = "Back pain When to get help Call 911 if: you cannot walk FAQ Can I walk? Yes, walking helps. Disclaimer This page is no\nsubstitute for medical advice.";
        assert_eq!(found(whole, true), [""; 0]);
        let cases = [
            ("you cannot walk ", "the handout lost a warning sign"),
            ("Can I walk?", "the handout lost a question"),
            ("medical", "the handout lost words of the disclaimer"),
        ];
        for (cut, message) in cases {
            assert_eq!(found(&whole.replace(cut, ""), true), [message], "{cut}");
        }
        assert_eq!(found(whole, false), ["the handout lost the review date"]);
        let without_number = found(&whole.replace("911", ""), true);
        assert!(without_number.contains(&"the handout lost the emergency number".to_owned()));
    }
}
