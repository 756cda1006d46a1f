//! Titles that promise what the article does not hold.

use super::list_count_mismatch;
use crate::facts::words::stem;
use crate::lexicon::phrases::Table;
use crate::lexicon::{Tokens, number_words};
use crate::rules::prelude::*;

rule! {
    /// The title promises something that the article does not give.
    ///
    /// ## Why it matters
    /// Readers choose a page by its title. One who came for the exercises, the risks or the signs of danger, and does not find
    /// them, may think that there are none.
    ///
    /// Checked are: "evidence", "research", "study" (some source, citation or figure), "when to see a doctor" (a place that says
    /// when), "5 tips" (a list, or a row of headings, of 5), exercises (steps), risks or side effects, causes, symptoms,
    /// treatment, prevention and the like (a part or at least two sentences on it), and the readers that it names, such as
    /// runners or teenagers (named in the text at least once). Whether a procedure is told in full is the business of the rule
    /// about leaflet topics. "Evidence" without a source is left to `references-missing`, and a number that the only list or
    /// the numbered headings belie to `list-count-mismatch`, unless these are off.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain: 5 tips that help
    ///
    /// ## Tips
    ///
    /// - Keep moving.
    /// - Use heat.
    /// - Sleep well.
    ///
    /// ## Causes
    ///
    /// - Long hours in one chair
    /// - Poor sleep
    /// - Heavy loads
    /// ```
    ///
    /// ```markdown,flag
    /// # Ankle sprains: when to see a doctor
    ///
    /// A sprain is a stretched ligament. Rest and ice help.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain in runners: 3 tips that help, and when to see a doctor
    ///
    /// Runners often have back pain.
    ///
    /// ## Tips
    ///
    /// - Keep moving.
    /// - Use heat.
    /// - Sleep well.
    ///
    /// ## When to see a doctor
    ///
    /// See your doctor if the pain lasts more than 6 weeks.
    /// ```
    ///
    /// Steps may be told in running text:
    /// ```markdown,pass
    /// # Ankle exercises
    ///
    /// Do them twice a day.
    ///
    /// ## Circles
    ///
    /// Lift your foot off the floor. Draw a circle with your toes. Repeat 10 times.
    ///
    /// ## Rises
    ///
    /// Hold on to a chair. Stand on your toes for 5 seconds. Repeat 5 times.
    /// ```
    RULE {
        name: "title-promise-unmet", severity: Warning, since: "0.1.0",
        standard: "PEMAT 1; DISCERN 1-2",
        summary: "the title promises something that the article does not give",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(heading) = &cx.article.heading else {
        return;
    };
    if cx.facts.base_lang() != "en" || cx.facts.sentences.len() < 2 {
        return;
    }
    let tokens = Tokens::of(heading.text());
    let unmet = evidence_unmet(cx)
        .or_else(|| count_unmet(cx, &tokens))
        .or_else(|| care_unmet(cx))
        .or_else(|| part_unmet(cx, &tokens))
        .or_else(|| reader_unmet(cx));
    if let Some((words, reason)) = unmet {
        let place = tokens.place(words);
        let promise = heading.text().get(place.clone()).unwrap_or("");
        findings
            .report(heading.span(place.clone()), format!("the title promises \"{promise}\", but {reason}"))
            .help("Readers choose a page by its title. Give what it promises, or take the promise out.");
    }
}

type Unmet = (std::ops::Range<usize>, String);

/// "Evidence summary" without a source, a citation or a figure.
fn evidence_unmet(cx: &Context<'_>) -> Option<Unmet> {
    let words = in_title(cx, Table::EvidenceClaimTitle)?;
    let article = cx.article;
    if cx.settings.is_on("references-missing", "evidence") {
        return None;
    }
    let has_sources = article.has_role(Role::References)
        || !article.meta.sources.is_empty()
        || !article.footnotes.is_empty();
    let shows = !cx.facts.hits(Table::StudyWords).is_empty();
    let has_figure = cx.facts.tokens.iter().any(|tokens| {
        tokens
            .words()
            .any(|word| word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() == 4)
    });
    (!has_sources && !shows && !has_figure)
        .then(|| (words, "names no study, source or figure".to_owned()))
        .map(|(words, reason)| (words, format!("the article {reason}")))
}

/// "When to see a doctor" without a place that says when.
fn care_unmet(cx: &Context<'_>) -> Option<Unmet> {
    let hit = in_title(cx, Table::TitleCare)?;
    let tells = cx.article.has_role(Role::RedFlags)
        || cx
            .facts
            .counsels()
            .iter()
            .any(|counsel| counsel.frame.is_conditional);
    (!tells).then(|| (hit, "no part says when".to_owned()))
}

/// "5 tips" without a list or row of headings of 5.
fn count_unmet(cx: &Context<'_>, title: &Tokens) -> Option<Unmet> {
    let at = in_title(cx, Table::TitleCount)?;
    let wanted = (at.start..at.end).find_map(|index| number(title.word(index)))?;
    let is_told = cx.settings.is_on("list-count-mismatch", "consistency")
        && list_count_mismatch::is_title_reported(cx);
    if !(2..=50).contains(&wanted) || is_told {
        return None;
    }
    let counts = counts(cx);
    if counts.contains(&wanted) {
        return None;
    }
    let nearest = counts
        .iter()
        .filter(|count| **count > 1)
        .min_by_key(|count| count.abs_diff(wanted))?;
    Some((at, format!("there are {nearest}")))
}

/// How many items its lists, its numbered headings and its groups of headings have.
fn counts(cx: &Context<'_>) -> Vec<usize> {
    let mut counts: Vec<usize> = cx
        .facts
        .lists()
        .iter()
        .map(|list| list.items.len())
        .collect();
    counts.push(cx.facts.lists().iter().map(|list| list.items.len()).sum());
    let own = |section: &&Section| {
        section.role.is_none()
            || matches!(
                section.role,
                Some(
                    Role::SelfCare
                        | Role::Prevention
                        | Role::Symptoms
                        | Role::Exercises
                        | Role::Treatment
                        | Role::Causes
                )
            )
    };
    for section in cx.article.all_sections() {
        counts.push(section.children.len());
        counts.push(section.children.iter().filter(own).count());
        counts.push(
            section
                .blocks
                .iter()
                .filter(|block| opens_bold(block))
                .count(),
        );
    }
    let numbered = cx
        .article
        .sections()
        .into_iter()
        .filter(|section| section.title().starts_with(|c: char| c.is_ascii_digit()));
    counts.push(numbered.count());
    counts.push(cx.article.faq.len());
    counts.push(cx.facts.row_count());
    counts
}

fn opens_bold(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Paragraph(prose) => {
            prose
                .marks()
                .iter()
                .any(|mark| mark.kind == MarkKind::Strong && mark.range.start == 0)
                || prose.text().starts_with(|c: char| c.is_ascii_digit())
        }
        _ => false,
    }
}

