//! Which place plays which role: said by the article, named by a heading or label, or shown by what is said there.

mod citations;
pub(super) mod content;
pub(super) mod credits;
mod explicit;
pub(super) mod headings;
mod labels;
mod pseudo;

use super::faq;
use crate::article::{
    Article, Block, BlockKind, Kind, Meta, PlaceKind, Problem, Prose, Role, RolePlace, RoleSource,
    Section,
};
use crate::lexicon::advice::{self, Advice};
use crate::lexicon::{Tokens, Urgency};
use crate::source::{Cover, Span};
pub(super) use explicit::Explicit;
use headings::HeadingWords;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Finds the roles of an article whose tree and FAQ pairs are there; `explicit` are those that comments give.
pub(super) fn find(article: &Article, explicit: &Explicit, faq: &[Span]) -> Vec<RolePlace> {
    let lang = article.base_lang();
    let mut finder = Finder {
        article,
        words: headings::words(lang),
        advice: advice::advice(lang),
        lang,
        explicit,
        named: named(&article.meta),
        faq: faq.iter().copied().collect(),
        questions: faq.iter().map(|pair| pair.start()).collect(),
        places: Vec::new(),
        held: BTreeMap::new(),
    };
    finder.front_matter();
    finder.section(&article.root);
    content::find(&mut finder);
    let mut places = finder.places;
    places.sort_by_key(|place| {
        (
            place.span.start(),
            std::cmp::Reverse(place.span.end()),
            place.source,
        )
    });
    places.dedup_by(|later, earlier| later.role == earlier.role && later.span == earlier.span);
    places
}

/// The roles that the front matter gives to headings, by the heading in lower case.
pub(super) fn named(meta: &Meta) -> BTreeMap<String, Vec<Role>> {
    let mut named: BTreeMap<String, Vec<Role>> = BTreeMap::new();
    for (name, role) in &meta.roles {
        named.entry(folded(&name.value)).or_default().push(*role);
    }
    named
}

/// Whether `named`, as [`named`] makes it, gives `role` to the heading `title`.
pub(super) fn gives(named: &BTreeMap<String, Vec<Role>>, title: &str, role: Role) -> bool {
    let roles = named.get(&folded(title));
    roles.is_some_and(|roles| roles.contains(&role))
}

/// Gives each section the first role that it plays as a section.
pub(super) fn mark(root: &mut Section, places: &[RolePlace]) {
    let mut sections: BTreeMap<Span, &RolePlace> = BTreeMap::new();
    for place in places
        .iter()
        .filter(|place| place.kind == PlaceKind::Section)
    {
        let first = sections.entry(place.span).or_insert(place);
        if place.source < first.source {
            *first = place;
        }
    }
    mark_each(root, &sections);
}

/// Adds the sections at `places` to the roles of `article`; a section that plays a role keeps it.
pub(super) fn add(article: &mut Article, places: Vec<RolePlace>) {
    if places.is_empty() {
        return;
    }
    let mut by_span: BTreeMap<Span, Role> = BTreeMap::new();
    for place in &places {
        by_span.entry(place.span).or_insert(place.role);
    }
    for section in &mut article.root.children {
        add_each(section, &by_span);
    }
    article.roles.extend(places);
    article
        .roles
        .sort_by_key(|place| (place.span.start(), place.role));
}

fn add_each(section: &mut Section, places: &BTreeMap<Span, Role>) {
    section.role = section.role.or(places.get(&section.span).copied());
    for child in &mut section.children {
        add_each(child, places);
    }
}

fn mark_each(section: &mut Section, places: &BTreeMap<Span, &RolePlace>) {
    if section.heading.is_some() {
        section.role = places.get(&section.span).map(|place| place.role);
    }
    for child in &mut section.children {
        mark_each(child, places);
    }
}

/// Headings that the front matter gives a role to but that are not in the article.
pub(super) fn unknown_headings(meta: &Meta, root: &Section) -> Vec<Problem> {
    let mut sections = Vec::new();
    root.collect(&mut sections);
    let headed = sections.iter().filter(|section| section.heading.is_some());
    let titles: BTreeSet<String> = headed.map(|section| folded(section.title())).collect();
    let missing = meta
        .roles
        .iter()
        .filter(|(name, _)| !titles.contains(&folded(&name.value)));
    let problem = missing.map(|(name, _)| Problem {
        message: format!("no heading of this article is called \"{}\"", name.value),
        help: Some("copy the heading as it stands, or take the line out".to_owned()),
        span: name.span,
    });
    problem.collect()
}

