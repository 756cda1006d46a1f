//! Checking: findings lie in the text, and checking twice gives the same.
#![no_main]

use facetdoc::check;
use facetdoc_fuzz::{article, assert_findings, today};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let read = article(bytes);
    let findings = check::check(&read, Some(today()));
    assert_findings(&read, &findings);
    let again = check::check(&article(bytes), Some(today()));
    assert_eq!(format!("{findings:?}"), format!("{again:?}"));
});
