//! Citations in the running text: `[1]`, `[^note]`, a raised number, "(Lee et al., 2020)".

use super::{Facts, Sentence};
use crate::article::{Article, MarkKind, Role};
use crate::lexicon::months;
use crate::source::bytes::has_byte;
use crate::source::{PartOf, Span};
use std::ops::Range;

/// What a citation points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cited {
    /// The entry with this number.
    Number(u32),
    /// A footnote that Markdown could not find: the label as written.
    Footnote(String),
    /// An entry by the first name that its citation gives, folded, and its year.
    AuthorYear {
        /// The name in lower case.
        name: String,
        /// The year.
        year: i32,
    },
}

/// A citation in the running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// What it points at.
    pub cited: Cited,
    /// The citation as written; several numbers in one pair of brackets share it.
    pub span: Span,
    /// The sentence that holds it.
    pub sentence: usize,
}

impl Facts<'_> {
    /// The citations of the running text, in reading order; those inside the references are left out.
    pub fn citations(&self) -> &[Citation] {
        self.citations.get_or_init(|| citations(self))
    }

    /// Whether sentence `index` says where it comes from: by a link, a footnote, a raised number, a citation or an address.
    pub fn carries_source(&self, index: usize) -> bool {
        self.sentences.get(index).is_some_and(carries_source)
    }

    /// Whether sentence `index` says where it comes from, or a citation stands later in its paragraph. A link counts in its
    /// own sentence only.
    pub fn is_cited(&self, index: usize) -> bool {
        let Some(sentence) = self.sentences.get(index) else {
            return false;
        };
        let whole = sentence.within.prose.whole();
        let after = self.sentences.iter().skip(index + 1).take(AHEAD);
        let mut after = after.take_while(|next| next.within.prose.whole() == whole);
        carries_source(sentence) || after.any(cites)
    }
}

/// How many sentences from a claim on its source may stand.
const AHEAD: usize = 20;
/// The most of a text between brackets that is looked at, in bytes.
const BRACKET: usize = 80;

/// As [`Facts::carries_source`].
pub fn carries_source(sentence: &Sentence<'_>) -> bool {
    let text = sentence.text();
    cites(sentence)
        || has_mark(sentence, |kind| matches!(kind, MarkKind::Link { .. }))
        || text.contains("http")
        || text.contains("www.")
        || text.contains("doi.org")
}

/// Whether a citation stands in the sentence: a footnote's call, raised text, a number in brackets, a name and a year.
fn cites(sentence: &Sentence<'_>) -> bool {
    let text = sentence.text();
    has_mark(sentence, |kind| {
        matches!(kind, MarkKind::Footnote { .. } | MarkKind::Superscript)
    }) || brackets(text, '[', ']').any(|(_, inside)| !numbers(inside).is_empty())
        || brackets(text, '(', ')').any(|(_, inside)| ends_in_year(inside))
        || has_raised(text)
}

/// Whether a raised number that is no power stands in a text: "weeks.¹".
fn has_raised(text: &str) -> bool {
    let mut found = false;
    if text.contains(RAISED) {
        raised(text, &mut |_, _| found = true);
    }
    found
}

/// Whether a mark that `wanted` accepts shares a byte with the sentence.
fn has_mark(sentence: &Sentence<'_>, wanted: impl Fn(&MarkKind) -> bool) -> bool {
    let marks = sentence.within.prose.marks();
    let after = marks.partition_point(|mark| mark.range.start < sentence.range.end);
    // A link may start in the sentence before; few marks stand between.
    let near = marks.get(after.saturating_sub(NEAR_MARKS)..after);
    let mut near = near.into_iter().flatten();
    near.any(|mark| wanted(&mark.kind) && sentence.range.start < mark.range.end)
}

/// How many marks before the end of a sentence are looked at.
const NEAR_MARKS: usize = 40;

/// The highest number that `article` has typed in brackets, as citations and lists of references have it; 0 where it has
/// none. Larger ones are no numbers of references.
pub fn highest_typed(article: &Article) -> usize {
    let texts = article.texts();
    let inside = texts
        .iter()
        .flat_map(|text| brackets(text.prose.text(), '[', ']'));
    let numbers = inside.flat_map(|(_, inside)| numbers(inside));
    let numbers = numbers.filter(|number| *number <= MOST_TYPED);
    numbers.max().map_or(0, |number| number as usize)
}

