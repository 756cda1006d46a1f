//! Bare lines that are headings, by their look, their words and the lines around them.

use super::lines::{Group, Line, Look};
use super::looks::{
    asks, calls, has_phone_or_url, is_all_capitals, is_do_label, is_label, is_title_case, leads_in,
    starts_like_heading,
};
use super::{HEADING_WORDS, Reader, SHORT_LINE};
use crate::article::{PromotionKind, Role};
use crate::lexicon::Tokens;
use crate::lexicon::sentence;
use crate::parse::roles::{credits, headings};
use crate::parse::sections::{Heading, Part};
use crate::source::PartOf;

/// A bare line in sentence case with more words is a paragraph, unless it is a question or names a role.
const SENTENCE_CASE_WORDS: usize = 7;
/// A question of the FAQ with more words is a paragraph.
const QUESTION_WORDS: usize = 35;
/// A line with more words right above a list leads in to it.
const LIST_HEADING_WORDS: usize = 5;

/// The first part of the number before a heading, and how many parts it has: 1 and 2 of "1.2 Causes".
fn line_number(text: &str) -> Option<(u64, usize)> {
    let (number, _) = text.split_once(char::is_whitespace)?;
    let number = number.trim_end_matches(['.', ')', ':']);
    let mut parts = number.split('.');
    let first = parts.next()?.parse().ok()?;
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let below: Option<Vec<()>> = parts.map(|part| is_number(part).then_some(())).collect();
    Some((first, 1 + below?.len()))
}

