//! Yes-or-no questions that are not answered at once.

use crate::facts::Asked;
use crate::facts::question::is_polar;
use crate::facts::words::{ContentWords, Stem};
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// A yes-or-no question whose answer does not start by answering it.
    ///
    /// ## Why it matters
    /// The reader asked "will it hurt?". A first sentence about how the procedure is done makes them look for the answer, or
    /// guess it.
    ///
    /// Yes and no count, and so do "usually", "rarely", "most people can", "it depends", a condition ("only if ..."), and a
    /// sentence that takes up what is asked ("You can drive after 24 hours").
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// ## FAQ
    ///
    /// ### Is the block painful?
    ///
    /// The procedure is minimally invasive and is done under local anesthesia, with most patients tolerating it well.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// ## FAQ
    ///
    /// ### Is the block painful?
    ///
    /// Usually only a little. You may feel a sting.
    ///
    /// ### Can I drive home?
    ///
    /// You should let somebody else drive for 24 hours.
    ///
    /// ### Is it safe if I have diabetes?
    ///
    /// It is, but your blood sugar can rise.
    ///
    /// ### Are there other treatments?
    ///
    /// Exercises and heat help many people.
    ///
    /// ### Does insurance cover the block?
    ///
    /// Plans differ. Ask your insurer.
    ///
    /// ### Does the needle hurt?
    ///
    /// The needle stings for a second.
    ///
    /// ### Can I drink coffee before?
    ///
    /// Small amounts are fine.
    ///
    /// ### Is it better to use heat or ice?
    ///
    /// Heat relaxes tight muscles.
    ///
    /// ### Can you tell me how it works?
    ///
    /// The anesthetic makes the nerve silent.
    /// ```
    ///
    /// "Some do", a length of time and "there is one" answer, too:
    /// ```markdown,pass
    /// # Sling
    ///
    /// ## FAQ
    ///
    /// ### Do people need an operation later?
    ///
    /// A few do. Most shoulders heal in 6 weeks.
    ///
    /// ### Do I wear it at night?
    ///
    /// For the first 2 weeks. Your nurse will tell you when to stop.
    ///
    /// ### Is there a sling for children?
    ///
    /// There is one in small sizes.
    /// ```
    ///
    /// So do a share of people, a part and an age:
    /// ```markdown,pass
    /// # Sling
    ///
    /// ## FAQ
    ///
    /// ### Is it itchy?
    ///
    /// It can be. A thin shirt below it helps.
    ///
    /// ### Will the joint slip again?
    ///
    /// About half of people have another accident within 5 years.
    ///
    /// ### Does my insurer pay?
    ///
    /// Partly. Call them first.
    ///
    /// ### Can a child wear it?
    ///
    /// From 3 years, in the smallest size.
    /// ```
    RULE { name: "faq-polar-unanswered", severity: Warning, since: "0.1.0",
        standard: "PEMAT 1; plain language: answer first",
        summary: "a yes-or-no question is not answered in the first sentence" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let lang = cx.article.base_lang();
    for asked in &cx.facts.asked() {
        let Some(first) = asked.answer.first().copied() else {
            continue;
        };
        if !is_polar(asked.pair.question.text(), lang) || asked.asks(cx.facts, Table::NoPolar) {
            continue;
        }
        let says = |table: Table| !cx.facts.hits_in(table, first).is_empty();
        let hurts = asked.asks(cx.facts, Table::AskHurt) && says(Table::HedgeHurt);
        if says(Table::PolarAnswer)
            || hurts
            || cx.facts.counsels_of(first).next().is_some()
            || takes_up(cx, asked, first, lang)
        {
            continue;
        }
        let Some(sentence) = cx.facts.sentences.get(first) else {
            continue;
        };
        findings
            .report(sentence.span(), "a yes-or-no question is not answered in the first sentence")
            .label(asked.pair.question.trimmed().whole(), "the question")
            .help("Start with the answer: \"Yes\", \"No\", \"Usually not\", \"It depends on ...\". Then say why.");
    }
}

/// Whether the first sentence takes up what is asked: a word of the question that is not just the article's subject.
fn takes_up(cx: &Context<'_>, asked: &Asked<'_>, first: usize, lang: &str) -> bool {
    let question = ContentWords::of(asked.pair.question.text(), lang);
    let title = ContentWords::of(cx.article.title().unwrap_or(""), lang);
    let text = cx
        .facts
        .sentences
        .get(first)
        .map_or("", |sentence| sentence.text());
    let answer = ContentWords::of(text, lang);
    let own: Vec<&Stem> = question
        .different()
        .iter()
        .filter(|stem| !title.contains(stem))
        .collect();
    if own.is_empty() {
        return question.share_in(&answer) >= 0.5;
    }
    own.iter().any(|stem| answer.contains(stem))
}
