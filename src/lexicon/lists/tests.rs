//! Every row does what its example says, and a team can change the lists.

use super::*;
use std::collections::BTreeSet;

/// The columns of a data file.
const COLUMNS: usize = 11;

/// The terms of `list` that `lists` finds in `text`.
fn terms(lists: &Lists, list: List, text: &str) -> Vec<String> {
    let tokens = [Tokens::of(text)];
    let hits = lists.book().find(&tokens);
    let uses = lists.uses(list, &hits, &tokens);
    let same_spelling = |(row, hit): &(&Row, &Hit)| {
        let place = tokens[0].place(hit.words.clone());
        row.spelling(&text[place]).is_some()
    };
    let found = uses.into_iter().filter(same_spelling);
    found.map(|(row, _)| row.term.to_string()).collect()
}

#[test]
fn every_row_can_be_read_and_says_why() {
    for list in List::ALL {
        let mut seen = BTreeSet::new();
        for (index, line) in lines(*list) {
            let place = format!("{}, line {}", list.name(), index + 1);
            assert_eq!(
                line.split('\t').count(),
                COLUMNS,
                "{place}: columns: {line}"
            );
            let row = Row::parse(line).unwrap_or_else(|error| panic!("{place}: {error:?}"));
            assert!(seen.insert(row.term.clone()), "{place}: twice");
            assert!(row.level <= 3, "{place}: level");
            for (name, text) in [
                ("term", &row.term),
                ("note", &row.note),
                ("example", &row.example),
                ("source", &row.source),
            ] {
                assert!(!text.trim().is_empty(), "{place}: no {name}");
            }
            assert!(!row.swap || !row.plain.is_empty(), "{place}: no plain form");
            let has_guard = line.split('\t').nth(6) != Some("");
            assert_eq!(
                has_guard,
                !row.passes.is_empty(),
                "{place}: guard and example go together"
            );
        }
        assert!(!seen.is_empty(), "{} is empty", list.name());
    }
}

#[test]
fn every_row_is_found_in_its_example_and_silenced_by_its_guard() {
    let lists = Lists::built_in();
    let mut faults = Vec::new();
    for list in List::ALL {
        for row in lists.rows(*list) {
            let found = terms(&lists, *list, &row.example);
            if !found.iter().any(|term| *term == row.term) {
                faults.push(format!(
                    "{}: {} is not in {:?}",
                    list.name(),
                    row.term,
                    row.example
                ));
            }
            let found = terms(&lists, *list, &row.passes);
            if found.iter().any(|term| *term == row.term) {
                faults.push(format!(
                    "{}: {} is in {:?}",
                    list.name(),
                    row.term,
                    row.passes
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_verb_is_found_and_replaced_in_every_form() {
    let lists = Lists::built_in();
    for (text, term, replacement) in [
        ("It alleviates pain.", "alleviate", "eases"),
        ("It was alleviated.", "alleviate", "eased"),
        ("It is good for alleviating pain.", "alleviate", "easing"),
        ("Running exacerbated it.", "exacerbate", "made worse"),
        (
            "The drug is administered by a nurse.",
            "administer",
            "given",
        ),
        ("She administered it.", "administer", "gave"),
        ("Small incisions are made.", "incision", "cuts"),
        ("One incision is made.", "incision", "cut"),
    ] {
        let tokens = [Tokens::of(text)];
        let hits = lists.book().find(&tokens);
        let uses = lists.uses(List::Jargon, &hits, &tokens);
        let found = uses.iter().find(|(row, _)| row.term == term);
        let (row, hit) = found.unwrap_or_else(|| panic!("{term} is not in {text:?}"));
        let plain = row.replacement(&tokens[0], &hit.words);
        assert_eq!(plain.as_deref(), Some(replacement), "{text}");
    }
}

#[test]
fn a_team_adds_and_removes_words() {
    let lists = Lists::built_in().with(&[Change {
        list: List::Jargon,
        add: vec![
            Row::of_team("proprioception|proprioceptive", "sense of position", 3, "").unwrap(),
        ],
        remove: vec!["Utilize".to_owned()],
    }]);
    let text = "We utilize proprioceptive drills to alleviate pain.";
    assert_eq!(
        terms(&lists, List::Jargon, text),
        ["proprioception|proprioceptive", "alleviate"]
    );
    assert!(Row::of_team("_3", "", 1, "").is_err());
}