/// No list of references of an article for patients has more entries.
const MOST_TYPED: u32 = 300;

/// Each short text between `open` and `close`, with its range, brackets included.
fn brackets(text: &str, open: char, close: char) -> impl Iterator<Item = (Range<usize>, &str)> {
    text.match_indices(open).filter_map(move |(at, _)| {
        let rest = text.get(at + 1..text.floor_char_boundary(at + BRACKET))?;
        let end = rest.find([open, close])?;
        let inside = rest.get(..end)?;
        rest.part(end..)
            .starts_with(close)
            .then_some((at..at + 1 + end + 1, inside))
    })
}

/// The numbers of `1`, `1, 2` or `3-5`; none where anything else is there.
fn numbers(inside: &str) -> Vec<u32> {
    let mut found = Vec::new();
    for part in inside.split([',', ';']) {
        let mut ends = part
            .split(['-', '–', '—'])
            .map(|end| end.trim().parse::<u32>());
        match (ends.next(), ends.next(), ends.next()) {
            (Some(Ok(one)), None, _) if one > 0 && one < 1000 => found.push(one),
            (Some(Ok(first)), Some(Ok(last)), None)
                if first > 0 && first < last && last - first < 30 =>
            {
                found.extend(first..=last);
            }
            _ => return Vec::new(),
        }
    }
    found
}

/// The year at the end of "Lee 2020", "Lee et al., 2020a" or "2020".
fn year_at_end(inside: &str) -> Option<(i32, &str)> {
    let inside = inside.trim_end();
    let inside = inside
        .strip_suffix(|char: char| char.is_ascii_lowercase())
        .filter(|rest| rest.ends_with(|char: char| char.is_ascii_digit()))
        .unwrap_or(inside);
    let start = inside.len().checked_sub(4)?;
    let digits = inside.get(start..)?;
    let year = digits
        .parse()
        .ok()
        .filter(|year| (1900..2100).contains(year))?;
    let before = inside.get(..start)?;
    (!before.ends_with(|char: char| char.is_alphanumeric())).then_some((year, before))
}

/// Whether one of the parts is a year, alone or after a name: "2020", "Lee 2020", but not "since 2020" or "March 2020".
fn ends_in_year(inside: &str) -> bool {
    inside.split(';').any(|part| {
        let before = year_at_end(part).map(|(_, before)| before.trim());
        before.is_some_and(|before| {
            let mut words = before.split([' ', ',']);
            let first = words.find(|word| !word.is_empty()).unwrap_or("");
            before.is_empty() || !NO_NAMES.contains(&first.to_lowercase().as_str())
        })
    })
}

fn citations(facts: &Facts<'_>) -> Vec<Citation> {
    let mut found = Vec::new();
    for (index, sentence) in facts.sentences.iter().enumerate() {
        let text = sentence.text();
        let has_mark = !sentence.within.prose.marks().is_empty();
        // The first bytes of what is looked for next.
        let may_cite = has_byte(text, |byte| matches!(byte, b'[' | b'(' | 0xc2 | 0xe2));
        let cites = || may_cite && (text.contains(['[', '(']) || text.contains(RAISED));
        if !has_mark && !cites() {
            continue;
        }
        if facts.is_in_roles(index, &[Role::References]) {
            continue;
        }
        let mut add = |range: Range<usize>, cited: Cited| {
            let start = sentence.range.start;
            // A number that is a link leads to its source by itself.
            if has_mark && is_linked(sentence, start + range.start) {
                return;
            }
            found.push(Citation {
                cited,
                span: sentence
                    .within
                    .prose
                    .span(start + range.start..start + range.end),
                sentence: index,
            });
        };
        bracketed(text, &mut add);
        raised(text, &mut add);
        if has_mark {
            raised_marks(sentence, &mut add);
        }
        named(text, &mut add);
    }
    found
}

