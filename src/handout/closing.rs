//! What stands after the article's text: footnotes, sources, link targets, whom to reach, who made it; and the footer.

use super::build::Builder;
use super::links::shown;
use super::visible::one_line;
use super::{Address, Code2d, Footer, Item, Labels, Link, List, ListItem, Logo, Run, Style};
use crate::article::{Clinic, Footnote, Located, Role};
use crate::rules::Context;
use crate::source::{PartOf, Span};

/// The most characters of a title at the foot of a page: about half a line at the footer's size.
const SHORT_TITLE: usize = 60;

impl Builder<'_> {
    /// Everything after the article's text.
    pub(super) fn closing(&mut self, code: Option<&Address>) -> Vec<Item> {
        let mut items = self.footnotes();
        if self.short.is_none() {
            items.extend(self.sources());
        }
        items.extend(self.link_list());
        items.extend(code.into_iter().flat_map(|code| self.code(code)));
        items.push(Item::Rule);
        items.extend(self.clinic());
        items.extend(self.publication());
        items
    }

    /// The article's address as a code and in words, below a line that says what it is.
    fn code(&self, code: &Address) -> Vec<Item> {
        let address = address(&code.shown, code.span);
        let item = Item::Code2d(Code2d {
            alt: self.labels.code.replace("{address}", &code.shown),
            modules: code.modules.clone(),
            address,
        });
        vec![
            Item::Paragraph(vec![Run::plain(&*self.labels.on_the_web)]),
            item,
        ]
    }

    /// Who gives the handout away: the article's clinic, else the team's.
    fn clinic(&self) -> Vec<Item> {
        let own = self.cx.article.meta.clinic.as_ref();
        let Some(clinic) = own.or(self.cx.settings.config.clinic.as_ref()) else {
            return Vec::new();
        };
        let Clinic {
            name,
            phone,
            address,
            logo,
            span,
        } = clinic;
        let words = |text: &String| Run {
            span: *span,
            ..Run::plain(one_line(text))
        };
        let mut runs = vec![Run {
            span: *span,
            ..strong(one_line(name))
        }];
        for line in address {
            runs.push(Run::plain("\n"));
            runs.push(words(line));
        }
        if let Some(phone) = phone {
            runs.push(Run::plain(format!("\n{} ", self.labels.phone)));
            runs.push(words(phone));
        }
        let logo = logo.iter().map(|logo| {
            Item::Logo(Logo {
                alt: one_line(&logo.alt),
                path: logo.path.clone(),
                folder: logo.folder.clone(),
                span: span.map(|_| logo.span),
            })
        });
        logo.chain([Item::Paragraph(runs)]).collect()
    }

    fn footnotes(&mut self) -> Vec<Item> {
        let footnotes: &[Footnote] = &self.cx.article.footnotes;
        let mut notes = Vec::new();
        for footnote in footnotes {
            if self.short.is_some() && !self.called.contains(&footnote.number) {
                continue;
            }
            notes.push(ListItem {
                marker: format!("{}.", footnote.number),
                items: self.slice(&footnote.blocks, 2),
                note: Some(footnote.number),
            });
        }
        headed_list(&self.labels.notes, notes)
    }

    /// The sources that only the front matter names.
    fn sources(&self) -> Vec<Item> {
        let sources = self.unsaid(&self.cx.article.meta.sources);
        let numbered = sources.into_iter().zip(1..).map(|(run, number)| ListItem {
            marker: format!("{number}."),
            items: vec![Item::Paragraph(vec![run])],
            note: None,
        });
        headed_list(&self.labels.sources, numbered.collect())
    }

    /// Where the article is published, as a link to itself.
    pub(super) fn published_at(&self) -> Option<Item> {
        let url = self.cx.article.meta.canonical_url.as_ref()?;
        let link = address(&one_line(&url.value), url.span);
        (!link.text.is_empty()).then(|| Item::Paragraph(vec![link]))
    }

    pub(super) fn link_list(&self) -> Vec<Item> {
        let notes = self.links.notes();
        let links: Vec<(String, Run)> = notes
            .map(|(number, url, span)| {
                let marker = self.links.marker(self.labels, number);
                (marker, address(url, span))
            })
            .collect();
        if links.is_empty() {
            return Vec::new();
        }
        vec![heading(&self.labels.links), Item::Links(links)]
    }

    /// Contact and publication as the front matter has them, without what the article's text already says.
    fn publication(&self) -> Vec<Item> {
        let (meta, labels) = (&self.cx.article.meta, self.labels);
        let published = meta.published.as_ref().map(|date| Run {
            span: Some(date.span),
            ..Run::plain(labels.date(date.value))
        });
        let one = |value: &Option<Located<String>>| self.unsaid(value.as_slice());
        let lines = [
            (&labels.contact, self.unsaid(&meta.contact), "\n"),
            (&labels.written_by, self.unsaid(&meta.authors), ", "),
            (&labels.reviewed_by, self.unsaid(&meta.reviewers), ", "),
            (&labels.published, published.into_iter().collect(), ""),
            (&labels.funding, one(&meta.funding), ""),
            (&labels.disclosure, one(&meta.disclosure), ""),
        ];
        // A short form keeps whom to reach and who stands for the content.
        let in_short = [&labels.contact, &labels.reviewed_by];
        let lines = lines.into_iter().filter(|(label, values, _)| {
            !values.is_empty() && (self.short.is_none() || in_short.contains(label))
        });
        lines
            .map(|(label, values, joint)| labelled(label, values, joint))
            .collect()
    }

    /// The values, each as a run, without those that the article's own authorship, contact or references give word for word.
    fn unsaid(&self, values: &[Located<String>]) -> Vec<Run> {
        let said = self.imprint();
        values
            .iter()
            .map(|value| (one_line(&value.value), value.span))
            .filter(|(value, _)| !value.is_empty() && !said.iter().any(|text| text.contains(value)))
            .map(|(value, span)| Run {
                span: Some(span),
                ..Run::plain(value)
            })
            .collect()
    }

    /// The texts in which the article itself says who made it, on what sources and whom to reach.
    fn imprint(&self) -> Vec<String> {
        const IMPRINT: &[Role] = &[Role::Authorship, Role::Contact, Role::References];
        let facts = self.cx.facts;
        let texts = self.cx.article.texts().into_iter().filter(|text| {
            let span = text.prose.whole();
            IMPRINT.iter().any(|role| facts.is_in_role(*role, span))
        });
        texts.map(|text| one_line(text.prose.text())).collect()
    }
}

