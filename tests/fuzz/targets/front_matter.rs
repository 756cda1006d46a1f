//! Front matter, and the edits that findings about it offer.
#![no_main]

use facetdoc::check;
use facetdoc_fuzz::{article, assert_findings, assert_tree, today};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut text = b"---\n".to_vec();
    text.extend(bytes);
    text.extend(b"\n---\n\n# Title\n\nText.\n");
    let read = article(&text);
    assert_tree(&read);
    assert_findings(&read, &check::check(&read, Some(today())));
});
