//! Reading: the tree lies in the text, and reading twice gives the same.
#![no_main]

use facetdoc_fuzz::{article, assert_tree};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let read = article(bytes);
    assert_tree(&read);
    let again = article(bytes);
    assert_eq!(format!("{:?}", read.root), format!("{:?}", again.root));
});
