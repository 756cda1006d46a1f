//! Red flags that stand so far down that a reader in trouble may not get there.

use super::position::Position;
use crate::article::TextKind;
use crate::lexicon::Urgency;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;

rule! {
    /// The part about when to get help comes late.
    ///
    /// ## Why it matters
    /// Someone with a worrying sign wants to know first what to do about it. Most people read the start of a page and
    /// leave; what can save them should stand there, or be pointed at from there.
    ///
    /// An article whose title promises when to get help ("When to see a doctor", "Warning signs") breaks that promise if
    /// half of it comes first (an error), or more than three sections. In every other article it is a matter of style.
    /// A call-out near the top settles it: one sentence that names a sign and says to get help at once. Articles of fewer
    /// than 250 words are left alone.
    ///
    /// The rule catalogue asks for a warning in every article; articles about a condition put "when to get help" last by
    /// long custom, and a warning on nearly all of them would be switched off.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # When to see a doctor about a sore back
    ///
    /// ## Causes
    /// Most sore backs come from a strained muscle. Lifting, twisting and long hours in a chair are behind many of them.
    /// Some people never find out what set it off, and that is fine, because the care is the same. Age plays a part too.
    /// Discs lose water over the years and joints wear a little, as skin gets lines.
    ///
    /// ## Self-care
    /// Keep moving as far as you can. Short walks are better than a day in bed. Heat helps some people and cold helps
    /// others, so use the one that feels good. Sleep in the position that hurts least. A pillow between the knees can
    /// help those who sleep on their side. Go back to your usual work step by step, and plan breaks in which you stand up.
    ///
    /// ## Exercises
    /// Lie on your back with your knees bent. Bring one knee to your chest and hold it there for a few breaths. Change
    /// sides. Then tilt your hips so that the small of your back meets the floor. Do these movements slowly, twice a day.
    /// They should feel like a stretch and never like a stab. Leave out whatever makes the ache spread down your leg.
    ///
    /// ## Outlook
    /// Most people are much better after a few weeks. Some have a sore back again later. Those who stay active have
    /// fewer bad days, and the bad days are over sooner. Staying fit pays off for the rest of your body as well.
    ///
    /// ## When to get help
    /// Call 911 if you cannot move your legs.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # When to see a doctor about a sore back
    ///
    /// Call 911 now if you cannot move your legs.
    ///
    /// ## Causes
    /// Most sore backs come from a strained muscle. Lifting, twisting and long hours in a chair are behind many of them.
    /// Some people never find out what set it off, and that is fine, because the care is the same. Age plays a part too.
    /// Discs lose water over the years and joints wear a little, as skin gets lines.
    ///
    /// ## Self-care
    /// Keep moving as far as you can. Short walks are better than a day in bed. Heat helps some people and cold helps
    /// others, so use the one that feels good. Sleep in the position that hurts least. A pillow between the knees can
    /// help those who sleep on their side. Go back to your usual work step by step, and plan breaks in which you stand up.
    ///
    /// ## Exercises
    /// Lie on your back with your knees bent. Bring one knee to your chest and hold it there for a few breaths. Change
    /// sides. Then tilt your hips so that the small of your back meets the floor. Do these movements slowly, twice a day.
    /// They should feel like a stretch and never like a stab. Leave out whatever makes the ache spread down your leg.
    ///
    /// ## When to get help
    /// Call 911 if you cannot move your legs.
    /// ```
    ///
    /// ## Sources
    /// - CDC Clear Communication Index, items 2 and 10: <https://www.cdc.gov/ccindex/index.html>
    RULE {
        name: "red-flags-too-late", severity: Warning, since: "0.1.0",
        standard: "CDC CCI 2 and 10; PEMAT 10; NHS care-card pattern (front-load)",
        summary: "when to get help comes late in the article",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(place) = first_place(cx) else { return };
    let position = Position::of(cx.facts, place.span.start());
    if position.total < cx.settings.limits.front_load_words_min {
        return;
    }
    let promise = promise(cx);
    let section = Order::of(cx.article, place.span);
    let is_late = position.percent() > cx.settings.limits.red_flags_percent_max;
    let is_many = section.before > cx.settings.limits.sections_before_red_flags_max;
    if !(is_late || promise.is_some() && is_many) || has_call_out(cx, place.span) {
        return;
    }
    let Order { before, all } = section;
    let how_late = format!(
        "starts after {}% of the text (section {} of {all})",
        position.percent(),
        before + 1
    );
    let shown = shown(cx, place.span);
    let Some(promise) = promise else {
        findings
            .report(shown, format!("the part about when to get help {how_late}"))
            .severity(Severity::Info)
            .help("Many readers leave before they get here. Add a line near the top that names the worst signs and says what to do at once.");
        return;
    };
    let finding = findings.report(
        shown,
        format!("the title promises when to get help, but that part {how_late}"),
    );
    if is_late {
        finding.severity(Severity::Error);
    }
    finding.help("A reader with a worrying sign may leave before they get here. Move it up, or put the worst signs and what to do about them right under the title.");
    finding.label(promise, "the promise");
}

/// The first section or list of red flags, or paragraph that says to get help the same day or faster.
fn first_place<'a>(cx: &Context<'a>) -> Option<&'a RolePlace> {
    let places = cx.article.places(Role::RedFlags);
    let telling = places.filter(|place| match place.kind {
        PlaceKind::Section | PlaceKind::List => true,
        PlaceKind::Paragraph => cx.facts.urgency_in(place.span) >= Some(Urgency::Urgent),
        PlaceKind::FrontMatter => false,
    });
    telling.min_by_key(|place| place.span)
}

/// The words of the title that promise when to get help.
fn promise(cx: &Context<'_>) -> Option<Span> {
    let hits = cx.facts.hits(Table::PromiseOfHelp).iter();
    let mut in_title = hits.filter(|hit| {
        let sentence = cx.facts.sentences.get(hit.sentence);
        sentence.is_some_and(|sentence| sentence.within.kind == TextKind::Title)
    });
    let hit = in_title.next()?;
    Some(cx.facts.span_of(hit.sentence, hit.words.clone()))
}

/// How many top-level sections come before a place, and how many there are.
struct Order {
    before: usize,
    all: usize,
}

impl Order {
    fn of(article: &Article, place: Span) -> Self {
        let sections = &article.root.children;
        let before = sections
            .iter()
            .filter(|section| section.span.end() <= place.start())
            .count();
        Self {
            before,
            all: sections.len(),
        }
    }
}

/// Whether something near the top says of a sign that it needs help today.
fn has_call_out(cx: &Context<'_>, place: Span) -> bool {
    let facts = cx.facts;
    let top = Position::byte_at(facts, cx.settings.limits.red_flags_percent_max / 2);
    let top = top.min(place.start());
    let bindings = facts
        .concepts()
        .iter()
        .flat_map(|concept| &concept.bindings);
    let mut counsels = bindings.filter_map(|binding| facts.counsels().get(binding.counsel));
    counsels.any(|counsel| counsel.level() >= Urgency::Urgent && counsel.span.start() <= top)
}

/// The heading of the place, or else its first sentence.
fn shown(cx: &Context<'_>, place: Span) -> Span {
    let sections = cx.article.sections();
    let section = sections.iter().find(|section| section.span == place);
    if let Some(heading) = section.and_then(|section| section.heading.as_ref()) {
        return heading.whole();
    }
    let first = cx.facts.sentences_in(place).next();
    let first = first.and_then(|index| cx.facts.sentences.get(index));
    first.map_or(place, crate::facts::Sentence::span)
}