fn number(word: &str) -> Option<usize> {
    let named = (2..=20).find(|number| number_words::word_of(*number) == Some(word));
    named.or_else(|| word.parse().ok())
}

/// The parts that a word of the title promises.
const PARTS: &[(Table, &[Role])] = &[
    (Table::TitleRisks, &[Role::Risks]),
    (Table::TitleCauses, &[Role::Causes]),
    (Table::TitleSymptoms, &[Role::Symptoms, Role::RedFlags]),
    (
        Table::TitleTreatment,
        &[
            Role::Treatment,
            Role::Medicines,
            Role::SelfCare,
            Role::Procedure,
        ],
    ),
    (Table::TitlePrevention, &[Role::Prevention]),
];

fn part_unmet(cx: &Context<'_>, title: &Tokens) -> Option<Unmet> {
    if let Some(words) = in_title(cx, Table::TitleExercises)
        && !has_steps(cx)
    {
        return Some((words, "no exercise is set out step by step".to_owned()));
    }
    PARTS.iter().find_map(|(table, roles)| {
        let words = in_title(cx, *table)?;
        let given = roles.iter().any(|role| cx.article.has_role(*role)) || told_of(cx, *table) >= 2;
        (!given).then(|| {
            let named: Vec<&str> = words.clone().map(|at| title.word(at)).collect();
            (words, format!("no part tells of {}", named.join(" ")))
        })
    })
}

