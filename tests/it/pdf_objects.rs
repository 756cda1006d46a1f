//! What stands in a PDF besides its pages: catalog, metadata, outline, links.

use crate::handouts::{FILLER, full, handout, heading, link};
use crate::pdf::checked;
use crate::pdf_page::utf16;
use crate::pdf_text;
use facetdoc::export::pdf::{Options, to_pdf};
use facetdoc::handout::{Item, Run};
use lopdf::{Dictionary, Document, Object};

#[test]
fn the_catalog_says_what_assistive_technology_asks_for() {
    let mut sample = full();
    sample.title = "Knees & <braces>".to_owned();
    let bytes = to_pdf(&sample, &Options::default()).unwrap();
    let document = Document::load_mem(&bytes).unwrap();
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-US");
    let entry = |key: &[u8]| document.get_dict_in_dict(catalog, key).unwrap();
    assert!(
        entry(b"MarkInfo")
            .get(b"Marked")
            .unwrap()
            .as_bool()
            .unwrap()
    );
    let preferences = entry(b"ViewerPreferences");
    assert!(
        preferences
            .get(b"DisplayDocTitle")
            .unwrap()
            .as_bool()
            .unwrap()
    );
    let packet = catalog.get(b"Metadata").unwrap().as_reference().unwrap();
    let packet = document.get_object(packet).unwrap().as_stream().unwrap();
    let xmp = String::from_utf8(packet.content.clone()).unwrap();
    for expected in [
        "Knees &amp; &lt;braces&gt;",
        "<pdfuaid:part>1<",
        "<pdfaid:part>2<",
        "<xmp:CreateDate>2026-03-03<",
        "<rdf:li>Clinic education team<",
    ] {
        assert!(xmp.contains(expected), "{expected}");
    }
    let info = document
        .trailer
        .get(b"Info")
        .unwrap()
        .as_reference()
        .unwrap();
    let info = document.get_dictionary(info).unwrap();
    assert_eq!(
        info.get(b"CreationDate").unwrap().as_str().unwrap(),
        b"D:20260303"
    );
    for page in document.get_pages().into_values() {
        let page = document.get_dictionary(page).unwrap();
        assert_eq!(page.get(b"Tabs").unwrap().as_name().unwrap(), b"S");
        assert!(page.has(b"StructParents"));
    }
}

#[test]
fn the_outline_is_nested_as_the_headings_are() {
    let bytes = to_pdf(&full(), &Options::default()).unwrap();
    let document = Document::load_mem(&bytes).unwrap();
    let catalog = document.catalog().unwrap();
    let outlines = document.get_dict_in_dict(catalog, b"Outlines").unwrap();
    let mut out = String::new();
    outline(&document, outlines, 0, &mut out);
    let expected = "\
Looking after a sore knee
  Call 911 now if you have:
  Get medical help today if you have:
  What is going on in the knee?
    Doses
  Your questions
    Will it get better?
    Can I run?
  Links
";
    assert_eq!(out, expected);
}

fn outline(document: &Document, parent: &Dictionary, depth: usize, out: &mut String) {
    let mut next = parent.get(b"First").and_then(Object::as_reference).ok();
    while let Some(id) = next {
        let entry = document.get_dictionary(id).unwrap();
        let title = utf16(entry.get(b"Title").unwrap().as_str().unwrap());
        out.push_str(&"  ".repeat(depth));
        out.push_str(&title);
        out.push('\n');
        outline(document, entry, depth + 1, out);
        next = entry.get(b"Next").and_then(Object::as_reference).ok();
    }
}

#[test]
fn links_lead_to_addresses_and_headings_and_only_where_there_is_something() {
    let filler = Run::plain(FILLER.split_at(60).0);
    let handout = handout(vec![
        heading(1, "Top"),
        Item::Paragraph(vec![
            filler,
            link(
                "a guide with a long name that wraps",
                "https://example.org/niño?a=b",
            ),
            Run::plain(", "),
            link("the top", "#top"),
            Run::plain(", "),
            link("nothing", "#missing"),
        ]),
    ]);
    let bytes = checked("links", &handout);
    let document = Document::load_mem(&bytes).unwrap();
    let page = document.get_dictionary(document.get_pages()[&1]).unwrap();
    let annotations = page.get(b"Annots").unwrap().as_array().unwrap();
    let annotations: Vec<&Dictionary> = annotations
        .iter()
        .map(|id| document.get_dictionary(id.as_reference().unwrap()).unwrap())
        .collect();
    assert_eq!(annotations.len(), 2);
    let action = |index: usize| annotations[index].get(b"A").unwrap().as_dict().unwrap();
    let address = action(0).get(b"URI").unwrap().as_str().unwrap();
    assert_eq!(address, b"https://example.org/ni%C3%B1o?a=b");
    assert_eq!(action(1).get(b"S").unwrap().as_name().unwrap(), b"GoTo");
    let quads = annotations[0]
        .get(b"QuadPoints")
        .unwrap()
        .as_array()
        .unwrap();
    assert_eq!(quads.len(), 16, "the first link stands on two lines");
    let description = annotations[0].get(b"Contents").unwrap().as_str().unwrap();
    assert_eq!(utf16(description), "a guide with a long name that wraps");
    let tree = pdf_text::tree(&bytes);
    assert_eq!(tree.matches("Link\n").count(), 2, "{tree}");
    assert_eq!(tree.matches("annotation\n").count(), 2, "{tree}");
}
