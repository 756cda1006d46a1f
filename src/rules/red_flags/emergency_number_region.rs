//! Emergency numbers of another country.

use crate::facts::{Counsel, Sentence, Urgency};
use crate::lexicon::Tokens;
use crate::lexicon::phrases::Table;
use crate::rules::prelude::*;
use std::collections::BTreeMap;

rule! {
    /// The emergency number is not the one of the article's region.
    ///
    /// ## Why it matters
    /// In an emergency a reader dials what the page says. A text written for one country and used in another sends them to
    /// a line that nobody answers.
    ///
    /// The region comes from the front matter (`region: GB`) or the language (`en-GB`). Where neither names one, the rule
    /// only compares the numbers in the article with each other, as a warning. In Great Britain 111 and 112 are right too,
    /// and 112 is right all over Europe. A number counts only where it is one to call: "999 people", a dose or a part of a
    /// longer number is none. Sentences about other countries, and sentences that also name the right number, are left
    /// alone; an article for several regions lists them as `regions: [US, GB]`.
    ///
    /// A short number after "call" that answers nowhere ("call 991") is an error, with a region or without one. So is one that is a line
    /// for something else in the article's region, in a sentence that tells of help for the body: 101 is the police's in Great Britain.
    ///
    /// As a note, it tells of an article that sends readers to an emergency room and never names the number to call.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// ---
    /// region: GB
    /// ---
    /// # Stroke
    ///
    /// ## When to get help
    ///
    /// Call 911 now if:
    ///
    /// - one side of the face droops
    /// - speech is slurred
    ///
    /// Any of these is an emergency. Call 911.
    /// ```
    ///
    /// Without a region, two countries' numbers do not fit together:
    /// ```markdown,flag
    /// # Stroke
    ///
    /// ## When to get help
    ///
    /// Call 911 now if one side of the face droops.
    ///
    /// ## FAQ
    ///
    /// ### What if speech is slurred?
    ///
    /// Call 999 at once.
    /// ```
    ///
    /// A number that answers nowhere:
    /// ```markdown,flag
    /// # Stroke
    ///
    /// ## When to get help
    ///
    /// Ring 919 at once if one side of the face droops.
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// region: GB
    /// ---
    /// # Eye injury
    ///
    /// Call 101 today if your eye is red and your sight is blurred.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// ---
    /// region: GB
    /// ---
    /// # Violence at home
    ///
    /// Call 101 to tell the police. Call 200 people for the study, or call 24 hours a day on 116 123. Dial 020 7911 0999.
    /// Call room 204 if you need a nurse.
    /// ```
    ///
    /// ```markdown,pass
    /// ---
    /// region: GB
    /// ---
    /// # Stroke
    ///
    /// ## When to get help
    ///
    /// Call 999 or 112 now if:
    ///
    /// - one side of the face droops
    /// - speech is slurred
    ///
    /// Call 111 if you are not sure. A trial of 911 people showed that early treatment helps. Our desk is on 020 7911 0999.
    ///
    /// If you are travelling in the United States, call 911.
    /// ```
    ///
    /// The region's own number in the same sentence:
    /// ```markdown,pass
    /// ---
    /// lang: en-US
    /// ---
    /// # Stroke
    ///
    /// Call 911 (999 in the UK) now if one side of the face droops.
    /// ```
    /// What some people do is no advice to the reader:
    /// ```markdown,pass
    /// # Fear of illness
    ///
    /// People with this fear may go from one doctor to another and visit the emergency room many times.
    /// ```
    RULE { name: "emergency-number-region", severity: Error, since: "0.1.0",
        standard: "NHS care cards; ITU-T E.161.1 and national numbering plans",
        summary: "an emergency number of another country" }
}

/// How many words before a number the word that makes it one to call may stand.
const REACH: usize = 6;

/// Words for places and people that one goes to, or calls, in an emergency.
const PLACES: &[&str] = &[
    "a&e",
    "er",
    "emergency",
    "emergencies",
    "ambulance",
    "urgencias",
    "emergencia",
    "emergencias",
    "ambulancia",
];

/// A number to call.
struct Number {
    digits: String,
    span: Span,
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let regions = regions(cx);
    let numbers = numbers(cx, &regions);
    let mut foreign: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    if is_declared(cx) {
        for number in &numbers {
            if regions
                .iter()
                .all(|region| region.answers(&number.digits) == Some(false))
            {
                foreign.entry(&number.digits).or_default().push(number.span);
            }
        }
        for (digits, spans) in foreign {
            wrong(cx, findings, digits, &spans);
        }
    } else {
        mixed(findings, &numbers);
    }
    unknown(cx, &regions, findings);
    unnamed(cx, findings);
}

