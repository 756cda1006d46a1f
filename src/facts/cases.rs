//! Cases that a sentence lists at its end, which look like orders: "you are at risk if you smoke, or do not move much".

use crate::lexicon::Tokens;

/// Where the list of cases begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cases {
    from: Option<usize>,
    /// Whether they are what others do.
    is_of_others: bool,
}

impl Cases {
    /// Those of a sentence whose main clause starts at word `start`: behind "if", "who", "because", or what others do
    /// ("people do not shake it"). What opens with "even if" has its order behind the comma.
    pub(super) fn of(tokens: &Tokens, start: usize) -> Self {
        let opens = matches!(
            tokens.word(start),
            "even" | "only" | "and" | "but" | "so" | "or"
        );
        let is_of_others = |at: usize| {
            let is_told = matches!(tokens.word(at), "do" | "don't");
            let who = tokens.back(at, 1);
            is_told
                && matches!(
                    who,
                    "people" | "patients" | "many" | "some" | "they" | "most" | "others"
                )
        };
        let is_case = |at: usize| matches!(tokens.word(at), "if" | "who" | "because");
        let mut behind = start + 1 + usize::from(opens)..tokens.len();
        let from = behind.find(|at| is_case(*at) || is_of_others(*at));
        Self {
            from,
            is_of_others: from.is_some_and(is_of_others),
        }
    }

    /// Whether word `at`, at which a clause starts, goes on with them: behind a comma or "or", of what others do behind "and"
    /// with one more "do not", too.
    pub(super) fn go_on(self, text: &str, tokens: &Tokens, at: usize) -> bool {
        if self.from.is_none_or(|from| at <= from) {
            return false;
        }
        let gap = tokens.gap_before(text, at);
        let before = tokens.back(at, 1);
        let is_cut = gap.contains([';', ':', '–', '—', '.']) || matches!(before, "but" | "then");
        let is_listed = before == "or" || gap.contains(',') && before != "and";
        let is_one_more = self.is_of_others && before == "and" && tokens.word(at) == "do";
        !is_cut && (is_listed || is_one_more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_told_from_cases() {
        let goes_on = |text: &str, word: &str| {
            let tokens = Tokens::of(text);
            let at = tokens.words().position(|one| one == word).unwrap();
            let at = at - usize::from(tokens.back(at, 1) == "not");
            let at = at - usize::from(tokens.back(at, 1) == "do" || tokens.word(at) == "not");
            Cases::of(&tokens, 0).go_on(text, &tokens, at)
        };
        assert!(goes_on(
            "It is likelier if you smoke, lift a lot, or do not move.",
            "move"
        ));
        assert!(goes_on(
            "Many people do not shake it, and do not rinse the mouth.",
            "rinse"
        ));
        assert!(!goes_on("Call us if it hurts; do not drive.", "drive"));
        assert!(!goes_on("Call us if it hurts, and do not drive.", "drive"));
        assert!(!goes_on("Rest, and do not drive.", "drive"));
        assert!(!goes_on("Even if you feel well, do not drive.", "drive"));
    }
}
