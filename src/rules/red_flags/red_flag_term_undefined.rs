//! "Red flag" without a word of what it is.

use crate::config::Settings;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// "Red flag" is used, and nothing says what a red flag is.
    ///
    /// ## Why it matters
    /// Clinicians call warning signs red flags. A reader who is told to watch for red flags and does not know the word
    /// watches for nothing.
    ///
    /// A heading with the words explains them, as does a sentence, here or before, that says "red flags are", "called red
    /// flags", "red flags (...)", or has "warning signs" beside them. Articles for clinicians (`audience:` in the front matter)
    /// are left alone.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// ## When to seek care
    ///
    /// Call 911 if you cannot control your bladder.
    ///
    /// ## Conclusion
    ///
    /// Red flag signs need a doctor. Look out for red flags.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// ## When to seek care
    ///
    /// Doctors call these warning signs red flags. Call 911 if you cannot control your bladder.
    ///
    /// ## Conclusion
    ///
    /// Red flags need a doctor.
    /// ```
    ///
    /// ```markdown,pass
    /// # Back pain
    ///
    /// ## Red flags
    ///
    /// Call 911 if you cannot control your bladder. No other red flags are known.
    /// ```
    RULE {
        name: "red-flag-term-undefined", severity: Warning, since: "0.1.0",
        standard: "PEMAT 4; CDC CCI 7",
        summary: "\"red flag\" is used and never explained",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let ignored = [Role::References, Role::Resources, Role::Authorship];
    let hits = cx.facts.hits(Table::RedFlagTerm).iter();
    let hits: Vec<_> = hits
        .filter(|hit| !cx.facts.is_in_roles(hit.sentence, &ignored))
        .collect();
    let Some(first) = hits.first() else {
        return;
    };
    let kind = |sentence: usize| {
        cx.facts
            .sentences
            .get(sentence)
            .map(|sentence| sentence.within.kind)
    };
    let explains = |sentence: usize| {
        matches!(
            kind(sentence),
            Some(
                TextKind::Heading
                    | TextKind::Title
                    | TextKind::In(ProseKind::Heading | ProseKind::Term)
            )
        )
    };
    let is_titled = hits.iter().any(|hit| explains(hit.sentence));
    let explained = cx.facts.hits(Table::RedFlagExplained);
    let is_explained = explained.iter().any(|hit| hit.sentence <= first.sentence);
    let audience = Settings::audience(cx.article);
    let for_clinicians = audience.words().any(|word| {
        matches!(
            word,
            "clinicians"
                | "doctors"
                | "professionals"
                | "physicians"
                | "nurses"
                | "physiotherapists"
                | "gps"
                | "students"
        )
    });
    if is_titled || is_explained || for_clinicians || cx.facts.base_lang() != "en" {
        return;
    }
    let section = cx
        .article
        .places(Role::RedFlags)
        .find_map(|place| place.title.clone());
    let help = match section {
        Some(title) => format!("Say \"warning signs\", and name the section that lists them (\"{title}\"), or explain the word: \"warning signs (doctors call these red flags)\"."),
        None => "Say \"warning signs\", or explain the word: \"warning signs (doctors call these red flags)\".".to_owned(),
    };
    let finding = findings.report(
        cx.facts.span_of(first.sentence, first.words.clone()),
        "\"red flag\" is used but never explained",
    );
    finding.help(help);
    let mut last = first.sentence;
    for hit in hits
        .iter()
        .skip(1)
        .filter(|hit| hit.sentence > first.sentence)
    {
        if hit.sentence > last {
            last = hit.sentence;
            finding.label(
                cx.facts.span_of(hit.sentence, hit.words.clone()),
                "used again",
            );
        }
    }
}
