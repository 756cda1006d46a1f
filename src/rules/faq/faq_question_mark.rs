//! Questions that do not end in a question mark.

use crate::lexicon::Tokens;
use crate::rules::prelude::*;

rule! {
    /// A question in the FAQ without its question mark.
    ///
    /// ## Why it matters
    /// Screen readers raise their voice at a question mark, search engines find questions by it, and a reader who skims
    /// tells questions from answers by it.
    ///
    /// Spanish questions need both marks. A topic that is no question ("Cost", "What to bring") is left alone.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// ## Frequently asked questions
    /// ### When is a block recommended
    /// When other treatments have not helped.
    /// ```
    ///
    /// ```markdown,flag
    /// # Bloqueo nervioso
    ///
    /// Un bloqueo es una inyección cerca de un nervio para saber de dónde viene el dolor.
    ///
    /// ## Preguntas frecuentes
    /// ### Cuándo se recomienda un bloqueo?
    /// Cuando otros tratamientos no han ayudado.
    /// ```
    ///
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// ## FAQ
    /// Q: What if I am late
    /// A: Call us. We will find another time.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Nerve block
    ///
    /// ## Frequently asked questions
    /// ### When is a block recommended?
    /// When other treatments have not helped.
    ///
    /// ### What to bring
    /// A list of your medicines.
    /// ```
    ///
    /// ```markdown,pass
    /// # Bloqueo nervioso
    ///
    /// Un bloqueo es una inyección cerca de un nervio para saber de dónde viene el dolor.
    ///
    /// ## Preguntas frecuentes
    /// ### Si tomo anticoagulantes, ¿cuándo debo parar?
    /// Pregunte en la clínica antes de cambiar nada.
    /// ```
    RULE {
        name: "faq-question-mark", severity: Warning, since: "0.1.0",
        standard: "structure",
        summary: "a question of the FAQ does not end with a question mark",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let is_spanish = cx.article.base_lang() == "es";
    for pair in &cx.article.faq {
        let question = &pair.question;
        let text = question.text().trim();
        let lacks_end = !text.contains(['?', '？', '؟']) && asks(text, is_spanish);
        let lacks_start = is_spanish && !text.contains('¿') && (lacks_end || text.ends_with('?'));
        if !lacks_end && !lacks_start {
            continue;
        }
        let message = if lacks_end {
            "FAQ question does not end with \"?\""
        } else {
            "FAQ question does not start with \"¿\""
        };
        let finding = findings.report(question.trimmed().whole(), message);
        finding.help("Without it a reader who skims, or hears the page read out, cannot tell the question from the answer.");
        finding.fix(fix(question, lacks_start, lacks_end));
    }
}

fn fix(question: &Prose, lacks_start: bool, lacks_end: bool) -> Fix {
    let text = question.text();
    let mut edits = Vec::new();
    if lacks_start {
        let first = text.len() - text.trim_start().len();
        let at = question.span(first..text.len()).start();
        edits.push(Edit {
            span: Span::empty(at),
            text: "¿".to_owned(),
        });
    }
    if lacks_end {
        let end = text.trim_end().len();
        let kept = text[..end]
            .trim_end_matches(['.', ':', ',', '…', ' '])
            .len();
        let place = if kept < end {
            question.span(kept..end)
        } else {
            Span::empty(question.span(0..end).end())
        };
        edits.push(Edit {
            span: place,
            text: "?".to_owned(),
        });
    }
    Fix {
        title: "add the question mark".to_owned(),
        edits,
        safety: Safety::KeepsMeaning,
    }
}

/// Whether the words are a question and no topic.
fn asks(text: &str, is_spanish: bool) -> bool {
    let clause = main_clause(text);
    if is_spanish {
        return text.starts_with('¿') || asks_in_spanish(clause);
    }
    let tokens = Tokens::of(clause);
    asks_in_english(&tokens, usize::from(PREPOSITIONS.contains(&tokens.word(0))))
}

/// "If I take blood thinners, when should I stop": what comes after the condition.
fn main_clause(text: &str) -> &str {
    let opens = [
        "if ",
        "when ",
        "after ",
        "before ",
        "once ",
        "si ",
        "cuando ",
        "después ",
        "antes ",
    ];
    let lower = text.to_lowercase();
    match text.split_once(", ") {
        Some((_, rest)) if opens.iter().any(|word| lower.starts_with(word)) => rest,
        _ => text,
    }
}

const PREPOSITIONS: &[&str] = &["at", "by", "for", "from", "in", "on", "to", "with"];
const WH_WORDS: &[&str] = &[
    "how", "what", "what's", "when", "where", "which", "who", "who's", "whom", "whose", "why",
];
/// After a question word these open a clause that asks nothing: "What to expect", "How we work", "Why it matters".
const NO_QUESTION_AFTER: &[&str] = &[
    "he", "i", "it", "our", "she", "the", "they", "this", "to", "we", "you", "your",
];
const VERBS: &[&str] = &[
    "am",
    "are",
    "aren't",
    "can",
    "can't",
    "could",
    "did",
    "didn't",
    "do",
    "does",
    "doesn't",
    "don't",
    "had",
    "has",
    "have",
    "is",
    "isn't",
    "may",
    "might",
    "must",
    "should",
    "shouldn't",
    "was",
    "were",
    "will",
    "won't",
    "would",
];
const SUBJECTS: &[&str] = &[
    "a", "an", "any", "anyone", "children", "everyone", "he", "i", "it", "my", "one", "our",
    "people", "she", "someone", "that", "the", "there", "these", "they", "this", "those", "we",
    "you", "your",
];

fn asks_in_english(tokens: &Tokens, at: usize) -> bool {
    let (first, second) = (tokens.word(at), tokens.word(at + 1));
    if second.is_empty() {
        return false;
    }
    if WH_WORDS.contains(&first) {
        // "What the results mean" asks nothing; "What the heck is it" is rare in leaflets.
        return !NO_QUESTION_AFTER.contains(&second);
    }
    match first {
        // "May is ...", "Have a bath", "Do not eat", "Will power", "Can openers" ask nothing.
        "may" | "have" | "do" | "don't" | "will" | "can" | "must" | "might" | "had" => {
            at == 0
                && SUBJECTS.contains(&second)
                && !(first == "have"
                    && matches!(second, "a" | "an" | "the" | "your" | "any" | "someone"))
        }
        _ => at == 0 && VERBS.contains(&first) && second != "not",
    }
}

const SPANISH_WORDS: &[&str] = &[
    "adónde", "cuál", "cuáles", "cuándo", "cuánta", "cuántas", "cuánto", "cuántos", "cómo",
    "dónde", "qué", "quién", "quiénes",
];
/// The first person asks; nobody writes an answer in it.
const SPANISH_FIRST_PERSON: &[&str] = &["debo", "necesito", "podré", "puedo", "tendré"];

fn asks_in_spanish(clause: &str) -> bool {
    let mut words = clause.split_whitespace().map(|word| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    });
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let is_word = |word: &str| SPANISH_WORDS.contains(&word);
    // "Qué hacer", "Cómo prepararse": topics.
    let is_infinitive = |word: &str| {
        word.ends_with("ar")
            || word.ends_with("er")
            || word.ends_with("ir")
            || word.ends_with("rse")
    };
    if is_word(&first) {
        return !second.is_empty() && !is_infinitive(&second);
    }
    let asks_after_preposition = matches!(
        first.as_str(),
        "a" | "con" | "de" | "desde" | "en" | "hasta" | "para" | "por"
    ) && is_word(&second);
    asks_after_preposition || SPANISH_FIRST_PERSON.contains(&first.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_told_from_topics() {
        for text in [
            "When is a block recommended",
            "Are blocks painful",
            "Can I drive",
            "Do you use a needle",
            "How long does it take",
            "Will it hurt",
            "What causes back pain",
            "If I take blood thinners, when should I stop",
            "For how long does it last",
            "Is it safe to run",
        ] {
            assert!(asks(text, false), "{text}");
        }
        for text in [
            "Cost",
            "What to bring",
            "How we look after your data",
            "Why it matters",
            "Do not eat before it",
            "May is spine month",
            "Have a bath the night before",
            "What your results mean",
            "After the block",
            "Who",
            "Will power",
        ] {
            assert!(!asks(text, false), "{text}");
        }
        for text in [
            "¿Duele el bloqueo",
            "Cuándo se recomienda",
            "Puedo conducir después",
            "Por qué me duele",
            "Si me duele, qué hago",
        ] {
            assert!(asks(text, true), "{text}");
        }
        for text in [
            "Qué hacer antes",
            "Cuando duele mucho",
            "Coste",
            "Cómo prepararse",
        ] {
            assert!(!asks(text, true), "{text}");
        }
    }

    #[test]
    fn the_fix_puts_the_marks_where_they_belong() {
        for (text, start, end, expected) in [
            ("Is it safe", false, true, "Is it safe?"),
            ("Is it safe.", false, true, "Is it safe?"),
            (" Is it safe: ", false, true, " Is it safe? "),
            ("Puedo conducir", true, true, "¿Puedo conducir?"),
            ("Puedo conducir?", true, false, "¿Puedo conducir?"),
        ] {
            let prose = Prose::verbatim(text, Span::new(0, text.len()));
            let mut fixed = text.to_owned();
            for edit in fix(&prose, start, end).edits.iter().rev() {
                fixed.replace_range(edit.span.range(), &edit.text);
            }
            assert_eq!(fixed, expected);
        }
    }
}