impl Reader<'_> {
    /// Whether the line at `at`, which has no bullet or number, is a heading.
    pub(super) fn is_heading(
        &self,
        group: &[Line<'_>],
        at: usize,
        next: Option<&Group<'_>>,
    ) -> bool {
        let Some(line) = group.get(at) else {
            return false;
        };
        let (text, below) = (line.text, group.get(at + 1));
        if line.look == Look::Cell {
            return false;
        }
        let is_label_above = is_do_label(text) && (below.is_some() || next.is_some());
        if line.look == Look::RowHead || is_label_above || calls_above(line, below) {
            return true;
        }
        // Most lines of most texts end here; what follows costs a look into every word table.
        if text.ends_with(['.', ';', ',', '!']) || line.has_tab() || self.is_text(line, below) {
            return false;
        }
        let tokens = headings::tokens(text);
        let question = text.ends_with('?');
        let follower = below.or_else(|| next.and_then(|next| next.first()));
        if self.faq && (question || (asks(&tokens) && !text.ends_with(':'))) {
            return question || follower.is_some();
        }
        let Some(follower) = follower else {
            return false;
        };
        let above = at.checked_sub(1).and_then(|above| group.get(above));
        if is_label(text) || self.is_among_others(line, above) {
            return false;
        }
        let names_part = !line.roles(self.words).is_empty();
        let may_head_list = text.split_whitespace().count() <= LIST_HEADING_WORDS;
        if text.ends_with(':') {
            return (follower.marker.is_some() && calls(&tokens))
                || (names_part && may_head_list && !leads_in(&tokens));
        }
        if question || names_part {
            return true;
        }
        if group.len() > 1 {
            // Inside a group a line that names no part is a heading only by its look: addresses and verses have short lines too.
            let heads_list =
                at == 0 && follower.marker.is_some() && may_head_list && !leads_in(&tokens);
            let shouts = is_all_capitals(text) && !is_all_capitals(follower.text);
            return follower.is_drawn || heads_list || shouts;
        }
        is_title_case(text) || text.split_whitespace().count() <= SENTENCE_CASE_WORDS
    }

    /// Whether a line is text by itself: too long, a start of a paragraph, an address, a credit.
    fn is_text(&self, line: &Line<'_>, below: Option<&Line<'_>>) -> bool {
        let text = line.text;
        let count = text.split_whitespace().count();
        let most = if self.faq && text.ends_with('?') {
            QUESTION_WORDS
        } else {
            HEADING_WORDS
        };
        let may_be_credit = count > 3 || text.contains(|char: char| char.is_ascii_digit());
        count > most
            || !starts_like_heading(text)
            || has_phone_or_url(text)
            || self.runs_on(line, below)
            || (may_be_credit && credits::is_credit(self.lang, text))
            || credits::is_byline(text)
    }

    /// Whether a line that names no part goes on with what is above it: the items of a list, the references.
    fn is_among_others(&self, line: &Line<'_>, above: Option<&Line<'_>>) -> bool {
        let after_item = above.is_some_and(|above| above.marker.is_some());
        (self.references || (after_item && !is_all_capitals(line.text)))
            && line.roles(self.words).is_empty()
    }

    /// Whether a line is the start of a paragraph: it holds the end of a sentence, or the line below it goes on with it.
    fn runs_on(&self, line: &Line<'_>, below: Option<&Line<'_>>) -> bool {
        let text = line.text;
        let question = text.ends_with('?');
        let sentences = || sentence::split(text.part(headings::number_length(text)..)).len();
        if !question && text.contains(". ") && sentences() > 1 {
            return true;
        }
        let Some(below) = below.filter(|below| below.marker.is_none()) else {
            return false;
        };
        if question || text.ends_with(':') {
            return false;
        }
        let length = text.chars().count();
        let is_long = length > SHORT_LINE
            && !is_all_capitals(text)
            && length * 3 >= below.text.chars().count() * 2;
        // A short line that names a part may stand above lines that start small: items without bullets, addresses.
        let may_head = || length <= SHORT_LINE && !line.roles(self.words).is_empty();
        is_long || (below.text.starts_with(char::is_lowercase) && !may_head())
    }

    /// Adds a line as a heading; what it opens decides how the lines below it are read.
    pub(super) fn heading(&mut self, line: &Line<'_>) {
        let span = line.span;
        let is_question = line.text.ends_with('?') || asks(&headings::tokens(line.text));
        let roles = line.roles(self.words);
        let in_faq = self.faq && is_question && !roles.contains(&Role::Faq);
        if !in_faq {
            self.faq = roles.contains(&Role::Faq);
            self.references = roles.contains(&Role::References);
        }
        let prose = self.prose(&[span]);
        let number = line_number(line.text);
        let is_below = number.is_some_and(|(first, parts)| parts > 1 && self.number == Some(first));
        let is_call = line.text.ends_with(':') && calls(&headings::tokens(line.text));
        let is_part = line.look == Look::RowHead || is_do_label(line.text);
        let level = if in_faq || is_below || is_part || self.is_tier(roles, is_call) {
            3
        } else {
            self.number = number.map(|(first, _)| first);
            2
        };
        self.out.parts.push(Part::Heading(Heading {
            level,
            prose,
            span,
            id: None,
        }));
        let kind = if in_faq {
            PromotionKind::Question
        } else {
            PromotionKind::Heading
        };
        if !line.is_marked {
            self.promote(kind, span);
        }
    }

    /// A red-flag heading right below another, or after its tiers, is one of them; so is a call to get help.
    fn is_tier(&self, roles: &[Role], is_call: bool) -> bool {
        if !is_call && !roles.contains(&Role::RedFlags) {
            return false;
        }
        let above = self.out.parts.iter().rev().find_map(|flat| match flat {
            Part::Heading(heading) if heading.level == 2 => Some(heading.prose.text()),
            _ => None,
        });
        let direct = matches!(self.out.parts.last(), Some(Part::Heading(_)));
        let in_tiers = self.out.parts.iter().rev().find_map(|flat| match flat {
            Part::Heading(heading) => Some(heading.level == 3),
            Part::Block(_) => None,
        });
        let red = above.is_some_and(|text| self.words.names(Role::RedFlags, &Tokens::of(text)));
        red && (direct || in_tiers == Some(true))
    }
}

/// So many words has a call above a list at most: it may name a number and its hours.
const CALL_WORDS: usize = 30;

/// Whether a line right above a list is a call to act for the reasons in it, however long: "Call us on 020 7946 0000 the same
/// day, or 111 when we are closed, if:".
fn calls_above(line: &Line<'_>, below: Option<&Line<'_>>) -> bool {
    let text = line.text;
    text.ends_with(':')
        && !line.has_tab()
        && below.is_some_and(|below| below.marker.is_some())
        && text.split_whitespace().count() <= CALL_WORDS
        && sentence::split(text).len() == 1
        && calls(&headings::tokens(text))
}
