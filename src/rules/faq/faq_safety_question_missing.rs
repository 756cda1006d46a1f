//! Questions and answers that leave out what can go wrong.

use crate::facts::Urgency;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// No question of the FAQ speaks of the risks of the procedure, or of when to get help fast.
    ///
    /// ## Why it matters
    /// Many readers go straight to the questions. If none of them is "What can go wrong?" or "When should I get help?",
    /// they leave with answers about parking and none about safety.
    ///
    /// The risks are asked of articles of the kind `procedure`, the call for help of articles to which a topic pack with
    /// red flags applies. Where the article tells the risks elsewhere, the finding is only a note; so is the call for
    /// help, which has a part of its own.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// kind: procedure
    /// ---
    /// # Knee injection
    ///
    /// ## Frequently asked questions
    ///
    /// ### How long does it take?
    /// It takes about 20 minutes.
    ///
    /// ### Can I eat before it?
    /// Yes, eat and drink as usual.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// kind: procedure
    /// ---
    /// # Knee injection
    ///
    /// ## Frequently asked questions
    ///
    /// ### How long does it take?
    /// It takes about 20 minutes.
    ///
    /// ### What are the risks?
    /// About 1 in 100 people get an infection of the joint.
    /// ```
    ///
    /// A question about the signs of trouble will do:
    /// ```markdown,pass
    /// ---
    /// kind: procedure
    /// ---
    /// # Knee injection
    ///
    /// ## Frequently asked questions
    ///
    /// ### Can I eat before it?
    /// Yes, eat and drink as usual.
    ///
    /// ### Which warning signs should I look for?
    /// A hot, red knee or a fever. Call the clinic the same day.
    /// ```
    RULE { name: "faq-safety-question-missing", severity: Warning, since: "0.1.0",
        standard: "DISCERN 11; EQIP-36 (risks)",
        summary: "no question speaks of the risks or of when to get help" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let pairs = &cx.article.faq;
    let lang = cx.article.base_lang();
    let Some(first) = pairs.first().filter(|_| matches!(lang, "en" | "es")) else {
        return;
    };
    let is_in_pair = |span: Span| pairs.iter().any(|pair| pair.span.contains(span));
    let mut risks = cx.facts.hits(Table::FaqRisk).iter();
    let tells_risks =
        risks.any(|hit| is_in_pair(cx.facts.span_of(hit.sentence, hit.words.clone())));
    let lacks_risks = cx.settings.kind == Kind::Procedure && !tells_risks;
    let has_signs = cx.settings.packs.iter().any(|pack| {
        let mut concepts = pack.concepts.iter();
        pack.asks_coverage && concepts.any(|concept| concept.urgency == Urgency::Emergency)
    });
    let mut urgent = cx.facts.counsels().iter();
    let tells_help =
        urgent.any(|counsel| counsel.level() >= Urgency::Urgent && is_in_pair(counsel.span));
    let topic = match (lacks_risks, has_signs && !tells_help) {
        (true, true) => "the risks, or when to get help fast",
        (true, false) => "the risks",
        (false, true) => "when to get help fast",
        (false, false) => return,
    };
    let severity = if lacks_risks && !cx.article.has_role(Role::Risks) {
        Severity::Warning
    } else {
        Severity::Info
    };
    let finding = findings.report(head(cx, first), format!("no question covers {topic}"));
    finding.severity(severity);
    finding.help(if lacks_risks {
        "Many readers read only the questions. Add one such as \"What are the risks?\", with how often each happens."
    } else {
        "Many readers read only the questions. Add one such as \"When should I get help right away?\", with the same signs and advice as in the part on getting help."
    });
}

/// The heading of the FAQ, else its first question.
fn head(cx: &Context<'_>, first: &FaqPair) -> Span {
    let mut places = cx.article.places(Role::Faq);
    let place = places.find(|place| place.kind == PlaceKind::Section);
    let sections = cx.article.sections();
    let section = place.and_then(|place| sections.iter().find(|one| one.span == place.span));
    let heading = section.and_then(|section| section.heading.as_ref());
    heading.map_or_else(|| first.question.whole(), Prose::whole)
}
