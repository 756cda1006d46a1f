//! Baselines: one that is read and written is the same.
#![no_main]

use facetdoc::baseline::Baseline;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(baseline) = Baseline::parse(&text) {
        let written = baseline.to_json();
        let again = Baseline::parse(&written).expect("it was written by us");
        assert_eq!(again.to_json(), written);
        assert_eq!(again.len(), baseline.len());
    }
});
