//! Words in capitals that are no abbreviations to explain: those that every reader knows, and those that are set in
//! capitals for weight.

/// Abbreviations that are better known than their words, and names of public bodies and units. Folded, in order.
const KNOWN: &[&str] = &[
    "ab", "abo", "ac", "aids", "aka", "am", "asap", "atm", "bpm", "bsc", "bst", "cat", "cd", "cdc",
    "ceo", "covid", "ct", "dc", "dec", "diy", "dna", "doi", "dr", "dvd", "er", "est", "et", "eu",
    "faq", "faqs", "fda", "feb", "frcs", "fyi", "gmt", "gp", "gps", "hiv", "hz", "id", "ii", "iii",
    "iq", "isbn", "issn", "iu", "jan", "khz", "kpa", "lgbt", "lgbtq", "mba", "md", "mhz", "mr",
    "mri", "mrna", "mrs", "msc", "nhs", "nih", "nov", "ny", "oct", "ok", "pc", "pdf", "ph", "phd",
    "pin", "pm", "po", "q&a", "rh", "rn", "rna", "rsvp", "sms", "sos", "spf", "tm", "tty", "tv",
    "tvs", "uk", "un", "url", "us", "usa", "usb", "utc", "uv", "va", "who",
];

/// Words that are shouted. Folded, in order.
const SHOUTED: &[&str] = &[
    "a",
    "about",
    "act",
    "after",
    "all",
    "also",
    "always",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "away",
    "be",
    "before",
    "both",
    "but",
    "by",
    "call",
    "can",
    "cannot",
    "caution",
    "danger",
    "did",
    "do",
    "does",
    "don't",
    "each",
    "emergency",
    "every",
    "fast",
    "first",
    "flag",
    "for",
    "free",
    "from",
    "get",
    "go",
    "has",
    "have",
    "help",
    "here",
    "high",
    "how",
    "if",
    "important",
    "in",
    "is",
    "it",
    "keep",
    "last",
    "least",
    "less",
    "low",
    "may",
    "more",
    "most",
    "must",
    "never",
    "new",
    "no",
    "not",
    "note",
    "now",
    "of",
    "off",
    "on",
    "one",
    "only",
    "or",
    "other",
    "out",
    "pain",
    "price",
    "read",
    "red",
    "rice",
    "risk",
    "same",
    "see",
    "should",
    "stop",
    "take",
    "than",
    "that",
    "the",
    "this",
    "tip",
    "tips",
    "to",
    "too",
    "two",
    "unless",
    "until",
    "up",
    "use",
    "very",
    "warning",
    "what",
    "when",
    "where",
    "why",
    "will",
    "with",
    "without",
    "yes",
    "you",
    "your",
];

/// Whether readers know the abbreviation `word`, folded as [`super::Tokens`] folds it.
pub fn is_known(word: &str) -> bool {
    KNOWN.binary_search(&word).is_ok()
}

/// Whether `word`, folded, is a plain word that writers set in capitals for weight.
pub fn is_shouted(word: &str) -> bool {
    SHOUTED.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order() {
        assert!(KNOWN.is_sorted() && SHOUTED.is_sorted());
        assert!(is_known("mri") && !is_known("rfa"));
        assert!(is_shouted("not") && !is_shouted("copd"));
    }
}
