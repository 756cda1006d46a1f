//! What writers and teams start from: a new article of a kind, and a `facetdoc.toml`.

mod words;

use crate::article::{Kind, Role};
use crate::config::{OwnKind, Part, Region, Settings};
use crate::lexicon::constant::held;
use crate::lexicon::disclaimer;
use words::{PartWords, Words, words};

/// A `facetdoc.toml` in which everything is explained and nothing is set.
pub const CONFIGURATION: &str = include_str!("facetdoc.toml");

/// The order of the parts of a kind that does not say its own. Warning signs come early, as in the handouts.
const ORDER: &[Role] = &[
    Role::Summary,
    Role::Introduction,
    Role::RedFlags,
    Role::Anatomy,
    Role::Symptoms,
    Role::Causes,
    Role::Diagnosis,
    Role::Treatment,
    Role::Preparation,
    Role::Procedure,
    Role::Aftercare,
    Role::Risks,
    Role::Alternatives,
    Role::Medicines,
    Role::SelfCare,
    Role::Exercises,
    Role::Prevention,
    Role::Faq,
    Role::Conclusion,
    Role::Resources,
    Role::Contact,
    Role::References,
    Role::Authorship,
    Role::Disclaimer,
];

/// A new article called `title` with every part that its kind requires, in Markdown.
pub fn article(title: &str, settings: &Settings) -> String {
    let (words, has_own) = words(settings.base_lang());
    let writer = Writer {
        words,
        settings,
        names_roles: !has_own,
    };
    let mut parts: Vec<String> = vec![
        writer.front_matter(title),
        format!("# {}", escaped(title)),
        format!("<!-- {} -->", words.guide),
        words.lead.clone(),
    ];
    parts.extend(writer.parts());
    parts.join("\n\n") + "\n"
}

struct Writer<'a> {
    words: &'a Words,
    settings: &'a Settings,
    /// Whether headings must say their role in a comment: those of a language that facetdoc cannot read.
    names_roles: bool,
}

