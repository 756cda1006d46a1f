//! Configurations, topic packs and settings of the command line: mistakes lie in the text.
#![no_main]

use facetdoc::config::file::{ConfigFile, Known, assignment, extends, packs};
use facetdoc::config::pack::TopicPack;
use facetdoc_fuzz::assert_span;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let known = Known {
        rules: &["faq-missing", "faq", "urgency-conflict"],
    };
    if let Err(problems) = ConfigFile::parse(&text, known) {
        assert!(!problems.is_empty());
        for problem in problems {
            assert_span(&text, problem.span, &problem.message);
        }
    }
    let _ = extends(&text);
    let _ = packs(&text);
    if let Ok(line) = assignment(&text) {
        assert!(!line.contains('\n'));
    }
    if let Err(problems) = TopicPack::parse(&text) {
        for problem in problems {
            assert_span(&text, problem.span, &problem.message);
        }
    }
});
