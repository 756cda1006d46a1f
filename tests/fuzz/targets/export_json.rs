//! JSON, JSON-LD and the web page: they parse, one article is one line, and nothing in them can run.
#![no_main]

use facetdoc::export::{html, json, jsonld};
use facetdoc::handout;
use facetdoc_fuzz::{article, with_context};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    let read = article(bytes);
    with_context(&read, |cx| {
        let options = json::Options::default();
        let whole: Value = serde_json::from_str(&json::to_json(cx, &options)).expect("JSON");
        let line = json::to_line(cx, &options);
        assert_eq!(line.matches('\n').count(), 1);
        assert_eq!(whole, serde_json::from_str::<Value>(&line).expect("JSON"));
        let data = jsonld::to_jsonld(cx, false);
        serde_json::from_str::<Value>(&data).expect("JSON-LD");
        assert!(
            !data.to_lowercase().contains("</script"),
            "JSON-LD ends a script"
        );
        let page = html::to_html(&handout::build(cx, &handout::Options::default()))
            .expect("no picture is at hand");
        assert_harmless(&page);
    });
});

fn assert_harmless(page: &str) {
    let low = page.to_ascii_lowercase();
    for tag in [
        "<script", "<iframe", "<object", "<embed", "<form", "<svg", "<base", "<link",
    ] {
        assert!(!low.contains(tag), "{tag} in the page");
    }
    for tag in low.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or("");
        assert!(
            !tag.contains("href=\"javascript") && !tag.contains("href=\"data"),
            "{tag}"
        );
    }
}
