//! Prevention that is promised for what cannot be prevented.

use crate::facts::words::ContentWords;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// The article says that something can be prevented, and names a cause that nobody can change.
    ///
    /// ## Why it matters
    /// Who does all that the page says and still gets ill blames themselves. Age and genes cannot be exercised away.
    ///
    /// Hedged words ("lower your chance", "help prevent", "may prevent") are fine, and so is what prevents something else than the
    /// subject of the page.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Gout
    ///
    /// ## Causes
    ///
    /// Gout runs in families.
    ///
    /// ## Prevention
    ///
    /// Drinking water prevents gout.
    /// ```
    ///
    /// ```markdown,flag
    /// # Joint pain
    ///
    /// ## Causes
    ///
    /// Changes that come with aging can cause joint pain.
    ///
    /// ## FAQ
    ///
    /// ### Can I prevent joint pain?
    ///
    /// Yes, with exercise.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Gout
    ///
    /// ## Causes
    ///
    /// Gout runs in families.
    ///
    /// ## Prevention
    ///
    /// Drinking water can lower your chance of gout. Tablets help prevent gout. Wash your hands to prevent infection.
    /// ```
    RULE {
        name: "promise-of-cause-vs-prevention", severity: Info, since: "0.1.0",
        standard: "FTC health products guidance: net impression",
        summary: "prevention is promised although a cause cannot be changed",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let prevents = cx.facts.hits(Table::Prevents);
    if prevents.is_empty() || cx.facts.base_lang() != "en" {
        return;
    }
    let causes = cx.facts.hits(Table::FixedCauses).iter();
    let mut causes = causes.filter(|hit| {
        cx.facts.is_in_roles(hit.sentence, &[Role::Causes])
            || !cx.facts.hits_in(Table::CauseWords, hit.sentence).is_empty()
    });
    let Some(cause) = causes.next() else {
        return;
    };
    let title = ContentWords::of(cx.article.title().unwrap_or(""), "en");
    let promise = prevents
        .iter()
        .find_map(|hit| promised(cx, hit.sentence, hit.words.end, &title));
    let Some(span) = promise else {
        return;
    };
    let named = cx.facts.text_of(cause.sentence, cause.words.clone());
    findings
        .report(span, format!("this cannot be fully prevented if \"{named}\" is a cause"))
        .label(cx.facts.span_of(cause.sentence, cause.words.clone()), "a cause that nobody can change")
        .help("Who follows the advice and still gets it blames themselves. Say \"lower your chance\".");
}

/// Words that promise less than prevention. In order.
const HEDGES: &[&str] = &[
    "aim",
    "always",
    "can't",
    "cannot",
    "chance",
    "decrease",
    "decreases",
    "doesn't",
    "don't",
    "help",
    "helped",
    "helping",
    "helps",
    "isn't",
    "likelihood",
    "likely",
    "lower",
    "lowering",
    "lowers",
    "many",
    "may",
    "might",
    "most",
    "never",
    "no",
    "not",
    "often",
    "partly",
    "reduce",
    "reduces",
    "reducing",
    "reduction",
    "risk",
    "some",
    "sometimes",
    "try",
    "trying",
    "won't",
];

/// The place that promises to prevent the subject of the title, without a hedge.
fn promised(cx: &Context<'_>, sentence: usize, end: usize, title: &ContentWords) -> Option<Span> {
    let tokens = cx.facts.tokens.get(sentence)?;
    let kind = cx.facts.sentences.get(sentence)?.within.kind;
    let is_hedged = tokens
        .words()
        .any(|word| HEDGES.binary_search(&word).is_ok())
        || end > 1 && tokens.word(end - 2) == "to"
        || end > 1 && matches!(tokens.word(end - 2), "can" | "could");
    if kind == TextKind::Title || is_hedged {
        return None;
    }
    let after = (end..(end + 5).min(tokens.len())).map(|at| tokens.word(at));
    let is_subject = after
        .clone()
        .any(|word| title.contains(&crate::facts::words::stem(word, "en")));
    let span = cx.facts.sentences.get(sentence)?.span();
    let asked = cx.facts.pairs_asked_in(span).into_iter().next();
    if let Some(pair) = asked {
        let first = pair
            .answer_span()
            .and_then(|answer| cx.facts.sentences_in(answer).next())?;
        let tells = cx.facts.tokens.get(first)?;
        return (tells.word(0) == "yes").then(|| cx.facts.span_of(first, 0..1));
    }
    let is_heading = kind == TextKind::Heading || cx.facts.sentences.get(sentence)?.is_question();
    (is_subject && !is_heading).then(|| cx.facts.span_of(sentence, end.saturating_sub(1)..end))
}
