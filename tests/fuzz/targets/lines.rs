//! Records: a line is an article or a fault that is told in one line, and the answer is one line of JSON with the id.
#![no_main]

use facetdoc::check;
use facetdoc::config::Settings;
use facetdoc::parse;
use facetdoc::report::answer;
use facetdoc::source::Record;
use facetdoc_fuzz::today;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    for line in bytes.split(|byte| *byte == b'\n') {
        let (id, answer) = match Record::read(line, 16_384) {
            Ok(record) => {
                let article = parse::article(record.source);
                let findings = check::check_with(&article, &Settings::of(&article), Some(today()));
                let answer = answer::checked(&record.id, &article.source, &findings);
                (Some(record.id), answer)
            }
            Err(bad) => (bad.id.clone(), answer::failed(&bad)),
        };
        assert!(
            answer.ends_with('\n') && answer.matches('\n').count() == 1,
            "one line: {answer:?}"
        );
        assert!(!answer.trim_end().contains(char::is_control), "{answer:?}");
        let read: Value = serde_json::from_str(&answer).expect("JSON");
        assert_eq!(read["id"], id.map_or(Value::Null, |id| id.value().clone()));
    }
});