/// Whether byte `at` of the sentence's text lies in a link or a footnote's call.
fn is_linked(sentence: &Sentence<'_>, at: usize) -> bool {
    let marks = sentence.within.prose.marks();
    let after = marks.partition_point(|mark| mark.range.start <= at);
    let near = marks.get(after.saturating_sub(NEAR_MARKS)..after);
    near.into_iter().flatten().any(|mark| {
        matches!(mark.kind, MarkKind::Link { .. } | MarkKind::Footnote { .. })
            && at < mark.range.end
    })
}

/// `[1]`, `[1, 3-5]`, and `[^note]` where Markdown found no such note.
fn bracketed(text: &str, add: &mut dyn FnMut(Range<usize>, Cited)) {
    for (range, inside) in brackets(text, '[', ']') {
        if let Some(label) = inside.strip_prefix('^')
            && !label.is_empty()
            && !label.contains(char::is_whitespace)
        {
            add(range, Cited::Footnote(label.to_owned()));
            continue;
        }
        // "[0-10]" and "[2020]" are no citations.
        for number in numbers(inside) {
            add(range.clone(), Cited::Number(number));
        }
    }
}

const RAISED: &[char] = &['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// `weeks.¹`, but not `m²` or `10³`.
fn raised(text: &str, add: &mut dyn FnMut(Range<usize>, Cited)) {
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(RAISED)) {
        let start = from + at;
        let run: String = text
            .part(start..)
            .chars()
            .take_while(|char| RAISED.contains(char) || matches!(char, ',' | '⁻' | '˒'))
            .collect();
        from = start + run.len();
        let digits = run.trim_end_matches(',');
        if is_exponent(text.part(..start)) {
            continue;
        }
        for part in digits.split([',', '⁻', '˒']) {
            if let Some(number) = raised_number(part) {
                add(start..start + digits.len(), Cited::Number(number));
            }
        }
    }
}

fn raised_number(part: &str) -> Option<u32> {
    let mut number: u32 = 0;
    for char in part.chars() {
        let digit = RAISED.iter().position(|raised| *raised == char)?;
        number = number
            .checked_mul(10)?
            .checked_add(u32::try_from(digit).ok()?)?;
    }
    (number > 0).then_some(number)
}

/// Whether what stands before a raised number makes it a power: a digit, or a unit of length.
fn is_exponent(before: &str) -> bool {
    let word = before
        .rsplit(|char: char| !char.is_alphanumeric())
        .next()
        .unwrap_or("");
    let ends_in_digit = word.ends_with(|char: char| char.is_ascii_digit());
    ends_in_digit
        || matches!(
            word,
            "m" | "cm" | "mm" | "km" | "ft" | "in" | "CO" | "O" | "H"
        )
}

/// Raised text of numbers: `<sup>1,2</sup>`.
fn raised_marks(sentence: &Sentence<'_>, add: &mut dyn FnMut(Range<usize>, Cited)) {
    let prose = sentence.within.prose;
    let marks = prose.marks();
    let first = marks.partition_point(|mark| mark.range.start < sentence.range.start);
    let here = marks
        .iter()
        .skip(first)
        .take_while(|mark| mark.range.start < sentence.range.end);
    for mark in here.filter(|mark| mark.kind == MarkKind::Superscript) {
        let Some(inside) = prose.text().get(mark.range.clone()) else {
            continue;
        };
        let before = prose.text().get(..mark.range.start).unwrap_or("");
        if is_exponent(before) {
            continue;
        }
        let from = mark.range.start.saturating_sub(sentence.range.start);
        for number in numbers(inside.trim_matches(['[', ']', '(', ')'])) {
            add(from..from + inside.len(), Cited::Number(number));
        }
    }
}

/// "(Lee 2020)", "(Lee and Ruiz, 2020; NICE, 2016)", "Lee et al. (2020)".
fn named(text: &str, add: &mut dyn FnMut(Range<usize>, Cited)) {
    for (range, inside) in brackets(text, '(', ')') {
        for part in inside.split(';') {
            let Some((year, before)) = year_at_end(part) else {
                continue;
            };
            let before = before.trim().trim_end_matches(',');
            let ahead = text.get(..range.start).unwrap_or("").trim_end();
            let name = if before.is_empty() {
                author_ahead(ahead)
            } else {
                cited_name(before)
            };
            if let Some(name) = name {
                add(range.clone(), Cited::AuthorYear { name, year });
            }
        }
    }
}

