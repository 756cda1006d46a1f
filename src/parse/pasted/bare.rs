//! Lists and tables that have lost their signs: items without bullets below a line that leads in to them, rows of cells
//! that are lines of their own. They are known before the walk.

use super::lines::{Group, Line, Look, Marker};
use super::looks::{asks, calls, is_all_capitals, is_do_label, is_label, is_title_case, leads_in};
use super::prose::has_url;
use super::{Reader, SHORT_LINE};
use crate::article::Role;
use crate::lexicon::Tokens;
use crate::parse::roles::{credits, headings};

/// An item or a cell with more words is a paragraph.
const ITEM_WORDS: usize = 20;
/// An item or a cell with more characters is a paragraph.
const ITEM_LENGTH: usize = 110;
/// Below a lead with so few words, which may be a label, lines with capitals may be an address.
const LABEL_WORDS: usize = 2;
/// A line with more words is no heading between two lists.
const HEADING_WORDS: usize = 7;
/// A line with fewer words that names a part is its heading.
const INNER_WORDS: usize = 4;
/// So many groups with as many lines as each other are the rows of a table.
const ROWS: usize = 3;

/// A number to call has so many digits at least.
const PHONE_DIGITS: usize = 7;

/// Parts whose lines are no items.
const NO_LISTS: &[Role] = &[
    Role::Authorship,
    Role::Contact,
    Role::Disclaimer,
    Role::References,
];

/// The sign of an item without one.
const NONE: Marker = Marker {
    number: None,
    width: 0,
};

/// A line by its group and its place there.
type Place = (usize, usize);

