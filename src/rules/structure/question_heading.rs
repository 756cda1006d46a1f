//! Headings that ask, where a publisher wants statements.

use crate::config::profile::QuestionHeadings;
use crate::facts::question;
use crate::rules::prelude::*;

rule! {
    /// A heading outside the questions and answers asks instead of telling.
    ///
    /// ## Why it matters
    /// Standards disagree. US guidance welcomes headings that are the reader's questions. The NHS and GOV.UK advise against
    /// them: a reader who skims looks for the words that name the part, and finds "How", "What" and "Can" instead. So the
    /// rule speaks only under a profile that asks for statements, such as `nhs`; `question-headings` under `[standards]` in
    /// `facetdoc.toml` changes that.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// region: GB
    /// ---
    /// # Hay fever
    ///
    /// ## How is hay fever treated?
    /// Antihistamines help most people.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// region: GB
    /// ---
    /// # Hay fever
    ///
    /// ## Treatments for hay fever
    /// Antihistamines help most people.
    ///
    /// ## FAQ
    /// ### Can children take antihistamines?
    /// Yes, most can. Ask a pharmacist.
    /// ```
    ///
    /// Under the profile of the US, questions are fine:
    /// ```markdown,pass
    /// ---
    /// region: US
    /// ---
    /// # Hay fever
    ///
    /// ## How is hay fever treated?
    /// Antihistamines help most people.
    /// ```
    ///
    /// ## Sources
    /// - NHS content style guide, formatting and punctuation.
    RULE {
        name: "question-heading", severity: Info, since: "0.1.0",
        standard: "NHS Formatting (headings are statements)",
        summary: "a heading is a question and the profile asks for statements",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.settings.profile.question_headings != QuestionHeadings::Discouraged {
        return;
    }
    let is_spanish = cx.article.base_lang() == "es";
    let sections = cx.article.sections().into_iter();
    let mut asking = sections.filter_map(|section| {
        let heading = section.heading.as_ref()?.whole();
        let asks = section.title().ends_with('?') && question::asks(section.title(), is_spanish);
        (asks && !cx.facts.is_in_role(Role::Faq, heading)).then_some(heading)
    });
    let Some(first) = asking.next() else {
        return;
    };
    let finding = findings.report(
        first,
        "this heading is a question; the profile asks for statements",
    );
    finding.help("Begin with the words that a reader looks for: \"Treatments for hay fever\".");
    for heading in asking {
        finding.label(heading, "so is this one");
    }
}