/// The article's region and those that its front matter adds.
fn regions(cx: &Context<'_>) -> Vec<crate::config::Region> {
    let mut regions = vec![cx.settings.region.clone()];
    let listed = cx
        .article
        .meta
        .other
        .iter()
        .filter(|(key, _)| key == "regions");
    for code in listed.filter_map(|(_, value)| value.as_array()).flatten() {
        regions.extend(code.as_str().map(crate::config::Region::from_code));
    }
    regions
}

/// Whether somebody said which region the article is for: US is also what is taken where nobody did.
fn is_declared(cx: &Context<'_>) -> bool {
    let names_region = |lang: &str| lang.split(['-', '_']).skip(1).any(|part| part.len() == 2);
    let meta = &cx.article.meta;
    let configured = cx.settings.config.region.is_some();
    configured
        || meta.region.is_some()
        || names_region(&cx.settings.lang)
        || cx.settings.region.code != "US"
}

/// The numbers to call, those left out that are meant for elsewhere or stand beside the right one.
fn numbers(cx: &Context<'_>, regions: &[crate::config::Region]) -> Vec<Number> {
    let mut numbers: Vec<Number> = Vec::new();
    let hits = cx.facts.hits(Table::EmergencyNumber);
    for same in hits.chunk_by(|one, other| one.sentence == other.sentence) {
        let Some(sentence) = same.first().map(|hit| hit.sentence) else {
            continue;
        };
        let called: Vec<Number> = same
            .iter()
            .filter(|hit| is_called(cx, sentence, hit.words.start))
            .map(|hit| Number {
                digits: cx.facts.text_of(sentence, hit.words.clone()).to_owned(),
                span: cx.facts.span_of(sentence, hit.words.clone()),
            })
            .collect();
        let right = called.iter().any(|number| {
            regions
                .iter()
                .any(|region| region.answers(&number.digits) == Some(true))
        });
        let several = called
            .iter()
            .any(|number| Some(&number.digits) != called.first().map(|first| &first.digits));
        if !called.is_empty()
            && !(several && (right || !is_declared(cx)))
            && !is_elsewhere(cx, sentence)
        {
            numbers.extend(called);
        }
    }
    numbers
}

/// Whether the number at word `at` is one to call: no part of a longer one, and near a word such as "call".
fn is_called(cx: &Context<'_>, sentence: usize, at: usize) -> bool {
    let (Some(tokens), Some(text)) = (
        cx.facts.tokens.get(sentence),
        cx.facts.sentences.get(sentence).map(Sentence::text),
    ) else {
        return false;
    };
    let is_number = |index: usize| tokens.word(index).bytes().any(|byte| byte.is_ascii_digit());
    let joined = |index: usize| {
        let gap = tokens.gap_before(text, index);
        !gap.is_empty()
            && gap
                .chars()
                .all(|char| matches!(char, ' ' | '-' | '–' | '.' | '\u{a0}'))
    };
    let before = at > 0 && is_number(at - 1) && joined(at);
    let after = is_number(at + 1) && joined(at + 1);
    let dialled = cx.facts.hits_in(Table::Dialling, sentence).iter();
    let mut near = dialled.filter(|hit| hit.words.end <= at && at - hit.words.end <= REACH);
    !before && !after && near.next().is_some()
}

/// Whether a sentence, its heading or the line that leads to its list speaks of other countries.
fn is_elsewhere(cx: &Context<'_>, sentence: usize) -> bool {
    let told = |index: usize| !cx.facts.hits_in(Table::Elsewhere, index).is_empty();
    let Some(within) = cx.facts.sentences.get(sentence) else {
        return false;
    };
    let heading = within.within.section.heading.as_ref();
    let mut headings = heading
        .into_iter()
        .flat_map(|heading| cx.facts.sentences_in(heading.whole()));
    let mut leads = cx
        .facts
        .lists_around(within.span())
        .filter_map(|list| list.lead);
    told(sentence) || headings.any(told) || leads.any(told)
}

