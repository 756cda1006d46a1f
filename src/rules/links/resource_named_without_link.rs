//! Guides and tips that are promised by name and lead nowhere.

use crate::facts::resource::resource;
use crate::facts::{Facts, Sentence};
use crate::lexicon::Tokens;
use crate::rules::prelude::*;
use crate::source::PartOf;
use std::collections::HashMap;
use std::ops::Range;

rule! {
    /// A guide, video or tip sheet that the reader is sent to, without a link or an address.
    ///
    /// ## Why it matters
    /// A reader who wants to do what the article says searches for it, and may find something else.
    ///
    /// It is a resource when a word such as "guide" or "video" stands by a name in capitals, or at the end of "expert tips",
    /// and a word such as "see", "read" or "such as" leads there. A link, an address or a citation in the sentence settles
    /// it. Where the name is linked elsewhere in the article, or listed with its sources, the finding is only information.
    ///
    /// ## Flagged
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Core training helps. Resources such as the Complete Guide to Core Strength show you how.
    /// ```
    ///
    /// ```markdown,flag
    /// # Back pain
    ///
    /// Consider reading sleep and posture expert tips for more.
    /// ```
    ///
    /// ## Better
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Core training helps. Resources such as the [Complete Guide to Core Strength](https://example.org/core) show you how.
    /// ```
    ///
    /// Not everything with capitals is a resource:
    /// ```markdown,pass
    /// # Back pain
    ///
    /// Doctors use tools such as the Oswestry Disability Index. See the American Spine Society if you need a guide dog. Ask the
    /// team at St. Mary's Hospital for tips. See the Core Strength Guide on page 4. Read the Patient Information Leaflet that
    /// comes with the tablets. Your nurse may use the Faces Pain Scale tool.
    /// ```
    RULE {
        name: "resource-named-without-link", severity: Warning, since: "0.1.0",
        standard: "PEMAT 2, 20; DISCERN 7; EQIP further information",
        summary: "a resource is offered by name and has no link",
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut elsewhere = Elsewhere::of(cx.facts);
    for (sentence, tokens) in cx.facts.sentences.iter().zip(cx.facts.tokens) {
        let is_running = match sentence.within.kind {
            crate::article::TextKind::In(kind) => matches!(
                kind,
                ProseKind::Paragraph | ProseKind::Item | ProseKind::Cell | ProseKind::Html
            ),
            crate::article::TextKind::Title | crate::article::TextKind::Heading => false,
        };
        if !is_running {
            continue;
        }
        if let Some(name) = resource(sentence.text(), tokens)
            && !leads_somewhere(sentence)
        {
            match elsewhere.find(sentence.text().part(name.clone())) {
                Found::Part => {}
                Found::Place(place) => report(sentence, name, Some(place), findings),
                Found::Nowhere => report(sentence, name, None, findings),
            }
        }
    }
}

fn report(
    sentence: &Sentence<'_>,
    name: Range<usize>,
    elsewhere: Option<Span>,
    findings: &mut Findings<'_>,
) {
    let words = sentence.text().part(name.clone());
    let start = sentence.range.start;
    let span = sentence
        .within
        .prose
        .span(start + name.start..start + name.end);
    let finding = findings.report(
        span,
        format!("\"{words}\" is offered as a resource but has no link"),
    );
    finding.help("Readers who want it have to search for it and may find something else. Link it where it is named, say where to get it, or leave it out.");
    if let Some(place) = elsewhere {
        finding
            .severity(Severity::Info)
            .label(place, "it is linked or listed here");
    }
}

/// A link so many bytes after the sentence still belongs to it: "Read our guide." with the link on the next line.
const NEXT: usize = 8;

/// Whether the sentence has a link, an address, a citation or says where to get it.
fn leads_somewhere(sentence: &Sentence<'_>) -> bool {
    let marked = sentence.within.prose.marks().iter().any(|mark| {
        matches!(
            mark.kind,
            MarkKind::Link { .. } | MarkKind::Footnote { .. } | MarkKind::Superscript
        ) && mark.range.start < sentence.range.end + NEXT
            && sentence.range.start < mark.range.end
    });
    let text = sentence.text().to_lowercase();
    let addressed = [
        "http", "www.", ".org", ".com", ".gov", ".uk", ".net", ".edu", "isbn", "doi",
    ];
    let placed = [
        "below",
        "above",
        "attached",
        "enclosed",
        "overleaf",
        "on page",
        "next page",
        "in this pack",
        "from reception",
        "from your nurse",
        "from the nurse",
        "given to you",
        "comes with",
        "came with",
        "supplied with",
        "with your medicine",
        "with this medicine",
        "in the pack",
        "in the box",
        "inside the",
        "más abajo",
        "adjunt",
        "en la página",
        "a continuación",
    ];
    marked
        || addressed
            .iter()
            .chain(&placed)
            .any(|sign| text.contains(sign))
        || has_number_in_brackets(&text)
}

/// `[3]` or `(2019)`.
fn has_number_in_brackets(text: &str) -> bool {
    text.match_indices(['[', '(']).any(|(at, _)| {
        let near = text.part(at + 1..text.floor_char_boundary(at + 31));
        let inside = near.find([']', ')']).map_or("", |end| near.part(..end));
        inside.bytes().any(|byte| byte.is_ascii_digit()) && !inside.contains('.')
    })
}

/// So many different names are looked for in the rest of the article; nobody offers more.
const NAMES: usize = 1000;

/// What the article calls its parts, links and resources; read when a name is first looked for.
struct Elsewhere<'a> {
    titles: Vec<String>,
    places: Vec<Place>,
    /// What was found for each name.
    known: HashMap<String, Found>,
    facts: &'a Facts<'a>,
}

/// A link, or a text among the references and resources.
struct Place {
    words: String,
    span: Span,
    is_link: bool,
}

/// Where else a name stands.
#[derive(Clone, Copy)]
enum Found {
    /// A heading has it: the sentence points to a part of the article.
    Part,
    /// It is linked or listed here.
    Place(Span),
    Nowhere,
}

impl<'a> Elsewhere<'a> {
    fn of(facts: &'a Facts<'a>) -> Self {
        Self {
            titles: Vec::new(),
            places: Vec::new(),
            known: HashMap::new(),
            facts,
        }
    }

    /// Where `name` stands; a name too many is taken for a part, so that nothing is told of it.
    fn find(&mut self, name: &str) -> Found {
        let wanted = normalised(name);
        if let Some(found) = self.known.get(&wanted) {
            return *found;
        }
        if self.known.is_empty() {
            self.read();
        }
        if self.known.len() >= NAMES {
            return Found::Part;
        }
        let is_part = self.titles.iter().any(|title| {
            wanted.contains(title) && title.split(' ').count() >= 2 || title.contains(&wanted)
        });
        let place = || {
            let mut places = self.places.iter();
            places.find(|place| {
                let words = &place.words;
                words.contains(&wanted) && (!place.is_link || words.contains(' '))
                    || place.is_link && words.contains(' ') && wanted.contains(words)
            })
        };
        let found = if is_part {
            Found::Part
        } else {
            place().map_or(Found::Nowhere, |place| Found::Place(place.span))
        };
        self.known.insert(wanted, found);
        found
    }

    fn read(&mut self) {
        let article = self.facts.article;
        let titles = article.sections().into_iter().map(Section::title);
        let titles = titles.chain(article.title()).map(normalised);
        self.titles = titles.filter(|title| !title.is_empty()).collect();
        for text in &self.facts.texts {
            for (mark, _) in text.prose.links() {
                let words = text.prose.text().get(mark.range.clone()).unwrap_or("");
                self.places.push(Place {
                    words: normalised(words),
                    span: mark.span,
                    is_link: true,
                });
            }
            let whole = text.prose.whole();
            let listed = [Role::References, Role::Resources];
            if listed
                .iter()
                .any(|role| self.facts.is_in_role(*role, whole))
            {
                self.places.push(Place {
                    words: normalised(text.prose.text()),
                    span: whole,
                    is_link: false,
                });
            }
        }
    }
}

fn normalised(text: &str) -> String {
    Tokens::of(text).words().collect::<Vec<_>>().join(" ")
}
