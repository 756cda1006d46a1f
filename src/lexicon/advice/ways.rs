//! The words between a service and the time that say how and when to reach it: a number, a bracket, hours, a second service.

use super::{Advice, LEVEL_REACH};
use crate::lexicon::token::Tokens;
use std::ops::Range;

/// The most words between "or" and the second service: "or your out-of-hours team".
const SECOND_GAP: usize = 4;

impl Advice {
    /// Where the words may start that say how fast, before and behind the advice `words`.
    ///
    /// Behind it, the reach is counted from the end of all that only says how to reach the service: "Call the clinic on 01234
    /// 567 890 (open 9 to 5) the same day". Before it, a time in the condition is no speed: "If you are ill now, call us".
    pub(super) fn reach(
        &self,
        text: &str,
        tokens: &Tokens,
        words: &Range<usize>,
        scope: &Range<usize>,
    ) -> Range<usize> {
        let behind = self.past_ways(text, tokens, words.end..scope.end);
        let reach_end = (behind + LEVEL_REACH + 1).min(scope.end);
        let sets = |index: &usize| self.conditions.match_at(tokens, *index).is_some();
        let to = (words.end..reach_end).find(sets).unwrap_or(reach_end);
        self.reach_start(text, tokens, words.start, scope.start)..to
    }

    fn reach_start(&self, text: &str, tokens: &Tokens, act: usize, scope_start: usize) -> usize {
        let start = act.saturating_sub(LEVEL_REACH).max(scope_start);
        let sets = |index: usize| self.conditions.match_at(tokens, index).is_some();
        if !(scope_start..act).any(sets) {
            return start;
        }
        let nearest = act.saturating_sub(1).max(start);
        let comma = (start + 1..=act)
            .rev()
            .find(|at| tokens.gap_before(text, *at).contains(','));
        let from = comma.unwrap_or(start);
        // "If it is an emergency, call the clinic" says how fast all the same.
        let tells = |word: &str| {
            ["emergenc", "urgen"]
                .iter()
                .any(|stem| word.starts_with(stem))
        };
        if from == act && tells(tokens.word(nearest)) {
            nearest
        } else if (start..act).any(sets) {
            from.max(nearest)
        } else {
            from
        }
    }

    /// The end of the words that `within` opens with and that only say how or when to reach the service before them.
    fn past_ways(&self, text: &str, tokens: &Tokens, within: Range<usize>) -> usize {
        let mut at = within.start;
        while at < within.end {
            let rest = at..within.end;
            let past = past_bracket(text, tokens, rest.clone())
                .or_else(|| self.past_hours(tokens, rest.clone()))
                .or_else(|| self.past_second(tokens, rest.clone()))
                .or_else(|| self.past_whom(tokens, rest));
            match past {
                Some(end) => at = end,
                None => break,
            }
        }
        at
    }

    /// The end of a number to call or of hours: "on 01234 567 890", "between 9am and 5pm".
    fn past_hours(&self, tokens: &Tokens, within: Range<usize>) -> Option<usize> {
        let is_number = |at: usize| {
            let word = tokens.word(at);
            word.starts_with(|ch: char| ch.is_ascii_digit())
        };
        let is_way = |at: &usize| is_number(*at) || self.ways.match_at(tokens, *at).is_some();
        let end = within.clone().find(|at| !is_way(at)).unwrap_or(within.end);
        (within.start..end).any(is_number).then_some(end)
    }

    /// The end of a second service: "or your out-of-hours team".
    fn past_second(&self, tokens: &Tokens, within: Range<usize>) -> Option<usize> {
        if !matches!(tokens.word(within.start), "or" | "o" | "u") {
            return None;
        }
        let near = within.start + 1..(within.start + 1 + SECOND_GAP).min(within.end);
        let mut near = near.take_while(|at| self.conditions.match_at(tokens, *at).is_none());
        let end = near.find_map(|at| self.services.match_at(tokens, at))?;
        Some(end.min(within.end))
    }

    /// The end of the one whom an appointment is with: "with your GP".
    fn past_whom(&self, tokens: &Tokens, within: Range<usize>) -> Option<usize> {
        if !matches!(tokens.word(within.start), "with" | "con") {
            return None;
        }
        let near = within.start + 1..(within.start + 1 + SECOND_GAP).min(within.end);
        let mut near = near.take_while(|at| self.conditions.match_at(tokens, *at).is_none());
        let end = near.find_map(|at| self.cares.match_at(tokens, at))?;
        Some(end.min(within.end))
    }
}