/// The footer's parts but the title.
pub(super) fn footer(cx: &Context<'_>, labels: &Labels) -> Footer {
    let meta = &cx.article.meta;
    let version = meta
        .version
        .as_ref()
        .map(|version| one_line(&version.value));
    let reviewed = meta.reviewed.as_ref().map(|date| labels.date(date.value));
    let next_review = meta
        .next_review
        .as_ref()
        .map(|date| labels.date(date.value));
    let after = |label: &str, value: Option<String>| {
        let value = value.filter(|value| !value.is_empty())?;
        Some(format!("{label} {value}"))
    };
    Footer {
        title: String::new(),
        version: after(&labels.version, version),
        reviewed: after(&labels.reviewed, reviewed),
        next_review: after(&labels.next_review, next_review),
        page: labels.page.to_string(),
    }
}

/// The title for the foot of a page: the front matter's `short_title`, else the title, cut at a word where it is long.
pub(super) fn short_title(cx: &Context<'_>, title: &str) -> String {
    let mut other = cx.article.meta.other.iter();
    let given = other.find(|(key, _)| key.replace('_', "").eq_ignore_ascii_case("shorttitle"));
    let given = given.and_then(|(_, value)| value.as_str()).map(one_line);
    if let Some(given) = given.filter(|given| !given.is_empty()) {
        return given;
    }
    if title.chars().count() <= SHORT_TITLE {
        return title.to_owned();
    }
    let cut: String = title.chars().take(SHORT_TITLE - 1).collect();
    let whole_words = cut
        .rfind(char::is_whitespace)
        .map_or(cut.part(..), |end| cut.part(..end));
    let kept = whole_words.trim_end_matches(|ch: char| !ch.is_alphanumeric());
    format!("{kept}…")
}

/// The values on one line each.
pub(super) fn names(values: &[Located<String>]) -> Vec<String> {
    let names = values.iter().map(|value| one_line(&value.value));
    names.filter(|name| !name.is_empty()).collect()
}

/// Words of facetdoc's own in strong type.
pub(super) fn strong(text: impl Into<String>) -> Run {
    Run {
        style: Style {
            strong: true,
            ..Style::default()
        },
        ..Run::plain(text)
    }
}

pub(super) fn heading(label: &str) -> Item {
    Item::Heading {
        level: 2,
        runs: vec![Run::plain(label)],
        id: String::new(),
    }
}

fn headed_list(label: &str, items: Vec<ListItem>) -> Vec<Item> {
    if items.is_empty() {
        return Vec::new();
    }
    let ordered = true;
    vec![heading(label), Item::List(List { ordered, items })]
}

/// "Label: value, value".
fn labelled(label: &str, values: Vec<Run>, joint: &str) -> Item {
    let mut runs = vec![strong(format!("{label}: "))];
    for (index, value) in values.into_iter().enumerate() {
        if index > 0 {
            runs.push(Run::plain(joint));
        }
        runs.push(value);
    }
    Item::Paragraph(runs)
}

/// An address that is a link to itself.
pub(super) fn address(url: &str, span: Span) -> Run {
    let shown = shown(url);
    Run {
        span: Some(span),
        link: Some(Link {
            url: url.to_owned(),
            description: shown.to_owned(),
        }),
        ..Run::plain(shown)
    }
}