impl Writer<'_> {
    fn front_matter(&self, title: &str) -> String {
        let quoted = serde_json::Value::from(title).to_string();
        format!(
            "---\ntitle: {quoted}\nkind: {}\nregion: {}\nlang: {}\n{}\n---",
            self.settings.kind_name(),
            self.settings.region.code,
            self.settings.lang,
            self.words.front_matter.trim(),
        )
    }

    /// The parts: those of the team's kind in its order, and what else is required or usual.
    fn parts(&self) -> Vec<String> {
        let own = self.settings.own_kind.as_deref();
        let own_parts = own.map_or(&[][..], |kind| kind.parts.as_slice());
        let own_roles: Vec<Role> = own_parts.iter().filter_map(|part| part.role).collect();
        let others = self.other_roles(own).into_iter();
        let others = others.filter(|role| !own_roles.contains(role));
        let own_texts = own_parts.iter().map(|part| self.own_part(part));
        own_texts
            .chain(others.map(|role| self.role(role)))
            .collect()
    }

    /// The required roles and the usual ones, in order.
    fn other_roles(&self, own: Option<&OwnKind>) -> Vec<Role> {
        let required = self.settings.requirements.iter();
        let mut roles: Vec<Role> = required
            .filter_map(|one| one.any.first().copied())
            .collect();
        if own.is_none_or(|kind| kind.extends.is_some()) {
            roles.extend(usual(self.settings.kind));
        }
        ORDER
            .iter()
            .copied()
            .filter(|role| roles.contains(role))
            .collect()
    }

    fn role(&self, role: Role) -> String {
        let part = self.part_words(role);
        let text = self.filled(&part.text);
        let name = role.name();
        let comment = if self.names_roles {
            format!("<!-- facetdoc-role: {name} -->\n")
        } else {
            String::new()
        };
        let (heading, note) = (&part.heading, &part.note);
        format!("{comment}## {heading}\n\n<!-- {note} -->\n\n{text}")
    }

    /// A part of the team's kind, with the heading that the team gives it.
    fn own_part(&self, part: &Part) -> String {
        let known = part.role.map(|role| self.part_words(role));
        let heading = match (part.heading_words.first(), known) {
            (Some(pattern), _) => plain(pattern, &part.name),
            (None, Some(known)) => known.heading.clone(),
            (None, None) => capitalised(&part.name),
        };
        let mut notes: Vec<String> = known.iter().map(|known| known.note.clone()).collect();
        let count = |text: &str, count: usize| text.replace("{count}", &count.to_string());
        notes.extend(
            part.words
                .least
                .map(|least| count(&self.words.at_least, least)),
        );
        notes.extend(part.words.most.map(|most| count(&self.words.at_most, most)));
        let text = known.map(|known| self.filled(&known.text));
        let text = self.with_items(text, part);
        let mut lines = Vec::new();
        if let Some(role) = part.role
            && self.names_roles
            && part.heading_words.is_empty()
        {
            lines.push(format!(
                "<!-- facetdoc-role: {} -->\n## {heading}",
                role.name()
            ));
        } else {
            lines.push(format!("## {heading}"));
        }
        if !notes.is_empty() {
            lines.push(format!("<!-- {} -->", notes.join(" ")));
        }
        lines.push(text);
        lines.join("\n\n")
    }

    /// `text`, or a paragraph, with as many list items or questions as the part needs.
    fn with_items(&self, text: Option<String>, part: &Part) -> String {
        let least = part.items.least.unwrap_or(0);
        let is_faq = part.role == Some(Role::Faq);
        let mut text = text.unwrap_or_else(|| match least {
            0 => self.words.paragraph.clone(),
            _ => String::new(),
        });
        let is_point = |line: &&str| {
            if is_faq {
                line.starts_with("### ")
            } else {
                line.starts_with("- ") || line.starts_with(|ch: char| ch.is_ascii_digit())
            }
        };
        let there = text.lines().filter(is_point).count();
        for _ in there..least {
            let end = text.lines().last();
            let gap = match end {
                None => "",
                Some(end) if is_point(&end) && !is_faq => "\n",
                Some(_) => "\n\n",
            };
            let more = if is_faq {
                &self.words.question
            } else {
                &self.words.item
            };
            text = [&text, gap, more.trim()].concat();
        }
        text
    }

    fn part_words(&self, role: Role) -> &PartWords {
        let part = self.words.part.get(role.name());
        held(part)
    }

    /// `text` with what is known of the region and of the disclaimer.
    fn filled(&self, text: &str) -> String {
        text.trim()
            .replace("{emergency}", &self.emergency(&self.settings.region))
            .replace("{disclaimer}", &self.disclaimer())
    }

    fn emergency(&self, region: &Region) -> String {
        match region.emergency_number {
            Some(number) => self
                .words
                .emergency
                .replace("{number}", number)
                .replace("{place}", region.emergency_place),
            None => self.words.emergency_unknown.clone(),
        }
    }

    /// The team's own disclaimer, else one that says all that is asked for.
    fn disclaimer(&self) -> String {
        let config = &self.settings.config;
        if let Some(own) = config.disclaimers.values().next() {
            return own.trim().to_owned();
        }
        let words = disclaimer::words(self.settings.base_lang());
        let asked = config.disclaimer_elements.as_deref();
        let elements = words.elements.iter().filter(|element| {
            asked.is_none_or(|names| names.iter().any(|name| name == element.name))
        });
        words.wording(elements, self.settings.region.emergency_number)
    }
}

/// Parts that no kind must have and most articles of it should.
fn usual(kind: Kind) -> &'static [Role] {
    match kind {
        Kind::Article | Kind::Medicine | Kind::Exercise => &[Role::Introduction, Role::References],
        Kind::Condition => &[
            Role::Introduction,
            Role::Diagnosis,
            Role::SelfCare,
            Role::References,
        ],
        Kind::Procedure => &[Role::Introduction, Role::Alternatives, Role::References],
    }
}

/// A heading that the pattern matches: its first words without the signs of patterns; else the name of the part.
fn plain(pattern: &str, name: &str) -> String {
    let words = pattern
        .split_whitespace()
        .filter(|word| !word.starts_with(['_', '?']));
    let words: Vec<&str> = words
        .map(|word| word.split('|').next().unwrap_or(word))
        .map(|word| word.trim_matches(['*', '^', '$']))
        .filter(|word| !word.is_empty())
        .collect();
    match words.as_slice() {
        [] => capitalised(name),
        words => capitalised(&words.join(" ")),
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// `title` so that Markdown shows it as it is, on one line.
fn escaped(title: &str) -> String {
    let mut escaped = String::new();
    let has_entity = title.contains(';');
    for ch in title
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
    {
        if matches!(ch, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '#') || ch == '&' && has_entity {
            escaped.push('\\');
        }
        escaped.push(ch);
    }
    escaped
}