impl Reader<'_> {
    /// Marks the items without bullets and the rows without tabs among `groups`.
    pub(super) fn mark_bare(&self, groups: &mut [Group<'_>]) {
        let places: Vec<Place> = groups
            .iter()
            .enumerate()
            .flat_map(|(index, group)| (0..group.len()).map(move |at| (index, at)))
            .collect();
        let mut items: Vec<Place> = Vec::new();
        for (at, place) in places.iter().enumerate() {
            if line(groups, *place).is_some_and(|line| self.leads(line)) {
                let below = places.get(at + 1..).unwrap_or_default();
                items.extend(self.items(groups, *place, below));
            }
        }
        let rows = self.rows(groups);
        for (index, at) in items {
            if let Some(line) = groups.get_mut(index).and_then(|group| group.get_mut(at)) {
                line.marker = Some(NONE);
                line.look = Look::Item;
            }
        }
        for index in rows {
            let lines = groups.get_mut(index).into_iter().flatten();
            for (at, line) in lines.enumerate() {
                line.look = if at == 0 { Look::RowHead } else { Look::Cell };
            }
        }
    }

    /// Whether a line may stand above a list.
    fn leads(&self, line: &Line<'_>) -> bool {
        let text = line.text;
        let is_plain = line.marker.is_none() && !line.has_tab() && !line.is_drawn;
        is_plain
            && (is_do_label(text)
                || text.ends_with(':')
                    && !text.ends_with(" by:")
                    && !credits::is_byline(text)
                    && !credits::is_credit(self.lang, text)
                    && !line
                        .roles(self.words)
                        .iter()
                        .any(|role| NO_LISTS.contains(role)))
    }

    /// The items below a lead: two lines or more that look alike.
    fn items(&self, groups: &[Group<'_>], lead: Place, below: &[Place]) -> Vec<Place> {
        let none = Vec::new;
        let mut taken: Vec<(Place, &Line<'_>)> = Vec::new();
        let mut is_small = None;
        let mut stop = None;
        for (at, place) in below.iter().enumerate() {
            let Some(line) = line(groups, *place) else {
                break;
            };
            let starts = place.1 == 0;
            let own = starts_small(line.text);
            let differs = own.is_some() && is_small.is_some() && own != is_small;
            // A line that starts small below one with a capital goes on with it.
            if differs && !starts && own == Some(true) {
                return none();
            }
            let is_big = own.or(is_small) != Some(true);
            let is_parted = is_big && starts && taken.last().is_some_and(|((_, at), _)| *at > 0);
            let next = below
                .get(at + 1)
                .and_then(|place| self::line(groups, *place));
            let is_inner = !taken.is_empty() && self.is_inner(line, next);
            let is_part = is_big && self.names_part(line) && !is_inner;
            if differs || is_parted || is_part || !self.may_be_item(line) {
                // Behind a blank line the last item may end the sentence.
                if starts && own == Some(true) && is_small == own && ends_sentence(line) {
                    taken.push((*place, line));
                    continue;
                }
                stop = Some((*place, line));
                break;
            }
            is_small = is_small.or(own);
            taken.push((*place, line));
        }
        if let Some((place, line)) = stop {
            if place.1 > 0 && !is_end(&taken, place, line) {
                return none();
            }
            let is_call = line.text.ends_with(':') && calls(&headings::tokens(line.text));
            let is_part = self.names_part(line);
            let is_heading =
                place.1 == 0 && !is_call && !is_part && is_last_a_heading(groups, &taken);
            if is_heading {
                taken.pop();
            }
        }
        let is_list = taken.len() > 1
            && !is_address(&taken)
            && (is_small == Some(true)
                || line(groups, lead).is_some_and(|lead| self.is_told(lead)));
        if is_list {
            taken.into_iter().map(|(place, _)| place).collect()
        } else {
            none()
        }
    }

    /// Whether a line is a heading by its words.
    fn names_part(&self, line: &Line<'_>) -> bool {
        let is_big = starts_small(line.text) != Some(true);
        is_do_label(line.text) || is_big && !line.roles(self.words).is_empty()
    }

    /// Whether a line with words of a heading would be one above nothing: the next line is one.
    fn is_inner(&self, line: &Line<'_>, next: Option<&Line<'_>>) -> bool {
        line.text.split_whitespace().count() >= INNER_WORDS
            && !asks(&headings::tokens(line.text))
            && next.is_some_and(|next| self.names_part(next))
    }

    /// Whether a lead says enough, or names a part: no label of an address.
    fn is_told(&self, lead: &Line<'_>) -> bool {
        lead.text.split_whitespace().count() > LABEL_WORDS
            || is_do_label(lead.text)
            || !lead.roles(self.words).is_empty()
    }

    fn may_be_item(&self, line: &Line<'_>) -> bool {
        let text = line.text;
        self.may_be_cell(line)
            && !text.ends_with([';', ','])
            && !text.contains(": ")
            && !text.contains(". ")
            && !is_all_capitals(text)
            && !is_do_label(text)
            && !leads_in(&Tokens::of(text))
    }

    /// Whether a line may be a cell: short, and no sentence, credit or address.
    fn may_be_cell(&self, line: &Line<'_>) -> bool {
        let text = line.text;
        line.marker.is_none()
            && !line.has_tab()
            && !line.is_drawn
            && !line.is_marked
            && !text.ends_with(['.', '!', '?', ':'])
            && text.split_whitespace().count() <= ITEM_WORDS
            && text.chars().count() <= ITEM_LENGTH
            && text.starts_with(char::is_alphanumeric)
            && !has_url(text)
            && !has_phone(text)
            && !credits::is_byline(text)
            && !credits::is_credit(self.lang, text)
    }

    /// The groups that are rows of tables below a heading: the first line of each is what the row is about.
    fn rows(&self, groups: &[Group<'_>]) -> Vec<usize> {
        let width = |index: usize| {
            let group = groups.get(index)?;
            let first = group.first()?;
            let is_row = group.len() > 1
                && group.iter().all(|line| self.may_be_cell(line))
                && first.text.starts_with(char::is_uppercase)
                && !is_label(first.text)
                && group
                    .iter()
                    .skip(1)
                    .all(|line| !line.text.starts_with(char::is_lowercase));
            is_row.then_some(group.len())
        };
        let mut rows = Vec::new();
        let mut at = 1;
        while at < groups.len() {
            let own = width(at);
            let count = (at..groups.len())
                .take_while(|index| own.is_some() && width(*index) == own)
                .count();
            let is_headed = groups.get(at - 1).is_some_and(|group| self.may_head(group));
            let has_numbers = (at..at + count)
                .filter_map(|index| groups.get(index)?.get(1..))
                .filter(|cells| cells.iter().any(|cell| has_digit(cell.text)))
                .count();
            if count >= ROWS && at > 1 && is_headed && has_numbers + 1 >= count {
                rows.extend(at..at + count);
            }
            at += count.max(1);
        }
        rows
    }

    /// Whether a group is one line that may be a heading above a table.
    fn may_head(&self, group: &Group<'_>) -> bool {
        let [line] = group.as_slice() else {
            return false;
        };
        let no_table = [Role::Resources];
        let roles = line.roles(self.words);
        line.text.split_whitespace().count() <= HEADING_WORDS
            && self.may_be_cell(line)
            && !{ roles.iter() }.any(|role| NO_LISTS.contains(role) || no_table.contains(role))
    }
}

fn line<'g, 's>(groups: &'g [Group<'s>], (index, at): Place) -> Option<&'g Line<'s>> {
    groups.get(index)?.get(at)
}

/// Whether a text holds a number to call: seven digits or more with nothing but signs and spaces between.
fn has_phone(text: &str) -> bool {
    let is_sign = |char: char| matches!(char, ' ' | '-' | '(' | ')' | '+' | '.');
    let digits = |part: &str| part.bytes().filter(u8::is_ascii_digit).count();
    text.split(|char: char| !char.is_ascii_digit() && !is_sign(char))
        .any(|part| digits(part) >= PHONE_DIGITS)
        || text.contains('@')
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a line starts with a small letter; a digit tells nothing.
fn starts_small(text: &str) -> Option<bool> {
    let first = text.chars().next().filter(|char| char.is_alphabetic())?;
    Some(first.is_lowercase())
}

/// Whether a line right below items is none of them and no end of a paragraph that is broken at a column.
fn is_end(taken: &[(Place, &Line<'_>)], place: Place, line: &Line<'_>) -> bool {
    let text = line.text;
    let is_below = taken
        .last()
        .is_some_and(|((index, _), _)| *index == place.0);
    let is_plain = line.marker.is_none() && !line.has_tab();
    let are_short = taken
        .iter()
        .all(|(_, line)| line.text.chars().count() <= SHORT_LINE);
    let starts = starts_small(text) != Some(true);
    !is_below || is_plain && starts && (are_short || text.ends_with(':') && !text.contains(". "))
}

/// Whether the last of these lines, behind a blank line and before other text, is the heading of that text.
fn is_last_a_heading(groups: &[Group<'_>], taken: &[(Place, &Line<'_>)]) -> bool {
    let Some(((place, last), before)) = taken.split_last() else {
        return false;
    };
    let is_alone = groups.get(place.0).is_some_and(|group| group.len() == 1);
    let opens = |line: &Line<'_>| {
        let word = line
            .text
            .split_whitespace()
            .next()
            .unwrap_or("")
            .to_lowercase();
        if word == "your" {
            "you".to_owned()
        } else {
            word
        }
    };
    let is_alike = before.iter().any(|(_, line)| opens(line) == opens(last));
    is_alone
        && starts_small(last.text) != Some(true)
        && !is_alike
        && (is_title_case(last.text) || last.text.split_whitespace().count() <= HEADING_WORDS)
}

/// Whether lines are those of an address: names and numbers.
fn is_address(taken: &[(Place, &Line<'_>)]) -> bool {
    taken.iter().all(|(_, line)| is_title_case(line.text))
        && taken.iter().any(|(_, line)| has_digit(line.text))
}

/// Whether a line may be the last item, which ends the sentence that the lead began.
fn ends_sentence(line: &Line<'_>) -> bool {
    let text = line.text;
    text.ends_with('.')
        && !text.contains(". ")
        && !text.contains(": ")
        && text.split_whitespace().count() <= ITEM_WORDS
        && !has_url(text)
        && !has_phone(text)
        && line.marker.is_none()
        && !line.has_tab()
}