/// A heading as the front matter may name it.
fn folded(title: &str) -> String {
    title.trim().to_lowercase()
}

/// What the search for roles knows and has found.
struct Finder<'a> {
    article: &'a Article,
    words: &'static HeadingWords,
    advice: &'static Advice,
    lang: &'static str,
    explicit: &'a Explicit,
    /// What the front matter gives to headings.
    named: BTreeMap<String, Vec<Role>>,
    /// The pairs of the FAQ.
    faq: Cover,
    /// Where they start.
    questions: BTreeSet<usize>,
    places: Vec<RolePlace>,
    /// The places of each role, those in the front matter left out.
    held: BTreeMap<Role, Cover>,
}

impl<'a> Finder<'a> {
    fn add(
        &mut self,
        role: Role,
        span: Span,
        kind: PlaceKind,
        title: Option<&str>,
        source: RoleSource,
    ) {
        let title = title.map(str::to_owned);
        if kind != PlaceKind::FrontMatter {
            self.held.entry(role).or_default().insert(span);
        }
        self.places.push(RolePlace {
            role,
            span,
            kind,
            title,
            source,
        });
    }

    fn is_in(&self, role: Role, span: Span) -> bool {
        self.held.get(&role).is_some_and(|held| held.contains(span))
    }

    /// The sentences of a prose of the article, each with its words.
    fn sentences(&self, prose: &Prose) -> impl Iterator<Item = (Range<usize>, &'a Tokens)> {
        let found = self.article.reading.sentences_of(prose);
        found.into_iter().flatten()
    }

    fn front_matter(&mut self) {
        let meta = &self.article.meta;
        let authorship = meta
            .authors
            .iter()
            .chain(&meta.reviewers)
            .map(|located| located.span)
            .min();
        let contact = meta
            .contact
            .iter()
            .map(|located| located.span)
            .reduce(Span::cover);
        let sources = meta
            .sources
            .iter()
            .map(|located| located.span)
            .reduce(Span::cover);
        let disclaimer = meta.disclaimer.as_ref().map(|located| located.span);
        let found = [
            (Role::Authorship, authorship),
            (Role::Contact, contact),
            (Role::References, sources),
            (Role::Disclaimer, disclaimer),
        ];
        for (role, span) in found {
            if let Some(span) = span {
                self.add(
                    role,
                    span,
                    PlaceKind::FrontMatter,
                    None,
                    RoleSource::Explicit,
                );
            }
        }
    }

    fn section(&mut self, section: &'a Section) {
        if let Some(heading) = &section.heading {
            let title = section.title();
            let explicit = self.explicit_roles(section);
            if !explicit.is_empty() {
                for role in explicit {
                    self.add(
                        role,
                        section.span,
                        PlaceKind::Section,
                        Some(title),
                        RoleSource::Explicit,
                    );
                }
            } else if !self.is_question(section) {
                for role in self.heading_roles(section, heading.text()) {
                    self.add(
                        role,
                        section.span,
                        PlaceKind::Section,
                        Some(title),
                        RoleSource::Heading,
                    );
                }
            }
        }
        for block in &section.blocks {
            self.block(block);
        }
        pseudo::find(self, section);
        for child in &section.children {
            self.section(child);
        }
    }

    fn explicit_roles(&self, section: &Section) -> Vec<Role> {
        let Some(heading) = &section.heading else {
            return Vec::new();
        };
        let start = section.span.start();
        let mut roles = self.explicit.of_section(start, heading.whole());
        let named = self.named.get(&folded(section.title()));
        roles.extend(named.into_iter().flatten().copied());
        roles
    }

    /// Whether the section is a question of the FAQ: such headings name no part.
    fn is_question(&self, section: &Section) -> bool {
        self.questions.contains(&section.span.start())
    }

