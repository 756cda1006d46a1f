//! The PDF export through its public door: words, tags, bytes, refusals.

use crate::handouts::{
    FILLER, boxed, bullets, full, handout, heading, item, link, long_address, numbered, paragraph,
    runs, table, words,
};
use crate::pdf_text;
use facetdoc::export::pdf::{Options, to_pdf};
use facetdoc::handout::{BoxLevel, Handout, Item, List, Paper, Run};
use std::path::PathBuf;

/// The PDF of a handout; it is also left in the target directory for external validators.
fn export(name: &str, handout: &Handout) -> Vec<u8> {
    let bytes = to_pdf(handout, &Options::default()).expect("the handout can be exported");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pdf");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{name}.pdf")), &bytes).unwrap();
    bytes
}

#[test]
fn a_handout_with_one_of_everything_comes_back_word_for_word() {
    let handout = full();
    let bytes = export("full", &handout);
    assert_eq!(pdf_text::words(&bytes), words(&handout));
}
