//! One symptom, several urgencies.

use super::conflict::{self, Conflict};
use super::played_down::{PlayedDown, played_down};
use crate::facts::{ConceptUse, Urgency};
use crate::rules::faq::faq_contradicts_body::is_reported;
use crate::rules::prelude::*;
use std::collections::BTreeSet;

rule! {
    /// The same sign gets different urgencies in different places.
    ///
    /// ## Why it matters
    /// A list says "prompt", a sentence below it "urgent", the conclusion "see your provider", an answer in the FAQ
    /// "immediately". A reader who finds the slowest of them first may wait too long.
    ///
    /// The rule binds each piece of advice to the signs that it is about: in the same item, row or sentence, from the line that
    /// leads to a list, from the heading, from a sentence after the list that points back ("These signs ..."), from an
    /// answer to its question, and from "red flags" or "warning signs" to all signs of the most urgent list. Signs come
    /// from topic packs, from the article's own red flags and from what its urgent advice is about, so it works on any
    /// topic. Signs that conflict in exactly the same places are one finding.
    ///
    /// It is an error where one of the places is an emergency or two are two steps apart, else a warning. The steps are:
    /// self-care, routine (an appointment), soon (within days), urgent (the same day), emergency (now).
    ///
    /// A sentence that puts a sign off ("it can wait", "at your next check-up") or calls it common is compared with the red
    /// flags by most of its words, in other words too: "throws up three or four times" is "vomits repeatedly". Such a finding is a
    /// warning, and a remark where the sign is only called common; with the very words of an emergency it is an error. Words such as "a little" or "some", a number that does not
    /// reach the limit, or a red flag that is "heavy" or "sudden" make another sign of it.
    ///
    /// It does not see through negation over several words, conditions in another sentence, or one sign in two wordings
    /// ("throwing up", "vomiting") that no pack knows.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Head injury
    ///
    /// ## When to get help
    ///
    /// See your doctor soon if you have:
    ///
    /// - repeated vomiting
    /// - a seizure after the injury
    ///
    /// ## FAQ
    ///
    /// ### What should I do about repeated vomiting?
    ///
    /// Call 911 right away.
    /// ```
    ///
    /// A sign that is put off in other words:
    /// ```markdown,flag
    /// # Knock on the head
    ///
    /// ## The first day
    ///
    /// A child who throws up several times can rest at home.
    ///
    /// ## When to get help
    ///
    /// Call 911 now if your child:
    ///
    /// - vomits repeatedly
    /// - has a fit
    /// ```
    ///
    /// A sign that is told to be normal, in a sentence or a list, or to be left at home:
    /// ```markdown,flag
    /// # Sinus operation
    ///
    /// ## At home
    ///
    /// Double vision is normal for a few days.
    ///
    /// ## Call 911 if you have:
    ///
    /// - double vision
    /// - a stiff neck
    /// ```
    ///
    /// ```markdown,flag
    /// # Sinus operation
    ///
    /// ## At home
    ///
    /// These are normal:
    ///
    /// - a blocked nose
    /// - double vision
    ///
    /// ## Call 911 if you have:
    ///
    /// - double vision
    /// - a stiff neck
    /// ```
    ///
    /// ```markdown,flag
    /// # Sinus operation
    ///
    /// ## At home
    ///
    /// If you cannot move your neck, lie down and rest.
    ///
    /// ## Call 911 if:
    ///
    /// - you cannot move your neck
    /// - you see double
    /// ```
    ///
    /// A question may name the sign in other words, or one side of an "or":
    /// ```markdown,flag
    /// # Iron tablets
    ///
    /// ## Call 911 now if:
    ///
    /// - your stools are black and sticky
    ///
    /// ## FAQ
    ///
    /// ### What if my poop turns black?
    ///
    /// Mention it at your next check-up.
    /// ```
    ///
    /// Items with advice of their own are compared with the lists that name the sign:
    /// ```markdown,flag
    /// # Gallstones
    ///
    /// ## Key points
    ///
    /// - See your doctor if your skin turns yellow.
    /// - Eat less fat.
    ///
    /// ## Call 911 if you have:
    ///
    /// - belly pain so bad that you cannot sit still
    /// - yellow skin
    /// ```
    ///
    /// Tables and running text count too:
    /// ```markdown,flag
    /// # Heat stroke
    ///
    /// | Sign | What to do |
    /// | --- | --- |
    /// | Hot skin and confusion | See your doctor |
    /// | Thirst | Drink water |
    ///
    /// ## Summary
    ///
    /// Call 911 if the person has hot skin and confusion.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Head injury
    ///
    /// ## When to get help
    ///
    /// Call 911 now if you have:
    ///
    /// - repeated vomiting
    /// - a seizure after the injury
    ///
    /// ## FAQ
    ///
    /// ### What should I do about repeated vomiting?
    ///
    /// Call 911 right away.
    /// ```
    ///
    /// What is less than the red flag may wait:
    /// ```markdown,pass
    /// # Tonsil operation
    ///
    /// ## The first days
    ///
    /// A little blood in the spit is common. If your nose bleeds for 2 minutes, tell us at your next visit.
    ///
    /// ## When to get help
    ///
    /// Call 999 now if:
    ///
    /// - there is heavy bleeding or blood in the spit
    /// - a nosebleed lasts longer than 20 minutes
    /// ```
    ///
    /// ```markdown,pass
    /// # Sinus operation
    ///
    /// ## At home
    ///
    /// These are normal:
    ///
    /// - a few drops of blood
    /// - some swelling
    ///
    /// You do not need to call us about a blocked nose. Lie down and rest after you come home.
    ///
    /// ## Call 911 if:
    ///
    /// - blood runs from your nose and does not stop
    /// - swelling closes your eye
    /// ```
    ///
    /// A list for each speed is what readers need:
    /// ```markdown,pass
    /// # Low back pain
    ///
    /// ## See your doctor if:
    ///
    /// - the pain has not eased after 6 weeks
    ///
    /// ## Call your doctor today if:
    ///
    /// - you have a fever
    ///
    /// ## Call 911 if:
    ///
    /// - you have numbness between your legs
    ///
    /// ## What to expect
    ///
    /// Temporary numbness of the skin is normal. It can start immediately after the run. It is not an emergency.
    /// ```
    ///
    /// Words that lead to the next list say nothing of the one before:
    /// ```markdown,pass
    /// # Cough
    ///
    /// ## When to get help
    ///
    /// See a GP if you have any of these:
    ///
    /// - a cough for 3 weeks
    ///
    /// Call 999 if you have any of these:
    ///
    /// - you cannot breathe
    /// ```
    ///
    /// ```markdown,pass
    /// ---
    /// lang: es
    /// ---
    ///
    /// # Tos
    ///
    /// ## Cuándo buscar ayuda
    ///
    /// Vea a su médico si tiene alguno de estos síntomas:
    ///
    /// - tos de más de 3 semanas
    ///
    /// Llame al 911 si tiene alguno de estos síntomas:
    ///
    /// - no puede respirar
    /// ```
    ///
    /// A condition makes another sign of it:
    /// ```markdown,pass
    /// # Fever in adults
    ///
    /// ## Call your doctor if:
    ///
    /// - a fever over 38 °C lasts longer than 3 days
    ///
    /// ## Call 911 if:
    ///
    /// - a fever comes with a stiff neck
    /// ```
    /// So does what a reader does when it happens, and a reason is not another level:
    /// ```markdown,pass
    /// # Asthma
    ///
    /// ## Call 999 or go to A&E if:
    ///
    /// - you have trouble breathing
    /// - your lips turn blue
    ///
    /// These can be signs of a severe attack and need urgent treatment in hospital.
    ///
    /// ## Sport
    ///
    /// If you have trouble breathing during exercise, make an appointment with your asthma nurse.
    /// ```
    ///
    /// A treatment that the signs call for is a reason, too:
    /// ```markdown,pass
    /// # Groin hernia
    ///
    /// Call 999 or go to A&E if you have:
    ///
    /// - a lump that is hard and very painful
    /// - vomiting that does not stop
    ///
    /// These could be signs of a trapped bowel, which needs surgery, ideally within 12 hours.
    /// ```
    ///
    /// The time may stand behind a number, a bracket, hours or a second service, and "now" in a condition is none:
    /// ```markdown,pass
    /// # Blood thinners
    ///
    /// ## When to get help
    ///
    /// Call the clinic on 01632 960 018 the same day, or 111 at other times, if you:
    ///
    /// - find bruises that you cannot explain
    /// - may be pregnant
    ///
    /// Ring the ward (01632 960 019, open from 9am to 5pm) the same day if:
    ///
    /// - your wound turns red
    ///
    /// ## FAQ
    ///
    /// ### Do I bruise more easily?
    ///
    /// If you find bruises that you cannot explain, see a doctor that day.
    ///
    /// ### Can I have a baby?
    ///
    /// If you may be pregnant now, call us the same day.
    ///
    /// ### What if my wound turns red?
    ///
    /// For now, cover it, and call us the same day.
    /// ```
    ///
    /// ```markdown,pass
    /// ---
    /// lang: es
    /// ---
    /// # Quimioterapia
    ///
    /// ## Cuándo pedir ayuda
    ///
    /// Llame al hospital al 955 555 019 de inmediato si:
    ///
    /// - tiene 38 °C o más
    /// - vomita sin parar
    ///
    /// ## Preguntas frecuentes
    ///
    /// ### ¿Puedo tomar paracetamol?
    ///
    /// Si tiene 38 °C o más, llámenos antes de tomarlo.
    /// ```
    ///
    /// "Call 111 or your GP" leaves the choice, so it agrees with "call your GP":
    /// ```markdown,pass
    /// # Earache
    ///
    /// ## Call 111 or your GP if:
    ///
    /// - fluid comes out of the ear
    /// - the pain lasts longer than 3 days
    ///
    /// ## Summary
    ///
    /// Most earaches go away. Call your GP if fluid comes out of the ear.
    /// ```
    RULE { name: "urgency-conflict", severity: Error, since: "0.1.0",
        standard: "NHS care cards (one level for one sign); PEMAT 10",
        summary: "one sign gets different urgencies in different places" }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let conflicts = conflict::conflicts(cx.facts);
    for conflict in &conflicts {
        report(cx, findings, conflict);
    }
    let counsels = conflicts.iter().flat_map(|conflict| &conflict.counsels);
    let counselled = counsels.map(|counsel| cx.facts.counsel(*counsel).sentence);
    let concepts = conflicts.iter().flat_map(|conflict| &conflict.concepts);
    let concepts = concepts.filter_map(|index| cx.facts.concepts().get(*index));
    let named = concepts.flat_map(|concept| concept.mentions.iter().map(|one| one.sentence));
    let known: BTreeSet<usize> = counselled.chain(named).collect();
    for found in played_down(cx.facts) {
        // Of signs that an answer calms, the rule on answers tells.
        let is_told = || is_reported(cx, cx.facts.sentence(found.sentence).span());
        let is_known = known.contains(&found.sentence) || known.contains(&found.item);
        if !is_known && !is_told() {
            report_played_down(cx, findings, &found);
        }
    }
}

