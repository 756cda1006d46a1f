//! Numbers for the same thing that differ from place to place.

use super::ages;
use super::asked_numbers;
use super::course;
use super::daily_limit;
use super::number_places::{Reported, conflict, different, is_one_section};
use super::number_topics::{Key, Place, groups};
use crate::facts::quantity::{Class, Topic};
use crate::facts::{Quantity, QuantityKind};
use crate::rules::prelude::*;

rule! {
    /// Two places give numbers for the same thing that cannot both be right.
    ///
    /// ## Why it matters
    /// "Relief lasts 4 to 6 hours" on page one and "up to 3 weeks" on page two: the reader follows one of them, and nobody
    /// knows which. With doses, ages, temperatures, time limits and phone numbers that can do harm; with other numbers the
    /// finding is a warning.
    ///
    /// Compared are numbers of one kind whose clauses say the same of the same subject; all other words must agree, so that
    /// a diagnostic and a steroid injection, children and adults, or the usual and the rare case are never mixed up. Ranges
    /// that overlap agree; "about" widens a number by half. "Up to 6 weeks" agrees with "2 to 6 weeks", not with "2 weeks".
    /// Limits ("if it lasts more than 6 weeks") are compared with limits for the same kind of advice only.
    ///
    /// An answer of the FAQ is read with its question: "How long does recovery take?", "It is over in 12 weeks" is compared
    /// with every other place that says when the same thing is over. It is reported where none of them agrees, as a warning: that
    /// two wordings mean the same is never quite sure. Where the other place says more than question and answer do, it is a
    /// matter of style (info). Numbers of Spanish articles are compared in the same way.
    ///
    /// The age from which something is offered, and the age at which an illness is usual, are compared in any words ("from
    /// 50", "on your 60th birthday", "in their thirties"), as warnings; ages for some people, or of another dose, are left out.
    /// Numbers under headings or questions that name different medicines are never compared.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Bowel screening
    ///
    /// Everyone aged 50 to 74 is sent a kit.
    ///
    /// ## Your first kit
    ///
    /// Invitations start when you turn 60.
    /// ```
    ///
    /// ```markdown,flag
    /// # Medial branch block
    ///
    /// ## What to expect
    ///
    /// The relief usually lasts 4 to 6 hours.
    ///
    /// ## After the block
    ///
    /// For most people the relief lasts up to 3 weeks.
    /// ```
    ///
    /// ```markdown,flag
    /// # Back pain
    ///
    /// If the pain persists more than 6 weeks, see your doctor.
    ///
    /// ## When to get help
    ///
    /// Make an appointment with your doctor if the pain lasts more than 2 weeks.
    /// ```
    ///
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// The procedure takes about 30 minutes.
    ///
    /// ## FAQ
    ///
    /// ### How long does the block take?
    ///
    /// Two hours.
    /// ```
    ///
    /// ```markdown,flag
    /// # Flu
    ///
    /// Most people get better within 6 weeks.
    ///
    /// ## When to get help
    ///
    /// Recovery takes 2 weeks. Lie down.
    /// ```
    ///
    /// ```markdown,flag
    /// # Flu
    ///
    /// If a fever lasts longer than 3 days, see your doctor.
    ///
    /// ## When to get help
    ///
    /// See your doctor if you have had a fever for more than 5 days.
    /// ```
    ///
    /// ```markdown,flag
    /// # Sprains
    ///
    /// Apply ice for 15 minutes at a time.
    ///
    /// ## At home
    ///
    /// Use ice for 45 minutes at a time.
    /// ```
    ///
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// Do not drive for 24 hours.
    ///
    /// ## Afterwards
    ///
    /// You should not drive for 12 hours.
    /// ```
    ///
    /// ```markdown,flag
    /// # Nerve block
    ///
    /// Questions? Call the pain clinic on 555-010-0199.
    ///
    /// ## Afterwards
    ///
    /// If you have a fever, call the pain clinic: 555-010-0189.
    /// ```
    ///
    /// ```markdown,flag
    /// # Ibuprofen
    ///
    /// Take 200 mg every 4 to 6 hours. Do not take more than 1,200 mg in 24 hours.
    ///
    /// ## FAQ
    ///
    /// ### How much can I take?
    ///
    /// You can take up to 3,200 mg a day.
    /// ```
    ///
    /// How long to go without food or drink:
    /// ```markdown,flag
    /// # Gastroscopy
    ///
    /// Stop drinking 2 hours before the test.
    ///
    /// ## On the day
    ///
    /// Take your last sip of water 6 hours before the test.
    /// ```
    ///
    /// How long to take a medicine:
    /// ```markdown,flag
    /// # Penicillin for a sore throat
    ///
    /// ## How to take it
    ///
    /// Take one tablet four times a day, for 5 days.
    ///
    /// ## In short
    ///
    /// Take penicillin four times a day for 10 days.
    /// ```
    ///
    /// What a question asks, the body may say in other words:
    /// ```markdown,flag
    /// # Sprained wrist
    ///
    /// The wrist is back to normal after 3 to 5 weeks.
    ///
    /// ## FAQ
    ///
    /// ### How long does recovery take?
    ///
    /// It takes about 4 months.
    /// ```
    ///
    /// ```markdown,flag
    /// # Nose surgery
    ///
    /// The nose is packed under anaesthetic. The operation is short and takes 40 minutes. You can swim again after 6 weeks.
    ///
    /// ## FAQ
    ///
    /// ### How long is the operation?
    ///
    /// About 40 minutes.
    ///
    /// ### When can I go swimming?
    ///
    /// Wait two weeks.
    /// ```
    ///
    /// ```markdown,flag
    /// # Scalp ringworm
    ///
    /// About 1 in 20 children get ringworm.
    ///
    /// ## FAQ
    ///
    /// ### How common is it?
    ///
    /// It affects 1 child in 4.
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// lang: es
    /// ---
    ///
    /// # Faringitis
    ///
    /// El dolor de garganta desaparece en 5 días.
    ///
    /// ## Preguntas
    ///
    /// ### ¿Cuánto dura el dolor de garganta?
    ///
    /// Dura unas tres semanas.
    /// ```
    ///
    /// ```markdown,flag
    /// ---
    /// lang: es
    /// ---
    ///
    /// # Gastroscopia
    ///
    /// No beba agua durante las 2 horas antes de la prueba. Puede conducir después de 24 horas.
    ///
    /// ## Preguntas
    ///
    /// ### ¿Cuándo puedo conducir?
    ///
    /// No conduzca durante 3 días.
    /// ```
    ///
    /// Two plain orders to take one medicine that differ in how often:
    /// ```markdown,flag
    /// # Leflunomide
    ///
    /// Take one tablet once a day.
    ///
    /// ## Tips
    ///
    /// Take one tablet twice a day with food.
    /// ```
    ///
    /// ## Better
    /// What the answer gives for other readers, parts or cases is no conflict, nor is an answer that some place agrees with:
    /// ```markdown,pass
    /// # Wrist surgery
    ///
    /// The operation takes 40 minutes. The swelling goes down within 2 weeks. The stitches come out after 12 days.
    ///
    /// You can drive after 3 weeks. With a plaster cast it takes 6 weeks.
    ///
    /// ## FAQ
    ///
    /// ### How long does recovery take?
    ///
    /// About 3 months.
    ///
    /// ### When can I drive?
    ///
    /// Children's seats need strong hands: wait 2 months before you drive children.
    ///
    /// ### How long does it take?
    ///
    /// Less than an hour.
    ///
    /// ### When can I drive with a plaster cast?
    ///
    /// After six weeks.
    /// ```
    ///
    /// What a treatment is for goes on for longer than the treatment, and who had it is not well when it is over:
    /// ```markdown,pass
    /// # Laser treatment for warts
    ///
    /// The appointment lasts 15 minutes.
    ///
    /// ## FAQ
    ///
    /// ### How long do warts last?
    ///
    /// They can last for two years.
    ///
    /// ### How long is the laser treatment?
    ///
    /// It is over in 15 minutes.
    ///
    /// ### When will my skin be back to normal after the treatment?
    ///
    /// In about 3 weeks.
    /// ```
    ///
    /// ```markdown,pass
    /// ---
    /// lang: es
    /// ---
    ///
    /// # Faringitis
    ///
    /// El dolor desaparece en 5 días. La tos puede durar 3 semanas. En los niños el dolor dura 8 días.
    ///
    /// ## Preguntas
    ///
    /// ### ¿Cuánto dura el dolor?
    ///
    /// De tres a cinco días.
    ///
    /// ### ¿Cuánto dura la tos?
    ///
    /// Unas tres semanas.
    /// ```
    ///
    /// ```markdown,pass
    /// # Paracetamol
    ///
    /// Adults: no more than 4 g in 24 hours.
    ///
    /// ## Children under 12
    ///
    /// Give no more than 2 g in 24 hours.
    ///
    /// ## FAQ
    ///
    /// ### Can I take more?
    ///
    /// Some people weigh under 50 kg: they take up to 3,000 mg a day. If your doctor says so, you may take up to 2 g a day.
    /// ```
    ///
    /// ```markdown,pass
    /// # Medial branch block
    ///
    /// The relief usually lasts 4 to 6 hours. In some people relief lasts up to 3 weeks.
    ///
    /// ## After the block
    ///
    /// The relief from a steroid injection lasts up to 3 weeks. The relief lasts about 5 hours.
    /// ```
    ///
    /// Each item of a list speaks of its own medicine, and food is not drink:
    /// ```markdown,pass
    /// # Before an operation on the hand
    ///
    /// - Paracetamol: up to 4,000 mg a day.
    /// - Etoricoxib: up to 90 mg a day.
    ///
    /// Do not eat for 6 hours before the operation.
    ///
    /// ## On the day
    ///
    /// You can drink water until 2 hours before the operation.
    /// ```
    ///
    /// Who or what is named first counts:
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Most people get better within 6 weeks.
    ///
    /// ## Sciatica
    ///
    /// With sciatica, most people get better after 12 weeks. For children, 2 weeks of rest are enough.
    /// ```
    ///
    /// Different limits for different advice are no conflict:
    /// ```markdown,pass
    /// # Back pain
    ///
    /// If the pain lasts more than 2 days, try a heat pack.
    ///
    /// ## When to get help
    ///
    /// See your doctor if the pain lasts more than 6 weeks. Call 911 if the pain lasts more than 2 weeks and you cannot walk.
    ///
    /// Pain that lasts more than 3 months is called chronic.
    /// ```
    ///
    /// Steps of one plan are no conflict, nor are people who differ:
    /// ```markdown,pass
    /// # Sprains
    ///
    /// Adults take 400 mg ibuprofen. Children take 200 mg ibuprofen.
    ///
    /// ## Exercise
    ///
    /// - In the first week, walk 10 minutes a day.
    /// - In the second week, walk 20 minutes a day.
    /// ```
    ///
    /// ```markdown,pass
    /// # Eating less fat
    ///
    /// 1,200 calories a day
    ///
    /// 8 grams of saturated fat a day
    ///
    /// 1,500 calories a day
    ///
    /// 10 grams of saturated fat a day
    ///
    /// 1,800 calories a day
    ///
    /// 12 grams of saturated fat a day
    /// ```
    ///
    /// ```markdown,pass
    /// # Fever
    ///
    /// A fever is a temperature of 38 °C or more.
    ///
    /// ## When to get help
    ///
    /// A fever is a temperature above 100.4 °F.
    /// ```
    ///
    /// Parts whose headings tell two cases apart, and cases that are told by a count or a condition:
    /// ```markdown,pass
    /// # Broken ankle
    ///
    /// ## If you had a plaster
    ///
    /// Office work takes 2 to 3 weeks.
    ///
    /// ## If you had a metal plate
    ///
    /// Office work takes 8 weeks. The plate comes out; if that's done, you're seen again in 2 years.
    ///
    /// ## X-rays
    ///
    /// You'll be seen again in 6 months.
    /// ```
    ///
    /// ```markdown,pass
    /// # Bladder stones
    ///
    /// ## X-rays
    ///
    /// - 1 or 2 small stones: every 2 years
    /// - 3 or 4 small stones: every year
    ///
    /// ## FAQ
    ///
    /// ### When is my next X-ray?
    ///
    /// With one or two small stones, it is in 2 years.
    /// ```
    ///
    /// A number that looks back, one that is only asked about, a condition, and a time to wait that has no end:
    /// ```markdown,pass
    /// # Shingles
    ///
    /// The vaccine is not for you if you are ill, or took famciclovir in the last 48 hours.
    ///
    /// ## Treatment
    ///
    /// Take famciclovir three times a day for 7 days.
    /// ```
    ///
    /// ```markdown,pass
    /// # Rabies vaccine
    ///
    /// Most people need 1 dose a year.
    ///
    /// ## FAQ
    ///
    /// ### Does my daughter need three doses?
    ///
    /// Only if she has not had three doses before.
    /// ```
    ///
    /// ```markdown,pass
    /// # Shingles
    ///
    /// The itching goes away in 4 days. Do not drive for at least 12 hours.
    ///
    /// ## FAQ
    ///
    /// ### When can I go back to work?
    ///
    /// On any day, as long as 6 hours have passed and the itching is gone. Many people drive again within a week.
    /// ```
    ///
    /// Who asks when something happens does not ask how long something else is to be left, and what helps is not what a number
    /// is about:
    /// ```markdown,pass
    /// # Corneal graft
    ///
    /// - Do not rub the eye for 3 weeks.
    ///
    /// ## FAQ
    ///
    /// ### When will the other eye be done?
    ///
    /// After 9 months.
    /// ```
    ///
    /// ```markdown,pass
    /// # Corneal graft
    ///
    /// ## At home
    ///
    /// - wear eye make-up for 3 weeks
    ///
    /// ## FAQ
    ///
    /// ### Can I drive soon?
    ///
    /// Most people can do so within a day with the other eye's help.
    /// ```
    ///
    /// ```markdown,pass
    /// # Sprained thumb
    ///
    /// Wear the splint for 2 weeks if you are over 50, and for 5 weeks if you are younger.
    ///
    /// ## FAQ
    ///
    /// ### How long do I wear the splint?
    ///
    /// Two weeks if you're over 50; five weeks if you're under 50.
    /// ```
    ///
    /// ```markdown,pass
    /// ---
    /// lang: es
    /// ---
    ///
    /// # Naproxeno
    ///
    /// ## Dosis
    ///
    /// Adultos: 250 mg cada 8 horas. Niños: de 5 a 7 mg por kilo cada 12 horas.
    ///
    /// ## Sobredosis
    ///
    /// Si un niño ha tomado más de 50 mg por kilo, llame. Por encima de 200 mg por kilo, vaya a urgencias.
    /// ```
    ///
    /// Limits of a list that says when to get help, and two times in one clause:
    /// ```markdown,pass
    /// ---
    /// lang: es
    /// ---
    ///
    /// # Gripe
    ///
    /// El dolor suele durar 2 días y la fiebre de 4 a 5. Tome paracetamol, 500 mg cada 6 horas.
    ///
    /// ## Cuándo pedir ayuda
    ///
    /// Pida cita si:
    ///
    /// - la fiebre dura más de 6 días
    ///
    /// ## Preguntas
    ///
    /// ### ¿Cuánto paracetamol puedo tomar?
    ///
    /// Como máximo, 2 g de paracetamol al día.
    /// ```
    ///
    /// Medicines, readers and steps that differ:
    /// ```markdown,pass
    /// # Penicillin for a sore throat
    ///
    /// ## Adults
    ///
    /// Take one tablet four times a day for 10 days.
    ///
    /// ## Children
    ///
    /// Give 5 ml four times a day for 5 days.
    ///
    /// ## Pain
    ///
    /// Take ibuprofen four times a day for 3 days. If you get it again, take penicillin four times a day for 14 days.
    /// ```
    ///
    /// Different medicines have their own numbers, and so have people at risk:
    /// ```markdown,pass
    /// # Painkillers at home
    ///
    /// The vaccine is offered from age 65. If you have diabetes, you are offered it from age 18.
    ///
    /// ## Paracetamol
    ///
    /// Leave at least four hours between doses.
    ///
    /// ## Ibuprofen
    ///
    /// Leave at least six hours between doses.
    /// ```
    RULE {
        name: "number-conflict", severity: Error, since: "0.1.0",
        standard: "EQIP; consistency",
        summary: "two places give different numbers for the same thing",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut reported = Reported::default();
    let mut orders = None;
    if cx.article.base_lang() == "en" {
        let groups = groups(cx);
        daily_limit::report(cx, findings);
        orders = course::conflict(cx.facts).filter(|found| {
            let pair = (found.one.sentence, found.other.sentence);
            is_rate(found) || !Reported::among(cx.facts, &groups).has(pair)
        });
        for (key, places) in &groups {
            let is_told = orders.as_ref().is_some_and(|found| {
                let has = |number: &Quantity| {
                    places
                        .iter()
                        .any(|place| place.quantity.sentence == number.sentence)
                };
                is_rate(found)
                    && key.0 == QuantityKind::Frequency
                    && has(found.one)
                    && has(found.other)
            });
            if !is_told {
                report(cx, key, places, findings);
            }
        }
        if let Some(found) = &orders {
            report_orders(cx, found, findings);
        }
        reported = Reported::among(cx.facts, &groups);
        ages::report(cx, findings, |pair| reported.has(pair));
    }
    let is_told = |(one, other): (usize, usize)| {
        orders.as_ref().is_some_and(|found| {
            let pair = [found.one.sentence, found.other.sentence];
            pair.contains(&one) && pair.contains(&other)
        })
    };
    asked_numbers::report(cx, findings, |pair| reported.has(pair) || is_told(pair));
}

/// Whether two orders differ in how often.
fn is_rate(found: &course::Conflict<'_>) -> bool {
    found.one.kind == QuantityKind::Frequency
}

/// Reports two orders to take one medicine that differ in how often or for how long.
fn report_orders(cx: &Context<'_>, found: &course::Conflict<'_>, findings: &mut Findings<'_>) {
    let text = |quantity: &Quantity| cx.facts.quantity_text(quantity);
    let (one, other) = (text(found.one), text(found.other));
    let way = if is_rate(found) {
        "take it"
    } else {
        "take it for"
    };
    findings
        .report(
            found.one.span,
            format!("{way} \"{one}\" here and \"{other}\" elsewhere"),
        )
        .label(found.other.span, format!("\"{other}\" here"))
        .help(help(found.one.kind));
}

fn report(cx: &Context<'_>, key: &Key<'_>, places: &[Place<'_>], findings: &mut Findings<'_>) {
    let (kind, _, _, topic, ..) = key;
    let facts = cx.facts;
    let different = different(facts, places);
    if different.len() > 2 && is_one_section(facts, &different) {
        return;
    }
    let Some((first, other)) = conflict(facts, &different, topic) else {
        return;
    };
    let source = &cx.article.source;
    let (one, two) = (source.slice(first.span), source.slice(other.span));
    let finding = findings
        .report(
            first.span,
            format!("\"{one}\" here and \"{two}\" elsewhere{}", subject(topic)),
        )
        .help(help(*kind));
    if !is_harmful(*kind) {
        finding.severity(Severity::Warning);
    }
    for place in places.iter().filter(|place| place.span != first.span) {
        finding.label(place.span, format!("\"{}\" here", source.slice(place.span)));
    }
}

fn is_harmful(kind: QuantityKind) -> bool {
    match kind {
        QuantityKind::Duration
        | QuantityKind::Age
        | QuantityKind::Temperature
        | QuantityKind::Dose
        | QuantityKind::Volume
        | QuantityKind::Phone => true,
        QuantityKind::Count
        | QuantityKind::Percentage
        | QuantityKind::Ratio
        | QuantityKind::Frequency
        | QuantityKind::Money
        | QuantityKind::Length
        | QuantityKind::Weight
        | QuantityKind::Lab
        | QuantityKind::Other
        | QuantityKind::Emergency
        | QuantityKind::Date
        | QuantityKind::Year => false,
    }
}

fn subject(topic: &Topic) -> &'static str {
    if topic.is_limit {
        return " as the limit for the same advice";
    }
    match topic.class {
        Class::Lasts => " for how long the same thing lasts",
        Class::Improves => " for when the same thing gets better",
        Class::Takes => " for how long the same thing takes",
        Class::Waits => " for how long to wait with the same thing",
        Class::Fasts => " for how long to go without the same thing",
        Class::Uses | Class::Other => " for the same thing",
    }
}

pub(super) fn help(kind: QuantityKind) -> &'static str {
    if kind == QuantityKind::Phone {
        "Readers will call one of them, maybe the wrong one. Check which number is right and give it everywhere."
    } else {
        "Readers follow the number they happen to read. Give the same one everywhere, or say why it differs."
    }
}
