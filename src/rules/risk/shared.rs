//! The procedure that an article is about, for the rules on choosing it.

use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

/// Parts that say nothing of a treatment.
const APART: &[Role] = &[
    Role::References,
    Role::Resources,
    Role::Disclaimer,
    Role::Authorship,
];

/// What to call the procedure that the article is about: by its title, or because its kind is `procedure`. `None` where it
/// is about something else, or no phrase table can read it.
pub(super) fn procedure<'a>(cx: &Context<'a>) -> Option<&'a str> {
    if !cx.facts.has_words() {
        return None;
    }
    let named = cx
        .facts
        .intervention()
        .and_then(|known| known.name.as_deref());
    let named = named.filter(|_| !is_after_choice(cx) || cx.settings.kind == Kind::Procedure);
    named.or((cx.settings.kind == Kind::Procedure).then_some("the procedure"))
}

/// Whether the title speaks to readers who have chosen already: "After your hip operation", "Living with a pacemaker".
fn is_after_choice(cx: &Context<'_>) -> bool {
    let title = Tokens::of(cx.article.title().unwrap_or(""));
    let has = |word: &str| title.words().any(|other| other == word);
    let opens = |word: &str| title.word(0) == word;
    opens("after")
        || opens("recovering")
        || opens("recovery")
        || (opens("living") || opens("life")) && title.word(1) == "with"
        || has("aftercare")
        || has("discharge")
        || has("recovery") && has("from")
        || has("exercises") && has("after")
        || has("after") && (has("home") || has("pain")) && !has("before")
}

/// Whether some sentence, heading or item matches `table`, and, if given, not `but`.
pub(super) fn says(cx: &Context<'_>, table: Table, but: Option<Table>) -> bool {
    let facts = cx.facts;
    facts.hits(table).iter().any(|hit| {
        but.is_none_or(|but| facts.hits_in(but, hit.sentence).is_empty())
            && !facts.is_in_roles(hit.sentence, APART)
    })
}