fn wrong(cx: &Context<'_>, findings: &mut Findings<'_>, digits: &str, spans: &[Span]) {
    let Some((first, rest)) = spans.split_first() else {
        return;
    };
    let region = &cx.settings.region;
    let Some(own) = region.emergency_number else {
        return;
    };
    let finding = findings
        .report(*first, format!("\"{digits}\" does not reach help in the article's region, {}", region.code))
        .help(format!(
            "Readers there call {own} in an emergency. If this is for another country, say which; if the article is for several, list them in the front matter as regions:."
        ));
    for span in rest {
        finding.label(*span, "here too");
    }
    if !matches!(digits, "111" | "988") {
        let edits = spans
            .iter()
            .map(|span| Edit {
                span: *span,
                text: own.to_owned(),
            })
            .collect();
        finding.fix(Fix {
            title: format!("use {own}"),
            edits,
            safety: Safety::NeedsReview,
        });
    }
}

/// Short numbers that readers are told to call and that bring no help: known nowhere, or a line for something else.
fn unknown(cx: &Context<'_>, regions: &[crate::config::Region], findings: &mut Findings<'_>) {
    let own = cx.settings.region.emergency_number;
    let mut told: Vec<&str> = Vec::new();
    for hit in cx.facts.hits(Table::Dialling) {
        let Some(at) = short_number(cx, hit.sentence, hit.words.end) else {
            continue;
        };
        let digits = cx.facts.text_of(hit.sentence, at..at + 1);
        let answers = |region: &crate::config::Region| region.answers(digits) == Some(true);
        let is_line = regions.iter().any(|region| region.has_line(digits));
        let is_elsewhere = cx.facts.hits_in(Table::EmergencyNumber, hit.sentence);
        let is_read = is_elsewhere.iter().any(|hit| hit.words.contains(&at));
        if is_read
            || regions.iter().any(answers)
            || told.contains(&digits)
            || self::is_elsewhere(cx, hit.sentence)
        {
            continue;
        }
        // Without a region, what answers somewhere may be right.
        let is_known = crate::config::Region::is_known_number(digits);
        let is_wrong = if is_line {
            is_line && helps(cx, hit.sentence)
        } else {
            !is_known || is_declared(cx)
        };
        if !is_wrong {
            continue;
        }
        told.push(digits);
        let message = if is_line || is_known {
            format!(
                "\"{digits}\" is no number for medical help in the article's region, {}",
                cx.settings.region.code
            )
        } else {
            format!("\"{digits}\" is no emergency or health number that is known")
        };
        let finding = findings.report(cx.facts.span_of(hit.sentence, at..at + 1), message);
        finding.help(match own {
            Some(own) => format!("Readers who dial it reach nobody who can help. In an emergency they call {own}; check the number."),
            None => "Readers who dial it reach nobody who can help. Check the number.".to_owned(),
        });
    }
}

/// Words by which a call is not about health.
const OTHER_HELP: &[&str] = &[
    "police",
    "crime",
    "report",
    "policia",
    "denunciar",
    "power",
    "electricity",
    "relay",
    "housing",
    "food",
    "violence",
    "abuse",
    "violencia",
];

/// Whether a sentence that tells to call a line is about health: none of its words is for what the line is there for.
fn helps(cx: &Context<'_>, sentence: usize) -> bool {
    let tokens = cx.facts.tokens_of(sentence);
    !tokens.words().any(|word| OTHER_HELP.contains(&word))
}

