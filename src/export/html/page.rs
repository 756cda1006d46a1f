//! The page around the items: head, landmarks, style.

use super::items::Writer;
use super::labels::{self, Labels};
use super::pictures::Pictures;
use crate::export::ExportError;
use crate::export::base64::base64;
use crate::export::markup::{Attribute, Element, Markup, Tag};
use crate::handout::{Footer, Handout, Item, Paper, plain};
use sha2::{Digest, Sha256};

/// The style sheet, once for each size of paper.
const A4: &str = concat!("@page{size:A4;margin:20mm}\n", include_str!("style.css"));
const LETTER: &str = concat!(
    "@page{size:letter;margin:20mm}\n",
    include_str!("style.css")
);

/// The whole page.
pub(super) fn page(handout: &Handout) -> Result<Markup, ExportError> {
    let labels = Labels::of(&handout.lang);
    let mut writer = Writer::new(labels, &handout.items, Pictures::of(handout)?);
    let text = writer.own_id("text");
    let own_lang = handout.labels_in_english.then_some(labels.lang);
    let mut page = Markup::with_own_words_in(own_lang);
    page.doctype();
    let html = Element::from(Tag::Html)
        .with(Attribute::Lang, &handout.lang)
        .with(Attribute::Dir, labels::direction(&handout.lang));
    page.element(html, |html| {
        html.new_line();
        html.element(Tag::Head, |out| head(out, handout));
        html.new_line();
        html.element(Tag::Body, |body| {
            body.new_line();
            skip(body, labels, handout, &text);
            stamp(body, handout);
            let main = Element::from(Tag::Main)
                .with(Attribute::Id, &text)
                .with(Attribute::Tabindex, "-1");
            body.element(main, |main| {
                main.new_line();
                let items = draft(main, handout);
                writer.items(main, items);
            });
            body.new_line();
            footer(body, &handout.footer);
        });
        html.new_line();
    });
    page.new_line();
    Ok(page)
}

fn head(out: &mut Markup, handout: &Handout) {
    let sheet = match handout.paper {
        Paper::A4 => A4,
        Paper::Letter => LETTER,
    };
    let title = match &handout.draft {
        Some(draft) => format!("{draft}: {}", handout.title),
        None => handout.title.clone(),
    };
    out.new_line();
    out.void(Element::from(Tag::Meta).with(Attribute::Charset, "utf-8"));
    out.new_line();
    let policy = Element::from(Tag::Meta).with(Attribute::HttpEquiv, "Content-Security-Policy");
    out.void(policy.with(Attribute::Content, &policy_for(sheet)));
    out.new_line();
    let generator = concat!("facetdoc ", env!("CARGO_PKG_VERSION"));
    let mut metas = vec![
        ("viewport", "width=device-width, initial-scale=1"),
        ("referrer", "no-referrer"),
        ("color-scheme", "light dark"),
        ("generator", generator),
    ];
    metas.extend(
        handout
            .authors
            .iter()
            .map(|author| ("author", author.as_str())),
    );
    for (name, content) in metas {
        let meta = Element::from(Tag::Meta).with(Attribute::Name, name);
        out.void(meta.with(Attribute::Content, content));
        out.new_line();
    }
    out.element(Tag::Title, |out| out.text(&title));
    out.new_line();
    out.style(sheet);
    out.new_line();
}

/// Nothing may be loaded, run or sent; the only style is `sheet`, the only pictures are those in the page.
fn policy_for(sheet: &str) -> String {
    let hash = base64(&Sha256::digest(sheet));
    format!(
        "default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
}

/// The link for people who move by the keyboard.
fn skip(body: &mut Markup, labels: &Labels, handout: &Handout, text: &str) {
    let Some(link) = Element::link(&format!("#{text}")) else {
        return;
    };
    let mut link = link.with(Attribute::Class, "skip");
    if !labels::is_same(labels.lang, &handout.lang) {
        link = link.with(Attribute::Lang, labels.lang);
    }
    body.element(link, |a| a.text(labels.skip));
    body.new_line();
}

/// The stamp of a draft beside the text of every printed page; the text holds it once already.
fn stamp(body: &mut Markup, handout: &Handout) {
    if let Some(draft) = &handout.draft {
        let stamp = Element::from(Tag::P)
            .with(Attribute::Class, "stamp")
            .with(Attribute::AriaHidden, "true");
        body.element(stamp, |p| p.own_text(draft));
        body.new_line();
    }
}

/// Writes the first item of a draft, which is its stamp, and gives the other items.
fn draft<'a>(main: &mut Markup, handout: &'a Handout) -> &'a [Item] {
    if let Some(draft) = &handout.draft
        && let Some((Item::Paragraph(runs), rest)) = handout.items.split_first()
        && plain(runs) == *draft
    {
        let stamp = Element::from(Tag::P).with(Attribute::Class, "draft");
        main.element(stamp, |p| p.element(Tag::Strong, |out| out.own_text(draft)));
        main.new_line();
        return rest;
    }
    &handout.items
}

/// Version and dates, where they are known.
fn footer(body: &mut Markup, footer: &Footer) {
    let parts = [&footer.version, &footer.reviewed, &footer.next_review];
    let parts: Vec<&String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return;
    }
    body.element(Tag::Footer, |out| {
        out.new_line();
        for part in parts {
            out.element(Tag::P, |p| p.own_text(part));
            out.new_line();
        }
    });
    body.new_line();
}
