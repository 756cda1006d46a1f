//! Questions told from topics by their words, for lines that lack the question mark.

use crate::lexicon::Tokens;

/// Whether a heading or line is a question and no topic, whatever mark it ends in.
pub fn asks(text: &str, is_spanish: bool) -> bool {
    let clause = main_clause(text);
    if is_spanish {
        return text.starts_with('¿') || asks_in_spanish(clause);
    }
    let tokens = Tokens::of(clause);
    asks_in_english(&tokens, usize::from(PREPOSITIONS.contains(&tokens.word(0))))
}

/// Whether a question, in the language with this base tag, can be answered with yes or no.
pub fn is_polar(text: &str, base_lang: &str) -> bool {
    let text = text.trim();
    let tokens = Tokens::of(text);
    let first = tokens.word(0);
    if base_lang == "es" {
        let verbs = [
            "es", "son", "puedo", "puede", "pueden", "debo", "duele", "hay", "tengo", "necesito",
            "sirve", "esta", "es",
        ];
        return text.ends_with('?') && verbs.contains(&first);
    }
    let verbs = [
        "is",
        "are",
        "am",
        "can",
        "do",
        "does",
        "did",
        "will",
        "should",
        "could",
        "would",
        "must",
        "has",
        "have",
        "was",
        "were",
        "isn't",
        "aren't",
        "don't",
        "doesn't",
        "won't",
        "shouldn't",
        "can't",
    ];
    verbs.contains(&first) && asks(text, false)
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
}