/// So many orders set out an exercise in running text.
const ORDERS: usize = 4;

/// Whether some list, table or picture can show how an exercise is done.
fn has_steps(cx: &Context<'_>) -> bool {
    let has = |wanted: fn(&BlockKind) -> bool| {
        cx.article.blocks().any(|(_, block)| {
            let mut found = false;
            block.walk(&mut |block| found |= wanted(&block.kind));
            found
        })
    };
    let named = cx
        .article
        .sections()
        .into_iter()
        .filter(|section| section.level > 1)
        .count();
    !cx.facts.lists().is_empty()
        || has(|kind| matches!(kind, BlockKind::Table(_) | BlockKind::Html(_)))
        || cx
            .facts
            .instructions()
            .iter()
            .filter(|one| one.is_positive)
            .count()
            >= 3
        || cx
            .facts
            .addresses()
            .iter()
            .filter(|one| one.order.is_some())
            .count()
            >= ORDERS
        || named > 8
}

/// How many sentences outside the title have a word of `table`.
fn told_of(cx: &Context<'_>, table: Table) -> usize {
    let mut sentences: Vec<usize> = cx
        .facts
        .hits(table)
        .iter()
        .map(|hit| hit.sentence)
        .collect();
    sentences.dedup();
    sentences.retain(|index| !is_title(cx, *index));
    sentences.len()
}

/// A reader whom the title names and the text never does.
fn reader_unmet(cx: &Context<'_>) -> Option<Unmet> {
    let hits = cx.facts.hits(Table::Readers);
    let hit = hits.iter().find(|hit| is_title(cx, hit.sentence))?;
    let title = cx.facts.tokens.get(hit.sentence)?;
    let before = hit
        .words
        .start
        .checked_sub(1)
        .map_or("", |at| title.word(at));
    let before2 = hit
        .words
        .start
        .checked_sub(2)
        .map_or("", |at| title.word(at));
    let is_addressed = [before, before2]
        .iter()
        .any(|word| matches!(*word, "for" | "in" | "among" | "and"));
    // A short page says "you".
    let words: usize = cx.facts.tokens.iter().map(Tokens::len).sum();
    let named = hits
        .iter()
        .any(|other| other.row == hit.row && !is_title(cx, other.sentence));
    let last = title.word(hit.words.end.checked_sub(1)?);
    let again = stem(last, "en");
    let by_stem = || {
        cx.facts.tokens.iter().enumerate().any(|(index, tokens)| {
            !is_title(cx, index) && tokens.words().any(|word| stem(word, "en") == again)
        })
    };
    (is_addressed && words >= cx.settings.limits.audience_words_min && !named && !by_stem()).then(
        || {
            (
                hit.words.clone(),
                "the text never speaks of them".to_owned(),
            )
        },
    )
}

fn is_title(cx: &Context<'_>, index: usize) -> bool {
    cx.facts
        .sentences
        .get(index)
        .is_some_and(|sentence| sentence.within.kind == TextKind::Title)
}

/// The first match of `table` in the title.
fn in_title(cx: &Context<'_>, table: Table) -> Option<std::ops::Range<usize>> {
    let hit = cx
        .facts
        .hits(table)
        .iter()
        .find(|hit| is_title(cx, hit.sentence))?;
    (hit.sentence == 0).then(|| hit.words.clone())
}