/// Words before a year that are no name, besides months.
const NO_NAMES: &[&str] = &[
    "in",
    "since",
    "from",
    "updated",
    "published",
    "reviewed",
    "version",
    "as",
    "see",
    "the",
    "spring",
    "summer",
    "autumn",
    "winter",
    "fall",
    "copyright",
];

/// The first name of "Lee", "Lee et al." or "Lee and Ruiz"; `None` for anything longer or that is no name.
fn cited_name(text: &str) -> Option<String> {
    let first = text.split([' ', ',', '&']).next()?.trim();
    let folded = first.to_lowercase();
    let is_name = first.chars().next().is_some_and(char::is_uppercase)
        && first
            .chars()
            .all(|char| char.is_alphabetic() || matches!(char, '\'' | '’' | '-'))
        && first.chars().count() > 1
        && !NO_NAMES.contains(&folded.as_str())
        && !months::is_month(&folded);
    let rest = text
        .get(first.len()..)
        .unwrap_or("")
        .trim_start_matches([',', ' ']);
    let joined = rest.is_empty()
        || ["et al", "and ", "& ", "y "]
            .iter()
            .any(|joint| rest.starts_with(joint));
    (is_name && joined && text.split_whitespace().count() <= 5).then_some(folded)
}

/// The name before "et al." or "and colleagues" right before a year in brackets.
fn author_ahead(ahead: &str) -> Option<String> {
    let before = ["et al.", "et al", "and colleagues", "and others"]
        .iter()
        .find_map(|end| ahead.strip_suffix(end))?;
    cited_name(before.trim_end().rsplit(' ').next()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;
    use crate::parse;
    use crate::source::{Format, Source};

    fn found(text: &str) -> Vec<Cited> {
        let source = Source::new("a.md", format!("# T\n\n{text}\n"), Format::Markdown);
        let article = parse::article(source);
        let facts = Facts::find(&article, &Settings::of(&article));
        let cited = facts.citations().iter();
        cited.map(|citation| citation.cited.clone()).collect()
    }

    #[test]
    fn citations_of_every_style_are_read() {
        let year = |name: &str, year| Cited::AuthorYear {
            name: name.to_owned(),
            year,
        };
        let cases = [
            (
                "It helps [1, 3-4].",
                vec![1, 3, 4].into_iter().map(Cited::Number).collect(),
            ),
            ("It helps.¹² It lasts.", vec![Cited::Number(12)]),
            (
                "It helps.<sup>2,3</sup>",
                vec![Cited::Number(2), Cited::Number(3)],
            ),
            ("It helps.[^gone]", vec![Cited::Footnote("gone".to_owned())]),
            (
                "It helps (Lee et al., 2020; NICE 2016a).",
                vec![year("lee", 2020), year("nice", 2016)],
            ),
            (
                "As Ruiz and colleagues (2019) say.",
                vec![year("ruiz", 2019)],
            ),
            (
                "A room of 12 m² and 10<sup>3</sup> steps (March 2020), [2020], (2019).",
                vec![],
            ),
            ("It helps [\\[1\\]](https://example.org).", vec![]),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn a_sentence_says_where_it_comes_from_or_not() {
        let text = "It helps [2]. It lasts ([2020 guideline](https://example.org)). It is new (Lee, 2020). It ends (or not).";
        let source = Source::new("a.md", format!("# T\n\n{text}\n"), Format::Markdown);
        let article = parse::article(source);
        let facts = Facts::find(&article, &Settings::of(&article));
        let carried: Vec<bool> = (1..facts.sentences.len())
            .map(|index| facts.carries_source(index))
            .collect();
        assert_eq!(carried, [true, true, true, false]);
        assert!(facts.is_cited(1));
        assert!(!facts.is_cited(4));
    }
}
