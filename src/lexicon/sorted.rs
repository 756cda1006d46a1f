//! Words in tables that are sorted.

/// Whether `word` is in `table`, which is sorted. Most steps of the search look at the first byte only.
pub fn has(table: &[&str], word: &str) -> bool {
    let first = word.as_bytes().first();
    let found = table.binary_search_by(|known| {
        let order = known.as_bytes().first().cmp(&first);
        order.then_with(|| (*known).cmp(word))
    });
    found.is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_table_are_found_and_no_others() {
        let table = ["", "a", "an", "be", "é"];
        assert!(table.iter().all(|word| has(&table, word)));
        assert!(
            !["b", "bee", "am", "z", "e"]
                .iter()
                .any(|word| has(&table, word))
        );
    }
}
