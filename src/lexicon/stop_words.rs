//! Words that carry no subject matter, folded as [`super::Tokens`] folds them: no capitals, no accents.
//!
//! Words that turn a sentence round ("not", "without", "before", "sin") are left out on purpose: two texts that differ in
//! one of them do not say the same.

const ENGLISH: &[&str] = &[
"a", "about", "actually", "all", "also", "am", "an", "and", "another", "any", "anyone", "anything", "are", "around", "as", "at", "be", "because", "been", "being", "both", "but", "by", "can", "come", "could", "did", "do", "does", "doing", "done", "during", "each", "either", "else", "etc", "ever", "every", "few", "for", "from", "get", "gets", "getting", "give", "given", "go", "going", "got", "had", "has", "have", "having", "he", "her", "here", "hers", "him", "his", "how", "i", "i'm", "i've", "if", "in", "into", "is", "it", "it's", "its", "just", "let", "like", "make", "makes", "many", "may", "me", "might", "mine", "much", "must", "my", "need", "needs", "of", "on", "one", "or", "other", "others", "our", "ours", "own", "please", "put", "really", "same", "shall", "she", "should", "so", "some", "someone", "something", "such", "than", "that", "the", "their", "theirs", "them", "then", "there", "these", "they", "thing", "things", "this", "those", "through", "to", "too", "under", "up", "upon", "us", "used", "very", "was", "way", "we", "were", "what", "what's", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "would", "you", "you're", "you've", "your", "yours",
];

const SPANISH: &[&str] = &[
"a", "ademas", "al", "algo", "algun", "alguna", "algunas", "alguno", "algunos", "ante", "aquel", "aquella", "aquello", "asi", "aun", "cada", "como", "con", "cosa", "cosas", "cual", "cuales", "cuando", "cuanta", "cuantas", "cuanto", "cuantos", "cuya", "cuyo", "da", "dar", "de", "debe", "deben", "debo", "del", "desde", "donde", "durante", "e", "el", "ella", "ellas", "ellos", "en", "entre", "era", "eran", "es", "esa", "esas", "ese", "eso", "esos", "esta", "estan", "estar", "estas", "este", "esto", "estos", "estoy", "fue", "fueron", "ha", "hace", "hacen", "hacer", "hacia", "hago", "han", "hasta", "hay", "he", "la", "las", "le", "les", "lo", "los", "mas", "me", "mi", "mis", "misma", "mismo", "mucha", "muchas", "mucho", "muchos", "muy", "ni", "nos", "nosotros", "nuestra", "nuestro", "o", "os", "otra", "otras", "otro", "otros", "para", "pero", "poder", "por", "porque", "pueda", "puede", "pueden", "puedo", "que", "quien", "quienes", "se", "sea", "sean", "segun", "ser", "si", "sido", "siendo", "sobre", "son", "soy", "su", "sus", "tal", "tales", "tambien", "tan", "tanto", "te", "tener", "tengo", "ti", "tiene", "tienen", "toda", "todas", "todo", "todos", "tu", "tus", "u", "un", "una", "unas", "uno", "unos", "usted", "ustedes", "va", "van", "voy", "y", "ya", "yo",
];

/// Whether `word`, folded, carries no subject matter in the language with this base tag; English for every language
/// without a table.
pub fn is_stop_word(word: &str, base_lang: &str) -> bool {
    let table = if base_lang == "es" { SPANISH } else { ENGLISH };
    table.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::token::folded;

    #[test]
    fn the_tables_are_in_order_and_folded() {
        for table in [ENGLISH, SPANISH] {
            assert!(table.is_sorted_by(|a, b| a < b));
            assert!(table.iter().all(|word| folded(word) == **word));
        }
    }
}
