//! Fixing: it ends, no error is new, and fixing again changes nothing.
#![no_main]

use facetdoc::article::Article;
use facetdoc::check;
use facetdoc::diagnostic::Severity;
use facetdoc::fix::{Wanted, fix};
use facetdoc_fuzz::{article, assert_findings, assert_tree, today};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let read = article(bytes);
    let look = |article: &Article| check::check(article, Some(today()));
    let errors = |article: &Article| {
        let findings = look(article);
        findings
            .iter()
            .filter(|one| one.severity == Severity::Error)
            .count()
    };
    let before = errors(&read);
    for wanted in [Wanted::KeepsMeaning, Wanted::Suggestions] {
        let once = fix(read.clone(), wanted, &|_| true, &look);
        assert_tree(&once.article);
        assert_findings(&once.article, &once.findings);
        assert!(errors(&once.article) <= before, "fixing made an error");
        let text = once.article.source.text().to_owned();
        let twice = fix(once.article, wanted, &|_| true, &look);
        assert_eq!(
            twice.article.source.text(),
            text,
            "fixing again changes more"
        );
    }
});