    fn heading_roles(&self, section: &Section, heading: &str) -> Vec<Role> {
        let tokens = headings::tokens(heading);
        let mut roles = self.words.roles_of(heading);
        roles.extend(self.doubtful_roles(section, &tokens));
        if faq::is_invitation(heading) {
            roles.retain(|role| *role != Role::Faq);
        }
        let kind = self.article.meta.kind.as_ref().map(|kind| kind.value);
        if self.asks_for_help(heading, &tokens)
            && !roles.contains(&Role::RedFlags)
            && !roles.contains(&Role::Resources)
        {
            roles.insert(0, Role::RedFlags);
        }
        if roles.contains(&Role::RedFlags) {
            if is_link_list(section)
                || roles.contains(&Role::Resources) && self.is_directory(section, &tokens)
            {
                return vec![Role::Resources];
            }
            // "See a GP for treatment", "When to see a doctor about side effects": the call for help is what matters.
            roles.retain(|role| matches!(role, Role::RedFlags | Role::Symptoms | Role::Aftercare));
            roles.sort_by_key(|role| *role != Role::RedFlags);
        }
        // "What is X?" opens an article; a chapter of a procedure leaflet with that heading tells what is done.
        if kind == Some(Kind::Procedure)
            && roles == [Role::Introduction]
            && heading.trim_end().ends_with('?')
            && section.level <= 2
        {
            return roles;
        }
        roles
    }

    /// Whether a section whose heading speaks of help lists whom to turn to and asks nobody to call on a condition.
    fn is_directory(&self, section: &Section, heading: &Tokens) -> bool {
        const PRESSING: &[&str] = &[
            "when",
            "if",
            "now",
            "urgent",
            "urgently",
            "immediately",
            "emergency",
            "cuando",
            "si",
        ];
        let blocks = section.all_blocks();
        let proses = || {
            let proses = blocks.iter().flat_map(|block| block.proses());
            proses.map(|(_, prose)| prose)
        };
        let leads_on = |prose: &Prose| {
            let is_number = prose.text().bytes().filter(u8::is_ascii_digit).count() >= 6;
            is_number || prose.links().next().is_some()
        };
        !heading.words().any(|word| PRESSING.contains(&word))
            && proses().any(leads_on)
            && !proses().any(|prose| content::asks_to_call(self, prose))
    }

    /// The roles that a heading may name and that what stands below it confirms.
    fn doubtful_roles(&self, section: &Section, heading: &Tokens) -> Vec<Role> {
        let confirmed = |role: &Role| match role {
            Role::Disclaimer => content::holds_disclaimer(self, section),
            _ => citations::fill(section),
        };
        [Role::Disclaimer, Role::References]
            .into_iter()
            .filter(|role| {
                self.words.may_name(*role, heading)
                    && !self.words.names(*role, heading)
                    && confirmed(role)
            })
            .collect()
    }

    /// Whether a heading tells the reader to get help: "Call 999 or go to A&E if:".
    fn asks_for_help(&self, heading: &str, tokens: &Tokens) -> bool {
        let frames = self.advice.frames(heading, tokens);
        let first = frames
            .first()
            .filter(|frame| !frame.is_weak || frame.level >= Urgency::Urgent);
        first.is_some_and(|frame| {
            frame.words.start <= 1
                && (frame.is_conditional || heading.trim_end().ends_with([':', '…']))
        })
    }

    fn block(&mut self, block: &'a Block) {
        let marked = self.explicit.of_block(block.span);
        let kind = match block.kind {
            BlockKind::List(_) => PlaceKind::List,
            _ => PlaceKind::Paragraph,
        };
        for role in &marked {
            self.add(*role, block.span, kind, None, RoleSource::Explicit);
        }
        if marked.is_empty() {
            labels::find(self, block);
        }
    }
}

/// Whether a section holds nothing but links to elsewhere.
fn is_link_list(section: &Section) -> bool {
    let blocks = section.all_blocks();
    let mut proses = blocks
        .iter()
        .flat_map(|block| block.proses())
        .map(|(_, prose)| prose)
        .peekable();
    proses.peek().is_some()
        && proses.all(|prose| {
            let linked: usize = prose.links().map(|(mark, _)| mark.range.len()).sum();
            linked * 10 >= prose.text().trim().len() * 8
        })
}