/// Reports a sign that is put off: an error where it has the words of the red flags, else a warning, since two wordings may
/// mean two things.
fn report_played_down(cx: &Context<'_>, findings: &mut Findings<'_>, found: &PlayedDown) {
    let item = cx.facts.sentence(found.item);
    let name = item.text().trim_end_matches(['.', ';', ',']);
    let does = if found.is_put_off {
        "puts off"
    } else {
        "calls common"
    };
    let what = if found.is_same {
        "a red flag"
    } else {
        "what seems to be a red flag"
    };
    let message = format!("{does} {what}: \"{name}\"; readers may wait too long");
    let severity = match (found.is_same, found.is_put_off) {
        (true, _) if found.level == Urgency::Emergency => Severity::Error,
        (false, false) => Severity::Info,
        _ => Severity::Warning,
    };
    let finding = findings.report(cx.facts.sentence(found.sentence).span(), message);
    let level = found.level;
    finding
        .severity(severity)
        .label(
            item.span(),
            format!("here: {}, {}", level.name(), level.meaning()),
        )
        .help("If both mean the same sign, use the higher urgency in both places. If they do not, say what tells them apart: how much, how long, in whom.");
}

fn report(cx: &Context<'_>, findings: &mut Findings<'_>, conflict: &Conflict) {
    let concepts: Vec<&ConceptUse> = conflict
        .concepts
        .iter()
        .filter_map(|index| cx.facts.concepts().get(*index))
        .collect();
    let mut names: Vec<String> = concepts
        .iter()
        .map(|concept| format!("\"{}\"", name(cx, concept)))
        .collect();
    names.dedup();
    let mut words: Vec<String> = Vec::new();
    for index in &conflict.counsels {
        let counsel = cx.facts.counsel(*index);
        let told = format!(
            "\"{}\" ({})",
            cx.article.source.slice(counsel.word),
            counsel.level().name()
        );
        if !words.contains(&told) {
            words.push(told);
        }
    }
    let gets = if names.len() == 1 { "gets" } else { "each get" };
    let message = format!(
        "{} {gets} different urgencies: {}; readers may follow the slowest",
        names.join(", "),
        words.join(", ")
    );
    let grave =
        conflict.highest == Urgency::Emergency || conflict.highest.gap(conflict.lowest) >= 2;
    let finding = findings.report(primary(cx, &concepts), message);
    finding
        .severity(if grave {
            Severity::Error
        } else {
            Severity::Warning
        })
        .help(help(cx, &concepts, conflict));
    for index in &conflict.counsels {
        let counsel = cx.facts.counsel(*index);
        let word = cx.article.source.slice(counsel.word);
        finding.label(
            counsel.word,
            format!(
                "\"{word}\" here: {}, {}",
                counsel.level().name(),
                counsel.level().meaning()
            ),
        );
    }
}