/// The end of a bracket that opens before the first of these words.
fn past_bracket(text: &str, tokens: &Tokens, within: Range<usize>) -> Option<usize> {
    let opening = tokens.gap_before(text, within.start);
    let is_open = opening.rfind('(')? >= opening.rfind(')').unwrap_or(0);
    let closes = |at: &usize| tokens.gap_before(text, *at).contains(')');
    let end = (within.start + 1..within.end).find(closes);
    is_open.then_some(end.unwrap_or(within.end))
}

#[cfg(test)]
mod tests {
    use crate::lexicon::advice::advice;
    use crate::lexicon::{Tokens, Urgency};
    use Urgency::{Emergency, Routine, Urgent};

    fn level(lang: &str, text: &str) -> Option<Urgency> {
        let tokens = Tokens::of(text);
        let frames = advice(lang).frames(text, &tokens);
        frames.first().map(|frame| frame.level)
    }

    #[test]
    fn the_time_is_found_behind_a_number_a_bracket_hours_or_a_second_service() {
        for (text, wanted) in [
            (
                "Call the clinic on 01632 960 480 the same day if you:",
                Urgent,
            ),
            (
                "Call the clinic on 01632 960 480 the same day, or 111 at other times, if:",
                Urgent,
            ),
            (
                "Ring your midwife or the ward between 9am and 5pm the same day if:",
                Urgent,
            ),
            ("Call Ward 7 (555-010-0133) the same day if:", Urgent),
            (
                "Call our nurse line (555-010-0133, open day and night) straight away if:",
                Emergency,
            ),
            (
                "Contact your GP or out-of-hours service the same day if:",
                Urgent,
            ),
            (
                "If the wound is red, phone the ward on 01632 960 100 the same day.",
                Urgent,
            ),
            (
                "Call your dentist, or the hospital on 0123 456 789 at weekends, today if:",
                Urgent,
            ),
            (
                "Ask for an appointment with your GP or practice nurse within 24 hours if:",
                Urgent,
            ),
            ("Make an appointment with your GP if:", Routine),
            ("Call the clinic on 01632 960 480 if:", Routine),
            (
                "Call the clinic on 01632 960 480, Monday to Friday, if it is no better.",
                Routine,
            ),
            ("Call your GP (we are open from 8am) if it hurts.", Routine),
        ] {
            assert_eq!(level("en", text), Some(wanted), "{text}");
        }
        for (text, wanted) in [
            ("Llame al hospital al 955 555 012 el mismo día si:", Urgent),
            (
                "Llame a la planta o a su centro de salud el mismo día si:",
                Urgent,
            ),
            (
                "Llame a su clínica (de lunes a viernes, de 8 a 15 h) el mismo día si:",
                Urgent,
            ),
            ("Llame al hospital al 955 555 012 si:", Routine),
        ] {
            assert_eq!(level("es", text), Some(wanted), "{text}");
        }
    }

    #[test]
    fn a_time_in_the_condition_is_no_speed() {
        for (text, wanted) in [
            (
                "If you think you are pregnant now, call us the same day.",
                Urgent,
            ),
            (
                "If you have pink urine right now, or had it yesterday, call us the same day.",
                Urgent,
            ),
            ("If you are pregnant now, see your doctor.", Routine),
            (
                "For now, keep it covered, and call us the same day.",
                Urgent,
            ),
            ("If you bleed, call us now.", Emergency),
            ("If you bleed, immediately call the clinic.", Emergency),
            ("If it is an emergency, call the clinic.", Emergency),
            ("Right now, call the clinic.", Emergency),
        ] {
            assert_eq!(level("en", text), Some(wanted), "{text}");
        }
    }

    #[test]
    fn that_day_behind_the_act_is_the_same_day() {
        for (text, wanted) in [
            ("If you have a fever, see a doctor that day.", Urgent),
            (
                "If there is pus, see a doctor before the day is out.",
                Urgent,
            ),
            (
                "If you forget a pill, skip it that day and tell your doctor.",
                Routine,
            ),
            ("Call straight away if your waters go.", Emergency),
            (
                "If you want to end your life, call or text 9-8-8 at any hour.",
                Emergency,
            ),
            (
                "Call the crisis line at any time if you want to die.",
                Emergency,
            ),
        ] {
            assert_eq!(level("en", text), Some(wanted), "{text}");
        }
        for (text, wanted) in [
            ("Llame al hospital ese mismo día.", Urgent),
            ("Llame ese día.", Urgent),
            ("Si tiene fiebre, vea a un médico ese día.", Urgent),
        ] {
            assert_eq!(level("es", text), Some(wanted), "{text}");
        }
    }
}