/// The word at or right behind `at`, after "on" or "the number", that is a number of two or three digits to call: what follows is no
/// noun that it counts.
fn short_number(cx: &Context<'_>, sentence: usize, at: usize) -> Option<usize> {
    let tokens = cx.facts.tokens_of(sentence);
    let text = cx.facts.sentence(sentence).text();
    let verb = tokens.word(at.checked_sub(1)?);
    let is_verb = !matches!(
        verb,
        "emergency"
            | "emergencies"
            | "ambulance"
            | "numero"
            | "telefono"
            | "telefonos"
            | "text"
            | "tel"
            | "phone"
            | "telephone"
    );
    let leads = |word: &str| {
        matches!(
            word,
            "on" | "al" | "nhs" | "to" | "the" | "number" | "straight"
        )
    };
    let at = (at..at + 3).find(|at| !leads(tokens.word(*at)))?;
    let word = tokens.word(at);
    let is_short = (2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let gap = tokens.gap_before(text, at + 1);
    let next = tokens.word(at + 1);
    let ends = next.is_empty()
        || gap.contains(['.', ',', ';', ')', '!', '?', '\n', ':', '—', '–'])
            && !next.starts_with(|c: char| c.is_ascii_digit());
    let follows = matches!(
        next,
        "now"
            | "today"
            | "if"
            | "for"
            | "or"
            | "and"
            | "right"
            | "immediately"
            | "at"
            | "straight"
            | "when"
            | "as"
            | "first"
            | "ahora"
            | "hoy"
            | "si"
            | "inmediatamente"
            | "ya"
            | "o"
            | "de"
            | "cuando"
            | "en"
    ) && !gap.contains(['/', '-', '.', '%']);
    // "For 24 hours", "at 10 am": a pause or a clock time, not a number to call.
    let is_joined = tokens
        .gap_before(text, at)
        .trim()
        .contains(['/', '-', '.', ':', '$', '£', '+', '(']);
    (is_verb && is_short && !is_joined && (ends || follows)).then_some(at)
}

/// Numbers of several countries in an article that names no region: the rarest is the odd one.
fn mixed(findings: &mut Findings<'_>, numbers: &[Number]) {
    let mut places: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for number in numbers {
        if matches!(number.digits.as_str(), "911" | "999" | "000") {
            places.entry(&number.digits).or_default().push(number.span);
        }
    }
    let odd = places
        .iter()
        .min_by_key(|(_, spans)| (spans.len(), std::cmp::Reverse(spans.first().copied())));
    let usual = places
        .iter()
        .max_by_key(|(_, spans)| (spans.len(), std::cmp::Reverse(spans.first().copied())));
    let (Some((odd, spans)), Some((usual, others))) = (odd, usual) else {
        return;
    };
    let (Some(span), Some(other)) = (spans.first(), others.first()) else {
        return;
    };
    if odd != usual {
        findings
            .report(*span, format!("\"{odd}\" and \"{usual}\" are emergency numbers of different countries"))
            .severity(Severity::Warning)
            .label(*other, format!("\"{usual}\" here"))
            .help("Keep the one of your readers' country, and say in the front matter which it is (region: US). If readers of both use the page, say which number is for whom.");
    }
}

/// Whether advice is for the reader, not what some people do: it opens its sentence, sets a condition or says "should".
fn is_told(cx: &Context<'_>, counsel: &Counsel) -> bool {
    let start = counsel.frame.words.start;
    let before = start
        .checked_sub(1)
        .zip(cx.facts.tokens.get(counsel.sentence));
    let ordered =
        before.is_none_or(|(at, tokens)| matches!(tokens.word(at), "should" | "must" | "debe"));
    ordered
        || counsel.frame.is_conditional
        || cx.facts.is_in_roles(counsel.sentence, &[Role::RedFlags])
}

/// Whether what says how fast is one word for a place or people to go to.
fn is_place(cx: &Context<'_>, counsel: &Counsel) -> bool {
    let tokens = cx.facts.tokens_of(counsel.sentence);
    let words = counsel.level_words();
    words.len() == 1 && PLACES.contains(&tokens.word(words.start))
}

/// Emergency advice in an article that names no number at all.
fn unnamed(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(own) = cx.settings.region.emergency_number else {
        return;
    };
    let emergency =
        |counsel: &&Counsel| counsel.level() == Urgency::Emergency && is_place(cx, counsel);
    let told = |counsel: &&Counsel| is_told(cx, counsel);
    let mut emergencies = cx.facts.counsels().iter().filter(emergency).filter(told);
    let Some(first) = emergencies.next() else {
        return;
    };
    let served = first.frame.has_service && emergencies.all(|counsel| counsel.frame.has_service);
    let has_phone = |index: usize| {
        let digits = cx
            .facts
            .tokens
            .get(index)
            .into_iter()
            .flat_map(Tokens::words);
        digits
            .filter(|word| word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_digit()))
            .count()
            >= 2
    };
    let counsels = cx.facts.counsels();
    let mut red = counsels
        .chunk_by(|one, other| one.sentence == other.sentence)
        .filter_map(|of| of.first().map(|counsel| counsel.sentence));
    if served && cx.facts.hits(Table::EmergencyNumber).is_empty() && !red.any(has_phone) {
        findings
            .report(
                first.span,
                "readers are sent for emergency help and given no number to call",
            )
            .severity(Severity::Info)
            .help(format!(
                "Somebody who cannot travel needs a number: \"call {own} or go to {}\".",
                cx.settings.region.emergency_place
            ));
    }
}