/// What a concept is called: the words of the list item that names it, else the pack's label.
fn name(cx: &Context<'_>, concept: &ConceptUse) -> String {
    let listed = concept.mentions.iter().find(|mention| {
        mention.is_red_flag && cx.facts.lists_around(mention.span).next().is_some()
    });
    match listed {
        Some(mention)
            if concept.known.is_none() || cx.facts.tokens_of(mention.sentence).len() <= 12 =>
        {
            // An item that gives advice of its own is called by what the advice is about.
            let advises = cx.facts.counsels_of(mention.sentence).next().is_some();
            let whole = cx.facts.sentence(mention.sentence).text();
            let words = cx.facts.text_of(mention.sentence, mention.words.clone());
            { if advises { words } else { whole } }
                .trim_end_matches(['.', ';', ','])
                .to_owned()
        }
        _ => concept.label.clone(),
    }
}

/// The first place that names one of the concepts: the whole item, or the mention in running text.
fn primary(cx: &Context<'_>, concepts: &[&ConceptUse]) -> Span {
    let first = concepts
        .iter()
        .flat_map(|concept| {
            concept
                .bindings
                .iter()
                .map(|binding| concept.bound(binding))
        })
        .min_by_key(|mention| (!mention.is_red_flag, mention.span));
    first.map_or_else(
        || cx.article.title_span(),
        |mention| cx.facts.sentence(mention.sentence).span(),
    )
}

fn help(cx: &Context<'_>, concepts: &[&ConceptUse], conflict: &Conflict) -> String {
    let expected = concepts
        .iter()
        .filter_map(|concept| concept.expected())
        .max();
    let level = expected.map_or(conflict.highest, |expected| expected.max(conflict.highest));
    let source = concepts
        .iter()
        .filter_map(|concept| concept.known)
        .filter(|(_, known)| Some(known.urgency) == expected)
        .find_map(|(_, known)| known.sources.first());
    let region = &cx.settings.region;
    let words = match (level, region.emergency_number) {
        (Urgency::Emergency, Some(number)) => format!(
            ", such as \"Call {number} or go to {} now\"",
            region.emergency_place
        ),
        _ => String::new(),
    };
    let by = source.map_or_else(String::new, |source| {
        format!(
            " {} puts it at {}.",
            source.short(),
            expected.map_or("", Urgency::name)
        )
    });
    format!(
        "Use one level in every place, the highest that applies: {} ({}){words}.{by}",
        level.name(),
        level.meaning()
    )
}
