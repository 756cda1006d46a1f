//! Plain text: no word of the handout is lost at any width, and no control character comes out.
#![no_main]

use facetdoc::export::text::{self, Options};
use facetdoc::handout::{self, words};
use facetdoc_fuzz::{article, with_context};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let read = article(bytes);
    let handout = with_context(&read, |cx| handout::build(cx, &handout::Options::default()));
    for width in [0, 40, 72] {
        let options = Options {
            width,
            ..Options::default()
        };
        let Ok(made) = text::to_text(&handout, &options) else {
            continue;
        };
        assert!(
            !made.chars().any(|ch| ch.is_control() && ch != '\n'),
            "a control character"
        );
        let set = text::words(&handout, &options).expect("it was made before");
        // Lines break inside what has no spaces; there only the letters count.
        assert_eq!(set.concat(), words(&handout).concat(), "at width {width}");
    }
});
