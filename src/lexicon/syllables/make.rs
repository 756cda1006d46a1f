//! Makes `exceptions.fst` from the CMU Pronouncing Dictionary, and checks it without.

use super::{EXCEPTIONS, SHORT, by_rule};
use fst::{MapBuilder, Streamer};
use std::collections::BTreeMap;
use std::{env, fs};

/// Words whose shorter pronunciation is the usual one.
const SHORTER: &[&str] = &[
    "average",
    "averages",
    "camera",
    "difference",
    "differences",
    "different",
    "differently",
    "every",
    "favorite",
    "general",
    "generally",
    "interest",
    "interested",
    "interesting",
    "interests",
    "separate",
    "several",
];

/// Words that the dictionary has otherwise than most speakers say them.
const OTHERWISE: &[(&str, usize)] = &[("caesarean", 4)];

/// The words of the dictionary, names and all, each with the syllables of its pronunciations.
fn words(dictionary: &str) -> BTreeMap<String, Vec<usize>> {
    let mut words: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for line in dictionary.lines() {
        let line = line.split('#').next().unwrap_or("");
        let mut fields = line.split_whitespace();
        let Some(word) = fields.next() else { continue };
        let word = word.split('(').next().unwrap_or("");
        if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            continue;
        }
        let sounds = fields.filter(|sound| sound.ends_with(|c: char| c.is_ascii_digit()));
        let count = sounds.count().max(1);
        words.entry(word.to_owned()).or_default().push(count);
    }
    for word in SHORTER {
        let counts = words.get_mut(*word).unwrap();
        *counts = vec![*counts.iter().min().unwrap()];
    }
    for (word, count) in OTHERWISE {
        words.insert((*word).to_owned(), vec![*count]);
    }
    words
}

fn map(dictionary: &str) -> Vec<u8> {
    let mut builder = MapBuilder::memory();
    for (word, counts) in words(dictionary) {
        if word.len() > SHORT && !counts.contains(&by_rule(&word)) {
            builder.insert(word, counts[0] as u64).unwrap();
        }
    }
    builder.into_inner().unwrap()
}

#[test]
fn the_map_is_made_of_what_the_rules_get_wrong() {
    let Ok(dictionary) = env::var("FACETDOC_CMUDICT") else {
        return;
    };
    let made = map(&fs::read_to_string(dictionary).unwrap());
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src/lexicon/syllables/exceptions.fst"
    );
    if env::var_os("FACETDOC_UPDATE").is_some() {
        fs::write(path, &made).unwrap();
    }
    assert!(
        fs::read(path).unwrap() == made,
        "exceptions.fst is out of date"
    );
}

#[test]
fn no_exception_says_what_the_rules_say() {
    let map = EXCEPTIONS.as_ref().expect("the map can be read");
    assert!((5_000..10_000).contains(&map.len()), "{}", map.len());
    let mut stream = map.stream();
    while let Some((word, count)) = stream.next() {
        let word = std::str::from_utf8(word).unwrap();
        assert_ne!(by_rule(word) as u64, count, "{word}");
    }
}
