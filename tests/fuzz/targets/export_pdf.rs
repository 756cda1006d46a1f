//! The PDF: it can be read again, and the same handout gives the same bytes.
#![no_main]

use facetdoc::export::pdf::{self, Options};
use facetdoc::handout;
use facetdoc_fuzz::{article, with_context};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let read = article(bytes);
    let handout = with_context(&read, |cx| handout::build(cx, &handout::Options::default()));
    let Ok(made) = pdf::made(&handout, &Options::default()) else {
        return;
    };
    let document = lopdf::Document::load_mem(&made.bytes).expect("a PDF");
    assert_eq!(document.get_pages().len(), made.pages);
    let again = pdf::to_pdf(&handout, &Options::default()).expect("it was made before");
    assert!(again == made.bytes, "other bytes the second time");
});
